"""The rows of a table of corrections."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from reader.language import tr
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from reader.text.glossary import Correction
    from reader.ui.glossaries import Place

    Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    WORDS = 0
    SHOWN = 1
    SCRIPTS = 2
    WHERE = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A correction and where it is kept; ``None``: it comes with the product."""

    correction: Correction
    where: Place | None = None


def script_name(script: Script) -> str:
    """Return what a script that is converted to is called."""
    names = {
        Script.SIMPLIFIED: _translated("Simplified 简体"),
        Script.TRADITIONAL: _translated("Traditional 繁體"),
        Script.TAIWAN: _translated("Taiwan 臺灣"),
        Script.HONG_KONG: _translated("Hong Kong 香港"),
    }
    return names[script]


class CorrectionsModel(QAbstractTableModel):
    """Corrections in a table that is only read; the dialog changes them through the session."""

    def __init__(self, columns: int, parent: QObject) -> None:
        """Show no rows yet, in the first ``columns`` columns."""
        super().__init__(parent)
        self._columns = columns
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of corrections."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else self._columns

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  whatever Qt asks for
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            _translated("Words in the source"),
            _translated("Shown as"),
            _translated("Scripts"),
            _translated("Where"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  whatever Qt asks for
        """Return what a cell says."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self.rows[index.row()], Column(index.column()))
        return None

    def _text(self, row: Row, column: Column) -> str:
        one = row.correction
        if column is Column.WORDS:
            return one.words
        if column is Column.SHOWN:
            never = one.shown == one.words
            return _translated("never converted") if never else one.shown
        if column is Column.SCRIPTS:
            named = [script_name(script) for script in Script if script in one.scripts]
            return tr(", ").join(named) or _translated("every script")
        here = row.where == "workspace"
        return _translated("this workspace") if here else _translated("all my workspaces")


def _translated(text: str) -> str:
    return QCoreApplication.translate("Corrections", text)
