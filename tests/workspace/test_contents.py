from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.anchor import Anchor
from reader.annotation.operation import AnnotationEdit, ArticleEdit, Operation
from reader.text.span import Span
from reader.workspace.memory.contents import stands_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import Edit
    from reader.text.article import Article
    from reader.workspace import Workspace

    Tag = Callable[..., Annotation]


@pytest.fixture
def removal(workspace: Workspace, article: Article) -> ArticleEdit:
    now = workspace.details(article.id)
    return ArticleEdit(article.id, now, replace(now, removed=True))


@pytest.mark.parametrize("what", ["described", "deleted", "made"])
def test_a_tag_changed_and_gone_in_one_step_is_told_by_its_two_ends(
    workspace: Workspace, tag: Tag, removal: ArticleEdit, what: str
) -> None:
    made = tag(workspace, 0, 3)
    new = replace(made, id="new")
    edit, told = {
        "described": (AnnotationEdit(made, replace(made, note="存疑")), {made.id: (made, None)}),
        "deleted": (AnnotationEdit(made, None), {made.id: (made, None)}),
        "made": (AnnotationEdit(None, new), {made.id: (made, None)}),
    }[what]
    before = dict(workspace.annotations)
    changes = workspace.apply(Operation("Clear away", (edit, removal)))
    assert dict(changes.annotations) == told
    assert not workspace.annotations
    changes = workspace.undo()  # type: ignore[assignment]
    assert dict(changes.annotations) == {made.id: (None, made)}
    assert dict(workspace.annotations) == before


def test_an_article_retitled_while_removed_stays_away(
    workspace: Workspace, article: Article, removal: ArticleEdit
) -> None:
    workspace.apply(Operation("Remove article", (removal,)))
    edit: Edit = ArticleEdit(article.id, removal.after, replace(removal.after, title="二"))
    changes = workspace.apply(Operation("Rename article", (edit,)))
    assert changes.articles == {article.id}
    assert not changes.annotations
    assert not workspace.articles
    assert workspace.details(article.id).title == "二"


def test_an_index_first_looked_at_late_holds_every_tag(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = [tag(workspace, start, start + 2) for start in range(3)]
    assert workspace.index(article.id).in_order() == made


def test_tags_that_were_read_are_found_from_every_place_within_them(
    workspace: Workspace, article: Article, tag: Tag, open_again: Callable[..., Workspace]
) -> None:
    made = [tag(workspace, *place) for place in ((0, 3), (1, 9), (4, 5), (6, 7))]
    workspace.close()
    index = open_again().index(article.id)
    for at in range(len(article.text)):
        held = [one for one in made if one.span.holds(at)]
        assert index.overlapping(Span(at, at + 1)) == held


@pytest.mark.parametrize(
    ("span", "quote", "stands"),
    [
        (Span(0, 3), "清溪镇", True),
        (Span(0, 3), "清溪村", False),
        (Span(0, 0), "", False),
        (Span(100, 103), "", False),
    ],
)
def test_a_tag_stands_where_its_words_are(
    workspace: Workspace, article: Article, tag: Tag, span: Span, quote: str, stands: bool
) -> None:
    made = tag(workspace, 0, 3)
    assert stands_in(made.with_anchor(Anchor(span, quote, "", ""), ""), article) is stands


def test_a_quote_that_runs_past_the_end_of_the_text_does_not_stand(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    length = len(article.text)
    anchor = Anchor(Span(length - 2, length + 2), article.text[-2:], "", "")
    assert not stands_in(made.with_anchor(anchor, ""), article)
