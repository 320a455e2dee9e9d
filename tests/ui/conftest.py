"""Windows for the tests: real ones, on real workspaces; nothing may be left behind."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings

from reader.text.article import Article
from reader.ui.app import prepare
from reader.ui.appearance import dress
from reader.ui.main_window import MainWindow
from reader.ui.session import Session
from reader.ui.tasks import Tasks
from reader.ui.theme import Theme
from reader.user import state_folder
from reader.workspace import Workspace
from tests.ui.driving import Driver
from tests.ui.sharing import OTHER, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session", autouse=True)
def _prepared(qapp: QApplication) -> None:
    prepare(qapp)
    dress(Theme.load("light"))


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window or a thread behind."""
    # What is there now is no matter of this test: to look through all of it takes half a second.
    # What the test before left to its last moment goes first: frozen, it would stay for ever.
    gc.collect()
    gc.freeze()
    threads = set(threading.enumerate())
    before = set(map(id, qapp.topLevelWidgets()))
    yield
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()
    left = [widget for widget in qapp.topLevelWidgets() if id(widget) not in before]
    assert not left, f"windows left behind: {left}"
    # Qt's threads, where a library asked Python which one it is in, are named until they end.
    started = {one for one in threading.enumerate() if not isinstance(one, threading._DummyThread)}
    assert started <= threads, "a thread was left running"


@pytest.fixture
def workspace_folder(tmp_path: Path) -> Path:
    """Return the folder of an empty workspace."""
    folder = tmp_path / "workspace"
    Workspace.create(folder, author="tester", state=state_folder()).close()
    return folder


@pytest.fixture
def driver(qtbot: QtBot, workspace_folder: Path, tmp_path: Path) -> Iterator[Driver]:
    """Return a shown window on an empty workspace."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    # They come by themselves, and would stand in pictures of something else.
    settings.setValue("suggestions", "false")
    session = Session(author="tester", state=state_folder())
    tasks = Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    qtbot.addWidget(window)
    assert session.open(workspace_folder)
    window.resize(1280, 800)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield Driver(window, session, qtbot)
    window.close()


@pytest.fixture
def mine(driver: Driver) -> Driver:
    """Return a window with two articles, of which the first is shown."""
    driver.add(Article.from_text(TEXT), Article.from_text(OTHER))
    return driver


@pytest.fixture
def li(mine: Driver, tmp_path: Path) -> Iterator[Workspace]:
    """Return the workspace as somebody else has it open, on another machine."""
    folder = mine.workspace.folder
    with Workspace.open(folder, author="李", state=tmp_path / "li") as workspace:
        yield workspace
