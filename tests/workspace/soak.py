"""Two windows and a third process edit one workspace, and are killed in between.

    python -m tests.workspace.soak SECONDS [SEED]

In the end all of them, a window opened anew and a reader that only knows the format see
the same; and every edit that was acknowledged is in a journal.
"""

from __future__ import annotations

import json
import os
import random
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.text.article import Article
from reader.workspace import Workspace
from tests.workspace import independent_reader

_ROOT = Path(__file__).parents[2]
# Two windows of one person, and another computer.
_PROCESSES = {
    "first": ("window", "here"),
    "second": ("window", "here"),
    "third": ("plain", "there"),
}
_PATIENCE = 120.0
"""Seconds to wait for an answer."""


@dataclass
class Process:
    """A process that edits."""

    base: Path
    name: str
    seed: int
    running: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        kind, machine = _PROCESSES[self.name]
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "WENMAI_STATE": str(self.base / machine),
            "WENMAI_AUTHOR": self.name,
        }
        self.running = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.workspace.soak_process", kind),
                *(self.base / "w", self.base / f"{self.name}.log", str(self.seed)),
            ],
            cwd=_ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )

    def tell(self, line: str) -> None:
        assert self.running.stdin is not None
        self.running.stdin.write(f"{line}\n".encode())

    def answer(self) -> str:
        """Return the next line that it prints."""
        assert self.running.stdout is not None
        line = b""
        end = time.monotonic() + _PATIENCE
        while not line.endswith(b"\n"):
            left = end - time.monotonic()
            if not select.select([self.running.stdout], [], [], max(0, left))[0]:
                raise TimeoutError(self.name)
            piece = os.read(self.running.stdout.fileno(), 1 << 16)
            if not piece:
                raise ChildProcessError(self.name)
            line += piece
        return line.decode()

    def kill(self) -> None:
        self.running.kill()
        self.end()

    def end(self) -> int:
        with self.running as process:
            return process.wait(_PATIENCE)


def soak(base: Path, seconds: float, seed: int, kills_a_minute: float = 20) -> dict[str, Any]:
    """Run, verify, and return what was done.

    Raises:
        AssertionError: If anything is lost, or anybody sees anything else.
    """
    chance = random.Random(seed)
    folder = base / "w"
    with Workspace.create(folder, author="lin", state=base / "here") as workspace:
        for number in range(3):
            text = f"第{number}篇\n" + "清溪镇办了十二场讲座，三千人参加。\n" * 20
            workspace.add_article(Article.from_text(text))
    running = {name: Process(base, name, chance.randrange(10**9)) for name in _PROCESSES}
    kills = 0
    try:
        for process in running.values():
            assert process.answer() == "ready\n"
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            time.sleep(min(left, chance.uniform(0, 120 / kills_a_minute)))
            if time.monotonic() < end:
                name = chance.choice(list(running))
                running[name].kill()
                kills += 1
                running[name] = Process(base, name, chance.randrange(10**9))
                assert running[name].answer() == "ready\n"
        states = _final_states(running)
    finally:
        for process in running.values():
            if process.running.poll() is None:
                process.kill()
    return _verify(base, states) | {"kills": kills, "seed": seed}


def _final_states(running: dict[str, Process]) -> dict[str, Any]:
    for process in running.values():
        process.tell("pause")
    states = {}
    for name, process in running.items():
        # Whoever is in the middle of an edit ends it first.
        time.sleep(0.5)
        process.tell("state")
        states[name] = json.loads(process.answer())
    for process in running.values():
        process.tell("quit")
        assert process.end() == 0
    return states


def _verify(base: Path, states: dict[str, Any]) -> dict[str, Any]:
    folder = base / "w"
    with Workspace.open(folder, author="lin", state=base / "new") as workspace:
        again = {one: tag.to_json() for one, tag in workspace.annotations.items()}
        conflicts = sorted(workspace.conflicts)
        problems = workspace.problems
    for name, state in states.items():
        assert state["tags"] == again, f"{name} sees other tags"
        assert state["conflicts"] == conflicts, f"{name} sees other conflicts"
    union, *_ = independent_reader.read(folder)
    assert {tag["id"]: tag for tag in union} == again
    written = {
        (edit["annotation"], json.dumps(edit["after"], sort_keys=True))
        for *_, body in independent_reader.entries(folder)
        for edit in json.loads(body)["operation"]["edits"]
    }
    acknowledged = 0
    for name in _PROCESSES:
        for line in (base / f"{name}.log").read_text("utf-8").splitlines():
            for one, after in json.loads(line).items():
                acknowledged += 1
                assert (one, json.dumps(after, sort_keys=True)) in written, f"{name} lost {one}"
    assert all("cut short" in problem for problem in problems), problems
    return {"acknowledged": acknowledged, "tags": len(again), "conflicts": len(conflicts)}


if __name__ == "__main__":
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 300.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
    with tempfile.TemporaryDirectory() as folder:
        done = soak(Path(folder), seconds, seed)
    sys.stdout.write(f"{json.dumps(done)}\n")
