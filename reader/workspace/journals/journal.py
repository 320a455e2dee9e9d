"""Reading journals: every writer's segments, what is damaged in them, where they end."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.workspace.errors import DamagedError, reason
from reader.workspace.files.conflict_copies import copied_number, segment_number, writer_of
from reader.workspace.files.entry import Entry
from reader.workspace.files.whole_file import verify_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from reader.workspace.journals.snapshot import Covered

FOLDER = "annotations"
DAMAGED = "damaged"
_SUM = slice(8, 24)
_BLOCK = 1 << 14
_NONE: Mapping[int, Covered] = MappingProxyType({})

Signature = tuple[int, int, int]
"""What tells that a file was not written to: its bytes, its time, and which file it is."""


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
        writer: Whose journal it is a part of.
        copy: Whether it is a synchroniser's copy of a segment.
        length: Its bytes, up to the end of the last line that is whole.
        last: The sum of the last line that is whole, right or wrong; empty where there is none.
        signature: The file's state when it was read.
        entries: What it holds.
        damaged: The lines set aside.
        torn: What follows the last whole line: a write that was cut short, or is going on.
        unended: Whether only the line end is missing after the last whole line.
        unreadable: Why the file could not be read, or not to its end.
        lines: How many lines it has, up to the end of the last that is whole.
        covered: What a snapshot holds of its beginning, which was then not read.
        forked: Numbers of entries that say something else than another one of that number.
    """

    path: Path
    writer: str
    copy: bool = False
    length: int = 0
    last: bytes = b""
    signature: Signature = (0, 0, 0)
    entries: list[Entry] = field(default_factory=list)
    damaged: list[DamagedLine] = field(default_factory=list)
    torn: bytes = b""
    unended: bool = False
    unreadable: str = ""
    lines: int = 0
    covered: Covered | None = None
    forked: list[int] = field(default_factory=list)

    @property
    def refuses(self) -> frozenset[str]:
        """The sums of refused lines that its entries name."""
        covered = () if self.covered is None else self.covered.refuses
        return frozenset(covered).union(*(entry.refuses for entry in self.entries))

    @property
    def highest(self) -> int:
        """The highest number of an entry; 0 where it has none."""
        there = max((entry.seq for entry in self.entries), default=0)
        return max(there, self.covered.highest if self.covered is not None else 0)

    @property
    def number(self) -> int:
        """The file's number, from 1; a copy has that of what it is a copy of."""
        number = (copied_number if self.copy else segment_number)(self.path.name)
        assert number is not None
        return number


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


def journals_in(folders: Iterable[Path]) -> dict[str, list[Path]]:
    """Return the folders of every writer's journal, by the name of the writer.

    A writer has several where a synchroniser copied one, and where some of what it
    wrote lies outside the workspace.

    Raises:
        OSError: If a folder cannot be listed.
    """
    journals: defaultdict[str, list[Path]] = defaultdict(list)
    for folder in folders:
        for journal in journal_folders(folder):
            journals[writer_of(journal.name)].append(journal)
    return {writer: journals[writer] for writer in sorted(journals)}


def read_journal(*journals: Path, covered: Mapping[int, Covered] = _NONE) -> list[Segment]:
    """Read one writer's segments, in order, and then the copies of them.

    Args:
        journals: The folders that hold them; the first is named after the writer.
        covered: The beginnings of segments, by number, that a snapshot holds.

    Raises:
        OSError: If a folder cannot be listed.
    """
    writer = writer_of(journals[0].name)
    paths = [path for journal in journals for path in journal.iterdir()]
    proper = [path for path in paths if segment_number(path.name) is not None]
    copies = [path for path in paths if copied_number(path.name) is not None]
    segments = [
        read_segment(path, writer, covered=covered.get(segment_number(path.name) or 0))
        for path in proper
    ]
    # Of one that is in two places the longer is the later.
    segments.sort(key=lambda segment: (segment.number, segment.length))
    if copies:
        copied = [read_segment(path, writer, copy=True) for path in sorted(copies)]
        segments += sorted(copied, key=lambda segment: segment.number)
    _drop_refused(segments)
    _drop_repeated(segments)
    return segments


