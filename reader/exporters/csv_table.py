"""CSV that a spreadsheet opens in Chinese: UTF-8 with a byte order mark, one row a tag.

Its columns are those of ``columns.py``.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from reader.exporters.columns import Columns
from reader.exporters.export import with_views
from reader.exporters.exporter import ATTRIBUTE_TYPES, KINDS, TEXTS, Exporter, Table
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import AttributeValue
    from reader.exporters.export import Export

# A spreadsheet may take a cell that begins so for a formula (OWASP, CSV injection);
# the full-width forms count where the user's language is Chinese or Japanese.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
_ROWS_A_CHUNK: Final = 500


def _lines(export: Export) -> Iterator[tuple[str, ...]]:
    """Yield the header, then the cells of each tag."""
    columns = Columns.of(export)
    yield tuple(_harmless(name) for name in columns.names)
    for row, view in with_views(export):
        record = columns.record(export, row, view)
        yield tuple(_harmless(record.get(name, "")) for name in columns.names)


def _chunks(export: Export) -> Iterator[bytes]:
    buffer = io.StringIO(newline="")
    buffer.write("\ufeff")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for number, cells in enumerate(_lines(export)):
        writer.writerow(cells)
        if number and number % _ROWS_A_CHUNK == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    # A lone surrogate has no UTF-8; it is shown by its number.
    return text.encode("utf-8", "backslashreplace")


def _harmless(value: AttributeValue) -> str:
    """Return a cell; a text that could be a formula gets an apostrophe, a number stays one."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return str(value)


def _preview(export: Export) -> Table:
    header, *rows = _lines(export)
    return Table(header, tuple(rows))


CSV = Exporter(
    "csv",
    mark("CSV table"),
    ".csv",
    _chunks,
    loses=(ATTRIBUTE_TYPES, KINDS, TEXTS),
    remedy=mark("The JSON document has the definitions of the kinds."),
    proof="csv of Python, DuckDB",
    preview=_preview,
)
