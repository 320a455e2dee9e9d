"""The articles of the workspace as a list shows them, filtered by title."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Slot

from reader.language import tr
from reader.text.folding import fold
from reader.text.script import SourceScript
from reader.ui.panels.elements import kind_colour

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from reader.ui.panels.elements import Index
    from reader.ui.session import Session
    from reader.workspace import ChangeSet, Workspace

ROW = Qt.ItemDataRole.UserRole
"""The role under which the model hands out an :class:`ArticleRow`."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What is shown of an article.

    Attributes:
        id: The article's.
        title: Its present title.
        script: The script it was written in.
        counts: Colour and number of each kind that has tags, in the tag set's order.
        shown: Whether it is the article shown.
        suggested: How many tags are proposed.
    """

    id: str
    title: str
    script: SourceScript
    counts: tuple[tuple[str, int], ...]
    shown: bool
    suggested: int = 0


class ArticleModel(QAbstractListModel):
    """The articles whose title holds what is asked for, in the workspace's order.

    Attributes:
        suggested: Returns how many tags are proposed for an article; ``None`` proposes none.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """List the articles of what is open."""
        super().__init__(parent)
        self._session = session
        self._needle = ""
        self._folded: dict[str, str] = {}
        self._ids: list[str] = []
        self._workspace: Workspace | None = None
        self.suggested: Callable[[str], int] | None = None
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list anew."""
        self.beginResetModel()
        self._workspace = self._session.workspace
        self._folded.clear()
        self._ids = self._matching()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """List only the articles whose title holds ``text``, in any script, width and case."""
        self._needle = fold(" ".join(text.split()))
        self.beginResetModel()
        self._ids = self._matching()
        self.endResetModel()

    def fold_titles(self) -> None:
        """Do what the first filtering needs; the table of foldings alone takes 0.1 s to make."""
        for article_id in self._workspace.articles if self._workspace else ():
            self._folded_title(article_id)

    def apply(self, changes: ChangeSet) -> None:
        """Bring the rows of touched articles into line, and no other."""
        for article_id in changes.articles:
            self._folded.pop(article_id, None)
        if changes.articles:
            self._become(self._matching())
        for article_id in changes.touched:
            index = self.index_of(article_id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, article_id: str | None) -> QModelIndex:
        """Return the row of an article; an invalid one where it is not listed."""
        if article_id not in self._ids:
            return QModelIndex()
        return self.index(self._ids.index(article_id), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's default
        """Return the number of articles listed."""
        return 0 if parent.isValid() else len(self._ids)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a title be edited, unless the workspace is read-only."""
        flags = super().flags(index)
        if self._workspace is not None and not self._workspace.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown of an article, read from the workspace."""
        workspace = self._workspace
        if workspace is None or not index.isValid():
            return None
        article_id = self._ids[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return workspace.details(article_id).title
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._words(workspace, article_id, rich=role == Qt.ItemDataRole.ToolTipRole)
            case Qt.ItemDataRole.UserRole:
                return self._row(workspace, article_id)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Give an article another title; an empty one, or the same, changes nothing."""
        title = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or title in ("", self.data(index)):
            return False
        self._session.retitle(self._ids[index.row()], title)
        return True

    def heading(self, row: int) -> tuple[str, SourceScript]:
        """Return the title and script of a row: all that its height rests on."""
        assert self._workspace is not None
        article_id = self._ids[row]
        try:
            return self._workspace.details(article_id).title, self._workspace.script(article_id)
        except KeyError:
            # Its file is gone, and Qt measures the row once more while it goes.
            return "", SourceScript.UNDETERMINED

    def _matching(self) -> list[str]:
        articles = self._workspace.articles if self._workspace else {}
        needle = self._needle
        if not needle:
            return list(articles)
        return [one for one in articles if needle in self._folded_title(one)]

    def _folded_title(self, article_id: str) -> str:
        if article_id not in self._folded:
            assert self._workspace is not None
            self._folded[article_id] = fold(self._workspace.details(article_id).title)
        return self._folded[article_id]

    def _become(self, ids: list[str]) -> None:
        """List other articles; rows that stay are left alone, for one may be being edited."""
        staying = set(ids)
        for row in reversed(range(len(self._ids))):
            if self._ids[row] not in staying:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._ids[row]
                self.endRemoveRows()
        for row, article_id in enumerate(ids):
            if row >= len(self._ids) or self._ids[row] != article_id:
                self.beginInsertRows(QModelIndex(), row, row)
                self._ids.insert(row, article_id)
                self.endInsertRows()

    def _row(self, workspace: Workspace, article_id: str) -> ArticleRow:
        counts = workspace.counts(article_id)
        shown = self._session.article
        return ArticleRow(
            article_id,
            workspace.details(article_id).title,
            workspace.script(article_id),
            tuple(
                (kind_colour(workspace.tag_set, kind), counts[kind])
                for kind in _kinds_of(workspace, counts)
            ),
            shown is not None and shown.id == article_id,
            self._suggested(article_id),
        )

    def _suggested(self, article_id: str) -> int:
        return self.suggested(article_id) if self.suggested is not None else 0

    def _words(self, workspace: Workspace, article_id: str, *, rich: bool) -> str:
        counts = workspace.counts(article_id)
        kinds = []
        for name in _kinds_of(workspace, counts):
            kind = workspace.tag_set.get(name)
            kinds.append(f"{tr(kind.label) if kind else name} {counts[name]}")
        lines = [self._script_words(workspace.script(article_id)), " · ".join(kinds)]
        if suggested := self._suggested(article_id):
            lines.append(self.tr("Suggestions: {count}").format(count=f"{suggested:,}"))
        if not rich:
            return ". ".join(filter(None, lines))
        title = html.escape(workspace.details(article_id).title)
        rest = "<br>".join(html.escape(line) for line in lines if line)
        return f"<p><b>{title}</b></p><p>{rest}</p>"

    def _script_words(self, script: SourceScript) -> str:
        return {
            SourceScript.SIMPLIFIED: self.tr("Simplified Chinese"),
            SourceScript.TRADITIONAL: self.tr("Traditional Chinese"),
            SourceScript.MIXED: self.tr("Traditional Chinese with Simplified characters"),
            SourceScript.UNDETERMINED: self.tr("Neither Simplified nor Traditional"),
        }[script]


def _kinds_of(workspace: Workspace, counts: Mapping[str, int]) -> list[str]:
    """Return the kinds that have tags: those of the tag set in its order, then others."""
    known = [kind.name for kind in workspace.tag_set]
    return [kind for kind in dict.fromkeys([*known, *counts]) if counts.get(kind)]
