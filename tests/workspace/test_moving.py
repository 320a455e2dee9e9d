"""A folder that is moved, or whose drive is unplugged, while a window has it open."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.workspace import RefusedError, Workspace
from reader.workspace.files.manifest import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("tagged", [False, True])
def test_nothing_is_written_where_a_folder_was(
    workspace: Workspace, tag: Tag, other_article: Article, folder: Path, *, tagged: bool
) -> None:
    if tagged:
        tag(workspace, 0, 3)
    moved = folder.with_name("moved")
    folder.rename(moved)
    before = contents(moved)
    for edit in (lambda: tag(workspace, 5, 8), lambda: workspace.add_article(other_article)):
        with pytest.raises(RefusedError, match=r"workspace\.json is not there any more; put"):
            edit()
    assert not workspace.look()
    assert not folder.exists()
    assert contents(moved) == before
    moved.rename(folder)
    made = tag(workspace, 5, 8)
    assert made.id in workspace.annotations
    assert workspace.add_article(other_article)


def test_nothing_is_written_into_another_workspace_that_lies_there_now(
    workspace: Workspace, tag: Tag, other_article: Article, folder: Path, tmp_path: Path
) -> None:
    made = tag(workspace, 0, 3)
    folder.rename(folder.with_name("moved"))
    with Workspace.create(folder, author="chen", state=tmp_path / "other") as another:
        another.add_article(other_article)
    before = contents(folder)
    for _ in range(2):
        assert not workspace.look()
    for edit in (lambda: tag(workspace, 5, 8), lambda: workspace.add_article(other_article)):
        with pytest.raises(RefusedError, match="another workspace lies in"):
            edit()
    assert list(workspace.annotations) == [made.id]
    workspace.close()
    assert contents(folder) == before


def test_a_manifest_that_was_damaged_or_written_again_is_still_of_this_workspace(
    workspace: Workspace, tag: Tag, folder: Path
) -> None:
    path = folder / FILE_NAME
    content = path.read_bytes()
    path.write_bytes(b"x")
    tag(workspace, 0, 3)
    path.write_bytes(content)
    tag(workspace, 5, 8)
    assert len(workspace.annotations) == 2


def test_a_folder_that_may_not_be_looked_at_has_its_own_sentence(
    workspace: Workspace, tag: Tag, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.stat

    def stat(path: Path, **words: bool) -> object:
        if path == folder / FILE_NAME:
            raise OSError(errno.EIO, "Input/output error")
        return real(path, **words)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", stat)
        tag(workspace, 0, 3)
    assert len(workspace.annotations) == 1
