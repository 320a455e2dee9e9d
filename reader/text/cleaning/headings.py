"""Headings whose letters are set apart: 厦 门 市."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.language import mark
from reader.text.cleaning.cleanup import Cleanup, CleanupKind
from reader.text.span import Span
from reader.text.wrapping import HAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REASON: Final = mark("The letters of a heading are set apart")
_SPACE: Final = "[ \u00a0\u2002\u2003\u3000]"
_SPACED: Final = re.compile(
    f"^{_SPACE}*(?P<dash>[—－-]{{1,2}}{_SPACE}?)?"
    f"(?P<letters>[{HAN}](?:{_SPACE}{{1,3}}[{HAN}])+){_SPACE}*$",
    re.MULTILINE,
)
_GAP: Final = re.compile(f"{_SPACE}+")
# Two letters are more often a list of two, a name or a pair than a heading.
_PAIRS: Final = frozenset(
    re.findall(
        "..",
        "目录目錄前言序言引言导言導言摘要附录附錄后记後記编后編後结语結語尾声尾聲公告通知"
        "通报通報决定決定声明聲明简介簡介简报簡報提纲提綱正文社论社論述评述評",
    )
)
# Letters that stand apart because they are a list.
_LISTED: Final = (
    frozenset("一二三四五六七八九十百千万〇零"),
    frozenset("甲乙丙丁戊己庚辛壬癸"),
    frozenset("子丑寅卯辰巳午未申酉戌亥"),
    frozenset("东南西北中上下左右前后東後内外內"),
    frozenset("春夏秋冬"),
    frozenset("金木水火土日月"),
    frozenset("红橙黄绿青蓝紫黑白灰紅黃綠藍"),
    frozenset("是否有无無优良中差男女对错對錯"),
    frozenset("梅兰竹菊蘭"),
    frozenset("赵钱孙李周吴郑王趙錢孫吳鄭"),
    frozenset("鼠牛虎兔龙蛇马羊猴鸡狗猪龍馬雞豬"),
)
SURE: Final = 4
"""Letters set apart that are a heading by themselves; fewer may begin one that goes on below."""
_LETTER: Final = re.compile(f"[{HAN}]")


def letters_in(text: str, span: Span) -> int:
    """Return how many letters a heading has, without dashes and gaps."""
    return len(_LETTER.findall(text, span.start, span.end))


def headings(text: str) -> Iterator[Cleanup]:
    """Yield the headings whose letters are set apart, in order."""

    @cache
    def pairs() -> frozenset[str]:
        # Looked through once, however many headings ask; most texts have none that does.
        return frozenset(map("".join, pairwise(text)))

    for found in _SPACED.finditer(text):
        letters = _GAP.sub("", found["letters"])
        if _is_heading(letters, pairs):
            start = found.start("dash") if found["dash"] else found.start("letters")
            span = Span(start, found.end("letters"))
            gaps = tuple(Span(*gap.span()) for gap in _GAP.finditer(text, span.start, span.end))
            yield Cleanup(CleanupKind.HEADINGS, span, gaps, REASON)


def _is_heading(letters: str, pairs: Callable[[], frozenset[str]]) -> bool:
    """Return whether letters set apart are words and not a list of letters."""
    if len(letters) == len("目录"):
        return letters in _PAIRS
    if any(listed.issuperset(letters) for listed in _LISTED) or len(set(letters)) == 1:
        return False
    # Words that the text has elsewhere too; a long row of letters is no list of anything else.
    return len(letters) >= SURE or not pairs().isdisjoint((letters[:2], letters[-2:]))
