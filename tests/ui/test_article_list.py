"""The article list, as mouse and keys meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHoverEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, Operation
from reader.text.article import Article
from reader.text.script import SourceScript
from reader.text.span import Span
from reader.ui.panels.article_list import ArticleList
from reader.ui.panels.article_model import ROW, ArticleRow
from reader.ui.panels.elements import Hint, sans_faces, sized, wrapped
from reader.ui.session import Session
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.workspace import Workspace

# The platform without a screen says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SIMPLIFIED = "云溪县读书节办到田间\n全县办了62场读书会，来了近9万人次。"
TRADITIONAL = "溪畔書屋十年記\n圖書館與鄉親辦了四十場讀書會，獲得好評。"
NEITHER = "12345\n2026"


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """Return a session on an empty workspace."""
    session = Session(author="tester", state=tmp_path / "state")
    assert session.create(tmp_path / "workspace")
    yield session
    session.close()


def shown(session: Session, qtbot: QtBot, *texts: str) -> ArticleList:
    """Add articles and return the list, shown and with the keyboard; the first article is shown."""
    articles = [Article.from_text(text) for text in texts]
    assert session.add_articles(articles) == []
    panel = ArticleList(session, Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(264, 600)
    if articles:
        session.show_article(articles[0].id)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def workspace_of(session: Session) -> Workspace:
    assert session.workspace is not None
    return session.workspace


def titles(panel: ArticleList) -> list[str]:
    return [row(panel, number).title for number in range(panel.list_view.model().rowCount())]


def index(panel: ArticleList, number: int) -> QModelIndex:
    return panel.list_view.model().index(number, 0)


def row(panel: ArticleList, number: int) -> ArticleRow:
    return cast("ArticleRow", index(panel, number).data(ROW))


def click(panel: ArticleList, qtbot: QtBot, number: int, button: Qt.MouseButton = LEFT) -> None:
    view = panel.list_view
    place = view.visualRect(index(panel, number)).center()
    qtbot.mouseClick(view.viewport(), button, pos=place)


def write(field: QWidget, words: str) -> None:
    """Put words into a field as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def shown_title(session: Session) -> str:
    assert session.article is not None
    return workspace_of(session).details(session.article.id).title


def tag(session: Session, words: str, kind: str = "metric") -> None:
    assert session.article is not None
    start = session.article.text.index(words)
    session.choose_passage(Span(start, start + len(words)))
    session.tag(kind)


def hint(panel: ArticleList) -> Hint | None:
    """Return the sentence in the place of the list, if it is there."""
    label = panel.findChild(Hint)
    assert label is not None
    return label if label.isVisible() else None


def editor(panel: ArticleList) -> QLineEdit:
    field = panel.list_view.viewport().findChild(QLineEdit, "titleEditor")
    assert field is not None
    return field


# Empty


def test_without_a_workspace_the_list_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(author="tester", state=tmp_path / "state")
    panel = shown_panel(session, qtbot)
    label = hint(panel)
    assert label is not None
    assert label.text() == "No workspace is open."
    assert not panel.filter_field.isEnabled()
    panel.rename()
    panel.remove()
    panel.filter_field.setText("书")
    assert panel.current_article is None


def shown_panel(session: Session, qtbot: QtBot) -> ArticleList:
    """Return the list of a session as it is."""
    panel = ArticleList(session, Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(264, 600)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def test_an_empty_workspace_says_how_articles_come_in(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot)
    label = hint(panel)
    assert label is not None
    assert label.text() == (
        "No articles yet. Import text files, drop them here, or paste from the clipboard."
    )
    session.add_articles([Article.from_text(SIMPLIFIED)])
    assert hint(panel) is None
    assert panel.filter_field.isEnabled()


def test_a_filter_that_nothing_matches_says_so(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    qtbot.keyClicks(panel.filter_field, "xyz")
    label = hint(panel)
    assert label is not None
    assert label.text() == "No title holds “xyz”."
    panel.filter_field.clear()
    assert hint(panel) is None


# What a row shows


def test_a_row_shows_title_script_and_how_many_tags_of_each_kind(
    session: Session, qtbot: QtBot
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL, NEITHER)
    assert titles(panel) == ["云溪县读书节办到田间", "溪畔書屋十年記", "12345"]
    assert [row(panel, number).script for number in range(3)] == [
        SourceScript.SIMPLIFIED,
        SourceScript.TRADITIONAL,
        SourceScript.UNDETERMINED,
    ]
    tag(session, "62场")
    tag(session, "9万人次")
    tag(session, "读书会", "honour")
    assert row(panel, 0).counts == (("#0069a8", 2), ("#b84a00", 1))


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (SourceScript.SIMPLIFIED, "Simplified Chinese"),
        (SourceScript.TRADITIONAL, "Traditional Chinese"),
        (SourceScript.MIXED, "Traditional Chinese with Simplified characters"),
        (SourceScript.UNDETERMINED, "Neither Simplified nor Traditional"),
    ],
)
def test_the_script_is_told_in_words(
    session: Session, qtbot: QtBot, script: SourceScript, words: str
) -> None:
    panel = shown(session, qtbot, NEITHER)
    first = index(panel, 0)
    session.set_script(row(panel, 0).id, script)
    assert row(panel, 0).script is script
    assert words in first.data(Qt.ItemDataRole.ToolTipRole)
    assert first.data(Qt.ItemDataRole.AccessibleDescriptionRole) == words
    assert first.data(Qt.ItemDataRole.DecorationRole) is None


