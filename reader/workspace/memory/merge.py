"""Uniting the journals of all writers into one state.

The order is Lamport's, with the writer's name where two clocks agree: every
reader of the same files finds the same state, and an edit made in sight of
another always comes after it. Of two edits made out of sight of each other
the later in this order wins; the other stays beside it as a version to settle.

Everything is kept by item with the place of the entry that it comes from, so that
entries may come in any order, late, and more than once: the outcome is the same.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from reader.annotation.operation import AnnotationEdit, ArticleEdit, KindEdit, VerdictEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import CorrectionKey, Edit, Fields, SaidKind
    from reader.annotation.verdict import Verdict, VerdictKey
    from reader.text.glossary import Correction
    from reader.workspace.files.entry import Entry

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Stamp(NamedTuple):
    """Where and when an entry was made. Stamps are compared in the order of all entries."""

    clock: int
    writer: str
    seq: int
    sum: str
    author: str
    time: str


class Digest(str):
    """Stands for a version of a tag that need not be kept, only recognised."""

    __slots__ = ()

    @classmethod
    def of(cls, version: Annotation | None) -> Digest:
        """Return the digest of a tag, or of no tag."""
        data = None if version is None else version.to_json()
        body = json.dumps(data, sort_keys=True, separators=(",", ":")).encode()
        return cls(hashlib.sha256(body).hexdigest()[:16])


class TagEdit(NamedTuple):
    """What one entry did to a tag.

    Attributes:
        stamp: The entry.
        before: The version that it replaced; ``None`` where the tag did not exist.
        after: The version that it made; ``None`` where it deleted the tag.
        settles: Writers and numbers of entries whose versions it ended.
    """

    stamp: Stamp
    before: Annotation | Digest | None
    after: Annotation | None
    settles: tuple[tuple[str, int], ...] = ()

    def ends(self, other: TagEdit) -> bool:
        """Return whether this edit replaced the other's version, as it was made in sight of it.

        A choice ends what it was made between, and nobody else's choice of the same.
        """
        if self.stamp <= other.stamp:
            return False
        if self.settles:
            return (other.stamp.writer, other.stamp.seq) in self.settles
        return _is_version(self.before, other.after)


@dataclass(slots=True)
class United:
    """What all journals say together.

    Attributes:
        annotations: Every tag that exists, by id.
        details: What was said of every article's details, by id and field.
        corrections: Every correction that exists, by its words and scripts.
        kinds: What was said of kinds of tag, by name, those that were removed included.
        verdicts: Every verdict that holds, by what it is known by.
        clock: The highest clock seen; 0 without entries.
    """

    annotations: dict[str, Annotation] = field(default_factory=dict)
    details: dict[str, Fields] = field(default_factory=dict)
    corrections: dict[CorrectionKey, Correction] = field(default_factory=dict)
    kinds: dict[str, SaidKind] = field(default_factory=dict)
    verdicts: dict[VerdictKey, Verdict] = field(default_factory=dict)
    clock: int = 0


@dataclass(slots=True)
class Touched:
    """Which items entries were about, in their order."""

    tags: dict[str, None] = field(default_factory=dict)
    articles: dict[str, None] = field(default_factory=dict)
    corrections: dict[CorrectionKey, None] = field(default_factory=dict)
    kinds: dict[str, None] = field(default_factory=dict)
    verdicts: dict[VerdictKey, None] = field(default_factory=dict)


@dataclass(slots=True)
class Registers:
    """What holds of every item, and the entry that it comes from.

    Attributes:
        tags: The edits of each tag whose versions hold, in order: the last is the one shown.
            There are several where some were made out of sight of each other. A tag that
            was deleted stays, with the edit that did it.
        ended: The other edits of each tag, without the versions that they made: what they
            replaced stays replaced, whenever it comes.
        details: The details of each article, field by field: two people may have changed
            different ones out of sight of each other. A field nobody changed is not there.
        corrections: Each correction; ``None`` where it was removed.
        kinds: Each kind of tag that was ever changed.
        verdicts: Each verdict; ``None`` where it was taken back.
        clock: The highest clock seen; 0 without entries.
    """

    tags: MutableMapping[str, tuple[TagEdit, ...]] = field(default_factory=dict)
    ended: dict[str, list[TagEdit]] = field(default_factory=dict)
    details: dict[str, dict[str, tuple[Stamp, Any]]] = field(default_factory=dict)
    corrections: dict[CorrectionKey, tuple[Stamp, Correction | None]] = field(default_factory=dict)
    kinds: dict[str, tuple[Stamp, SaidKind]] = field(default_factory=dict)
    verdicts: dict[VerdictKey, tuple[Stamp, Verdict | None]] = field(default_factory=dict)
    clock: int = 0

    def version(self, tag_id: str) -> Annotation | None:
        """Return the version of a tag that is shown; ``None`` where it is deleted or unknown."""
        held = self.tags.get(tag_id)
        return held[-1].after if held else None

    def take(self, entries: Iterable[Entry]) -> Touched:
        """Take entries in, in whatever order they come; return what they are about."""
        touched = Touched()
        stamped = ((stamp_of(entry), entry) for entry in entries)
        for stamp, entry in sorted(stamped, key=itemgetter(0)):
            self.clock = max(self.clock, entry.clock)
            for edit in _tags_once(entry.operation.edits):
                if isinstance(edit, AnnotationEdit):
                    self.take_edit(edit.id, TagEdit(stamp, edit.before, edit.after, edit.settles))
                    touched.tags[edit.id] = None
                elif isinstance(edit, ArticleEdit):
                    for name, value in edit.changes.items():
                        self.take_field(edit.article, name, (stamp, value))
                    touched.articles[edit.article] = None
                elif isinstance(edit, KindEdit):
                    _keep_later(self.kinds, edit.name, (stamp, edit.said))
                    touched.kinds[edit.name] = None
                elif isinstance(edit, VerdictEdit):
                    _keep_later(self.verdicts, edit.key, (stamp, edit.after))
                    touched.verdicts[edit.key] = None
                else:
                    _keep_later(self.corrections, edit.key, (stamp, edit.after))
                    touched.corrections[edit.key] = None
        return touched

    def merge(self, other: Registers) -> None:
        """Take in what another reading of journals came to."""
        for tag_id, held in other.tags.items():
            for edit in held:
                self.take_edit(tag_id, edit)
            for edit in other.ended.get(tag_id, ()):
                self._take_ended(tag_id, edit)
        for article_id, fields in other.details.items():
            for name, said in fields.items():
                self.take_field(article_id, name, said)
        for key, correction in other.corrections.items():
            _keep_later(self.corrections, key, correction)
        for name, kind in other.kinds.items():
            _keep_later(self.kinds, name, kind)
        for place, verdict in other.verdicts.items():
            _keep_later(self.verdicts, place, verdict)
        self.clock = max(self.clock, other.clock)

    def take_field(self, article_id: str, name: str, said: tuple[Stamp, Any]) -> None:
        """Take in what one entry said of one field of an article's details."""
        _keep_later(self.details.setdefault(article_id, {}), name, said)

    def fields(self, article_id: str) -> Fields:
        """Return what holds of the fields of an article's details that were ever changed."""
        return {name: said for name, (_, said) in self.details.get(article_id, {}).items()}

    def removal(self, article_id: str) -> tuple[bool, str | None] | None:
        """Return whether an article is removed, and for which; ``None`` where nobody said."""
        said = self.details.get(article_id, {}).get("removed")
        return said[1] if said else None

    def take_edit(self, tag_id: str, edit: TagEdit) -> None:
        """Take in one edit of a tag; one that is there already changes nothing."""
        held = self.tags.get(tag_id)
        if held is None:
            self.tags[tag_id] = (edit,)
            return
        late = edit.stamp <= held[-1].stamp
        known = (*held, *self.ended.get(tag_id, ())) if late else ()
        if any(one.stamp == edit.stamp for one in known):
            return
        if any(one.ends(edit) for one in known):
            self._take_ended(tag_id, edit)
            return
        self._end(tag_id, edit)
        # The last in order is never ended: whatever could end it comes after it.
        self.tags[tag_id] = tuple(sorted((*self.tags[tag_id], edit), key=itemgetter(0)))

    def _take_ended(self, tag_id: str, edit: TagEdit) -> None:
        ended = self.ended.setdefault(tag_id, [])
        if all(one.stamp != edit.stamp for one in ended):
            ended.append(edit._replace(after=None))
            self._end(tag_id, edit)

    def _end(self, tag_id: str, edit: TagEdit) -> None:
        """End the versions that an edit replaced."""
        held = self.tags[tag_id]
        kept = tuple(one for one in held if not edit.ends(one))
        if len(kept) < len(held):
            self.tags[tag_id] = kept
            self.ended.setdefault(tag_id, []).extend(
                one._replace(after=None) for one in held if edit.ends(one)
            )

    def differences(self, other: Registers) -> Touched:
        """Return the items of which two readings of journals do not say the same."""
        return Touched(
            _different(_stamps(self.tags), _stamps(other.tags)),
            _different(self.details, other.details),
            _different(self.corrections, other.corrections),
            _different(self.kinds, other.kinds),
            _different(self.verdicts, other.verdicts),
        )

    def united(self) -> United:
        """Return what is shown of all this."""
        shown = ((tag_id, held[-1].after) for tag_id, held in self.tags.items())
        corrections = ((key, one) for key, (_, one) in self.corrections.items())
        verdicts = ((key, one) for key, (_, one) in self.verdicts.items())
        return United(
            {tag_id: version for tag_id, version in shown if version is not None},
            {article_id: self.fields(article_id) for article_id in self.details},
            {key: one for key, one in corrections if one is not None},
            {name: said for name, (_, said) in self.kinds.items()},
            {key: one for key, one in verdicts if one is not None},
            self.clock,
        )


