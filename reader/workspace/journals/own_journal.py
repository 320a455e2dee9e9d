"""This process's own journal: under which name it writes, where, and what comes next."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.collecting import CollectionPause
from reader.language import tr
from reader.workspace.errors import RefusedError, WorkspaceError, reason
from reader.workspace.files.conflict_copies import segment_number
from reader.workspace.files.durable import AppendError, FileChangedError, FileReplacedError
from reader.workspace.files.entry import Entry, sum_of
from reader.workspace.files.manifest import FILE_NAME, raise_version, version_for
from reader.workspace.files.migrations import FIRST_VERSION
from reader.workspace.files.plain import LATEST
from reader.workspace.journals.compaction import compact, pays, read_compacted
from reader.workspace.journals.journal import FOLDER, read_journal, sum_before
from reader.workspace.journals.journal_writer import JournalWriter
from reader.workspace.journals.overlay import goes_into, is_writable
from reader.workspace.journals.writer import Remembered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.annotation.operation import Operation
    from reader.workspace.files.entry import Reverts
    from reader.workspace.journals.journal import Segment
    from reader.workspace.journals.writer import Writer

_log = logging.getLogger(__name__)

# What a folder answers that may be read and not written.
_NOT_WRITABLE = frozenset([errno.EACCES, errno.EPERM, errno.EROFS])
# Under how many names an edit is tried where somebody changes the file each time.
_NAMES = 3


class OwnJournal:
    """The one door through which this process writes operations.

    Attributes:
        root: Where it writes: the workspace, or the overlay while that cannot be written.
        found: What the writer had written when it was opened.
        session: What was written since, under whatever names.
        paths: The segments of the writer.
    """

    def __init__(self, folder: Path, writer: Writer, found: Sequence[Segment]) -> None:
        """Go on behind what was found, which is mended."""
        self._folder = folder
        self._writer = writer
        self.root = folder if goes_into(folder, writer) else writer.overlay
        self.found = found
        self.session: list[Entry] = []
        self._owed: list[Entry] = []
        self._refused: list[str] = []
        self._begin(found)

    @property
    def id(self) -> str:
        """The name of the writer."""
        return self._writer.id

    @property
    def overlay(self) -> str:
        """The sentence that says where edits are kept instead; empty in the workspace."""
        if self.root == self._folder:
            return ""
        return tr(
            "{folder} cannot be written, so your edits are kept on this machine in {root}; "
            "make the folder writable and open it again, and they are brought in."
        ).format(folder=self._folder, root=self.root)

    @property
    def may_return(self) -> bool:
        """Whether it writes into the overlay, and the workspace could be written by now."""
        return self.root != self._folder and is_writable(self._folder, self._writer)

    @property
    def state(self) -> Path:
        """The folder in which the name is kept."""
        return self._writer.path.parent

    @property
    def folder(self) -> Path:
        """The folder of its segments."""
        return self.root / FOLDER / self.id

    @property
    def path(self) -> Path:
        """The segment that it writes."""
        return self._journal.path

    @property
    def length(self) -> int:
        """How many bytes that segment holds, as far as this process knows."""
        return self._journal.length

    @property
    def first_of_session(self) -> int:
        """The number of the first entry that was, or will be, written under the present name."""
        seqs = (entry.seq for entry in self.session if entry.writer == self.id)
        return min(seqs, default=self._seq + 1)

    def write(
        self, clock: int, time: str, author: str, reverts: Reverts | None, operation: Operation
    ) -> Entry:
        """Make an operation durable, and return its entry.

        Raises:
            RefusedError: If that did not work; nothing was written.
        """
        if clock > LATEST:
            msg = tr(
                "“{label}” was not done, because a broken program left the highest number "
                "there is in {folder}; put the journals back from a backup."
            ).format(label=tr(operation.label), folder=self._folder / FOLDER)
            raise RefusedError(msg)
        names: list[str] = []
        while True:
            try:
                if self._owed:
                    self._repay()
                self._raise_version(operation)
                return self._append(clock, time, author, reverts, operation)
            except FileChangedError as changed:
                names.append(self.id)
                try:
                    self._flee(names)
                except OSError as error:
                    raise RefusedError(self._not_saved(operation.label, error)) from changed
            except OSError as error:
                if not self.leave_folder(error):
                    raise RefusedError(self._not_saved(operation.label, error)) from error

    def leave_folder(self, error: OSError) -> bool:
        """Write into the overlay from now on, where the workspace answered that it may not be.

        Returns:
            Whether that is so, and what failed may be tried again.
        """
        if error.errno not in _NOT_WRITABLE or self.root != self._folder:
            return False
        self.root = self._writer.overlay
        self._journal = JournalWriter(self.folder, [], self._end.segment + 1)
        return True

    def was_changed(self) -> bool:
        """Return whether somebody else wrote to the journal, as only a copy of us can."""
        if not (self._folder / FILE_NAME).exists():
            # A folder that is away for a moment says nothing.
            return False
        there = set(self.folder.glob("*.jsonl")) if self.folder.is_dir() else set()
        if any(segment_number(path.name) and path not in self.paths for path in there):
            return True
        return not self.is_as_left() if self.path in there else self.length != 0

    def is_as_left(self) -> bool:
        """Return whether the segment that it writes ends where and as this process left it.

        Raises:
            OSError: If it is not there, or cannot be read.
        """
        length = self.length
        if self.path.stat().st_size != length:
            return False
        return not length or sum_before(self.path, length) == self._end.last.encode("latin-1")

    def become_another(self) -> None:
        """Go on under a name that nobody has had; what was written stays as it is.

        What this process wrote and is no longer in the journal is written again.

        Raises:
            OSError: If the name cannot be kept, or the journal not be read.
        """
        old, journal = self.id, self.folder
        self._writer.renew(self._folder)
        self._begin([])
        there = read_journal(journal) if journal.is_dir() else []
        sums = {(entry.seq, entry.sum) for segment in there for entry in segment.entries}
        mine = (entry for entry in self.session if entry.writer == old)
        self._owed += [entry for entry in mine if (entry.seq, entry.sum) not in sums]
        # What that leaves owing is written before the next edit.
        with contextlib.suppress(OSError, FileChangedError):
            self._repay()

    def _flee(self, names: Sequence[str]) -> None:
        """Go on under another name, unless somebody changes the file under each."""
        if len(names) >= _NAMES:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        self.become_another()

    def compact(self) -> None:
        """Write a snapshot of the journal, where that saves time at the next opening."""
        written = len(self.session)
        if self.root != self._folder or not pays(self.found, written):
            return
        try:
            with CollectionPause():
                compact(self.folder, read_compacted(self.folder))
        except OSError as error:
            # Nothing depends on it.
            _log.info("no snapshot of %s (%s)", self.folder, error)

    def close(self) -> None:
        """Write down where the journal was left, and leave the name to the next process."""
        if self.session:
            with contextlib.suppress(OSError):
                self._writer.remember(replace(self._end, closed=True))
        self._writer.release()

    def _begin(self, segments: Sequence[Segment]) -> None:
        self.paths = {segment.path for segment in segments}
        self._end = Remembered.of(self._folder, segments, closed=False)
        last = [segment for segment in segments[-1:] if segment.path.is_relative_to(self.root)]
        in_order = self._writer.remembered.closed
        self._journal = JournalWriter(self.folder, last, self._end.segment + 1, in_order=in_order)
        # A line that cannot be read may come back from a backup: its number stays its own.
        lost = sum(len(segment.damaged) for segment in segments)
        self._seq = lost + max((segment.highest for segment in segments), default=0)

    def _append(
        self, clock: int, time: str, author: str, reverts: Reverts | None, operation: Operation
    ) -> Entry:
        seq, refused = self._seq + 1, tuple(self._refused)
        try:
            line = Entry(
                self._writer.id, seq, clock, time, author, reverts, operation, refuses=refused
            ).to_line()
        except (TypeError, ValueError) as error:
            msg = tr(
                "“{label}” was not done: it holds a value that cannot be saved; change it."
            ).format(label=tr(operation.label))
            raise RefusedError(msg) from error
        end, journal = self._end, self._journal
        if self._writer.remembered.closed or self._writer.remembered.folder != end.folder:
            self._writer.remember(end)
        self.paths.add(journal.path)
        try:
            journal.append(line)
        except BaseException as error:
            self._note_failure(error, line)
            raise
        self._seq = seq
        self._refused.clear()
        digest = sum_of(line)
        self._end = Remembered(end.folder, journal.number, journal.length, digest)
        entry = Entry(
            self._writer.id, seq, clock, time, author, reverts, operation, digest, refused
        )
        self.session.append(entry)
        return entry

    def _note_failure(self, error: BaseException, line: bytes) -> None:
        """Keep in mind what may be on disk all the same, now or after a power cut.

        Raises:
            FileChangedError: If the journal is gone, and not with the workspace.
            FileNotFoundError: If the workspace is gone.
        """
        away = isinstance(error, FileNotFoundError | FileReplacedError)
        settled = isinstance(error, AppendError) and error.settled
        unwritten = away or isinstance(error, FileChangedError)
        if isinstance(error, FileReplacedError) or not (settled or unwritten):
            self._refused.append(sum_of(line))
        if away:
            if (self._folder / FILE_NAME).exists():
                raise FileChangedError(self.path) from error
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from error

    def _repay(self) -> None:
        while self._owed:
            owed = self._owed[0]
            self._append(owed.clock, owed.time, owed.author, owed.reverts, owed.operation)
            del self._owed[0]

    def _raise_version(self, operation: Operation) -> None:
        """Close the workspace to programs that do not know what is in it from now on."""
        version = version_for(operation.edits)
        if self.root == self._folder and version > FIRST_VERSION:
            try:
                raise_version(self._folder, version)
            except (OSError, WorkspaceError) as error:
                if isinstance(error, OSError) and error.errno in _NOT_WRITABLE:
                    raise
                why = reason(error) if isinstance(error, OSError) else str(error).rstrip(".")
                msg = tr(
                    "“{label}” was not done, because {file} could not be renewed ({why}); free "
                    "some space or check the drive, and repeat it."
                ).format(label=tr(operation.label), file=self._folder / FILE_NAME, why=why)
                raise RefusedError(msg) from error

    def _not_saved(self, label: str, error: OSError) -> str:
        return tr(
            "“{label}” could not be saved in {path} ({reason}), so it was not done; free "
            "some space or check the drive, and repeat it."
        ).format(label=tr(label), path=self.path, reason=reason(error))
