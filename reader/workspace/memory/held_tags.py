"""The tags of a snapshot: read as they stand, made into versions when they are first asked for."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from reader.annotation.annotation import Annotation
from reader.collecting import CollectionPause
from reader.workspace.files.plain import Number, PlainTag, made, tag_of
from reader.workspace.memory.merge import Digest, Stamp, TagEdit

if TYPE_CHECKING:
    from reader.workspace.memory.merge import Registers

Settled = tuple[tuple[str, int], ...]
Versions = tuple[TagEdit, ...]


class PlainEnded(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """An edit of a tag whose version holds no longer."""

    clock: Number
    seq: Number
    sum: str
    author: str
    time: str
    before: str | None = None
    settles: Settled = ()

    def edit(self, writer: str, after: Annotation | None = None) -> TagEdit:
        """Return the edit."""
        stamp = Stamp(self.clock, writer, self.seq, self.sum, self.author, self.time)
        before = None if self.before is None else Digest(self.before)
        return TagEdit(stamp, before, after, self.settles)


class PlainVersion(PlainEnded, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """An edit of a tag whose version holds; it is deleted where ``after`` is missing."""

    after: PlainTag | None = None


class PlainHeld(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What a snapshot holds of a tag."""

    id: str
    versions: Annotated[list[PlainVersion], msgspec.Meta(min_length=1)]
    ended: list[PlainEnded] = []

    def verify(self) -> None:
        """Verify what the types do not say, so that nothing fails later.

        Raises:
            ValueError: If a version is of another tag, or ends before it starts.
        """
        for version in self.versions:
            after = version.after
            if after is not None and (after.id != self.id or after.end < after.start):
                msg = f"{self.id} holds another tag, or no passage"
                raise ValueError(msg)


class HeldTags(MutableMapping[str, Versions]):
    """The versions of each tag by id, those of snapshots made when they are asked for.

    Looking a tag up also fills in its edits that hold no longer.
    """

    def __init__(self, ended: dict[str, list[TagEdit]], writer: str) -> None:
        """Begin with no tags.

        Args:
            ended: Filled as tags are asked for.
            writer: Whose snapshot it is.
        """
        self._ended = ended
        self._writer = writer
        self._held: dict[str, Versions | PlainHeld] = {}
        self._others: dict[str, str] = {}

    def put(self, held: PlainHeld) -> None:
        """Add a tag of the snapshot."""
        self._held[held.id] = held

    def adopt(self, other: HeldTags) -> None:
        """Add those tags of another snapshot that are not there yet, as they stand."""
        for tag_id, held in other._held.items():
            if tag_id not in self._held:
                self._held[tag_id] = held
                self._others[tag_id] = other._writer

    def common(self, other: HeldTags) -> list[str]:
        """Return the ids of the tags that both have."""
        return [tag_id for tag_id in other._held if tag_id in self._held]

    def untouched(self, tag_id: str) -> PlainHeld | None:
        """Return a tag as its snapshot holds it; ``None`` where it was asked for or changed."""
        held = self._held[tag_id]
        return held if isinstance(held, PlainHeld) else None

    def latest(self) -> Iterator[tuple[str, Annotation | PlainTag | None, bool]]:
        """Yield each tag's id, the version shown, and whether others stand beside it."""
        for tag_id, held in self._held.items():
            versions = held.versions if isinstance(held, PlainHeld) else held
            yield tag_id, versions[-1].after, len(versions) > 1

    def get(self, tag_id: str, default: Any = None) -> Any:  # noqa: ANN401 (as Mapping.get)
        """Return the edits of a tag, or ``default``."""
        held = self._held.get(tag_id)
        if held is None:
            return default
        return self._made(tag_id, held) if isinstance(held, PlainHeld) else held

    def __getitem__(self, tag_id: str) -> Versions:
        """Return the edits of a tag whose versions hold, in order."""
        held = self._held[tag_id]
        return self._made(tag_id, held) if isinstance(held, PlainHeld) else held

    def _made(self, tag_id: str, held: PlainHeld) -> Versions:
        writer = self._others.get(tag_id, self._writer)
        versions = tuple(
            one.edit(writer, None if one.after is None else made(one.after))
            for one in held.versions
        )
        self._held[tag_id] = versions
        if held.ended:
            self._ended[tag_id] = [one.edit(writer) for one in held.ended]
        return versions

    def __setitem__(self, tag_id: str, versions: Versions) -> None:
        """Set a tag's edits."""
        self._held[tag_id] = versions

    def __delitem__(self, tag_id: str) -> None:
        """Remove a tag."""
        del self._held[tag_id]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._held)

    def __len__(self) -> int:
        """Number of tags."""
        return len(self._held)


class MadeTags(Mapping[str, Annotation]):
    """Tags by id, each made when it is asked for; read-only and live."""

    def __init__(self, held: Mapping[str, Annotation | PlainTag]) -> None:
        """Show what is held."""
        self._held = held

    def values(self) -> ValuesView[Annotation]:
        """Return all tags; they are made at once, which is faster than one after the other."""
        self._make_all()
        return super().values()

    def items(self) -> ItemsView[str, Annotation]:
        """Return all tags with their ids, made as :meth:`values` makes them."""
        self._make_all()
        return super().items()

    def _make_all(self) -> None:
        with CollectionPause():
            for held in self._held.values():
                tag_of(held)

    def __getitem__(self, tag_id: str) -> Annotation:
        """Return a tag, the same object each time."""
        return tag_of(self._held[tag_id])

    def __contains__(self, tag_id: object) -> bool:
        """Return whether there is such a tag."""
        return tag_id in self._held

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._held)

    def __len__(self) -> int:
        """Number of tags."""
        return len(self._held)


def latest(registers: Registers) -> Iterator[tuple[str, Annotation | PlainTag | None, bool]]:
    """Yield each tag's id, the version shown, and whether others stand beside it."""
    tags = registers.tags
    if isinstance(tags, HeldTags):
        yield from tags.latest()
        return
    for tag_id, held in tags.items():
        yield tag_id, held[-1].after, len(held) > 1
