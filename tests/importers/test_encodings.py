"""The encoding of a text is told where it is certain, asked for where it is not, never wrong."""

from __future__ import annotations

import random
from functools import cache

import pytest

from reader.importers import encodings
from reader.importers.encodings import codec_of, guess, label_of
from reader.importers.plain_text import import_bytes

SIMPLIFIED = (
    "清溪镇的老粮站改成了书屋，每周三晚上办一场讲座。",
    "“您坐前排，这里听得清楚。”管理员苏见山搬来一把竹椅。",
    "去年全镇共举办读书活动62场，参加群众约3400人次。",
    "渡口的石阶上，孩子们把刚学会的诗念给江水听；船工停下桨，也跟着念。",
    "县文化馆、妇联与三所小学签了协议：教室借给大家用，书由大家捐。",
    "老人说……从前看书要走二十里山路，现在出门就是！",
)
TRADITIONAL = (
    "嵐溪里的舊倉庫改成了共餐站，每週四中午供應熱飯。",
    "「您坐前排，這裡聽得清楚。」志工蘇見山搬來一張竹椅。",
    "去年全里共舉辦讀書會62場，參加居民約3400人次。",
    "渡口的石階上，孩子們把剛學會的詩念給溪水聽；船工停下槳，也跟著念。",
    "區公所、婦女會與三所國小簽了協議：教室借給大家用，書由大家捐。",
    "老人說……從前看書要走二十里山路，現在出門就是！",
)
# Beyond the first plane where the encoding has it; 喆 and 𨋢 as Hong Kong writes them.
RARE = {"utf": "𠮷𣲗𤧛👍🏽\u200d", "gb18030": "𠮷𣲗𤧛", "big5hkscs": "𨋢𠝹"}
CORPUS = (
    *((name, SIMPLIFIED) for name in ("gb2312", "gbk", "gb18030")),
    *((name, TRADITIONAL) for name in ("gbk", "gb18030", "big5", "cp950", "big5hkscs")),
    *(
        (f"utf-{width}{end}", prose)
        for width in ("16", "32")
        for end in ("-le", "-be", "")
        for prose in (SIMPLIFIED, TRADITIONAL)
    ),
    *((name, prose) for name in ("utf-8", "utf-8-sig") for prose in (SIMPLIFIED, TRADITIONAL)),
)
LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, 300, 1_000, 10_000, 100_000)


@cache
def prose(sentences: tuple[str, ...], encoding: str) -> str:
    """Return 100,000 invented characters, lines and rare characters among them."""
    draw = random.Random(7)
    rare = next((kept for name, kept in RARE.items() if encoding.startswith(name)), "")
    parts: list[str] = []
    length = 0
    while length < 101_000:
        sentence = draw.choice(sentences)
        if rare and draw.random() < 0.05:
            sentence = f"{sentence[:5]}{draw.choice(rare)}{sentence[5:]}"
        parts.append(sentence + ("\r\n" if draw.random() < 0.2 else ""))
        length += len(parts[-1])
    return "".join(parts)


def samples(encoding: str, sentences: tuple[str, ...], length: int) -> list[str]:
    whole = prose(sentences, encoding)
    draw = random.Random(length)
    starts = (draw.randrange(len(whole) - length) for _ in range(25 if length < 100 else 2))
    pieces = (whole[start : start + length] for start in starts)
    return [piece for piece in pieces if piece.strip()]


@pytest.mark.parametrize(("encoding", "sentences"), CORPUS)
def test_every_sample_decodes_exactly_or_is_asked_about(
    encoding: str, sentences: tuple[str, ...]
) -> None:
    marked = encoding in ("utf-16", "utf-32", "utf-8-sig")
    for length in LENGTHS:
        asked = 0
        pieces = samples(encoding, sentences, length)
        for piece in pieces:
            data = piece.encode(encoding)
            known = guess(data)
            if known.encoding is None:
                asked += 1
                read = [data.decode(codec_of(one)) for one in known.candidates]
                assert piece in read, (length, piece, known)
                continue
            assert import_bytes(data, name="x", encoding=known.encoding).text == piece
        if marked or (encoding == "utf-8" and length >= 3) or length >= 20:
            assert not asked, (length, asked)
        elif length >= 10:
            assert asked <= len(pieces) // 4, (length, asked)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le"])
def test_the_importer_reads_what_is_certain(encoding: str) -> None:
    text = "".join(SIMPLIFIED)
    article = import_bytes(text.encode(encoding), name="x")
    assert (article.text, article.metadata["encoding"]) == (text, encoding)


