"""Writing the store so that it stays written: whole files, and lines appended to a journal."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from reader.durable import make_folder, replace_file, sync_folder
from reader.language import tr

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "AppendError",
    "FileChangedError",
    "FileReplacedError",
    "append_durably",
    "make_folder",
    "sync_file",
    "sync_folder",
    "write_durably",
]

_log = logging.getLogger(__name__)

# Windows would translate line ends.
_APPENDING = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
_MAKING = _APPENDING | os.O_CREAT | os.O_EXCL
_PERMISSIONS = 0o666


class AppendError(OSError):
    """A line that did not reach the disk.

    Attributes:
        settled: Whether the file is known to be on disk as it was before; if
            not, nothing may be appended to it any more.
    """

    def __init__(self, cause: str, *, settled: bool) -> None:
        """Say what the operating system said."""
        super().__init__(cause)
        self.settled = settled


class FileChangedError(Exception):
    """A file is not as this process left it, so another program has written to it."""


class FileReplacedError(FileChangedError):
    """Another file stands where a line was appended, or none; whether it has the line is unknown.

    The file that the line went to was cut back where that worked.
    """


def write_durably(path: Path, data: bytes) -> None:
    """Write a whole file, so that at any moment its old or its new content is there.

    Raises:
        OSError: If that fails; see :func:`reader.durable.replace_file`.
    """
    replace_file(path, (data,))


def sync_file(path: Path) -> None:
    """Make durable what others may have written to a file.

    Raises:
        OSError: If the disk fails.
    """
    # For writing: Windows syncs no file that was opened for reading.
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def append_durably(path: Path, data: bytes, length: int | None) -> None:
    """Append to a file with one write, and fsync; then verify that it is still the file there.

    Whoever mends or synchronises a file puts another into its place. A line that went to the
    old one at that moment would be found by nobody.

    Args:
        path: The file.
        data: What to append.
        length: How many bytes the file holds; ``None`` makes it.

    Raises:
        FileChangedError: If the file holds another number of bytes, or is
            there where it was to be made; nothing was written.
        FileReplacedError: If another file, or none, was there afterwards.
        AppendError: If it could not be appended.
        OSError: If the file could not be opened; nothing was written.
    """
    try:
        descriptor = os.open(path, _MAKING if length is None else _APPENDING, _PERMISSIONS)
    except FileExistsError as error:
        raise FileChangedError(path) from error
    try:
        opened = os.fstat(descriptor)
        if opened.st_size != (length or 0):
            raise FileChangedError(path)
        _append(descriptor, path, data, length)
        if not _is_there(path, opened):
            _verify_held(descriptor, path, data, length)
    finally:
        os.close(descriptor)


def _append(descriptor: int, path: Path, data: bytes, length: int | None) -> None:
    written = False
    try:
        count = os.write(descriptor, data)
        if count != len(data):
            _refuse_part(count, len(data))
        written = True
        os.fsync(descriptor)
        if length is None:
            sync_folder(path.parent)
    except OSError as error:
        taken_back = _take_back(descriptor, path, length)
        # After a failed fsync nobody knows what the disk holds, whatever it
        # says later; a file that is gone for good is the exception.
        settled = taken_back and (length is None or not written)
        raise AppendError(error.strerror or str(error), settled=settled) from error


def _is_there(path: Path, opened: os.stat_result) -> bool:
    """Return whether a path leads to the file that was opened."""
    try:
        there = path.stat()
    except OSError:
        return False
    return there.st_ino == opened.st_ino and there.st_dev == opened.st_dev


def _verify_held(descriptor: int, path: Path, data: bytes, length: int | None) -> None:
    """Verify that the file that is there holds what was appended; take it back if it does not.

    There are drives on which the number of a file is another one each time, and whoever put
    another file there may have brought the line along, but not made it durable yet.

    Raises:
        FileReplacedError: If it does not.
    """
    try:
        with path.open("rb") as there:
            there.seek(length or 0)
            held = there.read(len(data) + 1) == data
        if held:
            sync_file(path)
    except OSError:
        held = False
    if not held:
        _cut(descriptor, path, length or 0)
        raise FileReplacedError(path)


def _refuse_part(count: int, length: int) -> None:
    msg = tr("only {count} of {length} bytes could be written").format(count=count, length=length)
    raise OSError(msg)


def _take_back(descriptor: int, path: Path, length: int | None) -> bool:
    """Undo an append; return whether that worked."""
    # A file that is removed is cut too: its name may come back with a power cut.
    if not _cut(descriptor, path, length or 0):
        return False
    try:
        if length is None:
            path.unlink()
    except OSError as error:
        _log.info("%s could not be removed (%s)", path, error)
        return False
    return True


def _cut(descriptor: int, path: Path, length: int) -> bool:
    """Cut a file back durably; return whether that worked."""
    try:
        os.ftruncate(descriptor, length)
        os.fsync(descriptor)
    except OSError as error:
        _log.info("%s could not be cut back (%s)", path, error)
        return False
    return True
