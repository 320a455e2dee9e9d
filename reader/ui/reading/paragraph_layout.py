"""One visible paragraph, laid out, with the way between its pixels and the source.

Offsets here are source code points within the paragraph; they meet UTF-16 only
where Qt is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from reader.text.span import Span
from reader.text.utf16 import Utf16Map
from reader.ui.reading.line_breaking import LineBreaker, closed_up
from reader.ui.reading.structure import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter, QTextLine

    from reader.text.view import ViewSlice
    from reader.ui.reading.typography import Typography

# Scale of the size, leading, bold, space above and below in body lines.
_STYLES = {
    ParagraphStyle.TITLE: (1.5, 1.5, True, 0.2, 0.5),
    ParagraphStyle.HEADING: (1.15, 1.7, True, 0.5, 0.1),
    ParagraphStyle.BODY: (1.0, None, False, 0.0, 0.0),
    ParagraphStyle.FLUSH: (1.0, None, False, 0.0, 0.0),
    ParagraphStyle.BYLINE: (0.85, 1.7, False, 0.0, 0.3),
    ParagraphStyle.CAPTION: (0.85, 1.7, False, 0.25, 0.35),
}
# In the colour of Markdown's marks.
_QUIET = (ParagraphStyle.BYLINE, ParagraphStyle.CAPTION)
_BODIES = (ParagraphStyle.BODY, ParagraphStyle.FLUSH)
_BLANK_LINES = 0.45
# Shown by a picture of the same length, since Qt would drop, widen or obey them.
_UNSHOWABLE = re.compile("[\0-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_EM_ABOVE, _EM_BELOW = 0.88, 0.12
# A larger mark would not find room in the margin. In pixels.
_HANGING_SIZE = 36
# Of how many spans boxes are kept.
_KEPT = 500


class ParagraphLayout:
    """A paragraph's lines, and where each source offset stands in them.

    Attributes:
        height: The whole height in pixels, with the space around it.
    """

    __slots__ = (
        "__weakref__",
        "_fonts_em",
        "_layout",
        "_map",
        "_rects",
        "_slice",
        "_tops",
        "height",
        "pitch",
    )

    def __init__(
        self,
        view: ViewSlice,
        style: ParagraphStyle,
        typography: Typography,
        width: float,
        *,
        marks: int = 0,
        ends: bool = True,
        marks_colour: QColor | None = None,
    ) -> None:
        """Lay the paragraph out.

        Args:
            view: Its text in the script shown.
            style: How it is set.
            typography: Faces and measures.
            width: Width of the column in pixels.
            marks: How many code points at its start are Markdown marks.
            ends: Whether the paragraph ends here; a part of a long one does not.
            marks_colour: Their colour.
        """
        self._slice = view
        self._map = Utf16Map(view.text)
        self._tops: list[float] = []
        self._rects: dict[Span, Sequence[QRectF]] = {}
        if style is ParagraphStyle.BLANK:
            scale, leading, bold, above, below = 1.0, None, False, 0.0, 0.0
        else:
            scale, leading, bold, above, below = _STYLES[style]
        font = typography.font(scale, bold=bold)
        self._fonts_em = font.pixelSize()
        blank = style is ParagraphStyle.BLANK
        body_line = typography.line
        pitch = body_line if leading is None else round(self._fonts_em * leading)
        self.pitch = body_line * _BLANK_LINES if blank else pitch
        text = _UNSHOWABLE.sub(_picture, view.text)
        self._layout = QTextLayout(text, font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_option(style))
        quiet = style in _QUIET
        tight = typography.tight and not quiet
        formats = list(closed_up(text, self._map, font, typography)) if tight else []
        if (marks or quiet) and marks_colour is not None:
            dimmed = len(text) if quiet else marks
            formats.append(_dimmed(self._map.to_units(dimmed), marks_colour))
        if formats:
            self._layout.setFormats(formats)
        small = self._fonts_em <= _HANGING_SIZE
        hangs = typography.hanging and not typography.centred and small
        hang = float(self._fonts_em) if hangs else 0.0
        breaker = LineBreaker(self._layout, text, self._map, hang)
        indent = typography.indent * typography.ideograph if style is ParagraphStyle.BODY else 0.0
        if ends and style in _BODIES:
            below = typography.space
        bottom = self._lay_lines(breaker, width, indent, above * body_line)
        self.height = bottom + below * body_line

    def _lay_lines(self, breaker: LineBreaker, width: float, indent: float, y: float) -> float:
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            left = 0.0 if self._tops else indent
            breaker.fit(line, width - left)
            line.setPosition(QPointF(left, y + (self.pitch - line.height()) / 2))
            self._tops.append(y)
            y += self.pitch
        self._layout.endLayout()
        return y

    @property
    def span(self) -> Span:
        """The source span of the paragraph in its article."""
        return self._slice.span

    @property
    def part(self) -> ViewSlice:
        """The slice of the view that is laid out."""
        return self._slice

    @property
    def line_count(self) -> int:
        """Number of lines."""
        return len(self._tops)

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Draw the text with its top left at ``origin``; lines off the screen are left out."""
        near = QRectF(painter.viewport()).adjusted(0.0, -self.pitch, 0.0, self.pitch)
        self._layout.draw(painter, origin, [], near)

    def rects(self, span: Span) -> Sequence[QRectF]:
        """Return the box of each line's part of a source span, tight around the ideographs.

        Args:
            span: In the paragraph; it is widened to whole blocks.

        Returns:
            Rectangles from the paragraph's own top left, to be read only: they are kept,
            since tags stay where they are from one painting to the next.
        """
        found = self._rects.get(span)
        if found is None:
            if len(self._rects) >= _KEPT:
                self._rects.clear()
            found = self._rects[span] = self._find_rects(span)
        return found

    def _find_rects(self, span: Span) -> list[QRectF]:
        view = self._slice.alignment.to_view(span)
        start, end = self._map.to_units(view.start), self._map.to_units(view.end)
        rects = []
        for index in range(self._line_of(start), self.line_count):
            line = self._layout.lineAt(index)
            if line.textStart() >= end:
                break
            left = _x(line, max(start, line.textStart()))
            right = _x(line, min(end, line.textStart() + line.textLength()))
            if right > left:
                top, bottom = self._em_box(line)
                rects.append(QRectF(left, top, right - left, bottom - top))
        return rects

    def caret(self, offset: int) -> QRectF:
        """Return the caret's box before the source offset ``offset``."""
        unit = self._unit(offset)
        line = self._layout.lineAt(self._line_of(unit))
        top, bottom = self._em_box(line)
        return QRectF(_x(line, unit), top, 1.0, bottom - top)

    def line_box(self, offset: int) -> tuple[float, float]:
        """Return the top and bottom of the line that holds a source offset."""
        index = self._line_of(self._unit(offset))
        return self._tops[index], self._tops[index] + self.pitch

    def offset_at(self, x: float, y: float) -> Span:
        """Return the source offset at a point.

        Returns:
            An empty span at the offset; where the point is inside a block, the
            whole block, since nothing in it has an offset of its own.
        """
        line = self._layout.lineAt(self._line_at(y))
        return self._source(self._map.to_points(line.xToCursor(x)))

    def step(self, offset: int, direction: int) -> int | None:
        """Return the next place for a caret after or before a source offset.

        Args:
            offset: Where the caret is.
            direction: 1 or -1.

        Returns:
            The offset, or ``None`` where the paragraph ends.
        """
        unit = self._unit(offset)
        while True:
            if direction > 0:
                following = self._layout.nextCursorPosition(unit)
            else:
                following = self._layout.previousCursorPosition(unit)
            if following == unit:
                return None
            source = self._source(self._map.to_points(following))
            unit = following
            # Qt may stop between the two halves of a supplementary character.
            if not source and (source.start - offset) * direction > 0:
                return source.start

    def line_edge(self, offset: int, direction: int) -> int:
        """Return the source offset at the start (-1) or end (1) of an offset's line."""
        line = self._layout.lineAt(self._line_of(self._unit(offset)))
        unit = line.textStart() + (line.textLength() if direction > 0 else 0)
        if direction > 0 and self._line_of(unit) != line.lineNumber():
            # The end of a wrapped line is the start of the next: stop before its last character.
            unit = self._layout.previousCursorPosition(unit)
        return self._source(self._map.to_points(unit)).start

    def _em_box(self, line: QTextLine) -> tuple[float, float]:
        baseline = line.y() + line.ascent()
        return baseline - self._fonts_em * _EM_ABOVE - 2, baseline + self._fonts_em * _EM_BELOW + 2

    def _unit(self, offset: int) -> int:
        view = self._slice.alignment.to_view(Span(offset, offset))
        return self._map.to_units(view.start)

    def _source(self, view: int) -> Span:
        """Return the source offset of a view offset, or the block it is inside of."""
        alignment = self._slice.alignment
        low = alignment.to_source(Span(view, view)).start
        high = alignment.to_source(Span(view - 1, view)).end if view else low
        return Span(low, max(low, high))

    def _line_of(self, unit: int) -> int:
        line = self._layout.lineForTextPosition(unit)
        return line.lineNumber() if line.isValid() else max(0, self.line_count - 1)

    def _line_at(self, y: float) -> int:
        below = (index for index, top in enumerate(self._tops) if top > y)
        return max(0, next(below, self.line_count) - 1)


