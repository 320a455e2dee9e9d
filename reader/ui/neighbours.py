"""Looks from time to time at what others do in the workspace, and has it taken in.

Looking reads files and happens in a worker; taking in happens here, and touches nothing that the
reader holds: the place, the selection, what is being typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Tasks
    from reader.workspace import Workspace
    from reader.workspace.journals.news import News

# Milliseconds between the end of a look and the next one.
_OFTEN: Final = 2_000
_SELDOM: Final = 15_000
# Of the time, a tenth at most is spent on looking.
_SHARE: Final = 10


class Neighbours(QObject):
    """Follows a session's workspace; one look at a time.

    Attributes:
        writable: A workspace whose edits are kept on this machine could take them in by now.
    """

    writable = Signal()

    def __init__(self, window: QWidget, session: Session, tasks: Tasks) -> None:
        """Look while ``window`` is there, and at once when it is activated."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._tasks = tasks
        self._looking = False
        self._told = False
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)
        session.opened.connect(self._on_opened)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at once when the window is activated."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return False

    @Slot(object)
    def _on_opened(self, _workspace: Workspace) -> None:
        self._told = False
        self._timer.start(_OFTEN)

    @Slot()
    def look(self) -> None:
        """Look now, unless a look is under way."""
        workspace = self._session.workspace
        self._timer.stop()
        if workspace is not None and not self._looking:
            self._looking = True
            self._clock.start()
            self._tasks.start(_Look(workspace).run, self._on_looked, self._on_failed)

    @Slot(object)
    def _on_looked(self, seen: tuple[Workspace, News]) -> None:
        workspace, news = seen
        self._looking = False
        self._wait()
        if workspace is not self._session.workspace:
            return
        if news:
            self._session.take(news)
        if not self._told and workspace.may_bring_in:
            self._told = True
            self.writable.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._looking = False
        self._wait()
        raise error

    def _wait(self) -> None:
        """Set the time of the next look."""
        seen = self._window.isVisible() and not self._window.isMinimized()
        least = _OFTEN if seen else _SELDOM
        self._timer.start(max(least, _SHARE * self._clock.elapsed()))


class _Look:
    """A look, as a task."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def run(self, _progress: Progress) -> tuple[Workspace, News]:
        """Only read."""
        return self._workspace, self._workspace.look()
