"""Appending to this writer's own journal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.workspace.durable import AppendError, FileChangedError, append_durably, make_folder
from reader.workspace.journal import segment_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.workspace.journal import Segment


class JournalWriter:
    """The one door through which this process writes to its journal."""

    def __init__(self, journal: Path, segments: Sequence[Segment]) -> None:
        """Go on after the last segment that is there."""
        self._journal = journal
        self._number = segments[-1].number if segments else 1
        self._length: int | None = segments[-1].length if segments else None

    @property
    def path(self) -> Path:
        """The file that the next line goes to."""
        return segment_path(self._journal, self._number)

    def append(self, line: bytes) -> None:
        """Make a line durable.

        Raises:
            OSError: If it is not; the journal reads as if it had not been tried.
        """
        make_folder(self._journal)
        while True:
            try:
                append_durably(self.path, line, self._length)
            except FileChangedError:
                # Somebody else wrote to our file: what they left is read as it
                # is, and ours goes where nobody has been.
                self._go_on_in_a_new_segment()
            except AppendError as error:
                if not error.settled:
                    self._go_on_in_a_new_segment()
                raise
            else:
                self._length = (self._length or 0) + len(line)
                return

    def _go_on_in_a_new_segment(self) -> None:
        self._number += 1
        self._length = None


def mend_tail(segment: Segment) -> bool:
    """Cut a torn last line, or end one that lacks only its line end.

    Returns:
        Whether a line was cut.

    Raises:
        OSError: If that fails.
    """
    if segment.unended:
        append_durably(segment.path, b"\n", segment.length)
        segment.length += 1
        segment.unended = False
    if not segment.torn:
        return False
    descriptor = os.open(segment.path, os.O_WRONLY)
    try:
        os.ftruncate(descriptor, segment.length)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    segment.torn = b""
    return True
