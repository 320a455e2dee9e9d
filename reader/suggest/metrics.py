"""Metrics: figures with their measure words, told from dates, ordinals, names and idioms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.suggest.cues import alternation, rows
from reader.suggest.measures import measured
from reader.suggest.metric_traps import Figure, is_ordinary, is_trap
from reader.suggest.numerals import CAPITALS, CHINESE, DIGITS, estimate, value_of
from reader.suggest.suggestion import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import AttributeValue
    from reader.suggest.reading import Reading

KIND: Final = "metric"
_LONGEST_QUALIFIER = 3
_STREAK = "连续"
# The last characters of all qualifiers: few figures have one.
_LAST = frozenset("过出于下少逾超上足到近约概")
# 最近, 附近; 签约, 预约: the end of another word.
_NO_QUALIFIER = {
    "近": frozenset("最附临新远靠亲贴"),
    "约": frozenset("预节契签相特公条合履违邀制简"),
    "超": frozenset("高赶反"),
    "上": frozenset("以之"),
}
_ROUND = frozenset("十百千万亿")
_AFTER = {"以上": "over", "以下": "under", "以内": "under", "左右": "about", "上下": "about"}
_VAGUE = {"多": "over", "余": "over", "几": "over", "数": "over", "来": "about"}
# 队伍2800支, 大陆三十家, 人数1万: the end of another word.
_OTHER_WORD = re.compile(
    f"[几数{CHINESE}]+(?=[0-9])|[几数](?![十百千万亿])|[{CAPITALS}](?=[一二三四五六七八九十百千两几数])"
)
_FRACTION = re.compile(rf"([{CHINESE}\d]+)分之([{CHINESE}\d.]+)((?:以上|以下|左右)?)")
_SLASH = re.compile(r"(\d{1,3})/(\d{1,3})((?:以上|以下|左右)?)")
_TENTHS = re.compile(
    f"([{DIGITS}])成([{DIGITS}]?)((?:以上|以下|左右|多)?)"
    "(?![为立功果长员本就绩效都年了套熟份型百千品语才语分气])"
)


@cache
def _pattern() -> re.Pattern[str]:
    # It begins with a set of characters, so that the search skips to one of them.
    rest = f"(?>[0-9.,多余来几{CHINESE}]*)"
    return re.compile(
        f"([0-9几数{CHINESE}]{rest})(?:[-~—–至到]{{1,2}}([0-9{CHINESE}]{rest}))?"
        f"({alternation('units', 'durations')})((?:以上|以下|以内|左右|上下)?)"
    )


@cache
def _qualifiers() -> dict[str, str]:
    return {word: bound for word, bound in rows("before-figures")}  # noqa: C416  rows of any length


def figures(reading: Reading) -> Iterator[Proposal]:
    """Propose figures with a measure word: 62场, 近9万人次, 三十余家, 30至50名, 连续7年."""
    for match in _pattern().finditer(reading.text):
        if match[1] != "一":
            proposal = _figure(reading, match)
            if proposal is not None:
                yield proposal


def _figure(reading: Reading, match: re.Match[str]) -> Proposal | None:
    numeral, upper, unit, after = match.groups()
    start, end = match.span()
    if numeral[0] > "9":
        skipped = _OTHER_WORD.match(numeral)
        if skipped:
            start, numeral = start + skipped.end(), numeral[skipped.end() :]
    elif not upper and numeral.isdecimal() and is_ordinary(reading.text, start, end, unit):
        ordinary = _ordinary(reading, match)
        if ordinary is not None:
            return ordinary
    value = value_of(numeral)
    if value is None or not (value or numeral == "0"):
        return None
    first, qualifier, bound = _qualified(reading.text, start)
    if unit == "个多月":
        unit, bound = "个月", "over"
    if upper or (not numeral.isdecimal() and estimate(numeral)):
        bound = bound or "about"
    bound = _AFTER.get(after) or _vague(numeral) or bound
    before = reading.clause_before(first)
    figure = Figure(start, end, numeral, value, unit, bool(bound), before, reading)
    if is_trap(figure):
        return None
    if before.endswith(_STREAK):
        first -= len(_STREAK)
    own_unit = reading.plain.words(*match.span(3)) if unit == match[3] else unit
    attributes = _attributes(value, own_unit, bound, measured(reading, first, end))
    return _proposal(figure, first, attributes, qualifier)


def _ordinary(reading: Reading, match: re.Match[str]) -> Proposal | None:
    """Return the metric of plain digits that nothing around makes doubtful; ``None`` else."""
    numeral, _, unit, after = match.groups()
    start, end = match.span()
    value = int(numeral)
    if not value or reading.text[start - 1 : start] in _LAST or reading.named.hold(start, end):
        return None
    own_unit = reading.plain.words(*match.span(3))
    measures = measured(reading, start, end)
    attributes = _attributes(value, own_unit, _AFTER.get(after, ""), measures)
    if unit == "%":
        return Proposal(start, end, KIND, attributes, *_percentage())
    reason = tr("A figure with the measure word {unit}").format(unit=unit)
    return Proposal(start, end, KIND, attributes, 0.95, reason, "metric.figure")


def _percentage() -> tuple[float, str, str]:
    return 0.97, tr("A percentage"), "metric.percent"


def _attributes(value: float, unit: str, bound: str, measures: str) -> dict[str, AttributeValue]:
    """Return what a metric's tag carries; what is not said is left out."""
    attributes: dict[str, AttributeValue] = {"value": value}
    if unit:
        attributes["unit"] = unit
    attributes["bound"] = bound or "exact"
    if measures:
        attributes["measures"] = measures
    return attributes


