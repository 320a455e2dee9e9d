"""What the reports for people share: numbered tags, texts in the script chosen, their parts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.annotation.lanes import assign_lanes
from reader.exporters.exporter import Table
from reader.exporters.standoff import shown_value, standing_by_article
from reader.language import mark, tr
from reader.text.script import Script, config_for
from reader.text.span import Span
from reader.text.view import ScriptView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.annotation.tag_set import AttributeValue
    from reader.exporters.export import Export, ExportArticle, ExportRow
    from reader.exporters.standoff import Viewed

SCRIPTS: Final = {
    Script.SIMPLIFIED: mark("Simplified 简体"),
    Script.TRADITIONAL: mark("Traditional 繁體"),
    Script.TAIWAN: mark("Taiwan 臺灣"),
    Script.HONG_KONG: mark("Hong Kong 香港"),
}
"""What readers call the scripts."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A tag in a report.

    Attributes:
        number: Its number in the report, from 1.
        row: The tag.
        quote: Its words in the script chosen; as in the source where that is the original.
        span: Where they stand in the text that is shown, in code points.
        lane: Which of the places of tags that overlap it has, from 0.
    """

    number: int
    row: ExportRow
    quote: str
    span: Span
    lane: int


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as a report shows it.

    Attributes:
        article: The article.
        text: Its text in the script chosen.
        tags: Its tags in reading order.
    """

    article: ExportArticle
    text: str
    tags: tuple[Numbered, ...]


def shown_articles(export: Export) -> Iterator[Shown]:
    """Yield the articles with their tags, numbered through.

    Raises:
        ExportError: If a tag does not stand where it says.
    """
    done = 0
    for one, rows in standing_by_article(export):
        yield _shown(export, one, rows, done + 1)
        done += len(rows)


def _shown(export: Export, one: ExportArticle, rows: list[Viewed], first: int) -> Shown:
    options = export.options
    lanes = assign_lanes(row.annotation for row, _ in rows)
    spans = [row.annotation.span for row, _ in rows]
    text = one.article.text
    if options.script is not Script.ORIGINAL:
        config = config_for(one.script, options.script, regional=options.regional)
        corrections = options.glossary.corrections(options.script)
        whole = ScriptView(text, config, corrections).whole()
        text = whole.text
        spans = [whole.alignment.to_view(span) for span in spans]
    tags = (
        Numbered(
            number, row, row.annotation.quote if view is None else view.quote, span,
            lanes[row.annotation.id],
        )
        for number, ((row, view), span) in enumerate(zip(rows, spans, strict=True), first)
    )  # fmt: skip
    return Shown(one, text, tuple(tags))


def segments(shown: Shown) -> Iterator[tuple[Span, tuple[Numbered, ...]]]:
    """Yield the parts of a text that have the same tags, in reading order; all parts are it."""
    length = len(shown.text)
    starts: dict[int, list[Numbered]] = {}
    for tag in shown.tags:
        starts.setdefault(tag.span.start, []).append(tag)
    ends = {tag.span.end for tag in shown.tags}
    open_: list[Numbered] = []
    for start, end in pairwise(sorted({0, length, *starts, *ends})):
        open_ = [tag for tag in open_ if tag.span.end > start]
        open_ += starts.get(start, ())
        yield Span(start, end), tuple(open_)


def kinds_with(export: Export, tags: Sequence[Numbered]) -> dict[str, list[Numbered]]:
    """Return tags by kind, the kinds in the order of the tag set, others behind."""
    found: dict[str, list[Numbered]] = {kind.name: [] for kind in export.tag_set}
    for tag in tags:
        found.setdefault(tag.row.annotation.kind, []).append(tag)
    return {kind: own for kind, own in found.items() if own}


def attributes_of(export: Export, kind: str, tags: Sequence[Numbered]) -> dict[str, str]:
    """Return what to call the attributes of a kind's tags, those that one of them has."""
    used = {name for tag in tags for name in tag.row.annotation.attributes}
    known = export.tag_set.get(kind)
    labels = {one.name: tr(one.label) for one in known.attributes} if known is not None else {}
    return {
        **{name: label for name, label in labels.items() if name in used},
        **{name: name for name in sorted(used - labels.keys())},
    }


def lines_of(export: Export, kind: str, tags: Sequence[Numbered]) -> Iterator[tuple[str, ...]]:
    """Yield the header of a kind's table, then the cells of each tag."""
    labels = attributes_of(export, kind, tags)
    script = export.options.script
    other = script is not Script.ORIGINAL
    yield (
        "",
        tr("Quote"),
        *([tr(SCRIPTS[script])] if other else []),
        *labels.values(),
        tr("Note"),
        tr("Author"),
        tr("Article"),
    )
    for tag in tags:
        one = tag.row.annotation
        values = one.attributes
        yield (
            str(tag.number),
            one.quote,
            *([tag.quote] if other else []),
            *(
                said(export, tag.row, name, values[name]) if name in values else ""
                for name in labels
            ),
            one.note,
            one.author,
            tag.row.title,
        )


def first_lines(export: Export) -> Table:
    """Return the beginning of a report: the table of the first tag's kind."""
    tags = [tag for shown in shown_articles(export) for tag in shown.tags]
    if not tags:
        return Table((), ())
    kind = tags[0].row.annotation.kind
    header, *lines = lines_of(export, kind, kinds_with(export, tags)[kind])
    return Table(header, tuple(lines))


def said(export: Export, row: ExportRow, name: str, value: AttributeValue) -> str:
    """Return an attribute's value as people read it; a choice in their language."""
    attribute = export.attribute(row.annotation.kind, name)
    if attribute is not None and value in attribute.values:
        return tr(str(value))
    return shown_value(row, value)


def counted(export: Export) -> str:
    """Return how many tags and articles there are, and when that was, in a line."""
    return tr("Tags: {tags:,} · Articles: {articles:,} · {date}").format(
        tags=len(export.rows), articles=len(export.articles), date=export.exported[:10]
    )


def known_of(article: ExportArticle) -> str:
    """Return what is known of an article, in a line; empty where nothing is."""
    return " · ".join(article.metadata.values())
