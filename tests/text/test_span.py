from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.span import Span
from tests.text.strategies import spans

TEXT = "甲乙丙丁戊己庚辛"
SPANS = spans(len(TEXT))


def offsets(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_range_that_lies_in_no_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not a span: {start} to {end}"):
        Span(start, end)


@settings(max_examples=80, deadline=None)
@given(SPANS, SPANS)
def test_relations_are_those_of_the_sets_of_offsets(one: Span, other: Span) -> None:
    assert len(one) == len(offsets(one))
    assert bool(one) == bool(offsets(one))
    assert one.overlaps(other) == bool(offsets(one) & offsets(other))
    assert one.contains(other) == (one.start <= other.start <= other.end <= one.end)
    assert all(one.holds(n) == (n in offsets(one)) for n in range(-1, len(TEXT) + 1))


@settings(max_examples=80, deadline=None)
@given(SPANS, SPANS)
def test_a_clipped_span_is_the_common_part_and_lies_inside_the_other(
    one: Span, other: Span
) -> None:
    clipped = one.clipped(other)
    assert offsets(clipped) == offsets(one) & offsets(other)
    assert other.contains(clipped)


@given(st.integers(0, 9), st.integers(0, 9))
def test_between_takes_its_ends_in_either_order(one: int, other: int) -> None:
    assert Span.between(one, other) == Span.between(other, one) == Span(*sorted((one, other)))


def test_a_shifted_span_keeps_its_length() -> None:
    assert Span(2, 5).shifted(-2) == Span(0, 3)
    with pytest.raises(ValueError, match="not a span"):
        Span(2, 5).shifted(-3)


def test_a_span_gives_the_code_points_it_covers() -> None:
    assert Span(1, 4).of("a𠮷野家") == "𠮷野家"


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(2, 3), Span(0, 9), Span(0, 1)]) == [Span(0, 1), Span(0, 9), Span(2, 3)]
