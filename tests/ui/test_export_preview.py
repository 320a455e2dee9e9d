"""The export dialog shows how the file will begin, what it cannot hold, and writes every format."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTableWidget,
)

from reader.annotation.operation import AnnotationEdit
from reader.exporters import (
    NAMES,
    Export,
    Exporter,
    ExportError,
    Table,
    exporter_named,
    exporters,
    select,
)
from reader.exporters import exporter as exporter_module
from reader.text.article import Article
from reader.text.span import Span
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.dialogs.export_job import Candidates, Look, Narrowing, Scope, Writing
from reader.ui.dialogs.export_preview import ExportPreview
from reader.ui.tasks import Progress, Tasks
from reader.workspace import editing
from tests.ui.exporting import (
    BOOKS,
    LEFT,
    LIGHT,
    Opened,
    open_workspace,
    session_on_articles,
    tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.exporters import ExportRow
    from reader.ui.session import Session
    from tests.ui.driving import Driver

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def session(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """Return a session on two articles with five tags; the first article is shown."""
    with session_on_articles(tmp_path, monkeypatch) as session:
        yield session


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Iterator[Opened]:
    """Return a dialog that is shown."""
    tasks = Tasks()
    yield Opened(session, tasks, qtbot)
    tasks.close()


def table(opened: Opened) -> list[dict[str, str]]:
    """Return the rows of the preview once they are there, by their columns."""
    shown = opened.part(QTableWidget, "previewTable")
    opened.bot.waitUntil(shown.isVisible)
    names = [
        item.text() for n in range(shown.columnCount()) if (item := shown.horizontalHeaderItem(n))
    ]
    return [
        {
            name: item.text()
            for column, name in enumerate(names)
            if (item := shown.item(row, column)) is not None
        }
        for row in range(shown.rowCount())
    ]


def quotes(opened: Opened) -> list[str]:
    return [row["quote"] for row in table(opened)]


def write_words(opened: Opened, words: str) -> None:
    """Write words as an input method does."""
    field = opened.part(QLineEdit, "exportWords")
    field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def test_the_first_tags_are_shown_as_the_table_will_have_them(opened: Opened) -> None:
    opened.bot.waitUntil(lambda: len(table(opened)) == 5)
    (first, *_) = table(opened)
    assert (first["quote"], first["kind_label"], first["start"]) == ("62场", "Metric", "15")
    assert quotes(opened)[-1] == "四十場"
    opened.choose("exportScript", 3)
    opened.bot.waitUntil(lambda: "quote_zh-Hant-TW" in table(opened)[0])
    assert table(opened)[3]["quote_zh-Hant-TW"] == "網絡"
    opened.click(QCheckBox, "exportRegional")
    opened.bot.waitUntil(lambda: table(opened)[3]["quote_zh-Hant-TW"] == "網路")


def test_the_preview_follows_kinds_and_articles(opened: Opened) -> None:
    opened.click(QCheckBox, "metricKind")
    opened.bot.waitUntil(lambda: quotes(opened) == ["最美书屋", "网络"])
    opened.click(QCheckBox, "metricKind")
    opened.click(QRadioButton, "articleScope")
    opened.bot.waitUntil(lambda: quotes(opened) == ["62场", "近9万人次", "最美书屋", "网络"])
    for kind in ("metricKind", "programmeKind", "honourKind"):
        opened.click(QCheckBox, kind)
    sentence = opened.part(QLabel, "previewSentence")
    opened.bot.waitUntil(sentence.isVisible)
    assert sentence.text() == "Nothing to show"


def test_a_format_that_is_a_text_is_shown_as_one(opened: Opened) -> None:
    opened.choose_format("jsonl")
    text = opened.part(QPlainTextEdit, "previewText")
    opened.bot.waitUntil(text.isVisible)
    lines = text.toPlainText().splitlines()
    assert len(lines) == 5
    assert '"quote": "62场"' in lines[0]
    assert max(map(len, lines)) <= 400
    assert text.isReadOnly()
    opened.choose_format("csv")
    opened.bot.waitUntil(lambda: len(table(opened)) == 5)


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_shown_and_written_from_the_window(
    opened: Opened, tmp_path: Path, name: str
) -> None:
    exporter = exporter_named(name)
    assert exporter is not None
    opened.choose_format(name)
    assert opened.part(QLabel, "exportLimits").text() == exporter.limits
    preview = opened.part(ExportPreview)
    shown = (QTableWidget, QPlainTextEdit)
    opened.bot.waitUntil(lambda: isinstance(preview.currentWidget(), shown), timeout=20_000)
    path = tmp_path / f"tags{exporter.suffix}"
    opened.name(path)
    opened.export()
    assert opened.sentence == f"Wrote 5 tags to {path.name}."
    assert path.stat().st_size > 100


def test_words_narrow_what_is_shown_counted_and_written(opened: Opened, tmp_path: Path) -> None:
    workspace = open_workspace(opened.session)
    tag = next(one for one in workspace.annotations.values() if one.quote == "62场")
    opened.session.apply(editing.describe(workspace, tag.id, note="講座"))
    write_words(opened, "讲座")
    assert opened.sentence == "Counting the tags…"
    assert not opened.button("Export").isEnabled()
    opened.bot.waitUntil(lambda: opened.sentence == "1 tag will be written.")
    assert quotes(opened) == ["62场"]
    opened.name(tmp_path / "tags.csv")
    opened.export()
    with (tmp_path / "tags.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == ["62场"]


def test_words_that_no_tag_has_leave_nothing_to_write(opened: Opened) -> None:
    write_words(opened, "无此词")
    sentence = "There is no such tag; choose other tags or kinds."
    opened.bot.waitUntil(lambda: opened.sentence == sentence)
    assert not opened.button("Export").isEnabled()
    field = opened.part(QLineEdit, "exportWords")
    opened.bot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.bot.keyClick(field, Qt.Key.Key_Delete)
    assert opened.sentence == "5 tags will be written."
    assert opened.button("Export").isEnabled()
    opened.bot.waitUntil(lambda: len(table(opened)) == 5)


def test_the_tags_of_one_author_are_written(opened: Opened, tmp_path: Path) -> None:
    workspace = open_workspace(opened.session)
    operation = editing.tag(workspace, next(iter(workspace.articles)), Span(0, 2), "metric")
    (edit,) = operation.edits
    assert isinstance(edit, AnnotationEdit)
    assert edit.after is not None
    by_mei = replace(edit, after=replace(edit.after, author="mei"))
    opened.session.apply(replace(operation, edits=(by_mei,)))
    people = opened.part(QComboBox, "exportAuthor")
    assert people.count() == 1
    people.setFocus()
    assert [people.itemText(n) for n in range(people.count())] == ["Everybody", "mei", "tester"]
    opened.choose("exportAuthor", 1)
    opened.bot.waitUntil(lambda: opened.sentence == "1 tag will be written.")
    assert quotes(opened) == ["书屋"]
    opened.choose("exportAuthor", 2)
    opened.bot.waitUntil(lambda: opened.sentence == "5 tags will be written.")


def test_the_tags_that_the_table_shows_can_be_written(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = open_workspace(session)
    shown = [one.id for one in workspace.annotations.values() if one.kind == "metric"]
    tasks = Tasks()
    opened = Opened(session, tasks, qtbot, listed=shown)
    listed = opened.part(QRadioButton, "listedScope")
    assert listed.text() == "Tags that the table's filters show (3)"
    assert listed.isChecked()
    opened.bot.waitUntil(lambda: quotes(opened) == ["62场", "近9万人次", "四十場"])
    opened.name(tmp_path / "tags.csv")
    opened.export()
    assert opened.sentence == "Wrote 3 tags to tags.csv."
    tasks.close()


def test_the_popup_of_the_authors_looks_who_there_is(opened: Opened) -> None:
    people = opened.part(QComboBox, "exportAuthor")
    people.showPopup()
    people.hidePopup()
    assert [people.itemText(n) for n in range(people.count())] == ["Everybody", "tester"]
    people.showPopup()
    people.hidePopup()
    assert people.count() == 2


def test_a_format_whose_library_is_missing_says_what_to_install(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporter_module, "find_spec", lambda _: None)
    tasks = Tasks()
    opened = Opened(session, tasks, qtbot)
    formats = opened.part(QComboBox, "exportFormat")
    texts = [formats.itemText(n) for n in range(formats.count())]
    assert [text for text in texts if text.endswith(", to be installed")] == [
        "Parquet table (*.parquet), to be installed",
        "spaCy DocBin (*.spacy), to be installed",
    ]
    opened.choose_format("parquet")
    sentence = 'Parquet table needs the extra “parquet”: pip install "wenmai[parquet]"'
    assert opened.part(QLabel, "exportLimits").text() == sentence
    said = opened.part(QLabel, "previewSentence")
    opened.bot.waitUntil(lambda: said.isVisible() and said.text() == sentence)
    assert not opened.button("Export").isEnabled()
    opened.choose_format("csv")
    assert opened.button("Export").isEnabled()
    tasks.close()


def test_what_a_format_cannot_hold_is_told_of_before_it_is_written(opened: Opened) -> None:
    def refuses(_: Export) -> Table:
        msg = "One tag is too much."
        raise ExportError(msg)

    picky = Exporter("picky", "Picky", ".csv", lambda _: iter([b""]), preview=refuses)
    opened.part(QComboBox, "exportFormat").setItemData(1, picky)
    opened.choose("exportFormat", 1)
    said = opened.part(QLabel, "previewSentence")
    opened.bot.waitUntil(lambda: said.isVisible() and said.text() == "One tag is too much.")


def test_a_fault_in_a_preview_is_told_of(opened: Opened) -> None:
    def fails(_: Export) -> Table:
        raise RuntimeError

    bad = Exporter("bad", "Bad", ".csv", lambda _: iter([b""]), preview=fails)
    opened.bot.waitUntil(lambda: len(table(opened)) == 5)
    opened.part(QComboBox, "exportFormat").setItemData(1, bad)
    said = opened.part(QLabel, "previewSentence")
    with opened.bot.captureExceptions() as caught:
        opened.choose("exportFormat", 1)
        opened.bot.waitUntil(said.isVisible)
    assert [kind for kind, *_ in caught] == [RuntimeError]
    assert said.text() == "The beginning of this file cannot be shown."


def test_the_last_of_many_choices_is_what_is_shown(opened: Opened) -> None:
    for row in (1, 2, 3, 4, 3, 2):
        opened.choose("exportScript", row)
    for row in (3, 0, 4):
        opened.choose("exportScript", row)
    opened.bot.waitUntil(lambda: "quote_zh-Hant-HK" in table(opened)[0])


def test_closing_while_a_preview_is_made_leaves_nothing_behind(opened: Opened) -> None:
    opened.bot.keyClick(opened.dialog, Qt.Key.Key_Escape)
    opened.bot.waitUntil(lambda: not opened.window.findChildren(ExportDialog))


def test_long_cells_are_cut_and_told_whole(qtbot: QtBot) -> None:
    preview = ExportPreview(LIGHT)
    qtbot.addWidget(preview)
    preview.show_beginning(Table(("a" * 100, "b"), (("长" * 300 + "\n尾", "x"),)))
    shown, text = preview.findChild(QTableWidget), preview.findChild(QPlainTextEdit)
    assert shown is not None
    assert text is not None
    item = shown.item(0, 0)
    assert item is not None
    assert item.text() == "长" * 79 + "…"
    assert item.toolTip() == "长" * 300 + "\n尾"
    preview.show_beginning("x" * 500 + "\nshort")
    first, second = text.toPlainText().split("\n")
    assert first == "x" * 399 + "…"
    assert second == "short"


def test_the_window_offers_what_the_filters_of_its_table_show(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[list[str] | None] = []
    monkeypatch.setattr(ExportDialog, "exec", lambda self: given.append(listed_of(self)))
    session = driver.window.session
    assert session.add_articles([Article.from_text(BOOKS)]) == []
    session.show_article(next(iter(open_workspace(session).articles)))
    found = tag(session, "62场", "metric")
    tag(session, "网络", "programme")
    files = driver.window.commands.files
    files.export()
    driver.window.toggle_table()
    files.export()
    field = driver.window.table.findChild(QLineEdit, "textFilter")
    assert field is not None
    field.setText("62")
    driver.bot.keyClick(field, Qt.Key.Key_Return)
    files.export()
    driver.window.toggle_table()
    files.export()
    assert given == [None, None, [found], None]


def listed_of(dialog: ExportDialog) -> list[str] | None:
    """Return the ids of the tags that a dialog would write of the table's; close it."""
    button = dialog.findChild(QRadioButton, "listedScope")
    rows = dialog._candidates.rows(Scope.LISTED, None)
    dialog.close()
    return None if button is None else [row.annotation.id for row in rows]


