"""What an open article takes of memory, against a QTextEdit; each in a process of its own.

The text and its tags are in memory before: the open workspace there, the string and the spans
here. Counted is what the process grew by once the article is shown, the event loop is idle and
the last tag was gone to.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.perf.measure import Line, characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.perf.stage import Stage

_HERE = Path(__file__).resolve().parent


def remembering(stage: Stage) -> Iterator[Line]:
    """Measure the longest article with the most tags, in kibibytes."""
    length, tags = stage.plan.sizes[-1], stage.plan.tags[-1]
    folder = stage.workspace(length, tags)
    grown: dict[str, list[int]] = {"surface": [], "window": [], "QTextEdit": []}
    for _round in range(min(3, stage.plan.repeats)):
        for name, taken in grown.items():
            taken.append(_growth(name, folder, length, tags))
    editor = median(grown["QTextEdit"])
    for name in ("surface", "window"):
        case = f"kB, {characters(length, tags)}"
        yield Line("memory", name, case, median(grown[name]), "QTextEdit", editor, "kB")


def _growth(name: str, folder: Path, length: int, tags: int) -> int:
    done = subprocess.run(
        [sys.executable, "-P", _HERE / "memory_taken.py", name, folder, str(length), str(tags)],
        env={**os.environ, "PYTHONPATH": str(_HERE.parents[1])},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    # The allocator may have found all that it needed in what it had.
    return max(1, int(json.loads(done.stdout)))
