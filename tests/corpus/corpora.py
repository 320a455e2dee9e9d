"""Corpora for the tests, invented, and the plain way through all that a worker does."""

from __future__ import annotations

import json
import logging
import os
from typing import TYPE_CHECKING, Any

from distributed import LocalCluster

from reader.corpus.options import Options
from reader.corpus.output import opened_output
from reader.corpus.plan import make_plan
from reader.corpus.work import Task, do_shard
from tests.perf.texts import article_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LONG = os.environ.get("WENMAI_LONG") == "1"

TALK = "清溪镇打造“书香清溪”品牌，举办讲座62场。2024年，镇里荣获“全省文明镇”称号。"
"""A programme, a metric and an honour."""


def write_lines(path: Path, rows: Iterable[object]) -> Path:
    """Write rows as JSON Lines, as ``json`` writes them."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def write_parquet(path: Path, columns: dict[str, Any], *, group: int = 1000) -> Path:
    """Write columns as Parquet, so many rows a group."""
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table(columns), path, row_group_size=group)
    return path


def invented(number: int, length: int) -> list[dict[str, Any]]:
    """Return so many articles of about a length, no two alike, some in planes above the first."""
    return [
        {"id": f"article-{place}", "text": "𠮷" * (place % 3) + article_text(length + place)}
        for place in range(number)
    ]


def done(corpus: Path, folder: Path, **options: Any) -> list[dict[str, Any]]:
    """Do a whole corpus in this process, and return what was written."""
    plan = make_plan(corpus, Options(**options), lambda name: None)
    with opened_output(folder, plan, restart=False) as output:
        for shard in plan.shards:
            output.commit(do_shard(Task(shard, plan.options, plan.rules, output.folder)))
        output.write_manifest()
    return written(folder)


def written(folder: Path) -> list[dict[str, Any]]:
    """Return the suggestions of a folder in order."""
    found: list[dict[str, Any]] = []
    for part in sorted(folder.glob("part-*")):
        if part.suffix == ".parquet":
            import pyarrow.parquet

            rows = pyarrow.parquet.read_table(part).to_pylist()
            found += [{**row, "attrs": json.loads(row["attrs"])} for row in rows]
        else:
            found += [json.loads(line) for line in part.read_text("utf-8").splitlines()]
    return found


def manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a folder."""
    data: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return data


def files(folder: Path) -> dict[str, bytes]:
    """Return all that a folder holds, by name, but for the lock."""
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".wenmai.lock"
    }


def cluster_here(workers: int) -> LocalCluster:
    """Return a Dask cluster in this process, reached by its address as one elsewhere would be."""
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
    )


class Told:
    """Who is told how far it is, and remembers."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.begun: tuple[int, int] | None = None
        self.steps: list[tuple[int, int]] = []

    def reading(self, name: str) -> None:
        self.names.append(name)

    def begins(self, done: int, total: int) -> None:
        self.begun = (done, total)

    def advances(self, size: int, characters: int) -> None:
        self.steps.append((size, characters))
