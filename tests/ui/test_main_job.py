"""The whole job, as a researcher does it, in a real window with mouse and keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import PySide6
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from reader.exporters import exporters
from reader.importers import import_file
from reader.text.article import Article
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.ui.dialogs.glossary_dialog import GlossaryDialog
from reader.ui.dialogs.messages import Ask
from reader.user import state_folder
from reader.workspace import Workspace
from tests.ui.driving import gold_operation

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

ARTICLES = ("000", "001", "003")
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
RARE = (
    "𠮷野家的故事\r\n𠀀𡋾镇共举办\u00a062场活动，👍🏽👨‍👩‍👧来了近3万人次。\u2028“𣲗湾灯火”品牌\n完"
)


def drop(driver: Driver, *paths: Path) -> None:
    """Drop files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPoint(200, 200)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    # The place is a QPoint before PySide6 6.12, and from then on a QPointF.
    at: Any = place if PySide6.__version_info__ < (6, 12) else place.toPointF()
    enter = QDragEnterEvent(at, copy, data, left, none)
    QApplication.sendEvent(driver.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(driver.window, QDropEvent(place.toPointF(), copy, data, left, none))


def bring_in(driver: Driver, *paths: Path) -> None:
    """Import files by dropping them, and wait for them."""
    before = len(driver.workspace.articles)
    drop(driver, *paths)
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) == before + len(paths))


