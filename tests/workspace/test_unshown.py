"""Tags in an article that somebody else removed: kept, and not without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.text.article import Article
from reader.workspace import Workspace, editing
from reader.workspace.replacing import orphans, replace_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]

KEPT = {
    1: "1 tag made in it is not shown; it is kept, and comes",
    2: "2 tags made in it are not shown; they are kept, and come",
}


@pytest.mark.parametrize("number", [1, 2])
def test_tags_and_a_removal_that_meet_are_said_on_both_sides(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, article: Article, number: int
) -> None:
    seen = tag(workspace, 6, 8)
    other = open_elsewhere()
    other.apply(editing.remove_article(other, article.id))
    made = [tag(workspace, start, start + 2) for start in range(number)]
    sentence = (
        f"“{article.title}” is removed from the workspace, so {KEPT[number]} back when the "
        "article is imported again."
    )
    there = other.take(other.look())
    assert (bool(there), there.left) == (False, sentence)
    here = workspace.take(workspace.look())
    assert not workspace.annotations
    # The one made before is of this session too.
    assert here.left.startswith(f"“{article.title}” is removed from the workspace, so ")
    assert f"{number + 1} tags" in here.left
    assert here.others
    workspace.add_article(article)
    assert set(workspace.annotations) == {seen.id, *(one.id for one in made)}
    assert other.take(other.look()).left == ""
    assert set(other.annotations) == set(workspace.annotations)


def test_nothing_is_said_where_none_met(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, article: Article, other_article: Article
) -> None:
    tag(workspace, 0, 2)
    workspace.add_article(other_article)
    other = open_elsewhere()
    mine = tag(other, 3, 5)
    workspace.take(workspace.look())
    workspace.apply(editing.untag(workspace, [mine.id]))
    assert other.take(other.look()).left == ""
    other.apply(editing.remove_article(other, other_article.id))
    assert workspace.take(workspace.look()).left == ""
    # The file of an article that is gone is another matter, and said as that.
    (workspace.folder / "articles" / f"{article.id}.json").unlink()
    tag(workspace, 6, 8)
    assert other.take(other.look()).left == ""
    assert workspace.take(workspace.look()).left == ""


def test_tags_of_a_replaced_article_wait_for_review_instead(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, article: Article
) -> None:
    other = open_elsewhere()
    replace_article(workspace, article.id, Article.from_text(article.text + "又一行\n"))
    made = tag(other, 0, 2)
    assert workspace.take(workspace.look()).left == ""
    assert [orphan.annotation for orphan in orphans(workspace)] == [made]
