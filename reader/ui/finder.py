"""Finding in the article shown: between the find bar and the surface."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reader.text.search import search_pattern
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.text.article import Article
    from reader.ui.panels.find_bar import FindBar
    from reader.ui.reading.surface import ReadingSurface
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks

# The search holds the interpreter for one stretch of this many code points.
_STRETCH = 200_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        article: The article searched.
        query: What was looked for.
        matches: Where it stands, in order.
    """

    article: Article
    query: str
    matches: list[Span]


class Finder(QObject):
    """Searches the article shown and walks through what was found."""

    def __init__(
        self, session: Session, tasks: Tasks, surface: ReadingSurface, bar: FindBar
    ) -> None:
        """Serve a find bar."""
        super().__init__(bar)
        self._session = session
        self._tasks = tasks
        self._surface = surface
        self._bar = bar
        self._query = ""
        self._matches: list[Span] = []
        self._current = -1
        self._task: Task | None = None
        bar.query_changed.connect(self._on_query)
        bar.step_asked.connect(self.step)
        bar.closed.connect(self._on_closed)
        session.article_shown.connect(self._on_article)

    @property
    def matches(self) -> list[Span]:
        """Where the query stands in the article shown."""
        return self._matches

    @Slot(object)
    def step(self, direction: int) -> None:
        """Go to the next match, or the one before; past the end, to the other."""
        if not self._matches:
            return
        self._current = (self._current + direction) % len(self._matches)
        self._show(select=True)

    @Slot(object)
    def _on_query(self, query: str) -> None:
        self._query = query
        self._search()

    @Slot(object)
    def _on_article(self, _article: object) -> None:
        if self._query:
            self._search()

    @Slot()
    def _on_closed(self) -> None:
        self._query = ""
        self._take([])
        self._surface.setFocus()

    def _search(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        article = self._session.article
        if article is None or not self._query:
            self._take([])
            return
        search = _Search(article, self._query)
        self._task = self._tasks.start(search.run, self._on_found, self._on_failed)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if found.article is self._session.article and found.query == self._query:
            self._task = None
            self._take(found.matches)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error

    def _take(self, matches: list[Span]) -> None:
        self._matches = matches
        starts = [match.start for match in matches]
        self._current = -1
        if matches:
            # The first at or after where the reader is.
            self._current = bisect_left(starts, self._place()) % len(matches)
        self._show(select=False)

    def _place(self) -> int:
        passage = self._session.passage
        if passage:
            return passage.start
        pages = self._surface.pages
        return 0 if pages is None else pages.visible_span().start

    def _show(self, *, select: bool) -> None:
        current = self._matches[self._current] if self._matches else None
        self._surface.set_matches(self._matches, current)
        self._bar.set_count(self._current + 1, len(self._matches))
        if current is not None:
            if select:
                self._surface.select(current)
            self._surface.reveal(current)


class _Search:
    """The search of one query, as a task of pure data."""

    def __init__(self, article: Article, query: str) -> None:
        self._article = article
        self._query = query

    def run(self, progress: Progress) -> Found:
        """Search stretch by stretch, letting the window breathe between."""
        pattern = search_pattern(self._query)
        text = self._article.text
        matches: list[Span] = []
        start = 0
        # A match may reach over the end of a stretch by its own length with wraps.
        reach = 3 * len(self._query)
        while start < len(text) and not progress.cancelled:
            end = start + _STRETCH
            found = (Span(*match.span()) for match in pattern.finditer(text, start, end + reach))
            matches.extend(span for span in found if span.start < end)
            start = max(end, matches[-1].end if matches else 0)
        return Found(self._article, self._query, matches)
