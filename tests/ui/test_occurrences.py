"""Tagging the same words again, and all places of them, in a real window, by keyboard."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from reader.annotation.tag_set import TagSet
from reader.text.article import Article
from reader.text.occurrences import LONGEST, Words
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.ui.dialogs import occurrences_search
from reader.ui.dialogs.occurrences_dialog import OccurrencesDialog
from reader.ui.dialogs.occurrences_model import OccurrencesModel, Role
from reader.ui.dialogs.occurrences_search import Found, OccurrenceSearch
from reader.ui.tasks import Progress, Tasks
from reader.workspace import Workspace, editing

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Driver

HERE = (
    "溪边读书会\n读书会办了62场，另有162场讲座。读书会的“灯火书屋”全年开放，"
    + "、".join(f"第{n}排" for n in range(400))
    + "。\n人人都来读书会，也有读书会员。\n"
)
THERE = "岸上讀書會\n讀書會辦了６２場，讀書會之外還有三場。\n"
EMPTY = "山里的图书馆\n没有别的。\n"
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reading(driver: Driver) -> Driver:
    """A window on an article that names a reading club, beside one in Traditional characters."""
    driver.add(Article.from_text(HERE), Article.from_text(THERE), Article.from_text(EMPTY))
    return driver


def select(driver: Driver, words: str, occurrence: int = 0) -> None:
    driver.surface.select(driver.find(words, occurrence))


def tag_by_hand(driver: Driver, words: str = "读书会", key: str = "2") -> None:
    """Tag words with a key, and say something of them."""
    select(driver, words)
    driver.key(key)
    driver.session.describe(attributes={"name": "溪边读书会"}, note="见首段")


def said(driver: Driver) -> str:
    return driver.window.status.currentMessage()


def tags(driver: Driver) -> list[tuple[str, int, str]]:
    """Return each tag's words, start and kind, in order."""
    index = driver.workspace.index
    return [
        (one.quote, one.span.start, one.kind)
        for article in driver.workspace.articles
        for one in index(article).in_order()
    ]


# One place at a time


def test_one_key_tags_the_selection_as_the_last_tag_was(reading: Driver) -> None:
    tag_by_hand(reading)
    select(reading, "灯火书屋")
    reading.key(Qt.Key.Key_R)
    chosen = reading.session.annotation
    assert chosen is not None
    assert (chosen.quote, chosen.kind) == ("灯火书屋", "programme")
    assert dict(chosen.attributes) == {"name": "溪边读书会"}
    assert chosen.note == ""
    assert said(reading) == "Tagged “灯火书屋” like “读书会”."


def test_the_key_goes_on_to_the_next_place_of_the_same_words(reading: Driver) -> None:
    starts = [span.start for span in Words.of("读书会").occurrences(HERE)]
    assert len(starts) == 5
    select(reading, "读书会", 2)
    reading.key("2")
    for wanted in (3, 4, 0, 1):
        reading.key(Qt.Key.Key_R)
        assert said(reading) == "Tagged the next “读书会”."
        chosen = reading.session.annotation
        assert chosen is not None
        assert chosen.span.start == starts[wanted]
        assert reading.session.passage == chosen.span
    assert len(tags(reading)) == 5
    reading.key(Qt.Key.Key_R)
    assert said(reading) == "“读书会” is tagged wherever it stands in this article."
    reading.key(Qt.Key.Key_Z, CONTROL)
    assert len(tags(reading)) == 4


def test_a_tag_on_a_long_passage_is_no_words_to_look_for(reading: Driver) -> None:
    reading.surface.select(Span(0, LONGEST + 50))
    reading.key("2")
    reading.key(Qt.Key.Key_R)
    assert said(reading) == f"Select words of at most {LONGEST} characters."
    assert len(tags(reading)) == 1


def test_in_another_article_the_key_begins_at_the_caret_and_reads_its_script(
    reading: Driver,
) -> None:
    tag_by_hand(reading)
    reading.key(Qt.Key.Key_PageDown, CONTROL)
    assert reading.article.text == THERE
    reading.surface.select(Span(9, 9))
    reading.key(Qt.Key.Key_R)
    assert tags(reading)[1:] == [("讀書會", THERE.index("讀書會之"), "programme")]


