"""A snapshot and what follows it always say what reading everything says."""

from __future__ import annotations

import errno
import hashlib
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import (
    AnnotationEdit,
    ArticleDetails,
    ArticleEdit,
    CorrectionEdit,
    KindEdit,
    Operation,
    VerdictEdit,
)
from reader.annotation.tag_set import TagKind
from reader.annotation.verdict import Verdict
from reader.text.glossary import Correction
from reader.text.span import Span
from reader.workspace.errors import DamagedError
from reader.workspace.files.entry import Entry, Reverts, sum_of
from reader.workspace.journals import compaction
from reader.workspace.journals.compaction import compact, pays, read_compacted, registers_of_all
from reader.workspace.journals.history import History
from reader.workspace.journals.journal import entries_of, read_journal
from reader.workspace.journals.lookup import find_entry
from reader.workspace.journals.runs import RunStack
from reader.workspace.journals.snapshot import Covered, Snapshot
from reader.workspace.memory.merge import Digest, Registers, registers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TIME = "2026-11-22T08:00:00.000000Z"
A, B, C = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"


def tag(number: int, note: str = "", **changes: Any) -> Annotation:
    made = Annotation(
        id=f"t{number}",
        article="0123456789abcdef",
        anchor=Anchor.at("办了十二场讲座", Span(2, 5)),
        kind="metric",
        author="lin",
        created=TIME,
        modified=TIME,
        attributes={"value": number, "unit": "场"},
        note=note,
    )
    return replace(made, **changes)


