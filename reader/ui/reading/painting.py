"""One picture of the visible paragraphs: grounds first, then words, then lines."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from reader.ui.reading.marks import MarkPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.suggest.suggestion import Suggestion
    from reader.text.span import Span
    from reader.ui.reading.conversion_marks import ConversionMarks
    from reader.ui.reading.paragraph_layout import ParagraphLayout
    from reader.ui.reading.sheet import Sheet
    from reader.ui.theme import Theme

_NEIGHBOURS = 4


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in an article.

    Attributes:
        tag_set: The kinds and their colours.
        chosen: Id of the chosen tag.
        dragged: Where its end is being dragged to.
        selection: The selected passage.
        matches: What was found, in order.
        current: The match that the reader is at.
        conversion: What the conversion did; ``None`` where that is not marked.
        suggestions: What is proposed to be tagged, in order.
        suggested: The one of it that the reader is at.
    """

    tag_set: TagSet
    chosen: str | None
    dragged: Span | None
    selection: Span
    matches: Sequence[Span]
    current: Span | None
    conversion: ConversionMarks | None
    suggestions: Sequence[Suggestion] = ()
    suggested: Suggestion | None = None

    def matches_in(self, span: Span) -> Sequence[Span]:
        """Return what was found in a stretch, and perhaps one before it."""
        first = bisect_left(self.matches, span.start, key=_start)
        # A match may begin in the paragraph before, across a wrapped line.
        first = max(0, first - 1)
        return self.matches[first : bisect_left(self.matches, span.end, key=_start)]

    def suggestions_in(self, span: Span) -> list[Suggestion]:
        """Return what is proposed in a stretch."""
        # What reaches into a paragraph began no more than a few before it: they hardly overlap.
        first = max(0, bisect_left(self.suggestions, span.start, key=_place) - _NEIGHBOURS)
        last = bisect_left(self.suggestions, span.end, key=_place)
        return [one for one in self.suggestions[first:last] if one.span.end > span.start]


def paint(painter: QPainter, clip: QRect, theme: Theme, sheet: Sheet, marked: Marked) -> None:
    """Paint the paragraphs that a rectangle of the viewport touches, and nothing else.

    Lines of one paragraph may reach into the space of the next, so no ground is laid
    after them.
    """
    view = sheet.pages.view
    shown_by = None if view.cleaned is None else view.shown
    marks = MarkPainter(painter, theme, marked.tag_set, shown_by)
    shown = [
        (layout, QPointF(sheet.left, top), sheet.index.overlapping(layout.span))
        for layout, top in sheet.pages.visible()
        if top <= clip.bottom() and top + layout.height >= clip.top()
    ]
    for layout, origin, tags in shown:
        marks.washes(layout, origin, tags)
        for match in marked.matches_in(layout.span):
            colour = theme.current_match if match == marked.current else theme.match
            marks.ground(layout, origin, match, colour)
        marks.ground(layout, origin, marked.selection, theme.selection)
    for layout, origin, tags in shown:
        if marked.conversion is not None:
            marked.conversion.paint(painter, theme, layout, origin)
        painter.setPen(QColor(theme.ink))
        layout.draw(painter, origin)
        marks.underlines(layout, origin, tags)
        marks.suggestions(layout, origin, marked.suggestions_in(layout.span), tags)
    for layout, origin, tags in shown:
        _paint_chosen(marks, layout, origin, tags, marked)
        if marked.suggested is not None:
            marks.suggested(layout, origin, marked.suggested)


def _paint_chosen(
    marks: MarkPainter,
    layout: ParagraphLayout,
    origin: QPointF,
    annotations: Sequence[Annotation],
    marked: Marked,
) -> None:
    chosen = next((one for one in annotations if one.id == marked.chosen), None)
    if chosen is not None:
        marks.chosen(layout, origin, chosen, marked.dragged or chosen.span)


def _start(span: Span) -> int:
    return span.start


def _place(suggestion: Suggestion) -> int:
    return suggestion.span.start