# The tasks


def ids(rows: tuple[ExportRow, ...]) -> list[str]:
    return [row.annotation.id for row in rows]


def test_the_first_rows_are_the_first_of_all_that_are_written(session: Session) -> None:
    workspace = open_workspace(session)
    first, second = workspace.articles
    for n in range(12):
        session.apply(editing.tag(workspace, second, Span(n, n + 2), "honour"))
    known = list(workspace.annotations)
    candidates = Candidates(workspace, workspace.articles[first], known[::-1], known[3:])
    for scope in Scope:
        for kinds in (None, {"metric"}, {"honour"}, {"metric", "programme"}, {"none"}):
            all_ = select(candidates.rows(scope, kinds))
            assert ids(candidates.first_rows(scope, kinds)) == ids(all_[:10])
    assert [one.article.id for one in candidates.articles(Scope.WORKSPACE)] == [first, second]
    assert [one.article.id for one in candidates.articles(Scope.ARTICLE)] == [first]
    some = Candidates(workspace, None, known[4:5])
    assert [one.article.id for one in some.articles(Scope.SELECTED)] == [second]
    assert some.articles(Scope.ARTICLE) == ()


def test_the_beginning_of_a_file_says_how_many_tags_all_of_it_has(session: Session) -> None:
    workspace = open_workspace(session)
    rows = Candidates(workspace, None, None).first_rows(Scope.WORKSPACE, None)
    export = Export(rows, workspace.tag_set, workspace.id, workspace.now())
    exporter = exporter_named("w3c")
    assert exporter is not None
    seen = Look(exporter, export, Narrowing(), 62).run(Progress())
    assert seen is not None
    assert isinstance(seen.beginning, str)
    assert '"total": 62' in seen.beginning
    assert f'"total": {len(rows)}' in b"".join(exporter.chunks(export)).decode()


