"""A journal that is replaced just as a window writes to it: no edit goes to the old file alone."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from reader.workspace import RefusedError, Workspace
from reader.workspace.backups.rotation import back_up_daily
from reader.workspace.checks.repair import repair

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]
    Crash = Callable[[Workspace], None]
    Journal = Callable[[Workspace], Path]
    Happening = Callable[[], object]


@pytest.fixture
def just_before(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Happening], None]:
    """Return what has something happen between two of the next edit's calls, once."""

    def just_before(call: str, happens: Happening) -> None:
        real = getattr(os, call)
        to_come = [happens]

        def late(*given: object) -> object:
            while to_come:
                to_come.pop()()
            return real(*given)

        monkeypatch.setattr(os, call, late)

    return just_before


@pytest.fixture
def damaged(workspace: Workspace, tag: Tag, journal: Journal, folder: Path) -> list[Annotation]:
    """Damage the journal of an open window, which does not notice; return its tags."""
    made = [tag(workspace, start, start + 2) for start in range(0, 9, 3)]
    assert back_up_daily(folder) is not None
    path = journal(workspace)
    path.write_bytes(path.read_bytes().replace("清溪".encode(), "青溪".encode(), 1))
    return made


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_an_edit_made_while_the_journal_is_mended_is_there_though_the_window_is_killed(
    workspace: Workspace,
    damaged: list[Annotation],
    tag: Tag,
    folder: Path,
    open_elsewhere: Open,
    crash: Crash,
    monkeypatch: pytest.MonkeyPatch,
    just_before: Callable[[str, Happening], None],
    call: str,
    *,
    links: bool,
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    just_before(call, lambda: repair(folder))
    made = tag(workspace, 13, 15)
    assert made.id in workspace.annotations
    crash(workspace)
    again = open_elsewhere()
    assert set(again.annotations) == {one.id for one in (*damaged, made)}
    assert not again.conflicts


def test_an_edit_made_while_the_journal_is_mended_can_be_undone(
    workspace: Workspace,
    damaged: list[Annotation],
    tag: Tag,
    folder: Path,
    open_elsewhere: Open,
    just_before: Callable[[str, Happening], None],
) -> None:
    # Two damaged lines stay beside the edit that comes back, so the file gets longer, and the
    # line that is carried over stands elsewhere in it.
    path = folder / "annotations" / workspace.writer / "0001.jsonl"
    content = path.read_bytes()
    path.write_bytes(content[:50] + b"\n" + content[51:])
    just_before("fsync", lambda: repair(folder))
    made = tag(workspace, 13, 15)
    assert workspace.writer != path.parent.name
    assert made.id.encode() in path.read_bytes()
    workspace.undo()
    assert made.id not in workspace.annotations
    again = open_elsewhere()
    assert set(again.annotations) == {one.id for one in damaged}
    assert not again.conflicts


def test_an_edit_is_refused_where_the_file_is_another_each_time(
    workspace: Workspace, tag: Tag, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tag(workspace, 0, 3)
    write = os.write
    with monkeypatch.context() as patched:

        def write_and_replace(descriptor: int, data: bytes) -> int:
            for path in (folder / "annotations").glob("*/*.jsonl"):
                path.rename(path.with_suffix(".old"))
                path.touch()
            return write(descriptor, data)

        patched.setattr(os, "write", write_and_replace)
        with pytest.raises(RefusedError, match=r"could not be saved in .* so it was not done"):
            tag(workspace, 5, 8)
    assert set(workspace.annotations) == {made.id}
    later = tag(workspace, 5, 8)
    assert set(workspace.annotations) == {made.id, later.id}


def test_a_folder_that_is_moved_away_in_the_middle_of_an_edit_is_not_made_anew(
    workspace: Workspace,
    tag: Tag,
    folder: Path,
    open_elsewhere: Open,
    just_before: Callable[[str, Happening], None],
) -> None:
    made = tag(workspace, 0, 3)
    moved = folder.with_name("moved")
    just_before("fsync", lambda: folder.rename(moved))
    with pytest.raises(RefusedError, match="could not be saved in"):
        tag(workspace, 5, 8)
    assert not folder.exists()
    assert set(open_elsewhere(where=moved).annotations) == {made.id}
