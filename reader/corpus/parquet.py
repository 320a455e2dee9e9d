"""Parquet: cutting a file by its groups of rows, and reading the rows of a piece."""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING, Any

from reader.corpus.errors import CorpusError, library
from reader.corpus.json_lines import no_column
from reader.corpus.rows import NOT_UNICODE, Row, row_of
from reader.corpus.sources import Piece
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.corpus.options import Options
    from reader.corpus.sources import Source

# A group can only be read from its beginning: whoever cuts it into n parts reads n / 2 times as
# much. Decoding is some hundred times as quick as the rules.
_PARTS = 32
_BATCH_BYTES = 4 << 20
_BATCH_ROWS = 2048


def cut_groups(source: Source, options: Options, target: int) -> tuple[str, list[Piece]]:
    """Cut a file into pieces of about ``target`` bytes of text.

    Returns:
        The file's SHA-256, and its pieces in order.

    Raises:
        CorpusError: If it is no Parquet, or its columns are not as they should be.
        OSError: If it cannot be read.
    """
    with source.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    pieces: list[Piece] = []
    first = 0
    with _opened(source) as parquet:
        _check_columns(source, parquet.schema_arrow, options)
        for number in range(parquet.metadata.num_row_groups):
            group = parquet.metadata.row_group(number)
            rows, size = group.num_rows, _text_bytes(group, options.text)
            parts = max(1, min(_PARTS, rows, -(-size // target)))
            for part in range(parts):
                start, end = rows * part // parts, rows * (part + 1) // parts
                if start < end:
                    pieces.append(Piece(source, first + start, end - start, 0, size // parts))
            first += rows
    return digest, pieces


def read_groups(piece: Piece, options: Options) -> Iterator[Row]:
    """Yield the rows of a piece, some at a time.

    Raises:
        CorpusError: If the file is damaged.
        OSError: If it cannot be read.
    """
    with _opened(piece.source) as parquet:
        names = parquet.schema_arrow.names
        columns = [name for name in (options.text, options.id_column) if name in names]
        groups, first = _groups_of(piece, parquet.metadata)
        mean = max(1, piece.size // piece.rows)
        batches = parquet.iter_batches(
            batch_size=max(1, min(_BATCH_ROWS, _BATCH_BYTES // mean)),
            row_groups=groups,
            columns=list(dict.fromkeys(columns)),
            use_threads=False,
        )
        end = piece.first_row + piece.rows
        for batch in batches:
            skipped = min(batch.num_rows, max(0, piece.first_row - first))
            wanted = batch.slice(skipped, max(0, end - first - skipped))
            yield from _rows(wanted, first + skipped, options)
            first += batch.num_rows
            if first >= end:
                return


def _groups_of(piece: Piece, metadata: Any) -> tuple[list[int], int]:  # noqa: ANN401
    """Return the groups that hold a piece, and the number of the first row in them."""
    groups: list[int] = []
    first = begin = 0
    for number in range(metadata.num_row_groups):
        end = begin + metadata.row_group(number).num_rows
        if begin < piece.first_row + piece.rows and end > piece.first_row:
            first = first if groups else begin
            groups.append(number)
        begin = end
    return groups, first


def _rows(batch: Any, first: int, options: Options) -> Iterator[Row]:  # noqa: ANN401
    texts = batch.column(options.text)
    names = batch.column(options.id_column) if options.id_column in batch.schema.names else None
    for place in range(batch.num_rows):
        try:
            name = None if names is None else names[place].as_py()
            yield row_of(first + place, name, texts[place].as_py())
        except UnicodeDecodeError:
            yield Row(first + place, None, "", NOT_UNICODE)


def _check_columns(source: Source, schema: Any, options: Options) -> None:  # noqa: ANN401
    for wanted, option in ((options.text, "--text"), (options.id, "--id")):
        if wanted is not None and schema.names.count(wanted) != 1:
            raise CorpusError(no_column(source, wanted, schema.names, option))
    types = library("pyarrow").types
    kind = schema.field(options.text).type
    value = kind.value_type if types.is_dictionary(kind) else kind
    if not (types.is_string(value) or types.is_large_string(value) or types.is_string_view(value)):
        msg = tr(
            "The column “{column}” of {path} holds no text but {type}; name another with --text."
        ).format(column=options.text, path=source.path, type=kind)
        raise CorpusError(msg)


def _text_bytes(group: Any, text: str) -> int:  # noqa: ANN401
    columns = (group.column(place) for place in range(group.num_columns))
    return sum(one.total_uncompressed_size for one in columns if one.path_in_schema == text)


@contextlib.contextmanager
def _opened(source: Source) -> Iterator[Any]:
    """Open a file, and put what is wrong with it into a sentence."""
    invalid = library("pyarrow").lib.ArrowException
    try:
        # Without a buffer a whole group would be held in memory.
        with library("pyarrow.parquet").ParquetFile(
            source.path, buffer_size=1 << 20, pre_buffer=False
        ) as parquet:
            yield parquet
    except invalid as error:
        raise CorpusError(_damaged(source, error)) from None
    except OSError as error:
        # PyArrow says so of a page that cannot be unpacked.
        if error.errno is not None:
            raise
        raise CorpusError(_damaged(source, error)) from None


def _damaged(source: Source, error: Exception) -> str:
    reason = str(error).partition("\n")[0].rstrip(".")
    return tr("{path} is no whole Parquet file ({reason}); mend it or take it out.").format(
        path=source.path, reason=reason
    )
