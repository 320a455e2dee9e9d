"""Faces and measures of the reading surface."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from reader.text.script import Script, SourceScript

# Named per script: left to itself, Qt may take a Japanese face for 骨直门.
_SIMPLIFIED = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun")
_TRADITIONAL = ("Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "Songti TC", "MingLiU")
_HONG_KONG = ("Noto Serif CJK HK", "Noto Serif HK", "Source Han Serif HC", "MingLiU_HKSCS")
_FACES = {
    Script.SIMPLIFIED: _SIMPLIFIED,
    Script.TRADITIONAL: _TRADITIONAL,
    Script.TAIWAN: _TRADITIONAL,
    Script.HONG_KONG: _HONG_KONG,
}
_SANS = {
    _SIMPLIFIED: ("Noto Sans CJK SC", "Microsoft YaHei"),
    _TRADITIONAL: ("Noto Sans CJK TC", "Microsoft JhengHei"),
    _HONG_KONG: ("Noto Sans CJK HK", "Microsoft JhengHei"),
}

# Suffixes of families, those of the script itself first.
_REGIONS = {
    _SIMPLIFIED: ("SC", "CN", "GB"),
    _TRADITIONAL: ("TC", "TW", "HK", "HC"),
    _HONG_KONG: ("HK", "HC", "TC", "TW"),
}
_REGION = re.compile(r" (?:SC|CN|GB|TC|TW|HK|HC|MO)$")
_CENTRED = re.compile(r" (?:TC|TW|HK|HC|MO)$|^MingLiU")
_FOREIGN = re.compile(r" (?:JP|KR|J|K)$")

SMALLEST, LARGEST = 12, 60
"""Bounds of the zoom, in pixels of the body's size."""


LEADINGS = 1.4, 2.6
"""Bounds of the distance of baselines, in sizes."""
MEASURES = 16, 60
"""Bounds of a full line, in ideographs."""
INDENTS = 0, 4
"""Bounds of the first-line indent, in ideographs."""
SPACES = 0.0, 2.0
"""Bounds of the space after a paragraph, in lines."""


def faces(script: Script, source: SourceScript, face: str = "") -> list[str]:
    """Return the font families for a script, the best first; the original has its writer's.

    Args:
        script: The script shown.
        source: The script that the article was written in.
        face: What the reader chose of :func:`installed_faces`; empty for the usual serif,
            which also has the characters that the choice lacks.
    """
    if script is Script.ORIGINAL:
        traditional = source in (SourceScript.TRADITIONAL, SourceScript.MIXED)
        script = Script.TRADITIONAL if traditional else Script.SIMPLIFIED
    serif = _FACES[script]
    usual = [*serif, *_SANS[serif], "serif"]
    if not face:
        return usual
    regional = [f"{face} {region}" for region in _REGIONS[serif]]
    known = set(QFontDatabase.families())
    return [*(family for family in (*regional, face) if family in known), *usual]


def installed_faces() -> list[str]:
    """Return the Chinese faces that this machine has, without the region of their families.

    Families that differ in their region alone (SC, TC, HK) are one face: each
    script is set in its own.
    """
    systems = QFontDatabase.WritingSystem
    families = {
        family
        for system in (systems.SimplifiedChinese, systems.TraditionalChinese)
        for family in QFontDatabase.families(system)
        if not family.startswith("@") and not QFontDatabase.isPrivateFamily(family)
    }
    bare = {_REGION.sub("", family) for family in families if not _FOREIGN.search(family)}
    return sorted(bare, key=str.casefold)


@lru_cache(maxsize=64)
def _ideograph(families: tuple[str, ...], size: int) -> float:
    # Asked for at every paint, and Qt would look for the face each time.
    return QFontMetricsF(Typography(families, size).font()).horizontalAdvance("国")


@dataclass(frozen=True, slots=True)
class Typography:
    """How text is set. Lengths in pixels unless said otherwise.

    Attributes:
        families: Font families, the best first.
        size: Size of the body.
        leading: Distance of baselines, in sizes.
        measure: Length of a full line, in ideographs.
        indent: First-line indent, in ideographs.
        space: Space after a paragraph, in lines.
        face: The face chosen, from which the families follow; empty for the usual one.
        hanging: Whether a mark at the end of a line may stand in the margin.
        tight: Whether full-width marks close up where two of them meet.
    """

    families: tuple[str, ...]
    size: int = 20
    leading: float = 1.9
    measure: int = 38
    indent: int = 2
    space: float = 0.0
    face: str = ""
    hanging: bool = True
    tight: bool = True

    def font(self, scale: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the body's font, or a larger one for headings."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(round(self.size * scale))
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @property
    def ideograph(self) -> float:
        """Width of one ideograph of the body."""
        return _ideograph(self.families, self.size)

    @property
    def centred(self) -> bool:
        """Whether stops stand in the middle of their square, as in Taiwan and Hong Kong."""
        return bool(self.families and _CENTRED.search(self.families[0]))

    @property
    def line(self) -> float:
        """Distance of two baselines of the body."""
        return round(self.size * self.leading)

    def bounded(self) -> Typography:
        """Return the typography with what goes beyond its bounds at them."""
        return replace(
            self,
            size=max(SMALLEST, min(LARGEST, self.size)),
            leading=max(LEADINGS[0], min(LEADINGS[1], self.leading)),
            measure=max(MEASURES[0], min(MEASURES[1], self.measure)),
            indent=max(INDENTS[0], min(INDENTS[1], self.indent)),
            space=max(SPACES[0], min(SPACES[1], self.space)),
        )

    def zoomed(self, steps: int) -> Typography:
        """Return the typography some steps larger, or smaller, within bounds."""
        return replace(self, size=max(SMALLEST, min(LARGEST, self.size + 2 * steps)))
