"""Loads in the background, while the reader reads, what another script would need.

OpenCC holds the interpreter while it loads, whichever thread asks: the window
would stand still. So it is done in steps, each when nothing has moved for a
moment, and what is likely first comes first.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Slot

from reader.text.changes import counterparts
from reader.text.conversion import load_in_steps
from reader.text.folding import folding_table
from reader.text.script import Script, config_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSettings

    from reader.text.article import Article
    from reader.ui.reading.surface import ReadingSurface
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Tasks

    _Wish = tuple[Callable[[str], Iterator[None]], str]

_log = logging.getLogger(__name__)

_LAST: Final = "script"
# Nothing is loaded until this long after the reader moved or switched last.
_STILL_MS: Final = 300
# Room for a frame or two between steps.
_BETWEEN_MS: Final = 40


class Preloader(QObject):
    """Makes ready the scripts that the article shown is not in: the last used first."""

    def __init__(
        self, session: Session, tasks: Tasks, surface: ReadingSurface, settings: QSettings
    ) -> None:
        """Wait for an article and for the first paint of a surface."""
        super().__init__(surface)
        self._session = session
        self._tasks = tasks
        self._settings = settings
        self._viewport = surface.viewport()
        self._painted = False
        self._wanted: list[_Wish] = []
        self._done: set[_Wish] = set()
        self._steps: Iterator[None] | None = None
        self._running = False
        self._still = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load)
        self._viewport.installEventFilter(self)
        session.article_shown.connect(self._on_article)
        session.script_shown.connect(self._on_script)
        surface.scrolled.connect(self._on_moved)
        surface.passage_selected.connect(self._on_moved)

    @property
    def finished(self) -> bool:
        """Whether all that the article shown may need is loaded."""
        return self._steps is None and not self._wanted

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin with the first paint of an article: the timer fires after it."""
        if event.type() == QEvent.Type.Paint and self._session.article is not None:
            self._viewport.removeEventFilter(self)
            self._painted = True
            self._on_moved()
        return False

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        if article is None:
            # The window may be closing: nothing more may be begun.
            self._timer.stop()
            self._wanted = []
        else:
            self._wanted = [wish for wish in self._wishes() if wish not in self._done]
            self._on_moved()

    @Slot(object)
    def _on_script(self, script: Script) -> None:
        if script is not Script.ORIGINAL:
            self._settings.setValue(_LAST, script.value)
        self._on_moved()

    @Slot()
    def _on_moved(self) -> None:
        """Let the reader move undisturbed."""
        self._still.start()
        self._wait()

    def _wait(self) -> None:
        """Set the timer for the next step, if there is one."""
        reading = self._painted and self._session.article is not None
        if reading and not self._running and not self.finished:
            self._timer.start(max(_BETWEEN_MS, _STILL_MS - self._still.elapsed()))

    @Slot()
    def _load(self) -> None:
        """Take the next step in a worker thread."""
        if self.finished:
            # Another article, shown since the timer was set, needs nothing more.
            return
        if self._steps is None:
            wish = self._wanted.pop(0)
            self._done.add(wish)
            load, name = wish
            self._steps = load(name)
        self._running = True
        self._tasks.start(_Step(self._steps).run, self._on_step, self._on_failed)

    @Slot(object)
    def _on_step(self, steps: Iterator[None] | None) -> None:
        """Go on with what has further steps, or with what is wanted next."""
        self._running = False
        self._steps = steps
        self._wait()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Leave it to the reader who asks for that script: there it is said."""
        _log.info("not loaded ahead: %s", error)
        self._on_step(None)

    def _wishes(self) -> list[_Wish]:
        """Return what the other scripts of the article shown need, the likely first."""
        names = self._configurations()
        return [
            *((load_in_steps, name) for name in names),
            *((_load_counterparts, name) for name in names),
            (_load_folding, ""),
        ]

    def _configurations(self) -> list[str]:
        source = self._session.source_script()
        assert source is not None
        last = self._settings.value(_LAST)
        scripts = sorted(Script, key=lambda script: script.value != last)
        regional = self._session.regional
        found = (
            config_for(source, script, regional=words)
            for words in (regional, not regional)
            for script in scripts
        )
        return [name for name in dict.fromkeys(found) if name is not None]


class _Step:
    """One step of a load, as a task of pure data."""

    def __init__(self, steps: Iterator[None]) -> None:
        self._steps = steps

    def run(self, _progress: Progress) -> Iterator[None] | None:
        """Take it; return what has further steps."""
        for _step in self._steps:
            return self._steps
        return None


def _load_counterparts(config: str) -> Iterator[None]:
    """Read which characters have several counterparts: Show changes needs it."""
    counterparts(config)
    yield


def _load_folding(_name: str) -> Iterator[None]:
    """Make what finding in any script needs."""
    folding_table()
    yield
