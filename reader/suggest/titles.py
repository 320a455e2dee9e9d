"""What a title looks like, and what in a stretch of text is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.suggest.cues import alternation, cues, guarded, last_cue
from reader.suggest.numerals import CHINESE

if TYPE_CHECKING:
    from reader.suggest.reading import Reading

LONGEST: Final = 40
"""Characters of a title at most."""

# A stretch without punctuation but for quotations and books in the middle of it.
_STRETCH = re.compile(
    "(?:\\d{4}[—~-]{1,2}\\d{4}|[^，,。;:!?…\n、“”‘’《》()—]|“[^“”\n]{1,30}”|《[^《》\n]{1,30}》)+"
)
_QUOTES = re.compile("(?:“[^“”\n]{1,30}”)+")
_QUOTE = re.compile("“([^“”\n]{1,30})”")
# 授予20名同志“…”: who gets the title stands before it.
_RECEIVED = re.compile(
    ".*(?:名|位|人|同志|个|家|支|户|间|所|篇|等|为|给|单位|集体|村|镇|颁发|颁授|授予|颁赠)$"
)
# What certainly ends a stretch; so does the end of the text.
_ENDS = frozenset(["", *"，,。;:!?…\n、"])
_BETWEEN = re.compile("(?:、|和|与|及|以及)")


@dataclass(slots=True)
class Title:
    """A title, as a stretch of the plain form.

    Attributes:
        start: Where it begins.
        end: Where it ends, exclusive.
        quoted: Whether it is all that stands in quotation marks.
        tail: What follows it, such as 称号 or 培育对象; empty where nothing does.
    """

    start: int
    end: int
    quoted: bool
    tail: str

    @property
    def is_candidate(self) -> bool:
        """Whether what follows says that it is not held yet."""
        return self.tail in cues("title-candidates")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(alternation("title-marks"))


@cache
def _whole() -> re.Pattern[str]:
    """Matches the shortest beginning of a stretch that is a title with what follows it."""
    ends, tails = guarded("title-ends"), alternation("title-tails")
    return re.compile(
        f"(.{{1,39}}?{ends}”?)(?:({tails})|(?=和|与|及|以及|[两{CHINESE}\\d]+[块项个枚]|$))"
    )


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(alternation("title-tails"))


def has_mark(words: str) -> bool:
    """Return whether words hold a level, an edition or praise, as titles do."""
    return _marks().search(words) is not None


def looks_like_title(words: str) -> bool:
    """Return whether words have what a title has and end as one."""
    return has_mark(words) and last_cue(words, "title-ends") != ""


def titles_from(reading: Reading, at: int, *, weak: bool) -> list[Title]:
    """Return the titles that are listed from a place on.

    Args:
        reading: The text.
        at: A place in its plain form, behind a verb of awarding.
        weak: Whether a quotation must look like a title too.
    """
    found: list[Title] = []
    while True:
        listed = _listed(reading.text, at, weak=weak)
        if not listed:
            return found
        found += listed
        joint = _BETWEEN.match(reading.text, listed[-1].end + listed[-1].quoted)
        if joint is None:
            return found
        at = joint.end()


def _listed(text: str, at: int, *, weak: bool) -> list[Title]:
    """Return the titles of a stretch: one, or several quotations one after another."""
    last = at + LONGEST + 20
    quotes = _QUOTES.match(text, at) if text[at : at + 1] == "“" else None
    if quotes is not None:
        tail = _tail().match(text, quotes.end(), last)
        if tail or text[quotes.end() : quotes.end() + 1] in _ENDS:
            return _quoted(text, quotes, tail[0] if tail else "", weak=weak)
    stretch = _STRETCH.match(text, at, last)
    if stretch is None:
        return []
    words = stretch[0]
    if quotes is not None:
        rest = text[quotes.end() : stretch.end()]
        if rest and not _BETWEEN.match(rest):
            whole = _whole().match(words)
            if whole and quotes[0].count("“") == 1 and has_mark(whole[1]):
                return [Title(at, at + whole.end(1), False, whole[2] or "")]
            if weak and not looks_like_title(quotes[0][:-1]):
                # 获得“…”支持: the name of something else.
                return []
        return _quoted(text, quotes, "", weak=weak)
    inside = _QUOTE.search(words) if "“" in words else None
    if inside and _RECEIVED.match(words, 0, inside.start()):
        start, end = inside.span(1)
        return [Title(at + start, at + end, True, "")]
    whole = _whole().match(words) or (None if weak else _open().match(words))
    if whole is None or not (has_mark(whole[1]) or (whole[2] in _SURE and not weak)):
        return []
    if _POST.search(whole[1]):
        return []
    return [Title(at, at + whole.end(1), False, whole[2] or "")]


def _quoted(text: str, quotes: re.Match[str], tail: str, *, weak: bool) -> list[Title]:
    """Return the quotations that are titles: weak ones have a mark or what follows titles."""
    return [
        Title(one.start(1), one.end(1), True, tail)
        for one in _QUOTE.finditer(text, quotes.start(), quotes.end())
        if not weak or has_mark(one[1]) or tail in _SURE
    ]


# 当选…委员 is an election.
_POST = re.compile("(?<!优秀)(?:政协|人大|党委|党)?(?:委员|代表|主席|主任|会长|理事|书记)$")


@cache
def _open() -> re.Pattern[str]:
    """Matches a stretch of any ending, up to what follows a title or to its end."""
    return re.compile(f"(.{{3,24}}?)(?:({guarded('title-tails')})|$)")


_SURE = frozenset(
    {"称号", "荣誉称号", "光荣称号", "荣誉", "殊荣", "牌匾", "匾牌", "奖牌", "锦旗", "名单"}
)
