"""The history in a real window: what was done, by whom, and how it is brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QSettings, Qt

from reader.annotation.operation import Operation
from reader.suggest.suggestion import Suggestion
from reader.text.script import Script
from reader.text.span import Span
from reader.ui import past_reader
from reader.ui.main_window import MainWindow
from reader.ui.panels import history_model
from reader.ui.session import Session
from reader.ui.tasks import Progress, Tasks
from reader.ui.theme import Theme
from reader.user import state_folder
from reader.workspace import Workspace, editing, judging
from reader.workspace.journals import past
from reader.workspace.journals.past import PastFilter, read_past
from tests.ui.sharing import look, tagged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.ui.panels.history import History
    from tests.ui.driving import Driver


@pytest.fixture
def history(mine: Driver) -> History:
    """Return the history of the window, open and read."""
    mine.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    history = mine.window.history
    assert history.isVisible()
    settled(mine)
    return history


def settled(driver: Driver) -> None:
    """Wait until everything is read, narrowed and shown."""
    history, tasks = driver.window.history, driver.window._tasks

    def idle() -> bool:
        timers = (history._typing, history._offering, history._reader._timer)
        return not tasks._running and not any(timer.isActive() for timer in timers)

    driver.bot.waitUntil(idle, timeout=10_000)
    driver.bot.wait(1)
    driver.bot.waitUntil(idle, timeout=10_000)


def rows(history: History) -> list[tuple[str, ...]]:
    """Return what the rows say: who, what, words, article."""
    model = history._model
    return [
        tuple(model.index(row, column).data() for column in range(1, model.columnCount()))
        for row in range(model.rowCount())
    ]


def go(driver: Driver, row: int) -> None:
    """Put the keyboard on a row, and wait for its details."""
    history = driver.window.history
    history.view.setCurrentIndex(history._model.index(row, 0))
    settled(driver)


def act(driver: Driver, work: Callable[[Workspace], Operation]) -> None:
    assert driver.session.apply(work(driver.workspace))
    settled(driver)


# What it shows


def test_an_empty_history_says_what_it_will_hold(mine: Driver, history: History) -> None:
    assert history.count_text == "0 steps"
    assert history.hint_text == (
        "Every tag that is made, changed or deleted will stand here, with who did it and when; any "
        "earlier state of a tag can be brought back."
    )
    assert not history.details.before.isVisible()


def test_everything_that_was_done_stands_there_the_latest_on_top(
    mine: Driver, history: History
) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    settled(mine)
    assert history.count_text == "1 step"
    mine.session.choose_annotation(chosen)
    mine.session.describe(note="核对")
    mine.session.undo()
    mine.session.redo()
    mine.session.untag()
    mine.session.retitle(mine.article.id, "书屋")
    mine.session.glossaries.correct("头发", "頭髮")
    settled(mine)
    assert rows(history) == [
        ("tester", "Correct conversion", "头发 → 頭髮", ""),
        ("tester", "Rename article", "书屋", "书屋"),
        ("tester", "Delete tag", "活动150场", "书屋"),
        ("tester", "Redo: Edit tag", "活动150场", "书屋"),
        ("tester", "Undo: Edit tag", "活动150场", "书屋"),
        ("tester", "Edit tag", "活动150场", "书屋"),
        ("tester", "Tag", "活动150场", "书屋"),
    ]
    assert history.count_text == "7 steps"
    when = history._model.index(0, 0)
    assert len(when.data()) == len("2026-11-22 08:00")
    assert when.data(Qt.ItemDataRole.ToolTipRole).startswith(when.data() + ":")


def test_words_are_shown_in_the_script_that_is_read_also_those_of_a_deleted_tag(
    mine: Driver, history: History
) -> None:
    tagged(mine.workspace, "书屋全年")
    gone = tagged(mine.workspace, "接待读者")
    mine.session.apply(editing.untag(mine.workspace, [gone]))
    mine.session.show_script(Script.TRADITIONAL)
    settled(mine)
    assert [words for _, _, words, _ in rows(history)] == ["接待讀者", "接待讀者", "書屋全年"]
    # An article that was removed is not converted; its words are still there.
    mine.session.remove_article(mine.article.id)
    settled(mine)
    assert [words for _, _, words, _ in rows(history)][1:] == ["接待读者", "接待读者", "书屋全年"]
    mine.window.grab()
    # One that another program wrote need not stand where it says.
    mine.session.undo()
    settled(mine)
    history._model.show_steps([msgspec.structs.replace(history.steps[-1], texts="别处的话")])
    assert [words for _, _, words, _ in rows(history)] == ["别处的话"]


def test_a_step_of_many_says_how_many(mine: Driver, history: History) -> None:
    ids = [tagged(mine.workspace, "接待读者", occurrence=n) for n in range(3)]
    mine.session.apply(editing.untag(mine.workspace, ids))
    (other,) = [one for one in mine.workspace.articles if one != mine.article.id]
    edits = (
        *editing.retitle(mine.workspace, mine.article.id, "甲").edits,
        *editing.retitle(mine.workspace, other, "乙").edits,
    )
    mine.session.apply(Operation("Rename both", edits))
    settled(mine)
    assert rows(history)[:2] == [
        ("tester", "Rename both", "甲", "甲  and 1 more"),
        ("tester", "Delete tag", "接待读者  and 2 more", "甲"),
    ]


def test_what_comes_appears_on_top_and_rows_that_are_read_stay(
    mine: Driver, li: Workspace, history: History
) -> None:
    for n in range(40):
        tagged(mine.workspace, "接待读者", occurrence=n)
    settled(mine)
    bar = history.view.verticalScrollBar()
    assert bar.value() == 0
    tagged(li, "三千人次")
    look(mine)
    settled(mine)
    assert rows(history)[0] == ("李", "Tag", "三千人次", "书屋的一年")
    assert history.author.findData("李") > 0
    assert bar.value() == 0
    go(mine, 20)
    met = history.view.current
    bar.setValue(bar.maximum())
    seen = history._model.step(history.view.rowAt(0))
    place = history.view.rowViewportPosition(history.view.rowAt(0))
    tagged(li, "三千人次", occurrence=1)
    mine.session.untag()
    tagged(mine.workspace, "三千人次", occurrence=2)
    look(mine)
    settled(mine)
    assert len(history.steps) == 43
    assert history.view.current == met
    assert history._model.step(history.view.rowAt(0)) == seen
    assert history.view.rowViewportPosition(history.view.rowAt(0)) == place


def test_many_steps_at_once_are_put_in_their_places(
    mine: Driver, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(6):
        tagged(mine.workspace, "接待读者", occurrence=n)
    settled(mine)
    steps = history.steps[::-1]
    model = history._model
    model.show_steps([steps[0], steps[3]])
    assert model.add([steps[1], steps[5]]) == [1, 0]
    monkeypatch.setattr(history_model, "_ONE_BY_ONE", 1)
    assert model.add([steps[2], steps[4]]) == []
    assert [model.step(row) for row in range(6)] == steps[::-1]
    assert model.row_of(steps[2]) == 3
    assert model.row_of(msgspec.structs.replace(steps[2], seq=99)) == -1
    assert model.row_of(None) == -1


# What narrows it


def test_it_is_narrowed_by_article_author_and_words(
    mine: Driver, li: Workspace, history: History
) -> None:
    tagged(mine.workspace, "活动150场")
    other = next(one for one in mine.workspace.articles if one != mine.article.id)
    mine.session.apply(editing.tag(mine.workspace, other, Span(4, 7), "programme"))
    tagged(li, "书屋全年")
    look(mine)
    settled(mine)
    assert len(rows(history)) == 3
    history.article.setCurrentIndex(history.article.findData(other))
    settled(mine)
    assert [article for *_, article in rows(history)] == ["另一篇"]
    assert history.count_text == "1 of 3 steps"
    history.article.setCurrentIndex(0)
    history.author.setCurrentIndex(history.author.findData("李"))
    settled(mine)
    assert [who for who, *_ in rows(history)] == ["李"]
    history.author.setCurrentIndex(0)
    history.text.setText("書屋")
    settled(mine)
    assert [words for _, _, words, _ in rows(history)] == ["书屋全年"]
    mine.bot.keyClick(history.text, Qt.Key.Key_Return)
    assert history.view.hasFocus()
    # What comes is narrowed too.
    tagged(li, "接待读者")
    tagged(li, "书屋全年", occurrence=1)
    look(mine)
    settled(mine)
    assert history.count_text == "2 of 5 steps"
    history.text.setText("nowhere")
    settled(mine)
    assert history.hint_text == "No step fits these filters."
    history.text.clear()
    settled(mine)
    assert len(rows(history)) == 5


def test_the_history_of_one_tag(mine: Driver, history: History) -> None:
    mine.window.toggle_history()
    assert not history.isVisible()
    mine.key("h")
    assert not history.isVisible()  # no tag is chosen
    chosen = tagged(mine.workspace, "活动150场", kind="programme")
    tagged(mine.workspace, "书屋全年")
    mine.session.choose_annotation(chosen)
    mine.session.describe(note="核&对")
    history.text.setText("书屋")
    mine.key("h")
    settled(mine)
    assert history.isVisible()
    assert history.view.hasFocus()
    assert [what for _, what, *_ in rows(history)] == ["Edit tag", "Tag"]
    assert history.tag_button.text() == "“活动150场” ✕"
    mine.bot.mouseClick(history.tag_button, Qt.MouseButton.LeftButton)
    settled(mine)
    assert not history.tag_button.isVisible()
    assert len(rows(history)) == 3
    long = tagged(mine.workspace, "书屋全年举办活动150场，接待读者三千人次。\n第151段")
    mine.session.choose_annotation(long)
    mine.key("h")
    assert history.tag_button.text() == "“书屋全年举办活动150场，接待读…” ✕"


def test_what_came_while_it_was_narrowed_is_not_lost(mine: Driver, history: History) -> None:
    tagged(mine.workspace, "书屋全年")
    settled(mine)
    history._filter = PastFilter(text="书屋")
    history.text.setText("书屋")
    history._on_narrowed((PastFilter(text="别的"), 1, []))
    history._on_narrowed((history._filter, 0, []))
    settled(mine)
    assert len(rows(history)) == 1


# Choosing, and bringing back


def test_a_row_shows_what_it_changed_and_brings_it_back(mine: Driver, history: History) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(chosen)
    mine.session.describe(attributes={"value": 150, "unit": "场"}, note="一<二")
    before = mine.workspace.annotations[chosen]
    mine.session.describe(attributes={"value": 15, "unit": "场"}, kind="honour", note="")
    settled(mine)
    go(mine, 0)
    details = history.details
    assert details.before.isVisible()
    assert details.after.isVisible()
    marked = f"background-color:{mine.window.theme.match}"
    assert f'<span style="{marked}">150</span>' in details.before.words
    assert f'<span style="{marked}">15</span>' in details.after.words
    assert f'<span style="{marked}"><b>Metric</b></span>' in details.before.words
    assert f'<span style="{marked}"><i>一&lt;二</i></span>' in details.before.words
    assert f'<span style="{marked}"><i>—</i></span>' in details.after.words
    assert "“活动150场”" in details.before.words
    assert not details.after.button.isEnabled()
    mine.bot.mouseClick(details.before.button, Qt.MouseButton.LeftButton)
    settled(mine)
    back = mine.workspace.annotations[chosen]
    assert replace(back, modified=before.modified) == before
    assert rows(history)[0][1] == "Bring back tag"
    assert mine.workspace.undo_label == "Bring back tag"
    assert not details.before.button.isEnabled()
    assert details.after.button.isEnabled()
    mine.session.undo()
    assert mine.workspace.annotations[chosen].kind == "honour"


def test_a_deleted_tag_is_seen_where_it_stood_and_brought_back_with_the_keys(
    mine: Driver, history: History
) -> None:
    gone = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(gone)
    mine.session.untag()
    mine.session.show_article(
        next(one for one in mine.workspace.articles if one != mine.article.id)
    )
    settled(mine)
    history.view.setFocus()
    mine.bot.keyClick(history.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    settled(mine)
    assert "deleted" in history.details.after.words
    assert not history.details.after.button.isVisible()
    mine.bot.keyClick(history.view, Qt.Key.Key_Return)
    assert mine.article.title == "书屋的一年"
    assert mine.session.passage == mine.find("活动150场")
    assert mine.surface.rects(mine.session.passage)
    assert history.view.hasFocus()
    mine.bot.keyClick(history.view, Qt.Key.Key_Tab)
    button = history.details.before.button
    for _ in range(12):
        if button.hasFocus():
            break
        mine.bot.keyClick(mine.window.focusWidget(), Qt.Key.Key_Tab)
    assert button.hasFocus()
    mine.bot.keyClick(button, Qt.Key.Key_Space)
    annotation = mine.session.annotation
    assert annotation is not None
    assert annotation.id == gone
    history.view.setFocus()
    mine.bot.keyClick(history.view, Qt.Key.Key_Escape)
    assert mine.surface.hasFocus()


def test_a_click_goes_to_the_tag_also_where_it_is_the_chosen_one(
    mine: Driver, history: History
) -> None:
    chosen = tagged(mine.workspace, "活动250场")
    mine.session.choose_annotation(chosen)
    mine.surface.reveal(Span(0, 1))
    settled(mine)
    at = history.view.visualRect(history._model.index(0, 2)).center()
    mine.bot.mouseClick(history.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settled(mine)
    assert mine.surface.rects(mine.find("活动250场"))
    # As soon as the row was met, before its line is read, too.
    mine.surface.reveal(Span(0, 1))
    history._shown = None
    mine.bot.keyClick(history.view, Qt.Key.Key_Enter)
    assert mine.surface.rects(mine.find("活动250场"))


def test_a_step_about_an_article_goes_there(mine: Driver, history: History) -> None:
    first = mine.article.id
    other = next(one for one in mine.workspace.articles if one != first)
    mine.session.retitle(other, "别的")
    settled(mine)
    go(mine, 0)
    assert history.details.text == "“另一篇”\n→ “别的”"
    history.view.step_chosen.emit(history.view.current)
    assert mine.article.id == other
    mine.session.show_article(first)
    history._shown = None
    history.view.step_chosen.emit(history.view.current)
    assert mine.article.id == other
    mine.session.set_script(other, next(iter(mine.workspace.script(other).__class__)))
    mine.session.remove_article(other)
    mine.session.glossaries.correct("头发", "頭髮")
    settled(mine)
    go(mine, 1)
    assert history.details.text.endswith("removed")
    assert "written in" in history.details.text
    history.view.step_chosen.emit(history.view.current)
    assert mine.window.notice.sentence == "“别的” is not in the workspace any more."
    go(mine, 0)
    assert history.details.text == "no correction\n→ 头发 → 頭髮"
    history.view.step_chosen.emit(history.view.current)
    history._shown = None
    history.view.step_chosen.emit(history.view.current)
    assert mine.article.id == first


def test_what_was_made_of_a_suggestion_is_told(mine: Driver, history: History) -> None:
    start = mine.article.text.index("活动150场")
    found = Suggestion(Span(start, start + 6), "metric", {}, 0.5, "", "metric.figure")
    act(mine, lambda workspace: judging.reject(workspace, mine.article.id, [found]))
    act(mine, judging.forget)
    go(mine, 1)
    said = "“活动150场” (Metric): rejected"
    assert history.details.text == f"not judged\n→ {said}"
    go(mine, 0)
    assert history.details.text == f"{said}\n→ not judged"
    assert rows(history)[1][1:] == ("Reject suggestion", "活动150场", "书屋的一年")


def test_the_tags_of_a_step_are_gone_through_one_by_one(mine: Driver, history: History) -> None:
    ids = [tagged(mine.workspace, "接待读者", occurrence=n * 90) for n in range(3)]
    act(mine, lambda workspace: editing.untag(workspace, ids))
    go(mine, 0)
    details = history.details
    assert details._count.text() == "1 of 3"
    assert not details.previous.isEnabled()
    for at in (2, 3):
        mine.bot.mouseClick(details.next, Qt.MouseButton.LeftButton)
        assert details._count.text() == f"{at} of 3"
    assert not details.next.isEnabled()
    assert mine.session.passage == mine.find("接待读者", 180)
    mine.bot.mouseClick(details.previous, Qt.MouseButton.LeftButton)
    mine.bot.mouseClick(details.before.button, Qt.MouseButton.LeftButton)
    assert list(mine.workspace.annotations) == [ids[1]]


def test_a_step_without_edits_and_one_whose_line_is_gone_say_so(
    mine: Driver, li: Workspace, history: History
) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    li.take(li.look())
    li.apply(editing.describe(li, chosen, note="x"))
    look(mine)
    mine.session.undo()
    settled(mine)
    assert rows(history)[0][1:] == ("Undo: Tag", "", "")
    go(mine, 0)
    assert history.details.text == "Nothing was left to change."
    (path,) = mine.workspace.folder.glob(f"annotations/{li.writer}/*.jsonl")
    path.rename(path.with_suffix(".away"))
    history._on_met(history.steps[1])
    settled(mine)
    assert history.details.text == (
        f"The line of this step can no longer be read in {path}; “wenmai check” says more."
    )
    path.with_suffix(".away").rename(path)


def test_a_read_only_workspace_has_a_history_too(mine: Driver, history: History) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(chosen)
    mine.session.describe(note="x")
    mine.workspace.read_only = "It is read only."
    settled(mine)
    go(mine, 0)
    assert not history.details.before.button.isEnabled()


def test_the_words_of_an_article_that_is_nowhere_are_still_there(
    mine: Driver, history: History, tmp_path: Path
) -> None:
    tagged(mine.workspace, "活动150场")
    settled(mine)
    go(mine, 0)
    look(mine)
    path = mine.workspace.folder / "articles" / f"{mine.article.id}.json"
    path.rename(tmp_path / "away.json")
    look(mine)
    look(mine)
    settled(mine)
    assert rows(history) == [("tester", "Tag", "活动150场", "an article that is not here")]
    history.view.step_chosen.emit(history.view.current)
    assert "is not in the workspace any more" in mine.window.notice.sentence
    go(mine, 0)
    assert "活动150场" in history.details.after.words


# Reading


def test_it_is_read_only_while_it_is_seen(
    mine: Driver, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[object] = []
    genuine = read_past

    def counting(*words: object) -> object:
        readings.append(words)
        return genuine(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(past_reader, "read_past", counting)
    tagged(mine.workspace, "活动1场")
    settled(mine)
    assert len(readings) == 1
    mine.window.toggle_table()
    assert not history.isVisible()
    tagged(mine.workspace, "活动2场")
    settled(mine)
    assert len(readings) == 1
    mine.window.toggle_history()
    assert not mine.window.table.isVisible()
    settled(mine)
    assert len(rows(history)) == 2


def test_another_workspace_has_another_history(
    mine: Driver, history: History, tmp_path: Path
) -> None:
    tagged(mine.workspace, "活动1场")
    settled(mine)
    chosen = mine.workspace.annotations
    assert chosen
    history.show_tag(next(iter(chosen.values())))
    old = mine.workspace.folder
    # The reading of the one that is left is under way.
    history._reader._known = None
    history._reader._start()
    history._reader._start()
    assert mine.session.create(tmp_path / "other")
    settled(mine)
    assert rows(history) == []
    assert not history.tag_button.isVisible()
    assert mine.session.open(old)
    settled(mine)
    assert len(rows(history)) == 1


def test_a_long_reading_says_how_far_it_is_and_is_cancelled(
    mine: Driver, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    history._reader.progressed.emit((50, 200))
    assert history.count_text == "Reading… 25 %"
    stopped = Progress()
    stopped.cancel()
    monkeypatch.setattr(past, "_OFTEN", 1)
    tagged(mine.workspace, "活动1场")
    assert past_reader._ReadPast([mine.workspace.folder], None).run(stopped) is None


def test_a_folder_that_is_away_for_a_moment_is_read_with_the_next_change(
    mine: Driver, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_words: object) -> object:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(past_reader, "read_past", away)
        tagged(mine.workspace, "活动1场")
        settled(mine)
    assert rows(history) == []
    tagged(mine.workspace, "活动2场")
    settled(mine)
    assert len(rows(history)) == 2


# From one day to the next


def test_it_is_open_again_when_it_was_left_open(
    mine: Driver, history: History, qtbot: QtBot, tmp_path: Path
) -> None:
    tagged(mine.workspace, "活动1场")
    folder = mine.workspace.folder
    mine.window.close()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    session, tasks = Session(author="tester", state=state_folder()), Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    qtbot.addWidget(window)
    assert session.open(folder)
    window.show()
    assert window.history.isVisible()
    assert window.menus.actions["show_history"].isChecked()
    assert not window.menus.actions["show_tag_table"].isChecked()
    qtbot.waitUntil(lambda: len(window.history.steps) == 1, timeout=10_000)
    window.toggle_history()
    window.close()
    assert settings.value("below") == "closed"
