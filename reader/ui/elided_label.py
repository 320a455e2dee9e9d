"""A label that shows as much of its text as fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ElidedLabel(QLabel):
    """One line; what does not fit is an ellipsis, and the whole is in the tool tip."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def setText(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return room for a few characters."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(0, self.width() - 2)
        )
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
