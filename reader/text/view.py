"""An article's text in one script, converted where it is looked at.

The source is cut into chunks at characters that stand in no dictionary key, so
that converting chunk by chunk equals converting the whole; a chunk is converted
when a slice of it is first asked for. A window that shows the middle of a
million characters converts a few thousand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.alignment import Alignment, Block
from reader.text.glossary import NO_CORRECTIONS
from reader.text.recipe import Recipe
from reader.text.span import Span
from reader.text.wrapping import is_hard_wrapped

if TYPE_CHECKING:
    from reader.text.cleaning.cleaned import Cleaned
    from reader.text.glossary import Corrections

# Every character here is in no key of any of OpenCC's dictionaries (a test
# reads them all), so no match crosses it.
_BREAK = re.compile("[\n。，、；：！？”」》）]")
# In a hard-wrapped column a word may go on across a line end.
_WRAPPED_BREAK = re.compile("[。，、；：！？”」》）]")
_CHUNK = 4096
# What is converted at once where the whole is asked for: OpenCC holds the
# interpreter for a few milliseconds, and what a call costs besides hardly counts.
_STRETCH = 5 * _CHUNK


@dataclass(frozen=True, slots=True)
class ViewSlice:
    """A stretch of an article in the view's script.

    Attributes:
        span: The source span it stands for; wider than the one asked for where
            that cut a block.
        text: Its text in the view's script.
        alignment: Maps offsets within the span to offsets within the text,
            both from 0.
    """

    span: Span
    text: str
    alignment: Alignment


class ScriptView:
    """The text of one article in one script. Offsets in and out are source code points.

    Attributes:
        source: The article's text.
        config: The configuration of OpenCC, or ``None`` for none.
        corrections: What is shown otherwise than OpenCC would.
        cleaned: What is left out of the text; ``None`` where nothing is.
    """

    cleaned: Cleaned | None = None

    def __init__(
        self, source: str, config: str | None, corrections: Corrections = NO_CORRECTIONS
    ) -> None:
        """Show ``source`` through a configuration, or as it is where that is ``None``.

        Args:
            source: The article's text.
            config: The configuration of OpenCC.
            corrections: What is shown otherwise than OpenCC would.

        Raises:
            ValueError: If there is no such configuration.
        """
        self.source = source
        self.config = config
        self.corrections = corrections
        self._recipe = Recipe(config, corrections, wrapped=is_hard_wrapped(source))
        self._break = _WRAPPED_BREAK if self._recipe.wrapped else _BREAK
        self._grid = _CHUNK
        self._bounds = [0]
        self._chunks: dict[int, ViewSlice] = {}

    @property
    def flat(self) -> ScriptView:
        """The view of what is left of the text, as a text by itself."""
        return self

    def to_flat(self, span: Span) -> Span:
        """Return where a source span lies in :attr:`flat`."""
        return span

    def from_flat(self, span: Span) -> Span:
        """Return the source span of one of :attr:`flat`."""
        return span

    def shown(self, span: Span) -> Span:
        """Return the source span that stands for one: itself, unless all of it is left out."""
        return span

    def slice(self, span: Span) -> ViewSlice:
        """Return the view of a source span, widened to whole blocks and cut at the text's end."""
        span = span.clipped(Span(0, len(self.source)))
        if self._recipe.changes_nothing or not span:
            return ViewSlice(span, span.of(self.source), Alignment.identity(len(span)))
        index = self._index_at(span.start)
        if (chunk := self._chunk_span(index)).contains(span):
            return self._part(index, chunk, span)
        texts: list[str] = []
        blocks: list[Block] = []
        reached: list[Span] = []
        source = view = 0
        while (chunk := self._chunk_span(index)).start < span.end:
            if chunk.overlaps(span):
                part = self._part(index, chunk, span)
                blocks += [block.shifted(source, view) for block in part.alignment.blocks]
                texts.append(part.text)
                reached.append(part.span)
                source += len(part.span)
                view += len(part.text)
            index += 1
        whole = Span(reached[0].start, reached[-1].end)
        return ViewSlice(whole, "".join(texts), Alignment(len(whole), view, blocks))

    def text_of(self, span: Span) -> str:
        """Return the view's words for a source span."""
        return self.slice(span).text

    def snapped(self, span: Span) -> Span:
        """Return a source span widened to whole blocks; only its two ends are converted."""
        span = span.clipped(Span(0, len(self.source)))
        if self._recipe.changes_nothing or not span:
            return span
        first = self.slice(Span(span.start, span.start + 1)).span
        last = self.slice(Span(span.end - 1, span.end)).span
        return Span(first.start, last.end)

    def whole(self) -> ViewSlice:
        """Return the whole text in the view's script."""
        if not self._chunks:
            # Nothing of the finer grid is in use yet.
            self._grid = _STRETCH
        return self.slice(Span(0, len(self.source)))

    def _part(self, index: int, chunk: Span, span: Span) -> ViewSlice:
        """Return what ``span`` takes of a chunk."""
        whole = self._converted(index, chunk)
        alignment = whole.alignment
        if span.contains(chunk):
            return whole
        view = alignment.to_view(span.clipped(chunk).shifted(-chunk.start))
        source = alignment.to_source(view)
        inside = [
            block.shifted(-source.start, -view.start)
            for block in alignment.blocks
            if source.contains(block.source)
        ]
        return ViewSlice(
            source.shifted(chunk.start),
            view.of(whole.text),
            Alignment(len(source), len(view), inside),
        )

    def _converted(self, index: int, chunk: Span) -> ViewSlice:
        if index not in self._chunks:
            converted = self._recipe.convert(chunk.of(self.source))
            alignment = Alignment(len(chunk), len(converted.text), converted.blocks)
            self._chunks[index] = ViewSlice(chunk, converted.text, alignment)
        return self._chunks[index]

    def _index_at(self, offset: int) -> int:
        """Return the index of the chunk that holds ``offset``."""
        self._bound(offset // self._grid + 1)
        return bisect_right(self._bounds, offset) - 1

    def _chunk_span(self, index: int) -> Span:
        """Return a chunk: it starts at the first break at or after its place in the grid.

        A break past the next chunk's place leaves that chunk empty.
        """
        return Span(self._bound(index), self._bound(index + 1))

    def _bound(self, index: int) -> int:
        while len(self._bounds) <= index:
            self._bounds.append(self._break_after(len(self._bounds) * self._grid))
        return self._bounds[index]

    def _break_after(self, place: int) -> int:
        """Return the end of the first break character at or after ``place``."""
        if place <= self._bounds[-1]:
            return self._bounds[-1]
        match = self._break.search(self.source, min(place, len(self.source)))
        return match.end() if match else len(self.source)
