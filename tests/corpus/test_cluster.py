"""Shards on the workers of a Dask cluster: what is written, and what is said when one cannot."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

import dask
import pytest
from distributed import Client, get_worker
from distributed.comm.core import CommClosedError

from reader.corpus import CorpusError, Options, cluster, suggest_corpus
from reader.corpus.work import Done, Task, do_shard
from tests.corpus.corpora import (
    LONG,
    Told,
    cluster_here,
    done,
    files,
    invented,
    manifest,
    write_lines,
    write_parquet,
)

if TYPE_CHECKING:
    from pathlib import Path

    from reader.corpus import Outcome

pytestmark = pytest.mark.slow


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Twelve articles, two a shard."""
    return write_lines(tmp_path / "a.jsonl", invented(12, 60))


def run(corpus: Path, folder: Path, told: Any = None, **words: Any) -> Any:
    return suggest_corpus(corpus, folder, Options(shard_bytes=400), told or Told(), **words)


def test_the_workers_of_a_scheduler_write_what_one_process_writes(
    corpus: Path, tmp_path: Path, scheduler: str
) -> None:
    rows = done(corpus, tmp_path / "one", shard_bytes=400)
    told = Told()
    outcome = run(corpus, tmp_path / "many", told, scheduler=scheduler)
    assert files(tmp_path / "many") == files(tmp_path / "one")
    assert told.names == ["a.jsonl"]
    assert told.begun == (0, corpus.stat().st_size)
    assert sum(size for size, _ in told.steps) == corpus.stat().st_size
    assert sum(characters for _, characters in told.steps) == outcome.characters
    assert (outcome.shards, outcome.taken_up, outcome.rows) == (6, 0, 12)
    assert sum(outcome.suggestions.values()) == len(rows)
    assert outcome.failed == []
    assert outcome.bad == {}


def test_an_interrupted_run_says_how_far_it_came_and_goes_on(
    corpus: Path, tmp_path: Path, scheduler: str
) -> None:
    class Interrupted(Told):
        def advances(self, size: int, characters: int) -> None:
            super().advances(size, characters)
            if len(self.steps) == 2:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(corpus, tmp_path / "out", Interrupted(), scheduler=scheduler)
    data = manifest(tmp_path / "out")
    assert data["complete"] is False
    assert sum(shard["done"] is not None for shard in data["shards"]) == 2
    assert not (tmp_path / "out" / "progress.jsonl").exists()
    told = Told()
    outcome = run(corpus, tmp_path / "out", told, scheduler=scheduler)
    assert (outcome.shards, outcome.taken_up, outcome.rows, len(told.steps)) == (6, 2, 12, 4)
    assert told.begun is not None
    assert told.begun[0] > 0
    done(corpus, tmp_path / "one", shard_bytes=400)
    assert files(tmp_path / "out") == files(tmp_path / "one")
    # Nothing is left to do: nobody asks for the scheduler.
    assert run(corpus, tmp_path / "out", scheduler="tcp://127.0.0.1:1").taken_up == 6


def test_a_corpus_that_changes_meanwhile_is_never_complete(
    corpus: Path, tmp_path: Path, scheduler: str
) -> None:
    class Changing(Told):
        def advances(self, size: int, characters: int) -> None:
            super().advances(size, characters)
            if len(self.steps) == 6:
                with corpus.open("ab") as file:
                    file.write(b"\n")

    with pytest.raises(CorpusError, match="was changed while it was read"):
        run(corpus, tmp_path / "out", Changing(), scheduler=scheduler)
    data = manifest(tmp_path / "out")
    assert data["complete"] is False
    assert {shard["done"] for shard in data["shards"]} == {None}


def test_a_shard_that_cannot_be_read_is_named_and_the_others_are_done(
    tmp_path: Path, scheduler: str
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    columns = {name: [one[name] for one in invented(40, 200)] for name in ("id", "text")}
    for name in ("a.parquet", "b.parquet", "c.parquet"):
        write_parquet(folder / name, columns)
    damaged = folder / "b.parquet"
    content = bytearray(damaged.read_bytes())
    content[400:2000] = bytes(1600)
    damaged.write_bytes(content)
    outcome = suggest_corpus(
        folder, tmp_path / "out", Options(shard_bytes=10**6), Told(), scheduler=scheduler
    )
    assert outcome.shards == 1
    assert "Shard 0 (a.parquet, row 0, to c.parquet, row 39) could not" in outcome.failed[0]
    outcome = suggest_corpus(
        folder,
        tmp_path / "out",
        Options(shard_bytes=8_000),
        Told(),
        scheduler=scheduler,
        restart=True,
    )
    assert outcome.failed
    for sentence in outcome.failed:
        assert "(b.parquet, rows " in sentence
        assert "is no whole Parquet file" in sentence
    assert outcome.rows >= 80
    assert manifest(tmp_path / "out")["complete"] is False


def refuses_to_write(task: Task) -> Done:
    raise OSError(28, "No space left on device", str(task.folder))


def lacks_a_library(task: Task) -> Done:
    raise ModuleNotFoundError(name="opencc")


def has_a_defect(task: Task) -> Done:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("work", "sentence"),
    [
        (
            refuses_to_write,
            (
                "A worker could not go on (No space left on device: {out}); mend that and repeat "
                "the command."
            ),
        ),
        (lacks_a_library, "A worker lacks opencc; install wenmai[corpus] on every machine."),
    ],
)
def test_what_stops_every_shard_stops_the_command(
    corpus: Path,
    tmp_path: Path,
    scheduler: str,
    monkeypatch: pytest.MonkeyPatch,
    work: Any,
    sentence: str,
) -> None:
    monkeypatch.setattr(cluster, "do_shard", work)
    with pytest.raises(CorpusError) as refused:
        run(corpus, tmp_path / "out", scheduler=scheduler)
    assert str(refused.value) == sentence.format(out=tmp_path / "out")
    assert manifest(tmp_path / "out")["complete"] is False


