"""brat standoff: a zip with a ``.txt`` and an ``.ann`` for each article, and brat's settings.

Offsets are code points of the ``.txt``, which is the article as it is. No line of an ``.ann`` may
hold a line end, so a tag that goes over one is written in fragments (``T1  metric 0 4;5 9``). Texts
of a fixed choice are brat's attributes (``A``), with their values in ``annotation.conf``; any other
attribute is a note of the type ``Attribute`` that says ``name = value``, the value as JSON. A
reader's note is an ``AnnotatorNotes``; one with line ends is written as a JSON text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.exporters.exporter import AUTHORS, Exporter
from reader.exporters.identifiers import Identifiers
from reader.exporters.standoff import json_of, kinds_of, line_of, standing_by_article
from reader.exporters.zipped import file_name, zipped
from reader.language import mark
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.exporters.export import Export, ExportArticle, ExportRow, RowView
    from reader.exporters.standoff import Viewed

# Everything that ends a line for one program or another.
_LINE_ENDS: Final = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_ON_ONE_LINE: Final = re.compile(f"[^{_LINE_ENDS}]+")
# What starts as a JSON text with an escape is written as one, or it would be read as one.
_NEEDS_JSON: Final = re.compile(f'[{_LINE_ENDS}\t\ud800-\udfff]|^".*\\\\')
_ATTRIBUTE: Final = re.compile(r"[a-zA-Z0-9_-]+")
_VALUE: Final = re.compile(r"[\w.+-]+")
_LEFT_OUT: Final = "left_out.tsv"


def _chunks(export: Export) -> Iterator[bytes]:
    yield from zipped(_members(export), export.exported)


def _members(export: Export) -> Iterator[tuple[str, Iterator[bytes]]]:
    settings = _Settings(export)
    yield "annotation.conf", iter([_annotation_conf(export, settings).encode()])
    yield "visual.conf", iter([_visual_conf(export, settings.names).encode()])
    nowhere: list[str] = []
    for one, rows in standing_by_article(export):
        name = file_name(one).replace(" ", "_")
        yield f"{name}.txt", iter([one.article.text.encode()])
        yield f"{name}.ann", _standoff(one, rows, export, settings)
        nowhere += [row.annotation.id for row, _ in rows if not _fragments(row)]
    if nowhere:
        lines = "".join(f"{one}\tit covers nothing but line ends\n" for one in nowhere)
        yield _LEFT_OUT, iter([lines.encode("utf-8", "backslashreplace")])


def _fragments(row: ExportRow) -> list[Span]:
    """Return the parts of a tag between line ends."""
    one = row.annotation
    found = _ON_ONE_LINE.finditer(one.anchor.quote)
    return [Span(*match.span()).shifted(one.span.start) for match in found]


def _standoff(
    one: ExportArticle, rows: Sequence[Viewed], export: Export, settings: _Settings
) -> Iterator[bytes]:
    """Yield the ``.ann`` of an article."""
    text = one.article.text
    attributes = notes = number = 0
    for row, view in rows:
        fragments = _fragments(row)
        if not fragments:
            continue
        number += 1
        places = ";".join(f"{part.start} {part.end}" for part in fragments)
        words = " ".join(part.of(text) for part in fragments)
        lines = [f"T{number}\t{settings.names[row.annotation.kind]} {places}\t{words}"]
        for name, value in row.annotation.attributes.items():
            if type(value) is str and value in settings.choices(row.annotation.kind, name):
                attributes += 1
                lines.append(f"A{attributes}\t{name} T{number} {value}")
        for type_, said in _notes(row, view, export, settings):
            notes += 1
            lines.append(f"#{notes}\t{type_} T{number}\t{said}")
        yield ("\n".join(lines) + "\n").encode()


def _notes(
    row: ExportRow, view: RowView | None, export: Export, settings: _Settings
) -> Iterator[tuple[str, str]]:
    """Yield what is said of a tag besides its place and choices: the type and the words."""
    one = row.annotation
    if one.note:
        plain = _NEEDS_JSON.search(one.note) is None
        yield "AnnotatorNotes", one.note if plain else json_of(row, one.note)
    for name, value in one.attributes.items():
        if type(value) is str and value in settings.choices(one.kind, name):
            continue
        yield "Attribute", line_of(row, name, value)
    if view is not None:
        quote = view.quote
        plain = _NEEDS_JSON.search(quote) is None
        yield export.options.script.value, quote if plain else json_of(row, quote)


class _Settings:
    """What brat is told of the kinds.

    Attributes:
        names: What each kind is called there.
    """

    def __init__(self, export: Export) -> None:
        self._export = export
        self.names = Identifiers(kinds_of(export), extra="-")
        self._choices: dict[tuple[str, str], tuple[str, ...]] = {}

    def choices(self, kind: str, name: str) -> tuple[str, ...]:
        """Return the values of an attribute that brat can offer; none where it cannot."""
        if (kind, name) not in self._choices:
            attribute = self._export.attribute(kind, name)
            known = () if attribute is None else attribute.values
            held = tuple(value for value in known if _VALUE.fullmatch(value))
            self._choices[kind, name] = held if _ATTRIBUTE.fullmatch(name) else ()
        return self._choices[kind, name]


def _annotation_conf(export: Export, settings: _Settings) -> str:
    """Return which kinds there are, one below the other, and which choices."""
    names = settings.names
    lines = ["# Written by Wenmai.", "[entities]"]
    lines += ["\t" * depth + names[kind.name] for depth, kind in export.tag_set.tree()]
    lines += [names[name] for name, kind in kinds_of(export).items() if kind is None]
    lines += ["[relations]", "[events]", "[attributes]"]
    of_kinds: dict[str, list[str]] = {}
    values: dict[str, dict[str, None]] = {}
    for kind in export.tag_set:
        for attribute in kind.attributes:
            if choices := settings.choices(kind.name, attribute.name):
                of_kinds.setdefault(attribute.name, []).append(names[kind.name])
                values.setdefault(attribute.name, {}).update(dict.fromkeys(choices))
    lines += [
        f"{name}\tArg:{'|'.join(kinds)}, Value:{'|'.join(values[name])}"
        for name, kinds in of_kinds.items()
    ]
    return "\n".join(lines) + "\n"


def _visual_conf(export: Export, names: Identifiers) -> str:
    """Return what the kinds are called and their colours."""
    lines = ["[labels]"]
    lines += [
        f"{names[name]} | {' '.join(export.label(name).split()).replace('|', '/')}"
        for name in kinds_of(export)
    ]
    lines += ["[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:#dddddd, borderColor:darken"]
    lines += [
        f"{names[kind.name]}\tfgColor:white, bgColor:{kind.colour}, borderColor:darken"
        for kind in export.tag_set
    ]
    return "\n".join(lines).encode("utf-8", "replace").decode() + "\n"


def _preview(export: Export) -> str:
    """Return the standoff of the first tags."""
    settings = _Settings(export)
    return "".join(
        piece.decode()
        for one, rows in standing_by_article(export)
        for piece in _standoff(one, rows, export, settings)
    )


BRAT = Exporter(
    "brat",
    mark("brat standoff (zip)"),
    ".zip",
    _chunks,
    loses=(AUTHORS,),
    remedy=mark(
        "A tag over a line end is written in fragments; attributes that are no choice become notes."
    ),
    proof="pybrat",
    preview=_preview,
)
