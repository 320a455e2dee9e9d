"""Finding in the article shown: between the find bar and the surface.

Words are found as they were written, in any script, and as they are shown:
互联网 that is shown as 網際網路 is found by either.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from heapq import merge
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reader.text.alignment import Alignment
from reader.text.search import search_pattern
from reader.text.span import Span
from reader.text.view import ScriptView, ViewSlice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.alignment import Block
    from reader.ui.panels.find_bar import FindBar
    from reader.ui.reading.surface import ReadingSurface
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks

# The search holds the interpreter for one stretch of this many code points.
_STRETCH = 100_000
# And OpenCC for one of this many; the view cuts it where words end.
_CONVERTED = 8_192


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        search: The search.
        matches: Where the words stand in the source, in order and apart.
        shown: The whole article as it is shown; ``None`` in the original, and where the
            search was given up.
    """

    search: Search
    matches: list[Span]
    shown: ViewSlice | None


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
        self._search: Search | None = None
        self._task: Task | None = None
        self._shown: tuple[ScriptView, ViewSlice] | None = None
        self._holds_place = False
        bar.query_changed.connect(self._on_query)
        bar.step_asked.connect(self.step)
        bar.closed.connect(self._on_closed)
        session.article_shown.connect(self._on_article)
        session.script_shown.connect(self._on_script)

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
        self._begin()

    @Slot(object)
    def _on_article(self, _article: object) -> None:
        # They belong to the article before.
        self._matches = []
        if self._query:
            self._begin()

    @Slot(object)
    def _on_script(self, _script: object) -> None:
        """Search what is shown now; the reader stays where he is."""
        if self._query:
            self._begin(holds_place=True)

    @Slot()
    def _on_closed(self) -> None:
        self._query = ""
        self._begin()
        self._surface.setFocus()

    def _begin(self, *, holds_place: bool = False) -> None:
        if self._task is not None:
            # Who waits for words to be found is to be taken there.
            holds_place = holds_place and self._holds_place
            self._task.cancel()
            self._task = self._search = None
        view = self._session.view() if self._query else None
        if self._shown is not None and self._shown[0] is not view:
            self._shown = None
        if view is None:
            self._take([])
            return
        self._holds_place = holds_place
        self._search = Search(view, self._query, None if self._shown is None else self._shown[1])
        self._task = self._tasks.start(self._search.run, self._on_found, self._on_failed)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if found.search is not self._search:
            return
        self._task = self._search = None
        if found.shown is not None:
            self._shown = found.search.view, found.shown
        self._take(found.matches, holds_place=self._holds_place)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error

    def _take(self, matches: list[Span], *, holds_place: bool = False) -> None:
        place = self._place()
        if holds_place and self._matches:
            place = self._matches[self._current].start
        self._matches = matches
        self._current = -1
        if matches:
            # The first at or after where the reader is.
            following = bisect_left(matches, place, key=_start)
            self._current = following % len(matches)
        self._show(select=False, reveal=not holds_place)

    def _place(self) -> int:
        passage = self._session.passage
        if passage:
            return passage.start
        pages = self._surface.pages
        return 0 if pages is None else pages.visible_span().start

    def _show(self, *, select: bool, reveal: bool = True) -> None:
        current = self._matches[self._current] if self._matches else None
        self._surface.set_matches(self._matches, current)
        self._bar.set_count(self._current + 1, len(self._matches))
        if current is not None:
            if select:
                self._surface.select(current)
            if reveal:
                self._surface.reveal(current)


class Search:
    """The search of one query in one view, as a task of pure data.

    Attributes:
        view: The view that the window shows; the task reads what it is made of, and
            converts for itself, since the window goes on converting in it.
    """

    def __init__(self, view: ScriptView, query: str, shown: ViewSlice | None) -> None:
        """Search for ``query``; ``shown`` is the whole of the view, if it is at hand."""
        self.view = view
        self._pattern = search_pattern(query)
        # A match may reach over the end of a stretch by its own length with wraps.
        self._reach = 3 * len(query)
        self._shown = shown

    def run(self, progress: Progress) -> Found:
        """Search stretch by stretch, letting the window breathe between."""
        text = self.view.flat.source
        matches = self._found_in(text, progress)
        shown = self._shown or self._converted(progress)
        if shown is not None and shown.text != text:
            seen = map(shown.alignment.to_source, self._found_in(shown.text, progress))
            matches = _united(matches, seen)
        return Found(self, [self.view.from_flat(one) for one in matches], shown)

    def _found_in(self, text: str, progress: Progress) -> Iterator[Span]:
        """Yield where the words stand in a text, in order and apart."""
        start = 0
        while start < len(text) and not progress.cancelled:
            end = start + _STRETCH
            reached = end
            for match in self._pattern.finditer(text, start, end + self._reach):
                reached = max(end, match.end())
                yield Span(*match.span())
            start = reached

    def _converted(self, progress: Progress) -> ViewSlice | None:
        """Return all that is left of the article as it is shown; ``None`` in the original."""
        flat = self.view.flat
        source, config, corrections = flat.source, flat.config, flat.corrections
        if config is None and not corrections:
            return None
        view = ScriptView(source, config, corrections)
        texts: list[str] = []
        blocks: list[Block] = []
        done = length = 0
        while done < len(source):
            if progress.cancelled:
                return None
            part = view.slice(Span(done, done + _CONVERTED))
            blocks += [block.shifted(done, length) for block in part.alignment.blocks]
            texts.append(part.text)
            done, length = part.span.end, length + len(part.text)
        return ViewSlice(Span(0, done), "".join(texts), Alignment(done, length, blocks))


def _united(written: Iterator[Span], seen: Iterator[Span]) -> Iterator[Span]:
    """Yield what was found in the source and in the view, in order, each place once.

    Of two that overlap the first stays; of two that begin together the longer, a
    replaced word.
    """
    done = 0
    for span in merge(written, seen, key=_longer_first):
        if span.start >= done:
            yield span
            done = span.end


def _start(span: Span) -> int:
    return span.start


def _longer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end
