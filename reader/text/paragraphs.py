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

_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
# What str.splitlines takes for line ends besides.
_SEPARATORS = "\x1c\x1d\x1e"
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
    """

    __slots__ = ("_continued", "_ends", "_starts", "length")

    def __init__(self, text: str) -> None:
        """Find the paragraphs of ``text``; an empty text has one, which is empty."""
        self.length = len(text)
        self._starts = array("q")
        self._ends = array("q")
        self._continued: set[int] = set()
        done = 0
        for end, following in _line_ends(text):
            self._add_line(text, done, end)
            done = following
        self._add_line(text, done, len(text))

    def _add_line(self, text: str, start: int, end: int) -> None:
        while end - start > LONGEST:
            match = _PIECE_END.search(text, start + LONGEST // 2, start + LONGEST)
            cut = match.end() if match else last_cut(text, start, start + LONGEST, end)
            if cut == end:
                break
            self._starts.append(start)
            self._ends.append(cut)
            self._continued.add(len(self._starts))
            start = cut
        self._starts.append(start)
        self._ends.append(end)

    def __len__(self) -> int:
        """Number of paragraphs."""
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        """Return the span of a paragraph, without its line end."""
        return Span(self._starts[index], self._ends[index])

    def __iter__(self) -> Iterator[Span]:
        """Yield each paragraph's span."""
        return map(Span, self._starts, self._ends)

    def lengths(self) -> Iterator[int]:
        """Yield each paragraph's length in code points."""
        return map(sub, self._ends, self._starts)

    def continued(self, index: int) -> bool:
        """Return whether a paragraph is a later piece of a long one."""
        return index in self._continued

    def index_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds ``offset``.

        A line end belongs to the paragraph that it ends.
        """
        return max(0, bisect_right(self._starts, offset) - 1)

    def overlapping(self, span: Span) -> range:
        """Return the indices of the paragraphs from the span's start to its end."""
        return range(self.index_at(span.start), self.index_at(span.end) + 1)


def _line_ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line end of a text begins and where it ends."""
    if any(separator in text for separator in _SEPARATORS):
        for match in LINE_END.finditer(text):
            yield match.span()
        return
    # The same lines, found several times faster.
    start = 0
    for line in text.splitlines(keepends=True):
        start += len(line)
        last = line[-1]
        if last in _LINE_ENDS:
            yield start - (2 if line.endswith("\r\n") else 1), start


def first_line(text: str) -> str:
    """Return the first line that is not empty, without Markdown marks, 80 code points at most."""
    for line in LINE_END.split(text):
        title = line.strip().lstrip("#").strip()
        if title:
            return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"
    return ""
