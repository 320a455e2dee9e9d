"""Tagging all places of the same words, and deleting those tags, as one step each."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.index import AnnotationIndex
from reader.text.occurrences import Words
from reader.text.span import Span
from reader.workspace import RefusedError, editing
from reader.workspace.tagging_all import (
    Place,
    is_tagged,
    tag_all,
    tagged_places,
    untag_all,
    untagged_places,
)
from tests.annotation.strategies import annotation
from tests.annotation.strategies import spans as some_spans

if TYPE_CHECKING:
    from reader.text.article import Article
    from reader.workspace import Workspace


SPANS = some_spans(12)


@pytest.fixture
def found(workspace: Workspace, article: Article, other_article: Article) -> dict[str, list[Span]]:
    """Find the same words in two articles and in one that the workspace does not have."""
    if other_article.id not in workspace.articles:
        workspace.add_article(other_article)
    words = Words.of("社区")
    here = [article.id, other_article.id]
    spans = {one: list(words.occurrences(workspace.articles[one].text)) for one in here}
    assert [len(spans[one]) for one in here] == [1, 100]
    return {**spans, "gone": [Span(0, 1)]}


def test_all_places_are_tagged_in_one_step_and_untagged_in_another(
    workspace: Workspace, found: dict[str, list[Span]]
) -> None:
    places = untagged_places(workspace, found, "honour")
    assert len(places) == 101
    workspace.apply(tag_all(workspace, places, "honour", {"title": "先进"}, "全部"))
    made = list(workspace.annotations.values())
    assert {one.quote for one in made} == {"社区", "社區"}
    assert len(made) == 101
    assert {(one.kind, one.note, one.attributes["title"]) for one in made} == {
        ("honour", "全部", "先进")
    }
    assert all(one.anchor.holds_in(workspace.articles[one.article].text) for one in made)
    assert workspace.undo_label == "Tag all"
    assert untagged_places(workspace, found, "honour") == []
    assert len(untagged_places(workspace, found, "metric")) == 101
    tagged = tagged_places(workspace, found, "honour")
    assert [(one.article, one.span) for one in tagged] == [
        (one.article, one.span) for one in places
    ]
    assert tagged_places(workspace, found, "metric") == []
    workspace.apply(untag_all(workspace, tagged[:50]))
    assert len(workspace.annotations) == 51
    assert workspace.undo_label == "Delete tags"
    workspace.undo()
    workspace.undo()
    assert len(workspace.annotations) == 0


def test_a_longer_tag_of_the_kind_covers_the_words_and_one_of_another_kind_does_not(
    workspace: Workspace, found: dict[str, list[Span]], article: Article
) -> None:
    (span,) = found[article.id]
    wide = Span(span.start - 2, span.end)
    workspace.apply(editing.tag(workspace, article.id, wide, "honour"))
    only = {article.id: [span]}
    assert untagged_places(workspace, only, "honour") == []
    assert untagged_places(workspace, only, "metric") == [Place(article.id, span)]
    # It stands on other words, so it is not one of theirs.
    assert tagged_places(workspace, only, "honour") == []


@settings(max_examples=80, deadline=None)
@given(st.lists(SPANS), st.lists(st.tuples(SPANS, st.sampled_from(["honour", "metric"]))))
def test_a_place_is_left_where_no_tag_of_the_kind_covers_it(
    spans: list[Span], tags: list[tuple[Span, str]]
) -> None:
    index = AnnotationIndex()
    for number, (span, kind) in enumerate(tags):
        index.put(annotation(span.start, span.end, name=str(number), kind=kind))
    counts = Counter(kind for _, kind in tags)
    workspace = SimpleNamespace(
        articles={"x": None}, index=lambda _: index, counts=lambda _: counts
    )
    left = untagged_places(cast("Workspace", workspace), {"x": spans, "y": spans}, "honour")
    wanted = [span for span in spans if not is_tagged(index, span, "honour")]
    assert sorted(place.span for place in left) == sorted(wanted)


def test_what_was_done_since_the_places_were_found_is_respected(
    workspace: Workspace, found: dict[str, list[Span]], article: Article
) -> None:
    places = untagged_places(workspace, found, "honour")
    workspace.apply(editing.tag(workspace, article.id, places[0].span, "honour"))
    workspace.apply(editing.tag(workspace, places[1].article, places[1].span, "honour"))
    workspace.apply(editing.remove_article(workspace, article.id))
    operation = tag_all(workspace, places, "honour")
    assert len(operation.edits) == 99
    (mine, *_) = tagged_places(workspace, found, "honour")
    assert mine.tag is not None
    workspace.apply(editing.move(workspace, mine.tag, Span(0, 3)))
    assert untag_all(workspace, [mine, Place("x", mine.span, "gone"), places[2]]).edits == ()


def test_a_kind_that_is_not_there_is_refused(
    workspace: Workspace, found: dict[str, list[Span]]
) -> None:
    with pytest.raises(RefusedError):
        workspace.apply(tag_all(workspace, untagged_places(workspace, found, "x"), "x"))
    assert len(workspace.annotations) == 0
