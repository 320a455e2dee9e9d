"""A step of the tour: a small card beside what it speaks of, and a frame around that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.panels.elements import ground_in, paint_in

if TYPE_CHECKING:
    from reader.ui.theme import Theme

_WIDTH: Final = 330
# Pixels between the card and what it points at, and around that to its frame.
_GAP: Final = 14
_FRAME: Final = 5


class TourCard(QFrame):
    """Says one thing and leads on; Return goes on, Escape ends.

    Attributes:
        on_asked: The next step, or the end of the last.
        back_asked: The step before.
        skip_asked: The end.
    """

    on_asked = Signal()
    back_asked = Signal()
    skip_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("tourCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ground_in(self, theme.raised)
        self._theme = theme
        self._place = QLabel()
        paint_in(self._place, theme.soft_ink)
        self._heading = QLabel()
        self._heading.setObjectName("panelHeader")
        self._words = QLabel()
        for label in (self._place, self._heading, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._skip = QPushButton(self.tr("Skip tour"))
        self._back = QPushButton(self.tr("Back"))
        self._on = QPushButton()
        self._skip.clicked.connect(self.skip_asked)
        self._back.clicked.connect(self.back_asked)
        self._on.clicked.connect(self.on_asked)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 6, 0, 0)
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._on)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for widget in (self._place, self._heading, self._words):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setFixedWidth(_WIDTH)
        self.hide()

    @property
    def heading(self) -> str:
        """What the step is about."""
        return self._heading.text()

    def tell(self, number: int, count: int, heading: str, words: str) -> None:
        """Show a step.

        Args:
            number: Of the step, from 1.
            count: How many there are.
            heading: What it is about.
            words: What to do, in a few sentences.
        """
        place = self.tr("Step {number} of {count}").format(number=number, count=count)
        self._place.setText(place)
        self._heading.setText(heading)
        self._words.setText(words)
        self._back.setEnabled(number > 1)
        self._skip.setVisible(number < count)
        self._on.setText(self.tr("Next") if number < count else self.tr("Done"))
        self.setAccessibleName(f"{place}. {heading}. {words}")
        self.setFixedHeight(self._column.totalHeightForWidth(_WIDTH))

    def take_focus(self) -> None:
        """Let Return go on."""
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, or end."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # On a button it means the button.
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and focused.hasFocus():
                focused.click()
            else:
                self.on_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.skip_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card's edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme.edge), 1.0))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Outline(QWidget):
    """A frame around what a step speaks of; the pointer goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Frame nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def frame(self, target: QRect) -> None:
        """Stand around a rectangle of the window."""
        around = target.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
        self.setGeometry(around.intersected(self._window.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 2.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6.0, 6.0)
        painter.end()


def place_beside(target: QRect, card: QSize, window: QRect, *, below: bool = False) -> QPoint:
    """Return where a card stands so that it covers nothing of what it points at.

    Args:
        target: What it points at.
        card: Its size.
        window: Where it may stand. Where no side has room, as much as can be is left free.
        below: Whether it stands rather below than beside.
    """
    room = window.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    middle = target.center() - QPoint(card.width() // 2, card.height() // 2)
    far = _GAP + _FRAME
    sides = [
        QPoint(target.right() + far, target.top()),
        QPoint(middle.x(), target.bottom() + far),
        QPoint(target.left() - far - card.width(), target.top()),
        QPoint(middle.x(), target.top() - far - card.height()),
    ]
    if below:
        sides.insert(0, sides.pop(1))
    held = [_held(QRect(point, card), room) for point in sides]
    return min(held, key=lambda rect: _covered(rect, target)).topLeft()


def _held(rect: QRect, room: QRect) -> QRect:
    """Return a rectangle moved into a room."""
    x = max(room.left(), min(rect.left(), room.right() - rect.width() + 1))
    y = max(room.top(), min(rect.top(), room.bottom() - rect.height() + 1))
    return QRect(QPoint(x, y), rect.size())


def _covered(rect: QRect, target: QRect) -> int:
    common = rect.intersected(target)
    return common.width() * common.height() if common.isValid() else 0
