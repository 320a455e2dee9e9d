"""The tags of a workspace that are names, gathered a little at a time and kept up with changes.

Rules look for them in every article. Knows no widget.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.annotation.annotation import Annotation
    from reader.workspace import ChangeSet, Workspace

# Kinds of which tags are names.
_NAMES: Final = frozenset(["programme", "honour"])


class TaggedNames:
    """Gathers the tags that are names."""

    def __init__(self, articles: Iterable[str] = ()) -> None:
        """Begin with none.

        Args:
            articles: The ids of the articles whose tags are to be gathered.
        """
        self._tags: dict[str, Annotation] = {}
        self._waiting = list(articles)
        self._gathering: Iterator[Sequence[Annotation]] | None = None

    @property
    def complete(self) -> bool:
        """Whether all have been gathered."""
        return not self._waiting

    @property
    def tags(self) -> list[Annotation]:
        """Those gathered, in no order."""
        return list(self._tags.values())

    def gather(self, workspace: Workspace, seconds: float) -> None:
        """Go on gathering for so long."""
        until = perf_counter() + seconds
        while self._waiting and perf_counter() < until:
            if self._gathering is None:
                self._gathering = _names_in(workspace, self._waiting[-1])
            found = next(self._gathering, None)
            if found is None:
                self._gathering = None
                self._waiting.pop()
            else:
                self._tags.update((tag.id, tag) for tag in found)

    def follow(self, changes: ChangeSet) -> bool:
        """Keep up with a change; return whether it may be one of names."""
        concerned = bool(changes.verdicts)
        for tag_id, (before, after) in changes.annotations.items():
            if after is not None and after.kind in _NAMES:
                self._tags[tag_id] = after
                concerned = True
            elif before is not None and before.kind in _NAMES:
                self._tags.pop(tag_id, None)
                concerned = True
        return concerned


def _names_in(workspace: Workspace, article_id: str) -> Iterator[Sequence[Annotation]]:
    """Yield the tags of an article that are names, as they are when they are asked for."""
    if article_id not in workspace.articles:
        return
    places = dict.fromkeys(
        place for place in workspace.index(article_id).places() if place[0] in _NAMES
    )
    for kind, start, end in places:
        if article_id not in workspace.articles:
            return
        span = Span(start, end)
        # Other tags are not even made.
        near = workspace.index(article_id).overlapping(span)
        yield [tag for tag in near if tag.kind == kind and tag.span == span]
