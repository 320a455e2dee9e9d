"""``wenmai article`` shows what is known of an article, and takes what is said of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]


def test_what_is_said_is_kept_and_shown(run: Run, workspace: Path, open_workspace: Run) -> None:
    done = run(
        "article", workspace, "社区讲座",
        "--set", "source=清溪晚报", "date=2026年11月2日", "--set", "url=https://example.org/?a=b",
    )  # fmt: skip
    with open_workspace() as opened:
        (article, *_) = opened.articles
        assert opened.undo_label == "Edit article details"
    assert done.out.splitlines() == [
        f"id      {article}",
        "title   社区讲座",
        "source  清溪晚报",
        "date    2026-11-02",
        "author",
        "url     https://example.org/?a=b",
    ]
    assert run("article", workspace, "社区讲座").out == done.out
    data = json.loads(run("list", workspace, "--json").out)["articles"][0]
    assert (data["source"], data["date"], data["author"]) == ("清溪晚报", "2026-11-02", "")


def test_json_is_one_object(run: Run, workspace: Path) -> None:
    data = json.loads(run("article", workspace, "社区讲座", "--set", "title=讲座", "--json").out)
    assert (data["title"], data["source"]) == ("讲座", "")
    assert json.loads(run("article", workspace, data["id"], "--json").out) == data


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("date=昨天", "Date is a date such as 2026-11-22, 2026-11 or 2026, not “昨天”."),
        ("editor=林", "An article has no “editor”; say one of title, source, date, author, url."),
        ("source", "“source” says nothing of the article; write it as NAME=VALUE."),
    ],
)
def test_what_cannot_be_said_is_one_sentence(
    run: Run, workspace: Path, said: str, sentence: str
) -> None:
    before = run("article", workspace, "社区讲座").out
    done = run("article", workspace, "社区讲座", "--set", "source=晚报", said)
    assert (done.status, done.err.strip()) == (2, sentence)
    assert run("article", workspace, "社区讲座").out == before


def test_nothing_is_written_where_nothing_is_said(run: Run, workspace: Path) -> None:
    files = sorted(path for path in workspace.rglob("*") if path.is_file())
    assert run("article", workspace, "社区讲座").status == 0
    assert sorted(path for path in workspace.rglob("*") if path.is_file()) == files
