from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text import conversion, cutting, paragraphs
from reader.text.conversion import REGIONAL_CONFIGS, converter
from reader.text.glossary import Correction, InvalidCorrectionError
from reader.text.paragraphs import Paragraphs, first_line
from reader.text.span import Span
from reader.text.view import ScriptView
from tests.text.opencc_replay import dictionary
from tests.text.strategies import LINE_ENDS, PHRASES, plain, spans

TEXTS = st.lists(
    st.one_of(
        st.sampled_from("甲乙丙丁a𠮷"),
        st.sampled_from("。！？；，”』） "),
        st.sampled_from(LINE_ENDS),
        st.text("丙丁", min_size=5, max_size=14),
    ),
    max_size=16,
).map("".join)
PIECE = 8


def line_end_at(text: str, offset: int) -> int:
    """Return the length of the line end that starts at an offset, 0 where none does."""
    if text[offset : offset + 2] == "\r\n":
        return 2
    return int(text[offset] in LINE_ENDS)


def lines(text: str) -> list[Span]:
    """The oracle for lines: one code point after another."""
    found = []
    start = offset = 0
    while offset < len(text):
        length = line_end_at(text, offset)
        if length:
            found.append(Span(start, offset))
            start = offset + length
        offset += length or 1
    return [*found, Span(start, len(text))]


def cut(text: str, line: Span) -> list[Span]:
    """The oracle for pieces: after the first sentence end past the middle of a piece,
    else after the last break in it, else at its longest."""
    if len(line) <= PIECE:
        return [line]
    end = line.start + PIECE // 2
    last = line.start + PIECE
    while end < last and text[end] not in "。！？；":
        end += 1
    if end < last:
        end += 1
        while end < last and text[end] in "”’」』）":
            end += 1
    else:
        breaks = [place + 1 for place in range(line.start, last) if text[place] in "。！？；，”） "]
        end = breaks[-1] if breaks else last
    return [Span(line.start, end), *cut(text, Span(end, line.end))]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
@example("")
@example("\r\n\r\n")
@example("甲\u2028乙\r丙")
def test_paragraphs_are_the_lines_and_the_pieces_of_long_ones(text: str) -> None:
    with patch.object(paragraphs, "LONGEST", PIECE):
        found = Paragraphs(text)
    expected = [cut(text, line) for line in lines(text)]
    assert list(found) == [piece for pieces in expected for piece in pieces]
    assert [found[index] for index in range(len(found))] == list(found)
    assert [found.continued(index) for index in range(len(found))] == [
        number > 0 for pieces in expected for number in range(len(pieces))
    ]
    assert all(len(piece) <= PIECE for piece in found)
    assert list(found.lengths()) == [len(piece) for piece in found]


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_every_code_point_is_in_one_paragraph_or_in_the_line_end_after_it(text: str) -> None:
    with patch.object(paragraphs, "LONGEST", PIECE):
        found = Paragraphs(text)
    assert found.length == len(text)
    for offset, character in enumerate(text):
        holders = [index for index, span in enumerate(found) if span.holds(offset)]
        if character in "\n\r\x0b\x0c\x85\u2028\u2029":
            assert holders == []
            ended = [index for index, span in enumerate(found) if span.end <= offset]
            assert found.index_at(offset) == ended[-1]
        else:
            assert holders == [found.index_at(offset)]
    assert found.index_at(len(text)) == len(found) - 1


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.data())
def test_the_paragraphs_of_a_span_are_those_from_its_start_to_its_end(
    text: str, data: st.DataObject
) -> None:
    span = data.draw(spans(len(text)))
    with patch.object(paragraphs, "LONGEST", PIECE):
        found = Paragraphs(text)
    indices = found.overlapping(span)
    assert indices[0] == found.index_at(span.start)
    assert indices[-1] == found.index_at(span.end)
    assert {index for index, one in enumerate(found) if one.overlaps(span)} <= set(indices)


STEPS = st.lists(st.tuples(st.sampled_from(["find", "has", "get", "at"]), st.integers(0, 60)))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 60), STEPS, st.integers(9, 30))
@example("甲\r\n乙", 2, [], 9)
@example("甲" * 8 + "\r\n" + "乙" * 40, 0, [("has", 2)], 9)
def test_what_is_found_step_by_step_is_what_is_found_at_once(
    text: str, reach: int, steps: list[tuple[str, int]], stretch: int
) -> None:
    with patch.object(paragraphs, "LONGEST", PIECE):
        whole = Paragraphs(text)
        expected = list(whole)
        with patch.object(paragraphs, "_STRETCH", stretch):
            found = Paragraphs(text, min(reach, len(text)))
            for step, number in steps:
                before = found.found
                if step == "find":
                    found.find(number)
                elif step == "has":
                    assert found.has(number) == (number < len(expected))
                elif step == "get" and number < len(expected):
                    assert found[number] == expected[number]
                    assert found.continued(number) == whole.continued(number)
                elif step == "at" and number <= len(text):
                    assert found.index_at(number) == whole.index_at(number)
                assert found.found >= before
                lengths = [len(span) for span in expected[before : found.found]]
                assert list(found.lengths(before)) == lengths
                if not found.complete:
                    assert expected[found.found - 1].end <= found.reached
            assert len(found) == len(expected)
        assert list(found) == expected
        assert found.complete
        assert found.reached == len(text)


