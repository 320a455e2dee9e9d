"""The reading surface by itself: geometry, selection, scripts; driven by mouse and keys."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.index import AnnotationIndex
from reader.text.article import Article
from reader.text.script import Script, config_for
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui.reading.heights import Heights
from reader.ui.reading.surface import ReadingSurface
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton

_PROSE = "临溪镇的书屋每周六开门，近3万人次来过；“灯下共读”活动办了62场，干部和孩子一起读。"
_RARE = "𠮷野家\u00a0的\ttab，𠀀𡋾\r\n第二行👍🏽和👨‍👩‍👧在一起\u2028第三行e\u0301结束。\n最后一行"


def tag(text: str, start: int, end: int, kind: str = "metric") -> Annotation:
    """Return a tag on a passage."""
    anchor = Anchor.at(text, Span(start, end))
    return Annotation(f"{start}-{end}-{kind}", "a", anchor, kind, "tester", "", "")


class Shown:
    """A surface that shows a text."""

    def __init__(self, bot: QtBot, text: str, tags: list[Annotation] | None = None) -> None:
        self.bot = bot
        self.text = text
        self.index = AnnotationIndex()
        for one in tags or []:
            self.index.put(one)
        self.surface = ReadingSurface(Theme.load("light"))
        bot.addWidget(self.surface)
        self.surface.resize(1000, 700)
        self.show(Script.ORIGINAL, first=True)
        self.surface.show()
        bot.waitExposed(self.surface)
        self.surface.setFocus()

    def show(self, script: Script, *, first: bool = False, regional: bool = False) -> None:
        """Show the text in a script."""
        source = Article.from_text(self.text).script
        view = ScriptView(self.text, config_for(source, script, regional=regional))
        if first:
            self.surface.show_article(view, self.index, script, source)
        else:
            self.surface.show_view(view, script, source)

    def centre(self, offset: int) -> QPoint:
        """Return the middle of a character."""
        self.surface.reveal(Span(offset, offset))
        return self.surface.rects(Span(offset, offset + 1))[0].center().toPoint()

    def left_edge(self, offset: int) -> QPoint:
        """Return a point just inside the left edge of a character."""
        self.surface.reveal(Span(offset, offset))
        rect = self.surface.rects(Span(offset, offset + 1))[0]
        return QPointF(rect.left() + 1, rect.center().y()).toPoint()

    def image(self) -> QImage:
        """Return what is painted."""
        return self.surface.viewport().grab().toImage()


def colours_in(image: QImage, rect: tuple[int, int, int, int]) -> set[str]:
    """Return the colours of a rectangle's pixels."""
    left, top, right, bottom = rect
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(top, bottom)}


def test_dragging_selects_the_characters_between(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _PROSE)
    viewport = shown.surface.viewport()
    qtbot.mousePress(viewport, LEFT, pos=shown.left_edge(3))
    qtbot.mouseMove(viewport, shown.left_edge(9))
    qtbot.mouseRelease(viewport, LEFT, pos=shown.left_edge(9))
    assert shown.surface.selection == Span(3, 9)
    assert shown.surface.selected_text() == _PROSE[3:9]


def test_dragging_backwards_selects_the_same(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _PROSE)
    viewport = shown.surface.viewport()
    qtbot.mousePress(viewport, LEFT, pos=shown.left_edge(9))
    qtbot.mouseMove(viewport, shown.left_edge(3))
    qtbot.mouseRelease(viewport, LEFT, pos=shown.left_edge(3))
    assert shown.surface.selection == Span(3, 9)


def test_shift_click_extends_the_selection(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _PROSE)
    viewport = shown.surface.viewport()
    qtbot.mouseClick(viewport, LEFT, NONE, shown.left_edge(4))
    qtbot.mouseClick(viewport, LEFT, SHIFT, shown.left_edge(20))
    assert shown.surface.selection == Span(4, 20)
    qtbot.mouseClick(viewport, LEFT, SHIFT, shown.left_edge(8))
    assert shown.surface.selection == Span(4, 8)


