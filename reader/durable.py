"""Writing so that it stays written: temporary file, fsync, rename, fsync of the folder."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_log = logging.getLogger(__name__)

# What a network drive answers that cannot fsync a folder, and a folder that may
# be written to but not listed.
_CANNOT_SYNC = frozenset([errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EACCES])
# Windows would translate line ends.
_BINARY = getattr(os, "O_BINARY", 0)
_PERMISSIONS = 0o666


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable.

    Raises:
        OSError: If the disk fails. A drive that cannot do it at all is only logged.
    """
    if os.name == "nt":  # pragma: no cover (Windows opens no folder)
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
        _log.info("the drive of %s cannot sync a folder (%s)", folder, error)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, durably.

    Raises:
        OSError: If that fails.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir()
    sync_folder(folder.parent)


def replace_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a whole file, so that at any moment its old or its new content is there.

    Who may read an old file stays as it was.

    Args:
        path: The file; its folder must exist.
        chunks: Its bytes.

    Raises:
        OSError: If that fails; the old content is still there, unless it was the
            folder that could not be synced.
    """
    # Made by hand, as tempfile would keep everyone else from reading the result; its
    # name is short, as the file's own may be as long as a name can be.
    temporary = path.with_name(f".wenmai-{secrets.token_hex(8)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _PERMISSIONS)
    try:
        try:
            for chunk in chunks:
                _write_all(descriptor, chunk)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        # Only a drive that knows no permissions refuses to set those of a file just made.
        with contextlib.suppress(OSError):
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_where_it_leads(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file of the user's: whole or not at all, where a link leads to.

    What is no file (``/dev/stdout``, a pipe) is written to and stays what it is.

    Args:
        path: The file; its folder must exist.
        chunks: Its bytes.

    Raises:
        OSError: If that fails; an old file is then untouched.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            file.writelines(chunks)
    else:
        replace_file(target, chunks)


def _write_all(descriptor: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
