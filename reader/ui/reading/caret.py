"""Moving a caret through an article: by character, by line and to the ends."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.reading.pages import Pages


class Move(Enum):
    """A movement; its value is its direction."""

    CHARACTER_BACK = ("character", -1)
    CHARACTER_ON = ("character", 1)
    LINE_UP = ("line", -1)
    LINE_DOWN = ("line", 1)
    LINE_START = ("edge", -1)
    LINE_END = ("edge", 1)
    ARTICLE_START = ("article", -1)
    ARTICLE_END = ("article", 1)


class Caret:
    """A place in an article, in source code points, and the column it keeps moving by line.

    Attributes:
        offset: Where it is.
    """

    def __init__(self, offset: int = 0) -> None:
        """Stand at an offset."""
        self.offset = offset
        self._column: float | None = None

    def put(self, offset: int) -> None:
        """Stand at an offset, forgetting the column."""
        self.offset = offset
        self._column = None

    def move(self, move: Move, pages: Pages) -> None:
        """Move through the paragraphs of an article."""
        unit, direction = move.value
        if unit == "line":
            self._move_line(direction, pages)
            return
        if unit == "character":
            self.put(step(pages, self.offset, direction))
        elif unit == "edge":
            layout = pages.layout_of(self.offset)
            start = layout.span.start
            self.put(layout.line_edge(self.offset - start, direction) + start)
        else:
            self.put(0 if direction < 0 else len(pages.view.source))

    def _move_line(self, direction: int, pages: Pages) -> None:
        index = pages.paragraphs.index_at(self.offset)
        layout = pages.layout(index)
        local = min(self.offset, layout.span.end) - layout.span.start
        if self._column is None:
            self._column = layout.caret(local).left()
        top, bottom = layout.line_box(local)
        y = top - 1 if direction < 0 else bottom + 1
        first = layout.line_box(0)[0]
        last = layout.line_box(len(layout.span))[1]
        if y < first or y > last:
            index += direction
            if not 0 <= index < len(pages.paragraphs):
                self.offset = 0 if direction < 0 else len(pages.view.source)
                return
            layout = pages.layout(index)
            y = 1e9 if direction < 0 else 0.0
        self.offset = layout.offset_at(self._column, y).start + layout.span.start


def step(pages: Pages, offset: int, direction: int) -> int:
    """Return the next place for a caret: past a whole character, block or line end."""
    index = pages.paragraphs.index_at(offset)
    layout = pages.layout(index)
    if offset <= layout.span.end:
        local = layout.step(offset - layout.span.start, direction)
        if local is not None:
            return local + layout.span.start
    following = index + direction
    if not 0 <= following < len(pages.paragraphs):
        return 0 if direction < 0 else len(pages.view.source)
    span = pages.paragraphs[following]
    if direction > 0:
        # The later piece of a long paragraph begins where this one ends.
        return span.start if span.start > offset else step(pages, span.start, direction)
    if span.end < offset:
        return span.end
    # The earlier piece of a long paragraph ends where this one begins.
    layout = pages.layout(following)
    local = layout.step(offset - layout.span.start, direction)
    return span.start if local is None else local + layout.span.start
