"""The interval index: which annotations stand in a stretch of an article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.annotation import Annotation
    from reader.text.span import Span

_BUCKET = 512


class AnnotationIndex:
    """The annotations of one article, found by place.

    Each stands in every bucket of 512 code points that it touches, so that
    adding, removing and looking up cost the same among a hundred thousand as
    among a hundred.
    """

    __slots__ = ("_buckets", "_by_id")

    def __init__(self) -> None:
        """Begin empty."""
        self._by_id: dict[str, Annotation] = {}
        self._buckets: defaultdict[int, dict[str, Annotation]] = defaultdict(dict)

    def __len__(self) -> int:
        """Number of annotations."""
        return len(self._by_id)

    def __iter__(self) -> Iterator[Annotation]:
        """Yield every annotation, in no order."""
        return iter(self._by_id.values())

    def put(self, annotation: Annotation) -> None:
        """Add an annotation, or replace the one of the same id."""
        self.remove(annotation.id)
        self._by_id[annotation.id] = annotation
        for bucket in _buckets(annotation.span):
            self._buckets[bucket][annotation.id] = annotation

    def remove(self, annotation_id: str) -> None:
        """Take an annotation out, if it is there."""
        annotation = self._by_id.pop(annotation_id, None)
        if annotation is None:
            return
        for bucket in _buckets(annotation.span):
            del self._buckets[bucket][annotation_id]

    def overlapping(self, span: Span) -> list[Annotation]:
        """Return the annotations that share a code point with ``span``, in reading order."""
        found = {
            one.id: one
            for bucket in _buckets(span)
            if bucket in self._buckets
            for one in self._buckets[bucket].values()
            if one.span.overlaps(span)
        }
        return sorted(found.values(), key=reading_order)

    def in_order(self) -> list[Annotation]:
        """Return every annotation, in reading order."""
        return sorted(self._by_id.values(), key=reading_order)


def reading_order(annotation: Annotation) -> tuple[int, int, str]:
    """Sort key: by start, the longer first, then by id."""
    return annotation.span.start, -annotation.span.end, annotation.id


def _buckets(span: Span) -> range:
    return range(span.start // _BUCKET, max(span.start, span.end - 1) // _BUCKET + 1)
