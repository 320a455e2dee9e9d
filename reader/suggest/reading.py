"""A text as rules read it: its plain form, what is quoted in it, what is not to be read at all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reader.suggest.plain import Plain
from reader.suggest.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BREAKS: Final = "，,。!?;:、…\n“”‘’《》()—"
"""What ends a clause, in the plain form."""

_TO_LAST_BREAK = re.compile(f".*[{re.escape(BREAKS)}]", re.DOTALL)
_TO_BREAK = re.compile(f"[^{re.escape(BREAKS)}]*")
_SENTENCE_END = re.compile("[。!?\n]")
# A scanner doubles the glyphs of a bold caption, its punctuation too: 送温暖送温暖，，
_MARKS = "，。、“”《》·:"
_DOUBLED_MARK = re.compile(f"([{_MARKS}])\\1")
_DOUBLED = re.compile("([^，。、\n]{2,24}?)\\1")
_AROUND = 60
_BOOK = re.compile("《[^《》\n]{1,60}》")


class Ranges:
    """Stretches of a text that do not overlap, in order."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Unite ``ranges``."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

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
        books = (match.span() for match in _BOOK.finditer(text)) if "《" in text else ()
        names = ((one.start, one.end) for one in self.quotes if one.is_short and not one.is_speech)
        return Ranges([*books, *names])

    def clause_before(self, at: int, reach: int = 16) -> str:
        """Return up to ``reach`` characters before a place, back to the last punctuation."""
        stretch = self.text[max(0, at - reach) : at]
        last = _TO_LAST_BREAK.match(stretch)
        return stretch[last.end() :] if last else stretch

    def clause_after(self, at: int, reach: int = 16) -> str:
        """Return up to ``reach`` characters from a place on, as far as the next punctuation."""
        found = _TO_BREAK.match(self.text, at, at + reach)
        return found[0] if found else ""

    def sentence_start(self, at: int) -> int:
        """Return where the sentence of a place begins."""
        ends = self._sentence_ends
        index = bisect_left(ends, at)
        return ends[index - 1] + 1 if index else 0

    @cached_property
    def _sentence_ends(self) -> Sequence[int]:
        return [match.start() for match in _SENTENCE_END.finditer(self.text)]


def _doubled(text: str) -> Iterable[tuple[int, int]]:
    # To look for each pair is several times as quick as to look for any of them.
    if not any(mark + mark in text for mark in _MARKS):
        return
    for mark in _DOUBLED_MARK.finditer(text):
        start = max(0, mark.start() - _AROUND)
        for found in _DOUBLED.finditer(text, start, mark.end() + _AROUND):
            yield found.span()
