from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import AnnotationEdit, ArticleEdit, Operation
from reader.text.article import Article
from reader.text.script import SourceScript
from reader.text.span import Span
from reader.workspace import AlreadyThereError, ChangeSet, RefusedError, Workspace, editing
from reader.workspace.files.article_file import article_path
from reader.workspace.files.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]


def test_everything_is_there_after_opening_again(
    workspace: Workspace, article: Article, tag: Tag, open_again: Open
) -> None:
    tag(workspace, 0, 3)
    gone = tag(workspace, 5, 8, "honour")
    workspace.apply(editing.untag(workspace, [gone.id]))
    workspace.apply(editing.retitle(workspace, article.id, "清溪"))
    workspace.close()
    again = open_again()
    assert dict(again.articles) == {article.id: article}
    assert again.articles[article.id].metadata == {"file": "清溪.txt"}
    assert dict(again.annotations) == dict(workspace.annotations)
    assert again.details(article.id) == workspace.details(article.id)
    assert (again.id, again.writer, again.problems) == (workspace.id, workspace.writer, ())


def test_what_it_holds_is_seen_but_not_touched(workspace: Workspace, article: Article) -> None:
    for mapping in (workspace.articles, workspace.annotations, workspace.counts(article.id)):
        with pytest.raises(TypeError):
            mapping["x"] = None  # type: ignore[index]


def test_every_change_is_told_once_after_it_is_on_disk_and_in_memory(
    workspace: Workspace, journal: Callable[[Workspace], Path], tag: Tag
) -> None:
    told: list[ChangeSet] = []

    def listen(changes: ChangeSet) -> None:
        (annotation_id,) = changes.annotations
        assert annotation_id in workspace.annotations
        assert annotation_id.encode() in journal(workspace).read_bytes()
        told.append(changes)

    workspace.subscribe(listen)
    made = tag(workspace, 0, 3)
    (changes,) = told
    assert dict(changes.annotations) == {made.id: (None, made)}
    assert (changes.articles, changes.touched) == (frozenset(), frozenset([made.article]))


def test_an_operation_without_edits_is_nothing(workspace: Workspace) -> None:
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    changes = workspace.apply(Operation("Delete tag", ()))
    assert not changes
    assert (told, workspace.undo_label) == ([], None)


def test_an_article_comes_in_once(
    workspace: Workspace, article: Article, other_article: Article
) -> None:
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    changes = workspace.add_article(other_article)
    assert changes
    assert (told, changes.articles) == ([changes], frozenset([other_article.id]))
    assert list(workspace.articles) == [article.id, other_article.id]
    with pytest.raises(AlreadyThereError) as error:
        workspace.add_article(Article.from_text(article.text, title="别的题目"))
    assert error.value.article_id == article.id
    assert str(error.value) == (
        "“清溪镇办了十二场讲座” is in the workspace already; it was not imported again."
    )
    assert told == [changes]


def test_articles_stand_in_order_of_import_whatever_comes_and_goes(
    workspace: Workspace, open_again: Open, article: Article
) -> None:
    more = [Article.from_text(f"第{number}篇") for number in range(5)]
    for one in more:
        workspace.add_article(one)
    order = [article.id, *(one.id for one in more)]
    for one in (more[0], more[3]):
        workspace.apply(editing.remove_article(workspace, one.id))
    assert list(workspace.articles) == [one for one in order if one not in (order[1], order[4])]
    workspace.add_article(more[0])
    workspace.undo()
    workspace.redo()
    workspace.add_article(more[3])
    assert list(workspace.articles) == order
    assert list(open_again().articles) == order


