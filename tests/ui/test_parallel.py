"""The original beside the script shown: what is done on one side is seen on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from reader.annotation.index import AnnotationIndex
from reader.annotation.tag_set import TagSet
from reader.text.article import Article
from reader.text.glossary import Corrections
from reader.text.script import Script, SourceScript, config_for
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui.reading.parallel import ParallelView
from reader.ui.reading.surface import ReadingSurface
from reader.ui.theme import Theme
from tests.ui.test_surface import CONTROL, LEFT, NONE, SHIFT, tag

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_LINE = "读书会的人发现头发在这里面，人人都用互联网和软件，“灯下共读”活动办了62场。"
_TEXT = "\n".join(f"第{n}段。{_LINE * (1 + n % 4)}" for n in range(200))


class Beside:
    """A surface in Taiwan's script with the original beside it."""

    def __init__(self, bot: QtBot, text: str = _TEXT, *, regional: bool = False) -> None:
        self.bot = bot
        self.theme = Theme.load("light")
        self.main = ReadingSurface(self.theme)
        self.view = ParallelView(self.main, self.theme)
        self.original = self.view.original
        self.index = AnnotationIndex()
        self.text = text
        bot.addWidget(self.view)
        self.view.resize(1180, 640)
        self.view.show()
        bot.waitExposed(self.view)
        self.show(text, regional=regional)
        self.view.show_original(on=True)
        self.main.setFocus()

    def show(
        self,
        text: str,
        script: Script = Script.TAIWAN,
        *,
        regional: bool = False,
        first: bool = True,
        source: SourceScript | None = None,
    ) -> None:
        """Show a text in a script."""
        self.text = text
        source = source or Article.from_text(text).script
        view = ScriptView(text, config_for(source, script, regional=regional))
        if first:
            self.main.show_article(view, self.index, script, source)
        else:
            self.main.show_view(view, script, source)

    def top(self, surface: ReadingSurface, offset: int) -> float:
        """Return the height of a character."""
        return surface.rects(Span(offset, offset + 1))[0].top()

    def assert_level(self, leader: ReadingSurface) -> None:
        """The first words of the leader stand at the same height on both sides."""
        assert leader.pages is not None
        offset, _y = leader.pages.top_offset()
        heights = [self.top(surface, offset) for surface in (self.main, self.original)]
        assert heights[0] == pytest.approx(heights[1], abs=2.5)

    def turn_wheel(self, surface: ReadingSurface, turn: int, modifier: Qt.KeyboardModifier) -> None:
        """Turn the wheel over a surface and wait until it stands still."""
        viewport = surface.viewport()
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
        self.bot.waitUntil(lambda: not surface.gliding)

    def point(self, surface: ReadingSurface, offset: int) -> QPoint:
        """Return a point just inside the left edge of a character."""
        rect = surface.rects(Span(offset, offset + 1))[0]
        return QPointF(rect.left() + 1, rect.center().y()).toPoint()

    def drag(self, surface: ReadingSurface, start: int, end: int) -> None:
        """Select with the mouse."""
        viewport = surface.viewport()
        self.bot.mousePress(viewport, LEFT, pos=self.point(surface, start))
        self.bot.mouseMove(viewport, self.point(surface, end))
        self.bot.mouseRelease(viewport, LEFT, pos=self.point(surface, end))

    def told(self) -> list[Span]:
        """Return a list that fills with the passages that the main surface tells of."""
        passages: list[Span] = []
        self.main.passage_selected.connect(passages.append)
        return passages

    def colour(self, surface: ReadingSurface, offset: int) -> str:
        """Return the ground behind a character."""
        image: QImage = surface.viewport().grab().toImage()
        rect = surface.rects(Span(offset, offset + 1))[0]
        return image.pixelColor(round(rect.left()) + 1, round(rect.top()) + 1).name()


def shown_words(surface: ReadingSurface, span: Span) -> str:
    """Return the words that a surface shows for a span."""
    assert surface.pages is not None
    return surface.pages.view.text_of(span)


