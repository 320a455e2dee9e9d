"""What the conversion changed, on the reading surface: marks by pixels, notes by the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reader.text.changes import Change, changes
from reader.text.glossary import Corrections
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui.reading import conversion_marks
from reader.ui.theme import Theme
from tests.ui.test_surface import Shown, tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pytestqt.qtbot import QtBot

    from reader.annotation.annotation import Annotation
    from reader.text.view import ViewSlice

# 读书会 changes, 发 has two counterparts and changes, 面 has two and stays, 人 does nothing.
_TEXT = "读书会的人发现头发在这里面，人人都用互联网。"
_CHANGED, _CHOSEN, _LEFT, _NOTHING = 0, 5, 12, 4


class Marked(Shown):
    """A surface that marks what the conversion changed."""

    def __init__(self, bot: QtBot, text: str = _TEXT, tags: list[Annotation] | None = None) -> None:
        super().__init__(bot, text, tags)
        self.theme = Theme.load("light")
        self.surface.show_changes(on=True)

    def foot(self, span: Span) -> list[QColor]:
        """Return the pixels at the foot of a span's box, above the lanes of the tags."""
        image = self.image()
        (rect,) = self.surface.rects(span)
        bottom = round(rect.bottom())
        return [
            image.pixelColor(x, y)
            for y in range(bottom - 3, bottom + 1)
            for x in range(round(rect.left()) + 2, round(rect.right()) - 2)
        ]

    def foot_holds(self, span: Span, colour: QColor | str) -> bool:
        """Return whether a colour, or nearly that, is at the foot of a span."""
        return any(_distance(pixel, QColor(colour)) < 24 for pixel in self.foot(span))

    def rest_at(self, offset: int) -> str:
        """Rest the pointer on a character and return what is told beside it."""
        point = self.centre(offset)
        QToolTip.hideText()
        self.bot.waitUntil(lambda: not QToolTip.isVisible())
        viewport = self.surface.viewport()
        event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
        QApplication.sendEvent(viewport, event)
        return QToolTip.text() if QToolTip.isVisible() else ""

    def word(self, offset: int) -> tuple[str, str, bool] | None:
        """Return the word under the pointer: its source, what is shown, whether it was chosen."""
        found = self.surface.source_at(QPointF(self.centre(offset)))
        if found is None:
            return None
        assert found.source.of(self.text) == found.words
        return found.words, found.shown, found.ambiguous


def _distance(one: QColor, other: QColor) -> int:
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )


def character(offset: int) -> Span:
    """Return the span of one character."""
    return Span(offset, offset + 1)


def test_what_changed_is_dotted_and_what_was_chosen_has_a_wave(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN)
    theme = marked.theme
    weak = theme.weak
    assert marked.foot_holds(character(_CHANGED), theme.change)
    assert not marked.foot_holds(character(_CHANGED), weak)
    assert marked.foot_holds(character(_CHOSEN), theme.ambiguous)
    assert not marked.foot_holds(character(_CHOSEN), theme.change)
    assert marked.foot_holds(character(_LEFT), weak)
    assert not marked.foot_holds(character(_LEFT), theme.ambiguous)


