"""The map beside the scroll bar: what it shows, where a click on it goes, what it tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reader.annotation.index import AnnotationIndex
from reader.annotation.tag_set import DEFAULT_TAG_SET, TagKind, TagSet
from reader.text.article import Article
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui.contrast import GRAPHIC, contrast
from reader.ui.reading.marks import UNKNOWN_COLOUR, lane_pitch
from reader.ui.reading.minimap import WIDTH, Minimap
from reader.ui.reading.parallel import ParallelView
from reader.ui.reading.surface import ReadingSurface
from reader.ui.theme import NAMES, Theme
from tests.ui.test_surface import LEFT, NONE, SHIFT, Shown, tag, turn_wheel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.annotation.annotation import Annotation

_LINE = "临溪镇的书屋每周六开门，近3万人次来过。"
_TEXT = "\n".join(f"第{n}段。{_LINE * 3}" for n in range(300))


class Mapped(Shown):
    """A surface with a map that is drawn."""

    def __init__(self, bot: QtBot, tags: list[Annotation], text: str = _TEXT) -> None:
        super().__init__(bot, text, tags)
        self.draw()

    @property
    def map(self) -> Minimap:
        return self.surface.minimap

    def draw(self) -> None:
        """Draw what it is to show, now."""
        self.bot.waitUntil(lambda: self.surface.pages is None or self.surface.pages.complete)
        self.map.make()

    def rows(self, colour: str) -> list[int]:
        """Return the rows in which a colour stands, apart from the frame of the place."""
        image = self.map.grab().toImage()
        return [
            y
            for y in range(image.height())
            if any(image.pixelColor(x, y).name() == colour for x in range(1, WIDTH - 1))
        ]

    def row(self, offset: int) -> float:
        """Return about where in the map an offset of the source is."""
        return offset / len(self.text) * self.map.height()


def colour_of(theme: Theme, kind: str) -> str:
    """Return the colour of a kind's marks."""
    return theme.mark(next(one.colour for one in DEFAULT_TAG_SET if one.name == kind))


def test_tags_stand_in_their_colours_where_they_are_in_the_article(qtbot: QtBot) -> None:
    places = {"metric": 4_000, "programme": 11_000, "honour": 17_000}
    shown = Mapped(qtbot, [tag(_TEXT, start, start + 6, kind) for kind, start in places.items()])
    theme = Theme.load("light")
    for kind, start in places.items():
        (first, *_rest) = shown.rows(colour_of(theme, kind))
        assert abs(first - shown.row(start)) < 8, kind


def test_a_long_tag_is_as_long_in_the_map(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [tag(_TEXT, 6_000, 12_000)])
    rows = shown.rows(colour_of(Theme.load("light"), "metric"))
    assert len(rows) == rows[-1] - rows[0] + 1
    assert abs(len(rows) - shown.row(6_000)) < 12


def test_what_was_tagged_and_untagged_is_shown_a_moment_later(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [])
    colour = colour_of(Theme.load("light"), "metric")
    assert not shown.rows(colour)
    one = tag(_TEXT, 9_000, 9_004)
    shown.index.put(one)
    shown.surface.update_marks()
    qtbot.waitUntil(lambda: bool(shown.rows(colour)))
    shown.index.remove(one.id)
    shown.surface.update_marks()
    qtbot.waitUntil(lambda: not shown.rows(colour))


def test_the_map_follows_single_tags_without_looking_at_the_others(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [tag(_TEXT, 9_000, 9_004)])
    colour = colour_of(Theme.load("light"), "metric")
    assert len(shown.rows(colour)) > 0
    other, moved = tag(_TEXT, 15_000, 15_004), tag(_TEXT, 3_000, 3_004)
    for before, after in ((None, other), (other, moved), (moved, None)):
        if before is not None:
            shown.index.remove(before.id)
        if after is not None:
            shown.index.put(after)
        shown.surface.update_marks([(before, after)])
        shown.draw()
        drawn = shown.rows(colour)
        shown.surface.update_marks()
        shown.draw()
        assert drawn == shown.rows(colour)


def test_matches_stand_in_a_lane_of_their_own_and_the_current_one_across(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [tag(_TEXT, 9_000, 9_004)])
    matches = [Span(start, start + 2) for start in (5_000, 10_000, 15_000)]
    shown.surface.set_matches(matches, matches[1])
    shown.draw()
    theme = Theme.load("light")
    image = shown.map.grab().toImage()

    def columns(y: int) -> list[int]:
        found = [image.pixelColor(x, y).name() == theme.ambiguous for x in range(WIDTH)]
        return [x for x, there in enumerate(found) if there]

    rows = [y for y in shown.rows(theme.ambiguous) if y - 1 not in shown.rows(theme.ambiguous)]
    assert len(rows) == 3
    widths = [len(columns(y)) for y in rows]
    assert widths[1] == WIDTH
    assert widths[0] == widths[2] < WIDTH // 3
    for row, match in zip(rows, matches, strict=True):
        assert abs(row - shown.row(match.start)) < 8


