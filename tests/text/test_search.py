from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text.folding import fold
from reader.text.search import search_pattern
from reader.text.span import Span
from tests.text.strategies import LINE_ENDS

WORDS = st.text(st.sampled_from("政协協著着aＡ.^-]\\𠮷"), max_size=3)
TEXTS = st.lists(
    st.one_of(st.sampled_from("政協协着著AａaＡ.^-]\\𠮷x"), st.sampled_from(LINE_ENDS)),
    max_size=24,
).map("".join)


def find_all(query: str, text: str) -> list[Span]:
    return [Span(*match.span()) for match in search_pattern(query).finditer(text)]


def end_of_match(query: str, text: str, start: int) -> int | None:
    """The oracle: one folded character after another, a line end between two skipped."""
    offset = start
    for number, character in enumerate(query):
        if number and offset < len(text) and fold(text[offset]) != fold(character):
            ends = [end for end in LINE_ENDS if text.startswith(end, offset)]
            offset += max(map(len, ends), default=0)
        if offset >= len(text) or fold(text[offset]) != fold(character):
            return None
        offset += 1
    return offset


def found_by_hand(query: str, text: str) -> list[Span]:
    found = []
    offset = 0
    while query and offset < len(text):
        end = end_of_match(query, text, offset)
        if end is not None:
            found.append(Span(offset, end))
        offset = end or offset + 1
    return found


@settings(max_examples=150, deadline=None)
@given(WORDS, TEXTS)
@example("", "政协")
@example("政协政", "政\r\n協政政\u2028协\x0c政")
def test_finding_is_matching_folded_characters_one_by_one(query: str, text: str) -> None:
    assert find_all(query, text) == found_by_hand(query, text)


@settings(max_examples=80, deadline=None)
@given(WORDS.filter(bool), TEXTS, TEXTS)
def test_what_stands_there_is_found_in_any_script(query: str, before: str, after: str) -> None:
    text = before + query.replace("协", "協").replace("着", "著").upper() + after
    assert any(
        span.start <= len(before) < span.end or len(before) <= span.start < len(before) + len(query)
        for span in find_all(query, text)
    )


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_a_word_that_a_hard_wrapped_line_breaks_is_found(line_end: str) -> None:
    text = f"在爱心{line_end}厦门·政协行里"
    assert [span.of(text) for span in find_all("愛心廈門", text)] == [f"爱心{line_end}厦门"]


def test_two_line_ends_are_a_new_paragraph_not_a_wrap() -> None:
    assert find_all("爱心", "爱\n\n心") == []


@pytest.mark.parametrize("query", ["a.b", "[a]", "a^b", "a-b", "\\", "(", "a*"])
def test_signs_in_a_query_stand_for_themselves(query: str) -> None:
    assert [span.of(f"x{query}x") for span in find_all(query, f"x{query}x")] == [query]
    assert find_all(query, "aab") == []


def test_an_empty_query_finds_nothing() -> None:
    assert search_pattern("").search("政协") is None
