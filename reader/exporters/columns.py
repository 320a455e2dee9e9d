"""The columns of a format that is a table of tags, the same in each.

They are ``id kind kind_label quote``, ``quote_SCRIPT`` where a script was chosen, the
attributes, then ``note author created modified context_left context_right article
article_source article_date article_author article_url article_id start end``. Offsets count
code points from 0, the end is not included; the contexts are in the source's script.

Attributes: every one of the tag set has its column, used or not, so that two
exports of one workspace have the same columns. It is called by the attribute's plain
name (``value``); kinds whose attributes are alike in every respect share it. Where two
kinds mean different things by a name, or one of the columns above has it already, each is
called ``kind.name``, as are attributes that the tag set does not know.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.exporters.export import METADATA
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotation.tag_set import Attribute, AttributeValue, TagSet
    from reader.exporters.export import Export, ExportRow, RowView

FIRST: Final = ("id", "kind", "kind_label", "quote")
LAST: Final = (
    "note",
    "author",
    "created",
    "modified",
    "context_left",
    "context_right",
    "article",
    *(f"article_{name}" for name in METADATA),
    "article_id",
    "start",
    "end",
)

_Key = tuple[str, str]
"""An attribute by its kind's name and its own."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table of tags.

    Attributes:
        names: What they are called, in order.
        attributes: The columns of the attributes, by the kind's name and the attribute's.
    """

    names: tuple[str, ...]
    attributes: Mapping[_Key, str]

    @classmethod
    def of(cls, export: Export) -> Columns:
        """Return the columns of an export."""
        script = export.options.script
        quotes = () if script is Script.ORIGINAL else (f"quote_{script.value}",)
        headers = _attribute_headers(export.tag_set, export.rows)
        return cls((*FIRST, *quotes, *dict.fromkeys(headers.values()), *LAST), headers)

    def record(
        self, export: Export, row: ExportRow, view: RowView | None
    ) -> dict[str, AttributeValue]:
        """Return a tag's values by their columns; a column that it says nothing in is not there."""
        one = row.annotation
        record: dict[str, AttributeValue] = standard(export, row)
        if view is not None:
            record[f"quote_{export.options.script.value}"] = view.quote
        for name, value in one.attributes.items():
            record[self.attributes[one.kind, name]] = value
        return record


def standard(export: Export, row: ExportRow) -> dict[str, AttributeValue]:
    """Return what every tag says, by the columns of :data:`FIRST` and :data:`LAST`."""
    one = row.annotation
    return {
        "id": one.id,
        "kind": one.kind,
        "kind_label": export.label(one.kind),
        "quote": one.quote,
        "note": one.note,
        "author": one.author,
        "created": one.created,
        "modified": one.modified,
        "context_left": one.anchor.prefix,
        "context_right": one.anchor.suffix,
        "article": row.title,
        **{f"article_{name}": value for name, value in row.metadata.items()},
        "article_id": one.article,
        "start": one.span.start,
        "end": one.span.end,
    }


def _attribute_headers(tag_set: TagSet, rows: Iterable[ExportRow]) -> dict[_Key, str]:
    """Return the column of each attribute of the tag set, then of each other one in the rows."""
    meanings: defaultdict[str, set[Attribute]] = defaultdict(set)
    for kind in tag_set:
        for attribute in kind.attributes:
            meanings[attribute.name].add(attribute)
    taken = {*FIRST, *LAST, *(f"quote_{script.value}" for script in Script)}
    plain = {name for name, alike in meanings.items() if len(alike) == 1} - taken
    taken |= plain
    headers: dict[_Key, str] = {}
    for kind in tag_set:
        for attribute in kind.attributes:
            key = (kind.name, attribute.name)
            headers[key] = attribute.name if attribute.name in plain else _free(key, taken)
    strange = {(row.annotation.kind, name) for row in rows for name in row.annotation.attributes}
    for key in sorted(strange - headers.keys()):
        headers[key] = _free(key, taken)
    return headers


def _free(key: _Key, taken: set[str]) -> str:
    """Return ``kind.name``, made longer while another column has it, and take it."""
    header = ".".join(key)
    while header in taken:
        header += "_"
    taken.add(header)
    return header
