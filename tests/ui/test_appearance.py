"""Switching themes: everything that is open changes at once, and nothing keeps the old colours."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton, QToolButton

from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span
from reader.ui import icons
from reader.ui.appearance import CHOICES, SYSTEM, Appearance, dress
from reader.ui.contrast import GRAPHIC, TEXT, contrast
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.dialogs.glossary_dialog import GlossaryDialog
from reader.ui.dialogs.keyboard_sheet import KeyboardSheet
from reader.ui.dialogs.reading_dialog import ReadingDialog
from reader.ui.main_window import MainWindow
from reader.ui.panels.elements import ground_in, mark_in, paint_in
from reader.ui.session import Session
from reader.ui.tasks import Tasks
from reader.ui.theme import NAMES, Theme
from reader.user import state_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.driving import Driver

_TEXT = (
    "# 清溪记\n\n"
    "她说这条小溪从前很清，干部和居民一起商量，读书会办了四十六场。\n"
    "后来的人把书桌搬到了河边，孩子们在那里看书。"
)
_SAMPLE = Span(8, 12)


@pytest.fixture(autouse=True)
def _light_again() -> Iterator[None]:
    yield
    dress(Theme.load("light"))


def opened(folder: Path, ini: Path, theme: str) -> MainWindow:
    """Return a window as it is the next time it is started, with a theme chosen."""
    settings = QSettings(str(ini), QSettings.Format.IniFormat)
    settings.setValue("theme", theme)
    session, tasks = Session(author="tester", state=state_folder()), Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    assert session.open(folder)
    window.resize(1200, 800)
    window.show()
    return window


def unfold(window: MainWindow) -> None:
    """Show as much as there is to show at once."""
    session = window.session
    assert session.workspace is not None
    article = next(iter(session.workspace.articles))
    session.show_article(article)
    tags = session.workspace.index(article).in_order()
    session.show_script(Script.TAIWAN)
    window.toggle_changes()
    window.toggle_table()
    window.open_find("没有")
    session.choose_annotation(tags[0].id)
    session.choose_passage(Span(40, 42))
    window.surface.select(Span(40, 42))
    window.refusal.tell("The file could not be read.")
    window.notice.tell("A tag was added by somebody.")


def dialogs(window: MainWindow, tasks: Tasks) -> list[QWidget]:
    """Return every dialog that can stand open while the theme changes."""
    session, theme = window.session, window.theme
    made: list[QWidget] = [
        ExportDialog(window, session, tasks, theme, window.last_export),
        GlossaryDialog(window, session, theme, "干部", "幹部", None),
        KeyboardSheet(window, session, window.shortcuts, theme),
        ReadingDialog(window.reading, window),
    ]
    for dialog in made:
        dialog.show()
    return made


def pictures(bot: QtBot, window: MainWindow, others: list[QWidget]) -> list[QImage]:
    """Return what the window and its dialogs look like, without carets that blink or fade."""
    window.surface.setFocus()
    window.find_bar.field.deselect()

    def grabbed() -> list[QImage]:
        return [widget.grab().toImage() for widget in (window, *others)]

    # The cross in a field fades in: wait until nothing moves.
    bot.wait(300)
    shown = grabbed()
    for _ in range(20):
        bot.wait(200)
        shown, before = grabbed(), shown
        if shown == before:
            break
    return shown


@pytest.fixture
def tagged(driver: Driver) -> Driver:
    """Return a window with one article and its tags."""
    driver.add(Article.from_text(_TEXT))
    for kind, span in zip(
        ("metric", "programme", "honour"), (_SAMPLE, Span(14, 18), Span(20, 24)), strict=True
    ):
        driver.session.choose_passage(span)
        driver.session.tag(kind)
    return driver


@pytest.mark.parametrize(("old", "new"), [("light", "dark"), ("dark", "sepia"), ("sepia", "light")])
def test_a_window_that_was_switched_looks_as_one_that_was_started_so(
    qtbot: QtBot, tagged: Driver, tmp_path: Path, old: str, new: str
) -> None:
    folder = tagged.workspace.folder
    tagged.window.close()
    looks = []
    for start, then in ((old, new), (new, None)):
        window = opened(folder, tmp_path / f"{start}.ini", start)
        unfold(window)
        tasks = Tasks()
        boxes = dialogs(window, tasks)
        if then is not None:
            qtbot.wait(60)
            window.appearance.choose(then)
        looks.append(pictures(qtbot, window, boxes))
        tasks.close()
        for box in boxes:
            box.close()
        window.close()
        window.deleteLater()
    for switched, started in zip(*looks, strict=True):
        assert switched.size() == started.size()
        wrong = [
            (x, y)
            for y in range(switched.height())
            for x in range(0, switched.width(), 2)
            if switched.pixel(x, y) != started.pixel(x, y)
        ]
        assert not wrong, f"{len(wrong)} pixels, first {wrong[:5]}"


def test_menus_are_in_the_theme_s_colours(tagged: Driver) -> None:
    window = tagged.window
    for name in NAMES:
        window.appearance.choose(name)
        menu = view_menu(window)
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        ground, ink = seen(menu.grab().toImage())
        assert ground == window.theme.raised
        assert contrast(ground, ink) >= TEXT


def test_the_choice_is_remembered_and_its_entry_is_on(tagged: Driver, tmp_path: Path) -> None:
    window, ini = tagged.window, tmp_path / "window.ini"
    window.appearance.choose("sepia")
    folder = tagged.workspace.folder
    assert [name for name in CHOICES if checked(window, name)] == ["sepia"]
    window.close()
    settings = QSettings(str(ini), QSettings.Format.IniFormat)
    again = opened(folder, ini, str(settings.value("theme")))
    assert again.theme.name == again.appearance.choice == "sepia"
    assert [name for name in CHOICES if checked(again, name)] == ["sepia"]
    again.close()
    again.deleteLater()


def view_menu(window: MainWindow) -> QMenu:
    """Return the menu of what is seen and how."""
    menus = [one for one in window.findChildren(QMenu) if one.title() == "&View"]
    assert len(menus) == 1
    return menus[0]


def themes(window: MainWindow) -> list[QAction]:
    """Return the menu's entries for themes."""
    return next(one for one in view_menu(window).findChildren(QMenu)).actions()


