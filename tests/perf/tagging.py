"""Tag a passage: from the key to the tag on disk and on the screen.

The baseline is what no program can save that keeps its word: one line of the
same length appended to a file in the same folder, and fsync.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.text.span import Span
from tests.perf.measure import Contender, Line, characters, medians
from tests.perf.stage import open_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.workspace import Workspace
    from tests.perf.stage import Reader, Stage

_APPEND = "append and fsync of one line"
_ROUNDS = 4


def tagging(stage: Stage) -> Iterator[Line]:
    """Measure the longest article with few tags and with many, each against the append."""
    length = stage.plan.sizes[-1]
    few, many = stage.plan.tagged
    for tags in (few, many):
        for reader in stage.readers():
            yield _against_append(stage, reader, length, tags)
    for reader in stage.readers():
        yield _many_against_few(stage, reader, length, (few, many))


def _against_append(stage: Stage, reader: Reader, length: int, tags: int) -> Line:
    folder = stage.workspace(length, tags)
    tag = _Tag(reader, folder, tags)
    tag.open()
    append = _Append(folder, tag.journal_line())
    contenders = [Contender("tag", tag.run, tag.select), Contender("append", append.run)]
    measured = medians(contenders, stage.plan.repeats * _ROUNDS)
    tag.take_back()
    append.close()
    # The next to open it must be the same writer, or could not undo.
    reader.session.close()
    case = characters(length, tags)
    return Line("tag", reader.name, case, measured["tag"], _APPEND, measured["append"])


def _many_against_few(stage: Stage, reader: Reader, length: int, counts: tuple[int, int]) -> Line:
    """Measure both in turn, each time in a workspace opened anew."""
    few, many = (_Tag(reader, stage.workspace(length, tags), tags) for tags in counts)
    contenders = [Contender("few", few.run, few.open), Contender("many", many.run, many.open)]
    measured = medians(contenders, stage.plan.repeats)
    for tag in (few, many):
        # Opening takes the last tag back, which another writer could not.
        tag.open()
    reader.session.close()
    case, against = characters(length, counts[1]), f"the same, {counts[0]:,} tags"
    return Line("tag", reader.name, case, measured["many"], against, measured["few"])


class _Tag:
    """One reader that tags one passage in the middle of one article again and again."""

    def __init__(self, reader: Reader, folder: Path, tags: int) -> None:
        self._reader = reader
        self._folder = folder
        self._tags = tags

    def open(self) -> None:
        """Open the workspace anew and select the passage."""
        open_article(self._reader, self._folder)
        self._reader.surface.reveal(self._passage)
        self._reader.take_keys()
        self.select()

    def select(self) -> None:
        """Select the passage, untagged."""
        self.take_back()
        self._reader.surface.select(self._passage)
        self._reader.paint()

    def run(self) -> None:
        """Tag it."""
        self._reader.press("1")
        self._reader.paint()
        assert len(self._workspace.annotations) == self._tags + 1

    def take_back(self) -> None:
        """Undo the tag, if it is there; undo survives reopening."""
        if len(self._workspace.annotations) > self._tags:
            self._reader.session.undo()
            self._reader.paint()

    def journal_line(self) -> bytes:
        """Return the line of the journal that the tag makes."""
        self.run()
        journals = self._folder.glob("annotations/*/*.jsonl")
        newest = max(journals, key=lambda path: path.stat().st_mtime_ns)
        return newest.read_bytes().splitlines(keepends=True)[-1]

    @property
    def _workspace(self) -> Workspace:
        workspace = self._reader.session.workspace
        assert workspace is not None
        return workspace

    @property
    def _passage(self) -> Span:
        article = self._reader.session.article
        assert article is not None
        middle = len(article.text) // 2
        return Span(middle + 20, middle + 30)


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
