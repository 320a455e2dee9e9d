"""Accepting many suggestions at once, after a look at them; one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSlider,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.ui.kinds import listed
from reader.ui.panels.elements import SPACE, Hint, sans_faces, sized
from reader.ui.panels.suggestion_model import row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.suggest.suggestion import Suggestion
    from reader.ui.panels.elements import Index
    from reader.ui.session import Session
    from reader.ui.suggesting import Suggesting
    from reader.ui.theme import Theme

_WIDTH: Final = 720
_HEIGHT: Final = 520
_LEAST: Final = 90
"""The confidence asked for at first, in hundredths."""
_ARTICLE, _WORKSPACE = range(2)

Row = tuple[str, "Suggestion"]
"""An article's id and what is proposed for it."""


class _Model(QAbstractListModel):
    """What would be accepted, each taken or left.

    Attributes:
        taken_changed: Others are taken.
    """

    taken_changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._left: set[tuple[str, int, int, str]] = set()
        self._with_titles = False
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row], *, with_titles: bool) -> None:
        """Show others; what the reader left before stays left."""
        self.beginResetModel()
        self.rows = rows
        self._with_titles = with_titles
        self.endResetModel()
        self.taken_changed.emit()

    def taken(self) -> dict[str, list[Suggestion]]:
        """Return what is taken, by article."""
        found: dict[str, list[Suggestion]] = {}
        for row in self.rows:
            if not self._is_left(row):
                found.setdefault(row[0], []).append(row[1])
        return found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that a row can be taken."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says; only what is on the screen is ever asked for."""
        workspace = self._session.workspace
        if workspace is None or not index.isValid():
            return None
        article_id, one = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            left = self._is_left((article_id, one))
            return Qt.CheckState.Unchecked if left else Qt.CheckState.Checked
        if article_id not in workspace.articles:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.reason
        if role == Qt.ItemDataRole.DisplayRole:
            row = row_of(self._session, one, article_id)
            parts = [row.sure, row.kind, row.words, row.told]
            if self._with_titles:
                parts.append(workspace.details(article_id).title)
            return " · ".join(filter(None, parts))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a row, or leave it."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        key = _key(self.rows[index.row()])
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left.discard(key)
        else:
            self._left.add(key)
        self.dataChanged.emit(index, index)
        self.taken_changed.emit()
        return True

    def _is_left(self, row: Row) -> bool:
        return bool(self._left) and _key(row) in self._left