def test_with_a_tag_chosen_the_key_follows_that_tag(reading: Driver) -> None:
    tag_by_hand(reading)
    select(reading, "62场")
    reading.key("1")
    reading.key("[")
    reading.key(Qt.Key.Key_R)
    assert [kind for _, _, kind in tags(reading)] == ["programme", "programme", "metric"]


def test_before_anything_was_tagged_the_key_says_so(reading: Driver) -> None:
    select(reading, "读书会")
    reading.key(Qt.Key.Key_R)
    assert said(reading) == "Nothing was tagged yet that could be done again."
    assert tags(reading) == []


def test_what_others_do_and_many_at_once_is_not_what_was_done_last(
    reading: Driver, tmp_path: Path
) -> None:
    tag_by_hand(reading)
    folder = reading.workspace.folder
    with Workspace.open(folder, author="李", state=tmp_path / "li") as li:
        li.apply(editing.tag(li, reading.article.id, Span(0, 2), "honour"))
    reading.session.take(reading.workspace.look())
    select(reading, "灯火书屋")
    reading.key(Qt.Key.Key_R)
    assert ("灯火书屋", HERE.index("灯火书屋"), "programme") in tags(reading)


def test_a_refusal_is_said_and_nothing_is_done(
    reading: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag_by_hand(reading)
    reading.workspace.read_only = "The folder is only read."
    select(reading, "灯火书屋")
    reading.key(Qt.Key.Key_R)
    assert reading.window.refusal.sentence == "The folder is only read."
    with monkeypatch.context() as patch:
        patch.setattr(reading.workspace, "tag_set", TagSet(()))
        reading.key(Qt.Key.Key_R)
    assert "no kind" in reading.window.refusal.sentence
    assert len(tags(reading)) == 1


def test_without_an_article_the_keys_do_nothing(driver: Driver) -> None:
    driver.key(Qt.Key.Key_R)
    driver.key(Qt.Key.Key_R, SHIFT)
    driver.key(Qt.Key.Key_Delete, SHIFT)
    assert said(driver) == "Select some words first, or choose a tag."


# All at once


def opened(driver: Driver, key: Qt.Key = Qt.Key.Key_R) -> OccurrencesDialog:
    """Open the dialog with its key, and wait until the article is looked through."""
    driver.key(key, SHIFT)
    dialog = driver.window.findChild(OccurrencesDialog)
    assert isinstance(dialog, OccurrencesDialog)
    driver.bot.waitUntil(dialog.isActiveWindow)
    settle(driver, dialog)
    return dialog


def settle(driver: Driver, dialog: OccurrencesDialog) -> None:
    driver.bot.waitUntil(lambda: dialog._task is None, timeout=10_000)


def press(driver: Driver, dialog: OccurrencesDialog, key: Qt.Key, name: str) -> None:
    """Press a button by its letter; it is down for a moment, as if it was clicked."""
    button = dialog.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    with driver.bot.waitSignal(button.clicked):
        driver.key(key, ALT, dialog)


def everywhere(driver: Driver, dialog: OccurrencesDialog) -> None:
    press(driver, dialog, Qt.Key.Key_W, "occurrencesWorkspace")
    settle(driver, dialog)


def closed(driver: Driver) -> None:
    """Wait until the dialog is gone and the keyboard is in the text again."""
    driver.bot.waitUntil(lambda: driver.window.findChild(OccurrencesDialog) is None)
    driver.window.activateWindow()
    driver.bot.waitUntil(driver.window.isActiveWindow)
    assert driver.surface.hasFocus()


def text(dialog: OccurrencesDialog, name: str) -> str:
    widget = dialog.findChild(QWidget, name)
    assert isinstance(widget, QLabel | QPushButton | QCheckBox)
    return widget.text()


def rows(dialog: OccurrencesDialog) -> list[tuple[str, str, str]]:
    model = dialog.view.model()
    return [model.index(row, 0).data(Role.MARKED) for row in range(model.rowCount())]


def test_all_places_of_the_article_are_tagged_and_one_undo_takes_them_back(
    reading: Driver,
) -> None:
    tag_by_hand(reading)
    dialog = opened(reading)
    assert text(dialog, "occurrencesCount") == "4 places in 1 article, 1 tagged already"
    assert text(dialog, "occurrencesAttributes") == "&Copy attributes: Name 溪边读书会"
    assert {words for _, words, _ in rows(dialog)} == {"读书会"}
    assert text(dialog, "occurrencesDone") == "Tag 4 places"
    reading.key(Qt.Key.Key_Return, widget=dialog.view)
    closed(reading)
    assert said(reading) == "Tagged 4 places as Programme in 1 article; Undo takes all of it back."
    assert len(tags(reading)) == 5
    made = list(reading.workspace.annotations.values())
    assert all(dict(one.attributes) == {"name": "溪边读书会"} for one in made)
    assert sorted(one.note for one in made) == ["", "", "", "", "见首段"]
    reading.key(Qt.Key.Key_Z, CONTROL)
    assert len(tags(reading)) == 1


def test_the_whole_workspace_is_looked_through_in_every_script(reading: Driver) -> None:
    reading.session.show_script(Script.TRADITIONAL)
    select(reading, "62场")
    reading.key("1")
    dialog = opened(reading)
    assert text(dialog, "occurrencesCount") == "No place, 1 tagged already"
    assert text(dialog, "hint") == "Every place of these words is tagged so already."
    done = dialog.findChild(QPushButton, "occurrencesDone")
    assert isinstance(done, QPushButton)
    assert not done.isEnabled()
    everywhere(reading, dialog)
    assert text(dialog, "occurrencesCount") == "1 place in 1 article, 1 tagged already"
    ((before, words, after),) = rows(dialog)
    assert (before[-4:], words, after[:4]) == ("書會辦了", "６２場", "，讀書會")
    reading.key(Qt.Key.Key_Return, widget=dialog.view)
    closed(reading)
    assert tags(reading) == [
        ("62场", HERE.index("62场"), "metric"),
        ("６２場", THERE.index("６２"), "metric"),
    ]
    assert said(reading).startswith("Tagged 1 place as Metric in 1 article")


def test_places_are_shown_in_the_script_that_is_read(reading: Driver) -> None:
    reading.session.show_script(Script.TRADITIONAL)
    select(reading, "读书会")
    dialog = opened(reading)
    everywhere(reading, dialog)
    assert {words for _, words, _ in rows(dialog)} == {"讀書會"}
    model = dialog.view.model()
    assert model.index(0, 0).data() == f"溪边读书会: 溪邊【讀書會】{rows(dialog)[0][2]}"
    reading.session.show_script(Script.ORIGINAL)
    assert model.index(0, 0).data(Role.SCRIPT) == reading.session.source_script()
    reading.session.show_script(Script.SIMPLIFIED)
    assert model.index(0, 0).data(Role.SCRIPT) == SourceScript.SIMPLIFIED
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)


