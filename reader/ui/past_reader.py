"""Reads a workspace's past in workers, and goes on reading while somebody wants to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.workspace.journals.past import Known, PastFilter, Reading, Step, entry_at, read_past

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks
    from reader.workspace import Workspace
    from reader.workspace.files.entry import Entry

# Milliseconds after a change: several edits are often one after the other.
_SOON: Final = 60


class PastReader(QObject):
    """Follows a session's workspace between :meth:`begin` and :meth:`end`.

    Attributes:
        read: Carries a :class:`Reading`: all there is, or what was added.
        progressed: Carries ``(done, total)`` in bytes while all is read; ``None`` when it is over.
    """

    read = Signal(object)
    progressed = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._wanted = False
        self._workspace: Workspace | None = None
        self._known: Known | None = None
        self._task: Task | None = None
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self._start)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Read what there is, and go on with what comes."""
        self._wanted = True
        self._start()

    def end(self) -> None:
        """Read nothing more, until it is wanted again."""
        self._wanted = False
        self._timer.stop()

    @Slot(object)
    def _on_opened(self, _workspace: Workspace) -> None:
        if self._task is not None:
            self._task.cancel()
        self._known = None
        self._start()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self._timer.start()

    @Slot()
    def _start(self) -> None:
        workspace = self._session.workspace
        if not self._wanted or workspace is None:
            return
        if self._task is not None:
            self._again = True
            return
        self._workspace = workspace
        reading = _ReadPast(workspace.roots, self._known)
        followed = self.progressed if self._known is None else None
        if followed is not None:
            followed.emit((0, 0))
        self._task = self._tasks.start(reading.run, self._on_read, self._on_failed, followed)

    @Slot(object)
    def _on_read(self, reading: Reading | None) -> None:
        self._end_task()
        if reading is not None and self._workspace is self._session.workspace:
            self._known = reading.known
            if reading.whole or reading.steps:
                self.read.emit(reading)
        self._go_on()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Read it again with the next change: a folder may be away for a moment."""
        self._end_task()
        if not isinstance(error, OSError):
            raise error

    def _end_task(self) -> None:
        self._task = None
        self.progressed.emit(None)

    def _go_on(self) -> None:
        if self._again:
            self._again = False
            self._start()


class _StoppedError(Exception):
    """Nobody wants to know any more."""


class _ReadPast:
    """The reading, as a task of pure data."""

    def __init__(self, roots: Sequence[Path], known: Known | None) -> None:
        self._roots = roots
        self._known = known

    def run(self, progress: Progress) -> Reading | None:
        """Read; ``None`` where that was cancelled."""
        try:
            return read_past(self._roots, self._known, _steps(progress))
        except _StoppedError:
            return None


def _steps(progress: Progress) -> Callable[[int, int], None]:
    def step(done: int, total: int) -> None:
        if progress.cancelled:
            raise _StoppedError
        progress.report(done, total)

    return step


class Narrowing:
    """Which steps fit a filter, as a task of pure data."""

    def __init__(self, steps: Sequence[Step], only: PastFilter) -> None:
        """Look at the steps as they are now."""
        self._steps = list(steps)
        self._only = only

    def run(self, _progress: Progress) -> tuple[PastFilter, int, list[Step]]:
        """Return the filter, how many steps there were, and those that fit."""
        return self._only, len(self._steps), self._only.fitting(self._steps)


class Finding:
    """All that a step's line says, as a task of pure data."""

    def __init__(self, step: Step) -> None:
        """Look for a step."""
        self._step = step

    def run(self, _progress: Progress) -> tuple[Step, Entry | None]:
        """Return the step and its entry."""
        return self._step, entry_at(self._step)
