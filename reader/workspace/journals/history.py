"""Undo and redo without limit, rebuilt from this writer's own entries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.language import tr
from reader.workspace.journals.runs import RunStack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.annotation.operation import Operation
    from reader.workspace.files.entry import Direction, Entry
    from reader.workspace.journals.snapshot import Snapshot


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


class Past:
    """The steps before those in memory: their numbers, and where the entries are found."""

    def __init__(self, snapshot: Snapshot, find: Callable[[str, int], Entry | None]) -> None:
        """Begin with the stacks that a snapshot holds.

        Args:
            snapshot: The snapshot.
            find: Finds an entry by writer and number; ``None`` where it is not there.
        """
        self._writer = snapshot.writer
        self._find = find
        self._done = RunStack(snapshot.done)
        self._undone = list(snapshot.undone)

    def undoable(self) -> Step | None:
        """Take away and return the step that was done last."""
        while self._done.top is not None:
            seq = self._done.pop()
            entry = self._entry(seq)
            # One that is gone was damaged since; opening the workspace again names it.
            if entry is not None:
                return Step(self._writer, seq, entry.operation)
        return None

    def redoable(self) -> Step | None:
        """Take away and return the step that was undone last."""
        while self._undone:
            seq, by = self._undone.pop()
            entry, undoing = self._entry(seq), self._entry(by)
            if entry is not None and undoing is not None:
                step = Step(self._writer, seq, entry.operation)
                return replace(step, part=_part(step, undoing))
        return None

    def forget_undone(self) -> None:
        """Let go of what could be done again."""
        self._undone.clear()

    def _entry(self, seq: int) -> Entry | None:
        try:
            return self._find(self._writer, seq)
        except OSError:
            return None


class History:
    """The two stacks. They hold the operations of the journal, not copies."""

    def __init__(self, entries: Iterable[Entry] = (), past: Past | None = None) -> None:
        """Rebuild the stacks from a writer's entries, in the order written.

        Args:
            entries: The entries.
            past: The steps before them.
        """
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._past = past
        for entry in entries:
            self.note(entry)

    @property
    def undoable(self) -> Step | None:
        """What undo takes back."""
        self._reach_back()
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Step | None:
        """What redo does again."""
        self._reach_back()
        return self._undone[-1] if self._undone else None

    def _reach_back(self) -> None:
        """Bring the next steps of the past into memory, where none is there."""
        if self._past is None:
            return
        if not self._done and (step := self._past.undoable()):
            self._done.append(step)
        if not self._undone and (step := self._past.redoable()):
            self._undone.append(step)

    def note(self, entry: Entry) -> None:
        """Take in an entry that has just become durable."""
        reverts = entry.reverts
        if reverts is None:
            self._done.append(Step(entry.writer, entry.seq, entry.operation))
            self._undone.clear()
            if self._past is not None:
                self._past.forget_undone()
            return
        self._reach_back()
        undoing = reverts.direction == "undo"
        source, target = (self._done, self._undone) if undoing else (self._undone, self._done)
        step = _take(source, reverts.writer, reverts.seq)
        if step is None:
            # The line it was first done by is damaged; this entry says the same.
            operation = entry.operation.inverted() if undoing else entry.operation
            step = Step(reverts.writer, reverts.seq, operation)
        target.append(replace(step, part=_part(step, entry) if undoing else None))


def _part(step: Step, undoing: Entry) -> Operation | None:
    """Return what an entry undid of a step; ``None`` where that is all of it."""
    whole = len(undoing.operation.edits) == len(step.operation.edits)
    return None if whole else undoing.operation.inverted()


def _take(stack: list[Step], writer: str, seq: int) -> Step | None:
    # It is the last, unless a line between was damaged.
    for place in range(len(stack) - 1, -1, -1):
        if (stack[place].writer, stack[place].seq) == (writer, seq):
            return stack.pop(place)
    return None


def left_sentence(operation: Operation, left: int, direction: Direction) -> str:
    """Return what to say where not all of a step could be undone or done again.

    Args:
        operation: All that was to be done; nothing, where the undo was passed over.
        left: How many of its edits were not, as others changed the same things since.
        direction: Which of both it was.
    """
    done = tr("undone") if direction == "undo" else tr("done again")
    number = len(operation.edits)
    if not number:
        return tr("Nothing of “{label}” had been undone, so nothing was done again.").format(
            label=tr(operation.label)
        )
    if left == number:
        return tr(
            "“{label}” was not {done}, because what it changed was changed again since; it "
            "was passed over, and nothing else is held up by it."
        ).format(label=tr(operation.label), done=done)
    rest = (
        tr("the other was changed again since, and left as it is")
        if left == 1
        else tr("the other {left} were changed again since, and left as they are").format(left=left)
    )
    return tr("“{label}” was {done} in {left} of {number} places; {rest}.").format(
        label=tr(operation.label), done=done, left=number - left, number=number, rest=rest
    )
