from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import ArticleDetails, ArticleEdit, Operation
from reader.workspace.files.durable import FileChangedError
from reader.workspace.files.entry import Entry
from reader.workspace.journals.journal import entries_of, read_journal
from reader.workspace.journals.journal_writer import JournalWriter, mend_tail

if TYPE_CHECKING:
    from pathlib import Path

OPERATION = Operation(
    "Rename article", (ArticleEdit("0" * 16, ArticleDetails("一"), ArticleDetails("二")),)
)


def line(seq: int) -> bytes:
    return Entry("abcdefghij", seq, seq, "", "lin", None, OPERATION).to_line()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "annotations" / "abcdefghij"


def numbers(journal: Path) -> list[int]:
    return [entry.seq for entry in entries_of(read_journal(journal))]


def names(journal: Path) -> list[str]:
    return sorted(path.name for path in journal.iterdir())


def fail_once(monkeypatch: pytest.MonkeyPatch, call: str, code: int) -> None:
    real = getattr(os, call)
    failures = iter([True])

    def first_fails(*arguments: object) -> object:
        if next(failures, False):
            raise OSError(code, os.strerror(code))
        return real(*arguments)

    monkeypatch.setattr(os, call, first_fails)


def test_a_new_journal_begins_with_its_first_line_and_goes_on(journal: Path) -> None:
    JournalWriter(journal, []).append(line(1))
    writer = JournalWriter(journal, read_journal(journal))
    writer.append(line(2))
    assert names(journal) == ["0001.jsonl"]
    assert numbers(journal) == [1, 2]


def test_a_full_disk_is_tried_again_in_the_same_segment(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = JournalWriter(journal, [])
    for seq in (1, 2):
        fail_once(monkeypatch, "write", errno.ENOSPC)
        with pytest.raises(OSError, match="No space"):
            writer.append(line(seq))
        writer.append(line(seq))
    assert names(journal) == ["0001.jsonl"]
    assert numbers(journal) == [1, 2]


def test_after_a_failed_fsync_the_next_line_goes_to_a_new_segment(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = JournalWriter(journal, [])
    writer.append(line(1))
    fail_once(monkeypatch, "fsync", errno.EIO)
    with pytest.raises(OSError, match="Input/output"):
        writer.append(line(2))
    assert numbers(journal) == [1]
    writer.append(line(2))
    assert names(journal) == ["0001.jsonl", "0002.jsonl"]
    assert numbers(journal) == [1, 2]


def test_behind_a_line_that_could_not_be_taken_back_a_new_segment_begins(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = JournalWriter(journal, [])
    writer.append(line(1))
    fail_once(monkeypatch, "fsync", errno.EIO)
    fail_once(monkeypatch, "ftruncate", errno.EIO)
    with pytest.raises(OSError, match="Input/output"):
        writer.append(line(2))
    writer.append(line(3))
    first, second = read_journal(journal)
    assert first.path.read_bytes() == line(1) + line(2)
    assert [entry.seq for entry in second.entries] == [3]


def test_a_segment_somebody_else_wrote_to_is_left_to_them(journal: Path) -> None:
    writer = JournalWriter(journal, [])
    writer.append(line(1))
    with (journal / "0001.jsonl").open("ab") as file:
        file.write(line(2))
    for _ in range(2):
        with pytest.raises(FileChangedError):
            writer.append(line(2))
    assert (journal / "0001.jsonl").read_bytes() == line(1) + line(2)
    assert names(journal) == ["0001.jsonl"]


def test_a_segment_that_somebody_else_made_is_left_to_them(journal: Path) -> None:
    writer = JournalWriter(journal, [])
    journal.mkdir(parents=True)
    (journal / "0001.jsonl").write_bytes(line(1))
    with pytest.raises(FileChangedError):
        writer.append(line(1))
    assert writer.length == 0


@pytest.mark.parametrize("tail", [b'{"sum":"', line(2)[:-1]])
def test_behind_a_tail_that_could_not_be_mended_a_new_segment_begins(
    journal: Path, tail: bytes
) -> None:
    journal.mkdir(parents=True)
    (journal / "0001.jsonl").write_bytes(line(1) + tail)
    JournalWriter(journal, read_journal(journal)).append(line(3))
    assert names(journal) == ["0001.jsonl", "0002.jsonl"]
    assert numbers(journal) == [1, *([2] if len(tail) > 8 else []), 3]


def test_a_journal_may_begin_with_a_later_segment(journal: Path) -> None:
    writer = JournalWriter(journal, [], 4)
    writer.append(line(1))
    assert names(journal) == ["0004.jsonl"]
    assert writer.length == len(line(1))


def test_nothing_is_written_where_the_journal_has_vanished(journal: Path) -> None:
    writer = JournalWriter(journal, [])
    writer.append(line(1))
    (journal / "0001.jsonl").unlink()
    with pytest.raises(FileNotFoundError):
        writer.append(line(2))
    assert names(journal) == []


def test_a_torn_tail_is_cut_and_a_missing_line_end_added(journal: Path) -> None:
    JournalWriter(journal, []).append(line(1))
    path = journal / "0001.jsonl"
    for tail, cut, whole in [(b"", False, line(1)), (b'{"sum":"', True, line(1))]:
        path.write_bytes(line(1) + tail)
        (segment,) = read_journal(journal)
        assert mend_tail(segment) is cut
        assert path.read_bytes() == whole
    path.write_bytes(line(1) + line(2)[:-1])
    (segment,) = read_journal(journal)
    assert not mend_tail(segment)
    assert path.read_bytes() == line(1) + line(2)
    JournalWriter(journal, [segment]).append(line(3))
    assert numbers(journal) == [1, 2, 3]
