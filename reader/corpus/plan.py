"""What is to be done: the shards of a corpus, the same for any number of workers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from reader.corpus import json_lines, parquet
from reader.corpus.errors import CorpusError
from reader.corpus.options import JSON_LINES, PARQUET, Options, rules_version
from reader.corpus.sources import Piece, Source, find_sources
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

# Half a second of one core's work, and no more parts than a folder should hold.
_SHARD_BYTES: Final = 1_500_000
_SHARDS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Shard:
    """What one worker does at a time.

    Attributes:
        number: Its place in the plan, from 0.
        pieces: The rows, in order.
    """

    number: int
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """About how many bytes of the corpus it takes."""
        return sum(piece.size for piece in self.pieces)

    def part(self, form: str) -> str:
        """Return the name of the file that its suggestions go into."""
        return f"part-{self.number:05}.{form}"


@dataclass(frozen=True, slots=True)
class Plan:
    """All that decides what comes out.

    Attributes:
        inputs: The files, with size in bytes and SHA-256.
        options: What is asked, with everything chosen.
        rules: Which rules answer.
        shards: The shards in order.
        stamps: Each file's size and time when it was read; not the manifest's business.
    """

    inputs: list[dict[str, Any]]
    options: Options
    rules: dict[str, str]
    shards: list[Shard]
    stamps: dict[Path, tuple[int, int]]

    def identity(self) -> dict[str, Any]:
        """Return what must be the same for a run to go on."""
        return {"input": self.inputs, "options": self.options.to_json(), "rules": self.rules}

    def check_unchanged(self) -> None:
        """See that no file was changed since it was cut.

        Raises:
            CorpusError: If one was.
        """
        for path, stamp in self.stamps.items():
            if _stamp(path) != stamp:
                msg = tr(
                    "{path} was changed while it was read; repeat the command with --restart."
                ).format(path=path)
                raise CorpusError(msg)


def make_plan(corpus: Path, options: Options, on_file: Callable[[str], None]) -> Plan:
    """Cut a corpus into shards, reading each of its files once and none into memory.

    Args:
        corpus: A file or a folder.
        options: What is asked.
        on_file: Told the name of each file before it is read.

    Raises:
        CorpusError: If there is no corpus, or not with these columns.
    """
    sources = find_sources(corpus)
    stamps = {source.path: _stamp(source.path) for source in sources}
    options = replace(
        options,
        format=options.format or _usual_format(sources),
        shard_bytes=options.shard_bytes
        or max(_SHARD_BYTES, sum(size for size, _ in stamps.values()) // _SHARDS),
    )
    inputs: list[dict[str, Any]] = []
    pieces: list[Piece] = []
    for source in sources:
        on_file(source.name)
        digest, cut = _cut(source, options)
        inputs.append({"file": source.name, "bytes": stamps[source.path][0], "sha256": digest})
        pieces += cut
    return Plan(inputs, options, rules_version(), list(_pack(pieces, options.shard_bytes)), stamps)


def _cut(source: Source, options: Options) -> tuple[str, list[Piece]]:
    try:
        if source.format == PARQUET:
            return parquet.cut_groups(source, options, options.shard_bytes)
        json_lines.check_columns(source, options)
        return json_lines.cut_lines(source, options.shard_bytes)
    except OSError as error:
        raise CorpusError(_unreadable(source.path, error)) from None


def _pack(pieces: Iterable[Piece], target: int) -> Iterator[Shard]:
    """Put pieces together until there are ``target`` bytes of them."""
    held: list[Piece] = []
    size = number = 0
    for piece in pieces:
        held.append(piece)
        size += piece.size
        if size >= target:
            yield Shard(number, tuple(held))
            held, size, number = [], 0, number + 1
    if held:
        yield Shard(number, tuple(held))


def _usual_format(sources: Iterable[Source]) -> str:
    return PARQUET if any(source.format == PARQUET for source in sources) else JSON_LINES


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise CorpusError(_unreadable(path, error)) from None
    return found.st_size, found.st_mtime_ns


def _unreadable(path: Path, error: OSError) -> str:
    return tr("{path} cannot be read ({reason}); mend that and repeat the command.").format(
        path=path, reason=error.strerror
    )
