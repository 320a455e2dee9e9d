from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.anchor import CONTEXT, Anchor
from reader.text.span import Span

TEXTS = st.text(st.sampled_from("甲乙丙\r\n𠮷"), min_size=1, max_size=120)


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.data())
def test_an_anchor_keeps_the_words_and_those_around_them(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = Anchor.at(text, Span(start, end))
    assert anchor.span == Span(start, end)
    assert anchor.quote == text[start:end]
    assert text[:start].endswith(anchor.prefix)
    assert len(anchor.prefix) == min(CONTEXT, start)
    assert text[end:].startswith(anchor.suffix)
    assert len(anchor.suffix) == min(CONTEXT, len(text) - end)
    assert anchor.holds_in(text)
    assert anchor.holds_in(text + "后来")


def test_an_anchor_does_not_hold_where_the_words_moved() -> None:
    anchor = Anchor.at("获评文明单位。", Span(2, 6))
    assert anchor.holds_in("获评文明单位")
    assert not anchor.holds_in("又获评文明单位。")
    assert not anchor.holds_in("获评文明单")
    assert not anchor.holds_in("")


@pytest.mark.parametrize("span", [Span(0, 0), Span(3, 3), Span(1, 4), Span(9, 9), Span(4, 5)])
def test_no_anchor_stands_on_nothing_or_past_the_text(span: Span) -> None:
    with pytest.raises(ValueError, match="is no passage of a text of 3 characters"):
        Anchor.at("三个字", span)


def test_thirty_two_code_points_are_kept_on_each_side() -> None:
    anchor = Anchor.at("𠮷" * 40 + "字" + "吉" * 40, Span(40, 41))
    assert anchor == Anchor(Span(40, 41), "字", "𠮷" * 32, "吉" * 32)
