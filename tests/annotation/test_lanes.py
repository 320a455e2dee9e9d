from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.index import reading_order
from reader.annotation.lanes import assign_lanes, lane_counts
from tests.annotation.strategies import annotation, spans

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation
    from reader.text.span import Span


def in_reading_order(drawn: list[Span]) -> list[Annotation]:
    return sorted(
        (annotation(span.start, span.end, name=str(n)) for n, span in enumerate(drawn)),
        key=reading_order,
    )


ANNOTATIONS = st.lists(spans(20), max_size=12).map(in_reading_order)


@settings(max_examples=100, deadline=None)
@given(ANNOTATIONS)
def test_each_takes_the_lowest_lane_that_none_it_overlaps_has_taken(
    annotations: list[Annotation],
) -> None:
    lanes = assign_lanes(annotations)
    assert list(lanes) == [one.id for one in annotations]
    for number, one in enumerate(annotations):
        taken = {lanes[other.id] for other in annotations[:number] if other.span.overlaps(one.span)}
        assert lanes[one.id] == min(set(range(len(taken) + 1)) - taken)


@settings(max_examples=80, deadline=None)
@given(ANNOTATIONS)
def test_there_are_as_many_lanes_as_stand_over_one_character(
    annotations: list[Annotation],
) -> None:
    deepest = max(
        (sum(one.span.holds(offset) for one in annotations) for offset in range(20)), default=0
    )
    assert max(assign_lanes(annotations).values(), default=-1) + 1 == deepest


@settings(max_examples=100, deadline=None)
@given(ANNOTATIONS)
def test_those_that_overlap_or_are_joined_by_others_have_the_lanes_of_the_deepest(
    annotations: list[Annotation],
) -> None:
    lanes = assign_lanes(annotations)
    counts = lane_counts(annotations, lanes)
    assert list(counts) == [one.id for one in annotations]
    for one in annotations:
        joined = {one.id}
        while True:
            more = {
                other.id
                for other in annotations
                for known in annotations
                if known.id in joined and (other.span.overlaps(known.span) or other is known)
            }
            if more == joined:
                break
            joined = more
        assert counts[one.id] == max(lanes[name] for name in joined) + 1