def test_space_leaves_a_place_and_the_keys_take_all_or_none(reading: Driver) -> None:
    select(reading, "读书会")
    dialog = opened(reading)
    view = dialog.view
    reading.key(Qt.Key.Key_Down, widget=view)
    reading.key(Qt.Key.Key_Space, widget=view)
    assert text(dialog, "occurrencesDone") == "Tag 4 places"
    reading.key(Qt.Key.Key_Down, SHIFT, widget=view)
    reading.key(Qt.Key.Key_Space, widget=view)
    assert text(dialog, "occurrencesDone") == "Tag 3 places"
    press(reading, dialog, Qt.Key.Key_N, "occurrencesNone")
    assert text(dialog, "occurrencesDone") == "Tag"
    reading.key(Qt.Key.Key_Return, widget=view)
    assert tags(reading) == []
    press(reading, dialog, Qt.Key.Key_L, "occurrencesAll")
    reading.key(Qt.Key.Key_A, CONTROL, view)
    reading.key(Qt.Key.Key_Space, widget=view)
    reading.key(Qt.Key.Key_Home, widget=view)
    reading.key(Qt.Key.Key_Space, widget=view)
    assert text(dialog, "occurrencesDone") == "Tag 1 place"
    reading.key(Qt.Key.Key_Return, widget=view)
    closed(reading)
    assert [start for _, start, _ in tags(reading)] == [HERE.index("读书会")]


