"""Label Studio's JSON: a task for each article, its tags as one annotation.

Its window counts code points: it turns what the browser counts into what Python does. A line
end is one character, CR LF two. A tag is a region that the control ``label`` made on the text
``text``; docs/formats.md has the labelling interface for these. Regions may overlap. Note and
attributes are the region's remarks (``meta.text``), an attribute on a line of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reader.annotation.attribute_lines import attribute_lines, json_line
from reader.exporters.exporter import ATTRIBUTES, AUTHORS, CONTEXT_WORDS, KINDS, SCRIPTS, Exporter
from reader.exporters.standoff import json_of, standing_by_article
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.exporters.export import Export, ExportArticle, ExportRow

LABELS: Final = "label"
"""The control that regions are made with."""
TEXT: Final = "text"
"""The text that they stand in, and its field of a task's data."""


def _chunks(export: Export) -> Iterator[bytes]:
    yield b"["
    comma = "\n"
    for one, rows in standing_by_article(export):
        yield f'{comma}{{"data": {json_line(_data(one))}, "annotations": [{{"result": ['.encode()
        comma = "\n"
        for row, _ in rows:
            yield f"{comma}{json_of(row, _region(row))}".encode()
            comma = ",\n"
        yield b"\n]}]}"
        comma = ",\n"
    yield b"\n]\n"


def _data(one: ExportArticle) -> dict[str, str]:
    return {TEXT: one.article.text, "article": one.article.id, "title": one.title, **one.metadata}


def _region(row: ExportRow) -> dict[str, Any]:
    one = row.annotation
    json_of(row, dict(one.attributes))
    lines = attribute_lines(one.attributes)
    return {
        "id": one.id,
        "from_name": LABELS,
        "to_name": TEXT,
        "type": "labels",
        "origin": "manual",
        "value": {
            "start": one.span.start,
            "end": one.span.end,
            "text": one.quote,
            "labels": [one.kind],
        },
        "meta": {"text": [text for text in (one.note, lines) if text]},
    }


LABEL_STUDIO = Exporter(
    "label-studio",
    mark("Label Studio tasks"),
    ".json",
    _chunks,
    loses=(ATTRIBUTES, AUTHORS, CONTEXT_WORDS, KINDS, SCRIPTS),
    remedy=mark("Attributes are lines of a region's remarks, with the note."),
    proof="its own rules for regions, as a JSON Schema",
)
