"""What is offered of the suggestions for one article: all but what is tagged or judged already.

After a change only what stands where something changed is looked at again, so that a tag costs
the same among a hundred thousand as among none. Knows no widget.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress
from typing import TYPE_CHECKING

from reader.ui.kinds import with_narrower

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from reader.annotation.tag_set import TagSet
    from reader.suggest.suggestion import Suggestion
    from reader.text.span import Span
    from reader.workspace import Workspace

Place = tuple[str, int, int]
"""A kind, a start and an end, in code points of the source."""
Key = tuple[int, int, str]
"""The place of a suggestion and its kind, by which a verdict on it is known."""

# Where more than one in so many changed, all are looked at again.
_SHARE = 4


def key_of(suggestion: Suggestion) -> Key:
    """Return what a verdict on a suggestion is known by."""
    return suggestion.span.start, suggestion.span.end, suggestion.kind


class Taken:
    """What an article's suggestions are weighed against: a copy that a worker may read."""

    def __init__(self, workspace: Workspace, article_id: str) -> None:
        """Copy what is there now."""
        self._judged = frozenset(workspace.verdicts(article_id))
        self._places = list(workspace.index(article_id).places())
        self._tag_set = workspace.tag_set

    def weigh(self, told: Sequence[Suggestion]) -> Offered:
        """Find out which suggestions are offered.

        Args:
            told: The suggestions, by place.
        """
        # Loaded when there is a suggestion, by who made it.
        from reader.suggest.reading import Ranges

        tagged: dict[str, Ranges] = {}
        for kind in {one.kind for one in told}:
            names = _hiding(self._tag_set, kind)
            if names is not None:
                tagged[kind] = Ranges(
                    (start, end) for name, start, end in self._places if name in names
                )
        offered = bytearray(
            one.kind in tagged
            and key_of(one) not in self._judged
            and not tagged[one.kind].hold(one.span.start, one.span.end)
            for one in told
        )
        return Offered(told, offered, self._judged, self._tag_set)


class Offered:
    """What is offered of an article's suggestions.

    Attributes:
        tag_set: The kinds of tag.
    """

    def __init__(
        self,
        told: Sequence[Suggestion],
        offered: bytearray,
        judged: frozenset[Key],
        tag_set: TagSet,
    ) -> None:
        """Hold what was found out.

        Args:
            told: The suggestions, by place.
            offered: 1 for each that is offered.
            judged: Those that were judged then.
            tag_set: The kinds of tag.
        """
        self.tag_set = tag_set
        self._told = told
        self._offered = offered
        self._judged = judged
        self._hiding: dict[str, frozenset[str] | None] = {}
        self._longest = max((len(one.span) for one in told), default=0)
        self._left: Sequence[Suggestion] | None = None

    @property
    def left(self) -> Sequence[Suggestion]:
        """Those that are offered, by place; the same object until they are others."""
        if self._left is None:
            self._left = list(compress(self._told, self._offered))
        return self._left

    def follow(self, workspace: Workspace, article_id: str, spans: Collection[Span]) -> bool | None:
        """Look again at what may have changed.

        Args:
            workspace: Where it changed.
            article_id: The article.
            spans: Where tags came, went, or became others.

        Returns:
            Whether others are offered than before; ``None`` where so much changed that
            it is quicker to begin anew.
        """
        judged = workspace.verdicts(article_id)
        others = self._judged.symmetric_difference(judged)
        if len(spans) + len(others) > len(self._told) // _SHARE + _SHARE:
            return None
        if others:
            self._judged = frozenset(judged)
        numbers = {
            number
            for start, end in (*_places(spans), *((start, end) for start, end, _kind in others))
            for number in self._near(start, end)
        }
        differs = False
        for number in numbers:
            offered = self._is_offered(workspace, article_id, self._told[number], judged)
            if offered != self._offered[number]:
                self._offered[number] = offered
                differs = True
        if differs:
            self._left = None
        return differs

    def _near(self, start: int, end: int) -> Iterable[int]:
        """Return the numbers of the suggestions that may share a character with a stretch."""
        first = bisect_left(self._told, start - self._longest, key=_start)
        return range(first, bisect_left(self._told, end, key=_start))

    def _is_offered(
        self, workspace: Workspace, article_id: str, one: Suggestion, judged: Mapping[Key, object]
    ) -> bool:
        if one.kind not in self._hiding:
            self._hiding[one.kind] = _hiding(self.tag_set, one.kind)
        names = self._hiding[one.kind]
        if names is None or key_of(one) in judged:
            return False
        tags = workspace.index(article_id).overlapping(one.span)
        return not any(tag.kind in names for tag in tags)


def _places(spans: Iterable[Span]) -> Iterable[tuple[int, int]]:
    return ((span.start, span.end) for span in spans)


def _hiding(tag_set: TagSet, kind: str) -> frozenset[str] | None:
    """Return the kinds a tag of which hides a suggestion; ``None`` where its kind is gone."""
    return with_narrower(tag_set, [kind]) if tag_set.get(kind) is not None else None


def _start(suggestion: Suggestion) -> int:
    return suggestion.span.start
