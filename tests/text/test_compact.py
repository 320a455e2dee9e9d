"""Compact texts, beside a form made one character at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.text.compact import PAD, CompactText
from reader.text.folding import fold
from reader.text.span import Span

TEXTS = st.text(st.sampled_from("签约𠮷a1 \n\r\u3000\u200b，"), max_size=16)
_GAPS = " \n\r\u3000\u200b"


def inner(text: CompactText) -> str:
    return text.text[PAD:-PAD]


def test_the_line_ends_of_a_column_and_the_indents_of_a_page_are_gone() -> None:
    column = CompactText("　　双方签\n约，共10\r\n场。\n\n　　完")
    clean = CompactText("双方签约，共10场。\n完")
    assert inner(column) == inner(clean) == "双方签约，共10场。完"


def test_words_that_are_written_with_spaces_stay_apart() -> None:
    assert inner(CompactText("Open \n  Day 开放日 Open Day")) == "Open Day开放日Open Day"
    assert inner(CompactText("10 000 人")) == "10 000人"


def test_what_is_not_even_seen_is_gone_but_an_emoji_stays_whole() -> None:
    family = "👨\u200d👩\u200d👧"
    assert inner(CompactText(f"\ufeff签\u200b约{family}")) == f"签约{family}"


def test_the_folded_form_is_the_same_in_every_script_and_width() -> None:
    assert inner(CompactText("讀書會　ＡＢ", folded=True)) == "读书会ab"
    assert inner(CompactText("讀書會　ＡＢ")) == "讀書會ＡＢ"


def test_the_edges_are_marked() -> None:
    text = CompactText("签").text
    assert len(text) == 2 * PAD + 1
    assert len(set(text)) == 3
    assert text[0] != text[-1]


@given(TEXTS, st.booleans())
def test_every_character_is_found_there_and_back(text: str, folded: bool) -> None:
    compact = CompactText(text, folded=folded)
    for at, character in enumerate(text):
        place = compact.place(Span(at, at + 1))
        if character in _GAPS:
            assert not place
        else:
            assert place.of(compact.text) == (fold(character) if folded else character)
            assert compact.span(place) == Span(at, at + 1)


@given(TEXTS, st.data())
def test_a_span_comes_back_without_the_white_space_at_its_ends(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    compact = CompactText(text)
    place = compact.place(Span(start, end))
    words = text[start:end].strip(_GAPS)
    assert bool(place) == bool(words)
    if place:
        assert compact.span(place).of(text) == words
