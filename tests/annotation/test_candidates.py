"""Candidates for tags that did not move."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.candidates import MOST, Candidate, Candidates, Likeness
from reader.text.span import Span

OLD = (
    "清溪镇今年办了二十三场讲座，三千人参加，评为先进社区。\n"
    "去年办了十二场讲座，“灯火书屋”每晚开放到九点。\n"
)


def of(words: str, new: str, old: str = OLD) -> list[Candidate]:
    start = old.index(words)
    return Candidates(new).of(Anchor.at(old, Span(start, start + len(words))))


def best(words: str, new: str) -> tuple[str, Likeness]:
    first = of(words, new)[0]
    assert first.span.of(new) == first.words
    return first.words, first.likeness


def test_words_with_one_character_changed_are_found_where_they_were() -> None:
    new = OLD.replace("二十三场", "三十五场")
    assert best("二十三场讲座", new) == ("三十五场讲座", Likeness.SIMILAR_HERE)


def test_other_words_between_the_same_surroundings_are_offered() -> None:
    new = OLD.replace("二十三场讲座", "许多活动")
    assert best("二十三场讲座", new) == ("许多活动", Likeness.OTHER_HERE)


def test_the_same_words_elsewhere_are_offered_as_that() -> None:
    new = "另一篇文章，说的完全是别的事情，顺便提到三千人。"
    assert best("三千人", new) == ("三千人", Likeness.SAME_ELSEWHERE)


def test_similar_words_elsewhere_are_offered_as_that() -> None:
    new = "另一篇文章，顺便提到“灯光书屋”，还有别的。"
    assert best("灯火书屋", new) == ("灯光书屋", Likeness.SIMILAR)


def test_of_two_similar_words_side_by_side_the_more_similar_comes_first() -> None:
    new = OLD.replace("“灯火书屋”每晚", "走进书屋。“田头灯光书屋”每晚")
    assert [one.words for one in of("灯火书屋", new)] == ["灯光书屋", "走进书屋"]


def test_words_in_the_other_script_are_the_same_words() -> None:
    new = "清溪鎮今年辦了二十三場講座，三千人參加，評為先進社區。"
    assert best("先进社区", new) == ("先進社區", Likeness.SAME)


def test_a_column_s_line_end_is_no_difference() -> None:
    new = OLD.replace("先进社区", "先进\n社区")
    assert best("先进社区", new) == ("先进\n社区", Likeness.SAME)


def test_the_best_comes_first_and_none_overlaps() -> None:
    new = OLD + "又有三千人来过。" * 30 + "三千人参加，评为先进村。"
    found = of("三千人", new)
    assert len(found) == MOST
    assert found[0].span.start == OLD.index("三千人")
    spans = sorted(one.span for one in found)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_of_equal_candidates_the_nearer_comes_first() -> None:
    line = "这一行里有三千人。" + "无" * 36 + "\n"
    new = line * 20
    start = line.index("三千人") + 10 * len(line)
    anchor = Anchor(Span(start, start + 3), "三千人", "", "")
    found = Candidates(new).of(anchor)
    assert [one.span.start // len(line) for one in found[:3]] == [10, 9, 11]
    assert {one.likeness for one in found} == {Likeness.SAME_ELSEWHERE}


@pytest.mark.parametrize("new", ["", "无", "完全不同的一篇短文", "\n\n"])
def test_there_may_be_none(new: str) -> None:
    assert of("二十三场讲座", new) == []


def test_white_space_has_none() -> None:
    assert Candidates(OLD).of(Anchor(Span(0, 1), "\n", "一", "二")) == []


def test_a_quote_keeps_the_punctuation_that_it_had() -> None:
    new = OLD.replace("灯火书屋", "灯光书屋")
    assert best("“灯火书屋”", new) == ("“灯光书屋”", Likeness.SIMILAR_HERE)


def test_a_long_passage_is_found_by_what_is_left_of_it() -> None:
    new = "前言。" * 50 + OLD.replace("参加", "到场").replace("办了", "开了").replace(
        "评为", "成了"
    )
    words, likeness = best(OLD[3:-4], new)
    assert likeness in (Likeness.SIMILAR, Likeness.SIMILAR_HERE)
    assert words.startswith("今年开了二十三场")
    assert words.endswith("每晚开放到")


@given(
    st.text(st.sampled_from("三千人讲座，\n a𠮷"), min_size=1, max_size=40),
    st.text(st.sampled_from("三千人講座，\n a𠮷"), max_size=60),
    st.data(),
)
def test_every_candidate_is_a_passage_of_the_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    anchor = Anchor.at(old, Span(start, data.draw(st.integers(start + 1, len(old)))))
    found = Candidates(new).of(anchor)
    assert len(found) <= MOST
    for one in found:
        assert one.span
        assert one.span.of(new) == one.words
        assert one.words == one.words.strip()
