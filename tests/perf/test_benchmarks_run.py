"""The benchmarks run, and nothing is laid out that is not seen. No time is asserted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_FOLDER = Path(__file__).resolve().parent
_BOTH = {"surface", "window"}
_EXPECTED = {
    "start": {"window"},
    "open": _BOTH,
    "switch": _BOTH,
    "tag": _BOTH,
    "jump": _BOTH,
    "scroll": _BOTH,
    "memory": _BOTH,
    "vast": _BOTH,
    "convert": {"view"},
    "suggest": {"rules"},
    "corpus": {"2 workers"},
    "store": {"store"},
}


def run(*words: str) -> str:
    """Return what the command prints."""
    done = subprocess.run(
        [sys.executable, _FOLDER, *words], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return done.stdout


@pytest.fixture(scope="module")
def measured() -> list[dict[str, Any]]:
    """Return the lines of a quick run of everything."""
    lines: list[dict[str, Any]] = json.loads(run("--quick", "--json"))["lines"]
    return lines


@pytest.mark.slow
@pytest.mark.cjk_font
def test_every_benchmark_reports_a_median_and_a_ratio(measured: list[dict[str, Any]]) -> None:
    found: dict[str, set[str]] = {}
    for line in measured:
        found.setdefault(line["benchmark"], set()).add(line["what"])
        assert line["value"] > 0
        assert line["baseline"] > 0
        assert line["ratio"] == line["value"] / line["baseline"]
    assert found == _EXPECTED


@pytest.mark.slow
@pytest.mark.cjk_font
def test_scrolling_and_jumping_lay_out_exactly_the_paragraphs_that_are_seen(
    measured: list[dict[str, Any]],
) -> None:
    counted = [line for line in measured if line["unit"] == "layouts"]
    cases = {line["case"].split(",")[0] for line in counted}
    assert cases == {"every page", "jump to last tag", "then a page back"}
    for line in counted:
        assert line["value"] == line["baseline"], line["case"]


@pytest.mark.slow
@pytest.mark.cjk_font
def test_the_table_has_a_line_for_each_that_is_asked_for() -> None:
    _machine, header, *lines = run("--quick", "--only", "jump").splitlines()
    assert header.split()[0] == "benchmark"
    assert lines
    assert all(line.startswith("jump ") and " ms " in line for line in lines)
