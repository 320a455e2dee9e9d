"""Faces and measures of the reading surface."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF

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

SMALLEST, LARGEST = 12, 60
"""Bounds of the zoom, in pixels of the body's size."""


def faces(script: Script, source: SourceScript) -> list[str]:
    """Return the font families for a script, the best first; the original has its writer's."""
    if script is Script.ORIGINAL:
        traditional = source in (SourceScript.TRADITIONAL, SourceScript.MIXED)
        script = Script.TRADITIONAL if traditional else Script.SIMPLIFIED
    serif = _FACES[script]
    return [*serif, *_SANS[serif], "serif"]


@dataclass(frozen=True, slots=True)
class Typography:
    """How text is set. Lengths in pixels unless said otherwise.

    Attributes:
        families: Font families, the best first.
        size: Size of the body.
        leading: Distance of baselines, in sizes.
        measure: Length of a full line, in ideographs.
        indent: First-line indent, in ideographs.
    """

    families: tuple[str, ...]
    size: int = 20
    leading: float = 1.9
    measure: int = 38
    indent: int = 2

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
        return QFontMetricsF(self.font()).horizontalAdvance("国")

    @property
    def line(self) -> float:
        """Distance of two baselines of the body."""
        return round(self.size * self.leading)

    def zoomed(self, steps: int) -> Typography:
        """Return the typography some steps larger, or smaller, within bounds."""
        return replace(self, size=max(SMALLEST, min(LARGEST, self.size + 2 * steps)))
