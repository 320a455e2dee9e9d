"""The list of articles: title, script, how many tags of each kind; filtered by title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.text.script import SourceScript
from reader.ui.panels.article_model import ROW, ArticleModel, ArticleRow
from reader.ui.panels.elements import (
    DOT,
    SPACE,
    Hint,
    clearable,
    paint_dot,
    paint_line,
    paint_row,
    sans_faces,
    sized,
    wrapped,
)
from reader.ui.panels.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QAbstractItemView

    from reader.text.article import Article
    from reader.ui.panels.elements import Index
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

_LEFT = 2 * SPACE
_ABOVE = SPACE
_BETWEEN = 3
_NEAR = 5
_GAP = 12
# Characters from here on are an ideograph wide (the radicals come first).
_FIRST_IDEOGRAPH = "\u2e80"

_BADGES = {
    SourceScript.SIMPLIFIED: "简",
    SourceScript.TRADITIONAL: "繁",
    SourceScript.MIXED: "混",
    SourceScript.UNDETERMINED: "—",
}


@dataclass(frozen=True, slots=True)
class _Type:
    """The two fonts of a row, the heights of their lines and an ideograph's width in pixels."""

    title: QFont
    small: QFont
    title_line: float
    small_line: float
    ideograph: float

    @classmethod
    def of(cls, font: QFont, script: SourceScript) -> _Type:
        """Return the type of titles in a script, in the size of ``font``."""
        title = sized(font, sans_faces(script))
        small = sized(font, sans_faces(script), larger=-1)
        metrics = QFontMetricsF(title)
        small_line = QFontMetricsF(small).height()
        return cls(title, small, metrics.height(), small_line, metrics.horizontalAdvance("国"))


