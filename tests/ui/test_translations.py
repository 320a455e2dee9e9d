"""The window in each language: every text is translated, and none is cut off."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)

from reader.text.article import Article
from reader.text.conversion import converter
from reader.text.span import Span
from reader.ui.describe import annotation_html
from reader.ui.dialogs.article_details import ArticleDetailsDialog
from reader.ui.dialogs.cleaning_dialog import CleaningDialog
from reader.ui.dialogs.error_dialog import ErrorDialog
from reader.ui.dialogs.overlay import Overlay
from reader.ui.dialogs.replace_dialog import ReplaceDialog
from reader.ui.language import NAMES, speak
from reader.ui.main_window import MainWindow
from reader.ui.panels.suggestion_list import SuggestionList
from reader.ui.session import Session
from reader.ui.shortcuts import plain
from reader.ui.tasks import Tasks
from reader.ui.theme import Theme
from reader.ui.trouble import Trouble
from reader.user import state_folder
from reader.workspace import Workspace, WorkspaceError, editing
from reader.workspace.replacing import plan_replacement, replace_article
from reader.workspace.sample import make_sample
from tests.ui.driving import Driver
from tests.ui.sharing import look as look_around
from tests.ui.sweeping import clipped, english_words, untranslated
from tests.ui.test_cleaning import TEXT as HARD_WRAPPED
from tests.ui.test_import_tags import Importing
from tests.ui.test_import_tags import annotation as tag_elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
LANGUAGES = ("zh_CN", "zh_TW")
ACCESS = re.compile(r"&(\w)")
SIZE = 1366, 768


def tool() -> ModuleType:
    """Return the script that brings the translations up to date."""
    spec = spec_from_file_location("translations", ROOT / "docs" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """Yield context, source and translation of every text of a language."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name", ""), message.findtext("source", ""), translation


def kept(language: str) -> Path:
    return ROOT / "resources" / "translations" / f"wenmai_{language}.ts"


def fields(text: str) -> list[tuple[str | None, str | None]]:
    return sorted((name, form) for _before, name, form, _as in Formatter().parse(text) if name)


# What is translated


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the translations as Qt's tools make them of the program now."""
    folder = tmp_path_factory.mktemp("translations")
    module: Any = tool()
    for language in LANGUAGES:
        shutil.copy(kept(language), folder)
    module.FOLDER = folder
    module.update()
    module.release()
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_program_is_translated(fresh: Path, language: str) -> None:
    """Where it is not: run docs/translations.py and translate what is marked as unfinished."""
    found = [
        f"{context}: {source}"
        for context, source, translation in messages(fresh / kept(language).name)
        if translation.get("type") or not translation.text
    ]
    assert found == []
    assert {one[:2] for one in messages(fresh / kept(language).name)} == {
        one[:2] for one in messages(kept(language))
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_loads_what_is_translated(fresh: Path, language: str) -> None:
    path = kept(language).with_suffix(".qm")
    made = fresh / path.name
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([str(tool), str(kept(language)), "-qm", str(made), "-silent"], check=True)
    assert path.read_bytes() == made.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_and_access_keys_are_those_of_the_source(language: str) -> None:
    wrong = []
    for _context, source, translation in messages(kept(language)):
        text = translation.text or ""
        if text and (
            fields(source) != fields(text)
            or [key.upper() for key in ACCESS.findall(source)] != ACCESS.findall(text)
        ):
            wrong.append((source, text))
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "config", "foreign"),
    [("zh_CN", "t2s", "“網路”"), ("zh_TW", "s2tw", "「网络」")],
)
def test_no_character_is_of_the_other_script(language: str, config: str, foreign: str) -> None:
    convert = converter(config).convert
    wrong = []
    for _context, source, translation in messages(kept(language)):
        text = (translation.text or "").replace(foreign, "")
        if source not in NAMES.values() and convert(text).text != text:
            wrong.append((text, convert(text).text))
    assert wrong == []


