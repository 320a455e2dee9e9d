"""What a user writes never takes the place of a workspace's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.workspace.files.outside import InsideWorkspaceError, verify_outside
from reader.workspace.files.tag_set_file import write_tag_set

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from reader.workspace import Workspace


@pytest.mark.parametrize("name", ["workspace.json", "articles/a.json", "new/tags.csv", "tags.csv"])
def test_a_path_in_a_workspace_is_refused(workspace: Workspace, name: str) -> None:
    with pytest.raises(InsideWorkspaceError, match="lies in the folder of a workspace"):
        verify_outside(workspace.folder / name)


def test_a_link_into_one_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    link = tmp_path / "tags.json"
    link.symlink_to(workspace.folder / "workspace.json")
    with pytest.raises(InsideWorkspaceError):
        verify_outside(link)


def test_beside_one_is_fine(workspace: Workspace, tmp_path: Path) -> None:
    verify_outside(workspace.folder.with_name("tags.csv"))
    (tmp_path / "workspace.json").write_text("{}")
    verify_outside(tmp_path / "tags.csv")


def test_a_folder_that_may_not_be_looked_into_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_arguments: object, **_more: object) -> os.stat_result:
        raise PermissionError

    path = tmp_path.resolve() / "tags.csv"
    monkeypatch.setattr("pathlib.Path.stat", closed)
    monkeypatch.setattr("pathlib.Path.resolve", lambda one: one)
    verify_outside(path)


def test_a_tag_set_is_not_written_over_a_manifest(workspace: Workspace) -> None:
    manifest = workspace.folder / "workspace.json"
    before = manifest.read_bytes()
    with pytest.raises(InsideWorkspaceError):
        write_tag_set(manifest, workspace.tag_set)
    assert manifest.read_bytes() == before