def test_the_first_reading_to_choose_from_is_the_likeliest() -> None:
    known = guess("书屋".encode("gb18030"))
    assert known.encoding is None
    assert known.candidates[0] == "gb18030"
    assert len(known.candidates) == len(set(known.candidates)) > 1


def test_a_byte_order_mark_is_believed() -> None:
    assert guess(b"\x84\x31\x95\x33\xca\xe9").encoding == "gb18030"
    assert guess("书".encode("utf-32")).encoding == "utf-32"


@pytest.mark.parametrize("text", ["abc", "x", "Les élèves", "Все люди", "", "\n\n"])
def test_text_of_other_scripts_is_utf8_where_it_is_valid(text: str) -> None:
    assert guess(text.encode()).encoding == "utf-8"


def test_what_is_ascii_by_accident_is_asked_about() -> None:
    # 中 in two bytes is a hyphen and an N, and letters in two bytes are letters with nothing.
    assert guess("中".encode("utf-16-le")).candidates == ("utf-16-le", "utf-8")
    assert guess("The old library".encode("utf-16-le")).candidates[0] == "utf-16-le"


KOREAN = "모든 국민은 법 앞에 평등하다. 누구든지 성별이나 종교에 의하여 차별을 받지 아니한다. "
JAPANESE = "春はあけぼの。やうやう白くなりゆく山際、少し明かりて、紫だちたる雲の細くたなびきたる。"


@pytest.mark.parametrize(
    ("text", "encoding"), [(KOREAN, "cp949"), (JAPANESE, "euc_jp"), (JAPANESE, "cp932")]
)
@pytest.mark.parametrize("times", [1, 4])
def test_neighbours_are_not_taken_for_chinese(text: str, encoding: str, times: int) -> None:
    known = guess((text * times).encode(encoding))
    assert known.encoding is None
    assert encoding in known.candidates


def test_a_language_nobody_thought_of_is_asked_about() -> None:
    # Every pair of its bytes is a common character of GB 2312, few of them a usual one.
    thai = "ระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ"
    assert guess(thai.encode("tis-620")).encoding is None


def test_the_library_can_say_no(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "".join(SIMPLIFIED).encode("gb18030")
    monkeypatch.setattr(encodings, "_library_says", lambda _window: "cp949")
    assert guess(data).encoding is None
    assert guess(data).candidates[0] == "gb18030"
    # One that does not know has nothing against it.
    monkeypatch.setattr(encodings, "_library_says", lambda _window: None)
    assert guess(data).encoding == "gb18030"


def test_bytes_that_are_no_text_anywhere_leave_nothing_to_choose() -> None:
    assert guess(b"\xff\xff\xff") == guess(bytes(range(128, 256)) * 3)
    assert guess(b"\xff\xff\xff").candidates == ()


def test_damage_far_behind_is_noticed() -> None:
    text = "".join(SIMPLIFIED) * 400
    data = text.encode("gb18030") + b"\xff"
    assert guess(data).encoding is None
    assert "gb18030" not in guess(data).candidates
    # What is not ASCII may begin late.
    late = "a" * 50_001 + text
    assert guess(late.encode("gb18030")).encoding == "gb18030"
    assert guess(late.encode()).encoding == "utf-8"


def test_two_kinds_of_big5_are_one_unless_they_differ() -> None:
    text = "".join(TRADITIONAL)
    assert guess(text.encode("big5hkscs")).encoding == "big5"
    # The same two bytes are a wave dash or a similarity sign.
    waves = (text + "長～短").encode("cp950")
    assert guess(waves).encoding == "big5"
    assert import_bytes(waves, name="x").text.endswith("長～短")
    # Hong Kong's own, far behind.
    own = (text * 200 + "升降機叫做𨋢").encode("big5hkscs")
    assert guess(own).encoding == "big5hkscs"
    # And where both are valid and name different characters, behind what is weighed.
    either = (text * 200).encode("big5") + b"\xc6\xa1"
    assert guess(either).encoding is None
    assert guess(either).candidates[:2] == ("big5", "big5hkscs")


def test_supersets_and_labels() -> None:
    assert [codec_of(name) for name in ("GB2312", "gbk", "big5", "utf8")] == [
        "gb18030",
        "gb18030",
        "cp950",
        "utf-8",
    ]
    assert label_of("big5hkscs") == "Big5-HKSCS"
    assert label_of("koi8-r") == "KOI8-R"
