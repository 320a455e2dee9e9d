from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.annotation.index import AnnotationIndex, reading_order
from reader.text.span import Span
from tests.annotation.strategies import annotation, spans

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation

# Spans that stand in one bucket of 512, cross several, and touch their edges.
NEAR_EDGES = st.sampled_from([0, 1, 510, 511, 512, 513, 1023, 1024, 1025, 1600])
SPANS = st.one_of(
    spans(1600),
    st.tuples(NEAR_EDGES, NEAR_EDGES)
    .filter(lambda two: two[0] != two[1])
    .map(lambda two: Span.between(*two)),
)
IDS = st.sampled_from("abcdefgh")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), IDS, SPANS),
        st.tuples(st.just("remove"), IDS, st.just(Span(0, 1))),
    ),
    max_size=25,
)


NAMED = st.dictionaries(IDS, st.one_of(SPANS, spans(5)).filter(bool), max_size=8)


@settings(max_examples=80, deadline=None)
@given(
    NAMED,
    STEPS,
    st.lists(st.one_of(SPANS, NEAR_EDGES.map(lambda n: Span(n, n))), max_size=6),
    st.booleans(),
)
@example({}, [("put", "a", Span(0, 512)), ("put", "a", Span(512, 513))], [Span(511, 513)], False)
@example({"a": Span(0, 1600), "b": Span(1500, 1501)}, [], [Span(1400, 1600)], False)
@example({"a": Span(10, 40)}, [], [Span(30, 31)], True)
def test_the_index_finds_what_a_scan_of_the_list_finds(
    first: dict[str, Span], steps: list[tuple[str, str, Span]], asked: list[Span], told: bool
) -> None:
    """Whatever it began with, and whatever was put in and taken out since."""
    listed = {name: annotation(one.start, one.end, name=name) for name, one in first.items()}
    index = indexed(listed, told=told)
    for step, name, span in steps:
        if step == "put":
            listed[name] = annotation(span.start, span.end, name=name)
            index.put(listed[name])
        else:
            listed.pop(name, None)
            index.remove(name)
        assert len(index) == len(listed)
    ordered = sorted(listed.values(), key=lambda one: (one.span.start, -one.span.end, one.id))
    assert index.in_order() == ordered
    assert sorted(index, key=reading_order) == ordered
    assert list(index.places()) == [(one.kind, one.span.start, one.span.end) for one in ordered]
    for span in asked:
        covered = set(range(span.start, span.end))
        assert index.overlapping(span) == [
            one for one in ordered if covered & set(range(one.span.start, one.span.end))
        ]


@dataclass
class Recipe:
    """What an annotation is made of."""

    id: str
    made: Annotation

    @property
    def kind(self) -> str:
        """The kind, known without making it."""
        return self.made.kind


def indexed(
    listed: dict[str, Annotation], asked: list[str] | None = None, *, told: bool = False
) -> AnnotationIndex:
    """Return an index of annotations that are made when they are asked for."""

    def made(held: Recipe | Annotation) -> Annotation:
        if isinstance(held, Recipe):
            (asked if asked is not None else []).append(held.id)
            return held.made
        return held

    return AnnotationIndex.of(
        {name: Recipe(name, one) for name, one in listed.items()},
        [one.span.start for one in listed.values()],
        [one.span.end for one in listed.values()],
        made,
        max((len(one.span) for one in listed.values()), default=0) if told else None,
    )


@pytest.mark.parametrize("told", [False, True])
def test_only_annotations_that_are_asked_for_are_made(told: bool) -> None:
    asked: list[str] = []
    listed = {
        name: annotation(start, start + length, name=name)
        for name, start, length in (("c", 900, 20), ("b", 500, 20), ("a", 100, 2_000))
    }
    index = indexed(listed, asked, told=told)
    assert len(index) == 3
    assert index.overlapping(Span(2_000, 2_010)) == [listed["a"]]
    assert asked == ["a"]
    assert index.overlapping(Span(510, 520)) == [listed["a"], listed["b"]]
    assert "c" not in asked
    assert index.in_order() == [listed["a"], listed["b"], listed["c"]]


def test_a_listing_makes_what_is_looked_at_and_is_a_copy() -> None:
    asked: list[str] = []
    listed = {
        name: annotation(start, start + 2, name=name, kind=kind)
        for name, start, kind in (("a", 0, "metric"), ("b", 5, "honour"), ("c", 9, "metric"))
    }
    index = indexed(listed, asked)
    rows = index.listing()
    assert len(rows) == 3
    assert not asked
    assert rows[1] == listed["b"]
    assert asked == ["b"]
    assert [index.listing({"metric"})[row].id for row in range(2)] == ["a", "c"]
    del rows[0]
    rows.insert(0, listed["c"])
    rows[2] = listed["a"]
    assert [rows[row].id for row in range(3)] == ["c", "b", "a"]
    assert [one.id for one in index.in_order()] == ["a", "b", "c"]


def test_putting_an_annotation_again_replaces_it() -> None:
    index = AnnotationIndex()
    index.put(annotation(0, 2_000, name="a"))
    index.put(annotation(3_000, 3_001, name="a", note="moved"))
    assert index.overlapping(Span(0, 2_000)) == []
    assert [one.note for one in index.overlapping(Span(3_000, 3_001))] == ["moved"]


def test_the_longer_of_two_that_start_together_comes_first() -> None:
    index = AnnotationIndex()
    for name, start, end in (("c", 5, 6), ("b", 5, 9), ("a", 5, 6), ("d", 0, 1)):
        index.put(annotation(start, end, name=name))
    assert [one.id for one in index.in_order()] == ["d", "b", "a", "c"]
    assert [one.id for one in index.overlapping(Span(5, 6))] == ["b", "a", "c"]


def test_removing_what_is_not_there_changes_nothing() -> None:
    index = AnnotationIndex()
    index.remove("a")
    assert len(index) == 0
    assert list(index) == []
