"""A backup a day, of which the last fourteen stay."""

from __future__ import annotations

import errno
import os
import threading
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from reader.workspace.backups import rotation as module
from reader.workspace.backups.backup import BackupError
from reader.workspace.backups.restoring import verify
from reader.workspace.backups.rotation import KEPT, back_up_daily, daily_backups

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.workspace import Workspace

    Tag = Callable[..., Annotation]

DAY = date(2026, 11, 22)


def make(workspace: Workspace, today: date = DAY, *, renew: bool = False) -> Path | None:
    return back_up_daily(workspace.folder, renew=renew, today=today)


def fill(folder: Path, days: int, until: date = DAY) -> list[Path]:
    """Make files that look like backups of the days before; return them, the newest first."""
    (folder / "backups").mkdir(exist_ok=True)
    paths = [folder / "backups" / f"{until - timedelta(n)}.zip" for n in range(1, days + 1)]
    for path in paths:
        path.write_bytes(b"old")
    return paths


def test_the_first_of_the_day_makes_it_and_the_next_does_not(
    workspace: Workspace, tag: Tag
) -> None:
    path = make(workspace)
    assert path == workspace.folder / "backups" / "2026-11-22.zip"
    before = path.stat().st_mtime_ns
    tag(workspace, 0, 3)
    assert make(workspace) is None
    assert path.stat().st_mtime_ns == before
    assert make(workspace, renew=True) == path
    assert any("jsonl" in name for name in verify(path).files)


def test_without_a_day_it_is_today(workspace: Workspace) -> None:
    path = back_up_daily(workspace.folder)
    assert path is not None
    assert abs(date.fromisoformat(path.stem) - date.today()) <= timedelta(1)


def test_fourteen_stay_and_nothing_else_is_removed(workspace: Workspace) -> None:
    paths = fill(workspace.folder, 20)
    others = ["mine.zip", "2026-13-40.zip", "2026-11-01 (conflicted copy).zip", "2026-01-01.txt"]
    for name in others:
        (workspace.folder / "backups" / name).write_bytes(b"mine")
    (workspace.folder / "backups" / "2020-01-01.zip").mkdir()
    made = make(workspace)
    assert daily_backups(workspace.folder) == [made, *paths[: KEPT - 1]]
    left = {path.name for path in (workspace.folder / "backups").iterdir()}
    assert left == {path.name for path in (made, *paths[:13]) if path} | {*others, "2020-01-01.zip"}


def test_a_clock_that_went_back_does_not_cost_the_new_one(workspace: Workspace) -> None:
    fill(workspace.folder, 20, until=date(2030, 1, 1))
    made = make(workspace)
    assert made is not None
    assert made in daily_backups(workspace.folder)
    assert len(daily_backups(workspace.folder)) == KEPT


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_one_that_fails_removes_none(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    paths = fill(workspace.folder, 20)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(BackupError, match="No space left on device"):
            make(workspace)
    assert daily_backups(workspace.folder) == paths


def test_one_that_is_not_whole_removes_none(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = fill(workspace.folder, 20)

    def fail(_: Path) -> None:
        raise BackupError("it is not whole")

    monkeypatch.setattr(module, "verify", fail)
    with pytest.raises(BackupError, match="not whole"):
        make(workspace)
    assert set(daily_backups(workspace.folder)) >= set(paths)


def test_one_that_lacks_a_file_removes_none_and_is_said(workspace: Workspace) -> None:
    paths = fill(workspace.folder, 20)
    (workspace.folder / "articles" / "gone.json").symlink_to("nowhere")
    with pytest.raises(BackupError, match=r"articles/gone\.json is not in the backup"):
        make(workspace)
    assert set(daily_backups(workspace.folder)) >= set(paths)


def test_a_folder_that_cannot_be_made_or_listed_is_named(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace.folder / "backups").write_bytes(b"a file")
    with pytest.raises(BackupError, match=r"The backup .* could not be written \(Not a directory"):
        make(workspace)
    (workspace.folder / "backups").unlink()

    def fail(_: Path) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(module, "make_folder", fail)
    with pytest.raises(BackupError, match=r"The backup of today .* could not be made \(Perm"):
        make(workspace)


def test_a_workspace_without_the_folder_has_none(tmp_path: Path) -> None:
    assert daily_backups(tmp_path) == []


def test_an_empty_workspace_has_nothing_to_keep(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    assert back_up_daily(tmp_path, today=DAY) is None
    assert not (tmp_path / "backups").exists()


def test_two_windows_make_one(workspace: Workspace) -> None:
    fill(workspace.folder, 20)
    threads = [
        threading.Thread(target=make, args=[workspace], kwargs={"renew": True}) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    newest = daily_backups(workspace.folder)[0]
    assert newest.stem == str(DAY)
    assert verify(newest).workspace == workspace.id
    assert len(list((workspace.folder / "backups").iterdir())) == KEPT


def test_where_damage_was_found_nothing_older_is_replaced_or_removed(workspace: Workspace) -> None:
    paths = fill(workspace.folder, 20)
    made = back_up_daily(workspace.folder, today=DAY, sound=False)
    assert daily_backups(workspace.folder) == [made, *paths]
    assert back_up_daily(workspace.folder, today=DAY, sound=False, renew=True) is None
