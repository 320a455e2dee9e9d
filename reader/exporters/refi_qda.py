"""REFI-QDA project: a zip with ``project.qde`` and the articles as plain text in ``sources``.

A kind is a code, an article a text source, a tag a selection with one coding; positions are code
points of the text file, which is the article as it is. What the standard has no field for, the
attributes, stands in the selection's description, a line each (``value = 62``); a note of
the reader is a note of the project that the selection refers to.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.exporters.exporter import ATTRIBUTE_TYPES, SCRIPTS, Exporter
from reader.exporters.refi_codebook import ORIGIN, author_guid, code_guid, codes, guid
from reader.exporters.standoff import kinds_of, line_of, standing_by_article
from reader.exporters.xml_text import DECLARATION, element, in_text, opening
from reader.exporters.zipped import zipped
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.exporters.export import Export, ExportArticle, ExportRow

_PROJECT: Final = "urn:QDA-XML:project:1.0"
_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)")
_NAME_LENGTH: Final = 80


def _chunks(export: Export) -> Iterator[bytes]:
    yield from zipped(_members(export), export.exported)


def _members(export: Export) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield "project.qde", map(str.encode, _project(export))
    for one in export.articles:
        yield f"sources/{_source(one)}.txt", iter([one.article.text.encode()])


def _source(one: ExportArticle) -> str:
    return guid("article", one.article.sha256)


def _project(export: Export) -> Iterator[str]:
    """Yield ``project.qde``."""
    attributes = {
        "xmlns": _PROJECT,
        "name": export.workspace,
        "origin": ORIGIN,
        "creationDateTime": _time(export.exported),
    }
    yield DECLARATION + opening("Project", attributes) + "\n"
    if users := dict.fromkeys(row.annotation.author for row in export.rows):
        people = (element("User", {"guid": author_guid(one), "name": one}) for one in users)
        yield element("Users", content="".join(people)) + "\n"
    if kinds_of(export):
        yield element("CodeBook", content=codes(export)) + "\n"
    if export.articles:
        yield "<Sources>\n"
        for one, rows in standing_by_article(export):
            yield from _text_source(one, [row for row, _ in rows])
        yield "</Sources>\n"
    noted = (row for row in export.rows if row.annotation.note)
    first = next(noted, None)
    if first is not None:
        yield "<Notes>\n"
        yield from map(_note, chain([first], noted))
        yield "</Notes>\n"
    yield "</Project>\n"


def _time(time: str) -> str | None:
    """Return a time as XML has it; ``None`` where it is none."""
    found = _TIME.fullmatch(time)
    return None if found is None else f"{found[1]}{found[2]}"


def _text_source(one: ExportArticle, rows: list[ExportRow]) -> Iterator[str]:
    """Yield an article with its tags."""
    source = _source(one)
    attributes = {"guid": source, "name": one.title, "plainTextPath": f"internal://{source}.txt"}
    yield opening("TextSource", attributes) + "\n"
    known = {"sha256": one.article.sha256, "script": one.script.value, **one.metadata}
    said = "\n".join(f"{name}: {value}" for name, value in known.items())
    yield element("Description", content=in_text(said)) + "\n"
    yield from map(_selection, rows)
    yield "</TextSource>\n"


def _selection(row: ExportRow) -> str:
    one = row.annotation
    author = author_guid(one.author)
    made = {"creatingUser": author, "creationDateTime": _time(one.created)}
    content = ""
    if one.attributes:
        lines = "\n".join(line_of(row, name, value) for name, value in one.attributes.items())
        content += element("Description", content=in_text(lines))
    content += element(
        "Coding",
        {"guid": guid("coding", one.id), **made},
        element("CodeRef", {"targetGUID": code_guid(one.kind)}),
    )
    if one.note:
        content += element("NoteRef", {"targetGUID": guid("note", one.id)})
    attributes = {
        "guid": guid("tag", one.id),
        "name": " ".join(one.anchor.quote.split())[:_NAME_LENGTH],
        "startPosition": str(one.span.start),
        "endPosition": str(one.span.end),
        **made,
        "modifyingUser": author,
        "modifiedDateTime": _time(one.modified),
    }
    return element("PlainTextSelection", attributes, content) + "\n"


def _note(row: ExportRow) -> str:
    one = row.annotation
    attributes = {
        "guid": guid("note", one.id),
        "creatingUser": author_guid(one.author),
        "creationDateTime": _time(one.modified),
    }
    content = element("PlainTextContent", content=in_text(one.note))
    return element("Note", attributes, content) + "\n"


def _preview(export: Export) -> str:
    """Return the beginning of ``project.qde``."""
    return "".join(_project(export))


QDPX = Exporter(
    "qdpx",
    mark("REFI-QDA project"),
    ".qdpx",
    _chunks,
    loses=(ATTRIBUTE_TYPES, SCRIPTS),
    remedy=mark("Attributes are lines of a selection's description; notes are notes."),
    proof="pyrefiqda, lxml with the standard's rules",
    preview=_preview,
)
