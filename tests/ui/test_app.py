"""How the window starts: on the workspace named, the one of the last time, or the sample."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from reader.collecting import CollectionPause
from reader.text.article import Article
from reader.ui.actions import ACTIONS
from reader.ui.app import end_start, has_chinese_font, make_window
from reader.ui.dialogs.keyboard_sheet import KeyboardSheet
from reader.ui.dialogs.messages import Ask
from reader.user import data_folder, state_folder
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from reader.ui.main_window import MainWindow
    from tests.ui.driving import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, folder: Path | None = None) -> MainWindow:
    """Start as the program does."""
    window = make_window(folder)
    assert window is not None
    qtbot.addWidget(window)
    window.show()
    return window


def test_garbage_is_looked_for_from_when_the_start_is_over_and_not_in_what_it_made() -> None:
    starting = CollectionPause()
    made: list[list[object]] = [[] for _ in range(10)]
    frozen = gc.get_freeze_count()
    assert not gc.isenabled()
    end_start(starting)
    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen
    assert len(made) == 10
    # Told once more at the end of the program, it stays so.
    starting.end()
    assert gc.isenabled()


def test_the_first_start_opens_the_sample(qtbot: QtBot) -> None:
    window = opened(qtbot)
    workspace = window.session.workspace
    assert workspace is not None
    assert workspace.folder == data_folder() / "sample-workspace"
    assert len(workspace.articles) == 5
    assert window.session.article is not None
    window.close()


def test_the_next_start_opens_what_was_open_at_the_same_size(
    qtbot: QtBot, workspace_folder: Path
) -> None:
    window = opened(qtbot, workspace_folder)
    window.zoom(3)
    size = window.surface.typography.size
    window.close()
    again = opened(qtbot)
    assert again.session.workspace is not None
    assert again.session.workspace.folder == workspace_folder
    assert again.surface.typography.size == size
    again.zoom(None)
    assert again.surface.typography.size != size
    again.close()


def test_settings_that_make_no_sense_count_as_none(qtbot: QtBot, workspace_folder: Path) -> None:
    opened(qtbot, workspace_folder).close()
    settings = QSettings(str(state_folder() / "window.ini"), QSettings.Format.IniFormat)
    for name in settings.allKeys():
        settings.setValue(name, "@no, 9" + "9" * 5000)
    settings.setValue("workspace", str(workspace_folder))
    settings.sync()
    window = opened(qtbot)
    assert window.session.workspace is not None
    assert window.session.workspace.folder == workspace_folder
    window.close()


def test_where_the_last_workspace_is_gone_the_sample_opens(
    qtbot: QtBot, workspace_folder: Path
) -> None:
    opened(qtbot, workspace_folder).close()
    workspace_folder.rename(workspace_folder.with_name("elsewhere"))
    window = opened(qtbot)
    assert window.session.workspace is not None
    assert window.session.workspace.folder == data_folder() / "sample-workspace"
    window.close()


def test_a_sample_that_cannot_be_made_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("WENMAI_DATA", str(tmp_path / "file"))
    window = opened(qtbot)
    assert "sample workspace could not be made" in window.refusal.sentence
    # Whatever is asked for now is refused with what to do.
    window.commands.files.paste_article()
    assert window.refusal.sentence.startswith("Open a workspace first")
    window.close()


def test_a_folder_that_is_no_workspace_is_refused(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make_window(tmp_path) is None
    assert str(tmp_path) in capsys.readouterr().err


def test_this_system_has_a_chinese_font(qtbot: QtBot) -> None:
    assert has_chinese_font()


def test_damage_found_at_opening_is_told(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场。"))
    folder = driver.workspace.folder
    (article_file,) = (folder / "articles").iterdir()
    article_file.write_text(article_file.read_text("utf-8").replace("62", "63"), "utf-8")
    assert driver.session.open(folder)
    assert driver.window.refusal.isVisible()
    assert article_file.name in driver.window.refusal.sentence


def test_resting_on_a_highlight_tells_of_its_tags(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办<b>活动</b>62场。"))
    span = driver.find("<b>活动</b>62场")
    driver.drag(span)
    driver.key("1")
    driver.session.describe(attributes={"value": 62, "unit": "场<"}, note="看 & 记")
    point = driver.point(span.start + 2)
    viewport = driver.surface.viewport()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    text = QToolTip.text()
    assert "Metric" in text
    # What comes from the article is shown as it is, not obeyed as markup.
    for shown in ("&lt;b&gt;活动&lt;/b&gt;62场", "场&lt;", "看 &amp; 记"):
        assert shown in text
    QToolTip.hideText()


def test_the_keyboard_sheet_lists_every_shortcut(driver: Driver, qtbot: QtBot) -> None:
    sheet = KeyboardSheet(
        driver.window, driver.session, driver.window.shortcuts, driver.window.theme
    )
    sheet.show()
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for action in ACTIONS:
        if action.keys:
            assert action.text.replace("&", "").rstrip("…") in shown
    assert "Tag as honour" in shown
    sheet.close()


def test_tags_and_articles_are_walked_by_keys(driver: Driver) -> None:
    text = "书屋全年举办活动62场，来了近3万人次。"
    driver.add(Article.from_text(text), Article.from_text(f"第二篇。{text}"))
    for words in ("近3万人次", "62场"):
        driver.drag(driver.find(words))
        driver.key("1")
    driver.session.choose_annotation(None)
    quotes = []
    for key in ("]", "]", "]", "["):
        driver.key(Qt.Key.Key_BracketRight if key == "]" else Qt.Key.Key_BracketLeft)
        assert driver.session.annotation is not None
        quotes.append(driver.session.annotation.quote)
    assert quotes in (
        ["62场", "近3万人次", "62场", "近3万人次"],
        ["近3万人次", "62场", "近3万人次", "62场"],
    )
    first = driver.article
    driver.key(Qt.Key.Key_PageDown, CONTROL)
    assert driver.article is not first
    driver.key(Qt.Key.Key_PageDown, CONTROL)
    driver.key(Qt.Key.Key_PageUp, CONTROL)
    assert driver.article is first


def test_the_context_menu_tags_and_chooses(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场，来了近3万人次。"))
    span = driver.find("62场")
    driver.drag(span)
    driver.key("1")
    driver.session.choose_annotation(None)
    driver.surface.clear_selection()
    driver.surface.customContextMenuRequested.emit(driver.point(span.start + 1))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert driver.session.annotation is not None
    menu.close()


def test_opening_and_making_workspaces_from_the_menu(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    monkeypatch.setattr(Ask, "new_folder", lambda *_args: other)
    driver.window.menus.actions["new_workspace"].trigger()
    assert driver.workspace.folder == other
    assert driver.session.article is None
    third = tmp_path / "third"
    Workspace.create(third, author="tester", state=state_folder()).close()
    monkeypatch.setattr(Ask, "folder", lambda *_args: third)
    driver.key(Qt.Key.Key_O, CONTROL)
    assert driver.workspace.folder == third
    monkeypatch.setattr(Ask, "folder", lambda *_args: tmp_path)
    driver.key(Qt.Key.Key_O, CONTROL)
    assert driver.workspace.folder == third
    assert str(tmp_path) in driver.window.refusal.sentence


def test_the_pointer_tells_what_a_click_would_do(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场，来了近3万人次。"))
    span = driver.find("62场")
    driver.drag(span)
    driver.key("1")
    viewport = driver.surface.viewport()
    driver.bot.mouseMove(viewport, driver.point(span.start + 1))
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    corner = driver.surface.rects(span)[0].bottomRight()
    driver.bot.mouseMove(viewport, corner.toPoint())
    assert viewport.cursor().shape() is Qt.CursorShape.SizeHorCursor
    far = QPointF(corner.x(), corner.y() + 200).toPoint()
    driver.bot.mouseMove(viewport, far + QPoint(0, 20))
    assert viewport.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_delete_in_the_article_list_asks_and_removes(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.add(Article.from_text("第一篇。"), Article.from_text("第二篇。"))
    asked: list[str] = []

    def confirm(*words: object) -> bool:
        asked.append(str(words[2]))
        return True

    monkeypatch.setattr(Ask, "confirm", confirm)
    driver.key(Qt.Key.Key_L, CONTROL)
    driver.key(Qt.Key.Key_Delete, widget=driver.window.articles.list_view)
    assert len(asked) == 1
    assert len(driver.workspace.articles) == 1
    assert driver.article.id in driver.workspace.articles


def test_opening_the_same_workspace_again_keeps_its_undo(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场。"))
    driver.drag(driver.find("62场"))
    driver.key("1")
    writer = driver.workspace.writer
    assert driver.session.open(driver.workspace.folder)
    assert driver.workspace.writer == writer
    driver.key(Qt.Key.Key_Z, CONTROL)
    assert not driver.workspace.annotations
