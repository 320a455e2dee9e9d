"""Tags as this version writes them, which is almost all there are: read and written fast.

What is anything else (a field of a newer version, a lone surrogate) is left to the slow way
through :mod:`reader.annotation`, which knows everything that the format allows.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Annotated, Literal, cast

import msgspec

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.annotation.operation import Operation

LARGEST = 2**53 - 1
"""Other programs read numbers up to here exactly."""

Number = Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]


class PlainTag(msgspec.Struct, forbid_unknown_fields=True, dict=True):
    """A tag's object in JSON; the tag itself is made when it is first asked for."""

    id: str
    article: str
    start: Annotated[int, msgspec.Meta(ge=0)]
    end: int
    quote: str
    prefix: str
    suffix: str
    kind: str
    attributes: dict[str, str | int | float]
    note: str
    author: str
    created: str
    modified: str


def made(plain: PlainTag) -> Annotation:
    """Return the tag, the same object each time.

    Raises:
        ValueError: If it ends before it starts.
    """
    there: Annotation | None = plain.__dict__.get("made")
    if there is None:
        there = plain.__dict__["made"] = _annotation(plain)
    return there


def tag_of(held: Annotation | PlainTag) -> Annotation:
    """Return a tag, made if it was not yet."""
    return made(held) if type(held) is PlainTag else cast("Annotation", held)


def quote_stands(held: Annotation | PlainTag, text: str) -> bool:
    """Return whether a tag's passage lies in a text and holds the words it quotes."""
    if type(held) is PlainTag:
        start, end, quote = held.start, held.end, held.quote
    else:
        annotation = cast("Annotation", held)
        start, end, quote = annotation.span.start, annotation.span.end, annotation.quote
    return start < end <= len(text) and text[start:end] == quote


def _annotation(plain: PlainTag) -> Annotation:
    return Annotation(
        plain.id,
        plain.article,
        Anchor(Span(plain.start, plain.end), plain.quote, plain.prefix, plain.suffix),
        plain.kind,
        plain.author,
        plain.created,
        plain.modified,
        plain.attributes,
        plain.note,
    )


class PlainEdit(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """An edit of a tag that settles nothing."""

    annotation: str
    before: PlainTag | None
    after: PlainTag | None

    def edit(self) -> AnnotationEdit:
        """Return the edit.

        Raises:
            ValueError: If it is none.
        """
        before, after = self.before, self.after
        if {side.id for side in (before, after) if side is not None} != {self.annotation}:
            msg = f"an edit of {self.annotation} holds something else"
            raise ValueError(msg)
        return AnnotationEdit(
            None if before is None else _annotation(before),
            None if after is None else _annotation(after),
        )


class PlainOperation(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """An operation on tags alone."""

    label: str
    edits: list[PlainEdit]


class PlainReverts(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """Which entry an undo or a redo is about."""

    writer: str
    seq: Number
    direction: Literal["undo", "redo"] = msgspec.field(name="as")


class PlainEntry(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """An entry of a journal that is about tags alone."""

    seq: Number
    clock: Number
    time: str
    author: str
    reverts: PlainReverts | None
    operation: PlainOperation


def is_plain(operation: Operation) -> bool:
    """Return whether the operation's JSON certainly reads as the same operation again.

    That holds where every value has exactly the type that it is read as, is
    no fraction that JSON cannot write, and no field is of another version.
    Texts may still hold what UTF-8 cannot.
    """
    return type(operation.label) is str and all(
        type(edit) is AnnotationEdit
        and not edit.settles
        and (edit.before is None or is_plain_tag(edit.before))
        and (edit.after is None or is_plain_tag(edit.after))
        and (edit.before is None or edit.after is None or edit.before.id == edit.after.id)
        and (edit.before is not None or edit.after is not None)
        for edit in operation.edits
    )


_STR = {str}


def is_plain_tag(tag: Annotation) -> bool:
    """Return whether a tag's JSON certainly reads as the same tag again, but for its texts."""
    anchor = tag.anchor
    texts = (
        tag.id,
        tag.article,
        anchor.quote,
        anchor.prefix,
        anchor.suffix,
        tag.kind,
        tag.note,
        tag.author,
        tag.created,
        tag.modified,
        *tag.attributes,
    )
    return (
        not tag.unknown
        and set(map(type, texts)) == _STR
        and type(anchor.span.start) is int
        and type(anchor.span.end) is int
        and all(
            type(value) is str or type(value) is int or (type(value) is float and isfinite(value))
            for value in tag.attributes.values()
        )
    )
