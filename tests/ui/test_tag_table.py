"""The table of all tags, as mouse and keys meet it."""

from __future__ import annotations

import json
import random
import time
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, Operation
from reader.text.article import Article
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.ui.panels.elements import Chip, ChipRow
from reader.ui.panels.tag_table import TagTable
from reader.ui.panels.tag_table_model import TagTableModel
from reader.ui.panels.tag_table_rows import Column
from reader.ui.panels.tag_table_view import TagTableView
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.workspace import editing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.annotation.tag_set import AttributeValue
    from reader.workspace import Workspace

# The platform without a screen says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DISPLAY = Qt.ItemDataRole.DisplayRole
BOOKS = "书屋的灯\n书屋全年办了62场读书会，来了近9万人次，获评“最美书\n屋”。"
RIVER = "河邊讀書\n圖書館辦了四十場讀書會，獲得好評。"
LIGHT = Theme.load("light")


@pytest.fixture
def session_with_articles(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """Return a session on a Simplified article and a Traditional one, without tags."""
    session = Session(author="tester", state=tmp_path / "state")
    assert session.create(tmp_path / "workspace")
    assert session.add_articles([Article.from_text(BOOKS), Article.from_text(RIVER)]) == []
    session.show_article(next(iter(open_workspace(session).articles)))
    yield session
    session.close()


def open_workspace(session: Session) -> Workspace:
    """Return the session's workspace."""
    assert session.workspace is not None
    return session.workspace


def tag(
    session: Session,
    words: str,
    kind: str = "metric",
    note: str = "",
    **attributes: AttributeValue,
) -> str:
    """Tag the first place where words stand, and return the tag's id."""
    workspace = open_workspace(session)
    for article in workspace.articles.values():
        start = article.text.find(words)
        if start >= 0:
            span = Span(start, start + len(words))
            operation = editing.tag(workspace, article.id, span, kind, attributes)
            assert session.apply(operation)
            (edit,) = operation.edits
            assert isinstance(edit, AnnotationEdit)
            if note:
                assert session.apply(editing.describe(workspace, edit.id, note=note))
            return edit.id
    pytest.fail(f"{words} stands in no article")


def shown(session: Session, qtbot: QtBot) -> TagTable:
    """Return the table, shown and with the keyboard."""
    table = TagTable(session, LIGHT)
    qtbot.addWidget(table)
    table.resize(1100, 420)
    with qtbot.waitActive(table):
        table.show()
    rows(table).setFocus()
    return table


def rows(table: TagTable) -> TagTableView:
    """Return the table's view."""
    return cast("TagTableView", table.findChild(TagTableView))


def cell(table: TagTable, row: int, column: Column, role: int = DISPLAY) -> object:
    """Return what a cell says, or how it looks."""
    return rows(table).model().index(row, column).data(role)


def column_of(table: TagTable, column: Column) -> list[object]:
    """Return what a column says, from the top."""
    return [cell(table, row, column) for row in range(rows(table).model().rowCount())]


def middle(table: TagTable, row: int, column: Column = Column.QUOTE) -> QPoint:
    """Return the middle of a cell in the viewport."""
    view = rows(table)
    view.scrollTo(view.model().index(row, column))
    return view.visualRect(view.model().index(row, column)).center()


def click(
    qtbot: QtBot,
    table: TagTable,
    row: int,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Click on a row."""
    qtbot.mouseClick(rows(table).viewport(), LEFT, modifier, middle(table, row))


def click_header(qtbot: QtBot, table: TagTable, column: Column) -> None:
    """Click on a column's name."""
    header = rows(table).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 30, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=place)


def press(
    qtbot: QtBot,
    table: TagTable,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key on the rows."""
    qtbot.keyClick(rows(table), key, modifier)


def count_text(table: TagTable) -> str:
    """Return the sentence that counts."""
    return cast("QLabel", table.findChild(QLabel, "tagCount")).text()


def words_field(table: TagTable) -> QLineEdit:
    """Return the field that filters by words."""
    return cast("QLineEdit", table.findChild(QLineEdit, "textFilter"))


def article_box(table: TagTable) -> QComboBox:
    """Return the box that filters by article."""
    return cast("QComboBox", table.findChild(QComboBox, "articleFilter"))


def chip(table: TagTable, kind: str) -> Chip:
    """Return the button that filters by a kind."""
    row = cast("ChipRow", table.findChild(ChipRow))
    return next(one for one in row.chips if one.value == kind)


def export_button(table: TagTable) -> QPushButton:
    """Return the button that exports the selected tags."""
    return cast("QPushButton", table.findChild(QPushButton, "exportSelected"))


def filter_words(qtbot: QtBot, table: TagTable, words: str) -> None:
    """Put words into the filter as an input method does, and press Return."""
    field = words_field(table)
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    commit = QInputMethodEvent()
    commit.setCommitString(words)
    QApplication.sendEvent(field, commit)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def chosen(session: Session) -> str | None:
    """Return the id of the chosen tag."""
    return session.annotation.id if session.annotation else None


# What is shown


def test_every_tag_of_every_article_is_a_row_in_reading_order(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    last = tag(session_with_articles, "四十場")
    first = tag(session_with_articles, "书屋", "programme")
    middle_one = tag(session_with_articles, "62场")
    table = shown(session_with_articles, qtbot)
    assert table.shown_ids() == [first, middle_one, last]
    assert count_text(table) == "3 tags"
    assert column_of(table, Column.KIND) == ["Programme", "Metric", "Metric"]
    assert column_of(table, Column.QUOTE) == ["书屋", "62场", "四十場"]
    assert column_of(table, Column.ARTICLE) == ["书屋的灯", "书屋的灯", "河邊讀書"]
    assert column_of(table, Column.AUTHOR) == ["tester"] * 3


def test_the_rows_of_an_article_go_with_it_and_come_back(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    session = session_with_articles
    workspace = open_workspace(session)
    for words in ("62场", "近9万人次", "圖書館", "四十場"):
        tag(session, words)
    table = shown(session, qtbot)
    both = column_of(table, Column.QUOTE)
    first, second = workspace.articles
    # The other article is the first by the time the rows are looked for.
    session.remove_article(first)
    assert column_of(table, Column.QUOTE) == both[2:]
    session.undo()
    assert column_of(table, Column.QUOTE) == both
    session.remove_article(second)
    assert column_of(table, Column.QUOTE) == both[:2]


def test_attributes_come_in_the_order_of_the_tag_set_under_their_labels(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "62场", unit="场", value=62, strange="?")
    tag(session_with_articles, "最美书\n屋", "honour", awarded_by="文旅局", title="最美书屋")
    table = shown(session_with_articles, qtbot)
    assert column_of(table, Column.ATTRIBUTES) == [
        "value 62 · unit 场 · strange ?",
        "title 最美书屋 · awarded by 文旅局",
    ]
    tip = cell(table, 1, Column.ATTRIBUTES, Qt.ItemDataRole.ToolTipRole)
    assert "title 最美书屋\nawarded by 文旅局" in str(tip)


def test_a_line_end_is_shown_as_a_sign_and_the_tool_tip_has_the_whole(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "最美书\n屋", "honour", note="见<二版>\r\n再核")
    table = shown(session_with_articles, qtbot)
    tip = Qt.ItemDataRole.ToolTipRole
    assert cell(table, 0, Column.QUOTE) == "最美书⏎屋"
    assert "最美书\n屋" in str(cell(table, 0, Column.QUOTE, tip))
    assert cell(table, 0, Column.NOTE) == "见<二版>⏎再核"
    assert "见&lt;二版&gt;" in str(cell(table, 0, Column.NOTE, tip))
    assert "书屋的灯" in str(cell(table, 0, Column.ARTICLE, tip))
    assert not cell(table, 0, Column.ATTRIBUTES, tip)


def test_of_a_very_long_quote_only_the_beginning_is_shown(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    long = Article.from_text("长文\n" + "很长的一句话，" * 900)
    session_with_articles.add_articles([long])
    tag(session_with_articles, "很长的一句话，" * 800)
    table = shown(session_with_articles, qtbot)
    said = str(cell(table, 0, Column.QUOTE))
    assert said.startswith("很长的一句话，")
    assert len(said) == 201
    assert said.endswith("…")
    tip = str(cell(table, 0, Column.QUOTE, Qt.ItemDataRole.ToolTipRole))
    assert 2000 < len(tip) < 2200


def test_the_quotes_follow_the_script_of_the_window(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋", "programme")
    tag(session_with_articles, "讀書會")
    table = shown(session_with_articles, qtbot)
    serif = cell(table, 0, Column.QUOTE, Qt.ItemDataRole.FontRole)
    with qtbot.waitSignal(rows(table).model().dataChanged):
        session_with_articles.show_script(Script.TRADITIONAL)
    assert column_of(table, Column.QUOTE) == ["書屋", "讀書會"]
    assert cell(table, 0, Column.QUOTE, Qt.ItemDataRole.FontRole) != serif
    assert cell(table, 0, Column.NOTE, Qt.ItemDataRole.FontRole) is None
    session_with_articles.show_script(Script.SIMPLIFIED)
    assert column_of(table, Column.QUOTE) == ["书屋", "读书会"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the clock's zone cannot be set here")
def test_the_time_is_that_of_the_clock_on_the_wall(
    session_with_articles: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        add(session_with_articles, modified="2026-11-22T20:15:59.123456Z")
        add(session_with_articles, modified="lately", place=2)
        table = shown(session_with_articles, qtbot)
        assert column_of(table, Column.MODIFIED) == ["2026-11-23 04:15", "lately"]
    finally:
        monkeypatch.undo()
        time.tzset()


def add(session: Session, modified: str = "", kind: str = "metric", place: int = 0) -> Annotation:
    """Put a tag into the workspace as another program may have written it."""
    workspace = open_workspace(session)
    article = next(iter(workspace.articles.values()))
    moment = modified or workspace.now()
    made = Annotation(
        id=workspace.new_id(),
        article=article.id,
        anchor=Anchor.at(article.text, Span(place, place + 2)),
        kind=kind,
        author="another",
        created=moment,
        modified=moment,
    )
    assert session.apply(Operation("Tag", (AnnotationEdit(None, made),)))
    return made


def test_a_tag_of_a_kind_that_the_tag_set_lost_is_still_shown_in_grey(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋", "honour", year=2024, title="甲")
    tag(session_with_articles, "62场", "metric")
    folder = open_workspace(session_with_articles).folder
    session_with_articles.close()
    manifest = json.loads((folder / "workspace.json").read_text("utf-8"))
    manifest["tag_set"]["kinds"] = manifest["tag_set"]["kinds"][:2]
    (folder / "workspace.json").write_text(json.dumps(manifest), "utf-8")
    assert session_with_articles.open(folder)
    table = shown(session_with_articles, qtbot)
    assert column_of(table, Column.KIND) == ["honour", "Metric"]
    assert cell(table, 0, Column.ATTRIBUTES) == "year 2024 · title 甲"
    assert cell(table, 0, Column.KIND, Qt.ItemDataRole.DecorationRole) == QColor("#777777")
    for column in (Column.KIND, Column.ATTRIBUTES):
        click_header(qtbot, table, column)
    assert set(column_of(table, Column.KIND)) == {"honour", "Metric"}


def test_a_row_is_painted_with_its_dot_its_ground_and_the_mark_of_the_keyboard(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋", "programme")
    tag(session_with_articles, "62场", "metric", value=62, unit="场", measures="读书会" * 20)
    table = shown(session_with_articles, qtbot)
    click(qtbot, table, 1)
    view = rows(table)
    picture = view.viewport().grab().toImage()
    first = view.visualRect(view.model().index(0, Column.KIND))
    second = view.visualRect(view.model().index(1, Column.KIND))
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(8, 17)
        for y in range(first.top(), first.bottom())
    }
    assert "#006b4b" in colours
    assert picture.pixelColor(first.right() - 2, first.center().y()).name() == LIGHT.raised
    assert picture.pixelColor(second.right() - 2, second.center().y()).name() == LIGHT.chosen
    assert picture.pixelColor(0, second.center().y()).name() == LIGHT.accent
    assert picture.pixelColor(0, first.center().y()).name() == LIGHT.raised


def test_the_columns_share_the_width_until_the_reader_sets_one(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋")
    table = shown(session_with_articles, qtbot)
    view, header = rows(table), rows(table).horizontalHeader()
    assert header.length() <= view.viewport().width()
    narrow = view.columnWidth(Column.QUOTE)
    table.resize(1500, 420)
    assert view.columnWidth(Column.QUOTE) > narrow
    edge = QPoint(header.sectionViewportPosition(Column.ARTICLE) - 1, header.height() // 2)
    qtbot.mousePress(header.viewport(), LEFT, pos=edge)
    qtbot.mouseMove(header.viewport(), edge + QPoint(20, 0))
    qtbot.mouseMove(header.viewport(), edge + QPoint(60, 0))
    qtbot.mouseRelease(header.viewport(), LEFT, pos=edge + QPoint(60, 0))
    wide = view.columnWidth(Column.QUOTE)
    table.resize(1000, 420)
    assert view.columnWidth(Column.QUOTE) == wide


def test_what_is_not_there_is_said_in_a_sentence(tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(author="tester", state=tmp_path / "state")
    table = shown(session, qtbot)
    assert said(table) == ["Open a workspace to see its tags."]
    assert session.create(tmp_path / "workspace")
    assert said(table) == ["Nothing is tagged yet: select a passage and press 1, 2, 3."]
    session.add_articles([Article.from_text(BOOKS)])
    made = tag(session, "书屋")
    assert said(table) == []
    assert count_text(table) == "1 tag"
    qtbot.mouseClick(chip(table, "metric"), LEFT)
    filter_words(qtbot, table, "zzz")
    assert said(table) == ["No tag fits these filters."]
    assert count_text(table) == "0 of 1 tags"
    everything = table.findChild(QPushButton, "showAllTags")
    assert everything is not None
    qtbot.mouseClick(everything, LEFT)
    assert table.shown_ids() == [made]
    assert words_field(table).text() == ""
    assert not chip(table, "metric").isChecked()
    session.close()


def said(table: TagTable) -> list[str]:
    """Return the sentence that stands in the place of the rows."""
    return [hint.text() for hint in table.findChildren(QLabel, "hint") if hint.isVisible()]


def test_a_cell_has_no_cells_and_no_row_has_a_name(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋")
    table = shown(session_with_articles, qtbot)
    model = rows(table).model()
    first = model.index(0, 0)
    assert (model.rowCount(first), model.columnCount(first)) == (0, 0)
    assert model.data(QModelIndex(), DISPLAY) is None
    assert model.headerData(Column.NOTE, Qt.Orientation.Horizontal) == "Note"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_table_of_a_closed_workspace_can_still_be_painted(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋")
    session_with_articles.show_script(Script.TRADITIONAL)
    table = shown(session_with_articles, qtbot)
    click(qtbot, table, 0)
    session_with_articles.close()
    rows(table).viewport().grab()
    assert cell(table, 0, Column.QUOTE) == "书屋"
    press(qtbot, table, Qt.Key.Key_Delete)
    assert len(table.shown_ids()) == 1


# The order


def test_a_header_sorts_up_then_down_then_not(session_with_articles: Session, qtbot: QtBot) -> None:
    made = [
        tag(session_with_articles, "书屋", "programme"),
        tag(session_with_articles, "62场", "metric", value=62),
        tag(session_with_articles, "近9万人次", "metric", value=90000),
        tag(session_with_articles, "四十場", "metric", value=40),
        tag(session_with_articles, "好評", "metric", value="many"),
        tag(session_with_articles, "圖書館", "metric", unit="座"),
    ]
    table = shown(session_with_articles, qtbot)
    by_value = [made[3], made[1], made[2], made[4], made[5], made[0]]
    click_header(qtbot, table, Column.ATTRIBUTES)
    assert table.shown_ids() == by_value
    click_header(qtbot, table, Column.ATTRIBUTES)
    # What has no value stays at the end, what has no attribute after that.
    assert table.shown_ids() == [made[4], made[2], made[1], made[3], made[5], made[0]]
    click_header(qtbot, table, Column.ATTRIBUTES)
    assert table.shown_ids() == [made[0], made[1], made[2], made[5], made[3], made[4]]


def test_quotes_are_sorted_by_pinyin_in_whatever_script_they_are(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    for words in ("书屋", "最美", "人次", "圖書館", "好評", "获评"):
        tag(session_with_articles, words)
    table = shown(session_with_articles, qtbot)
    click_header(qtbot, table, Column.QUOTE)
    assert column_of(table, Column.QUOTE) == ["好評", "获评", "人次", "书屋", "圖書館", "最美"]


def test_rows_equal_in_a_column_stand_as_they_stood_before(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    for words, kind, note in (
        ("62场", "metric", "乙"),
        ("书屋", "programme", "甲"),
        ("近9万人次", "metric", "甲"),
        ("圖書館", "programme", ""),
        ("好評", "metric", ""),
    ):
        tag(session_with_articles, words, kind, note)
    table = shown(session_with_articles, qtbot)
    click_header(qtbot, table, Column.NOTE)
    click_header(qtbot, table, Column.KIND)
    assert column_of(table, Column.KIND) == ["Metric"] * 3 + ["Programme"] * 2
    assert column_of(table, Column.NOTE) == ["甲", "乙", "", "甲", ""]
    for column in (Column.AUTHOR, Column.ARTICLE, Column.MODIFIED):
        click_header(qtbot, table, column)
    click_header(qtbot, table, Column.MODIFIED)
    assert column_of(table, Column.QUOTE) == ["好評", "圖書館", "近9万人次", "书屋", "62场"]


def test_the_selection_goes_along_when_rows_are_sorted(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    made = {
        words: tag(session_with_articles, words) for words in ("书屋", "62场", "近9万人次", "好評")
    }
    table = shown(session_with_articles, qtbot)
    click(qtbot, table, 3)
    click(qtbot, table, 0, CONTROL)
    click_header(qtbot, table, Column.QUOTE)
    assert set(table.selected_ids()) == {made["书屋"], made["好評"]}
    assert rows(table).currentIndex().row() == table.shown_ids().index(made["书屋"])
    # An index that somebody else holds goes along too.
    model = rows(table).model()
    place = table.shown_ids().index(made["62场"])
    held = QPersistentModelIndex(model.index(place, Column.QUOTE))
    model.sort(Column.QUOTE, Qt.SortOrder.DescendingOrder)
    assert held.row() == table.shown_ids().index(made["62场"]) != place
    assert held.data() == "62场"


# The filter


def test_kinds_are_filtered_by_several_buttons_at_once(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    metric = tag(session_with_articles, "62场", "metric")
    programme = tag(session_with_articles, "书屋", "programme")
    honour = tag(session_with_articles, "最美书\n屋", "honour")
    table = shown(session_with_articles, qtbot)
    qtbot.mouseClick(chip(table, "metric"), LEFT)
    assert table.shown_ids() == [metric]
    assert count_text(table) == "1 of 3 tags"
    qtbot.mouseClick(chip(table, "honour"), LEFT)
    assert table.shown_ids() == [metric, honour]
    qtbot.mouseClick(chip(table, "metric"), LEFT)
    assert table.shown_ids() == [honour]
    qtbot.mouseClick(chip(table, "honour"), LEFT)
    assert table.shown_ids() == [programme, metric, honour]


def test_one_article_is_chosen_from_the_box(session_with_articles: Session, qtbot: QtBot) -> None:
    books = tag(session_with_articles, "书屋")
    river = tag(session_with_articles, "四十場")
    table = shown(session_with_articles, qtbot)
    box = article_box(table)
    assert [box.itemText(n) for n in range(box.count())] == ["All articles", "书屋的灯", "河邊讀書"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert table.shown_ids() == [books]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert table.shown_ids() == [river]
    assert count_text(table) == "1 of 2 tags"
    article = open_workspace(session_with_articles).annotations[books].article
    session_with_articles.retitle(article, "岸")
    qtbot.waitUntil(lambda: box.itemText(1) == "岸")
    assert table.shown_ids() == [river]
    assert box.currentText() == "河邊讀書"


def test_words_are_found_in_quote_note_and_attributes_in_any_script(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    quote = tag(session_with_articles, "读书会")
    river = tag(session_with_articles, "讀書會")
    wrapped = tag(session_with_articles, "最美书\n屋", "honour")
    noted = tag(session_with_articles, "62场", note="出自圖書館年報")
    valued = tag(session_with_articles, "人次", unit="人次", measures="读者 ＡＢＣ")
    table = shown(session_with_articles, qtbot)
    for words, found in (
        ("讀書", {quote, river}),
        ("书屋", {wrapped}),
        ("图书馆", {noted}),
        ("讀者", {valued}),
        ("abc", {valued}),
        ("次人", set()),
        ("场出", set()),
        ("  ", {quote, river, wrapped, noted, valued}),
    ):
        filter_words(qtbot, table, words)
        assert set(table.shown_ids()) == found, words


def test_the_filter_waits_a_moment_for_the_next_letter(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋")
    found = tag(session_with_articles, "62场")
    table = shown(session_with_articles, qtbot)
    words_field(table).setFocus()
    qtbot.keyClicks(words_field(table), "62")
    assert len(table.shown_ids()) == 2
    qtbot.waitUntil(lambda: table.shown_ids() == [found])


def test_return_in_the_words_goes_to_the_rows(session_with_articles: Session, qtbot: QtBot) -> None:
    tag(session_with_articles, "书屋")
    found = tag(session_with_articles, "62场")
    table = shown(session_with_articles, qtbot)
    filter_words(qtbot, table, "62")
    assert rows(table).hasFocus()
    assert table.selected_ids() == [found]
    filter_words(qtbot, table, "场")
    assert table.selected_ids() == [found]
    filter_words(qtbot, table, "zzz")
    assert words_field(table).hasFocus()


def test_what_is_selected_and_still_fits_stays_selected(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    metric = tag(session_with_articles, "62场", "metric")
    tag(session_with_articles, "书屋", "programme")
    tag(session_with_articles, "最美书\n屋", "honour")
    table = shown(session_with_articles, qtbot)
    press(qtbot, table, Qt.Key.Key_A, CONTROL)
    assert len(table.selected_ids()) == 3
    qtbot.mouseClick(chip(table, "metric"), LEFT)
    assert table.selected_ids() == [metric]
    qtbot.mouseClick(chip(table, "metric"), LEFT)
    assert table.selected_ids() == [metric]


# Following what happens


def test_one_edit_touches_one_row(session_with_articles: Session, qtbot: QtBot) -> None:
    first = tag(session_with_articles, "书屋")
    table = shown(session_with_articles, qtbot)
    model = rows(table).model()
    resets: list[str] = []
    model.modelReset.connect(lambda: resets.append("reset"))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        second = tag(session_with_articles, "62场")
    assert inserted.args[1:] == [1, 1]
    with qtbot.waitSignal(model.dataChanged) as changed:
        open_workspace(session_with_articles)
        session_with_articles.choose_annotation(second)
        session_with_articles.describe(note="再核")
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert cell(table, 1, Column.NOTE) == "再核"
    with qtbot.waitSignal(model.rowsRemoved) as removed:
        session_with_articles.untag()
    assert removed.args[1:] == [1, 1]
    assert table.shown_ids() == [first]
    assert not resets


def test_an_edited_row_that_moves_stays_selected(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    made = [tag(session_with_articles, words, note=words) for words in ("书屋", "62场", "好評")]
    table = shown(session_with_articles, qtbot)
    click_header(qtbot, table, Column.NOTE)
    assert column_of(table, Column.NOTE) == ["62场", "好評", "书屋"]
    click(qtbot, table, 0)
    assert chosen(session_with_articles) is not None
    session_with_articles.describe(note="最后")
    assert column_of(table, Column.NOTE) == ["好評", "书屋", "最后"]
    assert table.selected_ids() == [made[1]]
    session_with_articles.describe(note="安")
    assert column_of(table, Column.NOTE) == ["安", "好評", "书屋"]
    assert table.selected_ids() == [made[1]]


def test_an_edit_lets_a_row_come_and_go_by_the_filter(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    made = tag(session_with_articles, "62场")
    table = shown(session_with_articles, qtbot)
    filter_words(qtbot, table, "再核")
    session_with_articles.choose_annotation(made)
    session_with_articles.describe(note="再核")
    assert table.shown_ids() == [made]
    session_with_articles.describe(note="好了")
    assert table.shown_ids() == []
    assert count_text(table) == "0 of 1 tags"
    session_with_articles.untag()
    assert count_text(table) == "0 of 0 tags"


def test_a_new_title_is_shown_and_sorted_by(session_with_articles: Session, qtbot: QtBot) -> None:
    books, river = (tag(session_with_articles, words) for words in ("书屋", "四十場"))
    table = shown(session_with_articles, qtbot)
    article = open_workspace(session_with_articles).annotations[books].article
    session_with_articles.retitle(article, "岸")
    assert column_of(table, Column.ARTICLE) == ["岸", "河邊讀書"]
    click_header(qtbot, table, Column.ARTICLE)
    click(qtbot, table, 0)
    session_with_articles.retitle(article, "灶")
    assert table.shown_ids() == [river, books]
    assert table.selected_ids() == [books]
    box = article_box(table)
    qtbot.waitUntil(lambda: box.itemText(1) == "灶")


def test_an_article_said_to_be_traditional_shows_its_quotes_as_such(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    made = tag(session_with_articles, "书屋")
    session_with_articles.show_script(Script.TRADITIONAL)
    table = shown(session_with_articles, qtbot)
    assert cell(table, 0, Column.QUOTE) == "書屋"
    article = open_workspace(session_with_articles).annotations[made].article
    with qtbot.waitSignal(rows(table).model().dataChanged):
        session_with_articles.set_script(article, SourceScript.TRADITIONAL)
    assert cell(table, 0, Column.QUOTE) == "书屋"


def test_a_removed_article_takes_its_rows_along_and_brings_them_back(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    books, river = (tag(session_with_articles, words) for words in ("书屋", "四十場"))
    table = shown(session_with_articles, qtbot)
    box = article_box(table)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    article = open_workspace(session_with_articles).annotations[books].article
    session_with_articles.remove_article(article)
    qtbot.waitUntil(lambda: box.count() == 2)
    assert box.currentText() == "All articles"
    assert table.shown_ids() == [river]
    session_with_articles.undo()
    assert table.shown_ids() == [books, river]
    qtbot.waitUntil(lambda: box.count() == 3)


def test_many_edits_at_once_are_shown_at_once(session_with_articles: Session, qtbot: QtBot) -> None:
    workspace = open_workspace(session_with_articles)
    article = Article.from_text("长文\n" + "六月读书会。" * 50)
    session_with_articles.add_articles([article])
    kept = tag(session_with_articles, "书屋")
    table = shown(session_with_articles, qtbot)
    click_header(qtbot, table, Column.MODIFIED)
    now = workspace.now()
    made = [
        Annotation(
            workspace.new_id(),
            article.id,
            Anchor.at(article.text, Span(place, place + 2)),
            "metric",
            "tester",
            now,
            now,
        )
        for place in range(3, 203)
    ]
    operation = Operation("Tag", tuple(AnnotationEdit(None, one) for one in made))
    assert session_with_articles.apply(operation)
    assert table.shown_ids() == [kept, *(one.id for one in made)]
    press(qtbot, table, Qt.Key.Key_A, CONTROL)
    click(qtbot, table, 0, CONTROL)
    press(qtbot, table, Qt.Key.Key_Delete)
    assert table.shown_ids() == [kept]
    session_with_articles.undo()
    assert len(table.shown_ids()) == 201


def test_another_workspace_shows_its_own_tags_with_nothing_filtered(
    session_with_articles: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    made = tag(session_with_articles, "62场")
    table = shown(session_with_articles, qtbot)
    qtbot.mouseClick(chip(table, "honour"), LEFT)
    first = open_workspace(session_with_articles).folder
    assert session_with_articles.create(tmp_path / "other")
    assert count_text(table) == "0 tags"
    assert session_with_articles.open(first)
    assert table.shown_ids() == [made]
    assert not chip(table, "honour").isChecked()


@pytest.mark.parametrize("seed", range(6))
def test_after_random_edits_the_rows_are_those_of_a_table_made_anew(
    session_with_articles: Session, qtbot: QtBot, seed: int
) -> None:
    """The oracle sorts and filters everything from scratch."""
    chance = random.Random(seed)
    session, workspace = session_with_articles, open_workspace(session_with_articles)
    table = shown(session, qtbot)
    header = rows(table).horizontalHeader()
    model = rows(table).model()
    # Whatever it finds wrong with a signal is a warning of Qt's, which fails the test.
    QAbstractItemModelTester(model, model)
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    levels = [(chance.choice(list(Column)), chance.choice([up, down])) for _ in range(4)]
    for column, order in levels:
        header.setSortIndicator(column, order)
    if chance.random() < 0.6:
        filter_words(qtbot, table, chance.choice(["书", "屋", "6", "甲"]))
    if chance.random() < 0.4:
        qtbot.mouseClick(chip(table, "metric"), LEFT)
    for _ in range(60):
        random_edit(session, chance)
        anew = TagTableModel(session, LIGHT)
        anew.show_workspace(workspace)
        anew.set_filter(cast("TagTableModel", model).filter)
        for column, order in levels:
            anew.sort(column, order)
        assert table.shown_ids() == anew.ids()


def random_edit(session: Session, chance: random.Random) -> None:
    """Do something to the workspace."""
    workspace = open_workspace(session)
    ids = list(workspace.annotations)
    articles = list(workspace.articles.values())
    what = chance.random()
    if articles and (what < 0.4 or not ids):
        article = chance.choice(articles)
        start = chance.randrange(len(article.text) - 4)
        span = Span(start, start + chance.randrange(1, 4))
        kind = chance.choice(["metric", "programme", "honour"])
        session.apply(editing.tag(workspace, article.id, span, kind))
    elif ids and what < 0.75:
        session.choose_annotation(chance.choice(ids))
        session.describe(
            kind=chance.choice([None, "metric", "honour"]),
            note=chance.choice([None, "", "甲", "乙"]),
            attributes=chance.choice([None, {"value": chance.randrange(3)}, {"title": "甲"}]),
        )
    elif ids and what < 0.85:
        session.apply(editing.untag(workspace, chance.sample(ids, min(2, len(ids)))))
    elif articles and what < 0.9:
        session.retitle(chance.choice(articles).id, chance.choice(["甲", "乙", "丙"]))
    elif len(articles) > 1 and what < 0.93:
        session.remove_article(chance.choice(articles).id)
    else:
        session.undo()


# What is done


def test_a_click_goes_to_the_passage_in_whichever_article(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    books, river = (tag(session_with_articles, words) for words in ("书屋", "四十場"))
    table = shown(session_with_articles, qtbot)
    asked: list[str] = []
    table.passage_asked.connect(asked.append)
    click(qtbot, table, 1)
    assert chosen(session_with_articles) == river
    assert session_with_articles.article is not None
    assert session_with_articles.article.text == RIVER
    assert table.selected_ids() == [river]
    click(qtbot, table, 1)
    assert asked == [river, river]
    click(qtbot, table, 0)
    assert asked == [river, river, books]


def test_the_keyboard_walks_and_return_goes_there(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    made = [tag(session_with_articles, words) for words in ("书屋", "62场", "好評")]
    table = shown(session_with_articles, qtbot)
    press(qtbot, table, Qt.Key.Key_Home, CONTROL)
    press(qtbot, table, Qt.Key.Key_Down)
    assert chosen(session_with_articles) is None
    press(qtbot, table, Qt.Key.Key_Return)
    assert chosen(session_with_articles) == made[1]
    press(qtbot, table, Qt.Key.Key_Down)
    assert chosen(session_with_articles) == made[1]
    press(qtbot, table, Qt.Key.Key_Enter)
    assert chosen(session_with_articles) == made[2]
    press(qtbot, table, Qt.Key.Key_A, CONTROL)
    press(qtbot, table, Qt.Key.Key_Delete)
    press(qtbot, table, Qt.Key.Key_Return)
    assert chosen(session_with_articles) is None


def test_a_click_that_adds_to_the_selection_goes_nowhere(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    made = [tag(session_with_articles, words) for words in ("书屋", "62场", "近9万人次", "好評")]
    table = shown(session_with_articles, qtbot)
    click(qtbot, table, 0)
    click(qtbot, table, 2, SHIFT)
    assert table.selected_ids() == made[:3]
    click(qtbot, table, 1, CONTROL)
    assert table.selected_ids() == [made[0], made[2]]
    assert chosen(session_with_articles) == made[0]


def test_delete_takes_the_selected_tags_away_as_one_step(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    made = [tag(session_with_articles, words) for words in ("书屋", "62场", "近9万人次", "好評")]
    table = shown(session_with_articles, qtbot)
    click(qtbot, table, 0)
    click(qtbot, table, 2, CONTROL)
    press(qtbot, table, Qt.Key.Key_Delete)
    assert table.shown_ids() == [made[1], made[3]]
    assert set(open_workspace(session_with_articles).annotations) == {made[1], made[3]}
    session_with_articles.undo()
    assert table.shown_ids() == made
    rows(table).clearSelection()
    press(qtbot, table, Qt.Key.Key_Delete)
    assert table.shown_ids() == made


def test_the_keys_of_the_rows_are_not_taken_by_the_window(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋")
    tag(session_with_articles, "62场")
    table = shown(session_with_articles, qtbot)
    taken: list[str] = []
    actions = []
    for keys in ("Delete", "Ctrl+A", "Ctrl+C", "Return", "Ctrl+K"):
        action = QAction(keys, table)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _on, name=keys: taken.append(name))
        table.addAction(action)
        actions.append(action)
    press(qtbot, table, Qt.Key.Key_K, CONTROL)
    assert taken == ["Ctrl+K"]
    press(qtbot, table, Qt.Key.Key_A, CONTROL)
    assert len(table.selected_ids()) == 2
    press(qtbot, table, Qt.Key.Key_C, CONTROL)
    press(qtbot, table, Qt.Key.Key_Return)
    press(qtbot, table, Qt.Key.Key_Delete)
    assert table.shown_ids() == []
    assert taken == ["Ctrl+K"]


def test_copying_takes_the_whole_quotes_in_the_script_shown(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "书屋全年办了62场读书会")
    tag(session_with_articles, "四十場")
    session_with_articles.show_script(Script.TRADITIONAL)
    table = shown(session_with_articles, qtbot)
    press(qtbot, table, Qt.Key.Key_A, CONTROL)
    press(qtbot, table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "書屋全年辦了62場讀書會\n四十場"


def test_typing_on_the_rows_searches_nothing(session_with_articles: Session, qtbot: QtBot) -> None:
    tag(session_with_articles, "书屋", "programme")
    tag(session_with_articles, "62场", "metric")
    table = shown(session_with_articles, qtbot)
    press(qtbot, table, Qt.Key.Key_Home, CONTROL)
    qtbot.keyClicks(rows(table), "m")
    assert rows(table).currentIndex().row() == 0


def test_the_filtered_tags_are_told_where_somebody_sees_the_filters(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    tag(session_with_articles, "四十場")
    found = tag(session_with_articles, "62场")
    table = shown(session_with_articles, qtbot)
    assert table.filtered_ids() is None
    filter_words(qtbot, table, "62")
    assert table.filtered_ids() == [found]
    table.hide()
    assert table.filtered_ids() is None


def test_the_selected_tags_are_exported_in_the_order_shown(
    session_with_articles: Session, qtbot: QtBot
) -> None:
    made = [tag(session_with_articles, words) for words in ("书屋", "62场", "好評")]
    table = shown(session_with_articles, qtbot)
    assert not export_button(table).isEnabled()
    click_header(qtbot, table, Column.MODIFIED)
    click_header(qtbot, table, Column.MODIFIED)
    click(qtbot, table, 2)
    click(qtbot, table, 0, CONTROL)
    with qtbot.waitSignal(table.export_asked) as asked:
        qtbot.mouseClick(export_button(table), LEFT)
    assert asked.args == [[made[2], made[0]]]
    press(qtbot, table, Qt.Key.Key_Delete)
    assert table.shown_ids() == [made[1]]


def test_nothing_is_deleted_where_the_store_refuses(
    session_with_articles: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tag(session_with_articles, "书屋")
    table = shown(session_with_articles, qtbot)
    click(qtbot, table, 0)

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken, qtbot.waitSignal(session_with_articles.refused):
        broken.setattr("os.fsync", refuse)
        press(qtbot, table, Qt.Key.Key_Delete)
    assert table.shown_ids() == [made]
    assert table.selected_ids() == [made]
