"""kill -9 of workers and of the command itself: the output is that of an undisturbed run.

``WENMAI_LONG=1`` does it over 1.9 million characters, with ten kills.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from reader.corpus import Options, suggest_corpus
from tests.corpus.corpora import LONG, Told, files, invented, manifest, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9"),
]

_ROOT = Path(__file__).resolve().parents[2]
_ARTICLES, _LENGTH = (1_200, 1_000) if LONG else (60, 900)
_KILLS = 5 if LONG else 1
_SHARD = 40_000 if LONG else 3_000
"""Characters: 30 shards, or 18."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = invented(_ARTICLES, _LENGTH)
    assert sum(len(one["text"]) for one in articles) >= (1_900_000 if LONG else 50_000)
    return write_lines(tmp_path_factory.mktemp("corpus") / "a.jsonl", articles)


@pytest.fixture(scope="module")
def undisturbed(
    corpus: Path, tmp_path_factory: pytest.TempPathFactory, scheduler: str
) -> dict[str, bytes]:
    """What one run writes that nobody disturbs."""
    folder = tmp_path_factory.mktemp("undisturbed")
    run(corpus, folder, Told(), scheduler=scheduler)
    assert manifest(folder)["complete"] is True
    assert len(files(folder)) > 15
    return files(folder)


def run(corpus: Path, folder: Path, told: Told, **words: object) -> object:
    options = Options(format="parquet", shard_bytes=_SHARD * 3)
    return suggest_corpus(corpus, folder, options, told, **words)  # type: ignore[arg-type]


def workers() -> list[psutil.Process]:
    """Return the worker processes that this process has."""
    return [
        process
        for process in psutil.Process().children()
        if "spawn_main" in " ".join(process.cmdline())
    ]


class Killing(Told):
    """Kills a worker after every few shards."""

    def __init__(self) -> None:
        super().__init__()
        self.killed: list[psutil.Process] = []

    def advances(self, size: int, characters: int) -> None:
        super().advances(size, characters)
        if len(self.steps) % 4 == 2 and len(self.killed) < _KILLS:
            victim = random.choice(workers())
            victim.kill()
            self.killed.append(victim)


def test_a_worker_that_is_killed_makes_no_difference(
    corpus: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    told = Killing()
    run(corpus, tmp_path, told, workers=2)
    assert len(told.killed) == _KILLS
    assert not any(victim.is_running() for victim in told.killed)
    assert files(tmp_path) == undisturbed


def test_the_command_that_is_killed_goes_on_when_it_is_repeated(
    corpus: Path, tmp_path: Path, undisturbed: dict[str, bytes], scheduler: str
) -> None:
    reached = 0
    for kill in range(_KILLS):
        process = command(corpus, tmp_path, 1 + kill % 2)
        wanted = reached + (4 if LONG else 2)
        until(lambda: parts(tmp_path) >= wanted or process.poll() is not None)  # noqa: B023
        children = psutil.Process(process.pid).children()
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        # No worker outlives it.
        _gone, alive = psutil.wait_procs(children, timeout=60)
        assert alive == []
        reached = parts(tmp_path)
        assert 0 < reached < len(undisturbed) - 1
        assert manifest(tmp_path)["complete"] is False
    outcome = run(corpus, tmp_path, Told(), scheduler=scheduler)
    # The last part may have been renamed and not yet written down.
    assert outcome.taken_up >= reached - 1  # type: ignore[attr-defined]
    assert files(tmp_path) == undisturbed


def command(corpus: Path, folder: Path, number: int) -> subprocess.Popen[bytes]:
    words = ["corpus", "suggest", str(corpus), "-o", str(folder), "--format", "parquet"]
    words += ["--shard-size", str(_SHARD), "--workers", str(number)]
    variables = {**os.environ, "PYTHONPATH": str(_ROOT)}
    return subprocess.Popen([sys.executable, "-m", "reader", *words], env=variables)


def parts(folder: Path) -> int:
    return len(list(folder.glob("part-*")))


def until(reached: Callable[[], bool]) -> None:
    """Wait, for a minute at the most."""
    for _ in range(6_000):
        if reached():
            return
        time.sleep(0.01)
    pytest.fail("nothing happened for a minute")


@pytest.mark.skipif(not LONG, reason="the long run of the proofs: WENMAI_LONG=1")
def test_ctrl_c_is_one_sentence_and_the_command_goes_on(
    corpus: Path, tmp_path: Path, undisturbed: dict[str, bytes], scheduler: str
) -> None:
    variables = {**os.environ, "PYTHONPATH": str(_ROOT)}
    words = ["corpus", "suggest", str(corpus), "-o", str(tmp_path), "--format", "parquet"]
    words += ["--shard-size", str(_SHARD), "--workers", "2"]
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", *words],
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until(lambda: parts(tmp_path) >= 3 or process.poll() is not None)
    # As a terminal does: to the command and to its workers.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert err == b"Interrupted; repeat the command, and it goes on from here.\n"
    assert not (tmp_path / "progress.jsonl").exists()
    run(corpus, tmp_path, Told(), scheduler=scheduler)
    assert files(tmp_path) == undisturbed
