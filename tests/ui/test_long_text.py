"""Long articles on the surface: what is seen comes first, the rest is found in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation.index import AnnotationIndex
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui.reading.heights import Heights
from reader.ui.reading.surface import ReadingSurface
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_LINE = "临溪镇的书屋每周六开门，近3万人次来过；干部和孩子一起读。"
_LONG = "\n".join(f"第{n}段。{_LINE * (1 + n % 7)}" for n in range(2_000))


def shown(bot: QtBot, text: str) -> ReadingSurface:
    """Return a surface that shows a text and has not yet had a turn of the event loop."""
    surface = ReadingSurface(Theme.load("light"))
    bot.addWidget(surface)
    surface.resize(1000, 700)
    surface.show()
    bot.waitExposed(surface)
    view = ScriptView(text, None)
    surface.show_article(view, AnnotationIndex(), Script.ORIGINAL, SourceScript.SIMPLIFIED)
    surface.viewport().repaint()
    return surface


def found_all(surface: ReadingSurface) -> bool:
    """Return whether every paragraph is found."""
    return surface.pages is not None and surface.pages.complete


def test_the_first_screen_does_not_wait_for_the_rest(qtbot: QtBot) -> None:
    surface = shown(qtbot, _LONG)
    assert surface.rects(Span(0, 1))
    assert surface.pages is not None
    assert surface.pages.paragraphs.found < 500
    guessed = surface.verticalScrollBar().maximum()
    with qtbot.waitSignal(surface.arranged):
        qtbot.waitUntil(lambda: found_all(surface))
    known = surface.verticalScrollBar().maximum()
    assert surface.pages.paragraphs.found == 2_000
    assert known == pytest.approx(guessed, rel=0.1)
    assert surface.verticalScrollBar().value() == 0


def test_the_end_can_be_gone_to_before_the_middle_is_found(qtbot: QtBot) -> None:
    surface = shown(qtbot, _LONG)
    surface.reveal(Span(len(_LONG) - 1, len(_LONG)))
    assert surface.rects(Span(len(_LONG) - 1, len(_LONG)))
    bar = surface.verticalScrollBar()
    assert bar.value() == pytest.approx(bar.maximum(), abs=2)


def test_the_scroll_bar_goes_to_the_end_before_the_middle_is_found(qtbot: QtBot) -> None:
    surface = shown(qtbot, _LONG)
    bar = surface.verticalScrollBar()
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum())
    assert surface.rects(Span(len(_LONG) - 1, len(_LONG)))


def test_what_is_read_stays_where_it_is_while_the_rest_is_found(qtbot: QtBot) -> None:
    surface = shown(qtbot, _LONG)
    middle = len(_LONG) // 2
    surface.reveal(Span(middle, middle + 1))
    before = surface.rects(Span(middle, middle + 1))[0].top()
    assert not found_all(surface)
    qtbot.waitUntil(lambda: found_all(surface))
    qtbot.wait(1)
    assert surface.rects(Span(middle, middle + 1))[0].top() == before


def test_another_size_before_the_rest_is_found_keeps_the_place(qtbot: QtBot) -> None:
    surface = shown(qtbot, _LONG)
    surface.resize(700, 600)
    qtbot.waitUntil(lambda: found_all(surface))
    assert surface.rects(Span(0, 1))
    surface.reveal(Span(len(_LONG) - 1, len(_LONG)))
    assert surface.rects(Span(len(_LONG) - 1, len(_LONG)))


def test_every_line_of_a_long_paragraph_that_is_seen_is_painted(qtbot: QtBot) -> None:
    surface = shown(qtbot, _LINE * 66)
    surface.reveal(Span(900, 901))
    bar = surface.verticalScrollBar()
    bar.setValue(bar.value() + 13)
    image = surface.viewport().grab().toImage()
    boxes = [box for box in surface.rects(Span(0, 1_800)) if -5 < box.top() < image.height() - 15]
    assert len(boxes) > 15
    for box in boxes:
        rows = range(max(0, round(box.top())), min(image.height(), round(box.bottom())))
        columns = range(round(box.left()), round(box.right()))
        assert any(image.pixelColor(x, y).lightness() < 100 for y in rows for x in columns), box


def test_closing_the_article_ends_the_search(qtbot: QtBot) -> None:
    surface = shown(qtbot, _LONG)
    surface.show_article(None, AnnotationIndex(), Script.ORIGINAL, SourceScript.SIMPLIFIED)
    qtbot.wait(5)
    assert surface.verticalScrollBar().maximum() == 0


@given(
    st.lists(st.floats(1, 100), min_size=1, max_size=4),
    st.integers(1, 1200),
    st.lists(st.integers(1, 700), max_size=3),
    st.floats(-10, 90_000),
)
def test_the_heights_of_many_blocks_agree_with_plain_sums(
    some: list[float], count: int, more: list[int], y: float
) -> None:
    plain = [some[n % len(some)] for n in range(count)]
    heights = Heights(plain)
    for number in more:
        added = [some[n % len(some)] + 1 for n in range(number)]
        heights.extend(added)
        plain += added
    for index in {0, 511, 512, 513, 1024, len(plain) - 1} & set(range(len(plain))):
        heights.put(index, plain[index] + 7)
        plain[index] += 7
        assert heights.before(index + 1) == pytest.approx(sum(plain[: index + 1]))
    assert heights.total == pytest.approx(sum(plain))
    index, inside = heights.at(y)
    if y < sum(plain) - 1e-6:
        assert sum(plain[:index]) - 1e-6 <= max(0.0, y)
        assert inside == pytest.approx(max(0.0, y) - sum(plain[:index]), abs=1e-6)
        assert inside <= plain[index] + 1e-6
    else:
        assert index == len(plain) - 1
