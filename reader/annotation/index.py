"""The interval index: which annotations stand in a stretch of an article."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from operator import lt, sub
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from reader.annotation.annotation import Annotation
    from reader.text.span import Span

_LONG = 1024


def _same(annotation: Any) -> Annotation:  # noqa: ANN401  what is held then is an annotation
    made: Annotation = annotation
    return made


class Listing:
    """Annotations in a row, each made when it is first looked at."""

    __slots__ = ("_held", "_made")

    def __init__(self, held: list[Any], made: Callable[[Any], Annotation]) -> None:
        """List what annotations are made of, or annotations."""
        self._held = held
        self._made = made

    def __len__(self) -> int:
        """Number of annotations."""
        return len(self._held)

    def __getitem__(self, row: int) -> Annotation:
        """Return the annotation of a row."""
        return self._made(self._held[row])

    def __setitem__(self, row: int, annotation: Annotation) -> None:
        """Put another annotation in a row."""
        self._held[row] = annotation

    def __delitem__(self, row: int) -> None:
        """Take a row out."""
        del self._held[row]

    def insert(self, row: int, annotation: Annotation) -> None:
        """Put an annotation before a row."""
        self._held.insert(row, annotation)


class AnnotationIndex:
    """The annotations of one article, found by place.

    They are held in reading order, beside lists of where they start and end. What touches a
    place starts no further before it than the longest is long; those of over 1,024 code
    points are few, and each is looked at. So adding, removing and looking up cost about the
    same among a hundred thousand as among a hundred.
    """

    __slots__ = ("_by_id", "_ends", "_held", "_long", "_longest", "_made", "_starts")

    def __init__(self) -> None:
        """Begin empty."""
        self._made: Callable[[Any], Annotation] = _same
        self._by_id: dict[str, Any] = {}
        self._held: list[Any] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._longest = 0
        # Where the long ones start and end, by id.
        self._long: dict[str, tuple[int, int]] = {}

    @classmethod
    def of(
        cls,
        held: Mapping[str, Any],
        starts: list[int],
        ends: list[int],
        made: Callable[[Any], Annotation],
        longest: int | None = None,
    ) -> AnnotationIndex:
        """Index annotations, or what they are made of when they are first asked for.

        Args:
            held: What is indexed, by id.
            starts: Where each starts, in code points and in the same order; the index keeps it.
            ends: Where each ends; the index keeps it.
            made: Makes the annotation of what is held, the same each time; returns one as it is.
            longest: Code points of the longest, where that is known.
        """
        index = cls()
        index._made = made
        index._by_id = dict(held)
        index._held = list(held.values())
        index._starts, index._ends = starts, ends
        index._put_in_order()
        if longest is None:
            longest = max(map(sub, index._ends, index._starts), default=0)
        index._longest = longest
        if index._longest > _LONG:
            index._set_long_apart()
        return index

    def _put_in_order(self) -> None:
        """Sort what is held, if it does not stand in reading order already."""
        if all(map(lt, self._starts, islice(self._starts, 1, None))):
            return
        ids = list(self._by_id)
        order = sorted(range(len(ids)), key=ids.__getitem__)
        order.sort(key=self._ends.__getitem__, reverse=True)
        order.sort(key=self._starts.__getitem__)
        self._held = list(map(self._held.__getitem__, order))
        self._starts = list(map(self._starts.__getitem__, order))
        self._ends = list(map(self._ends.__getitem__, order))

    def _set_long_apart(self) -> None:
        self._longest = 0
        for held, start, end in zip(self._held, self._starts, self._ends, strict=True):
            self._note_length(held.id, start, end)

    def _note_length(self, annotation_id: str, start: int, end: int) -> None:
        if end - start > _LONG:
            self._long[annotation_id] = start, end
        else:
            self._longest = max(self._longest, end - start)

    def __len__(self) -> int:
        """Number of annotations."""
        return len(self._by_id)

    def __iter__(self) -> Iterator[Annotation]:
        """Yield every annotation, in reading order."""
        return map(self._made, self._held)

    def put(self, annotation: Annotation) -> None:
        """Add an annotation, or replace the one of the same id."""
        self.remove(annotation.id)
        start, end = annotation.span.start, annotation.span.end
        place = bisect_left(self._starts, start)
        while place < len(self._held) and self._starts[place] == start:
            if (-self._ends[place], self._held[place].id) > (-end, annotation.id):
                break
            place += 1
        self._by_id[annotation.id] = annotation
        self._held.insert(place, annotation)
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        self._note_length(annotation.id, start, end)

    def remove(self, annotation_id: str) -> None:
        """Take an annotation out, if it is there."""
        held = self._by_id.pop(annotation_id, None)
        if held is None:
            return
        place = bisect_left(self._starts, self._made(held).span.start)
        while self._held[place] is not held:
            place += 1
        del self._held[place], self._starts[place], self._ends[place]
        self._long.pop(annotation_id, None)

    def overlapping(self, span: Span) -> list[Annotation]:
        """Return the annotations that share a code point with ``span``, in reading order."""
        reach = span.start - self._longest
        first = bisect_left(self._starts, reach)
        last = bisect_left(self._starts, span.end)
        long = [
            self._made(self._by_id[one])
            for one, (start, end) in self._long.items()
            if start < reach and end > span.start and span
        ]
        near = [
            self._made(self._held[place])
            for place in range(first, last)
            if self._ends[place] > span.start and span
        ]
        return sorted(long, key=reading_order) + near

    def places(self) -> Iterator[tuple[str, int, int]]:
        """Yield each annotation's kind, start and end, in reading order; none is made for it.

        What is held instead of an annotation must have its ``kind``.
        """
        return zip((held.kind for held in self._held), self._starts, self._ends, strict=True)

    def listing(self, kinds: Container[str] | None = None) -> Listing:
        """Return every annotation as it is now, in reading order; none is made for it.

        Args:
            kinds: Names of kinds, to list only those; ``None`` for all. What is held instead
                of an annotation must have its ``kind``.
        """
        held = (
            list(self._held) if kinds is None else [one for one in self._held if one.kind in kinds]
        )
        return Listing(held, self._made)

    def in_order(self) -> list[Annotation]:
        """Return every annotation, in reading order."""
        return list(self)


def reading_order(annotation: Annotation) -> tuple[int, int, str]:
    """Sort key: by start, the longer first, then by id."""
    return annotation.span.start, -annotation.span.end, annotation.id
