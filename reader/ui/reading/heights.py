"""Paragraph heights: estimated until a paragraph is laid out, measured after."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCK = 512


class Heights:
    """Heights in pixels with the sums of blocks of them.

    Adding them, setting one, summing those before one and finding the one at a place
    are each a few sums of numbers without a loop: a hundred thousand paragraphs take
    microseconds.
    """

    def __init__(self, heights: Iterable[float] = ()) -> None:
        """Begin with an estimate of each."""
        self._heights = array("d")
        self._sums: list[float] = []
        self.extend(heights)

    def extend(self, heights: Iterable[float]) -> None:
        """Add the estimates of paragraphs that follow."""
        self._heights.extend(heights)
        first = max(0, len(self._sums) - 1)
        del self._sums[first:]
        for start in range(first * _BLOCK, len(self._heights), _BLOCK):
            self._sums.append(sum(self._heights[start : start + _BLOCK]))

    def __len__(self) -> int:
        """Number of paragraphs."""
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        """Return the height of a paragraph."""
        return self._heights[index]

    @property
    def total(self) -> float:
        """The height of all of them."""
        return sum(self._sums)

    def before(self, index: int) -> float:
        """Return the height of the paragraphs before ``index``."""
        block = index // _BLOCK
        return sum(self._sums[:block]) + sum(self._heights[block * _BLOCK : index])

    def put(self, index: int, height: float) -> None:
        """Set the height of a paragraph."""
        if height != self._heights[index]:
            self._heights[index] = height
            start = index // _BLOCK * _BLOCK
            self._sums[index // _BLOCK] = sum(self._heights[start : start + _BLOCK])

    def at(self, y: float) -> tuple[int, float]:
        """Return the paragraph at height ``y`` and how far below its top that is."""
        tops = list(accumulate(self._sums, initial=0.0))
        block = bisect_right(tops, y) - 1
        if block == len(self._sums):
            last = len(self._heights) - 1
            return last, self._heights[last]
        block = max(0, block)
        start = block * _BLOCK
        within = list(accumulate(self._heights[start : start + _BLOCK], initial=tops[block]))
        # Summed one by one they may come to a hair less than their block.
        place = min(bisect_right(within, max(0.0, y)), len(within) - 1) - 1
        return start + place, max(0.0, y - within[place])
