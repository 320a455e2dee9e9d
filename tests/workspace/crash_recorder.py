"""What a disk may hold after a power cut: every legal outcome of what was not synced.

A :class:`Recorder` notes each call that changes the disk, as the product makes it. From
what it noted, :func:`states` makes every disk that a power cut may leave, on a drive that
promises no more than POSIX does: data of a file is safe after an fsync of that file, a
name in a folder after an fsync of that folder. Until then each change is there or not,
whatever came before or after it, and data that was written may be there in part, or be
zeros. The method is that of ALICE (Pillai and others, OSDI 2014).
"""

from __future__ import annotations

import ast
import io
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from filelock import BaseFileLock

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

READER: Final = Path(__file__).parents[2] / "reader"
# Nothing is ever read from them.
_LOCK: Final = ".lock"
_SYNCS: Final = {"os.fsync", "os.fdatasync", "sync_folder"}


class KilledError(BaseException):
    """Stands for ``kill -9``: it goes through everything, and nothing is cleaned up."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change of the disk, one sync, or one mark.

    Attributes:
        what: ``make``, ``link``, ``move`` or ``remove`` a name, ``write`` or ``cut`` a file,
            ``sync``, ``failed sync`` or ``mark``.
        inode: What it is about; for a name the file or folder that has it.
        folder: The folder of the name.
        name: The name.
        moved: Folder and name that a moved file had before.
        data: What was written, from ``offset`` on.
        offset: Where, in bytes; the new length of a file that was cut.
        site: The place in the product that asked for the sync, or what a mark says.
    """

    what: str
    inode: int
    folder: int = -1
    name: str = ""
    moved: tuple[int, str] = (-1, "")
    data: bytes | None = None
    offset: int = 0
    site: str = ""


