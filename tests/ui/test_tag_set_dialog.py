"""The tag-set editor, as mouse, keys and an input method meet it, and the window that follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QWidget,
)

from reader.annotation.tag_set import Attribute, AttributeType, TagKind
from reader.text.span import Span
from reader.ui.dialogs.attribute_table import choices_line, choices_of
from reader.ui.dialogs.colour_field import ThemeSamples
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.dialogs.kind_tree import KindTree
from reader.ui.dialogs.messages import Ask
from reader.ui.dialogs.occurrences_dialog import OccurrencesDialog
from reader.ui.dialogs.palette import Palette
from reader.ui.dialogs.tag_set_dialog import TagSetDialog
from reader.ui.dialogs.tag_set_model import NEW, Drafts, proposed_name
from reader.ui.panels.script_bar import Legend
from reader.ui.panels.tag_fields import ChoiceInput, LineInput
from reader.workspace import editing
from tests.ui.sharing import look, tagged

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace
    from tests.ui.driving import Driver

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Widget = TypeVar("Widget", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PEOPLE = TagKind("people", "人物", "#7b2d8b", "4")


class Editor:
    """The editor, open, and what a user does with it."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.bot = driver.bot
        driver.key("T", CTRL | Qt.KeyboardModifier.ShiftModifier)
        dialog = driver.window.findChild(TagSetDialog)
        assert dialog is not None
        self.dialog = dialog
        self.bot.waitUntil(lambda: QApplication.focusWidget() is self.tree)

    def field(self, name: str) -> QLineEdit:
        return self.find(QLineEdit, name)

    def find(self, kind: type[Widget], name: str) -> Widget:
        found = self.dialog.findChild(kind, name)
        assert found is not None, name
        return found

    @property
    def tree(self) -> KindTree:
        return self.find(KindTree, "kindTree")

    @property
    def said(self) -> str:
        return self.find(QLabel, "kindNote").text()

    def press(self, name: str) -> None:
        self.bot.mouseClick(self.find(QPushButton, name), LEFT)

    def write(self, name: str, text: str) -> None:
        """Put words into a field in place of what it says, as an input method does."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        compose(field, "pin yin", "")
        compose(field, "", text)

    def key(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.bot.keyClick(focus, key, modifier or Qt.KeyboardModifier.NoModifier)

    def rows(self) -> list[tuple[str, ...]]:
        """Return what the list says, deeper kinds with dots before them."""
        found: list[tuple[str, ...]] = []

        def walk(item: object, depth: int) -> None:
            for place in range(item.childCount()):  # type: ignore[attr-defined]
                one = item.child(place)  # type: ignore[attr-defined]
                found.append(("." * depth + one.text(0), one.text(1), one.text(2)))
                walk(one, depth + 1)

        walk(self.tree.invisibleRootItem(), 0)
        return found

    def point(self, label: str, part: float = 0.5) -> QPoint:
        (item,) = self.tree.findItems(
            label, Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
        )
        box = self.tree.visualItemRect(item)
        return QPoint(box.left() + 30, box.top() + round(box.height() * part))

    def choose(self, label: str) -> None:
        self.bot.mouseClick(self.tree.viewport(), LEFT, pos=self.point(label))

    def drop(self, label: str, on: str, part: float) -> None:
        self.choose(label)
        event = QDropEvent(
            QPointF(self.point(on, part)),
            Qt.DropAction.MoveAction,
            QMimeData(),
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        # The system alone can begin to drag.
        self.tree.dropEvent(event)

    def close(self) -> None:
        self.press("kindClose")
        window = self.driver.window
        self.bot.waitUntil(lambda: window.findChild(TagSetDialog) is None)
        window.activateWindow()
        self.bot.waitUntil(self.driver.surface.hasFocus)


def compose(field: QWidget, preedit: str, commit: str) -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def kinds(driver: Driver) -> list[str]:
    return [kind.name for kind in driver.workspace.tag_set]


def kind(driver: Driver, name: str) -> TagKind:
    found = driver.workspace.tag_set.get(name)
    assert found is not None
    return found


def legend(driver: Driver) -> list[str]:
    found = driver.window.findChild(Legend)
    assert found is not None
    return [entry.text() for entry in found.entries()]


def chips(driver: Driver, name: str) -> list[str]:
    row = driver.window.findChild(QWidget, name)
    assert row is not None
    return [chip.text() for chip in row.chips]  # type: ignore[attr-defined]


def put(driver: Driver, *made: TagKind) -> None:
    for one in made:
        assert driver.session.apply(editing.put_kind(driver.workspace, one))


def test_a_kind_is_made_and_tags_with_its_key_and_undo_takes_it_away(mine: Driver) -> None:
    editor = Editor(mine)
    editor.key("n", ALT)
    # A button that is pressed by its letter is seen to go down.
    mine.bot.waitUntil(lambda: QApplication.focusWidget() is editor.field("kindLabel"))
    assert editor.said == "What is the kind called?"
    editor.write("kindLabel", "人物")
    assert editor.field("kindName").text() == "kind-1"
    editor.field("kindKey").setFocus()
    editor.key("4")
    editor.key(Qt.Key.Key_Return)
    assert editor.said == "“人物” is saved."
    made = kind(mine, "kind-1")
    assert (made.label, made.key) == ("人物", "4")
    assert editor.rows()[-1] == ("人物", "4", "0")
    assert legend(mine) == ["Metric", "Programme", "Honour", "人物"]
    assert chips(mine, "tagKinds")[-1] == "人物 0"
    editor.close()
    mine.drag(mine.find("三千人次"))
    mine.key("4")
    (tag,) = mine.workspace.annotations.values()
    assert tag.kind == "kind-1"
    mine.session.undo()
    mine.session.undo()
    assert kinds(mine) == ["metric", "programme", "honour"]
    assert legend(mine) == ["Metric", "Programme", "Honour"]
    assert [action.data() for action in mine.window.menus.kinds] == kinds(mine)


def test_return_belongs_to_the_input_method_while_it_composes(mine: Driver) -> None:
    editor = Editor(mine)
    editor.press("kindNew")
    editor.write("kindLabel", "人")
    compose(editor.field("kindLabel"), "wu", "")
    editor.key(Qt.Key.Key_Return)
    editor.key(Qt.Key.Key_Escape)
    assert kinds(mine) == ["metric", "programme", "honour"]
    compose(editor.field("kindLabel"), "", "物")
    editor.key(Qt.Key.Key_Return)
    assert kind(mine, "kind-1").label == "人物"
    editor.close()


def test_a_colour_changes_everywhere_and_says_how_it_is_seen(mine: Driver) -> None:
    tagged(mine.workspace, "书屋")
    editor = Editor(mine)
    editor.choose("Metric")
    samples = editor.find(ThemeSamples, "kindSamples")
    editor.write("kindColour", "#006b4b")
    assert "nearly the same colour" in editor.find(QLabel, "kindColourSaid").text()
    editor.write("kindColour", "#00")
    assert "is no colour" in editor.said
    assert samples.contrasts() == []
    assert not editor.find(QPushButton, "kindSave").isEnabled()
    editor.write("kindColour", "#ffd54f")
    light, dark, _sepia = samples.contrasts()
    # Too light for paper, it is shown darker there, and as it is on dark paper.
    assert light[1] < 3 <= light[2]
    assert dark[1] == dark[2] > 3
    assert "Light" in samples.toolTip()
    editor.press("kindSave")
    assert kind(mine, "metric").colour == "#ffd54f"
    assert mine.surface.tag_set.get("metric").colour == "#ffd54f"  # type: ignore[union-attr]
    editor.key("z", CTRL)
    assert kind(mine, "metric").colour == "#0069a8"
    assert editor.field("kindColour").text() == "#0069a8"
    editor.close()


def test_a_suggested_colour_is_taken_by_mouse_or_by_keys(mine: Driver) -> None:
    editor = Editor(mine)
    editor.choose("Metric")
    swatches = editor.find(QListWidget, "kindSwatches")
    first = swatches.item(0)
    editor.bot.mouseClick(swatches.viewport(), LEFT, pos=swatches.visualItemRect(first).center())
    assert editor.field("kindColour").text() == first.text()
    swatches.setFocus()
    editor.key(Qt.Key.Key_Right)
    editor.key(Qt.Key.Key_Space)
    assert editor.field("kindColour").text() == swatches.item(1).text()
    editor.press("kindSave")
    assert kind(mine, "metric").colour == swatches.item(1).text()
    editor.close()


def test_keys_that_something_else_has_are_told(mine: Driver) -> None:
    editor = Editor(mine)
    editor.choose("Metric")
    said = editor.find(QLabel, "kindKeySaid")
    editor.field("kindKey").setFocus()
    editor.key("2")
    assert "“Programme” has the key 2 already" in editor.said
    assert not editor.find(QPushButton, "kindSave").isEnabled()
    editor.key("?")
    assert said.text() == "? moves, scrolls or helps in the text; choose another key."
    assert not editor.find(QPushButton, "kindSave").isEnabled()
    editor.key("r")
    assert said.text() == "R is the key of “Tag again” too, which then has none."
    editor.press("kindSave")
    assert kind(mine, "metric").key == "r"
    assert mine.window.shortcuts.keys("tag_again") == ()
    editor.field("kindKey").setFocus()
    editor.key(Qt.Key.Key_Backspace)
    editor.press("kindSave")
    assert kind(mine, "metric").key == ""
    assert mine.window.shortcuts.keys("tag_again") == ("R",)
    editor.close()


def test_what_is_changed_waits_while_another_kind_is_looked_at(
    mine: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = Editor(mine)
    editor.choose("Metric")
    editor.write("kindLabel", "指标")
    editor.choose("Honour")
    assert editor.rows()[0][0] == "指标 •"
    editor.write("kindLabel", "荣誉")
    editor.choose("指标")
    assert editor.field("kindLabel").text() == "指标"
    asked: list[str] = []
    monkeypatch.setattr(Ask, "confirm", lambda *said: asked.append(said[2]))
    editor.key(Qt.Key.Key_Escape)
    assert asked == ["2 kinds have changes that are not saved; closing forgets them."]
    assert editor.dialog.isVisible()
    editor.press("kindRevert")
    assert editor.field("kindLabel").text() == "Metric"
    editor.choose("荣誉")
    editor.key("s", CTRL)
    assert [one.label for one in mine.workspace.tag_set] == ["Metric", "Programme", "荣誉"]
    editor.close()


def test_attributes_are_added_changed_and_removed(mine: Driver) -> None:
    editor = Editor(mine)
    editor.choose("Programme")
    view = editor.find(QTableView, "kindAttributes")
    editor.press("attributeAdd")
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    compose(cell, "", "级别")
    editor.bot.keyClick(cell, Qt.Key.Key_Return)
    mine.bot.waitUntil(lambda: view.model().index(2, 0).data() == "级别")
    assert view.model().index(2, 3).data() == "attribute-1"
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 1))
    editor.key(Qt.Key.Key_F2)
    combo = view.findChild(QComboBox)
    assert combo is not None
    combo.setCurrentIndex(combo.findText("Choice"))
    combo.activated.emit(combo.currentIndex())
    assert "is a choice of nothing" in editor.said
    view.setCurrentIndex(view.model().index(2, 2))
    editor.key(Qt.Key.Key_Return)
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    compose(cell, "", "国家级、省级，市级")
    # What is being written counts, though nothing ended it.
    editor.key("s", CTRL)
    assert kind(mine, "programme").attributes[-1].choices == ("国家级", "省级", "市级")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    editor.key(Qt.Key.Key_Delete)
    editor.press("kindSave")
    assert kind(mine, "programme").attributes == (
        Attribute("organiser", "Organiser"),
        Attribute("attribute-1", "级别", AttributeType.CHOICE, ("国家级", "省级", "市级")),
    )
    # A name that is stored never changes.
    flags = view.model().flags(view.model().index(0, 3))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    editor.close()


def test_dates_and_yes_or_no_have_fields_of_their_own(mine: Driver) -> None:
    dated = (
        Attribute("held", "Held", AttributeType.DATE),
        Attribute("open", "Open", AttributeType.YES_NO),
    )
    put(mine, replace(PEOPLE, attributes=dated))
    mine.drag(mine.find("三千人次"))
    mine.key("4")
    editor = mine.window.tags.editor
    when = editor.findChild(QLineEdit, "field_held")
    public = editor.findChild(ChoiceInput, "field_open")
    assert when is not None
    assert public is not None
    assert "2026-11" in when.placeholderText()
    when.setFocus()
    compose(when, "", "2026年11月")
    mine.bot.keyClick(when, Qt.Key.Key_Return)
    public.setFocus()
    mine.bot.keyClick(public, "y")
    public.activated.emit(public.currentIndex())
    (tag,) = mine.workspace.annotations.values()
    assert tag.attributes == {"held": "2026-11", "open": "yes"}


def test_a_kind_in_use_is_removed_when_it_is_said_what_its_tags_become(mine: Driver) -> None:
    put(mine, PEOPLE)
    for place in range(3):
        tagged(mine.workspace, "书屋", "people", place)
    editor = Editor(mine)
    editor.choose("人物")
    assert editor.rows()[-1] == ("人物", "4", "3")
    editor.tree.setFocus()
    editor.key(Qt.Key.Key_Delete)
    asked = editor.dialog.findChild(QDialog, "removeKind")
    assert asked is not None
    assert "3 tags are of the kind “人物”" in asked.findChildren(QLabel)[0].text()
    mine.bot.keyClick(asked, Qt.Key.Key_Escape)
    assert "people" in kinds(mine)
    editor.press("kindRemove")
    asked = editor.dialog.findChildren(QDialog, "removeKind")[-1]
    combo = asked.findChild(QComboBox, "removeKindTo")
    done = asked.findChild(QPushButton, "removeKindDone")
    assert combo is not None
    assert done is not None
    combo.setCurrentIndex(combo.findText("Honour"))
    mine.bot.mouseClick(done, LEFT)
    mine.bot.waitUntil(lambda: "people" not in kinds(mine))
    assert {tag.kind for tag in mine.workspace.annotations.values()} == {"honour"}
    assert editor.rows() == [("Metric", "1", "0"), ("Programme", "2", "0"), ("Honour", "3", "3")]
    assert "Ctrl+Z brings it back" in editor.said
    mine.bot.waitUntil(lambda: QApplication.focusWidget() is editor.tree)
    editor.key("z", CTRL)
    assert {tag.kind for tag in mine.workspace.annotations.values()} == {"people"}
    assert editor.rows()[-1] == ("人物", "4", "3")
    editor.close()


def test_a_kind_without_tags_goes_at_once(mine: Driver) -> None:
    editor = Editor(mine)
    editor.choose("Honour")
    editor.press("kindRemove")
    assert kinds(mine) == ["metric", "programme"]
    editor.close()


def test_kinds_are_arranged_by_keys_buttons_and_mouse(mine: Driver) -> None:
    put(mine, PEOPLE, TagKind("worker", "志愿者", "#5b5b00", "5", parent="people"))
    editor = Editor(mine)
    editor.choose("人物")
    editor.tree.setFocus()
    editor.key(Qt.Key.Key_Up, ALT)
    assert [row[0] for row in editor.rows()] == [
        "Metric",
        "Programme",
        "人物",
        ".志愿者",
        "Honour",
    ]
    assert kinds(mine) == ["metric", "programme", "people", "worker", "honour"]
    assert editor.tree.chosen == "people"
    editor.press("kindDown")
    assert kinds(mine)[-1] == "worker"
    # On a kind, it becomes one of that; at its edge, it stands beside it.
    editor.drop("Honour", "Metric", 0.5)
    assert kind(mine, "honour").parent == "metric"
    editor.drop("志愿者", "Metric", 0.1)
    assert [row[0] for row in editor.rows()] == [
        "志愿者",
        "Metric",
        ".Honour",
        "Programme",
        "人物",
    ]
    mine.session.undo()
    assert kind(mine, "worker").parent == "people"
    # What is above cannot go below.
    editor.drop("人物", "志愿者", 0.5)
    assert kind(mine, "people").parent == ""
    assert "cannot be the broader one" in editor.said
    editor.close()


def test_a_broader_kind_lists_its_narrower_ones(mine: Driver) -> None:
    put(mine, PEOPLE, TagKind("worker", "志愿者", "#5b5b00", "5", parent="people"))
    tagged(mine.workspace, "书屋", "people")
    tagged(mine.workspace, "读者", "worker")
    tagged(mine.workspace, "活动", "metric")
    assert chips(mine, "tagKinds") == [
        "All 3",
        "Metric 1",
        "Programme 0",
        "Honour 0",
        "人物 2",
        "志愿者 1",
    ]
    row = mine.window.findChild(QWidget, "tagKinds")
    mine.bot.mouseClick(row.chips[4], LEFT)  # type: ignore[union-attr]
    listed = mine.window.tags.findChild(QWidget, "tagRows")
    assert listed.model().rowCount() == 2  # type: ignore[union-attr]
    mine.window.menus.actions["show_tag_table"].trigger()
    table = mine.window.table
    (chip,) = [one for one in table._filters._kinds.chips if one.value == "people"]
    mine.bot.mouseClick(chip, LEFT)
    assert len(table.shown_ids()) == 2
    # The kind that the filter was for goes; all its tags are another's.
    operation = editing.remove_kind(mine.workspace, "people", "metric")
    assert mine.session.apply(operation)
    assert len(table.shown_ids()) == 3


def test_many_kinds_keep_their_names_and_those_used_are_offered(mine: Driver) -> None:
    put(mine, *(TagKind(f"k{one}", f"书屋{one}", "#5b5b00", "") for one in range(5)))
    tagged(mine.workspace, "书屋", "k3")
    found = mine.window.findChild(Legend)
    assert found is not None
    entries = found.entries()
    mine.bot.waitUntil(lambda: len({one.mapTo(found, QPoint()).y() for one in entries}) == 2)
    mine.bot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in entries))
    row = mine.window.findChild(QWidget, "tagKinds")
    offered = [chip.value for chip in row.chips if chip.isVisible()]  # type: ignore[union-attr]
    assert offered == ["", "k3"]
    mine.session.undo()
    mine.session.undo()
    mine.session.undo()
    offered = [chip.value for chip in row.chips if chip.isVisible()]  # type: ignore[union-attr]
    assert offered == ["", *kinds(mine)]


def test_what_another_window_makes_appears_at_once(mine: Driver, li: Workspace) -> None:
    editor = Editor(mine)
    editor.choose("Metric")
    editor.write("kindLabel", "指标")
    li.apply(editing.put_kind(li, PEOPLE))
    theirs = li.tag_set.get("metric")
    assert theirs is not None
    li.apply(editing.put_kind(li, replace(theirs, colour="#123456")))
    look(mine)
    assert legend(mine)[-1] == "人物"
    assert editor.rows()[-1] == ("人物", "4", "0")
    # What was being written stays, beside what they changed.
    assert editor.field("kindLabel").text() == "指标"
    assert editor.field("kindColour").text() == "#123456"
    editor.press("kindSave")
    assert (kind(mine, "metric").label, kind(mine, "metric").colour) == ("指标", "#123456")
    editor.close()
    mine.drag(mine.find("三千人次"))
    mine.key("4")
    assert mine.session.annotation is not None
    assert mine.session.annotation.kind == "people"


def test_a_half_typed_attribute_stays_when_somebody_changes_its_kind(
    mine: Driver, li: Workspace
) -> None:
    mine.drag(mine.find("三千人次"))
    mine.key("2")
    field = mine.window.tags.editor.findChild(QLineEdit, "field_name")
    assert field is not None
    field.setFocus()
    compose(field, "", "书屋")
    theirs = li.tag_set.get("programme")
    assert theirs is not None
    level = Attribute("level", "Level")
    li.apply(editing.put_kind(li, replace(theirs, attributes=(level, *theirs.attributes))))
    look(mine)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert (focus.objectName(), focus.text()) == ("field_name", "书屋")
    mine.bot.keyClick(focus, Qt.Key.Key_Return)
    (tag,) = mine.workspace.annotations.values()
    assert tag.attributes == {"name": "书屋"}
    assert mine.window.tags.editor.findChild(QLineEdit, "field_level") is not None


def test_a_half_composed_word_stays_when_somebody_changes_its_kind(
    mine: Driver, li: Workspace
) -> None:
    mine.drag(mine.find("三千人次"))
    mine.key("2")
    field = mine.window.tags.editor.findChild(LineInput, "field_name")
    assert field is not None
    field.setFocus()
    compose(field, "shuwu", "")
    theirs = li.tag_set.get("programme")
    assert theirs is not None
    level = Attribute("level", "Level")
    li.apply(editing.put_kind(li, replace(theirs, attributes=(level, *theirs.attributes))))
    look(mine)
    assert QApplication.focusWidget() is field
    assert field.composing
    compose(field, "", "书屋")
    mine.bot.keyClick(field, Qt.Key.Key_Return)
    (tag,) = mine.workspace.annotations.values()
    assert tag.attributes == {"name": "书屋"}
    assert mine.window.tags.editor.findChild(LineInput, "field_level") is not None


def test_a_palette_that_is_open_takes_what_others_make(mine: Driver, li: Workspace) -> None:
    mine.drag(mine.find("三千人次"))
    mine.key(Qt.Key.Key_K, CTRL)
    palette = mine.window.findChild(Palette)
    assert palette is not None
    li.apply(editing.put_kind(li, PEOPLE))
    li.apply(editing.remove_kind(li, "honour"))
    look(mine)
    keys = [row.key for row in palette.rows]
    assert "kind people" in keys
    assert "kind honour" not in keys
    palette.field.setText("人物")
    mine.bot.keyClick(palette.field, Qt.Key.Key_Return)
    (tag,) = mine.workspace.annotations.values()
    assert tag.kind == "people"


def test_an_export_that_is_open_takes_what_others_make(mine: Driver, li: Workspace) -> None:
    worker = TagKind("worker", "志愿者", "#5b5b00", "5", parent="people")
    tagged(mine.workspace, "书屋")
    window, session = mine.window, mine.session
    dialog = ExportDialog(window, session, window._tasks, window.theme, window.last_export)
    dialog.open()

    def box(name: str) -> QCheckBox:
        found = dialog.findChild(QCheckBox, f"{name}Kind")
        assert found is not None
        return found

    mine.bot.mouseClick(box("metric"), LEFT, pos=QPoint(8, 8))
    for one in (PEOPLE, worker):
        li.apply(editing.put_kind(li, one))
    tagged(li, "读者", "worker")
    look(mine)
    assert not box("metric").isChecked()
    assert box("worker").isChecked()
    mine.bot.waitUntil(lambda: box("people").isVisible() and box("people").width() > 30)
    mine.bot.mouseClick(box("people"), LEFT, pos=QPoint(8, 8))
    # With a kind go those that are part of it.
    assert not box("worker").isChecked()
    window.theme.become("dark")
    window.theme.become("light")
    dialog.reject()


def test_tagging_all_takes_what_others_make(mine: Driver, li: Workspace) -> None:
    mine.drag(mine.find("三千人次"))
    mine.key(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    dialog = mine.window.findChild(OccurrencesDialog)
    assert dialog is not None
    mine.bot.waitUntil(lambda: dialog._task is None)
    combo = dialog.findChild(QComboBox, "occurrencesKind")
    assert combo is not None
    combo.setCurrentIndex(combo.findData("honour"))
    li.apply(editing.put_kind(li, PEOPLE))
    look(mine)
    assert combo.findData("people") == 3
    assert combo.currentData() == "honour"
    li.apply(editing.remove_kind(li, "honour"))
    look(mine)
    assert combo.currentData() == "metric"
    dialog.reject()


def test_a_workspace_that_is_read_only_says_so(
    mine: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mine.workspace, "read_only", "A newer Wenmai wrote it.")
    editor = Editor(mine)
    editor.choose("Metric")
    editor.write("kindLabel", "指标")
    assert editor.said == "A newer Wenmai wrote it."
    assert not editor.find(QPushButton, "kindSave").isEnabled()
    editor.press("kindRevert")
    editor.press("kindRemove")
    assert editor.said == "A newer Wenmai wrote it."
    assert kinds(mine) == ["metric", "programme", "honour"]
    editor.close()


def test_a_tag_set_goes_out_and_comes_in(
    mine: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kinds.json"
    put(mine, PEOPLE, replace(kind(mine, "metric"), label="指标"))
    monkeypatch.setattr(Ask, "save_file", lambda *_: path)
    monkeypatch.setattr(Ask, "file", lambda *_: path)
    told: list[str] = []
    monkeypatch.setattr(Ask, "tell", lambda *said: told.append(said[2]))
    asked: list[str] = []

    def agree(*said: object) -> bool:
        asked.append(str(said[2]))
        return len(asked) > 1

    monkeypatch.setattr(Ask, "confirm", agree)
    editor = Editor(mine)
    editor.press("kindExport")
    assert editor.said == "Wrote 4 kinds of tag to kinds.json."
    editor.press("kindImport")
    assert told == ["kinds.json holds nothing that is not in the tag set already."]
    editor.close()
    mine.session.undo()
    mine.session.undo()
    mine.window.menus.actions["import_tag_set"].trigger()
    assert asked == ["From kinds.json:\nNew: 人物\nChanged: Metric (name)"]
    assert kinds(mine) == ["metric", "programme", "honour"]
    mine.window.menus.actions["import_tag_set"].trigger()
    assert kinds(mine)[-1] == "people"
    assert legend(mine) == ["指标", "Programme", "Honour", "人物"]
    path.write_text("{}", "utf-8")
    mine.window.menus.actions["import_tag_set"].trigger()
    assert "is no tag set" in mine.window.refusal.sentence


def test_every_control_is_reached_by_tab(mine: Driver) -> None:
    editor = Editor(mine)
    editor.tree.setFocus()
    seen = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.objectName())
        editor.key(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is editor.tree:
            break
    names = ("kindTree", "kindNew", "kindLabel", "kindKey", "kindParent", "kindColour")
    assert [one for one in seen if one in names] == list(names)
    for name in ("kindSwatches", "kindAttributes", "attributeAdd", "kindImport", "kindClose"):
        assert name in seen
    editor.close()


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Person", "person"),
        ("人物", "kind-2"),
        ("2 Cities", "kind-2"),
        ("Key person!", "key-person"),
    ],
)
def test_a_name_to_store_is_proposed(label: str, name: str) -> None:
    assert proposed_name(label, ["kind-1"], "kind") == name


def test_a_name_that_is_taken_has_a_number() -> None:
    assert proposed_name("Person", ["person", "person-2"], "kind") == "person-3"


@pytest.mark.parametrize("choices", [("a", "b"), ("a, b", "c"), ("a、b",), ("一", "二")])
def test_choices_are_read_as_they_are_written(choices: tuple[str, ...]) -> None:
    assert choices_of(choices_line(choices)) == choices


def test_drafts_keep_what_the_reader_changed() -> None:
    drafts = Drafts()
    drafts.put("people", replace(PEOPLE, label="人"), PEOPLE)
    drafts.put(NEW, TagKind("kind-1", "", "#000000", ""), None)
    assert len(drafts) == 2
    drafts.put("people", PEOPLE, PEOPLE)
    assert list(drafts) == [NEW]


def test_the_selected_words_are_tagged_by_the_menu_of_a_new_kind(mine: Driver) -> None:
    put(mine, replace(PEOPLE, label="R&D"))
    mine.surface.select(Span(0, 2))
    action = mine.window.menus.kinds[-1]
    assert action.text() == "Tag as r&&d"
    action.trigger()
    (tag,) = mine.workspace.annotations.values()
    assert tag.kind == "people"
