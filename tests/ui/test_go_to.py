"""Going to a character, a share, a paragraph or a tag; the text stays until it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.dialogs.go_to import GoTo

if TYPE_CHECKING:
    from tests.ui.driving import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier
_LINE = "第{number}天，书屋办了{number}场读书会，来了很多乡亲。"
TEXT = "\n\n".join(_LINE.format(number=number) for number in range(1, 301))


@pytest.fixture
def long(driver: Driver) -> Driver:
    """Return a window at the beginning of a long article with three tags."""
    driver.add(Article.from_text(TEXT), Article.from_text("另一篇。"))
    for number in (7, 120, 250):
        driver.surface.select(driver.find(f"{number}场读书会"))
        driver.session.tag("metric")
    driver.surface.select(Span(0, 0))
    driver.session.choose_annotation(None)
    driver.surface.reveal(Span(0, 0))
    return driver


def asked(driver: Driver, words: str) -> GoTo:
    """Open the field and type."""
    driver.key(Qt.Key.Key_G, CONTROL)
    (go_to,) = (one for one in driver.window.findChildren(GoTo) if not one.left)
    assert go_to.field.hasFocus()
    go_to.field.setText(words)
    return go_to


def press(driver: Driver, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    driver.bot.keyClick(focus, key)


def went(driver: Driver, words: str) -> int:
    """Go somewhere; return where the caret stands, which is on the screen."""
    asked(driver, words)
    press(driver, Qt.Key.Key_Return)
    assert driver.surface.hasFocus()
    place = driver.surface.selection
    assert not place
    assert driver.surface.rects(Span(max(0, place.start - 1), place.start + 1))
    return place.start


def test_a_character_by_its_number(long: Driver) -> None:
    for words in ("5000", "5,000", "５０００", " ５，０００ ", "5 000"):
        assert went(long, "0") == 0
        assert went(long, words) == 5000, words


def test_a_share_of_the_article(long: Driver) -> None:
    for words in ("40%", "４０％", "40 %", "40.0%"):
        assert went(long, "0") == 0
        assert went(long, words) == round(len(TEXT) * 0.4), words


def test_a_paragraph_that_says_something(long: Driver) -> None:
    for words in ("¶200", "p200", "P 200", "第200段", "２００段"):
        assert went(long, "0") == 0
        assert went(long, words) == TEXT.index("第200天"), words


def test_the_ends_of_the_article(long: Driver) -> None:
    assert went(long, "100%") == len(TEXT)
    assert went(long, "0") == 0
    assert went(long, f"{len(TEXT)}") == len(TEXT)


def test_a_place_that_is_not_there_is_said(long: Driver) -> None:
    go_to = asked(long, "")
    for words, sentence in (
        ("999,999,999", f"The article has {len(TEXT):,} characters."),
        ("101%", "The article ends at 100%."),
        ("¶0", "The article has 300 paragraphs."),
        ("¶301", "The article has 300 paragraphs."),
        ("#4", "The article has 3 tags."),
        ("没有的词", "No tag of this article has these words."),
        # More digits than Python reads as a number.
        ("9" * 5000, "No tag of this article has these words."),
        (f"#{'9' * 5000}", "No tag of this article has these words."),
        (f"第{'9' * 5000}段", "No tag of this article has these words."),
        (f"{'9' * 5000}%", "The article ends at 100%."),
    ):
        go_to.field.setText(words)
        assert go_to.hint.text() == sentence
        assert go_to.hint.isVisible()
        press(long, Qt.Key.Key_Return)
        assert not go_to.left


def test_what_can_be_typed_is_said_first(long: Driver) -> None:
    assert "¶12" in asked(long, "").hint.text()


def test_a_tag_by_its_number_and_by_its_words_in_any_script(long: Driver) -> None:
    tags = long.workspace.index(long.article.id).in_order()
    asked(long, "#2")
    press(long, Qt.Key.Key_Return)
    assert long.session.annotation == tags[1]
    assert long.surface.rects(tags[1].span)
    go_to = asked(long, "場讀書會")
    assert [row.keys for row in go_to.rows] == ["#1", "#2", "#3"]
    assert go_to.rows[0].text == "7场读书会"
    press(long, Qt.Key.Key_Down)
    press(long, Qt.Key.Key_Down)
    press(long, Qt.Key.Key_Return)
    assert long.session.annotation == tags[2]
    # Also the one that is chosen already, from elsewhere.
    went(long, "0")
    asked(long, "#3")
    press(long, Qt.Key.Key_Return)
    assert long.surface.rects(tags[2].span)


def test_a_number_finds_the_tags_that_hold_it_below_the_place(long: Driver) -> None:
    go_to = asked(long, "120")
    assert [row.key.split()[0] for row in go_to.rows] == ["place", "tag"]


def test_nothing_moves_while_typing_and_escape_leaves_it_so(long: Driver) -> None:
    long.drag(Span(2, 6))
    before = long.surface.verticalScrollBar().value()
    go_to = asked(long, "¶200")
    assert "第200天" in go_to.rows[0].detail
    assert long.surface.verticalScrollBar().value() == before
    press(long, Qt.Key.Key_Escape)
    assert go_to.left
    assert long.surface.hasFocus()
    assert long.surface.verticalScrollBar().value() == before
    assert long.session.passage == Span(2, 6)


def test_the_place_is_shown_in_the_script_that_is_read(long: Driver) -> None:
    long.session.show_script(Script.TRADITIONAL)
    assert "書屋" in asked(long, "¶200").rows[0].detail


def test_an_offset_inside_a_character_goes_to_its_beginning(driver: Driver) -> None:
    driver.add(Article.from_text("一👍🏽二\r\n三"))
    assert went(driver, "2") == 1


def test_its_key_pressed_again_closes_it(long: Driver) -> None:
    go_to = asked(long, "")
    long.key(Qt.Key.Key_G, CONTROL, go_to.field)
    assert go_to.left
    assert long.surface.hasFocus()


def test_a_tag_deleted_by_others_meanwhile_is_not_gone_to(long: Driver) -> None:
    go_to = asked(long, "#2")
    row = go_to.rows[0]
    long.session.choose_annotation(row.key.removeprefix("tag "))
    long.session.untag()
    go_to.leave()
    go_to.take(row)
    assert long.session.annotation is None
    # Nor is a place of an article that is not shown any more.
    place = go_to.rows_for("5000")[0]
    long.session.show_article(list(long.workspace.articles)[1])
    go_to.take(place)
    assert long.surface.selection == Span(0, 0)


def test_without_an_article_there_is_nowhere_to_go(driver: Driver) -> None:
    driver.window.menus.actions["go_to"].trigger()
    assert not driver.window.findChildren(GoTo)
    assert driver.window.refusal.sentence == "There is no article to go to a place in."
