"""Cleaning a text up in the window: offered, looked at, read, tagged, found in, undone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel

from reader.annotation.cleaning_choice import CleaningChoice, choice_of
from reader.importers import import_file
from reader.text.article import Article
from reader.text.cleaned_view import CleanedView
from reader.text.cleaning.cleaned import Cleaned
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.dialogs.cleaning_dialog import CleaningDialog
from reader.ui.dialogs.go_to import GoTo
from reader.ui.reading.accessible import Extract
from reader.ui.reading.caret import step
from reader.ui.reading.pages import Pages
from reader.ui.reading.typography import Typography
from reader.workspace import Workspace, editing
from reader.workspace.cleaning import clean_up
from tests.ui.driving import gold_operation
from tests.ui.test_access import unnamed
from tests.ui.test_history import go, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.ui.cleaner import Cleaner
    from tests.ui.driving import Driver

COLUMN = (
    "清晨的石桥村，巷子里已经热闹起来。志愿者们\n推着小车，沿着新修的步道清扫落叶；几位老人\n"
    "坐在廊下，说起这两年的变化，都说村里同外面签\n约之后日子好过了，网也通到了家家户户。\n"
)
CAPTION = "送安康送安康，，服务到家服务到家。。"
TEXT = f"{COLUMN}\n{CAPTION}\n\n{COLUMN}"
ONE = COLUMN.replace("\n", "")
CLEAN = f"{ONE}\n\n送安康，服务到家。\n\n{ONE}\n"
LONG, LONG_CLEAN = f"{TEXT}\n" * 200, f"{CLEAN}\n" * 200
CHOSEN = CleaningChoice(frozenset(["lines", "captions"]))
PLAIN = "石桥村的一天\n\n老人坐在廊下说话，孩子在桥上跑。\n"


@pytest.fixture
def wrapped(driver: Driver) -> Driver:
    """Return a window with a hard-wrapped article, and one that is not."""
    driver.add(Article.from_text(TEXT), Article.from_text(PLAIN))
    return driver


@pytest.fixture
def cleaned(wrapped: Driver) -> Driver:
    """Return the window with that cleaned up."""
    assert wrapped.session.clean_up(CHOSEN)
    return wrapped


@pytest.fixture
def dialog(wrapped: Driver) -> Iterator[CleaningDialog]:
    """Return the dialog on the hard-wrapped article."""
    opened = open_dialog(wrapped)
    yield opened
    if shiboken6.isValid(opened):
        opened.reject()


def open_dialog(driver: Driver) -> CleaningDialog:
    driver.window.menus.actions["clean_up"].trigger()
    (opened,) = (one for one in driver.window.findChildren(CleaningDialog) if one.isVisible())
    return opened


def shown(driver: Driver) -> str:
    """Return what is on the page."""
    pages = driver.surface.pages
    assert pages is not None
    return pages.view.whole().text


def choice(driver: Driver) -> CleaningChoice | None:
    return choice_of(driver.workspace.details(driver.article.id))


def look(driver: Driver) -> Cleaner:
    """Have the window look through the article now."""
    driver.window.cleaner.look()
    return driver.window.cleaner


def is_offered(driver: Driver) -> bool:
    return look(driver).bar.isVisible()


def checked(driver: Driver) -> bool:
    return driver.window.menus.actions["show_cleaned"].isChecked()


# The offer


def test_a_hard_wrapped_text_is_offered_to_be_cleaned_up(wrapped: Driver) -> None:
    bar = wrapped.window.cleaner.bar
    wrapped.bot.waitUntil(bar.isVisible)
    assert bar.sentence == (
        "This text can be cleaned up: 6 lines can be joined, 1 caption stands twice."
    )
    assert wrapped.surface.hasFocus()
    assert shown(wrapped) == TEXT


def test_a_text_as_it_should_be_is_not(wrapped: Driver) -> None:
    assert is_offered(wrapped)
    wrapped.window.menus.actions["next_article"].trigger()
    assert not is_offered(wrapped)
    with wrapped.bot.waitSignal(wrapped.session.hinted) as told:
        wrapped.window.menus.actions["clean_up"].trigger()
    assert told.args == ["Nothing was found to clean up in this text."]
    assert not wrapped.window.findChildren(CleaningDialog)


def test_a_click_cleans_up_all_of_it_and_undo_takes_it_back(wrapped: Driver) -> None:
    assert is_offered(wrapped)
    bar = wrapped.window.cleaner.bar
    wrapped.bot.mouseClick(bar.clean_button, Qt.MouseButton.LeftButton)
    assert shown(wrapped) == CLEAN
    assert wrapped.article.text == TEXT
    assert choice(wrapped) == CHOSEN
    assert not bar.isVisible()
    assert checked(wrapped)
    wrapped.window.menus.actions["undo"].trigger()
    assert shown(wrapped) == TEXT
    assert not checked(wrapped)
    assert bar.isVisible()


def test_what_was_declined_and_chosen_later_is_not_offered_when_taken_back(wrapped: Driver) -> None:
    assert is_offered(wrapped)
    bar = wrapped.window.cleaner.bar
    wrapped.bot.mouseClick(bar.later_button, Qt.MouseButton.LeftButton)
    assert wrapped.session.clean_up(CHOSEN)
    wrapped.window.menus.actions["undo"].trigger()
    assert shown(wrapped) == TEXT
    assert not bar.isVisible()


@pytest.mark.parametrize("button", ["clean_button", "later_button"])
def test_a_click_on_the_bar_leaves_the_keyboard_in_the_text(wrapped: Driver, button: str) -> None:
    assert is_offered(wrapped)
    wrapped.surface.setFocus()
    bar = wrapped.window.cleaner.bar
    wrapped.bot.mouseClick(getattr(bar, button), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert wrapped.surface.hasFocus()


@pytest.mark.parametrize("button", ["clean_button", "later_button"])
def test_a_bar_that_had_the_keyboard_gives_it_to_the_text(wrapped: Driver, button: str) -> None:
    assert is_offered(wrapped)
    bar = wrapped.window.cleaner.bar
    pressed = getattr(bar, button)
    pressed.setFocus(Qt.FocusReason.TabFocusReason)
    wrapped.bot.keyClick(pressed, Qt.Key.Key_Space)
    assert not bar.isVisible()
    assert wrapped.surface.hasFocus()


def test_not_now_is_remembered(wrapped: Driver) -> None:
    assert is_offered(wrapped)
    bar = wrapped.window.cleaner.bar
    wrapped.bot.mouseClick(bar.later_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    for command in ("next_article", "previous_article"):
        wrapped.window.menus.actions[command].trigger()
        assert not is_offered(wrapped)
    assert choice(wrapped) is None


def test_a_workspace_that_is_only_read_is_not_offered(
    wrapped: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wrapped.workspace, "read_only", True)
    assert not is_offered(wrapped)


def test_a_long_text_is_looked_through_by_a_worker(driver: Driver) -> None:
    driver.add(Article.from_text(LONG))
    cleaner = driver.window.cleaner
    assert driver.session.cleaning.proposals(driver.article) is None
    driver.bot.waitUntil(cleaner.bar.isVisible, timeout=20_000)
    assert driver.session.cleaning.proposals(driver.article)
    driver.bot.mouseClick(cleaner.bar.clean_button, Qt.MouseButton.LeftButton)
    assert shown(driver) == LONG_CLEAN


def test_a_long_text_that_was_cleaned_up_is_so_when_it_is_opened_again(driver: Driver) -> None:
    driver.add(Article.from_text(LONG))
    driver.session.clean_up(CHOSEN)
    driver.bot.waitUntil(lambda: shown(driver) == LONG_CLEAN, timeout=20_000)


def test_the_dialog_of_a_long_text_opens_when_it_is_looked_through(driver: Driver) -> None:
    driver.add(Article.from_text(LONG))
    driver.window.menus.actions["clean_up"].trigger()
    driver.bot.waitUntil(lambda: bool(driver.window.findChildren(CleaningDialog)), timeout=20_000)
    driver.window.findChildren(CleaningDialog)[0].reject()


# The dialog


def test_the_bar_leads_to_a_look_at_each_change(wrapped: Driver) -> None:
    assert is_offered(wrapped)
    wrapped.bot.mouseClick(wrapped.window.cleaner.bar.look_button, Qt.MouseButton.LeftButton)
    (dialog,) = wrapped.window.findChildren(CleaningDialog)
    model = dialog.model
    lines, captions = model.index(0, 0), model.index(1, 0)
    assert model.data(lines) == "Join lines: 6"
    assert model.data(captions) == "Captions once: 1"
    assert unnamed(dialog) == unnamed(wrapped.window.cleaner.bar) == []
    first = model.index(0, 0, captions)
    assert model.data(first) == CAPTION
    assert model.data(model.index(0, 1, captions)) == "送安康，服务到家。"
    dialog.view.setCurrentIndex(first)
    assert "<s style" in dialog.before.text()
    assert "送安康，服务到家。" in dialog.after.text()
    dialog.reject()
    assert choice(wrapped) is None


def test_single_changes_are_refused_with_the_keyboard(
    wrapped: Driver, dialog: CleaningDialog
) -> None:
    bot, view = wrapped.bot, dialog.view
    assert view.hasFocus()
    bot.keyClick(view, Qt.Key.Key_Down)
    bot.keyClick(view, Qt.Key.Key_Space)
    assert dialog.done_button.text() == "Clean up 6 of 7"
    assert dialog.model.data(dialog.model.index(0, 0)) == "Join lines: 5 of 6"
    bot.keyClick(dialog, Qt.Key.Key_Return)
    made = choice(wrapped)
    assert made is not None
    place = TEXT.index("\n")
    assert made.refused == (Span(place, place + 1),)
    first, second = CLEAN[:21], CLEAN[21:42]
    assert shown(wrapped).startswith(f"{first}\n{second}")


def test_a_kind_is_refused_at_once_and_the_choice_is_there_again(
    wrapped: Driver, dialog: CleaningDialog
) -> None:
    model = dialog.model
    dialog.view.setCurrentIndex(model.index(1, 0))
    wrapped.bot.keyClick(dialog.view, Qt.Key.Key_Space)
    tick = Qt.ItemDataRole.CheckStateRole
    assert model.data(model.index(1, 0), tick) is Qt.CheckState.Unchecked
    model.setData(model.index(2, 0, model.index(0, 0)), Qt.CheckState.Unchecked, tick)
    assert model.data(model.index(0, 0), tick) is Qt.CheckState.PartiallyChecked
    dialog.accept()
    made = choice(wrapped)
    assert made is not None
    assert made.kinds == frozenset(["lines"])
    assert len(made.refused) == 1
    assert CAPTION in shown(wrapped)
    again = open_dialog(wrapped)
    assert again.model.choice() == made
    assert again.done_button.text() == "Clean up 5 of 7"
    again.all_button.click()
    assert again.model.counts == (7, 7)
    again.accept()
    assert choice(wrapped) == CHOSEN


def test_refusing_all_is_a_choice_too(wrapped: Driver, dialog: CleaningDialog) -> None:
    hints: list[str] = []
    wrapped.session.hinted.connect(hints.append)
    dialog.none_button.click()
    assert dialog.done_button.text() == "Leave all"
    dialog.accept()
    assert choice(wrapped) == CleaningChoice()
    # There is no cleaned text that a key could show.
    assert not any(hints)
    assert shown(wrapped) == TEXT
    assert not is_offered(wrapped)


def test_what_a_newer_program_accepts_stays_accepted(wrapped: Driver) -> None:
    newer = CleaningChoice(frozenset(["lines", "marks"]))
    wrapped.session.clean_up(newer)
    dialog = open_dialog(wrapped)
    dialog.none_button.click()
    dialog.accept()
    assert choice(wrapped) == CleaningChoice(frozenset(["marks"]))


def test_the_dialog_goes_with_its_article(wrapped: Driver, dialog: CleaningDialog) -> None:
    wrapped.window.menus.actions["next_article"].trigger()
    assert not (shiboken6.isValid(dialog) and dialog.isVisible())


# Reading


def test_a_key_goes_between_the_cleaned_text_and_the_source(cleaned: Driver) -> None:
    assert shown(cleaned) == CLEAN
    assert checked(cleaned)
    cleaned.key(Qt.Key.Key_V)
    assert shown(cleaned) == TEXT
    assert not checked(cleaned)
    cleaned.key(Qt.Key.Key_V)
    assert shown(cleaned) == CLEAN
    assert checked(cleaned)
    assert choice(cleaned) == CHOSEN


def test_the_window_says_how_to_get_from_one_to_the_other(wrapped: Driver) -> None:
    hints: list[str] = []
    wrapped.session.hinted.connect(hints.append)
    assert is_offered(wrapped)
    wrapped.bot.mouseClick(wrapped.window.cleaner.bar.clean_button, Qt.MouseButton.LeftButton)
    assert hints == ["This is the text cleaned up; V shows the source."]
    wrapped.key(Qt.Key.Key_V)
    assert hints[1:] == ["This is the source; V shows the text cleaned up."]
    wrapped.key(Qt.Key.Key_V)
    assert hints[2:] == hints[:1]
    wrapped.window.shortcuts.give("show_cleaned", [])
    wrapped.window.menus.actions["show_cleaned"].trigger()
    assert hints[-1] == "This is the source; the View menu shows the text cleaned up."


def test_the_foot_says_as_long_as_it_is_so_that_the_text_is_cleaned_up(wrapped: Driver) -> None:
    status = wrapped.window.status

    def foot() -> str:
        return status.findChild(QLabel, "articleFacts").text()  # type: ignore[union-attr]

    assert foot().endswith("· written in Simplified")
    assert wrapped.session.clean_up(CHOSEN)
    assert foot().endswith("· written in Simplified · cleaned up")
    wrapped.key(Qt.Key.Key_V)
    assert foot().endswith("· written in Simplified")
    wrapped.key(Qt.Key.Key_V)
    assert "cleaned up; V" in status.currentMessage()
    wrapped.window.menus.actions["undo"].trigger()
    assert foot().endswith("· written in Simplified")
    assert "cleaned up; V" not in status.currentMessage()


def test_it_is_said_too_where_the_source_was_looked_at_before(cleaned: Driver) -> None:
    cleaned.key(Qt.Key.Key_V)
    cleaned.add(Article.from_text(f"又\n\n{TEXT}"))
    assert is_offered(cleaned)
    with cleaned.bot.waitSignal(cleaned.session.hinted) as told:
        cleaned.bot.mouseClick(cleaned.window.cleaner.bar.clean_button, Qt.MouseButton.LeftButton)
    assert told.args == ["This is the text cleaned up; V shows the source."]
    assert CLEAN in shown(cleaned)


def test_where_nothing_was_chosen_it_asks(wrapped: Driver) -> None:
    wrapped.key(Qt.Key.Key_V)
    (dialog,) = wrapped.window.findChildren(CleaningDialog)
    assert not checked(wrapped)
    dialog.accept()
    assert checked(wrapped)


def test_the_place_on_the_page_stays(driver: Driver) -> None:
    driver.add(Article.from_text(f"{TEXT}\n" * 8))
    driver.session.clean_up(CHOSEN)
    driver.surface.stand_with(4 * len(TEXT), 0.0)
    pages = driver.surface.pages
    assert pages is not None
    offset, y = pages.top_offset()
    for time in range(6):
        driver.key(Qt.Key.Key_V)
        (box,) = driver.surface.rects(Span(offset, offset + 1))
        assert 0 <= box.top() < driver.surface.typography.line
        if time % 2:
            assert pages.top_offset() == (offset, y)


def test_words_across_a_joined_line_are_converted_as_words(cleaned: Driver) -> None:
    cleaned.session.show_script(Script.TAIWAN)
    assert "簽約之後" in shown(cleaned)
    cleaned.key(Qt.Key.Key_C)
    end = TEXT.index("签\n约")
    (box,) = cleaned.surface.rects(Span(end, end + 1))
    word = cleaned.surface.source_at(box.center())
    assert word is not None
    assert word.source == Span(end, end + 3)
    assert (word.words, word.shown) == ("签约", "簽約")


def test_what_the_conversion_changed_is_marked_under_its_words(cleaned: Driver) -> None:
    cleaned.session.show_script(Script.TAIWAN)
    cleaned.key(Qt.Key.Key_C)
    theme = cleaned.window.theme
    image = cleaned.surface.viewport().grab().toImage()
    colours = {theme.change.lower(), theme.ambiguous.lower()}
    found = {}
    first = TEXT.index("外面签")
    for offset in (first, *(first + n for n in (2, 4, 5))):
        (box,) = cleaned.surface.rects(Span(offset, offset + 1))
        foot = round(box.bottom())
        pixels = {
            image.pixelColor(x, y).name()
            for y in range(foot - 3, foot + 1)
            for x in range(round(box.left()) + 3, round(box.right()) - 3)
        }
        found[TEXT[offset]] = bool(pixels & colours)
    assert found == {"外": False, "签": True, "约": True, "之": False}


def test_a_selection_across_a_joined_line_tags_the_whole_source(cleaned: Driver) -> None:
    span = Span(TEXT.index("志愿者们"), TEXT.index("推着小车") + 4)
    cleaned.drag(span)
    assert cleaned.surface.selection == span
    assert cleaned.surface.selected_text() == "志愿者们推着小车"
    cleaned.key(Qt.Key.Key_1)
    (tag,) = cleaned.workspace.annotations.values()
    assert tag.quote == "志愿者们\n推着小车"
    assert tag.span == span


def test_a_selection_in_a_caption_takes_what_is_left_out_within_and_not_beside(
    cleaned: Driver,
) -> None:
    start = TEXT.index(CAPTION)
    cleaned.drag(Span(start, start + 3))
    assert cleaned.surface.selection == Span(start, start + 3)
    cleaned.surface.select(Span(start, start + 12))
    assert cleaned.surface.selection == Span(start, start + 12)
    assert cleaned.surface.selected_text() == "送安康，服务到家"
    cleaned.surface.select_all()
    assert cleaned.surface.selected_text() == CLEAN


def test_a_caret_goes_over_what_is_left_out_in_one_step(cleaned: Driver) -> None:
    end = TEXT.index("\n")
    cleaned.surface.select(Span(end - 1, end - 1))
    cleaned.key(Qt.Key.Key_Right)
    cleaned.key(Qt.Key.Key_Right)
    assert cleaned.surface.caret == end + 2
    cleaned.key(Qt.Key.Key_Left)
    cleaned.key(Qt.Key.Key_Left)
    assert cleaned.surface.caret == end - 1
    cleaned.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    cleaned.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert cleaned.surface.selection == Span(end - 1, end + 2)


def test_sentences_go_on_across_joined_lines(cleaned: Driver) -> None:
    first = TEXT.index("志愿者们")
    cleaned.surface.select(Span(first, first))
    cleaned.window.commands.slot("extend_sentence_on")()
    assert cleaned.surface.selection == Span(first, TEXT.index("家家户户。") + 5)
    cleaned.window.commands.slot("clear_selection")()
    cleaned.surface.select(Span(first, first))
    cleaned.key(Qt.Key.Key_E)
    assert cleaned.surface.selection == Span(first, TEXT.index("，沿着"))
    caption = TEXT.index(CAPTION)
    cleaned.surface.select(Span(caption, caption))
    cleaned.key(Qt.Key.Key_E)
    assert cleaned.surface.selection == Span(caption, caption + 3)
    cleaned.key(Qt.Key.Key_V)
    cleaned.surface.select(Span(caption, caption))
    cleaned.key(Qt.Key.Key_E)
    assert cleaned.surface.selection == Span(caption, caption + 6)


# Tags on what is left out


def washed(driver: Driver, offset: int) -> bool:
    """Return whether a character has a ground of its own."""
    driver.surface.clear_selection()
    (box,) = driver.surface.rects(Span(offset, offset + 1))
    image = driver.surface.viewport().grab().toImage()
    corner = (box.topLeft() + QPointF(6, 1)).toPoint() * image.devicePixelRatio()
    return image.pixelColor(corner).name() != driver.window.theme.paper.lower()


def test_a_tag_on_words_left_out_is_shown_on_those_they_repeat(cleaned: Driver) -> None:
    start = TEXT.index(CAPTION)
    made = editing.tag(cleaned.workspace, cleaned.article.id, Span(start + 4, start + 6), "metric")
    cleaned.session.apply(made)
    (tag,) = cleaned.workspace.annotations.values()
    assert [washed(cleaned, start + n) for n in range(3)] == [False, True, True]
    assert len(cleaned.surface.rects(tag.span)) == 1
    cleaned.click(start + 1)
    assert cleaned.session.annotation == tag
    cleaned.surface.reveal(tag.span)
    view = cleaned.session.view()
    assert view is not None
    assert view.text_of(tag.span) == "安康"
    cleaned.key(Qt.Key.Key_V)
    assert [washed(cleaned, start + n) for n in (1, 4)] == [False, True]


def test_a_tag_partly_left_out_is_shown_on_what_remains(cleaned: Driver) -> None:
    start = TEXT.index(CAPTION)
    span = Span(start + 1, start + 7)
    cleaned.session.apply(editing.tag(cleaned.workspace, cleaned.article.id, span, "metric"))
    assert [washed(cleaned, n) for n in (start, start + 1, start + 2, start + 6)] == [
        False,
        True,
        True,
        True,
    ]
    (tag,) = cleaned.workspace.annotations.values()
    assert tag.quote == span.of(TEXT)


# Finding and going


def test_words_are_found_as_they_are_read(cleaned: Driver) -> None:
    cleaned.window.open_find("送安康，服务")
    start = TEXT.index(CAPTION)
    cleaned.bot.waitUntil(lambda: cleaned.surface.matches[0] != ())
    assert list(cleaned.surface.matches[0]) == [Span(start, start + 10)]
    cleaned.window.menus.actions["show_cleaned"].trigger()
    cleaned.bot.waitUntil(lambda: not cleaned.surface.matches[0])


def test_a_script_is_searched_in_the_cleaned_text_too(cleaned: Driver) -> None:
    cleaned.session.show_script(Script.TAIWAN)
    cleaned.window.open_find("簽約之後")
    cleaned.bot.waitUntil(lambda: len(cleaned.surface.matches[0]) == 2)
    first = TEXT.index("签\n约")
    assert cleaned.surface.matches[0][0] == Span(first, first + 5)


def test_paragraphs_are_counted_as_they_are_read(cleaned: Driver) -> None:
    cleaned.window.menus.actions["go_to"].trigger()
    (overlay,) = cleaned.window.findChildren(GoTo)
    overlay.field.setText("¶2")
    cleaned.bot.keyClick(overlay.field, Qt.Key.Key_Return)
    assert cleaned.surface.caret == TEXT.index(CAPTION)


# Beside, and read aloud


def test_the_original_beside_is_cleaned_up_too(cleaned: Driver) -> None:
    cleaned.session.show_script(Script.TAIWAN)
    cleaned.key(Qt.Key.Key_P)
    original = cleaned.window.parallel.original
    assert original.pages is not None
    assert original.pages.view.whole().text == CLEAN
    cleaned.key(Qt.Key.Key_V)
    assert original.pages.view.whole().text == TEXT
    cleaned.key(Qt.Key.Key_V)
    assert original.pages.view.whole().text == CLEAN


def test_a_screen_reader_is_told_the_cleaned_text(cleaned: Driver) -> None:
    pages = cleaned.surface.pages
    assert pages is not None
    extract = Extract(pages, 0)
    assert extract.text == CLEAN
    place = CLEAN.index("推着")
    assert extract.source(place - 2, place + 2) == Span(TEXT.index("者们"), TEXT.index("推着") + 2)
    assert extract.unit(TEXT.index("推着")) == place


def test_another_article_is_read_as_it_is(cleaned: Driver) -> None:
    cleaned.window.menus.actions["next_article"].trigger()
    assert shown(cleaned) == PLAIN
    assert not checked(cleaned)
    view = cleaned.session.view(cleaned.workspace.articles[Article.from_text(TEXT).id])
    assert view is not None
    assert not isinstance(view, CleanedView), "only the article shown is worth the work"
    cleaned.window.menus.actions["previous_article"].trigger()
    assert shown(cleaned) == CLEAN


def test_what_others_choose_is_shown(cleaned: Driver, tmp_path: Path) -> None:
    folder = cleaned.workspace.folder
    with Workspace.open(folder, author="李", state=tmp_path / "li") as other:
        other.apply(clean_up(other, cleaned.article.id, CleaningChoice(frozenset(["captions"]))))
    cleaned.workspace.take(cleaned.workspace.look())
    assert shown(cleaned) == TEXT.replace(CAPTION, "送安康，服务到家。")


def test_the_history_says_what_was_cleaned_up(cleaned: Driver) -> None:
    cleaned.session.clean_up(CleaningChoice())
    cleaned.window.menus.actions["show_history"].trigger()
    settled(cleaned)
    go(cleaned, 0)
    before, after = cleaned.window.history.details.text.split("\n→ ")
    assert before.endswith("cleaned up: Captions once, Join lines")
    assert after.endswith("not cleaned up")


def test_a_correction_is_of_the_words_as_they_are_read(cleaned: Driver) -> None:
    end = TEXT.index("签\n约")
    cleaned.session.show_script(Script.TAIWAN)
    cleaned.surface.select(Span(end, end + 3))
    assert cleaned.window.word_to_correct() == ("签约", "簽約")
    start = TEXT.index(CAPTION)
    cleaned.surface.select(Span(start, start + 10))
    assert cleaned.window.word_to_correct()[0] == "送安康，服务"


ALPHABET = ["互联网", "签约", "𠮷", "\n", "。", "，", "“", " ", "12", "甲", "乙"]


@pytest.mark.parametrize("seed", range(25))
def test_every_place_of_any_cleaned_text_is_reached_by_a_caret(seed: int, qapp: object) -> None:
    assert qapp
    chance = random.Random(seed)
    source = "".join(chance.choice(ALPHABET) for _ in range(chance.randint(1, 40)))
    whole = len(source)
    starts = [chance.randint(0, whole) for _ in range(chance.randint(0, 6))]
    gaps = [Span(start, min(whole, start + chance.randint(0, 5))) for start in starts]
    view = CleanedView(Cleaned(source, gaps), chance.choice([None, "s2twp"]))
    pages = Pages(view, Typography(("Noto Serif CJK SC",)), chance.choice([90.0, 700.0]), 600.0)
    for direction, offset, last in ((1, 0, whole), (-1, whole, 0)):
        for _step in range(whole + 3):
            following = step(pages, offset, direction)
            if following == last == offset:
                break
            assert (following - offset) * direction > 0
            offset = following
        assert offset == last
    for offset in range(whole + 1):
        span = pages.layout_of(offset).span
        assert span.start <= offset <= span.end
        assert pages.caret(offset) is not None


@pytest.mark.shared
def test_every_gold_tag_of_the_hard_wrapped_article_stays_on_its_words(
    driver: Driver, shared: Path
) -> None:
    article = import_file(shared / "articles" / "001.txt")
    lines = (shared / "gold" / "001.jsonl").read_text("utf-8").splitlines()
    driver.add(article)
    driver.session.apply(gold_operation(driver.workspace, article, lines))
    before = {tag.id: tag.span for tag in driver.workspace.annotations.values()}
    assert is_offered(driver)
    driver.bot.mouseClick(driver.window.cleaner.bar.clean_button, Qt.MouseButton.LeftButton)
    for script in (Script.ORIGINAL, Script.TAIWAN):
        driver.session.show_script(script)
        for tag in driver.workspace.annotations.values():
            assert tag.span == before[tag.id]
            assert tag.span.of(article.text) == tag.quote
            driver.surface.reveal(tag.span)
            assert driver.surface.rects(tag.span)
            driver.drag(tag.span)
            assert driver.surface.selection == tag.span
            words = tag.quote.replace("\n", "")
            if script is Script.ORIGINAL:
                assert driver.surface.selected_text() == words
    assert len(before) == len(lines)


def test_the_same_choice_gives_the_same_text(cleaned: Driver) -> None:
    def made() -> Cleaned | None:
        details = cleaned.workspace.details(cleaned.article.id)
        return cleaned.session.cleaning.cleaned(cleaned.article, details)

    assert made() is made()
