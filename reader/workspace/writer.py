"""Who writes: an identity that lives with this machine, held by one process at a time."""

from __future__ import annotations

import re
import secrets
from itertools import count
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from reader.workspace.durable import make_folder, write_durably
from reader.workspace.json_bytes import parse, pretty

if TYPE_CHECKING:
    from pathlib import Path

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_LENGTH = 10
_ID = re.compile(f"[{_ALPHABET}]{{{_LENGTH}}}")


class Writer:
    """A writer's identity, while this process holds it.

    Attributes:
        path: The file that keeps the identity.
        id: The name of the journal it writes.
    """

    def __init__(self, path: Path, lock: FileLock) -> None:
        """Take the identity that ``path`` holds, or make one; ``lock`` is held already."""
        self.path = path
        self._lock = lock
        self.id = _read(path) or self.renew()

    def renew(self) -> str:
        """Become a writer that nobody has been, and return its id.

        Raises:
            OSError: If that cannot be kept.
        """
        self.id = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
        write_durably(
            self.path, pretty({"format": "wenmai-writer", "version": 1, "writer": self.id})
        )
        return self.id

    def release(self) -> None:
        """Leave the identity to the next process."""
        self._lock.release()


def claim_writer(state: Path, workspace_id: str) -> Writer:
    """Claim the first identity that no other window or command holds.

    The lock is the operating system's, so that it ends with the process,
    however that ends.

    Raises:
        OSError: If ``state`` cannot be written.
    """
    folder = state / "writers" / workspace_id
    make_folder(folder)
    for slot in count(1):
        lock = FileLock(folder / f"{slot}.lock")
        try:
            lock.acquire(blocking=False)
        except Timeout:
            continue
        try:
            return Writer(folder / f"{slot}.json", lock)
        except BaseException:
            lock.release()
            raise
    raise AssertionError  # pragma: no cover (the slots do not end)


def _read(path: Path) -> str | None:
    try:
        data = parse(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    writer = data.get("writer") if isinstance(data, dict) else None
    return writer if isinstance(writer, str) and _ID.fullmatch(writer) else None
