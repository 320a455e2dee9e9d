"""The window in the reader's language."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QSettings, QTimer

from reader.text.article import Article
from reader.ui import app
from reader.ui.language import CHOICES, chosen, speak, spoken
from reader.ui.main_window import MainWindow
from reader.user import state_folder
from reader.workspace import Workspace
from tests.ui.sharing import OTHER, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.ui.driving import Driver


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize(
    ("locales", "name"),
    [
        (["en-GB"], "en"),
        (["zh-Hans-CN", "en"], "zh-Hans"),
        (["zh-CN"], "zh-Hans"),
        (["zh-SG"], "zh-Hans"),
        (["zh-TW"], "zh-Hant"),
        (["zh-HK"], "zh-Hant"),
        (["zh-Hant"], "zh-Hant"),
        (["de-DE", "zh-TW"], "zh-Hant"),
        (["de-DE", "en-US", "zh-TW"], "en"),
        (["de-DE"], "en"),
        ([], "en"),
    ],
)
def test_the_system_s_language_is_the_first_that_there_is(locales: list[str], name: str) -> None:
    assert spoken("system", locales) == name


def test_what_was_chosen_goes_before_the_system() -> None:
    assert spoken("zh-Hant", ["en"]) == "zh-Hant"
    assert spoken("system") in CHOICES


@pytest.mark.parametrize("kept", ["", "tlh", None])
def test_what_is_no_language_is_the_system_s(tmp_path: Path, kept: str | None) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", kept)
    assert chosen(settings) == "system"


def test_choosing_a_language_opens_the_window_anew(driver: Driver) -> None:
    told = []
    driver.window.languages.changed.connect(lambda: told.append(True))
    driver.window.menus.actions["language_simplified"].trigger()
    assert told
    assert driver.window.made_anew
    assert not driver.window.isVisible()


class _Reader:
    """Chooses Chinese in the first window at the second article, and closes the next."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.seen: list[tuple[str, str]] = []
        self._first: Callable[[], MainWindow | None] = lambda: None
        self.first_stayed = False

    def act(self) -> None:
        window = next(
            (
                one
                for one in self._application.topLevelWidgets()
                if isinstance(one, MainWindow) and one.isVisible() and not one.made_anew
            ),
            None,
        )
        if window is None or window.session.article is None:
            # On a busy machine it takes a while.
            QTimer.singleShot(50, self.act)
            return
        if not self.seen:
            window.commands.articles.next_article()
        self.seen.append((window.session.article.id, window.menus.actions["find"].iconText()))
        if len(self.seen) == 1:
            # As it is a second after the start.
            gc.freeze()
            self._first = weakref.ref(window)
            QTimer.singleShot(0, self.act)
            window.menus.actions["language_simplified"].trigger()
        else:
            self.first_stayed = self._first() is not None
            window.close()


def test_the_next_window_goes_on_at_the_same_article(
    qapp: QApplication, workspace_folder: Path
) -> None:
    with Workspace.open(workspace_folder, author="tester", state=state_folder()) as workspace:
        for text in (TEXT, OTHER):
            workspace.add_article(Article.from_text(text))
    reader = _Reader(qapp)
    # As it is in a program; the test library's own application outlives its windows.
    qapp.setQuitOnLastWindowClosed(True)
    QTimer.singleShot(0, reader.act)
    given_up = QTimer(interval=60_000, singleShot=True)
    given_up.timeout.connect(lambda: qapp.exit(1))
    given_up.start()
    assert app.run(qapp, workspace_folder) == 0
    given_up.stop()
    qapp.setQuitOnLastWindowClosed(False)
    (first, english), (second, chinese) = reader.seen
    assert first == second
    assert english != chinese
    # What Python keeps of a deleted window may be taken for a part of the next one.
    assert not reader.first_stayed
    for window in qapp.topLevelWidgets():
        if isinstance(window, MainWindow):
            shiboken6.delete(window)
