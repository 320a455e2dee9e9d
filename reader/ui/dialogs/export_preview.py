"""The first tags as a format will have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
)

from reader.exporters import Table
from reader.ui.panels.elements import SPACE, paint_in, wrapped_label

if TYPE_CHECKING:
    from reader.ui.theme import Theme

_LINES: Final = 3
_WIDEST: Final = 220
# A line of a file may be a whole article; nobody reads that here.
_LINE_LENGTH: Final = 400
_CELL_LENGTH: Final = 80


class ExportPreview(QStackedWidget):
    """Shows the beginning of a file: a table, a text, or a sentence where there is neither."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("exportPreview")
        self._table = QTableWidget()
        self._text = QPlainTextEdit()
        self._sentence = wrapped_label()
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setObjectName("previewSentence")
        paint_in(self._sentence, theme.soft_ink)
        self._set_up()
        for page in (self._sentence, self._table, self._text):
            self.addWidget(page)
        self.setMinimumHeight(_LINES * self._table.verticalHeader().defaultSectionSize() + SPACE)

    def _set_up(self) -> None:
        self._table.setObjectName("previewTable")
        self._table.setAccessibleName(self.tr("The first tags as the file will have them"))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        self._text.setObjectName("previewText")
        self._text.setAccessibleName(self.tr("The first tags as the file will have them"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    def say(self, sentence: str) -> None:
        """Show a sentence, and no tags."""
        self._sentence.setText(sentence)
        self.setCurrentWidget(self._sentence)

    def show_beginning(self, beginning: Table | str) -> None:
        """Show how a file begins."""
        if isinstance(beginning, Table):
            self._show_table(beginning)
        else:
            lines = beginning.split("\n")
            self._text.setPlainText("\n".join(_cut(line, _LINE_LENGTH) for line in lines))
            self.setCurrentWidget(self._text)

    def _show_table(self, beginning: Table) -> None:
        table = self._table
        table.setColumnCount(len(beginning.header))
        table.setRowCount(len(beginning.rows))
        table.setHorizontalHeaderLabels([_cut(name, _CELL_LENGTH) for name in beginning.header])
        for row, cells in enumerate(beginning.rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(_cut(cell.replace("\n", "↵"), _CELL_LENGTH))
                item.setToolTip(cell if len(cell) <= _LINE_LENGTH else _cut(cell, _LINE_LENGTH))
                table.setItem(row, column, item)
        table.resizeColumnsToContents()
        for column in range(table.columnCount()):
            table.setColumnWidth(column, min(table.columnWidth(column), _WIDEST))
        self.setCurrentWidget(table)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
