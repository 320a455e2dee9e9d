"""Return never submits what an input method is still composing, in any field of any window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.text.span import Span
from reader.ui.composition import CompositionGuard
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.dialogs.glossary_dialog import GlossaryDialog
from reader.ui.dialogs.overlay import Overlay
from reader.ui.dialogs.reading_dialog import ReadingDialog
from reader.ui.dialogs.shortcuts_dialog import ShortcutsDialog

if TYPE_CHECKING:
    from tests.ui.driving import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier
ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
_FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


class Submitted:
    """Counts what fields submit."""

    def __init__(self) -> None:
        self.count = 0

    def note(self) -> None:
        """Count one more."""
        self.count += 1


def fields(parent: QWidget) -> list[QWidget]:
    """Return what somebody may write in, of a window and nothing above it."""
    found = [one for kind in _FIELDS for one in parent.findChildren(kind)]
    return [
        one
        for one in found
        if one.window() is parent.window()
        and one.isVisibleTo(parent.window())
        and one.isEnabled()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        # The parts of a spin box or a combo box have the keyboard through it.
        and one.focusProxy() is None
        and not getattr(one, "isReadOnly", bool)()
    ]


def compose(field: QWidget, words: str = "") -> None:
    """Begin a composition, or end it with the words."""
    event = QInputMethodEvent("" if words else "nihao", [])
    if words:
        event.setCommitString(words)
    QApplication.sendEvent(field, event)


def show(driver: Driver, dialog: QWidget) -> None:
    """Show a dialog, and give it the keyboard."""
    with driver.bot.waitExposed(dialog):
        dialog.show()

    def active() -> bool:
        dialog.activateWindow()
        return QApplication.activeWindow() is dialog

    driver.bot.waitUntil(active)


def check(driver: Driver, parent: QWidget) -> int:
    """Press what ends a field in every field of a window; return how many there are."""
    walked = 0
    for field in fields(parent):
        field.setFocus()
        if QApplication.focusWidget() is not field:
            continue
        walked += 1
        compose(field)
        for key in ENDING:
            driver.bot.keyClick(field, key)
            assert parent.isVisible(), f"{field.objectName()}: {key} closed the window"
            assert QApplication.focusWidget() is field, f"{field.objectName()}: {key} left it"
        compose(field, "你")
    return walked


@pytest.fixture
def tagged(mine: Driver) -> Driver:
    """Return a window in which as much is open as can be at once, with a chosen tag."""
    mine.surface.select(Span(3, 5))
    mine.session.tag("metric")
    mine.key(Qt.Key.Key_F, CONTROL)
    mine.key(Qt.Key.Key_T, CONTROL)
    return mine


def test_no_field_of_the_window_is_submitted(tagged: Driver) -> None:
    window, told = tagged.window, Submitted()
    for field in window.findChildren(QLineEdit):
        field.returnPressed.connect(told.note)
    assert check(tagged, window) >= 5
    tagged.key(Qt.Key.Key_H, CONTROL)
    assert check(tagged, window) >= 5
    assert told.count == 0


def test_no_field_of_a_dialog_is_submitted(tagged: Driver) -> None:
    window, session, told = tagged.window, tagged.session, Submitted()
    dialogs: list[QDialog] = [
        ExportDialog(window, session, window._tasks, window.theme, window.last_export),
        GlossaryDialog(window, session, window.theme, "干部", "幹部", None),
        ReadingDialog(window.reading, window),
        ShortcutsDialog(window, session, window.shortcuts, window.theme),
    ]
    asked = QInputDialog(window)
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for dialog in (*dialogs, asked):
        show(tagged, dialog)
        dialog.accepted.connect(told.note)
        assert check(tagged, dialog) >= 1, type(dialog).__name__
        assert told.count == 0
        dialog.reject()


def test_no_field_over_the_window_is_submitted(tagged: Driver) -> None:
    for key in (Qt.Key.Key_K, Qt.Key.Key_G):
        tagged.key(key, CONTROL)
        (overlay,) = (one for one in tagged.window.findChildren(Overlay) if not one.left)
        compose(overlay.field)
        for key in ENDING:
            tagged.bot.keyClick(overlay.field, key)
            assert not overlay.left
            assert overlay.field.hasFocus()
        overlay.leave()


def test_a_title_is_not_renamed_with_half_a_word(mine: Driver) -> None:
    view, title = mine.window.articles.list_view, mine.workspace.details(mine.article.id).title
    view.setFocus()
    mine.key(Qt.Key.Key_F2, widget=view)
    editor = view.findChild(QLineEdit, "titleEditor")
    assert editor is not None
    compose(editor)
    mine.bot.keyClick(editor, Qt.Key.Key_Return)
    assert view.findChild(QLineEdit, "titleEditor") is editor
    assert mine.workspace.details(mine.article.id).title == title
    compose(editor, "你")
    mine.bot.keyClick(editor, Qt.Key.Key_Return)
    # The view is told a moment later.
    mine.bot.waitUntil(lambda: "你" in mine.workspace.details(mine.article.id).title)


class _Asking(QDialog):
    """A plain field with a default button, as anybody may add one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.returnPressed.connect(self.accept)
        QVBoxLayout(self).addWidget(self.field)


def test_a_plain_field_is_guarded_as_soon_as_it_has_the_keyboard(mine: Driver) -> None:
    dialog = _Asking(mine.window)
    show(mine, dialog)
    dialog.field.setFocus()
    compose(dialog.field)
    mine.bot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    # The words come, and then Return is what it always is.
    compose(dialog.field, "书屋")
    assert dialog.field.text() == "书屋"
    mine.bot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert mine.window.findChildren(CompositionGuard)


def test_single_keys_work_in_the_text_while_an_input_method_is_on(tagged: Driver) -> None:
    surface = tagged.surface
    field = tagged.window.find_bar.field
    field.setFocus()
    compose(field)
    surface.setFocus()
    assert not surface.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not surface.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    script = tagged.session.script
    tagged.key(Qt.Key.Key_S)
    assert tagged.session.script is not script
    surface.select(Span(0, 2))
    tagged.key(Qt.Key.Key_2)
    assert tagged.session.annotation is not None
    assert tagged.session.annotation.kind == "programme"
    tagged.key(Qt.Key.Key_Escape)
    assert not tagged.session.passage
