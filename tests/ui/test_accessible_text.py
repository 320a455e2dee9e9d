"""What screen readers are told: the text as it is shown, and what happens in it.

Asked here as Qt asks, from the same process; over the bus of a real desktop it was
tried by hand (docs/accessibility.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui import announcer
from reader.ui.app import serve_screen_readers
from reader.ui.reading import accessible
from reader.ui.reading.accessible import SurfaceText, is_tried
from reader.ui.reading.surface import ReadingSurface
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

pytestmark = pytest.mark.skipif(not is_tried(), reason="not tried with this version of PySide6")

TEXT = "𠮷野家旁的书屋，全年举办活动62场。\n\n来了近3万人次。"


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Return what is announced, and whether it interrupts."""
    sentences: list[tuple[str, bool]] = []

    def hear(_widget: QWidget, sentence: str, *, now: bool = False) -> None:
        sentences.append((sentence, now))

    monkeypatch.setattr(announcer, "announce", hear)
    return sentences


@pytest.fixture
def told(driver: Driver) -> SurfaceText:
    """Return what is told of the surface, which shows an article."""
    driver.add(Article.from_text(TEXT))
    serve_screen_readers()
    found = QAccessible.queryAccessibleInterface(driver.surface)
    assert isinstance(found, SurfaceText)
    return found


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_the_text_is_told_in_utf16(driver: Driver, told: SurfaceText) -> None:
    assert told.characterCount() == units(TEXT)
    assert told.text(0, told.characterCount()) == TEXT
    assert told.text(0, 2) == "𠮷"
    assert told.text(2, 4) == "野家"
    assert told.text(QAccessible.Text.Name) == "Article"
    assert told.role() == QAccessible.Role.EditableText
    state = told.state()
    assert state.readOnly
    assert state.focusable


def test_it_is_told_in_the_script_shown(driver: Driver, told: SurfaceText) -> None:
    driver.session.show_script(Script.TRADITIONAL)
    assert "書屋" in told.text(0, told.characterCount())


def test_the_caret_and_the_selection_go_where_a_reader_puts_them(
    driver: Driver, told: SurfaceText
) -> None:
    span = driver.find("62场")
    start = units(TEXT[: span.start])
    told.setCursorPosition(start)
    assert driver.surface.caret == span.start
    assert told.cursorPosition() == start
    told.setSelection(0, start, start + 3)
    assert driver.session.passage == span
    # Where a selection is cannot be told: what asks for it would read chance numbers.
    assert told.selectionCount() == 0
    told.removeSelection(0)
    assert not driver.session.passage


def test_a_character_is_where_it_is_seen(driver: Driver, told: SurfaceText) -> None:
    span = driver.find("62场")
    rect = told.characterRect(units(TEXT[: span.start]))
    seen = driver.surface.rects(Span(span.start, span.start + 1))[0]
    corner = driver.surface.viewport().mapToGlobal(seen.toAlignedRect().topLeft())
    assert rect.topLeft() == corner
    at = told.offsetAtPoint(rect.topLeft() + QPoint(2, rect.height() // 2))
    assert at == units(TEXT[: span.start])


def test_the_description_names_the_tags_on_the_caret(driver: Driver, told: SurfaceText) -> None:
    driver.drag(driver.find("62场"))
    driver.key("1")
    driver.surface.select(Span(driver.find("62场").start, driver.find("62场").start))
    assert told.text(QAccessible.Text.Description) == "Metric: 62场"
    driver.surface.select(Span(0, 0))
    assert told.text(QAccessible.Text.Description) == ""


def test_of_a_long_article_only_what_is_around_the_caret_is_told(
    driver: Driver, told: SurfaceText
) -> None:
    line = "书屋全年举办活动，来了许多人。"
    long = "\n".join(f"{number}{line}" for number in range(20_000))
    driver.add(Article.from_text(long))
    assert told.text(0, 5) == long[:5]
    assert told.characterCount() < 20_000
    middle = long.index(f"\n10000{line}") + 1
    driver.surface.select(Span(middle, middle))
    at = told.cursorPosition()
    assert told.text(at, at + 5) == "10000"
    assert told.characterCount() < 20_000


def test_nothing_is_told_of_no_article(driver: Driver, told: SurfaceText) -> None:
    driver.session.show_article(None)
    assert told.characterCount() == 0
    assert told.text(0, 1) == ""
    assert told.cursorPosition() == 0
    assert told.text(QAccessible.Text.Description) == ""
    assert told.characterRect(0).isEmpty()
    assert told.offsetAtPoint(QPoint(0, 0)) == -1
    told.setCursorPosition(3)
    told.scrollToSubstring(0, 1)


def test_what_was_given_out_goes_with_its_surface(qtbot: QtBot) -> None:
    serve_screen_readers()
    before = len(accessible._given)
    for _ in range(5):
        surface = ReadingSurface(Theme.load("light"))
        told = QAccessible.queryAccessibleInterface(surface)
        assert isinstance(told, SurfaceText)
        shiboken6.delete(surface)
        assert not shiboken6.isValid(told)
    # The last may still be held: Qt lets go of it after it was told.
    assert len(accessible._given) <= before + 1


def test_what_happens_is_announced(
    driver: Driver, told: SurfaceText, heard: list[tuple[str, bool]]
) -> None:
    driver.drag(driver.find("62场"))
    assert ("Selected: 62场", False) in heard
    driver.key("1")
    assert ("Tagged. Metric: 62场", False) in heard
    assert ("Metric: 62场", False) in heard
    driver.session.show_script(Script.TRADITIONAL)
    assert heard[-1] == ("Traditional", False)
    driver.window.menus.actions["undo"].trigger()
    assert ("Tag deleted. Metric: 62場", False) in heard
    driver.session.refused.emit("It cannot be written.")
    assert heard[-1] == ("It cannot be written.", True)


def test_what_was_found_is_announced(
    driver: Driver, told: SurfaceText, heard: list[tuple[str, bool]]
) -> None:
    driver.window.open_find("活动")
    driver.bot.waitUntil(lambda: driver.window.find_bar.count_text != "")
    driver.bot.waitUntil(
        lambda: (driver.window.find_bar.count_text, False) in heard,
    )
