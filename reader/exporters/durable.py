"""Writing a file so that it is there whole, or as it was before."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ExportError(Exception):
    """A file that could not be written; the message is one sentence for the user."""


def write_durably(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file anew, replacing an old one only when the new one is on disk.

    A link is followed, and what is no file (``/dev/stdout``, a pipe) is written to.

    Args:
        path: The file; its folder must exist.
        chunks: Its bytes.

    Raises:
        ExportError: If it could not be written; an old file is then untouched.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(chunks)
        else:
            _replace(Path(os.path.realpath(path)), chunks)
    except OSError as error:
        msg = f"{path} could not be written ({error.strerror}); choose another file or folder."
        raise ExportError(msg) from None


def _replace(path: Path, chunks: Iterable[bytes]) -> None:
    # Made by hand, as tempfile would keep everyone else from reading the result.
    temporary = path.with_name(f".wenmai-{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last, where the system can do that to a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
