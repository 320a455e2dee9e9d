"""Annotations: a passage, its kind, what is known of it, and who said so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader.annotation.anchor import Anchor
from reader.annotation.json_values import attributes, offset, text
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotation.tag_set import AttributeValue

_KNOWN = frozenset(
    [
        "id",
        "article",
        "start",
        "end",
        "quote",
        "prefix",
        "suffix",
        "kind",
        "attributes",
        "note",
        "author",
        "created",
        "modified",
    ]
)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A tagged passage of an article.

    Attributes:
        id: Unique in the workspace.
        article: The article's id.
        anchor: The passage, in code points of the source.
        kind: The name of a kind of the tag set.
        attributes: What the kind's attributes hold, by name.
        note: The reader's remark.
        author: Who made it.
        created: When it was made, UTC in ISO 8601.
        modified: When it was last changed, likewise.
        unknown: Fields of a newer format, kept as they were read.
    """

    id: str
    article: str
    anchor: Anchor
    kind: str
    author: str
    created: str
    modified: str
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    note: str = ""
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Close the mappings, so that the value stays a value."""
        object.__setattr__(self, "attributes", MappingProxyType(dict(self.attributes)))
        object.__setattr__(self, "unknown", MappingProxyType(dict(self.unknown)))

    @property
    def span(self) -> Span:
        """The passage, in code points of the source."""
        return self.anchor.span

    @property
    def quote(self) -> str:
        """The passage's words in the source's own script."""
        return self.anchor.quote

    def with_anchor(self, anchor: Anchor, modified: str) -> Annotation:
        """Return the annotation on another passage."""
        return replace(self, anchor=anchor, modified=modified)

    def with_details(
        self,
        modified: str,
        *,
        kind: str | None = None,
        attributes: Mapping[str, AttributeValue] | None = None,
        note: str | None = None,
    ) -> Annotation:
        """Return the annotation with another kind, attributes or note."""
        return replace(
            self,
            modified=modified,
            kind=self.kind if kind is None else kind,
            attributes=self.attributes if attributes is None else attributes,
            note=self.note if note is None else note,
        )

    def to_json(self) -> dict[str, Any]:
        """Return the annotation as it stands in the journal."""
        return {
            **self.unknown,
            "id": self.id,
            "article": self.article,
            "start": self.span.start,
            "end": self.span.end,
            "quote": self.anchor.quote,
            "prefix": self.anchor.prefix,
            "suffix": self.anchor.suffix,
            "kind": self.kind,
            "attributes": dict(self.attributes),
            "note": self.note,
            "author": self.author,
            "created": self.created,
            "modified": self.modified,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Annotation:
        """Read an annotation.

        Raises:
            KeyError, TypeError, ValueError: If it is not one.
        """
        return cls(
            id=text(data["id"]),
            article=text(data["article"]),
            anchor=Anchor(
                Span(offset(data["start"]), offset(data["end"])),
                text(data["quote"]),
                text(data["prefix"]),
                text(data["suffix"]),
            ),
            kind=text(data["kind"]),
            attributes=attributes(data["attributes"]),
            note=text(data["note"]),
            author=text(data["author"]),
            created=text(data["created"]),
            modified=text(data["modified"]),
            unknown={key: value for key, value in data.items() if key not in _KNOWN},
        )
