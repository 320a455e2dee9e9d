"""Articles coming in: files are read in a worker and added between events, so that work goes on."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importers import Outcome, Source
    from reader.text.article import Article
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks
    from reader.workspace import Workspace

# Adding an article waits for the disk; so long at a time the window waits with it, in seconds.
_SLICE = 0.03


@dataclass(slots=True)
class Unread:
    """A file whose encoding is to be chosen.

    Attributes:
        source: The file.
        readings: How it begins in each encoding, the likeliest first.
    """

    source: Source
    readings: dict[str, str]


@dataclass(slots=True)
class Batch:
    """What came of a batch of files so far.

    Attributes:
        articles: Those that came in.
        refused: Why others did not.
        there: Which of those did not as they are in the workspace already, by their ids.
        unread: Files in an encoding to be chosen.
        encodings: How many articles were read in each encoding that is not the usual one.
        stopped: Whether it was cancelled; ``left`` files were not looked at.
        left: How many files there are besides.
    """

    articles: list[Article] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    encodings: Counter[str] = field(default_factory=Counter)
    stopped: bool = False
    left: int = 0


class Importing(QObject):
    """One batch after the other: read elsewhere, added here, each article whole or not at all.

    Attributes:
        progressed: Carries ``(done, total)`` in files; ``None`` when nothing is under way.
        finished: Carries the :class:`Batch`.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._waiting: deque[tuple[Sequence[Source], str | None]] = deque()
        self._workspace: Workspace | None = None
        self._reading: _Reading | None = None
        self._task: Task | None = None
        self._batch = Batch()
        # Whether all is read, and how many files are done, of how many.
        self._over = False
        self._far = 0, 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def start(self, sources: Sequence[Source], encoding: str | None = None) -> None:
        """Bring files in, after those that are coming in already."""
        self._waiting.append((sources, encoding))
        self._go_on()

    def cancel(self) -> None:
        """Stop: what came in stays, what was not added yet does not come."""
        self._waiting.clear()
        if self._task is not None:
            self._batch.stopped = True
            self._task.cancel()
            self._timer.start()

    def _go_on(self) -> None:
        if self._task is None and self._waiting:
            self._workspace = self._session.workspace
            self._batch, self._over, self._far = Batch(), False, (0, 0)
            self._reading = reading = _Reading(*self._waiting.popleft())
            self._task = self._tasks.start(
                reading.run, self._on_read, self._on_failed, self._on_advanced
            )

    @Slot(object)
    def _on_advanced(self, _progress: object) -> None:
        if self._task is not None and not self._timer.isActive():
            self._timer.start()

    @Slot(object)
    def _on_read(self, _nothing: object) -> None:
        self._over = True
        self._timer.start()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        raise error

    @Slot()
    def _on_timeout(self) -> None:
        reading = self._reading
        assert reading is not None
        if self._session.workspace is not self._workspace or self._batch.stopped:
            reading.outcomes.clear()
        until = monotonic() + _SLICE
        # The last one waits until it is known to be that: with it, all is done at once.
        while len(reading.outcomes) > (not self._over) and monotonic() < until:
            self._add(reading.outcomes.popleft())
        if self._far != (0, 0):
            self.progressed.emit(self._far)
        if self._over and not reading.outcomes:
            self._end()
        elif not self._over and len(reading.outcomes) <= 1:
            self._timer.stop()

    def _add(self, outcome: _Read) -> None:
        batch, came = self._batch, outcome.outcome
        if outcome.readings:
            batch.unread.append(Unread(came.source, outcome.readings))
        elif came.refused is not None:
            batch.refused.append(str(came.refused))
        for article in came.articles:
            there = self._session.has_article(article.id)
            refused = self._session.add_articles([article])
            batch.refused.extend(refused)
            if not refused:
                self._came_in(article)
            elif there:
                batch.there.append(article.id)
        batch.left = came.total - came.done
        self._far = came.done, came.total

    def _came_in(self, article: Article) -> None:
        self._batch.articles.append(article)
        encoding = article.metadata.get("encoding")
        if encoding is not None:
            self._batch.encodings[encoding] += 1
        if len(self._batch.articles) == 1:
            # There is something to read while the rest comes in.
            self._session.show_article(article.id)

    def _end(self) -> None:
        self._timer.stop()
        self._task = self._reading = None
        self.progressed.emit(None)
        batch, workspace = self._batch, self._workspace
        self._workspace = None
        if self._session.workspace is workspace:
            self.finished.emit(batch)
        self._go_on()


@dataclass(frozen=True, slots=True)
class _Read:
    outcome: Outcome
    # Where its encoding is to be chosen.
    readings: dict[str, str]


class _Reading:
    """The reading of a batch of files, as a task of pure data.

    Attributes:
        outcomes: What was read and not yet taken.
    """

    def __init__(self, sources: Sequence[Source], encoding: str | None) -> None:
        self._sources = sources
        self._encoding = encoding
        self.outcomes: deque[_Read] = deque()

    def run(self, progress: Progress) -> None:
        """Read file after file; one that is refused does not stop the rest."""
        from reader.importers import import_all
        from reader.importers.confined import until

        with until(lambda: progress.cancelled):
            for outcome in import_all(self._sources, self._encoding):
                if progress.cancelled:
                    break
                self.outcomes.append(_Read(outcome, self._readings(outcome)))
                progress.report(outcome.done, outcome.total)

    def _readings(self, outcome: Outcome) -> dict[str, str]:
        """Return what the reader may choose from, where the encoding was the trouble."""
        from reader.importers import ImportRefusedError, UndecodableError, readings_of

        if self._encoding is not None or not isinstance(outcome.refused, UndecodableError):
            return {}
        try:
            return readings_of(outcome.source.data(), outcome.source.name)
        except ImportRefusedError:
            return {}
