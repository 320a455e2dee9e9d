"""Operations: every change there is, each with its inverse."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader.annotation.annotation import Annotation
from reader.annotation.json_values import Unknown, flag, known, offset, text, unknown
from reader.annotation.tag_set import TagKind
from reader.annotation.verdict import Verdict, key_from
from reader.text.glossary import Correction
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotation.verdict import VerdictKey

DESCRIBED: Final = ("source", "date", "author", "url")
"""What may be known of where an article comes from, as :class:`ArticleDetails` has it."""

_DETAILS = frozenset(["title", "script", "removed", "replaced_by", *DESCRIBED])
_CORRECTION = frozenset(["words", "shown", "scripts"])

_NULL = "null"

Fields = dict[str, Any]
"""Fields of an article's details, each by itself.

``title``, ``script`` and those of :data:`DESCRIBED` as they are; ``removed`` with ``replaced_by``
as one pair, as either means nothing without the other; those of a newer format as JSON, ``None``
where they are absent.
"""

CorrectionKey = tuple[str, frozenset[Script]]
"""What a correction is known by: its words and the scripts it holds for."""


@dataclass(frozen=True, slots=True)
class ArticleDetails:
    """What may change about an article while its text may not.

    Attributes:
        title: The title shown.
        script: The script the user says it is written in; ``None`` is the detected one.
        removed: Whether it is taken out of the workspace (its file stays).
        replaced_by: The id of the article with a later version of the text, if that is why.
        source: Who published it; empty where nobody knows, as are the next three.
        date: When; in ISO 8601, as exactly as it is known, unless a file said it otherwise.
        author: Who wrote it.
        url: Where it stands in the web.
        unknown: Fields of a newer format, kept as they were read.
    """

    title: str
    script: str | None = None
    removed: bool = False
    replaced_by: str | None = None
    source: str = ""
    date: str = ""
    author: str = ""
    url: str = ""
    unknown: Unknown = ()

    @property
    def described(self) -> dict[str, str]:
        """Those of :data:`DESCRIBED`, empty or not."""
        return {name: getattr(self, name) for name in DESCRIBED}

    @property
    def fields(self) -> Fields:
        """What they say, field by field; a field of a newer format that is null says nothing."""
        newer = {name: value for name, value in self.unknown if value != _NULL}
        removal = (self.removed, self.replaced_by)
        said = {"title": self.title, "script": self.script, "removed": removal}
        return {**said, **self.described, **newer}

    def with_fields(self, fields: Fields) -> ArticleDetails:
        """Return the details with other values of these fields; the unknown by their names."""
        removed, replaced_by = fields.get("removed", (self.removed, self.replaced_by))
        newer = {**dict(self.unknown), **fields}
        return ArticleDetails(
            fields.get("title", self.title),
            fields.get("script", self.script),
            removed,
            replaced_by,
            fields.get("source", self.source),
            fields.get("date", self.date),
            fields.get("author", self.author),
            fields.get("url", self.url),
            tuple(
                (name, newer[name])
                for name in sorted(newer.keys() - _DETAILS)
                if newer[name] is not None
            ),
        )


@dataclass(frozen=True, slots=True)
class AnnotationEdit:
    """One annotation before and after; ``None`` is where it does not exist.

    Attributes:
        before: What it replaces.
        after: What it makes of it.
        settles: Writers and numbers of the entries whose versions of the annotation end
            with this one: those of a conflict.
    """

    before: Annotation | None
    after: Annotation | None
    settles: tuple[tuple[str, int], ...] = ()

    @property
    def id(self) -> str:
        """The annotation's id."""
        after = self.after
        return self._either.id if after is None else after.id

    @property
    def article(self) -> str:
        """The id of the article it stands in."""
        after = self.after
        return self._either.article if after is None else after.article

    @property
    def _either(self) -> Annotation:
        either = self.after or self.before
        if either is None:
            msg = "an edit of nothing"
            raise ValueError(msg)
        return either

    def inverted(self) -> AnnotationEdit:
        """Return the edit that takes this one back."""
        return AnnotationEdit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class ArticleEdit:
    """One article's details before and after.

    It says only what differs between them; the other fields are carried along.
    """

    article: str
    before: ArticleDetails
    after: ArticleDetails

    @property
    def changes(self) -> Fields:
        """The fields that it changes, with what they are afterwards."""
        before, after = self.before.fields, self.after.fields
        return {
            name: after.get(name)
            for name in {**before, **after}
            if before.get(name) != after.get(name)
        }

    def inverted(self) -> ArticleEdit:
        """Return the edit that takes this one back."""
        return ArticleEdit(self.article, self.after, self.before)


def key_of(correction: Correction) -> CorrectionKey:
    """Return what a correction is known by."""
    return correction.words, correction.scripts


