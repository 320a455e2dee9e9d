"""The files of a corpus, and the pieces that they are cut into."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.corpus.errors import CorpusError
from reader.corpus.options import JSON_LINES, PARQUET
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SUFFIXES: Final[Mapping[str, str]] = {
    ".parquet": PARQUET,
    ".pq": PARQUET,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
}
_MAGIC = b"PAR1"
_SNIFFED = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a corpus.

    Attributes:
        name: Its path from the corpus's folder, with ``/`` between; alone, its name.
        path: Where it is, from the root.
        format: One of :data:`reader.corpus.options.FORMATS`.
    """

    name: str
    path: Path
    format: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of one file that stand behind one another.

    Attributes:
        source: The file.
        first_row: The first row's number.
        rows: How many there are.
        offset: Where they begin in a JSON Lines file, in bytes; 0 in Parquet.
        size: About how many bytes they take.
    """

    source: Source
    first_row: int
    rows: int
    offset: int
    size: int


def find_sources(corpus: Path) -> list[Source]:
    """Return the files of a corpus: one, or all of a folder and those below it, in order of name.

    Raises:
        CorpusError: If there is none.
    """
    corpus = corpus.absolute()
    if corpus.is_dir():
        found = [
            Source(_name(path.relative_to(corpus)), path, _SUFFIXES[path.suffix.lower()])
            for path in _files_below(corpus)
        ]
        if not found:
            msg = tr(
                "{path} holds no file that ends in .parquet, .pq, .jsonl or .ndjson; name another "
                "folder, or one file."
            ).format(path=corpus)
            raise CorpusError(msg)
        return sorted(found, key=lambda source: source.name)
    try:
        return [Source(_name(Path(corpus.name)), corpus, _format(corpus))]
    except OSError as error:
        msg = tr("{path} cannot be read ({reason}); name another file or folder.").format(
            path=corpus, reason=error.strerror
        )
        raise CorpusError(msg) from None


def _files_below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.suffix.lower() in _SUFFIXES and path.is_file():
            yield path


def _name(path: Path) -> str:
    # A name need not be UTF-8; the name that is written down must be.
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _format(path: Path) -> str:
    """Return what a file that was named is written in, whatever its name ends in."""
    with path.open("rb") as file:
        start = file.read(_SNIFFED)
    if start.startswith(_MAGIC):
        return PARQUET
    if path.suffix.lower() in _SUFFIXES:
        return _SUFFIXES[path.suffix.lower()]
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return JSON_LINES
    msg = tr(
        "{path} is neither Parquet nor JSON Lines; unpack it or write it as one of them."
    ).format(path=path)
    raise CorpusError(msg)
