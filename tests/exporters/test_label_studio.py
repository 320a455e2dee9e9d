"""Label Studio's tasks keep to its rules, and its regions lie where its window counts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reader.annotation.attribute_lines import read_attribute_lines
from reader.exporters.durable import ExportError
from reader.exporters.export import ExportArticle
from reader.exporters.label_studio import LABEL_STUDIO, LABELS, TEXT
from reader.text.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]

# What label-studio-sdk 2 asks of a task whose interface has one Labels on one Text: the fields
# of a region in its interface's rules, and the JSON Schema that it gives for the value.
_REGION: dict[str, Any] = {
    "type": "object",
    "required": ["id", "from_name", "to_name", "type", "value"],
    "properties": {
        "id": {"type": "string"},
        "from_name": {"const": LABELS},
        "to_name": {"const": TEXT},
        "type": {"const": "labels"},
        "value": {
            "type": "object",
            "required": ["start", "end", "labels"],
            "properties": {
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
                "labels": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                "text": {"type": "string"},
            },
        },
        "meta": {
            "type": "object",
            "properties": {"text": {"type": "array", "items": {"type": "string"}}},
        },
    },
}
_TASKS: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "annotations"],
        "properties": {
            "data": {"type": "object", "required": [TEXT]},
            "annotations": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "required": ["result"],
                    "properties": {"result": {"type": "array", "items": _REGION}},
                },
            },
        },
    },
}


def tasks(export: Export) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(b"".join(LABEL_STUDIO.pieces(export)).decode("utf-8"))
    jsonschema.validate(data, _TASKS)
    return data


def shown(text: str, start: int, end: int) -> str:
    """Return the words as Label Studio's window finds them.

    A line end, CR or LF, is one element of the page between two texts, which counts one; a text
    counts the characters of its string, not the units (its editor's selection-tools).
    """
    return "".join(list(text)[start:end])


def test_an_article_is_a_task_and_a_tag_a_region_that_may_overlap(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rows = [
        make_row(network, "62场互联网", id="a", kind="programme"),
        make_row(network, "62场", id="b", attributes={"value": 62, "unit": "场"}, note="注意\n2"),
    ]
    empty = Article.from_text("没有标记")
    metadata = {"source": "晚报"}
    given = (
        ExportArticle(network, "新题", network.script, metadata),
        ExportArticle(empty, "空", empty.script),
    )
    first, second = tasks(make_export(*rows, articles=given))
    assert first["data"] == {
        "text": network.text, "article": network.id, "title": "新题", "source": "晚报",
    }  # fmt: skip
    regions = first["annotations"][0]["result"]
    assert [one["id"] for one in regions] == ["a", "b"]
    assert [one["value"]["labels"] for one in regions] == [["programme"], ["metric"]]
    for one in regions:
        value = one["value"]
        assert shown(network.text, value["start"], value["end"]) == value["text"]
    note, lines = regions[1]["meta"]["text"]
    assert note == "注意\n2"
    assert read_attribute_lines(lines) == ({"value": 62, "unit": "场"}, "")
    assert regions[0]["meta"]["text"] == []
    assert second["annotations"] == [{"result": []}]


def test_a_place_counts_characters_and_both_ends_of_a_line(
    make_row: MakeRow, make_export: MakeExport
) -> None:
    article = Article.from_text("𠮷野家\r\n辦了三場\n")
    (task,) = tasks(make_export(make_row(article, "三場")))
    (region,) = task["annotations"][0]["result"]
    assert (region["value"]["start"], region["value"]["end"]) == (7, 9)
    assert shown(task["data"]["text"], 7, 9) == "三場"


def test_a_surrogate_alone_and_a_number_json_lacks(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(network, "62场", note="\udcff")
    (task,) = tasks(make_export(replace(row, title="\ud800")))
    assert task["data"]["title"] == "\ud800"
    with pytest.raises(ExportError, match="holds a number that JSON has no form for"):
        tasks(make_export(make_row(network, "62场", attributes={"value": float("nan")})))


def test_the_page_on_formats_has_the_interface_for_these_regions() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text("utf-8")
    assert f'<Labels name="{LABELS}" toName="{TEXT}">' in page
    assert f'<Text name="{TEXT}" value="${TEXT}"/>' in page


def test_no_articles_are_no_tasks(make_export: MakeExport) -> None:
    assert tasks(make_export()) == []
