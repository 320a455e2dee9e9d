"""What a worker writes for a shard."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING, Any

import pyarrow.parquet
import pytest

from reader.corpus import Options, preload, work
from reader.corpus.errors import WorkerError
from reader.corpus.plan import make_plan
from reader.corpus.work import Task, do_shard
from reader.corpus.writing import COLUMNS
from reader.suggest import suggest
from tests.corpus.corpora import TALK, done, invented, manifest, write_lines, write_parquet

if TYPE_CHECKING:
    from pathlib import Path


def task_of(corpus: Path, folder: Path, **options: Any) -> Task:
    plan = make_plan(corpus, Options(**options), lambda name: None)
    return Task(plan.shards[0], plan.options, plan.rules, folder)


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_every_suggestion_has_its_text_and_what_suggest_prints(tmp_path: Path, form: str) -> None:
    corpus = write_lines(tmp_path / "a.jsonl", [{"id": 9, "text": TALK}, {"text": "𠮷" + TALK}])
    rows = done(corpus, tmp_path / "out", format=form)
    found = [one.to_json(TALK) for one in suggest(TALK)]
    assert len(found) == 3
    assert rows[:3] == [{"id": "9", "file": "a.jsonl", "row": 0, **one} for one in found]
    assert [row["id"] for row in rows[3:]] == ["a.jsonl#1"] * 3
    assert [(row["start"], row["end"]) for row in rows[3:]] == [
        (one["start"] + 1, one["end"] + 1) for one in found
    ]
    assert list(rows[0]) == [name for name, _kind in COLUMNS]


def test_only_the_kinds_and_confidences_that_were_asked_for(tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "a.jsonl", [{"text": TALK}])
    found = {one.kind: one.confidence for one in suggest(TALK)}
    assert len(found) == 3
    rows = done(corpus, tmp_path / "a", kinds=("metric", "honour"))
    assert {row["kind"] for row in rows} == {"metric", "honour"}
    least = max(found.values())
    rows = done(corpus, tmp_path / "b", min_confidence=least)
    assert {row["kind"] for row in rows} == {kind for kind in found if found[kind] == least}


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_a_shard_without_suggestions_is_a_part_without_rows(tmp_path: Path, form: str) -> None:
    corpus = write_lines(tmp_path / "a.jsonl", [{"text": "无"}])
    assert done(corpus, tmp_path / "out", format=form) == []
    part = tmp_path / "out" / f"part-00000.{form}"
    if form == "jsonl":
        assert part.read_bytes() == b""
    else:
        assert pyarrow.parquet.read_schema(part).names[0] == "id"


def test_many_suggestions_are_written_in_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.corpus.writing._GROUP", 4)
    corpus = write_lines(tmp_path / "a.jsonl", [{"text": TALK}] * 4)
    assert len(done(corpus, tmp_path / "out", format="parquet")) == 12
    file = pyarrow.parquet.ParquetFile(tmp_path / "out" / "part-00000.parquet")
    with file:
        assert file.metadata.num_row_groups == 3


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_the_same_shard_is_the_same_bytes(tmp_path: Path, form: str) -> None:
    corpus = write_lines(tmp_path / "a.jsonl", invented(20, 300))
    task = task_of(corpus, tmp_path, format=form)
    first, second = do_shard(task), do_shard(task)
    assert first.temporary != second.temporary
    assert first.entry == second.entry
    content = [(tmp_path / one.temporary).read_bytes() for one in (first, second)]
    assert content[0] == content[1]
    assert len(content[0]) == first.entry["bytes"]


def test_bad_rows_are_counted_and_the_first_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_numbers(text: str, **options: Any) -> Any:
        if text == "7":
            raise ZeroDivisionError
        return suggest(text, **options)

    monkeypatch.setattr(work, "suggest", fails_on_numbers)
    write_lines(tmp_path / "a.jsonl", [{"text": TALK}, {"text": None}])
    write_lines(tmp_path / "b.jsonl", [{"text": None}, 5, {"text": "7"}, {"text": TALK}])
    rows = done(tmp_path, tmp_path.parent / f"{tmp_path.name}-out")
    assert len(rows) == 6
    (shard,) = manifest(tmp_path.parent / f"{tmp_path.name}-out")["shards"]
    assert shard["done"]["bad"] == {
        "not an object": {"rows": 1, "file": "b.jsonl", "row": 1},
        "null": {"rows": 2, "file": "a.jsonl", "row": 1},
        "rules failed": {"rows": 1, "file": "b.jsonl", "row": 2},
    }
    assert (shard["done"]["rows"], shard["done"]["characters"]) == (6, 2 * len(TALK))
    assert shard["done"]["suggestions"] == {"metric": 2, "programme": 2, "honour": 2}


def test_parquet_and_json_lines_give_the_same(tmp_path: Path) -> None:
    articles = invented(30, 200)
    lines = write_lines(tmp_path / "a", articles)
    columns = {name: [one[name] for one in articles] for name in ("id", "text")}
    table = write_parquet(tmp_path / "b", columns, group=7)
    first = done(lines, tmp_path / "lines", shard_bytes=5_000)
    second = done(table, tmp_path / "table", shard_bytes=2_000)
    assert len(list((tmp_path / "lines").glob("part-*.jsonl"))) > 3
    assert len(list((tmp_path / "table").glob("part-*.parquet"))) > 3
    assert [row | {"file": ""} for row in first] == [row | {"file": ""} for row in second]
    assert first


def test_a_worker_with_other_rules_does_nothing(tmp_path: Path) -> None:
    task = task_of(write_lines(tmp_path / "a.jsonl", [{"text": TALK}]), tmp_path)
    other = Task(task.shard, task.options, {**task.rules, "sha256": "0"}, task.folder)
    with pytest.raises(WorkerError, match="A worker has other rules than this command; install"):
        do_shard(other)


def test_a_shard_that_fails_leaves_no_file(tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "a.jsonl", [{"text": TALK}])
    task = task_of(corpus, tmp_path)
    corpus.unlink()
    with pytest.raises(FileNotFoundError):
        do_shard(task)
    assert list(tmp_path.iterdir()) == []


def test_a_worker_of_this_machine_leaves_ctrl_c_to_the_command() -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        preload.dask_setup(None)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_what_is_written_is_json_that_others_read(tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "a.jsonl", [{"text": TALK}])
    done(corpus, tmp_path / "out")
    line = (tmp_path / "out" / "part-00000.jsonl").read_bytes().splitlines()[0]
    assert json.loads(line)["quote"].encode() in line
