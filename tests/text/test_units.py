"""Units of a text, against what a slow reading of every character finds."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import units as units_module
from reader.text.paragraphs import Paragraphs
from reader.text.span import Span
from reader.text.units import Unit, Units

_PAIRS = dict(zip("“‘「『《〈【（(", "”’」』》〉】）)", strict=True))
_CLOSING = '”’」』）】)"'
_TEXTS = st.text(st.sampled_from("甲乙𠮷a1。！？，、”“》《…（）·\n\r\u3000 .,#"), max_size=40)
_KINDS = st.sampled_from(Unit)


def units(text: str) -> Units:
    return Units(text, Paragraphs(text))


def quick(text: str, *, wrapped: bool) -> Units:
    """Return the units of a text, found in steps so small that every text needs many."""
    with patch.object(units_module, "is_hard_wrapped", return_value=wrapped):
        return units(text)


def lines(text: str, *, wrapped: bool) -> list[Span]:
    """Return the paragraphs, read slowly."""
    found: list[Span] = []
    for span in Paragraphs(text):
        line, before = span.of(text), found[-1] if found else None
        if wrapped and before is not None:
            last = text[: before.end].splitlines()[-1] if text[: before.end].strip() else ""
            last = last if before.of(text).strip() else ""
            ended = last.rstrip().rstrip(_CLOSING)[-1:] in (*"。！？!?…",)
            goes_on = line.strip() and last.strip() and line[0] not in "\u3000 \t#"
            if goes_on and not last.startswith("#") and not (ended and last.strip()):
                found[-1] = Span(before.start, span.end)
                continue
        found.append(span)
    return found


def sentences(text: str, whole: Span) -> list[Span]:
    """Return the sentences of a paragraph, read slowly."""
    cuts, place = [whole.start], whole.start
    while place < whole.end:
        end = place
        while end < whole.end and text[end] in "。！？!?":
            end += 1
        if end > place:
            while end < whole.end and text[end] in _CLOSING:
                end += 1
            if end == whole.end or text[end] not in "》〉。！？!?":
                cuts.append(end)
        elif text[place] == "." and (place == 0 or not text[place - 1].isdigit()):
            end = place + 1
            if end == whole.end or text[end].isspace():
                cuts.append(end)
        place = max(end, place + 1)
    return [Span(*pair) for pair in pairwise([*cuts, whole.end])]


def stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def all_of(text: str, unit: Unit, *, wrapped: bool) -> list[Span]:
    """Return every unit of a kind, in order, read slowly."""
    if unit is Unit.CLAUSE:
        found = {quick(text, wrapped=wrapped).clause_at(place) for place in range(len(text))}
        return sorted(span for span in found if span)
    whole = lines(text, wrapped=wrapped)
    if unit is Unit.SENTENCE:
        whole = [sentence for one in whole for sentence in sentences(text, one)]
    return [span for span in (stripped(text, one) for one in whole) if span]


@settings(max_examples=300, deadline=None)
@given(_TEXTS, _KINDS, st.booleans(), st.integers(1, 5))
def test_units_are_what_a_slow_reading_finds(
    text: str, unit: Unit, wrapped: bool, window: int
) -> None:
    found = quick(text, wrapped=wrapped)
    expected = all_of(text, unit, wrapped=wrapped)
    with patch.object(units_module, "_WINDOW", window):
        for place in range(-1, len(text) + 1):
            holding = [span for span in expected if span.holds(max(place, 0)) and place >= 0]
            assert found.at(unit, place) == (holding[0] if holding else None)
            ends = [span.end for span in expected]
            starts = [span.start for span in expected]
            assert found.end_after(unit, place) == min(
                (one for one in ends if one > place), default=len(text)
            )
            assert found.start_after(unit, place) == min(
                (one for one in starts if one > place), default=len(text)
            )
            assert found.end_before(unit, place) == max(
                (one for one in ends if one < place), default=0
            )
            assert found.start_before(unit, place) == max(
                (one for one in starts if one < place), default=0
            )


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _KINDS, st.data())
def test_what_a_step_takes_in_the_step_back_lets_go(
    text: str, unit: Unit, data: st.DataObject
) -> None:
    found = units(text)
    anchor = data.draw(st.integers(0, len(text)))
    direction = data.draw(st.sampled_from([1, -1]))
    stops = [anchor]
    for _ in range(4):
        following = found.stop(unit, anchor, stops[-1], direction)
        if following == stops[-1]:
            break
        stops.append(following)
    assert stops == sorted(stops, reverse=direction < 0)
    place = stops.pop()
    while stops:
        place = found.stop(unit, anchor, place, -direction)
        assert place == stops.pop()


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("甲“”《》‘’\n"), max_size=30))
def test_a_name_is_between_a_mark_and_its_other_one(text: str) -> None:
    found = quick(text, wrapped=False)
    pairs = set()
    for start, mark in enumerate(text):
        for end in range(start + 1, len(text) + 1):
            part = text[start:end]
            if "\n" in part or part.count(mark) == part.count(_PAIRS.get(mark, mark)):
                if mark in _PAIRS and "\n" not in part:
                    pairs.add(Span(start, end))
                break
    for place in range(len(text)):
        holding = sorted((span for span in pairs if span.holds(place)), key=lambda one: -one.start)
        assert list(found.names_at(place)) == holding


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.data())
def test_what_is_around_a_place_holds_it_and_grows_to_the_whole(
    text: str, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text)))
    chain = units(text).around(offset)
    assert bool(chain) == bool(text)
    if not chain:
        return
    assert chain[-1] == Span(0, len(text))
    for smaller, larger in pairwise(chain):
        assert larger.contains(smaller)
        assert larger != smaller
    assert chain[0].holds(offset) or chain[0].holds(offset - 1)


_TALK = (
    "书屋的一年\n　　他说：“我们要读书，要思考！”大家点头。临溪镇“走进书院·临溪青年说”活动办了"
    "62场，近9万人次参加，花费1,200.5万元。\n读了《你好吗？》一书……然后走了。CBD-2来了（见二十三页）"
)


@pytest.mark.parametrize(
    ("words", "grown"),
    [
        ("9万", ["近9万人次", "近9万人次参加"]),
        ("00.5", ["1,200.5万元", "花费1,200.5万元"]),
        ("62", ["62场", "活动办了62场", "临溪镇“走进书院·临溪青年说”活动办了62场"]),
        ("十三页", ["二十三页", "见二十三页"]),
        ("CBD", ["CBD-2", "CBD-2来了"]),
        ("青年", ["临溪青年说", "走进书院·临溪青年说", "“走进书院·临溪青年说”"]),
        ("读书", ["我们要读书", "我们要读书，要思考！", "“我们要读书，要思考！”"]),
        ("你好", ["你好吗", "你好吗？", "《你好吗？》", "读了《你好吗？》一书……然后走了。"]),
        ("点头", ["大家点头", "大家点头。"]),
        # At a mark, what stands before it.
        ("，近", ["62场", "活动办了62场"]),
    ],
)
def test_what_a_reader_may_mean_grows(words: str, grown: list[str]) -> None:
    chain = units(_TALK).around(_TALK.index(words))
    assert [span.of(_TALK) for span in chain][: len(grown)] == grown


def test_growing_goes_on_to_the_sentence_the_paragraph_and_the_article() -> None:
    chain = [span.of(_TALK) for span in units(_TALK).around(_TALK.index("点头"))]
    first, second, third = _TALK.split("\n")
    assert chain == ["大家点头", "大家点头。", second.strip(), _TALK]
    assert units("").around(0) == []
    assert [span.of(first) for span in units(first).around(len(first))] == ["一年", first]
    assert third


@pytest.mark.parametrize(
    ("words", "clicked"),
    [
        ("书院", "走进书院·临溪青年说"),
        ("·临", "走进书院·临溪青年说"),
        ("“走", "“走进书院·临溪青年说”"),
        ("思考", "要思考"),
        ("点头", "大家点头"),
        ("，近", "，"),
        ("9万", "近9万人次参加"),
    ],
)
def test_a_double_click_means_the_name_or_else_the_clause(words: str, clicked: str) -> None:
    assert units(_TALK).word_or_clause(_TALK.index(words)).of(_TALK) == clicked


_COLUMN = "".join(
    f"{line}\n"
    for line in (
        "临溪镇的书屋每周六",
        "开门，近三万人次来",
        "过；灯下共读办了六",
        "十二场。干部和孩子",
        "一起读。",
        "",
        "第二年书屋又添了新",
        "书，大家都说好。",
    )
)


def test_the_end_of_a_line_of_a_column_ends_nothing() -> None:
    found = units(_COLUMN)

    def at(unit: Unit, words: str) -> str:
        span = found.at(unit, _COLUMN.index(words))
        return "" if span is None else span.of(_COLUMN)

    assert at(Unit.CLAUSE, "书屋") == "临溪镇的书屋每周六\n开门"
    assert at(Unit.SENTENCE, "近三") == _COLUMN[: _COLUMN.index("场。") + 2]
    assert at(Unit.SENTENCE, "干部") == "干部和孩子\n一起读。"
    assert at(Unit.PARAGRAPH, "灯下") == _COLUMN[: _COLUMN.index("\n\n")]
    assert at(Unit.PARAGRAPH, "新") == "第二年书屋又添了新\n书，大家都说好。"
    assert found.at(Unit.PARAGRAPH, _COLUMN.index("\n\n") + 1) is None
    # With the line ends of another system too.
    other = _COLUMN.replace("\n", "\r\n")
    span = units(other).clause_at(other.index("书屋"))
    assert span is not None
    assert span.of(other) == "临溪镇的书屋每周六\r\n开门"


def test_a_paragraph_shown_in_pieces_is_one() -> None:
    text = "长句没有标点" * 1000
    assert units(text).paragraph_at(3000) == Span(0, 6000)
    assert units(text).sentence_at(5990) == Span(0, 6000)
    assert len(Paragraphs(text)) > 1


def test_names_and_phrases_are_sought_no_further_than_four_hundred() -> None:
    text = "“" + "长" * 1000 + "”"
    assert list(units(text).names_at(500)) == []
    assert units(text).phrase_at(500) == Span(100, 900)
