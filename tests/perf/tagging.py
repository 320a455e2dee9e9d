"""Tag a passage: from the key to the tag on disk and on the screen.

The baseline is what no program can save that keeps its word: one line of the
same length appended to a file in the same folder, and fsync.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.text.span import Span
from tests.perf.measure import Contender, Line, characters, lines, medians
from tests.perf.stage import open_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.perf.stage import Reader, Stage

_APPEND = "append and fsync of one line"
_ROUNDS = 4


def tagging(stage: Stage) -> Iterator[Line]:
    """Measure the longest article with few tags and with many."""
    length = stage.plan.sizes[-1]
    few, many = max(1, length // 10_000), length // 100
    spent = {}
    for tags in (few, many):
        for line in _case(stage, length, tags):
            spent[line.what, tags] = line.value
            yield line
    for what in (reader.name for reader in stage.readers()):
        case = characters(length, many)
        yield Line(
            "tag", what, case, spent[what, many], f"the same, {few:,} tags", spent[what, few]
        )


def _case(stage: Stage, length: int, tags: int) -> list[Line]:
    folder = stage.workspace(length, tags)
    measured: dict[str, float] = {}
    rounds = stage.plan.repeats * _ROUNDS
    made = []
    # One after another: two that hold one workspace open are two writers.
    for reader in stage.readers():
        tag = _Tag(reader, folder)
        append = _Append(folder, tag.line)
        contenders = [
            Contender(reader.name, tag.run, tag.prepare),
            Contender(_APPEND, append.run),
        ]
        measured = medians(contenders, rounds)
        tag.take_back()
        append.close()
        made += lines("tag", characters(length, tags), measured, _APPEND, names=[reader.name])
    return made


class _Tag:
    """One reader that tags one passage again and again.

    Attributes:
        line: A line of the journal that one tag makes.
    """

    def __init__(self, reader: Reader, folder: Path) -> None:
        self._reader = reader
        open_article(reader, folder)
        article = reader.session.article
        assert article is not None
        middle = len(article.text) // 2
        self._passage = Span(middle + 20, middle + 30)
        reader.surface.reveal(self._passage)
        reader.paint()
        self._tags = self._count()
        self.prepare()
        self.run()
        journals = folder.glob("annotations/*/*.jsonl")
        newest = max(journals, key=lambda path: path.stat().st_mtime_ns)
        self.line = newest.read_bytes().splitlines(keepends=True)[-1]

    def prepare(self) -> None:
        self.take_back()
        self._reader.surface.select(self._passage)
        self._reader.paint()

    def run(self) -> None:
        self._reader.press("1")
        self._reader.paint()
        assert self._count() == self._tags + 1

    def take_back(self) -> None:
        if self._count() > self._tags:
            self._reader.session.undo()
            self._reader.paint()

    def _count(self) -> int:
        workspace = self._reader.session.workspace
        assert workspace is not None
        return len(workspace.annotations)


class _Append:
    """A file that a line is appended to."""

    def __init__(self, folder: Path, line: bytes) -> None:
        self._line = line
        self._path = folder / "baseline.jsonl"
        self._descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def run(self) -> None:
        os.write(self._descriptor, self._line)
        os.fsync(self._descriptor)

    def close(self) -> None:
        os.close(self._descriptor)
        self._path.unlink()
