"""What formats share that point into a text: the text and the places in it must agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotation.attribute_lines import attribute_line, json_line
from reader.exporters.durable import ExportError
from reader.exporters.export import by_article
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import AttributeValue, TagKind
    from reader.exporters.export import Export, ExportArticle, ExportRow, RowView

Viewed = tuple["ExportRow", "RowView | None"]
"""A tag, and its words in the script chosen."""


def standing_by_article(export: Export) -> Iterator[tuple[ExportArticle, list[Viewed]]]:
    """Yield each article with its tags, of which each stands where it says.

    Raises:
        ExportError: If one does not, as in a damaged workspace: a reader of the file would
            find other words there, or none.
    """
    for one, rows in by_article(export):
        for row, _ in rows:
            if not row.annotation.anchor.holds_in(one.article.text):
                msg = tr(
                    "Tag {annotation_id} in “{title}” does not stand where it says, so it cannot "
                    "be written in this format; put the workspace right with: wenmai check --repair"
                ).format(annotation_id=row.annotation.id, title=one.title)
                raise ExportError(msg)
        yield one, rows


def json_of(row: ExportRow, value: object) -> str:
    """Return something of a tag as JSON on one line.

    Raises:
        ExportError: If it holds a number that JSON does not have.
    """
    try:
        return json_line(value)
    except ValueError:
        raise _no_number(row) from None


def line_of(row: ExportRow, name: str, value: AttributeValue) -> str:
    """Return an attribute of a tag as a line, ``name = value``.

    Raises:
        ExportError: If it is a number that JSON does not have.
    """
    try:
        return attribute_line(name, value)
    except ValueError:
        raise _no_number(row) from None


def _no_number(row: ExportRow) -> ExportError:
    return ExportError(
        tr(
            "Tag {annotation_id} in “{title}” holds a number that JSON has no form for; "
            "correct its attributes."
        ).format(annotation_id=row.annotation.id, title=row.title)
    )


def shown_value(row: ExportRow, value: AttributeValue) -> str:
    """Return an attribute's value as people read it: a text as it is, a number as JSON writes it.

    Raises:
        ExportError: If it is a number that JSON does not have.
    """
    return value if isinstance(value, str) else json_of(row, value)


def kinds_of(export: Export) -> dict[str, TagKind | None]:
    """Return all kinds by their names: those of the tag set, then others that tags are of."""
    kinds: dict[str, TagKind | None] = {kind.name: kind for kind in export.tag_set}
    for row in export.rows:
        kinds.setdefault(row.annotation.kind, None)
    return kinds