def checked(window: MainWindow, choice: str) -> bool:
    """Return whether the menu's entry of a choice is on."""
    labels = {SYSTEM: "As the system's", "light": "Light", "dark": "Dark", "sepia": "Sepia"}
    found = [one for one in themes(window) if one.text().replace("&", "") == labels[choice]]
    assert len(found) == 1
    return found[0].isChecked()


def test_the_menu_s_entries_choose(tagged: Driver) -> None:
    commands = tagged.window.appearance
    for name in ("dark", "sepia", "light"):
        entry = {one.text().replace("&", "").lower(): one for one in themes(tagged.window)}[name]
        entry.trigger()
        assert tagged.window.theme.name == commands.choice == name


def test_the_system_s_scheme_is_followed_at_once(tagged: Driver) -> None:
    window, hints = tagged.window, QGuiApplication.styleHints()
    assert window.appearance.choice == SYSTEM
    assert window.theme.name == "light"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.theme.name == "dark"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert window.theme.name == "light"


def test_who_chose_a_theme_does_not_follow_the_system(tagged: Driver) -> None:
    window = tagged.window
    window.appearance.choose("sepia")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.theme.name == "sepia"
    window.appearance.choose(SYSTEM)
    assert window.theme.name == "light"


def test_a_choice_that_is_none_is_the_system_s(
    qtbot: QtBot, tmp_path: Path, tagged: Driver
) -> None:
    settings = QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat)
    settings.setValue("theme", "mauve")
    assert Appearance(Theme.load("light"), settings, tagged.window).choice == SYSTEM


def test_place_selection_and_what_is_typed_stay(tagged: Driver) -> None:
    window = tagged.window
    window.open_find("溪")
    window.surface.select(Span(20, 24))
    before = tagged.surface.rects(Span(20, 24))
    window.appearance.choose("dark")
    assert window.find_bar.field.text() == "溪"
    assert tagged.surface.selection == Span(20, 24)
    assert tagged.surface.rects(Span(20, 24)) == before


def test_labels_and_grounds_that_were_painted_follow(qtbot: QtBot) -> None:
    theme = Theme.load("light")
    dress(theme)
    label, bar = QLabel("words"), QLabel()
    for widget in (label, bar):
        qtbot.addWidget(widget)
    paint_in(label, theme.danger)
    ground_in(label, theme.chosen)
    mark_in(bar, "#000080", theme)
    theme.become("dark")
    dress(theme)
    assert label.palette().windowText().color().name() == theme.danger
    assert label.palette().window().color().name() == theme.chosen
    assert bar.palette().window().color().name() == theme.mark("#000080") != "#000080"
    paint_in(label, "#123456")
    theme.become("sepia")
    dress(theme)
    assert label.palette().windowText().color().name() == "#123456"


