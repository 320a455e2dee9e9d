"""How tags, matches and the selection are drawn on the lines of a paragraph.

Washes are opaque and laid longest first, so that the innermost tag's shows and
no two ever mix; each tag has besides an underline in a lane of its own. Lanes draw
together where many tags stand, since the lines of the text stay where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from reader.annotation.lanes import assign_lanes, lane_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.suggest.suggestion import Suggestion
    from reader.text.span import Span
    from reader.ui.reading.paragraph_layout import ParagraphLayout
    from reader.ui.theme import Theme

LANE = 3
"""Pixels from one underline to the next, where there is room for all."""
# The boxes of ideographs have so much air above: the last underline may lie in it.
_PADDING = 2
_HANDLE = 4.5
# A suggestion's line in pixels: a stroke and a gap.
_STROKE, _SPACING = 2, 3
UNKNOWN_COLOUR = "#777777"
"""Of a kind that the tag set does not have."""


class MarkPainter:
    """Draws the marks of one paragraph after another."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        tag_set: TagSet,
        shown: Callable[[Span], Span] | None = None,
    ) -> None:
        """Draw with ``painter``, in the colours of a theme and of the kinds.

        Args:
            painter: What draws.
            theme: Its colours.
            tag_set: The kinds.
            shown: Returns what stands for a span, if the view leaves all of it out.
        """
        self._painter = painter
        self._shown = shown
        self._theme = theme
        self._colours = {kind.name: kind.colour for kind in tag_set}
        self._tints: dict[str, QColor] = {}
        self._marks: dict[str, QColor] = {}

    def washes(
        self, layout: ParagraphLayout, origin: QPointF, annotations: Sequence[Annotation]
    ) -> None:
        """Draw the ground of each tag, the longest first."""
        for annotation in sorted(annotations, key=_shortness):
            kind = annotation.kind
            if kind not in self._tints:
                self._tints[kind] = self._theme.tint(self._colour(annotation))
            self._fill(self._rects(layout, origin, annotation.span), self._tints[kind])

    def ground(
        self, layout: ParagraphLayout, origin: QPointF, span: Span, colour: QColor | str
    ) -> None:
        """Fill behind a source span of the article."""
        self._fill(self._rects(layout, origin, span), QColor(colour))

    def _fill(self, rects: Sequence[QRectF], colour: QColor) -> None:
        for rect in rects:
            self._painter.fillRect(rect, colour)

    def underlines(
        self, layout: ParagraphLayout, origin: QPointF, annotations: Sequence[Annotation]
    ) -> None:
        """Draw each tag's underline in its lane."""
        lanes = assign_lanes(annotations)
        counts = lane_counts(annotations, lanes)
        for annotation in annotations:
            colour = self._mark(annotation)
            for rect in self._rects(layout, origin, annotation.span):
                pitch, weight = lane_pitch(layout.pitch - rect.height(), counts[annotation.id])
                # On a whole pixel, or it would blur into a paler line.
                top = round(rect.bottom()) + 1 + lanes[annotation.id] * pitch
                # A hair's breadth short at each end, so that neighbours stay apart.
                line = QRectF(rect.left() + 0.75, top, rect.width() - 1.5, weight)
                self._painter.fillRect(line, colour)

    def chosen(
        self, layout: ParagraphLayout, origin: QPointF, annotation: Annotation, span: Span
    ) -> None:
        """Draw the frame of the chosen tag, and a handle at each end that stands here."""
        colour = self._mark(annotation)
        rects = self._rects(layout, origin, span)
        self._painter.setPen(QPen(colour, 1.4))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in rects:
            self._painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._painter.setBrush(colour)
        self._painter.setPen(QPen(QColor(self._theme.paper), 1.2))
        for point in handles(rects, layout.span, span):
            self._painter.drawEllipse(point, _HANDLE, _HANDLE)

    def suggestions(
        self,
        layout: ParagraphLayout,
        origin: QPointF,
        suggestions: Sequence[Suggestion],
        annotations: Sequence[Annotation],
    ) -> None:
        """Draw a broken line under what is proposed, below the lines of the tags there."""
        drawn: list[Span] = []
        for one in suggestions:
            above = [tag.span for tag in annotations if tag.span.overlaps(one.span)]
            lane = len(above) + sum(span.overlaps(one.span) for span in drawn)
            drawn.append(one.span)
            colour = self._mark(one)
            for rect in self._rects(layout, origin, one.span):
                pitch, _weight = lane_pitch(layout.pitch - rect.height(), lane + 1)
                top = round(rect.bottom()) + 1 + lane * pitch
                left, right = round(rect.left()) + 1, round(rect.right()) - 1
                for at in range(left, right, _STROKE + _SPACING):
                    stroke = QRectF(at, top, min(_STROKE, right - at), 1)
                    self._painter.fillRect(stroke, colour)

    def suggested(self, layout: ParagraphLayout, origin: QPointF, suggestion: Suggestion) -> None:
        """Draw the frame of the suggestion that the reader is at: no ground, no handles."""
        self._painter.setPen(QPen(self._mark(suggestion), 1.4))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._rects(layout, origin, suggestion.span):
            self._painter.drawRoundedRect(rect.adjusted(-1.5, -0.5, 1.5, 1.5), 3, 3)

    def _mark(self, marked: Annotation | Suggestion) -> QColor:
        """Return the colour of a kind's lines; it is derived once for all of them."""
        if marked.kind not in self._marks:
            self._marks[marked.kind] = QColor(self._theme.mark(self._colour(marked)))
        return self._marks[marked.kind]

    def _colour(self, marked: Annotation | Suggestion) -> str:
        return self._colours.get(marked.kind, UNKNOWN_COLOUR)

    def _rects(self, layout: ParagraphLayout, origin: QPointF, span: Span) -> list[QRectF]:
        if self._shown is not None:
            span = self._shown(span)
        inside = span.clipped(layout.span).shifted(-layout.span.start)
        return [rect.translated(origin) for rect in layout.rects(inside)] if inside else []


def _shortness(annotation: Annotation) -> int:
    return -len(annotation.span)


def lane_pitch(room: float, count: int) -> tuple[int, int]:
    """Return the distance of underlines, and how thick each is, in whole pixels.

    Args:
        room: Pixels between the boxes of two lines of text.
        count: How many underlines stand below each other.
    """
    pitch = max(1, min(LANE, int((room + _PADDING) // count)))
    return pitch, max(1, pitch - 1)


def handles(rects: Sequence[QRectF], paragraph: Span, span: Span) -> list[QPointF]:
    """Return where the handles of a span stand: top of its start, bottom of its end.

    Args:
        rects: The boxes of the span's part in a paragraph.
        paragraph: The paragraph.
        span: The span; an end outside the paragraph has no handle in it.
    """
    points = []
    if rects and paragraph.start <= span.start:
        points.append(rects[0].topLeft())
    if rects and span.end <= paragraph.end:
        points.append(rects[-1].bottomRight())
    return points
