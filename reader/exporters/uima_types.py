"""The UIMA type system of an export: a type a kind, a feature an attribute.

Every tag is a ``wenmai.Tag``, an annotation that says its kind, id, note, author and times; a
kind's type ``wenmai.kind.NAME`` adds the attributes. An attribute is a number where all its values
are: ``uima.cas.Long`` where they are whole, else ``uima.cas.Double``; otherwise it is text. Each
article has a ``wenmai.Article`` over all of its text. Offsets count UTF-16 units, as Java does.
"""

from __future__ import annotations

import keyword
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reader.annotation.tag_set import AttributeType
from reader.exporters.identifiers import Identifiers
from reader.exporters.standoff import kinds_of, shown_value, standing_by_article
from reader.exporters.xml_text import DECLARATION, element, in_text, opening
from reader.text.utf16 import Utf16Map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import AttributeValue
    from reader.exporters.export import Export, ExportArticle, ExportRow, RowView
    from reader.exporters.standoff import Viewed

ANNOTATION: Final = "uima.tcas.Annotation"
STRING: Final = "uima.cas.String"
LONG: Final = "uima.cas.Long"
DOUBLE: Final = "uima.cas.Double"
TAG: Final = "wenmai.Tag"
ARTICLE: Final = "wenmai.Article"
_TAG_FEATURES: Final = ("kind", "identifier", "note", "author", "created", "modified", "shown")
_ARTICLE_FEATURES: Final = (
    "identifier",
    "sha256",
    "title",
    "script",
    "source",
    "date",
    "author",
    "url",
)
# The words of Java and Python: both make classes of the types.
_WORDS: Final = frozenset(keyword.kwlist) | frozenset(
    [
        "abstract", "boolean", "byte", "case", "catch", "char", "const", "default", "do",
        "double", "enum", "extends", "final", "float", "goto", "implements", "instanceof",
        "int", "interface", "long", "native", "new", "null", "package", "private", "protected",
        "public", "short", "static", "super", "switch", "synchronized", "this", "throw",
        "throws", "transient", "true", "false", "void", "volatile",
    ]
)  # fmt: skip
_RESERVED: Final = _WORDS | {*_TAG_FEATURES, "begin", "end", "sofa", "self", "type", "xmiID"}
# What a double holds exactly, and what a long holds at all.
_EXACT: Final = 2**53
_LONGEST: Final = 2**63
# What values may be: a double holds no large whole number exactly.
_TEXT: Final = "text"
_FRACTION: Final = "fraction"
_WHOLE: Final = "whole"
_LARGE: Final = "large"
_DECLARED: Final = {AttributeType.INTEGER: _WHOLE, AttributeType.NUMBER: _FRACTION}

Value = str | int | float


