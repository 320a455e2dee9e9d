"""``wenmai corpus suggest`` with two workers against one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import TYPE_CHECKING

from tests.perf.measure import Line
from tests.perf.texts import article_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.perf.stage import Stage

_ROOT = Path(__file__).resolve().parents[2]
_ARTICLE = 2_000
# Twenty seconds with one worker, so that starting the processes is a tenth of it.
_ARTICLES, _ROUNDS = 8_000, 3
_QUICK = 30


def of_a_corpus(stage: Stage) -> Iterator[Line]:
    """Time the whole command, from its start to its end, its workers' start included.

    Nothing is left out: reading the corpus twice (digest, then rules), starting the
    processes, writing and syncing the parts. Rounds alternate, so that a busy moment
    meets both. The first line is in milliseconds, the second in characters a second.
    """
    quick = stage.plan.repeats == 1
    corpus = stage.folder / "corpus.jsonl"
    length = _write(corpus, _QUICK if quick else _ARTICLES)
    times: dict[int, list[float]] = {1: [], 2: []}
    for number in range(1 if quick else _ROUNDS):
        for workers, measured in times.items():
            folder = stage.folder / f"suggested-{number}-{workers}"
            begun = perf_counter_ns()
            _run(corpus, folder, workers, length)
            measured.append((perf_counter_ns() - begun) / 1e6)
    one, two = median(times[1]), median(times[2])
    case = f"{length:,} characters, start to end"
    yield Line("corpus", "2 workers", case, two, "1 worker", one)
    speeds = (1000 * length / two, 1000 * length / one)
    yield Line(
        "corpus", "2 workers", f"{case}, a second", speeds[0], "1 worker", speeds[1], "characters"
    )


def _write(path: Path, articles: int) -> int:
    """Write a corpus, and return how many characters it has."""
    length = 0
    # Making texts takes longer than reading them: a few hundred, each again and again.
    texts = [article_text(_ARTICLE + number) for number in range(min(articles, 300))]
    with path.open("w", encoding="utf-8", newline="") as file:
        for number in range(articles):
            text = texts[number % len(texts)]
            length += len(text)
            file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    return length


def _run(corpus: Path, folder: Path, workers: int, length: int) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "reader", "corpus", "suggest", corpus),
            *("-o", folder, "--workers", str(workers), "--json"),
        ],
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    outcome = json.loads(done.stdout)
    assert outcome["complete"]
    assert outcome["characters"] == length
