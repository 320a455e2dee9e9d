"""What other scripts need is loaded while the reader reads, so that a switch loads nothing."""

from __future__ import annotations

import time
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PySide6.QtCore import QSettings

from reader.text import changes, conversion
from reader.text.article import Article
from reader.text.folding import folding_table
from reader.text.script import Script, SourceScript, config_for
from reader.text.span import Span
from reader.ui import preload
from reader.ui.main_window import MainWindow
from reader.ui.session import Session
from reader.ui.tasks import Tasks
from reader.ui.theme import Theme
from reader.user import state_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

_SIMPLIFIED = "读书会的人发现头发在这里面，人人都用互联网。\n" * 80


@pytest.fixture(autouse=True)
def _nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(preload, "_STILL_MS", 30)
    monkeypatch.setattr(preload, "_BETWEEN_MS", 1)
    with patch.dict(conversion._converters, clear=True):
        changes.counterparts.cache_clear()
        yield


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills with the names of what is loaded."""
    names: list[str] = []
    real = conversion._load

    def load(name: str) -> conversion.Converter:
        names.append(name)
        return real(name)

    monkeypatch.setattr(conversion, "_load", load)
    return names


@contextmanager
def another_window(bot: QtBot, folder: Path) -> Iterator[MainWindow]:
    """Make a window with the settings of the driver's, not yet shown."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    session, tasks = Session(author="tester", state=state_folder()), Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    bot.addWidget(window)
    yield window
    window.close()


def wait_until_loaded(driver: Driver) -> None:
    """Wait until all is loaded that the article may need."""
    driver.bot.waitUntil(lambda: driver.window.preloader.finished, timeout=20_000)


def test_no_switch_loads_anything_once_the_article_has_been_on_the_screen(
    driver: Driver, loads: list[str]
) -> None:
    driver.add(Article.from_text(_SIMPLIFIED))
    wait_until_loaded(driver)
    before = list(loads)
    driver.surface.show_changes(on=True)
    assert set(before) >= {
        config_for(SourceScript.SIMPLIFIED, script, regional=regional)
        for script in Script
        for regional in (False, True)
    } - {None}
    with patch("subprocess.run", side_effect=AssertionError("a dictionary was read")):
        for regional in (False, True):
            driver.session.show_regional(on=regional)
            for script in Script:
                driver.session.show_script(script)
                driver.surface.viewport().repaint()
    assert loads == before


def test_the_script_used_last_comes_first_the_next_time(
    driver: Driver, loads: list[str], tmp_path: Path
) -> None:
    driver.session.show_script(Script.HONG_KONG)
    driver.session.show_script(Script.ORIGINAL)
    driver.add(Article.from_text(_SIMPLIFIED))
    folder = driver.workspace.folder
    driver.window.close()
    conversion._converters.clear()
    loads.clear()
    with another_window(driver.bot, tmp_path) as window:
        assert window.session.open(folder)
        window.show()
        driver.bot.waitUntil(lambda: window.preloader.finished, timeout=20_000)
    assert loads[0] == "s2hk"


def test_nothing_is_loaded_before_the_first_paint(
    qtbot: QtBot, loads: list[str], workspace_folder: Path, tmp_path: Path
) -> None:
    with another_window(qtbot, tmp_path) as window:
        assert window.session.open(workspace_folder)
        article = Article.from_text(_SIMPLIFIED)
        assert window.session.add_articles([article]) == []
        window.session.show_article(article.id)
        qtbot.wait(150)
        assert loads == []
        window.show()
        qtbot.waitUntil(lambda: bool(loads), timeout=20_000)


def test_the_reader_moves_undisturbed(
    driver: Driver, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preload, "_STILL_MS", 3_600_000)
    driver.add(Article.from_text(_SIMPLIFIED))
    driver.bot.wait(100)
    assert loads == []
    monkeypatch.setattr(preload, "_STILL_MS", 1)
    driver.bot.wait(100)
    # The wait that was begun goes on until the reader moves again, which begins another.
    assert loads == []
    driver.surface.reveal(Span(len(_SIMPLIFIED) - 1, len(_SIMPLIFIED)))
    driver.bot.waitUntil(lambda: bool(loads))


def test_an_article_that_needs_nothing_comes_while_another_waits_for_its_turn(
    driver: Driver, loads: list[str]
) -> None:
    ready, waiting = Article.from_text(_SIMPLIFIED), Article.from_text("圖書館裡的讀者。\n" * 80)
    driver.add(ready, waiting)
    wait_until_loaded(driver)
    before = list(loads)
    driver.session.show_article(waiting.id)
    finished = [driver.window.preloader.finished]
    driver.session.show_article(ready.id)
    # Longer than the pause; an exception in the meantime fails the test.
    driver.bot.wait(100)
    finished.append(driver.window.preloader.finished)
    assert finished == [False, True]
    assert loads == before


