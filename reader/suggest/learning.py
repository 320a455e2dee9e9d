"""What is learned of a user, from what was accepted, rejected and tagged by hand.

Nothing is kept here: whoever holds verdicts and tags asks :func:`learn` for what follows from
them, and :func:`apply` for what that makes of suggestions. The order of verdicts and tags does
not matter, and without any of them suggestions stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from reader.language import tr
from reader.suggest.gazetteer import RULE as GAZETTEER
from reader.suggest.gazetteer import Name
from reader.suggest.plain import Plain
from reader.suggest.reading import Ranges
from reader.text.article import text_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import AttributeValue
    from reader.annotation.verdict import Verdict
    from reader.suggest.suggestion import Suggestion

WEIGHT: Final = 8
"""How many verdicts weigh as much as what a rule says of itself."""
NAME_WEIGHT: Final = 2
"""The same for a name: what is said of its own words counts for more."""
NAME_CONFIDENCE: Final = 0.9
"""How sure a place of a name is before any verdict."""
NAME_ATTRIBUTES: Final = {"programme": ("name", "organiser"), "honour": ("title", "awarded_by")}
"""The kinds of which tags are names, with the attributes that belong to the name, wherever it
stands; the first is the name itself. The year of an honour belongs to the place."""
SHORTEST: Final = 2
"""Characters of a name at least."""

_TWICE = 2
_LINE_END = re.compile(r"\s*[\r\n]\s*")
_Words = tuple[str, str]  # a kind, and words in their plain form
_Rejected = tuple[str, str, str]  # a kind, a rule, and words in their plain form
_Place = tuple[int, int, str]  # start, end, kind
_Value = TypeVar("_Value")


class Counts(NamedTuple):
    """How often something was accepted and rejected."""

    accepted: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class LearnedName:
    """A name that was tagged.

    Attributes:
        words: How it is mostly written.
        kind: What it names.
        attributes: What most of its tags say of it.
        counts: How many tags are on these words, and how often somebody rejected them.
    """

    words: str
    kind: str
    attributes: Mapping[str, AttributeValue]
    counts: Counts

    @property
    def confidence(self) -> float:
        """How sure a place where it stands is one."""
        return posterior(NAME_CONFIDENCE, self.counts, NAME_WEIGHT)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Words that were rejected.

    Attributes:
        words: How they stood in the text, most often.
        count: How often a rule's suggestion of them was rejected.
        hides: Whether the rule's suggestions of them are hidden everywhere: nobody accepted or
            tagged these words as that kind.
    """

    words: str
    count: int
    hides: bool


@dataclass(frozen=True, slots=True)
class Learned:
    """What follows from verdicts and tags.

    Attributes:
        names: The names that were tagged, by kind and words.
        rules: How often suggestions of each rule were accepted and rejected.
        words: How often words were, by kind and words in their plain form.
        rejections: What was rejected, by kind, rule and words in their plain form.
        judged: The places of verdicts, by the article's id: start, end, kind.
        tagged: The places of tags, by the article's id and the kind: start, end.
    """

    names: tuple[LearnedName, ...] = ()
    rules: Mapping[str, Counts] = field(default_factory=dict)
    words: Mapping[_Words, Counts] = field(default_factory=dict)
    rejections: Mapping[_Rejected, Rejection] = field(default_factory=dict)
    judged: Mapping[str, frozenset[_Place]] = field(default_factory=dict)
    tagged: Mapping[tuple[str, str], tuple[tuple[int, int], ...]] = field(default_factory=dict)

    @property
    def gazetteer(self) -> tuple[Name, ...]:
        """The names for :func:`reader.suggest.engine.suggest` to find, in every script.

        One that was rejected more often than tagged is not looked for.
        """
        return tuple(
            Name(one.words, one.kind, one.attributes, one.confidence)
            for one in self.names
            if one.counts.accepted >= one.counts.rejected
        )

    def calibrated(self, rule: str, confidence: float) -> float:
        """Return how sure a rule's suggestion is, after what was made of those before it."""
        return posterior(confidence, self.rules.get(rule, Counts()))

    def to_json(self) -> dict[str, Any]:
        """Return what the user may want to look at, as ``wenmai suggest --learned`` prints it."""
        return {
            "names": [
                {
                    "words": one.words,
                    "kind": one.kind,
                    "attributes": dict(one.attributes),
                    "tagged": one.counts.accepted,
                    "rejected": one.counts.rejected,
                    "confidence": round(one.confidence, 3),
                }
                for one in self.names
            ],
            "rejections": [
                {
                    "words": one.words,
                    "kind": kind,
                    "rule": rule,
                    "rejected": one.count,
                    "hidden": one.hides,
                }
                for (kind, rule, _), one in self.rejections.items()
            ],
            "rules": [
                {"rule": rule, "accepted": counts.accepted, "rejected": counts.rejected}
                for rule, counts in self.rules.items()
            ],
        }


