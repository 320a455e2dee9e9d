"""Re-anchoring: to the words of a tag or to nothing, beside an oracle that looks everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.annotation.anchor import CONTEXT
from reader.annotation.reanchoring import Ambiguous, Gone, Moved, reanchor
from reader.text.compact import PAD, CompactText
from reader.text.conversion import converter
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotation.reanchoring import Outcome

OLD = (
    "清溪镇读书节办到田间\n"
    "　　今年三月以来，清溪镇先后举办了十二场读书会，来了近三千名居民，"
    "其中两百人是第一次走进书屋。\n"
    "　　“灯火书屋”由镇文化站和志愿服务队一起开办，每逢周末开放到晚上九点，评为县级示范点。\n"
    "　　秋收过后，镇里又举办了十二场读书会，这一回都在打谷场上，由老党员领读。\n"
)


def where(text: str, words: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def of(new: str, words: str, occurrence: int = 0, old: str = OLD) -> Outcome:
    (outcome,) = reanchor(old, new, [where(old, words, occurrence)])
    return outcome


# What a reader would expect


@pytest.mark.parametrize("words", ["十二场读书会", "近三千名", "灯火书屋", "清溪镇", "领读", "完"])
@pytest.mark.parametrize(
    "new",
    [
        OLD,
        "编者按：旧文重刊。\n" + OLD + "（完）",
        OLD.replace("\n　　", "\n"),
        OLD.replace("\n", "\r\n\r\n"),
        "\n".join(OLD[at : at + 18] for at in range(0, len(OLD), 18)),
        OLD.replace("今年三月", "今年二月").replace("打谷场", "晒谷场"),
        OLD.replace(
            "　　秋收",
            "　　新的一段，讲的是别的事情，有四十个字那么长，把前后两段隔得很开。\n　　秋收",
        ),
    ],
)
def test_a_tag_stays_on_its_words_when_something_else_is_edited(words: str, new: str) -> None:
    for occurrence in range(OLD.count(words)):
        moved = of(new, words, occurrence)
        assert isinstance(moved, Moved)
        assert "".join(moved.span.of(new).split()) == words
        compact = "".join(new.split())
        before = "".join(new[: moved.span.start].split())
        assert compact[: len(before)].count(words) == occurrence + new.count("编者按") * (
            words in "编者按：旧文重刊。"
        )


def test_the_same_article_in_the_other_script_keeps_its_tags() -> None:
    new = converter("s2tw").convert(OLD).text
    moved = of(new, "十二场读书会", 1)
    assert moved == Moved(where(new, "十二場讀書會", 1))


def test_an_article_that_holds_both_scripts_keeps_each_tag_in_its_own() -> None:
    other = converter("s2tw").convert(OLD).text
    old = OLD + other
    new = "按：\n" + old
    assert of(new, "读书节", old=old) == Moved(where(new, "读书节"))
    assert of(new, "讀書節", old=old) == Moved(where(new, "讀書節"))


def test_words_that_stand_elsewhere_only_are_not_taken() -> None:
    new = OLD.replace("先后举办了十二场读书会，来了近三千名居民", "很热闹")
    assert of(new, "十二场读书会") == Ambiguous()
    assert of(new, "十二场读书会", 1) == Moved(where(new, "十二场读书会"))


def test_a_place_is_no_reason() -> None:
    """The same words at the same offset, with nothing of what surrounded them."""
    span = where(OLD, "近三千名")
    new = "无" * span.start + "近三千名" + "无" * 90
    assert reanchor(OLD, new, [span]) == [Ambiguous()]


def test_words_that_are_gone_are_gone() -> None:
    assert of(OLD.replace("近三千名", "近四千名"), "近三千名") == Gone()
    assert of("", "近三千名") == Gone()
    assert reanchor(OLD, "", [where(OLD, "近三千名"), Span(0, len(OLD))]) == [Gone(), Gone()]


def test_white_space_that_is_tagged_alone_belongs_nowhere() -> None:
    assert reanchor("一\n二", "一\n二", [Span(1, 2)]) == [Gone()]
    assert reanchor("一\u200b二", "一\u200b二", [Span(1, 2)]) == [Gone()]
    assert reanchor("一", "一", []) == []


def test_white_space_at_the_ends_of_a_tag_stays_where_it_is_the_same() -> None:
    span = Span(OLD.index("\n"), OLD.index("，"))
    new = "按：\n" + OLD
    assert reanchor(OLD, new, [span]) == [Moved(span.shifted(3))]
    flat = new.replace("\n　　", "")
    (moved,) = reanchor(OLD, flat, [span])
    assert isinstance(moved, Moved)
    assert moved.span.of(flat) == "今年三月以来"


def test_the_last_of_several_same_sentences_is_not_the_first() -> None:
    old = "开头的一段话。\n" + "同一句话。\n" * 30 + "结尾的一段话。\n"
    spans = [where(old, "同一句话", n) for n in range(30)]
    outcomes = reanchor(old, old + "又一段。", spans)
    assert [type(one) for one in outcomes[10:20]] == [Ambiguous] * 10
    for span, outcome in zip(spans, outcomes, strict=True):
        assert outcome in (Moved(span), Ambiguous())
    assert outcomes[0] == Moved(spans[0])


def test_a_row_of_a_table_does_not_become_the_next_one() -> None:
    rows = [f"{name}村本年度文化惠民工程建设资金一共是十二万元\n" for name in "东西南北"]
    old = "".join(rows)
    spans = [where(old, "十二万元", n) for n in range(4)]
    for gone in range(4):
        new = "".join(rows[:gone] + rows[gone + 1 :])
        outcomes = reanchor(old, new, spans)
        for row, outcome in enumerate(outcomes):
            if row == gone:
                assert outcome == Ambiguous()
            else:
                right = where(new, "十二万元", row - (row > gone))
                assert outcome in (Moved(right), Ambiguous())
        assert sum(isinstance(one, Moved) for one in outcomes) >= 1


def test_two_sentences_that_became_one_are_claimed_by_neither() -> None:
    left, right = OLD[60:100], "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
    old = f"{left}同一句话{'无' * 40}别的{'没' * 40}同一句话{right}"
    new = f"{left}同一句话{right}"
    spans = [where(old, "同一句话", n) for n in range(2)]
    assert reanchor(old, new, spans) == [Ambiguous(), Ambiguous()]
    # Two tags on the same words are no rivals.
    assert reanchor(old, old, [spans[0], spans[0]]) == [Moved(spans[0])] * 2


def test_a_passage_that_was_doubled_is_left_to_the_reader() -> None:
    assert of(OLD + OLD, "近三千名") == Ambiguous()


def test_in_a_pattern_only_the_whole_of_the_surroundings_counts() -> None:
    pattern = "同一句话。" * 3000
    old = "只有一个开头" + pattern + "近三千名" + pattern
    spans = [where(old, "近三千名"), where(old, "同一句话", 6), where(old, "同一句话", 900)]
    outcomes = reanchor(old, "前面加一句。" + old, spans)
    assert outcomes == [Moved(spans[0].shifted(6)), Moved(spans[1].shifted(6)), Ambiguous()]
    changed = old.replace("开头", "起头")
    assert reanchor(old, changed, spans[1:]) == [Ambiguous(), Ambiguous()]


# The rule itself, applied by looking at every place


@dataclass(frozen=True)
class Oracle:
    """Weighs every place of the same words in both texts, character by character."""

    old: str
    new: str

    def outcome(self, span: Span) -> Span | None:
        for folded in (False, True):
            earlier, later = (CompactText(text, folded=folded) for text in (self.old, self.new))
            place = earlier.place(span)
            found = place and self.place(earlier.text, later.text, place)
            if found:
                return later.span(found)
        return None

    def place(self, old: str, new: str, place: Span) -> Span | None:
        words = place.of(old)
        before, after = old[: place.start][-CONTEXT:], old[place.end :][:CONTEXT]

        def fits(text: str) -> dict[int, tuple[int, int]]:
            return {
                at: (
                    common(before[::-1], text[:at][::-1]),
                    common(after, text[at + len(words) :]),
                )
                for at in range(len(text))
                if text[at:].startswith(words)
            }

        there = fits(new)
        rivals = [fit for at, fit in fits(old).items() if at != place.start]
        certain = []
        for at, (left, right) in there.items():
            others = [*rivals, *(fit for other, fit in there.items() if other != at)]
            if any(one >= left and two >= right for one, two in others):
                continue
            whole = left == len(before) and right == len(after)
            enough = left + right >= (16 if left and right else 24)
            clear = all(left + right >= sum(fit) + 8 for fit in others)
            if whole or (enough and clear):
                certain.append(Span(at, at + len(words)))
        assert len(certain) <= 1
        return certain[0] if certain else None


def inner(text: str, span: Span) -> tuple[int, int]:
    """Return a span without the white space at its ends."""
    words = span.of(text)
    return span.end - len(words.lstrip()), span.start + len(words.rstrip())


def common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


SENTENCES = [
    "今年三月以来，清溪镇先后举办了十二场读书会，",
    "今年四月以来，东岸乡先后举办了十二场读书会，",
    "來了近三千名居民。",
    "来了近三千名居民。\n",
    "同一句话。",
    "评为县级示范点，",
    "𠮷野家 Open Day 开放日。\r\n　　",
    "甲",
    "，",
    "\n",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=14).map("".join)


def spans_in(text: str) -> st.SearchStrategy[Span]:
    return st.integers(0, len(text) - 1).flatmap(
        lambda start: st.integers(start + 1, min(len(text), start + 12)).map(
            lambda end: Span(start, end)
        )
    )


@given(TEXTS, TEXTS, st.data())
def test_the_rule_is_followed_wherever_the_words_stand(
    old: str, new: str, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(old)))
    new = data.draw(st.sampled_from([new, old[:cut] + new + old[cut:], old[cut:] + new, old[:cut]]))
    spans = data.draw(st.lists(spans_in(old), min_size=1, max_size=6))
    oracle = Oracle(old, new)
    expected = [oracle.outcome(span) for span in spans]
    folded = CompactText(new, folded=True).text
    for span, outcome, wanted in zip(spans, reanchor(old, new, spans), expected, strict=True):
        rivals = {
            inner(old, other)
            for other, there in zip(spans, expected, strict=True)
            if there == wanted
        }
        if wanted is None or len(rivals) > 1:
            words = CompactText(span.of(old), folded=True).text[PAD:-PAD].strip(" ")
            assert outcome == (Ambiguous() if words and words in folded else Gone())
            continue
        assert isinstance(outcome, Moved)
        # The oracle leaves out the white space at the ends of the passage.
        assert outcome.span.contains(wanted)
        assert outcome.span == wanted or outcome.span.of(new) == span.of(old)


# Edits beside the tagged words: every tag on its own words, or reported


@dataclass(frozen=True)
class Edit:
    """``gone`` characters from ``at`` on give way to ``come``."""

    at: int
    gone: int
    come: str


# What is written anew holds no copy of what was tagged: a copy in the very place of the
# words, with what surrounded them, is these words for everybody who reads.
EDITS = st.lists(
    st.builds(
        Edit,
        st.integers(0, 400),
        st.integers(0, 30),
        st.text(st.sampled_from("新字甲，\n 三场"), max_size=12)
        | st.just("又一段，讲的是别的事。\n" * 4),
    ),
    max_size=6,
)


def edited(text: str, spans: Sequence[Span], edits: Sequence[Edit]) -> tuple[str, list[Span]]:
    """Make edits that leave the words of the spans alone; return where these stand then."""
    for edit in edits:
        at = min(edit.at, len(text))
        inside = [span for span in spans if span.start < at < span.end]
        at = min((span.start for span in inside), default=at)
        if any(span.start < at < span.end for span in spans):
            continue
        stop = min([len(text), at + edit.gone, *(s.start for s in spans if s.end > at)])
        stop = max(at, stop)
        text = text[:at] + edit.come + text[stop:]
        grown = len(edit.come) - (stop - at)
        spans = [span.shifted(grown) if span.start >= stop else span for span in spans]
    return text, list(spans)


@given(st.data(), EDITS)
def test_a_tag_comes_to_stand_on_its_own_words_or_waits(
    data: st.DataObject, edits: list[Edit]
) -> None:
    """Every sentence of this text says something of its own, as an article's do."""
    old = OLD
    spans = data.draw(st.lists(spans_in(old), min_size=1, max_size=8))
    new, truth = edited(old, spans, edits)
    for span, right, outcome in zip(spans, truth, reanchor(old, new, spans), strict=True):
        assert right.of(new) == span.of(old)
        if isinstance(outcome, Moved):
            trimmed = "".join(right.of(new).split())
            assert "".join(outcome.span.of(new).split()) == trimmed
            assert outcome.span.overlaps(right)
        elif span.of(old).strip():
            assert outcome == Ambiguous()


