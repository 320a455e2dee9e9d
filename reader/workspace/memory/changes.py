"""What changed, as every listener is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.annotation.annotation import Annotation


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one operation changed, or what arrived from others.

    Attributes:
        annotations: Tags before and after, by id; ``None`` is where a tag is
            not shown. It is exactly the difference that the operation made to
            ``Workspace.annotations``: an article that goes takes its tags
            along, and brings them back.
        articles: Ids of the articles added, removed, or whose details changed, and of those
            replaced whose tags that wait for review changed.
        glossary: Whether the corrections of the workspace changed.
        conflicts: Ids of the tags of which the versions to choose from changed: a
            conflict began, ended or is another one.
        tag_set: Whether the kinds of tag changed.
        verdicts: Ids of the articles in which other suggestions are judged than before, or
            otherwise.
        others: Whether it was changed elsewhere, not by an operation of this workspace.
        left: Of an undo or a redo: the sentence that says what of it was left as it is,
            as somebody changed it since; empty where all of it was done. Of what others did: the
            sentences that say which tags are not shown, as their article was removed, and what
            became of kinds of tag that were changed out of sight of each other.
    """

    annotations: Mapping[str, tuple[Annotation | None, Annotation | None]] = field(
        default_factory=dict
    )
    articles: frozenset[str] = frozenset()
    glossary: bool = False
    conflicts: frozenset[str] = frozenset()
    tag_set: bool = False
    verdicts: frozenset[str] = frozenset()
    others: bool = False
    left: str = ""

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(
            self.annotations
            or self.articles
            or self.glossary
            or self.conflicts
            or self.tag_set
            or self.verdicts
        )

    @property
    def touched(self) -> frozenset[str]:
        """Ids of all articles whose tags or details changed."""
        return self.articles | {
            side.article for sides in self.annotations.values() for side in sides if side
        }

    def of(self, article_id: str) -> Sequence[tuple[Annotation | None, Annotation | None]]:
        """Return the tags of an article that changed, before and after.

        A tag that came from another article, or went to one, has ``None`` for that side.
        """
        inside = (
            tuple(side if side and side.article == article_id else None for side in sides)
            for sides in self.annotations.values()
        )
        return [(before, after) for before, after in inside if before or after]

    def then(self, later: ChangeSet) -> ChangeSet:
        """Return both changes, one after the other, as one."""
        sides = dict(self.annotations)
        for key, (before, after) in later.annotations.items():
            sides[key] = (sides.get(key, (before, None))[0], after)
        return ChangeSet(
            MappingProxyType({key: two for key, two in sides.items() if two[0] is not two[1]}),
            self.articles | later.articles,
            self.glossary or later.glossary,
            self.conflicts | later.conflicts,
            self.tag_set or later.tag_set,
            self.verdicts | later.verdicts,
            self.others or later.others,
            self.left or later.left,
        )