def test_workers_with_other_rules_stop_the_command(
    corpus: Path, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.corpus.plan.rules_version", lambda: {"sha256": "0"})
    with pytest.raises(CorpusError, match="A worker has other rules than this command"):
        run(corpus, tmp_path / "out", scheduler=scheduler)


def test_a_defect_is_not_hidden(
    corpus: Path, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "do_shard", has_a_defect)
    with pytest.raises(ZeroDivisionError):
        run(corpus, tmp_path / "out", scheduler=scheduler)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere://127.0.0.1:8786"])
def test_a_scheduler_that_does_not_answer_is_named(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(cluster, "_ANSWERS_WITHIN", 0.5)
    with pytest.raises(CorpusError) as refused:
        run(corpus, tmp_path / "out", scheduler=address)
    sentence = f"No Dask scheduler answers at {address}; start it, or leave out --scheduler."
    assert str(refused.value) == sentence


def test_a_scheduler_without_workers_is_named(corpus: Path, tmp_path: Path) -> None:
    with cluster_here(0) as empty:
        address = empty.scheduler_address
        with pytest.raises(CorpusError) as refused:
            run(corpus, tmp_path / "out", scheduler=address)
    assert str(refused.value) == f"The scheduler at {address} has no workers; start some."


def test_a_scheduler_that_goes_away_is_told(corpus: Path, tmp_path: Path) -> None:
    going = cluster_here(1)

    class Closing(Told):
        def advances(self, size: int, characters: int) -> None:
            super().advances(size, characters)
            going.close()

    with pytest.raises(CorpusError, match="The scheduler went away; repeat the command, and it"):
        run(corpus, tmp_path / "out", Closing(), scheduler=going.scheduler_address)
    assert sum(shard["done"] is not None for shard in manifest(tmp_path / "out")["shards"]) >= 1


def test_a_scheduler_that_is_gone_before_the_next_shard_is_told(
    corpus: Path, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*words: object) -> Any:
        raise CommClosedError

    monkeypatch.setattr(Client, "nthreads", gone)
    with (
        Client(scheduler, set_as_default=False) as client,
        pytest.raises(CorpusError, match="The scheduler went away; repeat the command"),
    ):
        cluster.do_all(client, [], lambda done: None)


def loses_its_worker(task: Task) -> Done:
    """Do a shard, but for the fourth, of whose worker nobody hears again."""
    if task.shard.number == 3:
        worker: Any = get_worker()
        worker.loop.add_callback(worker.batched_stream.comm.abort)
        time.sleep(1)
    return do_shard(task)


def test_a_shard_that_ends_its_worker_is_named_and_the_others_are_done(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "do_shard", loses_its_worker)
    # Not the usual three: here no worker is replaced.
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        cluster_here(2) as small,
    ):
        outcome = run(corpus, tmp_path / "out", scheduler=small.scheduler_address)
    assert_only_the_fourth_failed(outcome, tmp_path / "out")


def kills_its_worker(task: Task) -> Done:
    """Do a shard, but for the fourth, which kills its process as a lack of memory does."""
    if task.shard.number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return do_shard(task)


@pytest.mark.skipif(not LONG, reason="the long run of the proofs: WENMAI_LONG=1")
@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_a_shard_that_kills_four_processes_is_named_and_the_others_are_done(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "do_shard", kills_its_worker)
    outcome = run(corpus, tmp_path / "out", workers=2)
    assert_only_the_fourth_failed(outcome, tmp_path / "out")


def assert_only_the_fourth_failed(outcome: Outcome, folder: Path) -> None:
    (sentence,) = outcome.failed
    assert sentence == (
        "Shard 3 (a.jsonl, rows 6 to 7) could not be done: it ended its worker again and again, "
        "perhaps for lack of memory"
    )
    assert outcome.rows == 10
    done = [shard["done"] is not None for shard in manifest(folder)["shards"]]
    assert done == [True, True, True, False, True, True]
