"""Errors that nobody expected: told once, logged, and nothing is lost."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

from reader.text.article import Article
from reader.ui import diagnostics
from reader.ui.app import welcome
from reader.ui.crash import Guard, begin_run, log_folder
from reader.ui.tasks import Tasks
from reader.user import state_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.ui.dialogs.error_dialog import ErrorDialog
    from reader.ui.tasks import Progress
    from tests.ui.driving import Driver

pytestmark = pytest.mark.qt_no_exception_capture

TEXT = "书屋全年举办活动62场，来了近3万人次。"


class Faulty(QObject):
    """Raises from a slot."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
        self.timer = QTimer(self)
        self.timer.setInterval(5)
        self.timer.timeout.connect(self.fail)

    @Slot()
    def fail(self) -> None:
        raise type(self.error)(*self.error.args)

    @Slot(object)
    def pass_on(self, error: Exception) -> None:
        raise error


@pytest.fixture
def guard(driver: Driver) -> Iterator[Guard]:
    """Return the guard of a window."""
    made = Guard(state_folder())
    made.install()
    made.window = driver.window
    yield made
    if made.dialog is not None:
        made.dialog.reject()
    made.close()


def once(work: Callable[[], object]) -> None:
    QTimer.singleShot(0, work)


def told(bot: QtBot, guard: Guard) -> ErrorDialog:
    bot.waitUntil(lambda: guard.dialog is not None)
    dialog = guard.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def button(dialog: QDialog, words: str) -> QPushButton:
    return next(
        one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words
    )


def press(bot: QtBot, dialog: QDialog, words: str) -> None:
    bot.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)


def test_an_error_in_a_slot_is_told_and_what_was_typed_is_saved(
    driver: Driver, guard: Guard, qtbot: QtBot
) -> None:
    driver.add(Article.from_text(TEXT))
    driver.drag(driver.find("62场"))
    driver.key("1")
    field = driver.window.tags.editor.findChildren(QLineEdit)[0]
    field.setFocus()
    qtbot.keyClicks(field, "62")
    faulty = Faulty(ValueError("the passage 近3万人次 is gone"))
    once(faulty.fail)
    dialog = told(qtbot, guard)
    assert "ValueError: the passage" in dialog.sentence.text()
    annotation = driver.session.annotation
    assert annotation is not None
    assert annotation.attributes["value"] == 62
    press(qtbot, dialog, "Continue")
    assert guard.dialog is None
    # The window goes on.
    with qtbot.waitActive(driver.window):
        driver.window.activateWindow()
    driver.drag(driver.find("书屋"))
    driver.key("2")
    assert len(driver.workspace.annotations) == 2


