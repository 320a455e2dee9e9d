"""Undo where others changed the same things since: what fits is undone, nothing is held up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import AnnotationEdit, Operation
from reader.annotation.tag_set import TagSet
from reader.workspace import ChangeSet, RefusedError, Workspace, editing
from reader.workspace.files.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]


def take(workspace: Workspace) -> ChangeSet:
    return workspace.take(workspace.look())


def notes(workspace: Workspace, tags: list[Annotation]) -> list[str]:
    return [workspace.annotations[one.id].note for one in tags]


@pytest.fixture
def other(workspace: Workspace, open_elsewhere: Open) -> Workspace:
    return open_elsewhere()


def test_what_others_changed_of_a_step_is_left_and_said(
    workspace: Workspace, other: Workspace, tag: Tag, open_again: Open
) -> None:
    made = [tag(workspace, start, start + 2) for start in range(3)]
    workspace.apply(editing.untag(workspace, [one.id for one in made]))
    workspace.undo()
    edits = tuple(AnnotationEdit(one, one.with_details("", note="改")) for one in made)
    workspace.apply(Operation("Edit all", edits))
    take(other)
    other.apply(editing.describe(other, made[1].id, note="乙"))
    take(workspace)
    changes = workspace.undo()
    assert changes is not None
    assert changes.left == (
        "“Edit all” was undone in 2 of 3 places; the other was changed again since, and left as "
        "it is."
    )
    assert set(changes.annotations) == {made[0].id, made[2].id}
    assert notes(workspace, made) == ["", "乙", ""]
    assert workspace.conflicts == {}
    workspace.close()
    # And after opening again.
    with open_again() as again:
        assert (again.redo_label, again.undo_label) == ("Edit all", "Tag")
        changes = again.redo()
        assert changes is not None
        assert changes.left == ""
        assert notes(again, made) == ["改", "乙", "改"]
        other_changes = take(other)
        assert len(other_changes.annotations) == 2
        # What is as it was made then can be undone again, all of it.
        other.undo()
        take(again)
        changes = again.undo()
        assert changes is not None
        assert changes.left == ""
        assert notes(again, made) == ["", "", ""]


def test_a_step_of_which_nothing_fits_is_passed_over_and_the_one_before_is_undone(
    workspace: Workspace, other: Workspace, tag: Tag, open_again: Open
) -> None:
    first, second = tag(workspace, 0, 3), tag(workspace, 5, 8)
    take(other)
    other.apply(editing.untag(other, [second.id]))
    take(workspace)
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    changes = workspace.undo()
    assert changes is not None
    assert not changes
    assert "passed over" in changes.left
    assert told == [changes]
    changes = workspace.undo()
    assert changes is not None
    assert dict(changes.annotations) == {first.id: (first, None)}
    assert workspace.undo() is None
    workspace.close()
    with open_again() as again:
        assert (again.undo_label, again.redo_label) == (None, "Tag")
        assert again.problems == ()
        changes = again.redo()
        assert changes is not None
        assert changes.left == ""
        changes = again.redo()
        assert changes is not None
        assert changes.left == "Nothing of “Tag” had been undone, so nothing was done again."
        assert set(again.annotations) == {first.id}
        assert (again.undo_label, again.redo_label) == ("Tag", None)


@pytest.mark.parametrize("live", [True, False])
def test_a_tag_of_a_kind_that_is_gone_comes_back_by_undo(
    workspace: Workspace, tag: Tag, open_again: Open, live: bool
) -> None:
    made = tag(workspace, 0, 3)
    workspace.apply(editing.untag(workspace, [made.id]))
    manifest = read_manifest(workspace.folder)
    kinds = tuple(kind for kind in manifest.tag_set if kind.name != made.kind)
    changed = replace(manifest, tag_set=TagSet(kinds)).to_bytes()
    (workspace.folder / "workspace.json").write_bytes(changed)
    if live:
        take(workspace)
    else:
        workspace.close()
        workspace = open_again()
    assert workspace.tag_set.get(made.kind) is None
    changes = workspace.undo()
    assert changes is not None
    assert changes.left == ""
    assert workspace.annotations == {made.id: made}
    workspace.redo()
    assert workspace.annotations == {}
    # A new one is refused as ever.
    with pytest.raises(RefusedError, match="the tag set has no kind"):
        workspace.apply(Operation("Tag", (AnnotationEdit(None, made),)))


def test_undo_under_a_removed_article_passes_over(
    workspace: Workspace, other: Workspace, tag: Tag, article: Article
) -> None:
    tag(workspace, 0, 3)
    take(other)
    other.apply(editing.remove_article(other, article.id))
    take(workspace)
    changes = workspace.undo()
    assert changes is not None
    assert "passed over" in changes.left
    assert workspace.undo_label is None


def test_undo_is_of_our_own_steps_however_much_comes_in_between(
    workspace: Workspace, other: Workspace, tag: Tag
) -> None:
    for start in range(5):
        tag(workspace, start, start + 2)
        take(other)
        tag(other, start, start + 3, "honour")
        take(workspace)
    for left in range(4, -1, -1):
        workspace.undo()
        take(other)
        assert sum(one.kind == "metric" for one in other.annotations.values()) == left
        assert sum(one.kind == "honour" for one in other.annotations.values()) == 5
    assert workspace.undo() is None
    assert other.undo_label == "Tag"
