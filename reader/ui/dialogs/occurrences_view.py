"""The list of all places of the same words, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.text.script import SourceScript
from reader.ui.dialogs.occurrences_model import Role
from reader.ui.icons import icon_folder
from reader.ui.panels.elements import SPACE, paint_line, paint_row, sans_faces, sized

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.dialogs.occurrences_model import Index, OccurrencesModel
    from reader.ui.theme import Theme

_ROW: Final = 28
_BOX: Final = 15
# Pixels from the left edge to the words after the box.
_MARGIN: Final = 5 * SPACE
# Shares of the rest: the title's column, what stands before the words, the words at most.
_TITLE: Final = 0.24
_BEFORE: Final = 0.4
_WORDS: Final = 0.5


class OccurrencesView(QListView):
    """Places with a box each; Space takes or leaves all that are selected.

    Attributes:
        place_asked: Carries the row that the reader went to.
    """

    place_asked = Signal(object)

    def __init__(self, model: OccurrencesModel, theme: Theme) -> None:
        """Show a model's places."""
        super().__init__()
        self._model = model
        self._row = _Row(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Asking twenty thousand rows how high they are would take a second.
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    def show_titles(self, *, on: bool) -> None:
        """Show of which article each place is, or leave the room to the words."""
        self._row.titles = on
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the reader went, by keys or by the mouse."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.place_asked.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take or leave the selected places with Space."""
        rows = [index.row() for index in self.selectedIndexes()]
        if event.key() == Qt.Key.Key_Space and rows:
            on = not self._model.is_taken(self.currentIndex().row())
            self._model.take(rows, on=on)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: Qt would read every row for each letter, and all begin alike."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take or leave the place whose box is pressed; elsewhere, go to the place."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and point.x() < _MARGIN and event.button() == Qt.MouseButton.LeftButton:
            self._model.take([index.row()], on=not self._model.is_taken(index.row()))
        else:
            super().mousePressEvent(event)


class _Row(QStyledItemDelegate):
    """Draws a place: its box, the article, and the words in their surroundings.

    The words stand one under the other, so that what differs is seen at once.

    Attributes:
        titles: Whether the article is drawn.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.titles = True

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        _index: Index,
    ) -> QSize:
        """Return the height of a row."""
        return QSize(0, max(_ROW, option.fontMetrics.height() + SPACE))

    def editorEvent(
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: Index,
    ) -> bool:
        """Leave the mouse to the list: the box is drawn here, not where the style has it."""
        return False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw the row."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row(painter, option, self._theme, chosen=chosen)
        taken = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_box(painter, option, taken=taken)
        painter.setFont(sized(option.font, sans_faces(SourceScript(index.data(Role.SCRIPT)))))
        self._paint_words(painter, QRectF(option.rect), index, taken=taken)
        painter.restore()

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, *, taken: bool) -> None:
        row = QRectF(option.rect)
        box = QRectF(row.left() + 2 * SPACE, row.center().y() - _BOX / 2, _BOX, _BOX)
        painter.setPen(QPen(QColor(self._theme.edge), 1.0))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(box, 3.0, 3.0)
        if taken:
            icon = QIcon(str(icon_folder(self._theme) / "check.svg"))
            icon.paint(painter, box.toAlignedRect().adjusted(1, 1, -1, -1))

    def _paint_words(
        self,
        painter: QPainter,
        row: QRectF,
        index: Index,
        *,
        taken: bool,
    ) -> None:
        theme, metrics = self._theme, QFontMetricsF(painter.font())
        middle, left = row.center().y(), row.left() + _MARGIN
        width = row.width() - _MARGIN - 2 * SPACE
        right_mode, left_mode = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft
        soft, ink = QColor(theme.soft_ink), QColor(theme.ink if taken else theme.soft_ink)
        if self.titles:
            room = width * _TITLE
            title = metrics.elidedText(index.data(Role.TITLE), right_mode, room - 2 * SPACE)
            painter.setPen(soft)
            paint_line(painter, left, middle, title)
            left, width = left + room, width - room
        before, words, after = index.data(Role.MARKED)
        start = left + width * _BEFORE
        before = metrics.elidedText(before, left_mode, width * _BEFORE)
        words = metrics.elidedText(words, right_mode, width * _WORDS)
        end = start + metrics.horizontalAdvance(words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current_match if taken else theme.panel))
        height = metrics.height() + 2
        painter.drawRoundedRect(QRectF(start, middle - height / 2, end - start, height), 3.0, 3.0)
        painter.setPen(soft)
        paint_line(painter, start - metrics.horizontalAdvance(before), middle, before)
        painter.setPen(ink)
        paint_line(painter, start, middle, words)
        painter.setPen(soft)
        room = left + width - end
        paint_line(painter, end, middle, metrics.elidedText(after, right_mode, room))