def test_a_letter_looks_for_nothing_in_the_list(reading: Driver) -> None:
    reading.session.retitle(reading.article.id, "Zeta")
    select(reading, "读书会")
    dialog = opened(reading)
    everywhere(reading, dialog)
    reading.key(Qt.Key.Key_Z, widget=dialog.view)
    assert dialog.view.currentIndex().row() == 0
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)


def test_another_kind_is_chosen_by_keyboard_and_gets_the_attributes_that_it_has(
    reading: Driver,
) -> None:
    tag_by_hand(reading)
    dialog = opened(reading)
    reading.key(Qt.Key.Key_K, ALT, dialog)
    kinds = dialog.findChild(QComboBox)
    assert isinstance(kinds, QComboBox)
    assert kinds.hasFocus()
    reading.key(Qt.Key.Key_Down, widget=kinds)
    assert kinds.currentText() == "Honour"
    assert text(dialog, "occurrencesCount") == "5 places in 1 article"
    boxes = dialog.findChildren(QCheckBox)
    assert [box.isVisible() for box in boxes] == [False, True]
    press(reading, dialog, Qt.Key.Key_O, "occurrencesNote")
    reading.key(Qt.Key.Key_Return, widget=kinds)
    closed(reading)
    made = [one for one in reading.workspace.annotations.values() if one.kind == "honour"]
    assert len(made) == 5
    assert {(len(one.attributes), one.note) for one in made} == {(0, "见首段")}


def test_going_along_the_places_shows_them_and_closing_goes_back(reading: Driver) -> None:
    tag_by_hand(reading)
    article, passage = reading.article, reading.session.passage
    chosen = reading.session.annotation
    dialog = opened(reading)
    everywhere(reading, dialog)
    # The window stays where it is until the reader goes somewhere.
    assert reading.session.passage == passage
    reading.key(Qt.Key.Key_Down, widget=dialog.view)
    assert reading.session.passage.start == HERE.index("读书会的")
    reading.key(Qt.Key.Key_End, widget=dialog.view)
    assert reading.article.text == THERE
    assert reading.session.passage.start == THERE.index("讀書會之")
    reading.key(Qt.Key.Key_Up, widget=dialog.view)
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)
    assert reading.article is article
    assert (reading.session.passage, reading.session.annotation) == (passage, chosen)
    assert len(tags(reading)) == 1


def covered(driver: Driver, dialog: OccurrencesDialog) -> bool:
    """Return whether the dialog hides the place that it is about."""
    (box, *_) = driver.surface.rects(driver.session.passage)
    point = driver.surface.viewport().mapToGlobal(box.center().toPoint())
    return dialog.frameGeometry().contains(point)


def test_a_second_dialog_does_not_open_over_the_first(reading: Driver) -> None:
    select(reading, "读书会", 1)
    passage = reading.session.passage
    dialog = opened(reading)
    # No key reaches the window behind; a system's own menu bar may.
    for command in ("tag_all", "untag_all"):
        reading.window.menus.actions[command].trigger()
    assert reading.window.findChildren(OccurrencesDialog) == [dialog]
    reading.key(Qt.Key.Key_Down, widget=dialog.view)
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)
    assert reading.session.passage == passage


def test_the_text_stands_where_it_stood_when_places_far_away_were_shown(reading: Driver) -> None:
    tag_by_hand(reading)
    bar = reading.surface.verticalScrollBar()
    dialog = opened(reading)
    reading.key(Qt.Key.Key_End, widget=dialog.view)
    assert not covered(reading, dialog)
    reading.key(Qt.Key.Key_Home, widget=dialog.view)
    reading.key(Qt.Key.Key_Down, widget=dialog.view)
    assert not covered(reading, dialog)
    reading.key(Qt.Key.Key_End, widget=dialog.view)
    assert bar.value() > 0
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)
    assert bar.value() == 0


