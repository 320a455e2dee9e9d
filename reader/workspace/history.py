"""Undo and redo without limit, rebuilt from this writer's own entries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotation.operation import Operation
    from reader.workspace.entry import Direction, Entry


@dataclass(frozen=True, slots=True)
class Step:
    """One operation that can be undone, or was, and the entry that first did it.

    Attributes:
        writer: Whose entry it was.
        seq: Its number.
        operation: What it did.
        part: What of it was undone, where the rest had been changed by others.
    """

    writer: str
    seq: int
    operation: Operation
    part: Operation | None = None

    @property
    def label(self) -> str:
        """What the user did."""
        return self.operation.label

    @property
    def undone(self) -> Operation:
        """What there is to do again, once it was undone."""
        return self.operation if self.part is None else self.part


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
        whole = len(entry.operation.edits) == len(step.operation.edits)
        part = None if whole or not undoing else entry.operation.inverted()
        target.append(replace(step, part=part))


def _take(stack: list[Step], writer: str, seq: int) -> Step | None:
    # It is the last, unless a line between was damaged.
    for place in range(len(stack) - 1, -1, -1):
        if (stack[place].writer, stack[place].seq) == (writer, seq):
            return stack.pop(place)
    return None


def left_sentence(operation: Operation, left: int, direction: Direction) -> str:
    """Return what to say where not all of a step could be undone or done again.

    Args:
        operation: All that was to be done.
        left: How many of its edits were not, as others changed the same things since.
        direction: Which of both it was.
    """
    done = "undone" if direction == "undo" else "done again"
    number = len(operation.edits)
    if left == number:
        return (
            f"“{operation.label}” was not {done}, because what it changed was changed again "
            "since; it was passed over, and nothing else is held up by it."
        )
    rest = "1 of them was" if left == 1 else f"{left} of them were"
    return (
        f"“{operation.label}” was {done} in {number - left} of {number} places; {rest} changed "
        "again since, and left as it is now."
    )
