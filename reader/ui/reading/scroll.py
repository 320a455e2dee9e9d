"""Where the surface stands in its article: a paragraph and a distance into it.

The scroll bar is only a picture of this. Paragraphs that were never laid out
have an estimated height; since the place is held by paragraph, what is on the
screen does not move when an estimate is corrected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.ui.reading.heights import Heights


class ScrollPlace:
    """The top of the window, as a paragraph and the pixels of it that are above.

    Attributes:
        paragraph: Index of the first visible paragraph.
        above: Pixels of it that are scrolled away.
    """

    def __init__(
        self, heights: Heights, measure: Callable[[int], float], more: Callable[[], bool]
    ) -> None:
        """Stand at the beginning.

        Args:
            heights: What each paragraph found so far measures or is thought to.
            measure: Lays a paragraph out and returns its true height.
            more: Adds the heights of more paragraphs; says whether there were any.
        """
        self.heights = heights
        self.paragraph = 0
        self.above = 0.0
        self._measure = measure
        self._more = more

    def measured(self, index: int) -> float:
        """Return the true height of a paragraph."""
        height = self._measure(index)
        self.heights.put(index, height)
        return height

    @property
    def value(self) -> float:
        """Pixels from the beginning of the article."""
        return self.heights.before(self.paragraph) + self.above

    def go_to(self, value: float, page: float) -> None:
        """Stand ``value`` pixels from the beginning, as far as is known."""
        while value >= self.heights.total and self._more():
            pass
        self.paragraph, self.above = self.heights.at(max(0.0, value))
        self.above = min(self.above, max(0.0, self.measured(self.paragraph) - 1))
        self.move(0.0, page)

    def stand_at(self, paragraph: int, above: float, page: float) -> None:
        """Stand at a paragraph with ``above`` pixels of it scrolled away."""
        while paragraph >= len(self.heights) and self._more():
            pass
        self.paragraph, self.above = paragraph, 0.0
        self.move(above, page)

    def move(self, distance: float, page: float) -> None:
        """Go down (or up) by pixels, no further than the ends of the article.

        Args:
            distance: Pixels, positive downward.
            page: Height of the window.
        """
        self.above += distance
        while self.above < 0 and self.paragraph > 0:
            self.paragraph -= 1
            self.above += self.measured(self.paragraph)
        while self.above >= (height := self.measured(self.paragraph)):
            if not self._has(self.paragraph + 1):
                break
            self.above -= height
            self.paragraph += 1
        self._stop_at_end(page)
        self.above = max(0.0, self.above)

    def _stop_at_end(self, page: float) -> None:
        """Go back up where less than a page is left below."""
        left = -self.above
        for index in self._from(self.paragraph):
            left += self.measured(index)
            if left >= page:
                return
        missing = page - left
        self.above -= missing
        while self.above < 0 and self.paragraph > 0:
            self.paragraph -= 1
            self.above += self.measured(self.paragraph)

    def visible(self, page: float) -> Iterator[tuple[int, float]]:
        """Yield each visible paragraph with the y of its top in the window.

        In a window without height, too, that is the one where it stands.
        """
        y = -self.above
        for index in self._from(self.paragraph):
            yield index, y
            y += self.measured(index)
            if y >= page:
                return

    def _has(self, index: int) -> bool:
        return index < len(self.heights) or self._more()

    def _from(self, index: int) -> Iterator[int]:
        while self._has(index):
            yield index
            index += 1
