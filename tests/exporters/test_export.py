"""Which rows are exported, in which order, and what they look like in another script."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from reader.annotation.anchor import Anchor
from reader.annotation.operation import ArticleDetails
from reader.annotation.tag_set import Attribute, TagKind, TagSet
from reader.exporters.export import (
    ExportArticle,
    ExportOptions,
    RowView,
    by_article,
    select,
    with_views,
)
from reader.text.article import Article
from reader.text.glossary import Correction, Glossary
from reader.text.script import Script, SourceScript
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]

TAIWAN = ExportOptions(Script.TAIWAN, regional=True)


def test_rows_come_by_article_then_in_reading_order(make_row: MakeRow, network: Article) -> None:
    other = Article.from_text("另一篇文章")
    rows = [
        make_row(network, "62场", id="c"),
        make_row(other, "文章", id="b"),
        make_row(network, "社区", id="d"),
        make_row(network, "社区讲座", id="e"),
        make_row(other, "另一篇", id="a"),
    ]
    assert [row.annotation.id for row in select(rows)] == ["e", "d", "c", "a", "b"]


def test_a_row_must_fit_every_filter(make_row: MakeRow, network: Article) -> None:
    other = Article.from_text("另一篇文章")
    rows = [
        make_row(network, "62场", id="a"),
        make_row(network, "讲座", id="b", kind="programme"),
        make_row(other, "文章", id="c", kind="programme"),
    ]

    def ids(**filters: Any) -> str:
        return "".join(row.annotation.id for row in select(rows, **filters))

    assert ids(kinds={"programme"}) == "bc"
    assert ids(articles={network.id}) == "ba"
    assert ids(ids={"a", "c"}) == "ac"
    assert ids(kinds={"programme"}, articles={network.id}, ids={"b", "c"}) == "b"
    assert ids(kinds=set()) == ""


def test_the_original_has_no_view(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(network, "62场")
    assert list(with_views(make_export(row))) == [(row, None)]


def test_words_are_converted_where_they_stand(make_row: MakeRow, make_export: MakeExport) -> None:
    article = Article.from_text("他的头发长了，理发。")
    export = make_export(make_row(article, "发长"), options=ExportOptions(Script.TAIWAN))
    ((_, view),) = with_views(export)
    assert view == RowView("s2tw", "髮長", "他的頭", "了，理髮。")


def test_a_quote_that_cuts_a_phrase_is_widened_and_its_context_begins_after_it(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    export = make_export(make_row(network, "62场互联"), options=TAIWAN)
    ((_, view),) = with_views(export)
    assert view is not None
    assert view.config == "s2twp"
    assert view.quote == "62場網際網路"
    assert view.context_right == "講座，老人發展興趣。\n"
    assert view.context_left.endswith("街道辦了")


def test_a_context_reaches_32_code_points_on_each_side(
    make_row: MakeRow, make_export: MakeExport
) -> None:
    article = Article.from_text("发" * 40 + "62场" + "展" * 40)
    export = make_export(make_row(article, "62场"), options=ExportOptions(Script.TAIWAN))
    ((_, view),) = with_views(export)
    assert view is not None
    assert (len(view.context_left), len(view.context_right)) == (32, 32)


def test_each_article_is_shown_by_the_script_it_is_taken_to_be_in(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(network, "62场")
    clean = replace(row, article=Article.from_text("臺灣辦了62場"), script=SourceScript.TRADITIONAL)
    clean = replace(
        clean,
        annotation=clean.annotation.with_anchor(Anchor.at("臺灣辦了62場", Span(0, 2)), "later"),
    )
    export = make_export(row, row, clean, row, options=ExportOptions(Script.TAIWAN))
    configs = [view.config for _, view in with_views(export) if view]
    assert configs == ["s2tw", "s2tw", "hk2tw", "s2tw"]
    forced = make_export(
        replace(row, script=SourceScript.TRADITIONAL), options=ExportOptions(Script.TRADITIONAL)
    )
    ((_, view),) = with_views(forced)
    assert view is not None
    assert (view.config, view.quote) == (None, "62场")


def test_words_are_corrected_where_they_stand_and_in_their_script(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    glossary = Glossary(
        (
            Correction("讲座", "講坐", frozenset([Script.TAIWAN])),
            Correction("办", "办", frozenset([Script.HONG_KONG])),
        )
    )
    row = make_row(network, "62场互联网讲座")
    options = replace(TAIWAN, glossary=glossary)
    ((_, view),) = with_views(make_export(row, options=options))
    assert view is not None
    assert (view.quote, view.context_left[-2:]) == ("62場網際網路講坐", "辦了")
    assert view.context_left.startswith("社群講坐")
    lost = replace(row.annotation, anchor=replace(row.annotation.anchor, span=Span(0, 3)))
    ((_, view),) = with_views(make_export(replace(row, annotation=lost), options=options))
    assert view is not None
    assert view.quote == "62場網際網路講坐"


@pytest.mark.parametrize("place", [Span(0, 3), Span(900, 903)])
def test_words_that_are_elsewhere_than_the_tag_says_are_converted_alone(
    make_row: MakeRow, make_export: MakeExport, network: Article, place: Span
) -> None:
    row = make_row(network, "62场")
    lost = replace(row.annotation, anchor=replace(row.annotation.anchor, span=place))
    export = make_export(replace(row, annotation=lost), options=ExportOptions(Script.TAIWAN))
    ((_, view),) = with_views(export)
    assert view is not None
    assert view.quote == "62場"
    assert view.context_left == "社區講座\n街道辦了"
    assert view.context_right.startswith("互聯網")


def test_the_author_of_a_tag_chooses_too(make_row: MakeRow, network: Article) -> None:
    rows = [make_row(network, "62场", id="a"), make_row(network, "讲座", id="b", author="mei")]
    assert [row.annotation.id for row in select(rows, authors={"mei"})] == ["b"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("講座", "b"), ("６２", "a"), ("年度", "b"), ("场", "a"), ("x", ""), ("年度场", "")],
)
def test_words_of_quote_note_and_attributes_choose_in_any_script(
    make_row: MakeRow, network: Article, words: str, found: str
) -> None:
    rows = [
        make_row(network, "62", id="a", attributes={"unit": "场"}),
        make_row(network, "讲座", id="b", note="年度"),
    ]
    assert "".join(row.annotation.id for row in select(rows, words=words)) == found


def test_an_export_knows_the_articles_chosen_and_those_of_its_rows_once(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    empty, other = Article.from_text("没有标记"), Article.from_text("另一篇文章")
    given = ExportArticle(empty, "空", empty.script), ExportArticle(network, "题", network.script)
    export = make_export(make_row(network, "62场"), make_row(other, "文章"), articles=given)
    assert [one.title for one in export.articles] == ["空", "题", "另一篇文章"]
    assert export.articles[2].article is other


def test_rows_come_with_their_article_and_one_without_tags_alone(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    other, empty = Article.from_text("另一篇文章"), Article.from_text("没有标记")
    rows = [make_row(network, "62场", id="a"), make_row(network, "讲座", id="b")]
    seen: list[int] = []
    export = make_export(
        *rows,
        make_row(other, "文章", id="c"),
        articles=(ExportArticle(empty, "空", empty.script),),
        options=TAIWAN,
        report=seen.append,
    )
    together = [
        (one.title, [row.annotation.id for row, _ in own]) for one, own in by_article(export)
    ]
    assert together == [("空", []), ("社区讲座", ["a", "b"]), ("另一篇文章", ["c"])]
    assert seen == [0, 1, 2]
    views = [view.quote for _, own in by_article(export) for _, view in own if view is not None]
    assert views == ["62場", "講座", "文章"]


def test_what_hears_of_the_tags_written_can_end_it(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    def report(number: int) -> None:
        if number == 1:
            raise InterruptedError

    rows = [make_row(network, "62场", id=f"t{n}") for n in range(3)]
    pairs = with_views(make_export(*rows, report=report))
    assert next(pairs)[0].annotation.id == "t0"
    with pytest.raises(InterruptedError):
        next(pairs)


def test_an_article_carries_what_is_known_of_it_now() -> None:
    article = Article.from_text("文", metadata={"file": "a.txt", "source": "早报", "url": "x"})
    details = ArticleDetails("题", source="晚报", date="2026")
    one = ExportArticle.of(article, details, article.script)
    assert (one.title, one.metadata) == ("题", {"source": "晚报", "date": "2026"})


def test_a_tag_made_a_row_of_its_article_carries_what_the_article_does(
    make_row: MakeRow, network: Article
) -> None:
    one = ExportArticle(network, "新题", SourceScript.TRADITIONAL, {"source": "晚报"})
    tag = make_row(network, "62场").annotation
    row = one.row(tag)
    assert (row.annotation, row.article, row.title) == (tag, network, "新题")
    assert (row.script, row.metadata) == (SourceScript.TRADITIONAL, {"source": "晚报"})


def test_a_kind_is_called_by_its_label_and_one_that_is_gone_by_its_name(
    make_export: MakeExport,
) -> None:
    unit = Attribute("unit", "Unit")
    export = make_export(tag_set=TagSet((TagKind("k", "Kind", "#000000", "", (unit,)),)))
    assert (export.label("k"), export.label("gone")) == ("Kind", "gone")
    assert export.attribute("k", "unit") is unit
    assert export.attribute("k", "no") is None
    assert export.attribute("gone", "unit") is None
