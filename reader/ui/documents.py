"""Where a reader keeps files of his own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> Path:
    """Return the folder for documents; where the system names none that is there, the home folder.

    Many systems name a folder that nobody ever made; a file offered there could not be written.
    """
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place) or Path.home())
    return folder if folder.is_dir() else Path.home()
