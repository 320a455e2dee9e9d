"""The find bar: what to look for, how much was found, and the way through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.text.search import LONGEST
from reader.ui.icons import put_icon
from reader.ui.panels.elements import SPACE, ComposingField, clearable, paint_in
from reader.ui.theme import mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.session import Session
    from reader.ui.theme import Theme

_PAUSE_MS: Final = 60
_FIELD_WIDTH: Final = 320
_FIELD_EDGES: Final = 24
_ICON: Final = 16


class FindBar(QFrame):
    """Asks for words; it does not search by itself.

    Attributes:
        query_changed: Carries the words a moment after the last key; none that an
            input method is still composing.
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
        self._missing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._field = _Field()
        self._count = QLabel()
        self._previous = self._button("previous", self.tr("Previous match"), self.tr("Shift+Enter"))
        self._next = self._button("next", self.tr("Next match"), self.tr("Enter"))
        self._close = self._button("close", self.tr("Close"), self.tr("Esc"))
        self._assemble()
        self._pause.timeout.connect(self._say)
        self._field.textChanged.connect(self._on_text)
        self._field.composed.connect(self._on_text)
        self._field.entered.connect(self._on_entered)
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._close.clicked.connect(self.close_bar)
        theme.changed.connect(self._dress)
        self.set_count(0, 0)

    def _assemble(self) -> None:
        self._field.setObjectName("findField")
        self._field.setPlaceholderText(self.tr("Find in any script"))
        self._field.setAccessibleName(self.tr("Find in article"))
        clearable(self._field)
        self._field.setMaximumWidth(_FIELD_WIDTH)
        self._field.setMaxLength(LONGEST)
        # In the narrowest window too it says what it is for.
        hint = self.fontMetrics().horizontalAdvance(self._field.placeholderText())
        self._field.setMinimumWidth(hint + _FIELD_EDGES)
        self._count.setObjectName("findCount")
        # Wide enough for “99,999 of 99,999”, so that nothing moves while it counts.
        most = self.tr("{current:,} of {total:,}").format(current=99_999, total=99_999)
        widest = self.fontMetrics().horizontalAdvance(most)
        self._count.setMinimumWidth(widest)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 6, SPACE, 6)
        row.setSpacing(SPACE)
        row.addWidget(self._field, 1)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self._close)

    def _button(self, icon: str, name: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{icon}Match" if icon != "close" else "closeFind")
        put_icon(button, icon, self._theme)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({keys})")
        return button

    def show_keys(self, following: str, before: str) -> None:
        """Say beside the pointer which keys of the window go on to a match, as Enter does."""
        enter, shift_enter = self.tr("Enter"), self.tr("Shift+Enter")
        for button, own, keys in (
            (self._next, enter, following),
            (self._previous, shift_enter, before),
        ):
            both = self.tr("{key} or {keys}").format(key=own, keys=keys) if keys else own
            button.setToolTip(f"{button.accessibleName()} ({both})")

    @property
    def field(self) -> QLineEdit:
        """The field."""
        return self._field

    @property
    def count_text(self) -> str:
        """What is said of the matches."""
        return self._count.text()

    def open_with(self, text: str) -> None:
        """Go to the field, with some words or, where there are none, those of the last time.

        A passage longer than ``LONGEST`` was selected for something else.
        """
        if text and len(text) <= LONGEST:
            self._field.setText(text)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._say()

    def set_count(self, current: int, total: int) -> None:
        """Say which match the reader is at, from 1 (0: at none), and how many there are."""
        self._show_missing(missing=not total and bool(self._field.text()))
        if self._missing:
            said = self.tr("No matches")
        elif not total:
            said = ""
        elif current:
            said = self.tr("{current:,} of {total:,}").format(current=current, total=total)
        else:
            said = self.tr("{total:,} matches").format(total=total)
        self._count.setText(said)
        self._previous.setEnabled(total > 0)
        self._next.setEnabled(total > 0)

    def _show_missing(self, *, missing: bool) -> None:
        theme = self._theme
        paint_in(self._count, theme.danger if missing else theme.soft_ink)
        if missing is not self._missing:
            self._missing = missing
            self._dress()

    @Slot()
    def _dress(self) -> None:
        theme = self._theme
        ground = mixed(theme.raised, theme.danger, 0.08).name()
        line = theme.danger
        own = f"QLineEdit {{ background: {ground}; border: 1px solid {line}; }}"
        self._field.setStyleSheet(own if self._missing else "")

    @Slot()
    def close_bar(self) -> None:
        """Close the bar and forget what was found; the words stay for the next time."""
        self._pause.stop()
        self._said = ""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; while an input method composes, that belongs to it."""
        if event.key() == Qt.Key.Key_Escape and not self._field.composing:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_text(self) -> None:
        self._pause.start()

    @Slot()
    def _say(self) -> None:
        """Tell of the words, unless they are told already or half-composed."""
        self._pause.stop()
        text = self._field.text()
        if text != self._said and not self._field.composing:
            self._said = text
            self.query_changed.emit(text)

    @Slot(object)
    def _on_entered(self, direction: int) -> None:
        """Step on; words that nobody has looked for yet are looked for first."""
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


class _Field(ComposingField):
    """The field; it knows whether an input method is composing in it.

    Attributes:
        entered: Return was pressed; carries 1, with Shift -1.
    """

    entered = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return, unless it is for the input method."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not self.composing:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.entered.emit(-1 if back else 1)
