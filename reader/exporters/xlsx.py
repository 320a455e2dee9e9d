"""A workbook for Excel and its like: a sheet for each kind of tag, and one for the articles.

Numbers, whole days, times and what is yes or no are cells of these types; whatever is a text
stays one, so that no formula and no link comes of it. A character that XML has no place for is
written as workbooks write it (``_x0001_``). A text longer than a cell may be stands in its cell
as far as it fits, and whole in the sheet of long texts.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from reader.exporters.columns import FIRST, LAST, standard
from reader.exporters.encodable import encodable
from reader.exporters.export import METADATA, with_views
from reader.exporters.exporter import KINDS, TEXTS, Exporter, Table
from reader.exporters.spooled import spooled
from reader.exporters.xlsx_values import cell, fits, moment, parts
from reader.language import mark, tr
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from reader.exporters.export import Export, ExportRow, RowView
    from reader.exporters.xlsx_values import Cell

_LAST_ROW: Final = 1_048_575
_ARTICLES: Final = (
    "article", *(f"article_{name}" for name in METADATA), "article_id", "script", "length",
    "sha256", "tags",
)  # fmt: skip
_LONG: Final = ("id", "column", "part", "text")
# Characters wide; a Chinese one takes two.
_WIDTHS: Final = {
    "quote": 40, "note": 36, "text": 80, "context_left": 30, "context_right": 30, "article": 30,
    "created": 19, "modified": 19, "start": 8, "end": 8, "part": 6, "sha256": 20,
}  # fmt: skip
_WIDTH: Final = 14
_WRAPPED: Final = frozenset(["note", "text"])
_TIMES: Final = frozenset(["created", "modified"])
# What the name of a sheet may not hold.
_UNNAMEABLE: Final = re.compile(r"[\[\]:*?/\\\0-\x1f\ud800-\udfff\ufffe\uffff]+")
_NAME_LENGTH: Final = 31
_CUT: Final = " …"
# Words first, as people look for them; what machines want stands behind.
_BEFORE: Final = ("quote",)
_AFTER: Final = ("note", "article", *(f"article_{name}" for name in METADATA), "author")
_REST: Final = tuple(
    name for name in (*FIRST, *LAST) if name not in {*_BEFORE, *_AFTER, "kind_label"}
)


class _Sheet:
    """One kind's sheet, and its next ones where it is full."""

    def __init__(self, book: _Book, title: str, names: tuple[str, ...]) -> None:
        self._book = book
        self._title = title
        self._names = names
        self._begin()

    def _begin(self) -> None:
        self._sheet = self._book.add_sheet(self._title)
        self._row = 0
        for column, name in enumerate(self._names):
            width = _WIDTHS.get(name, _WIDTHS["quote"] if name.startswith("quote_") else _WIDTH)
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, encodable(name), self._book.bold)
        self._sheet.freeze_panes(1, 1)

    def add(self, record: Mapping[str, Cell], of: str) -> None:
        """Add a row; ``of`` is whose long texts they are."""
        if self._row == self._book.last_row:
            self.end()
            self._begin()
        self._row += 1
        for column, name in enumerate(self._names):
            value = record.get(name, "")
            if value == "":
                continue
            self._book.write(self._sheet, self._row, column, name, value)
            if isinstance(value, str) and not fits(value):
                self._book.long.append((of, name, value))

    def end(self) -> None:
        """Let the reader sort and filter what is there."""
        self._sheet.autofilter(0, 0, self._row, len(self._names) - 1)


