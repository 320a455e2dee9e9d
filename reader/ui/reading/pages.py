"""The laid-out paragraphs of one article in one script: made when seen, kept while near."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from reader.text.cleaned_view import CleanedParagraphs, cleaned_paragraphs
from reader.text.span import Span
from reader.ui.reading.heights import Heights
from reader.ui.reading.paragraph_layout import ParagraphLayout, estimated_heights, per_line
from reader.ui.reading.scroll import ScrollPlace
from reader.ui.reading.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.view import ScriptView
    from reader.ui.reading.typography import Typography

_KEPT = 160
_TOP, _BOTTOM = 44.0, 96.0
# In code points.
_STEP = 250_000


class Pages:
    """An article's paragraphs as they stand on the surface.

    Attributes:
        view: The article in the script shown.
        paragraphs: Where its paragraphs lie.
        place: Where the window stands.
        width: Width of the column in pixels.
        page: Height of the window in pixels.
        laid_out: Indices of the paragraphs laid out since the last change of view or width.
    """

    def __init__(self, view: ScriptView, typography: Typography, width: float, page: float) -> None:
        """Estimate every paragraph's height; lay none out."""
        self.view = view
        self.laid_out: set[int] = set()
        self.width = width
        self.page = page
        self._marks_colour = QColor("#999999")
        self._typography = typography
        self._layouts: OrderedDict[int, ParagraphLayout] = OrderedDict()
        self._take_paragraphs(view)
        # The offset last held, its y, and the place that this led to.
        self._held: tuple[int, float, tuple[int, float]] | None = None

    def _take_paragraphs(self, view: ScriptView) -> None:
        """Take the paragraphs of a view, and stand at the first."""
        # The first screen; the others are found when they are asked for, or by find_more.
        lines = self.paragraphs = cleaned_paragraphs(view, 0)
        flat = lines.flat if isinstance(lines, CleanedParagraphs) else lines
        self._structure = Structure(view.flat.source, flat)
        self.place = ScrollPlace(self._estimates(), self._measure, self._more)

    def set_marks_colour(self, colour: str) -> None:
        """Show the marks of Markdown in a colour."""
        self._marks_colour = QColor(colour)
        self._layouts.clear()

    # How much there is

    @property
    def complete(self) -> bool:
        """Whether all paragraphs are found, so that every one has at least an estimate."""
        return self.paragraphs.complete and len(self.place.heights) == self.paragraphs.found

    @property
    def height(self) -> float:
        """The height of the whole article; a guess while not all paragraphs are found."""
        known = self.place.heights.total
        if self.complete:
            return known
        return known * self.paragraphs.length / max(1, self.paragraphs.reached)

    def find_more(self) -> bool:
        """Find the paragraphs of some more of the article; return whether some are left.

        A step takes a millisecond or two.
        """
        self.paragraphs.find(self.paragraphs.reached + _STEP)
        self._more()
        return not self.complete

    # Changing what is shown, holding the place

    def set_view(self, view: ScriptView, typography: Typography) -> None:
        """Show the same article in another script, or cleaned; what is at the top stays there."""
        self._hold_place(view, typography, self.width, estimate=False)

    def set_format(self, typography: Typography, width: float, page: float) -> None:
        """Set the text in another size or column; what is at the top stays there."""
        self.page = page
        changed = typography != self._typography or width != self.width
        if changed:
            self._hold_place(self.view, typography, width, estimate=True)
        else:
            self.place.move(0.0, page)

    def _hold_place(
        self, view: ScriptView, typography: Typography, width: float, *, estimate: bool
    ) -> None:
        offset, y = self._offset_to_hold()
        cleaned = view.cleaned is not self.view.cleaned
        self.view, self._typography, self.width = view, typography, width
        self._layouts.clear()
        self.laid_out.clear()
        if cleaned:
            self._take_paragraphs(view)
        elif estimate:
            self.place.heights = self._estimates()
        self.stand_with(offset, y)
        self._held = offset, y, (self.place.paragraph, self.place.above)

    def _offset_to_hold(self) -> tuple[int, float]:
        """Return what is at the top; the same again until the reader goes elsewhere.

        The line that holds an offset begins before it: holding that line's
        start the next time would creep upward, a line for each change.
        """
        if self._held is not None:
            offset, y, place = self._held
            if place == (self.place.paragraph, self.place.above):
                return offset, y
        return self.top_offset()

    def top_offset(self) -> tuple[int, float]:
        """Return the first source offset whose line is wholly visible, and its line's y."""
        for index, y in self.place.visible(self.page):
            layout = self.layout(index)
            top = y + self._head(index)
            start = layout.span.start
            offset = start
            while True:
                line_top, line_bottom = layout.line_box(offset - start)
                if top + line_top >= 0:
                    return offset, top + line_top
                following = layout.offset_at(0.0, line_bottom + 1).start + start
                if following <= offset:
                    break
                offset = following
        return self.paragraphs[self.place.paragraph].start, 0.0

    def stand_with(self, offset: int, y: float) -> None:
        """Stand so that the line of a source offset has its top at ``y`` of the window."""
        index = self.paragraphs.index_at(offset)
        layout = self.layout(index)
        local = min(offset, layout.span.end) - layout.span.start
        line_top, _bottom = layout.line_box(max(0, local))
        self.place.stand_at(index, self._head(index) + line_top - y, self.page)

    # What is where

    def visible(self) -> Iterator[tuple[ParagraphLayout, float]]:
        """Yield each visible paragraph's layout with the y of its text's top in the window."""
        for index, y in self.place.visible(self.page):
            yield self.layout(index), y + self._head(index)

    def visible_span(self) -> Span:
        """Return the source span of the visible paragraphs."""
        indices = [index for index, _y in self.place.visible(self.page)]
        return Span(self.paragraphs[indices[0]].start, self.paragraphs[indices[-1]].end)

    def layout(self, index: int) -> ParagraphLayout:
        """Return a paragraph laid out, laying it out if it is not."""
        found = self._layouts.get(index)
        if found is None:
            found = ParagraphLayout(
                self.view.slice(self.paragraphs[index]),
                self._structure.style(index),
                self._typography,
                self.width,
                marks=self._structure.marks_length(index),
                ends=self._structure.ends_paragraph(index),
                marks_colour=self._marks_colour,
            )
            self._layouts[index] = found
            self.laid_out.add(index)
            if len(self._layouts) > _KEPT:
                self._layouts.popitem(last=False)
        self._layouts.move_to_end(index)
        return found

    def layout_of(self, offset: int) -> ParagraphLayout:
        """Return the layout of the paragraph that holds a source offset."""
        return self.layout(self.paragraphs.index_at(offset))

    def at(self, x: float, y: float) -> Span:
        """Return the source offset at a point of the window, from the column's left.

        Returns:
            An empty span at the offset, or the whole block that the point is in.
        """
        last: tuple[ParagraphLayout, float] | None = None
        for layout, top in self.visible():
            if last is not None and y < top:
                break
            last = layout, top
        assert last is not None
        layout, top = last
        return layout.offset_at(x, y - top).shifted(layout.span.start)

    def caret(self, offset: int) -> QRectF | None:
        """Return the caret's box in the window for a source offset, if it is visible."""
        for layout, top in self.visible():
            if layout.span.start <= offset <= layout.span.end:
                return layout.caret(offset - layout.span.start).translated(0.0, top)
        return None

    def rects(self, span: Span) -> list[QRectF]:
        """Return the visible boxes of a source span, from the column's left."""
        boxes: list[QRectF] = []
        span = self.view.shown(span)
        for layout, top in self.visible():
            inside = span.clipped(layout.span).shifted(-layout.span.start)
            if inside:
                boxes += [rect.translated(QPointF(0.0, top)) for rect in layout.rects(inside)]
        return boxes

    def reveal(self, span: Span) -> bool:
        """Scroll so that the start of a span is on the screen, if it is not; say whether it did."""
        offset = span.start
        index = self.paragraphs.index_at(offset)
        for shown, y in self.place.visible(self.page):
            if shown == index:
                layout = self.layout(index)
                local = min(offset, layout.span.end) - layout.span.start
                top, bottom = (edge + y + self._head(index) for edge in layout.line_box(local))
                if top >= 0 and bottom <= self.page:
                    return False
                near = -layout.pitch < top < self.page + layout.pitch
                if near:
                    aim = 0.0 if top < 0 else self.page - layout.pitch
                    self.stand_with(offset, aim)
                    return True
        self.stand_with(offset, self.page / 3)
        return True

    # Heights

    def _estimates(self) -> Heights:
        heights = Heights()
        self._estimate(heights)
        return heights

    def _estimate(self, heights: Heights) -> None:
        """Estimate those that are found and have no height yet."""
        first = len(heights)
        count = per_line(self.width, self._typography)
        lengths = self.paragraphs.lengths(first)
        estimates = estimated_heights(lengths, self._typography, count)
        if not first:
            estimates[0] += _TOP
        if self.paragraphs.complete:
            estimates[-1] += _BOTTOM
        heights.extend(estimates)

    def _more(self) -> bool:
        """Add the heights of more paragraphs, which are found where need be."""
        heights = self.place.heights
        if not self.paragraphs.has(len(heights)):
            return False
        self._estimate(heights)
        return True

    def _measure(self, index: int) -> float:
        foot = 0.0 if self.paragraphs.has(index + 1) else _BOTTOM
        return self._head(index) + self.layout(index).height + foot

    @staticmethod
    def _head(index: int) -> float:
        return _TOP if index == 0 else 0.0
