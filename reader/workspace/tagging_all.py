"""Tagging the same words wherever they stand, and deleting the tags on them, each in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, Operation
from reader.collecting import CollectionPause
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.annotation.index import AnnotationIndex
    from reader.annotation.tag_set import AttributeValue
    from reader.text.span import Span
    from reader.workspace.workspace import Workspace

Found = Mapping[str, "Sequence[Span]"]
"""Where words stand, by the id of the article; code points of the source."""


class Place(NamedTuple):
    """A passage of an article.

    Attributes:
        article: The article's id.
        span: The passage, in code points of the source.
        tag: The id of the tag that stands on exactly this passage, if one is meant.
    """

    article: str
    span: Span
    tag: str | None = None


def is_tagged(index: AnnotationIndex, span: Span, kind: str) -> bool:
    """Return whether a tag of a kind covers all of a passage."""
    return any(one.kind == kind and one.span.contains(span) for one in index.overlapping(span))


def untagged_places(workspace: Workspace, found: Found, kind: str) -> list[Place]:
    """Return the places that no tag of a kind covers; those of articles that are gone are not."""
    places: list[Place] = []
    for article, spans in _still_there(workspace, found):
        if workspace.counts(article).get(kind):
            tagged = (one.span for one in workspace.index(article) if one.kind == kind)
            spans = _uncovered(spans, sorted(tagged, key=_start))
        places += [Place(article, span) for span in spans]
    return places


def _uncovered(spans: Iterable[Span], tagged: Sequence[Span]) -> list[Span]:
    """Return the spans, in order, that none of others covers, which are in order of their starts.

    Asking for each span by itself would take a quarter of a second for ten thousand.
    """
    left: list[Span] = []
    reached = at = 0
    for span in sorted(spans, key=_start):
        while at < len(tagged) and tagged[at].start <= span.start:
            reached = max(reached, tagged[at].end)
            at += 1
        if reached < span.end:
            left.append(span)
    return left


def _start(span: Span) -> int:
    return span.start


def tagged_places(workspace: Workspace, found: Found, kind: str) -> list[Place]:
    """Return the places that a tag of a kind stands on, one for each of these tags."""
    return [
        Place(article, span, one.id)
        for article, spans in _still_there(workspace, found)
        if workspace.counts(article).get(kind)
        for span in spans
        for one in workspace.index(article).overlapping(span)
        if one.kind == kind and one.span == span
    ]


def tag_all(
    workspace: Workspace,
    places: Iterable[Place],
    kind: str,
    attributes: Mapping[str, AttributeValue] | None = None,
    note: str = "",
) -> Operation:
    """Tag passages, as one step of undo.

    What others did since the places were found is respected: articles that are
    gone and passages that are tagged by now are passed over.

    Args:
        workspace: Where.
        places: The passages.
        kind: The name of a kind of the tag set.
        attributes: What is known of all of them.
        note: A remark on each.
    """
    by_article: defaultdict[str, list[Span]] = defaultdict(list)
    for place in places:
        by_article[place.article].append(place.span)
    now = workspace.now()
    made = (
        Annotation(
            id=workspace.new_id(),
            article=place.article,
            anchor=Anchor.at(workspace.articles[place.article].text, place.span),
            kind=kind,
            author=workspace.author,
            created=now,
            modified=now,
            attributes=attributes or {},
            note=note,
        )
        for place in untagged_places(workspace, by_article, kind)
    )
    with CollectionPause():
        return Operation(mark("Tag all"), tuple(AnnotationEdit(None, one) for one in made))


def untag_all(workspace: Workspace, places: Iterable[Place]) -> Operation:
    """Delete the tags of places, as one step of undo.

    Those that are gone or were moved since are passed over.
    """
    meant = {place.tag: place.span for place in places}
    known = ((workspace.annotations.get(one or ""), span) for one, span in meant.items())
    edits = (AnnotationEdit(one, None) for one, span in known if one and one.span == span)
    return Operation(mark("Delete tags"), tuple(edits))


def _still_there(workspace: Workspace, found: Found) -> Iterator[tuple[str, Sequence[Span]]]:
    return ((one, spans) for one, spans in found.items() if one in workspace.articles)
