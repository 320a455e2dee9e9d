"""A folder that cannot be written: edits are kept on this machine, and brought in later."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.text.glossary import Correction
from reader.workspace import RefusedError, Workspace, editing
from reader.workspace.backups.backup import back_up
from reader.workspace.backups.restoring import restore
from reader.workspace.backups.rotation import back_up_daily
from reader.workspace.checks.check import check
from reader.workspace.files.manifest import read_manifest
from reader.workspace.journals import overlay as module
from reader.workspace.journals.overlay import kept_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]
    Unwritable = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def unwritable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Unwritable:
    """Return what makes a folder one that cannot be written, whoever runs the tests."""
    access, opening, making = os.access, os.open, Path.mkdir

    def is_inside(path: object) -> bool:
        return Path(str(path)).is_relative_to(folder)

    def refuse(path: object) -> None:
        if is_inside(path):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    @contextmanager
    def unwritable(*, known: bool = True) -> Iterator[None]:
        def no_access(path: object, mode: int) -> bool:
            if known and mode == os.W_OK and is_inside(path):
                return False
            return access(path, mode)  # type: ignore[arg-type]

        def no_open(path: object, flags: int, *more: int) -> int:
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                refuse(path)
            return opening(path, flags, *more)  # type: ignore[arg-type]

        def no_folder(path: Path, *arguments: object, **words: object) -> None:
            refuse(path)
            making(path, *arguments, **words)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(os, "access", no_access)
            patch.setattr(os, "open", no_open)
            patch.setattr(Path, "mkdir", no_folder)
            yield

    return unwritable


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_overlays(state: Path) -> list[Path]:
    return [path for path in state.rglob("*.json*") if path.parent.parent.name != "writers"]


def test_work_goes_on_beside_a_folder_that_cannot_be_written_and_comes_in_later(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
    other_article: Article,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    before = files(folder)
    with unwritable():
        for start in (4, 5):
            with open_again() as again:
                assert again.read_only == ""
                assert again.overlay == (
                    f"{folder} cannot be written, so your edits are kept on this machine in "
                    f"{again._own.root}; make the folder writable and open it again, and they "  # type: ignore[union-attr]
                    "are brought in."
                )
                assert again.writer == workspace.writer
                assert again.undo_label == "Tag"
                assert not again.brought_in
                assert not again.may_bring_in
                assert (again.roots[0], len(again.roots)) == (folder, 1 + (start > 4))
                tag(again, start, start + 3)
                assert again.problems == ()
        with open_again() as again:
            again.add_article(other_article)
            again.apply(editing.correct(again, Correction("干部", "幹部")))
            shown = dict(again.annotations)
            assert len(shown) == 3
            again.undo()
            again.redo()
    assert files(folder) == before
    assert in_overlays(state)
    with open_again() as again:
        assert (again.overlay, again.problems) == ("", ())
        assert again.brought_in
        assert not again.may_bring_in
        assert dict(again.annotations) == shown
        assert other_article.id in again.articles
        assert again.undo_label == "Correct conversion"
        assert read_manifest(folder).version == 2
        assert again.writer == workspace.writer
        assert in_overlays(state) == []
        tag(again, 6, 9)
    assert check(folder) == []
    with open_again() as last:
        assert not last.brought_in
        assert len(last.annotations) == 4
        assert last.problems == ()
        for _ in range(5):
            last.undo()
        assert not last.annotations


def test_a_folder_that_becomes_unwritable_while_it_is_open_is_worked_on_beside(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    other_article: Article,
) -> None:
    tag(workspace, 0, 3)
    with unwritable(known=False):
        assert workspace.overlay == ""
        tag(workspace, 4, 7)
        assert "are kept on this machine" in workspace.overlay
        workspace.add_article(other_article)
        assert not workspace.take(workspace.look())
        tag(workspace, 5, 8)
    assert workspace.may_bring_in
    writer = workspace.writer
    workspace.close()
    with open_again() as again:
        assert len(again.annotations) == 3
        assert (again.overlay, again.writer, again.problems) == ("", writer, ())
        assert len(again.articles) == 2


@pytest.mark.parametrize("what", ["article", "correction"])
def test_whatever_is_done_first_goes_beside(
    workspace: Workspace,
    unwritable: Unwritable,
    other_article: Article,
    what: str,
    open_again: Open,
) -> None:
    with unwritable(known=False):
        if what == "article":
            workspace.add_article(other_article)
        else:
            workspace.apply(editing.correct(workspace, Correction("干部", "幹部")))
        assert workspace.overlay
    workspace.close()
    with open_again() as again:
        assert again.overlay == ""
        assert (other_article.id in again.articles) is (what == "article")
        assert bool(again.glossary.entries) is (what == "correction")


def test_a_second_window_sees_what_the_first_keeps_beside_and_leaves_it_there(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    state: Path,
) -> None:
    workspace.close()
    with unwritable():
        one = open_again()
        made = tag(one, 0, 3)
        two = open_again()
        assert list(two.annotations) == [made.id]
        later = tag(two, 5, 8)
        assert dict(one.take(one.look()).annotations) == {later.id: (None, later)}
        two.close()
    with open_again() as three:
        # The second is brought in; the first is still being written.
        assert set(three.annotations) == {made.id, later.id}
        assert three.overlay == ""
        assert len(in_overlays(state)) == 1
        tag(three, 6, 9)
    last = tag(one, 4, 7)
    one.close()
    with open_again() as four:
        assert len(four.annotations) == 4
        assert last.id in four.annotations
        assert in_overlays(state) == []


def test_a_power_cut_while_edits_are_brought_in_leaves_them_there_twice_and_counted_once(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    with unwritable(), open_again() as again:
        tag(again, 4, 7)
    (waiting,) = in_overlays(state)
    content = waiting.read_bytes()
    with open_again() as again:
        tag(again, 5, 8)
        shown = dict(again.annotations)
    waiting.parent.mkdir(parents=True, exist_ok=True)
    waiting.write_bytes(content)
    with unwritable(), open_again() as again:
        assert dict(again.annotations) == shown
        assert again.problems == ()
        assert again.undo_label == "Tag"
        assert again.writer == workspace.writer
        last = tag(again, 6, 9)
    with open_again() as again:
        assert dict(again.annotations) == {**shown, last.id: last}
        assert again.writer == workspace.writer
        for _ in range(4):
            again.undo()
        assert not again.annotations
    assert in_overlays(state) == []
    assert sorted(path.name for path in folder.rglob("*.jsonl")) == [
        "0001.jsonl",
        "0002.jsonl",
        "0003.jsonl",
    ]


def test_half_a_file_brought_in_is_completed(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    with unwritable(), open_again() as again:
        tag(again, 4, 7)
    (waiting,) = in_overlays(state)
    target = folder / "annotations" / workspace.writer / waiting.name
    target.write_bytes(waiting.read_bytes()[:40])
    with open_again() as again:
        assert len(again.annotations) == 2
        assert again.problems == ()


def test_what_cannot_be_brought_in_stays_beside_and_is_shown(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace.close()
    with unwritable(), open_again() as again:
        tag(again, 0, 3)
        overlay = again._own.root  # type: ignore[union-attr]

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(module, "write_durably", fail)
        with open_again() as again:
            (problem,) = again.problems
            assert problem == (
                f"The edits kept in {overlay} could not be brought into {folder} (No space left "
                "on device); they are shown, and it is tried again when the workspace is next "
                "opened."
            )
            assert len(again.annotations) == 1
            assert again.overlay
            tag(again, 5, 8)
    with open_again() as again:
        assert len(again.annotations) == 2
        assert (again.overlay, again.problems) == ("", ())


def test_a_damaged_manifest_keeps_corrections_beside(
    workspace: Workspace,
    open_again: Open,
    unwritable: Unwritable,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace.close()
    with unwritable(), open_again() as again:
        again.apply(editing.correct(again, Correction("干部", "幹部")))

    def fail(*_: object) -> None:
        msg = "workspace.json is damaged."
        raise RefusedError(msg)

    with monkeypatch.context() as patch:
        patch.setattr(module, "raise_version", fail)
        with open_again() as again:
            (problem,) = again.problems
            assert "(workspace.json is damaged); they are shown" in problem
            assert again.glossary.entries
    with open_again() as again:
        assert again.glossary.entries
        assert again.problems == ()


def test_what_has_its_place_taken_is_brought_in_beside_it(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
    other_article: Article,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    with unwritable(), open_again() as again:
        kept_one = tag(again, 4, 7)
        again.add_article(other_article)
    journal = folder / "annotations" / workspace.writer
    (article,) = [path for path in in_overlays(state) if path.parent.name == "articles"]
    (folder / "articles" / article.name).write_bytes(b"{}")
    # A copy of this machine has gone on there under the same name.
    shutil.copy(journal / "0001.jsonl", journal / "0002.jsonl")
    with open_again() as again:
        assert kept_one.id in again.annotations
        assert again.writer != workspace.writer
        assert len(list(journal.glob("0002*.jsonl"))) == 2
        assert again.articles[other_article.id] == other_article
    assert len(list((folder / "articles").glob(f"{other_article.id}.json*"))) == 2
    assert in_overlays(state) == []


def test_an_article_in_both_places_is_there_once(
    workspace: Workspace,
    open_again: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
    other_article: Article,
) -> None:
    workspace.close()
    with unwritable():
        with open_again() as again:
            again.add_article(other_article)
        (kept,) = in_overlays(state)
        (folder / "articles" / kept.name).write_bytes(kept.read_bytes())
        with open_again() as again:
            assert len(again.articles) == 2
    with open_again() as again:
        assert len(again.articles) == 2
        assert again.problems == ()
    assert in_overlays(state) == []


def test_an_article_damaged_beside_keeps_nothing_else_from_coming_in(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    state: Path,
    other_article: Article,
) -> None:
    workspace.close()
    with unwritable(), open_again() as again:
        again.add_article(other_article)
        tag(again, 0, 3)
    (article,) = [path for path in in_overlays(state) if path.parent.name == "articles"]
    article.write_bytes(b"{}")
    with open_again() as again:
        assert len(again.annotations) == 1
        assert again.overlay == ""
        (problem,) = again.problems
        assert problem.startswith(f"The article file {article} is damaged")


def test_a_newer_workspace_is_only_read(
    workspace: Workspace, tag: Tag, open_again: Open, folder: Path
) -> None:
    workspace.close()
    manifest = folder / "workspace.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"version": 1', b'"version": 9'))
    again = open_again()
    assert "a newer Wenmai wrote it" in again.read_only
    assert again.overlay == ""


def test_without_a_place_on_this_machine_either_it_is_read(
    workspace: Workspace,
    folder: Path,
    tmp_path: Path,
    unwritable: Unwritable,
    tag: Tag,
) -> None:
    state = tmp_path / "file"
    state.touch()
    with unwritable(), Workspace.open(folder, author="lin", state=state) as again:
        assert "open for reading only" in again.read_only
        assert again.overlay == ""
        with pytest.raises(RefusedError, match="for reading only"):
            tag(again, 0, 3)


def test_an_overlay_that_cannot_be_written_refuses_the_edit(
    workspace: Workspace,
    tag: Tag,
    unwritable: Unwritable,
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    tag(workspace, 0, 3)
    monkeypatch.setattr("reader.workspace.journals.journal_writer.append_durably", refuse)
    with pytest.raises(RefusedError, match="Permission denied"):
        tag(workspace, 5, 8)
    assert len(workspace.annotations) == 1


@pytest.mark.parametrize("daily", [False, True])
def test_a_backup_holds_what_is_kept_outside_the_folder(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    open_elsewhere: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
    other_article: Article,
    tmp_path: Path,
    daily: bool,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    with unwritable():
        with open_again() as again:
            tag(again, 4, 6)
            again.add_article(other_article)
            shown, articles = dict(again.annotations), set(again.articles)
            assert kept_for(folder, state) == list(again.roots[1:])
        target = tmp_path / "w.zip"
        if not daily:
            back_up(folder, target, beside=kept_for(folder, state))
    if daily:
        made = back_up_daily(folder, beside=kept_for(folder, state))
        assert made is not None
        target = made
    restore(target, tmp_path / "restored")
    restored = open_elsewhere(where=tmp_path / "restored")
    assert (dict(restored.annotations), set(restored.articles)) == (shown, articles)
    assert restored.problems == ()
    assert check(tmp_path / "restored") == []


def test_a_backup_holds_what_is_both_in_the_folder_and_outside_it_once(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    open_elsewhere: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
    other_article: Article,
    tmp_path: Path,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    with unwritable(), open_again() as again:
        tag(again, 4, 6)
        again.add_article(other_article)
        shown = dict(again.annotations)
    # As after a crash while it was carried in.
    (overlay,) = kept_for(folder, state)
    shutil.copytree(overlay, folder, dirs_exist_ok=True)
    back_up(folder, tmp_path / "w.zip", beside=[overlay])
    restore(tmp_path / "w.zip", tmp_path / "restored")
    restored = open_elsewhere(where=tmp_path / "restored")
    assert dict(restored.annotations) == shown
    assert restored.problems == ()


def test_what_is_carried_in_during_a_backup_is_in_it_once(
    workspace: Workspace,
    tag: Tag,
    open_again: Open,
    unwritable: Unwritable,
    folder: Path,
    state: Path,
    tmp_path: Path,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    with unwritable(), open_again() as again:
        tag(again, 4, 6)
    (overlay,) = kept_for(folder, state)

    def step(_done: int, _total: int) -> None:
        shutil.copytree(overlay, folder, dirs_exist_ok=True)

    made = back_up(folder, tmp_path / "w.zip", step, beside=[overlay])
    assert restore(tmp_path / "w.zip", tmp_path / "restored").total
    assert sorted(name for name in made.files if name.endswith("jsonl")) == [
        f"annotations/{workspace.writer}/0001.jsonl",
        f"annotations/{workspace.writer}/0002.jsonl",
    ]


def test_nothing_is_known_to_be_kept_for_a_folder_that_does_not_say_what_it_is(
    workspace: Workspace, folder: Path, state: Path
) -> None:
    (folder / "workspace.json").write_bytes(b"{")
    assert kept_for(folder, state) == []