def test_text_set_otherwise_puts_the_marks_elsewhere(qtbot: QtBot) -> None:
    short = "短短一行\n" * 200
    text = short + (_LINE * 40 + "\n") * 20
    shown = Mapped(qtbot, [tag(text, len(short) - 5, len(short) - 1)], text)
    colour = colour_of(Theme.load("light"), "metric")
    (before, *_rest) = shown.rows(colour)
    shown.surface.set_typography(shown.surface.typography.zoomed(10))
    # Short lines stay one line; long ones are more.
    qtbot.waitUntil(lambda: shown.rows(colour)[0] < before - 40)


def test_a_click_goes_there_and_a_drag_goes_along(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [])
    pages = shown.surface.pages
    assert pages is not None
    middle = QPoint(WIDTH // 2, shown.map.height() // 2)
    qtbot.mousePress(shown.map, LEFT, NONE, middle)
    assert pages.visible_span().holds(len(_TEXT) // 2)
    bottom = QPoint(WIDTH // 2, shown.map.height() - 1)
    qtbot.mouseMove(shown.map, bottom)
    qtbot.mouseRelease(shown.map, LEFT, NONE, bottom)
    assert pages.visible_span().end == len(_TEXT)
    place = pages.top_offset()
    qtbot.mouseMove(shown.map, middle)
    assert pages.top_offset() == place
    assert not shown.surface.selection


def test_the_frame_follows_the_place(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [])
    accent = Theme.load("light").accent
    bar = shown.surface.verticalScrollBar()
    for share in (0, 0.5, 1):
        bar.setValue(round(share * bar.maximum()))
        bar.setValue(round(share * bar.maximum()))
        rows = shown.rows(accent)
        assert rows
        assert rows[-1] - rows[0] >= 8
        assert abs((rows[0] + rows[-1]) / 2 - share * shown.map.height()) < 14
    turn_wheel(shown, 120, NONE)
    qtbot.waitUntil(lambda: not shown.surface.gliding)


def test_the_wheel_turns_the_text_over_the_map_too(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [])
    qtbot.keyClick(shown.surface, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not shown.surface.gliding)
    before = shown.surface.verticalScrollBar().value()
    qtbot.keyClick(shown.surface, Qt.Key.Key_Space, SHIFT)
    qtbot.waitUntil(lambda: not shown.surface.gliding)
    assert shown.surface.verticalScrollBar().value() < before


def hover(shown: Mapped, y: float) -> str:
    """Rest the pointer on the map; return what is told."""
    point = QPoint(WIDTH // 2, round(y))
    QApplication.sendEvent(
        shown.map, QHelpEvent(QEvent.Type.ToolTip, point, shown.map.mapToGlobal(point))
    )
    return QToolTip.text()


def test_resting_on_it_tells_how_many_are_there(qtbot: QtBot) -> None:
    tags = [tag(_TEXT, 9_000 + n, 9_003 + n, "metric") for n in range(12)]
    shown = Mapped(qtbot, [*tags, tag(_TEXT, 15_000, 15_002)])
    shown.surface.set_matches([Span(3_000, 3_002), Span(9_000, 9_002), Span(9_010, 9_012)], None)
    shown.draw()
    rows = shown.rows(colour_of(Theme.load("light"), "metric"))
    assert hover(shown, rows[0]) == "12 tags here\n2 matches here"
    assert hover(shown, rows[-1]) == "1 tag here"
    assert hover(shown, shown.row(3_000)) == "1 match here"
    assert shown.map.told_at(QPointF(1, shown.row(6_000))) == ""
    hover(shown, shown.row(6_000))
    shown.surface.show_article(None, AnnotationIndex(), Script.ORIGINAL, SourceScript.SIMPLIFIED)
    assert shown.map.told_at(QPointF(1, 1)) == ""
    assert shown.map.isHidden()


def test_there_is_no_map_where_the_whole_article_is_seen(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [tag(_LINE, 2, 4)], _LINE)
    assert shown.map.isHidden()
    longer = Mapped(qtbot, [], _TEXT)
    assert longer.map.isVisible()
    assert longer.map.geometry().right() == longer.surface.viewport().rect().right()
    # It lies in the margin: no word is under it.
    words = longer.surface.rects(Span(0, 200))
    assert max(rect.right() for rect in words) < longer.map.x()
    assert longer.map.accessibleName()


@pytest.mark.parametrize("name", NAMES)
def test_everything_on_the_map_stands_out_from_it(name: str) -> None:
    theme = Theme.load(name)
    marks = [theme.mark(kind.colour) for kind in DEFAULT_TAG_SET]
    for colour in (*marks, theme.mark(UNKNOWN_COLOUR), theme.ambiguous, theme.accent):
        assert contrast(colour, theme.paper) >= GRAPHIC


def test_another_theme_gives_it_other_colours(qtbot: QtBot) -> None:
    shown = Mapped(qtbot, [tag(_TEXT, 9_000, 9_004)])
    shown.surface._theme.become("dark")
    dark = colour_of(Theme.load("dark"), "metric")
    qtbot.waitUntil(lambda: bool(shown.rows(dark)))


def test_kinds_without_a_lane_of_their_own_share_one(qtbot: QtBot) -> None:
    colours = ("#b00000", "#0000b0", "#006000", "#705000", "#b000b0", "#007070")
    kinds = [TagKind(f"kind{n}", f"Kind {n}", colour, "") for n, colour in enumerate(colours)]
    tags = [tag(_TEXT, 9_000, 9_004, kind.name) for kind in kinds]
    tags += [tag(_TEXT, 12_000, 12_004, kind.name) for kind in kinds[:4]]
    tags.append(tag(_TEXT, 15_000, 15_004, "gone"))
    shown = Mapped(qtbot, tags)
    shown.surface.set_tag_set(TagSet(tuple(kinds)))
    shown.draw()
    theme = Theme.load("light")
    alone = [shown.rows(theme.mark(kind.colour)) for kind in kinds]
    assert all(alone[:4])
    # Mixed with that of the kind whose lane they share.
    assert not alone[4]
    assert not alone[5]
    assert len(alone[2]) == len(alone[3]) == 4
    assert len(alone[0]) == len(alone[1]) == 2
    assert shown.rows(theme.mark(UNKNOWN_COLOUR))


@pytest.mark.parametrize(
    ("room", "count", "pitch", "weight"),
    [(14, 1, 3, 2), (14, 5, 3, 2), (14, 6, 2, 1), (14, 8, 2, 1), (4, 2, 3, 2), (4, 6, 1, 1)],
)
def test_underlines_draw_together_where_many_stand(
    room: float, count: int, pitch: int, weight: int
) -> None:
    assert lane_pitch(room, count) == (pitch, weight)


@pytest.mark.parametrize("name", NAMES)
def test_six_tags_on_one_character_are_six_lines_apart(qtbot: QtBot, name: str) -> None:
    text = _LINE * 8
    nested = [tag(text, 4 + n, 20 - n, ("metric", "programme", "honour")[n % 3]) for n in range(6)]
    shown = Shown(qtbot, text, nested)
    shown.surface._theme.become(name)
    theme = Theme.load(name)
    box = shown.surface.rects(Span(11, 12))[0].toRect()
    following = shown.surface.rects(Span(11 + 60, 12 + 60))[0].toRect()
    image = shown.image()
    x = box.center().x()
    column = [image.pixelColor(x, y).name() for y in range(box.bottom() + 1, following.top() + 2)]
    marks = [colour_of(theme, kind) for kind in ("metric", "programme", "honour")] * 2
    lines = [colour for colour in column if colour in marks]
    assert lines == marks
    assert all(column[n] != column[n + 1] for n in range(len(column) - 1) if column[n] in marks)


def test_the_next_paragraph_s_grounds_hide_no_underline(qtbot: QtBot) -> None:
    text = f"{_LINE}\n{_LINE}"
    second = len(_LINE) + 1
    nested = [tag(text, 4 + n, 16 - n, ("metric", "programme", "honour")[n % 3]) for n in range(6)]
    shown = Shown(qtbot, text, [*nested, tag(text, second + 1, second + 17)])
    shown.surface.set_typography(replace(shown.surface.typography, leading=1.4))
    theme = Theme.load("light")
    box = shown.surface.rects(Span(10, 11))[0].toRect()
    image = shown.image()
    column = [image.pixelColor(box.center().x(), box.bottom() + y).name() for y in range(12)]
    marks = [colour_of(theme, kind) for kind in ("metric", "programme", "honour")] * 2
    assert [colour for colour in column if colour in marks] == marks


def test_many_tags_move_no_line_of_the_text(qtbot: QtBot) -> None:
    text = _LINE * 8
    nested = [tag(text, 4 + n, 20 - n) for n in range(6)]
    plain, deep = Shown(qtbot, text), Shown(qtbot, text, nested)
    for script in Script:
        plain.show(script)
        deep.show(script)
        assert plain.surface.rects(Span(0, 90)) == deep.surface.rects(Span(0, 90))


def test_the_original_beside_has_no_map_of_its_own(qtbot: QtBot) -> None:
    main = ReadingSurface(Theme.load("light"))
    both = ParallelView(main, main._theme)
    qtbot.addWidget(both)
    both.resize(1200, 700)
    source = Article.from_text(_TEXT)
    main.show_article(ScriptView(_TEXT, None), AnnotationIndex(), Script.ORIGINAL, source.script)
    both.show()
    both.show_original(on=True)
    qtbot.waitExposed(both)
    qtbot.waitUntil(main.minimap.isVisible)
    assert both.original.pages is not None
    assert both.original.minimap.isHidden()
