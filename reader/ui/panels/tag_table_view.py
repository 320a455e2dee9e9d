"""How the tag table's rows are set, chosen and walked through."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from reader.ui.panels.elements import SPACE, paint_dot
from reader.ui.panels.tag_table_rows import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtCore import QPersistentModelIndex, QRect
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.panels.tag_table_model import TagTableModel
    from reader.ui.theme import Theme

_ROW: Final = 28
# Columns whose words are of one length get what those need, the others share the
# rest: column, least width, share.
_FIXED: Final = {Column.KIND: 116, Column.AUTHOR: 84, Column.MODIFIED: 134}
_SHARES: Final = {
    Column.QUOTE: (120, 0.32),
    Column.ARTICLE: (90, 0.20),
    Column.ATTRIBUTES: (120, 0.34),
    Column.NOTE: (64, 0.14),
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ADDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TagTableView(QTableView):
    """The rows, chosen whole, several at once.

    Attributes:
        row_chosen: Carries the row that was clicked or entered.
        delete_asked: The selected rows shall go.
        left: Escape was pressed.
    """

    row_chosen = Signal(object)
    delete_asked = Signal()
    left = Signal()

    def __init__(self, model: TagTableModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a model's rows."""
        super().__init__(parent)
        self._model = model
        self._sharing = False
        self._shares_width = True
        self.setModel(model)
        self.setItemDelegate(_Cell(model, theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._set_headers()
        self.clicked.connect(self._on_clicked)

    def _set_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW)
        rows.setDefaultSectionSize(_ROW)
        # A header asks whether all rows of each column are selected, cell by cell, to
        # look pressed; with nothing selected in its own model it does not ask.
        columns.setSelectionModel(QItemSelectionModel(self._model, columns))
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(64)
        for column, width in _FIXED.items():
            self.setColumnWidth(column, width)
        columns.sortIndicatorChanged.connect(self._on_sort)
        columns.sectionResized.connect(self._on_column_resized)

    def selected_rows(self) -> list[int]:
        """Return the selected rows, from the top."""
        parts = self.selectionModel().selection().toList()
        return sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))

    def rearrange(self, change: Callable[[], None], *, follow: bool) -> None:
        """Let rows come, go or move; what is selected and still there stays selected.

        Qt would follow a selection cell by cell, which takes a second for some ten
        thousand rows; here it is put away by id.

        Args:
            change: What the model is to do.
            follow: Whether to go where the current row went.
        """
        current = self.currentIndex()
        selected_ids = self._model.ids(self.selected_rows())
        current_ids = self._model.ids([current.row()] if current.isValid() else [])
        self.selectionModel().clear()
        change()
        self._select(self._model.rows_of(selected_ids))
        for row in self._model.rows_of(current_ids):
            self._set_current(row, follow=follow)

    def _set_current(self, row: int, *, follow: bool) -> None:
        self.setAutoScroll(follow)
        self.selectionModel().setCurrentIndex(
            self._model.index(row, Column.KIND), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self.setAutoScroll(True)

    def _select(self, rows: Iterable[int]) -> None:
        chosen = QItemSelection()
        for first, last in _runs(rows):
            chosen.select(
                self._model.index(first, Column.KIND), self._model.index(last, Column.MODIFIED)
            )
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, until the reader sets one."""
        super().resizeEvent(event)
        if not self._shares_width:
            return
        self._sharing = True
        rest = self.viewport().width() - sum(_FIXED.values())
        for column, (least, share) in _SHARES.items():
            self.setColumnWidth(column, max(least, int(rest * share)))
        self._sharing = False

    @Slot(int, int, int)
    def _on_column_resized(self, _column: int, _before: int, _now: int) -> None:
        self._shares_width = self._sharing

    @Slot(int, Qt.SortOrder)
    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        self.rearrange(lambda: self._model.sort(column, order), follow=False)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """Choose the row, unless the click was to add it to the selection or take it away."""
        if not QGuiApplication.keyboardModifiers() & _ADDS:
            self.row_chosen.emit(index.row())

    def event(self, event: QEvent) -> bool:
        """Keep the keys that rows answer to from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() in (*_ENTER, Qt.Key.Key_Delete, Qt.Key.Key_Escape)
            if own or event.matches(QKeySequence.StandardKey.SelectAll) or _is_copy(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, delete or copy; the rest is Qt's walking about."""
        if event.key() in _ENTER:
            if self.currentIndex().isValid():
                self.row_chosen.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _is_copy(event):
            # Qt would copy a cell as it is shown, cut short.
            QGuiApplication.clipboard().setText("\n".join(self._model.quotes(self.selected_rows())))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: Qt would read every row for each letter; the filter is there."""


def _is_copy(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of rows that follow one another."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        yield members[0], members[-1]


class _Cell(QStyledItemDelegate):
    """Sets the cells of a row on one baseline; attributes in two inks."""

    def __init__(self, model: TagTableModel, theme: Theme, view: TagTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        rect: QRect = option.rect
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
        if index.column() == Column.KIND and self._is_current(index):
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), QColor(self._theme.accent))
        painter.restore()

    def _paint_words(
        self,
        painter: QPainter,
        place: QPointF,
        right: float,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell's words from a place on the baseline, cut with … at the right."""
        metrics = QFontMetricsF(painter.font())
        for words, colour in self._pieces(index):
            room = right - place.x()
            painter.setPen(colour)
            painter.drawText(place, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
            width = metrics.horizontalAdvance(words)
            if width > room:
                break
            place = QPointF(place.x() + width, place.y())

    def _pieces(self, index: QModelIndex | QPersistentModelIndex) -> Iterator[tuple[str, QColor]]:
        if index.column() != Column.ATTRIBUTES:
            colour = index.data(Qt.ItemDataRole.ForegroundRole) or QColor(self._theme.ink)
            yield index.data(Qt.ItemDataRole.DisplayRole), colour
            return
        for number, (name, value) in enumerate(self._model.attributes(index.row())):
            yield f" · {name} " if number else f"{name} ", QColor(self._theme.soft_ink)
            yield value, QColor(self._theme.ink)

    def _is_current(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._view.hasFocus() and index.row() == self._view.currentIndex().row()