def test_double_click_selects_the_clause(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _PROSE)
    offset = _PROSE.index("灯下") + 1
    qtbot.mouseDClick(shown.surface.viewport(), LEFT, NONE, shown.centre(offset))
    assert shown.surface.selected_text() == "灯下共读"


def test_arrows_move_by_whole_characters(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _RARE)
    seen: list[int] = []
    for _ in range(60):
        qtbot.keyClick(shown.surface, Qt.Key.Key_Right, SHIFT)
        end = shown.surface.selection.end
        if seen and end == seen[-1]:
            break
        seen.append(end)
    assert seen[-1] == len(_RARE)
    # No stop between a letter and its accent, in a joined emoji, or in a line end.
    for whole in ("e\u0301", "👍🏽", "👨‍👩‍👧", "\r\n"):
        start = _RARE.index(whole)
        inside = range(start + 1, start + len(whole))
        assert not set(inside) & set(seen), ascii(whole)
    assert {1, 2, 3} <= set(seen)
    for _ in range(60):
        qtbot.keyClick(shown.surface, Qt.Key.Key_Left, SHIFT)
    assert not shown.surface.selection


def test_home_end_and_control_reach_line_and_article(qtbot: QtBot) -> None:
    text = "\n".join([_PROSE * 3] * 30)
    shown = Shown(qtbot, text)
    qtbot.keyClick(shown.surface, Qt.Key.Key_End, SHIFT)
    line = shown.surface.selection
    assert 30 <= len(line) <= 38
    qtbot.keyClick(shown.surface, Qt.Key.Key_Home, SHIFT)
    assert not shown.surface.selection
    qtbot.keyClick(shown.surface, Qt.Key.Key_End, SHIFT | CONTROL)
    assert shown.surface.selection == Span(0, len(text))
    qtbot.keyClick(shown.surface, Qt.Key.Key_Home, CONTROL)
    assert shown.surface.selection == Span(0, 0)


def test_down_and_up_keep_the_column(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "\n".join([_PROSE * 2] * 5))
    for _ in range(7):
        qtbot.keyClick(shown.surface, Qt.Key.Key_Right)
    start = shown.surface.selection
    for _ in range(6):
        qtbot.keyClick(shown.surface, Qt.Key.Key_Down)
    for _ in range(6):
        qtbot.keyClick(shown.surface, Qt.Key.Key_Up)
    assert shown.surface.selection == start


def test_control_a_then_copy_gives_the_words_shown(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _PROSE)
    shown.show(Script.TAIWAN)
    shown.surface.select_all()
    assert shown.surface.selected_text() == ScriptView(_PROSE, "s2tw").whole().text


@pytest.mark.parametrize("script", list(Script))
def test_switching_script_keeps_selection_and_place(qtbot: QtBot, script: Script) -> None:
    text = "\n".join(f"第{n}段。{_PROSE}" for n in range(400))
    shown = Shown(qtbot, text)
    shown.surface.reveal(Span(9000, 9001))
    pages = shown.surface.pages
    assert pages is not None
    before = pages.top_offset()
    shown.surface.select(Span(9000, 9007))
    shown.show(script)
    assert shown.surface.selection == Span(9000, 9007)
    after = pages.top_offset()
    assert after[0] == before[0]
    assert after[1] == pytest.approx(before[1], abs=1.0)


def test_zooming_and_resizing_keep_the_place(qtbot: QtBot) -> None:
    text = "\n".join(f"第{n}段。{_PROSE}" for n in range(400))
    shown = Shown(qtbot, text)
    shown.surface.reveal(Span(9000, 9001))
    pages = shown.surface.pages
    assert pages is not None
    place = pages.top_offset()[0]
    for steps in (3, -1, -2):
        shown.surface.set_typography(shown.surface.typography.zoomed(steps))
        assert abs(pages.top_offset()[0] - place) <= 40
    shown.surface.resize(600, 500)
    assert abs(pages.top_offset()[0] - place) <= 40


