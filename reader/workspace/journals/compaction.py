"""Making snapshots, and reading journals with their help.

The order of events makes every one of them harmless to lose: a snapshot is made from lines that are
on disk, it is whole before it has its name, and no segment is ever changed because of it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.workspace.errors import DamagedError, reason
from reader.workspace.files.conflict_copies import copied_number
from reader.workspace.files.durable import write_durably
from reader.workspace.files.whole_file import verify_ends
from reader.workspace.journals.journal import entries_of, read_journal, segment_path
from reader.workspace.journals.runs import RunStack, note_all
from reader.workspace.journals.snapshot import FILE_NAME, Covered, Snapshot
from reader.workspace.memory.held_tags import HeldTags
from reader.workspace.memory.merge import Registers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reader.workspace.files.entry import Entry
    from reader.workspace.journals.journal import Segment

ENOUGH = 2_000
"""Lines after the last snapshot from which on another may pay; they take 20 ms to read."""

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Read:
    """A writer's journal, as it was read.

    Attributes:
        segments: Its segments; those that the snapshot covers without the entries it covers.
        snapshot: What it covers; ``None`` where there is none that can be trusted.
        wrong: What is wrong with the snapshot, to stand in brackets; empty where nothing is.
    """

    segments: list[Segment]
    snapshot: Snapshot | None
    wrong: str


def read_compacted(*journals: Path, whole: bool = False) -> Read:
    """Read one writer's journal: its snapshot, and of its segments what the snapshot has not.

    Where a segment is not as the snapshot found it (it is shorter, as a synchroniser has not
    brought all of it; or some line in it was damaged since) all are read whole, beside the
    snapshot: what only one of them has is not lost.

    Args:
        journals: The folders that hold it; the first is named after the writer.
        whole: Whether to read all of the segments as well.

    Raises:
        OSError: If a folder cannot be listed.
    """
    snapshot, wrong = read_snapshot(journals[0])
    # Copies are compared with all that the segments hold.
    whole = whole or len(journals) > 1 or _has_copies(journals[0])
    if snapshot is None or whole or not all(is_there(journals[0], one) for one in snapshot.covers):
        return Read(read_journal(*journals), snapshot, wrong)
    covered = {one.segment: one for one in snapshot.covers}
    return Read(read_journal(*journals, covered=covered), snapshot, wrong)


def read_snapshot(journal: Path) -> tuple[Snapshot | None, str]:
    """Return a journal's snapshot, and what is wrong with it."""
    path = journal / FILE_NAME
    try:
        verify_ends(path)
        content = path.read_bytes()
    except FileNotFoundError:
        return None, ""
    except OSError as error:
        return None, reason(error)
    try:
        return Snapshot.from_bytes(journal.name, content), ""
    except DamagedError as error:
        return None, str(error)


def registers_of_all(snapshots: Iterable[Snapshot], entries: Iterable[Entry]) -> Registers:
    """Return what snapshots and entries say together; the snapshots are used up."""
    registers = _united(list(snapshots))
    registers.take(entries)
    return registers


def _united(snapshots: Sequence[Snapshot]) -> Registers:
    united = Registers()
    if not snapshots:
        return united
    united.tags = tags = HeldTags(united.ended, snapshots[0].writer)
    for snapshot in snapshots:
        one = snapshot.registers
        assert isinstance(one.tags, HeldTags)
        both = tags.common(one.tags)
        united.merge(
            Registers(
                {tag_id: one.tags[tag_id] for tag_id in both},
                {tag_id: one.ended[tag_id] for tag_id in both if tag_id in one.ended},
                one.details,
                one.corrections,
                one.kinds,
                one.verdicts,
                one.clock,
            )
        )
        tags.adopt(one.tags)
        for tag_id, ended in one.ended.items():
            united.ended.setdefault(tag_id, ended)
    return united


def pays(segments: Iterable[Segment], added: int = 0) -> bool:
    """Return whether so much follows a snapshot that a new one saves time.

    Args:
        segments: The journal, as it was read.
        added: How many lines were added since.
    """
    covered = 0
    for segment in segments:
        added += len(segment.entries)
        covered += segment.covered.lines if segment.covered else 0
    return added >= ENOUGH + covered // 10


def compact(journal: Path, read: Read) -> bool:
    """Write a writer's snapshot anew.

    A journal with anything wrong in it gets none: it is to be read, and reported, every time.

    Args:
        journal: The journal's folder, of which this process is the only writer.
        read: What is in it now; its snapshot is used up. One that is damaged is replaced.

    Returns:
        Whether it was written.

    Raises:
        OSError: If it could not be written; the old one is still there.
    """
    if not all(_is_sound(segment) for segment in read.segments):
        return False
    before = read.snapshot or Snapshot(journal.name, 0)
    entries = entries_of(read.segments)
    covers = tuple(_cover(segment) for segment in read.segments)
    if any(one.segment not in {new.segment for new in covers} for one in before.covers):
        return False
    done, undone = RunStack(before.done), list(before.undone)
    if not note_all(done, undone, entries):
        return False
    before.registers.take(entries)
    seq = max((entry.seq for entry in entries), default=0)
    snapshot = Snapshot(
        journal.name, max(before.seq, seq), covers, before.registers, done.runs, tuple(undone)
    )
    try:
        content = snapshot.to_bytes()
    except (TypeError, ValueError):
        # A tag that only Python's own JSON can write: its journal goes on being read.
        return False
    write_durably(journal / FILE_NAME, content)
    return True


def _is_sound(segment: Segment) -> bool:
    wrong = segment.damaged or segment.torn or segment.unreadable or segment.forked
    return not (wrong or segment.copy or segment.unended)


def _cover(segment: Segment) -> Covered:
    return Covered(
        segment.number,
        segment.length,
        segment.lines,
        tuple(sorted(segment.refuses)),
        segment.highest,
        _digest(segment.path, segment.length),
    )


def _has_copies(journal: Path) -> bool:
    return any(copied_number(path.name) is not None for path in journal.iterdir())


def is_there(journal: Path, covered: Covered) -> bool:
    """Return whether a journal still has the bytes that a snapshot was made from."""
    path = segment_path(journal, covered.segment)
    try:
        return _digest(path, covered.bytes) == covered.sha256
    except OSError:
        return False


def _digest(path: Path, length: int) -> str:
    """Return the digest of a file's first bytes; of all where it has fewer.

    Raises:
        OSError: If it cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while length and (block := file.read(min(length, _BLOCK))):
            digest.update(block)
            length -= len(block)
    return digest.hexdigest()
