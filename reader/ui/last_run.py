"""How the last run of the program ended, where it had no time to say so.

Each run holds a lock on a file of its own and keeps a file beside it, into which
``faulthandler`` writes where the process dies. The system lets go of the lock
whatever happens: a file that nobody holds is of a run that did not end as it should.
"""

from __future__ import annotations

import faulthandler
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

_LOCK, _TRACE = ".running", ".txt"
# Reports of runs that ended unexpectedly: the newest are kept.
_KEPT: Final = 10


class Run:
    """This run of the program.

    Attributes:
        trace: What a hard crash is written to.
        ended: Reports of earlier runs that ended unexpectedly, the newest last; a report
            of a process that was killed is empty.
    """

    def __init__(self, folder: Path) -> None:
        """Begin; find out how the runs before have ended.

        Raises:
            OSError: If the folder cannot be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.ended = [_put_aside(path) for path in sorted(folder.glob(f"*{_LOCK}")) if _left(path)]
        for old in sorted(folder.glob(f"ended-*{_TRACE}"))[:-_KEPT]:
            old.unlink(missing_ok=True)
        name = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}"
        self.trace = folder / f"{name}{_TRACE}"
        self._lock = FileLock(folder / f"{name}{_LOCK}")
        self._lock.acquire(timeout=0)
        self._file: TextIO = self.trace.open("w", encoding="utf-8")
        faulthandler.enable(self._file)

    def close(self) -> None:
        """End as it should: nothing is left to be told the next time."""
        faulthandler.disable()
        self._file.close()
        self.trace.unlink(missing_ok=True)
        self._lock.release()
        lock = self.trace.with_suffix(_LOCK)
        lock.unlink(missing_ok=True)


def _left(lock: Path) -> bool:
    """Return whether nobody holds a lock."""
    held = FileLock(lock)
    try:
        held.acquire(timeout=0)
    except (OSError, Timeout):
        return False
    held.release()
    return True


def _put_aside(lock: Path) -> Path:
    """Return the report of a run that ended unexpectedly, under a name of its own."""
    trace = lock.with_suffix(_TRACE)
    report = trace.with_name(f"ended-{trace.name}")
    if trace.exists():
        trace.replace(report)
    else:
        report.touch()
    lock.unlink(missing_ok=True)
    return report
