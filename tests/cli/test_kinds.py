"""``wenmai kinds`` shows the kinds of tag, and takes them from one workspace to another."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.tag_set import TagKind
from reader.workspace import Workspace, editing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]

PEOPLE = TagKind("people", "人物", "#7b2d8b", "4")
WORKER = TagKind("worker", "志愿者", "#5b5b00", "", parent="people")


@pytest.fixture
def peopled(tagged: Path, open_workspace: Run) -> Path:
    """Return the tagged workspace with two kinds more, one of them part of the other."""
    with open_workspace() as opened:
        for kind in (PEOPLE, WORKER):
            opened.apply(editing.put_kind(opened, kind))
    return tagged


def test_each_kind_is_a_line_below_the_broader_one(run: Run, peopled: Path) -> None:
    lines = run("kinds", peopled).out.splitlines()
    assert lines[0] == ("metric  Metric  key 1  #0069a8  (2 tags; value, unit, bound, measures)")
    assert lines[-2:] == [
        "people  人物  key 4  #7b2d8b  (0 tags; no attributes)",
        "  worker  志愿者  key none  #5b5b00  (0 tags; no attributes)",
    ]


def test_json_holds_the_kinds_and_how_many_tags_they_have(run: Run, peopled: Path) -> None:
    data = json.loads(run("kinds", peopled, "--json").out)
    assert [one["name"] for one in data["kinds"]] == [
        "metric",
        "programme",
        "honour",
        "people",
        "worker",
    ]
    assert [one["tags"] for one in data["kinds"]] == [2, 1, 0, 0, 0]
    assert data["kinds"][-1]["parent"] == "people"


def test_kinds_go_to_another_workspace(run: Run, peopled: Path, tmp_path: Path) -> None:
    assert run("kinds", peopled, "--export", "kinds.json").out == "Wrote 5 kinds to kinds.json\n"
    run("import", "other", tmp_path / "nothing", "--create")
    done = run("kinds", "other", "--import", "kinds.json")
    assert done.out.splitlines() == ["added  people", "added  worker"]
    again = run("kinds", "other", "--import", "kinds.json")
    assert again.out == "Nothing changed: the workspace has these kinds already.\n"
    assert "  worker  志愿者" in run("kinds", "other").out


def test_a_kind_of_the_same_name_is_changed(run: Run, peopled: Path, open_workspace: Run) -> None:
    data = json.loads(run("kinds", peopled, "--export", "kinds.json", "--json").out)
    assert data == {"file": "kinds.json", "kinds": 5}
    with open_workspace() as opened:
        opened.apply(editing.put_kind(opened, replace(opened.tag_set.get("people"), label="人")))
    done = json.loads(run("kinds", peopled, "--import", "kinds.json", "--json").out)
    assert done == {"added": [], "changed": ["people"]}
    assert "people  人物" in run("kinds", peopled).out


def test_a_file_that_is_no_tag_set_is_refused(run: Run, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "kinds.json").write_text("{}", "utf-8")
    assert "kinds.json is no tag set" in run("kinds", workspace, "--import", "kinds.json").refusal


def test_keys_that_two_people_gave_at_the_same_time_are_complained_of(
    run: Run, workspace: Path, open_workspace: Run, tmp_path: Path
) -> None:
    with (
        open_workspace() as mine,
        Workspace.open(workspace, author="李", state=tmp_path / "li") as theirs,
    ):
        mine.apply(editing.put_kind(mine, PEOPLE))
        theirs.apply(editing.put_kind(theirs, replace(WORKER, parent="", key="4")))
    done = run("kinds", workspace)
    assert done.status == 0
    assert "give it another key" in done.err


def test_without_kinds_it_says_what_to_do(run: Run, workspace: Path, open_workspace: Run) -> None:
    with open_workspace() as opened:
        for kind in opened.tag_set.kinds:
            opened.apply(editing.remove_kind(opened, kind.name))
    assert run("kinds", workspace).out.startswith("There are no kinds of tag;")


def test_a_broader_kind_exports_its_narrower_ones(run: Run, peopled: Path) -> None:
    assert run("tag", peopled, "社区讲座", 0, 2, "worker").status == 0
    done = run("export", peopled, "--format", "csv", "--kind", "people", "-o", "tags.csv")
    assert done.out == "Wrote 1 tag to tags.csv\n"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX links and pipes")
def test_kinds_and_backups_go_where_a_link_or_a_pipe_leads(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    for command in (("kinds", tagged, "--export"), ("backup", tagged, "-o")):
        real, link, pipe = (tmp_path / f"{command[0]}-{name}" for name in ("real", "link", "pipe"))
        link.symlink_to(real)
        run(*command, link)
        assert link.is_symlink()
        whole = real.read_bytes()
        os.mkfifo(pipe)
        reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        try:
            run(*command, pipe)
            assert os.read(reading, 4) == whole[:4]
        finally:
            os.close(reading)
        assert pipe.is_fifo()
        circle = tmp_path / f"{command[0]}-circle"
        circle.symlink_to(circle)
        assert "symbolic links" in run(*command, circle).refusal
        assert circle.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX says so of folders")
@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_folder_is_no_file_to_write_to(run: Run, tagged: Path, name: str) -> None:
    for command in (("kinds", tagged, "--export"), ("backup", tagged, "-o")):
        assert "could not be written" in run(*command, name).refusal
