"""JSON Lines: one tag a line, as the JSON document has it, with what is known of its article.

Besides the fields of an annotation in ``resources/schema/export.schema.json`` a line has
``kind_label``, ``article_title`` and, where they are known, ``article_source``, ``article_date``,
``article_author`` and ``article_url``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.exporters.export import with_views
from reader.exporters.exporter import KINDS, TEXTS, Exporter
from reader.exporters.json_document import annotation_json, json_bytes
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.exporters.export import Export


def _chunks(export: Export) -> Iterator[bytes]:
    for row, view in with_views(export):
        more = {
            "kind_label": export.label(row.annotation.kind),
            "article_title": row.title,
            **{f"article_{name}": value for name, value in row.metadata.items()},
        }
        yield json_bytes(annotation_json(row, view, export, more) + "\n")


JSON_LINES = Exporter(
    "jsonl",
    mark("JSON Lines, a tag a line"),
    ".jsonl",
    _chunks,
    loses=(KINDS, TEXTS),
    remedy=mark("The JSON document has the definitions of the kinds."),
    proof="DuckDB, jsonschema",
)
