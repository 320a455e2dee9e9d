"""The command that runs the benchmarks."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtWidgets import QApplication

from reader.ui.app import prepare
from tests.perf.converting import converting
from tests.perf.corpus import of_a_corpus
from tests.perf.jumping import jumping
from tests.perf.measure import HEADER, aligned, row
from tests.perf.memory import remembering
from tests.perf.opening import opening
from tests.perf.scrolling import scrolling
from tests.perf.stage import FULL, QUICK, Stage
from tests.perf.starting import starting
from tests.perf.storing import storing
from tests.perf.suggesting import suggesting
from tests.perf.switching import switching
from tests.perf.tagging import tagging
from tests.perf.vast import standing_still

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tests.perf.measure import Line

BENCHMARKS: dict[str, Callable[[Stage], Iterator[Line]]] = {
    "start": starting,
    "open": opening,
    "switch": switching,
    "tag": tagging,
    "jump": jumping,
    "scroll": scrolling,
    "memory": remembering,
    "vast": standing_still,
    "convert": converting,
    "suggest": suggesting,
    "corpus": of_a_corpus,
    "store": storing,
}


def main(words: Sequence[str] | None = None) -> int:
    """Run the benchmarks that the command line names, and print each line when it is there."""
    options = _parser().parse_args(words)
    application = QApplication(sys.argv[:1])
    prepare(application)
    with tempfile.TemporaryDirectory(prefix="wenmai-perf-") as folder:
        stage = Stage(QUICK if options.quick else FULL, Path(folder))
        measured = _measured(stage, options.only or list(BENCHMARKS))
        if options.json:
            print(json.dumps(_document(measured), ensure_ascii=False, indent=2))
        else:
            _print_table(measured)
        stage.close()
    return 0


def _measured(stage: Stage, names: Sequence[str]) -> Iterator[Line]:
    for name in names:
        yield from BENCHMARKS[name](stage)


def _print_table(measured: Iterable[Line]) -> None:
    print(", ".join(f"{name} {value}" for name, value in _machine().items()))
    print(aligned(HEADER))
    for line in measured:
        print(row(line), flush=True)


def _document(measured: Iterable[Line]) -> dict[str, object]:
    return {"machine": _machine(), "lines": [line.to_json() for line in measured]}


def _machine() -> dict[str, str]:
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": str(os.cpu_count()),
        "Python": platform.python_version(),
        "PySide6": PySide6.__version__,
        "Qt platform": QApplication.platformName(),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python tests/perf",
        description="Measure the product. docs/performance.md says what each line means.",
    )
    parser.add_argument(
        "--only", metavar="NAME", action="append", choices=BENCHMARKS, help=", ".join(BENCHMARKS)
    )
    parser.add_argument(
        "--quick", action="store_true", help="short articles, one round: only shows that it runs"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    return parser
