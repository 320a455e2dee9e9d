"""Who writes: an identity that lives with this machine, held by one process at a time."""

from __future__ import annotations

import contextlib
import re
import secrets
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from reader.workspace.errors import NotAWorkspaceError
from reader.workspace.files.durable import make_folder, write_durably
from reader.workspace.files.json_bytes import parse, pretty
from reader.workspace.files.manifest import read_manifest
from reader.workspace.journals.journal import sum_before
from reader.workspace.journals.settling import settle_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.workspace.journals.journal import Segment

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_LENGTH = 10
_ID = re.compile(f"[{_ALPHABET}]{{{_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Remembered:
    """Where a writer's journal was when this machine last held it.

    Attributes:
        folder: The workspace; empty where none was written down.
        segment: The number of the journal's last segment; 0 where there was none.
        length: Its bytes.
        last: The sum of its last line.
        closed: Whether it was left in order, so that nothing can have been added since.
    """

    folder: str = ""
    segment: int = 0
    length: int = 0
    last: str = ""
    closed: bool = False

    @classmethod
    def of(cls, folder: Path, segments: Sequence[Segment], *, closed: bool) -> Remembered:
        """Return what to remember of a journal."""
        proper = [segment for segment in segments if not segment.copy]
        if not proper:
            return cls(str(folder), closed=closed)
        end = proper[-1]
        return cls(str(folder), end.number, end.length, end.last.decode("latin-1"), closed)

    def goes_on_in(self, segments: Sequence[Segment]) -> bool:
        """Return whether a journal is the one remembered, or that with more behind it.

        One that was put back from a backup is not, nor one to which somebody else has
        written under the same name: whoever went on in it would give numbers twice.
        """
        if was_forked(segments) or not self.is_in(segments):
            return False
        if not self.closed:
            return True
        proper = [segment for segment in segments if not segment.copy]
        ends = ((segment.number, segment.length) for segment in proper)
        return max(ends, default=(0, 0)) == (self.segment, self.length)

    def is_in(self, segments: Sequence[Segment]) -> bool:
        """Return whether a journal holds all that is remembered of it."""
        return not self.segment or any(map(self._is_held_by, segments))

    def _is_held_by(self, segment: Segment) -> bool:
        try:
            return (
                segment.number == self.segment
                and segment.length >= self.length
                and sum_before(segment.path, self.length) == self.last.encode("latin-1")
            )
        except OSError:
            return False


def was_forked(segments: Sequence[Segment]) -> bool:
    """Return whether a journal holds what its one writer cannot have written."""
    return any(segment.forked or (segment.copy and segment.entries) for segment in segments)


class Writer:
    """A writer's identity, while this process holds it.

    Attributes:
        path: The file that keeps the identity.
        id: The name of the journal it writes.
        remembered: Where that was when this machine last held it.
    """

    def __init__(self, path: Path, lock: FileLock, folder: Path) -> None:
        """Take the identity that ``path`` holds, or make one; ``lock`` is held already."""
        self.path = path
        self._lock = lock
        data = _read(path)
        self.id = _id_in(data) or ""
        self.remembered = _remembered_in(data)
        if not self.id:
            self.renew(folder)

    @property
    def overlay(self) -> Path:
        """The folder for what cannot be written into the workspace; it need not be there."""
        return self.path.with_suffix("")

    def renew(self, folder: Path) -> None:
        """Become a writer that nobody has been.

        Raises:
            OSError: If that cannot be kept; the writer is who it was.
        """
        made = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
        self._keep(made, Remembered(str(folder)))

    def remember(self, remembered: Remembered) -> None:
        """Write down where the journal is now.

        Raises:
            OSError: If that cannot be kept.
        """
        self._keep(self.id, remembered)

    @contextlib.contextmanager
    def holding(self, overlay: Path) -> Iterator[bool]:
        """Hold the identity that an overlay belongs to; gives whether that worked."""
        if overlay == self.overlay:
            yield True
            return
        lock = FileLock(overlay.with_suffix(".lock"))
        try:
            lock.acquire(blocking=False)
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def release(self) -> None:
        """Leave the identity to the next process."""
        self._lock.release()

    def _keep(self, writer: str, remembered: Remembered) -> None:
        data = {
            "format": "wenmai-writer",
            "version": 1,
            "writer": writer,
            "folder": remembered.folder,
            "segment": remembered.segment,
            "length": remembered.length,
            "sum": remembered.last,
            "closed": remembered.closed,
        }
        write_durably(self.path, pretty(data))
        self.id = writer
        self.remembered = remembered


def claim_writer(state: Path, workspace_id: str, folder: Path) -> Writer:
    """Claim an identity that no other window or command holds.

    It is the first that wrote into this folder before; else one whose folder is there no
    longer, as it was moved; else a new one. A copy of a workspace, beside which the
    first is still there, so never goes on under the name of the first.

    The lock is the operating system's, so that it ends with the process,
    however that ends.

    Raises:
        OSError: If ``state`` cannot be written.
    """
    inside = state / "writers" / workspace_id
    make_folder(inside)
    settle_names(inside, inside.parent, state, state.parent)
    slots = _slots(inside)
    here = [path for path in slots if _is_here(_folder_of(path), folder)]
    free = (path for path in slots if path not in here and _is_free(_folder_of(path), workspace_id))
    new = (path for path in (inside / f"{slot}.json" for slot in count(1)) if path not in slots)
    for path in chain(here, free, new):
        writer = _claim(path, folder)
        if writer is not None:
            return writer
    raise AssertionError  # pragma: no cover (the new ones do not end)


def beside(writer: Writer, folder: Path) -> list[Path]:
    """Return where this machine's other writers keep what they could not write into a folder."""
    return [
        path.with_suffix("")
        for path in _slots(writer.path.parent)
        if path != writer.path and _is_here(_folder_of(path), folder)
    ]


def places(state: Path, workspace_id: str, folder: Path) -> list[Path]:
    """Return where this machine's writers keep what they could not write into a folder."""
    slots = _slots(state / "writers" / workspace_id)
    return [path.with_suffix("") for path in slots if _is_here(_folder_of(path), folder)]


def _claim(path: Path, folder: Path) -> Writer | None:
    lock = FileLock(path.with_suffix(".lock"))
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    try:
        return Writer(path, lock, folder)
    except BaseException:
        lock.release()
        raise


def _slots(inside: Path) -> list[Path]:
    return sorted(
        (path for path in inside.glob("*.json") if path.stem.isdecimal()),
        key=lambda path: int(path.stem),
    )


def _folder_of(path: Path) -> str:
    return _remembered_in(_read(path)).folder


def _is_here(remembered: str, folder: Path) -> bool:
    if not remembered or remembered == str(folder):
        return bool(remembered)
    try:
        return folder.samefile(remembered)
    except OSError:
        return False


def _is_free(remembered: str, workspace_id: str) -> bool:
    """Return whether an identity belongs to no workspace that is still where it was."""
    try:
        return not remembered or read_manifest(Path(remembered)).id != workspace_id
    except NotAWorkspaceError:
        return True


def _read(path: Path) -> dict[str, Any]:
    try:
        data = parse(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _id_in(data: dict[str, Any]) -> str | None:
    writer = data.get("writer")
    return writer if isinstance(writer, str) and _ID.fullmatch(writer) else None


def _remembered_in(data: dict[str, Any]) -> Remembered:
    """Return what is remembered; nothing, as an older program left it, where that is amiss."""
    folder, segment, length, last, closed = (
        data.get(name) for name in ("folder", "segment", "length", "sum", "closed")
    )
    if (
        isinstance(folder, str)
        and type(segment) is int
        and type(length) is int
        and isinstance(last, str)
        and type(closed) is bool
    ):
        return Remembered(folder, segment, length, last, closed)
    return Remembered()