class ArticleDelegate(QStyledItemDelegate):
    """Draws an article's row: the title on one line or two, and a line of what it holds."""

    def __init__(self, model: ArticleModel, theme: Theme, parent: QObject | None = None) -> None:
        """Draw a model's rows in a theme's colours."""
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._font = QFont()
        self._room = 0.0
        self._types: dict[SourceScript, _Type] = {}
        # A list asks for the height of every row whenever one changes.
        self._lines: dict[str, int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: ArticleRow = index.data(ROW)
        kind = self._type(option, row.script)
        painter.save()
        paint_row(painter, option, self._theme, chosen=row.shown)
        middle = option.rect.top() + _ABOVE + kind.title_line / 2
        painter.setFont(kind.title)
        painter.setPen(QColor(self._theme.ink))
        lines = self._lines.get(row.title) or self._count_lines(row.title, kind)
        for text in wrapped(row.title, kind.title, self._room, lines):
            paint_line(painter, option.rect.left() + _LEFT, middle, text)
            middle += kind.title_line
        painter.setFont(kind.small)
        self._paint_details(
            painter, QRectF(option.rect), row, option.rect.bottom() - _ABOVE - kind.small_line / 2
        )
        painter.restore()

    def _paint_details(
        self, painter: QPainter, rect: QRectF, row: ArticleRow, middle: float
    ) -> None:
        """Draw the script's badge, and the kinds that there is room for."""
        metrics = QFontMetricsF(painter.font())
        left = rect.left() + _LEFT
        painter.setPen(QColor(self._theme.soft_ink))
        paint_line(painter, left, middle, _BADGES[row.script])
        left += metrics.horizontalAdvance("简") + _GAP
        for colour, count in row.counts:
            text = f"{count:,}"
            if left + DOT + _NEAR + metrics.horizontalAdvance(text) > rect.right() - SPACE:
                break
            left = paint_dot(painter, left, middle, self._theme.mark(colour)) + _NEAR
            painter.setPen(QColor(self._theme.soft_ink))
            left = paint_line(painter, left, middle, text) + _GAP
        if row.suggested:
            self._paint_suggested(painter, left, rect.right() - SPACE, middle, row.suggested)

    def _paint_suggested(
        self, painter: QPainter, left: float, end: float, middle: float, count: int
    ) -> None:
        """Draw an empty dot and how many tags are proposed, where there is room."""
        text = f"{count:,}"
        if left + DOT + _NEAR + QFontMetricsF(painter.font()).horizontalAdvance(text) > end:
            return
        painter.setPen(QPen(QColor(self._theme.soft_ink), 1.0, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(left + 0.5, middle - DOT / 2 + 0.5, DOT - 1, DOT - 1))
        painter.setPen(QColor(self._theme.soft_ink))
        paint_line(painter, left + DOT + _NEAR, middle, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of the title, on one line or two, and of the line below it."""
        title, script = self._model.heading(index.row())
        kind = self._type(option, script)
        lines = self._lines.get(title) or self._count_lines(title, kind)
        return QSize(1, round(lines * kind.title_line + _BETWEEN + kind.small_line + 2 * _ABOVE))

    def _count_lines(self, title: str, kind: _Type) -> int:
        """Return how many lines a title takes.

        Setting one takes 0.2 ms; counting its ideographs settles nearly all.
        """
        ideographs = sum(character >= _FIRST_IDEOGRAPH for character in title)
        if len(title) * kind.ideograph <= self._room:
            lines = 1
        elif ideographs * kind.ideograph > self._room:
            lines = 2
        else:
            lines = 1 + (QFontMetricsF(kind.title).horizontalAdvance(title) > self._room)
        self._lines[title] = lines
        return lines

    def _type(self, option: QStyleOptionViewItem, script: SourceScript) -> _Type:
        room = cast("RowList", option.widget).viewport().width() - 2 * _LEFT
        if option.font != self._font or room != self._room:
            self._font, self._room = QFont(option.font), room
            self._types.clear()
            self._lines.clear()
        if script not in self._types:
            self._types[script] = _Type.of(option.font, script)
        return self._types[script]

    # Renaming

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field for the title."""
        editor = QLineEdit(parent)
        editor.setObjectName("titleEditor")
        editor.setAccessibleName(self.tr("Title"))
        editor.setFont(self._type(option, index.data(ROW).script).title)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the title, unless the reader has begun to write another."""
        field = cast("QLineEdit", editor)
        if not field.isModified():
            field.setText(index.data(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Put the field over the title."""
        rect: QRect = option.rect
        row: ArticleRow = index.data(ROW)
        kind = self._type(option, row.script)
        below = round(_ABOVE + kind.small_line)
        editor.setGeometry(rect.adjusted(SPACE, _ABOVE - 4, -SPACE, -below))


class _FilterField(QLineEdit):
    """The field above the list.

    Attributes:
        entered: The keyboard came to it.
    """

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell, so that the first letter need not wait."""
        super().focusInEvent(event)
        self.entered.emit()


class ArticleList(QWidget):
    """Lists the articles of the workspace and shows the one that is chosen.

    Attributes:
        rename_asked: The reader began to rename an article (F2), in its row; carries its id.
        remove_asked: The reader asked to remove an article (Delete); carries its id.
            Nothing is removed yet: whoever listens asks again.
    """

    rename_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """List what is open."""
        super().__init__(parent)
        self.setObjectName("articleList")
        self._session = session
        self._model = ArticleModel(session, self)
        self._filter = self._make_filter()
        self._view = self._make_view(theme)
        self._hint = Hint(theme)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        around = QVBoxLayout()
        around.setContentsMargins(SPACE, 0, SPACE, 0)
        around.addWidget(self._filter)
        layout.addLayout(around)
        layout.addLayout(self._stack, 1)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.article_shown.connect(self._on_article_shown)
        self._follow()

    def _make_filter(self) -> QLineEdit:
        field = _FilterField()
        field.setObjectName("articleFilter")
        field.setPlaceholderText(self.tr("Filter articles"))
        field.setAccessibleName(self.tr("Filter articles"))
        field.setToolTip(self.tr("Words of the title, in either script"))
        clearable(field)
        field.textChanged.connect(self._on_filter)
        field.entered.connect(self._model.fold_titles)
        return field

    def _make_view(self, theme: Theme) -> RowList:
        view = RowList(uniform=False)
        view.setObjectName("articleRows")
        view.setAccessibleName(self.tr("Articles"))
        view.setModel(self._model)
        view.setItemDelegate(ArticleDelegate(self._model, theme, view))
        view.row_chosen.connect(self._on_row_chosen)
        view.rename_pressed.connect(self.rename)
        view.delete_pressed.connect(self.remove)
        return view

    @property
    def list_view(self) -> QAbstractItemView:
        """The rows; actions added to it make up its context menu."""
        return self._view

    def show_suggested(self, count: Callable[[str], int] | None) -> None:
        """Show how many tags are proposed for each article; ``None`` shows nothing of it."""
        self._model.suggested = count
        self._view.viewport().update()

    @property
    def filter_field(self) -> QLineEdit:
        """The field that filters by title."""
        return self._filter

    @property
    def current_article(self) -> str | None:
        """The id of the article on whose row the keyboard (or the last click) is."""
        index = self._view.currentIndex()
        return index.data(ROW).id if index.isValid() else None

    @Slot()
    def rename(self) -> None:
        """Open a field in the current row; Enter keeps the new title, Esc the old one."""
        index = self._view.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._view.scrollTo(index)
            self._view.edit(index)
            self.rename_asked.emit(self.current_article)

    @Slot()
    def remove(self) -> None:
        """Ask for the current article to be removed."""
        if self.current_article is not None:
            self.remove_asked.emit(self.current_article)

    @Slot(object)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        self._session.show_article(index.data(ROW).id)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self._model.set_filter(text)
        self._follow()

    @Slot(object)
    def _on_opened(self, _workspace: Workspace) -> None:
        self._filter.clear()
        self._model.reload()
        self._follow()

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        self._model.apply(changes)
        if changes.tag_set:
            self._view.viewport().update()
        self._show_hint()

    @Slot(object)
    def _on_article_shown(self, _article: Article | None) -> None:
        self._follow()

    def _follow(self) -> None:
        """Put the keyboard's place on the article shown, and mark its row alone."""
        article = self._session.article
        self._view.put_current(self._model.index_of(article.id if article else None))
        self._view.viewport().update()
        self._show_hint()

    def _show_hint(self) -> None:
        """Say why the list is empty, where it is."""
        workspace, query = self._session.workspace, self._filter.text().strip()
        if workspace is None:
            sentence = self.tr("No workspace is open.")
        elif not workspace.articles:
            sentence = self.tr(
                "No articles yet. Import text files, drop them here, or paste from the clipboard."
            )
        else:
            sentence = self.tr("No title holds “{query}”.").format(query=query)
        self._hint.setText(sentence)
        empty = not self._model.rowCount()
        self._stack.setCurrentWidget(self._hint if empty else self._view)
        self._filter.setEnabled(workspace is not None and bool(workspace.articles))
