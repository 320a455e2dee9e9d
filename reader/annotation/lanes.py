"""Lanes: a place for each of several overlapping tags, so that each is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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
