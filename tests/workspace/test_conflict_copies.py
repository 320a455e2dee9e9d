"""What synchronisers leave beside a journal: more entries of its writer, each counted once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import ArticleDetails, ArticleEdit, Operation
from reader.workspace.files.conflict_copies import copied_number, segment_number, writer_of
from reader.workspace.files.entry import Entry, sum_of
from reader.workspace.journals.journal import entries_of, journals_in, read_journal, sum_before

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.workspace import Workspace

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]
    Journal = Callable[[Workspace], Path]

EDIT = ArticleEdit("0" * 16, ArticleDetails("一"), ArticleDetails("二"))
ENTRY = Entry("abcdefghij", 1, 1, "", "林", None, Operation("Rename article", (EDIT,)))

COPIES = [
    "0001.sync-conflict-20261122-080000-ABCDEFG.jsonl",
    "0001 (conflicted copy 2026-11-22 080000).jsonl",
    "0001 (Lin's conflicted copy 2026-11-22).jsonl",
    "0001 (林 的冲突副本 2026-11-22).jsonl",
    "0001 (Copie en conflit de Lin 2026-11-22).jsonl",
    "0001 (SFConflict lin@example.org 2026-11-22-08-00-00).jsonl",
    "0001-LAPTOP.jsonl",
    "0001 (1).jsonl",
    "0001 2.jsonl",
    "0001.Conflict.jsonl",
    "0001_conflict\n.jsonl",
]


def line(seq: int, label: str = "Rename article") -> bytes:
    return replace(
        ENTRY, seq=seq, clock=seq, operation=Operation(label, ENTRY.operation.edits)
    ).to_line()


@pytest.fixture
def folder_of(tmp_path: Path) -> Path:
    made = tmp_path / "annotations" / "abcdefghij"
    made.mkdir(parents=True)
    return made


def labels(*journals: Path) -> list[tuple[int, str]]:
    entries = entries_of(read_journal(*journals))
    return sorted((entry.seq, entry.operation.label) for entry in entries)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_of_a_segment_is_known_by_its_name(name: str) -> None:
    assert copied_number(name) == 1
    assert segment_number(name) is None


@pytest.mark.parametrize(
    "name",
    [
        ".0001.jsonl.1a2b.tmp",
        "~syncthing~0001.jsonl.tmp",
        ".syncthing.0001.jsonl.tmp",
        "0001.json",
        "1.jsonl",
        "001 (1).jsonl",
        "notes.jsonl",
        "0001.jsonl.bak",
        "snapshot.json",
        "damaged",
    ],
)
def test_other_files_are_none(name: str) -> None:
    assert copied_number(name) is segment_number(name) is None


def test_a_segment_is_no_copy() -> None:
    for name, number in [("0001.jsonl", 1), ("10000.jsonl", 10_000)]:
        assert segment_number(name) == number
        assert copied_number(name) is None


@pytest.mark.parametrize(
    ("name", "writer"),
    [
        ("abcdefghij", "abcdefghij"),
        ("abcdefghij (conflicted copy)", "abcdefghij"),
        ("abcdefghij.sync-conflict-20261122-080000-ABCDEFG", "abcdefghij"),
        ("abcdefghij-LAPTOP", "abcdefghij"),
        ("abcdefghijk", "abcdefghijk"),
        ("a", "a"),
    ],
)
def test_a_folder_or_its_copy_is_of_one_writer(name: str, writer: str) -> None:
    assert writer_of(name) == writer


def test_a_copied_folder_is_more_of_the_same_journal(folder_of: Path) -> None:
    (folder_of / "0001.jsonl").write_bytes(line(1))
    copy = folder_of.with_name("abcdefghij (conflicted copy)")
    copy.mkdir()
    (copy / "0001.jsonl").write_bytes(line(1) + line(2))
    (copy / "0002.jsonl").write_bytes(line(3))
    ((writer, journals),) = journals_in([folder_of.parent.parent]).items()
    assert (writer, journals) == ("abcdefghij", [folder_of, copy])
    assert [seq for seq, _ in labels(*journals)] == [1, 2, 3]
    assert {entry.writer for entry in entries_of(read_journal(*journals))} == {"abcdefghij"}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_adds_what_the_segment_does_not_hold(folder_of: Path, name: str) -> None:
    (folder_of / "0001.jsonl").write_bytes(line(1) + line(3))
    (folder_of / name).write_bytes(line(1) + line(2) + line(3) + line(4) + b'{"sum":"')
    segments = read_journal(folder_of)
    assert [segment.copy for segment in segments] == [False, True]
    assert [entry.seq for entry in segments[1].entries] == [2, 4]
    assert all(segment.forked == [] for segment in segments)


def test_two_entries_of_one_number_are_both_kept_and_noted(folder_of: Path) -> None:
    (folder_of / "0001.jsonl").write_bytes(line(1) + line(2, "Here"))
    for name in ("0001 (1).jsonl", "0001 (2).jsonl"):
        (folder_of / name).write_bytes(line(1) + line(2, "There"))
    assert labels(folder_of) == [(1, "Rename article"), (2, "Here"), (2, "There")]
    assert [segment.forked for segment in read_journal(folder_of)] == [[], [2], []]


def test_what_was_refused_is_refused_in_a_copy_too(folder_of: Path) -> None:
    (folder_of / "0001.jsonl").write_bytes(line(1) + line(2, "Refused"))
    done = Entry.from_line("abcdefghij", line(2, "Done")[:-1])
    refuses = (sum_of(line(2, "Refused")),)
    (folder_of / "0002.jsonl").write_bytes(replace(done, refuses=refuses).to_line())
    (folder_of / "0001 (1).jsonl").write_bytes(line(1) + line(2, "Refused") + line(3, "There"))
    assert labels(folder_of) == [(1, "Rename article"), (2, "Done"), (3, "There")]


def test_the_same_segment_in_two_places_is_there_once(folder_of: Path, tmp_path: Path) -> None:
    beside = tmp_path / "beside" / "abcdefghij"
    beside.mkdir(parents=True)
    (folder_of / "0001.jsonl").write_bytes(line(1))
    # What was brought in goes on there, and a power cut brings back what was removed here.
    (folder_of / "0002.jsonl").write_bytes(line(2) + line(3) + line(4))
    (beside / "0002.jsonl").write_bytes(line(2) + line(3))
    for journals in ((folder_of, beside), (beside, folder_of)):
        assert [seq for seq, _ in labels(*journals)] == [1, 2, 3, 4]


def test_two_forms_of_a_segment_in_two_places_both_count(folder_of: Path, tmp_path: Path) -> None:
    beside = tmp_path / "beside" / "abcdefghij"
    beside.mkdir(parents=True)
    (folder_of / "0001.jsonl").write_bytes(line(1, "Here") + line(2))
    (beside / "0001.jsonl").write_bytes(line(1, "There"))
    assert labels(folder_of, beside) == [(1, "Here"), (1, "There"), (2, "Rename article")]


def test_every_program_that_reads_sees_the_same(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open, open_elsewhere: Open
) -> None:
    made = [tag(workspace, start, start + 2) for start in range(3)]
    path = journal(workspace)
    lines = path.read_bytes().splitlines(keepends=True)
    shutil.copy(path, path.with_name("0001.sync-conflict-20261122-080000-ABCDEFG.jsonl"))
    path.write_bytes(lines[0])
    assert list(open_elsewhere().annotations) == [one.id for one in made]


def test_the_sum_before_a_place_is_that_of_the_line_that_ends_there(tmp_path: Path) -> None:
    path = tmp_path / "0001.jsonl"
    long = line(2, "长" * 30_000)
    content = line(1) + long + b"\r\n" + line(3)
    path.write_bytes(content)
    place = 0
    assert sum_before(path, place) == b""
    for one in (line(1), long, b"\r\n", line(3)):
        place += len(one)
        expected = long if one == b"\r\n" else one
        assert sum_before(path, place) == expected[8:24]
    assert sum_before(path, place + 1) == b""
    path.write_bytes(b"\n\n")
    assert sum_before(path, 2) == b""
