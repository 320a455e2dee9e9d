"""A cleaned article in a script, against one that converts the cleaned text and walks both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.cleaned_units import CleanedUnits
from reader.text.cleaned_view import (
    CleanedParagraphs,
    CleanedView,
    cleaned_paragraphs,
    in_original,
)
from reader.text.cleaning.cleaned import Cleaned
from reader.text.glossary import Corrections
from reader.text.paragraphs import Paragraphs
from reader.text.span import Span
from reader.text.units import Unit, Units
from reader.text.view import ScriptView
from tests.text.strategies import OPENCC_TEXTS, spans

if TYPE_CHECKING:
    from reader.text.view import ViewSlice

CONFIGS = [None, "s2t", "s2tw", "s2twp", "tw2sp"]


@st.composite
def views(draw: st.DrawFn) -> CleanedView:
    """A text of words that conversion replaces, with some of it left out."""
    text = draw(OPENCC_TEXTS)
    deleted = draw(st.lists(spans(len(text)), max_size=4))
    return CleanedView(Cleaned(text, deleted), draw(st.sampled_from(CONFIGS)))


def pieces(view: CleanedView) -> list[tuple[Span, Span]]:
    """The oracle: what of the source stands for what of the view, piece by piece.

    The conversion of the cleaned text is walked character by character and block by block,
    and each is carried to the source by a list of the characters that are left.
    """
    gaps = list(view.cleaned.deleted_in(Span(0, len(view.source))))
    kept = [n for n in range(len(view.source)) if not any(gap.holds(n) for gap in gaps)]
    whole = ScriptView(view.cleaned.text, view.config).whole()
    blocks = {block.source.start: block for block in whole.alignment.blocks}
    found = []
    place = shown = 0
    while place < len(kept):
        block = blocks.get(place)
        length, wide = (len(block.source), len(block.view)) if block else (1, 1)
        source = Span(kept[place], kept[place + length - 1] + 1)
        found.append((source, Span(shown, shown + wide)))
        place, shown = place + length, shown + wide
    assert shown == len(whole.text)
    return found


def check(part: ViewSlice, view: CleanedView) -> None:
    """Check a slice against the oracle."""
    inside = [(s, v) for s, v in pieces(view) if part.span.contains(s)]
    text = ScriptView(view.cleaned.text, view.config).whole().text
    assert part.text == "".join(shown.of(text) for _source, shown in inside)
    done = 0
    for source, shown in inside:
        local = source.shifted(-part.span.start)
        there = Span(done, done + len(shown))
        assert part.alignment.to_view(local) == there
        assert part.alignment.to_source(there) == local
        done = there.end


@settings(max_examples=80, deadline=None)
@given(views(), st.data())
def test_a_slice_is_the_conversion_of_what_is_left(view: CleanedView, data: st.DataObject) -> None:
    asked = data.draw(spans(len(view.source)))
    part = view.slice(asked)
    assert part.span.contains(asked)
    check(part, view)
    for source, _shown in pieces(view):
        assert part.span.contains(source) or not source.overlaps(part.span)
    hidden = asked and not part.text
    assert hidden or view.text_of(asked) == part.text


@settings(max_examples=80, deadline=None)
@given(views(), st.data())
def test_a_selection_is_widened_to_whole_pieces_and_trimmed_of_what_is_left_out(
    view: CleanedView, data: st.DataObject
) -> None:
    asked = data.draw(spans(len(view.source)))
    left = set(view.cleaned.deleted_in(Span(0, len(view.source))))
    touched = [
        source
        for source, _shown in pieces(view)
        if any(
            source.holds(n) and asked.holds(n) and not any(g.holds(n) for g in left)
            for n in range(len(view.source))
        )
    ]
    snapped = view.snapped(asked)
    if touched:
        assert snapped == Span(touched[0].start, touched[-1].end)
        assert view.snapped(snapped) == snapped
    else:
        assert not snapped


@settings(max_examples=60, deadline=None)
@given(views())
def test_the_whole_is_converted_as_the_cleaned_text_is(view: CleanedView) -> None:
    flat = ScriptView(view.cleaned.text, view.config)
    assert view.whole().text == flat.whole().text
    assert view.whole().span == Span(0, len(view.source))
    check(view.whole(), view)


def test_a_word_across_a_line_end_is_converted_as_one_word() -> None:
    source = "互联\n网的签\n约，\n软\n件。"
    gaps = [Span(2, 3), Span(6, 7), Span(9, 10), Span(11, 12)]
    view = CleanedView(Cleaned(source, gaps), "s2twp")
    part = view.whole()
    assert part.text == "網際網路的簽約，軟體。"
    assert [block.as_list() for block in part.alignment.blocks] == [
        [0, 4, 0, 4],
        [6, 7, 6, 6],
        [9, 10, 8, 8],
        [11, 12, 9, 9],
    ]
    two = CleanedView(Cleaned("在\n互联网", [Span(1, 2)]), "s2twp").whole()
    assert [block.as_list() for block in two.alignment.blocks] == [[1, 2, 1, 1], [2, 5, 1, 5]]


def test_a_view_of_one_half_of_a_replaced_word_is_of_all_of_it() -> None:
    view = CleanedView(Cleaned("在互联\n网上。。", [Span(3, 4), Span(7, 8)]), "s2twp")
    for asked in (Span(2, 3), Span(4, 5), Span(1, 5), Span(3, 4)):
        expected = Span(1, 5) if asked != Span(3, 4) else Span(3, 4)
        assert view.slice(asked).span == expected
    assert view.slice(Span(6, 8)).text == "。"
    assert view.snapped(Span(6, 8)) == Span(6, 7)
    assert view.snapped(Span(7, 8)) == Span(8, 8)


def test_words_that_are_left_out_can_be_quoted_all_the_same() -> None:
    view = CleanedView(Cleaned("甲\n发展发展", [Span(1, 2), Span(4, 6)]), "s2t")
    assert view.text_of(Span(4, 6)) == "發展"
    assert view.text_of(Span(0, 6)) == "甲發展"
    assert view.text_of(Span(3, 3)) == ""


def test_what_is_corrected_is_so_across_a_line_end() -> None:
    right = Corrections([("石桥村", "石橋里")])
    view = CleanedView(Cleaned("石\n桥村", [Span(1, 2)]), "s2tw", right)
    assert view.whole().text == "石橋里"
    assert view.corrections is right


def test_a_view_that_leaves_nothing_out_is_flat() -> None:
    plain = ScriptView("甲乙", None)
    assert plain.flat is plain
    assert plain.to_flat(Span(0, 1)) == plain.from_flat(Span(0, 1)) == Span(0, 1)
    assert plain.shown(Span(0, 1)) == Span(0, 1)
    assert plain.cleaned is None
    assert in_original(plain).source == "甲乙"


def test_a_cleaned_view_tells_of_what_is_left() -> None:
    cleaned = Cleaned("甲\n乙乙", [Span(1, 2), Span(3, 4)])
    view = CleanedView(cleaned, "s2t")
    assert view.flat.source == "甲乙"
    assert view.to_flat(Span(0, 3)) == Span(0, 2)
    assert view.from_flat(Span(0, 2)) == Span(0, 3)
    assert view.shown(Span(3, 4)) == Span(2, 3)
    original = in_original(view)
    assert original.cleaned is cleaned
    assert original.config is None
    assert view.source == "甲\n乙乙"


# Paragraphs


def test_a_paragraph_reaches_over_the_line_ends_left_out() -> None:
    source = "石桥\n村。。\n\n第3版\n老人\n坐着。\n"
    cleaned = Cleaned(source, [Span(2, 3), Span(5, 6), Span(8, 12), Span(14, 15)])
    lines = CleanedParagraphs(cleaned)
    assert cleaned.text == "石桥村。\n\n老人坐着。\n"
    assert list(lines) == [Span(0, 6), Span(7, 7), Span(8, 18), Span(19, 19)]
    assert len(lines) == 4
    assert lines.length == len(source)
    assert list(lines.lengths()) == [4, 0, 5, 0]
    assert list(lines.lengths(2)) == [5, 0]
    assert [lines.index_at(n) for n in (0, 2, 5, 6, 7, 8, 11, 12, 14, 18, 19)] == [
        0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 3,
    ]  # fmt: skip
    assert lines.overlapping(Span(3, 9)) == range(3)
    with pytest.raises(IndexError):
        lines.__getitem__(4)


def test_the_pieces_of_a_long_paragraph_share_what_is_left_out_between_them() -> None:
    source = "石桥村的老人坐在廊下说话。" * 400
    cut = Paragraphs(source)[0].end
    # What is left out lies exactly where a piece ends.
    source = source[:cut] + "\n" + source[cut:]
    cleaned = Cleaned(source, [Span(cut, cut + 1)])
    lines = CleanedParagraphs(cleaned)
    assert lines[0].end == lines[1].start == cut
    assert lines.continued(1)
    assert lines.index_at(cut) == 1


def test_paragraphs_are_found_as_far_as_somebody_asks() -> None:
    source = "石桥\n村。\n" * 20_000
    gaps = [Span(n, n + 1) for n in range(2, len(source), 6)]
    lines = CleanedParagraphs(Cleaned(source, gaps), 0)
    assert lines.found < 20_000
    reached = lines.reached
    assert 0 < reached < len(source)
    lines.find(reached + 10)
    assert lines.reached > reached
    assert lines.has(1)
    lines.find(len(source) + 5)
    assert lines.complete
    assert lines.reached == len(source)


@settings(max_examples=80, deadline=None)
@given(views())
def test_paragraphs_hold_all_but_the_line_ends_and_in_order(view: CleanedView) -> None:
    lines = cleaned_paragraphs(view, None)
    assert isinstance(lines, CleanedParagraphs)
    flat = Paragraphs(view.cleaned.text)
    done = 0
    for index, (span, inner) in enumerate(zip(lines, flat, strict=True)):
        assert span.start >= done
        assert view.cleaned.to_cleaned(span) == inner
        assert not Span(done, span.start).of(view.source).strip("\n\r\x0b\x0c\x85\u2028\u2029")
        assert lines.continued(index) == flat.continued(index)
        for offset in range(span.start, span.end):
            assert lines.index_at(offset) == index
        done = span.end
    assert done == len(view.source)


def test_a_view_that_leaves_nothing_out_has_the_paragraphs_of_its_text() -> None:
    assert isinstance(cleaned_paragraphs(ScriptView("甲\n乙", None), None), Paragraphs)


# Units


def test_units_are_found_in_what_is_left() -> None:
    source = "石桥村的老\n人坐着。他\n们说话，送安康送安康，，到家。\n完。"
    gaps = [Span(5, 6), Span(11, 12), Span(19, 22), Span(23, 24)]
    cleaned = Cleaned(source, gaps)
    units = CleanedUnits(cleaned, CleanedParagraphs(cleaned))
    assert cleaned.text == "石桥村的老人坐着。他们说话，送安康，到家。\n完。"
    assert units.sentence_at(2) == Span(0, 10)
    assert units.paragraph_at(2) == Span(0, 27)
    assert units.sentence_at(27) is None
    assert units.word_or_clause(17) == Span(16, 19)
    assert units.word_or_clause(4) == Span(0, 9)
    assert units.around(4)[0] == Span(0, 9)
    assert units.around(4)[-1] == Span(0, len(source))
    assert units.start_after(Unit.SENTENCE, 0) == 10
    assert units.start_before(Unit.SENTENCE, 12) == 10
    assert units.stop(Unit.CLAUSE, 16, 16, 1) == 19
    assert units.stop(Unit.CLAUSE, 16, 16, -1) == 10
    assert units.stop(Unit.CLAUSE, 24, 24, -1) == 16


@settings(max_examples=60, deadline=None)
@given(views(), st.data())
def test_units_are_those_of_the_cleaned_text(view: CleanedView, data: st.DataObject) -> None:
    cleaned = view.cleaned
    if not cleaned.text:
        return
    units = CleanedUnits(cleaned, CleanedParagraphs(cleaned))
    flat = Units(cleaned.text, Paragraphs(cleaned.text))
    inner = data.draw(st.integers(0, len(cleaned.text) - 1))
    offset = cleaned.after(inner)
    for found, expected in (
        (units.sentence_at(offset), flat.sentence_at(inner)),
        (units.paragraph_at(offset), flat.paragraph_at(inner)),
        (units.word_or_clause(offset), flat.word_or_clause(inner)),
    ):
        assert found == (None if expected is None else cleaned.to_source(expected))
    assert list(map(cleaned.to_cleaned, units.around(offset))) == flat.around(inner)
    for unit in Unit:
        assert cleaned.place(units.start_after(unit, offset)) == flat.start_after(unit, inner)
        assert cleaned.place(units.start_before(unit, offset)) == flat.start_before(unit, inner)
        for direction in (1, -1):
            stop = units.stop(unit, offset, offset, direction)
            assert cleaned.place(stop) == flat.stop(unit, inner, inner, direction)
