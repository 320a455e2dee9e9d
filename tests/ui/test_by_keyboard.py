"""Everything of the window is within reach of the keyboard: its controls and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget

from reader.text.article import Article
from reader.text.span import Span
from reader.ui.actions import ACTIONS, MENUS
from tests.ui.test_composition import show

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tests.ui.driving import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
# More than the window has controls: a walk that long goes in a circle that misses some.
_FAR = 200


def focusable(parent: QWidget) -> set[QWidget]:
    """Return the controls that Tab is to come to."""
    return {
        one
        for one in parent.findChildren(QWidget)
        if one.window() is parent
        and one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        # The buttons of a tab bar and the parts of a field are reached within it.
        and not isinstance(one.parentWidget(), QTabBar)
    }


def walk(driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """Press a key until the keyboard is where it was; return where it came."""
    start = QApplication.focusWidget()
    assert start is not None
    visited = [start]
    for _step in range(_FAR):
        focus = QApplication.focusWidget()
        assert focus is not None
        driver.bot.keyClick(focus, key, modifier)
        following = QApplication.focusWidget()
        assert following is not None
        if following is start:
            return visited
        assert following is not focus, f"{focus.objectName() or focus} keeps the keyboard"
        visited.append(following)
    raise AssertionError([one.objectName() or type(one).__name__ for one in visited])


def named(widgets: set[QWidget]) -> list[str]:
    """Return what a failure says of controls."""
    return sorted(
        f"{type(one).__name__} {one.objectName()} {one.accessibleName()}" for one in widgets
    )


def submenu(action: QAction) -> QMenu | None:
    """Return the menu that an action opens, if it does."""
    found: object = action.menu()
    return found if isinstance(found, QMenu) else None


def full(driver: Driver) -> None:
    """Open what can be open in the window at once, with a chosen tag."""
    driver.surface.select(Span(3, 5))
    driver.session.tag("metric")
    driver.key(Qt.Key.Key_F, CONTROL)
    driver.key(Qt.Key.Key_T, CONTROL)
    driver.key(Qt.Key.Key_P)
    driver.surface.setFocus()


def test_tab_comes_to_every_control_and_back_the_same_way(mine: Driver) -> None:
    full(mine)
    there = walk(mine, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    missed = focusable(mine.window) - set(there)
    assert not missed, named(missed)
    back = walk(mine, Qt.Key.Key_Backtab, SHIFT)
    assert set(back) == set(there)


def test_f6_leads_to_the_text_from_every_control(mine: Driver) -> None:
    full(mine)
    for widget in walk(mine, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier):
        widget.setFocus()
        mine.bot.keyClick(widget, Qt.Key.Key_F6)
        assert mine.surface.hasFocus(), widget.objectName()


def test_the_panels_have_keys_of_their_own(mine: Driver) -> None:
    mine.surface.select(Span(3, 5))
    mine.session.tag("metric")
    mine.key(Qt.Key.Key_L, CONTROL)
    assert mine.window.articles.list_view.hasFocus()
    mine.key(Qt.Key.Key_D, CONTROL)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert mine.window.tags.editor.isAncestorOf(focus)
    # The palette opens from a note, too.
    mine.key(Qt.Key.Key_K, CONTROL, focus)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "paletteField"


def test_every_action_stands_in_a_menu_with_a_letter_of_its_own(mine: Driver) -> None:
    def check(menu: QMenu, path: str) -> None:
        letters = []
        for action in menu.actions():
            if action.isSeparator():
                continue
            text = action.text().replace("&&", "")
            if "&" in text:
                letters.append(text[text.index("&") + 1].lower())
            below = submenu(action)
            if below is None:
                found.add(action)
            else:
                check(below, f"{path} › {text}")
        double = {letter for letter in letters if letters.count(letter) > 1}
        assert not double, (path, double)

    found: set[object] = set()
    bar = mine.window.menuBar()
    assert [action.text() for action in bar.actions()] == list(MENUS)
    for action in bar.actions():
        below = submenu(action)
        assert below is not None
        check(below, action.text())
    menus = mine.window.menus
    assert {menus.actions[spec.command] for spec in ACTIONS} | set(menus.kinds) <= found


def test_the_menus_open_by_their_letters(mine: Driver) -> None:
    for title in MENUS:
        letter = title[title.index("&") + 1]
        mine.surface.setFocus()
        mine.bot.keyClick(mine.surface, letter.lower(), ALT)
        menu = QApplication.activePopupWidget()
        assert menu is not None, title
        assert isinstance(menu, QMenu)
        assert menu.title() == title
        while QApplication.activePopupWidget() is not None:
            mine.bot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)


def test_the_dialog_of_the_keys_is_walked_through(mine: Driver) -> None:
    mine.window.menus.actions["set_shortcuts"].trigger()
    dialog = mine.window.findChild(QWidget, "shortcutsDialog")
    assert dialog is not None
    show(mine, dialog)
    there = walk(mine, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    missed = focusable(dialog) - set(there)
    assert not missed, named(missed)


def test_a_key_that_has_nothing_to_work_on_says_what_it_needs(mine: Driver) -> None:
    status = mine.window.statusBar()
    mine.session.show_article(mine.article.id)
    for key, modifier in (
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, CONTROL),
        (Qt.Key.Key_Left, SHIFT | ALT),
    ):
        status.clearMessage()
        mine.key(key, modifier)
        assert status.currentMessage(), key
    # It is no alarm: nothing was lost.
    assert mine.window.status.saved_text == "Saved"
    assert not mine.window.refusal.isVisible()


def test_the_table_takes_the_keyboard_and_gives_it_back(mine: Driver) -> None:
    mine.surface.select(Span(3, 5))
    mine.session.tag("metric")
    mine.session.choose_annotation(None)
    mine.key(Qt.Key.Key_T, CONTROL)
    rows = QApplication.focusWidget()
    assert rows is not None
    assert rows.objectName() == "tagRows"
    mine.bot.keyClick(rows, Qt.Key.Key_Down)
    mine.bot.keyClick(rows, Qt.Key.Key_Return)
    assert mine.session.annotation is not None
    mine.bot.keyClick(rows, Qt.Key.Key_Escape)
    assert mine.surface.hasFocus()
    assert rows.isVisible()


def test_after_a_step_to_a_tag_a_kinds_key_is_for_that_tag(mine: Driver) -> None:
    mine.surface.select(Span(3, 5))
    mine.key("1")
    mine.surface.select(Span(9, 11))
    mine.key("1")
    mine.key("[")
    mine.key("3")
    workspace = mine.workspace
    tags = workspace.index(mine.article.id).in_order()
    assert [(tag.span, tag.kind) for tag in tags] == [
        (Span(3, 5), "honour"),
        (Span(9, 11), "metric"),
    ]


@pytest.mark.parametrize("field", ["field_value", "field_bound", "note"])
def test_escape_leaves_the_details_of_a_tag_for_the_text(driver: Driver, field: str) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场。"))
    driver.surface.select(Span(8, 11))
    driver.session.tag("metric")
    driver.key(Qt.Key.Key_D, CONTROL)
    found = driver.window.tags.editor.findChild(QWidget, field)
    assert isinstance(found, QWidget)
    found.setFocus()
    driver.bot.keyClick(found, Qt.Key.Key_Escape)
    assert driver.surface.hasFocus()
    assert driver.session.annotation is not None


@pytest.mark.parametrize("field", ["field_value", "note"])
def test_a_field_leaves_the_key_of_exporting_to_the_window(driver: Driver, field: str) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场。"))
    driver.surface.select(Span(8, 11))
    driver.session.tag("metric")
    found = driver.window.tags.editor.findChild(QWidget, field)
    # Only on X11 do fields of Qt take it, so the event comes here as one already taken.
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, CONTROL)
    asked.accept()
    assert isinstance(found, QWidget)
    found.event(asked)
    assert not asked.isAccepted()
