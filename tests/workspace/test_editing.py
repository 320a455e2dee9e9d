from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.text.article import Article
from reader.text.script import SourceScript
from reader.text.span import Span
from reader.workspace import RefusedError, editing
from reader.workspace.replacing import orphans, replace_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.workspace import Workspace

    Tag = Callable[..., Annotation]


def test_a_tag_remembers_its_words_and_who_made_it(workspace: Workspace, article: Article) -> None:
    changes = workspace.apply(
        editing.tag(workspace, article.id, Span(11, 14), "programme", {"name": "野家"})
    )
    ((made_id, (before, made)),) = changes.annotations.items()
    assert before is None
    assert made is workspace.annotations[made_id]
    assert (made.quote, made.anchor.prefix[-2:], made.anchor.suffix[:2]) == (
        "𠮷野家",
        "座\n",
        "\r\n",
    )
    assert (made.kind, dict(made.attributes)) == ("programme", {"name": "野家"})
    assert (made.author, made.note) == ("lin", "")
    assert made.created == made.modified
    assert workspace.undo_label == "Tag"


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 500), Span(500, 501)])
def test_what_is_no_passage_is_refused(workspace: Workspace, article: Article, span: Span) -> None:
    with pytest.raises(RefusedError) as error:
        editing.tag(workspace, article.id, span, "metric")
    assert str(error.value) == (
        f"{span.start} to {span.end} is no passage of “清溪镇办了十二场讲座”, which has "
        f"{len(article.text)} characters; choose a start and a later end within it."
    )


def test_what_is_not_there_is_named(workspace: Workspace, article: Article) -> None:
    with pytest.raises(RefusedError, match="There is no article 0000 in "):
        editing.tag(workspace, "0000", Span(0, 1), "metric")
    with pytest.raises(
        RefusedError, match="no kind “colour” in the tag set; choose one of metric,"
    ):
        editing.tag(workspace, article.id, Span(0, 1), "colour")
    with pytest.raises(RefusedError, match="There is no tag abc in "):
        editing.untag(workspace, ["abc"])
    with pytest.raises(RefusedError, match="There is no tag abc in "):
        editing.move(workspace, "abc", Span(0, 1))
    with pytest.raises(RefusedError, match="There is no tag abc in "):
        editing.describe(workspace, "abc", note="")
    with pytest.raises(RefusedError, match="There is no article 0000 in "):
        editing.retitle(workspace, "0000", "二")


def test_several_tags_go_and_come_back_in_one_step(workspace: Workspace, tag: Tag) -> None:
    one, two = tag(workspace, 0, 3), tag(workspace, 2, 5)
    workspace.apply(editing.untag(workspace, [one.id, two.id, one.id]))
    assert not workspace.annotations
    assert workspace.undo_label == "Delete tag"
    workspace.undo()
    assert dict(workspace.annotations) == {one.id: one, two.id: two}


def test_a_moved_tag_keeps_everything_but_its_passage(workspace: Workspace, tag: Tag) -> None:
    made = tag(workspace, 0, 3)
    workspace.apply(editing.move(workspace, made.id, Span(1, 5)))
    moved = workspace.annotations[made.id]
    assert (moved.span, moved.quote, moved.anchor.prefix) == (Span(1, 5), "溪镇办了", "清")
    assert moved.modified > made.modified
    assert moved.with_anchor(made.anchor, made.modified) == made
    assert workspace.undo_label == "Move tag"
    assert editing.move(workspace, made.id, Span(1, 5)).edits == ()


def test_kind_attributes_and_note_change_each_alone(workspace: Workspace, tag: Tag) -> None:
    made = tag(workspace, 0, 3)
    for change in ({"kind": "honour"}, {"attributes": {"year": 2026}}, {"note": "存疑"}):
        workspace.apply(editing.describe(workspace, made.id, **change))
    described = workspace.annotations[made.id]
    assert (described.kind, dict(described.attributes), described.note) == (
        "honour",
        {"year": 2026},
        "存疑",
    )
    assert described.modified > made.modified
    assert workspace.undo_label == "Edit tag"


