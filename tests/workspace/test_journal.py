from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import ArticleDetails, ArticleEdit, Operation
from reader.workspace.files.entry import Entry, sum_of
from reader.workspace.journals.journal import entries_of, journal_folders, read_journal

if TYPE_CHECKING:
    from pathlib import Path

EDIT = ArticleEdit("0" * 16, ArticleDetails("一"), ArticleDetails("二"))
ENTRY = Entry("abcdefghij", 1, 1, "", "林", None, Operation("Rename article", (EDIT,)))


def entry(seq: int, label: str = "Rename article") -> Entry:
    return replace(ENTRY, seq=seq, clock=seq, operation=Operation(label, (EDIT,)))


def line(seq: int, label: str = "Rename article") -> bytes:
    return entry(seq, label).to_line()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    folder = tmp_path / "abcdefghij"
    folder.mkdir()
    return folder


def write(journal: Path, *segments: bytes) -> None:
    for number, content in enumerate(segments, 1):
        (journal / f"{number:04}.jsonl").write_bytes(content)


def test_segments_are_read_in_the_order_of_their_numbers(journal: Path) -> None:
    (journal / "10000.jsonl").write_bytes(line(3))
    write(journal, line(1), line(2))
    for name in ("0003.json", "12.jsonl", "notes.txt", ".0001.jsonl.1f.tmp", "snapshot.json"):
        (journal / name).write_bytes(line(9))
    segments = read_journal(journal)
    assert [segment.number for segment in segments] == [1, 2, 10_000]
    assert entries_of(segments) == [entry(1), entry(2), entry(3)]


def test_a_torn_tail_of_any_length_leaves_the_lines_before_it(journal: Path) -> None:
    whole, last = line(1) + line(2), line(3)
    for length in range(1, len(last) - 1):
        write(journal, whole + last[:length])
        (segment,) = read_journal(journal)
        assert segment.entries == [entry(1), entry(2)]
        assert (segment.torn, segment.length) == (last[:length], len(whole))
        assert (segment.damaged, segment.unended) == ([], False)


def test_a_last_line_that_lacks_only_its_end_is_whole(journal: Path) -> None:
    write(journal, line(1) + line(2)[:-1])
    (segment,) = read_journal(journal)
    assert segment.entries == [entry(1), entry(2)]
    assert (segment.torn, segment.unended, segment.length) == (b"", True, len(line(1) * 2) - 1)


def test_a_damaged_line_is_set_aside_with_its_number_and_bytes(journal: Path) -> None:
    broken = line(2).replace("二".encode(), "三".encode())
    write(journal, line(1) + broken + line(3) + b"\x00\xff\n")
    (segment,) = read_journal(journal)
    assert segment.entries == [entry(1), entry(3)]
    assert [(one.number, one.content, one.what) for one in segment.damaged] == [
        (2, broken[:-1], "the checksum does not match"),
        (4, b"\x00\xff", "not a line of a journal"),
    ]


def test_line_ends_that_git_or_an_editor_changed_harm_nothing(journal: Path) -> None:
    write(journal, b"\n" + line(1)[:-1] + b"\r\n\r\n" + line(2))
    (segment,) = read_journal(journal)
    assert entries_of([segment]) == [entry(1), entry(2)]
    assert segment.damaged == []
    assert segment.length == (journal / "0001.jsonl").stat().st_size


def test_what_was_refused_though_it_reached_the_file_is_not_read(journal: Path) -> None:
    done = replace(entry(2, "Done"), refuses=(sum_of(line(2, "Refused")),))
    write(journal, line(1) + line(2, "Refused"), b"", done.to_line() + line(3))
    assert entries_of(read_journal(journal)) == [entry(1), done, entry(3)]


def test_of_two_entries_of_one_number_that_nobody_refused_both_count(journal: Path) -> None:
    """A copy of the writer went on in the first segment, the writer itself in the second."""
    write(journal, line(1) + line(2, "There") + line(3, "There"), line(2, "Here"))
    there = [entry(1), entry(2, "There"), entry(3, "There"), entry(2, "Here")]
    assert entries_of(read_journal(journal)) == there
    assert [segment.forked for segment in read_journal(journal)] == [[], [2]]


def test_a_segment_that_cannot_be_read_says_why(journal: Path) -> None:
    write(journal, line(1))
    (journal / "0002.jsonl").mkdir()
    one, two = read_journal(journal)
    assert (one.unreadable, two.unreadable) == ("", "Is a directory")
    assert one.entries == [entry(1)]


def test_every_folder_that_is_not_hidden_is_a_journal(tmp_path: Path) -> None:
    assert journal_folders(tmp_path) == []
    for name in ("b", "a", ".sync"):
        (tmp_path / "annotations" / name).mkdir(parents=True)
    (tmp_path / "annotations" / "file").touch()
    assert [path.name for path in journal_folders(tmp_path)] == ["a", "b"]
