"""Replacing an article's text, and reviewing the tags that wait, with mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QListWidget

from reader.text.article import Article
from reader.text.script import SourceScript
from reader.text.span import Span
from reader.ui.dialogs.messages import Ask
from reader.ui.dialogs.replace_dialog import ReplaceDialog
from reader.ui.replacer import _Finding
from reader.ui.theme import Theme
from reader.workspace import editing
from reader.workspace.replacing import Plan, orphans, plan_replacement
from tests.annotation.strategies import annotation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
OLD = (
    "清溪镇读书节办到田间\n\n今年三月以来，清溪镇先后举办了十二场读书会，来了近三千名居民，其中两百人是"
    "第一次走进书屋。\n\n“灯火书屋”由镇文化站和志愿服务队一起开办，每逢周末开放到晚上九点，评为县级示范点。\n"
)
NEW = (
    OLD.replace("近三千名", "近四千名")
    .replace("“灯火书屋”由", "“田头灯光书屋”是")
    .replace("评为县级示范点", "成绩很大")
)
TAGS = (
    ("十二场读书会", "metric"),
    ("近三千名居民", "metric"),
    ("灯火书屋", "programme"),
    ("县级示范点", "honour"),
)


@pytest.fixture
def tagged(driver: Driver) -> Driver:
    """A window on an article with four tags, of which one will move."""
    driver.add(Article.from_text(OLD, metadata={"file": "清溪.txt"}))
    for words, kind in TAGS:
        operation = editing.tag(driver.workspace, driver.article.id, driver.find(words), kind)
        assert driver.session.apply(operation)
    return driver


@pytest.fixture
def agree(monkeypatch: pytest.MonkeyPatch) -> list[Plan]:
    """Agree to every preview; return the plans previewed."""
    plans: list[Plan] = []

    def run(_parent: object, plan: Plan, *_args: object) -> bool:
        plans.append(plan)
        return True

    monkeypatch.setattr(ReplaceDialog, "run", run)
    return plans


@pytest.fixture
def replace(
    tagged: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Choose the command, and a file that holds a text."""
    file = tmp_path / "清溪.txt"

    def replace(text: str) -> None:
        file.write_bytes(text.encode())
        monkeypatch.setattr(Ask, "file", lambda *_args: file)
        tagged.window.menus.actions["replace_text"].trigger()

    return replace


@pytest.fixture
def waiting(tagged: Driver, replace: Callable[[str], None], agree: list[Plan]) -> Driver:
    """The window with the new text and three tags to review."""
    replace(NEW)
    tagged.bot.waitUntil(lambda: tagged.article.text == NEW)
    return tagged


def waiting_quotes(driver: Driver) -> list[str]:
    return [one.annotation.quote for one in orphans(driver.workspace)]


def chosen_words(driver: Driver) -> str:
    return driver.session.passage.of(driver.article.text)


# Replacing


def test_a_text_is_replaced_and_what_waits_is_shown_with_the_keyboard_on_it(
    waiting: Driver, agree: list[Plan]
) -> None:
    window = waiting.window
    (plan,) = agree
    assert (len(plan.moves), len(plan.waiting)) == (1, 3)
    assert [tag.quote for tag in waiting.workspace.annotations.values()] == ["十二场读书会"]
    assert waiting_quotes(waiting) == ["近三千名居民", "灯火书屋", "县级示范点"]
    assert window.side.shows_review
    assert window.review.rows.hasFocus()
    assert [chip.text() for chip in window.side.choice.chips] == ["Tags", "Review 3"]
    assert window.side.choice.isVisible()
    assert not window.tags.header.isVisible()
    assert chosen_words(waiting) == "近四千名居民"
    assert window.status.findChild(QLabel) is not None


