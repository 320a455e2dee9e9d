"""Two people's edits of one tag, made out of sight of each other: both are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import AnnotationEdit
from reader.workspace import ChangeSet, RefusedError, Workspace, editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.workspace.memory.conflicts import Head

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]


def note(workspace: Workspace, tag_id: str, text: str) -> None:
    workspace.apply(editing.describe(workspace, tag_id, note=text))


def take(workspace: Workspace) -> ChangeSet:
    return workspace.take(workspace.look())


def notes(workspace: Workspace, tag_id: str) -> list[str | None]:
    heads = workspace.conflicts[tag_id].heads
    return [head.annotation.note if head.annotation else None for head in heads]


@pytest.fixture
def made(workspace: Workspace, tag: Tag) -> Annotation:
    return tag(workspace, 0, 3)


@pytest.fixture
def other(workspace: Workspace, made: Annotation, open_elsewhere: Open) -> Workspace:
    return open_elsewhere()


def test_edits_in_sight_of_each_other_are_no_conflict(
    workspace: Workspace, other: Workspace, made: Annotation
) -> None:
    for one, text in [(other, "一"), (workspace, "二"), (other, "三")]:
        take(one)
        note(one, made.id, text)
    assert not take(workspace).conflicts
    assert workspace.annotations[made.id].note == "三"
    assert workspace.conflicts == other.conflicts == {}


def test_both_versions_are_kept_with_who_made_them_and_the_later_is_shown(
    workspace: Workspace, other: Workspace, made: Annotation, open_again: Open
) -> None:
    note(other, made.id, "乙")
    note(workspace, made.id, "甲")
    changes = take(workspace)
    assert changes.conflicts == {made.id}
    assert take(other).conflicts == {made.id}
    conflict = workspace.conflicts[made.id]
    assert conflict == other.conflicts[made.id] == open_again().conflicts[made.id]
    assert {head.author for head in conflict.heads} == {"lin", "chen"}
    assert {head.writer for head in conflict.heads} == {workspace.writer, other.writer}
    assert conflict.heads[-1].annotation == workspace.annotations[made.id]
    for head in conflict.heads:
        assert head.annotation is not None
        assert head.time >= head.annotation.modified
        assert head.annotation.note == ("甲" if head.author == "lin" else "乙")


def test_deleting_what_another_edits_is_a_conflict_too(
    workspace: Workspace, other: Workspace, made: Annotation, tag: Tag
) -> None:
    note(other, made.id, "乙")
    tag(workspace, 5, 8)
    workspace.apply(editing.untag(workspace, [made.id]))
    take(other)
    take(workspace)
    assert made.id not in other.annotations
    assert notes(workspace, made.id) == notes(other, made.id) == ["乙", None]


def test_the_same_edit_twice_is_one_version(
    workspace: Workspace, other: Workspace, made: Annotation
) -> None:
    for one in (workspace, other):
        one.apply(editing.untag(one, [made.id]))
    assert not take(workspace)
    assert not take(other)
    assert workspace.conflicts == other.conflicts == {}


def test_an_edit_of_the_version_shown_leaves_the_other_to_settle(
    workspace: Workspace, other: Workspace, made: Annotation
) -> None:
    note(other, made.id, "乙")
    note(workspace, made.id, "甲")
    take(workspace)
    hidden = notes(workspace, made.id)[0]
    note(workspace, made.id, "丙")
    assert notes(workspace, made.id) == [hidden, "丙"]
    take(other)
    assert notes(other, made.id) == [hidden, "丙"]


@pytest.mark.parametrize("which", [0, 1])
def test_a_choice_holds_everywhere_and_ends_the_conflict(
    workspace: Workspace, other: Workspace, made: Annotation, which: int, open_again: Open
) -> None:
    note(other, made.id, "乙")
    note(workspace, made.id, "甲")
    take(workspace)
    head = workspace.conflicts[made.id].heads[which]
    operation = editing.settle(workspace, made.id, head)
    assert operation.label == "Settle conflict"
    changes = workspace.apply(operation)
    assert changes.conflicts == {made.id}
    assert bool(changes.annotations) is (which == 0)
    assert workspace.annotations[made.id] == head.annotation
    changes = take(other)
    assert other.annotations[made.id] == head.annotation
    for one in (workspace, other, open_again()):
        assert one.conflicts == {}
    workspace.undo()
    assert workspace.conflicts == {}


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("later", ["workspace", "other"])
def test_a_choice_may_be_that_the_tag_is_deleted(
    workspace: Workspace, other: Workspace, made: Annotation, tag: Tag, which: int, later: str
) -> None:
    tag(workspace if later == "workspace" else other, 5, 8)
    note(other, made.id, "乙")
    workspace.apply(editing.untag(workspace, [made.id]))
    take(workspace)
    head = workspace.conflicts[made.id].heads[which]
    workspace.apply(editing.settle(workspace, made.id, head))
    take(other)
    for one in (workspace, other):
        assert one.annotations.get(made.id) == head.annotation
        assert one.conflicts == {}


@pytest.mark.parametrize("first", ["workspace", "other"])
@pytest.mark.parametrize("alike", [True, False])
def test_two_people_choosing_alike_agree_and_otherwise_have_a_conflict_again(
    workspace: Workspace, other: Workspace, made: Annotation, tag: Tag, alike: bool, first: str
) -> None:
    note(other, made.id, "乙")
    note(workspace, made.id, "甲")
    take(workspace)
    take(other)
    # Whose choice comes first in the order of entries must not matter.
    tag(other if first == "workspace" else workspace, 5, 8)
    heads = workspace.conflicts[made.id].heads
    workspace.apply(editing.settle(workspace, made.id, heads[0]))
    other.apply(editing.settle(other, made.id, heads[0] if alike else heads[1]))
    for one in (workspace, other):
        take(one)
        assert (made.id in one.conflicts) is not alike
    assert workspace.conflicts == other.conflicts


def test_a_choice_between_versions_that_changed_since_is_refused(
    workspace: Workspace, other: Workspace, made: Annotation
) -> None:
    with pytest.raises(RefusedError, match="have changed; look at them again"):
        editing.settle(workspace, made.id, None)  # type: ignore[arg-type]
    note(other, made.id, "乙")
    note(workspace, made.id, "甲")
    take(workspace)
    old = workspace.conflicts[made.id].heads
    chosen = editing.settle(workspace, made.id, old[1])
    note(workspace, made.id, "丙")
    gone: Head = next(head for head in old if head not in workspace.conflicts[made.id].heads)
    with pytest.raises(RefusedError, match="have changed; look at them again"):
        editing.settle(workspace, made.id, gone)
    with pytest.raises(RefusedError, match="was changed in the meantime"):
        workspace.apply(chosen)
    (edit,) = chosen.edits
    assert isinstance(edit, AnnotationEdit)


def test_a_conflict_in_a_removed_article_is_not_shown_until_that_comes_back(
    workspace: Workspace, other: Workspace, made: Annotation, article: Article
) -> None:
    note(other, made.id, "乙")
    note(workspace, made.id, "甲")
    take(workspace)
    changes = workspace.apply(editing.remove_article(workspace, article.id))
    assert changes.conflicts == {made.id}
    assert workspace.conflicts == {}
    changes = workspace.add_article(article)
    assert changes.conflicts == {made.id}
    assert len(workspace.conflicts[made.id].heads) == 2
