"""The real articles and their gold tags, which are not in the repository."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from reader.annotation.anchor import Anchor
from reader.text.article import Article
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.cleanup import CleanupKind
from reader.text.cleaning.propose import propose
from reader.text.conversion import IDENTITY_CONFIGS, REGIONAL_CONFIGS
from reader.text.folding import fold
from reader.text.paragraphs import Paragraphs
from reader.text.script import Script, SourceScript, config_for
from reader.text.search import search_pattern
from reader.text.span import Span
from reader.text.view import ScriptView
from tests.text.opencc_replay import replay
from tests.text.strategies import plain

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.shared

SCRIPTS = {
    "000": SourceScript.SIMPLIFIED,
    "001": SourceScript.SIMPLIFIED,
    "003": SourceScript.MIXED,
}
CONFIGS = IDENTITY_CONFIGS + REGIONAL_CONFIGS
# 001 is a hard-wrapped column.
WRAP = re.compile("(?<=[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff])")


def bare(text: str) -> str:
    """Return a text without its line ends."""
    return text.replace("\n", "")


@pytest.fixture(params=sorted(SCRIPTS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def text(shared: Path, name: str) -> str:
    return (shared / "articles" / f"{name}.txt").read_bytes().decode("utf-8")


@pytest.fixture
def gold(shared: Path, name: str) -> list[tuple[Span, str]]:
    lines = (shared / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    tags = [json.loads(line) for line in lines]
    assert len(tags) > 20
    return [(Span(tag["start"], tag["end"]), tag["quote"]) for tag in tags]


def test_the_script_is_told(name: str, text: str) -> None:
    article = Article.from_text(text)
    assert article.script is SCRIPTS[name]
    assert article.title


def test_every_gold_tag_is_an_anchor_that_holds(text: str, gold: list[tuple[Span, str]]) -> None:
    for span, quote in gold:
        anchor = Anchor.at(text, span)
        assert anchor.quote == quote
        assert anchor.holds_in(text)
        assert (anchor.prefix + anchor.quote + anchor.suffix) in text


@pytest.mark.parametrize("config", IDENTITY_CONFIGS)
def test_every_gold_tag_comes_back_exactly_where_lengths_are_kept(
    name: str, config: str, text: str, gold: list[tuple[Span, str]]
) -> None:
    shown = ScriptView(text, config)
    whole = shown.whole()
    # In a hard-wrapped column words are converted across its line ends.
    assert bare(whole.text) == bare(plain(config, WRAP.sub("", text) if name == "001" else text))
    for span, quote in gold:
        view = whole.alignment.to_view(span)
        assert view == span
        assert whole.alignment.to_source(view) == span
        assert shown.text_of(span) == view.of(whole.text)
        assert fold(view.of(whole.text)) == fold(quote)


@pytest.mark.parametrize("config", REGIONAL_CONFIGS)
def test_every_gold_tag_comes_back_with_its_whole_words_where_they_change(
    name: str, config: str, text: str, gold: list[tuple[Span, str]]
) -> None:
    shown = ScriptView(text, config)
    whole = shown.whole()
    if name == "001":
        converted, _blocks = replay(config).convert(WRAP.sub("", text))
        assert bare(whole.text) == bare(converted)
    else:
        converted, blocks = replay(config).convert(text)
        assert whole.text == converted
        assert [block.as_list() for block in whole.alignment.blocks] == blocks
    for span, _ in gold:
        back = whole.alignment.to_source(whole.alignment.to_view(span))
        assert back.contains(span)
        assert back == whole.alignment.snapped(back)
        cut = [block for block in whole.alignment.blocks if block.source.overlaps(span)]
        assert back == span or cut
        assert shown.slice(span).span == back


@pytest.mark.parametrize("script", Script)
def test_every_gold_tag_comes_back_exactly_in_every_script_that_is_offered(
    script: Script, text: str, gold: list[tuple[Span, str]]
) -> None:
    article = Article.from_text(text)
    shown = ScriptView(text, config_for(article.script, script))
    for span, _ in gold:
        part = shown.slice(span)
        assert part.span == span
        assert part.alignment.to_source(Span(0, len(part.text))) == Span(0, len(span))


@pytest.mark.parametrize("config", CONFIGS)
def test_the_paragraphs_one_by_one_are_the_whole(config: str, text: str) -> None:
    shown = ScriptView(text, config)
    whole = shown.whole()
    for paragraph in Paragraphs(text):
        assert shown.slice(paragraph).span == paragraph
        assert shown.text_of(paragraph) == whole.alignment.to_view(paragraph).of(whole.text)


def test_every_gold_tag_is_found_by_its_words_in_either_script(
    text: str, gold: list[tuple[Span, str]]
) -> None:
    for span, quote in gold:
        for query in (quote, plain("s2t", quote), plain("t2s", quote)):
            found = [match.span() for match in search_pattern(query).finditer(text)]
            assert (span.start, span.end) in found


def test_the_hard_wrapped_article_reads_as_paragraphs_with_every_tag_on_its_words(
    text: str, name: str, gold: list[tuple[Span, str]]
) -> None:
    found = propose(text)
    cleaned = Cleaned.of(text, found)
    kinds = {kind: sum(1 for one in found if one.kind is kind) for kind in CleanupKind}
    if name != "001":
        assert cleaned.changes_nothing, "no false alarm on a text that is as it should be"
    else:
        assert kinds[CleanupKind.LINES] > 240
        assert kinds[CleanupKind.CAPTIONS] == 6
        assert kinds[CleanupKind.HEADINGS] == 1
        assert kinds[CleanupKind.SPACES] == 2
        lines = [line for line in cleaned.text.split("\n") if line.strip()]
        unfinished = [line for line in lines if line[-1] not in "。！”）"]
        assert len(unfinished) == 2, "the heading and the byline"
        assert not re.search(r"([，。、《》“”（）])\1", cleaned.text)
    for span, quote in gold:
        left = quote.replace("\n", "") if name == "001" else quote
        assert cleaned.to_cleaned(span).of(cleaned.text) == left
        assert cleaned.to_source(cleaned.to_cleaned(span)) == span
        assert span.of(text) == quote
