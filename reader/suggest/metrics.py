"""Metrics: figures with their measure words, told from dates, ordinals, names and idioms."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.suggest.cues import guarded, rows
from reader.suggest.measures import measured
from reader.suggest.metric_traps import Figure, is_ordinary, is_trap
from reader.suggest.numerals import CAPITALS, CHINESE, DIGITS, estimate, value_of
from reader.suggest.reasons import filled
from reader.suggest.suggestion import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import AttributeValue
    from reader.suggest.reading import Reading

KIND: Final = "metric"
_LONGEST_QUALIFIER = 3
_STREAK = "连续"
_MONTHS_AND_MORE = "个多月"
# Characters of a numeral at most: a longer run of digits counts nothing.
_LONGEST_NUMERAL = 24
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
_AFTER = {
    "多": "over",
    "以上": "over",
    "以下": "under",
    "以内": "under",
    "左右": "about",
    "上下": "about",
}
_MORE = frozenset("多余几数")
# 队伍2800支, 大陆三十家, 人数1万: the end of another word.
_OTHER_WORD = re.compile(
    f"[几数{CHINESE}]+(?=[0-9])|[几数](?![十百千万亿])|[{CAPITALS}](?=[一二三四五六七八九十百千两几数])"
)
_FRACTION = re.compile(rf"([{CHINESE}\d]+)分之([{CHINESE}\d.点]+)((?:以上|以下|左右)?)")
_HALF = 5
_SLASH = re.compile(r"(\d{1,3})/(\d{1,3})((?:以上|以下|左右)?)")
_TENTHS = re.compile(
    f"(?<![0-9.第])([1-9{DIGITS}])成((?:[1-9{DIGITS}](?![0-9.{CHINESE}])|半(?!数))?)((?:以上|以下|左右|多)?)"
    "(?![立功果长员本就绩效都年了套熟份型百千品语才语分气])"
)


# 册(件); 微克/立方米, 元/吨.
_BESIDE = (
    "(?:\\([册件套个户人家项处次部只株]\\)|/(?:平方米|立方米|公里|小时|[年月日天人次吨斤亩升]))?"
)
# 1米多高, 三年多.
_MORE_THAN = "(?<=[米里斤吨倍元亩年时])多(?=[高长宽深重远。，,;、了的来前]|$)"


@cache
def _pattern() -> re.Pattern[str]:
    # It begins with a set of characters, so that the search skips to one of them. It matches a
    # numeral without a measure word too: else each of its characters would be tried.
    # 三点四: what stands behind 点 are digits.
    rest = f"(?>[0-9.,多余来几{CHINESE}]*(?:点(?<=[{CHINESE}]点)[{DIGITS}]+)?)"
    # 一 by itself counts nothing.
    first = f"[0-9几数{CHINESE}](?:(?<!一)|(?=[0-9.,多余来几{CHINESE}\\-~—–至到]))"
    return re.compile(
        f"({first}{rest})(?:(?:[-~—–至到]{{1,2}}([0-9{CHINESE}]{rest}))?"
        f"({guarded('units', 'durations')}{_BESIDE})"
        f"((?:以上|以下|以内|左右|上下|{_MORE_THAN})?))?"
    )


@cache
def _qualifiers() -> dict[str, str]:
    return {word: bound for word, bound in rows("before-figures")}  # noqa: C416  rows of any length


def figures(reading: Reading) -> list[Proposal]:
    """Propose figures with a measure word: 62场, 近9万人次, 三十余家, 30至50名, 连续7年."""
    found = []
    for match in _pattern().finditer(reading.text):
        if match[3] is not None:
            proposal = _figure(reading, match)
            if proposal is not None:
                found.append(proposal)
    return _joined(reading, found)


def _joined(reading: Reading, found: list[Proposal]) -> list[Proposal]:
    """Return figures with those made one that are a range: 2800元至3500元."""
    text = reading.text
    whole: list[Proposal] = []
    for one in found:
        last = whole[-1] if whole else None
        if (
            last is not None
            and 1 <= one.start - last.end <= _LONGEST_LINK
            and text[last.end : one.start] in _LINKS
            and last.attributes.get("unit") == one.attributes.get("unit")
            and text[last.start - 1 : last.start] not in _FROM
        ):
            measures = measured(reading, last.start, one.end)
            value, unit = last.attributes["value"], str(last.attributes["unit"])
            attributes = _attributes(value, unit, "about", measures)
            whole[-1] = replace(last, end=one.end, attributes=attributes)
        else:
            whole.append(one)
    return whole


_LINKS = frozenset(["至", "到", "-", "—", "——", "~"])
_LONGEST_LINK = 2
# 从2000元到3000元: two figures.
_FROM = frozenset("从由自")


def _figure(reading: Reading, match: re.Match[str]) -> Proposal | None:
    """Return the metric that a figure is; ``None`` where it is none."""
    text = reading.text
    numeral, upper, unit, after = match.groups()
    start, end = match.span()
    if numeral[0] > "9":
        skipped = _OTHER_WORD.match(numeral)
        if skipped:
            start, numeral = start + skipped.end(), numeral[skipped.end() :]
    value = value_of(numeral) if len(numeral) <= _LONGEST_NUMERAL else None
    if not value and (value is None or numeral != "0"):
        return None
    first, qualifier, bound = start, "", ""
    if text[start - 1 : start] in _LAST:
        first, qualifier, bound = _qualified(text, start)
    bound = _bound(numeral, unit, after) or bound
    if not bound and (upper or (not numeral.isdecimal() and estimate(numeral))):
        bound = "about"
    own_unit = reading.plain.words(*match.span(3))
    if numeral[0] > "9" or not is_ordinary(text, start, first, end, unit):
        return _doubtful(
            Figure(start, end, numeral, value, unit, bound, first, reading), qualifier, own_unit
        )
    if reading.named.hold(start, end):
        return None
    attributes = _attributes(value, own_unit, bound, measured(reading, first, end))
    if unit == "%":
        return Proposal(first, end, KIND, attributes, *_percentage())
    reason = filled(tr("A figure with the measure word {unit}"), "unit", unit)
    return Proposal(first, end, KIND, attributes, 0.95, reason, "metric.figure")


def _bound(numeral: str, unit: str, after: str) -> str:
    """Return the bound that a figure itself says or what stands behind it; empty for none."""
    if after:
        return _AFTER[after]
    vague = "" if numeral.isdecimal() else _vague(numeral)
    return vague or ("over" if unit == _MONTHS_AND_MORE else "")


def _doubtful(figure: Figure, qualifier: str, unit: str) -> Proposal | None:
    """Return the metric of a figure that may be a trap; ``None`` where it is one.

    Args:
        figure: The figure.
        qualifier: What stands before it and says a bound.
        unit: Its measure word as the article writes it.
    """
    if figure.unit == _MONTHS_AND_MORE:
        figure.unit, unit = "个月", unit[0] + unit[-1]
    if is_trap(figure):
        return None
    first = figure.first
    if figure.before.endswith(_STREAK):
        first -= len(_STREAK)
    measures = measured(figure.reading, first, figure.end)
    attributes = _attributes(figure.value, unit, figure.bound, measures)
    return _proposal(figure, first, attributes, qualifier)


def _percentage() -> tuple[float, str, str]:
    return 0.97, tr("A percentage"), "metric.percent"


def _attributes(
    value: AttributeValue, unit: str, bound: str, measures: str
) -> dict[str, AttributeValue]:
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
        reason = filled(tr("A run of {unit}"), "unit", figure.unit)
    elif figure.is_small_word:
        rule, confidence = "metric.small-word", 0.7
        reason = filled(tr("A small numeral with the measure word {unit}"), "unit", figure.unit)
    elif figure.unit == "%":
        confidence, reason, rule = _percentage()
    elif figure.numeral[0] in CHINESE:
        rule, confidence = "metric.words", 0.88
        reason = filled(tr("A Chinese numeral with the measure word {unit}"), "unit", figure.unit)
    else:
        rule, confidence = "metric.figure", 0.95
        reason = filled(tr("A figure with the measure word {unit}"), "unit", figure.unit)
    return Proposal(first, figure.end, KIND, attributes, confidence, reason, rule)


def _qualified(text: str, start: int) -> tuple[int, str, str]:
    """Return where a figure begins with its qualifier, the qualifier and the bound it says."""
    if text[start - 1 : start] not in _LAST:
        return start, "", ""
    qualifiers = _qualifiers()
    for length in range(_LONGEST_QUALIFIER, 0, -1):
        word = text[max(0, start - length) : start]
        bound = qualifiers.get(word)
        if bound and len(word) == length:
            first = start - length
            if text[first - 1 : first] in _NO_QUALIFIER.get(word, ()):
                break
            if word == "上" and text[start] not in _ROUND:
                break
            return first, word, bound
    return start, "", ""


def _vague(numeral: str) -> str:
    if _MORE.isdisjoint(numeral):
        return "about" if "来" in numeral else ""
    return "over"


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
        if text.startswith("为", match.end()) and not _qualified(text, match.start())[1]:
            # 三成为: some word with 成为.
            continue
        more = _HALF if match[2] == "半" else value_of(match[2] or "0") or 0
        yield from _share(reading, match, (10 * (value_of(match[1]) or 0) + more, "%"))


def _around(text: str, word: str, pattern: re.Pattern[str], before: int) -> Iterator[re.Match[str]]:
    """Yield where a pattern matches about a word, up to so many characters before it."""
    at = text.find(word)
    while at >= 0:
        match = pattern.search(text, max(0, at - before), at + 12)
        reached = at + 1
        if match and match.start() < at:
            yield match
            reached = max(reached, match.end())
        at = text.find(word, reached)


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
    bound = _AFTER.get(after) or _vague(after) or bound
    attributes = _attributes(value, unit, bound, measured(reading, first, match.end()))
    reason = tr("A share of a whole")
    yield Proposal(first, match.end(), KIND, attributes, 0.9, reason, "metric.share")
