"""The panels around the text: opened, closed, given way to, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QToolBar, QWidget

from reader.ui.main_window import MainWindow
from reader.ui.session import Session
from reader.ui.tasks import Tasks
from reader.ui.theme import Theme
from reader.user import state_folder

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

_NARROW = 683, 384
"""A screen of 1366 by 768 pixels at 200 %, in logical pixels."""


def _panel(driver: Driver, name: str) -> QWidget:
    panel = driver.window.findChild(QWidget, name)
    assert panel is not None
    return panel


def _press(driver: Driver, key: Qt.Key) -> None:
    driver.bot.keyClick(driver.window.focusWidget() or driver.surface, key)


@pytest.mark.parametrize(
    ("key", "panel", "command"),
    [
        (Qt.Key.Key_F7, "articleList", "show_articles"),
        (Qt.Key.Key_F8, "sidePanel", "show_side"),
    ],
)
def test_a_key_closes_and_opens_a_panel(
    mine: Driver, key: Qt.Key, panel: str, command: str
) -> None:
    width = _panel(mine, panel).width()
    assert mine.window.menus.actions[command].isChecked()
    _press(mine, key)
    assert not _panel(mine, panel).isVisible()
    assert not mine.window.menus.actions[command].isChecked()
    _press(mine, key)
    assert _panel(mine, panel).isVisible()
    assert _panel(mine, panel).width() == width


def test_the_keyboard_goes_to_the_text_when_its_panel_closes(mine: Driver) -> None:
    mine.window.articles.list_view.setFocus()
    _press(mine, Qt.Key.Key_F7)
    assert mine.surface.hasFocus()


def test_going_to_a_closed_panel_opens_it(mine: Driver) -> None:
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8):
        _press(mine, key)
    mine.bot.keyClick(mine.surface, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert mine.window.articles.list_view.hasFocus()
    assert not _panel(mine, "sidePanel").isVisible()
    mine.bot.keyClick(mine.surface, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert _panel(mine, "sidePanel").isVisible()


def test_a_screen_at_200_percent_has_room_for_the_window(mine: Driver) -> None:
    mine.window.resize(*_NARROW)
    assert (mine.window.width(), mine.window.height()) == _NARROW
    assert mine.surface.width() > mine.window.width() / 2
    assert mine.surface.height() > mine.window.height() / 3


def test_in_a_narrow_window_a_panel_gives_way_to_the_one_asked_for(mine: Driver) -> None:
    mine.window.resize(*_NARROW)
    articles, side = _panel(mine, "articleList"), _panel(mine, "sidePanel")
    assert (articles.isVisible(), side.isVisible()) == (False, True)
    _press(mine, Qt.Key.Key_F7)
    assert (articles.isVisible(), side.isVisible()) == (True, False)
    _press(mine, Qt.Key.Key_F7)
    assert (articles.isVisible(), side.isVisible()) == (False, True)
    mine.window.resize(1280, 800)
    assert side.isVisible()


def test_what_gave_way_comes_back_with_the_room(mine: Driver) -> None:
    mine.window.resize(*_NARROW)
    assert not _panel(mine, "articleList").isVisible()
    mine.window.resize(1280, 800)
    assert _panel(mine, "articleList").isVisible()


def test_a_panel_below_is_made_when_it_is_opened(mine: Driver) -> None:
    assert mine.window.findChild(QWidget, "tagTable") is None
    assert mine.window.findChild(QWidget, "history") is None
    assert mine.window.findChild(QWidget, "findBar") is None
    mine.bot.keyClick(mine.surface, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    table = _panel(mine, "tagTable")
    assert table.isVisible()
    assert 200 < table.height() < mine.window.height() / 2


def test_only_one_panel_is_below_and_keeps_its_height(mine: Driver) -> None:
    window = mine.window
    window.toggle_table()
    window.toggle_history()
    assert not _panel(mine, "tagTable").isVisible()
    assert window.history.isVisible()
    assert not window.menus.actions["show_tag_table"].isChecked()
    height = window.history.height()
    window.toggle_history()
    window.toggle_history()
    assert window.history.height() == height


def test_panels_and_sizes_are_those_of_the_last_time(
    mine: Driver, qtbot: QtBot, tmp_path: Path
) -> None:
    window = mine.window
    # No larger than the screen, which a window that is made again is fitted to.
    window.resize(760, 640)
    _press(mine, Qt.Key.Key_F7)
    _press(mine, Qt.Key.Key_F7)
    window.toggle_table()
    split = _panel(mine, "arrangement")
    assert isinstance(split, QSplitter)
    split.setSizes([0, 440, 320])
    width, height = _panel(mine, "sidePanel").width(), window.table.height()
    folder, size = mine.workspace.folder, window.size()
    window.close()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    session, tasks = Session(author="tester", state=state_folder()), Tasks()
    again = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(again)
    tasks.setParent(again)
    qtbot.addWidget(again)
    assert session.open(folder)
    again.show()
    assert again.size() == size
    assert not again.articles.isVisible()
    assert again.side.width() == width
    assert again.table.isVisible()
    assert again.table.height() == height
    again.close()


def test_in_a_low_window_a_panel_below_takes_the_place_of_the_text(mine: Driver) -> None:
    window = mine.window
    window.resize(*_NARROW)
    window.toggle_table()
    assert window.height() == _NARROW[1]
    assert window.table.isVisible()
    assert not mine.surface.isVisible()
    window.toggle_table()
    assert mine.surface.isVisible()
    window.toggle_table()
    window.resize(1280, 800)
    assert window.table.isVisible()
    assert mine.surface.isVisible()


def test_in_a_narrow_window_the_tools_are_icons_and_all_there(mine: Driver) -> None:
    tools = mine.window.findChild(QToolBar)
    assert tools is not None
    words, icons = (
        Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        Qt.ToolButtonStyle.ToolButtonIconOnly,
    )
    assert tools.toolButtonStyle() == words
    mine.window.resize(*_NARROW)
    assert tools.toolButtonStyle() == icons
    buttons = [tools.widgetForAction(action) for action in tools.actions()]
    mine.bot.waitUntil(lambda: all(button.isVisible() for button in buttons))
    mine.window.resize(1280, 800)
    assert tools.toolButtonStyle() == words
