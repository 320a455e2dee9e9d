"""Bringing in many files at once: files, folders and archives of them, read one by one."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.importers import archive
from reader.importers.folder import files_in
from reader.importers.importer import ImportRefusedError
from reader.importers.making import bytes_of
from reader.importers.registry import importer_for, importers
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from reader.text.article import Article


@dataclass(frozen=True, slots=True)
class Source:
    """A file to bring in, on disk or in an archive; or a folder or an archive.

    Attributes:
        name: What messages call it: its path, which may go on inside an archive.
        data: Reads its bytes; raises :class:`ImportRefusedError`.
        inside: Lists what is in a folder or an archive, and raises the same; ``None`` for a file.
    """

    name: str
    data: Callable[[], bytes]
    inside: Callable[[], list[Source]] | None = None

    def articles(self, encoding: str | None = None) -> list[Article]:
        """Return the articles in a file, at least one.

        Args:
            encoding: Any text codec of Python; ``None`` is the format's own.

        Raises:
            ImportRefusedError: If there is none that can be read.
        """
        data = self.data()
        return importer_for(PurePath(self.name), data).read(data, self.name, encoding)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file.

    Attributes:
        source: The file; a folder or an archive where that was refused.
        articles: What is in it; empty where it was refused.
        refused: Why it was; ``None`` where it was not.
        done: How many files were read so far.
        total: How many there are, as far as is known: archives count as one until opened.
    """

    source: Source
    articles: list[Article]
    refused: ImportRefusedError | None
    done: int
    total: int


def suffixes() -> frozenset[str]:
    """Return the endings of the files that are brought in from a folder, archives too."""
    known = frozenset(suffix for one in importers() for suffix in one.suffixes)
    return known | {archive.SUFFIX}


def source_of(path: Path) -> Source:
    """Return a file, a folder or an archive as something to bring in."""
    data = partial(bytes_of, path)
    # pathlib raises where a folder is forbidden; whoever reads it says so better.
    if os.path.isdir(path):  # noqa: PTH112
        return Source(str(path), data, partial(_in_folder, path))
    if path.suffix.casefold() == archive.SUFFIX:
        return Source(str(path), data, partial(_in_archive, path))
    return Source(str(path), data)


def import_all(sources: Iterable[Source], encoding: str | None = None) -> Iterator[Outcome]:
    """Read files one by one; one that is refused does not stop the rest.

    Args:
        sources: Files, folders and archives.
        encoding: Any text codec of Python; ``None`` is each format's own.

    Yields:
        What came of each file, in order. Who stops asking stops the reading.
    """
    waiting = deque(sources)
    done = 0
    while waiting:
        source = waiting.popleft()
        articles: list[Article] = []
        refused = None
        try:
            if source.inside is not None:
                waiting.extendleft(reversed(source.inside()))
                continue
            articles = source.articles(encoding)
        except ImportRefusedError as error:
            refused = error
        done += 1
        yield Outcome(source, articles, refused, done, done + len(waiting))


def _in_folder(folder: Path) -> list[Source]:
    files, closed = files_in(folder, suffixes())
    return [source_of(path) for path in files] + [_refused(one) for one in closed]


def _in_archive(path: Path) -> list[Source]:
    found = archive.entries(bytes_of(path), str(path), suffixes())
    return [
        _nested(one.full_name)
        if PurePath(one.name).suffix.casefold() == archive.SUFFIX
        else Source(one.full_name, one.read)
        for one in found
    ]


def _nested(name: str) -> Source:
    return _refused(
        tr("{name} is an archive inside an archive; unpack it and import it by itself.").format(
            name=name
        ),
        name,
    )


def _refused(sentence: str, name: str = "") -> Source:
    """Return a source of which nothing comes but why."""

    def data() -> bytes:
        raise ImportRefusedError(sentence)

    return Source(name, data)
