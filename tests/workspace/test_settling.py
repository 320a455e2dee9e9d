"""What a killed process left is made durable before anything is built on it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.workspace import RefusedError, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation

    Tag = Callable[..., Annotation]


def test_opening_syncs_the_segment_to_go_on_in_and_every_folder_above_it(
    workspace: Workspace, tag: Tag, open_again: Callable[..., Workspace], folder: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    synced: list[Path] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda fd: synced.append(Path(f"/proc/self/fd/{fd}").readlink()))
        again = open_again()
    journal = folder / "annotations" / again.writer
    assert {journal / "0001.jsonl", journal, folder / "annotations"} <= set(synced)
    assert {folder / "articles", folder, folder.parent} <= set(synced)


def test_a_disk_that_cannot_do_so_opens_all_the_same_and_refuses_the_edit(
    workspace: Workspace, tag: Tag, open_again: Callable[..., Workspace], folder: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()

    def fail(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().is_relative_to(folder):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        again = open_again()
        with pytest.raises(RefusedError, match="so it was not done"):
            tag(again, 5, 8)
    assert len(again.annotations) == 1
    saved = tag(again, 6, 9)
    again.close()
    assert saved.id in open_again().annotations


def test_behind_a_writer_that_was_killed_a_new_segment_begins(
    workspace: Workspace, tag: Tag, open_again: Callable[..., Workspace], folder: Path
) -> None:
    first = tag(workspace, 0, 3)
    assert workspace._own is not None
    # As the system does to a process that is gone.
    workspace._own._writer.release()
    again = open_again()
    second = tag(again, 5, 8)
    assert again.writer == workspace.writer
    names = [path.name for path in sorted(folder.rglob("*.jsonl"))]
    assert names == ["0001.jsonl", "0002.jsonl"]
    again.undo()
    again.undo()
    assert not again.annotations
    again.redo()
    again.redo()
    again.close()
    assert dict(open_again().annotations) == {first.id: first, second.id: second}
