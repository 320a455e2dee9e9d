"""What Wenmai says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from reader.assets import resource
from reader.text.article import Article
from reader.ui.dialogs.about import _PAGES, AboutDialog

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver


def test_about_tells_versions_and_licences_and_copies_diagnostics(
    driver: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.add(Article.from_text("书屋全年举办活动62场。"))
    monkeypatch.setattr(AboutDialog, "exec", AboutDialog.show)
    driver.window.menus.actions["show_about"].trigger()
    (dialog,) = driver.window.findChildren(AboutDialog)
    copy = next(one for one in dialog.findChildren(QPushButton) if "opy" in one.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    shown = [label.text() for label in dialog.findChildren(QLabel)] + [copy.text()]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    told = "\n".join(shown)
    for part in ("0.1.0", "PySide6 6.", "OpenCC 1.", "MIT", "LGPL-3.0", "Apache-2.0", "Copied"):
        assert part in told
    copied = QGuiApplication.clipboard().text()
    assert "Workspace: 1 articles, 0 tags" in copied
    assert "书屋" not in copied


def test_the_pages_that_about_names_are_there() -> None:
    docs = resource().parent / "docs"
    named = [name.strip() for name in _PAGES.split(",")]
    # The shortcut sheet's source and the like are no pages.
    there = sorted(path.name for path in docs.glob("*.md"))
    assert set(named) <= set(there)