def entries_of(segments: Iterable[Segment]) -> list[Entry]:
    """Return what the segments hold, in order."""
    return [entry for segment in segments for entry in segment.entries]


def read_segment(
    path: Path,
    writer: str,
    start: int = 0,
    *,
    copy: bool = False,
    covered: Covered | None = None,
) -> Segment:
    """Read a segment, or what follows its first bytes, which end with a line.

    Args:
        path: The file.
        writer: Whose journal it is a part of.
        start: How many bytes not to read.
        copy: Whether it is a synchroniser's copy of a segment.
        covered: What a snapshot holds of its beginning, in place of ``start``.
    """
    segment = Segment(path, writer, copy, start)
    if covered is not None:
        start = segment.length = covered.bytes
        segment.lines, segment.covered = covered.lines, covered
    try:
        verify_ends(path)
        if covered is not None:
            segment.last = sum_before(path, start)
        with path.open("rb") as lines:
            segment.signature = signature_of(os.fstat(lines.fileno()))
            lines.seek(start)
            for number, line in enumerate(lines, segment.lines + 1):
                if line.endswith(b"\n"):
                    _read_line(segment, number, line)
                else:
                    _read_tail(segment, line)
    except OSError as error:
        segment.unreadable = reason(error)
    return segment


def signature_of(status: os.stat_result) -> Signature:
    """Return what tells that a file was not written to since."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def sum_before(path: Path, length: int) -> bytes:
    """Return the sum of the line that ends after ``length`` bytes of a file.

    It is empty where the file has fewer, or no line ends there.

    Raises:
        OSError: If the file cannot be read.
    """
    with path.open("rb") as file:
        if length == 0 or length > os.fstat(file.fileno()).st_size:
            return b""
        line, start = b"", length
        while start > 0 and b"\n" not in line.rstrip(b"\r\n"):
            start = max(0, start - max(_BLOCK, len(line)))
            file.seek(start)
            line = file.read(length - start)
    return line.rstrip(b"\r\n").rpartition(b"\n")[2][_SUM]


def _read_line(segment: Segment, number: int, line: bytes) -> None:
    segment.length += len(line)
    segment.lines = number
    # Git and some synchronisers write "\r\n"; the sum is over the entry alone.
    content = line.rstrip(b"\r\n")
    if not content:
        return
    segment.last = content[_SUM]
    try:
        segment.entries.append(Entry.from_line(segment.writer, content))
    except DamagedError as error:
        segment.damaged.append(DamagedLine(number, content, str(error)))


def _read_tail(segment: Segment, tail: bytes) -> None:
    """Take in what stands after the last line end."""
    try:
        segment.entries.append(Entry.from_line(segment.writer, tail))
    except DamagedError:
        segment.torn = tail
    else:
        segment.length += len(tail)
        segment.lines += 1
        segment.last = tail[_SUM]
        segment.unended = True


def _drop_refused(segments: Sequence[Segment]) -> None:
    """Drop the entries that were refused after they had reached the file.

    A writer whose fsync failed goes on in a new segment, and its next line names the sum
    of the one that it refused. A number given twice alone does not tell: a copy of the
    writer may have given it.
    """
    refused = frozenset[str]().union(*(segment.refuses for segment in segments))
    if refused:
        for segment in segments:
            segment.entries = [entry for entry in segment.entries if entry.sum not in refused]


def _drop_repeated(segments: Sequence[Segment]) -> None:
    """Drop entries that are there already, and note those that share only their number."""
    if all(one.seq < other.seq for one, other in pairwise(entries_of(segments))):
        return
    seen: dict[int, set[str]] = defaultdict(set)
    for segment in segments:
        kept = []
        for entry in segment.entries:
            sums = seen[entry.seq]
            if entry.sum in sums:
                continue
            if sums:
                segment.forked.append(entry.seq)
            sums.add(entry.sum)
            kept.append(entry)
        segment.entries = kept
