"""The one door to worker threads.

A task is a plain function of pure data: it takes a :class:`Progress`, touches
no widget, and hands back a value. What it returns or raises arrives in the main
thread, by a bound slot.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance, Slot

if TYPE_CHECKING:
    from collections.abc import Callable


class Progress(QObject):
    """A task's side of the door: it reports how far it is and asks whether to go on."""

    advanced = Signal(object)

    def __init__(self) -> None:
        """Begin, not cancelled."""
        super().__init__()
        self._cancelled = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Tell the main thread that ``done`` of ``total`` steps are behind."""
        self.advanced.emit((done, total))

    @property
    def cancelled(self) -> bool:
        """Whether the task should stop at the next step and return what it has."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the task to stop; safe from any thread."""
        self._cancelled.set()


class Task(QObject):
    """One piece of work under way.

    Attributes:
        finished: Carries what the work returned.
        failed: Carries the exception it raised.
        progress: Its progress, whose ``advanced`` carries ``(done, total)``.
    """

    finished = Signal(object)
    failed = Signal(object)
    over = Signal(object)

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        """Hold the work until :meth:`Tasks.start`."""
        super().__init__()
        self.progress = Progress()
        self.work = work

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.progress.cancel()


class _Runner(QRunnable):
    """Runs a task's work in the pool."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        task = self._task
        try:
            result = task.work(task.progress)
        except Exception as error:  # noqa: BLE001  whatever it is, it belongs to who asked
            task.failed.emit(error)
        else:
            task.finished.emit(result)
        task.over.emit(task)


class Tasks(QObject):
    """Starts tasks and holds them until their answer has arrived."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Use a pool of this object's own, so that closing can wait for it."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Task] = set()

    def start(
        self,
        work: Callable[[Progress], Any],
        finished: Callable[[Any], object],
        failed: Callable[[Any], object],
        advanced: Callable[[Any], object] | SignalInstance | None = None,
    ) -> Task:
        """Run ``work`` in a worker thread.

        Args:
            work: Takes a :class:`Progress`; must touch nothing of Qt's but that.
            finished: Bound slot that takes what the work returned.
            failed: Bound slot that takes the exception it raised.
            advanced: Bound slot, or signal, that takes ``(done, total)``. It is connected
                before the work begins: what is reported at once would be lost otherwise.

        Returns:
            The task, to cancel it.
        """
        task = Task(work)
        task.finished.connect(finished, Qt.ConnectionType.QueuedConnection)
        task.failed.connect(failed, Qt.ConnectionType.QueuedConnection)
        if advanced is not None:
            task.progress.advanced.connect(advanced)
        task.over.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        self._running.add(task)
        self._pool.start(_Runner(task))
        return task

    def close(self) -> None:
        """Cancel what runs and wait for it."""
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()
        self._running.clear()

    @Slot(object)
    def _forget(self, task: Task) -> None:
        self._running.discard(task)