def test_the_mouse_takes_by_the_box_and_goes_by_the_row(reading: Driver) -> None:
    select(reading, "读书会")
    dialog = opened(reading)
    view = dialog.view
    box = view.visualRect(view.model().index(2, 0))
    left = Qt.MouseButton.LeftButton
    point = QPoint(24, box.center().y())
    reading.bot.mouseClick(view.viewport(), left, pos=point)
    assert text(dialog, "occurrencesDone") == "Tag 4 places"
    assert reading.session.passage.start == HERE.index("读书会")
    reading.bot.mouseClick(view.viewport(), left, pos=QPoint(200, box.center().y()))
    assert reading.session.passage.start == HERE.index("读书会的")
    picture = view.viewport().grab().toImage()
    ground = QColor(reading.window.theme.current_match)
    ratio = picture.devicePixelRatio()
    line = [
        picture.pixelColor(
            int(x * ratio), int((view.visualRect(view.model().index(0, 0)).top() + 6) * ratio)
        )
        for x in range(view.viewport().width())
    ]
    assert ground in line
    reading.key(Qt.Key.Key_Escape, widget=view)
    closed(reading)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, list[Progress]]:
    """Hold every search of the workspace until the event; return it and what was held."""
    release = threading.Event()
    progresses: list[Progress] = []
    search = OccurrenceSearch.run

    def run(self: OccurrenceSearch, progress: Progress) -> Found:
        if len(self.texts) > 1:
            progresses.append(progress)
            release.wait(10)
            return search(self, Progress())
        return search(self, progress)

    monkeypatch.setattr(OccurrenceSearch, "run", run)
    return release, progresses


def test_what_is_found_too_late_is_not_shown(
    reading: Driver, held: tuple[threading.Event, list[Progress]]
) -> None:
    release, _ = held
    select(reading, "读书会")
    dialog = opened(reading)
    press(reading, dialog, Qt.Key.Key_W, "occurrencesWorkspace")
    assert text(dialog, "occurrencesCount") == "Looking for the words…"
    assert text(dialog, "occurrencesDone") == "Tag"
    press(reading, dialog, Qt.Key.Key_A, "occurrencesArticle")
    assert text(dialog, "occurrencesCount") == "5 places in 1 article"
    tasks = reading.window.findChild(Tasks)
    assert isinstance(tasks, Tasks)
    release.set()
    reading.bot.waitUntil(lambda: not tasks._running)
    assert text(dialog, "occurrencesCount") == "5 places in 1 article"
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)


def test_closing_ends_a_search_that_runs(
    reading: Driver, held: tuple[threading.Event, list[Progress]]
) -> None:
    release, progresses = held
    select(reading, "读书会")
    dialog = opened(reading)
    press(reading, dialog, Qt.Key.Key_W, "occurrencesWorkspace")
    reading.bot.waitUntil(lambda: len(progresses) == 1)
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)
    assert progresses[0].cancelled
    release.set()
    assert tags(reading) == []


def test_how_far_a_search_is_is_shown(reading: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(occurrences_search, "_TOLD", 1)
    select(reading, "读书会")
    dialog = opened(reading)
    everywhere(reading, dialog)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    whole = len(HERE) + len(THERE) + len(EMPTY)
    assert (bar.value(), bar.maximum(), bar.isVisible()) == (whole, whole, False)
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)


def test_a_refusal_is_said_in_the_dialog(reading: Driver) -> None:
    select(reading, "读书会")
    dialog = opened(reading)
    reading.workspace.read_only = "The folder is only read."
    reading.key(Qt.Key.Key_Return, widget=dialog.view)
    assert text(dialog, "occurrencesCount") == "The folder is only read."
    assert dialog.isVisible()
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)


def test_what_cannot_be_looked_for_is_said(reading: Driver) -> None:
    reading.key(Qt.Key.Key_R, SHIFT)
    assert said(reading) == "Select some words first, or choose a tag."
    reading.key(Qt.Key.Key_A, CONTROL)
    reading.key(Qt.Key.Key_R, SHIFT)
    assert said(reading) == f"Select words of at most {LONGEST} characters."
    assert reading.window.findChild(OccurrencesDialog) is None


