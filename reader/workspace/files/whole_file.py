"""Reading and writing a small JSON file whole: how large it may be, and the sum that it carries.

The sum is a field of the file itself: the first 16 digits of the SHA-256 of all bytes
before it, without carriage returns, which Git may add. A file without one was written by
an older version, or by hand, and is believed.
"""

from __future__ import annotations

import hashlib
import stat
from typing import TYPE_CHECKING, Any, Final

from reader.language import mark, tr
from reader.workspace.errors import DamagedError
from reader.workspace.files.json_bytes import pretty

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SUM: Final = "sum"
# As json_bytes writes a field of the outermost object; a line end in a text is escaped.
_BEFORE: Final = b',\n  "sum": "'
_AFTER: Final = b'"'
_DIGITS: Final = 16
_NO_FILE: Final = mark("it is no file")


def verify_ends(path: Path) -> None:
    """Refuse to read a device or a pipe, which may never end.

    Raises:
        OSError: If it is one, or is not there.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(tr(_NO_FILE))


def read_whole(path: Path, largest: int) -> bytes:
    """Read a file, unless it is larger than it can be.

    Raises:
        OSError: If it cannot be read, or might never end.
        DamagedError: If it is too large.
    """
    status = path.stat()
    if status.st_size > largest:
        msg = tr("it is over {largest:,} MB large").format(largest=largest // 1_000_000)
        raise DamagedError(msg)
    verify_ends(path)
    return path.read_bytes()


def with_sum(data: Mapping[str, Any], last: str | None = None) -> bytes:
    """Return an object as JSON with its sum, which covers every field before it.

    Args:
        data: The object; an old sum in it is passed over.
        last: A field that stands behind the sum, as something else vouches for it.

    Raises:
        ValueError, TypeError: If it holds what JSON cannot.
    """
    covered = {name: value for name, value in data.items() if name not in (SUM, last)}
    head = pretty(covered).removesuffix(b"\n}\n")
    summed = head + _BEFORE + _digest(head) + _AFTER
    if last is None:
        return summed + b"\n}\n"
    return summed + b"," + pretty({last: data[last]}).removeprefix(b"{")


def is_intact(content: bytes) -> bool:
    """Return whether a file's sum, if it has one, is that of what stands before it."""
    head, found, rest = content.replace(b"\r", b"").partition(_BEFORE)
    return not found or rest.startswith(_digest(head) + _AFTER)


def _digest(head: bytes) -> bytes:
    return hashlib.sha256(head).hexdigest()[:_DIGITS].encode()
