"""Writing the store so that it stays written: whole files, and lines appended to a journal."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from reader.durable import make_folder, replace_file, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "AppendError",
    "FileChangedError",
    "append_durably",
    "make_folder",
    "sync_folder",
    "write_durably",
]

_log = logging.getLogger(__name__)

# Windows would translate line ends.
_BINARY = getattr(os, "O_BINARY", 0)
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


def write_durably(path: Path, data: bytes) -> None:
    """Write a whole file, so that at any moment its old or its new content is there.

    Raises:
        OSError: If that fails; see :func:`reader.durable.replace_file`.
    """
    replace_file(path, (data,))


def append_durably(path: Path, data: bytes, length: int | None) -> None:
    """Append to a file with one write, and fsync.

    Args:
        path: The file.
        data: What to append.
        length: How many bytes the file holds; ``None`` makes it.

    Raises:
        FileChangedError: If the file holds another number of bytes, or is
            there where it was to be made; nothing was written.
        AppendError: If it could not be appended.
        OSError: If the file could not be opened; nothing was written.
    """
    flags = os.O_WRONLY | os.O_APPEND | _BINARY
    if length is None:
        flags |= os.O_CREAT | os.O_EXCL
    try:
        descriptor = os.open(path, flags, _PERMISSIONS)
    except FileExistsError as error:
        raise FileChangedError(path) from error
    try:
        if os.fstat(descriptor).st_size != (length or 0):
            raise FileChangedError(path)
        _append(descriptor, path, data, length)
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


def _refuse_part(count: int, length: int) -> None:
    msg = f"only {count} of {length} bytes could be written"
    raise OSError(msg)


def _take_back(descriptor: int, path: Path, length: int | None) -> bool:
    """Undo an append; return whether that worked."""
    try:
        os.ftruncate(descriptor, length or 0)
        # A file that is removed too: its name may come back with a power cut.
        os.fsync(descriptor)
        if length is None:
            path.unlink()
    except OSError as error:
        _log.info("%s could not be cut back (%s)", path, error)
        return False
    return True
