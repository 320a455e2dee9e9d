"""The tags of a workspace that are learned from, gathered a little at a time and kept up to date.

Those that are names: rules look for them in every article. And those on words that were rejected
as suggestions, since a tag says that they are of the kind after all. Knows no widget.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from reader.annotation.annotation import Annotation
    from reader.annotation.verdict import Verdict
    from reader.workspace import ChangeSet, Workspace

# Kinds of which tags are names.
_NAMES: Final = frozenset(["programme", "honour"])


class TaggedNames:
    """Gathers the tags that are names, and those on words that were rejected."""

    def __init__(self, articles: Iterable[str] = ()) -> None:
        """Begin with none.

        Args:
            articles: The ids of the articles whose tags are to be gathered.
        """
        self._tags: dict[str, Annotation] = {}
        # A kind and words in their plain form.
        self._rejected: frozenset[tuple[str, str]] = frozenset()
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

    def doubt(self, verdicts: Iterable[Verdict], articles: Iterable[str]) -> bool:
        """Take the verdicts as they are now; where more words were rejected, gather anew.

        Args:
            verdicts: All of the workspace.
            articles: The ids of its articles.

        Returns:
            Whether there is more to gather.
        """
        from reader.suggest.learning import plain_form

        rejected = frozenset(
            (one.kind, plain_form(one.words))
            for one in verdicts
            if not one.accepted and one.kind not in _NAMES
        )
        if not rejected <= self._rejected:
            self._waiting, self._gathering = list(articles), None
        self._rejected = rejected
        return not self.complete

    def gather(self, workspace: Workspace, seconds: float) -> None:
        """Go on gathering for so long."""
        until = perf_counter() + seconds
        while self._waiting and perf_counter() < until:
            if self._gathering is None:
                self._gathering = _tags_in(workspace, self._waiting[-1], self._rejected)
            found = next(self._gathering, None)
            if found is None:
                self._gathering = None
                self._waiting.pop()
            else:
                self._tags.update((tag.id, tag) for tag in found)

    def follow(self, changes: ChangeSet) -> bool:
        """Keep up with a change; return whether it may be one of these tags."""
        concerned = bool(changes.verdicts)
        for tag_id, (_, after) in changes.annotations.items():
            if after is not None and self._says_something(after):
                self._tags[tag_id] = after
                concerned = True
            elif self._tags.pop(tag_id, None) is not None:
                concerned = True
        return concerned

    def _says_something(self, tag: Annotation) -> bool:
        if tag.kind in _NAMES or not self._rejected:
            return tag.kind in _NAMES
        from reader.suggest.learning import plain_form

        return (tag.kind, plain_form(tag.quote)) in self._rejected


def _tags_in(
    workspace: Workspace, article_id: str, rejected: Collection[tuple[str, str]]
) -> Iterator[Sequence[Annotation]]:
    """Yield the tags of an article to be learned from, as they are when they are asked for."""
    if article_id not in workspace.articles:
        return
    from reader.suggest.learning import plain_form

    text = workspace.articles[article_id].text
    doubted = {kind for kind, _ in rejected}
    places = dict.fromkeys(
        place
        for place in workspace.index(article_id).places()
        if place[0] in _NAMES or place[0] in doubted
    )
    for kind, start, end in places:
        if article_id not in workspace.articles:
            return
        if kind not in _NAMES and (kind, plain_form(text[start:end])) not in rejected:
            yield ()
            continue
        span = Span(start, end)
        # Other tags are not even made.
        near = workspace.index(article_id).overlapping(span)
        yield [tag for tag in near if tag.kind == kind and tag.span == span]
