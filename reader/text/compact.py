"""A text without what its setting added: line ends, indents, spaces between ideographs.

The same article from a hard-wrapped column and from a clean file has one
compact form, and every place in that form is a place in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from reader.text.folding import fold
from reader.text.span import Span

PAD: Final = 12
"""Marks before and after a compact text, so that its edges are surroundings too."""

# No text of an article holds a lone surrogate.
_START, _END = "\ud800", "\udfff"
# White space, and what is not even seen: zero-width space, soft hyphen, word joiner, byte order
# mark. The joiner within an emoji is none of them.
_GAP_CHARACTERS = "\\s\u200b\u00ad\u2060\ufeff"
# Words of scripts that are written with spaces stay apart; the line end of a column is one.
_SPACED = "0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"
_GAP = re.compile(f"((?<=[{_SPACED}])[{_GAP_CHARACTERS}]+(?=[{_SPACED}]))|[{_GAP_CHARACTERS}]+")


class CompactText:
    """The compact form of a source text, and the way between the two.

    Attributes:
        source: The source text.
        text: Its compact form, with :data:`PAD` marks on each side. Places in
            it are code points, the marks counted.
    """

    __slots__ = ("_compact", "_sources", "source", "text")

    def __init__(self, source: str, *, folded: bool = False) -> None:
        """Make the compact form of a text.

        Args:
            source: The text.
            folded: Whether script, width and case are folded away too.
        """
        self.source = source
        shown = fold(source) if folded else source
        pieces = [_START * PAD]
        self._compact = [0]
        self._sources = [0]
        length, last = PAD, 0
        for gap in _GAP.finditer(shown):
            length = self._add(pieces, shown[last : gap.start()], length, last)
            if gap[1]:
                length = self._add(pieces, " ", length, gap.start())
            last = gap.end()
        length = self._add(pieces, shown[last:], length, last)
        pieces.append(_END * PAD)
        self.text = "".join(pieces)
        self._compact.append(length)
        self._sources.append(len(source))

    def _add(self, pieces: list[str], piece: str, length: int, source: int) -> int:
        pieces.append(piece)
        self._compact.append(length)
        self._sources.append(source)
        return length + len(piece)

    def place(self, span: Span) -> Span:
        """Return where a span of the source stands; empty where it is all white space."""
        start, end = self._to_compact(span.start), self._to_compact(span.end)
        words = self.text[start:end]
        start += len(words) - len(words.lstrip(" "))
        return Span(start, max(start, start + len(words.strip(" "))))

    def span(self, place: Span) -> Span:
        """Return the span of the source that stands at a place; not empty, no marks within."""
        return Span(self._to_source(place.start), self._to_source(place.end - 1) + 1)

    def _to_compact(self, offset: int) -> int:
        piece = bisect_right(self._sources, offset) - 1
        if piece + 1 == len(self._sources):
            return self._compact[piece]
        at = self._compact[piece] + offset - self._sources[piece]
        return min(at, self._compact[piece + 1])

    def _to_source(self, place: int) -> int:
        piece = bisect_right(self._compact, place) - 1
        return self._sources[piece] + place - self._compact[piece]
