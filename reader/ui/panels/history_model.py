"""The rows of the history: what was done, the latest on top."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from reader.language import tr
from reader.text.paragraphs import LINE_END
from reader.text.span import Span
from reader.ui.describe import local_time
from reader.ui.panels.elements import kind_colour
from reader.ui.panels.grid import GridModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from reader.ui.panels.grid import AnyIndex
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace.journals.past import Step

# No cell shows more code points of a quote on the widest screen.
_LENGTH: Final = 120
# Past this many at once, showing the rows anew is quicker than putting each in its place.
_ONE_BY_ONE: Final = 200


class Column(IntEnum):
    """The columns, from the left."""

    WHEN = 0
    WHO = 1
    WHAT = 2
    WORDS = 3
    WHERE = 4


class HistoryModel(GridModel):
    """Steps that fit a filter, of which rows are read when they are seen."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(session, theme, parent)
        # As they were made: the last is the first row.
        self._steps: list[Step] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps, given as they were made."""
        self.beginResetModel()
        self._steps = list(steps)
        self.endResetModel()

    def add(self, steps: Sequence[Step]) -> list[int]:
        """Put in steps; return the row that each came to, one after the other."""
        if len(steps) > _ONE_BY_ONE:
            self.show_steps(sorted([*self._steps, *steps], key=lambda one: one.order))
            return []
        rows = []
        for step in steps:
            place = bisect_left(self._steps, step.order, key=lambda one: one.order)
            row = len(self._steps) - place
            self.beginInsertRows(QModelIndex(), row, row)
            self._steps.insert(place, step)
            self.endInsertRows()
            rows.append(row)
        return rows

    def step(self, row: int) -> Step:
        """Return the step of a row."""
        return self._steps[-1 - row]

    def row_of(self, step: Step | None) -> int:
        """Return the row of a step, -1 where it is not shown."""
        if step is None:
            return -1
        place = bisect_left(self._steps, step.order, key=lambda one: one.order)
        there = place < len(self._steps) and self._steps[place] == step
        return len(self._steps) - 1 - place if there else -1

    def refresh(self) -> None:
        """Show words and titles as they are now."""
        if self._steps:
            last = self.index(len(self._steps) - 1, Column.WHERE)
            self.dataChanged.emit(self.index(0, Column.WORDS), last)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many steps are shown."""
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell says, or how it looks."""
        if not index.isValid():
            return None
        step, column = self.step(index.row()), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(step, column)
            case Qt.ItemDataRole.ToolTipRole:
                seconds = local_time(step.time, seconds=True)
                return seconds if column == Column.WHEN else self._words(step, column)
            case Qt.ItemDataRole.DecorationRole if column == Column.WORDS and step.kind:
                workspace = self._session.workspace
                if workspace is None:
                    return None
                return QColor(self._theme.mark(kind_colour(workspace.tag_set, step.kind)))
            case Qt.ItemDataRole.FontRole if column == Column.WORDS and step.tags:
                return self._font(step)
            case Qt.ItemDataRole.ForegroundRole if column in (Column.WHEN, Column.WHERE):
                return QColor(self._theme.soft_ink)
        return None

    def titles(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return (
            self.tr("When"),
            self.tr("Who"),
            self.tr("What"),
            self.tr("Words"),
            self.tr("Article"),
        )

    def label(self, step: Step) -> str:
        """Return what was done, in words."""
        if step.reverts == "undo":
            return self.tr("Undo: {label}").format(label=tr(step.label))
        if step.reverts == "redo":
            return self.tr("Redo: {label}").format(label=tr(step.label))
        return tr(step.label)

    def title(self, article_id: str) -> str:
        """Return an article's title, also of one that was removed."""
        workspace = self._session.workspace
        try:
            return workspace.details(article_id).title if workspace else ""
        except KeyError:
            return self.tr("an article that is not here")

    def _words(self, step: Step, column: int) -> str:
        match column:
            case Column.WHEN:
                return local_time(step.time)
            case Column.WHO:
                return step.author
            case Column.WHAT:
                return self.label(step)
            case Column.WORDS:
                return self._quote(step)
            case _:
                return self._where(step)

    def _quote(self, step: Step) -> str:
        words = step.words
        if step.tags:
            words = self._as_shown(step)
        cut = words if len(words) <= _LENGTH else f"{words[:_LENGTH]}…"
        cut = LINE_END.sub("⏎", cut)
        more = len(step.tags) - 1
        if more > 0:
            return self.tr("{words}  and {count:,} more").format(words=cut, count=more)
        return cut

    def _as_shown(self, step: Step) -> str:
        """Return the words of a step's first tag in the script shown, where they still stand."""
        workspace, span = self._session.workspace, Span(step.start, step.end)
        article = workspace.articles.get(step.articles[0]) if workspace else None
        if article is None or span.of(article.text) != step.words:
            return step.words
        view = self._session.view(article)
        assert view is not None
        return view.text_of(span.clipped(Span(span.start, span.start + _LENGTH + 1)))

    def _where(self, step: Step) -> str:
        if not step.articles:
            return ""
        title = self.title(step.articles[0])
        more = len(step.articles) - 1
        if more:
            return self.tr("{title}  and {count:,} more").format(title=title, count=more)
        return title

    def _font(self, step: Step) -> QFont | None:
        """Return the serif of its script for a quote: those are the article's own words."""
        workspace = self._session.workspace
        if workspace is None or step.articles[0] not in workspace.articles:
            return None
        return self.quote_font(workspace, step.articles[0])
