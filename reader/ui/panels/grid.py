"""What the tables below the text have in common: the one of all tags and the history.

Rows are of one height and are walked through and entered by key; columns share the width until
the reader sets one; cells stand on one baseline.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from reader.ui.panels.elements import SPACE, paint_dot, sized
from reader.ui.reading.typography import faces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import Workspace

AnyIndex = QModelIndex | QPersistentModelIndex

ROW: Final = 28
"""How high a row is, in pixels."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Widths:
    """How columns share the width, in pixels.

    Attributes:
        fixed: What columns whose words are of one length need, by column.
        shares: Of the others, the least that each gets and its share of the rest.
        least: What the reader can make no column narrower than.
    """

    fixed: Mapping[int, int]
    shares: Mapping[int, tuple[int, float]]
    least: int


class GridModel(QAbstractTableModel):
    """Rows under named columns, with quotes in the faces of their articles."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._fonts: dict[tuple[str, str], QFont] = {}

    def titles(self) -> tuple[str, ...]:
        """Return the names of the columns, from the left."""
        raise NotImplementedError

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return a column's name."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.titles()[section]

    def quote_font(self, workspace: Workspace, article_id: str) -> QFont:
        """Return the serif of its script for a quote: those are the article's own words."""
        key = self._session.script, workspace.script(article_id)
        if key not in self._fonts:
            self._fonts[key] = sized(QGuiApplication.font(), faces(*key), larger=1)
        return self._fonts[key]


class GridView(QTableView):
    """Rows of one height, of which one is current.

    Attributes:
        left: Escape was pressed.
    """

    left = Signal()

    def __init__(self, model: GridModel, widths: Widths, parent: QWidget | None = None) -> None:
        """Show a model's rows."""
        super().__init__(parent)
        self._widths = widths
        self._sharing = False
        self._shares_width = True
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        # A header asks whether all rows of each column are selected, cell by cell, to
        # look pressed; with nothing selected in its own model it does not ask.
        columns.setSelectionModel(QItemSelectionModel(model, columns))
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(widths.least)
        for column, width in widths.fixed.items():
            self.setColumnWidth(column, width)
        columns.sectionResized.connect(self._on_column_resized)

    def enter(self) -> None:
        """Go to what the current row tells of."""
        raise NotImplementedError

    def is_own(self, event: QKeyEvent) -> bool:
        """Return whether rows answer to a key."""
        return event.key() in (*_ENTER, Qt.Key.Key_Escape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, until the reader sets one."""
        super().resizeEvent(event)
        if not self._shares_width:
            return
        self._sharing = True
        rest = self.viewport().width() - sum(self._widths.fixed.values())
        for column, (least, share) in self._widths.shares.items():
            self.setColumnWidth(column, max(least, int(rest * share)))
        self._sharing = False

    @Slot(int, int, int)
    def _on_column_resized(self, _column: int, _before: int, _now: int) -> None:
        self._shares_width = self._sharing

    def event(self, event: QEvent) -> bool:
        """Keep the keys that rows answer to from the window's shortcuts."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self.is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter a row, or leave; the rest is Qt's walking about."""
        if event.key() in _ENTER:
            self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: Qt would read every row for each letter; the filter is there."""


class Cell(QStyledItemDelegate):
    """Sets the cells of a row on one baseline; the current row has a bar at its left."""

    def __init__(self, theme: Theme, view: GridView) -> None:
        """Paint in a theme's colours."""
        super().__init__(view)
        self._view = view
        self._theme = theme

    def pieces(self, index: AnyIndex) -> Iterator[tuple[str, QColor]]:
        """Yield a cell's words with the ink of each."""
        colour = index.data(Qt.ItemDataRole.ForegroundRole) or QColor(self._theme.ink)
        yield index.data(Qt.ItemDataRole.DisplayRole), colour

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        rect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.chosen))
        # One baseline, whatever the face: the centres of two faces differ.
        metrics = QFontMetricsF(option.font)
        baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2
        left = float(rect.left() + SPACE)
        dot = index.data(Qt.ItemDataRole.DecorationRole)
        if dot is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = paint_dot(painter, left, baseline - metrics.capHeight() / 2, dot.name()) + SPACE
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        self._paint_words(painter, QPointF(left, baseline), rect.right() - SPACE, index)
        if index.column() == 0 and self._is_current(index):
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), QColor(self._theme.accent))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, place: QPointF, right: float, index: AnyIndex
    ) -> None:
        """Paint a cell's words from a place on the baseline, cut with … at the right."""
        metrics = QFontMetricsF(painter.font())
        for words, colour in self.pieces(index):
            room = right - place.x()
            painter.setPen(colour)
            painter.drawText(place, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
            width = metrics.horizontalAdvance(words)
            if width > room:
                break
            place = QPointF(place.x() + width, place.y())

    def _is_current(self, index: AnyIndex) -> bool:
        return self._view.hasFocus() and index.row() == self._view.currentIndex().row()
