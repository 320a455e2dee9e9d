from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.anchor import Anchor
from reader.annotation.operation import AnnotationEdit, ArticleDetails, ArticleEdit, Operation
from reader.text.span import Span
from reader.workspace import RefusedError, editing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import Edit
    from reader.text.article import Article
    from reader.workspace import Workspace

    Tag = Callable[..., Annotation]


def refused(workspace: Workspace, *edits: Edit) -> str:
    """Return the sentence, having made sure that nothing changed."""
    told: list[object] = []
    leave = workspace.subscribe(told.append)

    def state() -> tuple[object, ...]:
        return (
            dict(workspace.annotations),
            dict(workspace.articles),
            {one: workspace.details(one) for one in workspace.articles},
            workspace.undo_label,
            {path: path.read_bytes() for path in workspace.folder.rglob("*.json*")},
        )

    before = state()
    with pytest.raises(RefusedError) as error:
        workspace.apply(Operation("Move tag", edits))
    assert state() == before
    assert not told
    leave()
    return str(error.value)


def test_an_edit_of_what_has_changed_since_is_refused(workspace: Workspace, tag: Tag) -> None:
    made = tag(workspace, 0, 3)
    workspace.apply(editing.describe(workspace, made.id, note="先"))
    sentence = (
        "“Move tag” was not done: the tag was changed in the meantime; "
        "look at it again and repeat the edit."
    )
    assert refused(workspace, AnnotationEdit(made, None)) == sentence
    assert refused(workspace, AnnotationEdit(None, made)) == sentence
    other = replace(made, id="new")
    assert refused(workspace, AnnotationEdit(other, other)) == sentence


def test_a_tag_must_quote_the_words_where_it_stands(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    length = len(article.text)
    for anchor in (
        replace(made.anchor, quote="清溪村"),
        replace(made.anchor, span=Span(1, 4)),
        Anchor(Span(length - 2, length + 1), article.text[-2:], "", ""),
        Anchor(Span(3, 3), "", "", ""),
    ):
        sentence = refused(workspace, AnnotationEdit(made, made.with_anchor(anchor, "")))
        assert "the article does not hold these words there" in sentence


def test_a_tag_must_be_of_a_kind_of_the_tag_set(workspace: Workspace, tag: Tag) -> None:
    made = tag(workspace, 0, 3)
    sentence = refused(workspace, AnnotationEdit(made, replace(made, kind="colour")))
    assert "the tag set has no kind “colour”" in sentence


def test_a_tag_stays_itself_and_in_its_article(
    workspace: Workspace, other_article: Article, tag: Tag
) -> None:
    workspace.add_article(other_article)
    made = tag(workspace, 0, 3)
    elsewhere = replace(made, article=other_article.id)
    assert "a tag stays in its article" in refused(workspace, AnnotationEdit(made, elsewhere))
    renamed = replace(made, id="other")
    assert "in the meantime" in refused(workspace, AnnotationEdit(made, renamed))


def test_an_article_must_be_there(workspace: Workspace, tag: Tag) -> None:
    made = tag(workspace, 0, 3)
    details = ArticleDetails("一")
    for edit in (
        AnnotationEdit(None, replace(made, id="new", article="0" * 16)),
        ArticleEdit("0" * 16, details, details),
    ):
        assert f"there is no article {'0' * 16} in the workspace" in refused(workspace, edit)


def test_a_removed_article_must_come_back_first(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    workspace.apply(editing.remove_article(workspace, article.id))
    for edit in (AnnotationEdit(made, None), AnnotationEdit(None, replace(made, id="new"))):
        assert "“清溪镇办了十二场讲座” was removed from the workspace" in refused(workspace, edit)
    removed = workspace.details(article.id)
    back = ArticleEdit(article.id, removed, replace(removed, removed=False))
    workspace.apply(Operation("Both", (back, AnnotationEdit(made, None))))
    assert (list(workspace.articles), list(workspace.annotations)) == ([article.id], [])
    workspace.undo()
    assert (list(workspace.articles), list(workspace.annotations)) == ([], [])
    workspace.undo()
    assert dict(workspace.annotations) == {made.id: made}


def test_an_article_that_changed_since_or_a_script_that_is_none_is_refused(
    workspace: Workspace, article: Article
) -> None:
    now = workspace.details(article.id)
    other = replace(now, title="别的")
    assert "the article was changed in the meantime" in refused(
        workspace, ArticleEdit(article.id, other, now)
    )
    assert "“zh-Latn” is no script; choose one of mixed, und, zh-Hans, zh-Hant" in refused(
        workspace, ArticleEdit(article.id, now, replace(now, script="zh-Latn"))
    )


def test_one_operation_changes_a_thing_once(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    edit = AnnotationEdit(made, replace(made, note="再"))
    assert "changes the same thing twice" in refused(workspace, edit, edit)
    now = workspace.details(article.id)
    rename = ArticleEdit(article.id, now, replace(now, title="二"))
    assert "changes the same thing twice" in refused(workspace, rename, rename)


def test_all_edits_happen_or_none(workspace: Workspace, tag: Tag) -> None:
    made = tag(workspace, 0, 3)
    good = AnnotationEdit(None, replace(made, id="new"))
    assert "in the meantime" in refused(workspace, good, AnnotationEdit(None, made))


def test_an_edit_of_nothing_is_refused(workspace: Workspace) -> None:
    assert "it is an edit of nothing" in refused(workspace, AnnotationEdit(None, None))


@pytest.mark.parametrize(
    "changes",
    [
        {"attributes": {"value": float("inf")}},
        {"attributes": {"value": float("nan")}},
        {"attributes": {"value": [1]}},
        {"attributes": {"value": object()}},
        {"attributes": {7: "x"}},
        {"unknown": {"pair": (1, 2)}},
        {"note": None},
    ],
)
def test_what_could_not_be_read_again_is_not_written(
    workspace: Workspace, tag: Tag, changes: dict[str, object], folder: Path
) -> None:
    made = tag(workspace, 0, 3)
    edit = AnnotationEdit(made, replace(made, **changes))  # type: ignore[arg-type]
    assert "it holds a value that cannot be saved" in refused(workspace, edit)
