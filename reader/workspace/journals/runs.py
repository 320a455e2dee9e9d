"""Stacks of entries' numbers, kept as runs: a hundred thousand edits in a row are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.workspace.files.entry import Entry

Run = tuple[int, int]
"""From a first number to a last, up or down, both included."""


class RunStack:
    """A stack of numbers."""

    __slots__ = ("_runs",)

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        """Begin with runs; the last number of the last is the top."""
        self._runs = list(runs)

    def __iter__(self) -> Iterator[int]:
        """Yield the numbers, the top last."""
        for first, last in self._runs:
            yield from range(first, last + 1) if first <= last else range(first, last - 1, -1)

    @property
    def top(self) -> int | None:
        """The number on top; ``None`` where there is none."""
        return self._runs[-1][1] if self._runs else None

    @property
    def runs(self) -> tuple[Run, ...]:
        """The numbers as runs."""
        return tuple(self._runs)

    def push(self, number: int) -> None:
        """Put a number on top."""
        if self._runs:
            first, last = self._runs[-1]
            step = number - last
            if abs(step) == 1 and (first == last or (last > first) == (step > 0)):
                self._runs[-1] = first, number
                return
        self._runs.append((number, number))

    def pop(self) -> int:
        """Take the top away and return it.

        Raises:
            IndexError: If there is none.
        """
        first, last = self._runs.pop()
        if first != last:
            self._runs.append((first, last - 1 if first < last else last + 1))
        return last

    def clear(self) -> None:
        """Take all away."""
        self._runs.clear()


Undone = tuple[int, int]
"""An entry that was undone, and the entry that undid it last."""


def note_all(done: RunStack, undone: list[Undone], entries: Iterable[Entry]) -> bool:
    """Do to the numbers what a writer's entries do to its steps of undo and redo.

    Returns:
        Whether each undid or redid what was next. It does, unless something is missing.
    """
    for entry in entries:
        reverts = entry.reverts
        if reverts is None:
            done.push(entry.seq)
            undone.clear()
            continue
        undoing = reverts.direction == "undo"
        following = done.top if undoing else undone[-1][0] if undone else None
        if (reverts.writer, reverts.seq) != (entry.writer, following):
            return False
        if undoing:
            done.pop()
            undone.append((reverts.seq, entry.seq))
        else:
            undone.pop()
            done.push(reverts.seq)
    return True
