"""Parquet: the columns of ``columns.py`` with the types that their values have.

A column has the type of its attribute where every value fits it, and is text elsewhere: a
number ``double`` or ``int64``, yes or no ``bool``, a time ``timestamp`` in microseconds of UTC.
A column that a tag says nothing in is null there. The definitions of the kinds stand as JSON in
the file's metadata under ``wenmai``.
"""

from __future__ import annotations

import datetime
import json
import math
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from reader.annotation.tag_set import NO, YES, AttributeType
from reader.exporters.columns import Columns, standard
from reader.exporters.encodable import encodable
from reader.exporters.export import with_views
from reader.exporters.exporter import TEXTS, Exporter, Table
from reader.exporters.spooled import spooled
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.annotation.tag_set import AttributeValue
    from reader.exporters.export import Export

    Read = Callable[[AttributeValue], Any]

_ROWS_A_GROUP: Final = 20_000
_TIMES: Final = ("created", "modified")
_PLACES: Final = ("start", "end")
_LARGEST: Final = 2**63


def _text(value: AttributeValue) -> str:
    return encodable(str(value))


def _integer(value: AttributeValue) -> int:
    if type(value) is not int or not -_LARGEST <= value < _LARGEST:
        raise ValueError
    return value


def _number(value: AttributeValue) -> float:
    if isinstance(value, str | bool) or (math.isfinite(value) and int(float(value)) != int(value)):
        raise ValueError
    return float(value)


def _yes(value: AttributeValue) -> bool:
    if value not in (YES, NO):
        raise ValueError
    return value == YES


def _time(value: AttributeValue) -> datetime.datetime:
    time = datetime.datetime.fromisoformat(str(value))
    if time.tzinfo is None:
        raise ValueError
    return time


_READ: Final[dict[AttributeType, Read]] = {
    AttributeType.NUMBER: _number,
    AttributeType.INTEGER: _integer,
    AttributeType.YES_NO: _yes,
}


def _readers(export: Export, columns: Columns) -> dict[str, Read]:
    """Return what reads the values of each column: the type of each, where all values fit it."""
    reads: dict[str, Read] = dict.fromkeys(columns.names, _text)
    reads |= dict.fromkeys(_TIMES, _time) | dict.fromkeys(_PLACES, _integer)
    for (kind, name), column in columns.attributes.items():
        attribute = export.attribute(kind, name)
        reads[column] = _READ.get(attribute.type, _text) if attribute is not None else _text
    for row in export.rows:
        one = row.annotation
        values = [
            (columns.attributes[one.kind, name], value) for name, value in one.attributes.items()
        ]
        values += [(name, value) for name, value in standard(export, row).items() if name in _TIMES]
        for column, value in values:
            try:
                reads[column](value)
            except (ValueError, OverflowError):
                reads[column] = _text
    return reads


def _write(export: Export, file: BinaryIO) -> None:
    import pyarrow as pa  # not before somebody exports
    import pyarrow.parquet as pq

    columns = Columns.of(export)
    reads = _readers(export, columns)
    types: dict[Read, Any] = {
        _text: pa.string(),
        _integer: pa.int64(),
        _number: pa.float64(),
        _yes: pa.bool_(),
        _time: pa.timestamp("us", "UTC"),
    }
    about = {
        "workspace": export.workspace,
        "exported": export.exported,
        "tag_set": export.tag_set.to_json(),
    }
    schema = pa.schema(
        [(_text(name), types[reads[name]]) for name in columns.names],
        {"wenmai": json.dumps(about)},
    )
    records = _records(export, columns, reads)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(records, _ROWS_A_GROUP)):
            arrays = [
                pa.array([one[name] for one in group], field.type)
                for name, field in zip(columns.names, schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _records(
    export: Export, columns: Columns, reads: dict[str, Read]
) -> Iterator[dict[str, object]]:
    """Yield the values of each tag, ``None`` where it says nothing."""
    for row, view in with_views(export):
        said = columns.record(export, row, view)
        yield {name: reads[name](said[name]) if name in said else None for name in columns.names}


def _chunks(export: Export) -> Iterator[bytes]:
    yield from spooled(lambda file: _write(export, file))


def _preview(export: Export) -> Table:
    columns = Columns.of(export)
    records = _records(export, columns, _readers(export, columns))
    return Table(
        columns.names,
        tuple(
            tuple("" if one[name] is None else str(one[name]) for name in columns.names)
            for one in records
        ),
    )


PARQUET = Exporter(
    "parquet",
    mark("Parquet table"),
    ".parquet",
    _chunks,
    loses=(TEXTS,),
    remedy=mark("The definitions of the kinds are in the file's metadata."),
    proof="DuckDB",
    preview=_preview,
    extra="parquet",
    modules=("pyarrow",),
)
