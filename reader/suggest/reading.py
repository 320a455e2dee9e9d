"""A text as rules read it: its plain form, what is quoted in it, what is not to be read at all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reader.suggest.plain import Plain
from reader.suggest.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BREAKS: Final = "，,。!?;:、…\n“”‘’《》()—"
"""What ends a clause, in the plain form."""

_BREAK = re.compile(f"[{re.escape(BREAKS)}]")
_SENTENCE_END = re.compile("[。!?\n]")
# A scanner doubles the glyphs of a bold caption, its punctuation too: 送温暖送温暖，，
_MARKS = "，。、“”《》·:"
_DOUBLED_MARK = re.compile(f"([{_MARKS}])\\1+")
_DOUBLED = re.compile("([^，。、\n]{2,24}?)\\1")
_AROUND = 60
_YEAR = re.compile("(?:19|20)\\d\\d年")
_YEAR_LENGTH = len("2024年")
_BOOK = re.compile("《[^《》\n]{1,60}》")


def clause_end(text: str, at: int, reach: int) -> int:
    """Return where the clause ends that goes on at a place; ``reach`` characters on at most."""
    found = _BREAK.search(text, at, at + reach)
    return found.start() if found else min(len(text), at + reach)


class Ranges:
    """Stretches of a text that do not overlap, in order."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Unite ``ranges``."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        starts, ends = self._starts, self._ends
        reached = -1
        for start, end in sorted(ranges):
            if start > reached:
                starts.append(start)
                ends.append(end)
                reached = end
            elif end > reached:
                ends[-1] = reached = end

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self._starts)

    def hold(self, start: int, end: int) -> bool:
        """Return whether a stretch has a character in one of them."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


class Reading:
    """A text, read once for all rules.

    Attributes:
        plain: Its plain form with the way back to the source.
        text: The characters of the plain form; all places of rules are places in it.
    """

    __slots__ = ("__dict__", "plain", "text")

    def __init__(self, source: str) -> None:
        """Read a text."""
        self.plain = Plain(source)
        self.text = self.plain.text

    @cached_property
    def quotes(self) -> Sequence[Quote]:
        """What is in quotation marks, in order of where it begins."""
        return find_quotes(self.text)

    @cached_property
    def doubled(self) -> Ranges:
        """Captions whose characters a scanner doubled."""
        return Ranges(_doubled(self.text))

    @cached_property
    def named(self) -> Ranges:
        """Titles in 《》 and short quotations that say no sentence: figures there are names."""
        text = self.text
        names = [(one.start, one.end) for one in self.quotes if not one.is_speech]
        if "《" in text:
            names += [match.span() for match in _BOOK.finditer(text)]
        return Ranges(names)

    def clause_before(self, at: int, reach: int = 16) -> str:
        """Return up to ``reach`` characters before a place, back to the last punctuation."""
        stretch = self.text[max(0, at - reach) : at]
        # From its end: the search for one of many characters skips to the next.
        last = _BREAK.search(stretch[::-1])
        return stretch[len(stretch) - last.start() :] if last else stretch

    def year_before(self, start: int, end: int) -> int | None:
        """Return the year named in a stretch, or else the last before it in its sentence."""
        places, years = self._years
        index = bisect_left(places, start)
        if index < len(places) and places[index] + _YEAR_LENGTH <= end:
            return years[index]
        index = bisect_right(places, start - _YEAR_LENGTH)
        if index and places[index - 1] >= self.sentence_start(start):
            return years[index - 1]
        return None

    @cached_property
    def _years(self) -> tuple[Sequence[int], Sequence[int]]:
        found = list(_YEAR.finditer(self.text))
        return [one.start() for one in found], [int(one[0][:-1]) for one in found]

    def sentence_start(self, at: int) -> int:
        """Return where the sentence of a place begins."""
        ends = self._sentence_ends
        index = bisect_left(ends, at)
        return ends[index - 1] + 1 if index else 0

    @cached_property
    def _sentence_ends(self) -> Sequence[int]:
        return [match.start() for match in _SENTENCE_END.finditer(self.text)]


def _doubled(text: str) -> Iterator[tuple[int, int]]:
    """Yield what is said twice near a mark that is: a stretch near several is looked at once."""
    marks = [match.span() for match in _DOUBLED_MARK.finditer(text)]
    while marks:
        first, last = marks.pop()
        while marks and marks[-1][1] + _AROUND >= first - _AROUND:
            first = marks.pop()[0]
        for found in _DOUBLED.finditer(text, max(0, first - _AROUND), last + _AROUND):
            yield found.span()
