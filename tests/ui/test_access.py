"""Every control of every window says what it is, and shows that it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QToolButton,
    QWidget,
)

from reader.text.article import Article
from reader.ui.dialogs.about import AboutDialog
from reader.ui.dialogs.error_dialog import ErrorDialog
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.dialogs.glossary_dialog import GlossaryDialog
from reader.ui.dialogs.reading_dialog import ReadingDialog
from reader.ui.dialogs.tag_set_dialog import TagSetDialog
from reader.ui.theme import NAMES
from reader.ui.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

TEXT = "书屋全年举办活动62场，来了近3万人次。"


def name_of(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return str(told.text(QAccessible.Text.Name)).strip()


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield what the keys can reach, and every button."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.objectName().startswith("qt_"):
            # Parts of Qt's own widgets: their owners speak for them.
            continue
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        owner = widget.parentWidget()
        if isinstance(widget, QLineEdit) and owner is not None and owner.inherits("QComboBox"):
            continue
        if owner is not None and owner.inherits("QComboBoxPrivateContainer"):
            continue
        if isinstance(widget, QAbstractScrollArea) and widget.inherits("QScrollArea"):
            # What lies in it speaks.
            continue
        if not widget.isVisibleTo(window):
            # It gets its words when it has something to say.
            continue
        if reached or isinstance(widget, QAbstractButton):
            yield widget


def described(widget: QWidget) -> str:
    chain = []
    one: QWidget | None = widget
    while one is not None:
        chain.append(f"{type(one).__name__}#{one.objectName()}")
        one = one.parentWidget()
    return " < ".join(chain)


def unnamed(window: QWidget) -> list[str]:
    return sorted({described(one) for one in controls(window) if not name_of(one)})


def untold(window: QWidget) -> list[str]:
    """Return the buttons with a picture or a mark only whose tip says nothing."""
    return [
        described(one)
        for one in window.findChildren(QToolButton)
        if not one.objectName().startswith("qt_")
        and len(one.text()) < 2
        and not (one.toolTip() or one.accessibleName())
    ]


@pytest.fixture
def busy(driver: Driver) -> Driver:
    """Return a window with all its panels open and a tag chosen."""
    driver.add(Article.from_text(TEXT), Article.from_text(f"第二篇。{TEXT}"))
    driver.drag(driver.find("62场"))
    driver.key("1")
    driver.window.menus.actions["find"].trigger()
    return driver


def test_every_control_of_the_window_has_a_name(busy: Driver) -> None:
    for command in ("show_tag_table", "show_history", "show_parallel"):
        busy.window.menus.actions[command].trigger()
        assert "\n".join(unnamed(busy.window)) == ""
        assert untold(busy.window) == []


def test_every_kind_of_tag_has_details_with_names(busy: Driver) -> None:
    for key in ("2", "3"):
        busy.key(key)
        assert "\n".join(unnamed(busy.window)) == ""


def test_every_control_of_the_tour_has_a_name(busy: Driver) -> None:
    busy.window.show_tour()
    assert "\n".join(unnamed(busy.window)) == ""
    assert "Step 1 of 5" in name_of(busy.window.tour.card)  # type: ignore[union-attr]


def dialog_of(busy: Driver, which: str) -> QDialog:
    window, session = busy.window, busy.session
    if which == "about":
        return AboutDialog(window, str)
    if which == "error":
        return ErrorDialog(window, Trouble.of(KeyError, KeyError("x"), None), str)
    if which == "glossary":
        return GlossaryDialog(window, session, window.theme, "", "", None)
    if which == "export":
        return ExportDialog(window, session, window._tasks, window.theme, window.last_export)
    if which == "tags":
        return TagSetDialog(window, session, window.theme, window.shortcuts)
    return ReadingDialog(window.reading, window)


@pytest.mark.parametrize("which", ["about", "error", "glossary", "export", "reading", "tags"])
def test_every_control_of_a_dialog_has_a_name(busy: Driver, which: str, qtbot: QtBot) -> None:
    dialog = dialog_of(busy, which)
    dialog.show()
    assert "\n".join(unnamed(dialog)) == ""
    assert untold(dialog) == []
    assert dialog.windowTitle()
    dialog.close()


def picture(widget: QWidget) -> QImage:
    window = widget.window()
    corner = widget.mapTo(window, QPoint(0, 0))
    return (
        window.grab()
        .copy(corner.x() - 3, corner.y() - 3, widget.width() + 6, widget.height() + 6)
        .toImage()
    )


@pytest.mark.parametrize("theme", NAMES)
def test_the_focus_is_seen_in_every_theme(busy: Driver, theme: str, qtbot: QtBot) -> None:
    """The picture of each control differs with the focus on it and elsewhere."""
    busy.window.appearance.choose(theme)
    dialog = dialog_of(busy, "error")
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    unseen = []
    for widget in dialog.findChildren(QAbstractButton):
        for other in dialog.findChildren(QAbstractButton):
            if other is not widget:
                other.setFocus(Qt.FocusReason.TabFocusReason)
                break
        QApplication.processEvents()
        without = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if widget.hasFocus() and picture(widget) == without:
            unseen.append(widget.text())
    assert unseen == []
    dialog.close()


@pytest.mark.parametrize("theme", NAMES)
def test_the_focus_is_seen_in_the_window(busy: Driver, theme: str, qtbot: QtBot) -> None:
    busy.window.appearance.choose(theme)
    window = busy.window
    unseen = []
    for widget in controls(window):
        if not widget.isVisible() or not widget.isEnabled() or widget is busy.surface:
            continue
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        busy.surface.setFocus()
        QApplication.processEvents()
        without = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if widget.hasFocus() and picture(widget) == without:
            unseen.append(described(widget))
    assert unseen == []


def test_tab_goes_through_the_window_as_the_eye_does(busy: Driver) -> None:
    """From the list of articles by the text to the tags: left to right."""
    window = busy.window
    order: list[int] = []
    widget: QWidget = window.articles
    for _ in range(200):
        following = widget.nextInFocusChain()
        if following is None or following is window.articles:
            break
        widget = following
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            for place, panel in enumerate((window.articles, window.surface, window.tags)):
                if panel is widget or panel.isAncestorOf(widget):
                    order.append(place)
    assert order == sorted(order)