def registers_of(entries: Iterable[Entry]) -> Registers:
    """Take in entries, in whatever order they come."""
    registers = Registers()
    registers.take(entries)
    return registers


def unite(entries: Iterable[Entry]) -> United:
    """Return what entries say together, in whatever order they come."""
    return registers_of(entries).united()


def stamp_of(entry: Entry) -> Stamp:
    """Return where and when an entry was made."""
    return Stamp(entry.clock, entry.writer, entry.seq, entry.sum, entry.author, entry.time)


def _is_version(one: Annotation | Digest | None, version: Annotation | None) -> bool:
    return Digest.of(version) == one if isinstance(one, Digest) else version == one


def _keep_later(
    registers: dict[_Key, tuple[Stamp, _Value]], key: _Key, made: tuple[Stamp, _Value]
) -> None:
    held = registers.get(key)
    if held is None or held[0] <= made[0]:
        registers[key] = made


def _stamps(tags: Mapping[str, tuple[TagEdit, ...]]) -> dict[str, list[Stamp]]:
    """Return the entries whose versions of each tag hold, whichever way these were read."""
    return {tag_id: [edit.stamp for edit in held] for tag_id, held in tags.items()}


def _different(one: Mapping[_Key, _Value], other: Mapping[_Key, _Value]) -> dict[_Key, None]:
    keys = chain(one, (key for key in other if key not in one))
    return {key: None for key in keys if one.get(key) != other.get(key)}


def _tags_once(edits: tuple[Edit, ...]) -> Iterable[Edit]:
    """Return edits of which no two are of one tag, whatever another program wrote."""
    if len(edits) == 1:
        return edits
    once: dict[object, Edit] = {}
    for place, edit in enumerate(edits):
        if not isinstance(edit, AnnotationEdit):
            once[place] = edit
            continue
        first = once.get(edit.id)
        if isinstance(first, AnnotationEdit):
            edit = AnnotationEdit(first.before, edit.after, first.settles + edit.settles)
        once[edit.id] = edit
    return once.values()
