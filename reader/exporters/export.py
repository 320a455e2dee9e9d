"""What is exported: the tags, each with its article, and the script to show them in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.annotation.anchor import CONTEXT
from reader.annotation.index import reading_order
from reader.text.glossary import Glossary
from reader.text.script import Script, config_for
from reader.text.span import Span
from reader.text.view import ScriptView

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.text.article import Article
    from reader.text.script import SourceScript


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One tag and the article it stands in.

    Attributes:
        annotation: The tag.
        article: Its article.
        title: The title the article is shown under now.
        script: The script the article is taken to be written in now.
    """

    annotation: Annotation
    article: Article
    title: str
    script: SourceScript


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How the quotes are shown besides the source's own script.

    Attributes:
        script: The script beside the source; ``original`` adds none.
        regional: Whether regional vocabulary is converted too.
        glossary: The corrections of the conversion.
    """

    script: Script = Script.ORIGINAL
    regional: bool = False
    glossary: Glossary = field(default_factory=Glossary)


@dataclass(frozen=True, slots=True)
class Export:
    """Everything an exporter is given.

    Attributes:
        rows: The tags, in the order written (:func:`select` makes it).
        tag_set: The kinds of tag there are, whether or not a row has them.
        workspace: The workspace's id.
        exported: When, UTC in ISO 8601.
        options: The script to show the quotes in.
    """

    rows: tuple[ExportRow, ...]
    tag_set: TagSet
    workspace: str
    exported: str
    options: ExportOptions = field(default_factory=ExportOptions)


@dataclass(frozen=True, slots=True)
class RowView:
    """A tag's words in the script chosen.

    Attributes:
        config: The configuration that converted them; ``None``: shown as they are.
        quote: The quote, widened to whole blocks where the span cuts one.
        context_left: What stands before it, as far as 32 source code points reach.
        context_right: What stands after it, likewise.
    """

    config: str | None
    quote: str
    context_left: str
    context_right: str


def select(
    rows: Iterable[ExportRow],
    *,
    kinds: Container[str] | None = None,
    articles: Container[str] | None = None,
    ids: Container[str] | None = None,
) -> tuple[ExportRow, ...]:
    """Return the rows that fit every filter, by article and in reading order within it.

    Args:
        rows: All rows; the articles keep the order in which they first come here.
        kinds: Names of kinds; ``None`` lets all through, as do the others.
        articles: Ids of articles.
        ids: Ids of tags.
    """
    place: dict[str, int] = {}
    chosen: list[ExportRow] = []
    for row in rows:
        one = row.annotation
        place.setdefault(one.article, len(place))
        if (
            (kinds is None or one.kind in kinds)
            and (articles is None or one.article in articles)
            and (ids is None or one.id in ids)
        ):
            chosen.append(row)
    chosen.sort(key=lambda row: (place[row.annotation.article], reading_order(row.annotation)))
    return tuple(chosen)


def with_views(export: Export) -> Iterator[tuple[ExportRow, RowView | None]]:
    """Yield each row with its words in the script chosen; ``None`` where that is the original.

    An article's view is kept from row to row and converts only what the tags touch.
    """
    if export.options.script is Script.ORIGINAL:
        yield from ((row, None) for row in export.rows)
        return
    article: Article | None = None
    corrections = export.options.glossary.corrections(export.options.script)
    for row in export.rows:
        if row.article is not article:
            article = row.article
            view = ScriptView(article.text, _config(row, export.options), corrections)
        yield row, _row_view(row, view)


def _config(row: ExportRow, options: ExportOptions) -> str | None:
    return config_for(row.script, options.script, regional=options.regional)


def _row_view(row: ExportRow, view: ScriptView) -> RowView:
    anchor = row.annotation.anchor
    if not anchor.holds_in(view.source):
        # The words are not where the tag says, so there is no context to convert them in.
        return RowView(
            view.config,
            *(
                ScriptView(words, view.config, view.corrections).whole().text
                for words in (anchor.quote, anchor.prefix, anchor.suffix)
            ),
        )
    around = Span(
        max(0, anchor.span.start - CONTEXT), min(len(view.source), anchor.span.end + CONTEXT)
    )
    # One slice for all three, so that no block is shown in two of them.
    shown = view.slice(around)
    quote = shown.alignment.to_view(anchor.span.shifted(-shown.span.start))
    return RowView(
        view.config, quote.of(shown.text), shown.text[: quote.start], shown.text[quote.end :]
    )
