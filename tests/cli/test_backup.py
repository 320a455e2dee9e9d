"""``wenmai backup`` and ``wenmai restore``, and the backup that a day's first change makes."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from reader.user import state_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]


def size(folder: Path) -> int:
    return sum(
        path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and "backups" not in path.parts
    )


def test_a_workspace_goes_into_a_file_and_comes_back(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    done = run("backup", tagged, "-o", tmp_path / "w.zip")
    assert (done.status, done.err) == (0, "")
    assert done.out == f"Backed up 4 files ({size(tagged):,} bytes) to {tmp_path / 'w.zip'}\n"
    done = run("restore", tmp_path / "w.zip", tmp_path / "again")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Restored 4 files as of 20")
    assert done.out.endswith(f" in {tmp_path / 'again'}\n")
    listed = [json.loads(run("list", one, "--json").out) for one in (tagged, tmp_path / "again")]
    assert listed[0] == listed[1]
    assert run("check", tmp_path / "again").out == "2 articles, 3 tags: no damage found\n"


def test_both_print_json(run: Run, tagged: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "w.zip")
    made = json.loads(run("backup", tagged, "-o", path, "--json").out)
    assert made == {"file": path, "files": 4, "bytes": size(tagged), "unreadable": []}
    back = json.loads(run("restore", path, tmp_path / "again", "--json").out)
    assert back.pop("created").endswith("Z")
    assert back == {
        "folder": str(tmp_path / "again"),
        "workspace": json.loads((tagged / "workspace.json").read_text("utf-8"))["id"],
        "files": 4,
        "bytes": size(tagged),
    }


def test_what_cannot_be_done_is_one_sentence(run: Run, tagged: Path, tmp_path: Path) -> None:
    assert "is not a workspace" in run("backup", tmp_path, "-o", "w.zip").refusal
    assert "lies in the workspace itself" in run("backup", tagged, "-o", tagged / "w").refusal
    assert "could not be written" in run("backup", tagged, "-o", "no/w.zip").refusal
    assert "-o" in run("backup", tagged).refusal
    assert "could not be read" in run("restore", "no.zip", "again").refusal
    assert "no zip file" in run("restore", tagged / "workspace.json", "again").refusal
    run("backup", tagged, "-o", "w.zip")
    assert "holds something already" in run("restore", "w.zip", tagged).refusal
    assert not (tmp_path / "again").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links only for some users")
def test_a_file_that_is_not_in_the_backup_is_said(run: Run, tagged: Path, tmp_path: Path) -> None:
    (tagged / "articles" / "gone.json").symlink_to("nowhere")
    done = run("backup", tagged, "-o", tmp_path / "w.zip")
    assert done.status == 1
    assert done.err.startswith("articles/gone.json is not in the backup (it is no file)")
    assert done.out.startswith("Backed up 4 files")


def test_the_first_change_of_a_day_is_backed_up_and_the_next_are_not(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    (made,) = (workspace / "backups").iterdir()
    assert abs(date.fromisoformat(made.stem) - date.today()) <= timedelta(1)
    before = made.read_bytes()
    assert run("tag", workspace, "社区讲座", 0, 4, "programme").status == 0
    assert made.read_bytes() == before
    made.unlink()
    assert run("list", workspace).status == 0
    assert not made.exists()
    assert run("tag", workspace, "社区讲座", 9, 12, "metric").status == 0
    assert run("restore", made, tmp_path / "again").status == 0
    assert json.loads(run("list", tmp_path / "again", "--json").out) == json.loads(
        run("list", workspace, "--json").out
    )


def test_a_backup_that_fails_does_not_fail_the_command(run: Run, workspace: Path) -> None:
    (made,) = (workspace / "backups").iterdir()
    made.unlink()
    made.parent.rmdir()
    made.parent.write_text("in the way")
    done = run("tag", workspace, "社区讲座", 0, 4, "programme")
    assert done.status == 0
    assert "could not be written" in done.err
    assert done.out.startswith("Tagged")


def test_what_is_kept_outside_the_folder_is_backed_up_and_named_by_check(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    workspace_id = json.loads((tagged / "workspace.json").read_bytes())["id"]
    (slot,) = (state_folder() / "writers" / workspace_id).glob("1.json")
    (journal,) = (tagged / "annotations").iterdir()
    # As while the folder cannot be written.
    overlay = slot.with_suffix("")
    shutil.move(journal, overlay / "annotations" / journal.name)
    done = run("check", tagged)
    assert done.status == 0
    assert done.out == (
        f"What this machine keeps in {overlay}, as {tagged} could not be written, is not verified "
        "or counted here; make the folder writable and open it, and it is brought in.\n"
        "2 articles, 0 tags: no damage found\n"
    )
    assert run("backup", tagged, "-o", tmp_path / "w.zip").status == 0
    assert run("restore", tmp_path / "w.zip", tmp_path / "again").status == 0
    assert run("check", tmp_path / "again").out == "2 articles, 3 tags: no damage found\n"
