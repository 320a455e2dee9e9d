"""What is to be reviewed, as data: tags whose words changed, and later what two people disagree on.

Knows no widget. Another source of items is another function in :data:`SOURCES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from reader.workspace.replacing import orphans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.annotation.annotation import Annotation
    from reader.workspace import Workspace


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
    """

    kind: ReviewKind
    annotation: Annotation
    article: str

    @property
    def id(self) -> str:
        """The tag's id."""
        return self.annotation.id


def _moved_texts(workspace: Workspace) -> Iterable[ReviewItem]:
    return (
        ReviewItem(ReviewKind.MOVED_TEXT, orphan.annotation, orphan.article)
        for orphan in orphans(workspace)
    )


SOURCES: Final[tuple[Callable[[Workspace], Iterable[ReviewItem]], ...]] = (_moved_texts,)
"""Where items come from, in the order listed."""


def review_items(workspace: Workspace | None) -> list[ReviewItem]:
    """Return everything that is to be reviewed."""
    if workspace is None:
        return []
    return [item for source in SOURCES for item in source(workspace)]