def test_a_title_is_no_markup_in_a_tool_tip(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, "<img src=x>书屋\n书屋的故事")
    tag(session, "书屋的")
    tip = index(panel, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
    assert "Metric 1" in tip


def test_counts_follow_tagging_undo_and_redo(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    told: list[int] = []
    panel.list_view.model().dataChanged.connect(lambda first, _last: told.append(first.row()))
    tag(session, "62场")
    assert row(panel, 0).counts == (("#0069a8", 1),)
    session.undo()
    assert row(panel, 0).counts == ()
    session.redo()
    assert row(panel, 0).counts == (("#0069a8", 1),)
    assert told == [0, 0, 0]


def test_only_the_touched_row_is_drawn_anew(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, TRADITIONAL, SIMPLIFIED)
    click(panel, qtbot, 1)
    model = panel.list_view.model()
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.extend((first.row(), last.row())))
    model.modelReset.connect(lambda: told.append(-1))
    tag(session, "62场")
    assert told == [1, 1]


def test_kinds_that_the_tag_set_does_not_have_are_counted_in_grey(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    counts = {"metric": 1, "person": 2, "place": 0}
    monkeypatch.setattr(workspace_of(session), "counts", lambda _id: counts)
    assert row(panel, 0).counts == (("#0069a8", 1), ("#777777", 2))
    assert "person 2" in index(panel, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_row_of_the_article_shown_stands_out(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    view, theme = panel.list_view, Theme.load("light")

    def ground(number: int) -> str:
        rect = view.visualRect(index(panel, number))
        image = view.viewport().grab().toImage()
        return image.pixelColor(rect.right() - 12, rect.center().y()).name()

    assert (ground(0), ground(1)) == (theme.chosen, theme.panel)
    click(panel, qtbot, 1)
    assert (ground(0), ground(1)) == (theme.panel, theme.chosen)


def test_the_row_under_the_pointer_is_tinted(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    view = panel.list_view
    rect = view.visualRect(index(panel, 1))
    place = QPointF(rect.center())
    hover = QHoverEvent(QEvent.Type.HoverMove, place, place, QPointF(0, 0))
    QApplication.sendEvent(view.viewport(), hover)
    image = view.viewport().grab().toImage()
    colour = image.pixelColor(rect.right() - 12, rect.center().y()).name()
    assert colour not in (Theme.load("light").panel, Theme.load("light").chosen)


def test_the_dot_of_each_kind_is_drawn_while_there_is_room(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    tag(session, "62场")
    tag(session, "读书会", "honour")
    view = panel.list_view

    def colours() -> set[str]:
        rect = view.visualRect(index(panel, 0))
        image = view.viewport().grab(rect).toImage()
        return {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height() - 20, image.height() - 8)
        }

    assert {"#0069a8", "#b84a00"} <= colours()
    panel.resize(80, 600)
    assert "#0069a8" in colours()
    assert "#b84a00" not in colours()


def test_a_long_title_takes_two_lines_and_is_elided(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, "短题\n六月。", "很长的题目" * 12 + "\n六月。")
    view = panel.list_view
    short, long = (view.visualRect(index(panel, number)).height() for number in (0, 1))
    line = QFontMetricsF(sized(view.font(), sans_faces(SourceScript.SIMPLIFIED))).height()
    assert long - short == pytest.approx(line, abs=1)
    panel.resize(1200, 600)
    assert view.visualRect(index(panel, 1)).height() == short


def test_latin_in_a_title_is_measured(session: Session, qtbot: QtBot) -> None:
    words = "iiiiiiiiii iiiiiiiiii iiiiiiiiii"
    panel = shown(session, qtbot, f"{words}\n六月。", f"{words.replace('i', 'W')}\n六月。")
    view = panel.list_view
    narrow, wide = (view.visualRect(index(panel, number)).height() for number in (0, 1))
    assert narrow < wide


def test_lines_are_broken_at_whole_characters_and_the_last_elided() -> None:
    font = sized(QFont(), sans_faces(SourceScript.TRADITIONAL), larger=2)
    ten = QFontMetricsF(font).horizontalAdvance("国" * 10) + 1
    assert wrapped("国" * 10, font, ten, 2) == ["国" * 10]
    assert wrapped("国" * 15, font, ten, 2) == ["国" * 10, "国" * 5]
    first, second = wrapped("国" * 25, font, ten, 2)
    assert (first, second[-1]) == ("国" * 10, "…")
    # Qt counts UTF-16; a character beyond its first plane must not shift the break.
    rare = wrapped("𠮷" * 4 + "国" * 30, font, ten, 2)
    assert [line[0] for line in rare] == ["𠮷", "国"]
    assert QFontMetricsF(font).horizontalAdvance(rare[0]) <= ten
    assert wrapped("", font, ten, 2) == [""]


# Choosing


def test_a_click_shows_the_article(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    click(panel, qtbot, 1)
    assert shown_title(session) == "溪畔書屋十年記"
    assert row(panel, 1).shown
    assert not row(panel, 0).shown


def test_a_right_click_shows_the_article_that_its_menu_speaks_of(
    session: Session, qtbot: QtBot
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    click(panel, qtbot, 1, RIGHT)
    assert shown_title(session) == "溪畔書屋十年記"
    assert panel.list_view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    below = panel.list_view.viewport().rect().bottomLeft()
    qtbot.mouseClick(panel.list_view.viewport(), RIGHT, pos=below)
    assert shown_title(session) == "溪畔書屋十年記"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrows_walk_and_return_shows(session: Session, qtbot: QtBot, key: Qt.Key) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    view = panel.list_view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert shown_title(session) == "云溪县读书节办到田间"
    assert panel.current_article == row(panel, 1).id
    modifier = Qt.KeyboardModifier.NoModifier
    if key is Qt.Key.Key_Enter:
        modifier = Qt.KeyboardModifier.KeypadModifier
    qtbot.keyClick(view, key, modifier)
    assert shown_title(session) == "溪畔書屋十年記"


def test_return_where_no_row_is_current_does_nothing(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    session.show_article(None)
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Return)
    assert session.article is None


def test_the_list_follows_the_article_shown_elsewhere(session: Session, qtbot: QtBot) -> None:
    texts = [f"第{number}篇\n六月{number}日。" for number in range(60)]
    panel = shown(session, qtbot, *texts)
    last = list(workspace_of(session).articles)[-1]
    session.show_article(last)
    view = panel.list_view
    assert panel.current_article == last
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_the_lists_own_keys_are_not_taken_by_the_windows_shortcuts(
    session: Session, qtbot: QtBot
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)

    def asks_for(key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(panel.list_view, event)
        return event.isAccepted()

    none = Qt.KeyboardModifier.NoModifier
    assert asks_for(Qt.Key.Key_F2, none)
    assert asks_for(Qt.Key.Key_Delete, none)
    assert not asks_for(Qt.Key.Key_S, none)
    assert not asks_for(Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)


# Filtering


@pytest.mark.parametrize("query", ["书屋", "書屋", " 畔书 ", "溪畔書"])
def test_the_filter_finds_a_title_in_either_script(
    session: Session, qtbot: QtBot, query: str
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    write(panel.filter_field, query)
    assert titles(panel) == ["溪畔書屋十年記"]
    panel.filter_field.clear()
    assert len(titles(panel)) == 2


def test_the_filter_reads_titles_only_and_no_case(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, "ＡＢＣ Reading\n读书会")
    write(panel.filter_field, "读书会")
    assert titles(panel) == []
    panel.filter_field.setText("abc read")
    assert titles(panel) == ["ＡＢＣ Reading"]


def test_the_filter_keeps_the_shown_article_marked(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    click(panel, qtbot, 1)
    write(panel.filter_field, "书")
    assert titles(panel) == ["云溪县读书节办到田间", "溪畔書屋十年記"]
    assert panel.current_article == row(panel, 1).id
    panel.filter_field.setText("云溪")
    assert not panel.current_article
    panel.filter_field.clear()
    assert panel.current_article == row(panel, 1).id


def test_an_article_that_comes_in_is_listed_where_it_matches(
    session: Session, qtbot: QtBot
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    panel.filter_field.setFocus()
    write(panel.filter_field, "书")
    session.add_articles([Article.from_text(TRADITIONAL), Article.from_text(NEITHER)])
    assert titles(panel) == ["云溪县读书节办到田间", "溪畔書屋十年記"]


def test_a_retitled_article_is_found_by_its_new_title(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    panel.filter_field.setText("故事")
    assert titles(panel) == []
    session.retitle(next(iter(workspace_of(session).articles)), "书屋故事")
    assert titles(panel) == ["书屋故事"]
    session.undo()
    assert titles(panel) == []


def test_a_thousand_articles_are_filtered(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, *[f"第{number}期读书节\n{number}" for number in range(1000)])
    write(panel.filter_field, "讀書節")
    assert len(titles(panel)) == 1000
    panel.filter_field.setText("第99")
    assert len(titles(panel)) == 11


def test_another_workspace_begins_unfiltered(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    panel.filter_field.setText("没有")
    assert session.create(tmp_path / "another")
    session.add_articles([Article.from_text(TRADITIONAL)])
    assert panel.filter_field.text() == ""
    assert titles(panel) == ["溪畔書屋十年記"]


# Renaming and removing


def test_f2_opens_a_field_and_enter_keeps_the_new_title(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    asked: list[object] = []
    panel.rename_asked.connect(asked.append)
    view = panel.list_view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert asked == [row(panel, 0).id]
    assert editor(panel).text() == "云溪县读书节办到田间"
    write(editor(panel), "  新的 题目 ")
    qtbot.keyClick(editor(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(panel)[0] == "新的 题目")
    assert workspace_of(session).undo_label == "Rename article"
    session.undo()
    assert titles(panel)[0] == "云溪县读书节办到田间"


def test_the_field_stands_inside_its_row(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    panel.rename()
    rect = panel.list_view.visualRect(index(panel, 0))
    assert rect.contains(editor(panel).geometry())
    assert editor(panel).height() >= editor(panel).fontMetrics().height()


def test_escape_keeps_the_old_title(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    panel.rename()
    write(editor(panel), "别的")
    qtbot.keyClick(editor(panel), Qt.Key.Key_Escape)
    qtbot.wait(1)
    assert titles(panel) == ["云溪县读书节办到田间"]
    assert workspace_of(session).undo_label is None


@pytest.mark.parametrize("typed", ["", "   ", "新题"])
def test_an_empty_title_or_the_same_changes_nothing(
    session: Session, qtbot: QtBot, typed: str
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    session.retitle(row(panel, 0).id, "新题")
    told: list[object] = []
    session.saved.connect(told.append)
    panel.rename()
    editor(panel).selectAll()
    qtbot.keyClick(editor(panel), Qt.Key.Key_Backspace)
    write(editor(panel), typed)
    qtbot.keyClick(editor(panel), Qt.Key.Key_Return)
    qtbot.wait(1)
    assert titles(panel) == ["新题"]
    assert told == []


def test_a_change_beside_does_not_take_away_a_title_being_typed(
    session: Session, qtbot: QtBot
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    panel.rename()
    write(editor(panel), "写到一半")
    assert session.article is not None
    words = Annotation(
        id="a",
        article=session.article.id,
        anchor=Anchor.at(session.article.text, Span(0, 2)),
        kind="metric",
        author="another",
        created="",
        modified="",
    )
    session.apply(Operation("Tag", (AnnotationEdit(None, words),)))
    session.add_articles([Article.from_text(TRADITIONAL)])
    assert editor(panel).text() == "写到一半"
    qtbot.keyClick(editor(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(panel)[0] == "写到一半")


def test_delete_asks_for_the_article_to_be_removed_and_removes_nothing(
    session: Session, qtbot: QtBot
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL)
    asked: list[object] = []
    panel.remove_asked.connect(asked.append)
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Delete)
    assert asked == [row(panel, 0).id]
    assert len(titles(panel)) == 2


def test_a_removed_article_leaves_the_list_and_undo_brings_it_back_in_its_place(
    session: Session, qtbot: QtBot
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED, TRADITIONAL, NEITHER)
    before = titles(panel)
    session.remove_article(row(panel, 0).id)
    assert titles(panel) == before[1:]
    assert row(panel, 0).shown
    session.undo()
    assert titles(panel) == before


def test_a_read_only_workspace_is_not_renamed(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    monkeypatch.setattr(workspace_of(session), "read_only", "It is of a newer version.")
    panel.rename()
    assert panel.list_view.viewport().findChild(QLineEdit, "titleEditor") is None


def test_only_titles_are_edited(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    model = panel.list_view.model()
    assert not model.setData(index(panel, 0), "别的", Qt.ItemDataRole.DecorationRole)
    assert titles(panel) == ["云溪县读书节办到田间"]


def test_the_list_is_named_for_those_who_hear_it(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    assert panel.list_view.accessibleName() == "Articles"
    assert panel.filter_field.accessibleName() == "Filter articles"
    assert panel.filter_field.placeholderText() == "Filter articles"
    assert panel.filter_field.isClearButtonEnabled()
    assert panel.list_view.model().rowCount(index(panel, 0)) == 0
    assert panel.list_view.model().data(QModelIndex()) is None


def test_a_list_outlives_its_workspace(session: Session, qtbot: QtBot) -> None:
    panel = shown(session, qtbot, SIMPLIFIED)
    session.close()
    panel.resize(300, 500)
    assert not panel.grab().isNull()
    assert titles(panel) == ["云溪县读书节办到田间"]
