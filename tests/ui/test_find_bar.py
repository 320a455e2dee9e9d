"""The find bar, as keys, mouse and input methods meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from reader.text.search import LONGEST
from reader.ui.panels.find_bar import FindBar
from reader.ui.session import Session
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

# The platform without a screen says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Opened:
    """A find bar in a window, with everything it tells."""

    def __init__(self, window: QWidget, bar: FindBar, bot: QtBot) -> None:
        self.window = window
        self.bar = bar
        self.bot = bot
        self.queries: list[str] = []
        self.steps: list[int] = []
        self.closings: list[bool] = []
        bar.query_changed.connect(self.queries.append)
        bar.step_asked.connect(self.steps.append)
        bar.closed.connect(lambda: self.closings.append(bar.isVisible()))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key in the field."""
        self.bot.keyClick(self.bar.field, key, modifier or Qt.KeyboardModifier.NoModifier)

    def compose(self, preedit: str, commit: str = "") -> None:
        """Do as an input method does: show what is half-composed, or commit."""
        event = QInputMethodEvent(preedit, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(self.bar.field, event)

    def button(self, name: str) -> QToolButton:
        """Return a button."""
        return cast("QToolButton", self.bar.findChild(QToolButton, name))

    def ask(self, words: str) -> None:
        """Commit words and wait until they are told."""
        self.compose("", words)
        self.bot.waitUntil(lambda: bool(self.queries) and self.queries[-1] == self.bar.field.text())


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    """Return an open find bar that has the keyboard."""
    session = Session(author="tester", state=tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    bar = FindBar(session, Theme.load("light"), window)
    window.resize(850, 60)
    bar.resize(850, 46)
    with qtbot.waitActive(window):
        window.show()
    bar.open_with("")
    return Opened(window, bar, qtbot)


def test_words_are_told_once_a_moment_after_the_last_key(opened: Opened) -> None:
    opened.bot.keyClicks(opened.bar.field, "abc")
    assert opened.queries == []
    opened.bot.waitUntil(lambda: opened.queries == ["abc"])
    opened.bot.keyClicks(opened.bar.field, "d")
    opened.press(Qt.Key.Key_Backspace)
    opened.bot.wait(120)
    assert opened.queries == ["abc"]


def test_half_composed_words_are_told_only_when_they_are_committed(opened: Opened) -> None:
    opened.ask("政协")
    opened.bar.field.selectAll()
    # What was selected goes as soon as the input method begins.
    opened.compose("shu'wu")
    assert opened.bar.field.text() == ""
    opened.bot.wait(120)
    assert opened.queries == ["政协"]
    opened.compose("", "书屋")
    opened.bot.waitUntil(lambda: opened.queries == ["政协", "书屋"])


def test_a_composition_given_up_tells_what_is_left(opened: Opened) -> None:
    opened.ask("政协")
    opened.bar.field.selectAll()
    opened.compose("shu")
    opened.bot.wait(120)
    opened.compose("")
    opened.bot.waitUntil(lambda: opened.queries == ["政协", ""])


def test_return_and_escape_belong_to_the_input_method_while_it_composes(opened: Opened) -> None:
    opened.ask("政协")
    opened.compose("shu'wu")
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_Escape)
    assert opened.steps == []
    assert opened.closings == []
    assert opened.queries == ["政协"]
    assert opened.bar.isVisible()


def test_enter_steps_on_and_with_shift_back(opened: Opened) -> None:
    opened.ask("书")
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_Enter)
    opened.press(Qt.Key.Key_Return, SHIFT)
    assert opened.steps == [1, 1, -1]


def test_enter_before_the_moment_is_over_looks_for_the_words_first(opened: Opened) -> None:
    opened.bot.keyClicks(opened.bar.field, "abc")
    opened.press(Qt.Key.Key_Return)
    assert opened.queries == ["abc"]
    assert opened.steps == []
    opened.press(Qt.Key.Key_Return)
    assert opened.steps == [1]
    opened.bot.wait(120)
    assert opened.queries == ["abc"]


