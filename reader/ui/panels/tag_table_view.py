"""How the tag table's rows are set, chosen and walked through."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from reader.ui.panels.grid import Cell, GridView, Widths
from reader.ui.panels.tag_table_rows import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from reader.ui.panels.grid import AnyIndex
    from reader.ui.panels.tag_table_model import TagTableModel
    from reader.ui.theme import Theme

_WIDTHS: Final = Widths(
    fixed={Column.KIND: 116, Column.AUTHOR: 84, Column.MODIFIED: 134},
    shares={
        Column.QUOTE: (120, 0.28),
        Column.ARTICLE: (100, 0.26),
        Column.ATTRIBUTES: (120, 0.32),
        Column.NOTE: (64, 0.14),
    },
    least=64,
)
_ADDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TagTableView(GridView):
    """The rows, chosen whole, several at once.

    Attributes:
        row_chosen: Carries the row that was clicked or entered.
        delete_asked: The selected rows shall go.
    """

    row_chosen = Signal(object)
    delete_asked = Signal()

    def __init__(self, model: TagTableModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a model's rows."""
        super().__init__(model, _WIDTHS, parent)
        self._model = model
        self.setItemDelegate(_TagCell(model, theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        columns = self.horizontalHeader()
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.sortIndicatorChanged.connect(self._on_sort)
        self.clicked.connect(self._on_clicked)

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

    @Slot(int, Qt.SortOrder)
    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        self.rearrange(lambda: self._model.sort(column, order), follow=False)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """Choose the row, unless the click was to add it to the selection or take it away."""
        if not QGuiApplication.keyboardModifiers() & _ADDS:
            self.row_chosen.emit(index.row())

    def enter(self) -> None:
        """Choose the current row."""
        if self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())

    def is_own(self, event: QKeyEvent) -> bool:
        """Return whether rows answer to a key."""
        if event.key() == Qt.Key.Key_Delete or event.matches(QKeySequence.StandardKey.SelectAll):
            return True
        return _is_copy(event) or super().is_own(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete or copy too."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif _is_copy(event):
            # Qt would copy a cell as it is shown, cut short.
            QGuiApplication.clipboard().setText("\n".join(self._model.quotes(self.selected_rows())))
        else:
            super().keyPressEvent(event)


def _is_copy(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of rows that follow one another."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        yield members[0], members[-1]


class _TagCell(Cell):
    """Sets attributes in two inks."""

    def __init__(self, model: TagTableModel, theme: Theme, view: TagTableView) -> None:
        super().__init__(theme, view)
        self._model = model

    def pieces(self, index: AnyIndex) -> Iterator[tuple[str, QColor]]:
        """Yield a cell's words with the ink of each."""
        if index.column() != Column.ATTRIBUTES:
            yield from super().pieces(index)
            return
        for number, (name, value) in enumerate(self._model.attributes(index.row())):
            yield f" · {name} " if number else f"{name} ", QColor(self._theme.soft_ink)
            yield value, QColor(self._theme.ink)
