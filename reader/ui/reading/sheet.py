"""What stands where in the viewport: between points and the source, for mouse and painting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.span import Span
from reader.ui.reading.caret import step
from reader.ui.reading.marks import handles

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF

    from reader.annotation.annotation import Annotation
    from reader.annotation.index import AnnotationIndex
    from reader.ui.reading.pages import Pages

_HANDLE_REACH = 9.0


def tags_on(index: AnnotationIndex, pages: Pages, offset: int) -> list[Annotation]:
    """Return the tags on a character, and those that it stands for as their words are left out."""
    here = Span(offset, offset + 1)
    found = list(index.overlapping(here))
    view = pages.view
    if view.cleaned is not None:
        around = pages.paragraphs[pages.paragraphs.index_at(offset)]
        found += [
            one
            for one in index.overlapping(around)
            if not one.span.overlaps(here)
            and (shown := view.shown(one.span)) != one.span
            and shown.overlaps(here)
        ]
    return found


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible part of an article. Offsets are source code points; points the viewport's.

    Attributes:
        pages: The paragraphs.
        left: The x of the column's left edge.
        index: The tags.
    """

    pages: Pages
    left: float
    index: AnnotationIndex

    def rects(self, span: Span) -> list[QRectF]:
        """Return the visible boxes of a span, one a line."""
        return [rect.translated(self.left, 0.0) for rect in self.pages.rects(span)]

    def place_at(self, point: QPointF) -> Span:
        """Return the offset nearest to a point as an empty span, or the block that it is in."""
        return self.pages.at(point.x() - self.left, point.y())

    def character_at(self, point: QPointF) -> int | None:
        """Return the offset of the character under a point, if there is one."""
        place = self.place_at(point)
        for start in (place.start, step(self.pages, place.start, -1)):
            span = Span.between(start, step(self.pages, start, 1))
            if any(rect.contains(point) for rect in self.rects(span)):
                return start
        return None

    def annotations_at(self, point: QPointF) -> list[Annotation]:
        """Return the tags on the character at a point, the shortest first."""
        offset = self.character_at(point)
        if offset is None:
            return []
        found = tags_on(self.index, self.pages, offset)
        return sorted(found, key=lambda one: len(one.span))

    def to_choose(self, point: QPointF, chosen: str | None) -> str | None:
        """Return the tag a click means: the shortest; the next one out on each further click."""
        found = [one.id for one in self.annotations_at(point)]
        if chosen in found:
            return found[(found.index(chosen) + 1) % len(found)]
        return found[0] if found else None

    def annotation(self, annotation_id: str | None) -> Annotation | None:
        """Return the tag of that id, if it is on the screen."""
        if annotation_id is None:
            return None
        visible = self.index.overlapping(self.pages.visible_span())
        return next((one for one in visible if one.id == annotation_id), None)

    def handle_at(self, point: QPointF, span: Span) -> int | None:
        """Return the end of a tag that stays when its handle at a point is dragged.

        Returns:
            ``None`` where no handle is.
        """
        for layout, top in self.pages.visible():
            inside = span.clipped(layout.span).shifted(-layout.span.start)
            boxes = layout.rects(inside) if inside else []
            rects = [rect.translated(self.left, top) for rect in boxes]
            for handle in handles(rects, layout.span, span):
                if (handle - point).manhattanLength() <= _HANDLE_REACH:
                    begins = bool(rects) and handle == rects[0].topLeft()
                    return span.end if begins else span.start
        return None