# What is shown


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.fixture(params=NAMES)
def language(request: pytest.FixtureRequest) -> str:
    speak(str(request.param))
    return str(request.param)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "workspace"
    make_sample(folder)
    return folder


def window_on(qtbot: QtBot, tmp_path: Path, folder: Path | None) -> Driver:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    session = Session(author="tester", state=state_folder())
    tasks = Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    qtbot.addWidget(window)
    if folder is not None:
        assert session.open(folder)
    window.resize(*SIZE)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return Driver(window, session, qtbot)


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path, sample: Path, language: str) -> Iterator[Driver]:
    """Return a window on the sample workspace that speaks a language, with a tag chosen."""
    folder = shutil.copytree(sample, tmp_path / "工作")
    driver = window_on(qtbot, tmp_path, folder)
    workspace = driver.workspace
    first = next(iter(workspace.articles))
    driver.session.show_article(first)
    driver.session.choose_annotation(workspace.index(first).in_order()[4].id)
    settle()
    yield driver
    driver.window.close()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def look_at(root: QWidget, language: str, *, stored: bool = False) -> None:
    """Fail where a window shows English among Chinese, or less than a whole text."""
    settle()
    if language != "en":
        assert untranslated(root, stored=stored) == []
    if clipped(root):
        settle()  # what came in from a worker just now gets its room a turn later
    assert clipped(root) == []


def trigger(driver: Driver, *commands: str) -> None:
    for command in commands:
        driver.window.menus.actions[command].trigger()
    settle()


def test_every_panel(reader: Driver, language: str) -> None:
    window = reader.window
    look_at(window, language)
    for annotation in reader.workspace.index(reader.article.id).in_order()[:12]:
        reader.session.choose_annotation(annotation.id)
        look_at(window.tags, language)
    trigger(reader, "find")
    look_at(window, language)
    trigger(reader, "show_tag_table")
    look_at(window, language)
    trigger(reader, "show_tag_table", "show_history")
    reader.drag(reader.find("松溪"))
    reader.key("3")
    trigger(reader, "undo")
    reader.bot.wait(50)
    look_at(window, language)
    trigger(reader, "show_history", "show_changes", "show_parallel", "show_taiwan")
    look_at(window, language)


def test_the_smallest_window(reader: Driver, language: str) -> None:
    reader.window.resize(reader.window.minimumSizeHint())
    look_at(reader.window, language)
    trigger(reader, "find")
    look_at(reader.window, language)


def test_what_is_to_be_reviewed(reader: Driver, language: str, tmp_path: Path) -> None:
    article, first = reader.article, reader.session.annotation
    assert first is not None
    with Workspace.open(reader.workspace.folder, author="李", state=tmp_path / "li") as li:
        li.apply(editing.describe(li, first.id, note="别处写的"))
        mine = reader.workspace
        mine.apply(editing.describe(mine, first.id, note="这里写的"))
        look_around(reader)
        trigger(reader, "focus_review")
        look_at(reader.window, language)
        # A later text in which some words are gone.
        later = Article.from_text(article.text.replace("628场", "多场").replace("46个", ""))
        plan = plan_replacement(article, reader.workspace.index(article.id).in_order(), later)
        script = reader.workspace.script(article.id)
        dialog = ReplaceDialog(plan, article.title, script, reader.window.theme, reader.window)
        dialog.show()
        look_at(dialog, language)
        dialog.close()
        dialog.deleteLater()
        replace_article(reader.workspace, article.id, later, plan)
        reader.session.show_article(later.id)
    trigger(reader, "focus_review")
    rows = reader.window.review.rows
    for row in range(rows.model().rowCount()):
        rows.setCurrentIndex(rows.model().index(row, 0))
        look_at(reader.window, language)


