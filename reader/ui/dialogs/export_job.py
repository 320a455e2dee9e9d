"""What an export takes and how it is written; knows no widget."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from reader.exporters import Export, ExportRow, select

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.exporters import Exporter
    from reader.text.article import Article
    from reader.ui.tasks import Progress
    from reader.workspace import Workspace


class Scope(Enum):
    """Which tags an export takes."""

    WORKSPACE = "workspace"
    ARTICLE = "article"
    SELECTED = "selected"


class Candidates:
    """The tags that an export may take, counted without being looked at one by one."""

    def __init__(
        self, workspace: Workspace, article: Article | None, ids: Sequence[str] | None
    ) -> None:
        """Count the tags of the workspace, of an article, and those selected.

        Args:
            workspace: Where they are.
            article: The article shown, if one is.
            ids: The tags selected; one that is gone is passed over.
        """
        self._workspace = workspace
        self._article = article
        known = workspace.annotations
        self._selected = [known[one] for one in dict.fromkeys(ids or ()) if one in known]
        self._counts: dict[Scope, Counter[str]] = {
            Scope.WORKSPACE: Counter(),
            Scope.ARTICLE: Counter(workspace.counts(article.id) if article else {}),
            Scope.SELECTED: Counter(one.kind for one in self._selected),
        }
        for article_id in workspace.articles:
            self._counts[Scope.WORKSPACE].update(workspace.counts(article_id))

    def count(self, scope: Scope, kinds: Collection[str] | None) -> int:
        """Return how many tags there are of some kinds; ``None`` is any kind."""
        counts = self._counts[scope]
        return counts.total() if kinds is None else sum(counts[kind] for kind in kinds)

    def rows(self, scope: Scope, kinds: Collection[str] | None) -> list[ExportRow]:
        """Return these tags as they are now, article by article in the workspace's order."""
        workspace = self._workspace
        places = {article_id: place for place, article_id in enumerate(workspace.articles)}
        titles = {article_id: workspace.details(article_id).title for article_id in places}
        rows = [
            ExportRow(
                one,
                workspace.articles[one.article],
                titles[one.article],
                workspace.script(one.article),
            )
            for one in self._tags(scope)
            if kinds is None or one.kind in kinds
        ]
        rows.sort(key=lambda row: places[row.article.id])
        return rows

    def _tags(self, scope: Scope) -> Iterable[Annotation]:
        if scope is Scope.SELECTED:
            return self._selected
        if scope is Scope.ARTICLE and self._article is not None:
            return self._workspace.index(self._article.id)
        return self._workspace.annotations.values()


class _CancelledError(Exception):
    """The user asked to stop."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The writing of an export, as a task of pure data.

    Attributes:
        exporter: The format.
        export: What is written; its rows in any order.
        path: The file.
    """

    exporter: Exporter
    export: Export
    path: Path

    def run(self, progress: Progress) -> int | None:
        """Write the file and return the number of rows; ``None`` where it was cancelled.

        Raises:
            ExportError: If it could not be written; an old file is then untouched.
        """

        def chunks(export: Export) -> Iterator[bytes]:
            for chunk in self.exporter.chunks(export):
                if progress.cancelled:
                    raise _CancelledError
                yield chunk

        ordered = replace(self.export, rows=select(self.export.rows))
        try:
            return replace(self.exporter, chunks=chunks).write(ordered, self.path)
        except _CancelledError:
            return None