@dataclass(frozen=True, slots=True)
class CorrectionEdit:
    """One correction of the workspace's glossary before and after; ``None``: it is not there."""

    before: Correction | None
    after: Correction | None

    @property
    def key(self) -> CorrectionKey:
        """The words and scripts of the correction.

        Raises:
            ValueError: If it is an edit of nothing.
        """
        either = self.after or self.before
        if either is None:
            msg = "an edit of nothing"
            raise ValueError(msg)
        return key_of(either)

    def inverted(self) -> CorrectionEdit:
        """Return the edit that takes this one back."""
        return CorrectionEdit(self.after, self.before)


class SaidKind(NamedTuple):
    """What an edit says of a kind of tag.

    Attributes:
        kind: The kind as it is afterwards; where it was removed, as it was before.
        there: Whether it is there afterwards.
    """

    kind: TagKind
    there: bool


@dataclass(frozen=True, slots=True)
class KindEdit:
    """One kind of tag before and after; ``None``: there is no such kind.

    The kind is known by its name, which stays the same.
    """

    before: TagKind | None
    after: TagKind | None

    @property
    def name(self) -> str:
        """The name of the kind."""
        return self.said.kind.name

    @property
    def said(self) -> SaidKind:
        """What it says.

        Raises:
            ValueError: If it is an edit of nothing.
        """
        either = self.after or self.before
        if either is None:
            msg = "an edit of nothing"
            raise ValueError(msg)
        return SaidKind(either, self.after is not None)

    def inverted(self) -> KindEdit:
        """Return the edit that takes this one back."""
        return KindEdit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class VerdictEdit:
    """What was made of one suggestion, before and after; ``None``: it was not judged."""

    before: Verdict | None
    after: Verdict | None

    @property
    def key(self) -> VerdictKey:
        """The article, place and kind of the suggestion.

        Raises:
            ValueError: If it is an edit of nothing.
        """
        either = self.after or self.before
        if either is None:
            msg = "an edit of nothing"
            raise ValueError(msg)
        return either.key

    def inverted(self) -> VerdictEdit:
        """Return the edit that takes this one back."""
        return VerdictEdit(self.after, self.before)


Edit = AnnotationEdit | ArticleEdit | CorrectionEdit | KindEdit | VerdictEdit


