"""W3C Web Annotation as JSON-LD: one collection, one annotation a tag.

Each target has two selectors, of which either is enough: a ``TextPositionSelector`` in code points
and a ``TextQuoteSelector`` with the words around. The kind is a body for ``tagging``, the note one
for ``commenting``, each attribute one for ``describing``. What the vocabulary has no term for
(the articles' sums, the kinds, an attribute's name) has the prefix ``wenmai:``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from reader.annotation.attribute_lines import json_line
from reader.exporters.exporter import TEXTS, Exporter
from reader.exporters.standoff import json_of, shown_value, standing_by_article
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import TagKind
    from reader.exporters.export import Export, ExportArticle, ExportRow, RowView

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
VOCABULARY: Final = "urn:wenmai:ns:"
TAG: Final = "urn:wenmai:tag:"
ARTICLE: Final = "urn:wenmai:article:"
_WORKSPACE: Final = "urn:wenmai:workspace:"


def _chunks(export: Export) -> Iterator[bytes]:
    collection = f"{_WORKSPACE}{_escaped(export.workspace)}"
    head = {
        "@context": [CONTEXT, {"wenmai": VOCABULARY}],
        "id": collection,
        "type": "AnnotationCollection",
        "created": export.exported,
        "total": export.total,
        "wenmai:kinds": [_kind(kind) for kind in export.tag_set],
    }
    yield b"{\n"
    for key, value in head.items():
        yield f"{json_line(key)}: {json_line(value)},\n".encode()
    yield b'"wenmai:articles": ['
    comma = "\n"
    for one in export.articles:
        yield f"{comma}{json_line(_article(one))}".encode()
        comma = ",\n"
    page = {"id": f"{collection}#page", "type": "AnnotationPage", "startIndex": 0}
    yield f'\n],\n"first": {json_line(page)[:-1]}, "items": ['.encode()
    comma = "\n"
    for _, rows in standing_by_article(export):
        for row, view in rows:
            yield f"{comma}{json_of(row, _annotation(row, view, export))}".encode()
            comma = ",\n"
    yield b"\n]}\n}\n"


def _escaped(name: str) -> str:
    return quote(name, safe="-._~", errors="backslashreplace")


def _kind(kind: TagKind) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "wenmai:name": kind.name,
        "wenmai:label": kind.label,
        "wenmai:colour": kind.colour,
        "wenmai:key": kind.key,
        "wenmai:attributes": [
            {
                "wenmai:name": one.name,
                "wenmai:label": one.label,
                "wenmai:type": one.type.value,
                "wenmai:choices": list(one.choices),
            }
            for one in kind.attributes
        ],
    }
    if kind.parent:
        shown["wenmai:parent"] = kind.parent
    return shown


def _article(one: ExportArticle) -> dict[str, Any]:
    return {
        "id": f"{ARTICLE}{one.article.id}",
        "type": "Text",
        "format": "text/plain",
        "wenmai:title": one.title,
        "wenmai:script": one.script.value,
        "wenmai:sha256": one.article.sha256,
        "wenmai:length": len(one.article.text),
        **{f"wenmai:{name}": value for name, value in one.metadata.items()},
    }


def _annotation(row: ExportRow, view: RowView | None, export: Export) -> dict[str, Any]:
    one = row.annotation
    data: dict[str, Any] = {
        "id": f"{TAG}{_escaped(one.id)}",
        "type": "Annotation",
        "motivation": "tagging",
        "created": one.created,
        "modified": one.modified,
        "creator": {"type": "Person", "name": one.author},
        "body": _bodies(row),
        "target": {
            "type": "SpecificResource",
            "source": f"{ARTICLE}{one.article}",
            "selector": [
                {
                    "type": "TextPositionSelector",
                    "start": one.span.start,
                    "end": one.span.end,
                },
                {
                    "type": "TextQuoteSelector",
                    "exact": one.anchor.quote,
                    "prefix": one.anchor.prefix,
                    "suffix": one.anchor.suffix,
                },
            ],
        },
    }
    if view is not None:
        data["wenmai:view"] = {
            "wenmai:script": export.options.script.value,
            "wenmai:quote": view.quote,
            "wenmai:contextLeft": view.context_left,
            "wenmai:contextRight": view.context_right,
        }
    return data


def _bodies(row: ExportRow) -> list[dict[str, Any]]:
    one = row.annotation
    bodies: list[dict[str, Any]] = [_body("tagging", one.kind)]
    for name, value in one.attributes.items():
        bodies.append(
            {
                **_body("describing", shown_value(row, value)),
                "wenmai:attribute": name,
                "wenmai:value": value,
            }
        )
    if one.note:
        bodies.append(_body("commenting", one.note))
    return bodies


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
    }


W3C = Exporter(
    "w3c",
    mark("W3C Web Annotation (JSON-LD)"),
    ".jsonld",
    _chunks,
    loses=(TEXTS,),
    remedy=mark("Each article is named by the SHA-256 of its text."),
    proof="PyLD",
)
