"""The find bar: what to look for, how much was found, and the way through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.assets import resource

if TYPE_CHECKING:
    from reader.ui.session import Session
    from reader.ui.theme import Theme

_PAUSE_MS = 60
_FIELD_WIDTH = 300


class FindBar(QFrame):
    """Asks for words; it does not search by itself.

    Attributes:
        query_changed: Carries the words, a moment after the last key; never half-composed ones.
        step_asked: Carries 1 for the next match, -1 for the one before.
        closed: The bar was closed.
    """

    query_changed = Signal(object)
    step_asked = Signal(object)
    closed = Signal()

    def __init__(self, _session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("findBar")
        self._theme = theme
        self._said = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._say)
        self._field = _Field()
        self._field.setPlaceholderText(self.tr("Find in any script"))
        self._field.setAccessibleName(self.tr("Find in article"))
        self._field.setClearButtonEnabled(True)
        self._field.setFixedWidth(_FIELD_WIDTH)
        # textChanged keeps silent while an input method composes.
        self._field.textChanged.connect(self._on_text)
        self._field.entered.connect(self._on_entered)
        self._count = QLabel()
        self._count.setObjectName("findCount")
        self._count.setMinimumWidth(90)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self._field)
        row.addWidget(self._count)
        for icon, name, keys, slot in (
            ("previous", self.tr("Previous match"), "Shift+F3", self._on_previous),
            ("next", self.tr("Next match"), "F3", self._on_next),
        ):
            row.addWidget(self._button(icon, name, keys, slot))
        row.addStretch(1)
        row.addWidget(self._button("close", self.tr("Close"), "Esc", self.close_bar))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_bar)

    def _button(self, icon: str, name: str, keys: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(QIcon(str(resource("icons", f"{icon}.svg"))))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({keys})")
        button.clicked.connect(slot)
        return button

    @property
    def field(self) -> QLineEdit:
        """The field."""
        return self._field

    @property
    def count_text(self) -> str:
        """What is said of the matches."""
        return self._count.text()

    def open_with(self, words: str) -> None:
        """Go to the field, with words or those of the last time."""
        if words:
            self._field.setText(words)
        self._field.setFocus()
        self._field.selectAll()
        self._say()

    def set_count(self, current: int, total: int) -> None:
        """Say which match the reader is at, from 1, and how many there are."""
        missing = not total and bool(self._field.text())
        if total:
            said = self.tr("{current} of {total}").format(current=current, total=total)
        else:
            said = self.tr("No matches") if missing else ""
        self._count.setText(said)
        colour = self._theme.danger if missing else self._theme.soft_ink
        self._count.setStyleSheet(f"color: {colour};")

    @Slot()
    def close_bar(self) -> None:
        """Close the bar and forget what was found."""
        self._pause.stop()
        self._said = ""
        self.hide()
        self.closed.emit()

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self._pause.start()

    @Slot()
    def _say(self) -> None:
        self._pause.stop()
        if self._field.text() != self._said:
            self._said = self._field.text()
            self.query_changed.emit(self._said)

    @Slot(object)
    def _on_entered(self, direction: int) -> None:
        if self._field.text() != self._said:
            self._say()
        else:
            self.step_asked.emit(direction)

    @Slot()
    def _on_next(self) -> None:
        self.step_asked.emit(1)

    @Slot()
    def _on_previous(self) -> None:
        self.step_asked.emit(-1)


class _Field(QLineEdit):
    """Tells of Return with its direction; an input method takes Return before it comes here."""

    entered = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.entered.emit(-1 if back else 1)
            return
        super().keyPressEvent(event)
