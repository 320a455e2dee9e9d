"""One name, one writer: copies of a machine, a folder or a journal go on under other names."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from reader.workspace import RefusedError, Workspace, editing
from reader.workspace.checks.check import check
from reader.workspace.journals import writer as writer_module
from reader.workspace.journals.journal import entries_of, read_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]
    Crash = Callable[[Workspace], None]
    Journal = Callable[[Workspace], Path]


def fail(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def sum_of(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:16].encode()


def seqs(journal: Path) -> list[int]:
    return [entry.seq for entry in entries_of(read_journal(journal))]


@pytest.mark.parametrize("ended", ["closed", "killed"])
def test_the_same_folder_goes_on_under_the_same_name(
    workspace: Workspace, tag: Tag, open_again: Open, crash: Crash, ended: str, journal: Journal
) -> None:
    for _ in range(3):
        tag(workspace, 0, 3)
        crash(workspace) if ended == "killed" else workspace.close()
        again = open_again()
        assert again.writer == workspace.writer
        assert again.problems == ()
        workspace = again
    assert seqs(journal(workspace).parent) == [1, 2, 3]


def test_looking_in_writes_nothing_down(
    workspace: Workspace, tag: Tag, open_again: Open, state: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    (path,) = state.rglob("1.json")
    before = path.stat()
    open_again().close()
    assert path.stat() == before
    assert b'"closed": true' in path.read_bytes()


def test_a_journal_put_back_from_a_backup_is_not_gone_on_with(
    workspace: Workspace, tag: Tag, open_again: Open, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    path = journal(workspace)
    backup = path.read_bytes()
    tag(workspace, 5, 8)
    workspace.close()
    newer = path.read_bytes()
    path.write_bytes(backup)
    with open_again() as again:
        assert again.writer != workspace.writer
        (problem,) = again.problems
        assert problem == (
            f"The journal annotations/{workspace.writer} does not hold all that this computer "
            "saved in it, as when an older copy of the folder is put back; what is missing comes "
            "back with that journal's files from another copy, and new edits go under another "
            "name."
        )
        tag(again, 6, 9)
    path.write_bytes(newer)
    with open_again() as last:
        assert last.problems == ()
        assert sorted(one.span.start for one in last.annotations.values()) == [0, 5, 6]


def test_a_journal_with_other_bytes_is_not_gone_on_with(
    workspace: Workspace, tag: Tag, open_again: Open, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    path = journal(workspace)
    one = path.read_bytes()
    tag(workspace, 5, 8)
    workspace.close()
    two = path.read_bytes()[len(one) :]
    path.write_bytes(two + one)
    assert open_again().writer != workspace.writer


@pytest.mark.parametrize("how", ["longer", "another segment"])
def test_what_was_written_under_our_name_after_we_closed_is_somebody_elses(
    workspace: Workspace, tag: Tag, open_again: Open, journal: Journal, how: str
) -> None:
    tag(workspace, 0, 3)
    path = journal(workspace)
    one = path.read_bytes()
    tag(workspace, 5, 8)
    two = path.read_bytes()[len(one) :]
    path.write_bytes(one)
    workspace._own._end = workspace._own._writer.remembered  # type: ignore[union-attr]
    workspace.close()
    with open_again() as again:
        tag(again, 6, 9)
        ours = again.writer
    if how == "longer":
        path = journal(again)
        path.write_bytes(path.read_bytes() + two)
    else:
        journal(again).with_name("0002.jsonl").write_bytes(two)
    assert open_again().writer != ours


def test_a_copy_beside_the_first_has_a_name_of_its_own_and_the_first_keeps_its(
    workspace: Workspace, tag: Tag, state: Path, folder: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    writers: set[tuple[Path, str]] = set()
    for _ in range(2):
        for where in (folder, copy):
            with Workspace.open(where, author="lin", state=state) as one:
                assert one.problems == ()
                assert (one.undo_label == "Tag") is (where == folder or len(writers) == 2)
                tag(one, 5, 8)
                writers.add((where, one.writer))
    assert len(writers) == 2
    assert len({writer for _, writer in writers}) == 2


def test_a_moved_folder_keeps_its_name_and_its_undo(
    workspace: Workspace, tag: Tag, state: Path, folder: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    moved = folder.with_name("moved")
    folder.rename(moved)
    for _ in range(2):
        with Workspace.open(moved, author="lin", state=state) as one:
            assert (one.writer, one.undo_label) == (workspace.writer, "Tag")
    # The first name is taken now, so what is copied back is a copy.
    shutil.copytree(moved, folder)
    with Workspace.open(folder, author="lin", state=state) as one:
        assert one.writer != workspace.writer


def test_a_folder_reached_by_another_path_is_the_same(
    workspace: Workspace, tag: Tag, state: Path, folder: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    link = folder.with_name("link")
    link.symlink_to(folder)
    with Workspace.open(link, author="lin", state=state) as one:
        assert one.writer == workspace.writer


def test_a_place_that_cannot_be_written_down_is_no_obstacle(
    workspace: Workspace, state: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.close()
    moved = folder.with_name("moved")
    folder.rename(moved)
    monkeypatch.setattr(writer_module, "write_durably", fail)
    with Workspace.open(moved, author="lin", state=state) as one:
        assert one.writer == workspace.writer
        assert not one.read_only


@pytest.fixture
def foreign(
    workspace: Workspace, tag: Tag, folder: Path, tmp_path: Path, open_elsewhere: Open
) -> bytes:
    """Return a line that a copy of the workspace's writer wrote, with the number 2."""
    tag(workspace, 0, 3)
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    with Workspace.open(copy, author="copied", state=tmp_path / "copied") as other:
        own = other._own
        assert own is not None
        own._writer.id = workspace.writer
        own._begin(read_journal(copy / "annotations" / workspace.writer))
        tag(other, 5, 8, "honour")
        content = own.path.read_bytes()
    return content.splitlines(keepends=True)[-1]