class AcceptAllDialog(QDialog):
    """Shows what is surer than a confidence, and accepts what is taken; Return does it.

    Attributes:
        told: It was done; carries the sentence that says what.
    """

    told = Signal(object)

    def __init__(
        self, parent: QWidget | None, session: Session, suggesting: Suggesting, theme: Theme
    ) -> None:
        """Show what is proposed for the article shown.

        Args:
            parent: The window asked from.
            session: What is open.
            suggesting: What is proposed.
            theme: The window's colours.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("acceptAllDialog")
        self.setWindowTitle(self.tr("Accept suggestions"))
        self._session = session
        self._suggesting = suggesting
        self._model = _Model(session, self)
        self.scope = QComboBox()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.least = QSpinBox()
        self.kinds: dict[str, QCheckBox] = {}
        self.view = QListView()
        self._hint = Hint(theme)
        self._stack = QStackedWidget()
        self._state = QLabel()
        self.done_button = QPushButton()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._make()
        self._assemble()
        self._connect()
        self._show()
        self.view.setFocus()

    # Putting together

    def _make(self) -> None:
        self.scope.addItem(self.tr("In this article"), _ARTICLE)
        self.scope.addItem(self.tr("In the whole workspace"), _WORKSPACE)
        self.scope.setAccessibleName(self.tr("Where"))
        for field in (self.slider, self.least):
            field.setRange(0, 100)
            field.setValue(_LEAST)
            field.setAccessibleName(self.tr("Least confidence"))
        self.least.setSuffix(self.tr("%"))
        workspace = self._session.workspace
        assert workspace is not None
        from reader.suggest import KINDS

        for kind in listed(workspace.tag_set):
            if kind.name in KINDS:
                box = QCheckBox(tr(kind.label))
                box.setChecked(True)
                self.kinds[kind.name] = box
        self.view.setObjectName("acceptRows")
        self.view.setAccessibleName(self.tr("What would be accepted"))
        self.view.setModel(self._model)
        self.view.setUniformItemSizes(True)
        source = self._session.source_script()
        if source is not None:
            self.view.setFont(sized(self.font(), sans_faces(source)))
        self.done_button.setDefault(True)

    def _assemble(self) -> None:
        self.resize(_WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        above = QHBoxLayout()
        above.setSpacing(SPACE)
        above.addWidget(self.scope)
        above.addSpacing(SPACE)
        label = QLabel(self.tr("Con&fidence from"))
        label.setBuddy(self.least)
        above.addWidget(label)
        above.addWidget(self.slider, 1)
        above.addWidget(self.least)
        column.addLayout(above)
        kinds = QHBoxLayout()
        kinds.setSpacing(2 * SPACE)
        for box in self.kinds.values():
            kinds.addWidget(box)
        kinds.addStretch(1)
        column.addLayout(kinds)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        column.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.setSpacing(SPACE)
        below.addWidget(self._state, 1)
        below.addWidget(self.done_button)
        below.addWidget(self._cancel)
        column.addLayout(below)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self.least.setValue)
        self.least.valueChanged.connect(self.slider.setValue)
        self.least.valueChanged.connect(self._show)
        self.scope.currentIndexChanged.connect(self._show)
        for box in self.kinds.values():
            box.toggled.connect(self._show)
        self._model.taken_changed.connect(self._show_count)
        self._suggesting.counted.connect(self._show)
        self._session.opened.connect(self.reject)
        self.done_button.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)

    # What is shown

    @Slot()
    def _show(self) -> None:
        """Show what is proposed and sure enough."""
        rows = self._rows()
        if not _same(rows, self._model.rows):
            self._model.show(rows, with_titles=self.scope.currentData() == _WORKSPACE)
        self._stack.setCurrentWidget(self.view if rows else self._hint)
        self._hint.setText(
            self.tr("Nothing is as sure as that. Ask for less confidence, or for other kinds.")
        )
        self._show_count()

    def _rows(self) -> list[Row]:
        workspace, article = self._session.workspace, self._session.article
        if workspace is None:
            return []
        articles = list(workspace.articles)
        if self.scope.currentData() == _ARTICLE:
            articles = [] if article is None else [article.id]
        kinds = {name for name, box in self.kinds.items() if box.isChecked()}
        least = self.least.value()
        return [
            (article_id, one)
            for article_id in articles
            for one in self._suggesting.of(article_id)
            # As it is shown, rounded.
            if one.kind in kinds and round(100 * one.confidence) >= least
        ]

    @Slot()
    def _show_count(self) -> None:
        count = sum(map(len, self._model.taken().values()))
        self.done_button.setText(self.tr("Accept {count}").format(count=f"{count:,}"))
        self.done_button.setEnabled(count > 0)
        read, articles = self._suggesting.progress
        state = ""
        if self.scope.currentData() == _WORKSPACE and read < articles:
            said = self.tr("{read} of {articles} articles are read; the others will follow here.")
            state = said.format(read=f"{read:,}", articles=f"{articles:,}")
        self._state.setText(state)

    def accept(self) -> None:
        """Accept what is taken, and close."""
        taken = self._model.taken()
        count = sum(map(len, taken.values()))
        if not count:
            return
        # What is left of them is nobody's concern once it is done.
        self._suggesting.counted.disconnect(self._show)
        if not self._session.accept(taken):
            self._suggesting.counted.connect(self._show)
            return
        said = self.tr("Accepted: {count}. Undo takes all of it back.")
        self.told.emit(said.format(count=f"{count:,}"))
        super().accept()


def _same(one: Sequence[Row], other: Sequence[Row]) -> bool:
    return len(one) == len(other) and all(
        mine[0] == its[0] and mine[1] is its[1] for mine, its in zip(one, other, strict=True)
    )


def _key(row: Row) -> tuple[str, int, int, str]:
    article_id, one = row
    return article_id, one.span.start, one.span.end, one.kind
