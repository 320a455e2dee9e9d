"""What the commands of one menu share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.documents import documents
from reader.user import data_folder

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Tasks


class CommandGroup(QObject):
    """Methods behind a menu, each named as its action's ``command``."""

    def __init__(self, window: Frame, session: Session, tasks: Tasks) -> None:
        """Act on a window and its session."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._tasks = tasks

    def _has_workspace(self) -> bool:
        if self._session.workspace is None:
            self._session.refused.emit(self.tr("Open a workspace first, or make a new one."))
            return False
        return True

    def _has_tag(self) -> bool:
        if self._session.annotation is None:
            said = self.tr("Choose a tag first: click it, or press {key}.")
            key = self._window.shortcuts.shown("next_tag")
            self._session.hinted.emit(said.format(key=key))
            return False
        return True

    def _nearby(self) -> Path | None:
        workspace = self._session.workspace
        if workspace is None:
            return None
        # Nobody looks for work of his own where the sample is kept.
        nearby = workspace.folder.parent
        return documents() if nearby == data_folder() else nearby
