"""What several people change about one article, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import ArticleEdit, Operation
from reader.text.article import Article
from reader.text.script import SourceScript
from reader.text.span import Span
from reader.workspace import RefusedError, Workspace, editing
from reader.workspace.replacing import replace_article

if TYPE_CHECKING:
    from collections.abc import Callable

    Open = Callable[..., Workspace]


@pytest.fixture
def other(workspace: Workspace, open_elsewhere: Open) -> Workspace:
    return open_elsewhere()


def take(*workspaces: Workspace) -> None:
    for workspace in workspaces:
        workspace.take(workspace.look())


def come_later(workspace: Workspace, article: Article) -> None:
    """Let what is done here next come later than what others do now."""
    workspace.apply(editing.tag(workspace, article.id, Span(3, 5), "metric"))
    workspace.undo()


@pytest.mark.parametrize("title_last", [True, False])
def test_a_title_and_a_script_set_out_of_sight_of_each_other_both_stay(
    workspace: Workspace, other: Workspace, article: Article, open_again: Open, title_last: bool
) -> None:
    come_later(workspace if title_last else other, article)
    workspace.apply(editing.retitle(workspace, article.id, "二"))
    other.apply(editing.set_script(other, article.id, SourceScript.TRADITIONAL))
    take(workspace, other)
    with open_again("wu") as third:
        for window in (workspace, other, third):
            details = window.details(article.id)
            assert (details.title, details.script) == ("二", "zh-Hant")


def test_undo_of_a_title_leaves_the_script_that_another_set_since(
    workspace: Workspace, other: Workspace, article: Article
) -> None:
    before = workspace.details(article.id)
    workspace.apply(editing.retitle(workspace, article.id, "二"))
    take(other)
    other.apply(editing.set_script(other, article.id, SourceScript.TRADITIONAL))
    take(workspace)
    changes = workspace.undo()
    assert changes is not None
    assert changes.left == ""
    take(other)
    for window in (workspace, other):
        details = window.details(article.id)
        assert (details.title, details.script) == (before.title, "zh-Hant")
    workspace.redo()
    assert workspace.details(article.id).title == "二"
    assert workspace.details(article.id).script == "zh-Hant"


def test_undo_of_a_title_that_another_changed_since_leaves_it(
    workspace: Workspace, other: Workspace, article: Article
) -> None:
    workspace.apply(editing.retitle(workspace, article.id, "二"))
    take(other)
    other.apply(editing.retitle(other, article.id, "三"))
    take(workspace)
    changes = workspace.undo()
    assert changes is not None
    assert "passed over" in changes.left
    assert workspace.details(article.id).title == "三"


def test_an_edit_made_before_another_field_changed_still_fits(
    workspace: Workspace, article: Article
) -> None:
    before = workspace.details(article.id)
    made = editing.retitle(workspace, article.id, "二")
    workspace.apply(editing.set_script(workspace, article.id, SourceScript.TRADITIONAL))
    workspace.apply(made)
    assert workspace.details(article.id).script == "zh-Hant"
    stale = ArticleEdit(article.id, before, type(before)("三"))
    with pytest.raises(RefusedError, match="changed in the meantime"):
        workspace.apply(Operation("Rename article", (stale,)))


@pytest.mark.parametrize("rename_last", [True, False])
def test_an_article_renamed_while_another_replaces_it_is_shown_once(
    workspace: Workspace,
    other: Workspace,
    article: Article,
    open_again: Open,
    rename_last: bool,
) -> None:
    workspace.apply(editing.tag(workspace, article.id, Span(0, 3), "metric"))
    take(other)
    later = Article.from_text(f"{article.text}，来了三千人")
    come_later(workspace if rename_last else other, article)
    workspace.apply(editing.retitle(workspace, article.id, "改名"))
    replace_article(other, article.id, later)
    take(workspace, other)
    with open_again("wu") as third:
        for window in (workspace, other, third):
            assert list(window.articles) == [later.id]
            assert window.details(article.id).title == "改名"
            assert window.replaced == {article.id: later.id}
            assert [tag.article for tag in window.annotations.values()] == [later.id]


@pytest.mark.parametrize("replaced_last", [True, False])
def test_removed_and_what_it_was_replaced_by_are_never_of_two_people(
    workspace: Workspace, other: Workspace, article: Article, replaced_last: bool
) -> None:
    later = Article.from_text(f"{article.text}，来了三千人")
    come_later(workspace if replaced_last else other, article)
    replace_article(workspace, article.id, later)
    other.apply(editing.remove_article(other, article.id))
    take(workspace, other)
    for window in (workspace, other):
        details = window.details(article.id)
        assert details.removed
        assert details.replaced_by == (later.id if replaced_last else None)
