"""Where lines break, and what becomes of the marks there, beyond what Qt knows.

Qt breaks lines by UAX 14, which lets an interpunct begin a line, and never breaks before “ or
after ”. It knows no marks that hang in the margin, nor full-width marks that close up where
two of them meet. (W3C, Requirements for Chinese Text Layout, 3.1.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextLine

    from reader.text.utf16 import Utf16Map
    from reader.ui.reading.typography import Typography

NOT_FIRST = frozenset("。，、；：！？．”’）》」』】〕〉〗〙〛｝］…‥·・‧･｡､％‰℃°,.;:!?)]}%")
"""What may not begin a line."""
NOT_LAST = frozenset("“‘（《「『【〔〈〖〘〚｛［([{〝￥$")
"""What may not end a line."""
_HANGING = frozenset("。，、．")
_QUOTES = frozenset("“‘”’")
# How far behind a line's end a quote may stand that it could go to, or a stop that would hang.
_AHEAD, _NEAR = 8, 3

# Marks whose ink fills one half of their square, so that the other half can go.
_OPENING = "“‘（《「『【〔〈〖〘｛［"
_CLOSING = "”’）》」』】〕〉〗〙｝］"
_STOPS = "。，、．；：！？"
_LEFT_STOPS = "。，、．"
_MEETING = {
    # Traditional stops stand in the middle of their square.
    centred: re.compile(
        f"[{_CLOSING}{'' if centred else _LEFT_STOPS}](?=[{_OPENING}{_CLOSING}{_STOPS}])"
        f"|(?<=[{_OPENING}])[{_OPENING}]"
    )
    for centred in (False, True)
}


class LineBreaker:
    """Lays out the lines of one paragraph, one after the other."""

    __slots__ = ("_hang", "_layout", "_map", "_text")

    def __init__(self, layout: QTextLayout, text: str, units: Utf16Map, hang: float) -> None:
        """Break lines of a text.

        Args:
            layout: Its layout.
            text: What is laid out.
            units: Its map between code points and UTF-16.
            hang: Width of a full mark in pixels; 0 where none shall hang.
        """
        self._layout = layout
        self._text = text
        self._map = units
        self._hang = hang

    def fit(self, line: QTextLine, width: float) -> None:
        """Fill a line up to a width in pixels."""
        line.setLineWidth(width)
        end = self._end(line)
        if end == len(self._text):
            return
        ahead = self._text[end : end + _AHEAD]
        if not _QUOTES.isdisjoint(ahead) and self._break_at_quote(line, width, end):
            return
        if self._hang and not _HANGING.isdisjoint(ahead[:_NEAR]) and self._hang_stop(line, width):
            return
        if not self._may_break(end):
            self._break_earlier(line, width, end)

    def _end(self, line: QTextLine) -> int:
        return self._map.to_points(line.textStart() + line.textLength())

    def _may_break(self, place: int) -> bool:
        if place == len(self._text):
            return True
        return self._text[place] not in NOT_FIRST and self._text[place - 1] not in NOT_LAST

    def _break_at_quote(self, line: QTextLine, width: float, end: int) -> bool:
        """Break further on, before an opening quote or after a closing one, if there is room.

        Qt takes them to be glued to both sides, as it cannot know that they are full-width.
        """
        for place in range(min(end + _AHEAD, len(self._text) - 1), end, -1):
            before, after = self._text[place - 1], self._text[place]
            if not (after in "“‘" or before in "”’") or before.isascii() or after.isascii():
                continue
            if self._may_break(place) and self._break_at(line, place, width):
                if line.naturalTextWidth() <= width:
                    return True
                line.setLineWidth(width)
        return False

    def _hang_stop(self, line: QTextLine, width: float) -> bool:
        """Let a line end with a stop beyond the width, if one follows."""
        line.setLineWidth(width + self._hang)
        end = self._end(line)
        hangs = (
            line.naturalTextWidth() > width
            and self._text[end - 1] in _HANGING
            # Of two marks the first is narrower.
            and self._text[end : end + 1] not in NOT_LAST
            and self._may_break(end)
        )
        if not hangs:
            line.setLineWidth(width)
        return hangs

    def _break_earlier(self, line: QTextLine, width: float, end: int) -> None:
        """Break a line where it may be, if there is such a place in it."""
        start = self._map.to_points(line.textStart())
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, self._text)
        for place in range(end - 1, start, -1):
            finder.setPosition(self._map.to_units(place))
            if finder.isAtBoundary() and self._may_break(place):
                self._break_at(line, place, width)
                return

    def _break_at(self, line: QTextLine, place: int, width: float) -> bool:
        """End a line at a place; where that cannot be had, leave it as Qt would have it."""
        option = self._layout.textOption()
        wrap = option.wrapMode()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._layout.setTextOption(option)
        columns = place - self._map.to_points(line.textStart())
        line.setNumColumns(columns, width)
        # A dash of two characters, or a character of two code points, is one column.
        while (beyond := self._end(line) - place) > 0 and columns > beyond:
            columns -= beyond
            line.setNumColumns(columns, width)
        option.setWrapMode(wrap)
        self._layout.setTextOption(option)
        done = not beyond
        if not done:
            line.setLineWidth(width)
        return done


def closed_up(
    text: str, units: Utf16Map, font: QFont, typography: Typography
) -> Iterator[QTextLayout.FormatRange]:
    """Yield the formats that set the first of two marks that meet on half its square.

    Of two opening marks it is the second. A face without half-width forms stays as it is.
    """
    half: QTextCharFormat | None = None
    for match in _MEETING[typography.centred].finditer(text):
        if half is None:
            narrow = QFont(font)
            narrow.setFeature(QFont.Tag("halt"), 1)
            half = QTextCharFormat()
            half.setFont(narrow)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = units.to_units(match.start()), 1, half
        yield found
