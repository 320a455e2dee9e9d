"""The plain form that rules read: one script, one width, no line ends inside a sentence.

Every place in the plain form is a place in the source, so what a rule finds there
is a span of the source. The same article in Simplified, Traditional and
hard-wrapped form has (but for headings) one plain form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING

from reader.text.conversion import converter
from reader.text.folding import folding_table
from reader.text.wrapping import HAN, is_hard_wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

# Quotation marks of Taiwan and Hong Kong, of vertical lines, and the dots within names.
_ALIKE = str.maketrans("「」『』﹁﹂﹃﹄〝〞‧・･•∙﹪，", "“”‘’“”‘’“”·····%，")
# The comma keeps its width: 1,250 is one figure, and 3，250 are two.
_COMMON = ((0x0, 0x80), (0x2010, 0x2030), (0x3000, 0x3040), (0x4E00, 0xA000), (0xFF00, 0xFF60))
# A pair of typewriter quotes within a line.
_STRAIGHT = re.compile('"([^"\n]{1,80})"')
_GAP = re.compile("[ \t\n\r\x0b\x0c\x85\xa0\u2002-\u200b\u2028\u2029\u3000\ufeff]+")
# A paragraph that a page or a column cut has at least so many characters before the cut.
_PARAGRAPH = 40
_OPENS = re.compile(f"[0-9A-Za-z“‘《（(·、,，{HAN}]")
_NUMBERED = re.compile("[一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]")
_FULL_STOP = re.compile("[。!?;:…][”’)」』]*$")


@cache
def _table() -> Mapping[int, int | str]:
    # A character that is not in a table raises an exception within translate: slower than one
    # that stands for itself.
    themselves = {code: code for start, end in _COMMON for code in range(start, end)}
    return {**themselves, **folding_table(), **_ALIKE}


def plain_words(words: str) -> str:
    """Return words in one script and width, as a rule meets them in a plain form."""
    return words.translate(_table())


class Plain:
    """The plain form of a text, and the way back.

    Attributes:
        source: The text.
        text: Its plain form; a line end stands only where a paragraph or heading ends.
    """

    __slots__ = ("__dict__", "_places", "_sources", "source", "text")

    def __init__(self, source: str) -> None:
        """Make the plain form of a text of any length."""
        self.source = source
        folded = plain_words(source)
        if '"' in folded:
            folded = _STRAIGHT.sub("“\\1”", folded)
        self._places = [0]
        self._sources = [0]
        pieces: list[str] = []
        wrapped = is_hard_wrapped(source)
        length = last = 0
        for gap in _GAP.finditer(folded):
            start, end = gap.span()
            if end - start == 1 and folded[start] == "\n":
                # Most gaps by far: the line ends of a column, or those of paragraphs.
                if not wrapped or folded.startswith("#", end):
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
        if len(self._places) == 1:
            return start, end
        return self.source_at(start), self.source_at(end - 1) + 1

    def words(self, start: int, end: int) -> str:
        """Return the words of a stretch in the article's own script, line ends taken out."""
        plain = self.text[start:end]
        first, last = self.source_range(start, end)
        own = self.source[first:last]
        if own == plain:
            return plain
        if len(own) != end - start:
            own = "".join(self.source[self.source_at(place)] for place in range(start, end))
        return own.strip()

    def simplified(self, start: int, end: int) -> str:
        """Return the words of a stretch in Simplified characters, line ends taken out."""
        plain = self.text[start:end]
        first, last = self.source_range(start, end)
        own = self.source[first:last]
        if own == plain or plain_words(own) == own:
            return plain
        own = self._in_simplified
        return "".join(own[self.source_at(place)] for place in range(start, end)).strip()

    @cached_property
    def _in_simplified(self) -> str:
        return converter("t2s").convert(self.source).text


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
