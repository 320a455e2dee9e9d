"""How a list draws rows of two lines: a kind's dot and a quote, and what is said of it below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.text.script import Script, SourceScript
from reader.ui.panels.elements import DOT, SPACE, paint_line, sized
from reader.ui.reading.typography import faces

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from reader.ui.panels.elements import Index
    from reader.ui.theme import Theme

LEFT: Final = 2 * SPACE
"""Pixels beside a row, at either side."""
ABOVE: Final = 7
"""Pixels above and below a row."""
NEAR: Final = 9
"""Pixels between what stands on one line."""


class QuoteDelegate(QStyledItemDelegate):
    """Draws rows in the faces of the article whose words they quote."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Draw in a theme's colours."""
        super().__init__(parent)
        self._theme = theme
        self._families = faces(Script.ORIGINAL, SourceScript.SIMPLIFIED)

    def set_faces(self, families: list[str]) -> None:
        """Set the quotes in other families."""
        self._families = families

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the room of two lines; every row is as high."""
        quote, small = self.fonts(option)
        height = QFontMetricsF(quote).height() + QFontMetricsF(small).height() + 1
        return QSize(1, round(height) + 2 * ABOVE)

    def fonts(self, option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
        """Return the font of the quote and that of the line below."""
        sans = [family.replace("Serif", "Sans") for family in self._families if "CJK" in family]
        return sized(option.font, self._families, larger=2), sized(option.font, sans, larger=-1)


def paint_elided(
    painter: QPainter, at: tuple[float, float], end: float, text: str, font: QFont, colour: str
) -> float:
    """Draw words that end before ``end``, cut with … there; return where they end.

    Where there is no room for more than the …, nothing is drawn.
    """
    painter.setFont(font)
    painter.setPen(QColor(colour))
    room = end - at[0]
    if room < 2 * DOT:
        return at[0]
    text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    return paint_line(painter, *at, text)