@pytest.mark.shared
def test_the_three_articles_from_file_to_export_and_back(
    driver: Driver, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    files = [shared / "articles" / f"{name}.txt" for name in ARTICLES]
    monkeypatch.setattr(Ask, "files", lambda *_args: files)
    driver.key(Qt.Key.Key_I, CONTROL)
    qtbot.waitUntil(lambda: len(driver.workspace.articles) == 3)
    by_file = {a.metadata["file"]: a for a in driver.workspace.articles.values()}

    # Read each article in each script, and tag two passages of it with mouse and key.
    for name in ARTICLES:
        article = by_file[f"{name}.txt"]
        driver.session.show_article(article.id)
        gold = [
            json.loads(line)
            for line in (shared / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
        ]
        for number, one in enumerate(gold[:5]):
            driver.key(getattr(Qt.Key, f"Key_{number + 1}"), CONTROL)
            assert driver.session.script is list(Script)[number]
            driver.drag(Span(one["start"], one["end"]))
            assert driver.session.passage == Span(one["start"], one["end"])
            key = {"metric": "1", "programme": "2", "honour": "3"}[one["kind"]]
            driver.key(key)
            made = driver.session.annotation
            assert made is not None
            assert (made.quote, made.kind) == (one["quote"], one["kind"])
            assert driver.window.status.saved_text == "Saved"

    # Everything is there for another program that opens the folder.
    folder = driver.workspace.folder
    tags = dict(driver.workspace.annotations)
    assert len(tags) == 15
    with Workspace.open(folder, author="another", state=state_folder()) as again:
        assert dict(again.annotations) == tags

    # The table shows them all; the export writes them all.
    driver.key(Qt.Key.Key_T, CONTROL)
    assert driver.window.table.isVisible()
    assert set(driver.window.table.shown_ids()) == set(tags)
    assert {exporter.name for exporter in exporters()} >= {"csv", "json"}


@pytest.mark.shared
@pytest.mark.parametrize("name", ARTICLES)
def test_every_gold_tag_is_painted_on_its_words_and_selected_back_in_every_script(
    driver: Driver, shared: Path, name: str
) -> None:
    article = import_file(shared / "articles" / f"{name}.txt")
    driver.add(article)
    lines = (shared / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    driver.workspace.apply(gold_operation(driver.workspace, article, lines))
    surface = driver.surface
    for script in Script:
        driver.session.show_script(script)
        view = driver.session.view()
        assert view is not None
        whole = view.whole()
        for annotation in driver.workspace.index(article.id).in_order():
            span = annotation.span
            # What the surface paints under the highlight is the view of exactly the source span.
            shown = whole.alignment.to_view(span).of(whole.text)
            assert view.text_of(span) == shown
            surface.reveal(span)
            rects = surface.rects(span)
            assert rects
            assert sum(r.width() for r in rects) == pytest.approx(
                sum(
                    r.width()
                    for place in range(span.start, span.end)
                    for r in surface.rects(Span(place, place + 1))
                ),
                abs=0.5,
            )
            # Dragging over exactly these characters selects exactly the source span.
            driver.drag(span)
            assert driver.session.passage == span, (script, annotation.quote)
            assert surface.selected_text() == shown


def test_a_supplementary_plane_article_round_trips(
    driver: Driver, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "rare.txt"
    file.write_bytes(RARE.encode("utf-8"))
    bring_in(driver, file)
    assert driver.article.text.encode("utf-8") == file.read_bytes()
    wanted = {}
    for words, key, kind in (
        ("62场", "1", "metric"),
        ("近3万人次", "1", "metric"),
        ("𣲗湾灯火", "2", "programme"),
        ("𠮷野家", "3", "honour"),
        ("👍🏽👨‍👩‍👧", "3", "honour"),
    ):
        driver.key(Qt.Key.Key_S)
        span = driver.find(words)
        driver.drag(span)
        assert driver.session.passage == span
        driver.key(key)
        wanted[span] = (words, kind)
    folder = driver.workspace.folder
    with Workspace.open(folder, author="another", state=state_folder()) as again:
        (article,) = again.articles.values()
        assert article.text.encode("utf-8") == RARE.encode("utf-8")
        found = {one.span: (one.quote, one.kind) for one in again.annotations.values()}
    assert found == wanted


def test_tag_move_delete_undo_and_redo_by_keys(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场，来了近3万人次。"))
    span = driver.find("62场")
    driver.drag(span)
    driver.key("1")
    tag = driver.session.annotation
    assert tag is not None
    for key, wanted in (
        (Qt.Key.Key_Right, Span(span.start, span.end + 1)),
        (Qt.Key.Key_Up, Span(span.start - 1, span.end + 1)),
        (Qt.Key.Key_Left, Span(span.start - 1, span.end)),
        (Qt.Key.Key_Down, span),
    ):
        driver.key(key, ALT | SHIFT)
        assert driver.workspace.annotations[tag.id].span == wanted
    driver.key(Qt.Key.Key_Delete)
    assert not driver.workspace.annotations
    for _ in range(5):
        driver.key(Qt.Key.Key_Z, CONTROL)
    assert driver.workspace.annotations[tag.id] == tag
    driver.key(Qt.Key.Key_Z, CONTROL)
    assert not driver.workspace.annotations
    for _ in range(6):
        driver.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert not driver.workspace.annotations
    driver.key(Qt.Key.Key_Z, CONTROL)
    assert driver.workspace.annotations[tag.id].span == span


def test_dragging_the_end_of_a_chosen_tag_is_one_undoable_step(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场，来了近3万人次。"))
    driver.drag(driver.find("62"))
    driver.key("1")
    tag = driver.session.annotation
    assert tag is not None
    corner = driver.surface.rects(tag.span)[0].bottomRight().toPoint()
    target = driver.point(tag.span.end, end=True) + QPoint(2, 0)
    viewport, left = driver.surface.viewport(), Qt.MouseButton.LeftButton
    driver.bot.mousePress(viewport, left, pos=corner)
    driver.bot.mouseMove(viewport, target)
    driver.bot.mouseRelease(viewport, left, pos=target)
    assert driver.workspace.annotations[tag.id].quote == "62场"
    driver.key(Qt.Key.Key_Z, CONTROL)
    assert driver.workspace.annotations[tag.id].quote == "62"


def test_a_click_chooses_a_tag_and_escape_lets_go(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场，来了近3万人次。"))
    chosen: list[str | None] = []
    driver.session.annotation_chosen.connect(chosen.append)
    span = driver.find("62场")
    driver.drag(span)
    driver.key("1")
    (tag,) = driver.workspace.annotations
    driver.key(Qt.Key.Key_Escape)
    driver.key(Qt.Key.Key_Escape)
    driver.click(span.start + 1)
    assert chosen == [tag, None, tag]


def test_a_bad_file_is_named_and_the_rest_of_the_batch_comes_in(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    good = tmp_path / "good.txt"
    good.write_text("书屋的故事\n六月开门。", "utf-8")
    empty = tmp_path / "empty.txt"
    empty.touch()
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20)
    told: list[str] = []
    monkeypatch.setattr(Ask, "tell", lambda *args: told.extend(args[-1]))
    drop(driver, empty, good, picture, good)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [article.title for article in driver.workspace.articles.values()] == ["书屋的故事"]
    for sentence, name in zip(told, ("empty.txt", "picture.txt", "书屋的故事"), strict=True):
        assert name in sentence
        assert "\n" not in sentence


def test_pasting_makes_an_article_with_its_first_line_as_title(driver: Driver) -> None:
    QGuiApplication.clipboard().setText("\n\n粘贴来的文章\n第二行")
    driver.key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert driver.article.title == "粘贴来的文章"
    assert driver.article.text == "\n\n粘贴来的文章\n第二行"


def test_find_marks_every_match_in_any_script(driver: Driver, qtbot: QtBot) -> None:
    driver.add(Article.from_text("政协开会。政协委员来了，\n政\n协机关也来了。"))
    driver.key(Qt.Key.Key_F, CONTROL)
    assert driver.window.find_bar.isVisible()
    driver.window.find_bar.open_with("政協")
    qtbot.waitUntil(lambda: len(driver.window.finder.matches) == 3)
    driver.key(Qt.Key.Key_F3)
    assert driver.session.passage.of(driver.article.text) == "政协"
    first = driver.session.passage
    driver.key(Qt.Key.Key_F3)
    driver.key(Qt.Key.Key_F3)
    driver.key(Qt.Key.Key_F3)
    assert driver.session.passage == first
    driver.key(Qt.Key.Key_F3, SHIFT)
    assert driver.session.passage != first


def test_single_keys_do_not_act_while_a_field_is_typed_in(driver: Driver) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场。"))
    driver.drag(driver.find("62场"))
    driver.key(Qt.Key.Key_F, CONTROL)
    field = driver.window.find_bar.focusWidget() or driver.window.focusWidget()
    assert field is not None
    driver.bot.keyClicks(field, "1s2")
    assert not driver.workspace.annotations
    assert driver.session.script is Script.ORIGINAL


def test_renaming_and_removing_an_article_can_be_undone(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.add(Article.from_text("旧题\n书屋全年举办活动62场。"))
    article = driver.article
    driver.drag(driver.find("62场"))
    driver.key("1")
    monkeypatch.setattr(Ask, "text", lambda *_args: " 新题 ")
    monkeypatch.setattr(Ask, "confirm", lambda *_args: True)
    driver.key(Qt.Key.Key_F2)
    assert driver.workspace.details(article.id).title == "新题"
    driver.window.commands.articles.remove_article()
    assert not driver.workspace.articles
    assert driver.session.article is None
    driver.key(Qt.Key.Key_Z, CONTROL)
    assert driver.workspace.details(article.id).title == "新题"
    assert len(driver.workspace.annotations) == 1
    driver.key(Qt.Key.Key_Z, CONTROL)
    assert driver.workspace.details(article.id).title == "旧题"


def test_a_refused_edit_is_said_and_changes_nothing(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场。"))
    driver.drag(driver.find("62场"))

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", refuse)
        driver.key("1")
        assert not driver.workspace.annotations
        assert driver.window.refusal.isVisible()
        assert driver.window.status.saved_text == "Not saved"
    driver.key("1")
    assert len(driver.workspace.annotations) == 1
    assert not driver.window.refusal.isVisible()
    assert driver.window.status.saved_text == "Saved"


def test_dropping_a_workspace_folder_opens_it(driver: Driver, tmp_path: Path) -> None:
    other = tmp_path / "other"
    Workspace.create(other, author="tester", state=state_folder()).close()
    drop(driver, other)
    assert driver.workspace.folder == other


def test_saying_which_script_an_article_was_written_in_changes_its_views(driver: Driver) -> None:
    driver.add(Article.from_text("幹部和群眾。余先生住在溪尾里，藏書丰富。" * 3))
    driver.key(Qt.Key.Key_4, CONTROL)
    assert driver.workspace.script(driver.article.id) is SourceScript.TRADITIONAL
    shown = driver.session.view()
    assert shown is not None
    assert "丰富" in shown.whole().text
    driver.window.menus.actions["written_mixed"].trigger()
    repaired = driver.session.view()
    assert repaired is not None
    assert "豐富" in repaired.whole().text
    assert driver.surface.pages is not None
    assert driver.surface.pages.view is repaired
    driver.key(Qt.Key.Key_Z, CONTROL)
    assert driver.workspace.script(driver.article.id) is SourceScript.TRADITIONAL
    assert driver.window.menus.actions["written_detected"].isChecked()


def test_the_original_stands_beside_and_a_tag_made_there_is_the_same(driver: Driver) -> None:
    driver.add(Article.from_text("书屋的干部全年举办活动62场，来了近3万人次。"))
    driver.key(Qt.Key.Key_4, CONTROL)
    driver.key(Qt.Key.Key_P)
    original = driver.window.parallel.original
    assert original.isVisible()
    assert driver.window.menus.actions["show_parallel"].isChecked()
    span = driver.find("62场")
    rect = original.rects(span)[0]
    left = Qt.MouseButton.LeftButton
    viewport = original.viewport()
    driver.bot.mousePress(viewport, left, pos=(rect.topLeft() + QPoint(1, 8)).toPoint())
    driver.bot.mouseMove(viewport, (rect.bottomRight() - QPoint(1, 8)).toPoint())
    driver.bot.mouseRelease(viewport, left, pos=(rect.bottomRight() - QPoint(1, 8)).toPoint())
    assert driver.session.passage == span
    original.setFocus()
    driver.bot.keyClick(original, Qt.Key.Key_1)
    (made,) = driver.workspace.annotations.values()
    assert made.span == span
    driver.bot.keyClick(original, Qt.Key.Key_P)
    assert not original.isVisible()


def test_show_changes_marks_what_the_conversion_changed(driver: Driver) -> None:
    driver.add(Article.from_text("书屋的干部全年举办活动62场，来了近3万人次。"))
    driver.key(Qt.Key.Key_4, CONTROL)
    before = driver.surface.viewport().grab().toImage()
    driver.key(Qt.Key.Key_C)
    assert driver.window.menus.actions["show_changes"].isChecked()
    assert driver.surface.viewport().grab().toImage() != before
    driver.key(Qt.Key.Key_C)
    assert driver.surface.viewport().grab().toImage() == before


def test_a_wrong_conversion_is_corrected_in_two_clicks_and_a_word(driver: Driver) -> None:
    driver.add(Article.from_text("云姑娘是镇上的干部，住在云溪。"))
    driver.key(Qt.Key.Key_4, CONTROL)
    view = driver.session.view()
    assert view is not None
    assert "雲姑娘" in view.whole().text
    driver.drag(driver.find("云姑娘"))
    seen: list[str] = []

    def correct() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        words, shown = (
            dialog.findChild(QLineEdit, name) for name in ("glossaryWords", "glossaryShown")
        )
        assert words is not None
        assert shown is not None
        seen.extend((words.text(), shown.text()))
        shown.setText("云姑娘")
        driver.bot.keyClick(shown, Qt.Key.Key_Return)
        dialog.close()

    QTimer.singleShot(0, correct)
    driver.key(Qt.Key.Key_W)
    assert seen == ["云姑娘", "雲姑娘"]
    corrected = driver.session.view()
    assert corrected is not None
    assert "云姑娘" in corrected.whole().text
    assert "雲溪" in corrected.whole().text
    assert driver.surface.pages is not None
    assert driver.surface.pages.view is corrected
    # Another program that opens the folder is told, and Undo takes it back.
    with Workspace.open(driver.workspace.folder, author="another", state=state_folder()) as again:
        assert [entry.words for entry in again.glossary.entries] == ["云姑娘"]
    driver.window.activateWindow()
    driver.bot.waitUntil(driver.window.isActiveWindow)
    driver.key(Qt.Key.Key_Z, CONTROL)
    restored = driver.session.view()
    assert restored is not None
    assert "雲姑娘" in restored.whole().text


def test_the_context_menu_offers_the_word_under_the_pointer(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.add(Article.from_text("云姑娘是镇上的干部，住在云溪。"))
    driver.key(Qt.Key.Key_4, CONTROL)
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr(GlossaryDialog, "run", lambda *args: opened.append(args[3:]))
    driver.surface.customContextMenuRequested.emit(driver.point(driver.find("干部").start))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (entry,) = [one for one in menu.actions() if "Wrong" in one.text()]
    entry.trigger()
    menu.close()
    ((words, shown, script),) = opened
    assert str(words).startswith("干")
    assert str(shown).startswith("幹")
    assert script is Script.TAIWAN
    driver.window.menus.actions["corrections"].trigger()
    assert opened[-1] == ("", "", None)


def test_a_file_in_another_encoding_is_read_as_it_reads_right(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for text, path in zip(("书屋", "书架"), files, strict=True):
        path.write_bytes(text.encode("gb18030"))
    asked: list[tuple[str, list[str]]] = []

    def choose(_parent: object, _title: str, sentence: str, choices: list[str]) -> int | None:
        asked.append((sentence, choices))
        return choices.index("书屋  (GB18030)")

    monkeypatch.setattr(Ask, "choose", choose)
    driver.window.commands.files.bring_in(files)
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) == 2)
    assert [one.text for one in driver.workspace.articles.values()] == ["书屋", "书架"]
    ((sentence, _choices),) = asked
    assert sentence.startswith("The encoding of 2 files is not certain.")
    # Who knows none of them leaves it.
    monkeypatch.setattr(Ask, "choose", lambda *_asked: asked.append(("", [])))
    files[0].write_bytes("另一".encode("gb18030"))
    driver.window.commands.files.bring_in(files[:1])
    driver.bot.waitUntil(lambda: len(asked) == 2)
    assert len(driver.workspace.articles) == 2
    # What is text in no encoding is refused.
    files[0].write_bytes(b"\xff\xff\xff")
    driver.window.commands.files.bring_in(files[:1])
    driver.bot.waitUntil(lambda: driver.window.refusal.isVisible())
    assert "one.txt" in driver.window.refusal.sentence