def test_a_look_that_nobody_waits_for_is_given_up(session: Session) -> None:
    workspace = open_workspace(session)
    rows = Candidates(workspace, None, None).first_rows(Scope.WORKSPACE, None)
    export = Export(rows, workspace.tag_set, workspace.id, workspace.now())
    look = Look(exporters()[0], export, Narrowing(), 5)
    seen = look.run(Progress())
    assert seen is not None
    assert seen.count == 5
    assert isinstance(seen.beginning, Table)
    given_up = Progress()
    given_up.cancel()
    assert look.run(given_up) is None


def test_the_writing_tells_how_far_it_is_and_stops_within_a_file_of_a_library(
    session: Session, tmp_path: Path
) -> None:
    workspace = open_workspace(session)
    rows = tuple(Candidates(workspace, None, None).rows(Scope.WORKSPACE, None))
    export = Export(rows, workspace.tag_set, workspace.id, workspace.now())
    exporter = exporter_named("xlsx")
    assert exporter is not None
    progress = Progress()
    steps: list[tuple[int, int]] = []
    progress.advanced.connect(steps.append)
    writing = Writing(exporter, export, tmp_path / "tags.xlsx")
    assert writing.run(progress) == 5
    assert steps == [(n, 5) for n in range(5)]
    (tmp_path / "tags.xlsx").unlink()
    stopped = Progress()
    stopped.advanced.connect(stopped.cancel)
    assert writing.run(stopped) is None
    assert not (tmp_path / "tags.xlsx").exists()


