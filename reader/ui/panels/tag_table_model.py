"""The rows of the tag table as Qt asks for them: what a cell says and how it looks."""

from __future__ import annotations

from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from reader.language import tr
from reader.text.paragraphs import LINE_END
from reader.text.span import Span
from reader.ui.describe import local_time
from reader.ui.kinds import shown_value
from reader.ui.panels.elements import UNKNOWN_COLOUR
from reader.ui.panels.grid import GridModel
from reader.ui.panels.tag_table_rows import Column, TagFilter, TagRows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from reader.annotation.annotation import Annotation
    from reader.ui.panels.grid import AnyIndex
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

# No cell shows more code points on the widest screen, and a tooltip is no place to
# read more than the other; converting and setting a whole chapter would take a second.
_CELL_LENGTH: Final = 200
_TIP_LENGTH: Final = 2000
# Qt's views follow each row that goes or comes; past this many, showing the table
# anew is quicker.
_ONE_BY_ONE: Final = 100


class TagTableModel(GridModel):
    """The tags that fit a filter, sorted. One edit touches one row."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(session, theme, parent)
        self._rows = TagRows(None)
        self._readers: dict[int, Callable[[Annotation, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._words,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.DecorationRole: self._dot,
            Qt.ItemDataRole.FontRole: self._font,
            Qt.ItemDataRole.ForegroundRole: self._ink,
        }

    # Which rows

    @property
    def total(self) -> int:
        """How many tags there are, shown or not."""
        return len(self._rows)

    @property
    def filter(self) -> TagFilter:
        """Which tags are shown."""
        return self._rows.filter

    def ids(self, rows: Iterable[int] | None = None) -> list[str]:
        """Return the ids of some rows, or of all, in their order."""
        shown = self._rows.shown
        return [one.id for one in shown] if rows is None else [shown[row].id for row in rows]

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Return the rows of those tags that are shown, from the top."""
        return list(self._rows.with_ids(ids).values())

    def show_workspace(self, workspace: Workspace | None) -> None:
        """Show the tags of a workspace, all of them, sorted as those before."""
        self.beginResetModel()
        self._rows = TagRows(workspace, self._rows.levels)
        self.endResetModel()

    def set_filter(self, tag_filter: TagFilter) -> None:
        """Show the tags that fit."""
        self.beginResetModel()
        self._rows.narrow(tag_filter)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, equals as they stood before; ``-1`` is reading order."""
        by = None if column < 0 else Column(column)
        descending = order is Qt.SortOrder.DescendingOrder
        with self._new_layout():
            self._rows.sort_by(by, descending=descending)

    @contextmanager
    def _new_layout(self) -> Iterator[None]:
        """Let the rows change places; selections and the like go along."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = self.ids(index.row() for index in held)
        yield
        rows = self._rows.with_ids(ids)
        moved = [self.index(rows[one], old.column()) for one, old in zip(ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    # Following changes

    def refresh_quotes(self) -> None:
        """Show the quotes in the session's script."""
        self._say_changed(Column.QUOTE, Column.QUOTE)

    def read_kinds(self) -> None:
        """Show the kinds as they are now."""
        with self._new_layout():
            self._rows.read_kinds()
        self._say_changed(Column.KIND, Column.MODIFIED)

    def take(self, changes: ChangeSet) -> None:
        """Follow a change: only its rows go, come or are read anew."""
        if changes.articles:
            if len(changes.annotations) <= _ONE_BY_ONE:
                # Where they stand is known as long as their articles have the places they had.
                for annotation_id, (before, after) in changes.annotations.items():
                    if before and (after is None or after.article != before.article):
                        self._take_one(annotation_id, None)
            self._take_articles()
        if len(changes.annotations) > _ONE_BY_ONE:
            self.beginResetModel()
            self._rows.keep_many({key: after for key, (_, after) in changes.annotations.items()})
            self.endResetModel()
        else:
            for annotation_id, (_, after) in changes.annotations.items():
                self._take_one(annotation_id, after)

    def _take_articles(self) -> None:
        """Follow titles and scripts; the tags that go or come are told of beside."""
        if self._rows.read_articles():
            with self._new_layout():
                self._rows.arrange_anew()
        self._say_changed(Column.KIND, Column.MODIFIED)

    def _take_one(self, annotation_id: str, after: Annotation | None) -> None:
        rows = self._rows
        before = rows.get(annotation_id)
        row = rows.place_of(before) if before is not None and rows.fits(before) else None
        rows.keep(annotation_id, after)
        if after is not None and rows.fits(after):
            if row is None:
                self._insert(after)
            else:
                self._replace(row, after)
        elif row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del rows.shown[row]
            self.endRemoveRows()

    def _insert(self, annotation: Annotation) -> None:
        row = self._rows.place_of(annotation)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.shown.insert(row, annotation)
        self.endInsertRows()

    def _replace(self, row: int, annotation: Annotation) -> None:
        shown = self._rows.shown
        place = self._rows.place_of(annotation)
        if place not in (row, row + 1):
            # A move, so that the row stays selected.
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), place)
            del shown[row]
            row = place - (place > row)
            shown.insert(row, annotation)
            self.endMoveRows()
        shown[row] = annotation
        self.dataChanged.emit(self.index(row, 0), self.index(row, Column.MODIFIED))

    def _say_changed(self, first: Column, last: Column) -> None:
        if self._rows.shown:
            self.dataChanged.emit(self.index(0, first), self.index(self.rowCount() - 1, last))

    # What a cell says

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many tags are shown."""
        return 0 if parent.isValid() else len(self._rows.shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell says, or how it looks."""
        read = self._readers.get(role)
        if read is None or not index.isValid():
            return None
        return read(self._rows.shown[index.row()], index.column())

    def titles(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return (
            self.tr("Kind"),
            self.tr("Quote"),
            self.tr("Article"),
            self.tr("Attributes"),
            self.tr("Note"),
            self.tr("Author"),
            self.tr("Modified"),
        )

    def attributes(self, row: int) -> Sequence[tuple[str, str]]:
        """Return a row's attributes as label and value, in the order of the tag set."""
        return self._attributes(self._rows.shown[row])

    def quotes(self, rows: Iterable[int]) -> list[str]:
        """Return the quotes of some rows, whole, in the script shown."""
        shown = self._rows.shown
        return [self._quote(shown[row], len(shown[row].span)) for row in rows]

    def _attributes(self, annotation: Annotation) -> Sequence[tuple[str, str]]:
        kind = self._rows.kind(annotation.kind)
        known = {one.name: one for one in (kind.attributes if kind else ())}
        names = [name for name in known if name in annotation.attributes]
        names += [name for name in annotation.attributes if name not in known]
        return [
            (
                tr(known[name].label).lower() if name in known else name,
                shown_value(known.get(name), annotation.attributes[name]),
            )
            for name in names
        ]

    def _words(self, annotation: Annotation, column: int) -> str:
        match column:
            case Column.KIND:
                kind = self._rows.kind(annotation.kind)
                return tr(kind.label) if kind else annotation.kind
            case Column.QUOTE:
                return _on_one_line(self._quote(annotation, _CELL_LENGTH + 1))
            case Column.ARTICLE:
                return self._rows.titles[annotation.article]
            case Column.ATTRIBUTES:
                return " · ".join(f"{name} {value}" for name, value in self._attributes(annotation))
            case Column.NOTE:
                return _on_one_line(annotation.note)
            case Column.AUTHOR:
                return annotation.author
            case _:
                return local_time(annotation.modified)

    def _tip(self, annotation: Annotation, column: int) -> str:
        match column:
            case Column.QUOTE:
                return _tip_html(self._quote(annotation, _TIP_LENGTH + 1))
            case Column.ATTRIBUTES:
                lines = (f"{name} {value}" for name, value in self._attributes(annotation))
                return _tip_html("\n".join(lines))
            case Column.NOTE:
                return _tip_html(annotation.note)
            case _:
                return _tip_html(self._words(annotation, column))

    def _quote(self, annotation: Annotation, length: int) -> str:
        """Return at most ``length`` source code points of a tag's words, in the script shown."""
        workspace = self._rows.workspace
        article = None if workspace is None else workspace.articles.get(annotation.article)
        view = None if article is None else self._session.view(article)
        if view is None:
            return annotation.quote[:length]
        span = annotation.span
        return view.text_of(span.clipped(Span(span.start, span.start + length)))

    def _dot(self, annotation: Annotation, column: int) -> QColor | None:
        if column != Column.KIND:
            return None
        kind = self._rows.kind(annotation.kind)
        return QColor(self._theme.mark(kind.colour if kind else UNKNOWN_COLOUR))

    def _font(self, annotation: Annotation, column: int) -> QFont | None:
        """Return the serif of its script for a quote: those are the article's own words."""
        if column != Column.QUOTE or self._rows.workspace is None:
            return None
        return self.quote_font(self._rows.workspace, annotation.article)

    def _ink(self, _annotation: Annotation, column: int) -> QColor | None:
        soft = column in (Column.ARTICLE, Column.AUTHOR, Column.MODIFIED)
        return QColor(self._theme.soft_ink) if soft else None


def _on_one_line(text: str) -> str:
    """Return the beginning of a text with its line ends visible."""
    cut = text if len(text) <= _CELL_LENGTH else text[:_CELL_LENGTH] + "…"
    return LINE_END.sub("⏎", cut)


def _tip_html(text: str) -> str:
    """Return a tooltip that wraps; whatever is in the text stays text."""
    cut = text if len(text) <= _TIP_LENGTH else text[:_TIP_LENGTH] + "…"
    return f'<p style="white-space: pre-wrap">{escape(cut)}</p>' if cut else ""
