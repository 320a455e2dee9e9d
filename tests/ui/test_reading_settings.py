"""How text is set: shown at once, at the same words, remembered, and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QPushButton, QSpinBox

from reader.text.article import Article
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.ui.dialogs.reading_dialog import ReadingDialog
from reader.ui.reading.surface import ReadingSurface
from reader.ui.reading.typography import Typography, faces, installed_faces
from reader.ui.reading_settings import ReadingSettings
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractSpinBox
    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

_SENTENCE = "她说这条小溪从前很清，后来的人把书桌搬到了河边，孩子们在那里看书。"
_TEXT = "清溪记\n\n" + "\n".join(f"{number}、{_SENTENCE * 3}" for number in range(60))


@pytest.fixture
def reading(driver: Driver) -> Driver:
    """Return a window that stands in the middle of an article."""
    driver.add(Article.from_text(_TEXT))
    bar = driver.surface.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    return driver


def opened(driver: Driver) -> ReadingDialog:
    """Open the dialog by its key."""
    driver.key(",", Qt.KeyboardModifier.ControlModifier)
    dialog = driver.window.findChild(ReadingDialog)
    assert dialog is not None
    return dialog


def top(driver: Driver) -> int:
    """Return the offset of the first line that is wholly seen."""
    assert driver.surface.pages is not None
    return driver.surface.pages.top_offset()[0]


def box(dialog: ReadingDialog, name: str) -> QAbstractSpinBox:
    """Return a field of the dialog."""
    found = dialog.findChild(QSpinBox, name) or dialog.findChild(QDoubleSpinBox, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["size", "leading", "measure", "indent", "space"])
def test_a_press_of_an_arrow_shows_at_once_at_the_same_words(reading: Driver, name: str) -> None:
    dialog = opened(reading)
    # A line that the pane has room for.
    reading.window.reading.use(replace(reading.surface.typography, measure=24))
    before, picture, place = reading.surface.typography, look(reading), top(reading)
    field = box(dialog, name)
    reading.key(Qt.Key.Key_Up, widget=field)
    after = reading.surface.typography
    assert getattr(after, name) > getattr(before, name)
    assert replace(after, **{name: getattr(before, name)}) == before
    assert look(reading) != picture
    # What was at the top is in the line that is at the top.
    line = reading.surface.measure
    assert abs(top(reading) - place) <= line
    reading.key(Qt.Key.Key_Down, widget=field)
    assert reading.surface.typography == before
    assert top(reading) == place
    dialog.close()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("tight", "说：“好。”" * 60), ("hanging", "".join("书" * n + "，" for n in range(30)))],
)
def test_what_becomes_of_marks_is_switched_by_a_key_and_shown_at_once(
    reading: Driver, name: str, sentence: str
) -> None:
    reading.add(Article.from_text(f"河\n\n{sentence}\n{sentence}"))
    dialog = opened(reading)
    switch = dialog.findChild(QCheckBox, name)
    assert switch is not None
    assert switch.isChecked()
    before, places = reading.surface.typography, reading.surface.rects(Span(2, 400))
    reading.key(Qt.Key.Key_Space, widget=switch)
    off = reading.surface.typography
    assert [off.tight, off.hanging] == [name != "tight", name != "hanging"]
    assert reading.surface.rects(Span(2, 400)) != places
    reading.key(Qt.Key.Key_Space, widget=switch)
    assert reading.surface.typography == before
    assert reading.surface.rects(Span(2, 400)) == places
    dialog.close()


def test_a_line_that_the_window_has_no_room_for_is_said(reading: Driver) -> None:
    dialog = opened(reading)
    room = dialog.findChild(QLabel, "room")
    assert room is not None
    use = reading.window.reading.use
    use(replace(reading.surface.typography, measure=60))
    assert room.text() == f"The window has room for {reading.surface.measure}."
    use(replace(reading.surface.typography, measure=20))
    assert room.text() == ""
    dialog.close()


def look(driver: Driver) -> object:
    """Return what the surface looks like."""
    return driver.surface.viewport().grab().toImage()


def test_every_face_that_is_offered_is_shown(reading: Driver) -> None:
    dialog = opened(reading)
    choice = dialog.findChild(QComboBox, "face")
    assert choice is not None
    assert [choice.itemData(index) for index in range(choice.count())] == ["", *installed_faces()]
    usual, place = look(reading), top(reading)
    for index in range(1, choice.count()):
        face = choice.itemData(index)
        choice.setCurrentIndex(index)
        choice.activated.emit(index)
        assert reading.surface.typography.face == face
        assert reading.surface.typography.families[0].startswith(face)
        assert top(reading) == place
    sans = choice.findData("Noto Sans CJK")
    assert sans > 0, "the tests need fonts-noto-cjk"
    choice.activated.emit(choice.currentIndex())
    choice.setCurrentIndex(sans)
    choice.activated.emit(sans)
    assert look(reading) != usual
    dialog.close()


def test_a_face_has_its_own_family_for_each_script_and_the_usual_ones_after_it() -> None:
    source = SourceScript.SIMPLIFIED
    firsts = {script: faces(script, source, "Noto Sans CJK") for script in Script}
    assert firsts[Script.ORIGINAL][0] == firsts[Script.SIMPLIFIED][0] == "Noto Sans CJK SC"
    assert firsts[Script.TRADITIONAL][0] == firsts[Script.TAIWAN][0] == "Noto Sans CJK TC"
    assert firsts[Script.HONG_KONG][0] == "Noto Sans CJK HK"
    for script in Script:
        usual = faces(script, source)
        assert firsts[script][-len(usual) :] == usual


def test_a_face_that_is_gone_leaves_the_usual_one() -> None:
    usual = faces(Script.TAIWAN, SourceScript.MIXED)
    assert faces(Script.TAIWAN, SourceScript.MIXED, "No Such Face") == usual


def test_faces_are_named_once_without_their_region() -> None:
    found = installed_faces()
    assert "Noto Serif CJK" in found
    assert len(found) == len(set(found))
    assert not [face for face in found if face.endswith((" SC", " TC", " HK", " JP", " KR"))]
    families = QFontDatabase.families()
    assert all(any(family.startswith(face) for family in families) for face in found)


def test_reset_brings_back_what_is_usual_and_says_so(reading: Driver) -> None:
    dialog = opened(reading)
    usual, place = reading.surface.typography, top(reading)
    reading.window.reading.use(
        replace(usual, face="Noto Sans CJK", size=30, leading=1.5, measure=24, indent=0, space=1.0)
    )
    assert box(dialog, "size").text() == "30 px"
    button = dialog.findChild(QPushButton, "resetReading")
    assert button is not None
    button.click()
    assert reading.surface.typography == usual
    assert box(dialog, "size").text() == "20 px"
    assert abs(top(reading) - place) <= reading.surface.measure
    dialog.close()


def test_zooming_by_keys_shows_in_the_dialog_and_changes_the_size_alone(reading: Driver) -> None:
    dialog = opened(reading)
    reading.window.reading.use(replace(reading.surface.typography, indent=0))
    control = Qt.KeyboardModifier.ControlModifier
    reading.key(Qt.Key.Key_Plus, control)
    assert box(dialog, "size").text() == "22 px"
    reading.key(Qt.Key.Key_Minus, control)
    reading.key(Qt.Key.Key_Minus, control)
    assert box(dialog, "size").text() == "18 px"
    reading.key(Qt.Key.Key_0, control)
    assert box(dialog, "size").text() == "20 px"
    assert reading.surface.typography.indent == 0
    dialog.close()


def test_the_text_is_read_and_tagged_while_the_dialog_is_open(reading: Driver) -> None:
    dialog = opened(reading)
    assert not dialog.isModal()
    before = top(reading)
    reading.key(Qt.Key.Key_PageDown)
    reading.bot.waitUntil(lambda: top(reading) > before)
    assert opened(reading) is dialog
    reading.key(Qt.Key.Key_Escape, widget=dialog)
    reading.bot.waitUntil(lambda: reading.window.findChild(ReadingDialog) is None)


def test_the_original_beside_is_set_the_same(reading: Driver) -> None:
    reading.session.show_script(Script.TAIWAN)
    reading.window.toggle_parallel()
    now = reading.surface.typography
    reading.window.reading.use(replace(now, face="Noto Sans CJK", leading=1.5, indent=0))
    beside = reading.window.parallel.original.typography
    assert (beside.leading, beside.indent) == (1.5, 0)
    assert beside.families[0] == "Noto Sans CJK SC"
    assert reading.surface.typography.families[0] == "Noto Sans CJK TC"


def remembered(qtbot: QtBot, ini: Path) -> ReadingSettings:
    """Return the settings as they are the next time."""
    surface = ReadingSurface(Theme.load("light"))
    qtbot.addWidget(surface)
    return ReadingSettings(surface, QSettings(str(ini), QSettings.Format.IniFormat), surface)


def test_everything_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    chosen = Typography(
        (),
        size=26,
        leading=1.6,
        measure=30,
        indent=0,
        space=0.75,
        face="Noto Sans CJK",
        hanging=False,
        tight=False,
    )
    remembered(qtbot, tmp_path / "a.ini").use(chosen)
    again = remembered(qtbot, tmp_path / "a.ini").typography
    assert replace(again, families=()) == chosen
    assert again.families[0] == "Noto Sans CJK SC"


@pytest.mark.parametrize("value", ["", "nan", "large", "inf", "-inf", "1e9", "-5", "99999"])
@pytest.mark.parametrize(
    "key", ["size", "reading/leading", "reading/measure", "reading/space", "reading/tight"]
)
def test_what_cannot_be_is_not_taken(qtbot: QtBot, tmp_path: Path, key: str, value: str) -> None:
    QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat).setValue(key, value)
    found = remembered(qtbot, tmp_path / "a.ini").typography
    assert found == found.bounded()


def test_space_comes_after_paragraphs_and_not_within_them(reading: Driver) -> None:
    wrapped = (
        "河\n\n"
        + "\n".join("她说这条小溪从前很清后来的人把书桌搬到了河边" for _ in range(12))
        + "。"
    )
    reading.add(Article.from_text(wrapped))
    pages = reading.surface.pages
    assert pages is not None
    before = [pages.layout(index).height for index in range(len(pages.paragraphs))]
    reading.window.reading.use(replace(reading.surface.typography, space=1.0))
    after = [pages.layout(index).height for index in range(len(pages.paragraphs))]
    line = reading.surface.typography.line
    grown = [new - old for old, new in zip(before, after, strict=True)]
    assert grown == [0.0] * (len(grown) - 1) + [line]