def posterior(confidence: float, counts: Counts, weight: int = WEIGHT) -> float:
    """Return a confidence after verdicts: the mean of a Beta distribution that begins with it.

    It grows with what was accepted, falls with what was rejected, and stays from 0 to 1.
    """
    accepted, rejected = counts
    return (confidence * weight + accepted) / (weight + accepted + rejected)


def learn(verdicts: Iterable[Verdict], tags: Iterable[Annotation]) -> Learned:
    """Return what follows from verdicts on suggestions and from tags, in whatever order they come.

    Args:
        verdicts: Each on another suggestion.
        tags: Those that there are, whether they came of suggestions or were made by hand.
    """
    verdicts = list(verdicts)
    rules: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    words: defaultdict[_Words, list[int]] = defaultdict(lambda: [0, 0])
    rejected: defaultdict[_Rejected, Counter[str]] = defaultdict(Counter)
    judged: defaultdict[str, set[_Place]] = defaultdict(set)
    for one in verdicts:
        plain = plain_form(one.words)
        rules[one.rule][not one.accepted] += 1
        words[one.kind, plain][not one.accepted] += 1
        judged[one.article].add((one.start, one.end, one.kind))
        if not one.accepted:
            rejected[one.kind, one.rule, plain][one.words] += 1
    tagged: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    named: defaultdict[_Words, list[Annotation]] = defaultdict(list)
    doubtful = {kind for kind, _, _ in rejected}
    kept: set[_Words] = set()
    for tag in tags:
        tagged[tag.article, tag.kind].append((tag.span.start, tag.span.end))
        # Thousands of figures are folded only where their words may have been rejected.
        if tag.kind in NAME_ATTRIBUTES or tag.kind in doubtful:
            plain = plain_form(tag.quote)
            kept.add((tag.kind, plain))
            if tag.kind in NAME_ATTRIBUTES and len(plain) >= SHORTEST:
                named[tag.kind, plain].append(tag)
    counts = {key: Counts(*words[key]) for key in sorted(words)}
    return Learned(
        tuple(_name(key, named[key], counts.get(key, Counts())) for key in sorted(named)),
        {rule: Counts(*rules[rule]) for rule in sorted(rules)},
        counts,
        {key: _rejection(key, rejected[key], counts, kept) for key in sorted(rejected)},
        {article: frozenset(places) for article, places in sorted(judged.items())},
        {key: tuple(sorted(places)) for key, places in sorted(tagged.items())},
    )


def apply(learned: Learned, suggestions: Iterable[Suggestion], text: str) -> list[Suggestion]:
    """Return what is left of suggestions, and how sure they are after what was learned.

    Left out is what was judged at this place before, what a tag of the same kind overlaps, and
    what a rule suggests of words that were rejected. Nothing changes its place in the order.

    Args:
        learned: What was learned.
        suggestions: What the rules propose in a text.
        text: That text, whole: places are told by it.
    """
    if not (learned.judged or learned.tagged):
        return list(suggestions)
    article = text_digest(text)[:16]
    judged = learned.judged.get(article, frozenset())
    taken: dict[str, Ranges] = {}
    left = []
    for one in suggestions:
        start, end, kind = one.span.start, one.span.end, one.kind
        if kind not in taken:
            taken[kind] = Ranges(learned.tagged.get((article, kind), ()))
        if (start, end, kind) in judged or taken[kind].hold(start, end):
            continue
        told = _told(learned, one, text[start:end])
        if told is not None:
            left.append(told)
    return left