_NUMBERS = "一二三四五六七八九十"


@given(st.lists(st.integers(0, 9), min_size=2, max_size=8, unique=True), EDITS)
@example([0, 1, 2], [Edit(0, 6, "")])
def test_repeated_words_never_change_places(rows: list[int], edits: list[Edit]) -> None:
    """The same words in every row; what tells the rows apart may be edited away."""
    old = "".join(f"第{_NUMBERS[row] * 9}组：同一句话，{_NUMBERS[row] * 9}分。\n" for row in rows)
    spans = [where(old, "同一句话", n) for n in range(len(rows))]
    new, truth = edited(old, spans, edits)
    for right, outcome in zip(truth, reanchor(old, new, spans), strict=True):
        assert outcome in (Moved(right), Ambiguous())


@pytest.mark.slow
def test_thousands_of_tags_of_a_long_article_are_one_reading() -> None:
    """No time is asserted: tag by tag this would take minutes."""
    lines = [
        f"第{n}段：{_NUMBERS[n % 10]}月里办了{n * 7}场读书会，来了{n * 13}人。"
        for n in range(10_000)
    ]
    old = "\n".join(lines)
    spans = []
    at = 0
    for line in lines[::4]:
        at = old.index(line, at)
        spans.append(where(line, "场读书会").shifted(at))
    new = "序言。" + old.replace("\n第5001段", "\n又一段。\n第5001段").replace("\n", "\r\n")
    assert len(spans) == 2_500
    outcomes = reanchor(old, new, spans)
    moved = [one.span for one in outcomes if isinstance(one, Moved)]
    assert moved == sorted(set(moved))
    assert {span.of(new) for span in moved} == {"场读书会"}
    # Of a text that is all pattern, what stands beside an edit waits.
    assert len(moved) == 2_499