@pytest.mark.parametrize("noticed", ["by looking", "by writing"])
def test_a_second_writer_of_our_journal_is_noticed_and_we_take_another_name(
    workspace: Workspace,
    tag: Tag,
    journal: Journal,
    foreign: bytes,
    noticed: str,
    open_again: Open,
) -> None:
    old = workspace.writer
    path = journal(workspace)
    with path.open("ab") as file:
        file.write(foreign)
    if noticed == "by looking":
        assert workspace.look()
        changes = workspace.take(workspace.look())
        assert len(changes.annotations) == 1
        assert workspace.writer != old
    tag(workspace, 6, 9)
    assert workspace.writer != old
    workspace.take(workspace.look())
    assert not workspace.look()
    assert seqs(path.parent) == [1, 2]
    assert seqs(journal(workspace).parent) == [1]
    assert sorted(one.span.start for one in workspace.annotations.values()) == [0, 5, 6]
    # Undo goes on over what was done under the old name.
    for starts in ([0, 5], [5]):
        workspace.undo()
        assert sorted(one.span.start for one in workspace.annotations.values()) == starts
    workspace.close()
    with open_again() as again:
        assert dict(again.annotations) == dict(workspace.annotations)
        assert again.writer == workspace.writer
        assert again.problems == ()


def test_the_first_segment_made_by_a_second_writer_is_noticed(
    workspace: Workspace, tag: Tag, journal: Journal, folder: Path, open_elsewhere: Open
) -> None:
    old = workspace.writer
    other = open_elsewhere()
    tag(other, 0, 3)
    (folder / "annotations" / old).mkdir()
    shutil.copy(journal(other), journal(workspace))
    tag(workspace, 5, 8)
    assert workspace.writer != old
    assert len(workspace.annotations) == 1


@pytest.mark.parametrize("noticed", ["by looking", "by writing"])
@pytest.mark.parametrize("what", ["older", "gone", "another"])
def test_what_was_saved_and_taken_out_of_our_journal_is_written_again(
    workspace: Workspace,
    tag: Tag,
    journal: Journal,
    foreign: bytes,
    noticed: str,
    what: str,
    open_again: Open,
) -> None:
    old, path = workspace.writer, journal(workspace)
    before = path.read_bytes()
    made = tag(workspace, 7, 8)
    workspace.apply(editing.describe(workspace, made.id, note="留"))
    if what == "gone":
        path.unlink()
    else:
        path.write_bytes(before + (foreign if what == "another" else b""))
    if noticed == "by looking":
        workspace.take(workspace.look())
    tag(workspace, 6, 9)
    assert workspace.writer != old
    workspace.take(workspace.look())
    assert workspace.annotations[made.id].note == "留"
    assert workspace.conflicts == {}
    workspace.close()
    with open_again() as again:
        assert dict(again.annotations) == dict(workspace.annotations)
        assert again.conflicts == {}
        starts = {"older": [0, 6, 7], "gone": [0, 6, 7], "another": [0, 5, 6, 7]}[what]
        assert sorted(one.span.start for one in again.annotations.values()) == starts
        assert [one for one in check(again.folder) if one.severity == "error"] == []


def test_a_journal_that_is_away_with_its_folder_is_not_changed(
    workspace: Workspace, tag: Tag, folder: Path
) -> None:
    made = tag(workspace, 0, 3)
    own = workspace._own
    assert own is not None
    operation = editing.untag(workspace, [made.id])
    folder.rename(folder.with_name("away"))
    assert not own.was_changed()
    with pytest.raises(RefusedError, match="could not be saved in"):
        own.write(2, workspace.now(), "lin", None, operation)


def test_a_journal_that_became_another_of_the_same_length_is_noticed(
    workspace: Workspace, tag: Tag, journal: Journal, open_elsewhere: Open
) -> None:
    old, path = workspace.writer, journal(workspace)
    kept, lost = tag(workspace, 0, 3), tag(workspace, 5, 8)
    first, second = path.read_bytes().splitlines(keepends=True)
    # A synchroniser brought what a copy of this machine wrote, and kept no copy of ours.
    body = second[34:-2].replace(lost.id.encode(), b"f" * 16)
    path.write_bytes(first + b'{"sum":"%s","entry":%s}\n' % (sum_of(body), body))
    workspace.take(workspace.look())
    assert workspace.writer != old
    assert set(workspace.annotations) == {kept.id, lost.id, "f" * 16}
    assert dict(open_elsewhere().annotations) == dict(workspace.annotations)