@dataclass(frozen=True, slots=True)
class Operation:
    """Edits that happen together, or not at all, and are undone as one step.

    Attributes:
        label: What the user did, for the Undo menu (``Tag``, ``Delete tag``).
        edits: What changes; an annotation, article, correction, kind or verdict stands in one
            of them at most.
    """

    label: str
    edits: tuple[Edit, ...]

    def inverted(self) -> Operation:
        """Return the operation that takes this one back, under the same label."""
        return Operation(self.label, tuple(edit.inverted() for edit in reversed(self.edits)))

    def to_json(self) -> dict[str, Any]:
        """Return the operation as it stands in the journal."""
        return {"label": self.label, "edits": [_edit_json(edit) for edit in self.edits]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Operation:
        """Read an operation.

        Raises:
            KeyError, TypeError, ValueError: If it is not one.
        """
        return cls(text(data["label"]), tuple(_edit_from(edit) for edit in data["edits"]))


def _edit_json(edit: Edit) -> dict[str, Any]:
    if isinstance(edit, AnnotationEdit):
        data: dict[str, Any] = {
            "annotation": edit.id,
            "before": edit.before.to_json() if edit.before else None,
            "after": edit.after.to_json() if edit.after else None,
        }
        if edit.settles:
            data["settles"] = [list(one) for one in edit.settles]
        return data
    if isinstance(edit, CorrectionEdit):
        return {
            "correction": edit.key[0],
            "before": _correction_json(edit.before),
            "after": _correction_json(edit.after),
        }
    if isinstance(edit, KindEdit):
        return {
            "kind": edit.name,
            "before": edit.before and edit.before.to_json(),
            "after": edit.after and edit.after.to_json(),
        }
    if isinstance(edit, VerdictEdit):
        return {
            "verdict": list(edit.key),
            "before": edit.before and edit.before.to_json(),
            "after": edit.after and edit.after.to_json(),
        }
    return {
        "article": edit.article,
        "before": _details_json(edit.before),
        "after": _details_json(edit.after),
    }


def _edit_from(data: Mapping[str, Any]) -> Edit:
    if "annotation" in data:
        before, after = (
            None if data[side] is None else Annotation.from_json(data[side])
            for side in ("before", "after")
        )
        held = {side.id for side in (before, after) if side is not None}
        if held != {data["annotation"]}:
            msg = f"an edit of {data['annotation']} holds {', '.join(sorted(held)) or 'nothing'}"
            raise ValueError(msg)
        return AnnotationEdit(before, after, _settles_from(data))
    if "correction" in data:
        return _correction_edit_from(data)
    if "kind" in data:
        return _kind_edit_from(data)
    if "verdict" in data:
        return _verdict_edit_from(data)
    return ArticleEdit(
        text(data["article"]), _details_from(data["before"]), _details_from(data["after"])
    )


def _settles_from(data: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    # Almost no edit settles anything, and there are a hundred thousand of them.
    if "settles" not in data:
        return ()
    return tuple((text(writer), offset(seq)) for writer, seq in data["settles"])


def _correction_edit_from(data: Mapping[str, Any]) -> CorrectionEdit:
    before, after = (
        None if data[side] is None else _correction_from(data[side]) for side in ("before", "after")
    )
    held = {key_of(side) for side in (before, after) if side is not None}
    if [words for words, _ in held] != [data["correction"]]:
        msg = f"an edit of {data['correction']!r} holds {len(held)} corrections"
        raise ValueError(msg)
    return CorrectionEdit(before, after)


def _kind_edit_from(data: Mapping[str, Any]) -> KindEdit:
    before, after = (
        None if data[side] is None else TagKind.from_json(data[side])
        for side in ("before", "after")
    )
    held = {side.name for side in (before, after) if side is not None}
    if held != {data["kind"]}:
        msg = f"an edit of kind {data['kind']!r} holds {', '.join(sorted(held)) or 'nothing'}"
        raise ValueError(msg)
    return KindEdit(before, after)


def _verdict_edit_from(data: Mapping[str, Any]) -> VerdictEdit:
    before, after = (
        None if data[side] is None else Verdict.from_json(data[side])
        for side in ("before", "after")
    )
    key = key_from(data["verdict"])
    if {side.key for side in (before, after) if side is not None} != {key}:
        msg = f"an edit of the verdict {key!r} holds something else, or nothing"
        raise ValueError(msg)
    return VerdictEdit(before, after)


def _correction_json(correction: Correction | None) -> dict[str, Any] | None:
    if correction is None:
        return None
    return {
        **known(correction.unknown),
        "words": correction.words,
        "shown": correction.shown,
        "scripts": sorted(script.value for script in correction.scripts),
    }


def _correction_from(data: Mapping[str, Any]) -> Correction:
    scripts = data["scripts"]
    if not isinstance(scripts, list):
        msg = f"not a list of scripts: {scripts!r}"
        raise TypeError(msg)
    return Correction(
        text(data["words"]),
        text(data["shown"]),
        frozenset(map(Script, scripts)),
        unknown(data, _CORRECTION),
    )


def _details_json(details: ArticleDetails) -> dict[str, Any]:
    data = {
        **known(details.unknown),
        "title": details.title,
        "script": details.script,
        "removed": details.removed,
    }
    if details.replaced_by is not None:
        data["replaced_by"] = details.replaced_by
    # Most articles have none of them, and earlier programs said nothing of them.
    return data | {name: said for name, said in details.described.items() if said}


def fields_json(fields: Fields) -> dict[str, Any]:
    """Return fields of an article's details as a snapshot says them; null is absent."""
    data = {}
    for name, value in fields.items():
        if name == "removed":
            data["removed"], data["replaced_by"] = value
        elif name in DESCRIBED:
            data[name] = value or None
        else:
            data[name] = value if name in _DETAILS or value is None else json.loads(value)
    return data


def fields_from(data: Mapping[str, Any]) -> Fields:
    """Read fields of an article's details.

    Raises:
        KeyError, TypeError: If they are none.
    """
    fields: Fields = {
        name: None if value is None else json.dumps(value)
        for name, value in data.items()
        if name not in _DETAILS
    }
    if "title" in data:
        fields["title"] = text(data["title"])
    if "script" in data:
        fields["script"] = _text_or_none(data["script"])
    if "removed" in data or "replaced_by" in data:
        fields["removed"] = flag(data["removed"]), _text_or_none(data.get("replaced_by"))
    fields |= {name: _text_or_none(data[name]) or "" for name in DESCRIBED if name in data}
    return fields


def _text_or_none(value: object) -> str | None:
    return None if value is None else text(value)


def _details_from(data: Mapping[str, Any]) -> ArticleDetails:
    return ArticleDetails(
        text(data["title"]),
        _text_or_none(data["script"]),
        flag(data["removed"]),
        _text_or_none(data.get("replaced_by")),
        _text_or_none(data.get("source")) or "",
        _text_or_none(data.get("date")) or "",
        _text_or_none(data.get("author")) or "",
        _text_or_none(data.get("url")) or "",
        unknown(data, _DETAILS),
    )