def test_icons_are_drawn_in_the_theme_s_colour(qtbot: QtBot) -> None:
    theme = Theme.load("light")
    button = QToolButton()
    qtbot.addWidget(button)
    icons.put_icon(button, "find", theme)
    for name in NAMES:
        theme.become(name)
        dress(theme)
        image = button.icon().pixmap(64, 64).toImage()
        solid = [
            image.pixelColor(x, y).name()
            for x in range(64)
            for y in range(64)
            if image.pixelColor(x, y).alpha() == 255
        ]
        assert Counter(solid).most_common(1)[0][0] == theme.icon


def test_where_no_icons_can_be_written_they_stay_as_drawn(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    class Nowhere:
        name = str(tmp_path / "no" / "such" / "folder")

    monkeypatch.setattr(icons, "_all", Nowhere)
    theme = Theme.load("dark")
    theme.icon = type(theme.icon)("#010203")
    assert (icons.icon_folder(theme) / "find.svg").is_file()
    assert "Icons stay as they were drawn" in caplog.text
    caplog.clear()


def seen(image: QImage) -> tuple[str, str]:
    """Return the ground of a picture, and the colour that stands out from it most."""
    colours = Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )
    ground = colours.most_common(1)[0][0]
    return ground, max(colours, key=lambda colour: contrast(colour, ground))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_painted_stands_out_from_what_is_behind_it(tagged: Driver, name: str) -> None:
    window, theme = tagged.window, tagged.window.theme
    window.appearance.choose(name)
    window.toggle_table()
    window.surface.clear_selection()
    tagged.session.choose_annotation(None)
    tagged.bot.wait(60)
    shown = window.grab().toImage()

    def part(widget: QWidget) -> tuple[str, str]:
        corner = widget.mapTo(window, widget.rect().topLeft())
        box = widget.rect().translated(corner).adjusted(3, 3, -3, -3)
        return seen(shown.copy(box))

    words = [
        window.articles.findChild(type(window.find_bar.field)),
        window.status.findChild(QLabel),
        *window.findChildren(QToolButton),
    ]
    for widget in words:
        if widget is not None and widget.isVisible() and widget.isEnabled():
            least = TEXT if not isinstance(widget, QToolButton) or widget.text() else GRAPHIC
            assert contrast(*part(widget)) >= least, (widget, widget.objectName(), part(widget))
    page = window.surface.viewport().grab().toImage()
    for kind, span in (("#0069a8", _SAMPLE), ("#006b4b", Span(14, 18)), ("#b84a00", Span(20, 24))):
        box = tagged.surface.rects(span)[0].toRect()
        ground, ink = seen(page.copy(box.adjusted(1, 1, -1, -1)))
        assert QColor(ground) == theme.tint(kind)
        assert contrast(ground, ink) >= TEXT
        rows = range(box.bottom() + 1, box.bottom() + 6)
        line = {page.pixelColor(box.center().x(), row).name() for row in rows}
        assert theme.mark(kind) in line
        assert contrast(theme.mark(kind), theme.paper) >= GRAPHIC
        assert contrast(theme.mark(kind), ground) >= GRAPHIC


@pytest.mark.parametrize("name", NAMES)
def test_who_has_the_focus_is_seen(tagged: Driver, name: str) -> None:
    window, theme = tagged.window, tagged.window.theme
    window.appearance.choose(name)
    window.open_find("溪")
    field = window.find_bar.field
    tagged.bot.waitUntil(field.hasFocus)
    ring = field.grab().toImage()
    edge = ring.pixelColor(0, ring.height() // 2).name()
    assert edge == theme.accent
    window.surface.setFocus()
    still = field.grab().toImage().pixelColor(0, ring.height() // 2).name()
    assert still == theme.edge
    for colour in (edge, still):
        assert contrast(colour, theme.panel) >= GRAPHIC


# What 1366 × 768 pixels leave for the window at 100, 125 and 150 per cent.
@pytest.mark.parametrize("size", [(1366, 728), (1092, 582), (910, 480)])
def test_nothing_that_can_be_pressed_is_cut_off(tagged: Driver, size: tuple[int, int]) -> None:
    window = tagged.window
    unfold(window)
    window.refusal.hide()
    window.notice.hide()
    window.resize(*size)
    tagged.bot.wait(100)
    assert window.width() <= size[0]
    cut = [
        (type(button).__name__, button.text(), button.size(), button.visibleRegion())
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and not window.tags.editor.isAncestorOf(button)
        and button.visibleRegion().boundingRect() != button.rect()
    ]
    assert not cut
    short = [
        button.text()
        for button in window.findChildren(QAbstractButton)
        if isinstance(button, QToolButton | QPushButton)
        and button.isVisible()
        and button.text()
        and button.width() < button.sizeHint().width()
    ]
    assert not short
