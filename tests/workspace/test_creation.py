from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.workspace import FolderInUseError, Workspace, WorkspaceError
from reader.workspace import creation as module

if TYPE_CHECKING:
    from pathlib import Path


def create(folder: Path, state: Path) -> None:
    Workspace.create(folder, author="lin", state=state).close()


def test_a_new_workspace_is_empty_and_opens_again(tmp_path: Path, state: Path) -> None:
    folder = tmp_path / "deep" / "down"
    create(folder, state)
    assert {path.name for path in folder.iterdir()} == {"workspace.json", "articles", "annotations"}
    with Workspace.open(folder, author="lin", state=state) as workspace:
        assert (dict(workspace.articles), dict(workspace.annotations)) == ({}, {})
        assert [kind.name for kind in workspace.tag_set] == ["metric", "programme", "honour"]


@pytest.mark.parametrize("name", [".git", "articles", "annotations"])
def test_a_folder_with_nothing_of_the_users_will_do(tmp_path: Path, state: Path, name: str) -> None:
    folder = tmp_path / "w"
    (folder / name).mkdir(parents=True)
    create(folder, state)
    assert (folder / "workspace.json").exists()


@pytest.mark.parametrize("name", ["novel.txt", "articles/novel.txt", "novels/one.txt"])
def test_a_folder_with_other_files_is_refused(tmp_path: Path, state: Path, name: str) -> None:
    folder = tmp_path / "w"
    path = folder / name
    path.parent.mkdir(parents=True)
    path.touch()
    with pytest.raises(FolderInUseError) as error:
        create(folder, state)
    assert str(error.value) == (
        f"{folder} holds other files; choose an empty folder for the new workspace."
    )
    assert not (folder / "workspace.json").exists()


def test_a_workspace_is_not_made_over_another_or_over_a_file(tmp_path: Path, state: Path) -> None:
    create(tmp_path / "w", state)
    before = (tmp_path / "w" / "workspace.json").read_bytes()
    with pytest.raises(FolderInUseError, match="is a workspace already; open it"):
        create(tmp_path / "w", state)
    assert (tmp_path / "w" / "workspace.json").read_bytes() == before
    (tmp_path / "f").touch()
    with pytest.raises(FolderInUseError, match="is a file; choose a folder"):
        create(tmp_path / "f", state)


def test_a_disk_that_fails_is_named(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_durably", fail)
    with pytest.raises(WorkspaceError, match=r"could not be made \(No space left on device\)"):
        create(tmp_path / "w", state)
