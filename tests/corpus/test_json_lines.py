"""JSON Lines: what a row is, and where a file is cut."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.corpus import CorpusError, Options
from reader.corpus.json_lines import check_columns, cut_lines, read_lines
from reader.corpus.rows import Row
from reader.corpus.sources import Piece, Source
from tests.corpus.corpora import TALK, write_lines

if TYPE_CHECKING:
    from pathlib import Path


def source_of(path: Path) -> Source:
    return Source(path.name, path, "jsonl")


def rows_of(path: Path, target: int = 10**9, **options: Any) -> list[Row]:
    _digest, pieces = cut_lines(source_of(path), target)
    return [row for piece in pieces for row in read_lines(piece, Options(**options))]


def test_a_row_has_its_number_its_name_and_its_text(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [{"id": "x", "text": TALK}, {"id": 7, "text": ""}])
    assert rows_of(path) == [Row(0, "x", TALK), Row(1, "7", "")]
    other = write_lines(tmp_path / "b.jsonl", [{"url": "y", "body": TALK, "id": 1}])
    assert rows_of(other, text="body", id="url") == [Row(0, "y", TALK)]


def test_bad_rows_say_what_is_wrong_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        b'{"text": "a"',
        b"[1]",
        b'{"id": 1}',
        b'{"text": null}',
        b'{"text": 5}',
        b'{"text": "\\ud800"}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b'{"text": "b", "score": NaN}',
        b'{"text": "c", "id": "\\udc00"}',
        b'{"text": "d", "id": null}',
    ]
    path.write_bytes(b"\n".join(lines))
    rows = rows_of(path)
    assert [row.problem for row in rows[:8]] == [
        "not JSON",
        "not an object",
        "no text",
        "null",
        "not a string",
        "not Unicode",
        "not JSON",
        "not JSON",
    ]
    assert rows[8:] == [Row(8, None, "b"), Row(9, "\\udc00", "c"), Row(10, None, "d")]


def test_blank_lines_are_no_rows_but_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a"}\r\n\r\n  \n{"text": "b"}')
    assert rows_of(path) == [Row(0, None, "a"), Row(3, None, "b")]


def test_an_empty_file_has_no_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"")
    assert cut_lines(source_of(path), 10) == (hashlib.sha256(b"").hexdigest(), [])


@given(
    texts=st.lists(st.text(max_size=30), min_size=1),
    target=st.integers(1, 200),
    ended=st.booleans(),
    block=st.integers(1, 300),
)
# A line that ends where the target does.
@example(texts=["", ""], target=13, ended=True, block=300)
def test_wherever_it_is_cut_every_row_is_read_once(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[str],
    target: int,
    ended: bool,
    block: int,
) -> None:
    path = tmp_path_factory.mktemp("cut") / "a.jsonl"
    lines = [json.dumps({"text": text}).encode() for text in texts]
    content = b"\n".join(lines) + b"\n" * ended
    path.write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.corpus.json_lines._BLOCK", block)
        digest, pieces = cut_lines(source_of(path), target)
    assert digest == hashlib.sha256(content).hexdigest()
    rows = [row for piece in pieces for row in read_lines(piece, Options())]
    assert rows == [Row(number, None, text) for number, text in enumerate(texts)]
    assert pieces == _cut_by_lines(source_of(path), content, target)


def _cut_by_lines(source: Source, content: bytes, target: int) -> list[Piece]:
    """Cut a line at a time: the same, slower."""
    pieces: list[Piece] = []
    start = first = 0
    held: list[bytes] = []
    for line in content.splitlines(keepends=True):
        held.append(line)
        size = sum(map(len, held))
        if size >= target and line.endswith(b"\n"):
            pieces.append(Piece(source, first, len(held), start, size))
            start, first, held = start + size, first + len(held), []
    if held:
        pieces.append(Piece(source, first, len(held), start, sum(map(len, held))))
    return pieces


def test_a_column_that_no_row_has_is_refused(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [{"body": TALK, "url": "x"}, [], {"body": TALK}])
    for options, sentence in [
        (Options(), f"{path} has no column “text” (it has body, url); name one with --text."),
        (
            Options(text="body", id="doc"),
            f"{path} has no column “doc” (it has body, url); name one with --id.",
        ),
    ]:
        with pytest.raises(CorpusError) as refused:
            check_columns(source_of(path), options)
        assert str(refused.value) == sentence
    check_columns(source_of(path), Options(text="body", id="url"))


def test_rows_that_are_all_damaged_name_no_columns(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [[], 1])
    check_columns(source_of(path), Options())
