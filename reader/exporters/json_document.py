"""JSON as ``resources/schema/export.schema.json`` describes it: all there is to know of each tag.

One annotation stands on one line, so that two exports can be compared line by line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from reader.exporters.durable import ExportError
from reader.exporters.export import with_views
from reader.exporters.exporter import TEXTS, Exporter
from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.exporters.export import Export, ExportRow, RowView

FORMAT: Final = "wenmai-export"
VERSION: Final = 1
SCHEMA: Final = "urn:wenmai:schema:export:1"


def _chunks(export: Export) -> Iterator[bytes]:
    head = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": VERSION,
        "exported": export.exported,
        "workspace": export.workspace,
        "tag_set": export.tag_set.to_json(),
    }
    yield b"{\n"
    for key, value in head.items():
        yield json_bytes(f"{_json(key)}: {_json(value)},\n")
    yield from _list("articles", map(_json, _articles(export)))
    yield b",\n"
    yield from _list("annotations", (annotation_json(*pair, export) for pair in with_views(export)))
    yield b"\n}\n"


def _list(key: str, items: Iterable[str]) -> Iterator[bytes]:
    yield json_bytes(f"{_json(key)}: [")
    comma = "\n"
    for item in items:
        yield json_bytes(comma + item)
        comma = ",\n"
    yield b"\n]"


def _articles(export: Export) -> Iterator[dict[str, Any]]:
    """Yield the articles that the rows stand in, each once."""
    for row in {row.article.id: row for row in export.rows}.values():
        yield {
            "id": row.article.id,
            "title": row.title,
            "script": row.script.value,
            "sha256": row.article.sha256,
            "length": len(row.article.text),
            **row.metadata,
        }


def annotation_json(
    row: ExportRow, view: RowView | None, export: Export, more: Mapping[str, str] | None = None
) -> str:
    """Return a tag as JSON on one line, with more fields where it has none of that name.

    Raises:
        ExportError: If it holds a number that JSON has no form for.
    """
    data = row.annotation.to_json()
    data = {**data, **{name: value for name, value in (more or {}).items() if name not in data}}
    if view is not None:
        data["view"] = {
            "script": export.options.script.value,
            "config": view.config,
            "quote": view.quote,
            "context_left": view.context_left,
            "context_right": view.context_right,
        }
    try:
        return _json(data)
    except ValueError:
        msg = tr(
            "Tag {annotation_id} in “{title}” holds a number that JSON has no form for; "
            "correct its attributes."
        ).format(annotation_id=row.annotation.id, title=row.title)
        raise ExportError(msg) from None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def json_bytes(text: str) -> bytes:
    """Return JSON as UTF-8."""
    # A lone surrogate has no UTF-8; what replaces it is its own JSON escape.
    return text.encode("utf-8", "backslashreplace")


JSON = Exporter(
    "json",
    mark("JSON document"),
    ".json",
    _chunks,
    loses=(TEXTS,),
    remedy=mark("Each article is named by the SHA-256 of its text."),
    proof="jsonschema, with `resources/schema/export.schema.json`",
)
