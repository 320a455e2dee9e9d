"""The HTML report holds the articles as they are, asks for nothing, and runs nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.colours import TEXT, contrast
from reader.annotation.tag_set import DEFAULT_TAG_SET, TagKind, TagSet
from reader.exporters.export import ExportArticle, ExportOptions, select
from reader.exporters.exporter import Table
from reader.exporters.html_report import HTML_REPORT
from reader.exporters.html_style import pair, style
from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree import ElementTree

    from reader.exporters.export import Export, ExportRow

    Element = ElementTree.Element
    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]


def written(export: Export) -> str:
    return b"".join(HTML_REPORT.pieces(export)).decode("utf-8")


def parsed(export: Export) -> Element:
    """Read with a parser that refuses whatever the HTML standard calls an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(written(export))
    return root


def words(element: Element) -> str:
    return "".join(element.itertext())


def text_of(root: Element, place: int = 1) -> Element:
    found = root.find(f".//article[@id='a{place}']/div")
    assert found is not None
    return found


def tagged(root: Element, number: int) -> str:
    """Return the words of a tag: those of all marks that say its number."""
    return "".join(
        words(one) for one in root.iter("mark") if one.get("title", "").startswith(f"{number} ")
    )


def tables(root: Element) -> list[list[list[str]]]:
    return [
        [[words(cell) for cell in line] for line in table.iter("tr")]
        for table in root.iter("table")
    ]


