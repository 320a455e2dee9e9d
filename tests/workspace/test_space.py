"""A full disk: whatever needs room is refused aloud, nothing is half done, and later it works."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# It does each thing where there is no room for it, then where there is, and says what it
# was told. The folder that it gets is a file system of its own, or the limit is a file's size.
_CHILD = """
import json, os, resource, sys
from contextlib import contextmanager
from pathlib import Path
from reader.text.article import Article
from reader.text.span import Span
from reader.workspace import Workspace, WorkspaceError, editing
from reader.workspace.backups.backup import back_up
from reader.workspace.checks.check import check
from reader.workspace.journals.compaction import compact, read_compacted
from reader.workspace.backups.restoring import restore

base, kind = Path(sys.argv[1]), sys.argv[2]
folder, state = base / "w", base / "state"
TEXT = "清溪镇办了十二场讲座，三千人参加。\\n" * 300
FIRST, SECOND = (Article.from_text(f"第{number}篇\\n{TEXT}") for number in "一二")
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

@contextmanager
def full():
    if kind == "limit":
        longest = max((one.stat().st_size for one in folder.rglob("*.jsonl")), default=0)
        resource.setrlimit(resource.RLIMIT_FSIZE, (min(longest, 100), hard))
        yield
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        return
    filler = base / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
    yield
    filler.unlink()

def files():
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}

said = {}

def refused(what, act):
    before = files()
    with full():
        try:
            act()
        except (WorkspaceError, OSError) as error:
            said[what] = str(error)
    assert files() == before, what
    act()
    assert files() != before, what

def tag(start):
    span = Span(start, start + 400)
    note = "看过" * 2000
    operation = editing.tag(workspace, FIRST.id, span, "metric")
    workspace.apply(operation)
    workspace.apply(editing.describe(workspace, operation.edits[0].id, note=note))

with Workspace.create(folder, author="lin", state=state) as workspace:
    workspace.add_article(FIRST)
    refused("first edit", lambda: tag(0))
    journal = folder / "annotations" / workspace.writer
    while journal.joinpath("0001.jsonl").stat().st_size % 4096 < 3900:
        workspace.apply(editing.tag(workspace, FIRST.id, Span(1, 2), "metric"))
    refused("edit", lambda: tag(1))
    refused("undo", workspace.undo)
    refused("import", lambda: workspace.add_article(SECOND))
    (folder / "backups").mkdir()
    refused("backup", lambda: back_up(folder, folder / "backups" / "one.zip"))
    refused("snapshot", lambda: compact(journal, read_compacted(journal)))
    tags, undo = dict(workspace.annotations), workspace.undo_label
with full():
    try:
        restore(folder / "backups" / "one.zip", base / "restored")
    except WorkspaceError as error:
        said["restore"] = str(error)
assert not (base / "restored").exists()
with full():
    with Workspace.open(folder, author="lin", state=state) as workspace:
        assert dict(workspace.annotations) == tags and workspace.problems == ()
        assert len(workspace.articles) == 2
assert [one for one in check(folder) if one.severity == "error"] == []
restore(folder / "backups" / "one.zip", base / "restored")
print(json.dumps(said))
"""
_EVERYTHING = {"first edit", "edit", "undo", "import", "backup", "snapshot", "restore"}
_ROOT = Path(__file__).parents[2]


def judge(done: subprocess.CompletedProcess[str], why: str) -> None:
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    assert said.keys() == _EVERYTHING
    for what, sentence in said.items():
        assert why in sentence or "are free" in sentence or "could be written" in sentence, what
        assert "\n" not in sentence
    for what in ("first edit", "edit", "undo"):
        assert said[what].endswith("free some space or check the drive, and repeat it."), what
    assert said["import"].endswith("free some space or check the drive, and import it again.")
    for what in ("backup", "restore"):
        assert said[what].endswith("choose another folder or free some space.")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_limit_of_the_file_size_refuses_everything_aloud(tmp_path: Path) -> None:
    judge(
        subprocess.run(
            [sys.executable, "-c", _CHILD, tmp_path, "limit"],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=False,
        ),
        "File too large",
    )


@pytest.mark.slow
def test_a_full_disk_refuses_everything_aloud(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("a small disk needs unshare, which is not on this system")
    alone = [unshare, "--map-root-user", "--mount", "--"]
    mount = f"mount -t tmpfs -o size=600k wenmai {tmp_path}"
    tried = subprocess.run([*alone, "sh", "-c", mount], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"this machine allows no mount: {tried.stderr.strip()}")
    command = f'{mount} && exec "$0" "$@"'
    judge(
        subprocess.run(
            [*alone, "sh", "-c", command, sys.executable, "-c", _CHILD, tmp_path, "disk"],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=False,
        ),
        "No space left on device",
    )
