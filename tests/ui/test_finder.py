"""Finding words as they were written and as they are shown, in a real window."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.text.article import Article
from reader.text.script import Script
from reader.text.search import search_pattern
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui import finder as finding
from reader.ui.finder import Search
from reader.ui.tasks import Progress

if TYPE_CHECKING:
    from reader.text.glossary import Corrections
    from tests.ui.driving import Driver

_WORDS = "人人都用互联网和软件，网上的网络读者凭借网络阅读。"
_LONG = "\n".join(f"第{number}段。{_WORDS * 3}" for number in range(300))


def find(driver: Driver, words: str) -> list[str]:
    """Look for words and return what was found, as it stands in the source."""
    bar = driver.window.find_bar
    if not bar.isVisible():
        driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar.open_with(words)
    settle(driver)
    return [span.of(driver.article.text) for span in driver.window.finder.matches]


def find_all(words: str, text: str) -> list[Span]:
    """Return what is found in the whole at once."""
    return [Span(*match.span()) for match in search_pattern(words).finditer(text)]


def settle(driver: Driver) -> None:
    """Wait until the search is over."""
    driver.bot.waitUntil(lambda: driver.window.finder._search is None, timeout=20_000)


def show(driver: Driver, script: Script, *, regional: bool = True) -> None:
    """Show the article in a script."""
    driver.session.show_regional(on=regional)
    driver.session.show_script(script)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("网际网路", ["互联网"]),
        ("網際網路", ["互联网"]),
        ("互联网", ["互联网"]),
        ("互聯網", ["互联网"]),
        ("软体", ["软件"]),
        ("軟件", ["软件"]),
        ("网路", ["互联网", "网络", "网络"]),
        ("网络", ["网络", "网络"]),
        ("際", ["互联网"]),
        # Each place once: of a replaced word every part is the word.
        ("网", ["互联网", "网", "网", "网"]),
        ("用網際網路和軟體", ["用互联网和软件"]),
        # Where the word shown begins and ends, the word written does.
        ("路和", ["互联网和"]),
        ("联网", ["联网"]),
        ("電腦", []),
    ],
)
def test_words_are_found_as_they_are_shown_and_as_they_were_written(
    driver: Driver, words: str, found: list[str]
) -> None:
    driver.add(Article.from_text(_WORDS))
    show(driver, Script.TAIWAN)
    assert find(driver, words) == found
    said = f"1 of {len(found)}" if found else "No matches"
    assert driver.window.find_bar.count_text == said


def test_the_whole_word_is_found_where_what_was_written_begins_alike(driver: Driver) -> None:
    driver.add(Article.from_text("一个控件。"))
    show(driver, Script.TAIWAN)
    assert find(driver, "控") == ["控件"]


def test_a_replaced_word_is_marked_and_selected_whole(driver: Driver) -> None:
    driver.add(Article.from_text(_WORDS))
    show(driver, Script.TAIWAN)
    assert find(driver, "際網") == ["互联网"]
    block = driver.find("互联网")
    (rect,) = driver.surface.rects(block)
    image = driver.surface.viewport().grab().toImage()
    colour = driver.window.theme.current_match
    for share in (0.02, 0.3, 0.7, 0.96):
        x = round(rect.left() + rect.width() * share)
        assert image.pixelColor(x, round(rect.top()) + 1).name() == colour
    driver.key(Qt.Key.Key_F3)
    assert driver.session.passage == block
    driver.key("1")
    assert driver.session.annotation is not None
    assert driver.session.annotation.quote == "互联网"


def test_a_word_that_another_script_writes_with_other_characters_is_found(driver: Driver) -> None:
    driver.add(Article.from_text(_WORDS))
    assert find(driver, "憑藉") == []
    show(driver, Script.TRADITIONAL, regional=False)
    settle(driver)
    assert find(driver, "憑藉") == ["凭借"]


def test_a_corrected_word_is_found_as_it_is_shown(driver: Driver) -> None:
    driver.add(Article.from_text("书屋的灯亮了，灯下有人。"))
    show(driver, Script.TAIWAN, regional=False)
    assert find(driver, "燈火明") == []
    assert driver.session.glossaries.correct("灯亮", "燈火明亮", [Script.TAIWAN])
    settle(driver)
    assert [span.of(driver.article.text) for span in driver.window.finder.matches] == ["灯亮"]
    driver.session.undo()
    settle(driver)
    assert driver.window.finder.matches == []


def test_another_script_is_searched_anew_and_the_reader_stays_where_he_is(driver: Driver) -> None:
    driver.add(Article.from_text(_LONG))
    show(driver, Script.TAIWAN)
    assert find(driver, "網際網路") == ["互联网"] * 900
    for _ in range(2):
        driver.key(Qt.Key.Key_F3)
    assert driver.window.find_bar.count_text == "3 of 900"
    end = Span(len(_LONG) - 1, len(_LONG))
    driver.surface.reveal(end)
    assert driver.surface.pages is not None
    place = driver.surface.pages.place.paragraph
    show(driver, Script.HONG_KONG)
    settle(driver)
    assert driver.window.find_bar.count_text == "No matches"
    assert driver.surface.pages.place.paragraph == place
    show(driver, Script.TAIWAN)
    settle(driver)
    assert driver.window.find_bar.count_text.endswith("of 900")
    assert driver.surface.pages.place.paragraph == place
    # What is found under both keeps the reader's match.
    assert find(driver, "网络") == ["网络"] * 1800
    driver.key(Qt.Key.Key_F3)
    driver.surface.clear_selection()
    said = driver.window.find_bar.count_text
    driver.surface.reveal(Span(0, 0))
    show(driver, Script.SIMPLIFIED)
    settle(driver)
    assert driver.window.find_bar.count_text == said
    assert driver.surface.pages.place.paragraph == 0


def test_words_asked_for_just_before_a_switch_are_gone_to(driver: Driver) -> None:
    driver.add(Article.from_text("无。\n" * 500 + _WORDS))
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.window.find_bar.open_with("軟體")
    show(driver, Script.TAIWAN)
    settle(driver)
    assert driver.surface.rects(driver.find("软件"))


def test_another_article_has_other_matches_from_the_first_moment(driver: Driver) -> None:
    first, second = Article.from_text(_LONG), Article.from_text("一部软件。")
    driver.add(first, second)
    show(driver, Script.TAIWAN)
    assert len(find(driver, "軟體")) == 900
    driver.session.show_article(second.id)
    driver.window.finder.step(1)
    assert driver.session.passage == Span(0, 0)
    settle(driver)
    assert driver.window.finder.matches == [Span(2, 4)]


def test_closing_the_bar_gives_up_a_search_under_way(driver: Driver) -> None:
    driver.add(Article.from_text(_LONG))
    show(driver, Script.TAIWAN)
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.window.find_bar.open_with("軟體")
    driver.window.find_bar.close_bar()
    driver.bot.wait(300)
    assert driver.window.finder.matches == []
    assert driver.surface.matches == ([], None)


def test_what_is_found_after_the_bar_was_closed_is_not_shown(driver: Driver) -> None:
    driver.add(Article.from_text(_LONG))
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.window.find_bar.open_with("软件")
    driver.window._tasks._pool.waitForDone()
    driver.window.find_bar.close_bar()
    driver.bot.wait(50)
    assert driver.surface.matches == ([], None)


def test_the_text_is_converted_once_for_all_that_is_looked_for_in_it(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.add(Article.from_text(_LONG))
    show(driver, Script.TAIWAN)
    made: list[str | None] = []

    def counted(source: str, config: str | None, corrections: Corrections) -> ScriptView:
        made.append(config)
        return ScriptView(source, config, corrections)

    monkeypatch.setattr(finding, "ScriptView", counted)
    for words in ("软", "软体", "网路", "软件"):
        find(driver, words)
    assert made == ["s2twp"]
    show(driver, Script.ORIGINAL)
    settle(driver)
    assert made == ["s2twp"]


@pytest.mark.parametrize("script", list(Script))
@pytest.mark.parametrize(
    "words", ["哈哈", "网", "网路", "路", "用互", "網際網路和", "人人", "，网", "段。人"]
)
def test_stretches_find_what_the_whole_finds(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, script: Script, words: str
) -> None:
    driver.add(Article.from_text("哈哈哈哈哈" * 40 + _LONG[:9000]))
    show(driver, script)
    view = driver.session.view()
    assert view is not None
    whole = view.whole()
    seen = [whole.alignment.to_source(span) for span in find_all(words, whole.text)]
    wanted: list[Span] = []
    for span in sorted(
        {*seen, *find_all(words, view.source)}, key=lambda one: (one.start, -one.end)
    ):
        if not wanted or span.start >= wanted[-1].end:
            wanted.append(span)
    numbers = random.Random(len(words))
    for _ in range(5):
        monkeypatch.setattr(finding, "_STRETCH", numbers.randint(1, 400))
        monkeypatch.setattr(finding, "_CONVERTED", numbers.randint(1, 5000))
        assert Search(view, words, None).run(Progress()).matches == wanted


def test_a_search_given_up_stops_at_the_next_stretch(driver: Driver) -> None:
    driver.add(Article.from_text(_LONG))
    show(driver, Script.TAIWAN)
    view = driver.session.view()
    assert view is not None
    progress = Progress()
    progress.cancel()
    found = Search(view, "网", None).run(progress)
    assert (found.matches, found.shown) == ([], None)
