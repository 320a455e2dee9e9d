"""Articles that hold what breaks other readers, in every view: nothing fails, offsets are exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt

from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.ui.reading.surface import ReadingSurface
    from tests.ui.driving import Driver

_LEFT = Qt.MouseButton.LeftButton
# Descriptions of ideographs, variation selectors, joined emoji, combining marks, every kind
# of line end, a word divided by one, NUL and other controls, compatibility ideographs, marks
# of the kind that the conversion uses itself, characters beyond the first plane.
_HOSTILE = (
    "⿰木目林和⿱艹⿰日月的软件，𠮷野家的头发\r\n"
    "葛\ufe00城和辻\U000e0100堂，👨‍👩‍👧👍🏽和🇨🇳人，e\u0301里\u2028"
    "联\r\n网的软件\t和互\0联网\x01，互联网\u2029"
    "\uf900更\uf914发现，\U0010f003软件\U0010fffd网络\x85"
    "\ufeff台\u200b湾的网络\u00a0\u3000上互联网，𠀀𡋾面条。\v干部\f头发\n"
)
_WORDS = (
    "⿰木目林",
    "软件",
    "𠮷野家的",
    "头发",
    "👍🏽",
    "互联网",
    "发现",
    "网络",
    "𠀀𡋾面",
    "干部",
)
_NO_LINE = ("读书会的人发现头发在这里面，人人都用互联网和软件𠮷，" * 40_000)[:1_000_000]
_NO_BREAK = ("读书会的人发现头发在这里面人人都用互联网和软件𠮷" * 9_000)[:200_000]
_VIEWS = [(script, regional) for script in Script for regional in (False, True)]


def drag(driver: Driver, surface: ReadingSurface, span: Span) -> None:
    """Select a passage with the mouse, from its left edge to its right one."""
    viewport = surface.viewport()
    surface.reveal(Span(span.end - 1, span.end))
    surface.reveal(span)
    boxes = surface.rects(span)
    start = QPointF(boxes[0].left() + 2, boxes[0].center().y()).toPoint()
    end = QPointF(boxes[-1].right() - 1, boxes[-1].center().y()).toPoint()
    driver.bot.mousePress(viewport, _LEFT, pos=start)
    driver.bot.mouseMove(viewport, end)
    driver.bot.mouseRelease(viewport, _LEFT, pos=end)


def point_everywhere(surface: ReadingSurface, span: Span) -> int:
    """Rest the pointer on every character of a span; return on how many a word was told."""
    told = 0
    pages = surface.pages
    assert pages is not None
    source = pages.view.source
    for offset in range(span.start, span.end):
        for box in surface.rects(Span(offset, offset + 1)):
            surface.notes_at(box.center())
            word = surface.source_at(box.center())
            if word is not None:
                told += 1
                assert word.source.of(source) == word.words
                # What joins the character before it is told of with that.
                assert word.source.holds(offset) or not "\u4e00" <= source[offset] <= "\u9fff"
                assert word.character in word.words
                assert word.shown
    return told


def show_beside(driver: Driver, script: Script, *, regional: bool) -> tuple[ReadingSurface, ...]:
    """Show the article in a script with its changes, the original beside it."""
    window = driver.window
    if not window.parallel.shows_original:
        window.toggle_parallel()
        window.toggle_changes()
    driver.session.show_regional(on=regional)
    driver.session.show_script(script)
    sides = window.parallel.main, window.parallel.original
    for surface in sides:
        surface.viewport().repaint()
    return sides


@pytest.mark.parametrize(("script", "regional"), _VIEWS)
def test_every_view_of_a_hostile_text_selects_exactly_what_is_pointed_at(
    driver: Driver, script: Script, regional: bool
) -> None:
    driver.add(Article.from_text(_HOSTILE * 3))
    main, original = show_beside(driver, script, regional=regional)
    view = driver.session.view()
    assert view is not None
    for occurrence in (0, 2):
        for words in _WORDS:
            span = driver.find(words, occurrence)
            drag(driver, main, span)
            assert driver.session.passage == view.snapped(span), words
            assert main.selected_text() == view.text_of(span)
            drag(driver, original, span)
            assert driver.session.passage == span, words
            assert original.selected_text() == words
            assert main.selection == view.snapped(span)
            driver.key("1", widget=original)
            assert driver.session.annotation is not None
            assert driver.session.annotation.quote == words


@pytest.mark.parametrize(("script", "regional"), _VIEWS)
def test_every_character_of_a_hostile_text_can_be_pointed_at_and_walked_over(
    driver: Driver, script: Script, regional: bool
) -> None:
    driver.add(Article.from_text(_HOSTILE))
    sides = show_beside(driver, script, regional=regional)
    told = [point_everywhere(surface, Span(0, len(_HOSTILE))) for surface in sides]
    unchanged = script in (Script.ORIGINAL, Script.SIMPLIFIED)
    assert unchanged or all(told)
    for surface in sides:
        ends = {1: len(_HOSTILE), -1: 0}
        for direction, end in ends.items():
            offset, places = ends[-direction], 0
            while offset != end:
                following = surface.step(offset, direction)
                assert (following - offset) * direction > 0
                offset, places = following, places + 1
            assert places > 50


@pytest.mark.parametrize("text", [_NO_LINE, _NO_BREAK], ids=["no line end", "no break at all"])
def test_a_long_text_without_a_line_end_is_exact_in_every_view(driver: Driver, text: str) -> None:
    driver.add(Article.from_text(text))
    for script, regional in _VIEWS:
        main, original = show_beside(driver, script, regional=regional)
        view = driver.session.view()
        assert view is not None
        for place in (0, len(text) // 2, len(text) - 60):
            start = text.index("互联网和软件", place)
            span = Span(start, start + 6)
            drag(driver, main, span)
            assert driver.session.passage == view.snapped(span) == span
            drag(driver, original, Span(start + 1, start + 4))
            assert driver.session.passage == Span(start + 1, start + 4)
            assert main.selection == view.snapped(Span(start + 1, start + 4))
            changed = script not in (Script.ORIGINAL, Script.SIMPLIFIED)
            assert bool(point_everywhere(original, span)) is changed
            assert main.pages is not None
            cut = next(piece.end for piece in main.pages.paragraphs if piece.end > start)
            if cut < len(text):
                main.reveal(Span(cut, cut))
                assert [main.step(cut + 1, -1) <= cut, main.step(cut, -1) < cut] == [True, True]
