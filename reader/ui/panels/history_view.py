"""How the history's rows are set, walked through and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from reader.ui.panels.elements import SPACE, paint_dot
from reader.ui.panels.history_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.panels.elements import Index
    from reader.ui.panels.history_model import HistoryModel
    from reader.ui.theme import Theme
    from reader.workspace.past import Step

_ROW: Final = 28
# Columns whose words are of one length get what those need, the others share the
# rest: column, least width, share.
_FIXED: Final = {Column.WHEN: 128, Column.WHO: 72, Column.WHAT: 114}
_SHARES: Final = {Column.WORDS: (100, 0.6), Column.WHERE: (70, 0.4)}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistoryView(QTableView):
    """Rows of one height, one of them current.

    Attributes:
        step_met: Carries the :class:`Step` whose row is the current one now, or ``None``.
        step_chosen: Carries the step whose row was clicked or entered.
        left: Escape was pressed.
    """

    step_met = Signal(object)
    step_chosen = Signal(object)
    left = Signal()

    def __init__(self, model: HistoryModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a model's rows."""
        super().__init__(parent)
        self._model = model
        self._sharing = False
        self._shares_width = True
        self.setModel(model)
        self.setItemDelegate(_Cell(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW)
        rows.setDefaultSectionSize(_ROW)
        # With a selection of its own the header does not ask all rows whether it looks pressed.
        columns.setSelectionModel(QItemSelectionModel(model, columns))
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(60)
        for column, width in _FIXED.items():
            self.setColumnWidth(column, width)
        columns.sectionResized.connect(self._on_column_resized)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.clicked.connect(self._on_clicked)

    @property
    def current(self) -> Step | None:
        """The step whose row is the current one."""
        index = self.currentIndex()
        return self._model.step(index.row()) if index.isValid() else None

    def go_to(self, step: Step | None) -> None:
        """Make a step's row the current one, or the first where it is not shown."""
        row = max(0, self._model.row_of(step))
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, Column.WHEN))
        else:
            self.step_met.emit(None)

    def add(self, steps: Sequence[Step]) -> None:
        """Let rows come; those that are seen stay where they are, unless the first is seen."""
        bar = self.verticalScrollBar()
        first, value = self.rowAt(0), bar.value()
        came = 0
        for row in self._model.add(steps):
            came += row <= first + came
        if value > 0:
            # The bar learns of its new end only now.
            self.updateGeometries()
            bar.setValue(value + came * _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, until the reader sets one."""
        super().resizeEvent(event)
        if self._shares_width:
            self._sharing = True
            rest = self.viewport().width() - sum(_FIXED.values())
            for column, (least, share) in _SHARES.items():
                self.setColumnWidth(column, max(least, int(rest * share)))
            self._sharing = False

    @Slot(int, int, int)
    def _on_column_resized(self, _column: int, _before: int, _now: int) -> None:
        self._shares_width = self._sharing

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.step_met.emit(self.current)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.step_chosen.emit(self._model.step(index.row()))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that rows answer to from the window's shortcuts."""
        own = isinstance(event, QKeyEvent) and event.key() in (*_ENTER, Qt.Key.Key_Escape)
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the words of a row, or leave; the rest is Qt's walking about."""
        if event.key() in _ENTER:
            if self.current is not None:
                self.step_chosen.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: Qt would read every row for each letter; the filter is there."""


class _Cell(QStyledItemDelegate):
    """Sets the cells of a row on one baseline."""

    def __init__(self, theme: Theme, view: HistoryView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.chosen))
        metrics = QFontMetricsF(option.font)
        baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2
        left = float(rect.left() + SPACE)
        dot = index.data(Qt.ItemDataRole.DecorationRole)
        if dot is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = paint_dot(painter, left, baseline - metrics.capHeight() / 2, dot.name()) + SPACE
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or QColor(self._theme.ink))
        words = QFontMetricsF(painter.font()).elidedText(
            index.data(Qt.ItemDataRole.DisplayRole),
            Qt.TextElideMode.ElideRight,
            rect.right() - SPACE - left,
        )
        painter.drawText(QPointF(left, baseline), words)
        current = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        if current and index.column() == Column.WHEN:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), QColor(self._theme.accent))
        painter.restore()
