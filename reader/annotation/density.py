"""How many annotations of each kind stand in a stretch of an article, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.text.span import Span


class Density:
    """Counts of the annotations that an article has.

    What starts before a stretch ends, but for what ends before it starts, stands in it:
    with both sorted by themselves, a count is two searches by halves.
    """

    def __init__(self, places: Iterable[tuple[str, int, int]]) -> None:
        """Count annotations.

        Args:
            places: Kind, start and end of each, by start, in code points.
        """
        starts: defaultdict[str, list[int]] = defaultdict(list)
        ends: defaultdict[str, list[int]] = defaultdict(list)
        for kind, start, end in places:
            starts[kind].append(start)
            ends[kind].append(end)
        for numbers in ends.values():
            numbers.sort()
        self._starts, self._ends = dict(starts), dict(ends)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of the kinds that there are, by where the first of each starts."""
        return tuple(sorted(self._starts, key=lambda kind: (self._starts[kind][0], kind)))

    def add(self, kind: str, start: int, end: int) -> None:
        """Count one more annotation, from ``start`` to ``end`` in code points."""
        insort(self._starts.setdefault(kind, []), start)
        insort(self._ends.setdefault(kind, []), end)

    def remove(self, kind: str, start: int, end: int) -> None:
        """Count an annotation no more; it must have been counted at these code points."""
        starts, ends = self._starts[kind], self._ends[kind]
        del starts[bisect_left(starts, start)], ends[bisect_left(ends, end)]
        if not starts:
            del self._starts[kind], self._ends[kind]

    def count(self, kind: str, span: Span) -> int:
        """Return how many of a kind share a code point with a stretch that is not empty."""
        if kind not in self._starts:
            return 0
        begun = bisect_left(self._starts[kind], span.end)
        return begun - bisect_right(self._ends[kind], span.start)

    def filled(self, kind: str, edges: Sequence[int]) -> list[int]:
        """Return in which stretches of a row of them some of a kind stand, by number.

        Args:
            kind: The kind.
            edges: Where the stretches begin, and where the last one ends, in order; one that
                is empty counts as its first code point.
        """
        if kind not in self._starts:
            return []
        starts, ends = self._starts[kind], self._ends[kind]
        filled = []
        for number, (first, last) in enumerate(pairwise(edges)):
            begun = bisect_left(starts, max(last, first + 1))
            if begun and begun > bisect_right(ends, first):
                filled.append(number)
        return filled

    def total(self, span: Span) -> int:
        """Return how many of any kind share a code point with a stretch that is not empty."""
        return sum(self.count(kind, span) for kind in self.kinds)
