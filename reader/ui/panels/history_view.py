"""How the history's rows are set, walked through and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView

from reader.ui.panels.grid import ROW, Cell, GridView, Widths
from reader.ui.panels.history_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reader.ui.panels.history_model import HistoryModel
    from reader.ui.theme import Theme
    from reader.workspace.journals.past import Step

_WIDTHS: Final = Widths(
    fixed={Column.WHEN: 128, Column.WHO: 72, Column.WHAT: 114},
    shares={Column.WORDS: (100, 0.6), Column.WHERE: (70, 0.4)},
    least=60,
)


class HistoryView(GridView):
    """Rows of which one is current.

    Attributes:
        step_met: Carries the :class:`Step` whose row is the current one now, or ``None``.
        step_chosen: Carries the step whose row was clicked or entered.
    """

    step_met = Signal(object)
    step_chosen = Signal(object)

    def __init__(self, model: HistoryModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a model's rows."""
        super().__init__(model, _WIDTHS, parent)
        self._model = model
        self.setItemDelegate(Cell(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
            bar.setValue(value + came * ROW)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.step_met.emit(self.current)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.step_chosen.emit(self._model.step(index.row()))

    def enter(self) -> None:
        """Go to the words of the current row."""
        if self.current is not None:
            self.step_chosen.emit(self.current)
