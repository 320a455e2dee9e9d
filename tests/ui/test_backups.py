"""Backups from the window: made and restored in workers, and once a day unasked."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton

from reader.text.article import Article
from reader.ui.dialogs.messages import Ask
from reader.workspace.backups import backup, rotation
from reader.workspace.backups.backup import BackupError, back_up
from reader.workspace.backups.restoring import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

    from reader.ui.backups import Backups
    from tests.ui.driving import Driver

TEXT = "书屋全年举办活动62场。"


@pytest.fixture
def backups(driver: Driver) -> Backups:
    driver.add(Article.from_text(TEXT))
    driver.drag(driver.find("62场"))
    driver.key("1")
    return driver.window.commands.files.backups


def answer(monkeypatch: pytest.MonkeyPatch, question: str, path: Path | None) -> list[Any]:
    """Answer a dialog with a path; return what it was asked with."""
    asked: list[Any] = []

    def dialog(*words: object) -> Path | None:
        asked.extend(words)
        return path

    monkeypatch.setattr(Ask, question, dialog)
    return asked


def said(driver: Driver) -> str:
    return driver.window.status.currentMessage()


def until(driver: Driver, condition: Callable[[], bool]) -> None:
    driver.bot.waitUntil(condition, timeout=10_000)


def test_a_workspace_is_backed_up_and_restored_from_the_menu(
    driver: Driver, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.zip"
    asked = answer(monkeypatch, "save_file", path)
    driver.window.menus.actions["back_up"].trigger()
    until(driver, lambda: said(driver) == "Backed up 3 files to mine.zip.")
    assert asked[2].name == f"workspace {date.today()}.zip"
    assert verify(path).workspace == driver.workspace.id
    answer(monkeypatch, "file", path)
    begin = answer(monkeypatch, "new_folder", tmp_path / "again")
    driver.window.menus.actions["restore_backup"].trigger()
    until(driver, lambda: driver.workspace.folder == tmp_path / "again")
    assert begin[2] == tmp_path
    assert said(driver) == f"Restored in {tmp_path / 'again'}."
    assert [tag.quote for tag in driver.workspace.annotations.values()] == ["62场"]


@pytest.mark.parametrize("question", ["save_file", "file", "new_folder"])
def test_asking_for_nothing_does_nothing(
    driver: Driver,
    backups: Backups,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    question: str,
) -> None:
    answer(monkeypatch, "file", tmp_path / "w.zip")
    answer(monkeypatch, question, None)
    if question == "save_file":
        backups.back_up()
    else:
        backups.restore()
    assert backups._asked is None


def test_what_cannot_be_written_or_read_is_told(
    driver: Driver, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "save_file", tmp_path / "missing" / "w.zip")
    backups.back_up()
    until(driver, lambda: "could not be written" in driver.window.refusal.sentence)
    answer(monkeypatch, "file", tmp_path / "missing.zip")
    answer(monkeypatch, "new_folder", tmp_path / "again")
    backups.restore()
    until(driver, lambda: "missing.zip could not be read" in driver.window.refusal.sentence)
    # It was no edit that was refused.
    assert driver.window.status.saved_text == "Saved"
    assert backups._asked is None


def test_a_file_that_is_not_in_it_is_told(
    driver: Driver, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (driver.workspace.folder / "articles" / "gone.json").symlink_to("nowhere")
    told: list[Any] = []
    monkeypatch.setattr(Ask, "tell", lambda *words: told.extend(words))
    answer(monkeypatch, "save_file", tmp_path / "w.zip")
    backups.back_up()
    until(driver, lambda: bool(told))
    assert told[2] == "Backed up 3 files to w.zip."
    assert "articles/gone.json" in told[3][0]


def test_a_long_one_shows_how_far_it_is_and_can_be_cancelled(
    driver: Driver, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(
        folder: Path, target: Path, step: Callable[[int, int], None], *, beside: tuple[Path, ...]
    ) -> object:
        step(1, 4)
        begun.set()
        go_on.wait(10)
        return back_up(folder, target, step, beside=beside)

    monkeypatch.setattr(backup, "back_up", slow)
    path = tmp_path / "w.zip"
    answer(monkeypatch, "save_file", path)
    backups.back_up()
    until(driver, begun.is_set)
    bar = driver.window.status.findChild(QProgressBar)
    assert bar is not None
    until(driver, lambda: bar.isVisible() and bar.value() == 250)
    backups.back_up()
    assert driver.window.refusal.sentence.startswith("A backup is under way")
    cancel = driver.window.status.findChild(QPushButton)
    assert cancel is not None
    cancel.click()
    go_on.set()
    until(driver, lambda: said(driver) == "Nothing was written.")
    assert bar.isHidden()
    assert not path.exists()
    backups.cancel()


def test_the_first_opening_of_a_day_is_backed_up_without_waiting_for_it(
    driver: Driver, backups: Backups
) -> None:
    folder = driver.workspace.folder
    path = folder / "backups" / f"{date.today()}.zip"
    assert not path.exists()
    assert backups._timer.isActive()
    backups.back_up_today()
    until(driver, path.exists)
    driver.window._tasks.close()
    before = path.read_bytes()
    backups.back_up_today()
    driver.window._tasks.close()
    assert path.read_bytes() == before


def test_closing_renews_it_where_something_changed(driver: Driver, backups: Backups) -> None:
    folder = driver.workspace.folder
    path = folder / "backups" / f"{date.today()}.zip"
    path.parent.mkdir()
    path.write_bytes(b"of the morning")
    driver.window.close()
    assert len(verify(path).files) == 3
    path.write_bytes(b"of the morning")
    assert driver.session.open(folder)
    driver.window.close()
    assert path.read_bytes() == b"of the morning"


def test_opening_another_workspace_renews_that_of_the_one_left(
    driver: Driver, backups: Backups, tmp_path: Path
) -> None:
    path = driver.workspace.folder / "backups" / f"{date.today()}.zip"
    assert driver.session.create(tmp_path / "another")
    until(driver, path.exists)
    driver.window._tasks.close()
    assert len(verify(path).files) == 3


def test_where_damage_was_found_no_backup_is_replaced(driver: Driver, backups: Backups) -> None:
    folder = driver.workspace.folder
    path = folder / "backups" / f"{date.today()}.zip"
    path.parent.mkdir()
    path.write_bytes(b"whole")
    (article,) = (folder / "articles").iterdir()
    article.write_bytes(b"")
    assert driver.session.open(folder)
    driver.window._tasks.close()
    path.write_bytes(b"whole")
    driver.add(Article.from_text("书屋。"))
    driver.window.close()
    assert path.read_bytes() == b"whole"


def test_one_that_fails_is_told_and_the_window_closes_all_the_same(
    driver: Driver, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise BackupError("the disk is full")

    monkeypatch.setattr(rotation, "back_up_daily", fail)
    backups.back_up_today()
    until(driver, lambda: driver.window.refusal.sentence == "the disk is full")
    driver.window.close()
    assert driver.window.isHidden()


def test_a_backup_is_chosen_in_a_dialog_of_one_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QFileDialog.FileMode] = []

    def execute(dialog: QFileDialog) -> int:
        seen.append(dialog.fileMode())
        return 0

    monkeypatch.setattr(QFileDialog, "exec", execute)
    assert Ask.file(None, "Restore backup", "Backup (*.zip)") is None
    assert seen == [QFileDialog.FileMode.ExistingFile]
