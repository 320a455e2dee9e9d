"""Suggestions in the window: found in the background, judged with the keys, undone."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from reader.suggest import Suggestion, suggest
from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.dialogs.accept_all_dialog import AcceptAllDialog
from reader.ui.main_window import MainWindow
from reader.ui.session import Session
from reader.ui.suggesting import pieces
from reader.ui.tasks import Tasks
from reader.ui.theme import NAMES, Theme
from reader.user import state_folder
from reader.workspace import Workspace
from tests.ui.driving import Driver
from tests.ui.test_access import unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.ui.panels.suggestion_list import SuggestionList

TEXT = (
    "书屋的一年\n\n"
    "书屋在互联网上全年举办活动62场，来了近3万人次。书屋开展“春雨读书会”活动，送书5000册，"
    "被评为“全国示范书屋”，服务老人260名。\n"
)
OTHER = "另一篇\n\n山里的图书馆办了12场讲座，也开展“春雨读书会”活动。\n"
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def offered(driver: Driver) -> Driver:
    """Return a window with two articles that have been read."""
    driver.window.menus.actions["offer_suggestions"].trigger()
    driver.add(Article.from_text(TEXT), Article.from_text(OTHER))
    settle(driver)
    return driver


def settle(driver: Driver) -> None:
    """Wait until the rules have read all, and all is learned."""
    suggesting = driver.window.suggesting
    driver.bot.waitUntil(
        lambda: (
            suggesting._task is None
            and not suggesting._timer.isActive()
            and not suggesting._waiting
            and not suggesting._learning
        ),
        timeout=20_000,
    )


def shown(driver: Driver) -> list[str]:
    """Return the words of what is proposed for the article shown."""
    return [one.span.of(driver.article.text) for one in driver.window.suggesting.shown]


def current(driver: Driver) -> str:
    """Return the words of the suggestion that the reader is at; empty for none."""
    one = driver.window.suggesting.current
    return "" if one is None else one.span.of(driver.article.text)


def panel_of(driver: Driver) -> SuggestionList:
    """Return the panel, shown with the keyboard on it."""
    driver.key(Qt.Key.Key_U, CONTROL)
    return driver.window.side.suggestions


def tags(driver: Driver) -> list[tuple[str, str]]:
    """Return kind and words of the tags of the article shown."""
    index = driver.workspace.index(driver.article.id)
    return [(tag.kind, tag.quote) for tag in index.in_order()]


def proposed(text: str) -> list[Suggestion]:
    """Return what the rules find in a text."""
    return suggest(text)


# What is found


def test_what_the_rules_find_is_offered_and_counted(offered: Driver) -> None:
    expected = [one.span.of(TEXT) for one in proposed(TEXT)]
    assert len(expected) >= 4
    assert shown(offered) == expected
    suggesting = offered.window.suggesting
    for article in offered.workspace.articles.values():
        assert suggesting.count(article.id) == len(proposed(article.text))
    rows = offered.window.articles.list_view.model()
    told = rows.data(rows.index(0, 0), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert f"Suggestions: {len(expected)}" in told


def test_the_rules_never_run_in_the_main_thread(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def noted(text: str, **others: object) -> list[Suggestion]:
        threads.append(threading.get_ident())
        return suggest(text, **others)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.suggest.suggest", noted)
    driver.window.menus.actions["offer_suggestions"].trigger()
    driver.add(Article.from_text(TEXT), Article.from_text(OTHER))
    settle(driver)
    assert threads
    assert threading.get_ident() not in threads


def test_the_article_shown_is_read_first(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def noted(text: str, **others: object) -> list[Suggestion]:
        read.append(text)
        return suggest(text, **others)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.suggest.suggest", noted)
    texts = [f"第{n}篇\n\n{TEXT}" for n in range(6)]
    articles = [Article.from_text(text) for text in texts]
    driver.add(*articles)
    driver.session.show_article(articles[4].id)
    driver.window.menus.actions["offer_suggestions"].trigger()
    settle(driver)
    assert read[0] == texts[4]
    assert sorted(read) == sorted(texts)


def test_of_a_long_article_what_is_on_the_screen_comes_first(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.suggesting._LONG", 2000)
    monkeypatch.setattr("reader.ui.suggesting._PIECE", 500)
    read = []
    collected = set()

    def noted(text: str, **others: object) -> list[Suggestion]:
        read.append(text)
        collected.add(gc.isenabled())
        return suggest(text, **others)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.suggest.suggest", noted)
    line = "{n}号书屋办了{n}场讲座，来了三千多人次。\n"
    text = "书屋\n\n" + "".join(line.format(n=n) for n in range(100, 400))
    driver.add(Article.from_text(text))
    place = driver.find("250场").start
    driver.surface.stand_again(place, 0.0)
    driver.window.menus.actions["offer_suggestions"].trigger()
    settle(driver)
    assert "250场" in read[0]
    assert len(read[0]) < 1200
    words = shown(driver)
    assert [one for one in words if one.endswith("场")] == [f"{n}场" for n in range(100, 400)]
    assert words.count("三千多人次") == 300
    assert "".join(one.of(text) for one in pieces(text)) == text
    # To look for garbage among all of it would hold a page up.
    assert collected == {False}
    assert gc.isenabled()


def test_pieces_are_whole_lines_where_there_are_any() -> None:
    lines = "".join(f"{'字' * 99}\n" for _ in range(2000))
    assert all(one.of(lines).endswith("\n") for one in pieces(lines))
    assert "".join(one.of(lines) for one in pieces(lines)) == lines
    solid = "字" * 200_000
    assert "".join(one.of(solid) for one in pieces(solid)) == solid
    assert max(map(len, pieces(solid))) < 100_000
    assert pieces("") == []


def test_nothing_is_offered_where_a_tag_of_the_same_kind_overlaps(offered: Driver) -> None:
    span = offered.find("活动62场")
    offered.surface.select(span)
    offered.session.tag("metric")
    assert "62场" not in shown(offered)
    offered.session.undo()
    assert "62场" in shown(offered)


def test_a_tag_of_another_kind_leaves_it_offered(offered: Driver) -> None:
    offered.surface.select(offered.find("62场"))
    offered.session.tag("honour")
    assert "62场" in shown(offered)


def test_a_kind_that_is_removed_is_not_offered(offered: Driver) -> None:
    from reader.workspace.kind_editing import remove_kind

    kinds = {one.kind for one in offered.window.suggesting.shown}
    assert "metric" in kinds
    assert offered.session.apply(remove_kind(offered.workspace, "metric"))
    assert "metric" not in {one.kind for one in offered.window.suggesting.shown}
    offered.session.undo()
    assert "metric" in {one.kind for one in offered.window.suggesting.shown}


# With the keys alone


def test_an_article_is_tagged_with_the_keyboard_alone(offered: Driver) -> None:
    expected = [(one.kind, one.span.of(TEXT)) for one in proposed(TEXT)]
    rejected = expected[1]
    offered.surface.setFocus()
    offered.key(Qt.Key.Key_Tab)
    for each in expected:
        assert current(offered) == each[1]
        offered.key(Qt.Key.Key_Backspace if each == rejected else Qt.Key.Key_Return)
    assert current(offered) == ""
    assert shown(offered) == []
    assert sorted(tags(offered)) == sorted(one for one in expected if one != rejected)
    metric = next(one for one in offered.workspace.annotations.values() if one.quote == "62场")
    assert metric.attributes["value"] == 62
    for _each in expected:
        offered.key(Qt.Key.Key_Z, CONTROL)
    assert tags(offered) == []
    assert shown(offered) == [words for _kind, words in expected]


def test_the_key_of_a_kind_accepts_a_suggestion_as_that_kind(offered: Driver) -> None:
    offered.surface.setFocus()
    offered.key(Qt.Key.Key_N)
    words, first = current(offered), offered.window.suggesting.current
    assert first is not None
    assert first.kind == "metric"
    expected = shown(offered)
    offered.key(Qt.Key.Key_3)
    assert tags(offered) == [("honour", words)]
    (tag,) = offered.workspace.annotations.values()
    assert tag.attributes == {}
    assert shown(offered) == expected[1:]
    assert current(offered) == expected[1]
    offered.key(Qt.Key.Key_1)
    assert ("metric", expected[1]) in tags(offered)
    assert current(offered) == expected[2]
    offered.key(Qt.Key.Key_Z, CONTROL)
    offered.key(Qt.Key.Key_Z, CONTROL)
    assert tags(offered) == []
    # What the wrong kind says of the same words elsewhere is unlearned a little later.
    settle(offered)
    assert shown(offered) == expected


def test_what_is_rejected_is_not_offered_after_opening_again(offered: Driver) -> None:
    offered.key(Qt.Key.Key_N)
    words, folder = current(offered), offered.workspace.folder
    offered.key(Qt.Key.Key_Backspace)
    offered.session.close()
    assert offered.session.open(folder)
    settle(offered)
    assert words not in shown(offered)
    assert shown(offered)
    assert tags(offered) == []
    offered.key(Qt.Key.Key_Z, CONTROL)
    # What a rejection says of the same words elsewhere is unlearned a little later.
    settle(offered)
    assert words in shown(offered)


def test_a_tag_by_hand_takes_back_that_its_words_were_rejected(offered: Driver) -> None:
    third = Article.from_text("第三篇\n\n山里的書屋辦了活動６２場，來的人多。\n")
    first = offered.article.id
    offered.add(third)
    settle(offered)
    assert "６２場" in shown(offered)
    offered.session.show_article(first)
    offered.click(offered.find("62场").start)
    assert current(offered) == "62场"
    offered.key(Qt.Key.Key_Backspace)
    settle(offered)
    offered.session.show_article(third.id)
    settle(offered)
    assert "６２場" not in shown(offered)
    # It was a slip: the words are a metric after all.
    offered.session.show_article(first)
    offered.surface.select(offered.find("62场"))
    offered.session.tag("metric")
    settle(offered)
    offered.session.show_article(third.id)
    settle(offered)
    assert "６２場" in shown(offered)
    folder = offered.workspace.folder
    offered.session.close()
    assert offered.session.open(folder)
    offered.session.show_article(third.id)
    settle(offered)
    assert "６２場" in shown(offered)
    # Deleted, the tag speaks for them no more.
    offered.session.choose_annotation(next(iter(offered.workspace.annotations)))
    offered.session.untag()
    settle(offered)
    assert "６２場" not in shown(offered)


def test_words_tagged_before_they_are_rejected_elsewhere_stay_offered(offered: Driver) -> None:
    first = offered.article.id
    offered.surface.select(offered.find("62场"))
    offered.session.tag("metric")
    offered.add(Article.from_text("第三篇\n\n山里的书屋办了活动62场。\n"))
    offered.add(Article.from_text("第四篇\n\n河边的书屋办了活动62场。\n"))
    settle(offered)
    last = offered.article.id
    assert "62场" in shown(offered)
    offered.session.show_article(list(offered.workspace.articles)[2])
    settle(offered)
    offered.click(offered.find("62场").start)
    offered.key(Qt.Key.Key_Backspace)
    settle(offered)
    offered.session.show_article(last)
    settle(offered)
    assert first != last
    assert "62场" in shown(offered)


def test_edit_makes_the_tag_and_goes_to_its_details(offered: Driver) -> None:
    offered.key(Qt.Key.Key_N)
    words = current(offered)
    offered.key(Qt.Key.Key_E)
    annotation = offered.session.annotation
    assert annotation is not None
    assert annotation.quote == words
    focus = QApplication.focusWidget()
    assert focus is not None
    assert offered.window.tags.editor.isAncestorOf(focus)
    assert current(offered) == ""
    offered.key(Qt.Key.Key_Z, CONTROL)
    assert tags(offered) == []
    assert words in shown(offered)


def test_keys_do_what_they_always_do_where_no_suggestion_is_current(offered: Driver) -> None:
    offered.click(offered.find("举办").start)
    assert current(offered) == ""
    offered.key(Qt.Key.Key_E)
    assert offered.session.passage
    offered.key(Qt.Key.Key_Return)
    offered.key(Qt.Key.Key_Backspace)
    assert tags(offered) == []
    assert len(shown(offered)) == len(proposed(TEXT))


def test_escape_leaves_a_suggestion_and_the_caret_stays_there(offered: Driver) -> None:
    offered.key(Qt.Key.Key_N)
    offered.key(Qt.Key.Key_N)
    place = offered.window.suggesting.current
    assert place is not None
    offered.key(Qt.Key.Key_Escape)
    assert current(offered) == ""
    assert offered.surface.caret == place.span.start
    offered.key(Qt.Key.Key_Escape)
    assert current(offered) == ""


def test_tab_goes_through_the_suggestions_and_then_on(offered: Driver) -> None:
    offered.surface.setFocus()
    for words in shown(offered):
        offered.bot.keyClick(offered.surface, Qt.Key.Key_Tab)
        assert current(offered) == words
        assert offered.surface.hasFocus()
    offered.bot.keyClick(offered.surface, Qt.Key.Key_Tab)
    assert not offered.surface.hasFocus()
    assert current(offered) == ""


def test_shift_tab_goes_back_through_them(offered: Driver) -> None:
    offered.key(Qt.Key.Key_N)
    offered.key(Qt.Key.Key_N)
    offered.bot.keyClick(offered.surface, Qt.Key.Key_Backtab, SHIFT)
    assert current(offered) == shown(offered)[0]
    offered.bot.keyClick(offered.surface, Qt.Key.Key_Backtab, SHIFT)
    assert not offered.surface.hasFocus()


def test_the_last_is_followed_by_the_first(offered: Driver) -> None:
    offered.key(Qt.Key.Key_N, SHIFT)
    assert current(offered) == shown(offered)[-1]
    offered.key(Qt.Key.Key_N)
    assert current(offered) == shown(offered)[0]


def test_going_elsewhere_leaves_it(offered: Driver) -> None:
    offered.key(Qt.Key.Key_N)
    offered.key(Qt.Key.Key_Right)
    assert current(offered) == ""


def test_a_click_on_suggested_words_goes_to_them(offered: Driver) -> None:
    offered.click(offered.find("3万").start)
    assert current(offered) == "近3万人次"
    assert "近3万人次" in offered.window.status.currentMessage()
    offered.click(offered.find("的一年").start)
    assert current(offered) == ""
    last = offered.point(offered.find("人次").end - 1, end=True)
    offered.bot.mouseClick(offered.surface.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert current(offered) == "近3万人次"


def test_words_selected_next_are_told_of_in_its_place(offered: Driver) -> None:
    offered.click(offered.find("3万").start)
    assert "Enter accepts" in offered.window.status.currentMessage()
    offered.drag(offered.find("260名"))
    assert offered.window.status.currentMessage() == ""
    assert "260名" in offered.window.status.passage_text


def test_without_a_suggestion_the_menu_says_what_to_do(offered: Driver) -> None:
    said: list[str] = []
    offered.session.hinted.connect(said.append)
    for command in ("accept_suggestion", "reject_suggestion", "edit_suggestion"):
        offered.window.menus.actions[command].trigger()
    assert [one for one in said if "press N" in one] == said
    assert tags(offered) == []


# The panel


def test_the_panel_lists_by_place_or_by_confidence(offered: Driver) -> None:
    panel = panel_of(offered)
    model = panel.rows.model()

    def words() -> list[str]:
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    assert words() == shown(offered)
    offered.bot.mouseClick(panel.order.chips[1], Qt.MouseButton.LeftButton)
    suggesting = offered.window.suggesting
    sure = [one.confidence for one in suggesting.listed]
    assert sure == sorted(sure, reverse=True)
    assert words() == [one.span.of(TEXT) for one in suggesting.listed]


def test_the_panel_is_gone_through_with_the_keys(offered: Driver) -> None:
    panel = panel_of(offered)
    assert panel.rows.hasFocus()
    first, second, third = shown(offered)[:3]
    assert current(offered) == first
    assert first in panel.card.text()
    offered.bot.keyClick(panel.rows, Qt.Key.Key_Return)
    assert current(offered) == second
    assert panel.rows.hasFocus()
    offered.bot.keyClick(panel.rows, Qt.Key.Key_Down)
    assert current(offered) == third
    offered.bot.keyClick(panel.rows, Qt.Key.Key_Up)
    offered.bot.keyClick(panel.rows, Qt.Key.Key_Backspace)
    assert current(offered) == third
    assert [words for _kind, words in tags(offered)] == [first]
    assert second not in shown(offered)
    offered.bot.keyClick(panel.rows, Qt.Key.Key_Escape)
    assert offered.surface.hasFocus()


def test_the_panel_is_gone_through_with_the_mouse(offered: Driver) -> None:
    panel = panel_of(offered)
    first, second, third = shown(offered)[:3]
    left = Qt.MouseButton.LeftButton
    offered.bot.mouseClick(panel.accept_button, left)
    offered.bot.mouseClick(panel.reject_button, left)
    assert current(offered) == third
    offered.bot.mouseClick(panel.edit_button, left)
    assert {words for _kind, words in tags(offered)} == {first, third}
    assert second not in shown(offered)
    assert offered.window.tags.isVisible()


def test_an_empty_panel_says_what_to_do_next(offered: Driver) -> None:
    offered.add(Article.from_text("静夜\n\n窗外下着雨。\n"))
    settle(offered)
    panel = panel_of(offered)
    assert panel.hint.isVisible()
    assert "Nothing is left to judge" in panel.hint.text()
    offered.session.show_article(None)
    assert "Open an article" in panel.hint.text()


def test_every_control_has_a_name_and_shows_the_theme(offered: Driver) -> None:
    panel = panel_of(offered)
    assert "\n".join(unnamed(offered.window)) == ""
    for theme in NAMES:
        offered.window.appearance.choose(theme)
        assert offered.window.theme.soft_ink in panel.card.text()
    model = panel.rows.model()
    told = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"Metric: {shown(offered)[0]}"
    reason = offered.window.suggesting.shown[0].reason
    assert reason in model.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    dialog = dialog_of(offered)
    assert "\n".join(unnamed(dialog)) == ""
    dialog.close()


# Off, and on again


def test_off_nothing_is_offered_and_it_is_remembered(offered: Driver, tmp_path: Path) -> None:
    window = offered.window
    panel_of(offered)
    window.menus.actions["offer_suggestions"].trigger()
    assert shown(offered) == []
    assert not window.surface.suggestions[0]
    assert not window.side.suggestions.isVisible()
    assert not window.menus.actions["offer_suggestions"].isChecked()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert settings.value("suggestions") == "false"
    offered.key(Qt.Key.Key_N)
    assert current(offered) == ""
    window.menus.actions["offer_suggestions"].trigger()
    settle(offered)
    assert shown(offered)


def test_they_are_on_from_the_first_day(
    qtbot: QtBot, workspace_folder: Path, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "new.ini"), QSettings.Format.IniFormat)
    session, tasks = Session(author="tester", state=state_folder()), Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    assert session.open(workspace_folder)
    window.show()
    driver = Driver(window, session, qtbot)
    driver.add(Article.from_text(TEXT))
    settle(driver)
    assert shown(driver)
    assert window.menus.actions["offer_suggestions"].isChecked()
    window.close()
    shiboken6.delete(window)


# On the text


@pytest.mark.parametrize("theme", NAMES)
def test_outlines_stand_under_their_words_in_the_kinds_colour(offered: Driver, theme: str) -> None:
    offered.window.appearance.choose(theme)
    QApplication.processEvents()
    paper = QColor(offered.window.theme.paper)
    kinds = {kind.name: kind.colour for kind in offered.workspace.tag_set}
    picture = offered.surface.viewport().grab().toImage()
    for one in offered.window.suggesting.shown:
        colour = QColor(offered.window.theme.mark(kinds[one.kind]))
        for box in offered.surface.rects(one.span):
            y = round(box.bottom()) + 1
            line = [
                picture.pixelColor(QPoint(x, y)) for x in range(int(box.left()), int(box.right()))
            ]
            assert colour in line
            # It is broken, and there is no ground.
            assert paper in line
            corner = QPoint(int(box.left()) + 1, int(box.top()) + 1)
            assert picture.pixelColor(corner) == paper


@pytest.mark.parametrize("script", list(Script))
def test_outlines_stand_under_the_same_words_in_every_script(
    offered: Driver, script: Script
) -> None:
    offered.session.show_regional(on=True)
    offered.session.show_script(script)
    QApplication.processEvents()
    kinds = {kind.name: kind.colour for kind in offered.workspace.tag_set}
    picture = offered.surface.viewport().grab().toImage()
    marked = set()
    for offset in range(len(TEXT)):
        for box in offered.surface.rects(Span(offset, offset + 1)):
            y = round(box.bottom()) + 1
            xs = range(round(box.left()) + 2, round(box.right()) - 1)
            found = {picture.pixelColor(QPoint(x, y)).name() for x in xs}
            for name, colour in kinds.items():
                if QColor(offered.window.theme.mark(colour)).name() in found:
                    marked.add((name, offset))
    expected = {
        (one.kind, offset)
        for one in offered.window.suggesting.shown
        for offset in range(one.span.start, one.span.end)
    }
    assert marked == expected


def test_the_original_beside_shows_them_too(offered: Driver) -> None:
    offered.session.show_script(Script.TAIWAN)
    offered.key(Qt.Key.Key_P)
    offered.key(Qt.Key.Key_N)
    original = offered.window.parallel.original
    assert original.suggestions == offered.surface.suggestions
    original.setFocus()
    offered.bot.keyClick(original, Qt.Key.Key_Return)
    assert len(tags(offered)) == 1


# What follows from verdicts


def test_an_accepted_name_is_found_in_other_articles(offered: Driver) -> None:
    plain = Article.from_text("又一篇\n\n大家都说春雨故事屋很好。\n")
    first = Article.from_text("开张\n\n书屋办起了春雨故事屋。\n")
    offered.add(first, plain)
    settle(offered)
    assert offered.window.suggesting.count(plain.id) == 0
    offered.surface.select(offered.find("春雨故事屋"))
    offered.session.tag("programme")
    settle(offered)
    (one,) = offered.window.suggesting.of(plain.id)
    assert one.span.of(plain.text) == "春雨故事屋"
    offered.session.undo()
    settle(offered)
    assert offered.window.suggesting.count(plain.id) == 0


# Many at once


def dialog_of(driver: Driver) -> AcceptAllDialog:
    driver.window.menus.actions["accept_many"].trigger()
    dialog = driver.window.findChild(AcceptAllDialog)
    assert dialog is not None
    return dialog


def test_all_above_a_confidence_are_accepted_after_a_look(offered: Driver) -> None:
    dialog = dialog_of(offered)
    dialog.least.setValue(0)
    model = dialog.view.model()
    assert model.rowCount() == len(shown(offered))
    dialog.view.setCurrentIndex(model.index(1, 0))
    offered.bot.keyClick(dialog.view, Qt.Key.Key_Space)
    expected = shown(offered)
    left = expected.pop(1)
    assert dialog.done_button.text() == f"Accept {len(expected)}"
    offered.bot.keyClick(dialog.view, Qt.Key.Key_Return)
    assert sorted(words for _kind, words in tags(offered)) == sorted(expected)
    assert shown(offered) == [left]
    offered.key(Qt.Key.Key_Z, CONTROL)
    assert tags(offered) == []
    assert len(shown(offered)) == len(expected) + 1


def test_only_what_is_sure_enough_and_of_the_kinds_wanted_is_shown(offered: Driver) -> None:
    dialog = dialog_of(offered)
    model = dialog.view.model()
    found = offered.window.suggesting.shown
    for least in (95, 90, 50):
        dialog.slider.setValue(least)
        sure = [one for one in found if round(100 * one.confidence) >= least]
        assert model.rowCount() == len(sure)
    dialog.kinds["metric"].setChecked(False)
    assert model.rowCount() == sum(
        one.kind != "metric" and round(100 * one.confidence) >= 50 for one in found
    )
    dialog.least.setValue(100)
    assert not dialog.done_button.isEnabled()
    dialog.close()
    assert tags(offered) == []


def test_the_whole_workspace_is_one_step_of_undo(offered: Driver) -> None:
    dialog = dialog_of(offered)
    dialog.least.setValue(0)
    dialog.scope.setCurrentIndex(1)
    count = dialog.view.model().rowCount()
    articles = offered.workspace.articles.values()
    assert count == sum(len(proposed(article.text)) for article in articles)
    offered.bot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert len(offered.workspace.annotations) == count
    offered.session.undo()
    assert not offered.workspace.annotations


# Others


@pytest.fixture
def reading(offered: Driver, tmp_path: Path) -> Iterator[Workspace]:
    """Return the workspace as somebody else has it open."""
    with Workspace.open(offered.workspace.folder, author="李", state=tmp_path / "li") as workspace:
        yield workspace


def test_what_somebody_else_rejects_is_gone(offered: Driver, reading: Workspace) -> None:
    from reader.workspace import judging
    from tests.ui.sharing import look

    first = offered.window.suggesting.shown[0]
    reading.apply(judging.reject(reading, offered.article.id, [first]))
    look(offered)
    assert first.span.of(TEXT) not in shown(offered)


def test_a_rule_that_fails_is_told_once_and_the_others_go_on(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.suggesting._LONG", 10)
    monkeypatch.setattr("reader.ui.suggesting._LOT", 1)

    def failing(text: str, **others: object) -> list[Suggestion]:
        if "另一篇" not in text:
            raise LookupError(text)
        return suggest(text, **others)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.suggest.suggest", failing)
    with driver.bot.captureExceptions() as caught:
        driver.window.menus.actions["offer_suggestions"].trigger()
        driver.add(Article.from_text(TEXT), other := Article.from_text(OTHER))
        settle(driver)
    assert [kind for kind, *_ in caught] == [LookupError]
    assert shown(driver) == []
    assert driver.window.suggesting.count(other.id) == len(proposed(OTHER))


def test_closing_while_the_rules_run_leaves_nothing_behind(driver: Driver) -> None:
    driver.window.menus.actions["offer_suggestions"].trigger()
    driver.add(*(Article.from_text(f"第{n}篇\n\n{TEXT * 20}") for n in range(30)))
    driver.bot.waitUntil(lambda: driver.window.suggesting._task is not None, timeout=5000)
    driver.window.close()
