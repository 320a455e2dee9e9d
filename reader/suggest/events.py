"""Recurring events that are named without quotation marks: 第五届…文化节."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from reader.language import tr
from reader.suggest.cues import alternation, guarded
from reader.suggest.evidence import Evidence, Named
from reader.suggest.numerals import CHINESE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.suggest.reading import Reading


_SERIES = re.compile(
    "(?:举办|举行|开展|组织|启动|推出)了?([^，,。;:!?…\n“”‘’《》()、的等]{4,16}?)(?:系列主题|主题系列|系列)活动"
)


@cache
def _editions() -> re.Pattern[str]:
    ends = guarded("event-ends")
    return re.compile(
        rf"(?:第[{CHINESE}\d]{{1,4}}|首)[届期季]([^，,。;:!?…\n“”‘’《》()、的]{{2,20}}?{ends})"
        # …大赛二等奖 is an honour.
        "(?![览示会日]|[^，,。;:!?…\n“”‘’《》()、的]{0,8}奖)"
    )


_EACH = ("每年", "每月", "每周", "每季", "每逢")
_SOME = ("一年一度", "去年", "今年", "历年", "本届", "历届")
_OFTEN = ("连续", "常年", "定期", *_EACH, *_SOME)


@cache
def _regular() -> re.Pattern[str]:
    ends = guarded("event-ends")
    # 每年秋天的…, 每季度举办…; 每月第一个周三，…
    each = f"(?:{'|'.join(_EACH)})[^，,。;:!?…\n“”‘’《》()、]{{0,8}}?"
    often = f"(?:{each}|{'|'.join(_SOME)})"
    held = "(?:举办|举行|主办|承办|开展|开设|推出)"
    return re.compile(
        f"(?:(?:连续|每年|常年|定期){held}了?|{often}{held}的?|{often}[的，](?:{held}的?)?)"
        f"(?![{CHINESE}])([^，,。;:!?…\n“”‘’《》()、的]{{2,20}}?{ends})"
        f"(?:[和与及、]([^，,。;:!?…\n“”‘’《》()、的和与及]{{2,12}}?{ends}))?"
        "(?![览示会日])"
    )


@cache
def _unquoted() -> re.Pattern[str]:
    verbs, ends = alternation("unquoted-verbs"), guarded("unquoted-ends")
    return re.compile(f"({verbs})了?([^，,。;:!?…\n“”‘’《》()、的{CHINESE}]{{2,8}}?({ends}))")


def _at(text: str, words: Iterable[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield where a pattern matches that begins with one of some words.

    To look for each of them is several times as quick as to look for any.
    """
    places = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1)
    reached = 0
    for at in sorted(places):
        match = pattern.match(text, at) if at >= reached else None
        if match:
            reached = match.end()
            yield match


def events(reading: Reading) -> Iterator[Named]:
    """Yield the events that an edition names, without the edition."""
    for match in _at(reading.text, "第首", _editions()):
        reason = tr("An event with its edition")
        yield Named(*match.span(1), Evidence(0.75, reason, "programme.edition"))
    for match in _at(reading.text, _OFTEN, _regular()):
        reason = tr("An event that is held again and again")
        yield Named(*match.span(1), Evidence(0.65, reason, "programme.regular"))
        if match[2]:
            yield Named(*match.span(2), Evidence(0.65, reason, "programme.regular"))
    for match in _SERIES.finditer(reading.text) if "系列" in reading.text else ():
        reason = tr("A series of events")
        yield Named(*match.span(1), Evidence(0.6, reason, "programme.series"))
    for match in _unquoted().finditer(reading.text):
        reason = tr("{word} before a name that ends with {ending}").format(
            word=match[1], ending=match[3]
        )
        yield Named(*match.span(2), Evidence(0.6, reason, "programme.plain"))
    yield from _repeated(reading.text)


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(alternation("repeated-ends"))


# What stands before a name, or makes it a common one.
_BOUND = re.compile("[，,。;:!?…\n“”‘’《》()、的和与及由以将把让在0-9届期次]")
_COMMON = re.compile("[该这此本我其各每全首某]|工作计|年度计|.{0,2}教学计")
_LONGEST, _SHORTEST = 14, 5


def _repeated(text: str) -> Iterator[Named]:
    """Yield where a name without marks stands that stands elsewhere too, and ends as names do."""
    reason = tr("A name that the article repeats")
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    reached = 0
    for match in _endings().finditer(text):
        at, end = match.span()
        first = max(reached, end - _LONGEST)
        start = first
        for bound in _BOUND.finditer(text, first, at):
            start = bound.end()
        words = text[start:end]
        if len(words) < _SHORTEST or start == end - _LONGEST or _COMMON.match(words):
            continue
        reached = end
        places[words].append((start, end))
    for found in places.values():
        if len(found) > 1:
            for place in found:
                yield Named(*place, Evidence(0.6, reason, "programme.again"))
