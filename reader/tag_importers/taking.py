"""What becomes of the placed tags in a workspace: their kinds, those that are there already."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.colours import suggest_colour
from reader.annotation.kind_rules import COLOUR, NAME
from reader.annotation.operation import AnnotationEdit, Operation
from reader.annotation.tag_set import (
    AttributeType,
    InvalidAttributeError,
    TagKind,
    TagSet,
)
from reader.language import mark, tr
from reader.tag_importers.matching import KnownArticle
from reader.tag_importers.records import FileKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from reader.annotation.json_values import Value
    from reader.annotation.operation import ArticleDetails, Edit
    from reader.tag_importers.fitting import Fitted, Placed
    from reader.tag_importers.records import FileTag, TagFile
    from reader.text.article import Article

_ID: Final = re.compile(r"[\w.:-]{1,64}", re.ASCII)
_NUMBERS: Final = (AttributeType.NUMBER, AttributeType.INTEGER)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which kind of the workspace each kind of a file is.

    Attributes:
        names: The name in the workspace of each kind of the file that tags are of; ``None``
            for one whose tags are left out.
        new: The kinds that are made; no kind of the workspace has their names.
        unknown: The kinds of the file that the workspace does not know, by what the
            file calls them, with the kind that would be made for each.
    """

    names: Mapping[str, str | None]
    new: tuple[TagKind, ...]
    unknown: Mapping[str, TagKind]


def kinds_for(
    file: TagFile, used: Iterable[str], tag_set: TagSet, chosen: Mapping[str, str | None]
) -> Kinds:
    """Find a kind of a workspace for each kind of a file.

    The one of its name; else the one that is called the same; else a new one.

    Args:
        file: The file.
        used: The kinds of the file that tags are of, in the order to make new ones.
        tag_set: The kinds of the workspace.
        chosen: The name of the kind to use instead, by what the file calls it; ``None``
            leaves its tags out.
    """
    described = {one.name: one for one in file.kinds}
    names: dict[str, str | None] = {}
    unknown: dict[str, TagKind] = {}
    all_ = TagSet(tag_set.kinds)
    for name in dict.fromkeys(used):
        one = described.get(name, FileKind(name))
        known = tag_set.get(name) or _called(one.label or name, tag_set)
        if known is None:
            made = _called(one.label or name, all_) or _made(one, all_)
            unknown[name] = made
            if name not in chosen and all_.get(made.name) is None:
                all_ = TagSet((*all_.kinds, made))
            names[name] = chosen.get(name, made.name)
        else:
            names[name] = chosen.get(name, known.name)
    new = all_.kinds[len(tag_set.kinds) :]
    there = {kind.name for kind in all_}
    new = tuple(kind if kind.parent in there else replace(kind, parent="") for kind in new)
    return Kinds(names, new, unknown)


def _called(label: str, tag_set: TagSet) -> TagKind | None:
    """Return the kind that people call so, in English or their own language."""
    wanted = label.strip().casefold()
    return next(
        (kind for kind in tag_set if wanted in (kind.label.casefold(), tr(kind.label).casefold())),
        None,
    )


def _made(one: FileKind, tag_set: TagSet) -> TagKind:
    """Return a new kind for one of a file, with a name and a colour that it can have."""
    first = name = one.name if NAME.fullmatch(one.name) else _name(one.name)
    number = 1
    while tag_set.get(name) is not None:
        number += 1
        name = f"{first}_{number}"
    colour = one.colour.lower()
    if not COLOUR.fullmatch(colour):
        colour = suggest_colour(tag_set)
    label = " ".join((one.label or one.name).split()) or name
    if one.kind is None:
        return TagKind(name, label, colour, "")
    attributes = {
        own.name: own
        for own in one.kind.attributes
        if NAME.fullmatch(own.name)
        and own.label.strip()
        and (own.type is not AttributeType.CHOICE or any(map(str.strip, own.choices)))
    }
    sound = (replace(own, choices=tuple(dict.fromkeys(own.choices))) for own in attributes.values())
    key = one.kind.key if len(one.kind.key) == 1 else ""
    return TagKind(name, label, colour, key, tuple(sound), one.kind.parent)


def _name(written: str) -> str:
    """Return a name to store tags under, as like what was written as it can be."""
    plain = re.sub(r"[^a-z0-9_-]+", "_", written.strip().casefold()).strip("_-")
    return plain if NAME.fullmatch(plain) else f"kind_{plain}".rstrip("_")


@dataclass(frozen=True, slots=True)
class Taken:
    """What would be done to a workspace.

    Attributes:
        edits: The new tags.
        there: How many tags are there already.
        left_out: How many are of a kind that is left out.
    """

    edits: tuple[AnnotationEdit, ...]
    there: int
    left_out: int


