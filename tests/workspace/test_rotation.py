"""A backup a day, of which the last fourteen stay."""

from __future__ import annotations

import errno
import os
import threading
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from reader.workspace import rotation as module
from reader.workspace.backup import BackupError
from reader.workspace.restoring import verify
from reader.workspace.rotation import KEPT, back_up_daily, daily_backups

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.workspace import Workspace

    Tag = Callable[..., Annotation]

DAY = date(2026, 11, 22)


def make(
    workspace: Workspace, state: Path, today: date = DAY, *, renew: bool = False
) -> Path | None:
    return back_up_daily(workspace.folder, state, workspace.id, renew=renew, today=today)


def fill(folder: Path, days: int, until: date = DAY) -> list[Path]:
    """Make files that look like backups of the days before; return them, the newest first."""
    (folder / "backups").mkdir(exist_ok=True)
    paths = [folder / "backups" / f"{until - timedelta(n)}.zip" for n in range(1, days + 1)]
    for path in paths:
        path.write_bytes(b"old")
    return paths


def test_the_first_of_the_day_makes_it_and_the_next_does_not(
    workspace: Workspace, state: Path, tag: Tag
) -> None:
    path = make(workspace, state)
    assert path == workspace.folder / "backups" / "2026-11-22.zip"
    before = path.stat().st_mtime_ns
    tag(workspace, 0, 3)
    assert make(workspace, state) is None
    assert path.stat().st_mtime_ns == before
    assert make(workspace, state, renew=True) == path
    assert any("jsonl" in name for name in verify(path).files)


def test_without_a_day_it_is_today(workspace: Workspace, state: Path) -> None:
    path = back_up_daily(workspace.folder, state, workspace.id)
    assert path is not None
    assert abs(date.fromisoformat(path.stem) - date.today()) <= timedelta(1)


def test_fourteen_stay_and_nothing_else_is_removed(workspace: Workspace, state: Path) -> None:
    paths = fill(workspace.folder, 20)
    others = ["mine.zip", "2026-13-40.zip", "2026-11-01 (conflicted copy).zip", "2026-01-01.txt"]
    for name in others:
        (workspace.folder / "backups" / name).write_bytes(b"mine")
    (workspace.folder / "backups" / "2020-01-01.zip").mkdir()
    made = make(workspace, state)
    assert daily_backups(workspace.folder) == [made, *paths[: KEPT - 1]]
    left = {path.name for path in (workspace.folder / "backups").iterdir()}
    assert left == {path.name for path in (made, *paths[:13]) if path} | {*others, "2020-01-01.zip"}


def test_a_clock_that_went_back_does_not_cost_the_new_one(
    workspace: Workspace, state: Path
) -> None:
    fill(workspace.folder, 20, until=date(2030, 1, 1))
    made = make(workspace, state)
    assert made is not None
    assert made in daily_backups(workspace.folder)
    assert len(daily_backups(workspace.folder)) == KEPT


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_one_that_fails_removes_none(
    workspace: Workspace, state: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    paths = fill(workspace.folder, 20)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (state / "backups").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(BackupError, match="No space left on device"):
            make(workspace, state)
    assert daily_backups(workspace.folder) == paths


def test_one_that_is_not_whole_removes_none(
    workspace: Workspace, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = fill(workspace.folder, 20)

    def fail(_: Path) -> None:
        raise BackupError("it is not whole")

    monkeypatch.setattr(module, "verify", fail)
    with pytest.raises(BackupError, match="not whole"):
        make(workspace, state)
    assert set(daily_backups(workspace.folder)) >= set(paths)


def test_one_that_lacks_a_file_removes_none_and_is_said(workspace: Workspace, state: Path) -> None:
    paths = fill(workspace.folder, 20)
    (workspace.folder / "articles" / "gone.json").symlink_to("nowhere")
    with pytest.raises(BackupError, match=r"articles/gone\.json is not in the backup"):
        make(workspace, state)
    assert set(daily_backups(workspace.folder)) >= set(paths)


def test_a_folder_that_cannot_be_made_is_named(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BackupError, match=r"The backup of today .* could not be made \(Not a dir"):
        make(workspace, tmp_path / "file")
    (workspace.folder / "backups").write_bytes(b"a file")
    with pytest.raises(BackupError, match=r"The backup .* could not be written \(Not a directory"):
        make(workspace, tmp_path / "state")


def test_a_workspace_without_the_folder_has_none(tmp_path: Path) -> None:
    assert daily_backups(tmp_path) == []


def test_an_empty_workspace_has_nothing_to_keep(tmp_path: Path, state: Path) -> None:
    (tmp_path / "annotations").mkdir()
    assert back_up_daily(tmp_path, state, "x", today=DAY) is None
    assert not (tmp_path / "backups").exists()


def test_of_two_windows_one_makes_it(workspace: Workspace, state: Path) -> None:
    (state / "backups").mkdir()
    with FileLock(state / "backups" / f"{workspace.id}.lock"):
        results: list[Path | None] = []
        # A lock of the same process would be given twice.
        ready = threading.Thread(target=lambda: results.append(make(workspace, state)))
        ready.start()
        ready.join()
    assert results == [None]
    assert daily_backups(workspace.folder) == []
    assert make(workspace, state) is not None
