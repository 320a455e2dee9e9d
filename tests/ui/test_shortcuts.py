"""Keys that the reader changes: applied at once, remembered, never twice the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from reader.annotation.tag_set import DEFAULT_TAG_SET, TagKind, TagSet
from reader.text.script import Script
from reader.ui.actions import ACTIONS, Scope
from reader.ui.dialogs.keyboard_sheet import KeyboardSheet, key_groups
from reader.ui.dialogs.palette import Palette
from reader.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from reader.ui.shortcuts import Shortcuts, normal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Driver

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def stored(path: Path) -> QSettings:
    return QSettings(str(path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def shortcuts(tmp_path: Path) -> Shortcuts:
    """Return the keys without a window."""
    return Shortcuts(stored(tmp_path))


def opened(driver: Driver) -> ShortcutsDialog:
    """Open the dialog."""
    driver.window.menus.actions["set_shortcuts"].trigger()
    dialog = driver.window.findChild(ShortcutsDialog)
    assert dialog is not None
    return dialog


def choose(dialog: ShortcutsDialog, command: str) -> None:
    """Go to the row of an action."""
    for row in range(dialog.table.rowCount()):
        item = dialog.table.item(row, 0)
        assert item is not None
        if item.data(Qt.ItemDataRole.UserRole) == command:
            dialog.table.setCurrentCell(row, 0)
    assert dialog.command == command


def press(driver: Driver, dialog: ShortcutsDialog, key: Qt.Key, modifier: object = NONE) -> str:
    """Press new keys; return what is said of them."""
    assert isinstance(modifier, Qt.KeyboardModifier)
    driver.bot.keyClick(dialog.edit, key, modifier)
    return dialog.sentence.text()


# The keys themselves


def test_no_two_actions_that_meet_have_the_same_usual_key(shortcuts: Shortcuts) -> None:
    shortcuts.set_kinds(DEFAULT_TAG_SET)
    for spec in ACTIONS:
        assert shortcuts.keys(spec.command) == tuple(map(normal, spec.keys)), spec.command
        assert not shortcuts.differs(spec.command)


def test_usual_keys_of_the_window_are_none_that_a_field_needs(shortcuts: Shortcuts) -> None:
    for spec in ACTIONS:
        if spec.scope is Scope.WINDOW and spec.command not in ("undo", "redo"):
            for key in spec.keys:
                other = "quit" if spec.command != "quit" else "export"
                clash = shortcuts.clash(other, normal(key))
                assert clash is not None
                assert clash.command == spec.command, key


def test_only_what_differs_is_kept_and_is_there_the_next_time(tmp_path: Path) -> None:
    shortcuts = Shortcuts(stored(tmp_path))
    shortcuts.give("export", ("Ctrl+J", "Ctrl+F12"))
    shortcuts.give("find", ())
    shortcuts.give("quit", ("Ctrl+Q",))
    settings = stored(tmp_path)
    settings.beginGroup("keys")
    assert sorted(settings.allKeys()) == ["export", "find"]
    again = Shortcuts(stored(tmp_path))
    assert again.keys("export") == ("Ctrl+J", "Ctrl+F12")
    assert again.keys("find") == ()
    assert again.shown("export") == "Ctrl+J  Ctrl+F12"
    again.reset("export")
    again.reset("find")
    assert not stored(tmp_path).contains("keys/export")
    assert again.keys("export") == ("Ctrl+E",)


@pytest.mark.parametrize(
    "value",
    ["nonsense", "Ctrl+", "X", "Ctrl+K, Ctrl+S", "Tab", "Space", "Ctrl+C", "Alt+F", "Shift", " | "],
)
def test_a_bad_value_counts_as_the_usual_keys(tmp_path: Path, value: str) -> None:
    settings = stored(tmp_path)
    settings.setValue("keys/export", value)
    settings.setValue("keys/no_such_action", "Ctrl+F11")
    assert Shortcuts(settings).keys("export") == ("Ctrl+E",)


def test_a_list_in_the_file_counts_as_the_usual_keys(tmp_path: Path) -> None:
    settings = stored(tmp_path)
    settings.setValue("keys/export", ["Ctrl+J", "Ctrl+F12"])
    assert Shortcuts(settings).keys("export") == ("Ctrl+E",)


def test_the_same_key_for_two_in_the_file_is_the_first_ones(tmp_path: Path) -> None:
    settings = stored(tmp_path)
    settings.setValue("keys/open_workspace", "Ctrl+F11")
    settings.setValue("keys/export", "Ctrl+F11")
    shortcuts = Shortcuts(settings)
    assert shortcuts.keys("open_workspace") == ("Ctrl+F11",)
    assert shortcuts.keys("export") == ("Ctrl+E",)


def test_a_key_given_to_one_is_taken_from_the_other_and_comes_back(shortcuts: Shortcuts) -> None:
    shortcuts.give("export", ("Ctrl+F",))
    assert shortcuts.keys("find") == ()
    assert shortcuts.differs("find")
    # Among keys that were given, too.
    shortcuts.give("quit", ("Ctrl+F", "Ctrl+F11"))
    assert shortcuts.keys("export") == ()
    shortcuts.reset("quit")
    assert shortcuts.keys("find") == ("Ctrl+F",)
    shortcuts.reset_all()
    assert not any(shortcuts.differs(spec.command) for spec in ACTIONS)


def test_the_key_of_a_kind_counts_for_more_than_any_other(shortcuts: Shortcuts) -> None:
    kinds = TagSet((TagKind("a", "A", "#000000", "h"), TagKind("b", "B", "#000000", "")))
    shortcuts.set_kinds(kinds)
    assert shortcuts.keys("tag_history") == ()
    clash = shortcuts.clash("next_tag", "H")
    assert clash is not None
    assert clash.command == ""
    shortcuts.set_kinds(DEFAULT_TAG_SET)
    assert shortcuts.keys("tag_history") == ("H",)


@pytest.mark.parametrize(
    ("command", "key", "word"),
    [
        ("export", "J", "write"),
        ("export", "Ctrl+V", "write"),
        ("export", "Backspace", "write"),
        ("export", "Shift+Left", "write"),
        ("next_tag", "Space", "scrolls"),
        ("next_tag", "Home", "moves"),
        ("next_tag", "Tab", "control"),
        ("next_tag", "Alt+V", "menu"),
        ("next_tag", "Ctrl+K, Ctrl+S", "one key"),
        ("next_tag", "Ctrl+Shift", "one key"),
        ("next_tag", "1", "Metric".lower()),
    ],
)
def test_some_keys_cannot_be_given_and_a_sentence_says_why(
    shortcuts: Shortcuts, command: str, key: str, word: str
) -> None:
    shortcuts.set_kinds(DEFAULT_TAG_SET)
    clash = shortcuts.clash(command, key)
    assert clash is not None
    assert clash.command == ""
    assert word in clash.sentence


def test_free_keys_have_nothing_against_them(shortcuts: Shortcuts) -> None:
    for command, key in (
        ("export", "Ctrl+J"),
        ("export", "Ctrl+F11"),
        ("export", "Alt+J"),
        ("next_tag", "J"),
        ("export", "Ctrl+E"),
        ("undo", "Ctrl+Z"),
        ("put_here", "Return"),
    ):
        assert shortcuts.clash(command, key) is None, key


# In the window


def test_new_keys_work_at_once_and_everywhere_the_old_ones_stood(mine: Driver) -> None:
    dialog = opened(mine)
    choose(dialog, "show_simplified")
    assert press(mine, dialog, Qt.Key.Key_J, CONTROL) == "“Simplified 简体”: Ctrl+J"
    action = mine.window.menus.actions["show_simplified"]
    assert action.shortcut().toString() == "Ctrl+J"
    assert action.toolTip() == "Simplified 简体 (Ctrl+J)"
    button = mine.window.findChild(QToolButton, "simplifiedScript")
    assert button is not None
    assert button.toolTip() == "Simplified (Ctrl+J; S cycles)"
    groups = key_groups(mine.window.shortcuts, mine.workspace.tag_set)
    assert ("Ctrl+J", "Simplified 简体") in [row for group in groups for row in group.rows]
    dialog.close()
    mine.window.activateWindow()
    scripts = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_J):
        mine.key(key, CONTROL)
        scripts.append(mine.session.script)
    assert scripts == [Script.ORIGINAL, Script.SIMPLIFIED]
    palette = Palette(mine.window, mine.session, mine.window.reach())
    assert next(r for r in palette.rows_for("simplified") if "View" in r.detail).keys == "Ctrl+J"
    palette.dismiss()


def test_a_clash_is_said_and_the_key_can_be_taken(mine: Driver) -> None:
    dialog = opened(mine)
    choose(dialog, "next_tag")
    assert press(mine, dialog, Qt.Key.Key_H) == "H is the key of “History of this tag”."
    assert mine.window.shortcuts.keys("next_tag") == ("]",)
    assert dialog.take_button.isVisible()
    mine.bot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    assert mine.window.shortcuts.keys("next_tag") == ("H",)
    assert mine.window.menus.actions["tag_history"].shortcuts() == []
    assert not dialog.take_button.isVisible()
    # The other one says so in its row, and has its key back with the usual ones.
    choose(dialog, "next_tag")
    mine.bot.mouseClick(dialog.reset_button, Qt.MouseButton.LeftButton)
    assert mine.window.shortcuts.keys("tag_history") == ("H",)
    assert not dialog.reset_button.isEnabled()


def test_a_key_that_cannot_be_given_offers_nothing_to_take(mine: Driver) -> None:
    dialog = opened(mine)
    choose(dialog, "export")
    assert "write in fields" in press(mine, dialog, Qt.Key.Key_J)
    assert not dialog.take_button.isVisible()
    assert mine.window.shortcuts.keys("export") == ("Ctrl+E",)


def test_keys_are_kept_beside_new_ones_and_can_all_go(mine: Driver) -> None:
    dialog = opened(mine)
    choose(dialog, "export")
    dialog.also.setChecked(True)
    press(mine, dialog, Qt.Key.Key_F12, CONTROL)
    assert mine.window.shortcuts.keys("export") == ("Ctrl+E", "Ctrl+F12")
    mine.bot.mouseClick(dialog.none_button, Qt.MouseButton.LeftButton)
    assert mine.window.shortcuts.keys("export") == ()
    assert dialog.sentence.text() == "“Export tags” has no key."
    assert not dialog.none_button.isEnabled()
    mine.bot.mouseClick(dialog.reset_all_button, Qt.MouseButton.LeftButton)
    assert mine.window.shortcuts.keys("export") == ("Ctrl+E",)
    assert not dialog.reset_all_button.isEnabled()


def test_the_table_is_searched_by_name_and_by_key(mine: Driver) -> None:
    dialog = opened(mine)

    def listed() -> list[str]:
        rows = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
        return [item.text() for row in rows if (item := dialog.table.item(row, 0)) is not None]

    assert len(listed()) == len(ACTIONS) + 3
    mine.bot.keyClicks(dialog.search, "find prev")
    assert listed() == ["Find previous"]
    assert dialog.command == "find_previous"
    dialog.search.setText("shift+f3")
    assert listed() == ["Find previous"]
    dialog.search.setText("no such thing")
    assert listed() == []
    assert dialog.command == ""
    assert not dialog.edit.isEnabled()


def test_a_kind_is_listed_and_its_key_is_set_elsewhere(mine: Driver) -> None:
    dialog = opened(mine)
    dialog.search.setText("tag as metric")
    assert dialog.command == ""
    assert not dialog.edit.isEnabled()
    assert "tag set" in dialog.sentence.text()


def test_return_in_the_table_goes_on_to_the_keys(mine: Driver) -> None:
    dialog = opened(mine)
    choose(dialog, "export")
    dialog.table.setFocus()
    mine.bot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.edit.hasFocus() or dialog.edit.isAncestorOf(dialog.focusWidget())
    # A second asking brings the same dialog forward.
    assert opened(mine) is dialog


# The sheet


def test_the_sheet_shows_the_keys_as_they_are_in_columns_that_fit(
    mine: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.window.shortcuts.give("export", ("Ctrl+F12",))
    shown: list[set[str]] = []

    def look(sheet: KeyboardSheet) -> int:
        sheet.show()
        room = sheet.screen().availableSize()
        assert sheet.width() <= room.width()
        assert sheet.height() <= room.height()
        shown.append({label.text() for label in sheet.findChildren(QLabel)})
        button = sheet.findChild(QPushButton, "changeShortcuts")
        assert button is not None
        mine.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        return 0

    monkeypatch.setattr(KeyboardSheet, "exec", look)
    mine.key(Qt.Key.Key_F1)
    assert {"Ctrl+F12", "Export tags", "Tag as metric", "In the text", "View"} <= shown[0]
    assert "Ctrl+E" not in shown[0]
    assert mine.window.findChild(ShortcutsDialog) is not None
    mine.window.activateWindow()
    mine.key("?")
    assert len(shown) == 2


def test_a_question_mark_in_a_field_is_written(
    mine: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeyboardSheet, "exec", lambda _sheet: pytest.fail("the sheet came"))
    mine.key(Qt.Key.Key_F, CONTROL)
    mine.bot.keyClicks(mine.window.find_bar.field, "?")
    assert mine.window.find_bar.field.text() == "?"
