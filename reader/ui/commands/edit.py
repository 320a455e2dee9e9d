"""What the Edit menu does."""

from __future__ import annotations

from PySide6.QtCore import Slot

from reader.text.paragraphs import LINE_END
from reader.text.script import Script
from reader.ui.commands.group import CommandGroup


class EditCommands(CommandGroup):
    """Undoing, selecting, finding and correcting."""

    @Slot()
    def undo(self) -> None:
        """Take the last operation back."""
        self._window.commit_pending()
        self._session.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._window.commit_pending()
        self._session.redo()

    @Slot()
    def copy(self) -> None:
        """Copy the selected words in the script shown."""
        self._window.parallel.active.copy()

    @Slot()
    def select_all(self) -> None:
        """Select the whole article."""
        self._window.surface.select_all()

    @Slot()
    def clear_selection(self) -> None:
        """Select nothing."""
        self._window.surface.clear_selection()

    @Slot()
    def find(self) -> None:
        """Open the find bar with the selected words."""
        selected = self._session.passage
        article = self._session.article
        words = selected.of(article.text) if article and selected else ""
        self._window.open_find("" if LINE_END.search(words) else words)

    @Slot()
    def find_next(self) -> None:
        """Go to the next match."""
        self._window.finder.step(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the match before."""
        self._window.finder.step(-1)

    @Slot()
    def wrong_conversion(self) -> None:
        """Correct the word that was selected or pointed at."""
        words, shown = self._window.word_to_correct()
        self._correct(words, shown)

    @Slot()
    def corrections(self) -> None:
        """See and edit every correction."""
        self._correct("", "")

    def _correct(self, words: str, shown: str) -> None:
        from reader.ui.dialogs.glossary_dialog import GlossaryDialog

        if self._has_workspace():
            script = self._session.script
            where = None if script is Script.ORIGINAL or not words else script
            theme = self._window.theme
            GlossaryDialog.run(self._window, self._session, theme, words, shown, where)
