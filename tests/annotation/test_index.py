from __future__ import annotations

from typing import TYPE_CHECKING

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


@settings(max_examples=80, deadline=None)
@given(STEPS, st.lists(st.one_of(SPANS, NEAR_EDGES.map(lambda n: Span(n, n))), max_size=6))
@example([("put", "a", Span(0, 512)), ("put", "a", Span(512, 513))], [Span(0, 512), Span(511, 513)])
def test_the_index_finds_what_a_scan_of_the_list_finds(
    steps: list[tuple[str, str, Span]], asked: list[Span]
) -> None:
    index = AnnotationIndex()
    listed: dict[str, Annotation] = {}
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
    for span in asked:
        covered = set(range(span.start, span.end))
        assert index.overlapping(span) == [
            one for one in ordered if covered & set(range(one.span.start, one.span.end))
        ]


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
