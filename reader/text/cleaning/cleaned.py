"""A cleaned text and the exact map between its offsets and the source's.

The cleaned text is the source without some stretches; besides, a line end may be shown as
a space, which keeps its place. So the map is the list of the stretches left out.

Both sides are half-open ranges of code points. A source span is shown by what is left of it.
A cleaned span stands for all the source from its first character to its last, with what was
left out between them and without what was left out beside them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.text.cleaning.cleanup import Cleanup

_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")


class Cleaned:
    """A text with some stretches left out.

    Attributes:
        source: The text as it is.
        text: The text as it is read.
    """

    __slots__ = ("_ends", "_places", "_starts", "source", "text")

    def __init__(self, source: str, deleted: Iterable[Span], spaces: Iterable[int] = ()) -> None:
        """Leave stretches out of a text.

        Args:
            source: The text.
            deleted: What is left out, in any order; what overlaps is left out once.
            spaces: Offsets of line ends that are shown as a space.
        """
        self.source = source
        self._starts = array("q")
        self._ends = array("q")
        # Where in the cleaned text each deletion lies.
        self._places = array("q")
        parts: list[str] = []
        taken = done = 0
        shown = _with_spaces(source, spaces)
        for start, end in _apart(deleted, len(source)):
            self._starts.append(start)
            self._ends.append(end)
            self._places.append(start - taken)
            parts.append(shown[done:start])
            taken, done = taken + end - start, end
        parts.append(shown[done:])
        self.text = "".join(parts)

    @classmethod
    def of(cls, source: str, cleanups: Iterable[Cleanup]) -> Cleaned:
        """Return a text with these clean-ups made."""
        made = list(cleanups)
        return cls(
            source,
            (span for one in made for span in one.deleted),
            (one.space for one in made if one.space is not None),
        )

    @property
    def changes_nothing(self) -> bool:
        """Whether the cleaned text is the source."""
        return self.text == self.source

    def deleted_in(self, span: Span) -> Iterator[Span]:
        """Yield the stretches left out that lie within a source span, in order."""
        index = bisect_left(self._starts, span.start)
        while index < len(self._starts) and self._ends[index] <= span.end:
            yield Span(self._starts[index], self._ends[index])
            index += 1

    # From the source to the cleaned text

    def to_cleaned(self, span: Span) -> Span:
        """Return what is left of a source span; empty, at its place, where nothing is."""
        start = self.place(span.start)
        return Span(start, max(start, self.place(span.end)))

    def place(self, offset: int) -> int:
        """Return where a source offset lies; within a deletion, where that was."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        return self._places[index] + max(0, offset - self._ends[index])

    def outward(self, span: Span) -> Span:
        """Return a source span widened until it begins and ends within no deletion."""
        start, end = span.start, span.end
        first = bisect_left(self._starts, start) - 1
        if first >= 0 and self._ends[first] > start:
            start = self._starts[first]
        last = bisect_left(self._starts, end) - 1
        if last >= 0 and self._ends[last] > end:
            end = self._ends[last]
        return Span(start, end)

    # From the cleaned text to the source

    def to_source(self, span: Span) -> Span:
        """Return the source from a cleaned span's first character to its last.

        An empty span lies before the character that it stands before.
        """
        start = self.after(span.start)
        return Span(start, self.before(span.end) if span else start)

    def after(self, offset: int) -> int:
        """Return the source offset of a cleaned offset, after what was left out there."""
        return self._in_source(bisect_right(self._places, offset) - 1, offset)

    def before(self, offset: int) -> int:
        """Return the source offset of a cleaned offset, before what was left out there."""
        return self._in_source(bisect_left(self._places, offset) - 1, offset)

    def _in_source(self, index: int, offset: int) -> int:
        return offset if index < 0 else self._ends[index] + offset - self._places[index]

    # What is left out

    def shown(self, span: Span) -> Span:
        """Return the source span that stands for one in the cleaned text.

        That is itself, unless nothing of it is left: then the words that it repeats, where
        it was left out for repeating them; or else the character before it in its line,
        or the one after it. In a text of which nothing is left it is empty.
        """
        if not span or self.to_cleaned(span):
            return span
        return self._twin(span) or self._neighbour(self.place(span.start))

    def _twin(self, span: Span) -> Span | None:
        """Return the same place in the words just before a deletion that repeats them."""
        index = bisect_right(self._starts, span.start) - 1
        start, end = self._starts[index], self._ends[index]
        length = end - start
        if span.end > end or length > start:
            return None
        first = Span(start - length, start)
        repeats = self.source[first.start : start] == self.source[start:end]
        return span.shifted(-length) if repeats and self._whole(first) else None

    def _whole(self, span: Span) -> bool:
        return len(self.to_cleaned(span)) == len(span)

    def _neighbour(self, place: int) -> Span:
        begins_line = not place or self.text[place - 1] in _LINE_ENDS
        start = place if begins_line and place < len(self.text) else place - 1
        return self.to_source(Span(max(0, start), max(0, start + 1)).clipped(self._all))

    @property
    def _all(self) -> Span:
        return Span(0, len(self.text))


def _with_spaces(source: str, spaces: Iterable[int]) -> str:
    parts: list[str] = []
    done = 0
    for place in sorted(spaces):
        parts += [source[done:place], " "]
        done = place + 1
    return "".join([*parts, source[done:]]) if parts else source


def _apart(deleted: Iterable[Span], length: int) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap as one; none is empty or beyond the end."""
    found: list[tuple[int, int]] = []
    last = 0
    for start, end in sorted((span.start, min(span.end, length)) for span in deleted):
        if start < last:
            found[-1] = (found[-1][0], max(last, end))
        elif start < end:
            found.append((start, end))
        last = found[-1][1] if found else 0
    return found
