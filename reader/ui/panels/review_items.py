"""What is to be reviewed, as data: what people disagree on, and tags whose words changed.

Knows no widget. Another source of items is another function in :data:`SOURCES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from reader.annotation.index import reading_order
from reader.workspace.replacing import orphans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.annotation.annotation import Annotation
    from reader.workspace import Workspace
    from reader.workspace.memory.conflicts import Conflict


class ReviewKind(Enum):
    """Why something is to be reviewed."""

    MOVED_TEXT = "moved text"
    """The tag stands on an earlier text; it is not certain where it belongs now."""
    CONFLICT = "conflict"
    """Several versions of the tag stand beside each other."""


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One thing to be reviewed.

    Attributes:
        kind: Why.
        annotation: The tag as it is known.
        article: The id of the article to look at.
        conflict: The versions to choose from, if that is why.
    """

    kind: ReviewKind
    annotation: Annotation
    article: str
    conflict: Conflict | None = None

    @property
    def id(self) -> str:
        """The tag's id."""
        return self.annotation.id


def _moved_texts(workspace: Workspace) -> Iterable[ReviewItem]:
    return (
        ReviewItem(ReviewKind.MOVED_TEXT, orphan.annotation, orphan.article)
        for orphan in orphans(workspace)
    )


def _conflicts(workspace: Workspace) -> Iterable[ReviewItem]:
    places = {article_id: place for place, article_id in enumerate(workspace.articles)}
    items = []
    for conflict in workspace.conflicts.values():
        versions = [head.annotation for head in conflict.heads if head.annotation is not None]
        # The one shown, unless that is that the tag was deleted, or put where nothing is shown.
        version = next(one for one in reversed(versions) if one.article in places)
        items.append(ReviewItem(ReviewKind.CONFLICT, version, version.article, conflict))
    return sorted(items, key=lambda one: (places[one.article], reading_order(one.annotation)))


SOURCES: Final[tuple[Callable[[Workspace], Iterable[ReviewItem]], ...]] = (_conflicts, _moved_texts)
"""Where items come from, in the order listed."""


def review_items(workspace: Workspace | None) -> list[ReviewItem]:
    """Return everything that is to be reviewed."""
    if workspace is None:
        return []
    items: dict[str, ReviewItem] = {}
    for source in SOURCES:
        for item in source(workspace):
            # What is to be settled waits for a place only then.
            items.setdefault(item.id, item)
    return list(items.values())
