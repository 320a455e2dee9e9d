"""Where the same words stand, in every script spelling.

Two passages are the same words when they differ only by script, width, case,
quotation marks, and by what a setting adds: spaces between ideographs, the line
ends of a narrow column. Unlike a search, which finds whatever was typed, an
occurrence never begins or ends inside a number or a Latin word: 62场 does not
stand in 162场, nor 三十场 in 一百三十场.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Self

from reader.text.folding import fold
from reader.text.paragraphs import LINE_END
from reader.text.search import spellings
from reader.text.span import Span
from reader.text.wrapping import is_hard_wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

# A blank within a line, with those that are not even seen, and what chooses a glyph.
_SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_BLANK: Final = f" \u00a0\u2000-\u200b\u202f\u205f\u3000\u00ad\u2060\ufeff{_SELECTORS}"
_GAP: Final = re.compile(f"[\\s{_BLANK}]")
# Between characters that are written without spaces, a setting adds so many at most.
_SET: Final = f"[{_BLANK}]{{0,2}}"
_ANY: Final = f"[\\s{_BLANK}]"
# No gap between words that belong together is longer, in code points.
_LONGEST_GAP: Final = 16
# Quotation marks of Taiwan and Hong Kong, and those of the mainland.
_MARKS: Final = dict(zip("「」『』", "“”‘’", strict=True))
_MARK_TABLE: Final = str.maketrans(_MARKS)

# As in the compact form of a text: what is written with spaces between words.
_SPACED: Final = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]")
# As they fold; folding them here would load OpenCC before the window is there.
_NUMERALS: Final = frozenset(
    "0123456789〇零一二三四五六七八九十百千万亿兆两廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
)
_DIGITS: Final = frozenset("0123456789")
_COMBINING: Final = ("Mn", "Me")
_POINTS: Final = frozenset(".,")
_EITHER_WAY: Final = re.compile(f"\\A(?:\n\r|{LINE_END.pattern})")
# So much is looked at beyond an edge, in code points: a line end, and a character.
_NEAR: Final = 3
# The search holds the interpreter for one stretch of this many code points.
_STRETCH: Final = 200_000

LONGEST: Final = 200
"""Length of the longest words that are looked for, in code points."""

Part = tuple[str, str]
"""A folded character, and what stands before it: nothing, a space, or a line end."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words, whatever the script they are written in: equal where they are the same.

    Attributes:
        parts: Their folded characters in order, with the gaps that count.
    """

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, passage: str, *, wrapped: bool = False) -> Self:
        """Return the words of a passage.

        Args:
            passage: The source's words.
            wrapped: Whether it is of a hard-wrapped column, whose line ends say nothing.
        """
        parts: list[Part] = []
        gap = ""
        for character in _folded(passage):
            if _GAP.match(character):
                gap += character
            else:
                before = parts[-1][0] if parts else ""
                parts.append((character, _kind_of(gap, before, character, wrapped=wrapped)))
                gap = ""
        return cls(tuple(parts))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.parts)

    def occurrences(self, text: str, start: int = 0) -> Iterator[Span]:
        """Yield where the words stand in a text, in order and apart, in code points.

        Args:
            text: The text.
            start: Where to begin; at or after it every occurrence begins.
        """
        if not self:
            return
        # Most texts have no such words: how such a text is wrapped is never asked.
        if self._next(_pattern(self, wrapped=True), text, start) is None:
            return
        wrapped = is_hard_wrapped(text)
        pattern = _pattern(self, wrapped=wrapped)
        while (match := self._next(pattern, text, start)) is not None:
            span = Span(*match.span())
            start = span.start + 1
            if not self._cuts(text, span, wrapped=wrapped):
                yield span
                start = span.end

    def _next(self, pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
        """Return the next match that begins at or after ``start``, stretch by stretch."""
        reach = (_LONGEST_GAP + 1) * len(self.parts)
        while start < len(text):
            end = start + _STRETCH
            match = pattern.search(text, start, end + reach)
            # One that begins later may be cut off.
            if match is not None and match.start() < end:
                return match
            start = end
        return None

    def _cuts(self, text: str, span: Span, *, wrapped: bool) -> bool:
        """Return whether a span begins or ends inside a number, a Latin word or a character."""
        after = text[span.end : span.end + _NEAR]
        if after and unicodedata.category(after[0]) in _COMBINING:
            return True
        before = text[max(0, span.start - _NEAR) : span.start][::-1]
        edges = (before, self.parts[0][0]), (after, self.parts[-1][0])
        return any(_goes_on(outside, edge, wrapped=wrapped) for outside, edge in edges)


def _folded(text: str) -> str:
    return fold(text).translate(_MARK_TABLE)


def _is_spaced(folded: str) -> bool:
    return _SPACED.match(folded) is not None


def _kind_of(gap: str, before: str, after: str, *, wrapped: bool) -> str:
    """Return what a gap between two folded characters counts as."""
    if not gap or not before:
        return ""
    ends = LINE_END.findall(gap)
    # An indent after the line end begins a paragraph.
    soft = wrapped and len(ends) == 1 and gap.endswith(ends[0])
    if "\t" in gap or (ends and not soft):
        return "\n"
    # A column breaks numbers, but not words that are written with spaces.
    broken = soft and before in _DIGITS and after in _DIGITS
    return " " if _is_spaced(before) and _is_spaced(after) and not broken else ""


@lru_cache(maxsize=8)
def _pattern(words: Words, *, wrapped: bool) -> re.Pattern[str]:
    """Return what finds words, also inside of numbers and Latin words."""
    pieces: list[str] = []
    before = ""
    for character, gap in words.parts:
        if before:
            pieces.append(_between(before, gap, character, wrapped=wrapped))
        pieces.append(f"[{re.escape(_spellings(character))}]")
        before = character
    return re.compile(f"{''.join(pieces)}[{_SELECTORS}]{{0,{_LONGEST_GAP}}}")


def _between(before: str, gap: str, after: str, *, wrapped: bool) -> str:
    """Return a pattern for what may stand between two characters of the words."""
    if gap == "\n":
        return f"{_ANY}{{0,{_LONGEST_GAP}}}"
    wrap = f"(?:{LINE_END.pattern})"
    if not (_is_spaced(before) and _is_spaced(after)):
        return f"{_SET}{wrap}?" if wrapped else _SET
    digits = before in _DIGITS and after in _DIGITS
    if not gap:
        return f"{wrap}?" if digits and wrapped else ""
    blanks = f"[{_BLANK}]{{1,{_LONGEST_GAP}}}"
    return blanks if digits or not wrapped else f"(?:{_SET}{wrap}|{blanks})"


def _spellings(folded: str) -> str:
    marks = "".join(mark for mark, same in _MARKS.items() if same == folded)
    return spellings(folded) + marks


def _goes_on(outside: str, edge: str, *, wrapped: bool) -> bool:
    """Return whether a number or a Latin word goes on beyond an edge.

    Args:
        outside: What stands beyond, from the edge outwards.
        edge: The character within, folded.
        wrapped: Whether a line end may stand inside a number.
    """
    spaced = _is_spaced(edge)
    if not outside or not (spaced or edge in _NUMERALS):
        return False
    near = _folded(outside)
    if spaced and _is_spaced(near):
        return True
    if edge in _DIGITS and near[0] in _POINTS:
        return near[1:2] in _DIGITS
    if wrapped:
        # Looking back, the pair of characters that ends a line stands the other way round.
        near = _EITHER_WAY.sub("", near, count=1)
    return edge in _NUMERALS and near[:1] in _NUMERALS
