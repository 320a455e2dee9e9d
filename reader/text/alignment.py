"""The exact map between the offsets of a source text and of its converted view.

Outside the blocks both sides advance by one code point together; a block is a
stretch whose length the conversion changed (互联网 becomes 網際網路), which has no
inner correspondence, or a stretch of source that the view leaves out. Blocks come
from the dictionaries that made them, never from comparing the two texts: a diff
misplaces boundaries.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of source and the stretch of view that stands for it, in code points.

    The view's side is empty where it leaves the source out.
    """

    source: Span
    view: Span

    def as_list(self) -> list[int]:
        """Return ``[source_start, source_end, view_start, view_end]``."""
        return [self.source.start, self.source.end, self.view.start, self.view.end]

    def shifted(self, source: int, view: int) -> Block:
        """Return the block moved on both sides."""
        return Block(self.source.shifted(source), self.view.shifted(view))


class Alignment:
    """Blocks and the equal gaps between them, over a source and a view.

    Attributes:
        source_length: Length of the source in code points.
        view_length: Length of the view in code points.
        blocks: The blocks in order; they do not overlap.
    """

    __slots__ = ("_source_starts", "_view_starts", "blocks", "source_length", "view_length")

    def __init__(self, source_length: int, view_length: int, blocks: Iterable[Block] = ()) -> None:
        """Check that gaps have equal length on both sides.

        Raises:
            ValueError: If blocks overlap, a gap has two lengths, or a block has
                nothing in the source.
        """
        self.blocks: Sequence[Block] = tuple(blocks)
        self.source_length = source_length
        self.view_length = view_length
        source = view = 0
        for block in self.blocks:
            gap = block.source.start - source
            fits = 0 <= gap == block.view.start - view
            if not (fits and block.source):
                msg = f"blocks do not line up at {block.as_list()}"
                raise ValueError(msg)
            source, view = block.source.end, block.view.end
        if source_length - source != view_length - view or source_length < source:
            msg = f"the last gap has two lengths: {source_length - source}, {view_length - view}"
            raise ValueError(msg)
        self._source_starts = [block.source.start for block in self.blocks]
        self._view_starts = [block.view.start for block in self.blocks]

    @classmethod
    def identity(cls, length: int) -> Alignment:
        """Return the alignment of a conversion that kept every code point's place."""
        return cls(length, length)

    def to_view(self, span: Span) -> Span:
        """Map a source span to the view, outward to whole blocks.

        It is empty, at its place, where the view leaves all of it out.
        """
        return self._map(span, self._source_starts, forward=True)

    def to_source(self, span: Span) -> Span:
        """Map a view span to the source, outward to whole blocks.

        What the view leaves out is in it where the span goes on beyond that on both sides;
        an empty span lies after it.
        """
        return self._map(span, self._view_starts, forward=False)

    def snapped(self, span: Span) -> Span:
        """Return the source span widened to whole blocks, without what is left out at its ends."""
        return self.to_source(self.to_view(span))

    def _map(self, span: Span, starts: list[int], *, forward: bool) -> Span:
        if not self.blocks:
            return span
        start = self._edge(span.start, starts, forward=forward, upward=False)
        if not span:
            return Span(start, start)
        return Span(start, self._edge(span.end, starts, forward=forward, upward=True))

    def _edge(self, offset: int, starts: list[int], *, forward: bool, upward: bool) -> int:
        """Map one edge of a span; inside a block it goes to the block's own edge."""
        # An end lies before what is left out at its place, a start after it.
        index = (bisect_left if upward else bisect_right)(starts, offset) - 1
        if index < 0:
            return offset
        block = self.blocks[index]
        here, there = (block.source, block.view) if forward else (block.view, block.source)
        if offset >= here.end:
            return offset - here.end + there.end
        return there.end if upward else there.start