def test_selection_inside_a_block_snaps_outward(qtbot: QtBot) -> None:
    text = "人们用互联网读书，也去书屋。"
    shown = Shown(qtbot, text)
    shown.show(Script.TAIWAN, regional=True)
    view = ScriptView(text, "s2twp").whole()
    assert "網際網路" in view.text
    shown.surface.select(Span(4, 5))
    assert shown.surface.selection == Span(3, 6)
    assert shown.surface.selected_text() == "網際網路"
    # With the mouse: press in the middle of the block, drag by one character.
    rect = shown.surface.rects(Span(3, 6))[0]
    middle = QPointF(rect.left() + rect.width() * 0.55, rect.center().y()).toPoint()
    viewport = shown.surface.viewport()
    qtbot.mousePress(viewport, LEFT, pos=middle)
    qtbot.mouseMove(viewport, shown.left_edge(8))
    qtbot.mouseRelease(viewport, LEFT, pos=shown.left_edge(8))
    assert shown.surface.selection == Span(3, 8)


def test_overlapping_tags_each_have_an_underline_of_their_own(qtbot: QtBot) -> None:
    tags = [
        tag(_PROSE, 2, 14, "honour"),
        tag(_PROSE, 4, 9, "metric"),
        tag(_PROSE, 7, 12, "programme"),
    ]
    shown = Shown(qtbot, _PROSE, tags)
    rect = shown.surface.rects(Span(7, 9))[0].toRect()
    below = (rect.left() + 4, rect.bottom(), rect.right() - 4, rect.bottom() + 14)
    seen = colours_in(shown.image(), below)
    assert {"#b84a00", "#0069a8", "#006b4b"} <= seen


def test_the_innermost_tag_gives_the_ground(qtbot: QtBot) -> None:
    tags = [tag(_PROSE, 2, 14, "honour"), tag(_PROSE, 5, 8, "metric")]
    shown = Shown(qtbot, _PROSE, tags)
    theme = Theme.load("light")
    image = shown.image()
    inner = shown.surface.rects(Span(6, 7))[0]
    outer = shown.surface.rects(Span(10, 11))[0]
    grounds = [
        image.pixelColor(round(r.left()) + 1, round(r.top()) + 1).name() for r in (inner, outer)
    ]
    assert grounds == [theme.tint("#0069a8").name(), theme.tint("#b84a00").name()]


def test_a_click_chooses_the_shortest_tag_then_the_next_one_out(qtbot: QtBot) -> None:
    tags = [tag(_PROSE, 2, 14, "honour"), tag(_PROSE, 5, 8, "metric")]
    shown = Shown(qtbot, _PROSE, tags)
    clicked: list[str | None] = []
    shown.surface.annotation_clicked.connect(clicked.append)
    shown.surface.annotation_clicked.connect(shown.surface.set_chosen)
    for _ in range(3):
        qtbot.mouseClick(shown.surface.viewport(), LEFT, NONE, shown.centre(6))
    qtbot.mouseClick(shown.surface.viewport(), LEFT, NONE, shown.centre(20))
    assert clicked == ["5-8-metric", "2-14-honour", "5-8-metric", None]


def test_dragging_a_handle_moves_that_end(qtbot: QtBot) -> None:
    one = tag(_PROSE, 5, 8)
    shown = Shown(qtbot, _PROSE, [one])
    shown.surface.set_chosen(one.id)
    moved: list[Span] = []
    shown.surface.annotation_moved.connect(moved.append)
    rect = shown.surface.rects(one.span)[0]
    viewport = shown.surface.viewport()
    for corner, to in ((rect.bottomRight(), 11), (rect.topLeft(), 2)):
        qtbot.mousePress(viewport, LEFT, pos=corner.toPoint())
        qtbot.mouseMove(viewport, shown.left_edge(to))
        qtbot.mouseRelease(viewport, LEFT, pos=shown.left_edge(to))
    assert moved == [Span(5, 11), Span(2, 8)]
    assert not shown.surface.selection


