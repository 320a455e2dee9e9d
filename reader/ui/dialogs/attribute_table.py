"""The attributes of a kind of tag, in a table in which they are made, named and removed."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.annotation.tag_set import Attribute, AttributeType
from reader.language import tr
from reader.ui.dialogs.tag_set_model import proposed_name
from reader.ui.panels.elements import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.ui.panels.elements import Index

_COMMAS: Final = re.compile(r"[,，、;；]")
_SEMICOLONS: Final = re.compile(r"[;；]")
_ROWS: Final = 5


class Column(IntEnum):
    """The columns, from left to right."""

    LABEL = 0
    TYPE = 1
    CHOICES = 2
    NAME = 3


def type_name(kind: AttributeType) -> str:
    """Return what a type of attribute is called."""
    return {
        AttributeType.TEXT: _translated("Text"),
        AttributeType.NUMBER: _translated("Number"),
        AttributeType.INTEGER: _translated("Whole number"),
        AttributeType.CHOICE: _translated("Choice"),
        AttributeType.DATE: _translated("Date"),
        AttributeType.YES_NO: _translated("Yes or no"),
    }[kind]


def choices_of(written: str) -> tuple[str, ...]:
    """Return the choices of a line, parted by commas; by semicolons where it has any."""
    between = _SEMICOLONS if _SEMICOLONS.search(written) else _COMMAS
    return tuple(dict.fromkeys(one.strip() for one in between.split(written) if one.strip()))


def choices_line(choices: Sequence[str]) -> str:
    """Return choices in a line from which they are read again."""
    commas = any(_COMMAS.search(one) for one in choices)
    line = ("; " if commas else ", ").join(choices)
    # One choice with a comma in it is still one.
    return f"{line};" if commas and len(choices) == 1 else line


class AttributeModel(QAbstractTableModel):
    """The attributes of one kind, as they are wanted.

    Attributes:
        edited: The reader changed one.
        attributes: As they are wanted.
    """

    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin without any."""
        super().__init__(parent)
        self.attributes: tuple[Attribute, ...] = ()
        self._stored: frozenset[str] = frozenset()

    def show(self, attributes: tuple[Attribute, ...], stored: Iterable[str]) -> None:
        """Show attributes; the names of those that are stored already never change."""
        self._stored = frozenset(stored)
        if attributes != self.attributes:
            self.beginResetModel()
            self.attributes = attributes
            self.endResetModel()

    def add(self) -> int:
        """Add an attribute at the end; return its row."""
        row = len(self.attributes)
        name = proposed_name("", {one.name for one in self.attributes} | self._stored, "attribute")
        self.beginInsertRows(QModelIndex(), row, row)
        self.attributes = (*self.attributes, Attribute(name, ""))
        self.endInsertRows()
        self.edited.emit()
        return row

    def remove(self, row: int) -> None:
        """Remove an attribute."""
        self.beginRemoveRows(QModelIndex(), row, row)
        self.attributes = (*self.attributes[:row], *self.attributes[row + 1 :])
        self.endRemoveRows()
        self.edited.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of attributes."""
        return 0 if parent.isValid() else len(self.attributes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  whatever Qt asks for
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            _translated("Attribute"),
            _translated("Type"),
            _translated("Choices"),
            _translated("Stored as"),
        )[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return which cells can be written in: choices of a choice, names not stored yet."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        one = self.attributes[index.row()]
        locked = {
            Column.CHOICES: one.type is not AttributeType.CHOICE,
            Column.NAME: one.name in self._stored,
        }
        if not locked.get(Column(index.column()), False):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  whatever Qt asks for
        """Return what a cell says."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        one = self.attributes[index.row()]
        match Column(index.column()):
            case Column.LABEL:
                return tr(one.label)
            case Column.TYPE:
                return type_name(one.type)
            case Column.CHOICES:
                return (
                    choices_line([*map(tr, one.choices)])
                    if one.type is AttributeType.CHOICE
                    else ""
                )
            case _:
                return one.name

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401  whatever the editor gives
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Take what was written into a cell."""
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        row = index.row()
        made = self._changed(self.attributes[row], Column(index.column()), value)
        self.attributes = (*self.attributes[:row], made, *self.attributes[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, Column.NAME))
        self.edited.emit()
        return True

    def _changed(self, one: Attribute, column: Column, value: Any) -> Attribute:  # noqa: ANN401
        match column:
            case Column.LABEL:
                return replace(one, label=value.strip(), name=self._name(one, value))
            case Column.TYPE:
                return replace(one, type=AttributeType(value))
            case Column.CHOICES:
                # Choices that are known are shown in the reader's language, and stored in English.
                stored = {tr(choice): choice for choice in one.choices}
                chosen = tuple(stored.get(choice, choice) for choice in choices_of(value))
                return replace(one, choices=chosen)
            case _:
                return replace(one, name=value.strip())

    def _name(self, one: Attribute, label: str) -> str:
        """Return the name that goes with another label: its own where it is stored or chosen."""
        taken = {other.name for other in self.attributes if other is not one} | self._stored
        if one.name in self._stored or one.name != proposed_name(one.label, taken, "attribute"):
            return one.name
        return proposed_name(label, taken, "attribute")


class _Delegate(QStyledItemDelegate):
    """Types are chosen from a list; everything else is written."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return what a cell is changed with."""
        if index.column() != Column.TYPE:
            editor = super().createEditor(parent, option, index)
            name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
            editor.setAccessibleName(name)
            if isinstance(editor, QLineEdit) and index.column() == Column.CHOICES:
                editor.setPlaceholderText(_translated("parted by commas"))
            return editor
        combo = QComboBox(parent)
        combo.setAccessibleName(_translated("Type"))
        for kind in AttributeType:
            combo.addItem(type_name(kind), kind.value)
        combo.activated.connect(self._on_activated)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(str(index.data())))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what was written or chosen."""
        if isinstance(editor, QComboBox):
            if editor.currentText() != index.data():
                model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    @Slot()
    def _on_activated(self) -> None:
        editor = self.sender()
        assert isinstance(editor, QComboBox)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class AttributeTable(QWidget):
    """Attributes in a table, with buttons to add and remove.

    Attributes:
        model: What they are.
        view: The table.
    """

    def __init__(self) -> None:
        """Begin without attributes."""
        super().__init__()
        self.model = AttributeModel(self)
        self.view = _AttributeView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self._add = QPushButton(self.tr("&Add attribute"))
        self._add.setObjectName("attributeAdd")
        self._remove = QPushButton(self.tr("Remove attri&bute"))
        self._remove.setObjectName("attributeRemove")
        self._remove.setToolTip(self.tr("Tags that have it keep what they hold"))
        for button in (self._add, self._remove):
            button.setAutoDefault(False)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in Column:
            wide = column in (Column.LABEL, Column.CHOICES)
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Stretch if wide else mode.ResizeToContents)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._add)
        row.addWidget(self._remove)
        row.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(SPACE // 2)
        column_.addWidget(self.view, 1)
        column_.addLayout(row)
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self.view.remove_pressed.connect(self._on_remove)
        self.view.selectionModel().currentChanged.connect(self._show_whether)
        self.model.modelReset.connect(self._show_whether)
        self._show_whether()

    def in_order(self) -> list[QWidget]:
        """Return what the keyboard goes through."""
        return [self.view, self._add, self._remove]

    def finish(self) -> None:
        """Take what is being written into a cell."""
        self.view.setFocus()

    @Slot()
    def _show_whether(self) -> None:
        self._remove.setEnabled(self.view.currentIndex().isValid())

    @Slot()
    def _on_add(self) -> None:
        index = self.model.index(self.model.add(), Column.LABEL)
        self.view.setFocus()
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    @Slot()
    def _on_remove(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.model.remove(index.row())
            self._show_whether()


class _AttributeView(QTableView):
    """The table: F2 or typing changes a cell, Delete removes a row.

    Attributes:
        remove_pressed: The row that the keyboard is on shall go.
    """

    remove_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kindAttributes")
        self.setAccessibleName(self.tr("Attributes"))
        self.setShowGrid(False)
        # As far in as the words of its header are.
        self.setStyleSheet("QTableView::item { padding: 0 5px; }")
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked
            | trigger.SelectedClicked
            | trigger.EditKeyPressed
            | trigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        self.setMinimumHeight((_ROWS - 1) * 30)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove a row; Return opens a cell, as F2 does."""
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            # What the cell left over has ended it, and is nobody else's.
            event.accept()
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.remove_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
        else:
            super().keyPressEvent(event)


def _translated(text: str) -> str:
    return QCoreApplication.translate("AttributeTable", text)
