"""Start the program: from the command to the first paint, each time in a process of its own.

The baseline is the least that a window with these two libraries costs: an empty
QMainWindow, with opencc imported. The sample workspace was made before.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.perf.measure import Line, rounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.perf.stage import Stage

_HERE = Path(__file__).resolve().parent
_BARE = "empty QMainWindow, opencc imported"


def starting(stage: Stage) -> Iterator[Line]:
    """Start the window and the baseline in turn; the first round is not counted."""
    times: dict[str, list[float]] = {"window": [], "bare": []}
    start = partial(_milliseconds_to_first_paint, folder=stage.folder / "own")
    for counts in rounds(stage.plan.repeats):
        for name, spent in times.items():
            milliseconds = start(name)
            if counts:
                spent.append(milliseconds)
    window, bare = median(times["window"]), median(times["bare"])
    yield Line("start", "window", "sample workspace", window, _BARE, bare)


def _milliseconds_to_first_paint(name: str, folder: Path) -> float:
    environment = {
        **os.environ,
        "PYTHONPATH": str(_HERE.parents[1]),
        # Compiled modules are at hand, as an installer leaves them: the first round makes them.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "WENMAI_STATE": str(folder / "state"),
        "WENMAI_DATA": str(folder / "data"),
        "WENMAI_AUTHOR": "benchmark",
    }
    # The clock is the system's own, the same for both processes.
    begun = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-P", _HERE / "first_paint.py", name],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return (int(done.stdout) - begun) / 1e6
