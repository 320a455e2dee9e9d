"""What a kind's key does straight after a tag was made: for a slip of the finger, or on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.text.script import Script
from reader.text.span import Span

if TYPE_CHECKING:
    from tests.ui.driving import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def tags(driver: Driver) -> list[tuple[Span, str]]:
    """Return the tags of the article shown, in reading order."""
    index = driver.workspace.index(driver.article.id)
    return [(tag.span, tag.kind) for tag in index.in_order()]


def said(driver: Driver) -> str:
    """Return the sentence in the status line."""
    return driver.window.status.currentMessage()


def select(driver: Driver, span: Span) -> None:
    """Select a passage by the arrow keys, from its start."""
    driver.surface.select(Span(span.start, span.start))
    for _ in range(len(span)):
        driver.key(Qt.Key.Key_Right, SHIFT)
    assert driver.session.passage == span


def test_another_kinds_key_puts_a_slip_right(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.key("3")
    assert tags(mine) == [(Span(3, 5), "honour")]
    assert said(mine) == (
        "The tag is of the kind Honour now; for a second tag, select the words again."
    )
    # And on, until it is right.
    mine.key("2")
    assert tags(mine) == [(Span(3, 5), "programme")]


def test_each_step_of_a_slip_put_right_is_undone(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.key("3")
    mine.key(Qt.Key.Key_Z, CONTROL)
    assert tags(mine) == [(Span(3, 5), "metric")]
    # It is the chosen one still, and a slip may be put right in another way.
    mine.key("2")
    assert tags(mine) == [(Span(3, 5), "programme")]
    mine.key(Qt.Key.Key_Z, CONTROL)
    mine.key(Qt.Key.Key_Z, CONTROL)
    assert tags(mine) == []
    mine.key(Qt.Key.Key_Y, CONTROL)
    mine.key(Qt.Key.Key_Y, CONTROL)
    assert tags(mine) == [(Span(3, 5), "programme")]


def test_the_same_key_twice_makes_one_tag_and_says_so(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.key("1")
    assert tags(mine) == [(Span(3, 5), "metric")]
    assert said(mine) == "The chosen tag is of the kind Metric already."
    # The second press was no step.
    mine.key(Qt.Key.Key_Z, CONTROL)
    assert tags(mine) == []


def test_a_clicked_tag_that_is_of_the_kind_says_so(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.click(3)
    mine.key("1")
    assert said(mine) == "The chosen tag is of the kind Metric already."
    mine.window.status.clearMessage()
    mine.key("3")
    assert tags(mine) == [(Span(3, 5), "honour")]
    # Nothing else could have been meant.
    assert said(mine) == ""


def test_words_that_are_selected_again_get_a_second_tag(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.key(Qt.Key.Key_Right, SHIFT)
    mine.key(Qt.Key.Key_Left, SHIFT)
    mine.key("3")
    assert sorted(tags(mine), key=str) == [(Span(3, 5), "honour"), (Span(3, 5), "metric")]


def test_words_that_are_dragged_over_again_get_a_second_tag(mine: Driver) -> None:
    mine.drag(Span(3, 5))
    mine.key("1")
    # Off the tag first: the pointer would take hold of the ends of the chosen one.
    mine.key(Qt.Key.Key_Escape)
    mine.key(Qt.Key.Key_Escape)
    mine.drag(Span(3, 5))
    mine.key("3")
    assert sorted(tags(mine), key=str) == [(Span(3, 5), "honour"), (Span(3, 5), "metric")]


def test_a_passage_told_again_is_selected_again(mine: Driver) -> None:
    mine.surface.select(Span(3, 5))
    mine.key("1")
    mine.surface.select(Span(3, 5))
    mine.key("3")
    assert len(tags(mine)) == 2


def test_a_larger_selection_is_other_words(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.key(Qt.Key.Key_Right, SHIFT)
    mine.key("3")
    assert sorted(tags(mine), key=str) == [(Span(3, 5), "metric"), (Span(3, 6), "honour")]


def test_another_tag_chosen_meanwhile_leaves_the_words_to_be_tagged(mine: Driver) -> None:
    select(mine, Span(9, 11))
    mine.key("1")
    first = mine.session.annotation
    assert first is not None
    select(mine, Span(3, 5))
    mine.key("1")
    mine.session.choose_annotation(first.id)
    mine.key("3")
    assert sorted(tags(mine), key=str) == [
        (Span(3, 5), "honour"),
        (Span(3, 5), "metric"),
        (Span(9, 11), "metric"),
    ]


def test_words_whose_tag_was_deleted_are_tagged_anew(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.key(Qt.Key.Key_Delete)
    assert tags(mine) == []
    mine.key("3")
    assert tags(mine) == [(Span(3, 5), "honour")]


def test_looking_at_the_tag_otherwise_changes_nothing(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.key("S")
    assert mine.session.script is not Script.ORIGINAL
    mine.key(Qt.Key.Key_Plus, CONTROL)
    mine.key(Qt.Key.Key_D, CONTROL)
    mine.key(Qt.Key.Key_F6)
    # Its ends may be put right before its kind is.
    mine.key(Qt.Key.Key_Right, SHIFT | Qt.KeyboardModifier.AltModifier)
    mine.key("3")
    assert tags(mine) == [(Span(3, 6), "honour")]


def test_a_tag_made_again_takes_another_kind_too(mine: Driver) -> None:
    first, again = mine.find("书屋"), mine.find("书屋", 1)
    select(mine, first)
    mine.key("1")
    mine.key("R")
    assert tags(mine) == [(first, "metric"), (again, "metric")]
    assert mine.session.passage == again
    mine.key("3")
    assert tags(mine) == [(first, "metric"), (again, "honour")]


def test_selected_words_tagged_as_the_last_take_another_kind_too(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    select(mine, Span(9, 11))
    mine.key("R")
    mine.key("3")
    assert tags(mine) == [(Span(3, 5), "metric"), (Span(9, 11), "honour")]


def test_a_workspace_that_keeps_nothing_says_only_that(mine: Driver) -> None:
    select(mine, Span(3, 5))
    mine.key("1")
    mine.workspace.close()
    mine.window.status.clearMessage()
    mine.key("3")
    assert tags(mine) == [(Span(3, 5), "metric")]
    assert "now" not in said(mine)
    assert mine.window.refusal.isVisible()
