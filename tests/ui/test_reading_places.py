"""Where the reader was: gone back to in a session and after a restart, whatever the file says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QSettings

from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui import reading_places
from reader.ui.main_window import MainWindow
from reader.ui.reading_places import MOST, ReadingPlaces
from reader.ui.session import Session
from reader.ui.tasks import Tasks
from reader.ui.theme import Theme
from reader.user import state_folder
from tests.ui.sharing import tagged
from tests.ui.test_surface import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

_LONG = "".join(f"第{n}段：书屋全年举办活动{n}场，接待读者三千人次。\n" for n in range(300))
ONE, TWO = Article.from_text(f"书屋\n{_LONG}"), Article.from_text(f"图书馆\n{_LONG}")


@pytest.fixture
def reader(driver: Driver) -> Driver:
    """Return a window with two long articles, of which the first is shown."""
    driver.add(ONE, TWO)
    return driver


def place(driver: Driver) -> tuple[int, float]:
    """Return what is at the top of the window."""
    assert driver.surface.pages is not None
    offset, y = driver.surface.pages.top_offset()
    return offset, round(y)


def go_to(driver: Driver, value: int) -> tuple[int, float]:
    """Scroll; return the place."""
    driver.surface.verticalScrollBar().setValue(value)
    return place(driver)


def test_every_article_is_shown_where_it_was_left(reader: Driver) -> None:
    first = go_to(reader, 3_011)
    assert first[0] > 1_000
    reader.session.show_article(TWO.id)
    assert place(reader)[0] == 0
    second = go_to(reader, 977)
    reader.session.show_article(ONE.id)
    assert place(reader) == first
    reader.session.show_article(TWO.id)
    assert place(reader) == second


def test_the_caret_and_the_next_tag_are_from_there(reader: Driver) -> None:
    tagged(reader.workspace, "活动7场")
    later = tagged(reader.workspace, "活动251场")
    offset, _y = go_to(reader, 3_011)
    reader.session.show_article(TWO.id)
    reader.session.show_article(ONE.id)
    assert reader.surface.caret == offset
    assert reader.session.passage == Span(offset, offset)
    reader.key("]")
    assert reader.session.annotation is not None
    assert reader.session.annotation.id == later


def test_a_tag_that_is_gone_to_counts_for_more_than_the_place(reader: Driver) -> None:
    tag_id = tagged(reader.workspace, "活动251场")
    go_to(reader, 100)
    reader.session.show_article(TWO.id)
    reader.session.choose_annotation(tag_id)
    assert reader.surface.rects(reader.workspace.annotations[tag_id].span)


def test_the_place_holds_in_another_script_and_size(reader: Driver) -> None:
    offset, _y = go_to(reader, 3_011)
    reader.session.show_article(TWO.id)
    reader.session.show_script(Script.TAIWAN)
    reader.window.zoom(2)
    reader.session.show_article(ONE.id)
    line = reader.surface.measure
    assert abs(place(reader)[0] - offset) <= line


@pytest.fixture
def again(qtbot: QtBot, reader: Driver, tmp_path: Path) -> Iterator[tuple[MainWindow, int]]:
    """Return a window opened after the reader closed his, and where he was in the article."""
    was, _y = go_to(reader, 3_011)
    reader.window.close()
    settings = QSettings(str(tmp_path / "again.ini"), QSettings.Format.IniFormat)
    session = Session(author="tester", state=state_folder())
    tasks = Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    qtbot.addWidget(window)
    assert session.open(tmp_path / "workspace")
    session.show_article(ONE.id)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window, was
    window.close()


def test_the_place_is_remembered_over_a_restart(again: tuple[MainWindow, int]) -> None:
    window, was = again
    pages = window.surface.pages
    assert pages is not None
    assert abs(pages.top_offset()[0] - was) <= window.surface.measure
    window.session.show_article(TWO.id)
    assert pages is not window.surface.pages
    assert window.surface.pages is not None
    assert window.surface.pages.top_offset()[0] == 0


class Kept:
    """Places by themselves, in a folder."""

    def __init__(self, bot: QtBot, folder: Path) -> None:
        self.bot = bot
        self.folder = folder
        self.shown = Shown(bot, _LONG)
        self.owner = QObject(self.shown.surface)
        self.places = self.again()

    @property
    def file(self) -> Path:
        return self.folder / "places.json"

    def again(self) -> ReadingPlaces:
        """Return what a restart would make."""
        return ReadingPlaces(self.shown.surface, self.folder, self.owner)

    def read(self, article: str, offset: int, places: ReadingPlaces | None = None) -> None:
        """Read to a place of an article, and leave it."""
        places = places or self.places
        self.shown.show(Script.ORIGINAL, first=True)
        places.come("w", article)
        self.shown.surface.stand_with(offset, 0.0)
        places.leave()
        places.save()

    def begins_at(self, article: str, places: ReadingPlaces | None = None) -> int:
        """Show an article; return the place."""
        self.shown.show(Script.ORIGINAL, first=True)
        (places or self.places).come("w", article)
        assert self.shown.surface.pages is not None
        return self.shown.surface.pages.top_offset()[0]


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Kept:
    """Return places in a folder that is not there yet."""
    return Kept(qtbot, tmp_path / "state")


_STARTS = [n for n in range(len(_LONG)) if _LONG.startswith("第", n)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"places": 3}',
        b'{"places": [3, [], ["w"], ["w", "a", "1", 2], ["w", "a", -1, 2], ["w", "a", 1, 1e300]]}',
        b'{"places": [["w", "a", 1, NaN], ["w", "a", 1, null], {"w": 1}, [["w"], "a", 1, 1]]}',
        b'{"places": ' + b"[" * 100_000,
        b"x" * 4_000_001,
    ],
)
def test_a_damaged_file_means_the_beginning_and_is_written_anew(kept: Kept, content: bytes) -> None:
    kept.folder.mkdir()
    kept.file.write_bytes(content)
    again = kept.again()
    assert kept.begins_at("a", again) == 0
    assert kept.shown.surface.rects(Span(0, 3))
    assert kept.shown.surface.verticalScrollBar().value() == 0
    again.leave()
    kept.read("b", _STARTS[40], again)
    assert kept.begins_at("b", kept.again()) == _STARTS[40]


def test_a_place_beyond_the_end_is_the_end(kept: Kept) -> None:
    kept.folder.mkdir()
    kept.file.write_text(json.dumps({"places": [["w", "a", 10**9, 0.0]]}))
    assert kept.begins_at("a", kept.again()) > _STARTS[250]


def test_what_was_left_is_written_a_moment_later_by_itself(kept: Kept) -> None:
    kept.places.come("w", "a")
    kept.places.leave()
    assert not kept.file.exists()
    kept.bot.waitUntil(kept.file.exists)


def test_of_two_windows_each_keeps_what_it_read(kept: Kept) -> None:
    other = kept.again()
    kept.read("a", _STARTS[20])
    kept.read("b", _STARTS[30], other)
    last = kept.again()
    assert kept.begins_at("a", last) == _STARTS[20]
    assert kept.begins_at("b", last) == _STARTS[30]


def test_the_articles_read_last_are_kept(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_places, "MOST", 3)
    assert MOST > 1_000
    for number, article in enumerate("abcad"):
        kept.read(article, _STARTS[20 + number])
    again = kept.again()
    found = {article: kept.begins_at(article, again) for article in "abcd"}
    assert found == {"a": _STARTS[23], "b": 0, "c": _STARTS[22], "d": _STARTS[24]}


def test_a_folder_that_cannot_be_written_loses_nothing_of_the_session(kept: Kept) -> None:
    kept.folder.write_text("a file stands where the folder would be")
    kept.read("a", _STARTS[20])
    assert kept.begins_at("a") == _STARTS[20]
    assert kept.begins_at("a", kept.again()) == 0


def test_nothing_is_kept_of_no_article(kept: Kept) -> None:
    kept.places.leave()
    kept.shown.surface.stand_again(10, 0.0)
    assert not kept.file.exists()
