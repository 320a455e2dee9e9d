"""Scripts a text is shown in, the script it was written in, and what leads between them."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from reader.text.conversion import converter


class Script(StrEnum):
    """The form a text is shown in (BCP 47 tags; ``original`` is the untouched source)."""

    ORIGINAL = "original"
    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"
    TAIWAN = "zh-Hant-TW"
    HONG_KONG = "zh-Hant-HK"


class SourceScript(StrEnum):
    """The script an article was written in."""

    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"
    MIXED = "mixed"
    """Traditional with Simplified residue, as a bad conversion leaves it (機關干部)."""
    UNDETERMINED = "und"
    """No character that only one script has."""


# By target, for a source that is Traditional with residue, clean Traditional, and any
# other. s2… also repairs residue; on clean Traditional text it would change good
# characters (facts: s2tw changes 0.5 to 2.5 of 1,000). Which region a Traditional
# source is of is not known: what is undone of one's forms harms no text of the other.
_PLAIN = {
    Script.SIMPLIFIED: ("mixed2s", "mixed2s", "t2s"),
    Script.TRADITIONAL: ("s2t", None, "s2t"),
    Script.TAIWAN: ("s2tw", "hk2tw", "s2tw"),
    Script.HONG_KONG: ("mixed2hk", "tw2hk", "s2hk"),
}
_REGIONAL = {
    Script.SIMPLIFIED: ("tw2sp", "tw2sp", "tw2sp"),
    Script.TAIWAN: ("s2twp", "hk2twp", "s2twp"),
    Script.HONG_KONG: ("mixed2hkp", "tw2hkp", "s2hkp"),
}
_COLUMNS = {SourceScript.MIXED: 0, SourceScript.TRADITIONAL: 1}


def config_for(source: SourceScript, target: Script, *, regional: bool = False) -> str | None:
    """Return the name of the configuration that shows ``source`` as ``target``.

    Args:
        source: The script the text was written in.
        target: The script to show.
        regional: Whether regional vocabulary is converted too. It has no
            effect where a region has no vocabulary of its own (``zh-Hant``)
            or the text has it already (Simplified to ``zh-Hans``).

    Returns:
        A name that :func:`reader.text.conversion.converter` takes, or ``None``
        where the text is shown as it is.
    """
    if target is Script.ORIGINAL:
        return None
    row = _PLAIN[target]
    if regional and not (source is SourceScript.SIMPLIFIED and target is Script.SIMPLIFIED):
        row = _REGIONAL.get(target, row)
    return row[_COLUMNS.get(source, 2)]


# Detection reads no more than this many code points of a text.
_SAMPLE = 50_000
# A text is of one script when at most this share of the telling characters is the other's.
_STRAY_SHARE = 0.1
# Residue: changes a dry run makes beyond regional variants. Clean Traditional
# text shows 0 to 3 of 1,000 characters, badly converted text 10 and more; a name
# that OpenCC gets wrong (溪尾里) may repeat, but is few different characters.
_RESIDUE_PER_THOUSAND = 5
_RESIDUE_DIFFERENT = 5
# What s2tw changes though Traditional text has it of its own: 台灣, a district's 里,
# the surnames 余 范 游 涂 岳 郁, and forms that many write (占 雇 岩).
_TRADITIONAL_TOO = frozenset("台里余范游涂岳郁占雇岩")


@cache
def _telling_characters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for characters only Simplified, only Traditional text has.

    The two national character sets tell: GB 2312 holds the Simplified forms,
    Big5 the Traditional ones, and what stands in both (干 后 里) tells nothing.
    """
    simplified, traditional = [], []
    for code in range(0x4E00, 0xA000):
        character = chr(code)
        in_gb, in_big5 = (_encodes(character, name) for name in ("gb2312", "big5"))
        if in_gb and not in_big5:
            simplified.append(character)
        elif in_big5 and not in_gb:
            traditional.append(character)
    return re.compile(f"[{''.join(simplified)}]"), re.compile(f"[{''.join(traditional)}]")


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def detect_script(text: str) -> SourceScript:
    """Return the script that ``text`` was written in, judged over the whole article."""
    sample = text[:_SAMPLE]
    only_simplified, only_traditional = _telling_characters()
    simplified = len(only_simplified.findall(sample))
    traditional = len(only_traditional.findall(sample))
    told = simplified + traditional
    if not told:
        return SourceScript.UNDETERMINED
    if traditional <= told * _STRAY_SHARE:
        return SourceScript.SIMPLIFIED
    if simplified > told * _STRAY_SHARE or _has_residue(sample):
        return SourceScript.MIXED
    return SourceScript.TRADITIONAL


def _has_residue(text: str) -> bool:
    """Return whether a dry run finds Simplified characters in Traditional text.

    What ``t2tw`` changes too is a regional variant, not residue.
    """
    repaired = converter("s2tw").convert(text).text
    variants = converter("t2tw").convert(text).text
    residue = [
        source
        for source, fixed, variant in zip(text, repaired, variants, strict=True)
        if fixed != source == variant and source not in _TRADITIONAL_TOO
    ]
    often = len(residue) >= len(text) * _RESIDUE_PER_THOUSAND / 1000
    return often and len(set(residue)) >= _RESIDUE_DIFFERENT
