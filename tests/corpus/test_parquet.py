"""Parquet: what a row is, and where a file is cut."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.corpus import CorpusError, Options
from reader.corpus.parquet import cut_groups, read_groups
from reader.corpus.rows import Row
from reader.corpus.sources import Source
from tests.corpus.corpora import TALK, write_parquet

if TYPE_CHECKING:
    from pathlib import Path


def source_of(path: Path) -> Source:
    return Source(path.name, path, "parquet")


def rows_of(path: Path, target: int = 10**9, **options: Any) -> list[Row]:
    asked = Options(**options)
    _digest, pieces = cut_groups(source_of(path), asked, target)
    return [row for piece in pieces for row in read_groups(piece, asked)]


def test_a_row_has_its_number_its_name_and_its_text(tmp_path: Path) -> None:
    path = write_parquet(
        tmp_path / "a.parquet", {"id": [5, None], "text": [TALK, "b"], "n": [1, 2]}
    )
    assert rows_of(path) == [Row(0, "5", TALK), Row(1, None, "b")]
    assert rows_of(path, id="n") == [Row(0, "1", TALK), Row(1, "2", "b")]
    assert rows_of(path, id="text") == [Row(0, TALK, TALK), Row(1, "b", "b")]
    without = write_parquet(tmp_path / "b.parquet", {"body": [TALK]})
    assert rows_of(without, text="body") == [Row(0, None, TALK)]


@pytest.mark.parametrize(
    "kind",
    [pyarrow.large_string(), pyarrow.string_view(), pyarrow.dictionary(pyarrow.int8(), "string")],
)
def test_every_kind_of_text_is_read(tmp_path: Path, kind: Any) -> None:
    texts = pyarrow.array(["a", "b", "a"]).cast(kind)
    path = write_parquet(tmp_path / "a.parquet", {"text": texts})
    assert [row.text for row in rows_of(path)] == ["a", "b", "a"]


def test_bad_rows_say_what_is_wrong_and_the_rest_is_read(tmp_path: Path) -> None:
    damaged = pyarrow.array([b"a", b"\xed\xa0\x80", None, b"b"]).view("string")
    path = write_parquet(tmp_path / "a.parquet", {"text": damaged})
    problems = [(row.text, row.problem) for row in rows_of(path)]
    assert problems == [("a", ""), ("", "not Unicode"), ("", "null"), ("b", "")]


@settings(max_examples=30)
@given(
    number=st.integers(0, 60),
    group=st.integers(1, 25),
    target=st.integers(1, 400),
    batch=st.integers(1, 7),
)
@example(number=20, group=20, target=400, batch=3)
def test_wherever_it_is_cut_every_row_is_read_once(
    tmp_path_factory: pytest.TempPathFactory, number: int, group: int, target: int, batch: int
) -> None:
    texts = [f"第{place}篇" for place in range(number)]
    path = tmp_path_factory.mktemp("cut") / "a.parquet"
    write_parquet(path, {"text": pyarrow.array(texts, "string")}, group=group)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.corpus.parquet._BATCH_ROWS", batch)
        patch.setattr("reader.corpus.parquet._PARTS", 5)
        assert rows_of(path, target) == [Row(place, None, text) for place, text in enumerate(texts)]
    digest, _pieces = cut_groups(source_of(path), Options(), target)
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_large_group_is_cut_a_small_one_is_not(tmp_path: Path) -> None:
    texts = [f"{place:05}" * 20 for place in range(300)]
    path = write_parquet(tmp_path / "a.parquet", {"text": texts}, group=200)
    _digest, pieces = cut_groups(source_of(path), Options(), 8000)
    assert [(piece.first_row, piece.rows) for piece in pieces] == [
        (0, 66),
        (66, 67),
        (133, 67),
        (200, 50),
        (250, 50),
    ]
    assert all(piece.size <= 8000 for piece in pieces)
    _digest, pieces = cut_groups(source_of(path), Options(), 10**6)
    assert [(piece.first_row, piece.rows) for piece in pieces] == [(0, 200), (200, 100)]


def test_a_column_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", {"body": [TALK], "n": [1]})
    for options, sentence in [
        (Options(), f"{path} has no column “text” (it has body, n); name one with --text."),
        (
            Options(text="body", id="doc"),
            f"{path} has no column “doc” (it has body, n); name one with --id.",
        ),
        (
            Options(text="n"),
            f"The column “n” of {path} holds no text but int64; name another with --text.",
        ),
    ]:
        with pytest.raises(CorpusError) as refused:
            cut_groups(source_of(path), options, 100)
        assert str(refused.value) == sentence


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", {"text": [TALK]})
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(CorpusError, match=r"a\.parquet is no whole Parquet file \(.*[^.]\); mend"):
        cut_groups(source_of(path), Options(), 100)


def test_a_damaged_page_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    table = pyarrow.table({"text": [f"{place} {TALK}" for place in range(500)]})
    pyarrow.parquet.write_table(table, path, compression="zstd", use_dictionary=False)
    (piece,) = cut_groups(source_of(path), Options(), 10**9)[1]
    content = bytearray(path.read_bytes())
    content[60:400] = bytes(340)
    path.write_bytes(content)
    with pytest.raises(CorpusError, match="is no whole Parquet file"):
        list(read_groups(piece, Options()))


def test_a_file_that_is_gone_is_an_error_of_the_disk(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", {"text": [TALK]})
    (piece,) = cut_groups(source_of(path), Options(), 100)[1]
    path.unlink()
    with pytest.raises(FileNotFoundError):
        list(read_groups(piece, Options()))
