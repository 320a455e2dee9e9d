"""The same words in every spelling, never inside a number or a Latin word."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text import occurrences as module
from reader.text.folding import fold
from reader.text.occurrences import LONGEST, Words
from reader.text.span import Span
from reader.text.wrapping import is_hard_wrapped

# Lines that end in mid-sentence: what follows is the column that they make.
COLUMN = "天地玄黄\n宇宙洪荒\n日月盈昃\n辰宿列张\n寒来暑往\n"
GAPS = (" ", "\u3000", "\n", "\r\n", "\n\n", "\n\u3000", "\t")
LETTERS = "协協员場场十百１1.,aＡg「“\ufe00"
WORDS = st.text(st.sampled_from("协員场十百1.aG”「 "), max_size=4)
TEXTS = st.lists(
    st.tuples(st.text(st.sampled_from(LETTERS), min_size=1, max_size=4), st.sampled_from(GAPS)).map(
        "".join
    ),
    max_size=6,
).map("".join)
RUNS = {
    "words": re.compile("[0-9a-z]+"),
    "numbers": re.compile("[0-9十百]+"),
    "points": re.compile(r"[0-9]+(?:[.,][0-9]+)+"),
    # Where a column breaks a number.
    "broken": re.compile("[0-9十百]+(?:(?:\r\n|\n)[0-9十百]+)+"),
}


def found(words: str, text: str) -> list[str]:
    return [span.of(text) for span in Words.of(words).occurrences(text)]


def cut(text: str, span: Span, runs: list[re.Match[str]]) -> bool:
    """The oracle for edges: a run reaches over one, with something of it on both sides."""
    return any(
        run.start() < edge < run.end()
        for run in runs
        for edge in (span.start, span.end)
        if run.start() < span.end and span.start < run.end()
    ) or text[span.end : span.end + 1] in ("\ufe00", "\u0301")


def found_by_hand(words: Words, text: str) -> list[Span]:
    """The oracle: every passage, compared as a whole."""
    wrapped = is_hard_wrapped(text)
    patterns = [one for name, one in RUNS.items() if wrapped or name != "broken"]
    runs = [run for one in patterns for run in one.finditer(fold(text))]
    spans: list[Span] = []
    start = 0
    while words and start < len(text):
        ends = [
            end
            for end in range(start + 1, min(len(text), start + 16) + 1)
            if not re.match(r"\s", text[start])
            and text[start] != "\ufe00"
            # What chooses a glyph belongs to the gap that it stands behind.
            and not re.search(r"\s\ufe00*\Z", text[start:end])
            and Words.of(text[start:end], wrapped=wrapped) == words
        ]
        if ends and not cut(text, Span(start, ends[-1]), runs):
            spans.append(Span(start, ends[-1]))
            start = ends[-1]
        else:
            start += 1
    return spans


@settings(max_examples=120, deadline=None)
@given(WORDS, TEXTS, st.booleans())
@example("十场", "百十场 十場 1\n十场 百\n十场", True)
@example("1场", "1.1场 1场\n1场", False)
@example("a 1", "a\n1 a 1\na1 a 1a", True)
@example("11", "1\n1协", True)
@example("1 1", "1\n1协1 1", True)
@example("1", "1 \ufe00 ", False)
def test_what_is_found_is_every_passage_with_the_same_words(
    words: str, text: str, column: bool
) -> None:
    text = COLUMN * 2 + text if column else text
    assert is_hard_wrapped(text) or not column
    wanted = Words.of(words)
    assert list(wanted.occurrences(text)) == found_by_hand(wanted, text)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(0, 30), st.integers(1, 6), st.integers(1, 9))
def test_stretches_find_what_the_whole_finds(
    text: str, start: int, length: int, stretch: int
) -> None:
    words = Words.of(text[start : start + length])
    whole = list(words.occurrences(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_STRETCH", stretch)
        assert list(words.occurrences(text)) == whole


def test_what_chooses_a_glyph_is_not_cut_off_at_the_end_of_a_stretch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for stretch in range(1, 30):
        monkeypatch.setattr(module, "_STRETCH", stretch)
        assert found("葛", "甲" * 17 + "葛\U000e0100") == ["葛\U000e0100"]


@pytest.mark.parametrize(
    ("words", "text", "wanted"),
    [
        ("政協", "政协、政協、全國政协", ["政协", "政協", "政协"]),
        ("62场", "162场，62场，６２場，1.62场，3,62场，62场次", ["62场", "６２場", "62场"]),
        ("5个", "15个和５個", ["５個"]),
        ("三十场", "一百三十场、三十場、三十场", ["三十場", "三十场"]),
        ("三百", "三百二十 三百 三百万", ["三百"]),
        ("万人", "3万人，万人", ["万人"]),
        ("95", "95% 95.5 1995 95", ["95", "95"]),
        ("AI", "AIGC、Ai、ＡＩ時代、OpenAI", ["Ai", "ＡＩ"]),
        ("5G", "5G网 15G 5Gs", ["5G"]),
        ("Deep Learning", "deep  learning deeplearning", ["deep  learning"]),
        ("AI时代", "AI 时代 AI時代", ["AI 时代", "AI時代"]),
        ("王五", "王　五和王五", ["王　五", "王五"]),
        ("“书香”", "「書香」『書香』“书香”", ["「書香」", "“书香”"]),
        ("cafe", "cafe\u0301, Cafe", ["Cafe"]),
        ("葛", "葛\U000e0100飾", ["葛\U000e0100"]),
        ("哈哈", "哈哈哈哈哈", ["哈哈", "哈哈"]),
        ("一一", "一一一 一一", ["一一"]),
        ("甲。\n\n乙", "甲。\n\n\u3000乙", ["甲。\n\n\u3000乙"]),
        ("甲\t乙", "甲\t乙 甲乙", ["甲\t乙", "甲乙"]),
        ("爱心", "爱\n心", []),
        ("", "政协", []),
        (" \n", "政 \n协", []),
    ],
)
def test_these_are_the_same_words(words: str, text: str, wanted: list[str]) -> None:
    assert found(words, text) == wanted


def test_a_line_end_of_a_narrow_column_may_break_words_and_numbers() -> None:
    text = COLUMN * 3 + "爱\n心廈門，一百\n三十场，6\r\n2场，Deep\nLearning，爱\n\n心，爱\n　心"
    assert found("愛心", text) == ["爱\n心"]
    assert found("三十场", text) == []
    assert found("2场", text) == []
    assert found("62场", text) == ["6\r\n2场"]
    assert found("deep learning", text) == ["Deep\nLearning"]
    assert found("deeplearning", text) == []


def test_words_selected_across_a_line_end_of_a_column_are_the_words_without_it() -> None:
    assert Words.of("爱\n心", wrapped=True) == Words.of("愛心")
    assert Words.of("Deep\nLearning", wrapped=True) == Words.of("deep learning")
    assert Words.of("爱\n心") != Words.of("爱心")
    # An indent begins a paragraph, and two line ends end one.
    assert Words.of("爱\n\u3000心", wrapped=True) != Words.of("爱心")
    assert Words.of("爱\n\n心", wrapped=True) != Words.of("爱心")


def test_the_numerals_are_written_as_they_fold() -> None:
    numerals = "".join(sorted(module._NUMERALS))
    assert fold(numerals) == numerals
    assert set(fold("萬億兩貳陸１")) <= module._NUMERALS


def test_a_search_may_begin_later_and_knows_what_stood_before() -> None:
    words = Words.of("62场")
    text = "162场62场，62场"
    assert list(words.occurrences(text, 1)) == [Span(4, 7), Span(8, 11)]
    assert list(words.occurrences(text, 5)) == [Span(8, 11)]
    assert list(words.occurrences(text, 9)) == []


def test_the_longest_words_are_found_in_a_moment() -> None:
    words = ("政协十" * LONGEST)[:LONGEST]
    assert found(words, f"甲{words}。") == [words]
