"""Backups from the window: the one a day that nobody asks for, and those that are asked for."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.language import mark, tr
from reader.ui.dialogs.messages import Ask
from reader.ui.documents import documents
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks
    from reader.workspace import Workspace
    from reader.workspace.backups.backup import Backup

_log = logging.getLogger(__name__)

# Milliseconds that the window has to itself after opening.
_PATIENCE: Final = 2_000
_ZIP_FILES: Final = mark("Backup (*.zip)")


class Backups(QObject):
    """Makes and restores backups in workers.

    Attributes:
        progressed: Carries ``(done, total)`` of what was asked for; ``None`` when it is over.
        refused: Carries the sentence that says why something was not done.
    """

    progressed = Signal(object)
    refused = Signal(object)

    def __init__(self, window: Frame, session: Session, tasks: Tasks) -> None:
        """Follow a session."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._tasks = tasks
        self._asked: Task | None = None
        self._target = Path()
        self._daily: _Daily | None = None
        self._changed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self.back_up_today)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)

    # Nobody asks

    @Slot(object)
    def _on_opened(self, workspace: Workspace) -> None:
        """Make today's backup soon, and renew that of the workspace left, if it changed."""
        self._renew_in_a_worker()
        self._changed = False
        self._daily = None
        if not workspace.read_only:
            self._daily = _Daily(
                workspace.folder, workspace.roots[1:], sound=not workspace.problems
            )
            self._timer.start()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self._changed = True

    @Slot()
    def back_up_today(self) -> None:
        """Make today's backup, unless there is one."""
        if self._daily is not None:
            self._tasks.start(self._daily.make, self._on_made, self._on_not_made)

    def _renew_in_a_worker(self) -> None:
        if self._daily is not None and self._changed:
            self._tasks.start(self._daily.renew, self._on_made, self._on_not_made)

    @Slot(object)
    def _on_made(self, path: Path | None) -> None:
        _log.info("the backup of today: %s", path)

    @Slot(object)
    def _on_not_made(self, error: Exception) -> None:
        if not isinstance(error, WorkspaceError | _CancelledError):
            raise error
        if isinstance(error, WorkspaceError):
            self.refused.emit(str(error))

    def close(self) -> None:
        """Renew today's backup, if anything changed; the workspace and the window are closed."""
        self._timer.stop()
        if self._daily is not None and self._changed:
            self._changed = False
            try:
                self._daily.renew(None)
            except WorkspaceError as error:
                _log.warning("no backup was made at closing: %s", error)

    # Somebody asks

    def back_up(self) -> None:
        """Ask for a file and write the workspace into it."""
        workspace = self._session.workspace
        assert workspace is not None
        if self._is_busy():
            return
        name = f"{workspace.folder.name} {date.today()}.zip"
        title = self.tr("Back up workspace")
        target = Ask.save_file(self._window, title, documents() / name, tr(_ZIP_FILES))
        if target is not None:
            self._start(
                _Making(workspace.folder, workspace.roots[1:], target).run,
                target,
                self._on_backed_up,
            )

    def restore(self) -> None:
        """Ask for a backup and a new folder, and open the workspace that comes of them."""
        if self._is_busy():
            return
        path = Ask.file(self._window, self.tr("Restore backup"), tr(_ZIP_FILES))
        if path is None:
            return
        folder = Ask.new_folder(self._window, self.tr("Restore into a new folder"), path.parent)
        if folder is not None:
            self._start(_Restoring(path, folder).run, folder, self._on_restored)

    @Slot()
    def cancel(self) -> None:
        """Stop what was asked for; nothing of it stays."""
        if self._asked is not None:
            self._asked.cancel()

    def _is_busy(self) -> bool:
        if self._asked is not None:
            self.refused.emit(self.tr("A backup is under way; wait for it, or cancel it."))
        return self._asked is not None

    def _start(
        self, work: Callable[[Progress], Any], target: Path, done: Callable[[Any], None]
    ) -> None:
        self._target = target
        self.progressed.emit((0, 0))
        self._asked = self._tasks.start(work, done, self._on_failed, self.progressed)

    def _end(self) -> None:
        self._asked = None
        self.progressed.emit(None)

    @Slot(object)
    def _on_backed_up(self, backup: Backup) -> None:
        self._end()
        sentence = self.tr("Backed up {count:,} files to {name}.").format(
            count=len(backup.files), name=self._target.name
        )
        if backup.problems:
            Ask.tell(self._window, self.tr("Back up workspace"), sentence, backup.problems)
        else:
            self._window.say(sentence)

    @Slot(object)
    def _on_restored(self, _kept: object) -> None:
        self._end()
        self._window.commit_pending()
        if self._session.open(self._target):
            self._window.say(self.tr("Restored in {folder}.").format(folder=self._target))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, _CancelledError):
            self._window.say(self.tr("Nothing was written."))
        elif isinstance(error, WorkspaceError):
            self.refused.emit(str(error))
        else:
            raise error


class _CancelledError(Exception):
    """The user asked to stop."""


def _steps(progress: Progress) -> Callable[[int, int], None]:
    """Return what reports to the main thread, in thousandths, and stops when that asks."""
    told = -1

    def step(done: int, total: int) -> None:
        nonlocal told
        if progress.cancelled:
            raise _CancelledError
        part = done * 1000 // max(total, 1)
        if part != told:
            told = part
            progress.report(part, 1000)

    return step


@dataclass(frozen=True, slots=True)
class _Making:
    """The making of a backup, as a task of pure data."""

    folder: Path
    beside: tuple[Path, ...]
    target: Path

    def run(self, progress: Progress) -> Backup:
        from reader.workspace.backups.backup import back_up

        return back_up(self.folder, self.target, _steps(progress), beside=self.beside)


@dataclass(frozen=True, slots=True)
class _Restoring:
    """The restoring of a backup, as a task of pure data."""

    path: Path
    folder: Path

    def run(self, progress: Progress) -> object:
        from reader.workspace.backups.restoring import restore

        return restore(self.path, self.folder, _steps(progress))


@dataclass(frozen=True, slots=True)
class _Daily:
    """Today's backup, as a task of pure data."""

    folder: Path
    beside: tuple[Path, ...]
    sound: bool

    def make(self, progress: Progress) -> Path | None:
        from reader.workspace.backups.rotation import back_up_daily

        return back_up_daily(
            self.folder, sound=self.sound, step=_steps(progress), beside=self.beside
        )

    def renew(self, progress: Progress | None) -> Path | None:
        from reader.workspace.backups.backup import ignore_progress
        from reader.workspace.backups.rotation import back_up_daily

        if not self.sound:
            return None
        step = _steps(progress) if progress is not None else ignore_progress
        return back_up_daily(self.folder, renew=True, step=step, beside=self.beside)