def test_undo_shows_the_old_text_again_and_redo_the_new(waiting: Driver) -> None:
    waiting.key(Qt.Key.Key_Z, CONTROL)
    assert waiting.article.text == OLD
    assert len(waiting.workspace.annotations) == 4
    assert not waiting.window.side.choice.isVisible()
    assert not waiting.window.side.shows_review
    assert waiting.window.tags.header.isVisible()
    waiting.key(Qt.Key.Key_Y, CONTROL)
    assert waiting.article.text == NEW
    assert len(waiting.window.review.items) == 3


def test_where_nothing_waits_nothing_is_shown(
    tagged: Driver, replace: Callable[[str], None], agree: list[Plan]
) -> None:
    replace("按：旧文重刊。\n" + OLD)
    tagged.bot.waitUntil(lambda: tagged.article.text != OLD)
    assert len(tagged.workspace.annotations) == 4
    assert not tagged.window.side.choice.isVisible()
    assert not tagged.window.menus.actions["focus_review"].isEnabled()
    assert not tagged.window.menus.actions["put_here"].isEnabled()


def test_a_preview_that_is_cancelled_changes_nothing(
    tagged: Driver, replace: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(ReplaceDialog, "run", lambda *args: asked.append(args))
    replace(NEW)
    tagged.bot.waitUntil(lambda: bool(asked))
    assert tagged.article.text == OLD
    assert tagged.workspace.replaced == {}
    monkeypatch.setattr(Ask, "file", lambda *_args: None)
    tagged.window.menus.actions["replace_text"].trigger()
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [(OLD, "this very text already"), ("", "holds no text"), ("\0\1\2", "清溪.txt")],
)
def test_what_cannot_replace_a_text_is_said_in_a_sentence(
    tagged: Driver, replace: Callable[[str], None], agree: list[Plan], text: str, said: str
) -> None:
    replace(text)
    tagged.bot.waitUntil(lambda: tagged.window.refusal.isVisible())
    assert said in tagged.window.refusal.sentence
    assert agree == []


