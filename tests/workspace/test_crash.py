"""A power cut at any moment: whatever was acknowledged is there, and nothing wrong is.

Each workload runs once, with every call that changes the disk recorded; then every disk
that a power cut may have left is opened. What the whole record makes of the disk at a
mark is what had been acknowledged by then.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.workspace.crash_recorder import Recorder, sites
from tests.workspace.crash_recording import Recording
from tests.workspace.crash_states import disk_of, states
from tests.workspace.crash_work import Work
from tests.workspace.crash_workloads import DOUBTFUL, WORKLOADS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MEMORY = Path("/dev/shm")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folder"),
]


@pytest.fixture(scope="session")
def record() -> Iterator[Callable[[str], Recording]]:
    """Return what records a workload, each once."""

    @cache
    def record(name: str) -> Recording:
        root = base / str(len(list(base.iterdir())))
        root.mkdir()
        work = Work(Recorder(root))
        with pytest.MonkeyPatch.context() as patch:
            work.recorder.install(patch)
            (WORKLOADS | DOUBTFUL)[name](work)
        events = work.recorder.events
        assert disk_of(events) == work.recorder.left(), (
            "something was written that was not recorded"
        )
        shutil.rmtree(root)
        return Recording(root, work)

    with (
        tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        base = Path(folder)
        # What is opened here will be thrown away.
        patch.setattr(os, "fsync", lambda _: None)
        yield record


@pytest.mark.parametrize("name", WORKLOADS)
def test_no_power_cut_loses_what_was_acknowledged_or_makes_anything_wrong(
    record: Callable[[str], Recording], name: str
) -> None:
    recording = record(name)
    for moment, shown in recording.work.shown.items():
        assert recording.at(moment)[: len(shown)] == shown
    harm = recording.harm
    assert not harm, "\n".join([f"{len(harm)} violations:", *harm[:5]])


def test_the_workloads_are_fifty_operations_and_more(record: Callable[[str], Recording]) -> None:
    assert record("days of work").work.operations > 50


def test_an_edit_is_not_lost_with_a_line_before_it_that_was_refused(
    record: Callable[[str], Recording],
) -> None:
    """What the disk holds of a line whose fsync failed is not known, whoever goes on behind it."""
    recording = record("an edit after a doubtful one")
    disks = [disk for moment, disk in states(recording.events) if moment == len(recording.events)]
    assert len(disks) > 3
    for disk in disks:
        _, tags, *_ = recording.seen(disk)
        assert isinstance(tags, dict)
        assert {tag.span.start for tag in tags.values()} >= {0, 2}


# Those of the corpus have workloads of their own, beside its tests.
SITES = [site for site in sites() if not site.startswith("corpus/")]


@pytest.mark.parametrize("site", SITES)
def test_without_any_one_sync_a_power_cut_does_harm(
    record: Callable[[str], Recording], site: str
) -> None:
    recordings = [recording for recording in map(record, WORKLOADS) if not recording.harm]
    found = (
        found
        for at_marks in (True, False)
        for recording in recordings
        for found in recording.violations(site, at_marks=at_marks)
    )
    assert next(found, None), f"{site} does nothing, or no workload needs it"
