"""A disk that fails: the edit is refused, nothing else is lost, and the next one is saved."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.workspace import RefusedError, Workspace
from reader.workspace.checks.check import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]


def no_space(patch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(os, "write", fail)


def short_write(patch: pytest.MonkeyPatch) -> None:
    write = os.write
    patch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:40]))


def broken_disk(patch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    patch.setattr(os, "fsync", fail)


def broken_disk_that_cannot_be_cut_back(patch: pytest.MonkeyPatch) -> None:
    def fail(*_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    patch.setattr(os, "fsync", fail)
    patch.setattr(os, "ftruncate", fail)


FAULTS = [no_space, short_write, broken_disk, broken_disk_that_cannot_be_cut_back]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("what", ["first edit", "later edit", "undo"])
def test_an_edit_that_did_not_reach_the_disk_is_refused_and_the_next_is_saved(
    workspace: Workspace,
    article: Article,
    tag: Tag,
    open_again: Open,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[pytest.MonkeyPatch], None],
    what: str,
) -> None:
    if what != "first edit":
        tag(workspace, 0, 3)
    before = dict(workspace.annotations)
    label = workspace.undo_label
    told: list[object] = []
    workspace.subscribe(told.append)
    for _ in range(2):
        with monkeypatch.context() as patch:
            fault(patch)
            with pytest.raises(RefusedError, match="so it was not done; free some space or check"):
                workspace.undo() if what == "undo" else tag(workspace, 5, 8)
        assert dict(workspace.annotations) == before
        assert (workspace.undo_label, workspace.redo_label) == (label, None)
        assert dict(workspace.counts(article.id))["metric"] == len(before)
        assert not told
    saved = tag(workspace, 6, 9)
    assert len(told) == 1
    workspace.close()
    assert [finding for finding in check(workspace.folder) if finding.severity == "error"] == []
    again = open_again()
    assert dict(again.annotations) == before | {saved.id: saved}
    again.undo()
    assert dict(again.annotations) == before


@pytest.mark.parametrize("fault", [no_space, broken_disk])
def test_an_article_that_did_not_reach_the_disk_is_not_there(
    workspace: Workspace,
    other_article: Article,
    open_again: Open,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[pytest.MonkeyPatch], None],
) -> None:
    told: list[object] = []
    workspace.subscribe(told.append)
    with monkeypatch.context() as patch:
        fault(patch)
        with pytest.raises(RefusedError) as error:
            workspace.add_article(other_article)
    assert "“第二篇” could not be saved in " in str(error.value)
    assert str(error.value).endswith(
        "so it was not imported; free some space or check the drive, and import it again."
    )
    assert other_article.id not in workspace.articles
    assert not told
    assert open_again().problems == ()
    workspace.add_article(other_article)
    assert other_article.id in open_again().articles


def test_the_sentence_names_the_file_and_the_reason(
    workspace: Workspace, tag: Tag, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_space(monkeypatch)
    with pytest.raises(RefusedError) as error:
        tag(workspace, 0, 3)
    path = workspace.folder / "annotations" / workspace.writer / "0001.jsonl"
    assert str(error.value) == (
        f"“Tag” could not be saved in {path} (No space left on device), so it was not done; "
        "free some space or check the drive, and repeat it."
    )


def test_an_interrupt_in_the_middle_of_a_write_leaves_the_store_whole(
    workspace: Workspace, tag: Tag, open_again: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tag(workspace, 0, 3)

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            tag(workspace, 5, 8)
    assert dict(workspace.annotations) == {kept.id: kept}
    saved = tag(workspace, 6, 9)
    workspace.close()
    assert dict(open_again().annotations) == {kept.id: kept, saved.id: saved}


_CHILD = """
import resource, sys
from pathlib import Path
from reader.text.article import Article
from reader.text.span import Span
from reader.workspace import RefusedError, Workspace, editing

folder, state = map(Path, sys.argv[1:])
with Workspace.open(folder, author="lin", state=state) as workspace:
    (article_id,) = workspace.articles
    def tag(start):
        span = Span(start, start + 3)
        workspace.apply(editing.tag(workspace, article_id, span, "metric"))
    tag(0)
    (journal,) = folder.rglob("*.jsonl")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for spare in (0, 1, 100):
        resource.setrlimit(resource.RLIMIT_FSIZE, (journal.stat().st_size + spare, hard))
        try:
            tag(5)
        except RefusedError as error:
            print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    tag(6)
    assert list(folder.rglob("*.jsonl")) == [journal]
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_limit_of_the_file_size_refuses_the_edit_and_keeps_the_rest(
    workspace: Workspace, open_again: Open, state: Path
) -> None:
    workspace.close()
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, workspace.folder, state],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("“Tag” could not be saved in") == 3
    assert "File too large" in done.stdout
    assert "could be written" in done.stdout
    again = open_again()
    assert sorted(tag.span.start for tag in again.annotations.values()) == [0, 6]
    assert again.problems == ()


def test_everything_is_synced_before_anyone_is_told(
    workspace: Workspace, tag: Tag, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    write, fsync = os.write, os.fsync

    def name(descriptor: int) -> str:
        return Path(f"/proc/self/fd/{descriptor}").readlink().name

    def record_write(descriptor: int, data: bytes) -> int:
        events.append(f"write {name(descriptor)}")
        return write(descriptor, data)

    def record_fsync(descriptor: int) -> None:
        events.append(f"fsync {name(descriptor)}")
        fsync(descriptor)

    monkeypatch.setattr(os, "write", record_write)
    monkeypatch.setattr(os, "fsync", record_fsync)
    workspace.subscribe(lambda _: events.append("told"))
    tag(workspace, 0, 3)
    made = "annotations"
    assert events == [
        f"fsync {made}",
        "write 0001.jsonl",
        "fsync 0001.jsonl",
        f"fsync {workspace.writer}",
        "told",
    ]
    events.clear()
    tag(workspace, 5, 8)
    assert events == ["write 0001.jsonl", "fsync 0001.jsonl", "told"]
