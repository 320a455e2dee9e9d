"""spaCy reads the DocBin: every tag is on its words, whatever characters stand before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from reader.exporters.docbin import DOCBIN, GROUP
from reader.exporters.export import ExportArticle
from reader.exporters.exporter import Table
from reader.text.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]


@pytest.fixture(scope="module")
def read() -> Callable[[Export], list[Doc]]:
    vocab = spacy.blank("zh").vocab

    def of(export: Export) -> list[Doc]:
        found = DocBin().from_bytes(b"".join(DOCBIN.pieces(export)))
        return list(found.get_docs(vocab))

    return of


def test_every_tag_is_a_span_and_those_that_do_not_overlap_are_entities(
    make_row: MakeRow, make_export: MakeExport, network: Article, read: Callable[..., list[Doc]]
) -> None:
    rows = [
        make_row(network, "62场互联网", id="a", kind="programme"),
        make_row(network, "62场", id="b", attributes={"value": 62}, note="注意"),
        make_row(network, "老人", id="c"),
    ]
    (document,) = read(make_export(*rows))
    assert document.text == network.text
    spans = [(one.id_, one.label_, one.text) for one in document.spans[GROUP]]
    assert spans == [
        ("a", "programme", "62场互联网"), ("b", "metric", "62场"), ("c", "metric", "老人"),
    ]  # fmt: skip
    assert [one.text for one in document.ents] == ["62场互联网", "老人"]
    assert [one.label_ for one in document.ents] == ["programme", "metric"]
    tags = document.user_data[GROUP]
    assert [tag["id"] for tag in tags] == ["a", "b", "c"]
    assert (tags[1]["attributes"], tags[1]["note"]) == ({"value": 62}, "注意")


def test_articles_without_tags_and_what_is_known_of_them_are_there(
    make_row: MakeRow, make_export: MakeExport, network: Article, read: Callable[..., list[Doc]]
) -> None:
    empty = Article.from_text("没有标记")
    given_ = (ExportArticle(empty, "空", empty.script, {"source": "晚报"}),)
    first, second = read(make_export(make_row(network, "62场"), articles=given_))
    assert first.user_data["article"] == {
        "id": empty.id, "title": "空", "script": "zh-Hans", "source": "晚报",
    }  # fmt: skip
    assert len(first.spans[GROUP]) == 0
    assert second.text == network.text


letters = st.sampled_from("甲𠮷 \t\r\n\u3000\u2028\0a1“。e\u0301")


@settings(max_examples=40)
@given(before=st.text(letters, max_size=8), words=st.text(letters, min_size=1, max_size=5))
def test_a_token_is_a_character_whatever_it_is(
    make_row: MakeRow, make_export: MakeExport, read: Callable[..., list[Doc]],
    before: str, words: str,
) -> None:  # fmt: skip
    article = Article.from_text(before + words + "尾")
    row = make_row(article, words)
    (document,) = read(make_export(row))
    (span,) = document.spans[GROUP]
    assert document.text == article.text
    assert (span.start, span.end) == (row.annotation.span.start, row.annotation.span.end)
    assert (span.start_char, span.end_char) == (span.start, span.end)
    assert span.text == words


def test_what_messagepack_does_not_hold_is_shown_in_another_way(
    make_row: MakeRow, make_export: MakeExport, network: Article, read: Callable[..., list[Doc]]
) -> None:
    row = make_row(
        network, "62场", kind="\udcff", attributes={"a": 2**70, "b": -9.5}, note="\ud800"
    )
    (document,) = read(make_export(replace(row, title="\udc00")))
    assert document.user_data["article"]["title"] == r"\udc00"
    tag = document.user_data[GROUP][0]
    assert tag["attributes"] == {"a": str(2**70), "b": -9.5}
    assert tag["note"] == r"\ud800"
    assert document.spans[GROUP][0].label_ == r"\udcff"


def test_it_can_be_stopped_between_two_articles(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    other = Article.from_text("另一篇文章")
    pieces = DOCBIN.pieces(make_export(make_row(network, "62场"), make_row(other, "文章")))
    assert [next(pieces), next(pieces)] == [b"", b""]
    assert next(pieces)
    assert list(pieces) == []


def test_the_beginning_is_shown_as_a_table(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    shown = DOCBIN.beginning(make_export(make_row(network, "62场")))
    assert shown == Table(
        ("doc", "start", "end", "text", "label_"), (("社区讲座", "9", "12", "62场", "metric"),)
    )
