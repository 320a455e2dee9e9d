"""Writing the suggestions of a shard, as Parquet or JSON Lines."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import msgspec

from reader.corpus.errors import library
from reader.corpus.options import PARQUET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COLUMNS: Final = (
    ("id", "string"),
    ("file", "string"),
    ("row", "int64"),
    ("start", "int64"),
    ("end", "int64"),
    ("kind", "string"),
    ("quote", "string"),
    ("attrs", "string"),
    ("confidence", "float64"),
    ("reason", "string"),
    ("rule", "string"),
)
"""The columns of a part and their Arrow types; ``attrs`` is JSON, in JSON Lines an object."""

# So many suggestions are a group of rows: it depends on nothing else.
_GROUP = 10_000


@contextmanager
def part_writer(file: BinaryIO, form: str) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Open the writer of a part; what it is given goes into the file, at the latest when it closes.

    Args:
        file: An empty file.
        form: One of :data:`reader.corpus.options.FORMATS`.
    """
    if form == PARQUET:
        with _parquet_writer(file) as write:
            yield write
        return
    encode = msgspec.json.Encoder().encode

    def write_line(row: dict[str, Any]) -> None:
        file.write(encode(row) + b"\n")

    yield write_line


@contextmanager
def _parquet_writer(file: BinaryIO) -> Iterator[Callable[[dict[str, Any]], None]]:
    arrow = library("pyarrow")
    schema = arrow.schema([(name, getattr(arrow, kind)()) for name, kind in COLUMNS])
    encode = msgspec.json.Encoder().encode
    held: list[dict[str, Any]] = []
    with library("pyarrow.parquet").ParquetWriter(file, schema, compression="zstd") as writer:

        def write_group() -> None:
            writer.write_table(arrow.Table.from_pylist(held, schema), row_group_size=_GROUP)
            held.clear()

        def write_row(row: dict[str, Any]) -> None:
            held.append({**row, "attrs": encode(row["attrs"]).decode("utf-8")})
            if len(held) == _GROUP:
                write_group()

        yield write_row
        if held:
            write_group()
