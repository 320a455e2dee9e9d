from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.alignment import Alignment, Block
from reader.text.span import Span
from tests.text.strategies import spans

GAPS = st.integers(0, 3)
SIDES = st.integers(1, 4)
# Nothing of the view stands for what it leaves out.
VIEW_SIDES = st.integers(0, 4)


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Gaps and blocks in turn; blocks may touch, and may stand at either end."""
    blocks = []
    source = view = draw(GAPS)
    for _ in range(draw(st.integers(0, 5))):
        source_end, view_end = source + draw(SIDES), view + draw(VIEW_SIDES)
        blocks.append(Block(Span(source, source_end), Span(view, view_end)))
        gap = draw(GAPS)
        source, view = source_end + gap, view_end + gap
    return Alignment(source, view, blocks)


def pieces(alignment: Alignment) -> list[tuple[Span, Span]]:
    """The oracle: walk both sides into single code points and whole blocks."""
    found = []
    source = view = 0
    by_start = {block.source.start: block for block in alignment.blocks}
    while source < alignment.source_length:
        block = by_start.get(source)
        if block is None:
            found.append((Span(source, source + 1), Span(view, view + 1)))
        else:
            found.append((block.source, block.view))
        source, view = found[-1][0].end, found[-1][1].end
    assert view == alignment.view_length
    return found


def mapped(span: Span, walked: list[tuple[Span, Span]]) -> Span:
    """The other sides of every piece that a span which is not empty touches."""
    touched = [there for here, there in walked if here.overlaps(span)]
    return Span(touched[0].start, touched[-1].end)


def kept(walked: list[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    return [(here, there) for here, there in walked if here and there]


@settings(max_examples=100, deadline=None)
@given(alignments(), st.data())
def test_a_source_span_maps_to_every_piece_it_touches(
    alignment: Alignment, data: st.DataObject
) -> None:
    if span := data.draw(spans(alignment.source_length)):
        assert alignment.to_view(span) == mapped(span, pieces(alignment))


@settings(max_examples=100, deadline=None)
@given(alignments(), st.data())
def test_a_view_span_maps_to_every_piece_it_touches(
    alignment: Alignment, data: st.DataObject
) -> None:
    walked = kept([(view, source) for source, view in pieces(alignment)])
    if span := data.draw(spans(alignment.view_length)):
        assert alignment.to_source(span) == mapped(span, walked)


@settings(max_examples=100, deadline=None)
@given(alignments())
def test_a_caret_maps_to_its_place_or_to_the_start_of_its_block(alignment: Alignment) -> None:
    for source, view in pieces(alignment):
        for offset in range(source.start, source.end):
            assert alignment.to_view(Span(offset, offset)) == Span(view.start, view.start)
        for offset in range(view.start, view.end):
            assert alignment.to_source(Span(offset, offset)) == Span(source.start, source.start)
    for source, view in kept(pieces(alignment)):
        assert alignment.snapped(source) == source
        assert alignment.to_view(source) == view
    ends = Span(alignment.source_length, alignment.source_length)
    assert alignment.to_view(ends) == Span(alignment.view_length, alignment.view_length)


@settings(max_examples=100, deadline=None)
@given(alignments(), st.data())
def test_snapping_widens_once_and_no_further(alignment: Alignment, data: st.DataObject) -> None:
    span = data.draw(spans(alignment.source_length))
    snapped = alignment.snapped(span)
    touched = [source for source, _view in kept(pieces(alignment)) if source.overlaps(span)]
    if touched:
        assert snapped == Span(touched[0].start, touched[-1].end)
    else:
        assert not snapped, "nothing of it is in the view"
    assert alignment.snapped(snapped) == snapped
    assert alignment.to_view(snapped) == alignment.to_view(span)


@given(st.integers(0, 50), st.data())
def test_where_no_length_changed_offsets_are_the_same(length: int, data: st.DataObject) -> None:
    span = data.draw(spans(length))
    alignment = Alignment.identity(length)
    assert alignment.to_view(span) == alignment.to_source(span) == alignment.snapped(span) == span


@pytest.mark.parametrize(
    ("source", "view", "blocks"),
    [
        (5, 6, []),
        (5, 6, [[1, 2, 2, 4]]),
        (5, 6, [[1, 3, 1, 3], [2, 3, 3, 5]]),
        (5, 6, [[2, 3, 2, 4], [1, 2, 1, 2]]),
        (2, 1, [[1, 4, 1, 3]]),
        (4, 4, [[1, 1, 1, 2], [2, 3, 3, 3]]),
        (4, 4, [[1, 2, 1, 1]]),
    ],
    ids=["no block", "gap", "overlap", "order", "past the end", "nothing in", "nothing left"],
)
def test_blocks_that_do_not_fit_the_texts_are_refused(
    source: int, view: int, blocks: list[list[int]]
) -> None:
    with pytest.raises(ValueError, match=r"line up|two lengths"):
        Alignment(source, view, [Block(Span(a, b), Span(c, d)) for a, b, c, d in blocks])


def test_a_block_is_listed_as_four_offsets_and_moves_on_both_sides() -> None:
    block = Block(Span(2, 5), Span(2, 6))
    assert block.as_list() == [2, 5, 2, 6]
    assert block.shifted(10, 20).as_list() == [12, 15, 22, 26]
