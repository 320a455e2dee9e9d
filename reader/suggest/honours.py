"""Honours: titles behind verbs of awarding, and titles that stand by themselves."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.suggest.cues import alternation, cues, last_cue, rows
from reader.suggest.numerals import CHINESE
from reader.suggest.reasons import filled
from reader.suggest.suggestion import Proposal
from reader.suggest.titles import Title, has_mark, looks_like_title, titles_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import AttributeValue
    from reader.suggest.reading import Reading

KIND: Final = "honour"
AWARDED: Final = "awarded"
CANDIDATE: Final = "candidate"

# Between the verb and the title: 蝉联四届, 获得了.
_SKIPPED = re.compile(rf"了?(?:连续)?(?:(?:[{CHINESE}]+|\d{{1,2}})(?:届|次|年(?!度)|项|个|枚))?的?")
_SKIPPED_FIRST = frozenset(f"了连的0123456789{CHINESE}")
_GIVEN_REACH = 40
_GIVEN = re.compile("([^，。;:!?“”\n]{2,30}?)(?:联合)?(?:授予|颁发|评选|评定|表彰|命名|颁授)的")
_GIVER = re.compile("[被由经获]([^，。;:!?“”\n]{2,24}?)(?:联合)?$")
# 成为…培育对象 is the only way in which 成为 says an honour.
_BECOMES = re.compile(
    "(?:成为|列入)([^，。;:!?“”\n]{4,30}?)(?=[培创候提])(培育对象|培育单位|创建对象|候选[对单]?[象位]?|提名)"
)
_CALLED = re.compile("”(?:称号|荣誉称号|牌匾|奖牌|这[份块张一个项]|的?(?:金字)?招牌|的?荣誉)")
_MARK_OR_END = re.compile("[”\n]")
_HELD_SHORTEST, _HELD_LONGEST = 3, 30
_AS = re.compile("(?:作为|身为)([^，。;:!?“”\n、的]{4,20})(?=[，,、])")


@cache
def _triggers() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    return (
        re.compile(alternation("honour-triggers")),
        {trigger: tuple(notes) for trigger, *notes in rows("honour-triggers")},
    )


_RANKS = ("位居", "位列", "名列", "排名", "排在")
_RANKED = re.compile(
    "[居列在]?((?:全[国省市县区州球]|世界|亚洲)[^，,。;:!?“”\n、第]{0,8}"
    f"第[{CHINESE}\\d]+位?)(?![届批次期个条项名])"
)
_AIMS = ("力争", "争取", "有望", "努力", "冲刺", "争", "能否", "拟", "计划")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(alternation("bare-titles"))


def honours(reading: Reading) -> list[Proposal]:
    """Propose the honours of a text."""
    found = [
        *awarded(reading),
        *ranked(reading),
        *becoming(reading),
        *held(reading),
        *bare(reading),
    ]
    seen: dict[tuple[int, int], Proposal] = {}
    for one in reversed(found):
        seen[one.start, one.end] = one
    return list(seen.values())


def awarded(reading: Reading) -> list[Proposal]:
    """Propose what stands behind a verb of awarding: 荣获“…”称号, 获评…、…等荣誉."""
    pattern, notes = _triggers()
    text = reading.text
    found: list[Proposal] = []
    reached = 0
    behind = tr("Behind “{verb}”")
    for match in pattern.finditer(text):
        start, at = match.span()
        if start < reached or text.endswith(_AIMS, max(0, start - 2), start):
            continue
        if text[at : at + 1] in _SKIPPED_FIRST:
            skipped = _SKIPPED.match(text, at)
            at = skipped.end() if skipped else at
        # Few sentences say who gives it there: …授予的.
        giver = _GIVEN.match(text, at) if text.find("的", at, at + _GIVEN_REACH) >= 0 else None
        trigger = match[0]
        if trigger == "获评" and text.startswith("审", at):
            # 获 评审团特别奖.
            trigger, at = "获", at - 1
        kinds = notes[trigger]
        weak = "weak" in kinds
        titles = titles_from(reading, giver.end() if giver else at, weak=weak)
        if not titles:
            continue
        if not titles[0].quoted and pattern.search(text, titles[0].start, titles[0].end):
            # 获…评为 “…”: the second verb has the title.
            continue
        awarder = giver.span(1) if giver else _giver(text, start)
        reason = filled(behind, "verb", trigger)
        for title in titles:
            candidate = "candidate" in kinds or title.is_candidate
            confidence = 0.75 if weak and not title.quoted else 0.9
            found.append(
                _proposal(reading, title, reason, "honour.verb", confidence, candidate, awarder)
            )
        reached = titles[-1].end
    return found


def _giver(text: str, verb: int) -> tuple[int, int] | None:
    """Return who awards, where 被…授予 says it."""
    start = max(0, verb - 30)
    at = -1
    # 被… and the like is looked for from the verb back: the last of them is meant.
    for word in "被由经获":
        at = max(at, text.rfind(word, start, verb))
    giver = _GIVER.match(text, at, verb) if at >= 0 else None
    return giver.span(1) if giver else None


def ranked(reading: Reading) -> list[Proposal]:
    """Propose places in a ranking: 位居全市第二, 名列全省第一位."""
    reason = tr("A place in a ranking")
    found = []
    for word in _RANKS:
        at = reading.text.find(word)
        while at >= 0:
            match = _RANKED.match(reading.text, at + len(word))
            if match:
                title = Title(*match.span(1), quoted=False, tail="")
                found.append(_proposal(reading, title, reason, "honour.rank", 0.7))
            at = reading.text.find(word, at + len(word))
    return found


def becoming(reading: Reading) -> list[Proposal]:
    """Propose what a body is named a candidate for: 成为…培育对象."""
    if "成为" not in reading.text and "列入" not in reading.text:
        return []
    reason = tr("Before “{word}”")
    return [
        _proposal(
            reading,
            Title(*match.span(1), quoted=False, tail=match[2]),
            reason.format(word=match[2]),
            "honour.candidate",
            0.9,
            candidate=True,
        )
        for match in _BECOMES.finditer(reading.text)
        if has_mark(match[1])
    ]


def held(reading: Reading) -> list[Proposal]:
    """Propose titles that are spoken of as held: 面对“…”这块牌匾, 作为….."""
    found = []
    reason = tr("A title that is spoken of as held")
    for at, start, end in [*_called(reading.text), *_acting(reading.text)]:
        if looks_like_title(reading.text[start:end]):
            before = reading.clause_before(at)
            if not last_cue(before, "title-goals", reach=5):
                title = Title(start, end, quoted=False, tail="")
                found.append(_proposal(reading, title, reason, "honour.held", 0.75))
    return found


def _called(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the quotations before 称号 and the like: where the mark, the words, their end are."""
    reached = 0
    for match in _CALLED.finditer(text):
        end = match.start()
        start = text.rfind("“", max(reached, end - _HELD_LONGEST - 1), end) + 1
        if start and end - start >= _HELD_SHORTEST and not _MARK_OR_END.search(text, start, end):
            yield start - 1, start, end
            reached = match.end()


