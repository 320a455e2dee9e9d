"""The tags of an article and the form of the chosen one, as mouse and keys meet them."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QInputMethodEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, Operation
from reader.annotation.tag_set import DEFAULT_TAG_SET, Attribute, TagKind, TagSet
from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.panels.elements import Chip, ChipRow, Hint
from reader.ui.panels.rows import RowList
from reader.ui.panels.tag_fields import ChoiceInput, LineInput, NoteInput
from reader.ui.panels.tag_list import ROW, TagRow, details_of
from reader.ui.panels.tag_panel import TagPanel
from reader.ui.session import Session
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.annotation.tag_set import AttributeValue
    from reader.workspace import Workspace

# The platform without a screen says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "书屋的一年\n书屋办了62场活动，来了近9万人次。\n“灯下书声”品牌获评示范\n书屋。网络也通了。"
OTHER = "另一篇\n河边来了300人。"


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """Return a session on a workspace of two articles without tags; the first is shown."""
    session = Session(author="tester", state=tmp_path / "state")
    assert session.create(tmp_path / "workspace")
    articles = [Article.from_text(TEXT), Article.from_text(OTHER)]
    assert session.add_articles(articles) == []
    session.show_article(articles[0].id)
    yield session
    session.close()


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> TagPanel:
    """Return the panel, shown and with the keyboard."""
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> TagPanel:
    panel = TagPanel(session, Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 900)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def workspace_of(session: Session) -> Workspace:
    assert session.workspace is not None
    return session.workspace


def tag(
    session: Session,
    words: str,
    kind: str = "metric",
    attributes: Mapping[str, AttributeValue] | None = None,
    note: str = "",
) -> str:
    """Tag words of the article shown, as somebody else would; return the tag's id."""
    workspace, article = workspace_of(session), session.article
    assert article is not None
    start = article.text.index(words)
    made = Annotation(
        id=workspace.new_id(),
        article=article.id,
        anchor=Anchor.at(article.text, Span(start, start + len(words))),
        kind=kind,
        author="Lin",
        created="2026-03-04T05:06:07.000001Z",
        modified="2026-03-04T05:06:07.000001Z",
        attributes=attributes or {},
        note=note,
    )
    workspace.apply(Operation("Tag", (AnnotationEdit(None, made),)))
    return made.id


def stored(session: Session, annotation_id: str) -> Annotation:
    return workspace_of(session).annotations[annotation_id]


def steps(session: Session) -> Callable[[], int]:
    """Return what counts the operations that are made from now on."""
    made: list[object] = []
    session.changed.connect(made.append)
    return lambda: len(made)


# The list


def rows(panel: TagPanel) -> list[TagRow]:
    model = panel.tag_list.list_view.model()
    return [cast("TagRow", model.index(number, 0).data(ROW)) for number in range(model.rowCount())]


def quotes(panel: TagPanel) -> list[str]:
    return [row.quote for row in rows(panel)]


def index(panel: TagPanel, number: int) -> QModelIndex:
    return panel.tag_list.list_view.model().index(number, 0)


def click(panel: TagPanel, qtbot: QtBot, number: int, button: Qt.MouseButton = LEFT) -> None:
    view = panel.tag_list.list_view
    qtbot.mouseClick(view.viewport(), button, pos=view.visualRect(index(panel, number)).center())


def chip(panel: QWidget, label: str) -> Chip:
    """Return the chip whose label begins so."""
    row = panel.findChild(ChipRow)
    assert row is not None
    return next(one for one in row.chips if one.text().startswith(label))


def press(panel: QWidget, qtbot: QtBot, label: str) -> None:
    qtbot.mouseClick(chip(panel, label), LEFT)


def hint(panel: QWidget) -> str:
    """Return the sentence in the place of what is not there; empty where it is there."""
    label = panel.findChild(Hint)
    assert label is not None
    return label.text() if label.isVisible() else ""


def test_an_article_without_tags_says_how_they_are_made(session: Session, panel: TagPanel) -> None:
    assert hint(panel.tag_list) == (
        "No tags in this article yet. Select a passage and press 1, 2 or 3."
    )
    tag(session, "62场")
    assert hint(panel.tag_list) == ""


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("", "No tags in this article yet."),
        ("7", "No tags in this article yet. Select a passage and press 7."),
    ],
)
def test_the_keys_are_those_of_the_tag_set(
    session: Session, qtbot: QtBot, keys: str, sentence: str
) -> None:
    workspace_of(session).tag_set = TagSet((TagKind("place", "Place", "#123456", keys),))
    panel = shown(session, qtbot)
    assert hint(panel.tag_list) == sentence


def test_without_an_article_the_list_says_so(session: Session, panel: TagPanel) -> None:
    session.show_article(None)
    assert hint(panel.tag_list) == "Open an article to see its tags."
    assert not chip(panel.tag_list, "All").isVisible()