@lru_cache(maxsize=1 << 14)
def plain_form(words: str) -> str:
    """Return words as they are compared: in one script and width, without line ends."""
    return Plain(_LINE_END.sub("", words)).text


def _told(learned: Learned, one: Suggestion, words: str) -> Suggestion | None:
    """Return a suggestion as it stands after what was learned; ``None`` where it is hidden."""
    plain = plain_form(words)
    rejection = learned.rejections.get((one.kind, one.rule, plain))
    if rejection is not None and rejection.hides:
        return None
    of_words = learned.words.get((one.kind, plain), Counts())
    of_rule = learned.rules.get(one.rule, Counts())
    confidence = one.confidence
    # What was made of a name's words is in its confidence already.
    if one.rule != GAZETTEER:
        confidence = posterior(learned.calibrated(one.rule, confidence), of_words)
    said = _said(words, of_words, of_rule if one.rule != GAZETTEER else Counts())
    if not said:
        return one
    reason = tr("{reason}; {learned}").format(reason=one.reason, learned=said)
    return replace(one, confidence=confidence, reason=reason)


def _said(words: str, of_words: Counts, of_rule: Counts) -> str:
    """Return what the verdicts were, in words; empty where there was none."""
    words = _LINE_END.sub("", words)
    if of_words.accepted and of_words.rejected:
        return tr("you accepted “{words}” {accepted} and rejected it {rejected}").format(
            words=words, accepted=_times(of_words.accepted), rejected=_times(of_words.rejected)
        )
    if of_words.accepted:
        return tr("you accepted “{words}” {times}").format(
            words=words, times=_times(of_words.accepted)
        )
    if of_words.rejected:
        return tr("you rejected “{words}” {times}").format(
            words=words, times=_times(of_words.rejected)
        )
    number = sum(of_rule)
    if not number:
        return ""
    return tr("you accepted {accepted:,} of {number:,} like it").format(
        accepted=of_rule.accepted, number=number
    )


def _times(number: int) -> str:
    if number == 1:
        return tr("once")
    return tr("twice") if number == _TWICE else tr("{number:,} times").format(number=number)


def _name(key: _Words, tags: list[Annotation], of_words: Counts) -> LearnedName:
    kind, _ = key
    words = _most(_LINE_END.sub("", tag.quote) for tag in tags)
    plain = Plain(words)
    attributes: dict[str, AttributeValue] = {}
    for name in NAME_ATTRIBUTES[kind]:
        said = [tag.attributes[name] for tag in tags if tag.attributes.get(name, "") != ""]
        if said:
            attributes[name] = _most(said)
    canonical, *_ = NAME_ATTRIBUTES[kind]
    attributes.setdefault(canonical, plain.simplified(0, len(plain.text)))
    counts = Counts(len(tags), of_words.rejected)
    return LearnedName(plain.words(0, len(plain.text)), kind, attributes, counts)


def _rejection(
    key: _Rejected, held: Counter[str], counts: Mapping[_Words, Counts], kept: set[_Words]
) -> Rejection:
    kind, _, plain = key
    accepted = counts[kind, plain].accepted or (kind, plain) in kept
    return Rejection(_LINE_END.sub("", _most(held.elements())), held.total(), not accepted)


def _most(values: Iterable[_Value]) -> _Value:
    """Return the most frequent value; of several, the first as it is written."""
    held = list(values)
    numbers = Counter(map(repr, held))
    return min(held, key=lambda one: (-numbers[repr(one)], repr(one)))
