"""The details of an article: shown, put right with the keys, refused without anything lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QWidget

from reader.text.article import Article
from reader.ui.dialogs.article_details import ArticleDetailsDialog
from reader.workspace import RefusedError, Workspace, editing

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.ui.driving import Driver

KNOWN = {"source": "清溪晚报", "date": "11月2日", "author": "林", "url": "https://example.org/1"}
FOUND = Article.from_text(
    "石桥的书屋\n开门了。", metadata={"file": "报纸.pdf", "pages_without_text": "2-4, 6", **KNOWN}
)


def opened(driver: Driver) -> ArticleDetailsDialog:
    """Open the dialog with its keys."""
    driver.surface.setFocus()
    driver.bot.keyClick(driver.surface, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = driver.window.findChild(ArticleDetailsDialog)
    assert dialog is not None
    driver.bot.waitUntil(field(dialog, "title").hasFocus)
    return dialog


def field(dialog: ArticleDetailsDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"article_{name}")
    assert found is not None
    return found


def label(parent: QWidget, name: str) -> QLabel:
    found = parent.findChild(QLabel, name)
    assert found is not None
    return found


def write(driver: Driver, dialog: ArticleDetailsDialog, name: str, text: str) -> None:
    """Replace what is in a field, as with an input method."""
    target = field(dialog, name)
    target.setFocus()
    target.selectAll()
    driver.bot.keyClick(target, Qt.Key.Key_Backspace)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(target, event)


def press(driver: Driver, dialog: ArticleDetailsDialog, key: Qt.Key) -> None:
    driver.bot.keyClick(dialog.focusWidget() or dialog, key)


def is_closed(driver: Driver) -> bool:
    return driver.window.findChild(ArticleDetailsDialog) is None


def test_what_the_file_said_is_shown(driver: Driver) -> None:
    driver.add(FOUND)
    dialog = opened(driver)
    shown = {name: field(dialog, name).text() for name in ("title", *KNOWN)}
    assert shown == {"title": "石桥的书屋", **KNOWN}
    facts = label(dialog, "articleDetailsFacts").text()
    assert "报纸.pdf" in facts
    assert "2-4, 6" in facts
    assert field(dialog, "title").hasFocus()
    press(driver, dialog, Qt.Key.Key_Escape)
    driver.bot.waitUntil(lambda: is_closed(driver))
    assert driver.workspace.undo_label is None


def test_an_article_of_which_nothing_is_known(driver: Driver) -> None:
    driver.add(Article.from_text("石桥的书屋"))
    dialog = opened(driver)
    assert not label(dialog, "articleDetailsFacts").isVisible()
    assert field(dialog, "source").text() == ""
    dialog.close()


def test_tab_goes_through_the_fields_and_return_saves(driver: Driver) -> None:
    driver.add(FOUND)
    dialog = opened(driver)
    seen = []
    for _ in range(5):
        focused = dialog.focusWidget()
        seen.append(focused.objectName())
        press(driver, dialog, Qt.Key.Key_Tab)
    assert seen == [f"article_{name}" for name in ("title", *KNOWN)]
    write(driver, dialog, "source", "清溪早报")
    write(driver, dialog, "date", "2026年11月2日")
    press(driver, dialog, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: is_closed(driver))
    said = driver.workspace.details(FOUND.id).described
    assert said == {**KNOWN, "source": "清溪早报", "date": "2026-11-02"}
    assert driver.workspace.undo_label == "Edit article details"
    driver.session.undo()
    assert driver.workspace.details(FOUND.id).described == KNOWN


def test_saving_what_was_not_changed_is_no_step(driver: Driver) -> None:
    driver.add(FOUND)
    dialog = opened(driver)
    press(driver, dialog, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: is_closed(driver))
    assert driver.workspace.undo_label is None


def test_a_new_title_is_in_the_list(driver: Driver) -> None:
    driver.add(FOUND)
    dialog = opened(driver)
    write(driver, dialog, "title", "书屋开门")
    press(driver, dialog, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: is_closed(driver))
    assert driver.window.articles.list_view.model().index(0, 0).data() == "书屋开门"


def test_a_wrong_date_is_told_and_nothing_typed_is_lost(driver: Driver) -> None:
    driver.add(FOUND)
    dialog = opened(driver)
    write(driver, dialog, "date", "上周三")
    write(driver, dialog, "author", "吴")
    press(driver, dialog, Qt.Key.Key_Return)
    said = label(dialog, "articleDetailsSaid")
    assert said.isVisible()
    assert said.text() == "Date is a date such as 2026-11-22, 2026-11 or 2026, not “上周三”."
    assert field(dialog, "author").text() == "吴"
    assert driver.workspace.details(FOUND.id).described == KNOWN
    assert field(dialog, "date").hasFocus()
    assert not driver.window.refusal.isVisible()
    driver.bot.keyClicks(field(dialog, "date"), "2026-11")
    press(driver, dialog, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: is_closed(driver))
    said_now = driver.workspace.details(FOUND.id).described
    assert said_now == {**KNOWN, "date": "2026-11", "author": "吴"}


def test_what_another_changed_meanwhile_stays(driver: Driver, tmp_path: Path) -> None:
    driver.add(FOUND)
    dialog = opened(driver)
    with Workspace.open(
        driver.workspace.folder, author="wu", state=tmp_path / "elsewhere"
    ) as other:
        other.apply(editing.describe_article(other, FOUND.id, {"source": "日报", "author": "吴"}))
    driver.session.take(driver.workspace.look())
    write(driver, dialog, "author", "陈")
    press(driver, dialog, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: is_closed(driver))
    assert driver.workspace.details(FOUND.id).described == {
        **KNOWN,
        "source": "日报",
        "author": "陈",
    }


def test_an_article_that_another_removed_meanwhile_is_told_of(
    driver: Driver, tmp_path: Path
) -> None:
    driver.add(FOUND)
    dialog = opened(driver)
    with Workspace.open(
        driver.workspace.folder, author="wu", state=tmp_path / "elsewhere"
    ) as other:
        other.apply(editing.remove_article(other, FOUND.id))
    driver.session.take(driver.workspace.look())
    write(driver, dialog, "author", "陈")
    press(driver, dialog, Qt.Key.Key_Return)
    assert "There is no article" in label(dialog, "articleDetailsSaid").text()
    assert field(dialog, "author").hasFocus()
    assert field(dialog, "author").text() == "陈"
    dialog.close()


def test_what_cannot_be_written_stays_in_the_fields(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        msg = "The disk is full."
        raise RefusedError(msg)

    driver.add(FOUND)
    dialog = opened(driver)
    write(driver, dialog, "author", "陈")
    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "apply", full)
        press(driver, dialog, Qt.Key.Key_Return)
    assert label(dialog, "articleDetailsSaid").text() == "The disk is full."
    assert field(dialog, "author").text() == "陈"
    press(driver, dialog, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: is_closed(driver))
    assert driver.workspace.details(FOUND.id).author == "陈"


def test_where_nothing_can_be_written_nothing_can_be_changed(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.add(FOUND)
    monkeypatch.setattr(driver.workspace, "read_only", "It is of a newer version.")
    dialog = opened(driver)
    assert field(dialog, "source").isReadOnly()
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    assert not buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
    dialog.close()


def test_without_an_article_there_is_no_dialog(driver: Driver) -> None:
    driver.window.commands.articles.article_details()
    assert is_closed(driver)


def test_the_history_says_what_was_changed_to_what(driver: Driver) -> None:
    driver.add(FOUND)
    driver.session.describe_article(
        FOUND.id, {"source": "早报", "author": "", "url": "https://a.b"}
    )
    driver.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    history = driver.window.history
    driver.bot.waitUntil(lambda: history.view.model().rowCount() == 1)
    history.view.setFocus()
    driver.bot.keyClick(history.view, Qt.Key.Key_Home)
    driver.bot.waitUntil(lambda: "→" in label(history, "stepText").text())
    said = label(history, "stepText").text()
    assert said == (
        "“石桥的书屋”, source: 清溪晚报, author: 林, web address: https://example.org/1\n"
        "→ “石桥的书屋”, source: 早报, author: —, web address: https://a.b"
    )
