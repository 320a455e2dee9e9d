"""Going through the text and selecting by clause, sentence and paragraph, and by what is meant."""

from __future__ import annotations

from PySide6.QtCore import Slot

from reader.text.units import Unit
from reader.ui.commands.group import CommandGroup


class SelectCommands(CommandGroup):
    """Selecting without a mouse. What is selected is tagged, or the chosen tag moves there."""

    @Slot()
    def select_more(self) -> None:
        """Select the next larger thing around the caret: number, name, clause, sentence."""
        self._window.parallel.active.grow()

    @Slot()
    def select_less(self) -> None:
        """Select the next smaller thing."""
        self._window.parallel.active.shrink()

    @Slot()
    def clause_on(self) -> None:
        """Go to the next clause."""
        self._go(Unit.CLAUSE, 1)

    @Slot()
    def clause_back(self) -> None:
        """Go to the start of the clause, or to the one before."""
        self._go(Unit.CLAUSE, -1)

    @Slot()
    def sentence_on(self) -> None:
        """Go to the next sentence."""
        self._go(Unit.SENTENCE, 1)

    @Slot()
    def sentence_back(self) -> None:
        """Go to the start of the sentence, or to the one before."""
        self._go(Unit.SENTENCE, -1)

    @Slot()
    def paragraph_on(self) -> None:
        """Go to the next paragraph."""
        self._go(Unit.PARAGRAPH, 1)

    @Slot()
    def paragraph_back(self) -> None:
        """Go to the start of the paragraph, or to the one before."""
        self._go(Unit.PARAGRAPH, -1)

    @Slot()
    def extend_clause_on(self) -> None:
        """Select to the end of the clause."""
        self._extend(Unit.CLAUSE, 1)

    @Slot()
    def extend_clause_back(self) -> None:
        """Let the last clause go, or select to the start of the clause."""
        self._extend(Unit.CLAUSE, -1)

    @Slot()
    def extend_sentence_on(self) -> None:
        """Select to the end of the sentence."""
        self._extend(Unit.SENTENCE, 1)

    @Slot()
    def extend_sentence_back(self) -> None:
        """Let the last sentence go, or select to the start of the sentence."""
        self._extend(Unit.SENTENCE, -1)

    @Slot()
    def extend_paragraph_on(self) -> None:
        """Select to the end of the paragraph."""
        self._extend(Unit.PARAGRAPH, 1)

    @Slot()
    def extend_paragraph_back(self) -> None:
        """Let the last paragraph go, or select to the start of the paragraph."""
        self._extend(Unit.PARAGRAPH, -1)

    @Slot()
    def move_tag_here(self) -> None:
        """Put the chosen tag on the selected words."""
        annotation, passage = self._session.annotation, self._session.passage
        if annotation is None or not passage:
            self._session.hinted.emit(
                self.tr("Choose a tag, then select the words that it is to stand on.")
            )
            return
        self._session.move(passage)
        self._window.parallel.active.clear_selection()

    def _go(self, unit: Unit, direction: int) -> None:
        self._window.parallel.active.go(unit, direction, extend=False)

    def _extend(self, unit: Unit, direction: int) -> None:
        self._window.parallel.active.go(unit, direction, extend=True)