def test_the_buttons_step_and_rest_where_there_is_nothing(opened: Opened) -> None:
    before, after = opened.button("previousMatch"), opened.button("nextMatch")
    assert not before.isEnabled()
    assert not after.isEnabled()
    opened.ask("书")
    opened.bar.set_count(1, 2)
    opened.bot.mouseClick(after, LEFT)
    opened.bot.mouseClick(before, LEFT)
    assert opened.steps == [1, -1]
    assert opened.bar.field.hasFocus()


@pytest.mark.parametrize(
    ("words", "current", "total", "sentence"),
    [
        ("书", 3, 17, "3 of 17"),
        ("书", 1200, 12345, "1,200 of 12,345"),
        ("书", 0, 2, "2 matches"),
        ("书", 0, 0, "No matches"),
        ("", 0, 0, ""),
    ],
)
def test_the_count_is_said(
    opened: Opened, words: str, current: int, total: int, sentence: str
) -> None:
    opened.bar.field.setText(words)
    opened.bar.set_count(current, total)
    assert opened.bar.count_text == sentence


def test_a_field_without_matches_is_calmly_red_until_there_are_some(opened: Opened) -> None:
    opened.ask("书")
    theme = Theme.load("light")
    ground = QColor(theme.raised)

    def painted() -> QColor:
        picture = opened.bar.field.grab().toImage()
        return picture.pixelColor(picture.width() // 2, 6)

    assert painted() == ground
    opened.bar.set_count(0, 0)
    red = painted()
    assert red.red() - red.green() > ground.red() - ground.green()
    assert red.lightness() > 200
    opened.bar.set_count(1, 1)
    assert painted() == ground


def test_opening_fills_selects_and_tells_at_once(opened: Opened) -> None:
    opened.bar.open_with("书屋")
    assert opened.queries == ["书屋"]
    assert opened.bar.field.selectedText() == "书屋"
    assert opened.bar.field.hasFocus()
    opened.bar.open_with("")
    assert opened.bar.field.selectedText() == "书屋"
    assert opened.queries == ["书屋"]


@pytest.mark.parametrize("way", ["key", "button"])
def test_closing_hides_the_bar_and_keeps_the_words_for_the_next_time(
    opened: Opened, way: str
) -> None:
    opened.ask("书屋")
    opened.bot.keyClicks(opened.bar.field, "x")
    if way == "key":
        opened.press(Qt.Key.Key_Escape)
    else:
        opened.bot.mouseClick(opened.button("closeFind"), LEFT)
    assert opened.closings == [False]
    opened.bot.wait(120)
    assert opened.queries == ["书屋"]
    opened.bar.show()
    opened.bar.open_with("")
    assert opened.queries == ["书屋", "书屋x"]
    opened.press(Qt.Key.Key_Escape)
    opened.bar.show()
    opened.bar.open_with("")
    assert opened.queries == ["书屋", "书屋x", "书屋x"]


def test_other_keys_go_on_to_the_window(opened: Opened) -> None:
    opened.press(Qt.Key.Key_F7)
    assert opened.closings == []
    assert opened.bar.isVisible()


def test_every_control_says_its_name_and_its_keys(opened: Opened) -> None:
    opened.bar.show_keys("F3", "")
    for name, tip in (
        ("previousMatch", "Previous match (Shift+Enter)"),
        ("nextMatch", "Next match (Enter or F3)"),
        ("closeFind", "Close (Esc)"),
    ):
        assert opened.button(name).toolTip() == tip
        assert opened.button(name).accessibleName()
        assert not opened.button(name).icon().isNull()
    assert opened.bar.field.accessibleName() == "Find in article"


def test_a_long_passage_is_not_what_to_look_for(opened: Opened) -> None:
    opened.ask("书屋")
    opened.bar.open_with("书" * (LONGEST + 1))
    assert opened.bar.field.text() == "书屋"
    QApplication.clipboard().setText("书" * 30_000)
    opened.bar.field.paste()
    assert len(opened.bar.field.text()) == LONGEST
