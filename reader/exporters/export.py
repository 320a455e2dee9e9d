"""What is exported: the tags and their articles, and the script to show them in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from reader.annotation.anchor import CONTEXT
from reader.annotation.index import reading_order
from reader.text.glossary import Glossary
from reader.text.script import Script, config_for
from reader.text.search import search_pattern
from reader.text.span import Span
from reader.text.view import ScriptView

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import ArticleDetails
    from reader.annotation.tag_set import Attribute, TagSet
    from reader.text.article import Article
    from reader.text.script import SourceScript

METADATA: Final = ("source", "date", "author", "url")
"""What may be known of an article besides its title; columns are called ``article_NAME``."""


@dataclass(frozen=True, slots=True)
class ExportArticle:
    """An article, whether or not it has tags.

    Attributes:
        article: The article with its text.
        title: The title it is shown under now.
        script: The script it is taken to be written in now.
        metadata: What else is known of it now: those of :data:`METADATA` that are not empty.
    """

    article: Article
    title: str
    script: SourceScript
    metadata: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, details: ArticleDetails, script: SourceScript) -> ExportArticle:
        """Return an article as its workspace knows it now."""
        metadata = {name: said for name, said in details.described.items() if said}
        return cls(article, details.title, script, metadata)

    def row(self, annotation: Annotation) -> ExportRow:
        """Return a tag of the article as a row."""
        return ExportRow(annotation, self.article, self.title, self.script, self.metadata)


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One tag and the article it stands in.

    Attributes:
        annotation: The tag.
        article: Its article.
        title: The title the article is shown under now.
        script: The script the article is taken to be written in now.
        metadata: What else is known of the article, as :class:`ExportArticle` has it.
    """

    annotation: Annotation
    article: Article
    title: str
    script: SourceScript
    metadata: Mapping[str, str] = field(default_factory=dict)


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


def _unheard(_: int) -> None:
    """Nobody listens."""


def _ahead(report: Callable[[int], object], done: int, number: int) -> None:
    report(done + number)


@dataclass(frozen=True, slots=True)
class Export:
    """Everything an exporter is given.

    Attributes:
        rows: The tags, in the order written (:func:`select` makes it).
        tag_set: The kinds of tag there are, whether or not a row has them.
        workspace: The workspace's id.
        exported: When, UTC in ISO 8601.
        options: The script to show the quotes in.
        articles: The articles chosen, with or without tags, in the order written; those that
            only the rows name are put behind.
        report: Told how many tags are written while that goes on; what it raises ends it.
        whole: How many tags there are where the rows are the first of them, for a preview.
    """

    rows: tuple[ExportRow, ...]
    tag_set: TagSet
    workspace: str
    exported: str
    options: ExportOptions = field(default_factory=ExportOptions)
    articles: tuple[ExportArticle, ...] = ()
    report: Callable[[int], object] = _unheard
    whole: int | None = None

    def __post_init__(self) -> None:
        """Add the articles of the rows to those given."""
        all_ = {one.article.id: one for one in self.articles}
        for row in self.rows:
            if row.article.id not in all_:
                all_[row.article.id] = ExportArticle(
                    row.article, row.title, row.script, row.metadata
                )
        object.__setattr__(self, "articles", tuple(all_.values()))

    @property
    def total(self) -> int:
        """How many tags there are."""
        return len(self.rows) if self.whole is None else self.whole

    def label(self, kind: str) -> str:
        """Return what users call a kind, as they wrote it; its name where the tag set lacks it."""
        known = self.tag_set.get(kind)
        return kind if known is None else known.label

    def attribute(self, kind: str, name: str) -> Attribute | None:
        """Return the definition of a kind's attribute, if the tag set has one."""
        known = self.tag_set.get(kind)
        return None if known is None else known.attribute(name)


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
    authors: Container[str] | None = None,
    words: str = "",
) -> tuple[ExportRow, ...]:
    """Return the rows that fit every filter, by article and in reading order within it.

    Args:
        rows: All rows; the articles keep the order in which they first come here.
        kinds: Names of kinds; ``None`` lets all through, as do the others.
        articles: Ids of articles.
        ids: Ids of tags.
        authors: Who made them.
        words: Words of quote, note or an attribute, in any script, width and case.
    """
    pattern = search_pattern(words) if words else None
    place: dict[str, int] = {}
    chosen: list[ExportRow] = []
    for row in rows:
        one = row.annotation
        place.setdefault(one.article, len(place))
        if (
            (kinds is None or one.kind in kinds)
            and (articles is None or one.article in articles)
            and (ids is None or one.id in ids)
            and (authors is None or one.author in authors)
            and (pattern is None or pattern.search(_searched(one)) is not None)
        ):
            chosen.append(row)
    chosen.sort(key=lambda row: (place[row.annotation.article], reading_order(row.annotation)))
    return tuple(chosen)


def _searched(annotation: Annotation) -> str:
    """Return the words that a tag is found by; no match reaches over a NUL."""
    return "\0".join((annotation.quote, annotation.note, *map(str, annotation.attributes.values())))


def with_views(export: Export) -> Iterator[tuple[ExportRow, RowView | None]]:
    """Yield each row with its words in the script chosen; ``None`` where that is the original.

    An article's view is kept from row to row and converts only what the tags touch.
    """
    article: Article | None = None
    corrections = export.options.glossary.corrections(export.options.script)
    for number, row in enumerate(export.rows):
        export.report(number)
        if export.options.script is Script.ORIGINAL:
            yield row, None
            continue
        if row.article is not article:
            article = row.article
            view = ScriptView(article.text, _config(row, export.options), corrections)
        yield row, _row_view(row, view)


def by_article(
    export: Export,
) -> Iterator[tuple[ExportArticle, list[tuple[ExportRow, RowView | None]]]]:
    """Yield each article with its rows, none where it has none; they are as in ``with_views``."""
    rows: defaultdict[str, list[ExportRow]] = defaultdict(list)
    for row in export.rows:
        rows[row.article.id].append(row)
    done = 0
    for one in export.articles:
        own = tuple(rows[one.article.id])
        part = replace(
            export, rows=own, articles=(one,), report=partial(_ahead, export.report, done)
        )
        yield one, list(with_views(part))
        done += len(own)


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
