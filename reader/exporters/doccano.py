"""doccano's JSONL for sequence labelling: an article a line, its tags as ``[start, end, kind]``.

Its window counts UTF-16 code units, as the browser does. What else a line holds doccano keeps as
the text's metadata: the title, what is known of the article, and under ``tags``, in the order of
the labels, id, attributes, note, author and times of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.annotation.attribute_lines import json_line
from reader.exporters.exporter import (
    ATTRIBUTES,
    AUTHORS,
    CONTEXT_WORDS,
    KINDS,
    NOTES,
    SCRIPTS,
    Exporter,
    Offsets,
)
from reader.exporters.standoff import json_of, standing_by_article
from reader.language import mark
from reader.text.utf16 import Utf16Map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.annotation import Annotation
    from reader.exporters.export import Export, ExportArticle


def _chunks(export: Export) -> Iterator[bytes]:
    for one, rows in standing_by_article(export):
        units = Utf16Map(one.article.text)
        labels = [
            [units.to_units(tag.span.start), units.to_units(tag.span.end), tag.kind]
            for tag in (row.annotation for row, _ in rows)
        ]
        tags = ", ".join(json_of(row, known(row.annotation)) for row, _ in rows)
        head = json_line({"text": one.article.text, "label": labels, **_metadata(one)})
        yield f'{head[:-1]}, "tags": [{tags}]}}\n'.encode()


def _metadata(one: ExportArticle) -> dict[str, str]:
    return {"article": one.article.id, "title": one.title, **one.metadata}


def known(tag: Annotation) -> dict[str, Any]:
    """Return what is known of a tag besides its place and its kind."""
    return {
        "id": tag.id,
        "attributes": dict(tag.attributes),
        "note": tag.note,
        "author": tag.author,
        "created": tag.created,
        "modified": tag.modified,
    }


DOCCANO = Exporter(
    "doccano",
    mark("doccano JSONL"),
    ".jsonl",
    _chunks,
    offsets=Offsets.UTF_16,
    loses=(ATTRIBUTES, NOTES, AUTHORS, CONTEXT_WORDS, KINDS, SCRIPTS),
    remedy=mark(
        "Attributes, notes, authors and times are in the metadata of the text. Where tags overlap, "
        "the project has to allow that."
    ),
    proof="its own rules for spans, as a JSON Schema",
)
