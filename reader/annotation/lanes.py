"""Lanes: a place for each of several overlapping tags, so that each is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.annotation.annotation import Annotation


def assign_lanes(annotations: Iterable[Annotation]) -> dict[str, int]:
    """Give each annotation the lowest lane that none it overlaps has taken.

    Args:
        annotations: In reading order (by start, the longer first).

    Returns:
        The lane of each by id, from 0.
    """
    lanes: dict[str, int] = {}
    ends: list[int] = []
    for annotation in annotations:
        span = annotation.span
        lane = next((n for n, end in enumerate(ends) if end <= span.start), len(ends))
        if lane == len(ends):
            ends.append(span.end)
        else:
            ends[lane] = span.end
        lanes[annotation.id] = lane
    return lanes


def lane_counts(annotations: Sequence[Annotation], lanes: dict[str, int]) -> dict[str, int]:
    """Return how many lanes are taken where an annotation stands, by id.

    Those that overlap, or are joined by others that do, have the same number, so that
    a tag looks the same from its start to its end.

    Args:
        annotations: In reading order.
        lanes: The lane of each.
    """
    counts: dict[str, int] = {}
    joined: list[str] = []
    reached = 0
    for annotation in annotations:
        if annotation.span.start >= reached:
            joined = []
        joined.append(annotation.id)
        reached = max(reached, annotation.span.end)
        deepest = max(lanes[annotation.id] + 1, counts.get(joined[0], 0))
        if deepest != counts.get(joined[0]):
            counts.update(dict.fromkeys(joined, deepest))
        counts[annotation.id] = deepest
    return counts