def test_what_changes_nothing_has_no_edits(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    assert editing.describe(workspace, made.id, kind="metric", attributes={}, note="").edits == ()
    assert editing.describe(workspace, made.id).edits == ()
    assert editing.retitle(workspace, article.id, article.title).edits == ()
    assert editing.set_script(workspace, article.id, None).edits == ()
    assert editing.untag(workspace, []).edits == ()


def test_a_title_stands_on_one_line_and_an_empty_one_is_the_first_again(
    workspace: Workspace, article: Article
) -> None:
    workspace.apply(editing.retitle(workspace, article.id, "  清溪\n 讲座 "))
    assert workspace.details(article.id).title == "清溪 讲座"
    assert workspace.undo_label == "Rename article"
    workspace.apply(editing.retitle(workspace, article.id, " \n"))
    assert workspace.details(article.id).title == article.title


def test_a_script_is_said_and_unsaid(workspace: Workspace, article: Article) -> None:
    detected = workspace.script(article.id)
    assert detected is SourceScript.SIMPLIFIED
    workspace.apply(editing.set_script(workspace, article.id, SourceScript.MIXED))
    assert workspace.script(article.id) is SourceScript.MIXED
    assert workspace.undo_label == "Set script"
    workspace.apply(editing.set_script(workspace, article.id, None))
    assert workspace.script(article.id) is detected


def test_a_removed_article_is_there_no_more_for_any_edit(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    workspace.apply(editing.remove_article(workspace, article.id))
    assert workspace.undo_label == "Remove article"
    with pytest.raises(RefusedError, match="it may have been removed"):
        editing.tag(workspace, article.id, Span(0, 1), "metric")
    with pytest.raises(RefusedError, match="it may have been removed"):
        editing.remove_article(workspace, article.id)
    with pytest.raises(RefusedError, match="it may have been deleted"):
        editing.untag(workspace, [made.id])


def test_an_earlier_state_of_a_tag_is_brought_back_and_that_is_undone(
    workspace: Workspace, tag: Tag
) -> None:
    made = tag(workspace, 5, 10)
    workspace.apply(editing.describe(workspace, made.id, note="核对"))
    noted = workspace.annotations[made.id]
    operation = editing.bring_back(workspace, made)
    assert operation.label == "Bring back tag"
    workspace.apply(operation)
    back = workspace.annotations[made.id]
    assert (back.note, back.created, back.author) == ("", made.created, made.author)
    assert back.modified > noted.modified
    assert editing.bring_back(workspace, made).edits == ()
    workspace.undo()
    assert workspace.annotations[made.id] == noted


def test_a_deleted_tag_is_brought_back(workspace: Workspace, tag: Tag) -> None:
    made = tag(workspace, 5, 10)
    workspace.apply(editing.untag(workspace, [made.id]))
    workspace.apply(editing.bring_back(workspace, made))
    assert workspace.annotations[made.id].quote == made.quote
    workspace.undo()
    assert made.id not in workspace.annotations


def test_a_tag_is_brought_back_where_its_text_is_now(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 5, 10)
    place = article.text.index("三千人")
    lost = tag(workspace, place, place + 3)
    workspace.apply(editing.describe(workspace, made.id, note="核对"))
    workspace.apply(editing.describe(workspace, lost.id, note="核对"))
    later = Article.from_text(article.text.replace("三千人", "数百位居民"))
    replace_article(workspace, article.id, later)
    moved = workspace.annotations[made.id]
    assert moved.article == later.id
    workspace.apply(editing.bring_back(workspace, made))
    back = workspace.annotations[made.id]
    assert (back.article, back.anchor, back.note) == (later.id, moved.anchor, "")
    # One that waits for a place goes on waiting.
    workspace.apply(editing.bring_back(workspace, lost))
    (orphan,) = orphans(workspace)
    assert (orphan.annotation.id, orphan.annotation.note) == (lost.id, "")
    workspace.apply(editing.untag(workspace, [made.id]))
    workspace.apply(editing.bring_back(workspace, made))
    assert {one.annotation.id for one in orphans(workspace)} == {made.id, lost.id}


def test_a_tag_comes_back_only_into_an_article_that_is_there(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 5, 10)
    workspace.apply(editing.remove_article(workspace, article.id))
    with pytest.raises(RefusedError) as error:
        editing.bring_back(workspace, made)
    assert str(error.value) == (
        f"“{article.title}”, which “{made.quote}” stood in, was removed from the workspace; "
        "import it again, and then bring the tag back."
    )
    with pytest.raises(RefusedError, match=f"“{made.quote}” stood in is not in .*; import it"):
        editing.bring_back(workspace, replace(made, id="0", article="0000"))