@pytest.mark.parametrize(
    ("words", "here", "there"),
    [
        ("2场", "nowhere in this article as words of their own", "nowhere in the workspace"),
        ("书屋", "", ""),
    ],
)
def test_a_list_without_places_says_why(reading: Driver, words: str, here: str, there: str) -> None:
    select(reading, words)
    dialog = opened(reading)
    assert here in text(dialog, "hint")
    everywhere(reading, dialog)
    assert there in text(dialog, "hint")
    stack = dialog.findChild(QStackedWidget)
    assert isinstance(stack, QStackedWidget)
    assert (stack.currentWidget() is dialog.view) == (not here)
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)


def test_all_tags_like_one_are_deleted_in_one_step(reading: Driver) -> None:
    tag_by_hand(reading)
    dialog = opened(reading)
    everywhere(reading, dialog)
    reading.key(Qt.Key.Key_Return, widget=dialog.view)
    closed(reading)
    select(reading, "读书会", 1)
    reading.key("1")
    assert len(tags(reading)) == 9
    reading.key("[")
    dialog = opened(reading, Qt.Key.Key_Delete)
    assert dialog.windowTitle() == "Delete all tags like this"
    assert not any(box.isVisible() for box in dialog.findChildren(QCheckBox))
    everywhere(reading, dialog)
    assert text(dialog, "occurrencesCount") == "8 tags in 2 articles"
    reading.key(Qt.Key.Key_Space, widget=dialog.view)
    assert text(dialog, "occurrencesDone") == "Delete 7 tags"
    reading.key(Qt.Key.Key_Return, widget=dialog.view)
    closed(reading)
    assert said(reading) == (
        "Deleted 7 tags of kind Programme in 2 articles; Undo brings them back."
    )
    assert [kind for _, _, kind in tags(reading)] == ["programme", "metric"]
    reading.key(Qt.Key.Key_Z, CONTROL)
    assert len(tags(reading)) == 9


def test_deleting_where_there_is_no_such_tag_says_so(reading: Driver) -> None:
    select(reading, "读书会")
    dialog = opened(reading, Qt.Key.Key_Delete)
    assert text(dialog, "occurrencesCount") == "No tag"
    assert text(dialog, "hint") == "No tag of this kind stands on these words here."
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)


def test_an_article_that_goes_while_the_dialog_is_open_takes_its_places_along(
    reading: Driver,
) -> None:
    select(reading, "读书会")
    dialog = opened(reading)
    everywhere(reading, dialog)
    reading.key(Qt.Key.Key_End, widget=dialog.view)
    reading.session.remove_article(reading.article.id)
    model = dialog.view.model()
    assert isinstance(model, OccurrencesModel)
    model.show(model.places)
    last = model.index(len(model.places) - 1, 0)
    assert rows(dialog)[-1] == ("", "", "")
    assert (last.data(), last.data(Role.SCRIPT)) == (": 【】", SourceScript.SIMPLIFIED)
    dialog.view.grab()
    reading.key(Qt.Key.Key_Up, widget=dialog.view)
    reading.key(Qt.Key.Key_Return, widget=dialog.view)
    closed(reading)
    assert len(tags(reading)) == 5
    assert reading.article.text == HERE


# The search


def test_a_search_is_limited_and_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [("a", "书 书"), ("b", "山"), ("c", "书")]
    search = OccurrenceSearch(Words.of("書"), texts)
    found = search.run(Progress())
    assert {name: len(spans) for name, spans in found.places.items()} == {"a": 2, "c": 1}
    assert (found.search, found.limited) == (search, False)
    cancelled = Progress()
    cancelled.cancel()
    assert search.run(cancelled).places == {}
    monkeypatch.setattr(occurrences_search, "LIMIT", 1)
    assert search.run(Progress()).limited
    assert len(search.run(Progress()).places["a"]) == 1


def test_a_limited_search_says_so(reading: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(occurrences_search, "LIMIT", 2)
    select(reading, "读书会")
    dialog = opened(reading)
    assert text(dialog, "occurrencesCount") == (
        "2 places in 1 article; only the first 20,000 places were looked at"
    )
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)


def test_a_failed_search_is_not_silent(reading: Driver) -> None:
    select(reading, "读书会")
    dialog = opened(reading)
    with pytest.raises(ZeroDivisionError):
        dialog._on_failed(ZeroDivisionError())
    reading.key(Qt.Key.Key_Escape, widget=dialog.view)
    closed(reading)