def test_what_is_suggested(reader: Driver, language: str) -> None:
    second = list(reader.workspace.articles)[1]
    reader.session.show_article(second)
    trigger(reader, "focus_suggestions")
    panel = reader.window.findChild(SuggestionList)
    assert panel is not None
    reader.bot.waitUntil(lambda: panel.rows.model().rowCount() > 0, timeout=20_000)
    for row in range(panel.rows.model().rowCount()):
        panel.rows.setCurrentIndex(panel.rows.model().index(row, 0))
        settle()
    look_at(reader.window, language)
    trigger(reader, "accept_suggestion", "reject_suggestion", "show_history")
    look_at(reader.window, language)


def test_the_tour(reader: Driver, language: str) -> None:
    reader.window.show_tour()
    tour = reader.window.tour
    assert tour is not None
    for number in range(5):
        assert tour.step == number
        reader.bot.wait(100)
        look_at(reader.window, language)
        tour.go_on()


def test_what_is_said(reader: Driver, language: str) -> None:
    window = reader.window
    window.notice.tell_writable()
    look_at(window, language)
    trigger(reader, "tag_again", "go_to", "move_tag_here", "put_here")
    first, second, *_ = reader.workspace.articles
    window.offers.offer([(first, second)])
    look_at(window, language)
    window.refusal.tell(refusal(reader))
    look_at(window, language)
    look_at(window.statusBar(), language)
    assert "Error" not in window.refusal.sentence


def refusal(reader: Driver) -> str:
    try:
        editing.tag(reader.workspace, reader.article.id, Span(0, 2), "nonesuch")
    except WorkspaceError as error:
        return str(error).replace("nonesuch", "").replace("metric, programme, honour", "")
    raise AssertionError


def test_a_window_without_articles(qtbot: QtBot, tmp_path: Path, language: str) -> None:
    empty = tmp_path / "工作"
    Workspace.create(empty, author="tester", state=state_folder()).close()
    for folder in (None, empty):
        driver = window_on(qtbot, tmp_path, folder)
        for command in ("show_tag_table", "show_history"):
            look_at(driver.window, language)
            trigger(driver, command)
        look_at(driver.window, language)
        driver.window.close()


def menus_of(menu: QMenu) -> Iterator[QMenu]:
    yield menu
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from menus_of(below)


def test_every_menu(reader: Driver, language: str) -> None:
    bar = reader.window.menuBar()
    menus = [one for top in bar.actions() for one in menus_of(top.menu())]  # type: ignore[arg-type]
    # What undo and redo take back stands in the menu too.
    reader.drag(reader.find("松溪"))
    reader.key("1")
    for command in ("undo", "redo"):
        settle()
        for actions in (bar.actions(), *(menu.actions() for menu in menus)):
            entries = [one.text().replace("&&", "") for one in actions]
            keys = [key.upper() for text in entries for key in ACCESS.findall(text)]
            assert sorted(keys) == sorted(set(keys)), entries
        assert all(menu.sizeHint().height() <= SIZE[1] for menu in menus)
        look_at(reader.window, language)
        trigger(reader, command)


DIALOGS = (
    "export",
    "import_folder",
    "import_encoded",
    "import_tags",
    "rename_article",
    "article_details",
    "remove_article",
    "show_keyboard",
    "show_about",
    "set_reading",
    "corrections",
    "wrong_conversion",
    "tag_all",
    "untag_all",
    "edit_tag_set",
    "accept_many",
    "set_shortcuts",
    "show_palette",
    "go_to",
    "import_files",
    "new_workspace",
    "open_workspace",
    "back_up",
    "restore_backup",
    "replace_text",
    "import_tag_set",
    "export_tag_set",
)
QUERIES = ("", "9", "3%", "¶2", "#1", "书", "¶99999", "#99999", "嗯嗯嗯")