def test_what_is_being_typed_is_saved_before_the_dialog_takes_the_focus(
    driver: Driver, guard: Guard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[bool] = []
    save = driver.window.commit_pending

    def remember() -> None:
        saved.append(guard.dialog is None)
        save()

    monkeypatch.setattr(driver.window, "commit_pending", remember)
    faulty = Faulty(KeyError("typing"))
    once(faulty.fail)
    told(qtbot, guard)
    assert saved == [True]


def test_the_report_has_versions_counts_and_the_traceback_and_no_text(
    driver: Driver, guard: Guard, qtbot: QtBot
) -> None:
    driver.add(Article.from_text(TEXT))
    faulty = Faulty(ValueError(f"cannot find {TEXT} in 𠮷野家"))
    once(faulty.fail)
    dialog = told(qtbot, guard)
    press(qtbot, dialog, "Details")
    assert "test_crash.py" in dialog.details.toPlainText()
    press(qtbot, dialog, "Copy report")
    report = QGuiApplication.clipboard().text()
    for part in ("Wenmai: 0.1.0", "Python: 3.", "Qt: 6.", "OpenCC: ", "Screens: ", "Theme: light"):
        assert part in report
    assert "Workspace: 1 articles, 0 tags" in report
    assert "raise type(self.error)" in report
    assert "Last lines of the log" in report
    assert not (set(TEXT) - set("0123456789") | set("𠮷野家")) & set(report)


def test_the_same_error_again_only_counts(driver: Driver, guard: Guard, qtbot: QtBot) -> None:
    faulty = Faulty(KeyError("again"))
    faulty.timer.start()
    dialog = told(qtbot, guard)
    qtbot.waitUntil(lambda: guard.troubles[0].count > 20)
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    assert [one for one in dialogs if one.isVisible()] == [dialog]
    press(qtbot, dialog, "Continue")
    before = guard.troubles[0].count
    qtbot.waitUntil(lambda: guard.troubles[0].count > before + 20)
    faulty.timer.stop()
    assert guard.dialog is None
    written = guard.log.path.read_text("utf-8")
    assert written.count("Traceback") == 3


def test_another_error_does_not_open_another_dialog(
    driver: Driver, guard: Guard, qtbot: QtBot
) -> None:
    first, second = Faulty(KeyError("one")), Faulty(ValueError("two"))
    once(first.fail)
    dialog = told(qtbot, guard)
    once(second.fail)
    qtbot.waitUntil(lambda: len(guard.troubles) == 2)
    qtbot.waitUntil(lambda: "of different kinds: 2" in dialog._others.text())
    assert guard.dialog is dialog
    assert "ValueError: two" in guard.report()


def test_an_error_in_a_thread_or_a_destructor_is_told(
    driver: Driver, guard: Guard, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    dialog = told(qtbot, guard)
    assert "RuntimeError: in a thread" in dialog.sentence.text()
    press(qtbot, dialog, "Continue")

    class Dying:
        def __del__(self) -> None:
            raise RuntimeError("at the end")

    Dying()
    gc.collect()
    assert "at the end" in told(qtbot, guard).sentence.text()


def test_an_error_in_a_worker_that_its_asker_does_not_know_is_told(
    driver: Driver, guard: Guard, qtbot: QtBot
) -> None:
    def broken(_progress: Progress) -> None:
        raise ZeroDivisionError("in a worker")

    asker = Faulty(KeyError())
    tasks = Tasks(asker)
    tasks.start(broken, asker.pass_on, asker.pass_on)
    assert "ZeroDivisionError: in a worker" in told(qtbot, guard).sentence.text()
    tasks.close()


def test_work_that_cannot_be_saved_does_not_hide_the_error(
    driver: Driver, guard: Guard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise OSError("no commit")

    monkeypatch.setattr(driver.window, "commit_pending", broken)
    faulty = Faulty(KeyError("first"))
    once(faulty.fail)
    dialog = told(qtbot, guard)
    assert "KeyError" in dialog.sentence.text()
    assert "no commit" in guard.log.path.read_text("utf-8")
    told_there = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("could not be saved" in sentence for sentence in told_there)
    monkeypatch.undo()


def test_quit_closes_the_window(driver: Driver, guard: Guard, qtbot: QtBot) -> None:
    faulty = Faulty(KeyError("end"))
    once(faulty.fail)
    press(qtbot, told(qtbot, guard), "Quit")
    qtbot.waitUntil(lambda: not driver.window.isVisible())


def test_what_qt_says_goes_into_the_log(driver: Driver, guard: Guard) -> None:
    qWarning("a warning of Qt's")
    assert "WARNING qt: a warning of Qt's" in guard.log.path.read_text("utf-8")
    assert any("a warning of Qt's" in line for line in diagnostics.last_lines())
    assert guard.dialog is None


def test_before_there_is_a_window_one_sentence_goes_to_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    guard = Guard(state_folder())
    guard.tell(ValueError("too early\nfor a window"))
    guard.close()
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ValueError: too early for a window" in said
    assert str(log_folder(state_folder())) in said


def test_a_log_that_cannot_be_written_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").touch()
    guard = Guard(tmp_path)
    guard.tell(ValueError("one"))
    guard.tell(ValueError("two"))
    assert len(guard.log.last.lines) == 2
    assert begin_run(tmp_path) is None
    guard.close()
    assert capsys.readouterr().err.count("No log is written") == 1


def test_the_program_tells_of_an_end_that_nobody_saw(driver: Driver, tmp_path: Path) -> None:
    """A process of its own dies as Qt's processes do; the next run finds its report."""
    program = (
        "import faulthandler, pathlib, sys\n"
        "from reader.ui.crash import begin_run\n"
        "run = begin_run(pathlib.Path(sys.argv[1]))\n"
        "if sys.argv[2] == 'die':\n"
        "    faulthandler._sigsegv()\n"
        "found = [path.read_text() for path in run.ended]\n"
        "print(len(found), any('Segmentation' in text for text in found))\n"
        "run.close()\n"
    )

    def start(how: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program, str(tmp_path), how],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    assert start("die").returncode != 0
    assert start("end").stdout.split() == ["1", "True"]
    # It is told of once, and a run that ends as it should leaves nothing.
    assert start("end").stdout.split() == ["0", "False"]
    (report,) = log_folder(tmp_path).glob("*.txt")
    assert report.name.startswith("ended-")
    welcome(driver.window, first=False, ended=[report])
    assert "nothing that was saved is lost" in driver.window.notice.sentence
    assert str(report) in driver.window.notice.sentence
