"""The places of the same words as rows that are taken or left."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from reader.text.script import Script, SourceScript
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from reader.text.article import Article
    from reader.text.view import ScriptView
    from reader.ui.session import Session
    from reader.workspace.tagging_all import Place

Index = QModelIndex | QPersistentModelIndex

# Code points shown on each side of the words: as many as the widest window has room for.
_CONTEXT: Final = 60
# Of rows that scroll by, what is shown is kept for so many.
_KEPT: Final = 500

Marked = tuple[str, str, str]
"""What stands before some words, the words, and what stands after them."""


class Role(IntEnum):
    """What the rows hold besides the usual."""

    MARKED = Qt.ItemDataRole.UserRole + 1
    """The words in their surroundings, as :data:`Marked`."""
    TITLE = Qt.ItemDataRole.UserRole + 2
    """The article's title."""
    SCRIPT = Qt.ItemDataRole.UserRole + 3
    """The script whose faces both are set in, as :class:`SourceScript`."""


class OccurrencesModel(QAbstractListModel):
    """Places, each taken or left, in the script that the reader reads.

    Attributes:
        taken_changed: Other places are taken.
    """

    taken_changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        """Show no places yet."""
        super().__init__(parent)
        self._session = session
        self._taken = bytearray()
        self.places: Sequence[Place] = ()
        self._shown: dict[int, Marked] = {}

    def show(self, places: Sequence[Place]) -> None:
        """Show other places; all of them are taken."""
        self.beginResetModel()
        self.places = places
        self._taken = bytearray(b"\1") * len(places)
        self._shown.clear()
        self.endResetModel()
        self.taken_changed.emit()

    @property
    def count(self) -> int:
        """How many places are taken."""
        return self._taken.count(1)

    def taken(self) -> list[Place]:
        """Return the places that are taken, in order."""
        return [place for place, taken in zip(self.places, self._taken, strict=True) if taken]

    def is_taken(self, row: int) -> bool:
        """Return whether a place is taken."""
        return bool(self._taken[row])

    def take(self, rows: Iterable[int], *, on: bool) -> None:
        """Take places, or leave them."""
        for row in rows:
            self._taken[row] = on
        if self.places:
            self.dataChanged.emit(self.index(0), self.index(len(self.places) - 1))
        self.taken_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of places."""
        return 0 if parent.isValid() else len(self.places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that a row can be taken."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  whatever Qt asks for
        """Return what a row says."""
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._taken[row] else Qt.CheckState.Unchecked
        if role == Role.MARKED:
            return self._marked(row)
        if role == Role.TITLE:
            return self._title(row)
        if role == Role.SCRIPT:
            return self._script(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            left, words, right = self._marked(row)
            return f"{self._title(row)}: {left}【{words}】{right}"
        return None

    def _title(self, row: int) -> str:
        workspace, article = self._session.workspace, self._article(row)
        return "" if workspace is None or article is None else workspace.details(article.id).title

    def _article(self, row: int) -> Article | None:
        """Return a row's article; somebody may have removed it since, or closed the workspace."""
        workspace = self._session.workspace
        return None if workspace is None else workspace.articles.get(self.places[row].article)

    def _marked(self, row: int) -> Marked:
        if row not in self._shown:
            if len(self._shown) >= _KEPT:
                self._shown.clear()
            self._shown[row] = self._marked_at(row)
        return self._shown[row]

    def _script(self, row: int) -> SourceScript:
        """Return the script whose faces a row is set in."""
        script, workspace, article = self._session.script, self._session.workspace, None
        if script is Script.ORIGINAL:
            article = self._article(row)
        if workspace is not None and article is not None:
            return workspace.script(article.id)
        traditional = script in (Script.TRADITIONAL, Script.TAIWAN, Script.HONG_KONG)
        return SourceScript.TRADITIONAL if traditional else SourceScript.SIMPLIFIED

    def _marked_at(self, row: int) -> Marked:
        article = self._article(row)
        view = None if article is None else self._session.view(article)
        return ("", "", "") if view is None else marked(view, self.places[row].span)


def marked(view: ScriptView, words: Span) -> Marked:
    """Return words in a view with what stands around them; line ends are blanks."""
    around = Span(max(0, words.start - _CONTEXT), min(len(view.source), words.end + _CONTEXT))
    part = view.slice(around)
    place = part.alignment.to_view(words.shifted(-part.span.start))
    left, right = part.text[: place.start], part.text[place.end :]
    return (
        " ".join(left.split()) + (" " if left[-1:].isspace() else ""),
        " ".join(place.of(part.text).split()),
        (" " if right[:1].isspace() else "") + " ".join(right.split()),
    )