def _proposal(
    figure: Figure,
    first: int,
    attributes: dict[str, AttributeValue],
    qualifier: str,
) -> Proposal:
    if first < figure.start and not qualifier:
        rule, confidence = "metric.streak", 0.95
        reason = tr("A run of {unit}").format(unit=figure.unit)
    elif figure.is_small_word:
        rule, confidence = "metric.small-word", 0.7
        reason = tr("A small numeral with the measure word {unit}").format(unit=figure.unit)
    elif figure.unit == "%":
        confidence, reason, rule = _percentage()
    elif figure.numeral[0] in CHINESE:
        rule, confidence = "metric.words", 0.88
        reason = tr("A Chinese numeral with the measure word {unit}").format(unit=figure.unit)
    else:
        rule, confidence = "metric.figure", 0.95
        reason = tr("A figure with the measure word {unit}").format(unit=figure.unit)
    return Proposal(first, figure.end, KIND, attributes, confidence, reason, rule)


def _qualified(text: str, start: int) -> tuple[int, str, str]:
    """Return where a figure begins with its qualifier, the qualifier and the bound it says."""
    if text[start - 1 : start] not in _LAST:
        return start, "", ""
    for length in range(_LONGEST_QUALIFIER, 0, -1):
        word = text[max(0, start - length) : start]
        bound = _qualifiers().get(word)
        if bound and len(word) == length:
            first = start - length
            if text[first - 1 : first] in _NO_QUALIFIER.get(word, ()):
                break
            if word == "上" and text[start] not in _ROUND:
                break
            return first, word, bound
    return start, "", ""


def _vague(numeral: str) -> str:
    if numeral.isdecimal():
        return ""
    for word, bound in _VAGUE.items():
        if word in numeral:
            return bound
    return ""


def shares(reading: Reading) -> Iterator[Proposal]:
    """Propose parts of a whole: 百分之八十六, 三分之二, 3/4, 八成."""
    text = reading.text
    for match in _around(text, "分之", _FRACTION, 8):
        yield from _share(reading, match, _fraction(match[1], match[2]))
    for match in _around(text, "/", _SLASH, 3):
        beside = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if _JOINED.isdisjoint(beside):
            yield from _share(reading, match, _fraction(match[2], match[1]))
    for match in _around(text, "成", _TENTHS, 1):
        tenths = value_of(match[1]) or 0
        yield from _share(reading, match, (10 * tenths + (value_of(match[2]) or 0), "%"))


def _around(text: str, word: str, pattern: re.Pattern[str], before: int) -> Iterator[re.Match[str]]:
    """Yield where a pattern matches about a word, up to so many characters before it."""
    at = text.find(word)
    while at >= 0:
        match = pattern.search(text, max(0, at - before), at + 12)
        if match and match.start() < at:
            yield match
        at = text.find(word, max(match.end() if match else 0, at + 1))


_JOINED = frozenset("0123456789/.-:年月日")


def _fraction(whole: str, part: str) -> tuple[float, str] | None:
    below, above = value_of(whole), value_of(part)
    if not below or above is None:
        return None
    if whole in {"百", "100"}:
        return above, "%"
    return above / below, ""


def _share(
    reading: Reading, match: re.Match[str], share: tuple[float, str] | None
) -> Iterator[Proposal]:
    first, _, bound = _qualified(reading.text, match.start())
    after = match[match.lastindex or 0]
    if share is None or reading.named.hold(first, match.end()):
        return
    value, unit = share
    bound = _AFTER.get(after) or _VAGUE.get(after) or bound
    attributes = _attributes(value, unit, bound, measured(reading, first, match.end()))
    reason = tr("A share of a whole")
    yield Proposal(first, match.end(), KIND, attributes, 0.9, reason, "metric.share")
