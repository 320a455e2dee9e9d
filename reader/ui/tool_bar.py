"""The bar of what is used most: words beside the icons where there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class ToolBar(QToolBar):
    """Shows its actions with their words; in a narrow window the icons alone, all of them."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(title, parent)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._full = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where the last actions would be cut off."""
        styles = Qt.ToolButtonStyle
        if self.toolButtonStyle() == styles.ToolButtonTextBesideIcon:
            self._full = self.sizeHint().width()
        words = self.width() >= self._full
        self.setToolButtonStyle(
            styles.ToolButtonTextBesideIcon if words else styles.ToolButtonIconOnly
        )
        super().resizeEvent(event)
