"""CSV that a spreadsheet opens in Chinese: UTF-8 with a byte order mark, one row a tag.

The columns are ``id kind quote``, ``quote_SCRIPT`` where a script was chosen, the
attributes, then ``note author created modified context_left context_right article
article_id start end``. Offsets count code points from 0, the end is not included;
the contexts are in the source's script.

Attributes: every one of the tag set has its column, used or not, so that two
exports of one workspace have the same columns. It is called by the attribute's plain
name (``value``); kinds whose attributes are alike in every respect share it. Where two
kinds mean different things by a name, or one of the columns above has it already, each is
called ``kind.name``, as are attributes that the tag set does not know.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from reader.exporters.export import with_views
from reader.exporters.exporter import ATTRIBUTE_TYPES, KINDS, TEXTS, Exporter
from reader.language import mark
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.annotation.tag_set import Attribute, AttributeValue, TagSet
    from reader.exporters.export import Export, ExportRow, RowView

_FIRST: Final = ("id", "kind", "quote")
_LAST: Final = (
    "note",
    "author",
    "created",
    "modified",
    "context_left",
    "context_right",
    "article",
    "article_id",
    "start",
    "end",
)

# A spreadsheet may take a cell that begins so for a formula (OWASP, CSV injection);
# the full-width forms count where the user's language is Chinese or Japanese.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
_ROWS_A_CHUNK: Final = 500

_Key = tuple[str, str]
"""An attribute by its kind's name and its own."""


def _chunks(export: Export) -> Iterator[bytes]:
    headers = _attribute_headers(export.tag_set, export.rows)
    columns = tuple(dict.fromkeys(headers.values()))
    script = export.options.script
    quotes = () if script is Script.ORIGINAL else (f"quote_{script.value}",)
    buffer = io.StringIO(newline="")
    buffer.write("\ufeff")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(_harmless(cell) for cell in (*_FIRST, *quotes, *columns, *_LAST))
    for number, (row, view) in enumerate(with_views(export), 1):
        writer.writerow(_cells(row, view, headers, columns))
        if number % _ROWS_A_CHUNK == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    # A lone surrogate has no UTF-8; it is shown by its number.
    return text.encode("utf-8", "backslashreplace")


def _cells(
    row: ExportRow, view: RowView | None, headers: Mapping[_Key, str], columns: Iterable[str]
) -> Iterator[str]:
    one = row.annotation
    attributes = {headers[one.kind, name]: value for name, value in one.attributes.items()}
    anchor = one.anchor
    texts: list[AttributeValue] = [one.id, one.kind, anchor.quote]
    if view is not None:
        texts.append(view.quote)
    texts += [attributes.get(column, "") for column in columns]
    texts += [one.note, one.author, one.created, one.modified, anchor.prefix, anchor.suffix]
    texts += [row.title, one.article, one.span.start, one.span.end]
    return map(_harmless, texts)


def _harmless(value: AttributeValue) -> str:
    """Return a cell; a text that could be a formula gets an apostrophe, a number stays one."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return str(value)


def _attribute_headers(tag_set: TagSet, rows: Iterable[ExportRow]) -> dict[_Key, str]:
    """Return the column of each attribute of the tag set, then of each other one in the rows."""
    meanings: defaultdict[str, set[Attribute]] = defaultdict(set)
    for kind in tag_set:
        for attribute in kind.attributes:
            meanings[attribute.name].add(attribute)
    taken = {*_FIRST, *_LAST, *(f"quote_{script.value}" for script in Script)}
    plain = {name for name, alike in meanings.items() if len(alike) == 1} - taken
    taken |= plain
    headers: dict[_Key, str] = {}
    for kind in tag_set:
        for attribute in kind.attributes:
            key = (kind.name, attribute.name)
            headers[key] = attribute.name if attribute.name in plain else _free(key, taken)
    strange = {(row.annotation.kind, name) for row in rows for name in row.annotation.attributes}
    for key in sorted(strange - headers.keys()):
        headers[key] = _free(key, taken)
    return headers


def _free(key: _Key, taken: set[str]) -> str:
    """Return ``kind.name``, made longer while another column has it, and take it."""
    header = ".".join(key)
    while header in taken:
        header += "_"
    taken.add(header)
    return header


CSV = Exporter(
    "csv",
    mark("CSV table"),
    ".csv",
    _chunks,
    loses=(ATTRIBUTE_TYPES, KINDS, TEXTS),
    remedy=mark("The JSON document has the definitions of the kinds; numbers are without marks."),
    proof="csv of Python, DuckDB",
)