def _acting(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield what stands behind 作为: where that begins, where the words begin and end."""
    if "作为" in text or "身为" in text:
        for match in _AS.finditer(text):
            yield match.start(), *match.span(1)


def bare(reading: Reading) -> list[Proposal]:
    """Propose titles that end as only titles do: …先进单位."""
    found = []
    for match in _bare().finditer(reading.text):
        before = reading.clause_before(match.start(), 20)
        start = match.start() - len(before)
        longest = 18 if _BEGINS.match(before) else 10
        if not 2 <= len(before) <= longest or before.startswith(tuple(cues("title-goals"))):
            continue
        if _NAMES_OTHERS.search(before) or _GOES_ON.match(reading.text, match.end()):
            continue
        title = Title(start, match.end(), quoted=False, tail="")
        reason = filled(tr("A title by how it ends: {words}"), "words", match[0])
        found.append(_proposal(reading, title, reason, "honour.bare", 0.6))
    return found


_BEGINS = re.compile("\\d{4}年|[全省市县区第]")
_NAMES_OTHERS = re.compile(
    "(?:争创|争当|争做|表彰|评选|推荐|被|了|为|获|是|和|等|的)"
    "(?:全国|全省|全市|全县|全区|省级?|市级?|县级?|区级?)?$"
)
_GOES_ON = re.compile("(?:创建|评选|评比|标准|考核|的)")


def _proposal(
    reading: Reading,
    title: Title,
    reason: str,
    rule: str,
    confidence: float,
    candidate: bool = False,
    awarder: tuple[int, int] | None = None,
) -> Proposal:
    attributes: dict[str, AttributeValue] = {
        "title": reading.plain.words(title.start, title.end),
    }
    if awarder is not None:
        attributes["awarded_by"] = reading.plain.words(*awarder)
    year = reading.year_before(title.start, title.end)
    if year is not None:
        attributes["year"] = year
    attributes["status"] = CANDIDATE if candidate else AWARDED
    return Proposal(title.start, title.end, KIND, attributes, confidence, reason, rule)
