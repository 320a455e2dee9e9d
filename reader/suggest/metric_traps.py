"""Figures that are no metrics: ordinals, ranks, names, set phrases, frequencies, opening hours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.suggest.cues import alternation, cues, guarded, last_cue
from reader.suggest.numerals import CHINESE, estimate

if TYPE_CHECKING:
    from reader.suggest.reading import Reading

SMALL: Final = 10
"""A Chinese numeral up to this counts nothing by itself before a common measure word."""

Trap = Callable[["Figure"], bool]

_YEARS = range(1000, 3000)
_ORDINAL = re.compile(rf"(?:第[\d{CHINESE}]*[至到、-]?|[\d.a-z_/:+])$")
_ORDINAL_ENDS = frozenset("第至到、-_/:+.0123456789abcdefghijklmnopqrstuvwxyz") | set(CHINESE)
_COUNTED = frozenset(f"第0123456789{CHINESE}")
_LOOKED_AT = _ORDINAL_ENDS | set("每隔续前届")
_MEETING = re.compile("(?:全体)?(?:会议|全会|党代会|代表大会)")
_PHASE = re.compile("工程|项目|建设|改造")
_ALL_DAY = re.compile(
    "内|不间断|全天候|响应|供|受理|书[房吧店屋咖]|图书馆|便利店|药[店房]|微型消防站|不打烊|服务|热线|值班|值守|自助|在线|营业|开放|待命|轮班|无休"
)
_CIRCLE = re.compile("[^，。]{0,8}圈")
_SCORED = re.compile("得分|评分|测评|考核|满意度|总分|均分|分值|高分")
_MULTIPLIER = frozenset("十百千万亿佰仟拾")


@dataclass(slots=True)
class Figure:
    """A figure with its measure word, as the pattern found it.

    Attributes:
        start: Where the numeral begins in the plain form.
        end: Where the measure word (or what follows it) ends.
        numeral: The numeral, with 多 or 余.
        value: What it says.
        unit: The measure word.
        bound: What 近, 多, 以上 or the like say; empty where nothing does.
        first: Where its qualifier begins, or the numeral.
        reading: The text that it stands in.
        before: The clause before it and its qualifier, up to 16 characters.
    """

    start: int
    end: int
    numeral: str
    value: float
    unit: str
    bound: str
    first: int
    reading: Reading
    before: str = field(init=False)

    def __post_init__(self) -> None:
        """Look at what stands before it."""
        self.before = self.reading.clause_before(self.first)

    @property
    def is_small_word(self) -> bool:
        """Whether it is a Chinese numeral up to ten that says no bound."""
        return self.value <= SMALL and not self.bound and self.numeral[0] in CHINESE


def ordinal(figure: Figure) -> bool:
    """第七届, 第3至5批; a figure that goes on from letters or digits (G20, 8:30)."""
    before = figure.reading.text[figure.start - 1 : figure.start]
    if before not in _ORDINAL_ENDS:
        return False
    return _ORDINAL.search(figure.reading.text, max(0, figure.start - 6), figure.start) is not None


def rank(figure: Figure) -> bool:
    """前三名."""
    return figure.reading.text[figure.start - 1 : figure.start] == "前"


def meeting(figure: Figure) -> bool:
    """十四届三次会议: which one, not how many."""
    text = figure.reading.text
    if text[figure.start - 1 : figure.start] == "届":
        return True
    return figure.is_small_word and _MEETING.match(text, figure.end) is not None


def edition(figure: Figure) -> bool:
    """十四届 by itself: only behind 连续, 蝉联 or a verb of holding it is a count."""
    return not _HELD.search(figure.before)


_HELD = re.compile("(?:连续|蝉联|连任|举办|举行|办|开展|持续)了?$")


def phase(figure: Figure) -> bool:
    """三期工程: which one."""
    return figure.is_small_word and _PHASE.match(figure.reading.text, figure.end) is not None


def single(figure: Figure) -> bool:
    """一个, 一份."""
    return figure.numeral == "一"


def bare_multiplier(figure: Figure) -> bool:
    """百场, 万人: round words rather than results."""
    return not figure.bound and _MULTIPLIER.issuperset(figure.numeral) and figure.value > SMALL


def set_phrase(figure: Figure) -> bool:
    """三会一课, 千家万户."""
    return _phrases().match(figure.reading.text, figure.start) is not None


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(alternation("slogans"))


def name(figure: Figure) -> bool:
    """A figure within “” or 《》 that is a name, but for “连续三届文明单位”."""
    return not figure.before.endswith("连续") and figure.reading.named.hold(
        figure.start, figure.end
    )


def frequency(figure: Figure) -> bool:
    """每两周: how often, not how many."""
    return figure.before.endswith(("每", "每隔"))


def opening_hours(figure: Figure) -> bool:
    """24小时服务, 15分钟生活圈."""
    return not _is_done_within(figure) and (
        _ALL_DAY.match(figure.reading.text, figure.end) is not None
        or _CIRCLE.match(figure.reading.text, figure.end) is not None
    )


def duration(figure: Figure) -> bool:
    """三年, 六个月: only behind 历时, 连续 and the like they are the result."""
    if figure.unit == "年" and figure.value in _YEARS:
        return True
    if figure.before.endswith("连续") or last_cue(figure.before, "duration-cues"):
        return False
    text, end = figure.reading.text, figure.end
    if figure.before.endswith(("由", "从")) and _CHANGED.match(text, end):
        return False
    return not _is_done_within(figure)


def _is_done_within(figure: Figure) -> bool:
    """Return whether something was done within a time: 40分钟内集结280人."""
    text, end = figure.reading.text, figure.end
    if figure.unit not in _SHORT or figure.value in _DAYS or not text.startswith("内", end):
        return False
    return not _RULE.search(figure.before) and not _DUTY.match(text, end + 1)


# 由3天压减至0.5天.
_CHANGED = re.compile("[压缩减降延][减短缩少低长]?[至到为]")
_SHORT = frozenset(["分钟", "小时", "个小时"])
_DAYS = frozenset([24, 48, 72])
_RULE = re.compile("[将应须每]|必须|力争|确保|承诺|要求|争取|不超过")
_DUTY = re.compile("[，,。；]|必须|应|可|响应|受理|办结|到达|到场|反馈|回复|处置|解决|的|生活")


def mark(figure: Figure) -> bool:
    """一等奖 is 分 nowhere: points count where something is scored."""
    return "." not in figure.numeral and not _SCORED.search(figure.before)


def small_word(figure: Figure) -> bool:
    """三个, 两位, 五六趟: without a verb that counts they are ways of speaking."""
    spoken = figure.value <= SMALL and estimate(figure.numeral) is not None
    if not (figure.is_small_word or spoken):
        return False
    if figure.unit not in cues("weak-units"):
        return False
    if _abstract().match(figure.reading.text, figure.end):
        return True
    if figure.unit == "次" and _WON.match(figure.reading.text, figure.end):
        return False
    return not last_cue(figure.before, "counting-verbs", reach=6)


@cache
def _abstract() -> re.Pattern[str]:
    return re.compile(f"[^，。、;:]{{0,4}}?{guarded('abstract-nouns')}")


# 四次获评.
_WON = re.compile("(?:获|荣获|被评|入选|登上|夺|摘|捧|当选)")


def aspect(figure: Figure) -> bool:
    """6个方面: how a speech is divided."""
    return figure.reading.text.startswith(_ASPECTS, figure.end)


_ASPECTS = ("方面", "层面", "维度", "阶段", "步骤")
_ALL: Final[tuple[Trap, ...]] = (ordinal, frequency, name)
_WORDS: Final[tuple[Trap, ...]] = (single, small_word, bare_multiplier, set_phrase)
_UNITS: Final[dict[str, tuple[Trap, ...]]] = {
    "届": (edition,),
    "次": (meeting,),
    "期": (phase,),
    "分": (mark,),
    "小时": (opening_hours,),
    **dict.fromkeys("名位家所", (rank,)),
    "个": (rank, aspect),
}


@cache
def _traps(unit: str) -> tuple[Trap, ...]:
    """Return the traps for a measure word: a figure of most is asked few questions."""
    lasts = (duration, opening_hours) if unit in cues("durations") else ()
    return (*lasts, *_UNITS.get(unit, ()), *_ALL)


def is_ordinary(text: str, start: int, first: int, end: int, unit: str) -> bool:
    """Return whether a figure that begins with a digit is no trap but, perhaps, a name.

    Most are: nothing stands before them that some trap looks at, and their measure word has no
    trap of its own but those that look before it or at Chinese numerals.

    Args:
        text: The plain form.
        start: Where the numeral begins.
        first: Where its qualifier does.
        end: Where its measure word ends.
        unit: The measure word.
    """
    if unit in _special_units():
        return False
    last = text[start - 1 : start]
    if last in _LOOKED_AT and not (last in "到至" and text[start - 2 : start - 1] not in _COUNTED):
        return False
    if first < start and text[first - 1 : first] in _LOOKED_AT:
        return False
    return unit != "个" or not text.startswith(_ASPECTS, end)


@cache
def _special_units() -> frozenset[str]:
    """Return the measure words with traps that look further than one character."""
    return cues("durations") | {"届", "分", "小时"}


def is_trap(figure: Figure) -> bool:
    """Return whether a figure is no metric."""
    if figure.numeral[0] in CHINESE:
        for trap in _WORDS:
            if trap(figure):
                return True
    for trap in _traps(figure.unit):  # noqa: SIM110  several times as quick as any()
        if trap(figure):
            return True
    return False