def test_removing_the_only_article_and_taking_it_back(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    changes = workspace.apply(editing.remove_article(workspace, article.id))
    assert dict(changes.annotations) == {made.id: (made, None)}
    assert changes.articles == changes.touched == {article.id}
    assert (dict(workspace.articles), dict(workspace.annotations)) == ({}, {})
    assert workspace.details(article.id).removed
    changes = workspace.add_article(article)
    assert dict(changes.annotations) == {made.id: (None, made)}
    assert changes.articles == {article.id}
    assert (list(workspace.articles), list(workspace.annotations)) == ([article.id], [made.id])
    assert workspace.undo_label == "Bring article back"


def test_a_removed_article_stays_away_with_its_tags_and_comes_back_with_them(
    workspace: Workspace, article: Article, tag: Tag, open_again: Open
) -> None:
    made = tag(workspace, 0, 3)
    workspace.apply(editing.retitle(workspace, article.id, "清溪"))
    workspace.apply(editing.remove_article(workspace, article.id))
    workspace.close()
    again = open_again()
    assert (dict(again.articles), dict(again.annotations)) == ({}, {})
    again.add_article(article)
    assert dict(again.annotations) == {made.id: made}
    assert again.details(article.id).title == "清溪"
    assert again.counts(article.id)["metric"] == 1


def test_counts_and_index_follow_every_edit(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    counts, index = workspace.counts(article.id), workspace.index(article.id)
    assert dict(counts) == {"metric": 0, "programme": 0, "honour": 0}
    one, two = tag(workspace, 0, 3), tag(workspace, 2, 5, "honour")
    assert dict(counts) == {"metric": 1, "programme": 0, "honour": 1}
    assert index.overlapping(Span(2, 3)) == [one, two]
    workspace.apply(editing.describe(workspace, one.id, kind="programme"))
    assert dict(counts) == {"metric": 0, "programme": 1, "honour": 1}
    workspace.apply(editing.move(workspace, two.id, Span(7, 8)))
    assert [tag.id for tag in index.overlapping(Span(2, 3))] == [one.id]
    workspace.undo()
    workspace.apply(editing.untag(workspace, [one.id]))
    assert dict(counts) == {"metric": 0, "programme": 0, "honour": 1}
    assert index.in_order() == [two]
    assert workspace.index(article.id) is index


def test_an_unknown_article_is_a_key_error(workspace: Workspace) -> None:
    for look in (workspace.details, workspace.script, workspace.index, workspace.counts):
        with pytest.raises(KeyError):
            look("0" * 16)


def test_an_edited_tag_keeps_its_place_in_the_order(workspace: Workspace, tag: Tag) -> None:
    made = [tag(workspace, start, start + 2) for start in range(4)]
    workspace.apply(editing.describe(workspace, made[1].id, note="改"))
    assert list(workspace.annotations) == [one.id for one in made]


def test_undo_and_redo_go_back_and_forth_without_limit_and_over_a_restart(
    workspace: Workspace, article: Article, tag: Tag, open_again: Open
) -> None:
    states = [dict(workspace.annotations)]
    for start in range(20):
        tag(workspace, start, start + 2)
        states.append(dict(workspace.annotations))
    for expected in reversed(states[10:-1]):
        workspace.undo()
        assert dict(workspace.annotations) == expected
    workspace.close()
    again = open_again()
    assert (again.undo_label, again.redo_label) == ("Tag", "Tag")
    for expected in reversed(states[:10]):
        again.undo()
        assert dict(again.annotations) == expected
    assert (again.undo_label, again.undo()) == (None, None)
    for expected in states[1:]:
        again.redo()
        assert dict(again.annotations) == expected
    assert (again.redo_label, again.redo()) == (None, None)


def test_two_windows_write_beside_each_other_and_unite(
    workspace: Workspace, tag: Tag, open_again: Open
) -> None:
    first = tag(workspace, 0, 3)
    second = open_again("chen")
    assert second.writer != workspace.writer
    theirs = tag(second, 2, 5)
    ours = tag(workspace, 5, 8)
    second.apply(editing.untag(second, [first.id]))
    assert set(workspace.annotations) == {first.id, ours.id}
    workspace.close()
    second.close()
    again = open_again()
    assert dict(again.annotations) == {theirs.id: theirs, ours.id: ours}
    assert again.annotations[theirs.id].author == "chen"
    assert again.writer == workspace.writer
    assert again.undo_label == "Tag"


def test_the_clock_is_ahead_of_everything_seen(
    workspace: Workspace, tag: Tag, open_again: Open, journal: Callable[[Workspace], Path]
) -> None:
    def clocks(workspace: Workspace) -> list[int]:
        lines = journal(workspace).read_bytes().splitlines()
        return [Entry.from_line(workspace.writer, line).clock for line in lines]

    tag(workspace, 0, 3)
    tag(workspace, 0, 3)
    second = open_again()
    tag(second, 0, 3)
    tag(workspace, 0, 3)
    assert (clocks(workspace), clocks(second)) == ([1, 2, 3], [3])


def test_what_somebody_else_changed_since_is_not_undone(
    workspace: Workspace, tag: Tag, open_again: Open
) -> None:
    made = tag(workspace, 0, 3)
    second = open_again("chen")
    second.apply(editing.describe(second, made.id, note="存疑"))
    second.close()
    workspace.close()
    again = open_again()
    changes = again.undo()
    assert changes is not None
    assert not changes
    assert changes.left == (
        "“Tag” was not undone, because what it changed was changed again since; it was passed "
        "over, and nothing else is held up by it."
    )
    assert again.annotations[made.id].note == "存疑"
    assert (again.undo_label, again.redo_label) == (None, "Tag")


def test_of_two_edits_out_of_sight_the_later_holds_and_both_stay_on_disk(
    workspace: Workspace, tag: Tag, open_again: Open, folder: Path
) -> None:
    made = tag(workspace, 0, 3)
    second = open_again("chen")
    tag(second, 5, 8)
    second.apply(editing.describe(second, made.id, note="后"))
    workspace.apply(editing.describe(workspace, made.id, note="先"))
    assert open_again().annotations[made.id].note == "后"
    content = "".join(path.read_text("utf-8") for path in folder.rglob("*.jsonl"))
    assert '"note":"先"' in content
    assert '"note":"后"' in content


def test_a_closed_workspace_refuses_edits_and_leaves_the_writer(
    workspace: Workspace, other_article: Article, tag: Tag
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    workspace.close()
    for edit in (workspace.undo, lambda: workspace.add_article(other_article)):
        with pytest.raises(RefusedError, match="is closed; open the workspace again"):
            edit()
    assert len(workspace.annotations) == 1


def test_a_newer_format_is_read_and_not_written(
    workspace: Workspace, article: Article, tag: Tag, open_again: Open, folder: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    manifest = folder / "workspace.json"
    content = manifest.read_text("utf-8").replace('"version": 1', '"version": 4,\n  "owner": "x"')
    manifest.write_text(content, "utf-8")
    torn = next(folder.rglob("*.jsonl"))
    torn.write_bytes(torn.read_bytes() + b"torn\ndamaged")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    again = open_again()
    assert again.read_only == (
        f"{folder} is open for reading only, because a newer Wenmai wrote it "
        "(format 4, this one knows 3); update Wenmai to edit it."
    )
    assert dict(again.annotations) == dict(workspace.annotations)
    assert (again.writer, again.undo_label, again.undo()) == ("", None, None)
    with pytest.raises(RefusedError, match="a newer Wenmai wrote it"):
        again.apply(editing.retitle(again, article.id, "二"))
    with pytest.raises(RefusedError, match="a newer Wenmai wrote it"):
        again.add_article(Article.from_text("别的"))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    again.close()


def test_without_a_place_for_its_identity_it_is_read(
    workspace: Workspace, folder: Path, tmp_path: Path
) -> None:
    state = tmp_path / "file"
    state.touch()
    with Workspace.open(folder, author="lin", state=state) as again:
        assert again.read_only == (
            f"{folder} is open for reading only, because {state} could not be written "
            "(Not a directory); make that folder writable and open the workspace again."
        )
        assert dict(again.articles) == dict(workspace.articles)


def test_a_script_of_a_newer_version_is_taken_as_not_said(
    workspace: Workspace, article: Article, journal: Callable[[Workspace], Path], open_again: Open
) -> None:
    now = workspace.details(article.id)
    edit = ArticleEdit(article.id, now, replace(now, script="zh-Hant-SG"))
    path = journal(workspace)
    path.parent.mkdir()
    line = Entry(workspace.writer, 1, 1, "", "lin", None, Operation("Set script", (edit,)))
    path.write_bytes(line.to_line())
    again = open_again()
    assert again.details(article.id).script == "zh-Hant-SG"
    assert again.script(article.id) is SourceScript.SIMPLIFIED


def test_an_article_another_window_brought_in_meanwhile_is_taken_over(
    workspace: Workspace, other_article: Article, open_again: Open, folder: Path
) -> None:
    second = open_again("chen")
    workspace.add_article(other_article)
    content = article_path(folder, other_article.id).read_bytes()
    second.add_article(other_article)
    assert article_path(folder, other_article.id).read_bytes() == content
    assert list(second.articles) == list(workspace.articles)


def test_an_article_whose_file_was_deleted_comes_back_with_all_that_was_said_of_it(
    workspace: Workspace, article: Article, tag: Tag, open_again: Open, folder: Path
) -> None:
    made = tag(workspace, 0, 3)
    workspace.apply(editing.retitle(workspace, article.id, "清溪"))
    workspace.apply(editing.remove_article(workspace, article.id))
    workspace.close()
    article_path(folder, article.id).unlink()
    again = open_again()
    told: list[ChangeSet] = []
    again.subscribe(told.append)
    changes = again.add_article(article)
    assert told == [changes]
    assert dict(changes.annotations) == {made.id: (None, made)}
    assert again.details(article.id).title == "清溪"


def test_a_relative_folder_stays_the_same_when_the_program_moves(
    workspace: Workspace, tag: Tag, folder: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    relative = folder.relative_to(folder.parent)
    with Workspace.open(relative, author="lin", state=state.relative_to(folder.parent)) as again:
        monkeypatch.chdir(folder)
        tag(again, 0, 3)
        assert again.folder == folder
    assert list(folder.rglob("*.jsonl")) == [folder / "annotations" / again.writer / "0001.jsonl"]


def test_ids_and_times_are_new_each_time(workspace: Workspace) -> None:
    assert len({workspace.new_id() for _ in range(100)}) == 100
    times = [workspace.now() for _ in range(100)]
    assert times == sorted(set(times))


def test_a_lone_surrogate_in_a_note_is_kept(
    workspace: Workspace, tag: Tag, open_again: Open
) -> None:
    made = tag(workspace, 0, 3)
    workspace.apply(editing.describe(workspace, made.id, note="坏\ud800的"))
    assert open_again().annotations[made.id].note == "坏\ud800的"


def test_tagging_costs_the_same_however_many_tags_there_are(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    """No call of the interpreter may depend on the number of tags (counted, not timed)."""

    def calls(start: int) -> int:
        # Where no other tag begins: among those of one place the order goes by their random ids.
        operation = editing.tag(workspace, article.id, Span(start, start + 3), "metric")
        count = 0

        def profile(*_: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(profile)
        workspace.apply(operation)
        sys.setprofile(None)
        return count

    workspace.index(article.id)
    tag(workspace, 0, 3)
    few = calls(3)
    made = workspace.annotations[next(iter(workspace.annotations))]
    edits = tuple(AnnotationEdit(None, replace(made, id=f"id{n}")) for n in range(500))
    workspace.apply(Operation("Tag all", edits))
    assert calls(4) == few
