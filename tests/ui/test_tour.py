"""The tour: it leads on by itself, covers nothing it speaks of, and is shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSettings, QSize, Qt

from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.app import is_first_start, make_window, welcome
from reader.ui.panels.tour_card import place_beside

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.ui.main_window import MainWindow
    from reader.ui.tour import Tour
    from tests.ui.driving import Driver

OTHER = "第二篇。书屋全年举办活动62场，来了近3万人次。"


@pytest.fixture
def tour(mine: Driver) -> Tour:
    """Return the tour of a window with two articles, at its first step."""
    mine.window.menus.actions["show_tour"].trigger()
    assert mine.window.tour is not None
    return mine.window.tour


def press(bot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focused = window.focusWidget()
    assert focused is not None
    bot.keyClick(focused, key)


def at(tour: Tour) -> int | None:
    return tour.step


def covers(tour: Tour) -> bool:
    return tour.card.geometry().intersects(tour.outline.geometry())


def test_return_goes_through_the_five_steps_and_ends(
    mine: Driver, tour: Tour, qtbot: QtBot
) -> None:
    headings = []
    while at(tour) is not None:
        assert tour.card.isVisible()
        assert tour.outline.isVisible()
        assert not covers(tour)
        assert mine.window.rect().contains(tour.card.geometry())
        headings.append(tour.card.heading)
        press(qtbot, mine.window, Qt.Key.Key_Return)
    assert len(set(headings)) == 5
    assert not tour.card.isVisible()
    assert not tour.outline.isVisible()
    assert mine.surface.hasFocus()


def test_escape_ends_it_and_back_goes_back(mine: Driver, tour: Tour, qtbot: QtBot) -> None:
    press(qtbot, mine.window, Qt.Key.Key_Return)
    qtbot.mouseClick(tour.card._back, Qt.MouseButton.LeftButton)
    assert at(tour) == 0
    press(qtbot, mine.window, Qt.Key.Key_Escape)
    assert at(tour) is None
    mine.window.menus.actions["show_tour"].trigger()
    assert at(tour) == 0


def test_it_goes_on_by_itself_when_the_reader_does_the_thing(mine: Driver, tour: Tour) -> None:
    other = [one for one in mine.workspace.articles if one != mine.article.id]
    mine.session.show_article(other[0])
    assert at(tour) == 1
    mine.key("s")
    assert at(tour) == 2
    assert mine.session.script is not Script.ORIGINAL
    mine.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    mine.key("1")
    assert at(tour) == 3
    # The focus stays where the work is.
    assert mine.surface.hasFocus()
    mine.window.menus.actions["undo"].trigger()
    assert at(tour) == 4
    mine.window.menus.actions["find"].trigger()
    assert at(tour) is None


def test_what_belongs_to_another_step_does_not_lead_on(mine: Driver, tour: Tour) -> None:
    mine.key("s")
    assert at(tour) == 0


@pytest.mark.parametrize("size", [QSize(1366, 728), QSize(1400, 880), QSize(900, 600)])
def test_the_card_follows_when_the_window_changes(
    mine: Driver, tour: Tour, qtbot: QtBot, size: QSize
) -> None:
    window = mine.window
    for step in range(5):
        window.resize(1280, 800)
        qtbot.waitUntil(lambda: window.rect().contains(tour.card.geometry()))
        window.resize(size)
        qtbot.waitUntil(
            lambda: (
                window.rect().contains(tour.card.geometry())
                and window.rect().contains(tour.outline.geometry())
                and not covers(tour)
            )
        )
        assert at(tour) == step
        tour.go_on()


def test_words_selected_and_scrolled_away_are_not_pointed_at(mine: Driver, tour: Tour) -> None:
    mine.surface.select(Span(1, 4))
    tour.go_on()
    tour.go_on()
    assert at(tour) == 2
    mine.surface.reveal(Span(4_000, 4_000))
    # Where the card stands is looked at again and again; an exception fails the test.
    mine.bot.wait(400)
    assert tour.outline.isVisible()
    assert not covers(tour)


def test_without_an_article_it_still_leads_through(driver: Driver, qtbot: QtBot) -> None:
    driver.window.menus.actions["show_tour"].trigger()
    tour = driver.window.tour
    assert tour is not None
    tour.go_on()
    tour.go_on()
    assert at(tour) == 2
    # There is no text to point at.
    assert tour.card.isVisible()
    assert not tour.outline.isVisible()
    assert driver.window.rect().contains(tour.card.geometry())
    driver.add(Article.from_text(OTHER))
    qtbot.waitUntil(tour.outline.isVisible)
    tour.go_on()
    tour.go_on()
    tour.go_on()
    assert at(tour) is None


def test_another_workspace_may_be_opened_meanwhile(
    mine: Driver, tour: Tour, tmp_path: Path
) -> None:
    assert mine.session.create(tmp_path / "other")
    assert at(tour) == 0
    tour.go_on()
    tour.go_on()
    assert tour.card.isVisible()


def test_only_the_very_first_start_with_the_sample_shows_it(qtbot: QtBot) -> None:
    assert is_first_start()
    window = make_window(None)
    assert window is not None
    qtbot.addWidget(window)
    window.show()
    welcome(window, first=True)
    assert window.tour is not None
    assert window.tour.step == 0
    window.tour.end()
    assert window._settings.value("tour") == "seen"
    window.close()
    assert not is_first_start()


def test_who_has_seen_it_is_not_shown_it_again(
    driver: Driver, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("tour", "seen")
    welcome(driver.window, first=True)
    assert driver.window.tour is None


@pytest.mark.parametrize("below", [False, True])
def test_a_card_covers_nothing_where_any_side_has_room(below: bool) -> None:
    window, card = QRect(0, 0, 1366, 768), QSize(330, 140)
    for target in (
        QRect(0, 0, 250, 768),
        QRect(1116, 0, 250, 768),
        QRect(0, 0, 1366, 90),
        QRect(0, 700, 1366, 68),
        QRect(500, 300, 200, 60),
    ):
        place = QRect(place_beside(target, card, window, below=below), card)
        assert window.contains(place)
        assert not place.intersects(target)
