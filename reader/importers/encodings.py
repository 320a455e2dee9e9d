"""Which encoding a text is in: told where it is certain, else the readings to choose from.

A library that guesses is right on a page and wrong on a line (of ten characters it took every
second for another language), and says so in neither case. So each encoding that Chinese texts
come in reads the bytes strictly, each reading is weighed by how usual its characters are, and
one is taken only where it is far ahead of every other. The library has a veto on longer texts:
it knows the languages that are none of ours.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from reader.importers.making import holds_binary

LABELS: Final = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-32": "UTF-32",
    "gb18030": "GB18030",
    "big5": "Big5",
    "big5hkscs": "Big5-HKSCS",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "cp932": "Shift JIS",
    "cp949": "Korean",
    "euc_jp": "EUC-JP",
}
"""Encodings as they are shown, by the names they are stored and asked for by."""

_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose mark begins as this one does.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Files that say they are one of these mostly hold characters of the superset, which also maps
# the middle dot and the dash (GB), the wave dash and the slash (Big5) as Chinese text means them.
_SUPERSET = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950"}

# What a text may be in without a mark, and how much less usual each is than the first, in nats.
_PRIORS = {
    "utf-8": 0.0,
    "gb18030": -1.0,
    "big5": -1.0,
    "big5hkscs": -3.0,
    "utf-16-le": -4.0,
    "utf-16-be": -5.0,
    "utf-32-le": -5.0,
    "utf-32-be": -6.0,
    # Not read without being asked for; they keep others from being taken for Chinese.
    "cp949": -16.0,
    "euc_jp": -16.0,
    "cp932": -16.0,
}
_FOREIGN_ENCODINGS: Final = ("cp949", "euc_jp", "cp932")
# Nats: e to this is how many times likelier than every other the reading is that is taken.
_AHEAD: Final = 14.0
# Nats by which a reading must speak more for Chinese than characters drawn by lot would.
_CHINESE: Final = 6.0
# And by how much for each character that is not ASCII; Chinese text has twice this.
_CHINESE_EACH: Final = 1.5
# What a reading must speak for Chinese to make UTF-8, which is rarely valid by accident,
# doubtful: each of a few characters; all together, and each of more.
_DOUBT_FEW, _DOUBT, _DOUBT_EACH = -5.0, 2.0, 0.8
_FEW: Final = 4
# What a reading makes of a character on average, if it is text.
_WORDS: Final = -8.0
# Bytes that are weighed, from the first that is not ASCII.
_WINDOW: Final = 32_768
_BEFORE: Final = 64
# The library is asked about texts with more bytes than this that are not ASCII.
_VETO_FROM: Final = 80

# The 391 most usual characters in print, and those of them that Traditional writes otherwise;
# they make up two thirds to three quarters of a text.
_TOP: Final = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还"
    "进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或"
    "新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太"
    "量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交"
    "规万取拉格望觉术领共确传师观清今切院让识候带导争运笔亲周议协委县镇村居读志愿服乡街六七八九百千每城字句语言词写讲课堂庭孩校图馆组织参创推荐宣牌"
    "這個们來爲國說時會對於過發後裏種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話內給門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊"
    "決馬書則聽卻達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運筆親議協縣鎮讀願鄉語詞寫講課圖館組織參創薦為著裡説隻範衹製鬆徵係餘麵鐘錶檯臺颱繫複團黨灣"
)
# How likely a character is, as its logarithm, by what it is.
_USUAL_MARKS: Final = dict.fromkeys("，。、", -3.5) | dict.fromkeys(
    "“”「」：；！？（）《》—…·\u3000‘’『』〈〉【】％～－＋／①②③④⑤⑥⑦⑧⑨⑩", -6.0
)
_TOP_CHARACTER, _COMMON, _RARE, _RARER, _ODD, _NEVER = -6.3, -9.4, -14.5, -15.5, -13.0, -20.0
_KANA, _HANGUL = -7.0, -8.0
# Of characters drawn by lot from those an encoding has.
_BY_LOT: Final = -10.0
_NOT_ASCII: Final = bytes(range(0x80, 0x100))
_LETTER: Final = re.compile("[A-Za-z]")
# Big5 as Windows writes it and as Hong Kong does name the same eleven marks otherwise.
_SAME_MARKS: Final = str.maketrans("•､‾∼♁☉／＼¥¢£", "‧﹑¯～⊕⊙∕﹨￥￠￡")


# So many characters beyond ASCII that are all valid UTF-8 are meant so.
_UTF8_PLAIN: Final = 8


@dataclass(frozen=True, slots=True)
class Guess:
    """What is known of the encoding of some bytes.

    Attributes:
        encoding: The encoding, if it is certain.
        candidates: The encodings that it may be, the likeliest first; the certain one alone.
    """

    encoding: str | None
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    # All that read the window so; the first is the usual one.
    encodings: tuple[str, ...]
    text: str
    likelihood: float
    chinese: float


def codec_of(encoding: str) -> str:
    """Return the canonical name of the codec that decodes an encoding: its superset's if any.

    Raises:
        LookupError: If there is no such encoding.
        ValueError: If it is no name.
    """
    codec = codecs.lookup(encoding).name
    return _SUPERSET.get(codec, codec)


def label_of(encoding: str) -> str:
    """Return an encoding as the user reads it."""
    return LABELS.get(encoding, encoding.upper())


def guess(data: bytes) -> Guess:
    """Return the encoding of a text, or those to choose from.

    Args:
        data: All bytes of the text.
    """
    signed = signature(data)
    if signed is not None:
        return Guess(signed, (signed,))
    window, ends = _window(data)
    if _is_plainly_utf8(data, window, ends=ends):
        return Guess("utf-8", ("utf-8",))
    readings = _readings(window, ends=ends)
    best = _certain(readings)
    valid = _valid(data, best) if best is not None and not _vetoed(window, best, ends) else ()
    if len(valid) == 1:
        return Guess(valid[0], valid)
    return Guess(None, candidates(data))


def _is_plainly_utf8(data: bytes, window: bytes, *, ends: bool) -> bool:
    """Return whether so many characters follow the rules of UTF-8 that it is no accident.

    One in seven of the common characters of GB18030 does so, two bytes long.
    """
    text = _strict(window, "utf-8", ends=ends)
    if text is None or sum(character > "\x7f" for character in text) < _UTF8_PLAIN:
        return False
    return ends or _strict(data, "utf-8", ends=True) is not None


def candidates(data: bytes) -> tuple[str, ...]:
    """Return every encoding that a text can be read in, the likeliest first, certain or not."""
    signed = signature(data)
    if signed is not None:
        return (signed,)
    window, ends = _window(data)
    legible = (one for one in _readings(window, ends=ends) if _is_legible(one))
    return tuple(name for one in legible for name in _valid(data, one))


def signature(data: bytes) -> str | None:
    """Return the encoding that a byte order mark tells; ``None`` without one."""
    return next((name for mark, name in _SIGNATURES if data.startswith(mark)), None)


def _readings(window: bytes, *, ends: bool) -> list[_Reading]:
    """Return the different readings of some bytes, the likeliest first."""
    found: dict[str, list[str]] = {}
    for encoding in _PRIORS:
        text = _strict(window, encoding, ends=ends)
        # In UTF-8 binary data is told as such; elsewhere it is no reading.
        if text is not None and (encoding == "utf-8" or not holds_binary(text)):
            found.setdefault(text, []).append(encoding)
    readings = []
    for text, encodings in found.items():
        likelihood, chinese = _weigh(text)
        likelihood += _PRIORS[encodings[0]]
        readings.append(_Reading(tuple(encodings), text, likelihood, chinese))
    return sorted(readings, key=lambda one: -one.likelihood)


def _window(data: bytes) -> tuple[bytes, bool]:
    """Return the bytes to weigh, and whether they go on to the end."""
    plain = re.match(rb"[\0-\x7f]*", data)
    assert plain is not None
    # A few words before it tell what surrounds it; whole characters of four bytes lie before that.
    start = max(0, plain.end() - _BEFORE) & ~3 if plain.end() < len(data) else 0
    return data[start : start + _WINDOW], start + _WINDOW >= len(data)


def _strict(data: bytes, encoding: str, *, ends: bool) -> str | None:
    decoder = codecs.getincrementaldecoder(codec_of(encoding))()
    try:
        return decoder.decode(data, final=ends)
    except UnicodeError:
        return None


def _valid(data: bytes, reading: _Reading) -> tuple[str, ...]:
    """Return those encodings of a reading in which all bytes are valid and mean different texts."""
    different: dict[str, str] = {}
    for encoding in reading.encodings:
        text = _strict(data, encoding, ends=True)
        if text is not None:
            different.setdefault(text.translate(_SAME_MARKS), encoding)
    return tuple(different.values())


def _weigh(text: str) -> tuple[float, float]:
    """Return how likely a text is, and how much it speaks for Chinese, in nats."""
    likelihood = chinese = 0.0
    for character, number in Counter(text).items():
        value = _value(character)
        likelihood += number * value
        if character >= "\x80":
            foreign = value in (_KANA, _HANGUL)
            chinese += number * ((_ODD if foreign else value) - _BY_LOT)
    return likelihood, chinese


def _value(character: str) -> float:
    """Return the logarithm of how likely a character is in a text."""
    if character < "\x80":
        return _ascii_value(character)
    if character in _TOP:
        return _TOP_CHARACTER
    if character in _USUAL_MARKS:
        return _USUAL_MARKS[character]
    if "\u3400" <= character <= "\u9fff":
        return _COMMON if character in _common() else _RARE
    # Beyond the first plane, pictures too, and what joins them.
    if "\U00020000" <= character <= "\U0003ffff" or "\U0001f000" <= character <= "\U0001fbff":
        return _RARER
    if character in "\u200d\ufe0f":
        return _RARER
    if "\uff01" <= character <= "\uff5e":
        return _COMMON
    if "\u3041" <= character <= "\u30fe":
        return _KANA
    if "\uac00" <= character <= "\ud7a3" and character in _syllables():
        return _HANGUL
    # Unassigned and private ones, and halves of others.
    return _NEVER if unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs") else _ODD


def _ascii_value(character: str) -> float:
    if character in " \n":
        return -2.5
    if character.islower() or character.isdigit():
        return -3.5
    return -5.5 if character.isprintable() or character in "\r\t" else _NEVER


@cache
def _common() -> frozenset[str]:
    """Return the characters that GB 2312 and Big5 list as common, about 7,000."""
    gb = (bytes([lead, trail]) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = (bytes([lead, trail]) for lead in range(0xA4, 0xC7) for trail in trails)
    return frozenset(
        b"".join(gb).decode("gb2312", "ignore") + b"".join(big5).decode("big5", "ignore")
    )


@cache
def _syllables() -> frozenset[str]:
    """Return the 2,350 usual syllables of Korean."""
    pairs = (bytes([lead, trail]) for lead in range(0xB0, 0xC9) for trail in range(0xA1, 0xFF))
    return frozenset(b"".join(pairs).decode("euc_kr"))


def _certain(readings: list[_Reading]) -> _Reading | None:
    """Return the reading that is far ahead of all others, if one is."""
    utf8 = next((one for one in readings if one.encodings[0] == "utf-8"), None)
    if utf8 is not None:
        return None if any(_doubts(one, utf8) for one in readings) else utf8
    if not readings:
        return None
    best = readings[0]
    rival = next((one for one in readings[1:] if not _is_same(one, best)), None)
    ahead = math.inf if rival is None else best.likelihood - rival.likelihood
    if best.encodings[0] in _FOREIGN_ENCODINGS or ahead < _AHEAD:
        return None
    return best if best.chinese >= max(_CHINESE, _many(best.text) * _CHINESE_EACH) else None


def _many(text: str) -> int:
    """Return how many characters of a text are not ASCII."""
    return sum(character >= "\x80" for character in text)


def _doubts(rival: _Reading, utf8: _Reading) -> bool:
    """Return whether a reading makes it doubtful that valid UTF-8 is UTF-8."""
    behind = rival.likelihood <= utf8.likelihood - _AHEAD
    if rival is utf8 or behind or not _is_legible(rival):
        return False
    few = len(rival.text) <= _FEW and not _LETTER.search(rival.text)
    # Of text in two bytes a character, every second byte of a Western letter is none.
    wide = "\0" in utf8.text and rival.likelihood > len(rival.text) * _WORDS + _PRIORS["utf-32-be"]
    many = _many(rival.text)
    return wide or rival.chinese > (many * _DOUBT_FEW if few else max(_DOUBT, many * _DOUBT_EACH))


def _is_same(one: _Reading, other: _Reading) -> bool:
    """Return whether two readings differ in nothing but the names of marks."""
    return one.text.translate(_SAME_MARKS) == other.text.translate(_SAME_MARKS)


def _is_legible(reading: _Reading) -> bool:
    """Return whether a reading is worth showing to somebody who is to choose."""
    values = Counter(map(_value, reading.text))
    if reading.encodings[0] == "utf-8":
        return True
    never = values[_NEVER] * 100 <= len(reading.text)
    return never and values[_ODD] * 3 <= _many(reading.text)


def _vetoed(window: bytes, best: _Reading, ends: bool) -> bool:
    """Return whether the library that guesses takes a longer text for something else."""
    if len(window) - len(window.translate(None, _NOT_ASCII)) < _VETO_FROM:
        return False
    said = _library_says(window)
    return said is not None and _strict(window, said, ends=ends) != best.text


def _library_says(window: bytes) -> str | None:
    """Return what charset-normalizer takes some bytes for."""
    from charset_normalizer import from_bytes

    best = from_bytes(window).best()
    return None if best is None else best.encoding