def test_a_corrected_word_is_dotted_and_was_no_guess(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    view = ScriptView(_TEXT, "s2tw", Corrections([("发现", "發現"), ("里面", "里面")]))
    marked.surface.show_view(view, Script.TAIWAN, SourceScript.SIMPLIFIED)
    assert marked.foot_holds(character(_CHOSEN), marked.theme.change)
    assert not marked.foot_holds(character(_CHOSEN), marked.theme.ambiguous)
    assert marked.word(_CHOSEN) == ("发现头发", "發現頭髮", False)
    assert marked.word(_LEFT) is None
    assert marked.word(8) == ("发现头发", "發現頭髮", True)


def test_dots_leave_paper_between_them(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN)
    image = marked.image()
    (rect,) = marked.surface.rects(character(_CHANGED))
    row = round(rect.bottom()) - 1
    names = [
        image.pixelColor(x, row).name()
        for x in range(round(rect.left()) + 2, round(rect.right()) - 2)
    ]
    assert names.count(marked.theme.change) == pytest.approx(len(names) / 3, abs=1)
    assert names.count(marked.theme.paper) == pytest.approx(len(names) * 2 / 3, abs=1)


def test_nothing_is_marked_where_nothing_was_done(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN)
    paper = QColor(marked.theme.paper)
    # Above the row of the marks stands the glyph's own foot.
    rows = len(marked.foot(character(_NOTHING))) // 2
    assert all(_distance(pixel, paper) < 8 for pixel in marked.foot(character(_NOTHING))[rows:])


@pytest.mark.parametrize("script", list(Script))
def test_switched_off_or_in_the_original_nothing_is_painted(qtbot: QtBot, script: Script) -> None:
    marked = Marked(qtbot)
    marked.show(script)
    on = marked.image()
    marked.surface.show_changes(on=False)
    assert not marked.surface.shows_changes
    off = marked.image()
    # The text is Simplified: only the Traditional scripts change it.
    assert (on == off) == (script in (Script.ORIGINAL, Script.SIMPLIFIED))
    marked.surface.show_changes(on=True)
    assert marked.image() == on


def test_a_replaced_word_has_a_bracket_that_turns_up_at_its_ends(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN, regional=True)
    start = _TEXT.index("互联网")
    (rect,) = marked.surface.rects(Span(start, start + 3))
    image = marked.image()
    theme = marked.theme
    row = round(rect.bottom()) - 1
    left, right = round(rect.left() + 2), round(rect.right() - 2) - 1
    # Its corners are soft.
    assert {image.pixelColor(x, row).name() for x in range(left + 1, right)} == {theme.change}
    for x in (left, right):
        assert image.pixelColor(x, row - 2).name() == theme.change
    # The source has three characters, what is shown has four: one mark for all of it.
    assert rect.width() > 3.5 * marked.surface.typography.ideograph


def test_marks_leave_the_ground_and_the_lanes_to_the_tags(qtbot: QtBot) -> None:
    marked = Marked(qtbot, tags=[tag(_TEXT, 0, 3, "honour"), tag(_TEXT, 5, 7, "metric")])
    marked.show(Script.TAIWAN)
    theme = marked.theme
    image = marked.image()
    for offset, colour in ((_CHANGED, "#b84a00"), (_CHOSEN, "#0069a8")):
        (rect,) = marked.surface.rects(character(offset))
        corner = image.pixelColor(round(rect.left()) + 1, round(rect.top()) + 1)
        assert corner.name() == theme.tint(colour).name()
        middle, bottom = round(rect.center().x()), round(rect.bottom())
        lane = {image.pixelColor(middle, bottom + below).name() for below in (1, 2, 3)}
        assert colour in lane
    assert marked.foot_holds(character(_CHANGED), theme.change)
    assert marked.foot_holds(character(_CHOSEN), theme.ambiguous)


def test_the_pointer_finds_the_source_of_a_word(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN, regional=True)
    # The characters in a row that changed are one word, wherever the pointer is in it.
    assert marked.word(_CHANGED) == marked.word(2) == ("读书会", "讀書會", False)
    assert marked.word(_CHOSEN) == ("发现头发", "發現頭髮", True)
    assert marked.word(_CHOSEN + 1) == ("发现头发", "發現頭髮", False)
    # What was left is one character, even beside others.
    assert marked.word(_LEFT) == ("面", "面", True)
    assert marked.word(_NOTHING) is None
    block = _TEXT.index("互联网")
    assert marked.word(block) == ("互联网", "網際網路", False)


def test_a_replaced_word_was_chosen_as_a_whole(qtbot: QtBot) -> None:
    # 台 has four counterparts, and none of them is in 桌上型電腦.
    marked = Marked(qtbot, "一部台式机。")
    marked.show(Script.TAIWAN, regional=True)
    assert marked.word(2) == ("台式机", "桌上型電腦", False)


def test_every_part_of_a_replaced_word_is_the_word(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN, regional=True)
    start = _TEXT.index("互联网")
    (rect,) = marked.surface.rects(Span(start, start + 3))
    for share in (0.05, 0.4, 0.6, 0.95):
        point = QPointF(rect.left() + rect.width() * share, rect.center().y())
        found = marked.surface.source_at(point)
        assert found is not None
        assert found.source == Span(start, start + 3)


def test_the_source_of_a_word_is_known_without_the_marks(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN)
    marked.surface.show_changes(on=False)
    assert marked.word(_CHOSEN) == ("发现头发", "發現頭髮", True)
    assert marked.rest_at(_CHOSEN) == ""


def test_off_the_text_there_is_no_word(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN)
    assert marked.surface.source_at(QPointF(2, 2)) is None
    assert (
        marked.surface.source_at(QPointF(marked.surface.rects(Span(0, 1))[0].left(), 600)) is None
    )


def test_resting_the_pointer_tells_the_source_and_the_other_counterparts(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN)
    told = marked.rest_at(_CHOSEN)
    assert "发现头发" in told
    assert "發現頭髮" in told
    assert "發 · 髮" in told
    assert "·" not in marked.rest_at(_CHANGED)
    assert marked.rest_at(_NOTHING) == ""


def test_the_source_is_told_besides_the_tags(qtbot: QtBot) -> None:
    marked = Marked(qtbot, tags=[tag(_TEXT, 0, 5, "honour")])
    marked.surface.describe = lambda annotation: f"tag {annotation.kind}"
    marked.show(Script.TAIWAN)
    told = marked.rest_at(_CHANGED)
    assert told.index("讀書會") < told.index("<hr>") < told.index("tag honour")
    assert marked.rest_at(_NOTHING) == "tag honour"
    marked.surface.show_changes(on=False)
    assert marked.rest_at(_CHANGED) == "tag honour"


def test_what_an_article_says_is_shown_as_words_not_as_markup(qtbot: QtBot) -> None:
    word = conversion_marks.SourceWord(Span(0, 5), "<b>\r\n&", "<i>", "<", ("<", ">"))
    html = word.as_html(Theme.load("light"), "Serif", "Serif")
    assert "&lt;b&gt;⏎&amp;" in html
    assert "&lt;i&gt;" in html
    assert "&lt; · &gt;" in html


def test_changes_are_found_only_where_they_are_seen_and_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n".join(f"第{n}段。{_TEXT * 6}" for n in range(2000))
    marked = Marked(qtbot, text)
    asked: list[Span] = []

    def counted(
        part: ViewSlice,
        source: str,
        ambiguous: Mapping[str, tuple[str, ...]],
        certain: Sequence[Span],
    ) -> list[Change]:
        asked.append(part.span)
        return changes(part, source, ambiguous, certain)

    monkeypatch.setattr(conversion_marks, "changes", counted)
    marked.show(Script.TAIWAN)
    marked.image()
    pages = marked.surface.pages
    assert pages is not None
    visible = len(list(pages.visible()))
    assert len(asked) == visible < 12
    for _ in range(3):
        marked.image()
    marked.word(_CHOSEN + 5)
    assert len(asked) == visible
    marked.surface.reveal(Span(len(text) // 2, len(text) // 2))
    marked.image()
    assert len(asked) <= 2 * visible + 2
    assert len(pages.laid_out) <= 2 * visible + 4


def test_another_article_is_marked_too(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN)
    marked.text = "人人发现"
    marked.show(Script.TAIWAN, first=True)
    assert marked.foot_holds(character(2), marked.theme.ambiguous)
    assert marked.word(3) == ("发现", "發現", False)


def test_an_empty_surface_can_mark_too(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.surface.show_article(None, marked.index, Script.ORIGINAL, marked.surface._source_script)
    marked.surface.show_changes(on=True)
    marked.image()
    assert marked.surface.source_at(QPointF(QPoint(300, 60))) is None


def test_zooming_sets_the_marks_anew(qtbot: QtBot) -> None:
    marked = Marked(qtbot)
    marked.show(Script.TAIWAN)
    marked.surface.set_typography(marked.surface.typography.zoomed(6))
    assert marked.foot_holds(character(_CHANGED), marked.theme.change)
    assert marked.foot_holds(character(_CHOSEN), marked.theme.ambiguous)
    assert not marked.foot_holds(character(_NOTHING), marked.theme.ambiguous)
