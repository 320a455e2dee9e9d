"""The mouse on the reading surface: it selects, chooses tags, and drags their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, Qt

from reader.text.span import Span
from reader.ui.reading.gliding import FRAME_MS

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from reader.ui.reading.selecting import Selection
    from reader.ui.reading.sheet import Sheet

_MOST_CLICKS = 4


class Pointer(QObject):
    """What the mouse does with the left button.

    Attributes:
        selected: Another passage is selected.
        clicked: A tag was clicked, or none; carries its id.
        dragged: The end of the chosen tag is being dragged.
        moved: It was let go; carries the :class:`Span` that the tag is to have.
        frame: While a selection is dragged: it may have to scroll.
    """

    selected = Signal()
    clicked = Signal(object)
    dragged = Signal()
    moved = Signal(object)
    frame = Signal()

    def __init__(self, selection: Selection, parent: QObject) -> None:
        """Act on a selection."""
        super().__init__(parent)
        self._selection = selection
        self._selecting = False
        self._drag: tuple[int, Span] | None = None
        self._clicks = 0
        self._last = QElapsedTimer()
        self._where: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.frame)

    @property
    def dragged_span(self) -> Span | None:
        """Where the chosen tag would be if its end were let go now."""
        return None if self._drag is None else self._drag[1]

    def press(self, sheet: Sheet, point: QPointF, chosen: str | None, *, extend: bool) -> None:
        """Begin a selection, extend one, or take hold of the chosen tag's end."""
        annotation = sheet.annotation(chosen)
        fixed = None if annotation is None else sheet.handle_at(point, annotation.span)
        if annotation is not None and fixed is not None:
            self._drag = fixed, annotation.span
            return
        character = sheet.character_at(point)
        if self._goes_on(point) and character is not None:
            self._count(sheet, point)
            return
        if extend:
            self._selection.extend_to(sheet.place_at(point))
        else:
            self._selection.press(sheet.place_at(point), character)
        self._selecting = True
        self._timer.start()
        self.selected.emit()

    def move(self, sheet: Sheet, point: QPointF) -> None:
        """Extend the selection, or drag the end of a tag."""
        if self._drag is not None:
            self._drag_to(sheet, sheet.place_at(point))
        elif self._selecting:
            self._selection.extend_to(sheet.place_at(point))
            self.selected.emit()

    def release(self, sheet: Sheet, point: QPointF, chosen: str | None) -> None:
        """End a selection or a drag; a click on a tag chooses it."""
        if self._drag is not None:
            span = self._drag[1]
            self._drag = None
            self.moved.emit(span)
            self.dragged.emit()
        elif self._selecting:
            self.stop()
            if not self._selection.span:
                self.clicked.emit(sheet.to_choose(point, chosen))

    def double_click(self, sheet: Sheet, point: QPointF) -> None:
        """Select the name or the clause under the pointer; a further click, the sentence."""
        self.stop()
        self._clicks = 1
        self._count(sheet, point)

    def stop(self) -> None:
        """Drag no selection any more."""
        self._selecting = False
        self._timer.stop()

    def let_go(self) -> None:
        """Drag nothing any more, as what was dragged is not there."""
        self.stop()
        self._drag = None

    def shape(self, sheet: Sheet, point: QPointF, chosen: str | None) -> Qt.CursorShape | None:
        """Return how the pointer looks at a point; ``None`` while something is dragged."""
        if self._drag is not None or self._selecting:
            return None
        annotation = sheet.annotation(chosen)
        if annotation is not None and sheet.handle_at(point, annotation.span) is not None:
            return Qt.CursorShape.SizeHorCursor
        if sheet.annotations_at(point):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor

    def _goes_on(self, point: QPointF) -> bool:
        """Return whether a press comes soon after a double click, at the same place."""
        hints = QGuiApplication.styleHints()
        return (
            2 <= self._clicks < _MOST_CLICKS
            and self._where is not None
            and self._last.elapsed() <= hints.mouseDoubleClickInterval()
            and (point - self._where).manhattanLength() <= hints.mouseDoubleClickDistance()
        )

    def _count(self, sheet: Sheet, point: QPointF) -> None:
        character = sheet.character_at(point)
        if character is None:
            return
        self._clicks += 1
        self._where = point
        self._last.start()
        self._selection.select_around(character, self._clicks)
        self.selected.emit()

    def _drag_to(self, sheet: Sheet, place: Span) -> None:
        assert self._drag is not None
        fixed, old = self._drag
        span = Span.between(fixed, place.end if place.end > fixed else place.start)
        self._drag = fixed, (sheet.pages.view.snapped(span) if span else old)
        self.dragged.emit()
