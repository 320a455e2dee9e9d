"""The plain form that rules read: one script, one width, no line ends inside a sentence.

Every place in the plain form is a place in the source, so what a rule finds there
is a span of the source. The same article in Simplified, Traditional and
hard-wrapped form has (but for headings) one plain form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from reader.text.conversion import converter
from reader.text.folding import folding_table
from reader.text.wrapping import HAN, is_hard_wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# Quotation marks of Taiwan and Hong Kong, of vertical lines, and the dots within names.
# The comma keeps its width: 1,250 is one figure, and 3，250 are two.
_ALIKE = dict(zip("「」『』﹁﹂﹃﹄〝〞‧・･•∙﹪，", "“”‘’“”‘’“”·····%，", strict=True))
_PUNCTUATION = tuple(zip("：；！？（）", ":;!?()", strict=True))
# A pair of typewriter quotes within a line.
_STRAIGHT = re.compile('"([^"\n]{1,80})"')
_WHITE = " \t\r\x0b\x0c\x85\xa0\u2002-\u200b\u2028\u2029\u3000\ufeff"
_GAP = re.compile(f"[{_WHITE}\n]+")
# A single line end of a text that is no column stays as it is.
_GAP_BUT_LINE_END = re.compile(f"[{_WHITE}][{_WHITE}\n]*|\n[{_WHITE}\n]+")
# A paragraph that a page or a column cut has at least so many characters before the cut.
_PARAGRAPH = 40
_OPENS = re.compile(f"[0-9A-Za-z“‘《（(·、,，{HAN}]")
_NUMBERED = re.compile("[一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]")
_FULL_STOP = re.compile("[。!?;:…][”’)」』]*$")


_BASIC = 0x10000
# A text of Traditional characters has more that fold; of so many characters looked at, so few.
_LOOKED_AT = 400
_FEW = 60


@cache
def _folds() -> dict[int, int]:
    return {**folding_table(), **{ord(one): ord(alike) for one, alike in _ALIKE.items()}}


@cache
def _table() -> Sequence[int]:
    # A list is read faster than a dictionary, and a character that is in neither raises an
    # exception within translate: slower than one that stands for itself.
    folds = _folds()
    return [folds.get(code, code) for code in range(_BASIC)]


@cache
def _whole_table() -> Mapping[int, int]:
    return {**dict(enumerate(_table())), **_folds()}


@cache
def _folding() -> tuple[re.Pattern[str], Callable[[re.Match[str]], str]]:
    """Return what finds the characters that fold, and what each is replaced by."""
    characters = {chr(code): chr(fold) for code, fold in _folds().items() if code < _BASIC}

    def fold(match: re.Match[str]) -> str:
        return characters[match[0]]

    return re.compile(f"[{re.escape(''.join(characters))}]"), fold


def plain_words(words: str) -> str:
    """Return words in one script and width, as a rule meets them in a plain form."""
    if len(words.encode("utf-16-le", "surrogatepass")) > 2 * len(words):
        # Few texts have a supplementary character.
        return words.translate(_whole_table())
    if len(words) <= _LOOKED_AT:
        return words.translate(_table())
    folding, fold = _folding()
    middle = (len(words) - _LOOKED_AT) // 2
    if len(folding.findall(words, middle, middle + _LOOKED_AT)) > _FEW:
        return words.translate(_table())
    # In Simplified characters little folds but punctuation: to look for it is quicker.
    for wide, narrow in _PUNCTUATION:
        words = words.replace(wide, narrow)
    return folding.sub(fold, words)


class Plain:
    """The plain form of a text, and the way back.

    Attributes:
        source: The text.
        text: Its plain form; a line end stands only where a paragraph or heading ends.
    """

    __slots__ = ("_lines", "_places", "_sources", "source", "text")

    def __init__(self, source: str) -> None:
        """Make the plain form of a text of any length."""
        self.source = source
        folded = plain_words(source)
        if '"' in folded:
            folded = _STRAIGHT.sub("“\\1”", folded)
        self._lines: dict[tuple[int, int], str] = {}
        self._places = [0]
        self._sources = [0]
        wrapped = is_hard_wrapped(source)
        pieces: list[str] = []
        length = last = 0
        for gap in (_GAP if wrapped else _GAP_BUT_LINE_END).finditer(folded):
            start, end = gap.span()
            if wrapped and end - start == 1 and folded[start] == "\n":
                # Most gaps of a column by far.
                if folded.startswith("#", end):
                    continue
                mark = ""
            else:
                mark = _between(folded, start, end, wrapped=wrapped)
            pieces.append(folded[last:start])
            length += start - last
            if mark:
                pieces.append(mark)
                length += 1
            self._places.append(length)
            self._sources.append(end)
            last = end
        pieces.append(folded[last:])
        self.text = "".join(pieces)

    def source_at(self, place: int) -> int:
        """Return where a character of the plain form stands in the source."""
        if len(self._places) == 1:
            return place
        piece = bisect_right(self._places, place) - 1
        return self._sources[piece] + place - self._places[piece]

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the source's range for a stretch of at least one character."""
        places = self._places
        if len(places) == 1:
            return start, end
        piece = bisect_right(places, start) - 1
        moved = self._sources[piece] - places[piece]
        if piece + 1 == len(places) or end <= places[piece + 1]:
            return start + moved, end + moved
        return start + moved, self.source_at(end - 1) + 1

    def words(self, start: int, end: int) -> str:
        """Return the words of a stretch in the article's own script, line ends taken out."""
        plain = self.text[start:end]
        if len(self._places) == 1:
            own = self.source[start:end]
            return plain if own == plain else own.strip()
        first, last = self.source_range(start, end)
        own = self.source[first:last]
        if own == plain:
            return plain
        if len(own) != end - start:
            own = self._taken(self.source, start, end)
        return own.strip()

    def simplified(self, start: int, end: int) -> str:
        """Return the words of a stretch in Simplified characters, line ends taken out."""
        plain = self.text[start:end]
        first, last = self.source_range(start, end)
        own = self.source[first:last]
        if own == plain or plain_words(own) == own:
            return plain
        # Line by line is as good as the whole, and most lines of a text have no name.
        above = self.source.rfind("\n", 0, first) + 1
        below = self.source.find("\n", last)
        line = self._in_simplified(above, below if below >= 0 else len(self.source))
        return self._taken(line, start, end, above).strip()

    def _taken(self, source: str, start: int, end: int, first: int = 0) -> str:
        """Return what stands at the places of a stretch, in the source or a form of a part of it.

        Args:
            source: The source, or as many characters for a part of it.
            start: Where the stretch begins in the plain form.
            end: Where it ends there.
            first: Where the part begins in the source.
        """
        piece = bisect_right(self._places, start) - 1
        taken = []
        while start < end:
            moved = self._sources[piece] - self._places[piece] - first
            piece += 1
            last = min(end, self._places[piece]) if piece < len(self._places) else end
            taken.append(source[start + moved : last + moved])
            start = last
        return "".join(taken)

    def _in_simplified(self, first: int, last: int) -> str:
        line = self._lines.get((first, last))
        if line is None:
            line = converter("t2s").convert(self.source[first:last]).text
            self._lines[first, last] = line
        return line


def _between(text: str, start: int, end: int, *, wrapped: bool) -> str:
    """Return what stands for a gap: nothing, a space, or the end of a paragraph."""
    if not start or end == len(text):
        return ""
    ends = text.count("\n", start, end)
    if not ends:
        return _space(text[start - 1], text[end])
    return "" if _goes_on(text, start, end, ends, wrapped=wrapped) else "\n"


def _space(before: str, after: str) -> str:
    """Return what stands for a space: figures are written with one and without (62 场)."""
    apart = before.isalpha() and after.isalpha()
    return " " if apart and (before.isascii() == after.isascii()) else ""


def _goes_on(text: str, start: int, end: int, ends: int, *, wrapped: bool) -> bool:
    """Return whether a sentence goes on behind a line end."""
    if text.startswith("#", end):
        return False
    if wrapped and ends == 1:
        return True
    line = text.rfind("\n", 0, start) + 1
    if ends > 2 or _FULL_STOP.search(text, max(line, start - 6), start):
        return False
    if not _OPENS.match(text, end) or _NUMBERED.match(text, end):
        return False
    # A page or a column cut the paragraph: one blank line.
    cut = wrapped or (ends > 1 and start - line >= _PARAGRAPH)
    return cut and not text.startswith("#", line)