def test_without_a_workspace_the_panel_is_empty(tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(author="tester", state=tmp_path / "state")
    panel = shown(session, qtbot)
    assert hint(panel.tag_list) == "Open an article to see its tags."
    assert panel.editor.commit_pending()
    assert panel.tag_list.list_view.model().data(QModelIndex()) is None


def test_tags_stand_in_reading_order(session: Session, panel: TagPanel) -> None:
    for words in ("近9万人次", "62场", "灯下书声", "办了62场"):
        tag(session, words)
    assert quotes(panel) == ["办了62场", "62场", "近9万人次", "灯下书声"]


def test_quotes_are_in_the_script_shown_with_line_ends_marked(
    session: Session, panel: TagPanel
) -> None:
    tag(session, "示范\n书屋")
    tag(session, "网络")
    assert quotes(panel) == ["示范⏎书屋", "网络"]
    session.show_script(Script.TAIWAN)
    assert quotes(panel) == ["示範⏎書屋", "網絡"]
    session.show_regional(on=True)
    assert quotes(panel) == ["示範⏎書屋", "網路"]


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_another_script_is_painted_at_once(session: Session, panel: TagPanel, qtbot: QtBot) -> None:
    tag(session, "示范")
    qtbot.wait(50)
    paints = Paints(panel.tag_list.list_view.viewport())
    session.show_script(Script.TAIWAN)
    qtbot.waitUntil(lambda: paints.count > 0)


def test_a_long_quote_is_cut_and_only_its_beginning_converted(
    session: Session, qtbot: QtBot
) -> None:
    article = Article.from_text("书屋" * 5000)
    session.add_articles([article])
    session.show_article(article.id)
    tag(session, article.text)
    (row,) = rows(shown(session, qtbot))
    assert row.quote == "书屋" * 50 + "…"


@pytest.mark.parametrize(
    ("kind", "attributes", "note", "told"),
    [
        ("metric", {"value": 62, "unit": "场", "bound": "exact"}, "x", "62 场"),
        ("metric", {"value": 90000, "unit": "人次", "bound": "under"}, "", "under 90,000 人次"),
        ("metric", {"value": 12.5, "measures": "藏书"}, "", "12.5, 藏书"),
        ("metric", {"measures": "藏书"}, "", "藏书"),
        ("metric", {"unit": "场"}, "看\n不清", "看 不清"),
        ("metric", {}, "", "Metric"),
        ("programme", {"name": "灯下书声", "organiser": "文化站"}, "", "文化站"),
        ("programme", {"name": "灯下书声"}, "", "Programme"),
        ("honour", {"status": "awarded", "year": 2023}, "", "awarded 2023"),
        ("honour", {"year": 2023}, "", "2023"),
        ("honour", {}, "存疑", "存疑"),
        ("place", {"b": "溪边", "a": "桥", "c": "岸"}, "", "溪边, 桥"),
        ("place", {}, "", "place"),
    ],
)
def test_the_second_line_tells_the_most_telling(
    kind: str, attributes: dict[str, AttributeValue], note: str, told: str
) -> None:
    annotation = Annotation(
        id="a",
        article="b",
        anchor=Anchor.at(TEXT, Span(0, 2)),
        kind=kind,
        author="",
        created="",
        modified="",
        attributes=attributes,
        note=note,
    )
    assert details_of(annotation, DEFAULT_TAG_SET) == told


def test_a_kind_of_the_users_own_tells_its_first_attributes_in_order() -> None:
    kind = TagKind("place", "Place", "#123456", "4", (Attribute("a", "A"), Attribute("b", "B")))
    annotation = Annotation(
        id="a",
        article="b",
        anchor=Anchor.at(TEXT, Span(0, 2)),
        kind="place",
        author="",
        created="",
        modified="",
        attributes={"b": 2, "a": "桥\n头"},
    )
    assert details_of(annotation, TagSet((kind,))) == "桥 头, 2"


def test_a_row_is_told_to_those_who_hear_it(session: Session, panel: TagPanel) -> None:
    tag(session, "62场", attributes={"value": 62})
    first = index(panel, 0)
    assert first.data() == "62场"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Metric: 62场"
    assert first.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "62"
    assert first.data(Qt.ItemDataRole.DecorationRole) is None
    assert panel.tag_list.list_view.model().rowCount(first) == 0


def test_a_click_chooses_the_tag_and_marks_its_row(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    tag(session, "62场")
    second = tag(session, "近9万人次")
    view, theme = panel.tag_list.list_view, Theme.load("light")

    def ground(number: int) -> str:
        rect = view.visualRect(index(panel, number))
        image = view.viewport().grab().toImage()
        return image.pixelColor(rect.right() - 30, rect.center().y()).name()

    click(panel, qtbot, 1)
    assert session.annotation == stored(session, second)
    assert [row.chosen for row in rows(panel)] == [False, True]
    assert (ground(0), ground(1)) == (theme.panel, theme.chosen)


def test_the_dot_has_the_colour_of_the_kind(session: Session, panel: TagPanel) -> None:
    tag(session, "62场")
    view = panel.tag_list.list_view
    image = view.viewport().grab(view.visualRect(index(panel, 0))).toImage()
    assert "#0069a8" in {image.pixelColor(20, y).name() for y in range(image.height())}


def test_arrows_walk_and_return_chooses(session: Session, panel: TagPanel, qtbot: QtBot) -> None:
    tag(session, "62场")
    second = tag(session, "近9万人次")
    click(panel, qtbot, 0)
    view = panel.tag_list.list_view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert [row.chosen for row in rows(panel)] == [True, False]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert session.annotation == stored(session, second)


def test_a_letter_looks_for_nothing_among_the_tags(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    tag(session, "书屋")
    tag(session, "62场")
    view = panel.tag_list.list_view
    assert isinstance(view, RowList)
    view.setFocus()
    view.put_current(index(panel, 0))
    # It would read every row, of which there may be a hundred thousand.
    qtbot.keyClick(view, Qt.Key.Key_6)
    assert view.currentIndex().row() == 0


def test_the_list_scrolls_to_a_tag_chosen_elsewhere(session: Session, qtbot: QtBot) -> None:
    article = Article.from_text("书屋办了活动。" * 100)
    session.add_articles([article])
    session.show_article(article.id)
    panel = shown(session, qtbot)
    made = many(session, 100)
    session.choose_annotation(made[77])
    view = panel.tag_list.list_view
    assert view.currentIndex().row() == 77
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    session.choose_annotation(None)
    assert view.currentIndex().row() == 77


def many(session: Session, count: int) -> list[str]:
    """Make tags one code point apart, in one operation; return their ids in reading order."""
    workspace, article = workspace_of(session), session.article
    assert article is not None
    kinds = [kind.name for kind in workspace.tag_set]
    edits = tuple(
        AnnotationEdit(
            None,
            Annotation(
                id=f"{number:05}",
                article=article.id,
                anchor=Anchor.at(article.text, Span(number, number + 2)),
                kind=kinds[number % len(kinds)],
                author="Lin",
                created="2026-03-04T05:06:07.000001Z",
                modified="2026-03-04T05:06:07.000001Z",
            ),
        )
        for number in range(count)
    )
    workspace.apply(Operation("Tag", edits))
    return [edit.id for edit in edits]


def test_ten_thousand_tags_are_listed_and_walked(session: Session, qtbot: QtBot) -> None:
    article = Article.from_text("书屋办了活动。" * 1500)
    session.add_articles([article])
    session.show_article(article.id)
    panel = shown(session, qtbot)
    view = panel.tag_list.list_view
    with qtbot.waitSignal(view.model().modelReset):
        made = many(session, 10_000)
    assert view.model().rowCount() == 10_000
    assert chip(panel.tag_list, "All").text() == "All 10,000"
    session.choose_annotation(made[9_999])
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.model().rowCount() == 9_999
    press(panel.tag_list, qtbot, "Honour")
    assert view.model().rowCount() == 3_333
    session.undo()
    session.undo()
    assert view.model().rowCount() == 0


def test_chips_filter_by_kind_and_count(session: Session, panel: TagPanel, qtbot: QtBot) -> None:
    tag(session, "62场")
    tag(session, "近9万人次")
    tag(session, "灯下书声", "programme")
    labels = [one.text() for one in panel.tag_list.kind_chips.chips]
    assert labels == ["All 3", "Metric 2", "Programme 1", "Honour 0"]
    press(panel.tag_list, qtbot, "Metric")
    assert quotes(panel) == ["62场", "近9万人次"]
    assert [one.isChecked() for one in panel.tag_list.kind_chips.chips] == [
        False,
        True,
        False,
        False,
    ]
    press(panel.tag_list, qtbot, "Honour")
    assert hint(panel.tag_list) == "No tags of the kind Honour in this article."
    press(panel.tag_list, qtbot, "All")
    assert len(rows(panel)) == 3


def test_a_chip_is_switched_by_the_keyboard_and_shows_that_it_is_on(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    tag(session, "62场")
    one = chip(panel.tag_list, "Metric")
    theme = Theme.load("light")

    def ground() -> str:
        image = one.grab().toImage()
        return image.pixelColor(image.width() // 2, 3).name()

    qtbot.mouseMove(panel.tag_list.list_view)
    off = ground()
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Space)
    assert one.isChecked()
    assert off != ground() == theme.chosen
    qtbot.keyClick(one, Qt.Key.Key_Space)
    assert one.isChecked()


def test_a_chip_under_the_pointer_is_tinted(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    tag(session, "62场")
    one = chip(panel.tag_list, "Metric")
    qtbot.mouseMove(one)
    qtbot.waitUntil(one.underMouse)
    image = one.grab().toImage()
    assert image.pixelColor(image.width() // 2, 3).name() not in (
        Theme.load("light").panel,
        Theme.load("light").chosen,
    )


def test_a_chip_is_switched_by_its_owner_alone(qtbot: QtBot) -> None:
    one = Chip("metric", "Metric", "#0069a8", Theme.load("light"))
    qtbot.addWidget(one)
    told: list[object] = []
    one.picked.connect(told.append)
    qtbot.mouseClick(one, LEFT)
    assert told == ["metric"]
    assert not one.isChecked()


def test_chips_take_as_many_lines_as_they_need(session: Session, panel: TagPanel) -> None:
    tag(session, "62场")
    chips = panel.tag_list.kind_chips.chips

    def lines() -> int:
        QApplication.sendPostedEvents()
        return len({one.y() for one in chips})

    panel.resize(600, 900)
    assert lines() == 1
    panel.resize(220, 900)
    assert lines() > 1
    row = panel.tag_list.kind_chips
    assert all(row.rect().contains(one.geometry()) for one in chips)


def test_a_tag_that_changes_kind_moves_between_the_filtered_lists(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = tag(session, "62场")
    press(panel.tag_list, qtbot, "Honour")
    session.choose_annotation(made)
    assert not panel.tag_list.list_view.currentIndex().isValid()
    session.describe(kind="honour")
    assert quotes(panel) == ["62场"]
    session.undo()
    assert quotes(panel) == []


def test_moved_and_edited_tags_keep_the_order_and_the_chosen_row(
    session: Session, panel: TagPanel
) -> None:
    first = tag(session, "62场")
    tag(session, "近9万人次")
    session.choose_annotation(first)
    went: list[object] = []
    panel.tag_list.list_view.model().rowsRemoved.connect(lambda *_rows: went.append(1))
    session.describe(note="看看")
    assert went == []
    assert [row.details for row in rows(panel)] == ["看看", "Metric"]
    assert session.article is not None
    start = session.article.text.index("网络")
    session.move(Span(start, start + 2))
    assert quotes(panel) == ["近9万人次", "网络"]
    assert panel.tag_list.list_view.currentIndex().row() == 1
    session.undo()
    assert quotes(panel) == ["62场", "近9万人次"]


def test_tags_of_another_article_are_not_listed(session: Session, panel: TagPanel) -> None:
    tag(session, "62场")
    other = list(workspace_of(session).articles.values())[1]
    session.show_article(other.id)
    assert quotes(panel) == []
    tag(session, "300人")
    assert quotes(panel) == ["300人"]
    first = next(iter(workspace_of(session).articles))
    workspace = workspace_of(session)
    session.show_article(first)
    assert quotes(panel) == ["62场"]
    session.remove_article(other.id)
    assert quotes(panel) == ["62场"]
    assert workspace.undo_label == "Remove article"


def test_a_removed_article_takes_its_tags_out_of_the_list(
    session: Session, panel: TagPanel
) -> None:
    tag(session, "62场")
    assert session.article is not None
    session.remove_article(session.article.id)
    assert quotes(panel) == []
    session.undo()
    session.show_article(next(iter(workspace_of(session).articles)))
    assert quotes(panel) == ["62场"]


def test_delete_deletes_the_row_that_the_keyboard_is_on(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    for words in ("62场", "近9万人次", "灯下书声"):
        tag(session, words)
    click(panel, qtbot, 0)
    view = panel.tag_list.list_view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert quotes(panel) == ["62场", "灯下书声"]
    # The next row is at hand for the next key.
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(quotes(panel)) == 1
    session.undo()
    session.undo()
    assert quotes(panel) == ["62场", "近9万人次", "灯下书声"]


def test_a_right_click_chooses_the_tag_that_its_menu_speaks_of(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    tag(session, "62场")
    second = tag(session, "近9万人次")
    click(panel, qtbot, 1, RIGHT)
    assert session.annotation == stored(session, second)


def test_another_workspace_begins_with_every_kind(
    session: Session, panel: TagPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    tag(session, "62场")
    press(panel.tag_list, qtbot, "Honour")
    assert session.create(tmp_path / "another")
    assert chip(panel.tag_list, "All").isChecked()
    assert session.add_articles([Article.from_text(TEXT)]) == []
    session.show_article(next(iter(workspace_of(session).articles)))
    tag(session, "62场")
    assert quotes(panel) == ["62场"]
    row = panel.tag_list.kind_chips
    assert [one for one in row.findChildren(Chip) if one.isVisible()] == row.chips


# The form


def line(panel: TagPanel, name: str) -> LineInput:
    """Return a line of the form that is shown."""
    found = panel.editor.findChildren(LineInput, f"field_{name}")
    return next(one for one in found if one.isVisible())


def choice(panel: TagPanel, name: str) -> ChoiceInput:
    found = panel.editor.findChildren(ChoiceInput, f"field_{name}")
    return next(one for one in found if one.isVisible())


def note(panel: TagPanel) -> NoteInput:
    found = panel.editor.findChild(NoteInput)
    assert found is not None
    return found


def errors(panel: TagPanel) -> list[str]:
    found = panel.editor.findChildren(QLabel, "fieldError")
    return [one.text() for one in found if one.isVisible()]


def label(panel: TagPanel, name: str) -> QLabel:
    found = panel.editor.findChild(QLabel, name)
    assert found is not None
    return found


def type_over(qtbot: QtBot, field: LineInput, words: str) -> None:
    """Go into a field and write something else."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    write(field, words)


def write(field: QWidget, words: str) -> None:
    """Put words into a field as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def compose(field: QWidget, words: str) -> None:
    """Compose words in a field, not yet put in."""
    QApplication.sendEvent(field, QInputMethodEvent(words, []))


def chosen(session: Session, words: str = "62场", kind: str = "metric", **given: object) -> str:
    """Tag words and choose the tag."""
    made = tag(session, words, kind, cast("dict[str, AttributeValue]", given))
    session.choose_annotation(made)
    return made


def test_with_no_tag_chosen_there_is_a_hint_and_no_form(session: Session, panel: TagPanel) -> None:
    assert hint(panel.editor) == "Choose a tag to see and edit it."
    assert not note(panel).isVisible()
    made = chosen(session)
    assert hint(panel.editor) == ""
    assert note(panel).isVisible()
    session.choose_annotation(made)
    session.untag()
    assert hint(panel.editor) == "Choose a tag to see and edit it."


def test_the_form_has_the_fields_of_the_kind(session: Session, panel: TagPanel) -> None:
    chosen(session, value=62, unit="场", bound="over", measures="活动")
    assert [line(panel, name).text() for name in ("value", "unit", "measures")] == [
        "62",
        "场",
        "活动",
    ]
    bound = choice(panel, "bound")
    assert [bound.itemText(number) for number in range(bound.count())] == [
        "",
        "exact",
        "about",
        "over",
        "under",
    ]
    assert bound.currentText() == "over"
    assert line(panel, "value").accessibleName() == "Value"
    chosen(session, "灯下书声", "programme", organiser="文化站")
    assert line(panel, "organiser").text() == "文化站"
    assert {
        one.objectName() for one in panel.editor.findChildren(LineInput) if one.isVisible()
    } == {
        "field_name",
        "field_organiser",
    }


def test_the_form_shows_quote_author_time_and_offsets(session: Session, panel: TagPanel) -> None:
    made = chosen(session, "示范\n书屋")
    session.show_script(Script.TAIWAN)
    quote = panel.editor.findChild(QPlainTextEdit, "quote")
    assert quote is not None
    assert quote.toPlainText() == "示范\n书屋"
    assert quote.isReadOnly()
    assert "Serif" in quote.document().defaultFont().families()[0]
    span = stored(session, made).span
    facts = label(panel, "tagFacts").text()
    assert facts.startswith("Lin · 2026-03-0")
    assert facts.endswith(f" · {span.start}–{span.end}")
    assert "T" not in facts


def test_a_time_that_is_none_is_shown_as_it_is(session: Session, panel: TagPanel) -> None:
    made = stored(session, tag(session, "62场"))
    odd = dataclasses.replace(made, id="odd", created="long ago")
    workspace_of(session).apply(Operation("Tag", (AnnotationEdit(None, odd),)))
    session.choose_annotation("odd")
    assert "long ago" in label(panel, "tagFacts").text()


def test_a_quote_takes_up_to_four_lines_and_a_long_one_is_cut(
    session: Session, qtbot: QtBot
) -> None:
    article = Article.from_text("书屋办了活动。" * 300)
    session.add_articles([article])
    session.show_article(article.id)
    panel = shown(session, qtbot)
    quote = panel.editor.findChild(QPlainTextEdit, "quote")
    assert quote is not None
    chosen(session, article.text[:2])
    one = quote.height()
    chosen(session, article.text[:200])
    four = quote.height()
    assert 3 * one < four < 4.5 * one
    chosen(session, article.text)
    assert quote.height() == four
    assert quote.toPlainText() == article.text[:1000] + "…"


def test_a_value_is_saved_when_the_field_is_left_as_one_step_of_undo(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session, value=1)
    count = steps(session)
    type_over(qtbot, line(panel, "value"), "62")
    assert stored(session, made).attributes == {"value": 1}
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Tab)
    assert stored(session, made).attributes == {"value": 62}
    assert line(panel, "unit").hasFocus()
    qtbot.keyClick(line(panel, "unit"), Qt.Key.Key_Tab)
    assert count() == 1
    session.undo()
    assert stored(session, made).attributes == {"value": 1}
    assert line(panel, "value").text() == "1"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("9.6万", 96_000),
        ("1.75億", 175_000_000),
        ("三百二十", 320),
        ("１２，３００", 12_300),
        ("1,200", 1_200),
    ],
)
def test_a_number_may_be_typed_as_the_article_has_it(
    session: Session, panel: TagPanel, qtbot: QtBot, typed: str, value: int
) -> None:
    made = chosen(session)
    type_over(qtbot, line(panel, "value"), typed)
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Tab)
    assert stored(session, made).attributes == {"value": value}
    assert line(panel, "value").text() == str(value)


@pytest.mark.parametrize("typed", ["9.6万人次", "近万", "1.2.3万", "几百", "多", "，", "九" * 40])
def test_what_is_no_single_number_is_told_of(
    session: Session, panel: TagPanel, qtbot: QtBot, typed: str
) -> None:
    made = chosen(session)
    type_over(qtbot, line(panel, "value"), typed)
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Tab)
    assert errors(panel) == [f"Value is a number, not “{typed}”."]
    assert stored(session, made).attributes == {}


def test_enter_saves_and_stays_in_the_field(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session)
    type_over(qtbot, line(panel, "unit"), "场")
    qtbot.keyClick(line(panel, "unit"), Qt.Key.Key_Return)
    assert stored(session, made).attributes == {"unit": "场"}
    assert line(panel, "unit").hasFocus()


@pytest.mark.parametrize("same", ["62", " 62 ", "62.0", "6,2"])
def test_the_same_value_otherwise_written_is_no_change(
    session: Session, panel: TagPanel, qtbot: QtBot, same: str
) -> None:
    chosen(session, value=62)
    count = steps(session)
    type_over(qtbot, line(panel, "value"), same)
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Return)
    assert count() == 0
    assert line(panel, "value").text() == "62"


def test_an_emptied_field_takes_the_attribute_away(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session, value=62, unit="场")
    type_over(qtbot, line(panel, "unit"), "")
    qtbot.keyClick(line(panel, "unit"), Qt.Key.Key_Return)
    assert stored(session, made).attributes == {"value": 62}


def test_several_fields_typed_in_are_saved_together(session: Session, panel: TagPanel) -> None:
    made = chosen(session)
    count = steps(session)
    # Without the keyboard, nothing leaves a field: only the last moment saves.
    for name, words in (("value", "62"), ("unit", "场")):
        write(line(panel, name), words)
    write(note(panel), "看过")
    assert panel.editor.commit_pending()
    assert stored(session, made).attributes == {"value": 62, "unit": "场"}
    assert stored(session, made).note == "看过"
    assert count() == 1


def test_an_invalid_number_keeps_what_is_typed_and_what_is_stored(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session, value=1)
    count = steps(session)
    type_over(qtbot, line(panel, "value"), "六十来")
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Tab)
    assert errors(panel) == ["Value is a number, not “六十来”."]
    assert line(panel, "value").text() == "六十来"
    assert line(panel, "value").accessibleDescription() == errors(panel)[0]
    assert stored(session, made).attributes == {"value": 1}
    assert count() == 0
    assert not panel.editor.commit_pending()
    # Another field is saved beside it, and does not wipe it.
    type_over(qtbot, line(panel, "unit"), "场")
    qtbot.keyClick(line(panel, "unit"), Qt.Key.Key_Tab)
    assert stored(session, made).attributes == {"value": 1, "unit": "场"}
    assert line(panel, "value").text() == "六十来"
    type_over(qtbot, line(panel, "value"), "62")
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Return)
    assert errors(panel) == []
    assert stored(session, made).attributes == {"value": 62, "unit": "场"}


def test_the_sentence_about_an_invalid_value_is_in_the_colour_of_danger(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    chosen(session)
    type_over(qtbot, line(panel, "value"), "x")
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Return)
    error = next(one for one in panel.editor.findChildren(QLabel, "fieldError") if one.isVisible())
    image = error.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert Theme.load("light").danger in colours


def test_going_back_to_what_was_there_takes_the_sentence_away(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    chosen(session, value=62)
    for words in ("x", "62"):
        type_over(qtbot, line(panel, "value"), words)
        qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Return)
    assert errors(panel) == []


def test_an_imported_value_that_is_no_number_is_not_complained_of_until_it_is_changed(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session, value="许多")
    for words in ("许", "许多"):
        type_over(qtbot, line(panel, "value"), words)
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Return)
    assert errors(panel) == []
    assert stored(session, made).attributes == {"value": "许多"}


