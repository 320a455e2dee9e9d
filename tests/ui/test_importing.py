"""Files, folders and archives come in while the reader goes on; what is refused is named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.importers import importers
from reader.text.article import Article
from reader.ui.commands.files import file_filters
from reader.ui.dialogs.messages import Ask
from reader.workspace import Workspace
from tests.importers import hostile
from tests.importers.hostile import zipped
from tests.ui.test_main_job import drop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.ui.panels.status import StatusLine
    from tests.ui.driving import Driver

LEFT = Qt.MouseButton.LeftButton
LONG = "清溪镇的老粮站改成了书屋，每周三晚上办一场讲座，孩子和老人都来听。"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """Return what is told in dialogs, each with its lines."""
    said: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        Ask, "tell", lambda _window, _title, sentence, lines: said.append((sentence, lines))
    )
    return said


def many(folder: Path, number: int) -> Path:
    folder.mkdir()
    for one in range(number):
        (folder / f"{one}.txt").write_text(f"第{one}篇\n书屋办了{one}场讲座。", "utf-8")
    return folder


def status(driver: Driver) -> StatusLine:
    return driver.window.status


def over(driver: Driver) -> Callable[[], bool]:
    importing = driver.window.commands.files._importing
    return lambda: importing._task is None


def bring_in(driver: Driver, *paths: Path) -> None:
    driver.window.commands.files.bring_in(paths)
    driver.bot.waitUntil(over(driver), timeout=60_000)


@pytest.mark.slow
def test_a_thousand_articles_come_in_while_the_window_goes_on(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # That articles are on disk for good is for others to test; here it takes most of the time.
    monkeypatch.setattr(os, "fsync", lambda _file: None)
    folder = many(tmp_path / "texts", 1_000)
    bar, cancel = status(driver)._progress, status(driver)._cancel
    seen: set[int] = set()
    driver.window.commands.files.importing.connect(lambda _now: seen.add(bar.value()))
    driver.window.commands.files.bring_in([folder])
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) > 3)
    # It is being read already, and the window takes keys.
    assert driver.article.text.startswith("第0篇")
    assert bar.isVisible()
    assert cancel.isVisible()
    driver.key(Qt.Key.Key_S)
    driver.bot.waitUntil(over(driver), timeout=60_000)
    assert len(seen) > 5
    assert bar.maximum() == 1_000
    assert not bar.isVisible()
    titles = [one.title for one in driver.workspace.articles.values()]
    assert titles == [f"第{number}篇" for number in range(1_000)]
    assert status(driver).currentMessage() == "1,000 articles imported."


def test_a_cancelled_import_leaves_whole_what_came_in(
    driver: Driver, tmp_path: Path, told: list[tuple[str, list[str]]]
) -> None:
    folder = many(tmp_path / "texts", 150)
    driver.window.commands.files.bring_in([folder])
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) > 3)
    driver.bot.mouseClick(status(driver)._cancel, LEFT)
    driver.bot.waitUntil(over(driver))
    came = len(driver.workspace.articles)
    assert 3 < came < 150
    assert status(driver).currentMessage() == (
        f"Stopped: {came} articles came in, {150 - came} files did not."
    )
    assert not status(driver)._progress.isVisible()
    with Workspace.open(driver.workspace.folder, author="李", state=tmp_path / "li") as again:
        assert [one.text for one in again.articles.values()] == [
            f"第{one}篇\n书屋办了{one}场讲座。" for one in range(came)
        ]
        assert again.problems == ()
    # What was left can come in later; the rest is there.
    bring_in(driver, folder)
    assert len(driver.workspace.articles) == 150
    ((sentence, _lines),) = told
    assert sentence == f"{150 - came} articles imported. {came} files were not:"


def test_batches_come_in_one_after_the_other(driver: Driver, tmp_path: Path) -> None:
    first, second = many(tmp_path / "a", 20), tmp_path / "b.txt"
    second.write_text("另外一篇", "utf-8")
    driver.window.commands.files.bring_in([first])
    driver.window.commands.files.bring_in([second])
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) == 21)
    assert [one.title for one in driver.workspace.articles.values()][-1] == "另外一篇"
    driver.bot.waitUntil(over(driver))


def test_cancelling_stops_what_waits_too(driver: Driver, tmp_path: Path) -> None:
    driver.window.commands.files.cancel_import()
    driver.window.commands.files.bring_in([many(tmp_path / "a", 50)])
    driver.window.commands.files.bring_in([many(tmp_path / "b", 5)])
    driver.window.commands.files.cancel_import()
    driver.bot.waitUntil(over(driver))
    driver.bot.wait(50)
    assert over(driver)()
    assert len(driver.workspace.articles) < 50


def test_another_workspace_gets_none_of_it(driver: Driver, tmp_path: Path) -> None:
    driver.window.commands.files.bring_in([many(tmp_path / "a", 50)])
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) > 1)
    assert driver.session.create(tmp_path / "other")
    driver.bot.waitUntil(over(driver))
    assert len(driver.workspace.articles) == 0


def test_a_window_that_closes_waits_for_no_file(driver: Driver, tmp_path: Path) -> None:
    driver.window.commands.files.bring_in([many(tmp_path / "a", 500)])
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) > 1)
    folder = driver.workspace.folder
    driver.window.close()
    with Workspace.open(folder, author="李", state=tmp_path / "li") as again:
        assert 1 < len(again.articles) < 500
        assert again.problems == ()


def test_hostile_files_are_refused_and_the_good_one_comes_in(
    driver: Driver, tmp_path: Path, told: list[tuple[str, list[str]]]
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    files = {
        "bomb.zip": hostile.bomb(),
        "overlapping.zip": hostile.overlapping(),
        "swollen.docx": hostile.swollen_document(),
        "locked.zip": hostile.locked(),
        "nested.zip": zipped({"in.zip": zipped({"a.txt": b"x"})}),
        "climbs.zip": zipped({"../../../up.txt": "往上爬的一篇文章".encode()}),
        "half.txt": "\ud800字".encode("utf-8", "surrogatepass"),
        "nul.txt": b"\0" * 900,
        "good.txt": "好文章".encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    driver.window.commands.files.bring_in([folder])
    driver.bot.waitUntil(over(driver), timeout=60_000)
    texts = sorted(one.text for one in driver.workspace.articles.values())
    assert texts == ["好文章", "往上爬的一篇文章"]
    assert not (tmp_path.parent / "up.txt").exists()
    ((sentence, lines),) = told
    assert sentence == "2 articles imported. 7 files were not:"
    assert len(lines) == 7
    for line in lines:
        assert line.startswith(str(folder))
        assert line.endswith(".")
        assert "\n" not in line
    # The window is alive.
    driver.key(Qt.Key.Key_S)
    assert driver.article.text in texts


def test_a_folder_is_asked_for_and_an_archive_may_be_dropped(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = many(tmp_path / "texts", 2)
    monkeypatch.setattr(Ask, "folder", lambda *_asked: folder)
    driver.window.menus.actions["import_folder"].trigger()
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) == 2)
    archive = tmp_path / "more.zip"
    archive.write_bytes(zipped({"里/文章.txt": "压缩包里的文章".encode()}))
    drop(driver, archive)
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) == 3)
    assert driver.article.metadata["file"] == "文章.txt"
    # Who chooses none changes nothing.
    monkeypatch.setattr(Ask, "folder", lambda *_asked: None)
    driver.window.menus.actions["import_folder"].trigger()
    assert over(driver)()


def test_the_dialog_lists_every_format() -> None:
    filters = file_filters().split(";;")
    assert filters[0].startswith("Articles (")
    assert filters[-2:] == ["Zip files (*.zip)", "All files (*)"]
    for one in importers():
        for suffix in one.suffixes:
            assert f"*{suffix}" in filters[0]
        assert any(line.startswith(f"{one.label} (*") for line in filters)
    assert ".zip" not in file_filters(archives=False)


def test_the_encoding_that_was_told_is_shown(driver: Driver, tmp_path: Path) -> None:
    one = tmp_path / "one.txt"
    one.write_bytes(LONG.encode("gb18030"))
    bring_in(driver, one)
    assert driver.article.text == LONG
    assert status(driver).currentMessage() == "1 article imported. Read as GB18030."
    two, three = tmp_path / "two.txt", tmp_path / "three.txt"
    two.write_bytes(f"{LONG}二".encode("gb18030"))
    three.write_bytes(f"{LONG}三".encode("utf-16"))
    (tmp_path / "four.txt").write_text(f"{LONG}四", "utf-8")
    bring_in(driver, two, three, tmp_path / "four.txt")
    assert status(driver).currentMessage() == (
        "3 articles imported. Read as GB18030 (1), UTF-16 (1)."
    )


def test_files_in_different_encodings_are_asked_about_in_turn(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"a.txt": ("书屋", "gb18030"), "b.txt": ("讀書", "big5"), "c.txt": ("书架", "gb18030")}
    for name, (text, encoding) in words.items():
        (tmp_path / name).write_bytes(text.encode(encoding))
    asked: list[str] = []

    def choose(_parent: object, _title: str, sentence: str, lines: list[str]) -> int:
        asked.append(sentence)
        shown = [line.split("  (")[0] for line in lines]
        return next(place for place, one in enumerate(shown) if one in ("书屋", "讀書"))

    monkeypatch.setattr(Ask, "choose", choose)
    driver.window.commands.files.bring_in([tmp_path / name for name in words])
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) == 3)
    texts = {one.text for one in driver.workspace.articles.values()}
    assert texts == {"书屋", "讀書", "书架"}
    assert [one.split(" is ")[0] for one in asked] == [
        "The encoding of 3 files",
        "The encoding of b.txt",
    ]
    driver.bot.waitUntil(over(driver))


def test_a_file_is_read_in_the_encoding_that_the_reader_names(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes("书屋里".encode("gb18030"))
    monkeypatch.setattr(Ask, "files", lambda *_asked: [path])
    shown: list[list[str]] = []

    def choose(_parent: object, _title: str, _sentence: str, lines: list[str]) -> int:
        shown.append(lines)
        return len(lines) - 1

    monkeypatch.setattr(Ask, "choose", choose)
    driver.window.menus.actions["import_encoded"].trigger()
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) == 1)
    assert shown[0][0] == "书屋里  (GB18030)"
    assert len(shown[0]) > 1
    assert driver.article.text == shown[0][-1].split("  (")[0]
    # What cannot be read at all is told, and who chooses none leaves it.
    path.unlink()
    driver.window.menus.actions["import_encoded"].trigger()
    driver.bot.waitUntil(lambda: driver.window.refusal.isVisible())
    assert "does not exist" in driver.window.refusal.sentence
    path.write_bytes(hostile.bomb())
    driver.window.menus.actions["import_encoded"].trigger()
    driver.bot.waitUntil(lambda: "is not plain text" in driver.window.refusal.sentence)
    monkeypatch.setattr(Ask, "files", lambda *_asked: [])
    driver.window.menus.actions["import_encoded"].trigger()
    assert len(driver.workspace.articles) == 1


def test_a_pasted_article_is_shown_and_one_that_is_there_is_gone_to(driver: Driver) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText("贴进来的文章")
    driver.window.menus.actions["paste_article"].trigger()
    assert driver.article.text == "贴进来的文章"
    driver.add(Article.from_text("另一篇"))
    driver.window.menus.actions["next_article"].trigger()
    assert driver.article.text == "另一篇"
    driver.window.menus.actions["paste_article"].trigger()
    # Nothing is wrong, and nothing was lost.
    assert "in the workspace already" in driver.window.notice.sentence
    assert not driver.window.refusal.isVisible()
    assert driver.window.status.saved_text == "Saved"
    assert driver.article.text == "贴进来的文章"