def test_the_first_paragraphs_of_a_long_text_do_not_wait_for_the_rest() -> None:
    text = ("长" * 199 + "\n") * 5_000
    found = Paragraphs(text, 0)
    assert not found.complete
    assert 0 < found.found < 200
    assert found.reached == found.found * 200
    assert found.has(1_000)
    assert not found.complete
    assert found.index_at(len(text) - 1) == 4_999
    assert found.complete


@pytest.mark.parametrize("index", [-1, 2])
def test_there_is_no_paragraph_before_the_first_or_after_the_last(index: int) -> None:
    with pytest.raises(IndexError, match=str(index)):
        Paragraphs("甲\n乙")[index]


def test_words_that_run_one_into_the_other_for_longer_than_a_stretch_are_found() -> None:
    text = "伊利诺" * 1_200 + "伊\n短"
    with patch.object(paragraphs, "_STRETCH", 2_100):
        found = Paragraphs(text, 0)
        assert list(found) == [Span(0, 3_601), Span(3_602, 3_603)]


def test_a_line_of_over_two_thousand_is_cut_after_a_sentence() -> None:
    text = "长" * 1_500 + "。”" + "长" * 3_000 + "\n短"
    assert list(Paragraphs(text)) == [
        Span(0, 1_502),
        Span(1_502, 3_502),
        Span(3_502, 4_502),
        Span(4_503, 4_504),
    ]
    assert [Paragraphs(text).continued(index) for index in range(4)] == [False, True, True, False]
    assert len(Paragraphs("长" * 2_000)) == 1


def shown_in_pieces(text: str, config: str | None, longest: int) -> str:
    """Return what a reader sees who reads piece after piece."""
    shown = ScriptView(text, config)
    with patch.object(paragraphs, "LONGEST", longest):
        return "".join(shown.text_of(piece) for piece in Paragraphs(text))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PHRASES, min_size=1, max_size=14).map("".join),
    st.sampled_from((*REGIONAL_CONFIGS, "tw2hkp", "hk2twp", "mixed2hkp")),
    st.integers(1, 20),
)
@example("上互联网用互联网", "s2twp", 3)
def test_the_pieces_of_a_line_without_any_punctuation_are_the_whole(
    text: str, config: str, longest: int
) -> None:
    """Nothing is shown twice or lost at a cut."""
    assert shown_in_pieces(text, config, longest) == ScriptView(text, config).whole().text


def test_every_word_that_changes_its_length_is_whole_wherever_a_line_is_cut() -> None:
    for config in REGIONAL_CONFIGS:
        keys = [key for key, _ in dictionary(conversion._REGIONAL[config][0][:-5])]
        for words in (keys, plain("t2s", "\n".join(keys)).split("\n")):
            for key in words:
                if converter(config).convert(key).blocks:
                    text = f"他{key}人"
                    whole = ScriptView(text, config).whole().text
                    assert shown_in_pieces(text, config, 1 + len(key) // 2) == whole, key


def test_a_line_is_cut_after_a_comma_rather_than_in_a_word() -> None:
    text = "长" * 1_200 + "，" + "长" * 1_300
    assert list(Paragraphs(text)) == [Span(0, 1_201), Span(1_201, 2_501)]


def test_words_that_run_one_into_the_other_are_not_cut_at_all() -> None:
    """Every place of 伊利诺伊利诺伊 … is inside the name of a state."""
    text = "伊利诺" * 800 + "伊"
    assert list(Paragraphs(text)) == [Span(0, len(text))]
    assert list(Paragraphs(text + "的" * 2_000)) == [
        Span(0, len(text)),
        Span(len(text), len(text) + 2_000),
    ]


def test_no_mark_that_a_line_is_cut_after_is_in_a_correction() -> None:
    for mark in cutting._BREAKS:
        with pytest.raises(InvalidCorrectionError):
            Correction(f"甲{mark}乙", "丙")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", ""),
        ("\n \r\n\t\u3000\n", ""),
        ("\r\n  把书桌摆到河边  \n正文", "把书桌摆到河边"),
        ("## 标题\n正文", "标题"),
        ("#\n###  \n正文", "正文"),
        ("标题\u2028正文", "标题"),
        ("长" * 80, "长" * 80),
        ("长" * 81, "长" * 79 + "…"),
        ("C# 语言", "C# 语言"),
    ],
)
def test_the_first_line_is_the_title(text: str, title: str) -> None:
    assert first_line(text) == title


def test_a_separator_that_only_python_takes_for_a_line_end_ends_no_paragraph() -> None:
    text = "甲\x1c乙\n丙\x1d\x1e\r\n丁"
    assert [span.of(text) for span in Paragraphs(text)] == ["甲\x1c乙", "丙\x1d\x1e", "丁"]