def test_a_choice_is_saved_at_once(session: Session, panel: TagPanel, qtbot: QtBot) -> None:
    made = chosen(session, value=62)
    count = steps(session)
    qtbot.keyClick(choice(panel, "bound"), Qt.Key.Key_Down)
    assert stored(session, made).attributes == {"value": 62, "bound": "exact"}
    qtbot.keyClick(choice(panel, "bound"), Qt.Key.Key_Up)
    assert stored(session, made).attributes == {"value": 62}
    assert count() == 2


def test_a_wheel_that_passes_over_a_choice_changes_nothing(
    session: Session, panel: TagPanel
) -> None:
    made = chosen(session, bound="over")
    field = choice(panel, "bound")
    place = QPointF(field.rect().center())
    turn = QWheelEvent(
        place,
        QPointF(field.mapToGlobal(field.rect().center())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert stored(session, made).attributes == {"bound": "over"}


def test_a_choice_that_is_none_is_shown_and_kept(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session, bound="roughly", value=1)
    assert choice(panel, "bound").currentText() == "roughly"
    type_over(qtbot, line(panel, "value"), "2")
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Return)
    assert stored(session, made).attributes == {"bound": "roughly", "value": 2}
    chosen(session, "近9万人次")
    assert choice(panel, "bound").count() == 5


def test_a_note_is_saved_when_it_is_left(session: Session, panel: TagPanel, qtbot: QtBot) -> None:
    made = chosen(session)
    count = steps(session)
    note(panel).setFocus()
    write(note(panel), "第一行")
    qtbot.keyClick(note(panel), Qt.Key.Key_Return)
    write(note(panel), "第二\u00a0行")
    assert count() == 0
    line(panel, "value").setFocus()
    assert stored(session, made).note == "第一行\n第二\u00a0行"
    assert count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_return_saves_the_note(
    session: Session, panel: TagPanel, qtbot: QtBot, key: Qt.Key
) -> None:
    made = chosen(session)
    note(panel).setFocus()
    write(note(panel), "看过")
    qtbot.keyClick(note(panel), key, CONTROL)
    assert stored(session, made).note == "看过"
    assert note(panel).hasFocus()


def test_tab_leaves_the_note(session: Session, panel: TagPanel, qtbot: QtBot) -> None:
    made = chosen(session)
    note(panel).setFocus()
    write(note(panel), "看过")
    qtbot.keyClick(note(panel), Qt.Key.Key_Tab)
    assert not note(panel).hasFocus()
    assert stored(session, made).note == "看过"


def test_the_menu_of_the_note_does_not_save_it(session: Session, panel: TagPanel) -> None:
    made = chosen(session)
    write(note(panel), "看到一半")
    QApplication.sendEvent(
        note(panel), QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    )
    assert stored(session, made).note == ""


def test_the_note_grows_from_two_lines_to_six(session: Session, panel: TagPanel) -> None:
    chosen(session)
    heights = []
    for lines in range(1, 9):
        note(panel).setPlainText("\n".join("行" * lines))
        heights.append(note(panel).height())
    assert heights[0] == heights[1] < heights[2] < heights[3] < heights[4] < heights[5]
    assert heights[5] == heights[6] == heights[7]
    note(panel).setPlainText("行" * 60)
    assert note(panel).height() > heights[1]


def test_the_keyboard_goes_through_the_form_in_the_order_it_is_read(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    chosen(session)
    order = [line(panel, "value"), line(panel, "unit"), choice(panel, "bound")]
    order = [*order, line(panel, "measures"), note(panel)]
    panel.editor.focus_first()
    for before, after in pairwise(order):
        assert before.hasFocus()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


def test_the_order_stays_when_the_kind_changes_to_and_fro(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    chosen(session)
    for kind in ("Honour", "Programme", "Metric"):
        press(panel.editor, qtbot, kind)
    panel.editor.focus_first()
    order = [line(panel, "value"), line(panel, "unit"), choice(panel, "bound")]
    for before, after in pairwise([*order, line(panel, "measures"), note(panel)]):
        assert before.hasFocus()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


def test_going_to_the_form_without_a_chosen_tag_does_nothing(panel: TagPanel) -> None:
    panel.editor.focus_first()
    assert panel.focusWidget() not in panel.editor.findChildren(QWidget)


# Another kind


def test_a_chip_gives_the_tag_another_kind_and_keeps_its_attributes(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session, value=62, source="page 3")
    assert label(panel, "otherAttributes").text() == "source: page 3"
    assert chip(panel.editor, "Metric").isChecked()
    press(panel.editor, qtbot, "Honour")
    assert stored(session, made).kind == "honour"
    assert dict(stored(session, made).attributes) == {"value": 62, "source": "page 3"}
    assert label(panel, "otherAttributes").text() == "value: 62\nsource: page 3"
    assert chip(panel.editor, "Honour").isChecked()
    assert not chip(panel.editor, "Metric").isChecked()
    assert line(panel, "year").text() == ""
    session.undo()
    assert line(panel, "value").text() == "62"
    assert chip(panel.editor, "Metric").isChecked()


def test_the_chip_of_the_same_kind_changes_nothing(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    chosen(session)
    count = steps(session)
    press(panel.editor, qtbot, "Metric")
    assert count() == 0
    assert chip(panel.editor, "Metric").isChecked()


def test_what_is_typed_is_saved_before_the_kind_changes(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session)
    count = steps(session)
    type_over(qtbot, line(panel, "value"), "62")
    press(panel.editor, qtbot, "Honour")
    assert stored(session, made).attributes == {"value": 62}
    assert count() == 2


def test_a_refused_kind_leaves_the_form_as_it_is(
    session: Session, panel: TagPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = chosen(session)
    monkeypatch.setattr(workspace_of(session), "read_only", "It is of a newer version.")
    told: list[object] = []
    session.refused.connect(told.append)
    press(panel.editor, qtbot, "Honour")
    assert told == ["It is of a newer version."]
    assert stored(session, made).kind == "metric"
    assert chip(panel.editor, "Metric").isChecked()
    assert not chip(panel.editor, "Honour").isChecked()


def test_a_tag_of_a_kind_that_is_gone_is_shown_with_its_attributes(
    session: Session, qtbot: QtBot
) -> None:
    made = tag(session, "62场", attributes={"value": 62})
    workspace_of(session).tag_set = TagSet((TagKind("place", "Place", "#123456", "1"),))
    panel = shown(session, qtbot)
    session.choose_annotation(made)
    assert label(panel, "otherAttributes").text() == "value: 62"
    assert not chip(panel.editor, "Place").isChecked()
    panel.editor.focus_first()
    assert note(panel).hasFocus()


# Never lost, never misplaced


def test_what_is_typed_is_saved_to_its_tag_when_another_is_clicked(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    second = tag(session, "近9万人次", attributes={"value": 90000})
    first = chosen(session)
    type_over(qtbot, line(panel, "value"), "62")
    click(panel, qtbot, 1)
    assert session.annotation == stored(session, second)
    assert stored(session, first).attributes == {"value": 62}
    assert stored(session, second).attributes == {"value": 90000}
    assert line(panel, "value").text() == "90000"


@pytest.mark.parametrize("leave", ["tag", "none", "article", "workspace", "close"])
def test_what_is_typed_is_saved_to_its_tag_where_the_keyboard_never_left_the_field(
    session: Session, panel: TagPanel, qtbot: QtBot, tmp_path: Path, leave: str
) -> None:
    second = tag(session, "近9万人次")
    first = chosen(session)
    workspace = workspace_of(session)
    type_over(qtbot, line(panel, "value"), "62")
    write(note(panel), "看过")
    leaving: dict[str, Callable[[], object]] = {
        "tag": lambda: session.choose_annotation(second),
        "none": lambda: session.choose_annotation(None),
        "article": lambda: session.show_article(list(workspace.articles)[1]),
        "workspace": lambda: session.create(tmp_path / "another"),
        "close": session.close,
    }
    leaving[leave]()
    assert workspace.annotations[first].attributes == {"value": 62}
    assert workspace.annotations[first].note == "看过"
    assert workspace.annotations[second].attributes == {}
    if leave == "tag":
        assert line(panel, "value").text() == ""
        assert note(panel).text() == ""


def test_an_invalid_value_waits_at_its_own_tag(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    first = chosen(session, value=1)
    type_over(qtbot, line(panel, "value"), "六十来")
    second = chosen(session, "近9万人次")
    assert line(panel, "value").text() == ""
    assert errors(panel) == []
    session.choose_annotation(first)
    assert line(panel, "value").text() == "六十来"
    assert errors(panel) == ["Value is a number, not “六十来”."]
    type_over(qtbot, line(panel, "value"), "62")
    session.choose_annotation(second)
    assert stored(session, first).attributes == {"value": 62}
    session.choose_annotation(first)
    assert errors(panel) == []


def test_an_invalid_value_waits_while_the_tag_has_another_kind(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    chosen(session, value=1)
    type_over(qtbot, line(panel, "value"), "六十来")
    press(panel.editor, qtbot, "Honour")
    assert errors(panel) == []
    press(panel.editor, qtbot, "Metric")
    assert line(panel, "value").text() == "六十来"
    assert errors(panel) != []


def test_a_refused_edit_stays_in_its_field_and_is_saved_later(
    session: Session, panel: TagPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = chosen(session)
    second = tag(session, "近9万人次")
    told: list[object] = []
    session.refused.connect(told.append)
    with monkeypatch.context() as broken:
        broken.setattr(workspace_of(session), "read_only", "The disk is full.")
        type_over(qtbot, line(panel, "unit"), "场")
        qtbot.keyClick(line(panel, "unit"), Qt.Key.Key_Return)
        assert told == ["The disk is full."]
        write(note(panel), "看过")
        session.choose_annotation(second)
        assert line(panel, "unit").text() == ""
        assert note(panel).text() == ""
    session.choose_annotation(first)
    assert (line(panel, "unit").text(), note(panel).text()) == ("场", "看过")
    assert panel.editor.commit_pending()
    assert stored(session, first).attributes == {"unit": "场"}
    assert stored(session, first).note == "看过"


def test_a_refused_choice_waits_too(
    session: Session, panel: TagPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = chosen(session, bound="over")
    with monkeypatch.context() as broken:
        broken.setattr(workspace_of(session), "read_only", "The disk is full.")
        qtbot.keyClick(choice(panel, "bound"), Qt.Key.Key_Down)
        session.choose_annotation(None)
    session.choose_annotation(first)
    assert choice(panel, "bound").currentText() == "under"
    assert stored(session, first).attributes == {"bound": "over"}
    assert panel.editor.commit_pending()
    assert stored(session, first).attributes == {"bound": "under"}


def test_a_sentence_about_a_refusal_that_takes_the_keyboard_saves_nothing_twice(
    session: Session, panel: TagPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(session)
    monkeypatch.setattr(workspace_of(session), "read_only", "The disk is full.")
    told: list[object] = []

    def take_keyboard(sentence: object) -> None:
        told.append(sentence)
        line(panel, "unit").setFocus()

    session.refused.connect(take_keyboard)
    note(panel).setFocus()
    write(note(panel), "看过")
    qtbot.keyClick(note(panel), Qt.Key.Key_Return, CONTROL)
    assert told == ["The disk is full."]
    session.refused.disconnect(take_keyboard)


def test_what_is_typed_for_a_tag_that_is_deleted_waits_for_its_return(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session)
    type_over(qtbot, line(panel, "unit"), "场")
    session.untag()
    assert session.annotation is None
    session.undo()
    session.choose_annotation(made)
    assert line(panel, "unit").text() == "场"
    assert panel.editor.commit_pending()
    assert stored(session, made).attributes == {"unit": "场"}


def test_a_word_being_composed_is_not_submitted_and_not_wiped(
    session: Session, panel: TagPanel
) -> None:
    made = chosen(session)
    count = steps(session)
    field = line(panel, "unit")
    field.setFocus()
    compose(field, "chang")
    assert panel.editor.commit_pending()
    assert count() == 0
    workspace = workspace_of(session)
    before = stored(session, made)
    after = dataclasses.replace(before, attributes={"unit": "次", "value": 3}, modified="later")
    workspace.apply(Operation("Edit tag", (AnnotationEdit(before, after),)))
    assert line(panel, "value").text() == "3"
    assert field.text() == ""
    write(field, "场")
    assert panel.editor.commit_pending()
    assert stored(session, made).attributes == {"unit": "场", "value": 3}


def test_a_note_being_composed_is_not_wiped(session: Session, panel: TagPanel) -> None:
    made = chosen(session)
    note(panel).setFocus()
    compose(note(panel), "kan")
    assert note(panel).typed
    before = stored(session, made)
    after = dataclasses.replace(before, note="别人写的", modified="later")
    workspace_of(session).apply(Operation("Edit tag", (AnnotationEdit(before, after),)))
    assert note(panel).text() == ""
    write(note(panel), "看过")
    assert panel.editor.commit_pending()
    assert stored(session, made).note == "看过"


# Undo and changes from outside


def test_undo_and_redo_show_in_the_fields(session: Session, panel: TagPanel, qtbot: QtBot) -> None:
    chosen(session)
    type_over(qtbot, line(panel, "value"), "62")
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Return)
    note(panel).setFocus()
    write(note(panel), "看过")
    panel.editor.commit_pending()
    session.undo()
    assert (line(panel, "value").text(), note(panel).text()) == ("62", "")
    session.undo()
    assert line(panel, "value").text() == ""
    session.redo()
    session.redo()
    assert (line(panel, "value").text(), note(panel).text()) == ("62", "看过")


def test_control_z_takes_typing_back_first_and_then_the_last_operation(
    session: Session, qtbot: QtBot
) -> None:
    panel = TagPanel(session, Theme.load("light"))
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(panel)
    window.resize(300, 900)
    for keys, slot in (("Ctrl+Z", session.undo), ("Ctrl+Shift+Z", session.redo)):
        action = QAction(window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made = chosen(session, unit="次")
    for field in (line(panel, "unit"), note(panel)):
        field.setFocus()
        write(field, "场")
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
        assert not field.text().endswith("场")
        assert workspace_of(session).undo_label == "Tag"
        write(field, "场")
        panel.editor.commit_pending()
        assert workspace_of(session).undo_label == "Edit tag"
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
        assert workspace_of(session).undo_label == "Tag"
        assert not field.text().endswith("场")
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        assert workspace_of(session).undo_label == "Edit tag"
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert stored(session, made).attributes == {"unit": "次"}


def test_an_outside_change_shows_but_for_the_field_being_typed_in(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session, value=1, unit="次")
    type_over(qtbot, line(panel, "value"), "62")
    before = stored(session, made)
    after = dataclasses.replace(
        before, attributes={"value": 2, "unit": "场"}, note="别人写的", modified="later"
    )
    workspace_of(session).apply(Operation("Edit tag", (AnnotationEdit(before, after),)))
    assert line(panel, "value").text() == "62"
    assert line(panel, "unit").text() == "场"
    assert note(panel).text() == "别人写的"
    panel.editor.commit_pending()
    assert stored(session, made).attributes == {"value": 62, "unit": "场"}


def test_an_outside_change_replaces_an_invalid_value_that_was_left(
    session: Session, panel: TagPanel, qtbot: QtBot
) -> None:
    made = chosen(session, value=1)
    type_over(qtbot, line(panel, "value"), "x")
    qtbot.keyClick(line(panel, "value"), Qt.Key.Key_Tab)
    before = stored(session, made)
    after = dataclasses.replace(before, attributes={"value": 2}, modified="later")
    workspace_of(session).apply(Operation("Edit tag", (AnnotationEdit(before, after),)))
    assert line(panel, "value").text() == "2"
    assert errors(panel) == []


def test_a_moved_tag_shows_its_new_quote_and_offsets(session: Session, panel: TagPanel) -> None:
    chosen(session)
    session.move(Span(0, 2))
    quote = panel.editor.findChild(QPlainTextEdit, "quote")
    assert quote is not None
    assert quote.toPlainText() == "书屋"
    assert label(panel, "tagFacts").text().endswith("0–2")


def test_a_change_of_another_tag_leaves_the_form_alone(session: Session, panel: TagPanel) -> None:
    chosen(session)
    write(line(panel, "unit"), "场")
    tag(session, "近9万人次")
    assert line(panel, "unit").text() == "场"


def test_a_read_only_workspace_is_looked_at_and_not_edited(
    session: Session, panel: TagPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    made = tag(session, "62场", attributes={"value": 62, "bound": "over"})
    folder = workspace_of(session).folder
    session.close()
    manifest = folder / "workspace.json"
    manifest.write_text(
        manifest.read_text("utf-8").replace('"version": 1', '"version": 99'), "utf-8"
    )
    assert session.open(folder)
    assert workspace_of(session).read_only
    session.choose_annotation(made)
    assert line(panel, "value").isReadOnly()
    assert note(panel).isReadOnly()
    assert not choice(panel, "bound").isEnabled()
    assert not chip(panel.editor, "Metric").isEnabled()


def test_the_list_and_the_form_share_the_panel(session: Session, panel: TagPanel) -> None:
    header = panel.findChild(QLabel, "panelHeader")
    assert header is not None
    assert header.text() == "Tags"
    assert panel.editor.y() > panel.tag_list.y()
    assert isinstance(panel.tag_list.list_view, RowList)