def test_a_file_with_several_texts_replaces_none(
    tagged: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = [Article.from_text("一"), Article.from_text("二")]
    monkeypatch.setattr("reader.ui.replacer.import_path", lambda _path: two)
    found = _Finding(tagged.article, [], tmp_path / "two.txt", None).run(None)  # type: ignore[arg-type]
    assert found == f"{tmp_path / 'two.txt'} holds 2 articles; choose a file with one text."


def test_a_replacement_that_is_refused_leaves_the_text(
    tagged: Driver,
    replace: Callable[[str], None],
    agree: list[Plan],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.workspace.workspace.file_article", full)
    replace(NEW)
    tagged.bot.waitUntil(lambda: tagged.window.refusal.isVisible())
    assert "No space left on device" in tagged.window.refusal.sentence
    assert tagged.article.text == OLD


def test_the_command_stands_in_the_list_s_menu(driver: Driver) -> None:
    action = driver.window.menus.actions["replace_text"]
    assert action in driver.window.articles.list_view.actions()
    # Without an article there is nothing to replace.
    action.trigger()


# The preview


def preview(qtbot: QtBot, new: str, copies: int = 1) -> ReplaceDialog:
    old = Article.from_text(OLD)
    tags = []
    for number, (words, kind) in enumerate(TAGS * copies):
        start = OLD.index(words)
        tags.append(annotation(start, start + len(words), name=str(number), kind=kind))
    plan = plan_replacement(old, tags, Article.from_text(new))
    dialog = ReplaceDialog(plan, "清溪", SourceScript.SIMPLIFIED, Theme.load("light"), None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def sentences(dialog: ReplaceDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_preview_says_what_moves_what_waits_and_that_the_old_text_is_kept(
    qtbot: QtBot,
) -> None:
    dialog = preview(qtbot, NEW)
    assert sentences(dialog) == [
        "A later text of “清溪”",
        f"{len(NEW)} characters take the place of {len(OLD)}.",
        "1 tag moves with its words.",
        "3 tags wait for review: where they belong is not certain.",
        "The old text is kept. Undo brings it back with its tags.",
    ]
    (view,) = dialog.findChildren(QListWidget)
    assert view.count() == 3
    for label in dialog.findChildren(QLabel):
        assert label.heightForWidth(label.width()) <= label.height()


def test_the_preview_counts_rightly_one_none_and_many(qtbot: QtBot) -> None:
    assert sentences(preview(qtbot, "按：\n" + OLD))[2:4] == [
        "4 tags move with their words.",
        "No tag is left behind.",
    ]
    one = OLD.replace("三千", "四千")
    assert sentences(preview(qtbot, one))[3].startswith("1 tag waits for review")
    many = preview(qtbot, "无", copies=60)
    (view,) = many.findChildren(QListWidget)
    assert view.count() == 201
    assert view.item(200).text() == "and 40 more"


def test_return_and_escape_cancel_the_preview_and_its_button_agrees(
    qtbot: QtBot, tagged: Driver
) -> None:
    plan = plan_replacement(tagged.article, [], Article.from_text(NEW))
    theme = tagged.window.theme

    def asked(act: Callable[[ReplaceDialog], None]) -> bool:
        def do() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, ReplaceDialog)
            act(dialog)

        QTimer.singleShot(0, do)
        return ReplaceDialog.run(tagged.window, plan, "清溪", SourceScript.SIMPLIFIED, theme)

    def press(key: Qt.Key) -> Callable[[ReplaceDialog], None]:
        return lambda dialog: qtbot.keyClick(dialog, key)

    def agree(dialog: ReplaceDialog) -> None:
        (box,) = dialog.findChildren(QDialogButtonBox)
        (button,) = (one for one in box.buttons() if one.objectName() == "replace")
        qtbot.mouseClick(button, LEFT)

    assert not asked(press(Qt.Key.Key_Return))
    assert not asked(press(Qt.Key.Key_Escape))
    assert asked(agree)


# Reviewing


def test_walking_over_what_waits_shows_where_it_may_belong(waiting: Driver) -> None:
    review = waiting.window.review
    waiting.key(Qt.Key.Key_Down, widget=review.rows)
    assert review.rows.hasFocus()
    assert review.chosen is not None
    assert review.chosen.annotation.quote == "灯火书屋"
    assert [one.words for one in review.offered] == ["灯光书屋", "走进书屋"]
    assert chosen_words(waiting) == "灯光书屋"
    assert "<b>灯火书屋</b>”由镇文化站" in review._was.text()
    waiting.key(Qt.Key.Key_Return, widget=review.rows)
    assert review.offers.hasFocus()
    waiting.key(Qt.Key.Key_Down, widget=review.offers)
    assert chosen_words(waiting) == "走进书屋"
    waiting.key(Qt.Key.Key_Escape, widget=review.offers)
    assert review.rows.hasFocus()
    waiting.key(Qt.Key.Key_Escape, widget=review.rows)
    assert waiting.surface.hasFocus()


def test_return_puts_the_tag_on_the_place_and_goes_on(waiting: Driver) -> None:
    review = waiting.window.review
    waiting.key(Qt.Key.Key_Return, widget=review.rows)
    waiting.key(Qt.Key.Key_Return, widget=review.offers)
    assert waiting_quotes(waiting) == ["灯火书屋", "县级示范点"]
    quotes = {tag.quote for tag in waiting.workspace.annotations.values()}
    assert quotes == {"十二场读书会", "近四千名居民"}
    assert [chip.text() for chip in waiting.window.side.choice.chips] == ["Tags", "Review 2"]
    assert review.chosen is not None
    assert review.chosen.annotation.quote == "灯火书屋"
    assert chosen_words(waiting) == "灯光书屋"
    waiting.key(Qt.Key.Key_Z, CONTROL)
    assert len(waiting_quotes(waiting)) == 3


def test_selected_words_take_the_tag_by_the_key_in_the_text(waiting: Driver) -> None:
    review = waiting.window.review
    review.rows.put_current(review.rows.model().index(2, 0))
    assert review.chosen is not None
    assert review.chosen.annotation.quote == "县级示范点"
    waiting.drag(waiting.find("成绩很大"))
    waiting.key(Qt.Key.Key_Return)
    assert "成绩很大" in {tag.quote for tag in waiting.workspace.annotations.values()}
    assert waiting_quotes(waiting) == ["近三千名居民", "灯火书屋"]


def test_the_buttons_put_and_delete(waiting: Driver) -> None:
    review = waiting.window.review
    waiting.bot.mouseClick(review.put_button, LEFT)
    waiting.bot.mouseClick(review.delete_button, LEFT)
    assert waiting_quotes(waiting) == ["县级示范点"]
    waiting.key(Qt.Key.Key_Delete, widget=review.rows)
    assert waiting_quotes(waiting) == []
    assert not waiting.window.side.choice.isVisible()
    assert not waiting.window.side.shows_review
    assert not waiting.window.menus.actions["put_here"].isEnabled()
    waiting.session.undo()
    assert waiting_quotes(waiting) == ["县级示范点"]
    assert waiting.window.side.choice.isVisible()
    assert not waiting.window.side.shows_review


def test_a_click_on_a_place_shows_it_and_puts_nothing(waiting: Driver) -> None:
    review = waiting.window.review
    waiting.key(Qt.Key.Key_Down, widget=review.rows)
    second = review.offers.visualRect(review.offers.model().index(1, 0)).center()
    waiting.bot.mouseClick(review.offers.viewport(), LEFT, pos=second)
    assert chosen_words(waiting) == "走进书屋"
    assert len(waiting_quotes(waiting)) == 3
    # The words that are selected count, and a click on the place brings it back.
    waiting.surface.clear_selection()
    assert not review.put_button.isEnabled()
    waiting.bot.mouseClick(review.offers.viewport(), LEFT, pos=second)
    assert chosen_words(waiting) == "走进书屋"
    assert review.put_button.isEnabled()


def test_a_tag_with_no_like_is_put_where_the_reader_says(waiting: Driver) -> None:
    review = waiting.window.review
    waiting.session.discard(review.items[0].id)
    waiting.session.discard(review.items[0].id)
    (item,) = review.items
    assert item.annotation.quote == "县级示范点"
    if not review.offered:
        assert "nothing like it" in review._why.text()
    waiting.session.choose_passage(Span(0, 0))
    review.put_here()
    assert waiting_quotes(waiting) == ["县级示范点"]


def test_the_review_is_reached_by_keys_from_anywhere(waiting: Driver) -> None:
    side, rows = waiting.window.side, waiting.window.review.rows
    waiting.bot.mouseClick(side.choice.chips[0], LEFT)
    assert waiting.window.tags.isVisible()
    waiting.key(Qt.Key.Key_R, CONTROL)
    assert side.shows_review
    assert rows.hasFocus()
    waiting.bot.mouseClick(side.choice.chips[0], LEFT)
    waiting.bot.mouseClick(side.choice.chips[1], LEFT)
    assert rows.hasFocus()


def test_reviewing_shows_the_article_that_it_is_about(waiting: Driver) -> None:
    new_id = waiting.article.id
    waiting.add(Article.from_text("另一篇文章\n说的是别的事情。"))
    assert waiting.article.id != new_id
    review = waiting.window.review
    assert not review.put_button.isEnabled()
    review.rows.setFocus()
    waiting.key(Qt.Key.Key_Down, widget=review.rows)
    assert waiting.article.id == new_id
    assert review.rows.hasFocus()
    assert chosen_words(waiting) == "灯光书屋"


def test_what_waits_is_there_when_the_workspace_is_opened_again(waiting: Driver) -> None:
    assert waiting.session.open(waiting.workspace.folder)
    assert len(waiting.window.review.items) == 3
    assert waiting.window.side.choice.isVisible()
    waiting.session.close()
    waiting.window.review.refresh()
    assert waiting.window.review.items == []


def test_rows_tell_their_words_to_who_does_not_see_them(waiting: Driver) -> None:
    model = waiting.window.review.rows.model()
    roles = Qt.ItemDataRole
    index = model.index(1, 0)
    assert model.data(index, roles.AccessibleTextRole) == "灯火书屋"
    assert model.data(index, roles.AccessibleDescriptionRole) == "Programme · 清溪镇读书节办到田间"
    assert model.data(index, roles.DecorationRole) is None
    assert model.data(model.index(9, 0), roles.DisplayRole) is None
    offers = waiting.window.review.offers.model()
    assert offers.data(offers.index(0, 0), roles.AccessibleDescriptionRole) == (
        "similar words, same surroundings"
    )


# The offer after an import


def bring_in(driver: Driver, path: Path) -> None:
    before = len(driver.workspace.articles)
    driver.window.commands.files.bring_in([path])
    driver.bot.waitUntil(lambda: len(driver.workspace.articles) == before + 1)


def test_a_file_of_the_same_name_is_offered_and_takes_the_place(
    tagged: Driver, tmp_path: Path, agree: list[Plan]
) -> None:
    file = tmp_path / "清溪.txt"
    file.write_bytes(NEW.replace("清溪镇读书节办到田间", "清溪镇读书节").encode())
    old_id = tagged.article.id
    bring_in(tagged, file)
    bar = tagged.window.offers
    assert bar.isVisible()
    assert bar.sentence == (
        "“清溪镇读书节” may be a later text of “清溪镇读书节办到田间”, which is here already."
    )
    assert old_id in tagged.workspace.articles
    tagged.bot.mouseClick(bar.replace_button, LEFT)
    tagged.bot.waitUntil(lambda: old_id not in tagged.workspace.articles)
    assert len(agree) == 1
    assert not bar.isVisible()
    assert tagged.article.title == "清溪镇读书节"
    assert len(waiting_quotes(tagged)) == 3


def test_a_text_of_the_same_title_is_offered_and_both_may_be_kept(
    tagged: Driver, tmp_path: Path
) -> None:
    file = tmp_path / "other.txt"
    file.write_bytes(NEW.encode())
    bring_in(tagged, file)
    bar = tagged.window.offers
    assert bar.isVisible()
    tagged.bot.mouseClick(bar.keep_button, LEFT)
    assert not bar.isVisible()
    assert len(tagged.workspace.articles) == 2
    file.write_bytes("别的标题\n别的事。".encode())
    bring_in(tagged, file)
    # The file's name is that of the second article.
    assert bar.isVisible()
    tagged.session.remove_article(tagged.article.id)
    assert not bar.isVisible()


def test_nothing_is_offered_for_what_is_new(
    tagged: Driver, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "new.txt"
    file.write_bytes("别的标题\n别的事。".encode())
    bring_in(tagged, file)
    assert not tagged.window.offers.isVisible()
    # Nor for a text that is here already.
    same = tmp_path / "清溪.txt"
    same.write_bytes(OLD.encode())
    told: list[Any] = []
    monkeypatch.setattr(Ask, "tell", lambda *args: told.append(args))
    tagged.window.commands.files.bring_in([same])
    qtbot.waitUntil(lambda: tagged.window.notice.isVisible())
    assert not tagged.window.offers.isVisible()


def test_an_offer_ends_with_its_workspace(tagged: Driver, tmp_path: Path) -> None:
    file = tmp_path / "清溪.txt"
    file.write_bytes(NEW.encode())
    bring_in(tagged, file)
    assert tagged.window.offers.isVisible()
    assert tagged.session.create(tmp_path / "other")
    assert not tagged.window.offers.isVisible()
