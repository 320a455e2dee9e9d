"""A workspace that has a snapshot is the workspace that has none."""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reader.annotation.operation import ArticleDetails, ArticleEdit, Operation
from reader.assets import resource
from reader.text.glossary import Correction
from reader.text.span import Span
from reader.workspace import Workspace, editing
from reader.workspace.files.entry import Entry, Reverts
from reader.workspace.journals import compaction
from reader.workspace.journals.history import History, Past
from reader.workspace.journals.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]


@pytest.fixture(autouse=True)
def early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have snapshots written after three lines."""
    monkeypatch.setattr(compaction, "ENOUGH", 3)


@pytest.fixture
def snapshot(workspace: Workspace, folder: Path) -> Path:
    return folder / "annotations" / workspace.writer / "snapshot.json"


def state(workspace: Workspace, article: Article) -> dict[str, Any]:
    return {
        "annotations": dict(workspace.annotations),
        "counts": dict(workspace.counts(article.id)),
        "index": workspace.index(article.id).in_order(),
        "details": workspace.details(article.id),
        "labels": (workspace.undo_label, workspace.redo_label),
        "problems": workspace.problems,
        "conflicts": dict(workspace.conflicts),
    }


def test_closing_writes_a_snapshot_where_it_pays(
    workspace: Workspace, tag: Tag, snapshot: Path, open_again: Callable[..., Workspace]
) -> None:
    tag(workspace, 0, 3)
    tag(workspace, 1, 3)
    workspace.close()
    assert not snapshot.exists()
    again = open_again()
    tag(again, 2, 3)
    again.close()
    assert snapshot.exists()


def test_everything_is_as_it_was_left(
    workspace: Workspace,
    tag: Tag,
    article: Article,
    snapshot: Path,
    open_again: Callable[..., Workspace],
) -> None:
    one, two, _ = (tag(workspace, start, start + 3) for start in range(3))
    workspace.apply(editing.describe(workspace, one.id, note="二"))
    workspace.apply(editing.untag(workspace, [two.id]))
    workspace.apply(editing.retitle(workspace, article.id, "新"))
    workspace.undo()
    workspace.undo()
    before = state(workspace, article)
    workspace.close()
    assert snapshot.exists()
    again = open_again()
    assert again.index(article.id).in_order() == before["index"]
    assert state(again, article) == before
    assert again.annotations[one.id] is again.annotations[one.id]
    assert len(again.annotations) == 3
    assert one.id in again.annotations
    assert "other" not in again.annotations


def walk(workspace: Workspace, article: Article) -> Iterator[dict[str, Any]]:
    """Yield each state on the way back to the beginning, and then to the end again."""
    while workspace.undo():
        yield state(workspace, article)
    while workspace.redo():
        yield state(workspace, article)


@pytest.mark.parametrize("reopened", [0, 1, 2])
def test_undo_and_redo_reach_behind_a_snapshot(
    workspace: Workspace,
    tag: Tag,
    article: Article,
    reopened: int,
    open_again: Callable[..., Workspace],
) -> None:
    tags = [tag(workspace, start, start + 3) for start in range(4)]
    workspace.apply(editing.describe(workspace, tags[0].id, note="二"))
    workspace.undo()
    workspace.undo()
    expected = list(walk(workspace, article))
    for _ in range(2):
        workspace.undo()
    for _ in range(reopened):
        workspace.close()
        workspace = open_again()
        workspace.undo()
        workspace.redo()
    assert list(walk(workspace, article)) == expected


def test_a_new_edit_ends_what_could_be_redone_behind_a_snapshot(
    workspace: Workspace, tag: Tag, open_again: Callable[..., Workspace]
) -> None:
    for start in range(3):
        tag(workspace, start, start + 3)
    workspace.undo()
    workspace.undo()
    workspace.close()
    again = open_again()
    labels = [again.redo_label]
    tag(again, 0, 2)
    labels.append(again.redo_label)
    again.undo()
    labels.append(again.redo_label)
    assert labels == ["Tag", None, "Tag"]


def test_a_step_whose_line_was_damaged_meanwhile_is_passed_over(
    workspace: Workspace,
    tag: Tag,
    snapshot: Path,
    folder: Path,
    open_again: Callable[..., Workspace],
) -> None:
    tags = [tag(workspace, start, start + 3) for start in range(4)]
    for _ in range(2):
        workspace.undo()
    workspace.close()
    again = open_again()
    path = snapshot.parent / "0001.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    for place in (1, 2):
        lines[place] = lines[place].replace(b"metric", b"matric")
    path.write_bytes(b"".join(lines))
    assert again.undo_label == "Tag"
    assert again.redo_label == "Tag"
    again.close()
    path.unlink()
    snapshot.parent.joinpath("0002.jsonl").mkdir()
    last = open_again()
    assert len(last.annotations) == 2
    assert tags[0].id in last.annotations


def test_a_journal_that_is_gone_meanwhile_leaves_nothing_to_undo(
    workspace: Workspace, tag: Tag, snapshot: Path, open_again: Callable[..., Workspace]
) -> None:
    for start in range(3):
        tag(workspace, start, start + 3)
    workspace.close()
    again = open_again()
    snapshot.parent.rename(snapshot.parent.with_name("elsewhere"))
    assert again.undo_label is None


def test_a_damaged_snapshot_is_named_and_made_anew(
    workspace: Workspace,
    tag: Tag,
    article: Article,
    snapshot: Path,
    open_again: Callable[..., Workspace],
) -> None:
    for start in range(3):
        tag(workspace, start, start + 3)
    before = state(workspace, article)
    workspace.close()
    content = snapshot.read_bytes()
    snapshot.write_bytes(content[:-9])
    again = open_again()
    (problem,) = again.problems
    assert problem == (
        f"The snapshot annotations/{snapshot.parent.name}/snapshot.json is damaged (it is no "
        "snapshot), so the journal beside it was read instead; nothing is missing, and there is "
        "nothing to do."
    )
    assert state(again, article) == before | {"problems": again.problems}
    again.close()
    assert snapshot.read_bytes() == content
    assert open_again().problems == ()


def test_a_snapshot_that_cannot_be_written_is_done_without(
    workspace: Workspace,
    tag: Tag,
    snapshot: Path,
    open_again: Callable[..., Workspace],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for start in range(3):
        tag(workspace, start, start + 3)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr("reader.workspace.journals.compaction.write_durably", fail)
        workspace.close()
    assert not snapshot.exists()
    assert len(open_again().annotations) == 3


def test_what_is_kept_on_this_machine_meanwhile_gets_no_snapshot(
    workspace: Workspace, tag: Tag, folder: Path, tmp_path: Path
) -> None:
    for start in range(3):
        tag(workspace, start, start + 3)
    shutil.copytree(folder, tmp_path / "overlay")
    own = workspace._own
    assert own is not None
    own.root = tmp_path / "overlay"
    own.compact()
    assert list(tmp_path.rglob("snapshot.json")) == []
    own.root = folder
    own.compact()
    assert len(list(tmp_path.rglob("snapshot.json"))) == 1


def test_what_was_undone_in_part_behind_a_snapshot_is_redone_in_part() -> None:
    def entry(seq: int, edits: int, reverts: Reverts | None = None) -> Entry:
        both = [ArticleEdit(one, ArticleDetails("1"), ArticleDetails("2")) for one in "ab"]
        operation = Operation("Rename", tuple(both[:edits]))
        if reverts is not None:
            operation = operation.inverted()
        return Entry("aaaaaaaaaa", seq, seq, "", "lin", reverts, operation)

    entries = {1: entry(1, 2), 2: entry(2, 1, Reverts("aaaaaaaaaa", 1, "undo"))}
    snapshot = Snapshot("aaaaaaaaaa", 2, undone=((1, 2),))
    history = History((), Past(snapshot, lambda _, seq: entries[seq]))
    whole = History(entries.values())
    assert history.redoable == whole.redoable
    assert history.redoable is not None
    assert history.redoable.undone == entry(1, 1).operation


def test_a_snapshot_of_everything_fits_its_schema(
    workspace: Workspace, tag: Tag, article: Article, snapshot: Path
) -> None:
    one = tag(workspace, 0, 3)
    workspace.apply(editing.describe(workspace, one.id, note="二"))
    workspace.apply(editing.untag(workspace, [tag(workspace, 1, 3).id]))
    workspace.apply(editing.retitle(workspace, article.id, "新"))
    for words in ("云", "干部"):
        workspace.apply(editing.correct(workspace, Correction(words, words)))
    workspace.apply(editing.uncorrect(workspace, [Correction("云", "云")]))
    workspace.undo()
    workspace.close()
    content = snapshot.read_bytes()
    data = json.loads(content)
    schema = json.loads(resource("schema", "snapshot.schema.json").read_bytes())
    assert schema["$id"] == "urn:wenmai:schema:snapshot:1"
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(data)
    assert hashlib.sha256(content[85:-2]).hexdigest() == data["sum"]
    # Those that were written before there were kinds and verdicts in journals have no such fields.
    for field in data["snapshot"].keys() - {"kinds", "verdicts"}:
        less = {name: value for name, value in data["snapshot"].items() if name != field}
        assert not validator.is_valid({"sum": data["sum"], "snapshot": less})


def test_an_article_that_is_removed_takes_its_unmade_tags_along_and_back(
    workspace: Workspace, tag: Tag, article: Article, open_again: Callable[..., Workspace]
) -> None:
    tags = {made.id: made for made in (tag(workspace, start, start + 3) for start in range(3))}
    workspace.close()
    again = open_again()
    changes = again.apply(editing.remove_article(again, article.id))
    assert dict(changes.annotations) == {one: (made, None) for one, made in tags.items()}
    changes = again.add_article(article)
    assert dict(changes.annotations) == {one: (None, made) for one, made in tags.items()}


def test_many_edits_as_one_come_back_and_are_taken_back(
    workspace: Workspace, article: Article, open_again: Callable[..., Workspace]
) -> None:
    operations = [
        editing.tag(workspace, article.id, Span(start % 9, start % 9 + 2), "metric")
        for start in range(600)
    ]
    edits = tuple(edit for operation in operations for edit in operation.edits)
    workspace.apply(type(operations[0])("Accept", edits))
    workspace.close()
    again = open_again()
    assert again.counts(article.id)["metric"] == 600
    again.undo()
    assert again.counts(article.id)["metric"] == 0


def test_all_tags_at_once_are_the_same_as_one_by_one(
    workspace: Workspace, tag: Tag, open_again: Callable[..., Workspace]
) -> None:
    for start in range(3):
        tag(workspace, start, start + 3)
    workspace.close()
    tags = open_again().annotations
    first = tags[next(iter(tags))]
    assert any(one is first for one in tags.values())
    assert dict(tags.items()) == {one.id: one for one in tags.values()}
    assert all(tags[one] is made for one, made in tags.items())
