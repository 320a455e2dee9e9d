"""How dialogs lay out what stands side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from reader.ui.panels.elements import SPACE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def side_by_side(*widgets: QWidget | None, space: int = 2 * SPACE) -> QHBoxLayout:
    """Return widgets side by side, so far apart; ``None`` is room between them."""
    row = QHBoxLayout()
    row.setSpacing(space)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
