"""Finding one entry of a journal by its number, without reading the rest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from reader.workspace.errors import DamagedError
from reader.workspace.files.conflict_copies import segment_number
from reader.workspace.files.entry import Entry

if TYPE_CHECKING:
    from pathlib import Path


def find_entry(journal: Path, writer: str, seq: int) -> Entry | None:
    """Return the entry of a number; ``None`` where no whole line has it.

    Where two segments have it, the later one counts: the earlier was refused.

    Raises:
        OSError: If the journal cannot be read.
    """
    numbers = {segment_number(path.name): path for path in journal.iterdir()}
    numbers.pop(None, None)
    for number in sorted(numbers, key=lambda one: one or 0, reverse=True):
        with numbers[number].open("rb") as lines:
            entry = _bisect(lines, writer, seq)
        if entry is not None:
            return entry
    return None


def _bisect(lines: BinaryIO, writer: str, seq: int) -> Entry | None:
    """Find an entry between bytes of a file whose entries' numbers grow."""
    low, high = 0, os.fstat(lines.fileno()).st_size
    while low < high:
        middle = (low + high) // 2
        start, entry = _entry_from(lines, writer, _line_start(lines, low, middle), high)
        if entry is None:
            # Nothing whole from the middle on.
            high = middle
        elif entry.seq == seq:
            return entry
        elif entry.seq < seq:
            low = lines.tell()
        else:
            high = min(start, middle)
    return None


def _line_start(lines: BinaryIO, low: int, place: int) -> int:
    """Return where the first line begins at or after ``place``; ``low`` begins one."""
    if place <= low:
        return low
    lines.seek(place - 1)
    lines.readline()
    return lines.tell()


def _entry_from(lines: BinaryIO, writer: str, start: int, end: int) -> tuple[int, Entry | None]:
    """Return the first whole entry from ``start`` on, before ``end``, and where it begins."""
    lines.seek(start)
    while start < end and (line := lines.readline()):
        try:
            return start, Entry.from_line(writer, line.rstrip(b"\r\n"))
        except DamagedError:
            start = lines.tell()
    return start, None
