"""Kinds of tag that users make, change, remove and arrange, alone and apart from each other."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import AnnotationEdit, KindEdit, Operation
from reader.annotation.tag_set import Attribute, AttributeType, TagKind, TagSet
from reader.text.span import Span
from reader.workspace import RefusedError, Workspace, editing
from reader.workspace.checks.check import examine
from reader.workspace.files.manifest import read_manifest
from reader.workspace.journals.compaction import compact, read_compacted
from reader.workspace.journals.past import read_past
from reader.workspace.journals.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.workspace import ChangeSet

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]

PLACE = TagKind(
    "place", "Place", "#8a4a9e", "4", (Attribute("since", "Since", AttributeType.DATE),)
)
VILLAGE = TagKind("village", "Village", "#6a5a00", "", (), "place")


def names(workspace: Workspace) -> list[str]:
    return [kind.name for kind in workspace.tag_set]


def put(workspace: Workspace, *kinds: TagKind) -> None:
    for kind in kinds:
        workspace.apply(editing.put_kind(workspace, kind))


def kind_of(workspace: Workspace, name: str) -> TagKind:
    kind = workspace.tag_set.get(name)
    assert kind is not None
    return kind


def take(workspace: Workspace) -> ChangeSet:
    return workspace.take(workspace.look())


@pytest.fixture
def other(workspace: Workspace, open_elsewhere: Open) -> Workspace:
    """Return the same workspace, open on another machine."""
    assert workspace.articles
    return open_elsewhere()


def test_a_kind_that_is_made_is_there_for_everybody_and_after_opening(
    workspace: Workspace, other: Workspace, open_again: Open, article: Article, tag: Tag
) -> None:
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    put(workspace, PLACE)
    assert [changes.tag_set for changes in told] == [True]
    assert workspace.tag_set.kinds[-1] == replace(PLACE, order=3)
    assert workspace.counts(article.id)["place"] == 0
    made = tag(workspace, 0, 3, "place")
    assert not told[-1].tag_set
    changes = take(other)
    assert changes.tag_set
    assert other.tag_set == workspace.tag_set
    assert other.annotations == {made.id: made}
    assert other.counts(article.id)["place"] == 1
    workspace.close()
    assert open_again().tag_set == other.tag_set
    assert examine(workspace.folder).findings == []
    assert workspace.undo_label == "Tag"


def test_a_kind_is_changed_in_sight_and_undone(workspace: Workspace, folder: Path) -> None:
    base = (folder / "workspace.json").read_bytes()
    metric = kind_of(workspace, "metric")
    put(workspace, replace(metric, label=" 数字 ", colour="#8A4A9E", key=" q "))
    changed = kind_of(workspace, "metric")
    assert (changed.label, changed.colour, changed.key) == ("数字", "#8a4a9e", "q")
    assert names(workspace) == ["metric", "programme", "honour"]
    assert not editing.put_kind(workspace, changed).edits
    assert workspace.undo_label == "Change kind of tag"
    workspace.undo()
    assert kind_of(workspace, "metric") == metric
    workspace.redo()
    assert kind_of(workspace, "metric") == changed
    # The tag set of workspace.json is not written again, only the version.
    now = json.loads((folder / "workspace.json").read_bytes())
    assert now["tag_set"] == json.loads(base)["tag_set"]
    assert read_manifest(folder).version == 3


def test_what_cannot_be_is_refused_before_anything_is_written(
    workspace: Workspace, folder: Path
) -> None:
    with pytest.raises(RefusedError, match="“Metric” has the key 1 already; choose another"):
        editing.put_kind(workspace, replace(PLACE, key="1"))
    assert read_manifest(folder).version == 1


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (KindEdit(None, None), "it is an edit of nothing"),
        (KindEdit(PLACE, VILLAGE), "a kind keeps the name that its tags are stored under"),
        (KindEdit(PLACE, None), "the kind was changed in the meantime"),
        (KindEdit(None, replace(PLACE, name="metric")), "the kind was changed in the meantime"),
    ],
)
def test_an_edit_of_a_kind_that_does_not_fit_is_refused(
    workspace: Workspace, edit: KindEdit, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        workspace.apply(Operation("Edit", (edit,)))


def test_one_operation_makes_a_kind_and_tags_of_it_but_not_the_kind_twice(
    workspace: Workspace, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    changed = AnnotationEdit(made, made.with_details("", kind="place", note="新"))
    workspace.apply(Operation("Both", (KindEdit(None, PLACE), changed)))
    assert workspace.annotations[made.id].kind == "place"
    edit = KindEdit(None, VILLAGE)
    with pytest.raises(RefusedError, match="it changes the same thing twice"):
        workspace.apply(Operation("Twice", (edit, edit)))


def test_a_kind_without_tags_is_removed_and_comes_back_by_undo(
    workspace: Workspace, article: Article
) -> None:
    before = workspace.tag_set
    workspace.apply(editing.remove_kind(workspace, "programme"))
    assert names(workspace) == ["metric", "honour"]
    assert set(workspace.counts(article.id)) == {"metric", "honour"}
    with pytest.raises(RefusedError, match="There is no kind “programme” in the tag set"):
        editing.tag(workspace, article.id, Span(0, 3), "programme")
    with pytest.raises(RefusedError, match="There is no kind of tag “programme” in "):
        editing.remove_kind(workspace, "programme")
    workspace.undo()
    assert workspace.tag_set == before


def test_a_kind_in_use_is_not_removed_without_saying_what_its_tags_become(
    workspace: Workspace, tag: Tag, other_article: Article, article: Article
) -> None:
    made = tag(workspace, 0, 3)
    with pytest.raises(RefusedError) as refused:
        editing.remove_kind(workspace, "metric")
    assert str(refused.value) == (
        "“Metric” was not removed, because 1 tag is of this kind; choose the kind that it becomes."
    )
    tag(workspace, 1, 3)
    with pytest.raises(RefusedError, match="because 2 tags are of this kind; choose the kind that"):
        editing.remove_kind(workspace, "metric")
    workspace.add_article(other_article)
    workspace.apply(editing.tag(workspace, other_article.id, Span(0, 2), "metric"))
    workspace.apply(editing.remove_article(workspace, article.id))
    with pytest.raises(RefusedError, match=r"because 3 tags are of this kind \(2 in articles that"):
        editing.remove_kind(workspace, "metric")
    with pytest.raises(RefusedError, match="“Metric” is to be removed; choose another kind for"):
        editing.remove_kind(workspace, "metric", "metric")
    # Nor by the door itself.
    stored = workspace.stored_kind("metric")
    with pytest.raises(RefusedError, match="3 tags are of this kind; say which kind they become"):
        workspace.apply(Operation("Remove", (KindEdit(stored, None),)))
    assert made.kind == "metric"


def test_its_tags_become_of_another_kind_in_one_step_and_keep_what_they_hold(
    workspace: Workspace, tag: Tag, other_article: Article, article: Article, open_again: Open
) -> None:
    put(workspace, PLACE, VILLAGE)
    one, two = tag(workspace, 0, 3, "place"), tag(workspace, 1, 3, "metric")
    workspace.add_article(other_article)
    hidden = editing.tag(workspace, other_article.id, Span(0, 2), "place")
    workspace.apply(hidden)
    workspace.apply(editing.describe(workspace, one.id, attributes={"since": "2026"}, note="记"))
    workspace.apply(editing.remove_article(workspace, other_article.id))
    before, kinds = dict(workspace.annotations), workspace.tag_set
    changes = workspace.apply(editing.remove_kind(workspace, "place", "honour"))
    assert changes.tag_set
    assert set(changes.annotations) == {one.id}
    assert names(workspace) == ["metric", "programme", "honour", "village"]
    # What was one of the removed kind is one of what that was one of.
    assert kind_of(workspace, "village").parent == ""
    moved = workspace.annotations[one.id]
    assert (moved.kind, dict(moved.attributes), moved.note) == ("honour", {"since": "2026"}, "记")
    assert workspace.annotations[two.id] == two
    assert workspace.counts(article.id)["honour"] == 1
    assert workspace.tags_of_kind("place") == ()
    assert len(workspace.tags_of_kind("honour")) == 2
    workspace.undo()
    assert (dict(workspace.annotations), workspace.tag_set) == (before, kinds)
    workspace.redo()
    # A tag in an article that was away is of the other kind too.
    workspace.add_article(other_article)
    assert sorted(tag.kind for tag in workspace.annotations.values()) == [
        "honour",
        "honour",
        "metric",
    ]
    workspace.close()
    again = open_again()
    assert (names(again), again.kind_problems) == (["metric", "programme", "honour", "village"], ())


def test_kinds_below_a_removed_one_go_up_to_what_it_was_one_of(workspace: Workspace) -> None:
    put(workspace, replace(PLACE, parent="metric"), VILLAGE)
    workspace.apply(editing.remove_kind(workspace, "place"))
    assert kind_of(workspace, "village").parent == "metric"
    workspace.undo()
    assert [kind.name for kind in workspace.tag_set.ancestors("village")] == ["place", "metric"]


def test_undo_of_a_kind_that_somebody_uses_leaves_it(
    workspace: Workspace, other: Workspace
) -> None:
    put(workspace, PLACE)
    take(other)
    (article_id,) = other.articles
    other.apply(editing.tag(other, article_id, Span(0, 3), "place"))
    take(workspace)
    changes = workspace.undo()
    assert changes is not None
    assert "passed over" in changes.left
    assert workspace.tag_set.get("place")


def test_redo_of_a_removal_leaves_the_kind_where_another_tag_is_of_it(
    workspace: Workspace, other: Workspace, tag: Tag
) -> None:
    one, two = tag(workspace, 0, 3), tag(workspace, 1, 4)
    workspace.apply(editing.remove_kind(workspace, "metric", "honour"))
    workspace.undo()
    take(other)
    other.apply(editing.describe(other, two.id, note="改"))
    take(workspace)
    changes = workspace.redo()
    assert changes is not None
    assert changes.left == (
        "“Remove kind of tag” was done again in 1 of 3 places; the other 2 were changed again "
        "since, and left as they are."
    )
    assert workspace.annotations[one.id].kind == "honour"
    assert workspace.annotations[two.id].kind == "metric"
    assert workspace.tag_set.get("metric")


def test_kinds_are_arranged_as_one_step(workspace: Workspace, other: Workspace) -> None:
    put(workspace, PLACE)
    workspace.apply(editing.arrange_kinds(workspace, ["place", "honour", "place"]))
    assert names(workspace) == ["place", "honour", "metric", "programme"]
    assert not editing.arrange_kinds(workspace, ["place", "honour"]).edits
    put(workspace, VILLAGE)
    assert names(workspace)[-1] == "village"
    take(other)
    assert other.tag_set == workspace.tag_set
    workspace.undo()
    workspace.undo()
    assert names(workspace) == ["metric", "programme", "honour", "place"]
    with pytest.raises(RefusedError, match="There is no kind of tag “spot”"):
        editing.arrange_kinds(workspace, ["spot"])


def test_a_kind_removed_while_somebody_used_it_stays_as_long_as_tags_are_of_it(
    workspace: Workspace, other: Workspace, tag: Tag, open_again: Open, article: Article
) -> None:
    put(workspace, PLACE)
    take(other)
    theirs = tag(other, 0, 3, "place")
    workspace.apply(editing.remove_kind(workspace, "place"))
    assert workspace.tag_set.get("place") is None
    changes = take(workspace)
    said = (
        "“Place” was removed while somebody went on using it, so it stays as long as tags are of "
        "it; remove it again and say which kind they become."
    )
    assert (changes.tag_set, changes.left) == (True, said)
    assert kind_of(workspace, "place") == replace(PLACE, order=3)
    assert workspace.stored_kind("place") is None
    assert workspace.counts(article.id)["place"] == 1
    assert list(workspace.kind_problems) == [said]
    (note,) = examine(workspace.folder).findings
    assert (note.message, note.severity) == (said, "note")
    take(other)
    assert other.tag_set == workspace.tag_set
    # Another tag of it, and it stays; without any, it is gone.
    mine = tag(workspace, 1, 4, "place")
    changes = workspace.apply(editing.untag(workspace, [theirs.id]))
    assert not changes.tag_set
    changes = workspace.apply(editing.untag(workspace, [mine.id]))
    assert changes.tag_set
    assert "place" not in {kind.name for kind in workspace.tag_set}
    assert list(workspace.kind_problems) == []
    workspace.undo()
    assert workspace.tag_set.get("place")
    # Removed again, its tags become of another kind.
    take(other)
    assert take(workspace).left == ""
    operation = editing.remove_kind(workspace, "place", "honour")
    assert all(isinstance(edit, AnnotationEdit) for edit in operation.edits)
    workspace.apply(operation)
    assert workspace.tag_set.get("place") is None
    workspace.undo()
    # Or it is kept for good.
    put(workspace, kind_of(workspace, "place"))
    assert workspace.stored_kind("place")
    assert list(workspace.kind_problems) == []
    workspace.close()
    assert open_again().tag_set == workspace.tag_set


def test_a_conflict_is_settled_to_a_version_of_a_kind_that_was_removed(
    workspace: Workspace, other: Workspace, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    take(other)
    workspace.apply(editing.describe(workspace, made.id, kind="honour"))
    other.apply(editing.describe(other, made.id, kind="programme"))
    take(workspace)
    conflict = workspace.conflicts[made.id]
    shown, hidden = conflict.heads[-1], conflict.heads[0]
    assert shown.annotation is not None
    assert hidden.annotation is not None
    lost = hidden.annotation.kind
    workspace.apply(editing.remove_kind(workspace, lost))
    assert workspace.tag_set.get(lost) is None
    workspace.apply(editing.settle(workspace, made.id, hidden))
    assert workspace.annotations[made.id].kind == lost
    assert workspace.tag_set.get(lost)


def test_of_two_kinds_made_apart_with_one_key_the_earlier_keeps_it(
    workspace: Workspace, other: Workspace
) -> None:
    put(workspace, PLACE)
    put(other, replace(VILLAGE, key="4", parent=""))
    changes = take(workspace)
    assert changes.left == (
        "“Village” has no key, because “Place” has 4 too and stands before it; give it another key."
    )
    assert [kind.key for kind in workspace.tag_set] == ["1", "2", "3", "4", ""]
    take(other)
    assert other.tag_set == workspace.tag_set
    put(other, replace(kind_of(other, "village"), key="5"))
    take(workspace)
    assert list(workspace.kind_problems) == []
    assert kind_of(workspace, "village").key == "5"


def test_the_later_change_of_one_kind_holds(workspace: Workspace, other: Workspace) -> None:
    metric = kind_of(workspace, "metric")
    put(workspace, replace(metric, label="一"), replace(metric, label="二"))
    put(other, replace(metric, label="三"))
    take(other)
    take(workspace)
    assert kind_of(workspace, "metric").label == kind_of(other, "metric").label == "二"
    changes = other.undo()
    assert changes is not None
    assert "passed over" in changes.left


def test_another_tag_set_is_taken_in_one_step(workspace: Workspace) -> None:
    before = workspace.tag_set
    taken = TagSet(
        (
            VILLAGE,
            TagKind("metric", "数字", "#0069A8", "1"),
            replace(PLACE, key="2", order=0),
            replace(PLACE, name="spot", label="Spot", key=""),
        )
    )
    workspace.apply(editing.take_tag_set(workspace, taken))
    assert names(workspace) == ["metric", "programme", "honour", "village", "place", "spot"]
    assert kind_of(workspace, "metric").attributes == ()
    assert [kind.key for kind in workspace.tag_set] == ["1", "2", "3", "", "", ""]
    assert kind_of(workspace, "village").parent == "place"
    assert not editing.take_tag_set(workspace, taken).edits
    workspace.undo()
    assert workspace.tag_set == before
    with pytest.raises(RefusedError, match="There is a kind “Honour” already; choose another name"):
        editing.take_tag_set(workspace, TagSet((replace(PLACE, label="honour"),)))
    with pytest.raises(RefusedError, match="There is no kind “place” to be the broader one"):
        editing.take_tag_set(workspace, TagSet((VILLAGE,)))


def test_a_snapshot_holds_what_was_said_of_kinds(
    workspace: Workspace, tag: Tag, open_again: Open, folder: Path
) -> None:
    put(workspace, PLACE, VILLAGE)
    tag(workspace, 0, 3, "village")
    workspace.apply(editing.remove_kind(workspace, "honour"))
    kinds = workspace.tag_set
    workspace.close()
    journal = folder / "annotations" / workspace.writer
    assert compact(journal, read_compacted(journal))
    with open_again() as again:
        assert again.tag_set == kinds
        again.undo()
        assert again.tag_set.get("honour")
    assert examine(folder).findings == []


def test_something_else_among_the_kinds_of_a_snapshot_is_damage(
    workspace: Workspace, folder: Path, open_again: Open
) -> None:
    put(workspace, PLACE)
    workspace.close()
    journal = folder / "annotations" / workspace.writer
    assert compact(journal, read_compacted(journal))
    path = journal / "snapshot.json"
    content = path.read_bytes()
    assert Snapshot.from_bytes(workspace.writer, content)
    _break_kinds(path)
    again = open_again()
    assert again.tag_set == workspace.tag_set
    (finding,) = examine(folder).findings
    assert "it is no snapshot that this version knows" in finding.message


def _break_kinds(path: Path) -> None:
    data = json.loads(path.read_bytes())["snapshot"]
    data["kinds"][0]["edit"] = {
        "correction": "云",
        "before": None,
        "after": {"words": "云", "shown": "雲", "scripts": []},
    }
    body = json.dumps(data, ensure_ascii=False).encode()
    digest = hashlib.sha256(body).hexdigest().encode()
    path.write_bytes(b'{"sum":"%s","snapshot":%s}\n' % (digest, body))


def test_the_history_tells_of_kinds(workspace: Workspace) -> None:
    put(workspace, PLACE)
    workspace.apply(editing.remove_kind(workspace, "place"))
    steps = read_past(workspace.roots).steps
    assert [(step.label, step.words) for step in steps] == [
        ("Add kind of tag", "Place"),
        ("Remove kind of tag", "Place"),
    ]


def test_other_kinds_in_workspace_json_are_below_what_journals_say(
    workspace: Workspace, folder: Path
) -> None:
    put(workspace, replace(kind_of(workspace, "metric"), label="数字"))
    manifest = read_manifest(folder)
    kinds = (*manifest.tag_set.kinds[:2], replace(PLACE, order=None))
    changed = replace(manifest, tag_set=TagSet(kinds)).to_bytes()
    (folder / "workspace.json").write_bytes(changed)
    assert take(workspace).tag_set
    assert [kind.label for kind in workspace.tag_set] == ["数字", "Programme", "Place"]
    put(workspace, replace(VILLAGE, order=-1))
    assert names(workspace) == ["village", "metric", "programme", "place"]
    assert not take(workspace).tag_set


def test_a_kind_of_a_program_that_gave_it_no_place_comes_last(workspace: Workspace) -> None:
    workspace.apply(Operation("Add", (KindEdit(None, VILLAGE), KindEdit(None, PLACE))))
    assert names(workspace) == ["metric", "programme", "honour", "place", "village"]
