"""What the last export was written as, and where: the next one most often is the same."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.ui.documents import documents

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_FORMAT: Final = "export_format"
_FOLDER: Final = "export_folder"


class LastExport:
    """Remembers the format and the folder of the last export."""

    def __init__(self, settings: QSettings) -> None:
        """Remember them in some settings."""
        self._settings = settings

    @property
    def format(self) -> str:
        """The key of the format; empty where nothing was exported yet."""
        return str(self._settings.value(_FORMAT) or "")

    @property
    def folder(self) -> Path:
        """The folder, as long as it is there; else the one for documents."""
        folder = Path(str(self._settings.value(_FOLDER) or ""))
        with suppress(OSError):  # as of a drive that does not answer
            if folder.is_absolute() and folder.is_dir():
                return folder
        return documents()

    def note(self, name: str, path: Path) -> None:
        """Remember what was written.

        Args:
            name: The key of the format.
            path: The file.
        """
        self._settings.setValue(_FORMAT, name)
        self._settings.setValue(_FOLDER, str(path.parent))
