"""What a reader selects at once: a number, a name, a clause, a sentence, a paragraph.

Offsets are code points of the source. In a hard-wrapped column the end of a line ends
nothing by itself.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from reader.text.boundaries import clause_at, is_mark
from reader.text.span import Span
from reader.text.wrapping import HAN, in_wrap, is_hard_wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.paragraphs import Paragraphs

_NUMERALS: Final = "〇零一二三四五六七八九十百千万萬亿億两兩"
_COUNTED: Final = (
    "人次|人天|平方米|平方公里|公里|公斤|千米|厘米|毫米|百分点|百分點|小时|小時|分钟|分鐘|个月|個月|"
    "余人|餘人|[人个個场場次名位件条條项項家所本册冊户戶篇幅张張座间間处處届屆期批类類种種套支部"
    "份台辆輛只隻吨噸亩畝米天年月日号號时時分秒岁歲元倍成度页頁字句步层層栋棟村镇鎮县縣区區省市]|[%％‰]"
)
_NUMBER: Final = re.compile(
    "(?:将近|將近|超过|超過|不足|[近约約超逾第共达達])?"
    "(?:"
    f"[0-9０-９]+(?:[,，.．:：][0-9０-９]+)*[{_NUMERALS}]*[余餘多几幾来來]?[{_NUMERALS}]*(?:{_COUNTED})?"
    f"|[{_NUMERALS}]+[余餘多几幾来來]?[{_NUMERALS}]*(?:{_COUNTED})"
    ")"
)
# Letters, figures and what joins them, but no ideographs.
_RUN: Final = re.compile(f"(?:(?![{HAN}])[\\w'’-])+")
_PAIRS: Final = dict(zip("“‘「『《〈（【(", "”’」』》〉）】)", strict=True))
_OPENERS: Final = {closing: opening for opening, closing in _PAIRS.items()}
_MARKS: Final = frozenset(_PAIRS) | frozenset(_OPENERS)
_NAMES: Final = frozenset("“‘「『《〈【")
# A name is no longer; the search for its other end stops here.
_FAR: Final = 400
_PAUSE: Final = re.compile(r"[，。；：！？;!?…\n\r\u2028\u2029]|[,:](?!\d)|(?<!\d)[,:]")
_END_MARK: Final = re.compile("[。！？!?.]")
# Within a title the marks belong to it: 《你好吗？》.
_SENTENCE_END: Final = re.compile(
    '(?:[。！？!?]+|\\.(?=\\s|$)(?<![0-9]\\.))[”’」』）】)"]*(?![》〉。！？!?”’」』）】)"])'
)
_STOPS: Final = re.compile('[。！？!?…](?:[”’」』）】)"])*\\s*$')
# A line that begins with these begins something: an indent, a heading.
_BEGINNINGS: Final = ("\u3000", " ", "\t", "#")
_WORD: Final = re.compile(r"\S")
_WINDOW: Final = 2_000


class Unit(Enum):
    """A stretch of text that a reader moves by and selects."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Units:
    """Where the units of one text lie. Units of a kind never overlap; marks and space part them."""

    def __init__(self, text: str, paragraphs: Paragraphs) -> None:
        """Find units in a text whose lines are ``paragraphs``."""
        self._text = text
        self._lines = paragraphs
        self._wrapped = is_hard_wrapped(text)

    # What stands at a place

    def at(self, unit: Unit, offset: int) -> Span | None:
        """Return the unit that holds the code point at ``offset``; ``None`` between two."""
        if not 0 <= offset < len(self._text):
            return None
        if unit is Unit.CLAUSE:
            return self.clause_at(offset)
        if unit is Unit.SENTENCE:
            return self.sentence_at(offset)
        return self.paragraph_at(offset)

    def clause_at(self, offset: int) -> Span | None:
        """Return what stands between two marks around a code point."""
        if is_mark(self._text, offset, wrapped=self._wrapped):
            return None
        return clause_at(self._text, offset, wrapped=self._wrapped)

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence around a code point, with the marks that end it."""
        whole = self._lines_around(offset)
        reach = _WINDOW
        while True:
            floor = max(whole.start, offset - reach)
            start, end = -1, whole.end
            for found in self._sentence_ends(floor, whole.end):
                if found > offset:
                    end = found
                    break
                start = found
            if start >= 0 or floor == whole.start:
                return self._holding(Span(max(start, whole.start), end), offset)
            reach *= 4

    def paragraph_at(self, offset: int) -> Span | None:
        """Return the paragraph around a code point, without the space at its ends."""
        return self._holding(self._lines_around(offset), offset)

    def number_at(self, offset: int) -> Span | None:
        """Return the number around a code point with what is counted: 近9万人次."""
        clause = self.clause_at(offset)
        return None if clause is None else _match_at(_NUMBER, self._text, clause, offset)

    def run_at(self, offset: int) -> Span | None:
        """Return the letters and figures around a code point, up to the next ideograph or mark."""
        clause = self.clause_at(offset)
        return None if clause is None else _match_at(_RUN, self._text, clause, offset)

    def names_at(self, offset: int) -> Iterator[Span]:
        """Yield the names in marks around a code point, the innermost first, with their marks.

        No name goes beyond its paragraph, or is far over 400 code points long.
        """
        whole = self._lines_around(offset)
        floor, limit = max(whole.start, offset - _FAR), min(whole.end, offset + _FAR)
        for start in range(offset, floor - 1, -1):
            if self._text[start : start + 1] in _NAMES:
                end = self._other_mark(start, limit)
                if end is not None and end > offset:
                    yield Span(start, end)

    def phrase_at(self, offset: int) -> Span | None:
        """Return what stands between two pauses around a code point: names in marks do not part it.

        A mark of a pair that has no other within the phrase is left out at its ends.
        """
        whole = self._lines_around(offset)
        if not whole.holds(offset) or self._pauses(offset):
            return None
        start = end = offset
        floor, limit = max(whole.start, offset - _FAR), min(whole.end, offset + _FAR)
        while start > floor and not self._pauses(start - 1):
            start -= 1
        while end < limit and not self._pauses(end):
            end += 1
        return self._holding(_without_halves(self._text, Span(start, end)), offset)

    def around(self, offset: int) -> list[Span]:
        """Return what a reader may mean at a place, each within the next; at last the whole text.

        Args:
            offset: Where a caret stands; what it stands before counts, at a mark what is before.
        """
        if not self._text:
            return []
        place = self._meant(offset)
        found: list[Span | None] = [self.number_at(place) or self.run_at(place)]
        for name in self.names_at(place):
            found += [Span(name.start + 1, name.end - 1), name]
        found += [self.clause_at(place), self.phrase_at(place)]
        found += [self.sentence_at(place), self.paragraph_at(place)]
        found.append(Span(0, len(self._text)))
        chain: list[Span] = []
        for span in sorted((one for one in found if one), key=len):
            if span.holds(place) and (
                not chain or (span.contains(chain[-1]) and span != chain[-1])
            ):
                chain.append(span)
        return chain

    def word_or_clause(self, offset: int) -> Span:
        """Return what a double click on a code point means.

        A name in marks that has no pause in it; or else the clause; a mark by itself.
        """
        for name in self.names_at(offset):
            inside = Span(name.start + 1, name.end - 1)
            if not any(map(self._pauses, range(inside.start, inside.end))):
                return inside if inside.holds(offset) else name
        return clause_at(self._text, offset, wrapped=self._wrapped)

    # From place to place

    def end_after(self, unit: Unit, offset: int) -> int:
        """Return the first end of a unit after an offset; the end of the text after the last."""
        place = self._next_word(offset)
        while place < len(self._text):
            span = self.at(unit, place)
            if span is not None and span.end > offset:
                return span.end
            place = self._next_word(place + 1)
        return len(self._text)

    def end_before(self, unit: Unit, offset: int) -> int:
        """Return the last end of a unit before an offset; 0 before the first."""
        place = self._last_word(offset)
        while place >= 0:
            span = self.at(unit, place)
            if span is not None and span.end < offset:
                return span.end
            place = self._last_word(place if span is None else span.start)
        return 0

    def start_after(self, unit: Unit, offset: int) -> int:
        """Return the first start of a unit after an offset; the end of the text after the last."""
        place = self._next_word(offset)
        while place < len(self._text):
            span = self.at(unit, place)
            if span is not None and span.start > offset:
                return span.start
            place = self._next_word(place + 1 if span is None else span.end)
        return len(self._text)

    def start_before(self, unit: Unit, offset: int) -> int:
        """Return the last start of a unit before an offset; 0 before the first."""
        place = self._last_word(offset)
        while place >= 0:
            span = self.at(unit, place)
            if span is not None:
                return span.start
            place = self._last_word(place)
        return 0

    def stop(self, unit: Unit, anchor: int, offset: int, direction: int) -> int:
        """Return where the free end of a selection goes: whole units are taken in, or let go.

        What was taken in by a step is let go by the step back.

        Args:
            unit: By what it goes.
            anchor: The end that stays.
            offset: The end that goes.
            direction: 1 or -1.
        """
        if direction > 0:
            if offset >= anchor:
                return self.end_after(unit, offset)
            return min(self.start_after(unit, offset), anchor)
        if offset <= anchor:
            return self.start_before(unit, offset)
        return max(self.end_before(unit, offset), anchor)

    # Within

    def _meant(self, offset: int) -> int:
        """Return the code point that a caret at a place means."""
        text = self._text
        if offset < len(text) and self.clause_at(offset) is not None:
            return offset
        if offset > 0 and self.clause_at(offset - 1) is not None:
            return offset - 1
        return min(offset, len(text) - 1)

    def _lines_around(self, offset: int) -> Span:
        """Return the lines that go on one into the other around an offset."""
        first = last = self._lines.index_at(offset)
        while first > 0 and self._goes_on(first):
            first -= 1
        while self._lines.has(last + 1) and self._goes_on(last + 1):
            last += 1
        return Span(self._lines[first].start, self._lines[last].end)

    def _goes_on(self, index: int) -> bool:
        """Return whether a line goes on from the one before."""
        if self._lines.continued(index):
            return True
        if not self._wrapped:
            return False
        line, before = self._lines[index].of(self._text), self._lines[index - 1].of(self._text)
        if not (line.strip() and before.strip()) or line.startswith(_BEGINNINGS):
            return False
        return not (before.startswith("#") or _STOPS.search(before))

    def _holding(self, span: Span, offset: int) -> Span | None:
        """Return a span without the space at its ends, if it holds the code point still."""
        words = span.of(self._text)
        start = span.start + len(words) - len(words.lstrip())
        end = span.end - len(words) + len(words.rstrip())
        return Span(start, end) if start <= offset < end else None

    def _next_word(self, offset: int) -> int:
        """Return the first code point from an offset on that is no space."""
        found = _WORD.search(self._text, offset)
        return found.start() if found else len(self._text)

    def _last_word(self, offset: int) -> int:
        """Return the last code point before an offset that is no space; -1 where there is none."""
        while offset > 0:
            floor = max(0, offset - _WINDOW)
            words = self._text[floor:offset].rstrip()
            if words:
                return floor + len(words) - 1
            offset = floor
        return -1

    def _sentence_ends(self, floor: int, limit: int) -> Iterator[int]:
        """Yield where sentences end; a mark is looked for first, which is several times faster."""
        while mark := _END_MARK.search(self._text, floor, limit):
            end = _SENTENCE_END.match(self._text, mark.start(), limit)
            floor = end.end() if end else mark.end()
            if end:
                yield floor

    def _pauses(self, offset: int) -> bool:
        found = _PAUSE.match(self._text, offset)
        return found is not None and not (self._wrapped and in_wrap(self._text, offset))

    def _other_mark(self, start: int, limit: int) -> int | None:
        """Return where the mark that pairs with the one at ``start`` ends."""
        opening, closing = self._text[start], _PAIRS[self._text[start]]
        depth = 0
        for place in range(start, limit):
            if self._text[place] == opening:
                depth += 1
            elif self._text[place] == closing:
                depth -= 1
                if not depth:
                    return place + 1
        return None


def _match_at(pattern: re.Pattern[str], text: str, within: Span, offset: int) -> Span | None:
    """Return what a pattern finds around a code point, read from the beginning of a stretch."""
    for match in pattern.finditer(text, within.start, within.end):
        if match.start() <= offset < match.end():
            return Span(*match.span())
    return None


def _without_halves(text: str, span: Span) -> Span:
    """Return a span without marks of a pair at its ends whose other mark is not in it."""
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS and not _paired(text, start, end):
        start += 1
    while start < end and text[end - 1] in _MARKS and not _paired(text, end - 1, start - 1):
        end -= 1
    return Span(start, end)


def _paired(text: str, place: int, limit: int) -> bool:
    """Return whether the mark at one end of a stretch has its other one before the other end."""
    mark, inward = text[place], 1 if limit > place else -1
    if (mark in _PAIRS) != (inward > 0):
        return False
    other = _PAIRS.get(mark) or _OPENERS[mark]
    depth = 0
    for at in range(place, limit, inward):
        depth += (text[at] == mark) - (text[at] == other)
        if not depth:
            return True
    return False