def estimated_heights(lengths: Iterable[int], typography: Typography, per_line: int) -> list[float]:
    """Return about how high paragraphs will be, from their lengths in code points alone."""
    pitch, blank = typography.line, typography.line * _BLANK_LINES
    space = pitch * typography.space
    # The indent, and what rounds the number of lines up.
    extra = typography.indent + per_line - 1
    return [(length + extra) // per_line * pitch + space if length else blank for length in lengths]


def _option(style: ParagraphStyle) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    justified = style in _BODIES
    option.setAlignment(Qt.AlignmentFlag.AlignJustify if justified else Qt.AlignmentFlag.AlignLeft)
    return option


def _dimmed(length: int, colour: QColor) -> QTextLayout.FormatRange:
    marks = QTextLayout.FormatRange()
    marks.start, marks.length = 0, length
    marks.format = QTextCharFormat()
    marks.format.setForeground(colour)
    return marks


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x7F:
        return "\u2421"
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def _x(line: QTextLine, unit: int) -> float:
    """Return the x of a UTF-16 offset in a line."""
    # The stubs promise a number; PySide6 returns it with the offset it took.
    place: object = line.cursorToX(unit)
    x = place[0] if isinstance(place, tuple) else place
    assert isinstance(x, float)
    return x


def per_line(width: float, typography: Typography) -> int:
    """Return how many ideographs a line of the column holds."""
    return max(1, int(width / typography.ideograph + 0.01))
