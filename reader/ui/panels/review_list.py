"""The review list: tags that people disagree on, and tags whose place is not certain any more."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.annotation.candidates import Candidate, Candidates, Likeness
from reader.language import tr
from reader.text.paragraphs import LINE_END
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.panels.elements import (
    SPACE,
    Hint,
    kind_colour,
    paint_in,
    sans_faces,
    sized,
)
from reader.ui.panels.review_items import ReviewItem, ReviewKind, review_items
from reader.ui.panels.rows import RowList
from reader.ui.panels.tag_list import TagDelegate, TagRow
from reader.ui.panels.version_list import VersionList
from reader.ui.reading.typography import faces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from reader.text.script import SourceScript
    from reader.ui.panels.elements import Index
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet
    from reader.workspace.memory.conflicts import Head

# Code points of the tag's words and of each side of what stood around them.
_QUOTE = 120
_AROUND = 24
_SHARES = (300, 420)
_SPACES = re.compile("\\s+")


class RowsModel(QAbstractListModel):
    """Rows of two lines, made by whoever owns the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[TagRow] = []
        self._chosen = -1

    def choose(self, number: int) -> None:
        """Mark a row as the chosen one."""
        self._chosen = number
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def show_rows(self, rows: Sequence[TagRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._chosen = -1
        self.endResetModel()

    def row_of(self, row_id: str) -> int:
        """Return the number of a row, -1 where there is none of that id."""
        return next((n for n, row in enumerate(self._rows) if row.id == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words for who does not see it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.quote
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                return row.details
            case Qt.ItemDataRole.UserRole:
                return replace(row, chosen=index.row() == self._chosen)
        return None


class _Rows(RowList):
    """A list that shows what its arrow keys walk over.

    Attributes:
        entered: Return was pressed.
        left: Escape was pressed.
    """

    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcuts."""
        own = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class ReviewList(QWidget):
    """Lists what is to be reviewed; a tag is put on a passage, or deleted.

    Attributes:
        counted: The number of things to be reviewed is another; carries it.
        passage_asked: Carries the :class:`Span` of the article shown to be selected and seen.
        surface_asked: The keyboard should go to the text.
    """

    counted = Signal(object)
    passage_asked = Signal(object)
    surface_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show what is open."""
        super().__init__(parent)
        self.setObjectName("reviewList")
        self._session = session
        self._items: list[ReviewItem] = []
        self._chosen: ReviewItem | None = None
        self._offered: list[Candidate] = []
        self._places: tuple[str, Candidates] | None = None
        self._quiet = False
        self._delegate = TagDelegate(theme, self)
        self.versions = VersionList(session, theme)
        self.rows, self._model = self._list(self.tr("Tags to review"), "reviewRows")
        self.offers, self._offers = self._list(self.tr("Where it may belong"), "reviewOffers")
        self._was = QLabel()
        self._why = QLabel()
        self._hint = Hint(theme)
        self.put_button = QPushButton(self.tr("Put here"))
        self.delete_button = QPushButton(self.tr("Delete tag"))
        paint_in(self._why, theme.soft_ink)
        self._assemble()
        self._connect()
        self.refresh()

    def _list(self, name: str, object_name: str) -> tuple[_Rows, RowsModel]:
        view, model = _Rows(), RowsModel(self)
        view.setObjectName(object_name)
        view.setAccessibleName(name)
        view.setModel(model)
        view.setItemDelegate(self._delegate)
        return view, model

    def _assemble(self) -> None:
        for label in (self._was, self._why):
            label.setWordWrap(True)
            label.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        self._was.setObjectName("reviewWas")
        self._was.setTextFormat(Qt.TextFormat.RichText)
        self._why.setObjectName("reviewWhy")
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._hint.setText(
            self.tr("Choose a place above, or select the words in the text, and press Put here.")
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        buttons.addWidget(self.put_button, 1)
        buttons.addWidget(self.delete_button)
        places = QWidget()
        column = QVBoxLayout(places)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._was)
        column.addSpacing(SPACE)
        column.addWidget(self.offers, 1)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        self._pages = QStackedWidget()
        self._pages.addWidget(places)
        self._pages.addWidget(self.versions)
        below = QWidget()
        both = QVBoxLayout(below)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._why)
        both.addWidget(self._pages, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.rows)
        split.addWidget(below)
        split.setSizes(list(_SHARES))
        split.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split, 1)

    def _connect(self) -> None:
        session = self._session
        self.rows.selectionModel().currentChanged.connect(self._on_row)
        self.rows.entered.connect(self._on_row_entered)
        self.rows.delete_pressed.connect(self.delete)
        self.rows.left.connect(self.surface_asked)
        self.offers.selectionModel().currentChanged.connect(self._on_offer)
        self.offers.entered.connect(self._on_offer_entered)
        self.offers.clicked.connect(self._on_offer)
        self.offers.delete_pressed.connect(self.delete)
        self.offers.left.connect(self.rows.setFocus)
        self.versions.taken.connect(self._on_version)
        self.versions.left.connect(self.rows.setFocus)
        self.put_button.clicked.connect(self.put_here)
        self.delete_button.clicked.connect(self.delete)
        session.opened.connect(self.refresh)
        session.changed.connect(self._on_changed)
        session.passage_chosen.connect(self._show_whether)
        session.article_shown.connect(self._show_whether)

    # What is to be reviewed

    @property
    def items(self) -> list[ReviewItem]:
        """Everything that is to be reviewed, in the order shown."""
        return list(self._items)

    @property
    def chosen(self) -> ReviewItem | None:
        """What is being reviewed."""
        return self._chosen

    @property
    def offered(self) -> list[Candidate]:
        """Where the tag that is being reviewed may belong, the best first."""
        return list(self._offered)

    @Slot()
    def refresh(self, *, others: bool = False) -> None:
        """Read anew what is to be reviewed; the same item stays chosen, or the next one is.

        Args:
            others: Whether somebody else changed it: then nothing is gone to, for the reader may
                be reading elsewhere.
        """
        before = self._model.row_of(self._chosen.id) if self._chosen else 0
        count, self._items = len(self._items), review_items(self._session.workspace)
        # Rows are reset: what is current meanwhile is nobody's choice.
        self._quiet = True
        self._model.show_rows([self._row(item) for item in self._items])
        self._quiet = False
        at = self._model.row_of(self._chosen.id) if self._chosen else -1
        if others or (at >= 0 and self._items[at] == self._chosen):
            self._stay(at)
        else:
            self._go_on(at, before)
        if len(self._items) != count:
            self.counted.emit(len(self._items))

    def _go_on(self, at: int, before: int) -> None:
        """Show the chosen item as it is now, or the next one where it is done."""
        if at < 0:
            at = min(max(0, before), len(self._items) - 1)
        if self.isVisible() and self._items:
            self.rows.put_current(self._model.index(at, 0))
        elif at < 0 or not self._chosen or self._items[at].id != self._chosen.id:
            self._choose(None)

    def _stay(self, at: int) -> None:
        """Keep the chosen item as it is now, in its row; choose none where it is gone."""
        if at < 0:
            self._choose(None)
            return
        before, self._chosen = self._chosen, self._items[at]
        self._quiet = True
        self.rows.put_current(self._model.index(at, 0))
        self._quiet = False
        self._model.choose(at)
        if self._chosen != before:
            self._show_item(self._chosen)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        """Read anew: tags begin and cease to wait with the articles that they stand in."""
        if changes.articles or changes.conflicts or changes.tag_set:
            self.refresh(others=changes.others)

    def show_conflict(self, tag_id: str) -> None:
        """Go to the versions of a tag."""
        at = self._model.row_of(tag_id)
        if at >= 0:
            self.rows.put_current(self._model.index(at, 0))
            self.versions.begin()

    def begin(self) -> None:
        """Take the keyboard, and show the first item where none is chosen."""
        self.rows.setFocus()
        if self._items and not self.rows.currentIndex().isValid():
            at = self._model.row_of(self._chosen.id) if self._chosen else 0
            self.rows.put_current(self._model.index(max(0, at), 0))

    # Choosing

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        if self._quiet:
            return
        self._model.choose(index.row())
        self._choose(self._items[index.row()] if index.isValid() else None)

    @Slot()
    def _on_row_entered(self) -> None:
        """Go on to the versions or places of the item, or to the text where there are none."""
        if self._chosen is not None and self._chosen.conflict is not None:
            self.versions.begin()
        elif self._offered:
            self.offers.setFocus()
        else:
            self.surface_asked.emit()

    def _choose(self, item: ReviewItem | None) -> None:
        """Review an item, and go to where it is."""
        had_keyboard = self.versions.has_keyboard
        self._chosen = item
        if item is not None:
            self._show_article(item.article)
        self._show_item(item)
        if item is not None and item.conflict is not None:
            self._go_to(item)
        elif self._offered:
            self.offers.put_current(self._offers.index(0, 0))
        elif item is not None:
            self.passage_asked.emit(Span(0, 0))
        if had_keyboard and not self.versions.has_keyboard:
            # The version that had it was taken.
            (self.rows.setFocus if self._items else self.surface_asked.emit)()

    def _show_item(self, item: ReviewItem | None) -> None:
        """Show what there is to choose from."""
        self._offered = []
        for widget in (self._was, self._why):
            widget.setVisible(item is not None)
        if item is not None:
            self._offered = self._candidates(item)
            self._was.setText(_was(item))
            self._was.setFont(sized(self.font(), sans_faces(self._source(item.article))))
            self._why.setText(self._reason(item))
        self._offers.show_rows([self._offer(n, one) for n, one in enumerate(self._offered)])
        conflict = item.conflict if item else None
        self._pages.setCurrentIndex(conflict is not None)
        self.versions.show_conflict(conflict)
        self._show_whether()

    def _go_to(self, item: ReviewItem) -> None:
        """Show the tag that people disagree on, or where it stood."""
        workspace = self._session.workspace
        assert workspace is not None
        if item.id in workspace.annotations:
            self._session.choose_annotation(item.id)
        else:
            self.passage_asked.emit(item.annotation.span)

    @Slot(object)
    def _on_version(self, head: Head) -> None:
        if self._chosen is not None:
            self._session.settle(self._chosen.id, head)

    @Slot(QModelIndex)
    def _on_offer(self, index: QModelIndex) -> None:
        if index.isValid() and self._chosen is not None:
            self._offers.choose(index.row())
            self._show_article(self._chosen.article)
            self.passage_asked.emit(self._offered[index.row()].span)

    @Slot()
    def _on_offer_entered(self) -> None:
        """Put the tag on the place that the keyboard is on, whatever was selected since."""
        self._on_offer(self.offers.currentIndex())
        self.put_here()

    def _show_article(self, article_id: str) -> None:
        """Show an article without giving it the keyboard."""
        holder = next((one for one in (self.rows, self.offers) if one.hasFocus()), None)
        self._session.show_article(article_id)
        if holder is not None:
            holder.setFocus()

    @Slot()
    def _show_whether(self) -> None:
        """Say by the buttons what can be done."""
        workspace, item = self._session.workspace, self._chosen
        writable = workspace is not None and not workspace.read_only
        self.put_button.setEnabled(writable and self.place is not None)
        self.delete_button.setEnabled(writable and item is not None)

    @property
    def place(self) -> Span | None:
        """Where the tag would be put: the selected passage of its article."""
        article, item = self._session.article, self._chosen
        if item is None or article is None or article.id != item.article:
            return None
        return None if item.conflict else self._session.passage or None

    # Doing

    @Slot()
    def put_here(self) -> None:
        """Put the tag that is being reviewed on the selected passage."""
        if self._chosen is not None and self.place is not None:
            self._session.put_back(self._chosen.id, self.place)

    @Slot()
    def delete(self) -> None:
        """Delete the tag that is being reviewed."""
        if self._chosen is not None and self._chosen.conflict is None:
            self._session.discard(self._chosen.id)

    # Rows

    def _candidates(self, item: ReviewItem) -> list[Candidate]:
        workspace = self._session.workspace
        if workspace is None or item.kind is not ReviewKind.MOVED_TEXT:
            return []
        if self._places is None or self._places[0] != item.article:
            text = workspace.articles[item.article].text
            self._places = item.article, Candidates(text)
        return self._places[1].of(item.annotation.anchor)

    def _source(self, article_id: str) -> SourceScript:
        workspace = self._session.workspace
        assert workspace is not None
        return workspace.script(article_id)

    def _row(self, item: ReviewItem) -> TagRow:
        workspace = self._session.workspace
        assert workspace is not None
        self._delegate.set_faces(faces(Script.ORIGINAL, self._source(item.article)))
        kind = workspace.tag_set.get(item.annotation.kind)
        label = tr(kind.label) if kind else item.annotation.kind
        if item.conflict is not None:
            label = self.tr("{count} versions").format(count=len(item.conflict.heads))
        return TagRow(
            item.id,
            _on_one_line(item.annotation.quote),
            f"{label} · {workspace.details(item.article).title}",
            kind_colour(workspace.tag_set, item.annotation.kind),
            chosen=False,
        )

    def _offer(self, number: int, candidate: Candidate) -> TagRow:
        workspace, item = self._session.workspace, self._chosen
        assert workspace is not None
        assert item is not None
        return TagRow(
            str(number),
            _on_one_line(candidate.words),
            self._likeness(candidate.likeness),
            kind_colour(workspace.tag_set, item.annotation.kind),
            chosen=False,
        )

    def _likeness(self, likeness: Likeness) -> str:
        return tr(likeness.value)

    def _reason(self, item: ReviewItem) -> str:
        if item.kind is ReviewKind.CONFLICT:
            return self.tr("It was changed by people who did not see each other's changes:")
        if not self._offered:
            return self.tr("In the earlier text it stood here; the new one has nothing like it:")
        return self.tr("In the earlier text it stood here:")


def _was(item: ReviewItem) -> str:
    """Return a tag's words with what stood around them, as rich text."""
    anchor = item.annotation.anchor
    before, quote, after = (
        html.escape(words)
        for words in (
            _spaced(anchor.prefix)[-_AROUND:],
            _on_one_line(anchor.quote),
            _spaced(anchor.suffix)[:_AROUND],
        )
    )
    return f"…{before}<b>{quote}</b>{after}…"


def _spaced(words: str) -> str:
    """Return words with one space for all white space in a row."""
    return _SPACES.sub(" ", words)


def _on_one_line(words: str) -> str:
    shown = words[:_QUOTE] + ("…" if len(words) > _QUOTE else "")
    return LINE_END.sub("⏎", shown)
