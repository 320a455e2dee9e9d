"""The rows that lists are made of: walked by the arrow keys, chosen by a click or Return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent


class RowList(QTableView):
    """A list whose rows are chosen by a click or Return; the arrow keys only walk.

    A right click chooses too, so that its menu speaks of the row under the pointer.

    It is a table of one column, because a QListView lays out every row anew for
    each that changes: 30 ms with ten thousand rows.

    Attributes:
        row_chosen: Carries the index of a row that was clicked, or on which Return was pressed.
        delete_pressed: Carries the index of the row on which Delete was pressed.
        rename_pressed: Carries the index of the row on which F2 was pressed.
    """

    row_chosen = Signal(object)
    delete_pressed = Signal(object)
    rename_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, uniform: bool = True) -> None:
        """Show an empty list.

        Args:
            parent: Owner.
            uniform: Whether every row is as high as the first.
        """
        super().__init__(parent)
        self._uniform = uniform
        self._make_plain()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMouseTracking(True)
        self._signals = {
            Qt.Key.Key_Return: self.row_chosen,
            Qt.Key.Key_Enter: self.row_chosen,
            Qt.Key.Key_Delete: self.delete_pressed,
            Qt.Key.Key_F2: self.rename_pressed,
        }
        self.clicked.connect(self._on_clicked)

    def _make_plain(self) -> None:
        """Leave nothing of a table to be seen."""
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def put_current(self, index: QModelIndex) -> None:
        """Put the keyboard's place on a row and bring it into view; off every row where invalid."""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)
        if index.isValid():
            self.scrollTo(index)

    # Heights

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model's rows."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self.fit_rows)
            model.rowsInserted.connect(self._on_inserted)
            model.dataChanged.connect(self._on_data_changed)

    @Slot()
    def fit_rows(self) -> None:
        """Give the rows the heights that they are drawn in."""
        if self.model() is not None:
            self._fit(0, self.model().rowCount() - 1)

    def _fit(self, first: int, last: int) -> None:
        header, option = self.verticalHeader(), QStyleOptionViewItem()
        self.initViewItemOption(option)
        if self._uniform:
            height = self.itemDelegate().sizeHint(option, self.model().index(0, 0)).height()
            # Even where it is what it was, all rows would be gone through.
            if height != header.defaultSectionSize():
                header.setDefaultSectionSize(height)
            return
        for row in range(first, last + 1):
            height = self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height()
            if height != header.sectionSize(row):
                header.resizeSection(row, height)

    @Slot(QModelIndex, int, int)
    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._fit(first, last)

    @Slot(QModelIndex, QModelIndex)
    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if not self._uniform:
            self._fit(first.row(), last.row())

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the rows to the font that the style gives only now."""
        super().showEvent(event)
        self.fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the width, where that matters."""
        super().resizeEvent(event)
        if not self._uniform and event.size().width() != event.oldSize().width():
            self.fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows to another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_rows()

    # Keys and clicks

    def event(self, event: QEvent) -> bool:
        """Keep the list's own keys from the window's shortcuts."""
        own = isinstance(event, QKeyEvent) and self._signal_for(event) is not None
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, rename or delete the row that the keyboard is on."""
        signal = self._signal_for(event)
        if signal is None:
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            signal.emit(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: Qt would read every row for each letter; the filter is there."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row that a menu is about to open on."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.RightButton and index.isValid():
            self.row_chosen.emit(index)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Take Home and End to the first and the last row, not to columns."""
        rows = self.model().rowCount()
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self.model().index(0, 0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.model().index(rows - 1, 0)
        return super().moveCursor(action, modifiers)

    def _signal_for(self, event: QKeyEvent) -> SignalInstance | None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._signals.get(Qt.Key(event.key())) if plain else None

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index)