def test_the_original_stands_beside_the_script(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    span = Span(4, 10)
    assert shown_words(beside.original, span) == "读书会的人发"
    assert shown_words(beside.main, span) == "讀書會的人發"
    assert beside.original.isVisible()
    assert beside.original.geometry().right() < beside.main.geometry().left()
    assert beside.original.typography.families[0] == "Noto Serif CJK SC"
    widths = [surface.width() for surface in (beside.original, beside.main)]
    assert widths[0] == pytest.approx(widths[1], abs=8)


def test_until_it_is_asked_for_there_is_the_script_alone(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    beside.view.show_original(on=False)
    assert beside.original.isHidden()
    assert beside.original.pages is None
    beside.main.reveal(Span(3000, 3001))
    beside.main.select(Span(3000, 3004))
    beside.main.set_matches([Span(1, 2)], None)
    beside.show(_TEXT[:500])
    assert beside.original.pages is None
    qtbot.waitUntil(lambda: beside.main.width() == beside.view.width())
    beside.view.show_original(on=True)
    beside.view.show_original(on=True)
    assert shown_words(beside.original, Span(0, 500)) == _TEXT[:500]


def test_opened_in_the_middle_it_shows_the_same_words(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    beside.view.show_original(on=False)
    beside.main.reveal(Span(6000, 6001))
    beside.main.select(Span(6000, 6004))
    beside.view.show_original(on=True)
    beside.assert_level(beside.main)
    assert beside.original.selection == Span(6000, 6004)


@pytest.mark.parametrize("regional", [False, True])
def test_scrolling_either_scrolls_the_other_to_the_same_words(qtbot: QtBot, regional: bool) -> None:
    beside = Beside(qtbot, regional=regional)
    for surface in (beside.main, beside.original, beside.main):
        for turn in (-360, -120, -600, 240):
            beside.turn_wheel(surface, turn, NONE)
            beside.assert_level(surface)
    beside.main.verticalScrollBar().setValue(5000)
    beside.assert_level(beside.main)
    beside.main.reveal(Span(1000, 1001))
    beside.assert_level(beside.main)
    qtbot.keyClick(beside.original, Qt.Key.Key_End, CONTROL)
    assert beside.main.rects(Span(len(_TEXT) - 1, len(_TEXT)))
    qtbot.keyClick(beside.original, Qt.Key.Key_Home, CONTROL)
    assert beside.main.verticalScrollBar().value() == 0


def test_the_one_that_follows_tells_nothing(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    moves: list[str] = []
    beside.main.scrolled.connect(lambda: moves.append("main"))
    beside.original.scrolled.connect(lambda: moves.append("original"))
    beside.main.verticalScrollBar().setValue(2000)
    assert moves == ["main"]
    beside.original.reveal(Span(100, 101))
    assert moves == ["main", "original"]
    beside.turn_wheel(beside.original, -120, NONE)
    assert "main" not in moves[2:]


def test_sizing_and_following_do_not_make_the_place_creep(qtbot: QtBot) -> None:
    beside = Beside(qtbot, regional=True)
    beside.main.verticalScrollBar().setValue(4000)
    pages = beside.main.pages
    assert pages is not None
    before = pages.top_offset()
    for width in (1100, 1000, 1100, 1180) * 3:
        beside.view.resize(width, 640)
    beside.view.setSizes([500, 680])
    beside.view.setSizes([590, 590])
    assert pages.top_offset() == before
    beside.assert_level(beside.main)


def test_both_break_their_lines_at_the_same_words(qtbot: QtBot) -> None:
    # A stroke of 颱 reaches beyond its box: it fits a line's end all the same.
    beside = Beside(qtbot, "\n".join([_TEXT[:2000], *["台风天" * 40] * 3]))
    beside.main.reveal(Span(len(beside.text) - 1, len(beside.text)))
    for width in range(1000, 1300, 37):
        beside.view.resize(width, 640)
        beside.view.setSizes([width // 2, width // 2])
        assert beside.main.pages is not None
        assert beside.original.pages is not None
        counts = [
            [layout.line_count for layout, _y in surface.pages.visible()]
            for surface in (beside.main, beside.original)
            if surface.pages is not None
        ]
        assert counts[0] == counts[1]


def test_what_is_selected_in_one_is_selected_in_the_other(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    told = beside.told()
    beside.drag(beside.main, 5, 9)
    assert beside.original.selection == Span(5, 9)
    assert beside.colour(beside.original, 6) == QColor(beside.theme.selection).name()
    beside.drag(beside.original, 10, 14)
    assert beside.main.selection == told[-1] == Span(10, 14)
    assert beside.colour(beside.main, 11) == QColor(beside.theme.selection).name()
    qtbot.mouseClick(beside.original.viewport(), LEFT, NONE, beside.point(beside.original, 3))
    assert not beside.main.selection
    assert not told[-1]


def test_a_selection_that_grows_backward_keeps_its_anchor(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    told = beside.told()
    for surface in (beside.original, beside.main):
        beside.drag(surface, 12, 9)
        for _ in range(2):
            qtbot.keyClick(surface, Qt.Key.Key_Left, SHIFT)
        assert told[-1] == surface.selection == Span(7, 12)
    assert beside.original.selection == Span(7, 12)


def test_the_original_takes_a_part_of_what_was_replaced_as_a_whole(qtbot: QtBot) -> None:
    beside = Beside(qtbot, regional=True)
    told = beside.told()
    start = _TEXT.index("互联网")
    beside.drag(beside.original, start, start + 1)
    # What the reader selected is what is told; the script can only show the whole word.
    assert told[-1] == beside.original.selection == Span(start, start + 1)
    assert beside.main.selection == Span(start, start + 3)
    beside.main.select(Span(start + 1, start + 2))
    assert told[-1] == beside.original.selection == Span(start, start + 3)


def test_tags_are_chosen_and_dragged_in_either(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    one = tag(_TEXT, 5, 9)
    beside.index.put(one)
    beside.main.update_marks()
    clicked: list[str | None] = []
    moved: list[Span] = []
    beside.main.annotation_clicked.connect(clicked.append)
    beside.main.annotation_moved.connect(moved.append)
    for surface in (beside.main, beside.original):
        qtbot.mouseClick(surface.viewport(), LEFT, NONE, beside.point(surface, 6))
        assert beside.colour(surface, 6) == beside.theme.tint("#0069a8").name()
    assert clicked == [one.id, one.id]
    beside.main.set_chosen(one.id)
    assert beside.original.chosen == one.id
    for surface, to in ((beside.main, 12), (beside.original, 14)):
        corner = surface.rects(one.span)[0].bottomRight().toPoint()
        viewport = surface.viewport()
        qtbot.mousePress(viewport, LEFT, pos=corner)
        qtbot.mouseMove(viewport, beside.point(surface, to))
        qtbot.mouseRelease(viewport, LEFT, pos=beside.point(surface, to))
    assert moved == [Span(5, 12), Span(5, 14)]


def test_matches_kinds_and_new_tags_are_seen_in_both(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    beside.main.set_matches([Span(2, 4), Span(10, 12)], Span(10, 12))
    for surface in (beside.main, beside.original):
        assert beside.colour(surface, 2) == QColor(beside.theme.match).name()
        assert beside.colour(surface, 10) == QColor(beside.theme.current_match).name()
    kinds = TagSet(beside.main.tag_set.kinds[:1])
    beside.main.set_tag_set(kinds)
    assert beside.original.tag_set is kinds
    with qtbot.waitSignal(beside.original.marked):
        beside.main.update_marks()


def test_zooming_either_zooms_both(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    beside.main.verticalScrollBar().setValue(3000)
    asked: list[int] = []
    beside.main.zoomed.connect(asked.append)
    beside.turn_wheel(beside.original, 120, CONTROL)
    beside.turn_wheel(beside.main, -120, CONTROL)
    assert asked == [1, -1]
    beside.main.set_typography(beside.main.typography.zoomed(3))
    assert beside.original.typography.size == beside.main.typography.size == 26
    beside.assert_level(beside.main)


def test_another_script_or_article_is_followed(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    beside.main.verticalScrollBar().setValue(3000)
    beside.show(_TEXT, Script.HONG_KONG, regional=True, first=False)
    beside.assert_level(beside.main)
    assert shown_words(beside.original, Span(4, 7)) == "读书会"
    # The reader says that it was written in Traditional: the original has another face.
    beside.show(_TEXT, Script.TAIWAN, first=False, source=SourceScript.TRADITIONAL)
    assert beside.original.typography.families[0] == "Noto Serif CJK TC"
    beside.show("另一篇。" * 30)
    assert shown_words(beside.original, Span(0, 4)) == "另一篇。"
    beside.main.show_article(None, AnnotationIndex(), Script.ORIGINAL, SourceScript.SIMPLIFIED)
    assert beside.original.pages is None
    beside.main.set_typography(beside.main.typography.zoomed(1))


def test_a_copy_takes_the_words_of_the_side_that_the_reader_is_in(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    with qtbot.waitActive(beside.view):
        beside.view.activateWindow()
    beside.drag(beside.main, 4, 7)
    copied = []
    for surface in (beside.main, beside.original):
        surface.setFocus()
        assert beside.view.active is surface
        beside.view.active.copy()
        copied.append(QGuiApplication.clipboard().text())
    assert copied == ["讀書會", "读书会"]
    # Where the side goes that the reader was in, the reader is in the other, not in what is next.
    field = QLineEdit()
    beside.view.addWidget(field)
    beside.view.setTabOrder(beside.original, field)
    beside.view.show_original(on=False)
    assert beside.main.hasFocus()


def test_a_context_menu_is_asked_for_with_its_side(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    asked: list[tuple[ReadingSurface, QPoint]] = []
    beside.view.menu_asked.connect(lambda surface, point: asked.append((surface, point)))
    point = QPoint(60, 70)
    for surface in (beside.main, beside.original):
        where = surface.viewport().mapToGlobal(point)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
        QApplication.sendEvent(surface.viewport(), event)
    assert asked == [(beside.main, point), (beside.original, point)]


def test_the_tag_under_the_pointer_is_told_in_the_original_too(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    beside.index.put(tag(_TEXT, 5, 9))
    beside.view.show_original(on=False)
    beside.main.describe = lambda annotation: f"tag {annotation.kind}"
    beside.view.show_original(on=True)
    viewport = beside.original.viewport()
    point = beside.point(beside.original, 6)
    event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    assert QToolTip.text() == "tag metric"


def test_only_what_is_seen_is_laid_out_on_either_side(qtbot: QtBot) -> None:
    beside = Beside(qtbot, "\n".join(f"第{n}段。{_LINE * 4}" for n in range(3000)))
    assert beside.main.pages is not None
    visible = len(list(beside.main.pages.visible()))
    beside.main.reveal(Span(len(beside.text) // 2, len(beside.text) // 2))
    for surface in (beside.main, beside.original):
        assert surface.pages is not None
        assert len(surface.pages.laid_out) <= 2 * visible + 4


def foot(beside: Beside, surface: ReadingSurface, words: str) -> list[QColor]:
    """Return the pixels where marks stand under words."""
    start = beside.text.index(words)
    image = surface.viewport().grab().toImage()
    return [
        image.pixelColor(x, y)
        for rect in surface.rects(Span(start, start + len(words)))
        for y in range(round(rect.bottom()) - 2, round(rect.bottom()) + 1)
        for x in range(round(rect.left()) + 2, round(rect.right()) - 2)
    ]


def is_marked(beside: Beside, surface: ReadingSurface, words: str, colour: str) -> bool:
    """Return whether a colour of the marks stands under words."""
    wanted = QColor(colour)
    return any(
        abs(pixel.red() - wanted.red()) < 24
        and abs(pixel.green() - wanted.green()) < 24
        and abs(pixel.blue() - wanted.blue()) < 24
        for pixel in foot(beside, surface, words)
    )


def test_what_the_conversion_changes_is_marked_in_the_original_too(qtbot: QtBot) -> None:
    beside = Beside(qtbot, regional=True)
    change, chosen = beside.theme.change, beside.theme.ambiguous
    sides = (beside.main, beside.original)
    before = beside.original.viewport().grab().toImage()
    beside.main.show_changes(on=True)
    for surface in sides:
        assert is_marked(beside, surface, "读书会", change)
        assert is_marked(beside, surface, "互联网", change)
        assert is_marked(beside, surface, "发", chosen)
        assert not is_marked(beside, surface, "在", change)
    # Without the regional words that is no bracket any more, on either side.
    bracketed = [foot(beside, surface, "互联网") for surface in sides]
    beside.show(_TEXT, first=False)
    assert all(
        foot(beside, surface, "互联网") != old
        for surface, old in zip(sides, bracketed, strict=True)
    )
    beside.show(_TEXT, Script.SIMPLIFIED, first=False)
    assert beside.original.viewport().grab().toImage() == before
    beside.show(_TEXT, first=False)
    assert is_marked(beside, beside.original, "读书会", change)
    beside.main.show_changes(on=False)
    assert beside.original.viewport().grab().toImage() == before


def test_opened_while_changes_are_shown_the_original_has_them(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    beside.view.show_original(on=False)
    beside.main.show_changes(on=True)
    beside.view.show_original(on=True)
    assert is_marked(beside, beside.original, "读书会", beside.theme.change)
    beside.view.show_original(on=False)
    beside.main.show_changes(on=False)
    beside.view.show_original(on=True)
    assert not is_marked(beside, beside.original, "读书会", beside.theme.change)


@pytest.mark.parametrize("changes", [False, True])
def test_the_pointer_tells_in_the_original_what_its_words_become(
    qtbot: QtBot, changes: bool
) -> None:
    beside = Beside(qtbot, regional=True)
    beside.main.show_changes(on=changes)
    for surface in (beside.main, beside.original):
        for words, shown in (("互联网", "網際網路"), ("读书会", "讀書會")):
            start = _TEXT.index(words)
            for offset in range(start, start + len(words)):
                box = surface.rects(Span(offset, offset + 1))[0]
                word = surface.source_at(box.center())
                assert word is not None
                assert (word.words, word.shown, word.source.start) == (words, shown, start)


def test_the_note_in_the_original_shows_the_word_in_the_face_of_its_script(qtbot: QtBot) -> None:
    beside = Beside(qtbot)
    beside.main.show_changes(on=True)
    viewport = beside.original.viewport()
    point = beside.point(beside.original, _TEXT.index("读书会"))
    event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    assert "font-family:'Noto Serif CJK SC';font-size:17px\">读书会" in QToolTip.text()
    assert "font-family:'Noto Serif CJK TC';font-size:17px\">讀書會" in QToolTip.text()
    QToolTip.hideText()


def test_a_replaced_word_that_two_pieces_of_a_long_paragraph_share_is_told_in_both(
    qtbot: QtBot,
) -> None:
    # A long paragraph is laid out in pieces; only a correction's word may be cut by one.
    beside = Beside(qtbot, "人" + "灯亮" * 3_000)
    view = ScriptView(beside.text, "s2tw", Corrections([("灯亮", "燈火明亮")]))
    beside.main.show_view(view, Script.TAIWAN, SourceScript.SIMPLIFIED)
    beside.main.show_changes(on=True)
    pages = beside.original.pages
    assert pages is not None
    cut = pages.paragraphs[0].end
    assert view.snapped(Span(cut, cut + 1)).start == cut - 1
    beside.original.reveal(Span(cut, cut))
    for offset in (cut - 1, cut):
        (box,) = beside.original.rects(Span(offset, offset + 1))
        word = beside.original.source_at(box.center())
        assert word is not None
        assert word.source == Span(cut - 1, cut + 1)
        assert word.shown == "燈火明亮"
    image = beside.original.viewport().grab().toImage()

    def joins(offset: int) -> bool:
        """Return whether a bracket goes on from a character to the next."""
        (box,) = beside.original.rects(Span(offset, offset + 1))
        row = round(box.bottom()) - 1
        names = {image.pixelColor(round(box.right()) + x, row).name() for x in (-1, 0, 1)}
        return names == {beside.theme.change}

    assert [joins(offset) for offset in range(cut + 1, cut + 7)] == [True, False] * 3
