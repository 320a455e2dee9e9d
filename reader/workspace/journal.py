"""Reading journals: every writer's segments, what is damaged in them, where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.workspace.entry import Entry
from reader.workspace.errors import DamagedError, reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = "annotations"
DAMAGED = "damaged"
_SEGMENT = re.compile(r"\d{4,9}\.jsonl")


@dataclass(frozen=True, slots=True)
class DamagedLine:
    """A line that could not be read.

    Attributes:
        number: From 1.
        content: Its bytes, without the line end.
        what: What is wrong with it.
    """

    number: int
    content: bytes
    what: str


@dataclass(slots=True)
class Segment:
    """One file of a journal, as it was read.

    Attributes:
        path: The file.
        length: Its bytes, up to the end of the last line that is whole.
        entries: What it holds.
        damaged: The lines set aside.
        torn: What follows the last whole line: a write that was cut short, or is going on.
        unended: Whether only the line end is missing after the last whole line.
        unreadable: Why the file could not be read, or not to its end.
    """

    path: Path
    length: int = 0
    entries: list[Entry] = field(default_factory=list)
    damaged: list[DamagedLine] = field(default_factory=list)
    torn: bytes = b""
    unended: bool = False
    unreadable: str = ""

    @property
    def number(self) -> int:
        """The file's number, from 1."""
        return int(self.path.stem)


def segment_path(journal: Path, number: int) -> Path:
    """Return the file of a journal's segment."""
    return journal / f"{number:04}.jsonl"


def journal_folders(folder: Path) -> list[Path]:
    """Return the journals of a workspace, by the name of their writer.

    Raises:
        OSError: If the folder cannot be listed.
    """
    inside = folder / FOLDER
    if not inside.is_dir():
        return []
    return sorted(
        path for path in inside.iterdir() if path.is_dir() and not path.name.startswith(".")
    )


def read_journal(journal: Path) -> list[Segment]:
    """Read one writer's segments, in order.

    Raises:
        OSError: If the folder cannot be listed.
    """
    paths = [path for path in journal.iterdir() if _SEGMENT.fullmatch(path.name)]
    segments = [_read_segment(path) for path in sorted(paths, key=lambda path: int(path.stem))]
    _drop_refused(segments)
    return segments


def entries_of(segments: Iterable[Segment]) -> list[Entry]:
    """Return what the segments hold, in order."""
    return [entry for segment in segments for entry in segment.entries]


def _read_segment(path: Path) -> Segment:
    segment = Segment(path)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.endswith(b"\n"):
                    _read_line(segment, number, line)
                else:
                    _read_tail(segment, line)
    except OSError as error:
        segment.unreadable = reason(error)
    return segment


def _read_line(segment: Segment, number: int, line: bytes) -> None:
    segment.length += len(line)
    # Git and some synchronisers write "\r\n"; the sum is over the entry alone.
    content = line.rstrip(b"\r\n")
    if not content:
        return
    try:
        segment.entries.append(Entry.from_line(segment.path.parent.name, content))
    except DamagedError as error:
        segment.damaged.append(DamagedLine(number, content, str(error)))


def _read_tail(segment: Segment, tail: bytes) -> None:
    """Take in what stands after the last line end."""
    try:
        segment.entries.append(Entry.from_line(segment.path.parent.name, tail))
    except DamagedError:
        segment.torn = tail
    else:
        segment.length += len(tail)
        segment.unended = True


def _drop_refused(segments: list[Segment]) -> None:
    """Drop the entries that were refused after they had reached the file.

    A writer whose fsync failed goes on in a new segment with the number of the
    edit it refused; if the refused line is still there, the number tells.
    """
    first_later: int | None = None
    for segment in reversed(segments):
        if first_later is not None:
            segment.entries = [entry for entry in segment.entries if entry.seq < first_later]
        if segment.entries:
            first_later = segment.entries[0].seq
