"""What a worker does: the rules on the rows of one shard, into a file that nobody reads yet."""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.corpus import json_lines, parquet
from reader.corpus.errors import WorkerError
from reader.corpus.options import PARQUET, Options, rules_version
from reader.corpus.rows import RULES_FAILED
from reader.corpus.writing import part_writer
from reader.language import tr
from reader.suggest import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.corpus.plan import Shard
    from reader.corpus.rows import Row
    from reader.corpus.sources import Piece

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """A shard to be done.

    Attributes:
        shard: The shard.
        options: What is asked, with everything chosen.
        rules: Which rules are to answer.
        folder: Where to write, from the root.
    """

    shard: Shard
    options: Options
    rules: dict[str, str]
    folder: Path


@dataclass(frozen=True, slots=True)
class Done:
    """A shard that is done: its suggestions are on disk under a name for the time being.

    Attributes:
        number: The shard's number.
        temporary: The file's name.
        entry: What the manifest says of it.
    """

    number: int
    temporary: str
    entry: dict[str, Any]


@dataclass(slots=True)
class _Count:
    rows: int = 0
    characters: int = 0
    suggestions: Counter[str] = field(default_factory=Counter)
    bad: dict[str, dict[str, Any]] = field(default_factory=dict)

    def count_bad(self, file: str, row: Row, problem: str) -> None:
        held = self.bad.setdefault(problem, {"rows": 0, "file": file, "row": row.number})
        held["rows"] += 1


def do_shard(task: Task) -> Done:
    """Do one shard. Twice gives the same bytes under two names; who asked renames one of them.

    Raises:
        CorpusError: If a file is damaged.
        WorkerError: If the rules here are not those that were asked for.
        OSError: If a file cannot be read or written.
    """
    if task.rules != rules_version():
        msg = tr(
            "A worker has other rules than this command; install the same Wenmai on every machine "
            "and repeat it."
        )
        raise WorkerError(msg)
    temporary = task.folder / f".wenmai-{secrets.token_hex(8)}.tmp"
    assert task.options.format is not None
    try:
        with temporary.open("x+b") as file:
            with part_writer(file, task.options.format) as write:
                count = _suggest_all(task, write)
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    entry = {
        "rows": count.rows,
        "characters": count.characters,
        "suggestions": {kind: count.suggestions[kind] for kind in task.options.kinds},
        "bad": dict(sorted(count.bad.items())),
        "bytes": size,
        "sha256": digest,
    }
    return Done(task.shard.number, temporary.name, entry)


def _suggest_all(task: Task, write: Callable[[dict[str, Any]], None]) -> _Count:
    count = _Count()
    for piece in task.shard.pieces:
        name = piece.source.name
        for row in _rows(piece, task.options):
            count.rows += 1
            if row.problem:
                count.count_bad(name, row, row.problem)
                continue
            try:
                found = _found(row, name, task.options)
            except Exception:  # noqa: BLE001 (no text may end a run of hours)
                _log.info("the rules failed on row %d of %s", row.number, name, exc_info=True)
                count.count_bad(name, row, RULES_FAILED)
                continue
            count.characters += len(row.text)
            for one in found:
                count.suggestions[one["kind"]] += 1
                write(one)
    return count


def _rows(piece: Piece, options: Options) -> Iterator[Row]:
    read = parquet.read_groups if piece.source.format == PARQUET else json_lines.read_lines
    return read(piece, options)


def _found(row: Row, file: str, options: Options) -> list[dict[str, Any]]:
    name = f"{file}#{row.number}" if row.id is None else row.id
    return [
        {"id": name, "file": file, "row": row.number, **one.to_json(row.text)}
        for one in suggest(row.text, kinds=options.kinds)
        if one.confidence >= options.min_confidence
    ]
