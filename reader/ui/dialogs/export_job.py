"""What an export takes and how it is written; knows no widget."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING

from reader.exporters import (
    PREVIEWED,
    Export,
    ExportArticle,
    ExportError,
    ExportRow,
    select,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.exporters import Exporter, Table
    from reader.text.article import Article
    from reader.ui.tasks import Progress
    from reader.workspace import Workspace


class Scope(Enum):
    """Which tags an export takes."""

    WORKSPACE = "workspace"
    ARTICLE = "article"
    LISTED = "listed"
    SELECTED = "selected"


class Candidates:
    """The tags that an export may take, counted without being looked at one by one."""

    def __init__(
        self,
        workspace: Workspace,
        article: Article | None,
        ids: Sequence[str] | None,
        listed: Sequence[str] | None = None,
    ) -> None:
        """Count the tags of the workspace, of an article, those of a list, and those selected.

        Args:
            workspace: Where they are.
            article: The article shown, if one is.
            ids: The tags selected; one that is gone is passed over.
            listed: The tags that the filters of a list let through, likewise.
        """
        self._workspace = workspace
        self._article = article
        known = workspace.annotations
        self._given = {
            scope: [known[one] for one in dict.fromkeys(given or ()) if one in known]
            for scope, given in ((Scope.LISTED, listed), (Scope.SELECTED, ids))
        }
        self._counts: dict[Scope, Counter[str]] = {
            Scope.WORKSPACE: Counter(),
            Scope.ARTICLE: Counter(workspace.counts(article.id) if article else {}),
            **{scope: Counter(one.kind for one in tags) for scope, tags in self._given.items()},
        }
        for article_id in workspace.articles:
            self._counts[Scope.WORKSPACE].update(workspace.counts(article_id))

    def count(self, scope: Scope, kinds: Collection[str] | None) -> int:
        """Return how many tags there are of some kinds; ``None`` is any kind."""
        counts = self._counts[scope]
        return counts.total() if kinds is None else sum(counts[kind] for kind in kinds)

    def rows(self, scope: Scope, kinds: Collection[str] | None) -> list[ExportRow]:
        """Return these tags as they are now, article by article in the workspace's order."""
        articles = self._articles(one.article for one in self._tags(scope))
        rows = [
            articles[one.article].row(one)
            for one in self._tags(scope)
            if kinds is None or one.kind in kinds
        ]
        places = {article_id: place for place, article_id in enumerate(articles)}
        rows.sort(key=lambda row: places[row.article.id])
        return rows

    def first_rows(self, scope: Scope, kinds: Collection[str] | None) -> tuple[ExportRow, ...]:
        """Return the first of these tags, in the order in which they are written."""
        if scope is not Scope.WORKSPACE:
            return select(self.rows(scope, kinds))[:PREVIEWED]
        found: list[ExportRow] = []
        for article_id in self._workspace.articles:
            counts = self._workspace.counts(article_id)
            if any(counts.values() if kinds is None else (counts.get(one, 0) for one in kinds)):
                tags = self._workspace.index(article_id)
                fit = (one for one in tags if kinds is None or one.kind in kinds)
                row = self._article_now(article_id).row
                found += map(row, islice(fit, PREVIEWED - len(found)))
            if len(found) == PREVIEWED:
                break
        return tuple(found)

    def articles(self, scope: Scope) -> tuple[ExportArticle, ...]:
        """Return the articles chosen, with or without tags, in the workspace's order."""
        if scope is Scope.WORKSPACE:
            return tuple(self._articles(self._workspace.articles).values())
        if scope in self._given:
            return tuple(self._articles(one.article for one in self._given[scope]).values())
        return () if self._article is None else (self._article_now(self._article.id),)

    def authors(self) -> list[str]:
        """Return who made the tags of the workspace."""
        return sorted({one.author for one in self._workspace.annotations.values()})

    def _articles(self, ids: Iterable[str]) -> dict[str, ExportArticle]:
        chosen = set(ids)
        return {one: self._article_now(one) for one in self._workspace.articles if one in chosen}

    def _article_now(self, article_id: str) -> ExportArticle:
        workspace = self._workspace
        return ExportArticle.of(
            workspace.articles[article_id],
            workspace.details(article_id),
            workspace.script(article_id),
        )

    def _tags(self, scope: Scope) -> Iterable[Annotation]:
        if scope in self._given:
            return self._given[scope]
        if scope is Scope.ARTICLE and self._article is not None:
            return self._workspace.index(self._article.id)
        return self._workspace.annotations.values()


class _CancelledError(Exception):
    """The user asked to stop."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What else keeps a tag from being written, besides scope and kind.

    Attributes:
        author: Who made it; ``None`` is anybody.
        words: Words of quote, note or an attribute.
    """

    author: str | None = None
    words: str = ""

    def __bool__(self) -> bool:
        """Whether it may leave a tag out."""
        return self.author is not None or bool(self.words)

    def of(self, rows: Iterable[ExportRow]) -> tuple[ExportRow, ...]:
        """Return the rows that fit, in the order in which they are written."""
        authors = None if self.author is None else (self.author,)
        return select(rows, authors=authors, words=self.words)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at an export found.

    Attributes:
        count: How many tags fit.
        beginning: How the file begins; ``None`` where it cannot be written.
        sentence: Why not.
    """

    count: int
    beginning: Table | str | None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The making of a preview, as a task of pure data.

    Attributes:
        exporter: The format.
        export: What would be written: its first rows, or all of them to be narrowed.
        narrowing: What keeps tags out.
        count: How many tags there are where nothing does.
    """

    exporter: Exporter
    export: Export
    narrowing: Narrowing
    count: int

    def run(self, progress: Progress) -> Seen | None:
        """Return how the file begins; ``None`` where nobody waits for it any more."""

        def report(_: int) -> None:
            if progress.cancelled:
                raise _CancelledError

        rows, count = self.export.rows, self.count
        if self.narrowing:
            rows = self.narrowing.of(rows)
            count = len(rows)
        try:
            report(0)
            first = replace(self.export, rows=rows[:PREVIEWED], report=report, whole=count)
            return Seen(count, self.exporter.beginning(first))
        except ExportError as error:
            return Seen(count, None, str(error))
        except _CancelledError:
            return None


@dataclass(frozen=True, slots=True)
class Writing:
    """The writing of an export, as a task of pure data.

    Attributes:
        exporter: The format.
        export: What is written; its rows in any order.
        path: The file.
        narrowing: What keeps tags out.
    """

    exporter: Exporter
    export: Export
    path: Path
    narrowing: Narrowing = Narrowing()

    def run(self, progress: Progress) -> int | None:
        """Write the file and return the number of rows; ``None`` where it was cancelled.

        Raises:
            ExportError: If it could not be written; an old file is then untouched.
        """
        rows = self.narrowing.of(self.export.rows)
        step = max(1, len(rows) // 100)

        def report(number: int) -> None:
            if progress.cancelled:
                raise _CancelledError
            if number % step == 0:
                progress.report(number, len(rows))

        def chunks(export: Export) -> Iterator[bytes]:
            for chunk in self.exporter.pieces(export):
                if progress.cancelled:
                    raise _CancelledError
                yield chunk

        ordered = replace(self.export, rows=rows, report=report)
        try:
            return replace(self.exporter, chunks=chunks).write(ordered, self.path)
        except _CancelledError:
            return None
