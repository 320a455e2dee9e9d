"""The map of an article beside its scroll bar: tags by kind, what was found, and the place.

It shows the whole article in the height of the window. What it shows is drawn into a
picture some time after a change; painting only copies that and draws the frame of the
place, so that scrolling costs the same among a hundred thousand tags as among none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from reader.annotation.density import Density
from reader.text.span import Span
from reader.ui.reading.marks import UNKNOWN_COLOUR
from reader.ui.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from reader.annotation.annotation import Annotation
    from reader.annotation.index import AnnotationIndex
    from reader.annotation.tag_set import TagSet
    from reader.ui.reading.pages import Pages
    from reader.ui.theme import Theme

WIDTH: Final = 18
"""Pixels of the strip; the column's own margin is wider."""
# Lanes of kinds lie between the left edge and the lane of what was found.
_LEFT, _KINDS, _FOUND = 2, 11, 3
_LANES: Final = 4
_MARK = 2
_LEAST_FRAME = 10.0
_REACH = 2
_DELAY_MS = 120


Sides: TypeAlias = "Sequence[tuple[Annotation | None, Annotation | None]]"
"""Tags before and after a change; ``None`` is where there is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Mapped:
    """What the map shows; two are alike where they hold the same things.

    Attributes:
        pages: The article's paragraphs.
        index: Its tags.
        tag_set: The kinds and their colours.
        matches: What was found, in order.
        current: The match that the reader is at.
    """

    pages: Pages
    index: AnnotationIndex
    tag_set: TagSet
    matches: Sequence[Span]
    current: Span | None

    def is_like(self, other: Mapped) -> bool:
        """Return whether the same is shown; what was found is not compared one by one."""
        same = self.pages is other.pages and self.index is other.index
        same = same and self.tag_set is other.tag_set and self.matches is other.matches
        return same and self.current == other.current


class Minimap(QWidget):
    """A strip that shows where in the article things are; a click or a drag goes there.

    Attributes:
        went: The reader wants to go somewhere; carries the pixels from the article's
            beginning that are to stand in the middle of the window.
    """

    went = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._mapped: Mapped | None = None
        # Made again when it is missing.
        self._density: Density | None = None
        # The source offset at the top of each row of pixels, and one past the last.
        self._offsets: list[int] = []
        self._height = 0.0
        self._picture = QImage()
        self._frame = QRectF()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self.make)
        self.setAccessibleName(self.tr("Map of the article"))
        self.setAccessibleDescription(
            self.tr("Tags, what was found, and the part of the article that is on the screen")
        )
        # Else the text below would be painted for it again with every frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        theme.changed.connect(self._on_theme)

    # What it shows

    def show_marks(self, mapped: Mapped | None, changed: Sides | None) -> None:
        """Show an article's marks as they now are, a moment later.

        Args:
            mapped: The article and its marks; ``None`` for none.
            changed: The tags that became others, before and after; ``None`` where any may have.
        """
        old = self._mapped
        if mapped is None or old is None or mapped.pages is not old.pages:
            self._offsets, self._picture, changed = [], QImage(), None
        self._mapped = mapped
        if changed is None:
            self._density = None
        elif self._density is not None:
            _count(self._density, changed)
        if mapped is not None and (changed != () or old is None or not mapped.is_like(old)):
            self._timer.start()

    def show_place(self, value: float, page: float, whole: float) -> None:
        """Show which part of the article is on the screen. All in pixels of the article.

        Args:
            value: What is above the window.
            page: The window's height.
            whole: The article's height.
        """
        self.setVisible(self._mapped is not None and whole > page)
        if self.isHidden():
            return
        scale = self.height() / whole
        height = min(float(self.height()), max(_LEAST_FRAME, page * scale))
        top = min(value / max(1.0, whole - page), 1.0) * (self.height() - height)
        frame = QRectF(0.0, top, self.width(), height)
        if frame != self._frame:
            self._frame = frame
            self.update()
        if abs(whole - self._height) * scale > 1:
            # Paragraphs that were seen turned out to be of another height.
            self._timer.start()

    @Slot()
    def make(self) -> None:
        """Draw the picture; as long as not all paragraphs are found, it waits."""
        self._timer.stop()
        if self._mapped is None or not self._mapped.pages.complete or not self.height():
            return
        self._height = self._mapped.pages.height
        self._offsets = _row_offsets(self._mapped.pages, self.height())
        if self._density is None:
            self._density = Density(self._mapped.index.places())
        self._picture = QImage(QSize(WIDTH, self.height()), QImage.Format.Format_RGB32)
        self._picture.fill(QColor(self._theme.paper))
        painter = QPainter(self._picture)
        self._draw_tags(painter, self._mapped.tag_set, self._density)
        self._draw_found(painter, self._mapped.matches, self._mapped.current)
        painter.end()
        self.update()

    def _draw_tags(self, painter: QPainter, tag_set: TagSet, density: Density) -> None:
        """Draw a mark a row and kind; kinds that share a lane share the mark's colour."""
        colours = {kind.name: kind.colour for kind in tag_set}
        names = [*colours, *(name for name in density.kinds if name not in colours)]
        count = min(_LANES, len(names))
        lanes: list[dict[int, str]] = [{} for _lane in range(count)]
        for number, name in enumerate(names):
            drawn = lanes[number % _LANES]
            colour = self._theme.mark(colours.get(name, UNKNOWN_COLOUR))
            for row in density.filled(name, self._offsets):
                other = drawn.get(row)
                drawn[row] = colour if other is None else mixed(other, colour, 0.5).name()
        for lane, drawn in enumerate(lanes):
            left, right = (_LEFT + _KINDS * n // count for n in (lane, lane + 1))
            width = right - left - (count > 1)
            for row, height, colour in _runs(drawn):
                painter.fillRect(left, row, width, height, QColor(colour))

    def _draw_found(self, painter: QPainter, matches: Sequence[Span], current: Span | None) -> None:
        colour = QColor(self._theme.ambiguous)
        left = WIDTH - _FOUND - 1
        before = [bisect_left(matches, offset, key=_start) for offset in self._offsets]
        for row, (first, last) in enumerate(pairwise(before)):
            if last > first:
                painter.fillRect(left, row, _FOUND, _MARK, colour)
        if current is not None:
            painter.fillRect(0, self._row(current.start), WIDTH, _MARK, colour)

    def _row(self, offset: int) -> int:
        return max(0, bisect_right(self._offsets, offset) - 1)

    def _rows(self, first: int, last: int) -> Span:
        """Return the source span of the rows from ``first`` up to ``last``; never empty."""
        start = self._offsets[max(0, first)]
        end = self._offsets[min(len(self._offsets) - 1, last)]
        return Span(start, max(start + 1, end))

    @Slot()
    def _on_theme(self) -> None:
        self._timer.start(0)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture and draw the frame of the place."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        if not self._picture.isNull():
            painter.drawImage(0, 0, self._picture)
        colour = QColor(self._theme.accent)
        painter.setPen(QPen(colour, 1.0))
        painter.drawRect(self._frame.adjusted(0.5, 0.5, -1.0, -0.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for another height."""
        super().resizeEvent(event)
        self._timer.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the pointer is."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go with the pointer while a button is down."""
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.height():
            self.went.emit(event.position().y() / self.height() * self._height)

    def event(self, event: QEvent) -> bool:
        """Tell what is where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = self.told_at(QPointF(event.pos()))
            if told:
                QToolTip.showText(event.globalPos(), told, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def told_at(self, point: QPointF) -> str:
        """Return what is said of a place of the map; nothing where nothing is."""
        if self._mapped is None or self._density is None or not self._offsets:
            return ""
        row = round(point.y())
        span = self._rows(row - _REACH, row + _REACH + 1)
        tags = self._density.total(span)
        matches = self._mapped.matches
        found = bisect_left(matches, span.end, key=_start) - bisect_left(
            matches, span.start, key=_start
        )
        lines = []
        if tags:
            one, more = self.tr("1 tag here"), self.tr("{count} tags here")
            lines.append(one if tags == 1 else more.format(count=f"{tags:,}"))
        if found:
            one, more = self.tr("1 match here"), self.tr("{count} matches here")
            lines.append(one if found == 1 else more.format(count=f"{found:,}"))
        return "\n".join(lines)


def _count(density: Density, changed: Sides) -> None:
    for before, after in changed:
        if before is not None:
            density.remove(before.kind, before.span.start, before.span.end)
        if after is not None:
            density.add(after.kind, after.span.start, after.span.end)


def _runs(drawn: dict[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield where marks of a colour that touch begin, how high they are together, that colour."""
    first = -1
    for row in sorted(drawn):
        if drawn.get(row - 1) != drawn[row]:
            first = row
        if drawn.get(row + 1) != drawn[row]:
            yield first, row - first + _MARK, drawn[row]


def _row_offsets(pages: Pages, rows: int) -> list[int]:
    """Return the source offset at the top of each row of a map, and one past the last."""
    heights, paragraphs = pages.place.heights, pages.paragraphs
    tops = list(accumulate((heights[n] for n in range(len(heights))), initial=0.0))
    offsets = []
    for row in range(rows):
        y = row * tops[-1] / rows
        index = min(bisect_right(tops, y), len(heights)) - 1
        span = paragraphs[index]
        share = (y - tops[index]) / heights[index] if heights[index] else 0.0
        offsets.append(span.start + int(share * len(span)))
    return [*offsets, paragraphs.length + 1]


def _start(span: Span) -> int:
    return span.start
