"""A cleaned article in one script: what is left of its text, converted.

Lines are joined before the text is converted, so that a word that went on across a line end
is one word to the conversion. The way back is exact: the map of what is left out, and the
alignment of the conversion, one upon the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.alignment import Alignment, Block
from reader.text.glossary import NO_CORRECTIONS
from reader.text.paragraphs import Paragraphs
from reader.text.span import Span
from reader.text.view import ScriptView, ViewSlice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.cleaning.cleaned import Cleaned
    from reader.text.glossary import Corrections


class CleanedView(ScriptView):
    """The text of one article in one script, cleaned. Offsets in and out are of the source."""

    cleaned: Cleaned

    def __init__(
        self, cleaned: Cleaned, config: str | None, corrections: Corrections = NO_CORRECTIONS
    ) -> None:
        """Show what is left of a text as :class:`ScriptView` shows a text.

        Raises:
            ValueError: If there is no such configuration.
        """
        self._flat = ScriptView(cleaned.text, config, corrections)
        self.source = cleaned.source
        self.config = config
        self.corrections = corrections
        self.cleaned = cleaned

    @property
    def flat(self) -> ScriptView:
        """The view of what is left of the text, as a text by itself."""
        return self._flat

    def to_flat(self, span: Span) -> Span:
        """Return what is left of a source span; empty, at its place, where nothing is."""
        return self.cleaned.to_cleaned(span)

    def from_flat(self, span: Span) -> Span:
        """Return the source from a span's first character to its last."""
        return self.cleaned.to_source(span)

    def shown(self, span: Span) -> Span:
        """Return the source span that stands for one: itself, unless all of it is left out."""
        return self.cleaned.shown(span)

    def slice(self, span: Span) -> ViewSlice:
        """Return the view of a source span, widened to whole blocks and to what is left out whole.

        What is left out is a block with nothing in the view; or it is in the block of the
        replaced word that it stood in.
        """
        wide = self.cleaned.outward(span.clipped(Span(0, len(self.source))))
        asked = self.cleaned.to_cleaned(wide)
        part = self._flat.slice(asked)
        start, end = wide.start, wide.end
        # A replaced word that reaches beyond it on the side that it was cut on.
        if part.span.start < asked.start:
            start = self.cleaned.after(part.span.start)
        if part.span.end > asked.end:
            end = self.cleaned.before(part.span.end)
        whole = Span(start, end)
        blocks = [block.shifted(-start, 0) for block in self._blocks(part, whole)]
        return ViewSlice(whole, part.text, Alignment(len(whole), len(part.text), blocks))

    def _blocks(self, part: ViewSlice, whole: Span) -> Iterator[Block]:
        """Yield what is replaced and what is left out, by its place in the source."""
        left_out = self.cleaned.deleted_in(whole)
        gap = next(left_out, None)
        # By how much the view is behind the cleaned text, counted from the beginning of both.
        shift = part.span.start
        for block in part.alignment.blocks:
            source = self.cleaned.to_source(block.source.shifted(part.span.start))
            while gap is not None and gap.end <= source.start:
                yield self._left_out(gap, shift)
                gap = next(left_out, None)
            while gap is not None and gap.start < source.end:
                gap = next(left_out, None)
            yield Block(source, block.view)
            shift = part.span.start + block.source.end - block.view.end
        while gap is not None:
            yield self._left_out(gap, shift)
            gap = next(left_out, None)

    def _left_out(self, gap: Span, shift: int) -> Block:
        place = self.cleaned.place(gap.start) - shift
        return Block(gap, Span(place, place))

    def text_of(self, span: Span) -> str:
        """Return the view's words for a source span; its own where all of them are left out."""
        if span and not self.cleaned.to_cleaned(span):
            return ScriptView(span.of(self.source), self.config, self.corrections).whole().text
        return self.slice(span).text

    def whole(self) -> ViewSlice:
        """Return the whole text in the view's script."""
        self._flat.whole()
        return self.slice(Span(0, len(self.source)))

    def snapped(self, span: Span) -> Span:
        """Return a source span widened to whole blocks, without what is left out at its ends."""
        inside = self.cleaned.to_cleaned(span.clipped(Span(0, len(self.source))))
        return self.cleaned.to_source(self._flat.snapped(inside))


class CleanedParagraphs:
    """The paragraphs of a cleaned text, by their places in the source.

    What is left out belongs to the paragraph that it stands in; between two, which are parted
    by a line end, to the one on its side of that. See :class:`Paragraphs` for the rest.

    Attributes:
        flat: The same paragraphs by their places in the cleaned text.
        length: Length of the source.
    """

    def __init__(self, cleaned: Cleaned, reach: int | None = None) -> None:
        """Find the paragraphs of a cleaned text, up to an offset of that at first."""
        self.flat = Paragraphs(cleaned.text, reach)
        self.length = len(cleaned.source)
        self._cleaned = cleaned

    @property
    def complete(self) -> bool:
        """Whether all are found."""
        return self.flat.complete

    @property
    def reached(self) -> int:
        """Up to where they are found."""
        return self._cleaned.after(self.flat.reached)

    @property
    def found(self) -> int:
        """The number of those that are found."""
        return self.flat.found

    def find(self, reach: int) -> None:
        """Find the paragraphs that begin at or before an offset, and some after it."""
        self.flat.find(self._cleaned.place(min(reach, self.length)))

    def __len__(self) -> int:
        """Number of paragraphs."""
        return len(self.flat)

    def has(self, index: int) -> bool:
        """Return whether there are more paragraphs than ``index``; it does not ask for all."""
        return self.flat.has(index)

    def __getitem__(self, index: int) -> Span:
        """Return the span of a paragraph, without its line end.

        Raises:
            IndexError: If there are not so many.
        """
        span = self.flat[index]
        cut = self.flat.has(index + 1) and self.flat.continued(index + 1)
        end = self._cleaned.before(span.end) if cut else self._cleaned.after(span.end)
        return Span(self._cleaned.before(span.start), end)

    def __iter__(self) -> Iterator[Span]:
        """Yield each paragraph's span."""
        return (self[index] for index in range(len(self.flat)))

    def lengths(self, first: int = 0) -> Iterator[int]:
        """Yield what is left of each paragraph that is found, in code points, from ``first`` on."""
        return self.flat.lengths(first)

    def continued(self, index: int) -> bool:
        """Return whether a paragraph is a later piece of a long one."""
        return self.flat.continued(index)

    def index_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds ``offset``."""
        return self.flat.index_at(self._cleaned.place(offset))

    def overlapping(self, span: Span) -> range:
        """Return the indices of the paragraphs from the span's start to its end."""
        return range(self.index_at(span.start), self.index_at(span.end) + 1)


def cleaned_paragraphs(view: ScriptView, reach: int | None) -> Paragraphs | CleanedParagraphs:
    """Return the paragraphs of an article as a view shows it, found up to an offset at first."""
    if isinstance(view, CleanedView):
        return CleanedParagraphs(view.cleaned, reach)
    return Paragraphs(view.source, reach)


def in_original(view: ScriptView) -> ScriptView:
    """Return the same article, cleaned the same way, in the script it was written in."""
    if isinstance(view, CleanedView):
        return CleanedView(view.cleaned, None)
    return ScriptView(view.source, None)
