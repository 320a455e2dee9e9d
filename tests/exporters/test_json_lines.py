"""JSON Lines: each line is an annotation as the document has it, and knows its article."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import duckdb
import jsonschema
import pytest

from reader.annotation.annotation import Annotation
from reader.assets import resource
from reader.exporters.durable import ExportError
from reader.exporters.export import ExportOptions
from reader.exporters.json_lines import JSON_LINES
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.exporters.export import Export, ExportRow
    from reader.text.article import Article

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]


def lines(export: Export) -> list[dict[str, Any]]:
    text = b"".join(JSON_LINES.pieces(export)).decode("utf-8")
    assert text.endswith("\n") or not text
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_a_line_is_an_annotation_of_the_document_with_its_article(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(network, "互联网", attributes={"value": 62}, note="a\nb\u2028c")
    row = replace(row, metadata={"source": "晚报"})
    schema = json.loads(resource("schema", "export.schema.json").read_text("utf-8"))
    options = ExportOptions(Script.TAIWAN, regional=True)
    (line,) = lines(make_export(row, options=options))
    jsonschema.validate(line, {**schema, "$ref": "#/$defs/annotation", "properties": {}} | {
        "required": [], "additionalProperties": True,
    })  # fmt: skip
    assert Annotation.from_json(line).to_json() == line
    assert line["view"]["quote"] == "網際網路"
    assert line["kind_label"] == "Metric"
    assert line["article_title"] == "社区讲座"
    assert line["article_source"] == "晚报"
    assert "article_date" not in line


def test_a_field_of_the_tag_is_not_replaced_by_one_of_the_line(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(network, "62场", unknown={"article_title": "its own"})
    assert lines(make_export(row))[0]["article_title"] == "its own"


def test_duckdb_reads_a_line_a_tag(
    make_row: MakeRow, make_export: MakeExport, network: Article, tmp_path: Path
) -> None:
    rows = [
        make_row(network, "62场", id="a", attributes={"value": 62}),
        make_row(network, "讲座", id="b", note="“=1+1”\r\n"),
    ]
    target = tmp_path / "tags.jsonl"
    assert JSON_LINES.write(make_export(*rows), target) == 2
    with duckdb.connect() as base:
        read = base.execute(
            f"select id, quote, start, \"end\", note from read_ndjson('{target}') order by id"
        ).fetchall()
    assert read == [("a", "62场", 9, 12, ""), ("b", "讲座", 2, 4, "“=1+1”\r\n")]


def test_no_tags_give_an_empty_file_and_no_number_json_lacks(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    assert lines(make_export()) == []
    with pytest.raises(ExportError, match="holds a number that JSON has no form for"):
        lines(make_export(make_row(network, "62场", attributes={"value": float("nan")})))
