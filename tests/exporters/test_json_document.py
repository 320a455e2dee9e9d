"""The JSON holds all there is to know, as its schema says."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reader.annotation.annotation import Annotation
from reader.annotation.tag_set import DEFAULT_TAG_SET, TagSet
from reader.assets import resource
from reader.exporters.durable import ExportError
from reader.exporters.export import ExportOptions
from reader.exporters.json_document import JSON
from reader.text.article import Article
from reader.text.script import Script, SourceScript

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resource("schema", "export.schema.json").read_text("utf-8"))
    return data


@pytest.fixture(scope="module")
def schema(written: dict[str, Any]) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(written)
    return jsonschema.Draft202012Validator(written)


def document(export: Export) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(b"".join(JSON.chunks(export)).decode("utf-8"))
    return data


def test_the_document_follows_its_schema_and_names_it(
    make_row: MakeRow, make_export: MakeExport, network: Article,
    schema: jsonschema.Draft202012Validator, written: dict[str, Any],
) -> None:  # fmt: skip
    rows = [make_row(network, "62场", attributes={"value": 62, "unit": "场"}, note="记")]
    for script in Script:
        data = document(make_export(*rows, options=ExportOptions(script)))
        schema.validate(data)
        assert data["$schema"] == written["$id"]
    schema.validate(document(make_export()))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("extra",), 1),
        (("articles", 0, "script"), "original"),
        (("articles", 0, "length"), 0),
        (("annotations", 0, "start"), "9"),
        (("annotations", 0, "attributes", "value"), None),
        (("annotations", 0, "view", "script"), "original"),
        (("exported",), "yesterday"),
    ],
)
def test_the_schema_refuses_what_is_not_so(
    make_row: MakeRow, make_export: MakeExport, network: Article,
    schema: jsonschema.Draft202012Validator, path: tuple[str | int, ...], value: object,
) -> None:  # fmt: skip
    data = document(make_export(make_row(network, "62场"), options=ExportOptions(Script.TAIWAN)))
    node: Any = data
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    assert not schema.is_valid(data)


def test_every_script_has_a_place_in_the_schema(written: dict[str, Any]) -> None:
    kinds = written["$defs"]
    assert set(kinds["article"]["properties"]["script"]["enum"]) == {*SourceScript}
    shown = {*Script} - {Script.ORIGINAL}
    assert set(kinds["view"]["properties"]["script"]["enum"]) == shown


def test_a_tag_comes_out_as_it_is_in_the_workspace(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    row = make_row(network, "62场", attributes={"value": 62}, unknown={"later": [1]})
    data = document(make_export(row))
    assert data["format"] == "wenmai-export"
    assert data["workspace"] == "workspace-1"
    assert data["exported"] == "2026-11-22T08:00:00.000000Z"
    assert TagSet.from_json(data["tag_set"]) == DEFAULT_TAG_SET
    assert data["annotations"] == [row.annotation.to_json()]
    assert Annotation.from_json(data["annotations"][0]) == row.annotation


def test_each_article_with_a_tag_stands_once(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    other = Article.from_text("𠮷野家辦了三場")
    rows = [make_row(network, "62场"), make_row(other, "三場"), make_row(network, "社区")]
    data = document(make_export(*rows))
    assert data["articles"] == [
        {"id": one.id, "title": one.title, "script": one.script.value,
         "sha256": one.sha256, "length": len(one.text)}
        for one in (network, other)
    ]  # fmt: skip
    assert data["articles"][1]["length"] == 7


def test_what_is_known_of_an_article_stands_with_it(
    make_row: MakeRow, make_export: MakeExport, network: Article,
    schema: jsonschema.Draft202012Validator,
) -> None:  # fmt: skip
    known = {"source": "晚报", "date": "2026-11", "author": "林", "url": "https://a.example"}
    data = document(make_export(replace(make_row(network, "62场"), metadata=known)))
    schema.validate(data)
    assert {name: data["articles"][0][name] for name in known} == known


def test_the_script_chosen_is_the_view_of_each_tag(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    options = ExportOptions(Script.TAIWAN, regional=True)
    data = document(make_export(make_row(network, "互联网"), options=options))
    assert data["annotations"][0]["quote"] == "互联网"
    assert data["annotations"][0]["view"] == {
        "script": "zh-Hant-TW",
        "config": "s2twp",
        "quote": "網際網路",
        "context_left": "社群講座\n街道辦了62場",
        "context_right": "講座，老人發展興趣。\n",
    }


def test_a_tag_is_one_line(make_row: MakeRow, make_export: MakeExport, network: Article) -> None:
    rows = [make_row(network, "62场", id=f"t{n}", note="a\nb") for n in range(3)]
    lines = b"".join(JSON.chunks(make_export(*rows))).decode("utf-8").splitlines()
    starts = [line for line in lines if line.startswith('{"id": "t')]
    assert [json.loads(line.rstrip(","))["id"] for line in starts] == ["t0", "t1", "t2"]


def test_a_lone_surrogate_comes_back_as_it_was(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    data = document(make_export(make_row(network, "62场", note="\udcff")))
    assert data["annotations"][0]["note"] == "\udcff"


def test_a_number_without_a_form_in_json_is_one_sentence(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    export = make_export(make_row(network, "62场", attributes={"value": math.nan}))
    with pytest.raises(ExportError, match=r"^Tag a1 in “社区讲座” holds a number .*\.$"):
        document(export)
