"""``wenmai clean`` prints a text cleaned up, or says what it would do and where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]

TEXT = (
    "　　清晨的石桥村，巷子里已经热闹起来。志愿者\n们推着小车，沿着新修的步道清扫落叶；几位老\n"
    "人坐在廊下，说起这两年的变化，脸上是笑意。\n\n送安康送安康，，服务到家服务到家。。\n"
)
JOINED = (
    "　　清晨的石桥村，巷子里已经热闹起来。志愿者们推着小车，沿着新修的步道清扫落叶；几位老"
    "人坐在廊下，说起这两年的变化，脸上是笑意。\n\n送安康送安康，，服务到家服务到家。。\n"
)
CLEAN = JOINED.replace("送安康送安康，，服务到家服务到家。。", "送安康，服务到家。")


@pytest.fixture
def column(tmp_path: Path) -> Path:
    path = tmp_path / "column.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_the_cleaned_text_is_printed_and_nothing_else(run: Run, column: Path) -> None:
    done = run("clean", column)
    assert (done.status, done.out, done.err) == (0, CLEAN, "")
    assert column.read_bytes() == TEXT.encode()


def test_one_kind_can_be_asked_for_and_written_to_a_file(run: Run, column: Path) -> None:
    done = run("clean", column, "--kind", "lines", "-o", "joined.txt")
    assert done.out == "Made 2 clean-ups in joined.txt\n"
    assert (column.parent / "joined.txt").read_bytes() == JOINED.encode()


def test_json_says_what_is_left_out_and_where(run: Run, column: Path) -> None:
    data = json.loads(run("clean", column, "--json").out)
    assert list(data) == ["article", "text", "cleanups"]
    assert data["text"] == CLEAN
    assert [one["kind"] for one in data["cleanups"]] == ["lines", "lines", "captions"]
    for one in data["cleanups"]:
        assert TEXT[one["start"] : one["end"]] == one["before"]
        assert one["reason"]
    caption = data["cleanups"][-1]
    assert caption["after"] == "送安康，服务到家。"
    kept = TEXT
    for one in reversed(data["cleanups"]):
        for start, end in reversed(one["deleted"]):
            kept = kept[:start] + kept[end:]
    assert kept == CLEAN


def test_a_file_that_is_not_there_is_refused(run: Run) -> None:
    assert "nowhere.txt" in run("clean", "nowhere.txt").refusal