@pytest.mark.parametrize("move", ["scroll", "select", "switch"])
def test_every_move_begins_the_pause_anew(driver: Driver, move: str) -> None:
    driver.add(Article.from_text(_SIMPLIFIED))
    wait_until_loaded(driver)
    preloader = driver.window.preloader
    preloader._done.clear()
    with patch.object(preload, "_STILL_MS", 3_600_000):
        driver.session.show_article(None)
        driver.session.show_article(next(iter(driver.workspace.articles)))
        preloader._timer.start(1_800_000)
        if move == "scroll":
            driver.surface.reveal(Span(len(_SIMPLIFIED) - 1, len(_SIMPLIFIED)))
        elif move == "select":
            driver.surface.select(Span(3, 6))
        else:
            driver.session.show_script(Script.TAIWAN)
        assert preloader._timer.remainingTime() > 3_000_000


def test_a_switch_while_its_converter_is_being_loaded_waits_for_it(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, names = Event(), []
    real = conversion._load

    def load(name: str) -> conversion.Converter:
        names.append(name)
        begun.set()
        time.sleep(0.1)
        return real(name)

    monkeypatch.setattr(conversion, "_load", load)
    driver.session.show_script(Script.TAIWAN)
    driver.session.show_script(Script.ORIGINAL)
    driver.add(Article.from_text(_SIMPLIFIED))
    driver.bot.waitUntil(begun.is_set, timeout=20_000)
    driver.session.show_script(Script.TAIWAN)
    assert names == ["s2tw"]
    view = driver.session.view()
    assert view is not None
    assert view.text_of(Span(0, 3)) == "讀書會"


def test_closing_waits_for_the_step_under_way_and_begins_no_other(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def steps(name: str) -> Iterator[None]:
        for number in range(1000):
            told.append(f"{name} {number}")
            time.sleep(0.1)
            told.append("done")
            yield

    monkeypatch.setattr(preload, "load_in_steps", steps)
    driver.add(Article.from_text(_SIMPLIFIED))
    driver.bot.waitUntil(lambda: len(told) > 2)
    driver.window.close()
    assert told[-1] == "done"
    before = len(told)
    driver.bot.wait(150)
    assert len(told) == before


def test_with_nothing_to_read_nothing_is_loaded(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preload, "_STILL_MS", 3_600_000)
    driver.add(Article.from_text(_SIMPLIFIED))
    driver.surface.viewport().repaint()
    assert driver.window.preloader._timer.isActive()
    driver.session.show_article(None)
    assert not driver.window.preloader._timer.isActive()
    assert driver.window.preloader.finished


def test_finding_has_what_it_needs_too(driver: Driver) -> None:
    folding_table.cache_clear()
    driver.add(Article.from_text(_SIMPLIFIED))
    wait_until_loaded(driver)
    assert folding_table.cache_info().currsize == 1


def test_what_cannot_be_loaded_ahead_stops_neither_the_rest_nor_the_reader(
    driver: Driver, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def steps(name: str) -> Iterator[None]:
        if name == "s2t":
            raise OSError(28, "No space left on device")
        yield from conversion.load_in_steps(name)

    monkeypatch.setattr(preload, "load_in_steps", steps)
    driver.add(Article.from_text(_SIMPLIFIED))
    wait_until_loaded(driver)
    assert {"s2tw", "s2hk", "s2twp"} <= set(loads)
    driver.session.show_script(Script.TRADITIONAL)
    assert not driver.window.refusal.isVisible()


def test_another_article_is_looked_after_once(driver: Driver, loads: list[str]) -> None:
    first, second = Article.from_text(_SIMPLIFIED), Article.from_text("另一篇。" + _SIMPLIFIED)
    driver.add(first, second)
    wait_until_loaded(driver)
    before = list(loads)
    assert len(before) == len(set(before))
    driver.session.show_article(second.id)
    assert driver.window.preloader.finished
    assert loads == before


def test_what_is_written_in_traditional_has_its_own_configurations_loaded(
    driver: Driver, loads: list[str]
) -> None:
    driver.add(Article.from_text("讀書會的人發現頭髮在這裡面，人人都用網際網路。\n" * 80))
    assert driver.session.source_script() is SourceScript.TRADITIONAL
    wait_until_loaded(driver)
    needed = {
        config_for(SourceScript.TRADITIONAL, script, regional=regional)
        for script in Script
        for regional in (False, True)
    }
    assert needed - {None} <= set(loads)
    assert "s2twp" not in loads
