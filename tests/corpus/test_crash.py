"""A power cut at any moment of a corpus run: what was reported done is done, and no part is torn.

See :mod:`tests.workspace.crash_states` for what a disk may hold then.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.corpus import CorpusError, Options
from reader.corpus.output import Output, opened_output
from reader.corpus.plan import Plan, make_plan
from reader.corpus.work import Task, do_shard
from tests.corpus.corpora import files, invented, write_lines
from tests.workspace.crash_recorder import Recorder, sites
from tests.workspace.crash_states import Disk, digest_of, disk_of, put, states

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MEMORY = Path("/dev/shm")
_SITES = [site for site in sites() if site.startswith("corpus/")]
_MOST = 32

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folder"),
]


@dataclass
class Run:
    """A corpus run whose every change of the disk is recorded.

    Attributes:
        plan: What is to be done.
        recorder: What notes the events.
        promised: By the number of events, the shards that were reported done by then, and
            those that a later run may find done.
        found: What was found on each disk that was gone on with, by its digest.
    """

    plan: Plan
    recorder: Recorder
    promised: dict[int, tuple[set[int], set[int]]] = field(default_factory=dict)
    found: dict[bytes, Any] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        return self.recorder.root / "out"

    def promise(self, done: set[int], maybe: set[int]) -> None:
        self.recorder.mark("reported")
        self.promised[len(self.recorder.events)] = (done, maybe)

    def commit(self, output: Output, number: int) -> None:
        self._do(output, number)
        self.promise(set(output.entries), set(output.entries))

    def _do(self, output: Output, number: int) -> None:
        task = Task(self.plan.shards[number], self.plan.options, self.plan.rules, output.folder)
        output.commit(do_shard(task))

    def gone_on_with(self, disk: Disk) -> Any:
        """Return what a run that goes on after a power cut takes up, and what it ends with."""
        digest = digest_of(disk)
        if digest not in self.found:
            self.recorder.root.mkdir()
            put(disk, self.recorder.root)
            try:
                self.found[digest] = self._go_on()
            finally:
                shutil.rmtree(self.recorder.root)
        return self.found[digest]

    def _go_on(self) -> tuple[set[int], bool, dict[str, bytes]]:
        manifest = self.out / "manifest.json"
        claims = manifest.exists() and json.loads(manifest.read_bytes())["complete"]
        with opened_output(self.out, self.plan, restart=False) as output:
            taken_up = set(output.entries)
            for shard in self.plan.shards:
                if shard.number not in taken_up:
                    self._do(output, shard.number)
            output.write_manifest()
        return taken_up, claims, files(self.out)

    def violations(
        self, whole: dict[str, bytes], without: str = "", *, at_marks: bool = False
    ) -> Iterator[str]:
        """Yield what a power cut makes of the folder that it must not."""
        everything = {shard.number for shard in self.plan.shards}
        for moment, disk in states(self.recorder.events, without, _MOST, at_marks=at_marks):
            event = self.recorder.events[moment - 1]
            before = [promise for at, promise in self.promised.items() if at <= moment]
            done = before[-1][0] if before else set()
            later = [maybe for at, (_, maybe) in self.promised.items() if at >= moment]
            maybe = (before[-1][1] if before else set()).union(*later[:1])
            where = f"at event {moment} ({event.what} {event.name})"
            try:
                taken_up, claims, left = self.gone_on_with(disk)
            except CorpusError as error:
                yield f"{where}: {error!r}"
                continue
            if not done <= taken_up <= maybe:
                yield f"{where}: {taken_up} taken up, not {done} to {maybe}"
            if claims and taken_up != everything:
                yield f"{where}: said to be complete with {taken_up}"
            if left != whole:
                yield f"{where}: it ends with {sorted(left)}, or other bytes"


def run_through(run: Run) -> None:
    """Do every shard, in any order."""
    with opened_output(run.out, run.plan, restart=False) as output:
        run.promise(set(), set())
        for number in (1, 0, 2):
            run.commit(output, number)
        output.write_manifest()
        run.promise({0, 1, 2}, {0, 1, 2})


def killed_and_gone_on(run: Run) -> None:
    """Do some of it, twice."""
    with opened_output(run.out, run.plan, restart=False) as output:
        run.promise(set(), set())
        run.commit(output, 2)
    with opened_output(run.out, run.plan, restart=False) as output:
        run.promise({2}, {2})
        run.commit(output, 0)
        output.write_manifest()
        run.promise({0, 2}, {0, 2})


def begun_anew(run: Run) -> None:
    """Throw everything away, and do some of it again."""
    run_through(run)
    run.promise(set(), {0, 1, 2})
    with opened_output(run.out, run.plan, restart=True) as output:
        run.promise(set(), set())
        run.commit(output, 1)


def changed_below(run: Run) -> None:
    """Find at the end that nobody knows what the shards are of."""
    with opened_output(run.out, run.plan, restart=False) as output:
        run.promise(set(), set())
        run.commit(output, 1)
        run.commit(output, 0)
        run.promise(set(), {0, 1})
        output.entries.clear()
        output.write_manifest()
        run.promise(set(), set())


_WORKLOADS: list[Callable[[Run], None]] = [
    run_through,
    killed_and_gone_on,
    begun_anew,
    changed_below,
]


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Three shards of two short articles."""
    corpus = write_lines(tmp_path_factory.mktemp("corpus") / "a.jsonl", invented(6, 60))
    return make_plan(corpus, Options(shard_bytes=400), lambda name: None)


@pytest.fixture(scope="module")
def runs(plan: Plan) -> Iterator[tuple[dict[str, bytes], list[Run]]]:
    """What an undisturbed run writes, and every workload as it was recorded."""
    with (
        tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        recorded = [
            _recorded(workload, plan, Path(folder) / workload.__name__) for workload in _WORKLOADS
        ]
        # What is opened here will be thrown away.
        patch.setattr(os, "fsync", lambda _: None)
        yield _whole(recorded[0]), recorded


def _recorded(workload: Callable[[Run], None], plan: Plan, root: Path) -> Run:
    root.mkdir()
    run = Run(plan, Recorder(root))
    with pytest.MonkeyPatch.context() as patch:
        run.recorder.install(patch)
        workload(run)
    written = disk_of(run.recorder.events)
    assert written == run.recorder.left(), "something was written that was not recorded"
    shutil.rmtree(root)
    return run


def _whole(run: Run) -> dict[str, bytes]:
    return {
        name.removeprefix("out/"): content
        for name, content in disk_of(run.recorder.events).items()
        if content is not None
    }


@pytest.mark.parametrize("workload", _WORKLOADS)
def test_no_power_cut_loses_a_shard_or_leaves_a_torn_one(
    runs: tuple[dict[str, bytes], list[Run]], workload: Callable[[Run], None]
) -> None:
    whole, recorded = runs
    assert len(whole) == 4
    harm = list(recorded[_WORKLOADS.index(workload)].violations(whole))
    assert not harm, "\n".join([f"{len(harm)} violations:", *harm[:5]])


@pytest.mark.parametrize("site", _SITES)
def test_without_any_one_sync_of_a_corpus_run_a_power_cut_does_harm(
    runs: tuple[dict[str, bytes], list[Run]], site: str
) -> None:
    whole, recorded = runs
    found = (
        found
        for at_marks in (True, False)
        for run in recorded
        for found in run.violations(whole, site, at_marks=at_marks)
    )
    assert next(found, None), f"{site} does nothing, or no workload needs it"