def test_the_text_is_whole_and_every_tag_on_its_words(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = select([
        make_row(network, "62场互联网", id="a", kind="programme"),
        make_row(network, "互联网讲座，", id="b", kind="honour"),
        make_row(network, "62场", id="c", attributes={"value": 62, "bound": "exact"}, note="注意"),
        make_row(network, "场互联", id="d", kind="gone"),
    ])  # fmt: skip
    root = parsed(make_export(*rows))
    assert words(text_of(root)) == network.text
    quotes = {number: tagged(root, number) for number in range(1, 5)}
    assert quotes == {1: "62场互联网", 2: "62场", 3: "场互联", 4: "互联网讲座，"}
    (first,) = [one for one in root.iter("mark") if one.get("data-n") == "2"]
    assert first.get("id") == "t2"
    assert first.get("title") == "2 Metric\nValue: 62\nBound: exact\n注意"
    lanes = {one.get("class", "")[-2:] for one in text_of(root).iter("mark")}
    assert lanes == {"l0", "l1", "l2"}
    assert text_of(root).get("class") == "text d2"


def test_each_kind_has_a_table_that_leads_to_its_tags(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = select([
        make_row(network, "62场", id="a", attributes={"value": 62, "odd": "奇"}, note="一\n二"),
        make_row(network, "讲座", id="b", kind="programme"),
    ])  # fmt: skip
    root = parsed(make_export(*rows, options=ExportOptions(Script.TAIWAN)))
    metric, programme = tables(root)
    assert metric == [
        ["", "Quote", "Taiwan 臺灣", "Value", "odd", "Note", "Author", "Article"],
        ["2", "62场", "62場", "62", "奇", "一\n二", "lin", "社区讲座"],
    ]
    assert programme[1] == ["1", "讲座", "講座", "", "lin", "社区讲座"]
    places = {one.get("id") for one in root.iter() if one.get("id")}
    links = [one.get("href", "") for one in root.iter("a")]
    assert links == ["#a1", "#t2", "#t1"]
    assert {link[1:] for link in links} <= places


def test_the_text_is_shown_in_the_script_chosen(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [make_row(network, "62场互联", id="a")]
    options = ExportOptions(Script.TAIWAN, regional=True)
    root = parsed(make_export(*rows, options=options))
    assert words(text_of(root)) == "社群講座\n街道辦了62場網際網路講座，老人發展興趣。\n"
    assert tagged(root, 1) == "62場網際網路"
    article = root.find(".//article")
    assert article is not None
    assert article.get("lang") == "zh-Hant-TW"


def test_articles_without_tags_are_there_and_what_is_known_of_them(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    empty = Article.from_text("plain words")
    known = {"source": "晚报", "url": "https://a.example/?a=1&b=<2>"}
    given_ = (ExportArticle(empty, "<空>", empty.script, known),)
    root = parsed(make_export(make_row(network, "62场"), articles=given_))
    first, second = root.iter("article")
    assert words(first[0]) == "<空>"
    assert words(first[1]) == "晚报 · https://a.example/?a=1&b=<2>"
    assert (first.get("lang"), second.get("lang")) == ("zh", "zh-Hans")
    assert words(text_of(root, 2)) == network.text
    header = root.find(".//header/p")
    assert header is not None
    assert words(header) == "Tags: 1 · Articles: 2 · 2026-11-22"


HOSTILE = "</mark></div><script>x()</script>\"'><img src=//a.example onerror=x()>&amp;&#1;]]><!--"


def test_nothing_of_a_text_is_more_than_text(make_row: MakeRow, make_export: MakeExport) -> None:
    article = Article.from_text(f"甲{HOSTILE}乙")
    row = make_row(
        article, HOSTILE, id=HOSTILE, kind=HOSTILE, note=HOSTILE, author=HOSTILE,
        attributes={HOSTILE: HOSTILE},
    )  # fmt: skip
    row = replace(row, title=HOSTILE, metadata={"url": HOSTILE})
    tag_set = TagSet((TagKind(HOSTILE, HOSTILE, HOSTILE, HOSTILE),))
    root = parsed(make_export(row, tag_set=tag_set))
    assert words(text_of(root)) == article.text
    elements = "html head meta title style body header h1 p ul li mark nav ol a main article h2 div"
    elements += " section table thead tbody tr th td"
    assert {one.tag for one in root.iter()} == set(elements.split())
    assert not any("a.example" in one.get("href", "") for one in root.iter("a"))
    assert HOSTILE in tables(root)[0][1]


def test_the_page_asks_for_nothing_and_its_policy_says_so(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    page = written(make_export(make_row(network, "62场")))
    assert "//" not in page.replace("<!DOCTYPE", "")
    assert "@import" not in page
    assert "url(" not in page
    sheet = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert sheet is not None
    digest = base64.b64encode(hashlib.sha256(sheet[1].encode()).digest()).decode()
    root = parsed(make_export(make_row(network, "62场")))
    (policy,) = [one for one in root.iter("meta") if one.get("http-equiv")]
    assert policy.get("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not any(one.get("style") for one in root.iter())


def test_what_html_has_no_place_for_is_shown_by_a_sign(
    make_row: MakeRow, make_export: MakeExport
) -> None:
    article = Article.from_text("甲\0\x01\x0b\x0c\x1f\x7f乙\r\n丙\r丁")
    row = make_row(article, "甲", note="\udcff")
    root = parsed(make_export(row))
    assert words(text_of(root)) == "甲␀␁␋␌␟␡乙\n丙\n丁"
    assert tables(root)[0][1][2] == r"\udcff"


@settings(max_examples=60)
@given(
    text=st.text("甲乙𠮷<&>\"' \n\t", min_size=1, max_size=20),
    places=st.lists(st.tuples(st.integers(0, 19), st.integers(1, 20)), max_size=6),
)
def test_any_tags_over_any_text_leave_the_text_as_it_is(
    make_row: MakeRow, make_export: MakeExport, text: str,
    places: list[tuple[int, int]],
) -> None:  # fmt: skip
    article = Article.from_text(text)
    spans = [
        Span(start, min(start + length, len(text))) for start, length in places if start < len(text)
    ]
    rows = select(at(make_row, article, span, f"t{n}") for n, span in enumerate(spans))
    given_ = (ExportArticle(article, "题", article.script),)
    root = parsed(make_export(*rows, articles=given_))
    assert words(text_of(root)) == text
    for number, row in enumerate(rows, 1):
        assert tagged(root, number) == row.annotation.quote


def at(make_row: MakeRow, article: Article, span: Span, id: str) -> ExportRow:  # noqa: A002
    from reader.annotation.anchor import Anchor

    row = make_row(article, article.text[0], id=id)
    return replace(row, annotation=replace(row.annotation, anchor=Anchor.at(article.text, span)))


@pytest.mark.parametrize("colour", ["#ffff66", "#000000", "#ffffff", "#0069a8", "red;}", ""])
def test_every_colour_is_legible_on_light_and_dark_pages(colour: str) -> None:
    for paper, ink in (("#ffffff", "#1f1d1a"), ("#1b1c1e", "#dcdad5")):
        line, wash = pair(paper, ink, colour, 0.5)
        assert contrast(line, paper) >= TEXT
        assert contrast(line, wash) >= TEXT
        assert contrast(ink, wash) >= TEXT


def test_the_style_has_a_light_and_a_dark_page_and_no_word_of_a_users() -> None:
    sheet = style([kind.colour for kind in DEFAULT_TAG_SET] + ["}body{display:none"])
    assert "display:none" not in sheet.replace("nav{display:none}", "")
    assert "@media screen and (prefers-color-scheme:dark)" in sheet
    assert "@media print" in sheet
    for inks in ("#1f1d1a #57534c #2f5d8a", "#dcdad5 #b3b0a8 #8db8e2"):
        paper = "#ffffff" if inks.startswith("#1f") else "#1b1c1e"
        assert all(contrast(ink, paper) >= TEXT and ink in sheet for ink in inks.split())
    assert sheet.count(".k3{") == 1


def test_more_tags_on_one_place_than_lines_share_the_last(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = select([make_row(network, "62场", id=f"t{n:02}") for n in range(14)])
    root = parsed(make_export(*rows))
    assert [tagged(root, number) for number in range(1, 15)] == ["62场"] * 14
    classes = [one.get("class", "") for one in text_of(root).iter("mark")]
    assert sum(one.endswith("l9") for one in classes) == 5


def test_the_beginning_is_the_table_of_the_first_kind(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    shown: Any = HTML_REPORT.beginning(make_export(make_row(network, "62场")))
    assert shown.header == ("", "Quote", "Note", "Author", "Article")
    assert shown.rows == (("1", "62场", "", "lin", "社区讲座"),)
    assert HTML_REPORT.beginning(make_export()) == Table((), ())