def test_the_bar_shows_how_far_the_writing_is(opened: Opened, tmp_path: Path) -> None:
    bar = opened.part(QProgressBar)
    values: list[int] = []
    bar.valueChanged.connect(values.append)
    opened.name(tmp_path / "tags.csv")
    opened.bot.mouseClick(opened.button("Export"), LEFT, pos=QPoint(5, 5))
    opened.bot.waitUntil(lambda: not bar.isVisible())
    assert max(values) == 4


def test_the_dialog_opens_low_enough_for_a_small_screen(opened: Opened) -> None:
    assert opened.dialog.height() <= 700
    assert opened.part(ExportPreview).height() >= 100


def test_what_cannot_be_written_is_a_sentence_and_the_choice_goes_on(
    opened: Opened, tmp_path: Path
) -> None:
    def chunks(export: Export) -> Iterator[bytes]:
        for _ in export.rows:
            msg = "This one cannot be written."
            raise ExportError(msg)
        yield b""

    box = opened.part(QComboBox, "exportFormat")
    box.setItemData(0, Exporter("bad", "Bad", ".csv", chunks, preview=lambda _: "x"))
    opened.name(tmp_path / "tags.csv")
    opened.export()
    assert opened.sentence == "This one cannot be written."
    opened.click(QCheckBox, "metricKind")
    assert opened.sentence == "2 tags will be written."
    opened.choose_format("xlsx")
    opened.bot.waitUntil(lambda: quotes(opened) == ["最美书屋"])
