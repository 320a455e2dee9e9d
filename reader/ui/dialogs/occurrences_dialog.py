"""Tagging all places of the same words, or deleting the tags on them, after a look at each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.text.script import SourceScript
from reader.ui.dialogs.dot_icon import dot_icon
from reader.ui.dialogs.layouts import side_by_side
from reader.ui.dialogs.occurrences_model import OccurrencesModel
from reader.ui.dialogs.occurrences_search import LIMIT, Found, OccurrenceSearch
from reader.ui.dialogs.occurrences_view import OccurrencesView
from reader.ui.elided_label import ElidedLabel
from reader.ui.kinds import listed, shown_value
from reader.ui.panels.elements import SPACE, Hint, paint_in, sans_faces, sized
from reader.workspace.tagging_all import tag_all, tagged_places, untag_all, untagged_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QIcon

    from reader.annotation.tag_set import AttributeValue, TagKind
    from reader.text.occurrences import Words
    from reader.ui.session import Session
    from reader.ui.tasks import Task, Tasks
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace
    from reader.workspace.tagging_all import Place

_WIDTH: Final = 760
_HEIGHT: Final = 440
_ATTRIBUTES: Final = 44
"""So many characters of the attributes are named; the rest is beside the pointer."""
_DOT_WIDTH: Final = 16
_ARTICLE, _WORKSPACE = range(2)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        words: The words to look for.
        shown: The same as the reader sees them.
        kind: The kind of tag meant at first.
        attributes: What is known of the words, which every tag may be given.
        note: A remark, likewise.
        deletes: Whether tags on the words are deleted, and not made.
    """

    words: Words
    shown: str
    kind: str
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    note: str = ""
    deletes: bool = False


