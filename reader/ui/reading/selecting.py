"""The selection on an article's words: an end that stays, a caret that moves, and what it grows by.

It is held in source code points, so another script moves neither end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.cleaned_units import CleanedUnits
from reader.text.cleaned_view import CleanedParagraphs
from reader.text.paragraphs import Paragraphs
from reader.text.span import Span
from reader.text.units import Units
from reader.ui.reading.caret import Caret, Move

if TYPE_CHECKING:
    from reader.text.units import Unit
    from reader.ui.reading.pages import Pages


class Selection:
    """A passage between an anchor and a caret; empty where the caret is at the anchor.

    Attributes:
        anchor: The end that stays when the selection is extended.
    """

    def __init__(self) -> None:
        """Select nothing in no article."""
        self.anchor = 0
        self._caret = Caret()
        self._pages: Pages | None = None
        self._units: Units | CleanedUnits | None = None
        # The paragraphs that they are of: another view of the article may have others.
        self._lines: object = None
        # What was grown or clicked last, and the place that it began with.
        self._begun: tuple[Span, int] | None = None

    def begin(self, pages: Pages | None) -> None:
        """Stand at the beginning of an article, or of none."""
        self._pages, self._units = pages, None
        self.put(Span(0, 0))

    @property
    def caret(self) -> int:
        """The end that moves, as a source offset."""
        return self._caret.offset

    @property
    def span(self) -> Span:
        """The passage, widened to whole blocks of the view; may be empty."""
        span = Span.between(self.anchor, self.caret)
        if not span or self._pages is None:
            return span
        return self._pages.view.snapped(span)

    def put(self, span: Span) -> None:
        """Select a passage; its end moves."""
        self.anchor = span.start
        self._caret.put(span.end)

    def press(self, place: Span, character: int | None) -> None:
        """Begin at a place that was pressed; what grows from here holds the character there."""
        self.put(Span(place.start, place.start))
        if character is not None:
            self._begun = self.span, character

    def extend_to(self, place: Span) -> None:
        """Move the caret; inside a block, to the edge that takes the block in."""
        self._caret.put(place.end if place.end > self.anchor else place.start)

    def clear(self) -> None:
        """Select nothing, where the caret is."""
        self.anchor = self.caret

    # Moving

    def move(self, move: Move, *, extend: bool) -> None:
        """Move the caret; without ``extend`` nothing is selected then."""
        if self._pages is None:
            return
        selected = self.span
        if selected and not extend and move in (Move.CHARACTER_BACK, Move.CHARACTER_ON):
            self._caret.put(selected.start if move is Move.CHARACTER_BACK else selected.end)
        else:
            self._caret.move(move, self._pages)
        if not extend:
            self.clear()

    def go(self, unit: Unit, direction: int, *, extend: bool) -> None:
        """Move the caret to where a unit begins, or extend by a whole unit, or back."""
        units = self._units_here()
        if units is None:
            return
        if extend:
            self._caret.put(units.stop(unit, self.anchor, self.caret, direction))
        else:
            step = units.start_after if direction > 0 else units.start_before
            self._caret.put(step(unit, self.caret))
            self.clear()

    # Growing

    def grow(self) -> None:
        """Take in the next larger thing that a reader may mean around the place begun with."""
        self._step(1)

    def shrink(self) -> None:
        """Go back to the next smaller thing; at last nothing is selected."""
        self._step(-1)

    def select_around(self, character: int, clicks: int) -> None:
        """Select what a click on a character means.

        Args:
            character: Its source offset.
            clicks: 2 for a name or clause, 3 for a sentence, 4 for a paragraph.
        """
        units = self._units_here()
        if units is None:
            return
        found = {3: units.sentence_at, 4: units.paragraph_at}.get(clicks, units.word_or_clause)
        self._take(found(character) or units.word_or_clause(character), character)

    def _step(self, direction: int) -> None:
        units, selected = self._units_here(), self.span
        if units is None or self._pages is None:
            return
        begun = self._begun
        seed = begun[1] if begun is not None and begun[0] == selected else selected.start
        around = [self._pages.view.snapped(span) for span in units.around(seed)]
        if direction > 0:
            larger = (one for one in around if one.contains(selected) and one != selected)
            self._take(next(larger, selected), seed)
        elif selected:
            smaller = [one for one in around if selected.contains(one) and one != selected]
            self._take(smaller[-1] if smaller else Span(seed, seed), seed)

    def _take(self, span: Span, seed: int) -> None:
        self.put(span)
        self._begun = self.span, seed

    def _units_here(self) -> Units | CleanedUnits | None:
        if self._pages is None:
            return None
        lines = self._pages.paragraphs
        if self._units is None or self._lines is not lines:
            view, self._lines = self._pages.view, lines
            if isinstance(lines, CleanedParagraphs) and view.cleaned is not None:
                self._units = CleanedUnits(view.cleaned, lines)
            elif isinstance(lines, Paragraphs):
                self._units = Units(view.source, lines)
        return self._units
