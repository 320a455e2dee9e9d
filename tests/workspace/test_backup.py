"""A backup holds a workspace as it was at some moment, whole, whoever writes meanwhile."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from reader.workspace import NotAWorkspaceError, Workspace, editing
from reader.workspace.backups import backup as module
from reader.workspace.backups.backup import BackupError, back_up, is_safe
from reader.workspace.backups.restoring import restore, verify
from reader.workspace.files.article_file import article_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]
    Journal = Callable[[Workspace], Path]

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def manifest(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as archive:
        data: dict[str, Any] = json.loads(archive.read("backup.json"))
        return data


def test_everything_is_in_it_with_its_sum_and_the_manifest_of_the_workspace_is_last(
    workspace: Workspace, article: Article, tag: Tag, folder: Path, tmp_path: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    (folder / "annotations" / workspace.writer / "snapshot.json").write_text("{}")
    for ignored in (".hidden", "annotations/.lock", "~$open.json", "backups/2026-11-01.zip"):
        path = folder / ignored
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (folder / "notes").mkdir()
    (folder / "notes" / "mine.txt").write_text("读书")
    made = back_up(folder, tmp_path / "w.zip")
    journal = f"annotations/{workspace.writer}"
    assert names(tmp_path / "w.zip") == [
        f"{journal}/snapshot.json",
        f"{journal}/0001.jsonl",
        f"articles/{article.id}.json",
        "notes/mine.txt",
        "workspace.json",
        "backup.json",
    ]
    data = manifest(tmp_path / "w.zip")
    assert (data["format"], data["version"]) == ("wenmai-backup", 1)
    assert data["workspace"] == workspace.id
    assert data["unreadable"] == []
    for name, kept in data["files"].items():
        content = (folder / name).read_bytes()
        assert kept == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    assert set(made.files) == set(data["files"])
    assert made.problems == ()
    assert verify(tmp_path / "w.zip").total == sum(one["bytes"] for one in data["files"].values())


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_a_line_that_is_being_written_is_not_cut_in_the_middle(
    workspace: Workspace, tag: Tag, journal: Journal, folder: Path, tmp_path: Path, cut: int
) -> None:
    tag(workspace, 0, 3)
    path = journal(workspace)
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:cut])
    back_up(folder, tmp_path / "w.zip")
    with zipfile.ZipFile(tmp_path / "w.zip") as archive:
        assert archive.read(f"annotations/{workspace.writer}/0001.jsonl") == whole


def test_a_last_line_that_lacks_only_its_end_is_kept(
    workspace: Workspace, tag: Tag, journal: Journal, folder: Path, tmp_path: Path
) -> None:
    tag(workspace, 0, 3)
    path = journal(workspace)
    path.write_bytes(path.read_bytes()[:-1])
    back_up(folder, tmp_path / "w.zip")
    restore(tmp_path / "w.zip", tmp_path / "again")
    assert (tmp_path / "again" / path.relative_to(folder)).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"no line end at all", b"\n"])
def test_a_journal_without_a_line_is_kept_up_to_its_last_line_end(
    workspace: Workspace, folder: Path, tmp_path: Path, content: bytes
) -> None:
    path = folder / "annotations" / "aaaaaaaaaa" / "0001.jsonl"
    path.parent.mkdir()
    path.write_bytes(content)
    made = back_up(folder, tmp_path / "w.zip")
    assert made.files["annotations/aaaaaaaaaa/0001.jsonl"][0] == content.count(b"\n")


def test_a_line_longer_than_what_is_read_at_a_time_is_found_whole(
    workspace: Workspace, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PIECE", 16)
    path = folder / "annotations" / "aaaaaaaaaa" / "0001.jsonl"
    path.parent.mkdir()
    path.write_bytes(b"a" * 20 + b"\n" + b"b" * 50)
    made = back_up(folder, tmp_path / "w.zip")
    assert made.files["annotations/aaaaaaaaaa/0001.jsonl"][0] == 21


def test_edits_made_while_it_is_written_harm_nothing(
    workspace: Workspace,
    article: Article,
    other_article: Article,
    tag: Tag,
    folder: Path,
    tmp_path: Path,
    state: Path,
) -> None:
    kept = tag(workspace, 0, 3)
    added: list[object] = []

    def edit(done: int, total: int) -> None:
        assert done <= total
        if not added:
            added.append(workspace.add_article(other_article))
            workspace.apply(editing.retitle(workspace, article.id, "改"))
        tag(workspace, 5, 8)

    back_up(folder, tmp_path / "w.zip", edit)
    restore(tmp_path / "w.zip", tmp_path / "again")
    with Workspace.open(tmp_path / "again", author="mei", state=state) as again:
        assert again.problems == ()
        assert kept.id in again.annotations
        # The journal was read before, so nothing in it can name what is missing.
        assert other_article.id in again.articles


def test_it_replaces_an_old_one_only_when_it_is_whole(
    workspace: Workspace, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "w.zip"
    target.write_bytes(b"old")

    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fail)
        with pytest.raises(BackupError) as error:
            back_up(folder, target)
    assert str(error.value) == (
        f"The backup {target} could not be written (No space left on device); "
        "choose another folder or free some space."
    )

    class StopError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        back_up(folder, target, stop)
    assert target.read_bytes() == b"old"
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".tmp")]


def test_a_backup_does_not_go_into_the_workspace_except_where_backups_are(
    workspace: Workspace, folder: Path
) -> None:
    for name in ("w.zip", "articles/w.zip"):
        with pytest.raises(BackupError, match="lies in the workspace itself; choose another"):
            back_up(folder, folder / name)
    (folder / "backups").mkdir()
    back_up(folder, folder / "backups" / "before.zip")
    assert "backups/before.zip" not in names(folder / "backups" / "before.zip")


def test_what_is_no_workspace_is_not_backed_up(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspaceError, match="is not a workspace"):
        back_up(tmp_path, tmp_path / "w.zip")
    assert not list(tmp_path.iterdir())


def test_a_workspace_whose_manifest_is_damaged_can_be_backed_up(
    workspace: Workspace, folder: Path, tmp_path: Path
) -> None:
    (folder / "workspace.json").write_bytes(b"{")
    back_up(folder, tmp_path / "w.zip")
    assert manifest(tmp_path / "w.zip")["workspace"] is None
    assert restore(tmp_path / "w.zip", tmp_path / "again").workspace == ""
    assert (tmp_path / "again" / "workspace.json").read_bytes() == b"{"


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_kept(
    workspace: Workspace,
    article: Article,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Failing:
        def __init__(self) -> None:
            self.digest = hashlib.md5()

        def update(self, _: bytes) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    name = f"articles/{article.id}.json"
    real = hashlib.sha256
    calls = iter([Failing()])
    monkeypatch.setattr(hashlib, "sha256", lambda *data: next(calls, None) or real(*data))
    made = back_up(folder, tmp_path / "w.zip")
    assert made.problems == (
        (
            f"{name} is not in the backup (Input/output error); mend or remove it, and make the "
            "backup again."
        ),
    )
    assert manifest(tmp_path / "w.zip")["unreadable"] == [name]
    restore(tmp_path / "w.zip", tmp_path / "again")
    assert (tmp_path / "again" / "workspace.json").exists()
    assert not article_path(tmp_path / "again", article.id).exists()


@posix
def test_links_are_followed_and_those_that_lead_nowhere_are_named(
    workspace: Workspace, article: Article, folder: Path, tmp_path: Path
) -> None:
    path = article_path(folder, article.id)
    content = path.read_bytes()
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    (folder / "articles" / "gone.json").symlink_to(tmp_path / "nowhere")
    (folder / "annotations" / "round").symlink_to(folder / "annotations")
    made = back_up(folder, tmp_path / "w.zip")
    assert made.unreadable == {"articles/gone.json": "it is no file"}
    restore(tmp_path / "w.zip", tmp_path / "again")
    again = article_path(tmp_path / "again", article.id)
    assert again.read_bytes() == content
    assert not again.is_symlink()


@posix
def test_a_name_that_no_zip_file_holds_is_named(
    workspace: Workspace, folder: Path, tmp_path: Path
) -> None:
    (folder / "articles" / "a\\b.json").touch()
    (folder / "articles" / os.fsdecode(b"\xff.json")).touch()
    made = back_up(folder, tmp_path / "w.zip")
    assert set(made.unreadable.values()) == {"no zip file can hold this name"}
    assert len(made.problems) == 2
    assert verify(tmp_path / "w.zip").unreadable == ("articles/a\\b.json", "articles/\udcff.json")


def test_a_folder_that_cannot_be_listed_is_named(
    workspace: Workspace, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = type(folder)
    real = kind.iterdir

    def iterdir(path: Path) -> Any:
        if path.name == "articles":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path)

    monkeypatch.setattr(kind, "iterdir", iterdir)
    assert back_up(folder, tmp_path / "w.zip").unreadable == {"articles": "Permission denied"}


def test_a_workspace_that_lacks_a_folder_is_backed_up(
    workspace: Workspace, folder: Path, tmp_path: Path
) -> None:
    (folder / "annotations").rmdir()
    assert back_up(folder, tmp_path / "w.zip").problems == ()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("annotations/k3v7q2mz5a/0001 (conflicted copy 2026-11-22 10:30).jsonl", True),
        ("文/字.json", True),
        ("", False),
        ("/etc/passwd", False),
        ("../x", False),
        ("a/../../x", False),
        ("a//b", False),
        ("./a", False),
        ("a/", False),
        ("C:x", False),
        ("C:/x", False),
        ("a\\..\\x", False),
        ("a\0b", False),
        ("\udcff", False),
    ],
)
def test_only_names_below_the_folder_are_safe(name: str, safe: bool) -> None:
    assert is_safe(name) is safe
