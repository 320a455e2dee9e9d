"""What is proposed for the article shown, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from reader.language import tr
from reader.text.paragraphs import LINE_END
from reader.text.span import Span
from reader.ui.panels.elements import kind_colour, paint_dot, paint_line, paint_row
from reader.ui.panels.quote_rows import ABOVE, LEFT, NEAR, QuoteDelegate, paint_elided
from reader.ui.panels.tag_list import attributes_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.annotation.tag_set import TagSet
    from reader.suggest.suggestion import Suggestion
    from reader.ui.panels.elements import Index
    from reader.ui.session import Session

# No row shows more of the words, in code points.
_QUOTE: Final = 80
# The attribute that says the name again.
_NAMED: Final = {"programme": "name", "honour": "title"}

ROW = Qt.ItemDataRole.UserRole
"""The role under which the model hands out a :class:`SuggestionRow`."""


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """What is shown of a suggestion.

    Attributes:
        words: Its words in the script shown, on one line; long ones cut short.
        told: What its attributes would say; may be empty.
        reason: Why it is made.
        sure: How sure that is, as ``92%``.
        kind: Its kind, as the user calls it.
        colour: Its kind's.
        current: Whether the reader is at it.
    """

    words: str
    told: str
    reason: str
    sure: str
    kind: str
    colour: str
    current: bool


def row_of(
    session: Session, suggestion: Suggestion, article_id: str, *, current: bool = False
) -> SuggestionRow:
    """Return what is shown of a suggestion for an article of the workspace."""
    workspace = session.workspace
    assert workspace is not None
    kind = workspace.tag_set.get(suggestion.kind)
    return SuggestionRow(
        words_of(session, suggestion, article_id),
        told_of(suggestion, workspace.tag_set, workspace.articles[article_id].text),
        suggestion.reason,
        percent(suggestion.confidence),
        tr(kind.label) if kind else suggestion.kind,
        kind_colour(workspace.tag_set, suggestion.kind),
        current,
    )


def words_of(session: Session, suggestion: Suggestion, article_id: str) -> str:
    """Return the words of a suggestion in the script shown, on one line."""
    workspace = session.workspace
    assert workspace is not None
    view = session.view(workspace.articles[article_id])
    assert view is not None
    span = suggestion.span
    words = view.text_of(Span(span.start, min(span.end, span.start + _QUOTE)))
    return LINE_END.sub("", words) + ("…" if len(span) > _QUOTE else "")


def told_of(suggestion: Suggestion, tag_set: TagSet, text: str) -> str:
    """Return what the attributes of a suggestion would say, but for what its words say already."""
    kind, attributes = tag_set.get(suggestion.kind), suggestion.attributes
    told = [attributes_told(suggestion.kind, attributes, kind)]
    name = attributes.get(_NAMED.get(suggestion.kind, ""), "")
    if name != "" and str(name) not in LINE_END.sub("", suggestion.span.of(text)):
        told.insert(0, str(name))
    return tr(", ").join(filter(None, told))


def percent(confidence: float) -> str:
    """Return a confidence as it is read."""
    return tr("{number}%").format(number=round(100 * confidence))


class SuggestionModel(QAbstractListModel):
    """The suggestions of the article shown, in the order chosen."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._session = session
        self._suggestions: Sequence[Suggestion] = ()
        self._current: Suggestion | None = None

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Show others."""
        self.beginResetModel()
        self._suggestions = list(suggestions)
        self.endResetModel()

    def mark(self, current: Suggestion | None) -> None:
        """Mark the one that the reader is at; the rows are painted anew by whoever shows them."""
        self._current = current

    def suggestion(self, row: int) -> Suggestion:
        """Return the suggestion of a row."""
        return self._suggestions[row]

    def index_of(self, suggestion: Suggestion | None) -> QModelIndex:
        """Return the row of a suggestion; an invalid one where it is not listed."""
        row = next((n for n, one in enumerate(self._suggestions) if one is suggestion), -1)
        return self.index(row, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's default
        """Return the number of suggestions."""
        return 0 if parent.isValid() else len(self._suggestions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown of a suggestion; only what is on the screen is ever asked for."""
        article = self._session.article
        workspace = self._session.workspace
        if workspace is None or article is None or not index.isValid():
            return None
        if article.id not in workspace.articles:
            return None
        one = self._suggestions[index.row()]
        if role == ROW:
            return row_of(self._session, one, article.id, current=one is self._current)
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(self._session, one, article.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = row_of(self._session, one, article.id)
            return f"{row.kind}: {row.words}"
        if role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
            row = row_of(self._session, one, article.id)
            return " · ".join(filter(None, (row.told, row.sure, row.reason)))
        return None


class SuggestionDelegate(QuoteDelegate):
    """Draws a row: words with what they would say, how sure that is, and the reason below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row = index.data(ROW)
        if row is None:
            return
        theme, (quote, small) = self._theme, self.fonts(option)
        painter.save()
        paint_row(painter, option, theme, chosen=row.current)
        line = QFontMetricsF(quote).height()
        middle = option.rect.top() + ABOVE + line / 2
        left = paint_dot(painter, option.rect.left() + LEFT, middle, theme.mark(row.colour))
        left += NEAR
        metrics = QFontMetricsF(small)
        right = option.rect.right() - LEFT - metrics.horizontalAdvance(row.sure)
        painter.setFont(small)
        painter.setPen(QColor(theme.soft_ink))
        paint_line(painter, right, middle, row.sure)
        ends = paint_elided(painter, (left, middle), right - NEAR, row.words, quote, theme.ink)
        if row.told:
            at = ends + NEAR, middle
            paint_elided(painter, at, right - NEAR, row.told, small, theme.soft_ink)
        middle += (line + metrics.height()) / 2 + 1
        end = option.rect.right() - LEFT
        paint_elided(painter, (left, middle), end, row.reason, small, theme.soft_ink)
        painter.restore()
