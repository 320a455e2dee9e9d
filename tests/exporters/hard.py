"""An export with everything that is hard to write: what every format must get across, or say."""

from __future__ import annotations

from dataclasses import replace

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.tag_set import (
    DEFAULT_TAG_SET,
    Attribute,
    AttributeType,
    AttributeValue,
    TagKind,
    TagSet,
)
from reader.exporters.export import Export, ExportArticle, ExportOptions, ExportRow, select
from reader.text.article import Article
from reader.text.script import Script
from reader.text.span import Span

TIME = "2026-11-22T08:00:00.123456Z"
LATER = "2026-11-22T09:30:00.000000Z"

EVERY_TYPE = TagKind(
    "event",
    "活动 | <事件>",
    "#123456",
    "4",
    (
        Attribute("title", "Title"),
        Attribute("cost", "Cost", AttributeType.NUMBER),
        Attribute("people", "People", AttributeType.INTEGER),
        Attribute("level", "Level", AttributeType.CHOICE, ("市级", "区 级", "a|b")),
        Attribute("day", "Day", AttributeType.DATE),
        Attribute("outdoors", "Outdoors", AttributeType.YES_NO),
    ),
)
NARROWER = TagKind("lecture", "讲座", "#654321", "", (), parent="event")
BY_HAND = TagKind("62 奖项-x", "By hand", "#abcdef", "")
TAG_SET = TagSet((*DEFAULT_TAG_SET.kinds, EVERY_TYPE, NARROWER, BY_HAND))

HARD = Article.from_text(
    "𠮷野家讲座\r\n街道办了62场“互联网\r\n讲座”，#老人&<b>发展\t兴趣\u3000。\n"
    "最\u2028后𡈼一行𠮷\n\n# 完",
    title="讲座/𠮷: <一> & “二”",
    metadata={"source": "晚报 & Co", "date": "2026-11-21", "author": "林<某>"},
)
OTHER = Article.from_text("社区讲座 62场 六层六层六层", title="层")
BARE = Article.from_text("没有标签的文章\n", title="无")

ALL_TYPES: dict[str, AttributeValue] = {
    "title": '“开\n幕” = "一"\\\t\u2028',
    "cost": 62.5,
    "people": 3000,
    "level": "市级",
    "day": "2026-11",
    "outdoors": "yes",
}


def row(article: Article, words: str, id_: str, kind: str = "metric", **more: object) -> ExportRow:
    """Return a tag on the first place of some words."""
    start = article.text.index(words)
    made = Annotation(
        id=id_,
        article=article.id,
        anchor=Anchor.at(article.text, Span(start, start + len(words))),
        kind=kind,
        author="林 & <lin>",
        created=TIME,
        modified=LATER,
    )
    return ExportArticle(article, article.title, article.script, article.metadata).row(
        replace(made, **more)  # type: ignore[arg-type]
    )


def rows() -> list[ExportRow]:
    """Return tags that overlap, nest six deep, go over line ends and hold every type."""
    nested = ["六层六层六层", "六层六层六", "六层六层", "六层六", "六层", "六"]
    return [
        row(HARD, "𠮷野家", "supplementary", "event", attributes=ALL_TYPES),
        row(HARD, "62场“互联网\r\n讲座”", "over", "programme", note="一行\n二行\t\r\n「三」 "),
        row(HARD, "讲座”，#老人&<b>", "overlaps", "honour", attributes={"year": 2026}),
        row(HARD, "62场", "number", attributes={"value": 62, "unit": "场", "bound": "about"}),
        row(HARD, "62场", "same", attributes={"value": 62}, author="另一人", note="plain & <note>"),
        row(HARD, "兴趣\u3000。\n最\u2028后", "separators", "lecture", note='"a\\b"'),
        row(
            HARD, "𡈼一行𠮷", "two", "62 奖项-x", attributes={"不在": 1.5, "a b=": "x", "1": 2**60}
        ),
        row(HARD, "# 完", "last", "gone", attributes={"value": "text"}),
        *(row(OTHER, words, f"n{at}", "event") for at, words in enumerate(nested)),
        row(OTHER, "讲座 62场", "spaced", note="x"),
    ]


def hard_export(*more: ExportRow, script: Script = Script.ORIGINAL) -> Export:
    """Return an export of these tags, of articles with and without."""
    articles = tuple(
        ExportArticle(one, one.title, one.script, one.metadata) for one in (HARD, OTHER, BARE)
    )
    ordered = {one.article.id: at for at, one in enumerate(articles)}
    chosen = sorted([*rows(), *more], key=lambda one: ordered.get(one.article.id, len(ordered)))
    return Export(select(chosen), TAG_SET, "workspace-1", TIME, ExportOptions(script), articles)