class _Book:
    """A workbook with the formats of its cells."""

    def __init__(self, book: Workbook, last_row: int) -> None:
        self._book = book
        self._taken: set[str] = set()
        self.last_row = last_row
        self.long: list[tuple[str, str, str]] = []
        self.bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._plain = book.add_format({"valign": "top"})
        self._wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self._day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
        self._time = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd hh:mm:ss"})

    def add_sheet(self, title: str) -> Worksheet:
        name = _sheet_name(title, self._taken)
        self._taken.add(name.casefold())
        return self._book.add_worksheet(name)

    def write(self, sheet: Worksheet, row: int, column: int, name: str, value: Cell) -> None:
        match value:
            case str():
                text = value if fits(value) else next(parts(value))[: -len(_CUT)] + _CUT
                sheet.write_string(row, column, encodable(text), self._for_text(name))
            case bool():
                sheet.write_boolean(row, column, value, self._plain)
            case int() | float():
                sheet.write_number(row, column, value, self._plain)
            case datetime.datetime():
                sheet.write_datetime(row, column, value, self._time)
            case _:
                start = datetime.datetime.combine(value, datetime.time())
                sheet.write_datetime(row, column, start, self._day)

    def _for_text(self, name: str) -> Format:
        return self._wrapped if name in _WRAPPED or name.startswith("quote") else self._plain


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that no other sheet has; Excel keeps “History” for itself."""
    plain = _UNNAMEABLE.sub(" ", title).strip(" '") or "-"
    name, number = plain[:_NAME_LENGTH].rstrip(" '"), 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        ending = f" {number}"
        name = plain[: _NAME_LENGTH - len(ending)].rstrip(" '") + ending
    return name


def _columns(export: Export, kind: str) -> tuple[str, ...]:
    """Return the columns of a kind's sheet; an attribute like another column gets the kind's."""
    known = export.tag_set.get(kind)
    names = [one.name for one in known.attributes] if known is not None else []
    strange = {
        name
        for row in export.rows
        if row.annotation.kind == kind
        for name in row.annotation.attributes
    }
    names += sorted(strange.difference(names))
    attributes = [_attribute_column(kind, name) for name in names]
    return (*_BEFORE, *_script_column(export), *attributes, *_AFTER, *_REST)


def _script_column(export: Export) -> tuple[str, ...]:
    script = export.options.script
    return () if script is Script.ORIGINAL else (f"quote_{script.value}",)


def _attribute_column(kind: str, name: str) -> str:
    taken = name in {*FIRST, *LAST} or name.startswith("quote_")
    return f"{kind}.{name}" if taken else name


def _record(export: Export, row: ExportRow, view: RowView | None) -> dict[str, Cell]:
    one = row.annotation
    record: dict[str, Cell] = {
        name: moment(str(value)) if name in _TIMES else value
        for name, value in standard(export, row).items()
    }
    if view is not None:
        record[_script_column(export)[0]] = view.quote
    for name, value in one.attributes.items():
        record[_attribute_column(one.kind, name)] = cell(value, export.attribute(one.kind, name))
    return record


def _write(export: Export, file: BinaryIO, last_row: int) -> None:
    from tempfile import TemporaryDirectory  # not before somebody exports

    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory() as folder:
        book = xlsxwriter.Workbook(
            file,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "tmpdir": folder,
            },
        )
        book.use_zip64()
        book.set_properties({"created": moment(export.exported)})
        try:
            _fill(_Book(book, last_row), export)
            book.close()
        except BaseException as error:
            # What was written of the sheets waits in files, which nobody else closes.
            for sheet in book.worksheets():
                waiting: Any = sheet.row_data_fh
                waiting.close()
            if isinstance(error, FileCreateError):
                # So it calls whatever the system says of the disk.
                raise OSError(str(error)) from error
            raise


def _fill(book: _Book, export: Export) -> None:
    kinds = [kind.name for kind in export.tag_set]
    present = dict.fromkeys(row.annotation.kind for row in export.rows)
    sheets: dict[str, _Sheet] = {}
    for kind in (
        *(one for one in kinds if one in present),
        *(one for one in present if one not in kinds),
    ):
        sheets[kind] = _Sheet(book, tr(export.label(kind)), _columns(export, kind))
    for row, view in with_views(export):
        sheets[row.annotation.kind].add(_record(export, row, view), row.annotation.id)
    articles = _Sheet(book, tr("Articles"), _ARTICLES)
    for record in _articles(export):
        articles.add(record, str(record["article_id"]))
    for sheet in (*sheets.values(), articles):
        sheet.end()
    if book.long:
        _add_long_texts(book)


def _articles(export: Export) -> Iterator[dict[str, Cell]]:
    tags: dict[str, int] = {}
    for row in export.rows:
        tags[row.article.id] = tags.get(row.article.id, 0) + 1
    for one in export.articles:
        yield {
            "article": one.title,
            **{f"article_{name}": value for name, value in one.metadata.items()},
            "article_id": one.article.id,
            "script": one.script.value,
            "length": len(one.article.text),
            "sha256": one.article.sha256,
            "tags": tags.get(one.article.id, 0),
        }


def _add_long_texts(book: _Book) -> None:
    long, book.long = book.long, []
    sheet = _Sheet(book, tr("Long texts"), _LONG)
    for of, name, text in long:
        for number, part in enumerate(parts(text), 1):
            sheet.add({"id": of, "column": name, "part": number, "text": part}, of)
    sheet.end()


def chunks(export: Export, last_row: int = _LAST_ROW) -> Iterator[bytes]:
    """Yield the bytes of the workbook; a sheet goes on in another behind ``last_row`` rows."""
    yield from spooled(lambda file: _write(export, file, last_row))


def _preview(export: Export) -> Table:
    """Return the sheet of the first tag's kind."""
    if not export.rows:
        return Table((), ())
    kind = export.rows[0].annotation.kind
    names = _columns(export, kind)
    pairs: Iterable[tuple[ExportRow, RowView | None]] = with_views(export)
    records = (_record(export, *pair) for pair in pairs if pair[0].annotation.kind == kind)
    return Table(names, tuple(tuple(str(one.get(name, "")) for name in names) for one in records))


XLSX = Exporter(
    "xlsx",
    mark("Excel workbook"),
    ".xlsx",
    chunks,
    loses=(KINDS, TEXTS),
    remedy=mark(
        "Each kind has its sheet; a text of over 32,767 characters is whole in the sheet of long "
        "texts. Times are UTC, to the millisecond."
    ),
    proof="openpyxl, python-calamine",
    preview=_preview,
)
