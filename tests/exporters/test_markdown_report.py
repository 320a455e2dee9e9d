"""The Markdown report reads back as the texts that it shows, whatever these hold."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exporters.export import ExportArticle, ExportOptions, select
from reader.exporters.markdown_report import MARKDOWN_REPORT, escaped
from reader.text.article import Article
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree import ElementTree

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]


def rendered(export: Export) -> ElementTree.Element:
    text = b"".join(MARKDOWN_REPORT.pieces(export)).decode("utf-8")
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    root: ElementTree.Element = html5lib.parse(page, namespaceHTMLElements=False)
    return root


def words(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def paragraphs(root: ElementTree.Element) -> list[str]:
    return [words(one) for one in root.iter("p")]


def tables(root: ElementTree.Element) -> list[list[list[str]]]:
    return [
        [[words(cell) for cell in line] for line in table.iter("tr")]
        for table in root.iter("table")
    ]


def test_tags_stand_in_brackets_with_their_numbers_even_where_they_overlap(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = select([
        make_row(network, "62场互联网", id="a", kind="programme"),
        make_row(network, "互联网讲座，", id="b", kind="honour"),
        make_row(network, "62场", id="c", attributes={"value": 62}, note="一\n二|三"),
    ])  # fmt: skip
    root = rendered(make_export(*rows, options=ExportOptions(Script.HONG_KONG)))
    assert paragraphs(root) == [
        "Tags: 3 · Articles: 1 · 2026-11-22",
        "社區講座",
        "街道辦了⟦⟦62場⟧²⟦互聯網⟧¹講座，⟧³老人發展興趣。",
    ]
    metric, programme, _ = tables(root)
    assert metric == [
        ["", "Quote", "Hong Kong 香港", "Value", "Note", "Author", "Article"],
        ["2", "62场", "62場", "62", "一↵二|三", "lin", "社区讲座"],
    ]
    assert programme[1][1] == "62场互联网"
    assert [words(one) for one in root.iter("h2")] == [
        "社区讲座", "Metric (1)", "Programme (1)", "Honour (1)",
    ]  # fmt: skip


def test_articles_without_tags_are_there_and_what_is_known_of_them(
    make_export: MakeExport,
) -> None:
    article = Article.from_text("# 一\r\n\r\n    二\n　　三\n- 四\n1. 五\n---\n===\n+六\n")
    known = {"source": "*晚报*", "url": "https://a.example/_x_"}
    given_ = (ExportArticle(article, "[空](x)", article.script, known),)
    root = rendered(make_export(articles=given_))
    assert [words(one) for one in root.iter("h2")] == ["[空](x)"]
    assert paragraphs(root)[1:] == [
        "*晚报* · https://a.example/_x_",
        *["# 一", "    二", "　　三", "- 四", "1. 五", "---", "===", "+六"],
    ]


@pytest.mark.parametrize(
    "text", ["<script>x()</script>", "&amp;", "a\0\x07b", "\udcff", "x\\|y", "😀"]
)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    shown = "".join(chr(0x2400 + ord(one)) if ord(one) < 32 else one for one in text)
    shown = shown.encode("utf-8", "backslashreplace").decode()
    page = MarkdownIt("commonmark").render(escaped(text))
    assert html.unescape(re.sub("^<p>|</p>\n$", "", page)) == shown


marks = st.text("甲a1 \t　#*_`~|[]()<>&!\\-+=.:;'\"$^@{}/？“", max_size=12)


@settings(max_examples=300)
@given(marks)
def test_no_marks_are_more_than_text(text: str) -> None:
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escaped(text))
    assert html.unescape(re.sub("^<p>|</p>\n$", "", page)) == text


@settings(max_examples=60)
@given(marks, marks)
def test_a_table_keeps_its_cells(
    make_row: MakeRow, make_export: MakeExport, network: Article, note: str, author: str
) -> None:
    row = replace(make_row(network, "62场", note=note, author=author), title="题")
    cells = tables(rendered(make_export(row)))[0][1]
    assert cells == ["1", "62场", note, author, "题"]
