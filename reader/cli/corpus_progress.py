"""How far a corpus is, on one line of a terminal."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

_WIDTH = 30
_CLEAR = "\r\x1b[K"


class Progress:
    """A bar on standard error, and nothing at all where that is no terminal."""

    __slots__ = ("_begun", "_characters", "_done", "_done_before", "_shown", "_total")

    def __init__(self) -> None:
        """Show nothing yet."""
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._begun = monotonic()
        self._done = self._done_before = self._characters = 0
        self._total = 1

    def __enter__(self) -> Self:
        """Return the bar."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Clear the line, for what is said next."""
        self._show("")

    def reading(self, name: str) -> None:
        """Say which file is read."""
        # A Chinese character is two columns wide: half a line holds any name.
        self._show(f"reading {name}"[:40])

    def begins(self, done: int, total: int) -> None:
        """Show how much was done before, and how much there is, in bytes."""
        self._begun = monotonic()
        self._done = self._done_before = done
        self._total = max(1, total)
        self._draw()

    def advances(self, size: int, characters: int) -> None:
        """Show that so many bytes, with so many characters, are done."""
        self._done += size
        self._characters += characters
        self._draw()

    def _draw(self) -> None:
        spent = monotonic() - self._begun
        full = self._done * _WIDTH // self._total
        line = f"[{'█' * full}{' ' * (_WIDTH - full)}] {self._done * 100 // self._total:3}%"
        new = self._done - self._done_before
        if new and spent > 0:
            left = int(spent * (self._total - self._done) / new)
            speed = self._characters / spent
            line += f"  {speed:,.0f} characters a second, {left // 60}:{left % 60:02} left"
        self._show(line)

    def _show(self, line: str) -> None:
        if self._shown:
            sys.stderr.write(_CLEAR + line)
            sys.stderr.flush()
