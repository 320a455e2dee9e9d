"""``wenmai list`` shows what is in a workspace."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.conftest import TALK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]


def test_each_article_is_a_line(run: Run, tagged: Path) -> None:
    done = run("list", tagged)
    first, second = done.out.splitlines()
    assert first.endswith("zh-Hans         26 characters  社区讲座  (metric 1, programme 1)")
    assert second.endswith("zh-Hant         28 characters  臺灣的社區  (metric 1)")


def test_an_article_without_tags_says_so(run: Run, workspace: Path) -> None:
    assert run("list", workspace).out.splitlines()[0].endswith("社区讲座  (no tags)")


def test_json_holds_ids_scripts_and_counts(run: Run, tagged: Path, open_workspace: Run) -> None:
    data = json.loads(run("list", tagged, "--json").out)
    with open_workspace() as opened:
        ids = list(opened.articles)
        assert data["workspace"] == opened.id
    assert data["articles"][0] == {
        "id": ids[0],
        "title": "社区讲座",
        "source": "",
        "date": "",
        "author": "",
        "url": "",
        "script": "zh-Hans",
        "length": 26,
        "tags": {"metric": 1, "programme": 1, "honour": 0},
        "waiting": 0,
    }
    assert [one["id"] for one in data["articles"]] == ids


def test_tags_that_wait_for_review_are_counted(run: Run, tagged: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(TALK.replace("62场", "六十二场"), "utf-8")
    assert run("import", tagged, "--replace", "社区讲座", "new.txt").status == 0
    assert "(metric 1)" in run("list", tagged).out.splitlines()[0]
    last = run("list", tagged).out.splitlines()[-1]
    assert last.endswith("社区讲座  (programme 1, 1 of an earlier text to review)")
    data = json.loads(run("list", tagged, "--json").out)
    assert [one["waiting"] for one in data["articles"]] == [0, 1]


def test_an_empty_workspace_says_what_to_do(run: Run, tmp_path: Path) -> None:
    run("import", "ws", tmp_path / "nothing", "--create")
    assert run("list", "ws").out.startswith("There are no articles yet;")


def test_a_title_cannot_move_the_cursor(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("坏\x1b[2J标题，后面还有不少字".encode())
    run("import", "ws", "a.txt", "--create")
    done = run("list", "ws")
    assert "坏 [2J标题" in done.out
    assert "\x1b" not in done.out


def test_damage_is_said_on_standard_error(run: Run, workspace: Path) -> None:
    damaged = min((workspace / "articles").iterdir())
    damaged.write_bytes(b"{}")
    done = run("list", workspace)
    assert done.status == 0
    assert len(done.out.splitlines()) == 1
    assert damaged.name in done.err


def test_what_is_no_workspace_is_one_sentence(run: Run, tmp_path: Path) -> None:
    assert "There is no folder" in run("list", tmp_path / "none").refusal
    assert "is not a workspace" in run("list", tmp_path).refusal
    (tmp_path / "file").write_bytes(b"")
    assert "is a file" in run("list", tmp_path / "file").refusal