def test_every_dialog(reader: Driver, language: str) -> None:
    failed: dict[str, str] = {}
    for command in DIALOGS:
        looked: list[QWidget] = []

        def look(dialog: QWidget, command: str = command, looked: list[QWidget] = looked) -> None:
            looked.append(dialog)
            try:
                if isinstance(dialog, QFileDialog):
                    assert english_in(dialog, language) == []
                else:
                    look_at(dialog, language, stored=command == "edit_tag_set")
                    look_at_formats(dialog, language)
            except AssertionError as error:
                failed[command] = str(error)
            if isinstance(dialog, QDialog):
                dialog.reject()

        modal = QTimer(reader.window)
        modal.setSingleShot(True)
        modal.setInterval(20)
        modal.timeout.connect(partial(look_at_modal, look))
        modal.start()
        trigger(reader, command)
        modal.stop()
        for widget in reader.window.findChildren(QWidget):
            if isinstance(widget, Overlay) and widget.isVisible():
                for query in QUERIES:
                    widget.field.setText(query)
                    look(widget)
                widget.close()
            elif isinstance(widget, QDialog) and widget.isVisible():
                look(widget)
        settle()
        assert looked, command
    assert failed == {}


def look_at_formats(dialog: QWidget, language: str) -> None:
    """Look at what an export dialog says of each format."""
    formats = dialog.findChild(QComboBox, "exportFormat")
    if formats is None:
        return
    for number in range(formats.count()):
        formats.setCurrentIndex(number)
        look_at(dialog, language)


def look_at_modal(look: Callable[[QWidget], None]) -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        look(dialog)


def english_in(dialog: QFileDialog, language: str) -> list[str]:
    """Return what Qt's own dialog says in English; what it lists is this machine's."""
    parts: list[QPushButton | QLabel] = [*dialog.findChildren(QPushButton)]
    parts += dialog.findChildren(QLabel)
    texts = [one.text() for one in parts if one.isVisible()]
    texts += [dialog.windowTitle(), *(one.partition("(")[0] for one in dialog.nameFilters())]
    return [text for text in texts if language != "en" and english_words(text)]


def test_what_is_cleaned_up(reader: Driver, language: str) -> None:
    # Lines of a column, words that stand twice, letters set apart.
    reader.add(Article.from_text(f"{HARD_WRAPPED}\n石 桥 村\n\n{HARD_WRAPPED}"))
    reader.window.cleaner.look()
    bar = reader.window.cleaner.bar
    reader.bot.waitUntil(bar.isVisible)
    look_at(reader.window, language)
    trigger(reader, "clean_up")
    (dialog,) = reader.window.findChildren(CleaningDialog)
    rows = dialog.view.model()
    for row in range(rows.rowCount()):
        kind = rows.index(row, 0)
        dialog.view.setCurrentIndex(rows.index(0, 0, kind))
        look_at(dialog, language)
        reader.bot.keyClick(dialog.view, Qt.Key.Key_Space)
        look_at(dialog, language)
    dialog.none_button.click()
    look_at(dialog, language)
    dialog.reject()
    bar.clean_button.click()
    trigger(reader, "show_history")
    look_at(reader.window, language)