def test_choosing_another_tag_ends_the_dragging_of_an_end(qtbot: QtBot) -> None:
    one, other = tag(_PROSE, 5, 8), tag(_PROSE, 12, 14)
    shown = Shown(qtbot, _PROSE, [one, other])
    shown.surface.set_chosen(one.id)
    moved: list[Span] = []
    shown.surface.annotation_moved.connect(moved.append)
    viewport = shown.surface.viewport()
    qtbot.mousePress(viewport, LEFT, pos=shown.surface.rects(one.span)[0].bottomRight().toPoint())
    qtbot.mouseMove(viewport, shown.left_edge(10))
    # By a key, or because somebody else deleted the first.
    shown.surface.set_chosen(other.id)
    qtbot.mouseMove(viewport, shown.left_edge(11))
    qtbot.mouseRelease(viewport, LEFT, pos=shown.left_edge(11))
    assert moved == []
    assert not shown.surface.selection


def test_matches_are_marked_and_the_current_one_more_strongly(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _PROSE)
    theme = Theme.load("light")
    shown.surface.set_matches([Span(2, 4), Span(10, 12)], Span(10, 12))
    image = shown.image()
    grounds = []
    for span in (Span(2, 3), Span(10, 11)):
        rect = shown.surface.rects(span)[0]
        grounds.append(image.pixelColor(round(rect.left()) + 1, round(rect.top()) + 1).name())
    assert grounds == [QColor(theme.match).name(), QColor(theme.current_match).name()]