@dataclass(slots=True)
class Recorder:
    """Notes what happens on the disk below a folder, and lets it fail.

    Attributes:
        root: The folder, empty at first.
        events: What happened.
        failing: Names of calls that fail from now on, and how: an ``errno``; 0 is a write
            of half of the data.
        once: Whether each of them fails only the next time.
        kill_after: How many more events there are before the process is dead.
        kill_after_syncs: How many more syncs there are before it is.
        locks: What the process holds, which the system takes away from one that is dead.
    """

    root: Path
    events: list[Event] = field(default_factory=list)
    failing: dict[str, int] = field(default_factory=dict)
    once: bool = False
    kill_after: int | None = None
    kill_after_syncs: int | None = None
    locks: list[BaseFileLock] = field(default_factory=list)
    _inodes: dict[Path, int] = field(default_factory=dict)
    _descriptors: dict[int, Path] = field(default_factory=dict)
    _sizes: dict[int, int] = field(default_factory=dict)
    _last: int = 0

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Stand between the product and the operating system."""
        self._inodes[self.root] = 0
        for name in (
            "open",
            "write",
            "ftruncate",
            "fsync",
            "mkdir",
            "rmdir",
            "unlink",
            "rename",
            "link",
        ):
            patch.setattr(os, name, self._around(name, getattr(os, name)))
        open_file: Callable[..., Any] = io.open

        def open_noted(*args: Any, **named: Any) -> Any:
            # A file object asks the system itself, unless it is told whom to ask.
            opener = named.pop("opener", None) or os.open
            return open_file(*args, opener=opener, **named)

        patch.setattr(io, "open", open_noted)
        acquire = BaseFileLock.acquire

        def acquire_and_note(lock: BaseFileLock, *args: Any, **named: Any) -> Any:
            self.locks.append(lock)
            return acquire(lock, *args, **named)

        patch.setattr(BaseFileLock, "acquire", acquire_and_note)
        patch.setattr(os, "replace", os.rename)
        patch.setattr(os, "remove", os.unlink)
        for name in ("symlink", "truncate", "fdatasync", "pwrite", "writev", "sendfile"):
            patch.setattr(os, name, self._unknown(name, getattr(os, name)))

    def left(self) -> dict[str, bytes | None]:
        """Return what is on the disk, as the record of it must have it."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes() if path.is_file() else None
            for path in self.root.rglob("*")
            if path.suffix != _LOCK
        }

    def mark(self, site: str) -> None:
        """Note that what happened up to now was acknowledged."""
        self.events.append(Event("mark", -1, site=site))

    def _around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        note = getattr(self, f"note_{name}")

        def around(first: Any, *rest: Any, **named: Any) -> Any:
            path = self._path(first, named.get("dir_fd"))
            if path is None:
                result = call(first, *rest, **named)
                if name == "open":
                    self._descriptors.pop(result, None)
                return result
            return note(call, path, first, *rest, **named)

        return around

    def _unknown(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def unknown(first: Any, *rest: Any, **named: Any) -> Any:
            assert self._path(first, None) is None, f"the recorder does not know os.{name}"
            return call(first, *rest, **named)

        return unknown

    def _path(self, thing: Any, folder: int | None) -> Path | None:
        """Return what a call is about; ``None`` where it is none of ours."""
        if isinstance(thing, int):
            path = self._descriptors.get(thing)
        elif folder is not None:
            path = self._descriptors[folder] / thing if folder in self._descriptors else None
        else:
            path = Path(os.fsdecode(thing)).absolute()
        ours = path is not None and path.is_relative_to(self.root) and path.suffix != _LOCK
        return path if ours else None

    def _alive(self, *, sync: bool = False) -> None:
        if self.kill_after_syncs is not None and sync:
            if self.kill_after_syncs == 0:
                self.kill_after = 0
            self.kill_after_syncs -= 1
        if self.kill_after is not None:
            if self.kill_after <= 0:
                raise KilledError
            self.kill_after -= 1

    def _fails(self, name: str) -> None:
        code = self.failing.get(name)
        if code:
            if self.once:
                del self.failing[name]
            raise OSError(code, os.strerror(code))

    def _note_name(self, what: str, path: Path, inode: int, **more: Any) -> None:
        folder = self._inodes[path.parent]
        self.events.append(Event(what, inode, folder=folder, name=path.name, **more))

    def _catch_up(self, path: Path) -> None:
        """Note what a file object wrote, which does not go through ``os.write``."""
        inode = self._inodes[path]
        known = self._sizes.get(inode, 0)
        if path.is_file() and path.stat().st_size > known:
            data = path.read_bytes()[known:]
            self._sizes[inode] = known + len(data)
            self.events.append(Event("write", inode, data=data, offset=known))

    def _made(self, path: Path, data: bytes | None) -> None:
        self._last += 1
        self._inodes[path] = self._last
        self._note_name("make", path, self._last, data=data)

    def note_open(self, call: Callable[..., int], path: Path, *args: Any, **named: Any) -> int:
        flags = args[1]
        makes = flags & os.O_CREAT and path not in self._inodes
        if makes:
            self._alive()
            self._fails("open")
        assert not flags & os.O_TRUNC, f"{path} would be cut before it is written"
        descriptor = call(*args, **named)
        self._descriptors[descriptor] = path
        if makes:
            self._made(path, b"")
        return descriptor

    def note_write(self, call: Callable[..., int], path: Path, descriptor: int, data: Any) -> int:
        self._alive()
        self._fails("write")
        part = data[: len(data) // 2] if "write" in self.failing else data
        before = os.fstat(descriptor).st_size
        # Nobody here writes anywhere but at the end.
        count = call(descriptor, part)
        after = os.fstat(descriptor).st_size
        assert after == before + count, f"{path} was written in its middle"
        self._sizes[self._inodes[path]] = after
        self.events.append(
            Event("write", self._inodes[path], data=bytes(part[:count]), offset=before)
        )
        return count

    def note_ftruncate(self, call: Callable[..., None], path: Path, fd: int, length: int) -> None:
        self._alive()
        self._fails("ftruncate")
        call(fd, length)
        self._sizes[self._inodes[path]] = length
        self.events.append(Event("cut", self._inodes[path], offset=length))

    def note_fsync(self, _call: Callable[..., None], path: Path, _fd: int) -> None:
        # The disk is this record: the real one need not be waited for.
        self._catch_up(path)
        self._alive(sync=True)
        name = "fsync of a folder" if path.is_dir() else "fsync"
        what = "failed sync" if self.failing.get(name) else "sync"
        self.events.append(Event(what, self._inodes[path], site=_site()))
        self._fails(name)

    def note_mkdir(self, call: Callable[..., None], path: Path, *args: Any, **named: Any) -> None:
        self._alive()
        self._fails("mkdir")
        call(*args, **named)
        self._made(path, None)

    def note_unlink(self, call: Callable[..., None], path: Path, *args: Any, **named: Any) -> None:
        self._alive()
        call(*args, **named)
        self._note_name("remove", path, self._inodes.pop(path))

    note_rmdir = note_unlink

    def note_rename(self, call: Callable[..., None], path: Path, old: Any, new: Any) -> None:
        self._catch_up(path)
        self._alive()
        self._fails("rename")
        call(old, new)
        target = Path(os.fsdecode(new)).absolute()
        inode = self._inodes[path]
        self._note_name("move", target, inode, moved=(self._inodes[path.parent], path.name))
        for one in [one for one in self._inodes if one == path or one.is_relative_to(path)]:
            self._inodes[target / one.relative_to(path)] = self._inodes.pop(one)

    def note_link(
        self, call: Callable[..., None], path: Path, old: Any, new: Path, **named: Any
    ) -> None:
        self._alive()
        self._fails("link")
        call(old, new, **named)
        self._inodes[new] = self._inodes[path]
        self._note_name("link", new, self._inodes[path])


def sites() -> list[str]:
    """Return every place in the product that asks for a sync: ``durable.py:38``."""
    found = []
    for path in sorted(READER.rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef) and function.name != "sync_folder":
                found += [
                    f"{path.relative_to(READER).as_posix()}:{call.lineno}"
                    for call in ast.walk(function)
                    if isinstance(call, ast.Call) and ast.unparse(call.func) in _SYNCS
                ]
    return found


def _site() -> str:
    """Return where the product asks for a sync: ``durable.py:38``."""
    frame = sys._getframe(1)
    while not Path(frame.f_code.co_filename).is_relative_to(READER) or (
        frame.f_code.co_name == "sync_folder"
    ):
        if frame.f_back is None:
            return "the workload itself"
        frame = frame.f_back
    return f"{Path(frame.f_code.co_filename).relative_to(READER).as_posix()}:{frame.f_lineno}"