def test_tags_from_elsewhere(
    reader: Driver, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "标注.jsonld"
    elsewhere = Importing(reader, tmp_path, monkeypatch)
    elsewhere.path = path
    text = reader.article.text
    here = f"urn:wenmai:article:{reader.article.id}"
    dialog = elsewhere.open(
        tag_elsewhere(text[:8], source=here),
        tag_elsewhere(text[20:24], "地点", source=here, suffix=text[24:40]),
        tag_elsewhere("没有的话", "地点", source=here),
        tag_elsewhere("甲", source="urn:wenmai:article:00"),
    )
    look_at(dialog, language)
    for choice in elsewhere.choices():
        for number in range(choice.count()):
            choice.setCurrentIndex(number)
            look_at(dialog, language)
    dialog.reject()


def test_a_date_that_is_none(reader: Driver, language: str) -> None:
    trigger(reader, "article_details")
    (dialog,) = reader.window.findChildren(ArticleDetailsDialog)
    date = dialog.findChild(QLineEdit, "article_date")
    assert date is not None
    date.setText("昨天")
    reader.bot.keyClick(date, Qt.Key.Key_Return)
    assert any("昨天" in one.text() for one in dialog.findChildren(QLabel))
    look_at(dialog, language)
    dialog.reject()


def test_what_stands_beside_the_pointer(reader: Driver, language: str) -> None:
    tags, theme = reader.workspace.index(reader.article.id).in_order(), reader.window.theme
    for annotation in tags:
        told = annotation_html(annotation, reader.workspace.tag_set, theme)
        assert language == "en" or english_words(told) == []


def test_the_dialog_of_an_error(reader: Driver, language: str) -> None:
    dialog = ErrorDialog(reader.window, Trouble.of(KeyError, KeyError("x"), None), str)
    dialog.show()
    assert "KeyError" in dialog.sentence.text()
    dialog.sentence.setText("")
    dialog.details.setPlainText("")
    look_at(dialog, language)
    dialog.close()


def test_keys_of_a_chinese_menu_are_told_without_their_marks(reader: Driver, language: str) -> None:
    open_it = reader.window.menus.actions["open_workspace"]
    said = {"en": "Open workspace", "zh-Hans": "打开工作区", "zh-Hant": "開啟工作區"}[language]
    assert open_it.toolTip() == f"{said} (Ctrl+O)"


def test_what_a_kind_is_called_in_english_is_stored(reader: Driver, language: str) -> None:
    """The window says it otherwise; the folder is the same for every reader."""
    reader.session.choose_annotation(None)
    reader.drag(reader.find("松溪"))
    reader.key("3")
    made = reader.session.annotation
    assert made is not None
    status = reader.window.tags.editor.findChild(QComboBox, "field_status")
    assert status is not None
    said = {"en": "awarded", "zh-Hans": "已获", "zh-Hant": "已獲"}[language]
    status.setCurrentIndex(status.findText(said))
    status.activated.emit(status.currentIndex())
    stored = reader.workspace.annotations[made.id]
    assert stored.attributes["status"] == "awarded"
    assert reader.workspace.undo_label == "Edit tag"
    label = {"en": "Undo Edit tag", "zh-Hans": "撤销“编辑标注”", "zh-Hant": "復原「編輯標註」"}
    assert plain(reader.window.menus.actions["undo"].text()) == label[language]


def test_a_choice_is_found_as_it_is_read_and_as_it_is_stored(reader: Driver, language: str) -> None:
    trigger(reader, "show_tag_table")
    field = reader.window.findChild(QLineEdit, "textFilter")
    table = reader.window.findChild(QWidget, "tagTable")
    assert table is not None
    rows = table.findChild(QTableView, "tagRows")
    assert field is not None
    assert rows is not None
    said = {"en": "candidate", "zh-Hans": "候选", "zh-Hant": "候選"}[language]
    for words in ("candidate", said):
        field.setText(words)
        reader.bot.keyClick(field, Qt.Key.Key_Return)
        settle()
        found = [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]
        honour = {"en": "Honour", "zh-Hans": "荣誉", "zh-Hant": "榮譽"}[language]
        assert set(found) == {honour}


def test_a_command_is_found_by_what_it_is_called_here_and_in_english(
    reader: Driver, language: str
) -> None:
    trigger(reader, "show_palette")
    palette = reader.window.findChild(Overlay)
    assert palette is not None
    for words in ("export tags", {"en": "exp", "zh-Hans": "导出", "zh-Hant": "匯出"}[language]):
        assert palette.rows_for(words)[0].key == "do export"
    palette.close()


def test_the_window_s_face_is_that_of_the_region(language: str) -> None:
    region = "TC" if language == "zh-Hant" else "SC"
    families = [family for family in QApplication.font().families() if "CJK" in family]
    assert families == [f"Noto Sans CJK {region}"]
