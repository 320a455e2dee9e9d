"""The past as journals tell it: everything once, in order, and what was added since."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import AnnotationEdit, Operation
from reader.text.glossary import Correction
from reader.text.span import Span
from reader.workspace import editing
from reader.workspace.journals import past as module
from reader.workspace.journals.past import PastFilter, entry_at, read_past

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.workspace import Workspace
    from reader.workspace.journals.past import Reading

    Tag = Callable[..., Annotation]
    Elsewhere = Callable[..., Workspace]


def labels(reading: Reading) -> list[str]:
    return [step.label for step in reading.steps]


def test_every_step_says_what_where_when_and_who(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 5, 10)
    workspace.apply(editing.describe(workspace, made.id, note="核对"))
    workspace.apply(editing.retitle(workspace, article.id, "清溪讲座"))
    workspace.apply(editing.correct(workspace, Correction("头发", "頭髮")))
    workspace.undo()
    reading = read_past([workspace.folder])
    assert reading.whole
    assert labels(reading) == [
        "Tag",
        "Edit tag",
        "Rename article",
        "Correct conversion",
        "Correct conversion",
    ]
    first, edit, title, correction, _ = reading.steps
    assert (first.author, first.writer, first.kind) == ("lin", workspace.writer, "metric")
    assert first.time > made.created
    assert (first.articles, first.tags) == ((article.id,), (made.id,))
    assert (first.words, first.start, first.end) == (made.quote, 5, 10)
    assert edit.texts == f"{made.quote}\0核对"
    assert (title.words, title.tags, title.kind, title.end) == ("清溪讲座", (), "", 0)
    assert title.texts.split("\0")[1] == article.title
    assert (correction.words, correction.articles) == ("头发 → 頭髮", ())
    assert [step.reverts for step in reading.steps] == ["", "", "", "", "undo"]


def test_the_steps_of_all_writers_stand_in_the_order_of_their_times(
    workspace: Workspace, article: Article, tag: Tag, open_elsewhere: Elsewhere
) -> None:
    tag(workspace, 0, 2)
    chen = open_elsewhere("chen")
    tag(chen, 2, 4)
    tag(workspace, 4, 6)
    tag(chen, 6, 8)
    reading = read_past([workspace.folder])
    assert [step.author for step in reading.steps] == ["lin", "chen", "lin", "chen"]
    assert [step.start for step in reading.steps] == [0, 2, 4, 6]


def test_what_was_added_is_read_alone(
    workspace: Workspace, tag: Tag, open_elsewhere: Elsewhere
) -> None:
    tag(workspace, 0, 2)
    reading = read_past([workspace.folder])
    assert labels(reading) == ["Tag"]
    tag(open_elsewhere(), 2, 4)
    tag(workspace, 4, 6)
    tag(workspace, 6, 8)
    more = read_past([workspace.folder], reading.known)
    assert not more.whole
    assert [step.start for step in more.steps] == [2, 4, 6]
    nothing = read_past([workspace.folder], more.known)
    assert (nothing.whole, nothing.steps, nothing.known) == (False, [], more.known)


def test_a_line_that_is_being_written_is_read_when_it_is_whole(
    workspace: Workspace, tag: Tag, journal: Callable[[Workspace], Path]
) -> None:
    tag(workspace, 0, 2)
    tag(workspace, 2, 4)
    path = journal(workspace)
    content = path.read_bytes()
    first = content.index(b"\n") + 1
    path.write_bytes(content[: first + 40])
    reading = read_past([workspace.folder])
    assert len(reading.steps) == 1
    path.write_bytes(content)
    more = read_past([workspace.folder], reading.known)
    assert (more.whole, [step.start for step in more.steps]) == (False, [2])


def test_a_last_line_without_its_end_counts_once(
    workspace: Workspace, tag: Tag, journal: Callable[[Workspace], Path]
) -> None:
    tag(workspace, 0, 2)
    path = journal(workspace)
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    reading = read_past([workspace.folder])
    assert len(reading.steps) == 1
    assert entry_at(reading.steps[0]) is not None
    path.write_bytes(content)
    more = read_past([workspace.folder], reading.known)
    assert (more.whole, more.steps) == (False, [])


def test_a_damaged_line_is_passed_over(
    workspace: Workspace, tag: Tag, journal: Callable[[Workspace], Path]
) -> None:
    for start in (0, 2, 4):
        tag(workspace, start, start + 2)
    path = journal(workspace)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[1].replace(b"metric", b"honour"), lines[2]]))
    assert [step.start for step in read_past([workspace.folder]).steps] == [0, 4]


def test_a_file_that_cannot_be_read_hides_only_itself(
    workspace: Workspace, tag: Tag, open_elsewhere: Elsewhere, journal: Callable[[Workspace], Path]
) -> None:
    tag(workspace, 0, 2)
    reading = read_past([workspace.folder])
    chen = open_elsewhere()
    tag(chen, 2, 4)
    path = journal(workspace)
    path.unlink()
    path.mkdir()
    assert [step.author for step in read_past([workspace.folder]).steps] == ["chen"]
    again = read_past([workspace.folder], reading.known)
    assert (again.whole, [step.author for step in again.steps]) == (True, ["chen"])


def test_copies_of_a_journal_count_once_and_bring_what_is_only_in_them(
    workspace: Workspace, tag: Tag, journal: Callable[[Workspace], Path]
) -> None:
    for start in (0, 2, 4):
        tag(workspace, start, start + 2)
    path = journal(workspace)
    content = path.read_bytes()
    reading = read_past([workspace.folder])
    path.with_name("0001.sync-conflict-20261122-080000-ABCDEFG.jsonl").write_bytes(content)
    again = read_past([workspace.folder], reading.known)
    assert (again.whole, [step.start for step in again.steps]) == (True, [0, 2, 4])
    path.write_bytes(content[: content.index(b"\n") + 1])
    shorter = read_past([workspace.folder], again.known)
    assert (shorter.whole, [step.start for step in shorter.steps]) == (True, [0, 2, 4])


def test_what_lies_beside_the_workspace_is_read_too(
    workspace: Workspace, tag: Tag, tmp_path: Path, journal: Callable[[Workspace], Path]
) -> None:
    tag(workspace, 0, 2)
    tag(workspace, 2, 4)
    path = journal(workspace)
    first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first)
    overlay = tmp_path / "overlay"
    beside = overlay / "annotations" / path.parent.name
    beside.mkdir(parents=True)
    (beside / "0002.jsonl").write_bytes(second)
    reading = read_past([workspace.folder, overlay])
    assert [step.start for step in reading.steps] == [0, 2]
    assert reading.steps[1].path == str(beside / "0002.jsonl")
    shutil.move(beside / "0002.jsonl", path.with_name("0002.jsonl"))
    carried = read_past([workspace.folder, overlay], reading.known)
    assert (carried.whole, [step.start for step in carried.steps]) == (True, [0, 2])


def test_an_edit_that_was_refused_is_not_in_the_past(
    workspace: Workspace, tag: Tag, journal: Callable[[Workspace], Path]
) -> None:
    for start in (0, 2, 4):
        tag(workspace, start, start + 2)
    path = journal(workspace)
    lines = path.read_bytes().splitlines(keepends=True)
    entry = read_past([workspace.folder]).steps[1]
    line = entry_at(entry)
    assert line is not None
    # The second was refused as its fsync failed; its line is there still, and in a copy too.
    retried = replace(line, operation=Operation("Retry", line.operation.edits))
    retried = replace(retried, refuses=(line.sum,))
    reading = read_past([workspace.folder])
    path.with_name("0002.jsonl").write_bytes(retried.to_line())
    assert labels(read_past([workspace.folder], reading.known)) == ["Tag", "Retry", "Tag"]
    path.with_name("0003.jsonl").write_bytes(lines[2])
    path.with_name("0001-LAPTOP.jsonl").write_bytes(b"".join(lines))
    assert labels(read_past([workspace.folder])) == ["Tag", "Retry", "Tag"]
    path.with_name("0004.jsonl").write_bytes(b"")
    path.with_name("notes.txt").write_bytes(b"mine")
    assert labels(read_past([workspace.folder])) == ["Tag", "Retry", "Tag"]


def test_two_entries_of_one_number_both_stand_in_the_past(
    workspace: Workspace, tag: Tag, journal: Callable[[Workspace], Path]
) -> None:
    tag(workspace, 0, 2)
    path = journal(workspace)
    reading = read_past([workspace.folder])
    entry = entry_at(reading.steps[0])
    assert entry is not None
    fork = replace(entry, operation=Operation("Fork", entry.operation.edits))
    with path.open("ab") as end:
        end.write(fork.to_line())
    again = read_past([workspace.folder], reading.known)
    assert again.whole
    assert sorted(labels(again)) == ["Fork", "Tag"]


def test_the_whole_entry_of_a_step_is_found_again(
    workspace: Workspace, tag: Tag, journal: Callable[[Workspace], Path]
) -> None:
    made = [tag(workspace, start, start + 2) for start in (0, 2)]
    steps = read_past([workspace.folder]).steps
    for step, tagged in zip(steps, made, strict=True):
        entry = entry_at(step)
        assert entry is not None
        assert entry.operation.edits == (AnnotationEdit(None, tagged),)
    path = journal(workspace)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[1])
    assert entry_at(steps[1]) is None
    assert entry_at(steps[0]) is None
    path.unlink()
    assert entry_at(steps[0]) is None


def test_an_earlier_step_comes_before_one_that_was_known(
    workspace: Workspace, tag: Tag, open_elsewhere: Elsewhere, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    shutil.copytree(workspace.folder, away)
    chen = open_elsewhere("chen", away)
    tag(chen, 0, 2)
    tag(workspace, 2, 4)
    reading = read_past([workspace.folder])
    shutil.copytree(
        away / "annotations" / chen.writer, workspace.folder / "annotations" / chen.writer
    )
    more = read_past([workspace.folder], reading.known)
    assert not more.whole
    assert more.steps[0].order < reading.steps[0].order


def test_progress_is_told_and_can_end_the_reading(
    workspace: Workspace, tag: Tag, monkeypatch: pytest.MonkeyPatch
) -> None:
    for start in range(4):
        tag(workspace, start, start + 2)
    monkeypatch.setattr(module, "_OFTEN", 1)
    told: list[tuple[int, int]] = []
    read_past([workspace.folder], None, lambda done, total: told.append((done, total)))
    size = sum(one.stat().st_size for one in workspace.folder.glob("annotations/*/*.jsonl"))
    assert len(told) == 4
    assert told[-1] == (size, size)

    def stop(_done: int, _total: int) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        read_past([workspace.folder], None, stop)


def test_the_past_is_narrowed(
    workspace: Workspace,
    article: Article,
    other_article: Article,
    tag: Tag,
    open_elsewhere: Elsewhere,
) -> None:
    workspace.add_article(other_article)
    made = tag(workspace, 5, 10)
    workspace.apply(editing.tag(workspace, other_article.id, Span(4, 6), "honour"))
    chen = open_elsewhere()
    chen.apply(editing.describe(chen, made.id, note="東岸"))
    steps = read_past([workspace.folder]).steps

    def fitting(**only: str) -> list[str]:
        narrowed = PastFilter(**only)
        assert narrowed
        return [step.label for step in narrowed.fitting(steps)]

    assert not PastFilter()
    assert len(PastFilter().fitting(steps)) == 3
    assert fitting(article=article.id) == ["Tag", "Edit tag"]
    assert fitting(tag=made.id) == ["Tag", "Edit tag"]
    assert fitting(author="lin") == ["Tag", "Tag"]
    # In the other script.
    assert fitting(text="东岸") == ["Tag", "Edit tag"]
    assert fitting(text="东岸", author="chen") == ["Edit tag"]


def test_a_file_that_was_replaced_is_noticed_whatever_its_length(
    workspace: Workspace, tag: Tag, journal: Callable[[Workspace], Path]
) -> None:
    tag(workspace, 0, 2)
    path = journal(workspace)
    reading = read_past([workspace.folder])
    content = path.read_bytes()
    path.write_bytes(b"x" * len(content) + b"\n")
    again = read_past([workspace.folder], reading.known)
    assert (again.whole, again.steps) == (True, [])
    os.truncate(path, 10)
    assert read_past([workspace.folder], again.known).whole
