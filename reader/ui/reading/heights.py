"""Paragraph heights: estimated until a paragraph is laid out, measured after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Heights:
    """Heights in pixels with their running sums (a Fenwick tree).

    Setting one, summing those before one and finding the one at a place each
    cost the logarithm of their number.
    """

    def __init__(self, heights: Sequence[float]) -> None:
        """Begin with an estimate of each."""
        self._heights = list(heights)
        self._sums = [0.0, *self._heights]
        for index in range(1, len(self._sums)):
            parent = index + (index & -index)
            if parent < len(self._sums):
                self._sums[parent] += self._sums[index]

    def __len__(self) -> int:
        """Number of paragraphs."""
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        """Return the height of a paragraph."""
        return self._heights[index]

    @property
    def total(self) -> float:
        """The height of all of them."""
        return self.before(len(self._heights))

    def before(self, index: int) -> float:
        """Return the height of the paragraphs before ``index``."""
        total = 0.0
        while index > 0:
            total += self._sums[index]
            index -= index & -index
        return total

    def put(self, index: int, height: float) -> None:
        """Set the height of a paragraph."""
        change = height - self._heights[index]
        if not change:
            return
        self._heights[index] = height
        place = index + 1
        while place < len(self._sums):
            self._sums[place] += change
            place += place & -place

    def at(self, y: float) -> tuple[int, float]:
        """Return the paragraph at height ``y`` and how far below its top that is."""
        index = 0
        step = 1 << (len(self._heights).bit_length())
        while step:
            following = index + step
            if following < len(self._sums) and self._sums[following] <= y:
                index = following
                y -= self._sums[following]
            step >>= 1
        last = len(self._heights) - 1
        if index > last:
            return last, self._heights[last]
        return index, max(0.0, y)
