"""JSON Lines: cutting a file at line ends, and reading the rows of a piece."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import msgspec

from reader.corpus.errors import CorpusError
from reader.corpus.rows import NO_TEXT, NOT_AN_OBJECT, NOT_JSON, Row, row_of
from reader.corpus.sources import Piece
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.corpus.options import Options
    from reader.corpus.sources import Source

_BLOCK = 1 << 20
_BOM = b"\xef\xbb\xbf"
# So many rows are looked at before a column is said to be missing.
_PEEKED = 100
_FAST = msgspec.json.Decoder()


def cut_lines(source: Source, target: int) -> tuple[str, list[Piece]]:
    """Cut a file at the first line ends behind every ``target`` bytes, in one pass.

    Returns:
        The file's SHA-256, and its pieces in order.

    Raises:
        OSError: If it cannot be read.
    """
    digest = hashlib.sha256()
    pieces: list[Piece] = []
    place = start = first_row = rows = 0
    last = b""
    with source.path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            begin = 0
            while (end := block.find(b"\n", max(begin, start + target - 1 - place))) >= 0:
                rows += block.count(b"\n", begin, end + 1)
                begin = end + 1
                pieces.append(Piece(source, first_row, rows, start, place + begin - start))
                start, first_row, rows = place + begin, first_row + rows, 0
            rows += block.count(b"\n", begin)
            place += len(block)
            last = block[-1:]
    if start < place:
        rows += last != b"\n"
        pieces.append(Piece(source, first_row, rows, start, place - start))
    return digest.hexdigest(), pieces


def read_lines(piece: Piece, options: Options) -> Iterator[Row]:
    """Yield the rows of a piece, one at a time; blank lines are none.

    Raises:
        OSError: If the file cannot be read.
    """
    with piece.source.path.open("rb") as file:
        file.seek(piece.offset)
        for number in range(piece.first_row, piece.first_row + piece.rows):
            line = file.readline()
            if number == 0:
                line = line.removeprefix(_BOM)
            if line.strip():
                yield _row(number, line, options)


def check_columns(source: Source, options: Options) -> None:
    """See that the columns that were asked for are there, in the first rows.

    Raises:
        CorpusError: If no row has one.
        OSError: If the file cannot be read.
    """
    names: dict[str, None] = {}
    with source.path.open("rb") as file:
        for _ in range(_PEEKED):
            data = _parsed(file.readline().removeprefix(_BOM))
            if isinstance(data, dict):
                names.update(dict.fromkeys(data))
    for wanted, option in ((options.text, "--text"), (options.id, "--id")):
        if names and wanted is not None and wanted not in names:
            raise CorpusError(no_column(source, wanted, list(names), option))


def no_column(source: Source, wanted: str, names: list[str], option: str) -> str:
    """Return the sentence for a column that is not there."""
    return tr("{path} has no column “{wanted}” (it has {names}); name one with {option}.").format(
        path=source.path, wanted=wanted, names=", ".join(names), option=option
    )


def _row(number: int, line: bytes, options: Options) -> Row:
    data = _parsed(line)
    if data is _DAMAGED:
        return Row(number, None, "", NOT_JSON)
    if not isinstance(data, dict):
        return Row(number, None, "", NOT_AN_OBJECT)
    if options.text not in data:
        return Row(number, None, "", NO_TEXT)
    return row_of(number, data.get(options.id_column), data[options.text])


_DAMAGED = object()


def _parsed(line: bytes) -> Any:  # noqa: ANN401 (JSON is any)
    try:
        return _FAST.decode(line)
    except (ValueError, RecursionError):
        pass
    try:
        # It takes a little more: lone surrogates, NaN.
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return _DAMAGED
