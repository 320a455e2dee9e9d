"""A source text as the paragraphs that a reader sees."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from operator import sub
from typing import TYPE_CHECKING

from reader.text.cutting import last_cut
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Whatever ends a line, as Unicode counts it (UAX 14)."""

_RARE = "\x0b\x0c\x85\u2028\u2029"
_NEWLINE = re.compile("\n")
_PAIR = re.compile("\r\n")
# What is looked through at once at least: several screens, in a fraction of a millisecond.
_STRETCH = 16_384
# A layout costs time in proportion to its paragraph, so a longer one is shown
# in pieces; each is cut after the end of a sentence where there is one, and never
# inside a word that a view may replace.
LONGEST = 2000
"""Length of the longest paragraph, in code points, but for a text of nothing but regional words."""
_PIECE_END = re.compile("[。！？；][”’」』）]*")
_TITLE_LENGTH = 80


class Paragraphs:
    """Where each paragraph of a text lies. Offsets are code points.

    A line end belongs to no paragraph's span: it lies between two. A paragraph of
    over 2,000 code points is several here; the later pieces are ``continued``.

    They are found from the beginning, as far as somebody asks: the first screen of
    ten million code points does not wait for the rest. To ask for their number is
    to ask for all.
    """

    __slots__ = ("_continued", "_ends", "_reached", "_starts", "_text", "length")

    def __init__(self, text: str, reach: int | None = None) -> None:
        """Find the paragraphs of ``text``; an empty text has one, which is empty.

        Args:
            text: The text.
            reach: Up to where paragraphs are found at first; ``None`` for all.
        """
        self.length = len(text)
        self._text = text
        self._starts = array("q")
        self._ends = array("q")
        self._continued: set[int] = set()
        # Where begins what is not found yet; past the end when nothing is left.
        self._reached = 0
        self.find(self.length if reach is None else reach)

    @property
    def complete(self) -> bool:
        """Whether all are found."""
        return self._reached > self.length

    @property
    def reached(self) -> int:
        """Up to where they are found."""
        return min(self._reached, self.length)

    @property
    def found(self) -> int:
        """The number of those that are found."""
        return len(self._starts)

    def find(self, reach: int) -> None:
        """Find the paragraphs that begin at or before an offset, and some after it."""
        stretch = _STRETCH
        while self._reached <= min(reach, self.length):
            before = self._reached
            self._find_lines(max(reach, before + stretch))
            # Words that go on one into the other for longer than a stretch.
            stretch = _STRETCH if self._reached > before else 2 * stretch

    def _find_lines(self, stop: int) -> None:
        """Add the lines from where they are found to an offset, or to the end of the text."""
        text, start = self._text, self._reached
        stop = min(stop, self.length)
        if text[stop - 1 : stop + 1] == "\r\n":
            stop += 1
        found = list(_line_end(text, start, stop).finditer(text, start, stop))
        starts = [start, *(match.end() for match in found)]
        ends = [match.start() for match in found]
        rest = starts.pop()
        if ends and max(map(sub, ends, starts)) > LONGEST:
            for line in zip(starts, ends, strict=True):
                self._add_line(*line)
        else:
            self._starts.extend(starts)
            self._ends.extend(ends)
        if stop == self.length:
            self._add_line(rest, stop)
            self._reached = self.length + 1
        else:
            self._reached = self._add_pieces(rest, stop)

    def _add_line(self, start: int, end: int) -> None:
        start = self._add_pieces(start, end)
        self._starts.append(start)
        self._ends.append(end)

    def _add_pieces(self, start: int, end: int) -> int:
        """Cut pieces off the beginning of a line that is too long; return where its rest begins.

        Where the line goes on beyond ``end``, the pieces are the same.
        """
        while end - start > LONGEST:
            match = _PIECE_END.search(self._text, start + LONGEST // 2, start + LONGEST)
            cut = match.end() if match else last_cut(self._text, start, start + LONGEST, end)
            if cut == end:
                break
            self._starts.append(start)
            self._ends.append(cut)
            self._continued.add(len(self._starts))
            start = cut
        return start

    def __len__(self) -> int:
        """Number of paragraphs."""
        self.find(self.length)
        return len(self._starts)

    def has(self, index: int) -> bool:
        """Return whether there are more paragraphs than ``index``; it does not ask for all."""
        while index >= len(self._starts) and not self.complete:
            self.find(self._reached)
        return index < len(self._starts)

    def __getitem__(self, index: int) -> Span:
        """Return the span of a paragraph, without its line end.

        Raises:
            IndexError: If there are not so many.
        """
        if not (index >= 0 and self.has(index)):
            msg = f"there is no paragraph {index}"
            raise IndexError(msg)
        return Span(self._starts[index], self._ends[index])

    def __iter__(self) -> Iterator[Span]:
        """Yield each paragraph's span."""
        self.find(self.length)
        return map(Span, self._starts, self._ends)

    def lengths(self, first: int = 0) -> Iterator[int]:
        """Yield the length in code points of each paragraph that is found, from ``first`` on."""
        return map(sub, self._ends[first:], self._starts[first:])

    def continued(self, index: int) -> bool:
        """Return whether a paragraph is a later piece of a long one."""
        self.has(index)
        return index in self._continued

    def index_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds ``offset``.

        A line end belongs to the paragraph that it ends.
        """
        self.find(offset)
        return max(0, bisect_right(self._starts, offset) - 1)

    def overlapping(self, span: Span) -> range:
        """Return the indices of the paragraphs from the span's start to its end."""
        return range(self.index_at(span.start), self.index_at(span.end) + 1)


def _line_end(text: str, start: int, stop: int) -> re.Pattern[str]:
    """Return what finds the line ends in a stretch of a text, the fastest that finds all of them.

    To look for each character first is several times faster than to look for any of them.
    """
    if any(text.find(character, start, stop) >= 0 for character in _RARE):
        return LINE_END
    if text.find("\r", start, stop) < 0:
        return _NEWLINE
    pairs = text.count("\r\n", start, stop)
    alone = text.count("\r", start, stop) > pairs or text.count("\n", start, stop) > pairs
    return LINE_END if alone else _PAIR


def first_line(text: str) -> str:
    """Return the first line that is not empty, without Markdown marks, 80 code points at most."""
    for line in LINE_END.split(text):
        title = line.strip().lstrip("#").strip()
        if title:
            return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"
    return ""
