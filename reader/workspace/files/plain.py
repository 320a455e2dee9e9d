"""Tags and verdicts as this version writes them, almost all there are: read and written fast.

What is anything else (a field of a newer version, a lone surrogate) is left to the slow way
through :mod:`reader.annotation`, which knows everything that the format allows.
"""

from __future__ import annotations

from math import isfinite
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, VerdictEdit
from reader.annotation.verdict import Verdict
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reader.annotation.operation import Edit, Operation
    from reader.annotation.tag_set import AttributeValue

LARGEST = 2**53 - 1
"""Other programs read numbers up to here exactly."""

LATEST = 2**52
"""No clock is later, or what a broken program wrote would leave no number for those after it."""

Number = Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]
ClockNumber = Annotated[int, msgspec.Meta(ge=1, le=LATEST)]


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
    return held if isinstance(held, Annotation) else made(held)


_START, _END = attrgetter("start"), attrgetter("end")


def places(held: Collection[Annotation | PlainTag]) -> tuple[list[int], list[int]]:
    """Return where each of several tags starts, and where each ends; none is made for it."""
    spans = [one if isinstance(one, PlainTag) else one.anchor.span for one in held]
    return list(map(_START, spans)), list(map(_END, spans))


def quote_stands(held: Annotation | PlainTag, text: str) -> bool:
    """Return whether a tag's passage lies in a text and holds the words it quotes."""
    if isinstance(held, Annotation):
        anchor = held.anchor
        start, end, quote = anchor.span.start, anchor.span.end, anchor.quote
    else:
        start, end, quote = held.start, held.end, held.quote
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


class PlainVerdict(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A verdict's object in JSON."""

    article: str
    start: int
    end: int
    kind: str
    words: str
    rule: str
    confidence: int | float
    accepted: bool

    def verdict(self) -> Verdict:
        """Return the verdict."""
        return Verdict(
            self.article,
            self.start,
            self.end,
            self.kind,
            self.words,
            self.rule,
            self.confidence,
            self.accepted,
        )


class PlainVerdictEdit(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """An edit of a verdict."""

    verdict: tuple[str, int, int, str]
    before: PlainVerdict | None
    after: PlainVerdict | None

    def edit(self) -> VerdictEdit:
        """Return the edit.

        Raises:
            ValueError: If it is none.
        """
        before = None if self.before is None else self.before.verdict()
        after = None if self.after is None else self.after.verdict()
        if {side.key for side in (before, after) if side is not None} != {self.verdict}:
            msg = f"an edit of the verdict {self.verdict} holds something else"
            raise ValueError(msg)
        return VerdictEdit(before, after)


class PlainOperation(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """An operation on tags alone."""

    label: str
    edits: list[PlainEdit]


class MixedOperation(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """An operation on tags and verdicts."""

    label: str
    edits: list[PlainEdit | PlainVerdictEdit]


class RawOperation(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """The same, its edits not read yet."""

    label: str
    edits: list[msgspec.Raw]


class PlainReverts(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """Which entry an undo or a redo is about."""

    writer: str
    seq: Number
    direction: Literal["undo", "redo"] = msgspec.field(name="as")


class _Entry(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    seq: Number
    clock: ClockNumber
    time: str
    author: str
    reverts: PlainReverts | None


class PlainEntry(_Entry, forbid_unknown_fields=True, gc=False):
    """An entry of a journal that is about tags alone."""

    operation: PlainOperation


class MixedEntry(_Entry, forbid_unknown_fields=True, gc=False):
    """An entry of a journal that is about tags and verdicts."""

    operation: MixedOperation


class RawEntry(_Entry, forbid_unknown_fields=True, gc=False):
    """The same, its edits not read yet."""

    operation: RawOperation


def plain_operation(operation: Operation) -> PlainOperation | MixedOperation | None:
    """Return what certainly reads as the same operation again; ``None`` where that is not known.

    It is known where every value has exactly the type that it is read as, is
    no fraction that JSON cannot write, and no field is of another version.
    Texts may still hold what UTF-8 cannot.
    """
    if type(operation.label) is not str:
        return None
    edits: list[PlainEdit] = []
    # With verdicts among them.
    mixed: list[PlainEdit | PlainVerdictEdit] = []
    for edit in operation.edits:
        if type(edit) is VerdictEdit:
            judged = _plain_verdict_edit(edit)
            if judged is None:
                return None
            mixed.append(judged)
            continue
        plain = _plain_edit(edit)
        if plain is None:
            return None
        edits.append(plain)
        mixed.append(plain)
    if len(mixed) > len(edits):
        return MixedOperation(operation.label, mixed)
    return PlainOperation(operation.label, edits)


def _plain_edit(edit: Edit) -> PlainEdit | None:
    if type(edit) is not AnnotationEdit or edit.settles:
        return None
    before, after = edit.before, edit.after
    if (before is not None and not is_plain_tag(before)) or (
        after is not None and not is_plain_tag(after)
    ):
        return None
    either = after or before
    if either is None or (before is not None and before.id != either.id):
        return None
    return PlainEdit(
        either.id,
        None if before is None else _plain_tag(before),
        None if after is None else _plain_tag(after),
    )


def _plain_verdict_edit(edit: VerdictEdit) -> PlainVerdictEdit | None:
    before, after = edit.before, edit.after
    either = after or before
    if either is None or (before is not None and before.key != either.key):
        return None
    for side in (before, after):
        if side is not None and not _is_plain_verdict(side):
            return None
    return PlainVerdictEdit(
        either.key,
        None if before is None else _plain_verdict(before),
        None if after is None else _plain_verdict(after),
    )


_VERDICT_TYPES = [*[str] * 4, int, int, bool]


def _is_plain_verdict(one: Verdict) -> bool:
    held = (one.article, one.kind, one.words, one.rule, one.start, one.end, one.accepted)
    if [*map(type, held)] != _VERDICT_TYPES or one.unknown:
        return False
    return type(one.confidence) is int or (
        type(one.confidence) is float and isfinite(one.confidence)
    )


def _plain_verdict(one: Verdict) -> PlainVerdict:
    return PlainVerdict(
        one.article,
        one.start,
        one.end,
        one.kind,
        one.words,
        one.rule,
        one.confidence,
        one.accepted,
    )


def _plain_tag(tag: Annotation) -> PlainTag:
    anchor = tag.anchor
    span = anchor.span
    return PlainTag(
        tag.id,
        tag.article,
        span.start,
        span.end,
        anchor.quote,
        anchor.prefix,
        anchor.suffix,
        tag.kind,
        dict(tag.attributes),
        tag.note,
        tag.author,
        tag.created,
        tag.modified,
    )


_TYPES = [*[str] * 10, int, int]


def is_plain_tag(tag: Annotation) -> bool:
    """Return whether a tag's JSON certainly reads as the same tag again, but for its texts."""
    anchor = tag.anchor
    span = anchor.span
    held = (
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
        span.start,
        span.end,
    )
    return [*map(type, held)] == _TYPES and not tag.unknown and _is_plain(tag.attributes)


def _is_plain(attributes: Mapping[str, AttributeValue]) -> bool:
    # A loop, since every edit waits for it, and a generator takes three times as long.
    for name, value in attributes.items():
        if type(name) is not str:
            return False
        if type(value) is str or type(value) is int:
            continue
        if type(value) is not float or not isfinite(value):
            return False
    return True
