"""DuckDB reads the Parquet file: every value, of its type, null where nothing is said."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from reader.annotation.tag_set import Attribute, AttributeType, TagKind, TagSet
from reader.exporters.columns import Columns
from reader.exporters.export import ExportOptions
from reader.exporters.exporter import Table
from reader.exporters.parquet import PARQUET
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.exporters.export import Export, ExportRow
    from reader.text.article import Article

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]

EVERY = tuple(
    Attribute(kind.value, kind.value, kind, ("甲",) if kind is AttributeType.CHOICE else ())
    for kind in AttributeType
)
EVERY_KIND = TagSet((TagKind("every", "Every kind", "#000000", "", EVERY),))
TIME = datetime.datetime(2026, 11, 22, 8, tzinfo=datetime.UTC)


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Export], tuple[dict[str, str], list[dict[str, Any]]]]:
    """Return the types of the columns and the rows."""

    def of(export: Export) -> tuple[dict[str, str], list[dict[str, Any]]]:
        target = tmp_path / "tags.parquet"
        PARQUET.write(export, target)
        with duckdb.connect() as base:
            types = base.execute(f"describe select * from '{target}'").fetchall()
            # Times as numbers, which no zone of the machine's changes.
            names = ", ".join(
                f'epoch_us("{name}") as "{name}"' if kind.startswith("TIMESTAMP") else f'"{name}"'
                for name, kind, *_ in types
            )
            found = base.execute(f"select {names} from '{target}'").fetchall()
        columns = [name for name, *_ in types]
        return (
            {name: kind for name, kind, *_ in types},
            [dict(zip(columns, one, strict=True)) for one in found],
        )

    return of


def test_every_column_of_the_table_is_there_with_its_type(
    make_row: MakeRow, make_export: MakeExport, network: Article, read: Callable[..., Any]
) -> None:
    values = {
        "text": "12", "number": 9, "integer": 12, "choice": "甲", "date": "2026-11",
        "yes_no": "no",
    }  # fmt: skip
    full = make_row(network, "互联网", id="a", kind="every", attributes=values, note="=1\0")
    rows = [replace(full, metadata={"source": "晚报"}), make_row(network, "62场", kind="every")]
    options = ExportOptions(Script.TAIWAN, regional=True)
    export = make_export(*rows, tag_set=EVERY_KIND, options=options)
    types, (first, second) = read(export)
    assert list(types) == list(Columns.of(export).names)
    assert types["number"] == "DOUBLE"
    assert types["integer"] == types["start"] == types["end"] == "BIGINT"
    assert types["yes_no"] == "BOOLEAN"
    assert types["created"] == "TIMESTAMP WITH TIME ZONE"
    assert types["date"] == types["quote"] == types["article_source"] == "VARCHAR"
    assert {name: first[name] for name in values} == {**values, "number": 9.0, "yes_no": False}
    assert (first["quote"], first["quote_zh-Hant-TW"]) == ("互联网", "網際網路")
    assert (first["note"], first["article_source"]) == ("=1\0", "晚报")
    assert first["created"] == TIME.timestamp() * 1_000_000
    assert {second[name] for name in values} == {None}
    assert (second["article_source"], second["note"]) == (None, "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", "about 9"),
        ("number", 2**53 + 1),
        pytest.param("number", 10**400, id="huge"),
        ("integer", 9.5),
        ("integer", 2**63),
        ("yes_no", "maybe"),
        ("strange", 5),
    ],
)
def test_a_column_whose_values_do_not_fit_is_text(
    make_row: MakeRow, make_export: MakeExport, network: Article, read: Callable[..., Any],
    name: str, value: str | int,
) -> None:  # fmt: skip
    fit = {"number": 1, "integer": 1, "yes_no": "yes"}.get(name, 1)
    rows = [
        make_row(network, "62场", id=str(n), kind="every", attributes={name: one})
        for n, one in enumerate([fit, value])
    ]
    types, found = read(make_export(*rows, tag_set=EVERY_KIND))
    column = "every.strange" if name == "strange" else name
    assert types[column] == "VARCHAR"
    assert [one[column] for one in found] == [str(fit), str(value)]


@pytest.mark.parametrize("time", ["yesterday", "2026-11-22T08:00:00"])
def test_a_time_that_is_none_makes_its_column_text(
    make_row: MakeRow, make_export: MakeExport, network: Article, read: Callable[..., Any],
    time: str,
) -> None:  # fmt: skip
    types, (one,) = read(make_export(make_row(network, "62场", created=time)))
    assert (types["created"], one["created"]) == ("VARCHAR", time)
    assert types["modified"] == "TIMESTAMP WITH TIME ZONE"


def test_not_a_number_is_one_in_parquet(
    make_row: MakeRow, make_export: MakeExport, network: Article, read: Callable[..., Any]
) -> None:
    types, (one,) = read(make_export(make_row(network, "62场", attributes={"value": float("inf")})))
    assert (types["value"], one["value"]) == ("DOUBLE", float("inf"))


def test_the_definitions_of_the_kinds_are_in_the_file(
    make_row: MakeRow, make_export: MakeExport, network: Article, tmp_path: Path
) -> None:
    target = tmp_path / "tags.parquet"
    PARQUET.write(
        make_export(make_row(network, "62场", author="\udcff"), tag_set=EVERY_KIND), target
    )
    with duckdb.connect() as base:
        found = base.execute(
            f"select value from parquet_kv_metadata('{target}') where key = 'wenmai'::blob"
        ).fetchall()
        author = base.execute(f"select author from '{target}'").fetchall()
    about = json.loads(found[0][0])
    assert TagSet.from_json(about["tag_set"]) == EVERY_KIND
    assert about["workspace"] == "workspace-1"
    assert author == [(r"\udcff",)]


def test_the_beginning_is_a_table_and_no_tags_make_a_file(
    make_row: MakeRow, make_export: MakeExport, network: Article, read: Callable[..., Any]
) -> None:
    shown = PARQUET.beginning(make_export(make_row(network, "62场", attributes={"value": 62})))
    assert isinstance(shown, Table)
    record = dict(zip(shown.header, shown.rows[0], strict=True))
    assert (record["value"], record["unit"], record["start"]) == ("62.0", "", "9")
    types, found = read(make_export())
    assert types["start"] == "BIGINT"
    assert found == []
