"""Open an article: from choosing it to its first paint, against a QTextEdit with the same text.

The index of the tags is built and the structure read within the time; the
workspace was opened before it. A QTextEdit lays out the rest of a long text
after its first paint, so the longest time that the event loop then stands still
is measured too.
"""

from __future__ import annotations

import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tests.perf.measure import Contender, Line, characters, lines, medians
from tests.perf.stage import EDITOR, open_workspace
from tests.perf.texts import article_text, tag_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.perf.stage import Reader, Stage

# The loop is idle when no turn has taken over 2 ms for 0.2 s.
_BUSY, _IDLE = 0.002, 0.2


def opening(stage: Stage) -> Iterator[Line]:
    """Measure every size with every number of tags."""
    for length in stage.plan.sizes:
        for tags in stage.plan.tags:
            contenders = _contenders(stage, length, tags)
            measured = medians(contenders, stage.plan.repeats)
            yield from _lines(stage, characters(length, tags), measured)
    length, tags = stage.plan.sizes[-1], stage.plan.tags[-1]
    stalls = _longest_stalls(_contenders(stage, length, tags), stage.plan.repeats)
    yield from _lines(stage, f"then longest stall, {characters(length, tags)}", stalls)


def _lines(stage: Stage, case: str, measured: dict[str, float]) -> list[Line]:
    names = [reader.name for reader in stage.readers()]
    return lines("open", case, measured, EDITOR, names=names)


def _contenders(stage: Stage, length: int, tags: int) -> list[Contender]:
    editor = stage.editor()
    folder = stage.workspace(length, tags)
    opened = [_Opening(reader, folder) for reader in stage.readers()]
    show = partial(editor.show_text, article_text(length), tag_spans(length, tags))
    return [
        *(Contender(one.reader.name, one.run, one.prepare) for one in opened),
        Contender(EDITOR, show, finish=editor.clear),
    ]


def _longest_stalls(contenders: Sequence[Contender], repeats: int) -> dict[str, float]:
    stalls: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for _round in range(repeats):
        for contender in contenders:
            contender.prepare()
            contender.run()
            stalls[contender.name].append(longest_stall())
            contender.finish()
    return {name: median(times) for name, times in stalls.items()}


def longest_stall() -> float:
    """Return the longest turn of the event loop, in milliseconds, until it has been idle."""
    longest = 0.0
    idle_since = time.perf_counter()
    while time.perf_counter() - idle_since < _IDLE:
        start = time.perf_counter()
        QCoreApplication.processEvents()
        end = time.perf_counter()
        longest = max(longest, end - start)
        if end - start > _BUSY:
            idle_since = end
        time.sleep(0.001)
    return longest * 1000


class _Opening:
    """One reader that opens one article again and again."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        self.reader = reader
        self._folder = folder
        self._article = ""

    def prepare(self) -> None:
        self._article = open_workspace(self.reader, self._folder)

    def run(self) -> None:
        self.reader.session.show_article(self._article)
        self.reader.paint()
