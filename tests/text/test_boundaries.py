from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.boundaries import clause_at
from reader.text.span import Span

MARKS = '，。、；：！？“”‘’「」『』《》〈〉（）【】…—,;:!?"()[]· \n\r\t\u3000\u2028'


def in_number(text: str, offset: int) -> bool:
    around = text[max(0, offset - 1) : offset], text[offset + 1 : offset + 2]
    return text[offset] in ",:" and all(one.isdigit() for one in around)


@settings(max_examples=100, deadline=None)
@given(st.text(st.one_of(st.sampled_from("甲乙丙𠮷a1"), st.sampled_from(MARKS))), st.data())
def test_a_clause_is_what_stands_between_two_marks(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    marks = [n for n in range(len(text)) if text[n] in MARKS and not in_number(text, n)]
    if offset in marks:
        expected = Span(offset, offset + 1)
    else:
        start = max((n + 1 for n in marks if n < offset), default=0)
        end = min((n for n in marks if n >= offset), default=len(text))
        expected = Span(start, end)
    assert clause_at(text, offset) == expected


@pytest.mark.parametrize(
    ("text", "offset", "clause"),
    [
        ("福州市政协召开会议，传达精神。", 4, "福州市政协召开会议"),
        ("福州市政协召开会议，传达精神。", 12, "传达精神"),
        ("福州市政协召开会议，传达精神。", 9, "，"),
        ("获“书香政协”品牌", 3, "书香政协"),
        ("走进书院·临溪青年说", 5, "临溪青年说"),
        ("共1,200人次,每天", 2, "共1,200人次"),
        ("上午9:30开门:来", 4, "上午9:30开门"),
        ("一句。", 3, ""),
        ("一句", 2, "一句"),
        ("", 0, ""),
    ],
)
def test_a_double_click_takes_the_clause_around_it(text: str, offset: int, clause: str) -> None:
    assert clause_at(text, offset).of(text) == clause


def test_a_clause_without_end_is_cut_at_four_hundred_on_either_side() -> None:
    assert clause_at("长" * 5_000, 2_000) == Span(1_600, 2_400)
    assert clause_at("长" * 5_000, 10) == Span(0, 410)
    assert clause_at("长" * 5_000, 4_990) == Span(4_590, 5_000)
