"""The script bar and the legend, as mouse and keys meet them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.panels.script_bar import Legend, LegendEntry, ScriptBar
from reader.ui.session import Session
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

# The platform without a screen says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
LIGHT = Theme.load("light")


@pytest.fixture
def session_with_articles(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """Return a session that shows an article."""
    session = Session(author="tester", state=tmp_path / "state")
    assert session.create(tmp_path / "workspace")
    assert session.add_articles([Article.from_text("书屋办了62场读书会。")]) == []
    assert session.workspace is not None
    session.show_article(next(iter(session.workspace.articles)))
    yield session
    session.close()


def put_up(widget: QWidget, qtbot: QtBot) -> None:
    """Show a widget and give it the keyboard."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()


def down(bar: ScriptBar) -> list[Script]:
    """Return the scripts whose buttons are down."""
    return [script for script in Script if bar.button(script).isChecked()]


def test_a_click_shows_the_script_and_only_its_button_is_down(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    bar = ScriptBar(session_with_articles)
    put_up(bar, qtbot)
    assert down(bar) == [Script.ORIGINAL]
    for script in (Script.TAIWAN, Script.SIMPLIFIED, Script.HONG_KONG, Script.TRADITIONAL):
        qtbot.mouseClick(bar.button(script), LEFT)
        assert session_with_articles.script is script
        assert down(bar) == [script]
    # A second click on it changes nothing.
    qtbot.mouseClick(bar.button(Script.TRADITIONAL), LEFT)
    assert down(bar) == [Script.TRADITIONAL]


def test_the_buttons_follow_what_is_shown_elsewhere(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    session_with_articles.show_script(Script.HONG_KONG)
    bar = ScriptBar(session_with_articles)
    put_up(bar, qtbot)
    assert down(bar) == [Script.HONG_KONG]
    told: list[Script] = []
    session_with_articles.script_shown.connect(told.append)
    session_with_articles.cycle_script()
    assert down(bar) == [Script.ORIGINAL]
    assert told == [Script.ORIGINAL]


def test_the_arrow_keys_walk_through_the_scripts(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    bar = ScriptBar(session_with_articles)
    put_up(bar, qtbot)
    bar.button(Script.ORIGINAL).setFocus()
    for script in (Script.SIMPLIFIED, Script.TRADITIONAL):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Right)
        assert session_with_articles.script is script


def test_a_click_leaves_the_keyboard_where_it_is(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    bar = ScriptBar(session_with_articles)
    put_up(bar, qtbot)
    before = QApplication.focusWidget()
    qtbot.mouseClick(bar.button(Script.TAIWAN), LEFT)
    assert QApplication.focusWidget() is before


def test_short_labels_have_full_names_and_keys_in_their_tool_tips(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    bar = ScriptBar(session_with_articles)
    bar.show_keys({script: f"Ctrl+{number}" for number, script in enumerate(Script, 1)}, "S")
    put_up(bar, qtbot)
    for number, (script, label, name) in enumerate(
        (
            (Script.ORIGINAL, "Original", "Original"),
            (Script.SIMPLIFIED, "简", "Simplified"),
            (Script.TRADITIONAL, "繁", "Traditional"),
            (Script.TAIWAN, "臺", "Taiwan"),
            (Script.HONG_KONG, "港", "Hong Kong"),
        ),
        1,
    ):
        button = bar.button(script)
        assert button.text() == label
        assert button.accessibleName().startswith(name)
        assert button.toolTip().startswith(name)
        assert f"Ctrl+{number}" in button.toolTip()
        assert "S cycles" in button.toolTip()


def test_the_buttons_are_joined_and_the_one_down_has_the_accent(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    bar = ScriptBar(session_with_articles)
    put_up(bar, qtbot)
    qtbot.mouseClick(bar.button(Script.TRADITIONAL), LEFT)
    picture = bar.grab().toImage()
    for script in Script:
        box = bar.button(script).geometry()
        colour = picture.pixelColor(box.center().x(), box.top() + 4).name()
        assert (colour == LIGHT.accent) is (script is Script.TRADITIONAL)
    places = [bar.button(script).geometry() for script in Script]
    for one, other in pairwise(places):
        assert one.right() + 1 == other.left()


# The legend


def entry(legend: Legend, kind: str) -> LegendEntry:
    """Return the entry of a kind."""
    return next(one for one in legend.entries() if one.kind == kind)


def test_a_click_in_the_legend_tags_the_selection(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    legend = Legend(session_with_articles, LIGHT)
    put_up(legend, qtbot)
    session_with_articles.choose_passage(Span(4, 7))
    before = QApplication.focusWidget()
    qtbot.mouseClick(entry(legend, "metric"), LEFT)
    assert session_with_articles.workspace is not None
    (made,) = session_with_articles.workspace.annotations.values()
    assert (made.quote, made.kind) == ("62场", "metric")
    assert QApplication.focusWidget() is before
    entry(legend, "honour").setFocus()
    session_with_articles.choose_passage(Span(4, 7))
    qtbot.keyClick(entry(legend, "honour"), Qt.Key.Key_Space)
    assert len(session_with_articles.workspace.annotations) == 2


def test_an_entry_shows_its_dot_its_label_and_its_key(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    legend = Legend(session_with_articles, LIGHT)
    put_up(legend, qtbot)
    assert [one.text() for one in legend.entries()] == ["Metric", "Programme", "Honour"]
    assert entry(legend, "metric").toolTip() == "Tag the selected passage as metric (1)"
    assert entry(legend, "honour").accessibleName() == "Tag as honour"
    for one, colour in zip(legend.entries(), ("#0069a8", "#006b4b", "#b84a00"), strict=True):
        picture = one.grab().toImage()
        middle = picture.height() // 2
        assert picture.pixelColor(12, middle).name() == colour
        # The cap of the key: raised, near the right end.
        cap = {
            picture.pixelColor(x, middle - 6).name() for x in range(one.width() - 22, one.width())
        }
        assert LIGHT.raised in cap
        assert LIGHT.line in {
            picture.pixelColor(x, y).name()
            for x in range(one.width() - 26, one.width() - 7)
            for y in range(one.height())
        }


def test_an_entry_answers_to_pointer_press_and_keyboard(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    legend = Legend(session_with_articles, LIGHT)
    put_up(legend, qtbot)
    one = entry(legend, "programme")

    def ground() -> str:
        return str(one.grab().toImage().pixelColor(4, one.height() // 2).name())

    under = Qt.WidgetAttribute.WA_UnderMouse
    one.setAttribute(under, on=False)
    calm = ground()
    one.setAttribute(under)
    assert ground() == LIGHT.chosen != calm
    qtbot.mousePress(one, LEFT)
    assert ground() == LIGHT.line
    qtbot.mouseRelease(one, LEFT, pos=QPoint(-9, -9))
    one.setAttribute(under, on=False)
    assert ground() == calm
    one.setFocus()
    edge = one.grab().toImage().pixelColor(one.width() // 2, 0).name()
    assert edge == LIGHT.accent


def test_in_a_narrow_place_the_labels_are_cut_not_the_keys(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    legend = Legend(session_with_articles, LIGHT)
    put_up(legend, qtbot)
    whole = legend.sizeHint().width()
    legend.setFixedWidth(legend.minimumSizeHint().width())
    QApplication.processEvents()
    assert legend.width() < whole
    for one in legend.entries():
        assert one.width() >= one.minimumSizeHint().width()
        picture = one.grab().toImage()
        assert picture.pixelColor(one.width() - 11, one.height() // 2 - 6).name() == LIGHT.raised


def test_the_legend_follows_the_workspace(
    session_with_articles: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    empty = Session(author="tester", state=tmp_path / "other")
    legend = Legend(empty, LIGHT)
    qtbot.addWidget(legend)
    assert legend.entries() == []
    assert empty.create(tmp_path / "one")
    assert len(legend.entries()) == 3
    assert empty.create(tmp_path / "two")
    assert len(legend.entries()) == 3
    qtbot.waitUntil(lambda: len(legend.findChildren(LegendEntry)) == 3)
    empty.close()
