"""The dialog of corrections, as mouse, keys and an input method meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableView,
    QToolButton,
)

from reader.cli import main
from reader.exporters import ExportError
from reader.text.article import Article
from reader.text.glossary import NO_CORRECTIONS, Correction, Corrections, Glossary
from reader.text.script import Script
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui.dialogs import glossary_dialog
from reader.ui.dialogs.glossary_dialog import CompositionField, GlossaryDialog
from reader.ui.dialogs.glossary_preview import preview
from reader.ui.dialogs.messages import Ask
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.workspace import user_glossary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.workspace import Workspace

# The platform without a screen says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
TEXT = "云姑娘在书屋里。人人参与，云姑娘也说：“云里有个好干部”。\n书屋里的<灯>亮了。\n"
TAIWAN = frozenset([Script.TAIWAN])
THEME = Theme.load("light")


@pytest.fixture(autouse=True)
def _few_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = Glossary((Correction("好干部", "好幹部"), Correction("被发明", "被發明", TAIWAN)))
    monkeypatch.setattr(user_glossary, "shipped", lambda: shipped)


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    session = Session(author="tester", state=tmp_path / "state")
    assert session.create(tmp_path / "workspace")
    assert session.add_articles([Article.from_text(TEXT)]) == []
    session.show_article(next(iter(workspace_of(session).articles)))
    session.show_script(Script.TAIWAN)
    yield session
    session.close()


def workspace_of(session: Session) -> Workspace:
    assert session.workspace is not None
    return session.workspace


def shown_text(session: Session) -> str:
    view = session.view()
    assert view is not None
    return view.whole().text


class Hands:
    """A dialog that is open, and what a user does with it."""

    def __init__(self, bot: QtBot, dialog: GlossaryDialog) -> None:
        self.bot = bot
        self.dialog = dialog
        bot.addWidget(dialog)
        dialog.show()
        with bot.waitActive(dialog):
            dialog.activateWindow()

    def field(self, name: str) -> CompositionField:
        field = self.dialog.findChild(CompositionField, f"glossary{name}")
        assert field is not None
        return field

    def button(self, name: str) -> QPushButton:
        button = self.dialog.findChild(QPushButton, f"glossary{name}")
        assert button is not None
        return button

    def press(self, name: str) -> None:
        self.bot.mouseClick(self.button(name), LEFT)

    def check(self, script: Script) -> QCheckBox:
        box = self.dialog.findChild(QCheckBox, f"{script.value}Correction")
        assert box is not None
        return box

    def place(self, name: str) -> QRadioButton:
        button = self.dialog.findChild(QRadioButton, f"glossary{name}")
        assert button is not None
        return button

    def toggle(self, script: Script) -> None:
        self.bot.mouseClick(self.check(script), LEFT, pos=QPoint(8, 8))

    def choose_place(self, name: str) -> None:
        self.bot.mouseClick(self.place(name), LEFT, pos=QPoint(8, 8))

    @property
    def table(self) -> QTableView:
        table = self.dialog.findChild(QTableView, "glossaryTable")
        assert table is not None
        return table

    def rows(self, table: QTableView | None = None) -> list[tuple[str, ...]]:
        model = (table or self.table).model()
        return [
            tuple(model.data(model.index(row, column)) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def click_row(self, row: int, modifier: Qt.KeyboardModifier | None = None) -> None:
        table = self.table
        point = table.visualRect(table.model().index(row, 0)).center()
        none = Qt.KeyboardModifier.NoModifier
        self.bot.mouseClick(table.viewport(), LEFT, modifier or none, point)

    def type(self, name: str, words: str) -> None:
        """Put words where the selection of a field is, as an input method hands them over."""
        field = self.field(name)
        field.setFocus()
        compose(field, "pin yin", "")
        compose(field, "", words)

    def key(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.bot.keyClick(focus, key)

    @property
    def note(self) -> str:
        note = self.dialog.findChild(QLabel, "glossaryNote")
        assert note is not None
        return note.text()

    @property
    def samples(self) -> str:
        label = self.dialog.findChild(QLabel, "glossaryPreview")
        assert label is not None
        return label.text()

    def wait_for_note(self, said: str) -> None:
        def told() -> None:
            assert said in self.note

        self.bot.waitUntil(told)


def compose(field: CompositionField, preedit: str, commit: str) -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


@pytest.fixture
def opened(qtbot: QtBot, session: Session) -> Callable[..., Hands]:
    def opened(*given: object) -> Hands:
        return Hands(qtbot, GlossaryDialog(None, session, THEME, *given))  # type: ignore[arg-type]

    return opened


@pytest.fixture
def no_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ask, "files", lambda *_: [])
    monkeypatch.setattr(Ask, "save_file", lambda *_: None)


def test_a_wrong_conversion_is_corrected_by_a_word_and_return(
    opened: Callable[..., Hands], session: Session
) -> None:
    hands = opened("书屋里", "書屋裡", Script.TAIWAN)
    assert QApplication.focusWidget() is hands.field("Shown")
    assert hands.field("Shown").selectedText() == "書屋裡"
    assert hands.note == "2 places in this article · Taiwan 臺灣"
    hands.type("Shown", "書屋裏")
    hands.key(Qt.Key.Key_Return)
    assert not hands.dialog.isVisible()
    assert workspace_of(session).glossary.entries == (Correction("书屋里", "書屋裏", TAIWAN),)
    assert shown_text(session).startswith("雲姑娘在書屋裏。")
    session.undo()
    assert shown_text(session).startswith("雲姑娘在書屋裡。")


def test_a_name_is_never_converted(opened: Callable[..., Hands], session: Session) -> None:
    hands = opened("云姑娘", "雲姑娘", Script.TAIWAN)
    hands.press("Never")
    assert hands.field("Shown").text() == "云姑娘"
    hands.key(Qt.Key.Key_Enter)
    assert not hands.dialog.isVisible()
    assert shown_text(session).count("云姑娘") == 2


def test_return_belongs_to_the_input_method_while_it_composes(
    opened: Callable[..., Hands], session: Session
) -> None:
    hands = opened("书屋里", "書屋裡", Script.TAIWAN)
    field = hands.field("Shown")
    field.end(False)
    compose(field, "tou", "")
    # What stands there without the composition would be a correction.
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Escape)
    assert hands.dialog.isVisible()
    assert workspace_of(session).glossary.entries == ()
    compose(field, "", "頭")
    hands.key(Qt.Key.Key_Return)
    assert not hands.dialog.isVisible()
    assert workspace_of(session).glossary.entries[0].shown == "書屋裡頭"


def test_words_selected_across_a_columns_end_have_no_line_end(
    opened: Callable[..., Hands],
) -> None:
    hands = opened("书屋\n里", "書屋\n裡", Script.TAIWAN)
    assert (hands.field("Words").text(), hands.field("Shown").text()) == ("书屋里", "書屋裡")
    assert hands.note.startswith("2 places")


def test_the_preview_follows_what_is_typed(opened: Callable[..., Hands]) -> None:
    hands = opened()
    assert hands.note == "Words that stand in the source, and what is shown for them."
    hands.type("Words", "书屋里")
    hands.wait_for_note("2 places in this article")
    assert hands.samples.count(">書屋裡</span>") == 4
    assert not hands.button("Save").isEnabled()
    hands.bot.keyClicks(hands.field("Shown"), "OK")
    hands.bot.waitUntil(lambda: hands.samples.count(">OK</span>") == 2)
    assert hands.samples.count(">書屋裡</span>") == 2
    assert THEME.match in hands.samples
    assert "的&lt;燈&gt;" in hands.samples
    assert hands.button("Save").isEnabled()
    hands.type("Words", "云")
    hands.wait_for_note("No place in this article")
    assert hands.samples.count("→") == 0


def test_the_preview_is_in_a_script_that_is_meant(opened: Callable[..., Hands]) -> None:
    hands = opened("书屋里", "書屋裡", Script.TAIWAN)
    hands.toggle(Script.HONG_KONG)
    hands.toggle(Script.TAIWAN)
    hands.wait_for_note("2 places in this article · Hong Kong 香港")
    hands.toggle(Script.HONG_KONG)
    hands.wait_for_note("Choose at least one script.")
    assert not hands.button("Save").isEnabled()
    hands.toggle(Script.SIMPLIFIED)
    hands.wait_for_note("Simplified 简体")


def test_every_script_is_meant_unless_opened_on_a_conversion(
    opened: Callable[..., Hands], session: Session
) -> None:
    hands = opened()
    boxes = [hands.check(script) for script in Script if script is not Script.ORIGINAL]
    assert all(box.isChecked() for box in boxes)
    hands.type("Words", "干部")
    hands.type("Shown", "幹部")
    hands.press("Save")
    assert hands.dialog.isVisible()
    assert workspace_of(session).glossary.entries == (Correction("干部", "幹部"),)
    assert hands.rows() == [("干部", "幹部", "every script", "this workspace")]
    assert (hands.field("Words").text(), hands.field("Shown").text()) == ("", "")
    assert QApplication.focusWidget() is hands.field("Words")
    hands = opened("里", "裡", Script.ORIGINAL)
    assert hands.check(Script.SIMPLIFIED).isChecked()


def test_what_is_no_correction_is_said_beside_the_fields(
    opened: Callable[..., Hands], session: Session
) -> None:
    hands = opened()
    hands.type("Words", "人人 参与")
    hands.type("Shown", "人人參與")
    hands.wait_for_note("“人人 参与” holds punctuation or white space")
    hands.key(Qt.Key.Key_Return)
    assert "holds punctuation" in hands.note
    assert workspace_of(session).glossary.entries == ()


def test_a_correction_for_all_workspaces_is_kept_with_the_user(
    opened: Callable[..., Hands], session: Session
) -> None:
    hands = opened()
    hands.choose_place("User")
    hands.type("Words", "云姑娘")
    hands.type("Shown", "云姑娘")
    hands.key(Qt.Key.Key_Return)
    assert session.glossaries.user.entries == (Correction("云姑娘", "云姑娘"),)
    assert workspace_of(session).glossary.entries == ()
    assert hands.rows() == [("云姑娘", "never converted", "every script", "all my workspaces")]


def test_a_chosen_correction_is_changed_in_its_place(
    opened: Callable[..., Hands], session: Session
) -> None:
    session.glossaries.correct("里", "裡", [Script.TAIWAN, Script.HONG_KONG])
    session.glossaries.correct("云", "雲")
    hands = opened()
    assert [row[0] for row in hands.rows()] == ["云", "里"]
    hands.click_row(1)
    assert hands.field("Words").text() == "里"
    assert hands.button("Save").text() == "Change correction"
    assert [
        script
        for script in Script
        if script is not Script.ORIGINAL and hands.check(script).isChecked()
    ] == [Script.TAIWAN, Script.HONG_KONG]
    hands.field("Words").selectAll()
    hands.type("Words", "书屋里")
    hands.field("Shown").selectAll()
    hands.type("Shown", "書屋裏")
    hands.key(Qt.Key.Key_Return)
    assert hands.rows()[0][:3] == ("书屋里", "書屋裏", "Taiwan 臺灣, Hong Kong 香港")
    assert len(hands.rows()) == 2
    assert hands.button("Save").text() == "Add correction"
    session.undo()
    assert [row[0] for row in hands.rows()] == ["云", "里"]


def test_a_chosen_correction_is_moved_to_the_other_place(
    opened: Callable[..., Hands], session: Session
) -> None:
    session.glossaries.correct("里", "裡")
    hands = opened()
    for here, name in (("all my workspaces", "User"), ("this workspace", "Workspace")):
        hands.click_row(0)
        hands.choose_place(name)
        hands.press("Save")
        assert hands.rows() == [("里", "裡", "every script", here)]


def test_new_leaves_the_chosen_correction_alone(
    opened: Callable[..., Hands], session: Session
) -> None:
    session.glossaries.correct("里", "裡")
    hands = opened()
    assert not hands.button("New").isEnabled()
    hands.click_row(0)
    hands.press("New")
    assert hands.field("Words").text() == ""
    hands.type("Words", "云")
    hands.type("Shown", "雲")
    hands.press("Save")
    assert [row[0] for row in hands.rows()] == ["云", "里"]


def test_several_corrections_are_removed_at_once(
    opened: Callable[..., Hands], session: Session
) -> None:
    session.glossaries.correct_all([Correction("里", "裡"), Correction("云", "雲")])
    session.glossaries.correct("参", "參", where="user")
    hands = opened()
    assert not hands.button("Remove").isEnabled()
    hands.click_row(0)
    hands.click_row(2, Qt.KeyboardModifier.ControlModifier)
    assert hands.button("Save").text() == "Add correction"
    hands.press("Remove")
    assert [row[0] for row in hands.rows()] == ["里"]
    assert session.glossaries.user.entries == ()
    session.undo()
    assert [row[0] for row in hands.rows()] == ["云", "里"]


def test_what_another_window_takes_away_is_said(
    opened: Callable[..., Hands], session: Session, tmp_path: Path
) -> None:
    session.glossaries.correct("里", "裡", where="user")
    hands = opened()
    hands.click_row(0)
    (tmp_path / "state" / "glossary.tsv").unlink()
    (tmp_path / "state" / "glossary.tsv").mkdir()
    hands.press("Remove")
    assert "could not be saved" in hands.note
    assert len(hands.rows()) == 1
    hands.press("Save")
    assert "could not be saved" in hands.note
    assert hands.dialog.isVisible()


def test_what_comes_with_the_product_is_folded_away_and_only_read(
    opened: Callable[..., Hands],
) -> None:
    hands = opened()
    shipped = hands.dialog.findChild(QTableView, "glossaryShipped")
    unfold = hands.dialog.findChild(QToolButton, "glossaryUnfold")
    assert shipped is not None
    assert unfold is not None
    assert not shipped.isVisible()
    assert unfold.text() == "2 corrections come with Wenmai"
    hands.bot.mouseClick(unfold, LEFT)
    assert shipped.isVisible()
    assert hands.rows(shipped) == [
        ("好干部", "好幹部", "every script"),
        ("被发明", "被發明", "Taiwan 臺灣"),
    ]
    flags = shipped.model().flags(shipped.model().index(0, 0))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    hands.bot.mouseClick(unfold, LEFT)
    assert not shipped.isVisible()


def test_the_table_names_its_columns(opened: Callable[..., Hands], session: Session) -> None:
    session.glossaries.correct("里", "裡")
    hands = opened()
    model = hands.table.model()
    horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(column, horizontal) for column in range(4)] == [
        "Words in the source",
        "Shown as",
        "Scripts",
        "Where",
    ]
    assert model.headerData(0, vertical) is None
    assert model.headerData(0, horizontal, Qt.ItemDataRole.FontRole) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.FontRole) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def answer_files(monkeypatch: pytest.MonkeyPatch, paths: Sequence[Path]) -> None:
    monkeypatch.setattr(Ask, "files", lambda *_: list(paths))


def test_a_table_of_corrections_comes_in_as_one_step(
    opened: Callable[..., Hands],
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("里\t裡\tzh-Hant-TW\n云姑娘\t云姑娘\n", "utf-8")
    answer_files(monkeypatch, [path])
    hands = opened()
    hands.press("Import")
    assert hands.note == "2 corrections came in from mine.tsv."
    assert workspace_of(session).undo_label == "Import corrections"
    assert len(hands.rows()) == 2
    hands.choose_place("User")
    hands.press("Import")
    assert len(session.glossaries.user.entries) == 2
    path.write_text("里\t裡\n里\n", "utf-8")
    hands.press("Import")
    assert "mine.tsv: Line 2 of the glossary" in hands.note
    path.write_text("里\t裡\n", "utf-8")
    (tmp_path / "state" / "glossary.tsv").unlink()
    (tmp_path / "state" / "glossary.tsv").mkdir()
    hands.press("Import")
    assert "could not be saved" in hands.note


def test_corrections_go_out_to_a_table_that_comes_in_again(
    opened: Callable[..., Hands],
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "out.tsv"
    monkeypatch.setattr(Ask, "save_file", lambda *_: path)
    hands = opened()
    assert not hands.button("Export").isEnabled()
    session.glossaries.correct("里", "裡", where="user")
    session.glossaries.correct("里", "里", TAIWAN)
    session.glossaries.correct("云", "云", TAIWAN)
    hands.press("Export")
    assert hands.note == "Wrote 3 corrections to out.tsv."
    assert path.read_text("utf-8") == "里\t裡\t\n云\t云\tzh-Hant-TW\n里\t里\tzh-Hant-TW\n"
    hands.click_row(0)
    hands.press("Export")
    assert path.read_text("utf-8") == "云\t云\tzh-Hant-TW\n"

    def fail(*_: object) -> None:
        message = "out.tsv could not be written."
        raise ExportError(message)

    monkeypatch.setattr(glossary_dialog, "write_durably", fail)
    hands.press("Export")
    assert hands.note == "out.tsv could not be written."


@pytest.mark.usefixtures("no_answers")
def test_a_file_dialog_that_is_cancelled_changes_nothing(
    opened: Callable[..., Hands], session: Session
) -> None:
    session.glossaries.correct("里", "裡")
    hands = opened()
    note = hands.note
    hands.press("Import")
    hands.press("Export")
    assert hands.note == note
    hands.press("Close")
    assert not hands.dialog.isVisible()


def test_without_an_article_there_is_no_preview(
    opened: Callable[..., Hands], session: Session
) -> None:
    session.remove_article(next(iter(workspace_of(session).articles)))
    hands = opened("里", "裡", Script.TAIWAN)
    assert hands.samples == ""
    hands.key(Qt.Key.Key_Return)
    assert len(workspace_of(session).glossary.entries) == 1


def test_it_runs_until_it_is_closed(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def leave(dialog: GlossaryDialog) -> int:
        opened.append(dialog.objectName())
        dialog.reject()
        dialog.deleteLater()
        return 0

    monkeypatch.setattr(GlossaryDialog, "exec", leave)
    GlossaryDialog.run(None, session, THEME)
    assert opened == ["glossaryDialog"]


def test_a_correction_is_there_after_a_restart_and_on_the_command_line(
    opened: Callable[..., Hands],
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    hands = opened("书屋里", "書屋裡", Script.TAIWAN)
    hands.type("Shown", "書屋裏")
    hands.key(Qt.Key.Key_Return)
    session.choose_passage(Span(4, 7))
    session.tag("programme")
    session.close()
    again = Session(author="tester", state=tmp_path / "state")
    assert again.open(tmp_path / "workspace")
    again.show_script(Script.TAIWAN)
    assert "在書屋裏。" in shown_text(again)
    again.close()
    monkeypatch.setenv("WENMAI_STATE", str(tmp_path / "state"))
    words = ["export", str(tmp_path / "workspace"), "--format", "csv", "-o", "-"]
    assert main([*words, "--script", "zh-Hant-TW"]) == 0
    assert "書屋裏" in capsys.readouterr().out


WORDS = st.text(st.sampled_from("书屋里云干部"), min_size=1, max_size=3)


@given(st.text(st.sampled_from("书屋里云干部，。\n"), max_size=60), WORDS, WORDS)
def test_a_preview_tells_the_truth(source: str, words: str, shown: str) -> None:
    told = preview(source, "s2tw", NO_CORRECTIONS, words, shown)
    assert told.count == source.count(words)
    after = ScriptView(source, "s2tw", Corrections([(words, shown)])).whole().text
    before = ScriptView(source, "s2tw").whole().text
    assert len(told.samples) == min(5, told.count)
    for sample in told.samples:
        assert "".join(sample.after) in after
        assert "".join(sample.before) in before
        assert sample.after[1] == shown
    unsaid = preview(source, "s2tw", NO_CORRECTIONS, words, None)
    assert all(sample.before == sample.after for sample in unsaid.samples)


def test_words_broken_by_a_columns_end_are_found() -> None:
    source = "清溪镇的书屋\n里有十二场讲座今\n天来了三千人参\n加都说这里真好\n" * 2
    told = preview(source, "s2tw", NO_CORRECTIONS, "书屋里", "書屋裏")
    assert told.count == 2
    assert [sample.after[1] for sample in told.samples] == ["書屋裏", "書屋裏"]
