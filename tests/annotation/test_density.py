from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.density import Density
from reader.text.span import Span
from tests.text.strategies import spans

_PLACES = st.lists(st.tuples(st.sampled_from("abc"), spans(30).filter(bool)), max_size=20)


@settings(max_examples=150, deadline=None)
@given(_PLACES, spans(30).filter(bool))
def test_a_count_is_what_a_scan_finds(drawn: list[tuple[str, Span]], asked: Span) -> None:
    places = sorted((span.start, span.end, kind) for kind, span in drawn)
    density = Density((kind, start, end) for start, end, kind in places)
    firsts = dict.fromkeys((kind for _start, _end, kind in sorted(places, key=_start_and_kind)))
    assert density.kinds == tuple(firsts)
    found = [kind for kind, span in drawn if span.overlaps(asked)]
    for kind in "abcd":
        assert density.count(kind, asked) == found.count(kind)
    assert density.total(asked) == len(found)
    edges = sorted({0, asked.start, asked.end, 30})
    for kind in "abcd":
        expected = [
            number
            for number, (start, end) in enumerate(pairwise(edges))
            if density.count(kind, Span(start, end))
        ]
        assert density.filled(kind, edges) == expected


def _start_and_kind(place: tuple[int, int, str]) -> tuple[int, str]:
    return place[0], place[2]


@settings(max_examples=150, deadline=None)
@given(_PLACES, _PLACES, st.data())
def test_it_follows_what_comes_and_goes(
    drawn: list[tuple[str, Span]], more: list[tuple[str, Span]], data: st.DataObject
) -> None:
    density = Density(
        (kind, span.start, span.end) for kind, span in sorted(drawn, key=lambda one: one[1].start)
    )
    for kind, span in more:
        density.add(kind, span.start, span.end)
    there = [*drawn, *more]
    for kind, span in data.draw(
        st.lists(st.sampled_from(there), unique=True) if there else st.just([])
    ):
        density.remove(kind, span.start, span.end)
        there.remove((kind, span))
    anew = Density(
        (kind, span.start, span.end) for kind, span in sorted(there, key=lambda one: one[1].start)
    )
    assert density.kinds == anew.kinds
    for at in range(31):
        for kind in "abc":
            span = Span(at, at + 1)
            assert density.count(kind, span) == anew.count(kind, span)


def test_nothing_stands_where_nothing_is() -> None:
    assert Density([]).total(Span(0, 1)) == 0
    assert Density([]).kinds == ()
