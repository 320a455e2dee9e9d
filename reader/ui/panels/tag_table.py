"""The table of every tag of the workspace, with its filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.ui.panels.elements import SPACE, Hint, paint_in
from reader.ui.panels.tag_table_filters import TagFilters
from reader.ui.panels.tag_table_model import TagTableModel
from reader.ui.panels.tag_table_view import TagTableView
from reader.workspace import editing

if TYPE_CHECKING:
    from reader.ui.panels.tag_table_rows import TagFilter
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace


class TagTable(QWidget):
    """Every tag of the workspace: sorted, filtered, gone to, exported, deleted.

    Attributes:
        surface_asked: The keyboard should go to the text.
        export_asked: Carries the ids of the tags to export, in the order shown.
        passage_asked: Carries the id of the tag whose row was clicked or entered, also
            where the session has that tag chosen already and tells nobody again.
    """

    surface_asked = Signal()
    export_asked = Signal(object)
    passage_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the tags of what the session has open."""
        super().__init__(parent)
        self.setObjectName("tagTable")
        self._session = session
        self._model = TagTableModel(session, theme, self)
        self._view = TagTableView(self._model, theme)
        self._filters = TagFilters(theme)
        self._count = QLabel()
        paint_in(self._count, theme.soft_ink)
        self._export = QPushButton(self.tr("Export selected…"))
        self._pages = QStackedWidget()
        self._empty = _EmptyPage(theme)
        self._assemble()
        self._connect()
        self._on_opened(session.workspace)

    def _assemble(self) -> None:
        self._view.setObjectName("tagRows")
        self._view.setAccessibleName(self.tr("Tags of the workspace"))
        self._count.setObjectName("tagCount")
        self._export.setObjectName("exportSelected")
        self._export.setToolTip(self.tr("Export the selected tags to a file"))
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE, 6, SPACE, 6)
        bar.setSpacing(SPACE)
        bar.addWidget(self._filters, 1)
        bar.addWidget(self._count)
        bar.addWidget(self._export)
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._filters.changed.connect(self._on_filter)
        self._filters.left.connect(self._on_filters_left)
        self._empty.reset_asked.connect(self._filters.reset)
        self._export.clicked.connect(self._on_export)
        self._view.row_chosen.connect(self._on_row_chosen)
        self._view.delete_asked.connect(self._on_delete)
        self._view.left.connect(self.surface_asked)
        self._view.selectionModel().selectionChanged.connect(self._show_selection)
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.script_shown.connect(self._on_script)

    # What is shown

    def shown_ids(self) -> list[str]:
        """Return the ids of the tags shown, in their order."""
        return self._model.ids()

    def filtered_ids(self) -> list[str] | None:
        """Return the ids of the tags shown where filters are set; ``None`` where none is."""
        return self.shown_ids() if self._model.filter and self.isVisible() else None

    def take_keyboard(self) -> None:
        """Put the keyboard into the rows."""
        self._view.setFocus()

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected tags, in the order shown."""
        return self._model.ids(self._view.selected_rows())

    @Slot(object)
    def _on_opened(self, workspace: Workspace | None) -> None:
        self._model.show_workspace(workspace)
        self._filters.show_workspace(workspace)
        self._show_count()
        self._show_selection()

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.articles:
            self._filters.articles_changed()
        if changes.tag_set:
            self._model.read_kinds()
            self._filters.kinds_changed()
        self._model.take(changes)
        self._show_count()
        self._show_selection()

    @Slot(object)
    def _on_script(self, _script: object) -> None:
        self._model.refresh_quotes()

    @Slot(object)
    def _on_filter(self, tag_filter: TagFilter) -> None:
        self._view.rearrange(lambda: self._model.set_filter(tag_filter), follow=True)
        self._show_count()

    def _show_count(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        if self._model.filter:
            sentence = self.tr("{shown:,} of {total:,} tags")
        else:
            sentence = self.tr("1 tag") if total == 1 else self.tr("{total:,} tags")
        self._count.setText(sentence.format(shown=shown, total=total))
        self._pages.setCurrentWidget(self._view if shown else self._empty)
        if not shown:
            self._show_empty(total)

    def _show_empty(self, total: int) -> None:
        workspace = self._session.workspace
        if total:
            self._empty.say(self.tr("No tag fits these filters."), resettable=True)
        elif workspace is None:
            self._empty.say(self.tr("Open a workspace to see its tags."))
        else:
            keys = tr(", ").join(kind.key for kind in workspace.tag_set if kind.key)
            sentence = self.tr("Nothing is tagged yet: select a passage and press {keys}.")
            self._empty.say(sentence.format(keys=keys))

    @Slot()
    def _show_selection(self) -> None:
        self._export.setEnabled(self._view.selectionModel().hasSelection())

    # What is done

    @Slot(object)
    def _on_row_chosen(self, row: int) -> None:
        annotation_id = self._model.ids([row])[0]
        self._session.choose_annotation(annotation_id)
        self.passage_asked.emit(annotation_id)

    @Slot()
    def _on_filters_left(self) -> None:
        if not self._model.rowCount():
            return
        self._view.setFocus()
        if not self._view.selectionModel().hasSelection():
            self._view.selectRow(0)

    @Slot()
    def _on_export(self) -> None:
        self.export_asked.emit(self.selected_ids())

    @Slot()
    def _on_delete(self) -> None:
        """Delete the selected tags, as one step of undo."""
        ids, workspace = self.selected_ids(), self._session.workspace
        if ids and workspace is not None:
            self._session.apply(editing.untag(workspace, ids))


class _EmptyPage(QWidget):
    """Says why there are no rows.

    Attributes:
        reset_asked: All tags shall be shown.
    """

    reset_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sentence = Hint(theme)
        self._reset = QPushButton(self.tr("Show all tags"))
        self._reset.setObjectName("showAllTags")
        self._reset.clicked.connect(self.reset_asked)
        column = QVBoxLayout(self)
        column.addWidget(self._sentence)
        column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, sentence: str, *, resettable: bool = False) -> None:
        """Show a sentence, and where it helps the button that shows all tags."""
        self._sentence.setText(sentence)
        self._reset.setVisible(resettable)
