"""A backup comes back whole, into a folder of its own, or not at all."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import stat
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from reader.workspace import FolderInUseError, Workspace, editing
from reader.workspace.backups import restoring as module
from reader.workspace.backups.backup import BackupError, back_up
from reader.workspace.backups.restoring import open_backup, restore, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


@pytest.fixture
def made(workspace: Workspace, tag: Tag, tmp_path: Path) -> Path:
    """Return a backup of a workspace with a tag."""
    tag(workspace, 0, 3)
    back_up(workspace.folder, tmp_path / "w.zip")
    return tmp_path / "w.zip"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def changed(path: Path, **changes: Any) -> Path:
    """Write a zip again with other members; ``None`` leaves one out."""
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        members = {name: old.read(name) for name in old.namelist()} | changes
        for name, content in members.items():
            if content is not None:
                new.writestr(name, content)
    return target


def with_manifest(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    with zipfile.ZipFile(path) as archive:
        data = json.loads(archive.read("backup.json"))
    change(data)
    return changed(path, **{"backup.json": json.dumps(data)})


def refused(path: Path, folder: Path) -> str:
    """Return the one sentence of a restore that is refused, and that left nothing."""
    before = sorted(folder.parent.iterdir())
    with pytest.raises(BackupError) as error:
        restore(path, folder)
    assert sorted(folder.parent.iterdir()) == before
    sentence = str(error.value)
    assert sentence.startswith(f"{path} ")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("there", [False, True])
def test_a_workspace_comes_back_as_it_was(
    made: Path,
    workspace: Workspace,
    tmp_path: Path,
    there: bool,
    state: Path,
) -> None:
    target = tmp_path / "deep" / "again"
    if there:
        target.mkdir(parents=True)
    steps: list[tuple[int, int]] = []
    kept = restore(made, target, lambda done, total: steps.append((done, total)))
    assert tree(target) == tree(workspace.folder)
    assert steps[-1] == (kept.total, kept.total)
    assert kept.workspace == workspace.id
    with Workspace.open(target, author="mei", state=state) as again:
        assert again.id == workspace.id
        assert dict(again.annotations) == dict(workspace.annotations)
        assert again.problems == ()
    assert not list(tmp_path.glob("**/.wenmai*"))


def test_who_goes_on_in_the_restored_workspace_takes_nobodys_numbers(
    made: Path, workspace: Workspace, article: Article, tmp_path: Path, tag: Tag, state: Path
) -> None:
    restore(made, tmp_path / "again")
    with Workspace.open(tmp_path / "again", author="mei", state=state) as again:
        tag(again, 5, 8)
        tag(workspace, 6, 9)
        assert again.writer != workspace.writer
        shutil.copytree(
            tmp_path / "again" / "annotations" / again.writer,
            workspace.folder / "annotations" / again.writer,
        )
    workspace.close()
    with Workspace.open(workspace.folder, author="lin", state=state) as united:
        assert sorted(one.span.start for one in united.annotations.values()) == [0, 5, 6]


@posix
def test_a_link_to_an_empty_folder_is_filled_where_it_leads(made: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    restore(made, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "workspace.json").exists()


def test_a_folder_that_holds_something_is_not_touched(made: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.mkdir()
    (target / ".novel").touch()
    for folder in (target, target / ".novel"):
        with pytest.raises(FolderInUseError, match="choose a new or empty folder"):
            restore(made, folder)
    with pytest.raises(BackupError, match="choose another folder"):
        restore(made, target / ".novel" / "below")
    assert list(target.iterdir()) == [target / ".novel"]
    assert "could not be restored in" in refused(made, tmp_path / ("字" * 200))


def test_what_is_no_backup_is_said(made: Path, tmp_path: Path) -> None:
    target = tmp_path / "again"
    other = tmp_path / "other.zip"
    assert "could not be read (No such file or directory)" in refused(other, target)
    for content in (b"", b"PK\x03\x04", b"x" * 1000, b"\0" * 100):
        other.write_bytes(content)
        assert "it is no zip file, or not a whole one" in refused(other, target)
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("workspace.json", "{}")
    assert "it has no backup.json, so it is no backup that Wenmai made" in refused(other, target)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda data: data.update(format="other"), "its backup.json is damaged"),
        (lambda data: data.update(version=2), "a newer Wenmai made it, so update Wenmai first"),
        (lambda data: data.update(version="1"), "its backup.json is damaged"),
        (lambda data: data.update(files=[]), "its backup.json is damaged"),
        (lambda data: data.pop("created"), "its backup.json is damaged"),
        (lambda data: data.update(unreadable=[7]), "its backup.json is damaged"),
        (
            lambda data: data["files"]["workspace.json"].update(bytes=-1),
            "its backup.json is damaged",
        ),
        (
            lambda data: data["files"]["workspace.json"].update(bytes=True),
            "its backup.json is damaged",
        ),
        (
            lambda data: data["files"]["workspace.json"].update(bytes=3),
            "workspace.json in it is larger than it should be",
        ),
        (
            lambda data: data["files"]["workspace.json"].update(bytes=10**6),
            "workspace.json in it is not what was backed up",
        ),
        (
            lambda data: data["files"]["workspace.json"].update(sha256="0" * 64),
            "workspace.json in it is not what was backed up",
        ),
        (lambda data: data["files"].pop("workspace.json"), "it holds no workspace.json"),
        (
            lambda data: data["files"].update({"a.json": {"bytes": 1, "sha256": ""}}),
            "a.json in it cannot be read",
        ),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(
    made: Path, tmp_path: Path, change: Callable[[dict[str, Any]], object], sentence: str
) -> None:
    path = with_manifest(made, change)
    assert refused(path, tmp_path / "again") == (
        f"{path} cannot be restored: {sentence}; choose another backup."
    )


@pytest.mark.parametrize(
    "name", ["../evil", "/tmp/evil", "a/../../evil", "C:\\evil", "backup.json"]
)
def test_a_name_that_leads_elsewhere_is_refused(made: Path, tmp_path: Path, name: str) -> None:
    def add(data: dict[str, Any]) -> None:
        data["files"][name] = {"bytes": 1, "sha256": ""}

    path = with_manifest(made, add)
    with zipfile.ZipFile(path, "a") as archive:
        if name != "backup.json":
            archive.writestr(name, "x")
    assert "it names a file that is none of a workspace" in refused(path, tmp_path / "again")
    assert not (tmp_path / "evil").exists()


def test_what_the_manifest_does_not_name_is_not_restored(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("../evil", "x")
        archive.writestr("articles/evil.json", "x")
    restore(made, tmp_path / "again")
    assert not list(tmp_path.rglob("*evil*"))


def test_two_files_of_one_name_are_refused(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("workspace.json", "{}")
    assert "it holds two files of one name" in refused(made, tmp_path / "again")


def test_a_link_in_a_files_place_is_refused_whatever_it_holds(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        content = archive.read("workspace.json")
    path = changed(made, **{"workspace.json": None})
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo("workspace.json")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, content)
    assert "workspace.json in it is no file" in refused(path, tmp_path / "again")


def test_a_bomb_is_refused_before_anything_is_written(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bomb(data: dict[str, Any]) -> None:
        data["files"]["a.json"] = {"bytes": 1 << 31, "sha256": ""}

    path = with_manifest(made, bomb)
    monkeypatch.setattr(module, "make_folder", lambda _: pytest.fail("it was unpacked"))
    assert "which no backup of its size holds" in refused(path, tmp_path / "again")


def test_a_file_that_inflates_beyond_its_size_is_stopped(made: Path, tmp_path: Path) -> None:
    path = changed(made, **{"workspace.json": b"\0" * 50_000_000})
    assert "workspace.json in it is larger than it should be" in refused(path, tmp_path / "again")


def test_a_disk_without_room_is_named_before_it_is_full(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, 9))
    sentence = refused(made, tmp_path / "again")
    assert "bytes, and 9 are free); choose another folder or free some space." in sentence


def test_a_disk_that_fails_leaves_nothing(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    calls = iter(range(100))

    def write(descriptor: int, data: bytes) -> int:
        if next(calls) == 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", write)
    assert "could not be restored in" in refused(made, tmp_path / "again")


def test_it_can_be_stopped(made: Path, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(made, tmp_path / "again", stop)
    assert not (tmp_path / "again").exists()
    assert not list(tmp_path.glob(".wenmai*"))


def test_a_file_in_the_place_of_a_folder_is_one_sentence(made: Path, tmp_path: Path) -> None:
    def add(data: dict[str, Any]) -> None:
        data["files"]["workspace.json/a"] = {"bytes": 0, "sha256": ""}

    path = with_manifest(made, add)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("workspace.json/a", "")
    assert "could not be restored in" in refused(path, tmp_path / "again")


def test_a_drive_that_fails_while_the_backup_is_read_is_named(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with open_backup(made) as backup:
        monkeypatch.setattr(zipfile.ZipExtFile, "read", fail)
        with pytest.raises(BackupError, match="cannot be read; choose another backup"):
            verify(made)
        assert "workspace.json" in backup.kept.files


def test_a_backup_cut_at_any_byte_is_refused(made: Path, tmp_path: Path) -> None:
    content = made.read_bytes()
    cut = tmp_path / "cut.zip"
    for length in range(len(content)):
        cut.write_bytes(content[:length])
        with pytest.raises(BackupError):
            verify(cut)
    assert refused(cut, tmp_path / "again")


def test_a_flipped_bit_is_found_or_harms_nothing(
    made: Path, workspace: Workspace, tmp_path: Path
) -> None:
    content = made.read_bytes()
    whole = tree(workspace.folder)
    flipped = tmp_path / "flipped.zip"
    rng = random.Random(4)
    found = 0
    for _ in range(1000):
        place, bit = rng.randrange(len(content)), rng.randrange(8)
        damaged = bytearray(content)
        damaged[place] ^= 1 << bit
        flipped.write_bytes(damaged)
        try:
            verify(flipped)
        except BackupError:
            found += 1
        else:
            # A date or a permission that is not used.
            restore(flipped, tmp_path / "again")
            assert tree(tmp_path / "again") == whole
            shutil.rmtree(tmp_path / "again")
    assert found > 600


def test_a_removed_tag_comes_back_with_an_older_backup(
    made: Path, workspace: Workspace, tmp_path: Path, state: Path
) -> None:
    workspace.apply(editing.untag(workspace, list(workspace.annotations)))
    restore(made, tmp_path / "again")
    with Workspace.open(tmp_path / "again", author="mei", state=state) as again:
        assert len(again.annotations) == 1
