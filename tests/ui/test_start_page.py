"""What stands in the place of the text where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from reader.ui.dialogs.messages import Ask
from reader.ui.main_window import MainWindow
from reader.ui.panels.start_page import StartPage
from reader.ui.session import Session
from reader.ui.tasks import Tasks
from reader.ui.theme import Theme
from reader.user import state_folder
from tests.ui.driving import Driver

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def _page(driver: Driver) -> StartPage:
    page = driver.window.findChild(StartPage)
    assert page is not None
    return page


def _click(driver: Driver, command: str) -> None:
    button = _page(driver).findChild(QPushButton, command)
    assert button is not None
    assert button.isVisible()
    driver.bot.mouseClick(button, Qt.MouseButton.LeftButton)


def _said(driver: Driver) -> str:
    return _page(driver).findChildren(QLabel)[0].text()


def test_an_empty_workspace_says_how_to_get_articles(driver: Driver) -> None:
    assert _page(driver).isVisible()
    assert _said(driver) == "No articles yet"
    sentence = _page(driver).findChildren(QLabel)[1].text()
    assert all(part in sentence for part in ("Word", "PDF", "web page", "folder", "paste"))
    assert _page(driver).geometry() == driver.surface.rect()
    QGuiApplication.clipboard().setText("溪水清清。\n")
    _click(driver, "paste_article")
    assert not _page(driver).isVisible()
    assert driver.article.text == "溪水清清。\n"


def test_it_comes_back_when_the_last_article_goes(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    QGuiApplication.clipboard().setText("溪水清清。\n")
    _click(driver, "paste_article")
    monkeypatch.setattr(Ask, "confirm", lambda *_: True)
    driver.window.commands.articles.remove_article()
    assert _page(driver).isVisible()
    driver.window.resize(900, 600)
    assert _page(driver).geometry() == driver.surface.rect()


def test_without_a_workspace_it_opens_one(
    qtbot: QtBot, workspace_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    session, tasks = Session(author="tester", state=state_folder()), Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    qtbot.addWidget(window)
    window.show()
    driver = Driver(window, session, qtbot)
    assert _said(driver) == "No workspace is open"
    monkeypatch.setattr(Ask, "folder", lambda *_: workspace_folder)
    _click(driver, "open_workspace")
    assert driver.workspace.folder == workspace_folder
    assert _said(driver) == "No articles yet"
    window.close()
