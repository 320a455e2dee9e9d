"""Verifying journals: every line, and the snapshots that say what the lines add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.checks.finding import Finding
from reader.workspace.errors import shown
from reader.workspace.journals.compaction import (
    is_there,
    read_compacted,
    read_snapshot,
    registers_of_all,
)
from reader.workspace.journals.journal import entries_of, journals_in, read_journal
from reader.workspace.journals.snapshot import FILE_NAME as SNAPSHOT
from reader.workspace.memory.merge import unite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.workspace.checks.finding import Report
    from reader.workspace.journals.journal import Segment
    from reader.workspace.journals.snapshot import Snapshot
    from reader.workspace.memory.merge import United


def check_journals(folder: Path, report: Report) -> tuple[dict[str, list[Segment]], United]:
    """Read every journal whole, and find what is wrong in it.

    Returns:
        Every writer's segments, and what they and the snapshots say together.

    Raises:
        OSError: If a folder cannot be listed.
    """
    journals: dict[str, list[Segment]] = {}
    snapshots: list[Snapshot] = []
    for writer, folders in journals_in([folder]).items():
        segments = journals[writer] = read_journal(*folders)
        for segment in segments:
            report.findings += _segment_findings(folder, segment)
        report.findings += _snapshot_findings(folder, folders, segments)
        snapshot, _ = read_snapshot(folders[0])
        if snapshot is not None:
            snapshots.append(snapshot)
    entries = (entry for segments in journals.values() for entry in entries_of(segments))
    return journals, registers_of_all(snapshots, entries).united()


def damaged_snapshots(folder: Path) -> Iterator[Path]:
    """Yield the snapshots that cannot be trusted, though the journals beside them can.

    Raises:
        OSError: If a folder cannot be listed.
    """
    for folders in journals_in([folder]).values():
        if _wrong_with_snapshot(folders, read_journal(*folders)):
            yield folders[0] / SNAPSHOT


def _snapshot_findings(
    folder: Path, folders: list[Path], segments: list[Segment]
) -> Iterator[Finding]:
    path = folders[0] / SNAPSHOT
    name = shown(path, folder)
    if wrong := _wrong_with_snapshot(folders, segments):
        message = (
            f"{name} is damaged ({wrong}); the journal beside it says it all, so nothing is lost, "
            "and wenmai check --repair sets it aside."
        )
        yield Finding(path, message, "error")
    elif not _is_covered(folders):
        message = (
            f"{name} was made from lines that the journal beside it does not have any more; put "
            "the journal back from a backup: until then the snapshot stands in for them."
        )
        yield Finding(path, message, "error")


def _wrong_with_snapshot(folders: list[Path], segments: list[Segment]) -> str:
    """Return what is wrong with a journal's snapshot; empty where nothing is."""
    read = read_compacted(*folders)
    if read.snapshot is None or not _is_covered(folders):
        return read.wrong
    by_it = registers_of_all([read.snapshot], entries_of(read.segments)).united()
    if by_it != unite(entries_of(segments)):
        return "it says something else than the journal"
    return ""


def _is_covered(folders: list[Path]) -> bool:
    """Return whether a journal still has every byte that its snapshot was made from.

    Where it has not, the snapshot may be all that is left of an edit.
    """
    snapshot, _ = read_snapshot(folders[0])
    return snapshot is None or all(is_there(folders[0], one) for one in snapshot.covers)


def _segment_findings(folder: Path, segment: Segment) -> Iterator[Finding]:
    name = shown(segment.path, folder)
    if segment.unreadable:
        message = f"{name} could not be read ({segment.unreadable}); make it readable."
        yield Finding(segment.path, message, "error")
    for line in segment.damaged:
        message = (
            f"Line {line.number} of {name} is damaged ({line.what}); "
            "put the file back from a backup if there is one."
        )
        yield Finding(segment.path, message, "error")
    if segment.torn:
        message = (
            f"The last line of {name} is not complete: it was being written, "
            "or was cut short before it was reported as saved."
        )
        yield Finding(segment.path, message, "note")
    if segment.copy:
        message = f"{name} is a copy that a synchroniser made; what only it holds counts."
        yield Finding(segment.path, message, "note")
