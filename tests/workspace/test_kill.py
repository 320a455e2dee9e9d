"""kill -9 at any moment: whatever was acknowledged is there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.text.article import Article
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

_KILLS = 100
_KILLS_A_WORKSPACE = 10

# Imports once, then makes a process for every line it reads; that process
# edits until it is killed, and names each edit as soon as it is acknowledged.
_SPAWNER = """
import os, sys
from pathlib import Path
from reader.text.span import Span
from reader.workspace import Workspace, editing

def edit(folder, state):
    workspace = Workspace.open(Path(folder), author="lin", state=Path(state))
    (article_id,) = workspace.articles
    say(f"ready {os.getpid()} {workspace.writer}")
    while True:
        for start in range(40):
            changes = workspace.apply(
                editing.tag(workspace, article_id, Span(start, start + 3), "metric"))
            (made,) = changes.annotations
            say(f"tag {made}")
            if start % 4 == 0:
                workspace.undo()
                say(f"undone {made}")
                workspace.redo()
                say(f"tag {made}")

def say(line):
    os.write(1, line.encode() + b"\\n")

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        edit(*line.rstrip("\\n").split("\\t"))
    os.waitpid(child, 0)
    say("dead")
"""


@pytest.fixture
def spawner() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", _SPAWNER],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def edit_until_killed(
    spawner: subprocess.Popen[str], folder: Path, state: Path, delay: float
) -> tuple[str, list[list[str]]]:
    """Return the writer, and what was acknowledged before the process was killed."""
    assert spawner.stdin is not None
    assert spawner.stdout is not None
    spawner.stdin.write(f"{folder}\t{state}\n")
    ready, pid, writer = spawner.stdout.readline().split()
    assert ready == "ready"
    time.sleep(delay)
    os.kill(int(pid), signal.SIGKILL)
    acknowledged = []
    while (line := spawner.stdout.readline()) != "dead\n":
        acknowledged.append(line.split())
    return writer, acknowledged


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="it needs a process that is made in no time")
def test_no_acknowledged_edit_is_lost_in_a_hundred_kills(
    tmp_path: Path, spawner: subprocess.Popen[str]
) -> None:
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    killed = acknowledged = 0
    for number in range(_KILLS // _KILLS_A_WORKSPACE):
        folder, state = tmp_path / str(number), tmp_path / "state"
        with Workspace.create(folder, author="lin", state=state) as workspace:
            workspace.add_article(Article.from_text("清溪镇办了十二场讲座，三千人参加。" * 5))
            writer = workspace.writer
        expected: set[str] = set()
        for _ in range(_KILLS_A_WORKSPACE):
            same, lines = edit_until_killed(spawner, folder, state, chance.uniform(0, 0.03))
            assert same == writer, "the killed process left its identity locked"
            killed += 1
            acknowledged += len(lines)
            for what, made in lines:
                (expected.add if what == "tag" else expected.discard)(made)
            with Workspace.open(folder, author="lin", state=state) as workspace:
                there = set(workspace.annotations)
                assert all("cut short" in problem for problem in workspace.problems), seed
            # One edit more may be on disk, whose acknowledgement was killed:
            # a tag nobody has heard of, or the undo or redo of the last.
            more = there ^ expected
            heard_of = {made for _, made in lines}
            assert len(more) <= 1, f"seed {seed}"
            assert all(one == lines[-1][1] for one in more & heard_of), f"seed {seed}"
            assert not more - there - heard_of, f"seed {seed}"
            expected = there
    assert killed == _KILLS
    assert acknowledged > _KILLS
