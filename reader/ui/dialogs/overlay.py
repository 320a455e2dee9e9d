"""A field over the window with a list below it: type, walk, choose, or leave as if nothing was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

import shiboken6
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.panels.elements import (
    DOT,
    SPACE,
    ComposingField,
    clearable,
    paint_dot,
    paint_in,
    paint_line,
)
from reader.ui.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from reader.ui.theme import Theme

_WIDTH: Final = 640
_LINES: Final = 12
_LINE: Final = 30
_GUTTER: Final = 28
_TOP: Final = 84
_ROW: Final = Qt.ItemDataRole.UserRole
# Leaving the field for these is no leaving: another program, the field's own menu.
_STAY: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list.

    Attributes:
        key: What it stands for, to whoever made it.
        text: What the user reads first.
        detail: What the user reads after that, in soft ink.
        keys: What stands at the right: shortcuts.
        enabled: Whether it can be chosen.
        on: Whether what it switches is on; ``None`` where it switches nothing.
        colour: Of the dot before it; empty for none.
        families: The faces of its words; empty for the usual ones.
    """

    key: str
    text: str
    detail: str = ""
    keys: str = ""
    enabled: bool = True
    on: bool | None = None
    colour: str = ""
    families: tuple[str, ...] = ()


class Overlay(QFrame):
    """Lies over the window until a row is chosen, or the keyboard goes elsewhere.

    Enter, the arrows and Escape belong to an input method that composes in the field.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        """Lie over ``window``, not yet shown."""
        super().__init__(window)
        self._theme = theme
        self._over = window
        self._before: QWidget | None = None
        self._left = False
        self.field = OverlayField()
        self.field.setFrame(False)
        clearable(self.field)
        self._model = _Rows(self)
        self.view = QListView()
        self.hint = QLabel()
        self._assemble()
        self.field.textChanged.connect(self.refresh)
        self.field.walked.connect(self._on_walked)
        self.field.entered.connect(self._on_entered)
        self.field.escaped.connect(self.leave)
        self.field.abandoned.connect(self._on_abandoned)
        self.view.clicked.connect(self._on_clicked)
        window.installEventFilter(self)

    def _assemble(self) -> None:
        view, theme = self.view, self._theme
        view.setModel(self._model)
        view.setItemDelegate(_RowDelegate(theme, view))
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.setStyleSheet("QListView { background: transparent; }")
        self.hint.setObjectName("hint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(SPACE + 2, 4, SPACE, 8)
        paint_in(self.hint, theme.soft_ink)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.field)
        column.addWidget(self.hint)
        column.addWidget(view, 1)

    # What each overlay says for itself

    def rows_for(self, query: str) -> Sequence[Row]:
        """Return what fits the words typed, the best first."""
        raise NotImplementedError

    def hint_for(self, query: str, rows: Sequence[Row]) -> str:
        """Return a sentence to show above the rows; empty for none."""
        raise NotImplementedError

    def take(self, row: Row) -> None:
        """Do what a row stands for; the keyboard is back where it was."""
        raise NotImplementedError

    # Coming and going

    def open(self) -> None:
        """Show it, with the keyboard in its field; twice means away again."""
        self._before = QApplication.focusWidget()
        for other in self._over.findChildren(Overlay):
            if other is not self and not other.left:
                self._before = other.before
                other.dismiss()
        self.refresh()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def before(self) -> QWidget | None:
        """Where the keyboard was."""
        return self._before

    @property
    def left(self) -> bool:
        """Whether it is on its way out."""
        return self._left

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._model.rows

    @property
    def current(self) -> Row | None:
        """The row that Enter takes."""
        index = self.view.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    @Slot()
    def leave(self) -> None:
        """Go away and give the keyboard back to where it was."""
        before = self._before
        self.dismiss()
        # A field of the details is made anew where others change the tag.
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Go away."""
        if not self._left:
            self._left = True
            self._over.removeEventFilter(self)
            self.hide()
            self.deleteLater()

    @Slot()
    def _on_abandoned(self) -> None:
        self.dismiss()

    # Listing and choosing

    @Slot()
    def refresh(self) -> None:
        """List what fits what is typed."""
        query = self.field.text()
        rows = self.rows_for(query)
        self._model.put(rows)
        hint = self.hint_for(query, rows)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.view.setVisible(bool(rows))
        self._go_to(self._next(-1, 1))
        self._fit()

    @Slot(object)
    def _on_walked(self, steps: int) -> None:
        """Go some rows on or back, from the last round to the first."""
        at = self.view.currentIndex().row()
        last = len(self.rows) - 1
        if abs(steps) == 1:
            found = self._next(at, steps)
            self._go_to(self._next(-1 if steps > 0 else last + 1, steps) if found < 0 else found)
        else:
            self._go_to(self._next(max(-1, min(last, at + steps - 1)), 1))

    def _next(self, at: int, step: int) -> int:
        """Return the next row after ``at`` that can be chosen, or -1."""
        at += step
        while 0 <= at < len(self.rows):
            if self.rows[at].enabled:
                return at
            at += step
        return -1

    def _go_to(self, row: int) -> None:
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if row >= 0:
            self.view.scrollTo(index)
        else:
            self.view.scrollToTop()

    @Slot()
    def _on_entered(self) -> None:
        row = self.current
        if row is not None:
            self._choose(row)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.rows[index.row()]
        if row.enabled:
            self._choose(row)

    def _choose(self, row: Row) -> None:
        self.leave()
        self.take(row)

    # Looks

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        """Take the height of the rows, below the top of the window."""
        over = self._over.rect()
        width = min(_WIDTH, over.width() - 4 * SPACE)
        top = min(_TOP, over.height() // 8)
        lines = min(_LINES, len(self.rows), max(3, (over.height() - top - 4 * _LINE) // _LINE))
        self.view.setFixedHeight(lines * _LINE)
        self.setFixedWidth(width)
        self.hint.setFixedWidth(width - 2 * SPACE)
        column = self._column
        column.invalidate()
        wraps = column.hasHeightForWidth()
        height = column.totalSizeHint().height()
        self.resize(width, column.totalHeightForWidth(width) if wraps else height)
        self.move((over.width() - width) // 2, top)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw a sheet with an edge that stands out from what it lies on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.edge), 1.0))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class OverlayField(ComposingField):
    """The field; what walks through the list goes to the list.

    Attributes:
        walked: Carries how many rows to go on.
        entered: Return was pressed.
        escaped: Escape was pressed.
        abandoned: The keyboard went elsewhere.
    """

    walked = Signal(object)
    entered = Signal()
    escaped = Signal()
    abandoned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the list, unless they are for the input method."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: 1 - _LINES,
            Qt.Key.Key_PageDown: _LINES - 1,
        }
        key = Qt.Key(event.key())
        ending = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (ending or key == Qt.Key.Key_Escape or key in steps):
            super().keyPressEvent(event)
        elif self.composing:
            return
        elif key in steps:
            self.walked.emit(steps[key])
        elif ending:
            self.entered.emit()
        else:
            self.escaped.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when the keyboard goes to something else in the window."""
        super().focusOutEvent(event)
        if event.reason() not in _STAY:
            self.abandoned.emit()


class _Rows(QAbstractListModel):
    """The rows, as a list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def put(self, rows: Sequence[Row]) -> None:
        """List other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a row can be chosen."""
        flags = Qt.ItemFlag
        if index.isValid() and self.rows[index.row()].enabled:
            return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemNeverHasChildren
        return flags.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its words, or what a screen reader says of it."""
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "" if row.on is None else self.tr("on") if row.on else self.tr("off")
            return ", ".join(part for part in (row.text, state, row.detail, row.keys) if part)
        return None


class _RowDelegate(QStyledItemDelegate):
    """Draws a row: its mark, its words, where it lives, its keys."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a line."""
        return QSize(0, _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row on one line; the detail gives way to the words, both to the keys."""
        row = cast("Row", index.data(_ROW))
        theme, box = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        ink = theme.ink if row.enabled else mixed(theme.raised, theme.soft_ink, 0.7).name()
        middle = box.center().y()
        self._mark(painter, row, box, ink)
        painter.setFont(option.font)
        right = box.right() - SPACE - 4
        if row.keys:
            right -= QFontMetricsF(option.font).horizontalAdvance(row.keys)
            painter.setPen(QColor(theme.soft_ink if row.enabled else ink))
            paint_line(painter, right, middle, row.keys)
            right -= 2 * SPACE
        font = QFont(option.font)
        if row.families:
            font.setFamilies(list(row.families))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        left = _write(painter, row.text, box.left() + _GUTTER, right, middle)
        painter.setPen(QColor(theme.soft_ink if row.enabled else ink))
        _write(painter, row.detail, left + 1.5 * SPACE, right, middle)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(self._theme.chosen))
            painter.drawRoundedRect(box, 5, 5)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 6, 3, box.height() - 12), 1.5, 1)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(mixed(self._theme.raised, self._theme.chosen, 0.45))
            painter.drawRoundedRect(box, 5, 5)

    def _mark(self, painter: QPainter, row: Row, box: QRectF, ink: str) -> None:
        """Draw what stands before a row: a tick where it is on, or the dot of a kind."""
        middle = box.center().y()
        if row.colour:
            paint_dot(painter, box.left() + 10, middle, self._theme.mark(row.colour))
        elif row.on:
            painter.setPen(QPen(QColor(ink), 1.8))
            left = box.left() + 10
            painter.drawPolyline(
                [
                    QPointF(left, middle),
                    QPointF(left + DOT / 3, middle + DOT / 3),
                    QPointF(left + DOT, middle - DOT / 2.5),
                ]
            )


def _write(painter: QPainter, text: str, left: float, right: float, middle: float) -> float:
    """Draw as much of a text as there is room for; return where it ends."""
    if not text or right - left < 2 * SPACE:
        return left
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
    return paint_line(painter, left, middle, shown)
