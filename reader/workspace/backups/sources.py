"""Whole copies of a workspace's files: in its backups, and those that synchronisers made."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.workspace.backups.backup import FOLDER as BACKUPS
from reader.workspace.backups.backup import BackupError
from reader.workspace.backups.restoring import open_backup
from reader.workspace.errors import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.workspace.backups.backup_manifest import Kept


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a file.

    Attributes:
        content: Its bytes.
        found_in: Where it was found, to stand in a sentence: ``the backup of 2026-11-22``.
    """

    content: bytes
    found_in: str


def backup_files(folder: Path) -> list[Path]:
    """Return the zip files in a workspace's folder of backups, the newest by name first."""
    try:
        found = [
            path
            for path in (folder / BACKUPS).iterdir()
            if path.suffix == ".zip" and not path.name.startswith(".") and path.is_file()
        ]
    except OSError:
        return []
    return sorted(found, key=lambda path: path.name, reverse=True)


class Sources:
    """Whole copies of the files of one workspace.

    Attributes:
        names: The names of all files that some backup of it holds.
    """

    def __init__(self, folder: Path) -> None:
        """Look which backups there are; one that cannot be opened is none."""
        self._folder = folder
        self._backups: list[tuple[Path, Kept]] = []
        for path in backup_files(folder):
            with contextlib.suppress(BackupError), open_backup(path) as backup:
                self._backups.append((path, backup.kept))
        self._backups.sort(key=lambda one: one[1].created, reverse=True)
        self.names = frozenset(name for _, kept in self._backups for name in kept.files)

    def copies(self, name: str, is_copy: Callable[[str], bool]) -> Iterator[Copy]:
        """Yield copies of a file: those beside it, then those in backups, the newest first.

        Args:
            name: The file, from the workspace's folder on.
            is_copy: Whether another file beside it is a copy of it, by its name.
        """
        path = self._folder / name
        with contextlib.suppress(OSError):
            for beside in sorted(path.parent.iterdir()):
                if beside.is_file() and beside != path and is_copy(beside.name):
                    with contextlib.suppress(OSError):
                        yield Copy(beside.read_bytes(), shown(beside, self._folder))
        for backup, kept in self._backups:
            if name in kept.files:
                with contextlib.suppress(BackupError), open_backup(backup) as opened:
                    content = b"".join(opened.read(name))
                    yield Copy(content, f"the backup {shown(backup, self._folder)}")
