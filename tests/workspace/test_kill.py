"""kill -9 at any moment: whatever was acknowledged is there."""

from __future__ import annotations

import ast
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.text.article import Article
from reader.workspace import Workspace
from tests.workspace.crash_work import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

# Ten thousand by WENMAI_KILLS=10000, for instance.
_KILLS = int(os.environ.get("WENMAI_KILLS", "1000" if LONG else "100"))
_KILLS_A_WORKSPACE = 10

# Imports once, then makes a process for every line it reads; that process
# edits until it is killed, and names what there is as soon as it is acknowledged.
_SPAWNER = """
import os, random, sys
from contextlib import suppress
from pathlib import Path
from reader.annotation.operation import Operation
from reader.text.article import Article
from reader.text.glossary import Correction
from reader.text.span import Span
from reader.workspace import AlreadyThereError, Workspace, editing
from reader.workspace.journals.compaction import compact, read_compacted

def edit(folder, state, seed):
    chance = random.Random(int(seed))
    workspace = Workspace.open(Path(folder), author="lin", state=Path(state))
    article_id = list(workspace.articles)[0]
    journal = Path(folder) / "annotations" / workspace.writer
    say(f"ready {os.getpid()} {workspace.writer}")

    def tag(start):
        return editing.tag(workspace, article_id, Span(start, start + 3), "metric")

    def acts():
        tags = list(workspace.annotations)
        yield lambda: workspace.apply(tag(chance.randrange(40)))
        yield lambda: workspace.apply(
            Operation("Accept all", tuple(tag(start).edits[0] for start in range(8))))
        yield workspace.undo
        yield workspace.redo
        yield lambda: workspace.apply(editing.untag(workspace, chance.sample(tags, len(tags) // 4)))
        yield lambda: workspace.add_article(Article.from_text(str(chance.random())))
        yield lambda: workspace.apply(editing.retitle(workspace, article_id, str(chance.random())))
        yield lambda: workspace.apply(
            editing.correct(workspace, Correction(chance.choice("讲座千"), "某", frozenset())))
        # There is no journal before the first edit.
        yield lambda: journal.is_dir() and compact(journal, read_compacted(journal))

    while True:
        number = chance.randrange(9)
        say(f"begin {number}")
        list(acts())[number]()
        say("done " + state_of(workspace))

def state_of(workspace):
    title = workspace.details(list(workspace.articles)[0]).title
    words = sorted(one.words for one in workspace.glossary.entries)
    parts = sorted(workspace.annotations), list(workspace.articles), title, words
    return repr((*parts, workspace.undo_label)).replace(" ", "")

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
    spawner: subprocess.Popen[str], folder: Path, state: Path, seed: int, delay: float
) -> tuple[str, list[list[str]]]:
    """Return the writer, and what it said before the process was killed."""
    assert spawner.stdin is not None
    assert spawner.stdout is not None
    spawner.stdin.write(f"{folder}\t{state}\t{seed}\n")
    ready, pid, writer = spawner.stdout.readline().split()
    assert ready == "ready"
    time.sleep(delay)
    os.kill(int(pid), signal.SIGKILL)
    said = []
    while (line := spawner.stdout.readline()) != "dead\n":
        said.append(line.split())
    return writer, said


def state_of(workspace: Workspace) -> str:
    """Return all of a workspace as the killed processes say it."""
    title = workspace.details(next(iter(workspace.articles))).title
    words = sorted(one.words for one in workspace.glossary.entries)
    parts = sorted(workspace.annotations), list(workspace.articles), title, words
    return repr((*parts, workspace.undo_label)).replace(" ", "")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="it needs a process that is made in no time")
def test_no_acknowledged_edit_is_lost_in_a_hundred_kills(
    tmp_path: Path, spawner: subprocess.Popen[str]
) -> None:
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    killed: Counter[str] = Counter()
    acknowledged: Counter[str] = Counter()
    for number in range(_KILLS // _KILLS_A_WORKSPACE):
        folder, state = tmp_path / str(number), tmp_path / "state"
        with Workspace.create(folder, author="lin", state=state) as workspace:
            workspace.add_article(Article.from_text("清溪镇办了十二场讲座，三千人参加。" * 5))
            writer = workspace.writer
            expected = state_of(workspace)
        for _ in range(_KILLS_A_WORKSPACE):
            same, said = edit_until_killed(
                spawner, folder, state, chance.randrange(2**32), chance.uniform(0, 0.05)
            )
            assert same == writer, "the killed process left its identity locked"
            doing = "nothing"
            for what, rest in said:
                if what == "begin":
                    doing = rest
                else:
                    acknowledged[doing] += 1
                    doing, expected = "nothing", rest
            killed[doing] += 1
            with Workspace.open(folder, author="lin", state=state) as workspace:
                found = state_of(workspace)
                assert all("cut short" in problem for problem in workspace.problems), seed
            # What was being done is there wholly or not at all.
            assert found == expected or is_done(doing, expected, found), f"seed {seed}"
            expected = found
    assert killed.total() == _KILLS
    assert len(acknowledged) > 5, acknowledged
    assert len(killed) > 5, killed


def is_done(doing: str, before: str, after: str) -> bool:
    """Return whether one state becomes the other by what was being done, all of it."""
    old, new = ast.literal_eval(before)[:4], ast.literal_eval(after)[:4]
    changed = [place for place in range(4) if old[place] != new[place]]
    tags, now = set(old[0]), set(new[0])
    if doing in ("2", "3"):
        return len(changed) <= 1
    return {
        "0": changed == [0] and now > tags and len(now - tags) == 1,
        "1": changed == [0] and now > tags and len(now - tags) == 8,
        "4": changed == [0] and now < tags and len(tags - now) == len(tags) // 4,
        "5": changed == [1] and new[1][:-1] == old[1],
        "6": changed == [2],
        "7": changed == [3] or not changed,
    }.get(doing, False)
