"""doccano's lines keep to the rules of its import, and its spans lie where its window counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema

from reader.exporters.doccano import DOCCANO
from reader.exporters.export import ExportArticle
from reader.text.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.exporters.export import Export, ExportRow

    MakeRow = Callable[..., ExportRow]
    MakeExport = Callable[..., Export]

# What doccano 1.8 asks of a line for sequence labelling: a text, and spans as its SpanLabel
# reads them from a list. Every other field becomes metadata.
_LINE: dict[str, Any] = {
    "type": "object",
    "required": ["text", "label"],
    "properties": {
        "text": {"type": "string", "minLength": 1},
        "label": {
            "type": "array",
            "items": {
                "type": "array",
                "prefixItems": [
                    {"type": "integer", "minimum": 0},
                    {"type": "integer", "minimum": 1},
                    {"type": "string", "minLength": 1},
                ],
                "minItems": 3,
                "items": False,
            },
        },
    },
}


def lines(export: Export) -> list[dict[str, Any]]:
    text = b"".join(DOCCANO.pieces(export)).decode("utf-8")
    # As doccano reads it: line by line with any line end, each stripped at its end.
    read = [json.loads(line.rstrip()) for line in text.splitlines()]
    for one in read:
        jsonschema.validate(one, _LINE)
    return read


def shown(text: str, start: int, end: int) -> str:
    """Return the words as the browser counts them."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_an_article_is_a_line_with_its_tags_by_the_units_of_the_browser(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    rare = Article.from_text("𠮷野家\r\n辦了三場\u2028讀書會\n")
    empty = Article.from_text("没有标记")
    export = make_export(
        make_row(network, "62场互联网", id="a", kind="programme"),
        make_row(network, "62场", id="b", attributes={"value": 62}, note="注意"),
        make_row(rare, "三場", id="c"),
        articles=(ExportArticle(empty, "空", empty.script, {"url": "https://a.example"}),),
    )
    none, first, second = lines(export)
    assert none == {
        "text": "没有标记", "label": [], "article": empty.id, "title": "空",
        "url": "https://a.example", "tags": [],
    }  # fmt: skip
    assert first["label"] == [[9, 15, "programme"], [9, 12, "metric"]]
    assert second["text"] == rare.text
    assert second["label"] == [[8, 10, "metric"]]
    assert shown(second["text"], 8, 10) == "三場"
    assert [tag["id"] for tag in first["tags"]] == ["a", "b"]
    assert first["tags"][1]["attributes"] == {"value": 62}
    assert (first["tags"][1]["note"], first["tags"][1]["author"]) == ("注意", "lin")


def test_a_surrogate_alone_comes_back_as_it_was(
    make_row: MakeRow, make_export: MakeExport, network: Article
) -> None:
    (line,) = lines(make_export(make_row(network, "62场", note="\udcff")))
    assert line["tags"][0]["note"] == "\udcff"


def test_no_articles_are_no_lines(make_export: MakeExport) -> None:
    assert lines(make_export()) == []
