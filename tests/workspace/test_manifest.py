from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.workspace import NotAWorkspaceError
from reader.workspace.files.manifest import Manifest, read_manifest

if TYPE_CHECKING:
    from pathlib import Path

NEW = Manifest.new(DEFAULT_TAG_SET, "2026-11-22T08:00:00.000000Z")


def write(folder: Path, **changes: Any) -> None:
    (folder / "workspace.json").write_text(json.dumps(NEW.to_json() | changes), "utf-8")


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    (tmp_path / "workspace.json").write_bytes(NEW.to_bytes())
    manifest = read_manifest(tmp_path)
    assert (manifest.id, manifest.created, manifest.tag_set, manifest.version) == (
        NEW.id,
        NEW.created,
        DEFAULT_TAG_SET,
        1,
    )


def test_two_workspaces_have_two_ids() -> None:
    assert Manifest.new(DEFAULT_TAG_SET, "").id != NEW.id


def test_fields_of_a_newer_version_survive(tmp_path: Path) -> None:
    tag_set = DEFAULT_TAG_SET.to_json() | {"shared": True}
    write(tmp_path, version=4, owner="lin", tag_set=tag_set)
    manifest = read_manifest(tmp_path)
    assert manifest.version == 4
    assert manifest.to_json() == json.loads((tmp_path / "workspace.json").read_bytes())


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "other"},
        {"version": "1"},
        {"version": True},
        {"version": 0},
        {"id": "../../etc"},
        {"id": 7},
        {"tag_set": []},
        {"tag_set": {"kinds": [{"name": "x"}]}},
    ],
)
def test_a_damaged_manifest_is_named_with_what_to_do(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    write(tmp_path, **changes)
    with pytest.raises(NotAWorkspaceError) as error:
        read_manifest(tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'workspace.json'} is damaged; put back a copy of it from a backup "
        "(the articles and tags beside it are untouched)."
    )


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b"{}", b"null"])
def test_what_is_no_manifest_at_all_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "workspace.json").write_bytes(content)
    with pytest.raises(NotAWorkspaceError, match="is damaged"):
        read_manifest(tmp_path)


def test_a_newer_format_that_cannot_be_read_is_not_called_damaged(tmp_path: Path) -> None:
    write(tmp_path, version=4, tag_set="elsewhere")
    with pytest.raises(NotAWorkspaceError, match="newer Wenmai; update Wenmai to open it"):
        read_manifest(tmp_path)


def test_wrong_folders_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("社区", "utf-8")
    for folder, sentence in [
        (tmp_path, f"{tmp_path} is not a workspace (it has no workspace.json); "),
        (file, f"{file} is a file, not a workspace; "),
        (tmp_path / "no", f"There is no folder {tmp_path / 'no'}; "),
    ]:
        with pytest.raises(NotAWorkspaceError) as error:
            read_manifest(folder)
        assert str(error.value).startswith(sentence)


def test_a_manifest_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "workspace.json").mkdir()
    with pytest.raises(NotAWorkspaceError, match=r"could not be read \(Is a directory\)"):
        read_manifest(tmp_path)
