"""Garbage is looked for again when the last of several pauses has ended."""

from __future__ import annotations

import gc
import random
import threading
import time
from typing import TYPE_CHECKING

import pytest

from reader.collecting import CollectionPause

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(params=[True, False])
def enabled(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Have the collector on, or off, and leave it as it was."""
    was = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was else gc.disable)()


def test_the_collector_is_as_it_was_after_a_pause(enabled: bool) -> None:
    with CollectionPause():
        assert not gc.isenabled()
    assert gc.isenabled() is enabled


def test_pauses_overlap_in_any_order_and_one_ends_once(enabled: bool) -> None:
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 0, 2, 1)):
        pauses = [CollectionPause() for _ in range(3)]
        for place, number in enumerate(order):
            assert not gc.isenabled(), (order, place)
            pauses[number].end()
        # Those that ended already end nothing of another.
        for pause in pauses:
            pause.end()
        assert gc.isenabled() is enabled


def test_an_error_ends_a_pause(enabled: bool) -> None:
    with pytest.raises(KeyError), CollectionPause():
        raise KeyError
    assert gc.isenabled() is enabled


def test_pauses_of_many_threads_leave_it_as_it_was(enabled: bool) -> None:
    begun = threading.Barrier(4)
    seen: list[bool] = []

    def pause(chance: random.Random) -> None:
        begun.wait()
        for _ in range(200):
            with CollectionPause():
                seen.append(gc.isenabled())
                time.sleep(chance.choice((0, 0, 0.000_01)))

    threads = [threading.Thread(target=pause, args=(random.Random(n),)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not any(seen)
    assert gc.isenabled() is enabled
