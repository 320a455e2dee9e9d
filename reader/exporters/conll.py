"""CoNLL by character: a row a character, its tag in BIO, for training a tagger.

A zip with ``tags.conll``: the character, its offset in the article, its tag, tabs between them;
a blank line after each line of the article, ``-DOCSTART-`` before each article. Readers take the
first column for the word and the last for the tag. White space has no row; the offsets tell where
it is. There is no blank line inside a tag, so a tag over a line end stays one.

A character has one tag. Which: in reading order, the tag that begins first; of those
that begin together the longest, then that of the lowest id. Every other tag that shares a character
with it is left out whole, and named in ``left_out.tsv`` with the tag that it gave way to;
``articles.tsv`` counts both for each article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.exporters.exporter import (
    ATTRIBUTES,
    AUTHORS,
    KINDS,
    NOTES,
    OVERLAP,
    SCRIPTS,
    Exporter,
)
from reader.exporters.standoff import standing_by_article
from reader.exporters.zipped import zipped
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.annotation.annotation import Annotation
    from reader.exporters.export import Export, ExportArticle

_OUTSIDE: Final = "O"
_DOCUMENT: Final = "-DOCSTART-\t-X-\tO\n\n"
_SPACE: Final = re.compile(r"\s+")
_LINE_END: Final = re.compile(r"[\n\r]")


class _Loser(NamedTuple):
    """A tag that is left out."""

    tag: Annotation
    title: str
    why: str


class _Count(NamedTuple):
    """What became of an article's tags."""

    article: ExportArticle
    written: int
    left_out: int


class _Job:
    """One export, and what it counts on the way."""

    def __init__(self, export: Export) -> None:
        self._export = export
        self.losers: list[_Loser] = []
        self.counts: list[_Count] = []

    def rows(self) -> Iterator[str]:
        """Yield the rows of all articles."""
        for one, rows in standing_by_article(self._export):
            won, lost = _settled([row.annotation for row, _ in rows])
            self.losers += [_Loser(tag, one.title, why) for tag, why in lost]
            self.counts.append(_Count(one, len(won), len(lost)))
            yield _DOCUMENT
            yield from _article(one.article.text, won)

    def left_out(self) -> Iterator[str]:
        """Yield the table of the tags that are left out."""
        yield _line(["id", "kind", "article", "article_id", "start", "end", "quote", "why"])
        for tag, title, why in self.losers:
            span = tag.span
            place = [tag.article, str(span.start), str(span.end)]
            yield _line([tag.id, tag.kind, title, *place, tag.anchor.quote, why])

    def articles(self) -> Iterator[str]:
        """Yield the table of the articles."""
        yield _line(["article", "article_id", "sha256", "written", "left_out"])
        for one, written, left_out in self.counts:
            known = [one.title, one.article.id, one.article.sha256]
            yield _line([*known, str(written), str(left_out)])


def _settled(
    tags: Sequence[Annotation],
) -> tuple[list[Annotation], list[tuple[Annotation, str]]]:
    """Return the tags that are written, and the others with what they gave way to."""
    won: list[Annotation] = []
    lost: list[tuple[Annotation, str]] = []
    for tag in tags:
        if won and tag.span.start < won[-1].span.end:
            lost.append((tag, f"overlaps {won[-1].id}"))
        elif not tag.anchor.quote.strip():
            lost.append((tag, "covers nothing but white space"))
        else:
            won.append(tag)
    return won, lost


def _article(text: str, tags: Iterable[Annotation]) -> Iterator[str]:
    """Yield the rows of an article, a line of it at a time."""
    waiting = iter(tags)
    tag = next(waiting, None)
    rows: list[str] = []
    begun = False
    for place, char in enumerate(text):
        while tag is not None and tag.span.end <= place:
            tag, begun = next(waiting, None), False
        inside = tag is not None and tag.span.start <= place
        if not char.isspace():
            shown = _OUTSIDE
            if tag is not None and inside:
                shown = f"{'I' if begun else 'B'}-{_SPACE.sub('_', tag.kind)}"
                begun = True
            rows.append(f"{char}\t{place}\t{shown}\n")
        elif rows and not inside and _LINE_END.match(char):
            yield "".join(rows) + "\n"
            rows.clear()
    if rows:
        yield "".join(rows) + "\n"


def _line(cells: Sequence[str]) -> str:
    return "\t".join(_SPACE.sub(" ", cell) for cell in cells) + "\n"


def _encoded(lines: Iterable[str]) -> Iterator[bytes]:
    for line in lines:
        # A lone surrogate has no UTF-8; it is shown by its number.
        yield line.encode("utf-8", "backslashreplace")


def _chunks(export: Export) -> Iterator[bytes]:
    job = _Job(export)
    members = (
        ("tags.conll", _encoded(job.rows())),
        # Made when the first is written, so that they know what it counted.
        ("left_out.tsv", _encoded(job.left_out())),
        ("articles.tsv", _encoded(job.articles())),
    )
    yield from zipped(members, export.exported)


def _preview(export: Export) -> str:
    """Return the rows of the first articles."""
    return "".join(_Job(export).rows())


CONLL = Exporter(
    "conll",
    mark("CoNLL, BIO by character (zip)"),
    ".zip",
    _chunks,
    loses=(OVERLAP, ATTRIBUTES, NOTES, AUTHORS, KINDS, SCRIPTS),
    remedy=mark(
        "Of tags that overlap the one that begins first is written, then the longest; the others "
        "are listed in left_out.tsv."
    ),
    proof="spaCy",
    preview=_preview,
)
