"""A kind's dot as the icon of an entry."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from reader.ui.panels.elements import DOT, paint_dot

DOT_HEIGHT: Final = 16
"""How high the icon is, in pixels of the layout."""


def dot_icon(colour: str, width: int, ratio: float) -> QIcon:
    """Return an icon of a dot in its middle.

    Args:
        colour: The dot's, as the theme shows it; empty for none, where only its room is kept.
        width: How broad the icon is, in pixels of the layout.
        ratio: How many pixels of the screen each of those is.
    """
    picture = QPixmap(round(width * ratio), round(DOT_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    if colour:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # On whole pixels, a pixel wider than it is: its edge is soft.
        paint_dot(painter, (width - DOT - 1) / 2, DOT_HEIGHT / 2, colour)
        painter.end()
    return QIcon(picture)
