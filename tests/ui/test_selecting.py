"""Selecting by keys and clicks: clauses, sentences, paragraphs, and what the reader may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.actions import ACTIONS
from tests.ui.sharing import tagged
from tests.ui.test_surface import CONTROL, LEFT, NONE, SHIFT, Shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

_FIRST = (
    "临溪镇“走进书院·临溪青年说”活动办了62场，近9万人次参加，花费1,200.5万元。干部和孩子一起读！"
)
_SECOND = "他说：“我们要读书，要思考。”大家用互联网读书。"
_TEXT = f"{_FIRST}\n{_SECOND}\n第三段没有别的。"
_BOTH = CONTROL | SHIFT
Key = Qt.Key


@pytest.fixture
def reader(driver: Driver) -> Driver:
    """Return a window that shows the text."""
    driver.add(Article.from_text(_TEXT))
    return driver


def stand(reader: Driver, words: str) -> None:
    """Put the caret before words, without a click."""
    start = reader.find(words).start
    reader.surface.select(Span(start, start))


def selected(reader: Driver) -> str:
    """Return the selected words of the source."""
    assert reader.surface.selection == reader.session.passage
    return reader.session.passage.of(_TEXT)


def test_clauses_are_taken_in_and_let_go(reader: Driver) -> None:
    stand(reader, "活动")
    seen = []
    for _ in range(3):
        reader.key(Key.Key_Right, _BOTH)
        seen.append(selected(reader))
    assert seen == [
        "活动办了62场",
        "活动办了62场，近9万人次参加",
        "活动办了62场，近9万人次参加，花费1,200.5万元",
    ]
    for expected in (*reversed(seen[:-1]), ""):
        reader.key(Key.Key_Left, _BOTH)
        assert selected(reader) == expected
    reader.key(Key.Key_Left, _BOTH)
    assert selected(reader) == "临溪青年说”"


def test_sentences_and_paragraphs_are_taken_in_and_let_go(reader: Driver) -> None:
    stand(reader, "花费")
    reader.key(Key.Key_Period, SHIFT)
    assert selected(reader) == "花费1,200.5万元。"
    reader.key(Key.Key_Period, SHIFT)
    assert selected(reader) == "花费1,200.5万元。干部和孩子一起读！"
    reader.key(Key.Key_Comma, SHIFT)
    assert selected(reader) == "花费1,200.5万元。"
    reader.key(Key.Key_Down, _BOTH)
    assert selected(reader) == "花费1,200.5万元。干部和孩子一起读！"
    reader.key(Key.Key_Down, _BOTH)
    assert selected(reader).endswith(f"一起读！\n{_SECOND}")
    reader.key(Key.Key_Up, _BOTH)
    reader.key(Key.Key_Up, _BOTH)
    assert selected(reader) == ""
    reader.key(Key.Key_Up, _BOTH)
    assert selected(reader) == _FIRST[: _FIRST.index("花费")]


def test_going_stops_where_units_begin(reader: Driver) -> None:
    stand(reader, "活动")
    stops = []
    for key, modifier in (
        (Key.Key_Right, CONTROL),
        (Key.Key_Period, NONE),
        (Key.Key_Down, CONTROL),
        (Key.Key_Period, NONE),
        (Key.Key_Comma, NONE),
        (Key.Key_Left, CONTROL),
        (Key.Key_Comma, NONE),
        (Key.Key_Up, CONTROL),
    ):
        reader.key(key, modifier)
        assert not reader.session.passage
        stops.append(_TEXT[reader.surface.caret :][:2])
    assert stops == ["近9", "干部", "他说", "大家", "他说", "干部", "临溪", "临溪"]


def test_going_shows_the_place(reader: Driver) -> None:
    long = Article.from_text("".join(f"第{n}段很短。\n" for n in range(200)))
    reader.add(long)
    for _ in range(60):
        reader.key(Key.Key_Down, CONTROL)
    assert reader.surface.caret_box() is not None
    assert long.text[reader.surface.caret :].startswith("第60段")


def test_one_key_selects_more_and_more_and_another_less(reader: Driver) -> None:
    stand(reader, "青年")
    seen = []
    for _ in range(8):
        reader.key(Key.Key_E)
        seen.append(selected(reader))
    first = _FIRST[: _FIRST.index("干部")]
    assert seen == [
        "临溪青年说",
        "走进书院·临溪青年说",
        "“走进书院·临溪青年说”",
        "临溪镇“走进书院·临溪青年说”活动办了62场",
        first,
        _FIRST,
        _TEXT,
        _TEXT,
    ]
    for expected in (*reversed(seen[:-2]), "", ""):
        reader.key(Key.Key_E, SHIFT)
        assert selected(reader) == expected
    assert reader.surface.caret == _TEXT.index("青年")


def test_it_grows_from_the_character_that_was_clicked(reader: Driver) -> None:
    after = reader.find("次参加").start
    # On the right half of the last character of a number: the caret goes behind it.
    point = reader.point(after, end=True)
    reader.bot.mouseClick(reader.surface.viewport(), LEFT, NONE, point)
    assert reader.surface.caret == after + 1
    reader.key(Key.Key_E)
    assert selected(reader) == "近9万人次"


def test_it_grows_from_any_selection_and_shrinks_into_it(reader: Driver) -> None:
    reader.surface.select(reader.find("动办了6"))
    reader.key(Key.Key_E)
    assert selected(reader) == "活动办了62场"
    reader.surface.select(reader.find("62场，近9万人次参加，"))
    reader.key(Key.Key_E, SHIFT)
    assert selected(reader) == "62场"


@pytest.mark.parametrize("script", list(Script))
def test_it_grows_by_the_source_in_every_script(reader: Driver, script: Script) -> None:
    reader.session.show_script(script)
    stand(reader, "思考")
    seen = []
    for _ in range(3):
        reader.key(Key.Key_E)
        seen.append(selected(reader))
    assert seen == ["要思考", "我们要读书，要思考。", "“我们要读书，要思考。”"]


def test_what_grows_takes_whole_replaced_words_in(reader: Driver) -> None:
    reader.session.show_script(Script.TAIWAN)
    reader.session.show_regional(on=True)
    stand(reader, "联网")
    reader.key(Key.Key_E)
    assert selected(reader) == "大家用互联网读书"
    reader.surface.select(reader.find("联"))
    assert selected(reader) == "互联网"
    reader.key(Key.Key_E)
    assert selected(reader) == "大家用互联网读书"


def test_what_grew_over_a_replaced_word_shrinks_out_of_it(reader: Driver) -> None:
    text = "大家把U盘插上。"
    reader.add(Article.from_text(text))
    reader.session.show_script(Script.TAIWAN)
    reader.session.show_regional(on=True)
    view = reader.session.view()
    assert view is not None
    assert "隨身碟" in view.whole().text
    stand(reader, "U")
    seen = []
    for key in (NONE, NONE, SHIFT, SHIFT):
        reader.key(Key.Key_E, key)
        seen.append(reader.session.passage.of(text))
    assert seen == ["U盘", "大家把U盘插上", "U盘", ""]


def test_the_chosen_tag_moves_to_what_is_selected(reader: Driver) -> None:
    tag_id = tagged(reader.workspace, "62场")
    reader.session.choose_annotation(tag_id)
    stand(reader, "近9")
    reader.key(Key.Key_E)
    assert reader.session.annotation is not None
    reader.key(Key.Key_M)
    assert reader.workspace.annotations[tag_id].quote == "近9万人次"
    assert not reader.session.passage
    assert reader.session.annotation.id == tag_id
    reader.session.undo()
    assert reader.workspace.annotations[tag_id].quote == "62场"


def test_moving_a_tag_asks_for_a_tag_and_for_words(reader: Driver) -> None:
    said: list[str] = []
    reader.session.hinted.connect(said.append)
    reader.key(Key.Key_M)
    tag_id = tagged(reader.workspace, "62场")
    reader.session.choose_annotation(tag_id)
    reader.key(Key.Key_M)
    assert said == ["Choose a tag, then select the words that it is to stand on."] * 2
    before = reader.workspace.undo_label
    reader.surface.select(reader.workspace.annotations[tag_id].span)
    reader.key(Key.Key_M)
    assert reader.workspace.undo_label == before
    assert reader.workspace.annotations[tag_id].quote == "62场"


def test_the_keys_work_in_the_original_beside_the_script_too(reader: Driver) -> None:
    reader.key(Key.Key_P)
    reader.window.parallel.original.setFocus()
    reader.bot.keyClick(reader.window.parallel.original, Key.Key_Right, _BOTH)
    assert reader.session.passage == Span(0, 3)
    assert reader.surface.selection == Span(0, 3)


def test_single_keys_are_written_in_a_field(reader: Driver) -> None:
    reader.key(Key.Key_F, CONTROL)
    field = reader.window.focusWidget()
    assert field is not None
    for key in (Key.Key_E, Key.Key_M, Key.Key_Comma, Key.Key_Period):
        reader.key(key, widget=field)
    assert reader.window.find_bar.isVisible()
    assert not reader.session.passage


def test_no_two_of_the_text_s_actions_have_one_key() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))


# With the mouse


def press_again(shown: Shown, offset: int) -> None:
    """Press where a double click was, before the time for it is over."""
    shown.bot.mouseClick(shown.surface.viewport(), LEFT, NONE, shown.centre(offset))


@pytest.mark.parametrize(
    ("words", "double", "triple"),
    [
        ("书院", "走进书院·临溪青年说", _FIRST[: _FIRST.index("干部")]),
        ("场，", "活动办了62场", _FIRST[: _FIRST.index("干部")]),
        ("思考", "要思考", "他说：“我们要读书，要思考。”"),
        ("孩子", "干部和孩子一起读", "干部和孩子一起读！"),
    ],
)
def test_further_clicks_select_more(qtbot: QtBot, words: str, double: str, triple: str) -> None:
    shown = Shown(qtbot, _TEXT)
    clicked: list[object] = []
    shown.surface.annotation_clicked.connect(clicked.append)
    offset = _TEXT.index(words)
    qtbot.mouseDClick(shown.surface.viewport(), LEFT, NONE, shown.centre(offset))
    assert shown.surface.selected_text() == double
    clicked.clear()
    press_again(shown, offset)
    assert shown.surface.selected_text() == triple
    press_again(shown, offset)
    assert shown.surface.selected_text() in (_FIRST, _SECOND)
    assert not clicked
    press_again(shown, offset)
    assert shown.surface.selected_text() == ""


def test_a_click_elsewhere_after_a_double_click_is_a_click(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _TEXT)
    qtbot.mouseDClick(shown.surface.viewport(), LEFT, NONE, shown.centre(_TEXT.index("书院")))
    press_again(shown, _TEXT.index("孩子"))
    assert shown.surface.selected_text() == ""


def test_a_double_click_beside_the_words_selects_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, _TEXT)
    corner = shown.surface.viewport().rect().bottomLeft()
    qtbot.mouseDClick(shown.surface.viewport(), LEFT, NONE, corner)
    assert shown.surface.selected_text() == ""


def test_growing_in_no_article_does_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "")
    shown.surface.grow()
    shown.surface.shrink()
    assert shown.surface.selection == Span(0, 0)
