"""Appending to this writer's own journal."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from reader.workspace.files.durable import (
    AppendError,
    FileChangedError,
    append_durably,
    make_folder,
)
from reader.workspace.journals.journal import segment_path
from reader.workspace.journals.settling import settle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.workspace.journals.journal import Segment


class JournalWriter:
    """The one door through which this process writes to its journal."""

    def __init__(
        self,
        journal: Path,
        segments: Sequence[Segment],
        first: int = 1,
        *,
        in_order: bool = True,
    ) -> None:
        """Go on after the last segment that is there.

        Args:
            journal: The folder.
            segments: What is in it, in order.
            first: The number to begin with where there are none.
            in_order: Whether whoever wrote there last ended in order. If not, nobody knows
                what the disk holds of the last line, and none may be lost with it.
        """
        self._journal = journal
        self._number = segments[-1].number if segments else first
        self._path = segment_path(journal, self._number)
        self._length: int | None = segments[-1].length if segments else None
        self._found = self._path
        self._settled = False
        if segments and (segments[-1].torn or segments[-1].unended or not in_order):
            # What could not be mended is torn there for ever, and never read.
            self._go_on_in_a_new_segment()
        # A disk that fails now is asked again before anything is written.
        with contextlib.suppress(OSError):
            self._settle()

    @property
    def number(self) -> int:
        """The number of the segment that the next line goes to."""
        return self._number

    @property
    def path(self) -> Path:
        """The file that the next line goes to."""
        return self._path

    @property
    def length(self) -> int:
        """How many bytes that file holds, as far as this process wrote or read it."""
        return self._length or 0

    def append(self, line: bytes) -> None:
        """Make a line durable.

        Raises:
            FileChangedError: If somebody else wrote to the file, or made it; nothing was
                written, and nothing may be: two would be writing as one.
            OSError: If it is not; the journal reads as if it had not been tried.
        """
        self._settle()
        if self._length is None:
            make_folder(self._journal)
        try:
            append_durably(self.path, line, self._length)
        except AppendError as error:
            if not error.settled:
                self._go_on_in_a_new_segment()
            raise
        except (FileChangedError, OSError):
            raise
        except BaseException:
            # Interrupted: nobody knows what the file holds.
            self._go_on_in_a_new_segment()
            raise
        self._length = self.length + len(line)

    def _settle(self) -> None:
        """Make durable what was found, once.

        Raises:
            OSError: If the disk fails.
        """
        if not self._settled:
            settle(self._journal.parents[1], self._found)
            self._settled = True

    def _go_on_in_a_new_segment(self) -> None:
        self._number += 1
        self._path = segment_path(self._journal, self._number)
        self._length = None


def mend_tail(segment: Segment) -> bool:
    """Cut a torn last line, or end one that lacks only its line end.

    A power cut may bring a torn line back until the next one is appended, and then it is
    cut again.

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
    finally:
        os.close(descriptor)
    segment.torn = b""
    return True
