"""Automatic backups: one a day inside the workspace, of which the last fourteen stay."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from reader.durable import make_folder
from reader.language import tr
from reader.workspace.backups.backup import FOLDER, BackupError, back_up, ignore_progress
from reader.workspace.backups.restoring import verify
from reader.workspace.errors import reason
from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.journals.journal import FOLDER as ANNOTATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.workspace.backups.backup import Step

KEPT: Final = 14
_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d)\.zip")


def daily_backups(folder: Path) -> list[Path]:
    """Return the automatic backups of a workspace, the newest first.

    Raises:
        OSError: If their folder cannot be listed.
    """
    inside = folder / FOLDER
    if not inside.is_dir():
        return []
    found = [path for path in inside.iterdir() if _is_daily(path)]
    return sorted(found, key=lambda path: path.name, reverse=True)


def _is_daily(path: Path) -> bool:
    named = _NAME.fullmatch(path.name)
    if named is None or path.is_symlink() or not path.is_file():
        return False
    try:
        date.fromisoformat(named[1])
    except ValueError:
        return False
    return True


def back_up_daily(
    folder: Path,
    *,
    renew: bool = False,
    sound: bool = True,
    step: Step = ignore_progress,
    today: date | None = None,
    beside: Sequence[Path] = (),
) -> Path | None:
    """Make today's backup in the workspace, and remove those that are too old.

    Two windows may do so at once: the later one replaces the other. Nothing is removed
    unless the new one was read again and is whole, with every file in it.

    Args:
        folder: The workspace.
        renew: Whether one made earlier today is replaced.
        sound: Whether nothing was found damaged when the workspace was opened; if
            something was, nothing older is replaced or removed.
        step: Told now and then how many bytes of how many are behind.
        today: The day in the user's time; the system's where none is given.
        beside: Folders with what could not be written into the workspace.

    Returns:
        The backup; ``None`` where there is one already, or nothing to keep.

    Raises:
        BackupError: If it could not be made; those that were there still are.
    """
    path = folder / FOLDER / f"{today or date.today()}.zip"
    try:
        if (path.exists() and not (renew and sound)) or not _holds_anything(folder):
            return None
        make_folder(path.parent)
        backup = back_up(folder, path, step, beside=beside)
        if sound and not backup.unreadable:
            _remove_old(folder, path)
    except OSError as error:
        msg = tr(
            "The backup of today {path} could not be made ({reason}); free some space or "
            "check the drive."
        ).format(path=path, reason=reason(error))
        raise BackupError(msg) from error
    if backup.problems:
        raise BackupError(backup.problems[0])
    return path


def _holds_anything(folder: Path) -> bool:
    return any(
        inside.is_dir() and any(inside.iterdir())
        for inside in (folder / ANNOTATIONS, folder / ARTICLES)
    )


def _remove_old(folder: Path, newest: Path) -> None:
    """Remove the oldest backups, but never the one just made, whatever the clock says.

    Raises:
        BackupError: If that is not whole; then none is removed.
        OSError: If the folder cannot be listed or written.
    """
    others = [path for path in daily_backups(folder) if path != newest]
    old = others[KEPT - 1 :]
    if not old:
        return
    verify(newest)
    for path in old:
        # Another window may have done so. One that a power cut brings back is removed tomorrow.
        path.unlink(missing_ok=True)