def test_only_visible_paragraphs_are_laid_out(qtbot: QtBot) -> None:
    text = "\n".join(f"第{n}段。{_PROSE * 4}" for n in range(3000))
    shown = Shown(qtbot, text)
    pages = shown.surface.pages
    assert pages is not None
    visible = len(list(pages.visible()))
    shown.surface.reveal(Span(len(text) // 2, len(text) // 2))
    shown.surface.reveal(Span(len(text) - 1, len(text)))
    shown.show(Script.TAIWAN)
    shown.image()
    assert len(pages.laid_out) <= 2 * visible + 4
    assert max(pages.laid_out) == len(pages.paragraphs) - 1


def test_scrolling_reaches_the_end_and_shows_the_last_line(qtbot: QtBot) -> None:
    text = "\n".join(f"第{n}段。{_PROSE * (n % 5)}" for n in range(500))
    shown = Shown(qtbot, text)
    bar = shown.surface.verticalScrollBar()
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum())
    assert shown.surface.rects(Span(len(text) - 1, len(text)))
    bar.setValue(0)
    assert shown.surface.rects(Span(0, 1))


def turn_wheel(shown: Shown, turn: int, modifier: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the surface as a mouse does."""
    viewport = shown.surface.viewport()
    point = QPointF(viewport.rect().center())
    event = QWheelEvent(
        point,
        QPointF(viewport.mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_the_wheel_glides_and_control_wheel_zooms(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "\n".join([_PROSE] * 300))
    surface = shown.surface
    asked: list[int] = []
    surface.zoomed.connect(asked.append)
    line = surface.typography.line
    turn_wheel(shown, -120, NONE)
    qtbot.waitUntil(lambda: surface.verticalScrollBar().value() == 3 * line)
    turn_wheel(shown, 120, NONE)
    qtbot.waitUntil(lambda: surface.verticalScrollBar().value() == 0)
    assert asked == []
    turn_wheel(shown, 120, CONTROL)
    turn_wheel(shown, -120, CONTROL)
    assert asked == [1, -1]
    assert surface.verticalScrollBar().value() == 0


def test_space_turns_a_page(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "\n".join([_PROSE] * 300))
    bar = shown.surface.verticalScrollBar()
    page = shown.surface.viewport().height()
    qtbot.keyClick(shown.surface, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: abs(bar.value() - (page - shown.surface.typography.line)) <= 1)
    qtbot.keyClick(shown.surface, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: bar.value() == 0)


@pytest.mark.parametrize(
    "text", [_RARE, "", "\n\n\n", "a", "汉\0字", "\r\n\r\n", "#", "# ", "𠀀" * 50]
)
def test_every_offset_of_hostile_text_can_be_shown_and_hit(qtbot: QtBot, text: str) -> None:
    shown = Shown(qtbot, text)
    surface = shown.surface
    for script in Script:
        shown.show(script)
        shown.image()
        for offset in range(len(text)):
            for rect in surface.rects(Span(offset, offset + 1)):
                found = surface.character_at(rect.center())
                assert found is not None
                assert found <= offset < surface.step(found, 1)


_PIECES = st.sampled_from(
    [
        "政协",
        "互联网",
        "𠮷",
        "软件",
        "\n",
        "。",
        "62场",
        "e\u0301",
        "👨‍👩‍👧",
        "\u2028",
        "乾隆",
        " ",
        "\t",
        "abc",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(_PIECES, min_size=1, max_size=60), seed=st.integers(0, 99))
def test_what_is_painted_for_a_span_is_what_a_click_there_returns(
    qtbot: QtBot, pieces: list[str], seed: int
) -> None:
    text = "".join(pieces)
    shown = Shown(qtbot, text)
    shown.show(Script.TAIWAN, regional=True)
    pages = shown.surface.pages
    assert pages is not None
    chosen = random.Random(seed).randrange(len(text))
    whole = pages.view.slice(Span(chosen, chosen + 1)).span
    for rect in shown.surface.rects(Span(chosen, chosen + 1)):
        found = shown.surface.place_at(rect.center())
        assert found.start <= whole.end
        assert whole.start <= found.end


@given(
    st.lists(st.floats(1, 100), min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.floats(1, 100)), max_size=30),
    st.floats(0, 7000),
)
def test_heights_agree_with_plain_sums(
    heights: list[float], changes: list[tuple[int, float]], y: float
) -> None:
    tree = Heights(heights)
    plain = list(heights)
    for index, height in changes:
        plain[index % len(plain)] = height
        tree.put(index % len(plain), height)
    for index in range(len(plain) + 1):
        assert tree.before(index) == pytest.approx(sum(plain[:index]))
    index, inside = tree.at(y)
    if y < sum(plain) - 1e-6:
        assert sum(plain[:index]) - 1e-6 <= y
        assert inside == pytest.approx(y - sum(plain[:index]), abs=1e-6)
        assert inside <= plain[index] + 1e-6
    else:
        assert index == len(plain) - 1


def test_a_paragraph_of_a_million_characters_is_shown_in_pieces(qtbot: QtBot) -> None:
    text = _PROSE * 22_000
    shown = Shown(qtbot, text)
    pages = shown.surface.pages
    assert pages is not None
    shown.surface.reveal(Span(len(text) // 2, len(text) // 2))
    assert all(len(layout.span) <= 2000 for layout, _y in pages.visible())
    assert len(pages.laid_out) < 12


def test_each_script_has_the_face_of_its_region(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "骨直门")
    families = []
    for script in Script:
        shown.show(script)
        families.append(shown.surface.typography.families[0])
    assert families == [
        "Noto Serif CJK SC",
        "Noto Serif CJK SC",
        "Noto Serif CJK TC",
        "Noto Serif CJK TC",
        "Noto Serif CJK HK",
    ]


def test_the_pieces_of_a_long_paragraph_are_walked_and_pointed_at_as_one(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "人" * 5000)
    pages = shown.surface.pages
    assert pages is not None
    cut = pages.paragraphs[0].end
    assert 0 < cut < 5000
    assert [shown.surface.step(offset, -1) for offset in (cut + 1, cut, cut - 1)] == [
        cut,
        cut - 1,
        cut - 2,
    ]
    assert [shown.surface.step(offset, 1) for offset in (cut - 1, cut)] == [cut, cut + 1]
    for offset in (cut - 1, cut):
        assert shown.surface.character_at(QPointF(shown.centre(offset))) == offset


def test_a_surface_without_height_knows_where_it_stands(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "书屋全年举办活动。\n" * 40)
    shown.surface.setFixedHeight(0)
    assert shown.surface.viewport().height() == 0
    pages = shown.surface.pages
    assert pages is not None
    seen = pages.visible_span()
    assert seen == pages.paragraphs[0]
    assert shown.surface.place_at(QPointF(0, 0)) == Span(0, 0)
