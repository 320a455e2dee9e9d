"""The export dialog, and the dialogs of Qt's behind it, as mouse and keys meet them."""

from __future__ import annotations

import csv
import errno
import json
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QWidget,
)

from reader.exporters import Export, Exporter, exporters
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.dialogs.export_job import Candidates, Scope, Writing
from reader.ui.dialogs.messages import Ask
from reader.ui.documents import documents
from reader.ui.tasks import Progress, Tasks
from tests.ui.exporting import (
    LEFT,
    LIGHT,
    Opened,
    W,
    last_export,
    open_workspace,
    session_on_articles,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from reader.ui.session import Session

# The platform without a screen says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def session_with_articles(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """Return a session on two articles with five tags; the first article is shown."""
    with session_on_articles(tmp_path, monkeypatch) as session:
        yield session


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Return the door to worker threads."""
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def opened(session_with_articles: Session, tasks: Tasks, qtbot: QtBot) -> Opened:
    """Return a dialog without a selection of tags."""
    return Opened(session_with_articles, tasks, qtbot)


# What is chosen


def test_the_sentence_counts_what_the_choice_amounts_to(opened: Opened) -> None:
    assert opened.sentence == "5 tags will be written."
    opened.click(QCheckBox, "metricKind")
    assert opened.sentence == "2 tags will be written."
    opened.click(QCheckBox, "honourKind")
    assert opened.sentence == "1 tag will be written."
    opened.click(QCheckBox, "programmeKind")
    assert opened.sentence == "There is no such tag; choose other tags or kinds."
    assert not opened.button("Export").isEnabled()
    opened.click(QCheckBox, "metricKind")
    assert opened.sentence == "3 tags will be written."
    opened.click(QRadioButton, "articleScope")
    assert opened.sentence == "2 tags will be written."
    assert opened.button("Export").isEnabled()


def test_selected_tags_are_offered_only_where_some_are_given(
    session_with_articles: Session, tasks: Tasks, qtbot: QtBot, opened: Opened
) -> None:
    assert opened.dialog.findChild(QRadioButton, "selectedScope") is None
    assert opened.part(QRadioButton, "workspaceScope").isChecked()
    ids = list(open_workspace(session_with_articles).annotations)[1:4]
    other = Opened(session_with_articles, tasks, qtbot, [*ids, "gone", ids[0]])
    selected = other.part(QRadioButton, "selectedScope")
    assert selected.isChecked()
    assert selected.text() == "Selected tags (3)"
    assert other.sentence == "3 tags will be written."
    other.click(QCheckBox, "metricKind")
    assert other.sentence == "2 tags will be written."
    other.click(QRadioButton, "workspaceScope")
    assert other.sentence == "2 tags will be written."


def test_the_article_is_named_and_cannot_be_chosen_where_none_is_shown(
    session_with_articles: Session, tasks: Tasks, qtbot: QtBot, opened: Opened
) -> None:
    assert opened.part(QRadioButton, "articleScope").text() == "This article: 书屋的灯 && 河"
    session_with_articles.show_article(None)
    other = Opened(session_with_articles, tasks, qtbot)
    article = other.part(QRadioButton, "articleScope")
    assert article.text() == "This article"
    assert not article.isEnabled()


def test_regional_vocabulary_can_be_had_where_a_region_has_its_own(opened: Opened) -> None:
    regional = opened.part(QCheckBox, "exportRegional")
    enabled = []
    for row in range(opened.part(QComboBox, "exportScript").count()):
        opened.choose("exportScript", row)
        enabled.append(regional.isEnabled())
    assert enabled == [False, True, False, True, True]


def test_the_suffix_follows_the_format(opened: Opened, tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    assert opened.file.text() == str(documents / "workspace tags.csv")
    opened.choose_format("json")
    assert opened.file.text() == str(documents / "workspace tags.json")
    opened.name(tmp_path / "tags.txt")
    opened.choose("exportFormat", 0)
    assert opened.file.text() == str(tmp_path / "tags.txt")
    opened.name("")
    opened.bot.keyClick(opened.file, Qt.Key.Key_Backspace)
    opened.choose_format("json")
    assert opened.file.text() == ""
    assert not opened.button("Export").isEnabled()


def test_the_format_follows_the_suffix_that_is_typed(opened: Opened, tmp_path: Path) -> None:
    opened.name(tmp_path / "tags.JSON")
    opened.bot.keyClick(opened.file, Qt.Key.Key_Tab)
    assert opened.part(QComboBox, "exportFormat").currentData().name == "json"
    assert opened.file.text() == str(tmp_path / "tags.JSON")
    # Another format of the same suffix stays.
    opened.choose_format("label-studio")
    opened.name(tmp_path / "tasks.json")
    opened.bot.keyClick(opened.file, Qt.Key.Key_Tab)
    assert opened.part(QComboBox, "exportFormat").currentData().name == "label-studio"
    opened.name(tmp_path / "tags.txt")
    opened.bot.keyClick(opened.file, Qt.Key.Key_Tab)
    assert opened.part(QComboBox, "exportFormat").currentData().name == "label-studio"


@pytest.mark.parametrize(
    ("key", "name"),
    [("F", "exportFormat"), ("Q", "exportScript"), ("I", "exportFile")],
)
def test_an_access_key_goes_to_its_field(opened: Opened, key: str, name: str) -> None:
    opened.button("Cancel").setFocus()
    opened.bot.keyClick(opened.dialog, key, Qt.KeyboardModifier.AltModifier)
    focus = opened.dialog.focusWidget()
    assert focus is not None
    assert focus.objectName() == name


# What is written


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tags_chosen_are_written_and_the_dialog_says_so(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "tags.csv"
    opened.name(path)
    opened.click(QCheckBox, "programmeKind")
    opened.export()
    assert opened.sentence == "Wrote 4 tags to tags.csv."
    assert opened.part(QLabel, "exportSentence").toolTip() == str(path)
    assert [row["quote"] for row in rows_of(path)] == ["62场", "近9万人次", "最美书屋", "四十場"]
    assert rows_of(path)[0]["article"] == "书屋的灯 & 河"
    assert opened.says() == ["Close"]
    assert not opened.file.isEnabled()
    opened.bot.keyClick(opened.button("Close"), Qt.Key.Key_Return)
    opened.bot.waitUntil(lambda: not QApplication.activeModalWidget())


def test_the_rows_come_in_the_order_of_the_articles_and_their_words(
    session_with_articles: Session, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    ids = list(open_workspace(session_with_articles).annotations)[::-1]
    opened = Opened(session_with_articles, tasks, qtbot, ids)
    opened.name(tmp_path / "tags.csv")
    opened.export()
    quotes = [row["quote"] for row in rows_of(tmp_path / "tags.csv")]
    assert quotes == ["62场", "近9万人次", "最美书屋", "网络", "四十場"]


def test_one_article_is_written_in_another_script_beside_the_source(
    opened: Opened, tmp_path: Path
) -> None:
    opened.choose("exportScript", 3)
    opened.click(QRadioButton, "articleScope")
    for regional, network in ((False, "網絡"), (True, "網路")):
        path = tmp_path / f"tags-{regional}.csv"
        if regional:
            opened = Opened(opened.session, opened.dialog._tasks, opened.bot)
            opened.choose("exportScript", 3)
            opened.click(QRadioButton, "articleScope")
            opened.click(QCheckBox, "exportRegional")
        opened.name(path)
        opened.export()
        pairs = [(row["quote"], row["quote_zh-Hant-TW"]) for row in rows_of(path)]
        assert len(pairs) == 4
        assert ("网络", network) in pairs


def test_regional_vocabulary_is_left_alone_where_it_cannot_be_had(
    opened: Opened, tmp_path: Path
) -> None:
    opened.choose("exportScript", 3)
    opened.click(QCheckBox, "exportRegional")
    opened.choose("exportScript", 2)
    opened.choose_format("json")
    opened.name(tmp_path / "tags.json")
    opened.export()
    views = [
        one["view"]
        for one in json.loads((tmp_path / "tags.json").read_text("utf-8"))["annotations"]
    ]
    assert {view["script"] for view in views} == {"zh-Hant"}
    assert "網絡" in {view["quote"] for view in views}


def test_the_words_are_corrected_as_the_window_shows_them(opened: Opened, tmp_path: Path) -> None:
    assert opened.session.glossaries.correct("网络", "網際")
    opened.choose("exportScript", 3)
    opened.name(tmp_path / "tags.csv")
    opened.export()
    quotes = {row["quote_zh-Hant-TW"] for row in rows_of(tmp_path / "tags.csv")}
    assert "網際" in quotes


def test_one_tag_is_one_tag(opened: Opened, tmp_path: Path) -> None:
    opened.click(QCheckBox, "metricKind")
    opened.click(QCheckBox, "honourKind")
    opened.name(tmp_path / "tags.csv")
    opened.export()
    assert opened.sentence == "Wrote 1 tag to tags.csv."


def test_tags_of_a_kind_that_the_tag_set_lost_go_with_all_kinds(
    session_with_articles: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    folder = open_workspace(session_with_articles).folder
    session_with_articles.close()
    manifest = json.loads((folder / "workspace.json").read_text("utf-8"))
    manifest["tag_set"]["kinds"] = manifest["tag_set"]["kinds"][:1]
    (folder / "workspace.json").write_text(json.dumps(manifest), "utf-8")
    assert session_with_articles.open(folder)
    opened = Opened(session_with_articles, tasks, qtbot)
    assert opened.sentence == "5 tags will be written."
    opened.click(QCheckBox, "metricKind")
    assert not opened.button("Export").isEnabled()


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("tags", "Documents/tags.csv"),
        ("new/tags.csv", None),
        ("~/tags.csv", "tags.csv"),
        ("~nobody-of-that-name/tags.csv", None),
        ("tags.txt", "Documents/tags.txt"),
    ],
)
def test_a_name_alone_means_a_file_among_the_documents(
    opened: Opened, tmp_path: Path, written: str, place: str | None
) -> None:
    opened.name(written)
    opened.export()
    if place is None:
        assert "could not be written" in opened.sentence
    else:
        assert (tmp_path / place).is_file()
        assert opened.sentence == f"Wrote 5 tags to {Path(place).name}."


def test_the_next_export_begins_with_the_format_and_folder_of_the_last(
    opened: Opened, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    session, tasks = opened.session, opened.dialog._tasks

    def begins() -> tuple[str, str]:
        other = Opened(session, tasks, opened.bot)
        return other.part(QComboBox, "exportFormat").currentData().name, other.file.text()

    opened.choose_format("w3c")
    opened.name(away / "first.jsonld")
    # What was not written is not remembered.
    assert begins() == ("csv", str(tmp_path / "Documents" / "workspace tags.csv"))
    opened.export()
    assert begins() == ("w3c", str(away / "workspace tags.jsonld"))
    # So does a name that is typed alone.
    other = Opened(session, tasks, opened.bot)
    other.name("second")
    other.export()
    assert (away / "second.jsonld").is_file()
    (away / "second.jsonld").unlink()
    (away / "first.jsonld").unlink()
    away.rmdir()
    assert begins() == ("w3c", str(tmp_path / "Documents" / "workspace tags.jsonld"))


def test_a_folder_that_does_not_answer_is_not_waited_for(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.name(tmp_path / "tags.csv")
    opened.export()

    def stale(path: Path) -> bool:
        if path == tmp_path:
            raise OSError(errno.ESTALE, "Stale file handle")
        return os.path.isdir(path)  # noqa: PTH112

    monkeypatch.setattr(Path, "is_dir", stale)
    other = Opened(opened.session, opened.dialog._tasks, opened.bot)
    assert other.file.text() == str(tmp_path / "Documents" / "workspace tags.csv")


# What goes wrong


def test_a_file_that_cannot_be_written_is_said_and_the_dialog_stays(
    opened: Opened, tmp_path: Path
) -> None:
    opened.name(tmp_path / "nowhere" / "tags.csv")
    opened.export()
    assert str(tmp_path / "nowhere" / "tags.csv") in opened.sentence
    label = opened.part(QLabel, "exportSentence")
    assert label.palette().windowText().color().name() == LIGHT.danger
    assert opened.says() == ["Export", "Cancel"]
    assert opened.file.isEnabled()
    opened.name(tmp_path / "tags.csv")
    assert opened.sentence == "5 tags will be written."
    assert label.palette().windowText().color().name() == LIGHT.ink
    opened.export()
    assert opened.sentence == "Wrote 5 tags to tags.csv."


def test_nothing_is_written_into_the_folder_of_the_workspace(
    opened: Opened, tmp_path: Path
) -> None:
    before = (tmp_path / "workspace" / "workspace.json").read_bytes()
    for name in ("workspace.json", "new.json", "../Documents/../workspace/articles/new.json"):
        opened.name(f"{tmp_path}/Documents/../workspace/{name}")
        opened.export()
        assert "choose another folder" in opened.sentence
    assert (tmp_path / "workspace" / "workspace.json").read_bytes() == before
    assert not (tmp_path / "workspace" / "new.json").exists()


def test_a_file_that_is_there_is_replaced_only_where_the_user_says_so(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tags.csv"
    path.write_text("old", "utf-8")
    asked: list[str] = []
    answers = [False, True]

    def confirm(_parent: QWidget, _title: str, sentence: str, action_label: str) -> bool:
        asked.append(f"{sentence} {action_label}")
        return answers.pop(0)

    monkeypatch.setattr(Ask, "confirm", confirm)
    opened.name(path)
    opened.export()
    assert path.read_text("utf-8") == "old"
    assert opened.sentence == "5 tags will be written."
    opened.export()
    assert len(rows_of(path)) == 5
    assert len(asked) == 2
    assert "tags.csv" in asked[0]
    assert asked[0].endswith("Replace")


def test_a_file_from_the_file_dialog_is_not_asked_about_again(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tags.csv"
    path.write_text("old", "utf-8")
    suggested: list[tuple[Path, str]] = []
    chosen: list[Path | None] = [None, path]

    def save_file(_parent: QWidget, _title: str, suggestion: Path, filters: str) -> Path | None:
        suggested.append((suggestion, filters))
        return chosen.pop(0)

    monkeypatch.setattr(Ask, "save_file", save_file)
    monkeypatch.setattr(Ask, "confirm", lambda *_args: pytest.fail("asked again"))
    opened.click(QPushButton, "exportBrowse")
    assert opened.file.text() == str(tmp_path / "Documents" / "workspace tags.csv")
    opened.click(QPushButton, "exportBrowse")
    assert opened.file.text() == str(path)
    assert suggested[0] == (
        tmp_path / "Documents" / "workspace tags.csv",
        "CSV table (*.csv)",
    )
    opened.export()
    assert len(rows_of(path)) == 5


class Slow:
    """A format that writes a piece and then waits."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def chunks(self, _export: Export) -> Iterator[bytes]:
        yield b"the first piece"
        self.begun.set()
        assert self.go_on.wait(20)
        yield b"the second"


def write_slowly(opened: Opened, path: Path) -> Slow:
    """Begin to write; return what holds it up."""
    slow = Slow()
    exporter = Exporter("slow", "Slow", ".csv", slow.chunks)
    opened.part(QComboBox, "exportFormat").setItemData(0, exporter)
    opened.name(path)
    opened.bot.mouseClick(opened.button("Export"), LEFT)
    assert slow.begun.wait(20)
    return slow


def test_while_it_writes_only_cancel_can_be_pressed(opened: Opened, tmp_path: Path) -> None:
    slow = write_slowly(opened, tmp_path / "tags.csv")
    assert opened.sentence == "Writing tags.csv…"
    assert opened.part(QProgressBar).isVisible()
    assert not opened.file.isEnabled()
    assert not opened.button("Export").isEnabled()
    assert opened.button("Cancel").isEnabled()
    slow.go_on.set()
    opened.bot.waitUntil(lambda: opened.says() == ["Close"])
    assert (tmp_path / "tags.csv").read_bytes() == b"the first piecethe second"


@pytest.mark.parametrize("way", ["button", "key", "window"])
def test_cancelling_stops_the_writing_and_leaves_what_was_there(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(Ask, "confirm", lambda *_args: True)
    path = tmp_path / "tags.csv"
    path.write_text("old", "utf-8")
    slow = write_slowly(opened, path)
    if way == "button":
        opened.bot.mouseClick(opened.button("Cancel"), LEFT)
    elif way == "key":
        opened.bot.keyClick(opened.dialog, Qt.Key.Key_Escape)
    else:
        opened.dialog.close()
    assert opened.dialog.isVisible()
    slow.go_on.set()
    opened.bot.waitUntil(lambda: opened.sentence == "Nothing was written.")
    assert path.read_text("utf-8") == "old"
    assert sorted(one.name for one in tmp_path.glob("*.part")) == []
    assert opened.button("Export").isEnabled()
    opened.bot.mouseClick(opened.button("Cancel"), LEFT)
    opened.bot.waitUntil(lambda: not opened.window.findChildren(ExportDialog))


def test_a_fault_of_the_program_is_said_and_not_swallowed(opened: Opened, tmp_path: Path) -> None:
    def chunks(_export: Export) -> Iterator[bytes]:
        yield b""
        raise RuntimeError

    exporter = Exporter("bad", "Bad", ".csv", chunks)
    opened.part(QComboBox, "exportFormat").setItemData(0, exporter)
    opened.name(tmp_path / "tags.csv")
    with opened.bot.captureExceptions() as caught:
        opened.export()
    assert [kind for kind, *_ in caught] == [RuntimeError]
    assert opened.sentence == "The export failed, and nothing was written."
    assert not (tmp_path / "tags.csv").exists()


def test_the_writing_is_a_task_that_can_be_stopped_between_two_pieces(
    session_with_articles: Session, tmp_path: Path
) -> None:
    workspace = open_workspace(session_with_articles)
    ids = list(workspace.annotations)[::-1]
    rows = Candidates(workspace, None, ids).rows(Scope.SELECTED, {"metric"})
    export = Export(tuple(rows), workspace.tag_set, workspace.id, workspace.now())
    exporter = exporters()[0]
    path = tmp_path / "tags.csv"
    assert Writing(exporter, export, path).run(Progress()) == 3
    assert [row["quote"] for row in rows_of(path)] == ["62场", "近9万人次", "四十場"]
    before = path.read_bytes()
    stopped = Progress()
    stopped.cancel()
    assert Writing(exporter, export, path).run(stopped) is None
    assert path.read_bytes() == before


def test_the_dialog_runs_until_it_is_closed(
    session_with_articles: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    seen: list[bool] = []

    def leave() -> None:
        dialog = cast("QWidget", QApplication.activeModalWidget())
        seen.append(isinstance(dialog, ExportDialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, leave)
    last = last_export(session_with_articles)
    ExportDialog.run(window, session_with_articles, tasks, LIGHT, last, [])
    assert seen == [True]
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))


# The dialogs of Qt's


def meanwhile(kind: type[W], act: Callable[[W], object]) -> None:
    """Act on the modal dialog of a type once it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)

    QTimer.singleShot(0, look)


def accept(name: str) -> Callable[[QFileDialog], object]:
    """Return what writes a name into a file dialog and accepts it."""

    def act(dialog: QFileDialog) -> None:
        field = cast("QLineEdit", dialog.findChild(QLineEdit, "fileNameEdit"))
        field.setText(name)
        dialog.accept()

    return act


def cancel(dialog: QDialog) -> None:
    """Cancel a dialog."""
    dialog.reject()


@pytest.fixture(autouse=True)
def _nowhere_visited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ask, "_visited", None)


def test_a_folder_that_is_there_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    meanwhile(QFileDialog, accept("here"))
    assert Ask.folder(None, "Open", tmp_path) == tmp_path / "here"
    meanwhile(QFileDialog, cancel)
    assert Ask.folder(None, "Open", tmp_path) is None


def test_a_folder_to_be_made_is_asked_for_by_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    meanwhile(QFileDialog, accept("new"))
    folder = Ask.new_folder(None, "New", tmp_path)
    assert folder == tmp_path / "new"
    assert not folder.exists()
    meanwhile(QFileDialog, cancel)
    assert Ask.new_folder(None, "New", tmp_path) is None


def test_several_files_are_asked_for_where_the_last_ones_were(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    other = tmp_path / "other"
    other.mkdir()
    for name in ("one.txt", "two.txt"):
        (other / name).touch()
    filters = "Text (*.txt);;All files (*)"
    starts: list[str] = []

    def act(dialog: QFileDialog) -> None:
        starts.append(dialog.directory().absolutePath())
        assert dialog.nameFilters() == ["Text (*.txt)", "All files (*)"]
        dialog.setDirectory(str(other))
        accept('"one.txt" "two.txt"')(dialog)

    meanwhile(QFileDialog, act)
    assert Ask.files(None, "Import", filters) == [other / "one.txt", other / "two.txt"]
    meanwhile(QFileDialog, act)
    Ask.files(None, "Import", filters)
    assert starts == [str(tmp_path), str(other)]
    meanwhile(QFileDialog, cancel)
    assert Ask.files(None, "Import", filters) == []


def test_a_file_to_write_gets_the_suffix_of_the_suggestion(qtbot: QtBot, tmp_path: Path) -> None:
    names: list[str] = []

    def act(dialog: QFileDialog) -> None:
        field = cast("QLineEdit", dialog.findChild(QLineEdit, "fileNameEdit"))
        names.append(field.text())
        accept("other")(dialog)

    meanwhile(QFileDialog, act)
    chosen = Ask.save_file(None, "Export", tmp_path / "tags.csv", "CSV table (*.csv)")
    assert names == ["tags.csv"]
    assert chosen == tmp_path / "other.csv"


def test_a_line_of_text_is_asked_for(qtbot: QtBot) -> None:
    def act(dialog: QInputDialog) -> None:
        assert dialog.textValue() == "旧题"
        dialog.setTextValue("新题")
        dialog.accept()

    meanwhile(QInputDialog, act)
    assert Ask.text(None, "Rename", "Title", "旧题") == "新题"
    meanwhile(QInputDialog, cancel)
    assert Ask.text(None, "Rename", "Title", "旧题") is None


def test_to_agree_takes_the_button_that_names_the_action(qtbot: QtBot) -> None:
    def agree(box: QMessageBox) -> None:
        assert box.text() == "<b>A & B</b> goes."
        assert box.textFormat() is Qt.TextFormat.PlainText
        button = next(one for one in box.buttons() if one.text() == "Remove")
        qtbot.mouseClick(button, LEFT)

    def press(key: Qt.Key) -> Callable[[QMessageBox], object]:
        return lambda box: qtbot.keyClick(box, key)

    meanwhile(QMessageBox, agree)
    assert Ask.confirm(None, "Remove article", "<b>A & B</b> goes.", "Remove")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        meanwhile(QMessageBox, press(key))
        assert not Ask.confirm(None, "Remove article", "It goes.", "Remove")


def test_few_details_are_told_at_once_and_many_folded_away(qtbot: QtBot) -> None:
    told: list[tuple[str, str, str]] = []

    def act(box: QMessageBox) -> None:
        told.append((box.text(), box.informativeText(), box.detailedText()))
        qtbot.keyClick(box, Qt.Key.Key_Return)

    lines = [f"line {number}" for number in range(9)]
    for details in ([], lines[:8], lines):
        meanwhile(QMessageBox, act)
        Ask.tell(None, "Import", "Told.", details)
    assert told == [
        ("Told.", "", ""),
        ("Told.", "\n".join(lines[:8]), ""),
        ("Told.", "", "\n".join(lines)),
    ]


def test_a_file_is_offered_in_a_folder_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert documents() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert documents() == tmp_path / "Documents"


def test_the_next_dialog_begins_where_a_typed_path_led(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    away = tmp_path / "away"
    away.mkdir()
    meanwhile(QFileDialog, accept(str(away / "new")))
    assert Ask.new_folder(None, "New", tmp_path) == away / "new"
    seen: list[str] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(dialog.directory().absolutePath())
        dialog.reject()

    meanwhile(QFileDialog, look)
    assert Ask.files(None, "Import", "All files (*)") == []
    assert seen == [str(away)]
