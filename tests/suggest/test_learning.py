"""Accepting makes surer and rejecting less sure, in every order, and forgetting undoes both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.verdict import Verdict
from reader.suggest.engine import suggest
from reader.suggest.gazetteer import RULE as GAZETTEER
from reader.suggest.learning import (
    NAME_CONFIDENCE,
    Counts,
    Learned,
    LearnedName,
    apply,
    learn,
    plain_form,
    posterior,
)
from reader.suggest.suggestion import Suggestion
from reader.text.article import Article
from reader.text.span import Span

if TYPE_CHECKING:
    import random

    from reader.annotation.tag_set import AttributeValue

TEXT = "清溪镇的“幸福食堂”来了三百人，“书香清溪”办了三场，三百人都说好。\n"
HERE = Article.from_text(TEXT).id
ELSEWHERE = "f" * 16
WORDS = ["幸福食堂", "书香清溪", "三百人", "三场"]
RULES = ["metric.figure", "programme.quoted", GAZETTEER]
KINDS = ["metric", "programme"]


def verdict(
    words: str,
    *,
    accepted: bool,
    rule: str = "metric.figure",
    kind: str = "metric",
    article: str = ELSEWHERE,
    start: int = 0,
) -> Verdict:
    return Verdict(article, start, start + len(words), kind, words, rule, 0.5, accepted)


def tag(
    words: str,
    kind: str = "programme",
    *,
    article: str = ELSEWHERE,
    start: int = 0,
    **attributes: AttributeValue,
) -> Annotation:
    anchor = Anchor(Span(start, start + len(words)), words, "", "")
    time = "2026-11-22T08:00:00.000000Z"
    return Annotation("a", article, anchor, kind, "lin", time, time, attributes)


def found(words: str, rule: str = "metric.figure", kind: str = "metric") -> Suggestion:
    """Return a suggestion for the first place of some words."""
    start = TEXT.index(words)
    return Suggestion(Span(start, start + len(words)), kind, {}, 0.6, "a reason", rule)


EVERY = [found(words, rule, kind) for words in WORDS for rule in RULES for kind in KINDS]

VERDICTS = st.lists(
    st.builds(
        lambda words, kind, rule, start, accepted: verdict(
            words, accepted=accepted, rule=rule, kind=kind, start=start
        ),
        st.sampled_from([*WORDS, "三百\n人", "書香清溪"]),
        st.sampled_from(KINDS),
        st.sampled_from(RULES),
        st.integers(0, 99),
        st.booleans(),
    ),
    max_size=12,
)
TAGS = st.lists(
    st.builds(
        tag,
        st.sampled_from([*WORDS, "幸福\r\n食堂", "書香清溪", "場"]),
        st.sampled_from([*KINDS, "honour"]),
        start=st.integers(100, 199),
        name=st.sampled_from(["", "幸福食堂", "书香清溪"]),
        organiser=st.sampled_from(["", "清溪镇", 7]),
    ),
    max_size=8,
)


def sureness(learned: Learned) -> list[float]:
    """Return how sure every suggestion is; -1 where it is left out."""
    left = {(one.span, one.kind, one.rule): one.confidence for one in apply(learned, EVERY, TEXT)}
    return [left.get((one.span, one.kind, one.rule), -1) for one in EVERY]


def names(learned: Learned) -> dict[tuple[str, str], float]:
    return {(plain_form(one.words), one.kind): one.confidence for one in learned.gazetteer}


@given(VERDICTS, TAGS, st.sampled_from(WORDS), st.sampled_from(KINDS), st.sampled_from(RULES))
@settings(max_examples=50, deadline=None)
def test_one_more_accepted_makes_nothing_less_sure_and_one_more_rejected_nothing_surer(
    verdicts: list[Verdict], tags: list[Annotation], words: str, kind: str, rule: str
) -> None:
    now = sureness(learn(verdicts, tags))
    for accepted in (True, False):
        one = verdict(words, accepted=accepted, rule=rule, kind=kind, start=500)
        then = sureness(learn([*verdicts, one], tags))
        pairs = zip(now, then, strict=True)
        assert all(before <= after if accepted else before >= after for before, after in pairs)


@given(VERDICTS, TAGS, st.sampled_from(WORDS))
@settings(max_examples=50, deadline=None)
def test_a_name_is_surer_with_each_tag_and_less_with_each_rejection(
    verdicts: list[Verdict], tags: list[Annotation], words: str
) -> None:
    now = names(learn(verdicts, tags))
    more = names(learn(verdicts, [*tags, tag(words, start=300)]))
    assert all(more.get(name, 0) >= sure for name, sure in now.items())
    wrong = verdict(words, accepted=False, kind="programme", rule=GAZETTEER, start=500)
    less = names(learn([*verdicts, wrong], tags))
    assert all(less.get(name, 0) <= sure for name, sure in now.items())


@given(VERDICTS, TAGS, st.randoms())
@settings(max_examples=50, deadline=None)
def test_the_order_does_not_matter(
    verdicts: list[Verdict], tags: list[Annotation], chance: random.Random
) -> None:
    learned = learn(verdicts, tags)
    chance.shuffle(verdicts)
    chance.shuffle(tags)
    assert learn(iter(verdicts), iter(tags)) == learned
    assert repr(learn(verdicts, tags).to_json()) == repr(learned.to_json())


@given(VERDICTS, TAGS)
@settings(max_examples=50, deadline=None)
def test_what_was_forgotten_leaves_what_was_tagged_alone(
    verdicts: list[Verdict], tags: list[Annotation]
) -> None:
    assert apply(learn([], tags), EVERY, TEXT) == EVERY
    assert apply(learn([], []), EVERY, TEXT) == apply(Learned(), EVERY, TEXT) == EVERY
    for name, sure in names(learn(verdicts, tags)).items():
        assert names(learn([], tags))[name] >= sure


@given(st.floats(0, 1), st.integers(0, 99), st.integers(0, 99))
def test_a_confidence_stays_from_0_to_1(confidence: float, accepted: int, rejected: int) -> None:
    assert 0 <= posterior(confidence, Counts(accepted, rejected)) <= 1


def test_eight_verdicts_weigh_as_much_as_the_rule() -> None:
    verdicts = [verdict("三场", accepted=one < 2, start=one) for one in range(8)]
    learned = learn(verdicts, [])
    assert learned.calibrated("metric.figure", 0.75) == pytest.approx((0.75 + 2 / 8) / 2)
    assert learned.calibrated("honour.title", 0.75) == 0.75


def test_what_was_judged_here_is_not_suggested_again_nor_what_a_tag_covers() -> None:
    start = TEXT.index("三场")
    judged = verdict("三场", accepted=True, article=HERE, start=start)
    tagged = tag("三百人", "metric", article=HERE, start=TEXT.index("三百人"))
    some = [found("三场"), found("三百"), found("幸福食堂"), found("三场", kind="programme")]
    left = apply(learn([judged], [tagged]), some, TEXT)
    assert [(one.span, one.kind) for one in left] == [(one.span, one.kind) for one in some[2:]]
    # In another text the same places say nothing.
    assert len(apply(learn([judged], [tagged]), some, f"{TEXT}。")) == 4


def test_rejected_words_are_hidden_from_that_rule_in_every_script_and_across_line_ends() -> None:
    learned = learn([verdict("三\n場", accepted=False)], [])
    suggestions = [found("三场"), found("三百人"), found("三场", "metric.share")]
    left = apply(learned, suggestions, TEXT)
    assert [(one.span, one.rule) for one in left] == [
        (suggestions[1].span, "metric.figure"),
        (suggestions[2].span, "metric.share"),
    ]
    assert all(one.confidence < 0.6 for one in left)
    assert left[0].reason == "a reason; you accepted 0 of 1 like it"
    assert left[1].reason == "a reason; you rejected “三场” once"


@pytest.mark.parametrize("way", ["accepted", "tagged"])
def test_words_that_somebody_accepted_or_tagged_are_not_hidden(way: str) -> None:
    wrong = [verdict("三场", accepted=False, start=one) for one in range(2)]
    right = [verdict("三场", accepted=True, start=9)] if way == "accepted" else []
    tags = [tag("三场", "metric")] if way == "tagged" else []
    (left,) = apply(learn([*wrong, *right], tags), [found("三场")], TEXT)
    said = {
        "accepted": "you accepted “三场” once and rejected it twice",
        "tagged": "you rejected “三场” twice",
    }[way]
    assert left.reason == f"a reason; {said}"
    assert left.confidence < 0.6


def test_what_was_accepted_is_surer_and_says_so() -> None:
    learned = learn([verdict("三场", accepted=True, start=one) for one in range(3)], [])
    (same, like) = apply(learned, [found("三场"), found("三百人")], TEXT)
    assert same.confidence > like.confidence > 0.6
    assert same.reason == "a reason; you accepted “三场” 3 times"
    assert like.reason == "a reason; you accepted 3 of 3 like it"


def test_a_name_that_was_tagged_is_found_in_every_script_and_article() -> None:
    tags = [
        tag("“書香\n清溪”"[1:-1], name="书香清溪", organiser="清溪镇"),
        tag("书香清溪", name="书香清溪", start=50),
        tag("書香清溪", name="清溪", start=70),
        tag("全国文明城市", "honour", awarded_by="中央文明委", year=2015),
        tag("百", "honour"),
    ]
    learned = learn([], tags)
    name, honour = sorted(learned.names, key=lambda one: one.kind, reverse=True)
    assert (name.kind, name.counts) == ("programme", Counts(3, 0))
    assert dict(name.attributes) == {"name": "书香清溪", "organiser": "清溪镇"}
    assert dict(honour.attributes) == {"title": "全国文明城市", "awarded_by": "中央文明委"}
    text = "东岸也学书香清溪，又讀書香清溪。"
    left = apply(learned, suggest(text, gazetteer=learned.gazetteer), text)
    assert [one.span.of(text) for one in left if one.rule == GAZETTEER] == [
        "书香清溪",
        "書香清溪",
    ]


def test_a_name_without_its_canonical_form_gets_its_words_in_simplified() -> None:
    (name,) = learn([], [tag("書香 3 號")]).names
    assert (name.words, dict(name.attributes)) == ("書香3號", {"name": "书香3号"})


def test_of_a_tag_whose_span_was_changed_the_words_it_has_now_are_the_name() -> None:
    right = verdict("“幸福食堂”品牌", accepted=True, kind="programme", rule="programme.quoted")
    learned = learn([right], [tag("幸福食堂")])
    assert [one.words for one in learned.names] == ["幸福食堂"]


def test_a_name_that_is_rejected_more_often_than_tagged_is_looked_for_no_longer() -> None:
    def learned(number: int) -> Learned:
        wrong = [
            verdict("幸福食堂", accepted=False, kind="programme", rule=GAZETTEER, start=one)
            for one in range(number)
        ]
        return learn(wrong, [tag("幸福食堂")])

    sure = [learned(number).names[0].confidence for number in range(3)]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > NAME_CONFIDENCE > sure[1]
    assert [len(learned(number).gazetteer) for number in range(3)] == [1, 1, 0]
    # What is said of a name is in its confidence, and not counted twice.
    suggestion = found("幸福食堂", GAZETTEER, "programme")
    (left,) = apply(learned(1), [suggestion], TEXT)
    assert left == replace(suggestion, reason="a reason; you rejected “幸福食堂” once")


def test_what_was_learned_can_be_looked_at() -> None:
    verdicts = [
        verdict("三\n场", accepted=False),
        verdict("三场", accepted=False, start=5),
        verdict("三场", accepted=False, start=9),
        verdict("三百人", accepted=True),
    ]
    assert learn(verdicts, [tag("幸福食堂", organiser="清溪镇")]).to_json() == {
        "names": [
            {
                "words": "幸福食堂",
                "kind": "programme",
                "attributes": {"name": "幸福食堂", "organiser": "清溪镇"},
                "tagged": 1,
                "rejected": 0,
                "confidence": 0.933,
            }
        ],
        "rejections": [
            {
                "words": "三场",
                "kind": "metric",
                "rule": "metric.figure",
                "rejected": 3,
                "hidden": True,
            }
        ],
        "rules": [{"rule": "metric.figure", "accepted": 1, "rejected": 3}],
    }


def test_words_without_anything_to_read_teach_nothing() -> None:
    assert plain_form(" \n ") == ""
    assert learn([], [tag("\n")]).names == ()
    assert LearnedName("一二", "honour", {}, Counts()).confidence == NAME_CONFIDENCE
