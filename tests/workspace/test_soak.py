"""Two windows and a third process on one workspace end in the same state, and nothing is lost."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from tests.workspace.crash_work import LONG
from tests.workspace.soak import soak

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 300 if LONG else 10


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="it waits for the output of a process as POSIX does")
def test_three_processes_that_are_killed_now_and_then_end_in_the_same_state(tmp_path: Path) -> None:
    done = soak(tmp_path, SECONDS, random.randrange(10**9))
    assert done["acknowledged"] > 10 * SECONDS, done
    assert done["kills"], done
