"""Conflicts: versions of a tag that were made out of sight of each other, all kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotation.annotation import Annotation
    from reader.workspace.memory.merge import TagEdit


@dataclass(frozen=True, slots=True)
class Head:
    """One version of a tag, and the entry that made it.

    Attributes:
        annotation: The tag; ``None`` where it was deleted.
        author: Who made this version of it.
        time: When, in UTC and ISO 8601.
        writer: Whose journal the entry stands in.
        seq: Its number there.
    """

    annotation: Annotation | None
    author: str
    time: str
    writer: str
    seq: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """The versions of one tag, of which somebody has to choose.

    Attributes:
        id: The tag's id.
        heads: Each another version, in the order in which all readers see them; the last
            is the one that is shown meanwhile.
        settles: Writers and numbers of all entries that a choice ends.
    """

    id: str
    heads: tuple[Head, ...]
    settles: tuple[tuple[str, int], ...]


def conflict_of(tag_id: str, held: Sequence[TagEdit]) -> Conflict | None:
    """Return what there is to settle of a tag; ``None`` where everyone says the same.

    Args:
        tag_id: The tag.
        held: The edits whose versions hold, in order.
    """
    if len(held) < 2:
        return None
    heads: list[Head] = []
    for edit in held:
        # What two people made alike is one version, and the later of them made it.
        heads = [head for head in heads if head.annotation != edit.after]
        stamp = edit.stamp
        heads.append(Head(edit.after, stamp.author, stamp.time, stamp.writer, stamp.seq))
    if len(heads) < 2:
        return None
    return Conflict(
        tag_id, tuple(heads), tuple((edit.stamp.writer, edit.stamp.seq) for edit in held)
    )