def test_a_segment_of_ours_that_somebody_else_made_is_noticed(
    workspace: Workspace, tag: Tag, journal: Journal, foreign: bytes
) -> None:
    old = workspace.writer
    journal(workspace).with_name("0002.jsonl").write_bytes(foreign)
    assert len(workspace.take(workspace.look()).annotations) == 1
    assert workspace.writer != old


def test_a_journal_that_cannot_be_read_where_it_was_left_is_not_gone_on_with(
    workspace: Workspace, tag: Tag, open_again: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    monkeypatch.setattr(writer_module, "sum_before", fail)
    assert open_again().writer != workspace.writer


def test_what_has_to_be_written_again_waits_for_a_disk_that_is_full(
    workspace: Workspace,
    tag: Tag,
    journal: Journal,
    open_again: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tag(workspace, 0, 3)
    journal(workspace).write_bytes(b"")
    with monkeypatch.context() as patch:
        patch.setattr("reader.workspace.journals.journal_writer.append_durably", fail)
        workspace.take(workspace.look())
        with pytest.raises(RefusedError, match="could not be saved in"):
            tag(workspace, 5, 8)
    tag(workspace, 5, 8)
    workspace.close()
    assert len(open_again().annotations) == 2


@pytest.mark.parametrize("noticed", ["by looking", "by writing"])
def test_without_another_name_nothing_is_written(
    workspace: Workspace,
    tag: Tag,
    journal: Journal,
    foreign: bytes,
    noticed: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = journal(workspace)
    with path.open("ab") as file:
        file.write(foreign)
    content = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(writer_module, "write_durably", fail)
        if noticed == "by looking":
            workspace.take(workspace.look())
            assert "open for reading only" in workspace.read_only
        with pytest.raises(RefusedError, match="No space left on device"):
            tag(workspace, 6, 9)
    assert path.read_bytes() == content
    assert len(workspace.annotations) == (2 if noticed == "by looking" else 1)


def test_a_copy_of_our_journal_with_what_we_did_not_write_is_noticed(
    workspace: Workspace, tag: Tag, journal: Journal, foreign: bytes, open_again: Open
) -> None:
    old, path = workspace.writer, journal(workspace)
    copy = path.with_name("0001.sync-conflict-20261122-080000-ABCDEFG.jsonl")
    copy.write_bytes(path.read_bytes())
    assert not workspace.take(workspace.look())
    assert workspace.writer == old
    copy.write_bytes(path.read_bytes() + foreign)
    assert len(workspace.take(workspace.look()).annotations) == 1
    assert workspace.writer != old
    workspace.close()
    with open_again() as again:
        assert len(again.annotations) == 2


def test_a_copy_of_our_journal_that_was_cut_short_is_left_as_it_is(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    path = journal(workspace)
    copy = path.with_name("0001 (conflicted copy).jsonl")
    copy.write_bytes(path.read_bytes()[:40])
    with open_again() as again:
        assert again.problems == ()
        assert again.writer == workspace.writer
        tag(again, 5, 8)
    assert copy.read_bytes() == path.read_bytes()[:40]
    path.unlink()
    with open_again() as last:
        assert last.writer != workspace.writer


def test_two_entries_of_one_number_count_both_and_are_told(
    workspace: Workspace, tag: Tag, journal: Journal, foreign: bytes, open_again: Open
) -> None:
    tag(workspace, 6, 9)
    path = journal(workspace)
    path.with_name("0001 (1).jsonl").write_bytes(foreign)
    workspace.close()
    with open_again() as again:
        assert again.writer != workspace.writer
        assert sorted(one.span.start for one in again.annotations.values()) == [0, 5, 6]
        (problem,) = again.problems
        assert problem == (
            "1 edit has the number of others of the same writer, as two copies of Wenmai wrote "
            f"annotations/{workspace.writer}/0001 (1).jsonl under one name; all of them count, "
            "and there is nothing to do."
        )
    with open_again() as last:
        assert last.writer == again.writer


def test_where_a_journal_was_left_may_be_unwritten(
    workspace: Workspace, tag: Tag, open_again: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag(workspace, 0, 3)
    with monkeypatch.context() as patch:
        patch.setattr(writer_module, "write_durably", fail)
        workspace.close()
    with open_again() as again:
        assert again.writer == workspace.writer
        tag(again, 5, 8)
    with open_again() as last, monkeypatch.context() as patch:
        patch.setattr(writer_module, "write_durably", fail)
        with pytest.raises(RefusedError, match="No space left on device"):
            tag(last, 6, 9)
        assert len(last.annotations) == 2
