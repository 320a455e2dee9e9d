"""Icons, drawn in the colours of the theme.

Qt's own reader of SVG keeps them sharp at every scale, and it reads files: so
each theme's icons are written once into a folder that goes with the program.
"""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QIcon

from reader.assets import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton

    from reader.ui.theme import Theme

PROPERTY: Final = "iconName"
"""The property of a button or an action that holds the name of its icon."""

_DRAWN_IN: Final = "#4f4a43"
_LOG = logging.getLogger(__name__)


def put_icon(target: QAbstractButton | QAction, name: str, theme: Theme) -> None:
    """Give a button or an action an icon of ``resources/icons``; another theme gives it its own."""
    target.setProperty(PROPERTY, name)
    target.setIcon(QIcon(str(icon_folder(theme) / f"{name}.svg")))


def icon_folder(theme: Theme) -> Path:
    """Return the folder that holds the icons in a theme's colour."""
    return _written(str(theme.icon))


@cache
def _written(colour: str) -> Path:
    drawn = resource("icons")
    try:
        folder = Path(_all().name) / colour.removeprefix("#")
        folder.mkdir()
        for file in drawn.glob("*.svg"):
            picture = file.read_text("utf-8").replace(_DRAWN_IN, colour)
            (folder / file.name).write_text(picture, "utf-8")
    except OSError as error:
        _LOG.warning("Icons stay as they were drawn, no folder for others could be made: %s", error)
        return drawn
    return folder


@cache
def _all() -> TemporaryDirectory[str]:
    """Return the folder of all icons; it goes when the program ends."""
    return TemporaryDirectory(prefix="wenmai-icons-")
