"""What ends a field never ends it while an input method composes in it, wherever the field is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Container

# What submits, cancels or leaves; for the composition it chooses a candidate.
_KEYS: Final[Container[int]] = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)
_PRESSES: Final = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class CompositionGuard(QObject):
    """Watches the control that has the keyboard, in the window and all its dialogs.

    Most systems keep the keys of a composition from the program; where one lets
    Return through, a field would be submitted with half of what is being written.
    """

    def __init__(self, parent: QObject) -> None:
        """Follow the keyboard from now on."""
        super().__init__(parent)
        self._composing = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        self._composing = False
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the keys of a composition from the field and from its window."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif (
            self._composing
            and isinstance(event, QKeyEvent)
            and event.type() in _PRESSES
            and event.key() in _KEYS
        ):
            event.accept()
            return True
        return False
