"""Programmes: names in quotation marks, told from slogans and speech by what stands around them.

A quotation is judged with those that are said together with it (“A”“B”等活动): what
says that one is a programme says it of all. What is found once is found wherever it stands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.suggest.cues import cues, guarded, last_cue, rows
from reader.suggest.events import events
from reader.suggest.evidence import Evidence, Named
from reader.suggest.mentions import key_of, mentions
from reader.suggest.numerals import CHINESE
from reader.suggest.organisers import Organisers
from reader.suggest.quotes import groups
from reader.suggest.reading import Ranges
from reader.suggest.reasons import filled
from reader.suggest.suggestion import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.annotation.tag_set import AttributeValue
    from reader.suggest.quotes import Quote
    from reader.suggest.reading import Reading

KIND: Final = "programme"
# What is said together may end with 等 and a number: “A”“B”等三大品牌.
_REACH = 12
# What does not stand between a name and its noun: punctuation, and words that tell of something.
_APART = "，,。;:!?…\\n“”‘’《》()、的是了着过把被让给向在到走来去入成就都也还不和与及"
# A noun belongs to the same compound so many characters behind another.
_NEAR = 4
# Characters of a noun before a name at most.
_TITLE = 3
_PLUS = re.compile(r"[^+]+(?:\+[^+]+)+")


def programmes(reading: Reading, honours: Sequence[Proposal]) -> list[Proposal]:
    """Propose the programmes of a text.

    Args:
        reading: The text.
        honours: What is proposed as honours: a title in quotation marks is no programme.
    """
    titles = Ranges([(one.start, one.end) for one in honours if _is_quoted(reading, one)])
    named: list[Named] = []
    doubtful: list[Quote] = []
    together = groups(reading.text, list(reading.quotes))
    for group in together:
        kept = [
            one
            for one in group
            if (may_be_name(one) or _is_short_name(reading, one))
            and not (titles and titles.hold(one.start, one.end))
        ]
        if not kept:
            continue
        evidence = _evidence(reading, kept)
        for one in kept:
            if evidence is not None and _bears(evidence, one):
                named.append(Named(one.start, one.end, evidence))
            elif not _is_saying(reading, one):
                doubtful.append(one)
    doubtful += [
        one
        for one in reading.quotes
        if one.inner and may_be_name(one) and not _is_saying(reading, one)
    ]
    named += events(reading)
    named += mentions(reading, named, doubtful, _has_noun)
    return list(_proposals(reading, named))


def _bears(evidence: Evidence, quote: Quote) -> bool:
    """Return whether words are a name: some endings need a noun behind them."""
    return evidence.rule == "programme.noun" or not last_cue(quote.words, "not-programme-ends")


def _is_quoted(reading: Reading, honour: Proposal) -> bool:
    return reading.text[honour.start - 1 : honour.start] == "“"


def may_be_name(quote: Quote) -> bool:
    """Return whether words in quotation marks could be a name at all."""
    words = quote.words
    if quote.is_speech or len(words) < 2 or words in cues("slogan-words"):
        return False
    # Two characters of praise name nothing; with a numeral (“四学”) they do.
    if len(words) == 2 and words[0] not in CHINESE:
        return False
    return "·" not in words or not words.replace("·", "").isdecimal()


def _is_short_name(reading: Reading, quote: Quote) -> bool:
    """Return whether two characters name something, since it is a team or a plan."""
    short = len(quote.words) == 2 and not quote.is_speech
    if not short or quote.words in cues("slogan-words"):
        return False
    return _SHORT_NAMED.match(reading.text, quote.end + 1) is not None


_SHORT_NAMED = re.compile(f"[^{_APART}]{{0,6}}?(?:服务队|救援队|宣讲团|宣讲队|志愿队|计划|行动)")


def _evidence(reading: Reading, group: Sequence[Quote]) -> Evidence | None:
    """Return the best that says a group are programmes; ``None`` where nothing or not enough."""
    first, last = group[0], group[-1]
    text, mark = reading.text, first.start - 1
    if text[mark - 1 : mark] in _EXPLAINS_ENDS and text.endswith(_EXPLAINS, 0, mark):
        return None
    if last_cue(text[max(0, mark - _TITLE) : mark], "works"):
        return None
    behind = _behind(reading, last)
    if behind == "的":
        # “…讲堂”的常客: a name that is one by its form is one here too.
        return _within(group)
    if isinstance(behind, str):
        return None
    # The surest first.
    return (
        behind
        or _titled(reading, first)
        or _within(group)
        or _before(reading, first, last)
        or _called(reading, last)
    )


@cache
def _nouns() -> re.Pattern[str]:
    return _noun_pattern(_REACH)


@cache
def _next_nouns() -> re.Pattern[str]:
    return _noun_pattern(_NEAR)


def _noun_pattern(reach: int) -> re.Pattern[str]:
    """Return what finds a noun within reach: that says no, that says yes; or a verb."""
    yes, no = guarded("programme-nouns"), guarded("not-programme-nouns")
    stops = guarded("programme-stops")
    return re.compile(f"[^{_APART}]{{0,{reach}}}?(?:({no})|({yes})|{stops})")


@cache
def _no_noun() -> frozenset[str]:
    """Return the characters that begin no noun and stand before none."""
    lists = ("programme-nouns", "not-programme-nouns", "programme-stops")
    firsts = {cue[0] for name in lists for cue in cues(name)}
    return frozenset(_APART.replace("\\n", "\n")) - firsts


def _head(text: str, at: int) -> re.Match[str] | None:
    """Return the last of the nouns that follow close upon each other: 活动 of 作风建设专项活动."""
    noun = _nouns().match(text, at)
    following = noun
    while following is not None and following.lastindex and following[1] not in _times():
        noun = following
        following = _next_nouns().match(text, noun.end())
    return noun if noun is not None and noun.lastindex else None


@cache
def _times() -> frozenset[str]:
    """Return the nouns that say no only right behind a name: “…”项目期间 tells when."""
    return frozenset(noun for noun, *notes in rows("not-programme-nouns") if "first" in notes)


# “A”“B”等体现特色的系列活动
_AND_MORE = re.compile(
    "等[^，。;:!?…\n“”‘’《》()]{0,18}?(活动|品牌|项目|行动|工程|平台|载体|栏目|机制|服务队)"
)
_OF = re.compile("的[^，。;:!?…\n“”‘’《》()、]{0,6}?(品牌|活动|机制|布局|模式|平台|体系|项目)")


def _behind(reading: Reading, last: Quote) -> Evidence | str | None:
    """Return what the noun behind a group says; the noun itself where it says: no programme."""
    text, at = reading.text, last.end + 1
    if text[at : at + 1] == "的":
        own = _OF.match(text, at)
        if own and (_PLUS.fullmatch(last.words) or own[1] == "品牌"):
            return Evidence(0.8, _followed(own[1]), "programme.noun")
        return "的"
    if text[at : at + 1] in _no_noun():
        return None
    more = _AND_MORE.match(text, at)
    if more:
        return Evidence(0.8, _followed(more[1]), "programme.noun")
    noun = _head(text, at)
    if noun is None or text.startswith("“", noun.end()):
        # “…”服务“…”: a verb.
        return None
    if noun[1]:
        return noun[1]
    close = noun.start(2) - at <= _NEAR
    return Evidence(0.92 if close else 0.8, _followed(noun[2]), "programme.noun")


def _has_noun(reading: Reading, at: int) -> bool:
    noun = _head(reading.text, at)
    return noun is not None and noun[2] is not None


def _followed(noun: str) -> str:
    return filled(tr("“…” followed by {word}"), "word", noun)


# (即“…”): what a name stands for.
_EXPLAINS = ("即", "即:", "指", "就是", "包括", "所谓")
_EXPLAINS_ENDS = frozenset(word[-1] for word in _EXPLAINS)
_STOPS = frozenset("，,。;:!?…\n、)（(和与及等")


def _before(reading: Reading, first: Quote, last: Quote) -> Evidence | None:
    """Return what the verb before a group says, where nothing but punctuation is behind it."""
    after = reading.text[last.end + 1 : last.end + 2]
    if after and after not in _STOPS:
        return None
    before = reading.clause_before(first.start - 1, 8)
    verb = last_cue(before, "programme-verbs", reach=5)
    if not verb:
        return None
    reason = filled(tr("{word} before “…”"), "word", verb)
    return Evidence(0.7, reason, "programme.verb")


# “…”。这一品牌创立于2018年.
_CALLED = re.compile(
    "[^“”‘’。!?…\n]{0,6}[。，](?:这一|这个|这项|这支|该|此项|此)[^，。;:“”‘’\n]{0,12}?"
    "(品牌|活动|项目|行动|工程|计划|机制|平台|栏目|服务|制度)"
)


def _called(reading: Reading, last: Quote) -> Evidence | None:
    """Return what the next clause calls a group."""
    after = _CALLED.match(reading.text, last.end + 1)
    if after is None:
        return None
    reason = tr("Called {word} in the next clause")
    return Evidence(0.65, filled(reason, "word", after[1]), "programme.called")


def _titled(reading: Reading, first: Quote) -> Evidence | None:
    """Return what the noun right before a group says: 志愿服务品牌“…”."""
    mark = first.start - 1
    noun = last_cue(reading.text[max(0, mark - _TITLE) : mark], "programme-titles")
    if not noun:
        return None
    return Evidence(0.8, filled(tr("{word} before “…”"), "word", noun), "programme.titled")


def _within(group: Iterable[Quote]) -> Evidence | None:
    """Return what the form of the names says: …讲堂, A·B."""
    for one in group:
        end = last_cue(one.words, "programme-ends")
        if end and len(end) < len(one.words) and "、" not in one.words:
            reason = filled(tr("A name that ends with {word}"), "word", end)
            return Evidence(0.75, reason, "programme.ending")
        if "·" in one.words.strip("·"):
            return Evidence(0.7, tr("A name with an inner dot"), "programme.dot")
    return None


def _is_saying(reading: Reading, quote: Quote) -> bool:
    """Return whether a quotation is not meant as the name that it is elsewhere: “…”的情怀."""
    return _sayings().match(reading.text, quote.end + 1) is not None


@cache
def _sayings() -> re.Pattern[str]:
    return re.compile(f"的?[^{_APART}]{{0,3}}?{guarded('not-mentions')}")


def _proposals(reading: Reading, named: Sequence[Named]) -> Iterator[Proposal]:
    canonical: dict[str, str] = {}
    organisers = Organisers(reading)
    for one in sorted(named, key=lambda one: one.start):
        words = reading.plain.simplified(one.start, one.end)
        name = canonical.setdefault(key_of(words), words)
        attributes: dict[str, AttributeValue] = {"name": name}
        runner = organisers.behind(one.end) or organisers.before(one.start)
        if runner:
            attributes["organiser"] = runner
        why = one.evidence
        yield Proposal(one.start, one.end, KIND, attributes, why.confidence, why.reason, why.rule)
