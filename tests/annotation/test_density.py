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
    assert density.kinds == tuple(dict.fromkeys(kind for _start, _end, kind in places))
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


def test_nothing_stands_where_nothing_is() -> None:
    assert Density([]).total(Span(0, 1)) == 0
    assert Density([]).kinds == ()
