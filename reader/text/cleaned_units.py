"""What a reader selects at once in a cleaned text: found there, told by its place in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.units import Unit, Units

if TYPE_CHECKING:
    from reader.text.cleaned_view import CleanedParagraphs
    from reader.text.cleaning.cleaned import Cleaned
    from reader.text.span import Span


class CleanedUnits:
    """The units of a cleaned text; see :class:`Units`. Offsets are code points of the source."""

    def __init__(self, cleaned: Cleaned, paragraphs: CleanedParagraphs) -> None:
        """Find units in a cleaned text whose lines are ``paragraphs``."""
        self._cleaned = cleaned
        self._units = Units(cleaned.text, paragraphs.flat)

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence around a code point."""
        return self._source(self._units.sentence_at(self._cleaned.place(offset)))

    def paragraph_at(self, offset: int) -> Span | None:
        """Return the paragraph around a code point, without the space at its ends."""
        return self._source(self._units.paragraph_at(self._cleaned.place(offset)))

    def word_or_clause(self, offset: int) -> Span:
        """Return what a double click on a code point means."""
        return self._cleaned.to_source(self._units.word_or_clause(self._cleaned.place(offset)))

    def around(self, offset: int) -> list[Span]:
        """Return what a reader may mean at a place, each within the next; at last all."""
        found = self._units.around(self._cleaned.place(offset))
        return [self._cleaned.to_source(span) for span in found]

    def start_after(self, unit: Unit, offset: int) -> int:
        """Return the first start of a unit after an offset; the end of the text after the last."""
        return self._cleaned.after(self._units.start_after(unit, self._cleaned.place(offset)))

    def start_before(self, unit: Unit, offset: int) -> int:
        """Return the last start of a unit before an offset; the first place before the first."""
        return self._cleaned.after(self._units.start_before(unit, self._cleaned.place(offset)))

    def stop(self, unit: Unit, anchor: int, offset: int, direction: int) -> int:
        """Return where the free end of a selection goes: whole units are taken in, or let go."""
        fixed, free = self._cleaned.place(anchor), self._cleaned.place(offset)
        stop = self._units.stop(unit, fixed, free, direction)
        return self._cleaned.before(stop) if stop > fixed else self._cleaned.after(stop)

    def _source(self, span: Span | None) -> Span | None:
        return None if span is None else self._cleaned.to_source(span)