class OccurrencesDialog(QDialog):
    """Shows all places, and tags those that the reader takes; Return does it.

    Attributes:
        place_asked: Carries the :class:`Place` that the reader wants to see in the window.
        told: It was done; carries the sentence that says what.
    """

    place_asked = Signal(object)
    told = Signal(object)

    def __init__(
        self, parent: QWidget | None, session: Session, tasks: Tasks, theme: Theme, request: Request
    ) -> None:
        """Look for the words in the article shown.

        Args:
            parent: The window asked from.
            session: What is open; an article must be shown.
            tasks: Where the search runs.
            theme: The window's colours.
            request: What is asked for.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("occurrencesDialog")
        self._session = session
        self._tasks = tasks
        self._theme = theme
        self._request = request
        assert session.article is not None
        self._article = session.article
        self._task: Task | None = None
        self._search: OccurrenceSearch | None = None
        self._found: dict[int, Found] = {}
        self._make_widgets()
        self._assemble()
        self._name()
        self._connect()
        self._show_kind()
        self._look()
        self.view.setFocus()

    # Putting together

    def _make_widgets(self) -> None:
        self._heading = ElidedLabel()
        self._scopes = QButtonGroup(self)
        self._kinds = QComboBox()
        self._attributes = QCheckBox()
        self._note = QCheckBox()
        self._count = QLabel()
        self._all = QPushButton(self.tr("Take a&ll"))
        self._none = QPushButton(self.tr("Take &none"))
        self._progress = QProgressBar()
        self._model = OccurrencesModel(self._session, self)
        self.view = OccurrencesView(self._model, self._theme)
        self._hint = Hint(self._theme)
        self._stack = QStackedWidget()
        self._done = QPushButton()
        self._cancel = QPushButton(self.tr("Cancel"))

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._heading)
        article = QRadioButton(self.tr("This &article"))
        workspace = QRadioButton(self.tr("The whole &workspace"))
        for number, button in enumerate((article, workspace)):
            self._scopes.addButton(button, number)
        article.setChecked(True)
        kind = QLabel(self.tr("&Kind"))
        kind.setBuddy(self._kinds)
        paint_in(kind, self._theme.soft_ink)
        column.addLayout(side_by_side(article, workspace, None, kind, self._kinds))
        column.addLayout(side_by_side(self._attributes, self._note, None))
        counted = side_by_side(self._count, self._all, self._none)
        counted.setStretch(0, 1)
        column.addLayout(counted)
        column.addWidget(self._progress)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        column.addWidget(self._stack, 1)
        column.addLayout(side_by_side(None, self._cancel, self._done))
        self.resize(_WIDTH, _HEIGHT)

    def _name(self) -> None:
        deletes = self._request.deletes
        self.setWindowTitle(
            self.tr("Delete all tags like this") if deletes else self.tr("Tag all occurrences")
        )
        for widget, name, spoken in (
            (self._scopes.button(_ARTICLE), "occurrencesArticle", ""),
            (self._scopes.button(_WORKSPACE), "occurrencesWorkspace", ""),
            (self._kinds, "occurrencesKind", self.tr("Kind of tag")),
            (self._attributes, "occurrencesAttributes", ""),
            (self._note, "occurrencesNote", ""),
            (self._count, "occurrencesCount", ""),
            (self._all, "occurrencesAll", self.tr("Take all places")),
            (self._none, "occurrencesNone", self.tr("Take no place")),
            (self._progress, "occurrencesProgress", self.tr("Looking for the words")),
            (self.view, "occurrencesList", self.tr("Places of the words")),
            (self._hint, "hint", ""),
            (self._done, "occurrencesDone", ""),
            (self._cancel, "occurrencesCancel", ""),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(spoken)
            if isinstance(widget, QPushButton):
                widget.setAutoDefault(False)
        self._done.setDefault(True)
        self._heading.setText(self.tr("“{words}”").format(words=self._request.shown))
        self._heading.setFont(sized(self.font(), sans_faces(self._faces()), larger=4))
        for label in (self._count, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        paint_in(self._count, self._theme.soft_ink)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(4)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._offer_kinds(self._request.kind)
        self._note.setText(self.tr("Copy the n&ote"))
        self._note.setToolTip(self._request.note)
        self._attributes.setChecked(True)

    def _connect(self) -> None:
        self._scopes.idToggled.connect(self._on_scope)
        # Who chose where to look goes on to what is there.
        self._scopes.idClicked.connect(self._on_scope_clicked)
        self._kinds.currentIndexChanged.connect(self._on_kind)
        self._all.clicked.connect(self._on_all)
        self._none.clicked.connect(self._on_none)
        self._model.taken_changed.connect(self._show_taken)
        self.view.place_asked.connect(self._on_place)
        self._done.clicked.connect(self._on_done)
        self._cancel.clicked.connect(self.reject)
        self.finished.connect(self._stop)
        self._session.refused.connect(self._on_refused)
        self._session.changed.connect(self._on_changed)

    def _offer_kinds(self, chosen: str) -> None:
        self._kinds.clear()
        for one in listed(self._workspace.tag_set):
            self._kinds.addItem(self._dot(one), tr(one.label), one.name)
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(chosen)))

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        """Offer the kinds there are now: somebody else may have changed them."""
        if changes.tag_set:
            chosen = self._kind
            with QSignalBlocker(self._kinds):
                self._offer_kinds(chosen)
            if self._kind != chosen:
                self._show_places()
            self._show_kind()

    @property
    def _workspace(self) -> Workspace:
        assert self._session.workspace is not None
        return self._session.workspace

    def _faces(self) -> SourceScript:
        return self._session.source_script() or SourceScript.SIMPLIFIED

    def _dot(self, kind: TagKind) -> QIcon:
        return dot_icon(self._theme.mark(kind.colour), _DOT_WIDTH, self.devicePixelRatioF())

    # What is chosen

    @property
    def _kind(self) -> str:
        return str(self._kinds.currentData())

    def _copied(self) -> dict[str, AttributeValue]:
        """Return those of the attributes that the kind chosen has."""
        kind = self._workspace.tag_set.get(self._kind)
        held = self._request.attributes
        return {name: held[name] for name in held if kind is not None and kind.attribute(name)}

    @Slot(int)
    def _on_kind(self, _index: int) -> None:
        self._show_kind()
        self._show_places()

    def _show_kind(self) -> None:
        """Offer to copy what the kind chosen has a place for."""
        kind, copied = self._workspace.tag_set.get(self._kind), self._copied()
        attributes = [(kind.attribute(name), copied[name]) for name in copied] if kind else []
        said = " · ".join(
            f"{tr(one.label)} {shown_value(one, value)}" for one, value in attributes if one
        )
        short = said if len(said) <= _ATTRIBUTES else f"{said[:_ATTRIBUTES]}…"
        # An ampersand in what is copied is no letter to press.
        short = short.replace("&", "&&")
        self._attributes.setText(self.tr("&Copy attributes: {said}").format(said=short))
        self._attributes.setToolTip(said)
        self._attributes.setVisible(bool(said) and not self._request.deletes)
        self._note.setVisible(bool(self._request.note) and not self._request.deletes)

    # Looking for the words

    @Slot(int, bool)
    def _on_scope(self, _scope: int, on: bool) -> None:
        if on:
            self._stop()
            self._look()

    @Slot(int)
    def _on_scope_clicked(self, _scope: int) -> None:
        self.view.setFocus()

    def _look(self) -> None:
        """Look for the words, unless they were looked for there already."""
        scope = self._scopes.checkedId()
        self.view.show_titles(on=scope == _WORKSPACE)
        if scope in self._found:
            self._show_places()
            return
        articles = (self._article,) if scope == _ARTICLE else self._workspace.articles.values()
        texts = [(one.id, one.text) for one in articles]
        self._search = OccurrenceSearch(self._request.words, texts)
        self._model.show([])
        self._progress.setRange(0, 0)
        self._progress.show()
        self._stack.setCurrentWidget(self.view)
        self._count.setText(self.tr("Looking for the words…"))
        self._task = self._tasks.start(
            self._search.run, self._on_found, self._on_failed, self._on_advanced
        )

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._search = None
        self._progress.hide()

    @Slot(object)
    def _on_advanced(self, step: tuple[int, int]) -> None:
        done, total = step
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if found.search is self._search:
            self._stop()
            self._found[self._scopes.checkedId()] = found
            self._show_places()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error

    # What was found

    def _show_places(self) -> None:
        found = self._found.get(self._scopes.checkedId())
        if found is None:
            return
        list_places = tagged_places if self._request.deletes else untagged_places
        places = list_places(self._workspace, found.places, self._kind)
        self._model.show(places)
        self._stack.setCurrentWidget(self.view if places else self._hint)
        self._count.setText(self._counted(found, places))
        self._hint.setText(self._nothing(found))
        if places:
            # The keyboard has a place to begin at; the window stays where it is.
            self.view.blockSignals(True)
            self.view.setCurrentIndex(self._model.index(0))
            self.view.blockSignals(False)

    def _counted(self, found: Found, places: list[Place]) -> str:
        tags = self._tags(len(places)) if self._request.deletes else self._places(len(places))
        articles = self._articles(len({place.article for place in places}))
        said = self.tr("{places} in {articles}").format(places=tags, articles=articles)
        if not places:
            said = tags
        already = sum(map(len, found.places.values())) - len(places)
        if already and not self._request.deletes:
            said = self.tr("{found}, {count} tagged already").format(
                found=said, count=f"{already:,}"
            )
        if found.limited:
            said = self.tr("{found}; only the first {limit} places were looked at").format(
                found=said, limit=f"{LIMIT:,}"
            )
        return said

    def _nothing(self, found: Found) -> str:
        here = self._scopes.checkedId() == _ARTICLE
        if self._request.deletes:
            return self.tr("No tag of this kind stands on these words here.")
        if found.places:
            return self.tr("Every place of these words is tagged so already.")
        if here:
            return self.tr(
                "These words stand nowhere in this article as words of their own: only inside "
                "longer numbers or words, if at all."
            )
        return self.tr("These words stand nowhere in the workspace as words of their own.")

    def _places(self, count: int) -> str:
        if not count:
            return self.tr("No place")
        if count == 1:
            return self.tr("1 place")
        return self.tr("{count} places").format(count=f"{count:,}")

    def _tags(self, count: int) -> str:
        if not count:
            return self.tr("No tag")
        if count == 1:
            return self.tr("1 tag")
        return self.tr("{count} tags").format(count=f"{count:,}")

    def _articles(self, count: int) -> str:
        if count == 1:
            return self.tr("1 article")
        return self.tr("{count} articles").format(count=f"{count:,}")

    @Slot()
    def _show_taken(self) -> None:
        count = self._model.count
        if not count:
            said = self.tr("Delete") if self._request.deletes else self.tr("Tag")
        elif self._request.deletes:
            said = self.tr("Delete {tags}").format(tags=self._tags(count))
        else:
            said = self.tr("Tag {places}").format(places=self._places(count))
        self._done.setText(said)
        self._done.setEnabled(count > 0)
        self._all.setEnabled(count < len(self._model.places))
        self._none.setEnabled(count > 0)

    @Slot()
    def _on_all(self) -> None:
        self._model.take(range(len(self._model.places)), on=True)

    @Slot()
    def _on_none(self) -> None:
        self._model.take(range(len(self._model.places)), on=False)

    @Slot(object)
    def _on_place(self, row: int) -> None:
        self.place_asked.emit(self._model.places[row])

    # Doing it

    @Slot()
    def _on_done(self) -> None:
        places, kind = self._model.taken(), self._kind
        if self._request.deletes:
            operation = untag_all(self._workspace, places)
        else:
            attributes = self._copied() if self._attributes.isChecked() else {}
            note = self._request.note if self._note.isChecked() else ""
            operation = tag_all(self._workspace, places, kind, attributes, note)
        # Ten thousand tags take a second, in which nothing else is done.
        self.setCursor(Qt.CursorShape.WaitCursor)
        done = self._session.apply(operation)
        self.unsetCursor()
        if done:
            count, articles = len(operation.edits), len({place.article for place in places})
            self.told.emit(self._sentence(count, articles))
            self.accept()

    def _sentence(self, count: int, articles: int) -> str:
        label = self._kinds.currentText()
        if self._request.deletes:
            said = self.tr("Deleted {tags} of kind {kind} in {articles}; Undo brings them back.")
        else:
            said = self.tr("Tagged {places} as {kind} in {articles}; Undo takes all of it back.")
        return said.format(
            places=self._places(count),
            tags=self._tags(count),
            kind=label,
            articles=self._articles(articles),
        )

    @Slot(object)
    def _on_refused(self, sentence: str) -> None:
        paint_in(self._count, self._theme.danger)
        self._count.setText(sentence)
