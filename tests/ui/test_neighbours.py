"""Two windows on one workspace: what one does appears in the other, which keeps its place."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from reader.text.article import Article
from reader.text.script import SourceScript
from reader.text.span import Span
from reader.ui import neighbours as module
from reader.ui.main_window import MainWindow
from reader.ui.session import Session
from reader.ui.tasks import Tasks
from reader.ui.theme import Theme
from reader.user import state_folder
from reader.workspace import Workspace, editing
from reader.workspace.replacing import replace_article
from tests.ui.driving import Driver
from tests.ui.sharing import TEXT, look, tagged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from reader.annotation.annotation import Annotation
    from reader.workspace.journals.news import News


@pytest.fixture
def second(mine: Driver, qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    """Return another window of the same person on the same workspace."""
    settings = QSettings(str(tmp_path / "second.ini"), QSettings.Format.IniFormat)
    session = Session(author="tester", state=state_folder())
    tasks = Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    qtbot.addWidget(window)
    assert session.open(mine.workspace.folder)
    window.resize(1280, 800)
    window.show()
    yield Driver(window, session, qtbot)
    window.close()


def field(driver: Driver, name: str) -> QLineEdit:
    return cast("QLineEdit", driver.window.tags.editor.findChild(QLineEdit, f"field_{name}"))


def note(driver: Driver) -> QPlainTextEdit:
    return cast("QPlainTextEdit", driver.window.tags.editor.findChild(QPlainTextEdit, "note"))


def place(driver: Driver) -> tuple[object, ...]:
    """Return what the reader has before their eyes."""
    surface = driver.surface
    return (
        surface.verticalScrollBar().value(),
        surface.selection,
        driver.session.passage,
        driver.article.id,
    )


def notice(driver: Driver) -> str:
    bar = driver.window.notice
    return bar.sentence if not bar.isHidden() else ""


# Two windows of one person


def test_an_edit_in_one_window_appears_in_the_other_by_itself(mine: Driver, second: Driver) -> None:
    assert second.workspace.writer != mine.workspace.writer
    passage = second.find("举办活动200场")
    second.surface.reveal(passage)
    second.drag(passage)
    before = place(second)
    with mine.bot.waitActive(mine.window):
        mine.window.activateWindow()
    mine.drag(mine.find("活动0场"))
    mine.key("1")
    (made,) = mine.workspace.annotations.values()
    # No look is asked for: this is the timer's.
    second.bot.waitUntil(lambda: bool(second.workspace.annotations), timeout=15_000)
    assert second.workspace.annotations[made.id] == made
    assert place(second) == before
    assert second.window.status.others_text == "1 change by you, elsewhere"
    rows = second.window.tags.tag_list.list_view.model()
    assert rows.index(0, 0).data() == "活动0场"
    assert [one.id for one in second.surface.index] == [made.id]
    # And back again.
    second.session.choose_annotation(made.id)
    second.session.untag()
    mine.bot.waitUntil(lambda: not mine.workspace.annotations, timeout=15_000)
    assert mine.session.annotation is None


def test_an_edit_of_another_process_appears(mine: Driver) -> None:
    command = [sys.executable, "-m", "reader", "tag", str(mine.workspace.folder)]
    command += [mine.article.id, "0", "2", "honour"]
    environment = {**os.environ, "WENMAI_AUTHOR": "王"}
    root = Path(__file__).resolve().parents[2]
    subprocess.run(command, check=True, env=environment, cwd=root, capture_output=True)
    mine.bot.waitUntil(lambda: bool(mine.workspace.annotations), timeout=15_000)
    assert mine.window.status.others_text == "1 change by 王"


# When it looks


def test_a_window_that_is_activated_looks_at_once(mine: Driver, li: Workspace) -> None:
    mine.window.neighbours._timer.stop()
    tagged(li, "活动1场")
    QApplication.sendEvent(mine.window, QEvent(QEvent.Type.WindowActivate))
    mine.bot.waitUntil(lambda: bool(mine.workspace.annotations), timeout=10_000)


def test_looks_never_overlap_and_slow_ones_come_seldom(
    mine: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    neighbours = mine.window.neighbours
    look(mine)
    assert neighbours._timer.interval() >= 2_000
    looks: list[object] = []
    genuine = Workspace.look

    def slow(workspace: Workspace) -> News:
        looks.append(workspace)
        time.sleep(0.01)
        return genuine(workspace)

    monkeypatch.setattr(Workspace, "look", slow)
    monkeypatch.setattr(module, "_SHARE", 1_000_000)
    neighbours.look()
    neighbours.look()
    mine.bot.waitUntil(lambda: not neighbours._looking, timeout=10_000)
    assert len(looks) == 1
    assert neighbours._timer.interval() > 2_000


def test_a_hidden_window_looks_less_often(mine: Driver) -> None:
    mine.window.hide()
    look(mine)
    assert mine.window.neighbours._timer.interval() >= 15_000


def test_what_was_seen_of_a_workspace_that_was_left_is_not_taken_in(
    mine: Driver, li: Workspace, tmp_path: Path
) -> None:
    neighbours = mine.window.neighbours
    old = mine.workspace
    tagged(li, "活动1场")
    news = old.look()
    assert mine.session.create(tmp_path / "other")
    neighbours._on_looked((old, news))
    assert not mine.workspace.annotations
    folder = mine.workspace.folder
    mine.session.close()
    mine.session.take(news)
    neighbours.look()
    assert not neighbours._looking
    assert not neighbours._timer.isActive()
    assert mine.session.open(folder)
    assert neighbours._timer.isActive()


def test_a_look_that_fails_is_not_the_last(
    mine: Driver, li: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_workspace: Workspace) -> News:
        raise LookupError

    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "look", broken)
        with mine.bot.captureExceptions() as caught:
            look(mine)
        assert [kind for kind, *_ in caught] == [LookupError]
    assert mine.window.neighbours._timer.isActive()
    tagged(li, "活动1场")
    look(mine)
    assert mine.workspace.annotations


# What the reader keeps


def test_place_selection_and_chosen_tag_stay_whatever_others_do(
    mine: Driver, li: Workspace
) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(chosen)
    mine.drag(mine.find("第155段"))
    before = place(mine)
    tags = mine.window.tags.tag_list.list_view
    for occurrence in range(60):
        tagged(li, "接待读者", occurrence=occurrence)
    li.apply(editing.describe(li, tagged(li, "活动151场"), kind="honour"))
    li.take(li.look())
    li.apply(editing.describe(li, chosen, note="核对过"))
    look(mine)
    assert place(mine) == before
    annotation = mine.session.annotation
    assert annotation is not None
    assert (annotation.id, annotation.note) == (chosen, "核对过")
    assert note(mine).toPlainText() == "核对过"
    assert mine.window.status.others_text == "63 changes by 李"
    assert tags.model().rowCount() == 62


def test_several_people_are_named(mine: Driver, li: Workspace, tmp_path: Path) -> None:
    tagged(li, "活动1场")
    folder = mine.workspace.folder
    with Workspace.open(folder, author="tester", state=tmp_path / "laptop") as laptop:
        tagged(laptop, "活动2场")
    look(mine)
    assert mine.window.status.others_text == "2 changes by 李, you, elsewhere"
    mine.window.status._quiet.setInterval(0)
    tagged(li, "活动3场")
    look(mine)
    mine.bot.waitUntil(lambda: not mine.window.status.others_text, timeout=5_000)


def test_the_chosen_tag_that_somebody_deletes_is_named(mine: Driver, li: Workspace) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(chosen)
    before = place(mine)
    li.take(li.look())
    li.apply(editing.untag(li, [chosen]))
    look(mine)
    assert mine.session.annotation is None
    assert place(mine) == before
    assert notice(mine) == ("The tag “活动150场” was deleted by 李; View > History has it still.")


def test_articles_come_and_go_without_losing_the_place(mine: Driver, li: Workspace) -> None:
    mine.drag(mine.find("第155段"))
    before = place(mine)
    rows = mine.window.articles.list_view
    current = rows.currentIndex().data()
    li.add_article(Article.from_text("第三篇\n新到的文章。"))
    look(mine)
    assert [rows.model().index(n, 0).data() for n in range(3)] == ["书屋的一年", "另一篇", "第三篇"]
    assert mine.window.status.others_text == "1 change by others"
    li.apply(editing.remove_article(li, list(li.articles)[-1]))
    li.apply(editing.retitle(li, mine.article.id, "书屋"))
    look(mine)
    assert rows.model().rowCount() == 2
    assert rows.currentIndex().data() == "书屋"
    assert current == "书屋的一年"
    assert place(mine) == before
    assert notice(mine) == ""


def test_tags_that_somebody_makes_in_an_article_removed_here_are_said(
    mine: Driver, li: Workspace
) -> None:
    other = Article.from_text("另一篇\n书屋150场")
    mine.workspace.add_article(other)
    li.take(li.look())
    mine.workspace.apply(editing.remove_article(mine.workspace, other.id))
    li.apply(editing.tag(li, other.id, Span(4, 6), "metric"))
    look(mine)
    assert notice(mine) == (
        "“另一篇” is removed from the workspace, so 1 tag made in it is not shown; it is kept, and "
        "comes back when the article is imported again."
    )


def test_the_article_being_read_stays_when_somebody_removes_it(mine: Driver, li: Workspace) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(chosen)
    mine.drag(mine.find("第155段"))
    before = place(mine)
    li.take(li.look())
    li.apply(editing.remove_article(li, mine.article.id))
    look(mine)
    assert place(mine) == before
    assert notice(mine) == (
        "“书屋的一年” was removed from the workspace by 李; you can read on here, and View > "
        "History says what was done. “书屋的一年” is removed from the workspace, so 1 tag made in "
        "it is not shown; it is kept, and comes back when the article is imported again."
    )
    assert mine.session.annotation is None
    # It is read on, in any script; an edit is refused, and nothing is lost.
    mine.session.cycle_script()
    mine.key("1")
    assert "was removed" in mine.window.refusal.sentence or "There is no article" in (
        mine.window.refusal.sentence
    )
    mine.session.retitle(mine.article.id, "新名")
    mine.session.set_script(mine.article.id, SourceScript.TRADITIONAL)
    mine.session.remove_article(mine.article.id)
    assert "There is no article" in mine.window.refusal.sentence
    # An edit elsewhere does not take it away either.
    other = next(iter(mine.workspace.articles))
    mine.session.retitle(other, "别的")
    assert mine.article.id == before[-1]
    # Brought back by whoever removed it, it is as it was.
    li.undo()
    look(mine)
    assert mine.article.id in mine.workspace.articles
    mine.session.choose_annotation(chosen)
    assert mine.surface.chosen == chosen
    # Left, it is gone from here.
    li.redo()
    look(mine)
    mine.window.commands.articles.next_article()
    assert mine.article.id == other
    assert list(mine.workspace.articles) == [other]


def test_the_article_being_read_stays_when_somebody_brings_a_later_text(
    mine: Driver, li: Workspace
) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(chosen)
    before = place(mine)
    li.take(li.look())
    replace_article(li, mine.article.id, Article.from_text("新版\n" + TEXT))
    look(mine)
    assert place(mine) == before
    assert notice(mine) == (
        "“书屋的一年” has been given a later text by 李; you can read on here in the earlier one, "
        "and the later one is in the list."
    )
    assert mine.session.annotation is None
    assert chosen in mine.workspace.annotations


def test_an_article_whose_file_is_gone_is_left(mine: Driver, tmp_path: Path) -> None:
    chosen = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(chosen)
    look(mine)
    path = mine.workspace.folder / "articles" / f"{mine.article.id}.json"
    path.rename(tmp_path / "away.json")
    look(mine)
    look(mine)
    assert mine.article.title == "另一篇"
    assert notice(mine) == (
        "The file of “书屋的一年” is no longer in the workspace's folder; its tags are kept and "
        "come back with it."
    )
    # So is the last one.
    other = path.with_name(f"{mine.article.id}.json")
    other.rename(tmp_path / "other.json")
    look(mine)
    look(mine)
    assert mine.session.article is None
    (tmp_path / "away.json").rename(path)
    look(mine)
    assert chosen in mine.workspace.annotations


# What is being typed


@pytest.fixture
def typing(mine: Driver, li: Workspace) -> str:
    """Return the id of a tag whose details are open in the window."""
    chosen = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(chosen)
    li.take(li.look())
    return chosen


def test_what_is_half_typed_stays_when_somebody_changes_the_same_field(
    mine: Driver, li: Workspace, typing: str
) -> None:
    value = field(mine, "value")
    value.setFocus()
    mine.bot.keyClicks(value, "15")
    li.apply(editing.describe(li, typing, attributes={"value": 7, "unit": "场"}))
    look(mine)
    assert (value.text(), value.hasFocus()) == ("15", True)
    assert field(mine, "unit").text() == "场"
    mine.bot.keyClicks(value, "0")
    mine.bot.keyClick(value, Qt.Key.Key_Return)
    assert dict(mine.workspace.annotations[typing].attributes) == {"value": 150, "unit": "场"}


def test_what_could_not_be_saved_stays_when_somebody_changes_the_field(
    mine: Driver, li: Workspace, typing: str
) -> None:
    value = field(mine, "value")
    value.setFocus()
    mine.bot.keyClicks(value, "many")
    note(mine).setFocus()
    li.apply(editing.describe(li, typing, attributes={"value": 7}))
    look(mine)
    assert value.text() == "many"
    assert mine.workspace.annotations[typing].attributes["value"] == 7


def test_a_word_that_is_being_composed_stays_when_somebody_changes_the_kind(
    mine: Driver, li: Workspace, typing: str
) -> None:
    field_ = field(mine, "unit")
    field_.setFocus()
    QApplication.sendEvent(field_, QInputMethodEvent("chang", []))
    li.apply(editing.describe(li, typing, kind="honour"))
    look(mine)
    assert field_.hasFocus()
    assert field_.isVisible()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("场")
    QApplication.sendEvent(field_, commit)
    assert field_.text() == "场"
    mine.window.commit_pending()
    annotation = mine.workspace.annotations[typing]
    assert (dict(annotation.attributes), annotation.kind) == ({"unit": "场"}, "honour")
    editor = mine.window.tags.editor
    assert editor._form is editor._forms["honour"]


def test_what_was_typed_for_a_deleted_tag_is_there_when_it_is_brought_back(
    mine: Driver, li: Workspace, typing: str
) -> None:
    before = mine.workspace.annotations[typing]
    field_ = note(mine)
    field_.setFocus()
    mine.bot.keyClicks(field_, "half a tho")
    li.apply(editing.untag(li, [typing]))
    look(mine)
    assert mine.session.annotation is None
    assert mine.session.bring_back(before)
    assert note(mine).toPlainText() == "half a tho"
    mine.window.commit_pending()
    assert mine.workspace.annotations[typing].note == "half a tho"


# A folder that cannot be written


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Callable[[], None]]:
    """Return what makes a folder unwritable, and what that returns makes it writable again."""
    access, opening = os.access, os.open

    def unwritable(folder: Path) -> Callable[[], None]:
        def no_access(path: object, mode: int) -> bool:
            inside = Path(str(path)).is_relative_to(folder)
            return not (mode == os.W_OK and inside) and access(path, mode)  # type: ignore[arg-type]

        def no_open(path: object, flags: int, *more: int) -> int:
            writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writes and Path(str(path)).is_relative_to(folder):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
            return opening(path, flags, *more)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "access", no_access)
        monkeypatch.setattr(os, "open", no_open)
        return monkeypatch.undo

    return unwritable


def test_edits_beside_an_unwritable_folder_are_said_and_brought_in(
    mine: Driver, unwritable: Callable[[Path], Callable[[], None]]
) -> None:
    status, folder = mine.window.status, mine.workspace.folder
    article = mine.article.id
    assert (status.saved_text, status._saved.toolTip()) == ("Saved", "")
    writable = unwritable(folder)
    mine.drag(mine.find("活动1场"))
    mine.key("1")
    chosen: Annotation | None = mine.session.annotation
    assert chosen is not None
    assert status.saved_text == "Saved on this machine"
    assert status._saved.toolTip() == mine.workspace.overlay != ""
    assert mine.window.refusal.isHidden()
    look(mine)
    assert notice(mine) == ""
    assert mine.session.open(folder)
    assert notice(mine) == mine.workspace.overlay
    mine.session.show_article(article)
    mine.session.choose_annotation(chosen.id)
    writable()
    look(mine)
    assert notice(mine) == (
        f"{folder} can be written again; open it again, and the edits kept on this machine are "
        "brought in."
    )
    mine.window.notice.hide()
    look(mine)
    assert notice(mine) == ""  # said once
    again = mine.window.notice.findChild(QPushButton, "openAgain")
    mine.window.notice.tell_writable()
    mine.bot.mouseClick(cast("QPushButton", again), Qt.MouseButton.LeftButton)
    assert notice(mine) == f"The edits kept on this machine were brought into {folder}."
    assert (mine.workspace.overlay, status.saved_text) == ("", "Saved")
    assert mine.article.id == article
    assert mine.session.annotation == chosen
    assert len(list(folder.glob("annotations/*/*.jsonl"))) == 1


# Undo among others


def test_an_undo_that_left_something_says_so(mine: Driver, li: Workspace) -> None:
    first, second = tagged(mine.workspace, "活动1场"), tagged(mine.workspace, "活动2场")
    mine.session.apply(editing.untag(mine.workspace, [first, second]))
    mine.session.undo()
    article = mine.article.id
    edits = [editing.describe(mine.workspace, one, note="x") for one in (first, second)]
    both = type(edits[0])("Note both", tuple(edit for one in edits for edit in one.edits))
    mine.session.apply(both)
    li.take(li.look())
    li.apply(editing.describe(li, first, note="y"))
    look(mine)
    mine.session.undo()
    assert notice(mine) == (
        "“Note both” was undone in 1 of 2 places; the other was changed again since, and left as "
        "it is."
    )
    assert mine.window.status.saved_text == "Saved"
    assert mine.window.refusal.isHidden()
    assert mine.article.id == article
