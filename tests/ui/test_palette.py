"""The command palette: every action by a few letters, without the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from reader.text.span import Span
from reader.ui.actions import ACTIONS
from reader.ui.dialogs.go_to import GoTo
from reader.ui.dialogs.palette import Palette, Used
from reader.ui.menus import SCRIPT_COMMANDS
from reader.ui.shortcuts import plain
from reader.workspace import editing
from tests.ui.sharing import look

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.workspace import Workspace
    from tests.ui.driving import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(driver: Driver) -> Palette | None:
    """Return the palette, if it is open."""
    return next((one for one in driver.window.findChildren(Palette) if not one.left), None)


def opened(driver: Driver, widget: QWidget | None = None) -> Palette:
    """Open the palette by its key."""
    driver.key(Qt.Key.Key_K, CONTROL, widget)
    palette = shown(driver)
    assert palette is not None
    assert palette.isVisible()
    assert palette.field.hasFocus()
    return palette


def press(driver: Driver, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    driver.bot.keyClick(focus, key)


def do(driver: Driver, words: str) -> None:
    """Do what is called so."""
    palette = opened(driver)
    palette.field.setText(words)
    press(driver, Qt.Key.Key_Return)
    assert shown(driver) is None


def test_every_action_kind_and_article_is_there_with_its_menu_and_keys(mine: Driver) -> None:
    palette = opened(mine)
    listed = {row.key: row for row in palette.rows}
    for spec in ACTIONS:
        if spec.command != "show_palette":
            row = listed[f"do {spec.command}"]
            assert row.keys == mine.window.shortcuts.shown(spec.command)
            assert row.enabled == mine.window.menus.actions[spec.command].isEnabled()
    assert listed["do theme_dark"].detail == "View › Theme"
    assert [listed[f"kind {kind.name}"].keys for kind in mine.workspace.tag_set] == ["1", "2", "3"]
    titles = [mine.workspace.details(one).title for one in mine.workspace.articles]
    assert [row.text for row in palette.rows if row.key.startswith("article ")] == titles
    # What cannot be done now stands last.
    enabled = [row.enabled for row in palette.rows]
    assert enabled == sorted(enabled, reverse=True)
    assert not all(enabled)


def test_every_action_is_done_by_typing_its_name(mine: Driver) -> None:
    window, done = mine.window, []
    for command, action in window.menus.actions.items():
        action.setEnabled(True)
        action.triggered.disconnect()
        action.triggered.connect(lambda _on=False, name=command: done.append(name))
    expected = []
    for spec in ACTIONS:
        if spec.command == "show_palette":
            continue
        palette = Palette(window, mine.session, window.reach())
        palette.open()
        menu = " ".join(plain(part) for part in spec.menu.split("/"))
        palette.field.setText(f"{plain(window.menus.actions[spec.command].text())} {menu}")
        press(mine, Qt.Key.Key_Return)
        expected.append(spec.command)
        assert done == expected
    assert shown(mine) is None


def test_tagging_from_the_palette_keeps_the_selection_and_the_keyboard(mine: Driver) -> None:
    mine.drag(Span(3, 5))
    do(mine, "tag as prog")
    (tag,) = mine.workspace.annotations.values()
    assert (tag.span, tag.kind) == (Span(3, 5), "programme")
    assert mine.surface.hasFocus()
    assert mine.surface.selection == Span(3, 5)


def test_an_action_of_the_text_works_from_elsewhere(mine: Driver) -> None:
    palette = opened(mine, mine.window.articles.list_view)
    palette.field.setText("select all")
    press(mine, Qt.Key.Key_Return)
    assert mine.session.passage == Span(0, len(mine.article.text))
    assert mine.surface.hasFocus()


def test_escape_gives_the_keyboard_back_and_does_nothing(mine: Driver) -> None:
    mine.drag(Span(3, 5))
    mine.window.articles.list_view.setFocus()
    palette = opened(mine, mine.window.articles.list_view)
    palette.field.setText("all")
    press(mine, Qt.Key.Key_Escape)
    assert shown(mine) is None
    assert mine.window.articles.list_view.hasFocus()
    assert mine.session.passage == Span(3, 5)


def test_its_key_pressed_again_closes_it(mine: Driver) -> None:
    palette = opened(mine)
    mine.key(Qt.Key.Key_K, CONTROL, palette.field)
    assert shown(mine) is None
    assert mine.surface.hasFocus()


def test_it_opens_from_the_fields_too(mine: Driver) -> None:
    mine.key(Qt.Key.Key_F, CONTROL)
    field = mine.window.find_bar.field
    mine.bot.keyClicks(field, "words")
    opened(mine, field)
    press(mine, Qt.Key.Key_Escape)
    assert field.hasFocus()
    assert field.text() == "words"


def test_return_is_the_input_methods_while_it_composes(mine: Driver) -> None:
    palette = opened(mine)
    QApplication.sendEvent(palette.field, QInputMethodEvent("zhengxie", []))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down):
        press(mine, key)
        assert shown(mine) is palette
        assert palette.view.currentIndex().row() == 0
    ending = QInputMethodEvent()
    ending.setCommitString(mine.workspace.details(mine.article.id).title[:4])
    QApplication.sendEvent(palette.field, ending)
    assert [row.key for row in palette.rows] == [f"article {mine.article.id}"]
    press(mine, Qt.Key.Key_Return)
    assert shown(mine) is None


def test_an_article_is_shown_by_its_title_in_any_script(mine: Driver) -> None:
    other = list(mine.workspace.articles)[1]
    title = mine.workspace.details(other).title
    do(mine, title[:5])
    assert mine.article.id == other
    assert mine.surface.hasFocus()
    palette = opened(mine)
    palette.field.setText(title[:5])
    # The one that is shown is ticked.
    assert [row.on for row in palette.rows if row.key.startswith("article ")] == [True]


SHOWN = {f"do {command}" for command in SCRIPT_COMMANDS.values()}


def test_a_script_to_read_in_comes_before_one_that_an_article_was_written_in(mine: Driver) -> None:
    palette = opened(mine)
    for words in ("trad", "simplified", "繁"):
        palette.field.setText(words)
        keys = [row.key for row in palette.rows if row.key.startswith("do ")]
        shows = min(place for place, key in enumerate(keys) if key in SHOWN)
        says = min(place for place, key in enumerate(keys) if key.startswith("do written_"))
        assert shows < says, keys
    press(mine, Qt.Key.Key_Escape)


def test_a_toggle_shows_whether_it_is_on(mine: Driver) -> None:
    def is_on(words: str) -> bool | None:
        palette = opened(mine)
        palette.field.setText(words)
        press(mine, Qt.Key.Key_Escape)
        return palette.rows[0].on

    assert is_on("show changes") is False
    do(mine, "show changes")
    assert is_on("show changes") is True
    assert is_on("find next") is None
    index = opened(mine).view.model().index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Show changes, on, View, C"


def test_what_was_done_last_comes_first_also_the_next_time(mine: Driver, tmp_path: Path) -> None:
    do(mine, "show changes")
    do(mine, "original beside")
    assert [row.text for row in opened(mine).rows[:2]] == ["Original beside", "Show changes"]
    press(mine, Qt.Key.Key_Escape)
    used = Used(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    assert used.place("do show_parallel") == 0
    assert used.place("do show_changes") == 1
    assert used.place("do quit") > 1


def test_the_arrows_walk_round_and_pass_by_what_cannot_be_done(mine: Driver) -> None:
    palette = opened(mine)
    last = max(number for number, row in enumerate(palette.rows) if row.enabled)
    assert palette.view.currentIndex().row() == 0
    press(mine, Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == last
    press(mine, Qt.Key.Key_Down)
    assert palette.view.currentIndex().row() == 0
    press(mine, Qt.Key.Key_PageDown)
    assert palette.view.currentIndex().row() == 11
    press(mine, Qt.Key.Key_PageUp)
    assert palette.view.currentIndex().row() == 0
    palette.field.setText("undo")
    assert palette.current is None or palette.current.key != "do undo"


def test_words_that_fit_nothing_say_so_and_do_nothing(mine: Driver) -> None:
    palette = opened(mine)
    palette.field.setText("qqqq")
    assert "“qqqq”" in palette.hint.text()
    assert palette.current is None
    press(mine, Qt.Key.Key_Return)
    assert shown(mine) is palette


def test_a_click_does_it_and_one_elsewhere_closes(mine: Driver) -> None:
    palette = opened(mine)
    palette.field.setText("show changes")
    box = palette.view.visualRect(palette.view.model().index(0, 0))
    mine.bot.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert mine.surface.shows_changes
    assert shown(mine) is None
    opened(mine)
    mine.click(2)
    assert shown(mine) is None


def test_one_over_the_other_gives_the_keyboard_back_to_where_it_was(mine: Driver) -> None:
    mine.key(Qt.Key.Key_G, CONTROL)
    (go_to,) = mine.window.findChildren(GoTo)
    opened(mine, go_to.field)
    assert go_to.left
    press(mine, Qt.Key.Key_Escape)
    assert mine.surface.hasFocus()


def test_the_field_it_was_opened_from_may_be_gone(mine: Driver) -> None:
    field = QLineEdit(mine.window)
    field.show()
    field.setFocus()
    palette = opened(mine, field)
    shiboken6.delete(field)
    press(mine, Qt.Key.Key_Escape)
    assert palette.left


def test_another_workspace_closes_it(mine: Driver, tmp_path: Path) -> None:
    palette = opened(mine)
    palette.field.setText("metric")
    assert mine.session.create(tmp_path / "another")
    assert palette.left
    assert shown(mine) is None


def test_an_article_that_others_remove_is_listed_no_longer(mine: Driver, li: Workspace) -> None:
    title = mine.workspace.details(list(mine.workspace.articles)[1]).title
    palette = opened(mine)
    palette.field.setText(title)
    assert [row.text for row in palette.rows if row.key.startswith("article ")] == [title]
    li.apply(editing.remove_article(li, list(li.articles)[1]))
    look(mine)
    assert not [row for row in palette.rows if row.key.startswith("article ")]


def test_it_lies_within_the_window(mine: Driver) -> None:
    palette = opened(mine)
    for size in (QSize(1366, 768), QSize(1000, 620), QSize(1400, 880)):
        palette.field.clear()
        mine.window.resize(size)
        assert mine.window.rect().contains(palette.geometry())
        palette.field.setText("nothing is called so, and so this is said in a sentence " * 2)
        assert mine.window.rect().contains(palette.geometry())
        assert palette.rect().contains(palette.hint.geometry())
