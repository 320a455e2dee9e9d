"""Cleaning up the text of an article, as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from reader.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from reader.ui.cleaner import Look
    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Tasks


class CleaningCommands(CommandGroup):
    """Choosing what is cleaned up, and looking at the source again."""

    def __init__(self, window: Frame, session: Session, tasks: Tasks) -> None:
        """Have the text take the keyboard from a bar that goes."""
        super().__init__(window, session, tasks)
        window.cleaner.surface_asked.connect(window.surface.setFocus)
        window.cleaner.cleaned.connect(self._say)

    @Slot()
    def clean_up(self) -> None:
        """Show each change that could be made, to be accepted or refused."""
        article = self._session.article
        if self._session.workspace is None or article is None:
            return
        if self._session.cleaning.proposals(article) is not None:
            self._open()
        else:
            self._session.hinted.emit(self.tr("Looking through the text…"))
            self._window.cleaner.look_through(article, self._on_looked)

    @Slot(object)
    def _on_looked(self, look: Look) -> None:
        self._session.cleaning.put(look.article.id, look.found)
        article = self._session.article
        if article is not None and article.id == look.article.id:
            self._open()

    def _open(self) -> None:
        from reader.ui.dialogs.cleaning_dialog import CleaningDialog

        window, article = self._window, self._session.article
        assert article is not None
        found = self._session.cleaning.proposals(article)
        if found:
            choice = window.cleaner.choice
            CleaningDialog(window, self._session, found, choice, window.theme).open()
        else:
            said = self.tr("Nothing was found to clean up in this text.")
            self._session.hinted.emit(said)

    @Slot()
    def show_cleaned(self) -> None:
        """Show the cleaned text or the source; where nothing was chosen yet, ask what to clean."""
        cleaner = self._window.cleaner
        if cleaner.toggle():
            self._say()
        else:
            self.clean_up()
        cleaner.shown.emit()

    @Slot()
    def _say(self) -> None:
        """Say which of the two is shown, and how to get to the other."""
        cleaner = self._window.cleaner
        choice = cleaner.choice
        if choice is None or not choice.accepted:
            # Taken back, or left all: there is no other text to go to.
            self._session.hinted.emit("")
            return
        if cleaner.is_on:
            said = self.tr("This is the text cleaned up; {key} shows the source.")
        else:
            said = self.tr("This is the source; {key} shows the text cleaned up.")
        key = self._window.shortcuts.shown("show_cleaned")
        self._session.hinted.emit(said.format(key=key or self.tr("the View menu")))
