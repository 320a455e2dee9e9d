"""Tags that were made elsewhere come in by the File menu, after a look at what they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton

from reader.text.article import Article
from reader.ui.commands.import_tags import _Reading
from reader.ui.dialogs import import_tags_dialog
from reader.ui.dialogs.import_tags_dialog import ImportTagsDialog
from reader.ui.dialogs.messages import Ask
from reader.ui.tasks import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.workspace import Workspace
    from tests.ui.driving import Driver

TEXT = "社区讲座\n街道办了62场互联网讲座，老人发展兴趣，另有62场读书会。\n"
ARTICLE = Article.from_text(TEXT)


def annotation(words: str, kind: str = "metric", source: str = "", **more: object) -> object:
    selector = {"type": "TextQuoteSelector", "exact": words, **more}
    return {
        "type": "Annotation",
        "body": [{"purpose": "tagging", "value": kind}],
        "target": {"source": source or f"urn:wenmai:article:{ARTICLE.id}", "selector": selector},
    }


class Importing:
    """File > Import tags with a file, and hands for the dialog that comes of it."""

    def __init__(self, driver: Driver, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.driver = driver
        self.path = folder / "tags.jsonld"
        self.asked: list[str] = []
        monkeypatch.setattr(Ask, "file", self._file)

    def _file(self, _parent: object, _title: str, filters: str) -> Path:
        self.asked.append(filters)
        return self.path

    def write(self, *annotations: object) -> None:
        self.path.write_text(json.dumps(annotations), encoding="utf-8")

    def begin(self) -> None:
        self.driver.window.menus.actions["import_tags"].trigger()

    def open(self, *annotations: object) -> ImportTagsDialog:
        self.write(*annotations)
        self.begin()
        bot = self.driver.bot
        bot.waitUntil(lambda: self.dialog is not None)
        assert self.dialog is not None
        return self.dialog

    @property
    def dialog(self) -> ImportTagsDialog | None:
        found = self.driver.window.findChildren(ImportTagsDialog)
        return next((one for one in found if one.isVisible()), None)

    def said(self) -> list[str]:
        assert self.dialog is not None
        return [one.text() for one in self.dialog.findChildren(QLabel) if one.text()]

    @property
    def sentence(self) -> str:
        assert self.dialog is not None
        label = self.dialog.findChild(QLabel, "importTagsSentence")
        assert isinstance(label, QLabel)
        return label.text()

    @property
    def button(self) -> QPushButton:
        assert self.dialog is not None
        button = self.dialog.findChild(QPushButton, "importTags")
        assert isinstance(button, QPushButton)
        return button

    def choices(self) -> list[QComboBox]:
        assert self.dialog is not None
        return self.dialog.findChildren(QComboBox, "importedKind")

    def choose(self, choice: QComboBox, shown: str) -> None:
        """Choose from a list by the keyboard."""
        at = choice.findText(shown)
        assert at >= 0
        choice.setFocus()
        self.driver.bot.keyClick(choice, Qt.Key.Key_Home)
        for _ in range(at):
            self.driver.bot.keyClick(choice, Qt.Key.Key_Down)
        assert choice.currentText() == shown

    def finish(self) -> None:
        self.driver.bot.mouseClick(self.button, Qt.MouseButton.LeftButton)
        self.driver.bot.waitUntil(lambda: self.dialog is None)


@pytest.fixture
def importing(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Importing:
    driver.add(ARTICLE)
    return Importing(driver, tmp_path, monkeypatch)


def tags(workspace: Workspace) -> list[tuple[str, str]]:
    return [(one.quote, one.kind) for one in workspace.index(ARTICLE.id)]


def test_tags_come_in_after_a_look_and_go_in_one_step(importing: Importing) -> None:
    driver = importing.driver
    importing.open(
        annotation("读书会"),
        annotation("互联网讲座", "programme", prefix="62场"),
        annotation("62场"),
    )
    assert "2 tags were found by their words." in importing.said()
    assert "1 tag has no certain place and stays out:" in importing.said()
    assert importing.dialog is not None
    listed = importing.dialog.findChild(QListWidget, "unplacedTags")
    assert isinstance(listed, QListWidget)
    assert listed.item(0).text() == (
        "“62场” · Metric · its words stand in several places, or among other words"
    )
    assert importing.sentence == "2 tags will be imported. One Undo takes it back."
    assert importing.choices() == []
    importing.finish()
    assert tags(driver.workspace) == [("互联网讲座", "programme"), ("读书会", "metric")]
    assert "Imported: 2. Undo takes all of it back." in driver.window.statusBar().currentMessage()
    driver.session.undo()
    assert tags(driver.workspace) == []
    assert "*.qdpx" in importing.asked[0]


def test_kinds_that_are_not_known_are_made_mapped_or_left_out(importing: Importing) -> None:
    driver = importing.driver
    importing.open(
        annotation("读书会", "活动"), annotation("互联网", "物"), annotation("老人", "人")
    )
    activity, thing, person = importing.choices()
    assert activity.accessibleName() == "活动"
    assert "活动 (1)" in importing.said()
    importing.choose(thing, "Metric")
    importing.choose(person, "Leave its tags out")
    assert importing.sentence == "2 tags will be imported. One Undo takes it back."
    importing.finish()
    assert tags(driver.workspace) == [("互联网", "metric"), ("读书会", "kind")]
    assert [kind.label for kind in driver.workspace.tag_set][-1] == "活动"
    driver.session.undo()
    assert [kind.name for kind in driver.workspace.tag_set] == ["metric", "programme", "honour"]


def test_what_is_there_already_is_said_and_nothing_is_left_to_do(importing: Importing) -> None:
    driver = importing.driver
    importing.open(annotation("读书会"))
    importing.finish()
    importing.open(annotation("读书会"), annotation("老人"))
    assert importing.sentence.startswith("1 are in the workspace already. 1 tag will be imported.")
    importing.finish()
    dialog = importing.open(annotation("读书会"))
    assert importing.sentence.endswith("Nothing is left to be imported.")
    assert not importing.button.isEnabled()
    driver.bot.keyClick(dialog, Qt.Key.Key_Escape)
    assert importing.dialog is None
    assert len(tags(driver.workspace)) == 2


def test_exact_places_and_missing_articles_are_told_apart(importing: Importing) -> None:
    start = TEXT.index("互联网")
    exact = annotation("互联网")
    assert isinstance(exact, dict)
    position = {"type": "TextPositionSelector", "start": start, "end": start + 3}
    exact["target"]["selector"] = [exact["target"]["selector"], position]
    dialog = importing.open(exact, exact, annotation("甲", "metric", "别的"))
    assert "2 tags stand exactly where the file says." in importing.said()
    assert "1 article is not in the workspace; import it, then the tags again." in importing.said()
    listed = dialog.findChild(QListWidget, "unplacedTags")
    assert isinstance(listed, QListWidget)
    assert listed.item(0).text() == "“甲” · Metric · 别的: its article is not in the workspace"
    importing.driver.bot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog = importing.open(exact, annotation("甲", "k", "a"), annotation("甲", "k", "b"))
    assert "1 tag stands exactly where the file says." in importing.said()
    assert "2 tags have no certain place and stay out:" in importing.said()
    assert (
        "2 articles are not in the workspace; import them, then the tags again." in importing.said()
    )
    importing.driver.bot.keyClick(dialog, Qt.Key.Key_Escape)


def test_many_that_have_no_place_are_counted_and_many_kinds_scroll(importing: Importing) -> None:
    dialog = importing.open(
        *(annotation("没有" * 40) for _ in range(203)),
        annotation("读书会"),
        *(annotation(TEXT[3:at], f"类{at}") for at in range(7, 15)),
    )
    listed = dialog.findChild(QListWidget, "unplacedTags")
    assert isinstance(listed, QListWidget)
    assert listed.item(200).text() == "and 3 more"
    assert listed.item(0).text().startswith(f"“{'没有' * 30}…”")
    assert len(importing.choices()) == 8
    assert dialog.height() < 800
    importing.finish()
    assert len(tags(importing.driver.workspace)) == 9


def test_a_very_long_list_is_looked_at_when_it_comes_in(
    importing: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_tags_dialog, "_LOOKED_AT", 1)
    importing.open(annotation("读书会"), annotation("读书会"))
    assert importing.sentence.startswith("Tags that are there already stay as they are.")
    importing.finish()
    assert len(tags(importing.driver.workspace)) == 2


def test_a_file_that_is_none_is_said_where_all_is_said(importing: Importing) -> None:
    driver = importing.driver
    importing.write({"type": "Other"})
    importing.begin()
    driver.bot.waitUntil(lambda: "holds no tags as" in driver.window.refusal.sentence)
    importing.path.write_text(
        json.dumps({"type": "AnnotationCollection", "items": []}), encoding="utf-8"
    )
    importing.begin()
    driver.bot.waitUntil(lambda: driver.window.refusal.sentence == "tags.jsonld holds no tags.")
    assert importing.dialog is None


def test_nothing_is_asked_without_a_workspace_or_a_file(
    importing: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ask, "file", lambda *_: None)
    importing.begin()
    assert importing.dialog is None
    importing.driver.session.close()
    importing.begin()
    assert "Open a workspace first" in importing.driver.window.refusal.sentence


def test_another_workspace_that_was_opened_meanwhile_gets_none_of_it(
    importing: Importing, tmp_path: Path, qtbot: QtBot
) -> None:
    importing.write(annotation("读书会"))
    importing.begin()
    assert importing.driver.session.create(tmp_path / "other")
    qtbot.wait(200)
    assert importing.dialog is None


def test_the_dialog_goes_with_its_workspace(importing: Importing, tmp_path: Path) -> None:
    importing.open(annotation("读书会"))
    assert importing.driver.session.create(tmp_path / "other")
    assert importing.dialog is None


def test_a_workspace_that_cannot_be_written_says_so_and_the_dialog_stays(
    importing: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = importing.driver
    dialog = importing.open(annotation("读书会", "活动"))
    driver.workspace.read_only = "It is read only."
    driver.bot.mouseClick(importing.button, Qt.MouseButton.LeftButton)
    driver.bot.waitUntil(lambda: "It is read only." in driver.window.refusal.sentence)
    assert dialog.isVisible()
    assert importing.button.isEnabled()
    driver.workspace.read_only = ""
    importing.finish()
    assert len(tags(driver.workspace)) == 1


def test_reading_stops_when_the_window_closes(tmp_path: Path) -> None:
    from reader.importers import ImportRefusedError
    from reader.tag_importers.matching import KnownArticle

    path = tmp_path / "a.json"
    path.write_text(json.dumps([annotation("读书会")] * 60), encoding="utf-8")
    reading = _Reading(path, [KnownArticle(ARTICLE, "")])
    progress = Progress()
    assert len(reading.run(progress).placed) == 60
    progress.cancel()
    with pytest.raises(ImportRefusedError, match="as the window closed"):
        reading.run(progress)
