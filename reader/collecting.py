"""Pausing Python's garbage collection while a lot is made and nothing is thrown away."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

_lock = threading.Lock()
_pauses = 0
_was_enabled = False


class CollectionPause:
    """Pauses Python's garbage collection from now until it ends, as a context or by :meth:`end`.

    Reading makes a million objects and no garbage; looking through them all
    again and again would take half the time. Pauses of several threads may
    overlap: the last one to end turns the collection on again, if it was on.
    """

    def __init__(self) -> None:
        """Begin."""
        global _pauses, _was_enabled  # the collector is one for all threads
        self._ended = False
        with _lock:
            if not _pauses:
                _was_enabled = gc.isenabled()
                gc.disable()
            _pauses += 1

    def end(self) -> None:
        """End; a pause that has ended stays so."""
        global _pauses
        with _lock:
            if self._ended:
                return
            self._ended = True
            _pauses -= 1
            if not _pauses and _was_enabled:
                gc.enable()

    def __enter__(self) -> Self:
        """Return the pause, which began when it was made."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End."""
        self.end()