class Destination(Protocol):
    """What is asked of a workspace, which is not known here; it has all of this."""

    author: str

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by their ids."""

    @property
    def tag_set(self) -> TagSet:
        """The kinds of tag."""

    def details(self, article_id: str, /) -> ArticleDetails:
        """Return what is said of an article now."""

    def index(self, article_id: str, /) -> Iterable[Annotation]:
        """Return the tags of an article."""

    def has_tag(self, annotation_id: str, /) -> bool:
        """Return whether there is a tag of an id, shown or not."""

    def new_id(self) -> str:
        """Return an id that nothing has."""

    def now(self) -> str:
        """Return the time."""


def known_articles(destination: Destination) -> list[KnownArticle]:
    """Return the articles of a workspace, as tags look for them."""
    return [
        KnownArticle(one, destination.details(one.id).title)
        for one in destination.articles.values()
    ]


def take(fitted: Fitted, kinds: Kinds, destination: Destination) -> Taken:
    """Make the tags of a file, as edits of one operation.

    A tag is there already where one has its id, or stands on the same words, of the
    same kind and with the same attributes. Of several such in the file as many are left out as are
    there: what two people tagged alike comes in twice, and no file comes in twice.
    """
    job = _Taking(kinds, destination)
    chosen = [one for one in fitted.placed if kinds.names[one.tag.kind] is not None]
    # An article may be gone since the file was looked at.
    chosen = [one for one in chosen if one.article.id in destination.articles]
    waiting = [one for one in chosen if not job.has(one.tag.id, one.article.id)]
    edits = [AnnotationEdit(None, made) for made in filter(None, map(job.made, waiting))]
    left_out = len(fitted.placed) - len(chosen)
    return Taken(tuple(edits), len(chosen) - len(edits), left_out)


class _Taking:
    """One taking of tags, with what is there and what has come in so far."""

    def __init__(self, kinds: Kinds, destination: Destination) -> None:
        self._kinds = kinds
        self._to = destination
        self._tag_set = TagSet((*destination.tag_set.kinds, *kinds.new))
        self._now = destination.now()
        self._there: dict[str, Counter[Hashable]] = {}
        self._looks: dict[str, Hashable] = {}
        self._ids: set[str] = set()

    def _tags_of(self, article: str) -> Counter[Hashable]:
        """Return how many tags are alike in an article, of those no tag of the file is."""
        if article not in self._there:
            looks = {one.id: _same(one) for one in self._to.index(article)}
            self._looks |= looks
            self._there[article] = Counter(looks.values())
        return self._there[article]

    def has(self, tag_id: str, article: str) -> bool:
        """Return whether a tag of the file is there, by its id."""
        counts = self._tags_of(article)
        if tag_id in self._looks:
            counts[self._looks[tag_id]] -= 1
            return True
        return bool(tag_id) and self._to.has_tag(tag_id)

    def made(self, placed: Placed) -> Annotation | None:
        """Return a tag as it comes in; ``None`` where it is there."""
        own = placed.tag.id
        if own in self._ids:
            return None
        one = self._annotation(placed)
        counts = self._tags_of(one.article)
        if counts[_same(one)] > 0:
            counts[_same(one)] -= 1
            return None
        self._ids.add(one.id)
        return one

    def _annotation(self, placed: Placed) -> Annotation:
        tag = placed.tag
        kind = self._kinds.names[tag.kind] or ""
        created = _time(tag.created) or self._now
        return Annotation(
            id=tag.id if _ID.fullmatch(tag.id) else self._to.new_id(),
            article=placed.article.id,
            anchor=Anchor.at(placed.article.text, placed.span),
            kind=kind,
            author=tag.author or self._to.author,
            created=created,
            modified=_time(tag.modified) or created,
            attributes=_attributes(tag, self._tag_set.get(kind)),
            note=tag.note,
        )


def operation(kind_edits: Iterable[Edit], taken: Taken) -> Operation:
    """Return all that a file changes, as one step of undo.

    Args:
        kind_edits: What makes the new kinds.
        taken: The tags.
    """
    return Operation(mark("Import tags"), (*kind_edits, *taken.edits))


def _same(one: Annotation) -> Hashable:
    return one.span.start, one.span.end, one.kind, frozenset(one.attributes.items())


def _attributes(tag: FileTag, kind: TagKind | None) -> dict[str, Value]:
    """Return attributes; numbers that a file has as text become what the kind says they are."""
    found = dict(tag.attributes)
    for name, value in tag.attributes.items():
        attribute = kind.attribute(name) if kind and tag.untyped else None
        if attribute is None or attribute.type not in _NUMBERS or not isinstance(value, str):
            continue
        try:
            number = attribute.parse(value)
        except InvalidAttributeError:
            # What somebody wrote is kept as it is.
            continue
        if number is not None:
            found[name] = number
    return found


def _time(written: str) -> str:
    """Return a time as the store has it; empty where it is none, or says no zone."""
    try:
        time = datetime.fromisoformat(written)
        if time.tzinfo is None:
            return ""
        # At either end of the calendar the zone may lead out of it.
        plain = time.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return ""
    # Not by %Y, which leaves the zeros of an early year out.
    return f"{plain.isoformat(timespec='microseconds')}Z"
