"""The list of tags of the article shown, in reading order, in the script shown."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QStackedLayout,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.annotation.index import AnnotationIndex, reading_order
from reader.language import tr
from reader.text.paragraphs import LINE_END
from reader.text.span import Span
from reader.ui.kinds import listed, shown_value, with_narrower
from reader.ui.panels.elements import (
    SPACE,
    ChipRow,
    Hint,
    kind_colour,
    paint_dot,
    paint_row,
)
from reader.ui.panels.quote_rows import ABOVE, LEFT, NEAR, QuoteDelegate, paint_elided
from reader.ui.panels.rows import RowList
from reader.ui.reading.typography import faces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QAbstractItemView

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import AttributeValue, TagKind, TagSet
    from reader.text.article import Article
    from reader.text.script import Script
    from reader.ui.panels.elements import Index
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

# No row shows more of a quote, so no more of it is converted, in code points.
_QUOTE = 100
# More edits than this at once are read anew rather than put in one by one.
_MANY = 50
# With more kinds than this, those without tags here are not offered.
_MANY_KINDS = 6
_LINE_END_MARK = "⏎"

ROW = Qt.ItemDataRole.UserRole
"""The role under which the model hands out a :class:`TagRow`."""


@dataclass(frozen=True, slots=True)
class TagRow:
    """What is shown of a tag.

    Attributes:
        id: The tag's.
        quote: Its words in the script shown, on one line; long ones cut short.
        details: What its attributes or its note tell, on one line.
        colour: Its kind's.
        chosen: Whether it is the chosen tag.
        disputed: Whether there are several versions of it to choose from.
    """

    id: str
    quote: str
    details: str
    colour: str
    chosen: bool
    disputed: bool = False


class TagModel(QAbstractListModel):
    """The tags of the article shown that are of the kind asked for, in reading order."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """List the tags of the article shown."""
        super().__init__(parent)
        self._session = session
        self._kind = ""
        self._listed: frozenset[str] = frozenset()
        self._article: str | None = None
        self._tags = AnnotationIndex().listing()
        self._disputed: frozenset[str] = frozenset()
        self.reload()

    @property
    def kind(self) -> str:
        """The only kind listed; empty for all."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """List the tags of one kind, and of those that are one of it; of all where it is empty."""
        self._kind = kind
        workspace = self._session.workspace
        if workspace is not None and kind:
            self._listed = with_narrower(workspace.tag_set, [kind])
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list anew; ten thousand tags take less than a millisecond."""
        self.beginResetModel()
        workspace, article = self._session.workspace, self._session.article
        self._article, self._tags = None, AnnotationIndex().listing()
        self._disputed = frozenset(workspace.conflicts if workspace else ())
        if workspace is not None and article is not None and article.id in workspace.articles:
            self._article = article.id
            kinds = self._listed if self._kind else None
            self._tags = workspace.index(article.id).listing(kinds)
        self.endResetModel()

    def apply(self, changes: ChangeSet) -> None:
        """Put in what changed."""
        workspace = self._session.workspace
        if changes.conflicts and workspace is not None:
            self._disputed = frozenset(workspace.conflicts)
        if self._article in changes.articles or len(changes.annotations) > _MANY:
            self.reload()
            return
        for before, after in changes.annotations.values():
            self._replace(
                before if before and self._lists(before) else None,
                after if after and self._lists(after) else None,
            )

    def _lists(self, annotation: Annotation) -> bool:
        kind = annotation.kind
        return annotation.article == self._article and (not self._kind or kind in self._listed)

    def _replace(self, before: Annotation | None, after: Annotation | None) -> None:
        if before and after and reading_order(before) == reading_order(after):
            row = self._place(after)
            self._tags[row] = after
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            return
        if before:
            row = self._place(before)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._tags[row]
            self.endRemoveRows()
        if after:
            row = self._place(after)
            self.beginInsertRows(QModelIndex(), row, row)
            self._tags.insert(row, after)
            self.endInsertRows()

    def _place(self, annotation: Annotation) -> int:
        """Return the row where a tag stands or would stand."""
        return bisect_left(self._tags, reading_order(annotation), key=reading_order)

    def index_of(self, annotation: Annotation | None) -> QModelIndex:
        """Return the row of a tag; an invalid one where it is not listed."""
        if annotation is None or not self._lists(annotation):
            return QModelIndex()
        return self.index(self._place(annotation), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's default
        """Return the number of tags listed."""
        return 0 if parent.isValid() else len(self._tags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown of a tag; only what is on the screen is ever asked for."""
        workspace = self._session.workspace
        if workspace is None or not index.isValid():
            return None
        annotation = self._tags[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._quote(annotation)
            case Qt.ItemDataRole.AccessibleTextRole:
                kind = workspace.tag_set.get(annotation.kind)
                return f"{tr(kind.label) if kind else annotation.kind}: {self._quote(annotation)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return details_of(annotation, workspace.tag_set)
            case Qt.ItemDataRole.UserRole:
                return self._row(annotation, workspace.tag_set)
        return None

    def _row(self, annotation: Annotation, tag_set: TagSet) -> TagRow:
        chosen = self._session.annotation
        details = details_of(annotation, tag_set)
        disputed = annotation.id in self._disputed
        if disputed:
            details = self.tr("to settle · {details}").format(details=details)
        return TagRow(
            annotation.id,
            self._quote(annotation),
            details,
            kind_colour(tag_set, annotation.kind),
            chosen is not None and chosen.id == annotation.id,
            disputed,
        )

    def _quote(self, annotation: Annotation) -> str:
        view = self._session.view()
        assert view is not None
        span = annotation.span
        words = view.text_of(Span(span.start, min(span.end, span.start + _QUOTE)))
        words += "…" if len(span) > _QUOTE else ""
        return LINE_END.sub(_LINE_END_MARK, words)


def details_of(annotation: Annotation, tag_set: TagSet) -> str:
    """Return what a list tells of a tag below its quote, on one line.

    A metric's number and what it counts, a programme's organiser, an honour's status and year; of
    any other kind its first attributes; where there are none the note, and
    where there is no note the kind.
    """
    kind = tag_set.get(annotation.kind)
    told = attributes_told(annotation.kind, annotation.attributes, kind)
    told = told or " ".join(annotation.note.split())
    return told[:_QUOTE] or (tr(kind.label) if kind else annotation.kind)


def attributes_told(
    name: str, attributes: Mapping[str, AttributeValue], kind: TagKind | None
) -> str:
    """Return what a list tells of the attributes of a kind, on one line; empty for none."""
    return _TELLING.get(name, _first_attributes)(attributes, kind)


def _metric(attributes: Mapping[str, AttributeValue], _kind: TagKind | None) -> str:
    if "value" not in attributes:
        return _text(attributes.get("measures", ""))
    bound = attributes.get("bound", "exact")
    said = "" if bound == "exact" else tr(str(bound))
    number = [said, attributes["value"], attributes.get("unit", "")]
    words = " ".join(_text(one) for one in number if one != "")
    measures = _text(attributes.get("measures", ""))
    return tr("{number}, {measures}").format(number=words, measures=measures) if measures else words


def _programme(attributes: Mapping[str, AttributeValue], _kind: TagKind | None) -> str:
    return _text(attributes.get("organiser", ""))


def _honour(attributes: Mapping[str, AttributeValue], kind: TagKind | None) -> str:
    return " ".join(
        shown_value(kind.attribute(name) if kind else None, attributes[name])
        for name in ("status", "year")
        if name in attributes
    )


def _first_attributes(attributes: Mapping[str, AttributeValue], kind: TagKind | None) -> str:
    names = [one.name for one in kind.attributes] if kind else list(attributes)
    told = [
        _text(shown) if isinstance(value, str) else _text(value)
        for name in names
        if (value := attributes.get(name)) is not None
        for shown in [shown_value(kind.attribute(name) if kind else None, value)]
    ]
    return tr(", ").join(told[:2])


_TELLING = {"metric": _metric, "programme": _programme, "honour": _honour}


def _text(value: AttributeValue) -> str:
    """Return a value on one line, thousands set apart."""
    return " ".join(value.split()) if isinstance(value, str) else f"{value:,}"


class TagDelegate(QuoteDelegate):
    """Draws a tag's row: dot and quote in the reading face, and a line of details."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: TagRow = index.data(ROW)
        quote, small = self.fonts(option)
        painter.save()
        paint_row(painter, option, self._theme, chosen=row.chosen)
        line = QFontMetricsF(quote).height()
        middle = option.rect.top() + ABOVE + line / 2
        left = paint_dot(painter, option.rect.left() + LEFT, middle, self._theme.mark(row.colour))
        left += NEAR
        end = option.rect.left() + option.rect.width() - LEFT
        paint_elided(painter, (left, middle), end, row.quote, quote, self._theme.ink)
        middle += (line + QFontMetricsF(small).height()) / 2 + 1
        soft = self._theme.danger if row.disputed else self._theme.soft_ink
        paint_elided(painter, (left, middle), end, row.details, small, soft)
        painter.restore()


class TagList(QWidget):
    """Lists the tags of the article shown and chooses the one that is clicked."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """List the tags of the article shown."""
        super().__init__(parent)
        self.setObjectName("tagList")
        self._session = session
        self._model = TagModel(session, self)
        self._kinds = ChipRow(theme)
        self._kinds.setObjectName("tagKinds")
        self._kinds.setAccessibleName(self.tr("Kinds of tag listed"))
        self._kinds.picked.connect(self._on_kind)
        self._delegate = TagDelegate(theme, self)
        self._view = self._make_view()
        self._hint = Hint(theme)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        around = QVBoxLayout()
        # Rows that are scrolled halfway out must not read as one more line of chips.
        around.setContentsMargins(SPACE, 0, SPACE, SPACE // 2)
        around.addWidget(self._kinds)
        layout.addLayout(around)
        layout.addLayout(self._stack, 1)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.article_shown.connect(self._on_article_shown)
        session.script_shown.connect(self._on_script_shown)
        session.annotation_chosen.connect(self._on_annotation_chosen)
        self._on_opened(session.workspace)

    def _make_view(self) -> RowList:
        view = RowList()
        view.setObjectName("tagRows")
        view.setAccessibleName(self.tr("Tags"))
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.row_chosen.connect(self._on_row_chosen)
        view.delete_pressed.connect(self._on_delete)
        return view

    @property
    def list_view(self) -> QAbstractItemView:
        """The rows; actions added to it make up its context menu."""
        return self._view

    @property
    def kind_chips(self) -> ChipRow:
        """The row of toggles that says which kinds are listed."""
        return self._kinds

    @Slot(object)
    def _on_opened(self, workspace: Workspace | None) -> None:
        """Take the kinds of the workspace."""
        self._take_kinds(workspace, "")
        self._refresh()

    def _take_kinds(self, workspace: Workspace | None, chosen: str) -> None:
        """Offer the kinds of the workspace, and list those of one of them, or all."""
        chips = [("", self.tr("All"), "", self.tr("Tags of every kind"))]
        for kind in listed(workspace.tag_set if workspace else None):
            tip = self.tr("Only tags of the kind {kind}").format(kind=tr(kind.label))
            chips.append((kind.name, tr(kind.label), kind.colour, tip))
        if workspace is None or workspace.tag_set.get(chosen) is None:
            chosen = ""
        self._kinds.set_chips(chips)
        self._kinds.set_on(chosen)
        self._model.set_kind(chosen)

    @Slot(object)
    def _on_kind(self, kind: str) -> None:
        self._kinds.set_on(kind)
        self._model.set_kind(kind)
        self._refresh()

    @Slot(object)
    def _on_article_shown(self, _article: Article | None) -> None:
        self._model.reload()
        self._view.scrollToTop()
        self._refresh()

    @Slot(object)
    def _on_script_shown(self, _script: Script) -> None:
        self._refresh()

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.tag_set:
            self._take_kinds(self._session.workspace, self._model.kind)
        else:
            self._model.apply(changes)
        self._refresh(follow=not changes.others)

    @Slot(object)
    def _on_annotation_chosen(self, _annotation_id: str | None) -> None:
        self._follow()

    @Slot(object)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        self._session.choose_annotation(index.data(ROW).id)

    @Slot(object)
    def _on_delete(self, index: QModelIndex) -> None:
        """Delete the tag that the keyboard is on, which need not be the chosen one."""
        self._session.choose_annotation(index.data(ROW).id)
        self._session.untag()

    def _refresh(self, *, follow: bool = True) -> None:
        """Bring faces, counts and the sentence of the empty list into line.

        Args:
            follow: Whether to put the keyboard's place on the chosen tag.
        """
        source = self._session.source_script()
        if source is not None:
            self._delegate.set_faces(faces(self._session.script, source))
            self._view.fit_rows()
        self._kinds.relabel(self._labels())
        self._hide_unused()
        self._kinds.setVisible(source is not None)
        self._hint.setText(self._why_empty())
        self._stack.setCurrentWidget(self._view if self._model.rowCount() else self._hint)
        if follow:
            self._follow()

    def _hide_unused(self) -> None:
        """Where there are many kinds, offer those that this article has tags of."""
        few = len(self._kinds.chips) <= _MANY_KINDS + 1
        counts, workspace = self._counts(), self._session.workspace
        for chip in self._kinds.chips:
            used = few or chip.isChecked() or not chip.value
            if not used and workspace is not None:
                names = with_narrower(workspace.tag_set, [chip.value])
                used = any(counts.get(name) for name in names)
            chip.setVisible(used)
        self._kinds.keep_lines()

    def _follow(self) -> None:
        """Put the keyboard's place on the chosen tag; with none chosen, leave it."""
        self._view.viewport().update()
        if self._session.annotation is not None:
            self._view.put_current(self._model.index_of(self._session.annotation))

    def _labels(self) -> list[str]:
        counts = self._counts()
        workspace = self._session.workspace
        labels = [self.tr("All {count}").format(count=f"{sum(counts.values()):,}")]
        tag_set = workspace.tag_set if workspace else None
        for kind in listed(tag_set):
            assert tag_set is not None
            names = with_narrower(tag_set, [kind.name])
            count = sum(counts.get(name, 0) for name in names)
            labels.append(f"{tr(kind.label)} {count:,}")
        return labels

    def _counts(self) -> Mapping[str, int]:
        workspace, article = self._session.workspace, self._session.article
        if workspace is None or article is None:
            return {}
        return workspace.counts(article.id)

    def _why_empty(self) -> str:
        workspace = self._session.workspace
        if workspace is None or self._session.article is None:
            return self.tr("Open an article to see its tags.")
        kind = workspace.tag_set.get(self._model.kind)
        if kind is not None and any(self._counts().values()):
            return self.tr("No tags of the kind {kind} in this article.").format(
                kind=tr(kind.label)
            )
        keys = [kind.key for kind in workspace.tag_set if kind.key]
        if not keys:
            return self.tr("No tags in this article yet.")
        return self.tr("No tags in this article yet. Select a passage and press {keys}.").format(
            keys=self._either(keys)
        )

    def _either(self, keys: list[str]) -> str:
        """Return keys as one says them: ``1, 2 or 3``."""
        if len(keys) == 1:
            return keys[0]
        return self.tr("{first} or {last}").format(first=tr(", ").join(keys[:-1]), last=keys[-1])