@dataclass(frozen=True, slots=True)
class UimaType:
    """A type: its name, what it extends, what is said of it, and its features with their ranges."""

    name: str
    parent: str
    description: str
    features: dict[str, str]


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature structure: its type, where it stands in UTF-16 units, and its values."""

    type: str
    begin: int
    end: int
    values: dict[str, Value]


class UimaTypes:
    """The types of one export, and its tags as feature structures."""

    def __init__(self, export: Export) -> None:
        """Look at which attributes the tags have and what they hold."""
        self._export = export
        self._kinds = Identifiers(kinds_of(export), _WORDS)
        self._ranges = self._find_ranges()
        self._features = {
            kind: Identifiers(ranges, _RESERVED) for kind, ranges in self._ranges.items()
        }

    def _find_ranges(self) -> dict[str, dict[str, str]]:
        """Return the range of each attribute, by kind and name."""
        held: dict[str, dict[str, set[str]]] = {}
        for name, kind in kinds_of(self._export).items():
            known = kind.attributes if kind else ()
            held[name] = {one.name: {_DECLARED.get(one.type, _TEXT)} for one in known}
        for row in self._export.rows:
            one = row.annotation
            for name, value in one.attributes.items():
                held[one.kind].setdefault(name, set()).add(_held(value))
        return {
            kind: {name: _range(some) for name, some in attributes.items()}
            for kind, attributes in held.items()
        }

    @cached_property
    def types(self) -> tuple[UimaType, ...]:
        """All types, each behind the one it extends."""
        article = dict.fromkeys(_ARTICLE_FEATURES, STRING)
        tag = dict.fromkeys(_TAG_FEATURES, STRING)
        kinds = (
            UimaType(
                self._type(name),
                TAG,
                f"{self._export.label(name)} ({name})",
                {self._features[name][one]: range_ for one, range_ in ranges.items()},
            )
            for name, ranges in self._ranges.items()
        )
        return (
            UimaType(ARTICLE, ANNOTATION, "A whole article", article),
            UimaType(TAG, ANNOTATION, "A tag of any kind", tag),
            *kinds,
        )

    def _type(self, kind: str) -> str:
        return f"wenmai.kind.{self._kinds[kind]}"

    def articles(self) -> Iterator[tuple[ExportArticle, Iterator[Feature]]]:
        """Yield each article with its feature structures, that of the article first."""
        for one, rows in standing_by_article(self._export):
            yield one, self._of_article(one, rows)

    def _of_article(self, one: ExportArticle, rows: list[Viewed]) -> Iterator[Feature]:
        units = Utf16Map(one.article.text)
        known: dict[str, Value] = {
            "identifier": one.article.id,
            "sha256": one.article.sha256,
            "title": one.title,
            "script": one.script.value,
            **one.metadata,
        }
        yield Feature(ARTICLE, 0, units.to_units(len(one.article.text)), known)
        for row, view in rows:
            span = row.annotation.span
            yield Feature(
                self._type(row.annotation.kind),
                units.to_units(span.start),
                units.to_units(span.end),
                self._values(row, view),
            )

    def _values(self, row: ExportRow, view: RowView | None) -> dict[str, Value]:
        one = row.annotation
        said: dict[str, Value] = {
            "kind": one.kind,
            "identifier": one.id,
            "author": one.author,
            "created": one.created,
            "modified": one.modified,
        }
        if one.note:
            said["note"] = one.note
        if view is not None:
            said["shown"] = view.quote
        for name, value in one.attributes.items():
            is_text = self._ranges[one.kind][name] == STRING
            shown = shown_value(row, value)
            said[self._features[one.kind][name]] = shown if is_text else value
        return said


def _held(value: AttributeValue) -> str:
    """Return what a value needs its feature to hold."""
    if isinstance(value, str):
        return _TEXT
    if isinstance(value, float):
        return _FRACTION
    if abs(value) <= _EXACT:
        return _WHOLE
    return _LARGE if abs(value) < _LONGEST else _TEXT


def _range(held: set[str]) -> str:
    """Return the range of a feature that holds all of these."""
    if _TEXT in held or {_FRACTION, _LARGE} <= held:
        return STRING
    return DOUBLE if _FRACTION in held else LONG


def type_system(types: tuple[UimaType, ...]) -> str:
    """Return the description of a type system, as UIMA reads it."""
    described = "".join(map(_description, types))
    return (
        DECLARATION
        + opening("typeSystemDescription", {"xmlns": "http://uima.apache.org/resourceSpecifier"})
        + element("name", content="Wenmai")
        + element("types", content=described)
        + "</typeSystemDescription>\n"
    )


def _description(one: UimaType) -> str:
    features = "".join(
        element(
            "featureDescription",
            content=element("name", content=name)
            + element("description")
            + element("rangeTypeName", content=range_),
        )
        for name, range_ in one.features.items()
    )
    return element(
        "typeDescription",
        content=element("name", content=one.name)
        + element("description", content=in_text(one.description))
        + element("supertypeName", content=one.parent)
        + (element("features", content=features) if features else ""),
    )
