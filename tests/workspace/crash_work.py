"""What the workloads are made of whose every change of the disk is recorded."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from reader.text.article import Article
from reader.text.span import Span
from reader.workspace import RefusedError, Workspace, editing
from tests.workspace.crash_recorder import KilledError, Recorder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.annotation.operation import Operation

ARTICLES = [Article.from_text(f"第{number}篇\n清溪镇办了十二场讲座。\n") for number in range(6)]
LONG = bool(os.environ.get("WENMAI_LONG"))
"""Whether the long proofs run, which take minutes."""
DAMAGE = b"damaged here"
Seen = tuple[object, ...]


def seen(workspace: Workspace) -> Seen:
    """Return all that a reader sees of a workspace."""
    return (
        {one: article.text for one, article in workspace.articles.items()},
        dict(workspace.annotations),
        {one: workspace.details(one) for one in workspace.articles},
        set(workspace.glossary.entries),
        workspace.tag_set,
        set(workspace.all_verdicts),
        workspace.undo_label,
        workspace.redo_label,
    )


@dataclass
class Work:
    """A workload, and the window that does it.

    Attributes:
        recorder: What notes its events.
        shown: What the window showed at a mark, by the number of events.
        doubtful: Marks at which a refused edit may be on disk all the same.
        operations: How many operations were done.
        begin: How many events there were before what the workload is about.
        is_alone: Whether no other window changes what this one does not know of.
    """

    recorder: Recorder
    shown: dict[int, Seen] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)
    operations: int = 0
    is_alone: bool = True
    begin: int = 0
    _window: Workspace | None = None

    @property
    def window(self) -> Workspace:
        assert self._window is not None
        return self._window

    def acknowledge(self, what: str, *, compare: bool = True) -> None:
        """Note that what was done up to now was called saved."""
        self.recorder.mark(what)
        self.operations += 1
        if compare and self.is_alone and self._window is not None:
            self.shown[len(self.recorder.events)] = seen(self._window)

    def create(self) -> None:
        root = self.recorder.root
        self._window = Workspace.create(root / "w", author="lin", state=root / "state")
        self.acknowledge("create")

    def reopen(self, what: str = "reopen") -> None:
        """Close the window where one is open, and open another."""
        self.close()
        root = self.recorder.root
        self._window = Workspace.open(root / "w", author="lin", state=root / "state")
        self.acknowledge(what)

    def close(self) -> None:
        if self._window is not None:
            self._window.close()
            self._window = None

    def bring_in(self, number: int) -> str:
        self.window.add_article(ARTICLES[number])
        self.acknowledge(f"import {number}")
        return ARTICLES[number].id

    def do(self, operation: Operation) -> None:
        """Do an operation under a name of its own, so that the undo stack shows it."""
        label = f"{operation.label} {self.operations}"
        self.window.apply(replace(operation, label=label))
        self.acknowledge(label)

    def tag(self, number: int, start: int) -> str:
        """Tag a passage, and return the tag's id."""
        span = Span(start, start + 2)
        operation = editing.tag(self.window, ARTICLES[number].id, span, "metric")
        self.do(operation)
        return operation.edits[0].id  # type: ignore[union-attr]

    def undo(self) -> None:
        self.window.undo()
        self.acknowledge("undo")

    def redo(self) -> None:
        self.window.redo()
        self.acknowledge("redo")

    def mark_damage(self, path: Path) -> None:
        """Damage a file, so that what is in it then can be found again."""
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
        os.write(descriptor, DAMAGE)
        os.fsync(descriptor)
        os.close(descriptor)
        self.acknowledge("damage")

    @contextmanager
    def failing(
        self, failing: dict[str, int], *, settled: bool = True, once: bool = False
    ) -> Iterator[None]:
        """Let calls fail within, which refuses what is done there.

        Args:
            failing: Calls and their ``errno``; 0 is a write of half of the data.
            settled: Whether what was refused is known not to be on disk.
            once: Whether each call fails the first time only.
        """
        self.recorder.failing, self.recorder.once = failing, once
        try:
            yield
        except RefusedError:
            pass
        else:
            raise AssertionError("it was not refused")
        finally:
            self.recorder.failing = {}
        if not settled:
            self.doubtful.add(len(self.recorder.events) + 1)
        self.acknowledge("refused", compare=settled)

    def ready(self, *numbers: int) -> None:
        """See to it that a workspace with some articles is there and open, whatever was."""
        root = self.recorder.root
        if self._window is None:
            if (root / "w" / "workspace.json").exists():
                self.reopen()
            else:
                self.create()
        for number in numbers:
            if ARTICLES[number].id not in self.window.articles:
                self.bring_in(number)

    def killed_once(self, syncs: int, act: Callable[[], object]) -> None:
        """Do something, and be killed after some syncs, at the next."""
        self.recorder.kill_after_syncs = syncs
        try:
            act()
        except KilledError:
            self.begin = len(self.recorder.events)
        else:
            raise AssertionError("it has no so many syncs")
        self.die()

    def killed(self, act: Callable[[], object]) -> None:
        """Do something, killed at its first event, at its second and so on, until it is done."""
        for events in count():
            self.recorder.kill_after = events
            try:
                act()
            except KilledError:
                self.die()
                self.reopen("reopen after a kill")
            else:
                self.recorder.kill_after = None
                return

    def die(self) -> None:
        """Be gone, as after ``kill -9``."""
        self._window = None
        self.recorder.kill_after = self.recorder.kill_after_syncs = None
        while self.recorder.locks:
            self.recorder.locks.pop().release(force=True)