class Book:
    """Writes the journals of several writers, each of which has seen what it has seen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries: dict[str, list[Entry]] = {A: [], B: [], C: []}
        self.known: dict[str, list[Entry]] = {A: [], B: [], C: []}
        self.histories = {A: History(), B: History(), C: History()}
        self.segments = dict.fromkeys((A, B, C), 1)

    def journal(self, writer: str) -> Path:
        journal = self.folder / writer
        journal.mkdir(exist_ok=True, parents=True)
        return journal

    def write(
        self,
        writer: str,
        operation: Operation,
        reverts: Reverts | None = None,
        refuses: tuple[str, ...] = (),
    ) -> Entry:
        known = self.known[writer]
        seq = max((one.seq for one in self.entries[writer]), default=0) + 1
        clock = max((one.clock for one in known), default=0) + 1
        entry = Entry(writer, seq, clock, TIME, "lin", reverts, operation, refuses=refuses)
        line = entry.to_line()
        with (self.journal(writer) / f"{self.segments[writer]:04}.jsonl").open("ab") as file:
            file.write(line)
        entry = Entry.from_line(writer, line[:-1])
        self.entries[writer].append(entry)
        known.append(entry)
        self.histories[writer].note(entry)
        return entry

    def see(self, writer: str, other: str) -> None:
        """Show one writer what another has written."""
        have = {(one.writer, one.seq) for one in self.known[writer]}
        self.known[writer] += [
            one for one in self.known[other] if (one.writer, one.seq) not in have
        ]

    def state(self, writer: str) -> Registers:
        return registers_of(self.known[writer])

    def undo(self, writer: str) -> None:
        step = self.histories[writer].undoable
        if step is not None:
            reverts = Reverts(step.writer, step.seq, "undo")
            self.write(writer, step.operation.inverted(), reverts)

    def redo(self, writer: str) -> None:
        step = self.histories[writer].redoable
        if step is not None:
            self.write(writer, step.operation, Reverts(step.writer, step.seq, "redo"))

    def journals(self) -> list[Path]:
        return sorted(path for path in self.folder.iterdir() if path.is_dir())

    def everything(self) -> Registers:
        return registers_of(
            one for journal in self.journals() for one in entries_of(read_journal(journal))
        )

    def compacted(self) -> Registers:
        reads = [read_compacted(journal) for journal in self.journals()]
        snapshots = [read.snapshot for read in reads if read.snapshot]
        return registers_of_all(
            snapshots, (one for read in reads for one in entries_of(read.segments))
        )


def plainly(registers: Registers) -> dict[str, Any]:
    """Return all that registers say, comparable: what tags replaced as digests."""

    def digested(edits: Iterable[Any]) -> list[Any]:
        return [
            one._replace(
                before=one.before
                if isinstance(one.before, Digest) or one.before is None
                else Digest.of(one.before)
            )
            for one in edits
        ]

    tags = {tag_id: digested(held) for tag_id, held in registers.tags.items()}
    return {
        "tags": tags,
        "ended": {tag_id: sorted(digested(registers.ended.get(tag_id, ()))) for tag_id in tags},
        "details": registers.details,
        "corrections": registers.corrections,
        "kinds": registers.kinds,
        "verdicts": registers.verdicts,
        "clock": registers.clock,
    }


def verdict(start: int, rule: str = "metric.figure") -> Verdict:
    place = (start, start + 1, "metric")
    return Verdict("0123", *place, "字", rule, 0.5, start % 2 == 0, (("newer", "[1]"),))


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "annotations")


def fill(book: Book, count: int = 6) -> None:
    """Write a bit of everything as one writer."""
    for number in range(count):
        book.write(A, Operation("Tag", (AnnotationEdit(None, tag(number)),)))
    book.write(A, Operation("Edit tag", (AnnotationEdit(tag(1), tag(1, "二")),)))
    book.write(A, Operation("Delete tag", (AnnotationEdit(tag(2), None),)))
    one = ArticleDetails("一", source="晚报")
    two = ArticleDetails("二", "zh-Hans", removed=True, date="2026")
    book.write(A, Operation("Rename", (ArticleEdit("0123456789abcdef", one, two),)))
    made, removed = Correction("干部", "幹部"), Correction("人人", "人人")
    book.write(A, Operation("Correct", (CorrectionEdit(None, made), CorrectionEdit(None, removed))))
    book.write(A, Operation("Correct", (CorrectionEdit(removed, None),)))
    place, spot = (TagKind(one, one, "#123456", "") for one in ("place", "spot"))
    book.write(A, Operation("Add kinds", (KindEdit(None, place), KindEdit(None, spot))))
    book.write(A, Operation("Remove kind", (KindEdit(spot, None),)))
    wrong = verdict(1)
    book.write(A, Operation("Reject", tuple(VerdictEdit(None, verdict(one)) for one in range(3))))
    book.write(A, Operation("Forget", (VerdictEdit(wrong, None),)))
    book.undo(A)
    book.undo(A)


def compacted(book: Book, writer: str = A) -> Snapshot:
    journal = book.journal(writer)
    assert compact(journal, read_compacted(journal))
    snapshot = read_compacted(journal).snapshot
    assert snapshot is not None
    return snapshot


def test_a_snapshot_says_what_the_journal_says_and_the_journal_is_not_read(book: Book) -> None:
    fill(book)
    before = book.everything()
    compacted(book)
    read = read_compacted(book.journal(A))
    assert entries_of(read.segments) == []
    assert read.segments[0].last.decode() == book.entries[A][-1].sum
    assert plainly(book.compacted()) == plainly(before)


def test_what_follows_a_snapshot_counts(book: Book) -> None:
    fill(book)
    compacted(book)
    book.write(A, Operation("Edit tag", (AnnotationEdit(tag(3), tag(3, "later")),)))
    book.write(A, Operation("Tag", (AnnotationEdit(None, tag(9)),)))
    read = read_compacted(book.journal(A))
    assert len(entries_of(read.segments)) == 2
    assert read.segments[0].last.decode() == book.entries[A][-1].sum
    assert read.segments[0].lines == len(book.entries[A])
    assert plainly(book.compacted()) == plainly(book.everything())
    compacted(book)
    assert plainly(book.compacted()) == plainly(book.everything())


WHAT = [
    "tag",
    "edit",
    "delete",
    "undo",
    "redo",
    "see",
    "settle",
    "compact",
    "rename",
    "correct",
    "kind",
    "judge",
]
WHAT += ["segment"]


def test_tags_that_several_snapshots_hold_are_united(book: Book) -> None:
    fill(book)
    book.see(B, A)
    here = book.state(B).version("t3")
    book.write(B, Operation("Edit tag", (AnnotationEdit(here, tag(3, "b")),)))
    book.write(B, Operation("Edit tag", (AnnotationEdit(tag(3, "b"), tag(3, "bb")),)))
    book.write(B, Operation("Tag", (AnnotationEdit(None, tag(8)),)))
    book.write(C, Operation("Tag", (AnnotationEdit(None, tag(3, "c")),)))
    book.write(A, Operation("Edit tag", (AnnotationEdit(tag(4), tag(4, "a")),)))
    everything = plainly(book.everything())
    assert len(everything["tags"]["t3"]) > 1
    for writer in (A, B, C):
        compacted(book, writer)
        assert plainly(book.compacted()) == everything


ACTS = st.lists(
    st.tuples(
        st.sampled_from([A, B, C]),
        st.sampled_from(WHAT),
        st.integers(0, 3),
        st.integers(0, 2),
    ),
    max_size=40,
)


def act(book: Book, writer: str, what: str, number: int, other: int) -> None:  # noqa: C901
    """Do one thing as one writer, as far as it knows the state."""
    here = book.state(writer).version(f"t{number}")
    note = f"{writer[0]}{len(book.entries[writer])}"
    if what == "tag" and here is None:
        book.write(writer, Operation("Tag", (AnnotationEdit(None, tag(number, note)),)))
    elif what == "edit" and here is not None:
        after = replace(here, note=note, unknown={"x": [note]} if other else {})
        book.write(writer, Operation("Edit tag", (AnnotationEdit(here, after),)))
    elif what == "delete" and here is not None:
        book.write(writer, Operation("Delete tag", (AnnotationEdit(here, None),)))
    elif what == "undo":
        book.undo(writer)
    elif what == "redo":
        book.redo(writer)
    elif what == "see":
        book.see(writer, (A, B, C)[other])
    elif what == "settle":
        held = book.state(writer).tags.get(f"t{number}", ())
        if len(held) > 1:
            settles = tuple((one.stamp.writer, one.stamp.seq) for one in held)
            edit = AnnotationEdit(here, tag(number, note), settles)
            book.write(writer, Operation("Settle", (edit,)))
    elif what == "rename":
        said = ArticleDetails("一").with_fields(book.state(writer).fields("0123"))
        details = (
            replace(said, title=note),
            replace(said, script=note, unknown=(("newer", f'["{note}"]'),)),
            replace(said, removed=not said.removed, replaced_by=note, unknown=()),
            replace(said, unknown=(("newer", "null"),)),
        )[number]
        book.write(writer, Operation("Rename", (ArticleEdit("0123", said, details),)))
    elif what == "correct":
        made = Correction("干部", f"幹{number}")
        sides = (None, made) if other else (made, None)
        book.write(writer, Operation("Correct", (CorrectionEdit(*sides),)))
    elif what == "kind":
        kind = TagKind(f"k{number}", note, "#123456", "", unknown=(("newer", f'["{note}"]'),))
        book.write(
            writer, Operation("Kind", (KindEdit(*((None, kind) if other else (kind, None))),))
        )
    elif what == "judge":
        judged = verdict(number, note)
        book.write(
            writer, Operation("J", (VerdictEdit(*((None, judged) if other else (judged, None))),))
        )
    elif what == "segment":
        book.segments[writer] += 1
    elif what == "compact":
        journal = book.journal(writer)
        assert compact(journal, read_compacted(journal))


@given(ACTS)
@settings(max_examples=200, deadline=None)
def test_snapshots_and_what_follows_are_everything(
    acts: Sequence[tuple[str, str, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder))
        for writer, what, number, other in acts:
            act(book, writer, what, number, other)
        for writer in (A, B, C):
            book.journal(writer)
        assert plainly(book.compacted()) == plainly(book.everything())
        for writer in (A, B, C):
            snapshot = read_compacted(book.journal(writer)).snapshot
            if snapshot is None:
                continue
            history = History(one for one in book.entries[writer] if one.seq <= snapshot.seq)
            assert list(RunStack(snapshot.done)) == [step.seq for step in history._done]
            assert [seq for seq, _ in snapshot.undone] == [step.seq for step in history._undone]


@given(ACTS, st.data())
@settings(max_examples=60, deadline=None)
def test_segments_that_a_synchroniser_has_not_brought_yet_lose_nothing(
    acts: Sequence[tuple[str, str, int, int]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder))
        for writer, what, number, other in acts:
            act(book, writer, what, number, other)
        compacted(book)
        everything = plainly(book.everything())
        for path in sorted(book.journal(A).glob("*.jsonl")):
            length = data.draw(st.integers(0, path.stat().st_size))
            path.write_bytes(path.read_bytes()[:length])
        assert plainly(book.compacted()) == everything


def test_every_truncation_of_a_snapshot_is_found_and_the_segments_are_read(book: Book) -> None:
    fill(book)
    compacted(book)
    path = book.journal(A) / "snapshot.json"
    content = path.read_bytes()
    for length in range(len(content)):
        path.write_bytes(content[:length])
        snapshot, wrong = compaction.read_snapshot(book.journal(A))
        assert snapshot is None
        assert wrong
        if length % 97 == 0:
            assert plainly(book.compacted()) == plainly(book.everything())


def test_every_changed_byte_of_a_snapshot_is_found(book: Book) -> None:
    fill(book)
    compacted(book)
    path = book.journal(A) / "snapshot.json"
    content = path.read_bytes()
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        path.write_bytes(changed)
        snapshot, wrong = compaction.read_snapshot(book.journal(A))
        assert snapshot is None
        assert wrong
    assert plainly(book.compacted()) == plainly(book.everything())


def test_a_line_damaged_after_the_snapshot_is_reported_and_its_edit_kept(book: Book) -> None:
    fill(book)
    expected = plainly(book.everything())
    compacted(book)
    path = book.journal(A) / "0001.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"metric", b"matric")
    path.write_bytes(b"".join(lines))
    read = read_compacted(book.journal(A))
    assert [line.number for line in read.segments[0].damaged] == [3]
    assert plainly(book.compacted()) == expected
    assert not compact(book.journal(A), read)


def test_a_damaged_line_after_the_snapshot_has_its_number(book: Book) -> None:
    fill(book)
    compacted(book)
    with (book.journal(A) / "0001.jsonl").open("ab") as file:
        file.write(b"nothing\n")
    (line,) = read_compacted(book.journal(A)).segments[0].damaged
    assert line.number == len(book.entries[A]) + 1


def test_a_refused_edit_in_an_older_segment_stays_refused(book: Book) -> None:
    fill(book)
    refused = replace(
        book.entries[A][-1],
        seq=len(book.entries[A]) + 1,
        operation=Operation("Tag", (AnnotationEdit(None, tag(8)),)),
    )
    book.segments[A] = 2
    refuses = (sum_of(refused.to_line()),)
    book.write(A, Operation("Tag", (AnnotationEdit(None, tag(7)),)), refuses=refuses)
    expected = plainly(book.everything())
    compacted(book)
    with (book.journal(A) / "0001.jsonl").open("ab") as file:
        file.write(refused.to_line())
    assert plainly(book.everything()) == expected
    assert plainly(book.compacted()) == expected


def test_a_copy_of_a_segment_has_all_read_and_compared(book: Book) -> None:
    fill(book)
    compacted(book)
    journal = book.journal(A)
    other = replace(book.entries[A][2], operation=Operation("Tag", (AnnotationEdit(None, tag(9)),)))
    line = book.entries[A][3].to_line()
    (journal / "0001 (conflicted copy).jsonl").write_bytes(line + other.to_line())
    read = read_compacted(journal)
    assert len(entries_of(read.segments)) == len(book.entries[A]) + 1
    assert read.segments[1].forked == [3]
    assert plainly(book.compacted()) == plainly(book.everything())
    assert compact(journal, read) is False


def test_what_lies_in_two_folders_is_read_whole(book: Book, tmp_path: Path) -> None:
    fill(book)
    compacted(book)
    other = tmp_path / "overlay" / A
    other.mkdir(parents=True)
    # Of the same number, and not what the snapshot covers.
    last = replace(book.entries[A][-1], seq=len(book.entries[A]) + 1)
    content = (book.journal(A) / "0001.jsonl").read_bytes()
    (other / "0001.jsonl").write_bytes(content + last.to_line())
    read = read_compacted(book.journal(A), other)
    assert len(entries_of(read.segments)) == len(book.entries[A]) + 1


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "open"])
def test_a_crash_between_two_steps_leaves_the_old_snapshot_or_none(
    book: Book, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(book)
    for had in (False, True):
        expected = plainly(book.everything())
        read = read_compacted(book.journal(A))

        def fail(*_: object, **__: object) -> None:
            raise OSError(errno.EIO, "no")

        with monkeypatch.context() as patched:
            patched.setattr("pathlib.Path.replace" if step == "replace" else f"os.{step}", fail)
            with pytest.raises(OSError, match="no"):
                compact(book.journal(A), read)
        assert plainly(book.compacted()) == expected
        names = {path.name for path in book.journal(A).iterdir()}
        assert names == {"0001.jsonl"} | ({"snapshot.json"} if had else set())
        compacted(book)
        book.write(A, Operation("Tag", (AnnotationEdit(None, tag(10 + had)),)))


def test_a_snapshot_of_another_writer_or_version_or_format_is_not_believed(book: Book) -> None:
    fill(book)
    snapshot = compacted(book)
    content = snapshot.to_bytes()
    with pytest.raises(DamagedError, match="no snapshot that"):
        Snapshot.from_bytes(B, content)
    assert Snapshot.from_bytes(A, again(content, {"version": 1})) is None
    assert Snapshot.from_bytes(A, again(content, {"version": 3})) is None
    for changes in (
        {"format": "other"},
        {"seq": -1},
        {"tags": [{"id": "t1", "versions": []}]},
        {"tags": [{"id": "t1"}]},
        {"edits": [{**stamp(), "edit": {"annotation": "t1", "before": None, "after": None}}]},
        {"edits": [{**stamp(), "edit": TAG_EDIT}]},
        {"details": [{**stamp(), "article": "0123", "fields": {"title": None}}]},
        {"details": [{**stamp(), "article": "0123", "fields": {"replaced_by": "4567"}}]},
        {"details": [{**stamp(), "fields": {"title": "一"}}]},
    ):
        with pytest.raises(DamagedError, match="no snapshot that"):
            Snapshot.from_bytes(A, again(content, changes))


TAG_EDIT = {"annotation": "t1", "before": None, "after": tag(1).to_json()}


def stamp() -> dict[str, Any]:
    return {"clock": 1, "seq": 1, "sum": "0" * 16, "author": "lin", "time": TIME}


def again(content: bytes, changes: dict[str, Any]) -> bytes:
    """Return a snapshot with other fields and the sum of it."""
    body = json.dumps(json.loads(content)["snapshot"] | changes).encode()
    digest = hashlib.sha256(body).hexdigest().encode()
    return b'{"sum":"' + digest + b'","snapshot":' + body + b"}\n"


@pytest.mark.parametrize(
    "after",
    [
        {"id": "t2"},
        {"start": 9},
        {"start": -1},
        {"start": "2"},
        {"note": None},
        {"id": "t2", "unknown": 1},
        {"start": 9, "unknown": 1},
    ],
)
def test_a_tag_that_is_none_makes_a_snapshot_that_is_not_believed(
    book: Book, after: dict[str, Any]
) -> None:
    fill(book)
    held = {"id": "t1", "versions": [{**stamp(), "after": tag(1).to_json() | after}]}
    with pytest.raises(DamagedError, match="no snapshot that"):
        Snapshot.from_bytes(A, again(compacted(book).to_bytes(), {"tags": [held]}))


def test_a_settled_conflict_stays_settled(book: Book) -> None:
    one = book.write(A, Operation("Tag", (AnnotationEdit(None, tag(1)),)))
    settles = ((B, 1), (A, one.seq))
    book.write(A, Operation("Settle", (AnnotationEdit(tag(1), tag(1, "x"), settles),)))
    compacted(book)
    book.write(A, Operation("Tag", (AnnotationEdit(None, tag(2)),)))
    compacted(book)
    assert plainly(book.compacted()) == plainly(book.everything())
    assert book.compacted().tags["t1"][-1].settles == settles


def test_tags_of_snapshots_are_a_mapping(book: Book) -> None:
    fill(book)
    tags = compacted(book).registers.tags
    assert len(tags) == len(list(tags))
    first = next(iter(tags))
    del tags[first]
    assert tags.get(first) is None
    assert first not in tags


def test_fields_of_another_version_stay_with_a_tag(book: Book) -> None:
    made = tag(1, unknown={"device": {"screen": [1, 2.5, None]}})
    book.write(A, Operation("Tag", (AnnotationEdit(None, made),)))
    book.write(A, Operation("Edit tag", (AnnotationEdit(made, replace(made, note="x")),)))
    other = tag(3, unknown={"device": "tablet"})
    book.write(A, Operation("Tag", (AnnotationEdit(None, other),)))
    expected = plainly(book.everything())
    compacted(book)
    assert plainly(book.compacted()) == expected
    book.write(A, Operation("Tag", (AnnotationEdit(None, tag(2)),)))
    compacted(book)
    assert plainly(book.compacted()) == plainly(book.everything())


@pytest.mark.parametrize("bad", [tag(1, "\ud800"), tag(1, unknown={"device": "\ud800"})])
def test_what_only_pythons_json_can_write_gets_no_snapshot(book: Book, bad: Annotation) -> None:
    book.write(A, Operation("Tag", (AnnotationEdit(None, bad),)))
    assert not compact(book.journal(A), read_compacted(book.journal(A)))
    assert plainly(book.compacted()) == plainly(book.everything())


def test_a_number_that_json_cannot_write_is_never_made_into_nothing(book: Book) -> None:
    book.write(A, Operation("Tag", (AnnotationEdit(None, tag(1, unknown={"wide": 5})),)))
    path = book.journal(A) / "0001.jsonl"
    body = path.read_bytes()[34:-2].replace(b'"wide":5', b'"wide":1e999')
    digest = hashlib.sha256(body).hexdigest()[:16].encode()
    path.write_bytes(b'{"sum":"' + digest + b'","entry":' + body + b"}\n")
    assert book.everything().tags["t1"]
    assert not compact(book.journal(A), read_compacted(book.journal(A)))


def test_a_journal_with_something_wrong_gets_no_snapshot(book: Book) -> None:
    fill(book)
    path = book.journal(A) / "0001.jsonl"
    content = path.read_bytes()
    for wrong in (b"x\n", b"torn", book.entries[A][0].to_line()[:-1]):
        path.write_bytes(content + wrong)
        assert not compact(book.journal(A), read_compacted(book.journal(A)))
    path.write_bytes(content)
    compacted(book)
    snapshot = book.journal(A) / "snapshot.json"
    snapshot.write_bytes(b"x")
    read = read_compacted(book.journal(A))
    assert read.wrong
    assert compact(book.journal(A), read)


def test_an_undo_of_something_else_than_the_last_gets_no_snapshot(book: Book) -> None:
    fill(book)
    book.write(A, Operation("Tag", (AnnotationEdit(None, tag(7)),)), Reverts(B, 1, "undo"))
    assert not compact(book.journal(A), read_compacted(book.journal(A)))


def test_a_covered_segment_that_is_gone_is_not_forgotten(book: Book) -> None:
    fill(book)
    expected = plainly(book.everything())
    compacted(book)
    (book.journal(A) / "0001.jsonl").unlink()
    read = read_compacted(book.journal(A))
    assert not compact(book.journal(A), read)
    assert plainly(book.compacted()) == expected


def test_a_snapshot_pays_after_thousands_of_lines(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compaction, "ENOUGH", 20)
    fill(book)
    assert not pays(read_compacted(book.journal(A)).segments)
    fill(book, 20)
    assert pays(read_compacted(book.journal(A)).segments)
    lines = compacted(book).lines
    segments = read_compacted(book.journal(A)).segments
    assert lines >= 20
    assert not pays(segments, 20 + lines // 10 - 1)
    assert pays(segments, 20 + lines // 10)


def test_a_snapshot_that_cannot_be_read_is_named(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(book)
    compacted(book)
    path = book.journal(A) / "snapshot.json"
    path.unlink()
    path.mkdir()
    read = read_compacted(book.journal(A))
    assert read.snapshot is None
    assert read.wrong == "Is a directory"


def test_a_segment_that_cannot_be_read_is_read_as_far_as_it_goes(book: Book) -> None:
    fill(book)
    compacted(book)
    path = book.journal(A) / "0001.jsonl"
    path.unlink()
    path.mkdir()
    read = read_compacted(book.journal(A))
    assert read.segments[0].unreadable == "Is a directory"
    assert plainly(book.compacted())["tags"]


@given(st.lists(st.integers(0, 9), max_size=60))
def test_runs_are_a_stack(numbers: Sequence[int]) -> None:
    stack, plain = RunStack(), list[int]()
    for place, number in enumerate(numbers):
        if number == 0 and plain:
            assert stack.pop() == plain.pop()
        elif number == 9:
            stack.clear()
            plain.clear()
        else:
            value = place if number % 2 else number
            stack.push(value)
            plain.append(value)
        assert list(stack) == plain
        assert stack.top == (plain[-1] if plain else None)
        assert list(RunStack(stack.runs)) == plain


def test_many_in_a_row_are_one_run() -> None:
    stack = RunStack()
    for number in range(1, 1001):
        stack.push(number)
    assert stack.runs == ((1, 1000),)
    down = RunStack()
    for number in range(5, 0, -1):
        down.push(number)
    assert down.runs == ((5, 1),)


@given(st.data(), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_an_entry_is_found_by_its_number_beside_damaged_lines(
    data: st.DataObject, count: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder))
        for number in range(count):
            if data.draw(st.integers(0, 9)) == 0:
                book.segments[A] += 1
            note = "x" * data.draw(st.sampled_from([0, 5, 300]))
            book.write(A, Operation("Tag", (AnnotationEdit(None, tag(number, note)),)))
        damaged = data.draw(st.sets(st.integers(1, max(count, 1))))
        for path in book.journal(A).glob("*.jsonl"):
            lines = path.read_bytes().splitlines(keepends=True)
            seqs = [json.loads(line)["entry"]["seq"] for line in lines]
            path.write_bytes(
                b"".join(
                    line[:40] + b"\n" if seq in damaged else line
                    for seq, line in zip(seqs, lines, strict=True)
                )
            )
        for seq in range(count + 2):
            found = find_entry(book.journal(A), A, seq)
            if 1 <= seq <= count and seq not in damaged:
                assert found == book.entries[A][seq - 1]
            else:
                assert found is None


def test_the_later_of_two_entries_of_a_number_is_found(book: Book) -> None:
    fill(book)
    last = book.entries[A][-1]
    again = replace(last, author="second")
    (book.journal(A) / "0002.jsonl").write_bytes(again.to_line())
    (book.journal(A) / "0003.jsonl").write_bytes(b"")
    (book.journal(A) / "notes.txt").write_bytes(b"")
    found = find_entry(book.journal(A), A, last.seq)
    assert found is not None
    assert found.author == "second"


def test_what_a_snapshot_covers_is_listed(book: Book) -> None:
    fill(book)
    path = book.journal(A) / "0001.jsonl"
    content = path.read_bytes()
    lines = len(book.entries[A])
    digest = hashlib.sha256(content).hexdigest()
    snapshot = compacted(book)
    assert snapshot.covers == (Covered(1, len(content), lines, (), lines, digest),)
    assert snapshot.lines == snapshot.seq == lines
