"""Undo and redo without limit, rebuilt from this writer's own entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotation.operation import Operation
    from reader.workspace.entry import Entry


@dataclass(frozen=True, slots=True)
class Step:
    """One operation that can be undone, or was, and the entry that first did it."""

    writer: str
    seq: int
    operation: Operation

    @property
    def label(self) -> str:
        """What the user did."""
        return self.operation.label


class History:
    """The two stacks. They hold the operations of the journal, not copies."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Rebuild the stacks from a writer's entries, in the order written."""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for entry in entries:
            self.note(entry)

    @property
    def undoable(self) -> Step | None:
        """What undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Step | None:
        """What redo does again."""
        return self._undone[-1] if self._undone else None

    def note(self, entry: Entry) -> None:
        """Take in an entry that has just become durable."""
        reverts = entry.reverts
        if reverts is None:
            self._done.append(Step(entry.writer, entry.seq, entry.operation))
            self._undone.clear()
            return
        undoing = reverts.direction == "undo"
        source, target = (self._done, self._undone) if undoing else (self._undone, self._done)
        step = _take(source, reverts.writer, reverts.seq)
        if step is None:
            # The line it was first done by is damaged; this entry says the same.
            operation = entry.operation.inverted() if undoing else entry.operation
            step = Step(reverts.writer, reverts.seq, operation)
        target.append(step)


def _take(stack: list[Step], writer: str, seq: int) -> Step | None:
    # It is the last, unless a line between was damaged.
    for place in range(len(stack) - 1, -1, -1):
        if (stack[place].writer, stack[place].seq) == (writer, seq):
            return stack.pop(place)
    return None
