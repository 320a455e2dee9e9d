"""The page for authors of rules shows how DuckDB reads the suggestions; it does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from tests.corpus.corpora import TALK, done, invented, write_lines, write_parquet

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = Path(__file__).resolve().parents[2]
_QUERIES = re.findall(
    "^```sql\n(.*?)^```", (_ROOT / "docs" / "suggestions.md").read_text("utf-8"), re.DOTALL | re.M
)


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[Any]]:
    monkeypatch.chdir(tmp_path)

    def rows(query: str) -> list[Any]:
        with duckdb.connect() as connection:
            return connection.execute(query).fetchall()

    return rows


def test_the_queries_of_the_page_say_what_was_found(
    tmp_path: Path, ask: Callable[[str], list[Any]]
) -> None:
    articles = [*invented(8, 400), {"id": "talk", "text": "𠮷" + TALK}]
    columns = {name: [one[name] for one in articles] for name in ("id", "text")}
    table = write_parquet(tmp_path / "articles.parquet", columns)
    found = done(table, tmp_path / "suggested", shard_bytes=3_000)
    by_unit, beside, by_kind = _QUERIES

    figures = [
        one["attrs"]
        for one in found
        if one["kind"] == "metric" and one["confidence"] >= 0.9 and one["attrs"]["bound"] == "exact"
    ]
    units = {one.get("unit") for one in figures}
    totals = {
        unit: sum(one["value"] for one in figures if one.get("unit") == unit) for unit in units
    }
    rows = ask(by_unit)
    assert len(rows) == min(10, len(units))
    for unit, number, total in rows:
        assert number == sum(one.get("unit") == unit for one in figures)
        assert total == pytest.approx(totals[unit])
    assert [row[1] for row in rows] == sorted((row[1] for row in rows), reverse=True)

    # Every passage stands where it is said to, also behind characters of the upper planes.
    rows = ask(beside)
    assert [row[:3] for row in rows] == [(one["id"], one["kind"], one["quote"]) for one in found]
    assert any(one["id"] == "talk" for one in found)

    lines = write_lines(tmp_path / "articles.jsonl", [*articles, {"text": "无"}])
    for part in (tmp_path / "suggested").iterdir():
        part.unlink()
    done(lines, tmp_path / "suggested", shard_bytes=3_000)
    kinds = sorted({one["kind"] for one in found})
    assert [row[:2] for row in ask(by_kind)] == [
        (kind, sum(one["kind"] == kind for one in found)) for kind in kinds
    ]


def test_parts_without_suggestions_are_read_too(
    tmp_path: Path, ask: Callable[[str], list[Any]]
) -> None:
    corpus = write_lines(tmp_path / "a.jsonl", [{"text": "无"}, {"text": TALK}])
    done(corpus, tmp_path / "suggested", format="parquet", shard_bytes=1)
    assert ask("SELECT count(*) FROM 'suggested/part-*.parquet'") == [(3,)]
    assert len(list((tmp_path / "suggested").glob("part-*.parquet"))) == 2


@pytest.mark.slow
def test_nothing_of_a_corpus_is_loaded_before_one_is_asked_for() -> None:
    program = (
        "import sys; from reader.__main__ import main; main(['--help']); "
        "import reader.cli, reader.corpus; "
        "sys.exit(bool({'dask', 'distributed', 'pyarrow', 'duckdb'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=_ROOT, capture_output=True)
    program = (
        "import sys; from reader.__main__ import main; main(['--help']); "
        "sys.exit('reader.corpus' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=_ROOT, capture_output=True)
