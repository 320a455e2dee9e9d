"""One of the processes of the soak: a window, or a program without one, that edits until told.

    python -m tests.workspace.soak_process window|plain WORKSPACE LOG SEED

Every edit that was acknowledged is appended to LOG, and synced, before the next is made.
Standard input takes a line at a time: ``pause`` ends editing; ``state`` takes in what
others did and prints all tags; ``quit`` ends.
"""

from __future__ import annotations

import json
import os
import random
import select
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotation.operation import Operation
from reader.text.span import Span
from reader.user import author_name, state_folder
from reader.workspace import RefusedError, Workspace, editing

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from reader.ui.main_window import MainWindow
    from reader.workspace import ChangeSet

PAUSE = 0.02
"""Seconds between two edits."""


class Editor:
    """Makes random edits, and writes down those that were acknowledged.

    Attributes:
        workspace: What it edits.
        told: The last line of standard input.
    """

    def __init__(self, workspace: Workspace, log: Path, seed: int) -> None:
        self.workspace = workspace
        self.told = ""
        self._chance = random.Random(seed)
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        workspace.subscribe(self._note)

    def _note(self, changes: ChangeSet) -> None:
        """Write down what became durable here; the workspace tells it only then."""
        if changes.others or not changes.annotations:
            return
        edits = {one: after and after.to_json() for one, (_, after) in changes.annotations.items()}
        os.write(self._log, json.dumps(edits).encode() + b"\n")
        os.fsync(self._log)

    def listen(self) -> None:
        """Take a line of standard input, if there is one."""
        if select.select([sys.stdin], [], [], 0)[0]:
            self.told = sys.stdin.readline().strip() or "quit"

    def act(self, apply: Callable[[Operation], object]) -> None:
        """Make an edit, by the door that is given."""
        workspace, chance = self.workspace, self._chance
        tags = list(workspace.annotations)
        what = chance.choice(
            ["tag", "tag", "note", "note", "kind", "untag", "bulk", "undo", "redo"]
        )
        if what == "undo":
            workspace.undo()
        elif what == "redo":
            workspace.redo()
        elif what == "bulk":
            made = [self._tag() for _ in range(10)]
            apply(Operation("Accept all", tuple(one.edits[0] for one in made)))
        elif what == "tag" or not tags:
            apply(self._tag())
        elif what == "untag":
            apply(editing.untag(workspace, chance.sample(tags, min(3, len(tags)))))
        elif what == "kind":
            apply(editing.describe(workspace, chance.choice(tags), kind="honour"))
        else:
            apply(editing.describe(workspace, chance.choice(tags), note=str(chance.random())))

    def _tag(self) -> Operation:
        article = self._chance.choice(list(self.workspace.articles.values()))
        start = self._chance.randrange(len(article.text) - 4)
        return editing.tag(self.workspace, article.id, Span(start, start + 4), "metric")

    def say_state(self) -> None:
        tags = {one: tag.to_json() for one, tag in self.workspace.annotations.items()}
        say(json.dumps({"tags": tags, "conflicts": sorted(self.workspace.conflicts)}))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run_plain(folder: Path, log: Path, seed: int) -> None:
    with Workspace.open(folder, author=author_name(), state=state_folder()) as workspace:
        editor = Editor(workspace, log, seed)
        say("ready")
        while editor.told != "quit":
            editor.listen()
            if not editor.told:
                workspace.take(workspace.look())
                with suppress(RefusedError):
                    editor.act(workspace.apply)
            elif editor.told == "state":
                workspace.take(workspace.look())
                editor.say_state()
                editor.told = "pause"
            time.sleep(PAUSE)


def run_window(folder: Path, log: Path, seed: int) -> None:
    """Open the product's window, and edit through its session while it looks by itself."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from reader.ui.app import make_window, prepare

    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    prepare(application)
    window = make_window(folder)
    assert window is not None
    window.show()
    workspace = window.session.workspace
    assert workspace is not None
    editor = Editor(workspace, log, seed)
    sys.excepthook = fail
    timer = QTimer()
    timer.timeout.connect(lambda: step(window, editor))
    timer.start(int(PAUSE * 1000))
    say("ready")
    application.exec()
    timer.stop()
    window.close()


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End at once: Qt would go on after an error in a slot."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def step(window: MainWindow, editor: Editor) -> None:
    from PySide6.QtWidgets import QApplication

    editor.listen()
    if editor.told == "quit":
        QApplication.exit()
    elif editor.told == "state":
        editor.told = "pause"
        wait_for_a_look(window)
        editor.say_state()
    elif not editor.told:
        with suppress(RefusedError):
            editor.act(window.session.apply)


def wait_for_a_look(window: MainWindow) -> None:
    """Have the window look, as it does when it is activated, until it took in what there is."""
    from PySide6.QtWidgets import QApplication

    # One look may have begun before the others had paused.
    for _ in range(2):
        window.neighbours.look()
        while window.neighbours._looking:
            QApplication.processEvents()
            time.sleep(0.01)


if __name__ == "__main__":
    {"plain": run_plain, "window": run_window}[sys.argv[1]](
        Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    )
