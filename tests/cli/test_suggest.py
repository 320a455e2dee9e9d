"""``wenmai suggest`` prints what the rules propose."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]

TEXT = "清溪镇打造“书香清溪”品牌，举办讲座62场。2024年，镇里荣获“全省文明镇”称号。\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8", newline="")
    return path


def lines(done: Any) -> list[dict[str, Any]]:
    assert (done.status, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def test_a_file_gives_one_object_a_line(run: Run, article: Path) -> None:
    programme, metric, honour = lines(run("suggest", article, "--json"))
    assert {"start", "end", "kind", "quote", "attrs", "confidence", "reason"} <= programme.keys()
    assert (programme["kind"], programme["quote"]) == ("programme", "书香清溪")
    assert programme["reason"] == "“…” followed by 品牌"
    assert metric["attrs"] == {"value": 62, "unit": "场", "bound": "exact", "measures": "讲座"}
    assert honour["attrs"] == {"title": "全省文明镇", "year": 2024, "status": "awarded"}
    for one in (programme, metric, honour):
        assert TEXT[one["start"] : one["end"]] == one["quote"]
        assert 0 < one["confidence"] <= 1


def test_without_json_each_is_a_line_to_read(run: Run, article: Path) -> None:
    done = run("suggest", article)
    assert done.status == 0
    first, *others = done.out.splitlines()
    assert len(others) == 2
    for words in ("programme", "书香清溪", "name=书香清溪", "“…” followed by 品牌"):
        assert words in first


def test_only_the_kinds_that_are_asked_for(run: Run, article: Path) -> None:
    kinds = [
        one["kind"]
        for one in lines(run("suggest", article, "--json", "--kind", "metric", "--kind", "honour"))
    ]
    assert kinds == ["metric", "honour"]
    assert [one["kind"] for one in lines(run("suggest", article, "--json", "--kind", "programme"))]


def test_only_what_the_rules_are_sure_enough_of(run: Run, article: Path) -> None:
    everything = lines(run("suggest", article, "--json"))
    limit = sorted(one["confidence"] for one in everything)[1]
    surer = lines(run("suggest", article, "--json", "--min-confidence", limit))
    assert surer == [one for one in everything if one["confidence"] >= limit]
    assert lines(run("suggest", article, "--json", "--min-confidence", 1)) == []


@pytest.mark.parametrize("word", ["2", "-0.1", "many", "nan"])
def test_a_share_is_from_0_to_1(run: Run, article: Path, word: str) -> None:
    refusal = run("suggest", article, f"--min-confidence={word}").refusal
    assert f"“{word}” is no number from 0 to 1" in refusal


def test_a_workspace_gives_what_is_found_in_each_article(run: Run, workspace: Path) -> None:
    found = lines(run("suggest", workspace, "--json"))
    assert [(one["quote"], one["attrs"]["unit"]) for one in found] == [
        ("62场", "场"),
        ("三場", "場"),
        ("120多萬人次", "人次"),
    ]
    articles = {row["title"]: row["id"] for row in _listed(run, workspace)}
    assert [one["article"] for one in found] == [
        articles["社区讲座"],
        articles["臺灣的社區"],
        articles["臺灣的社區"],
    ]
    assert articles["社区讲座"] in run("suggest", workspace).out.splitlines()[0]


def _listed(run: Run, workspace: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(run("list", workspace, "--json").out)["articles"]
    return rows


def test_a_file_that_is_no_text_is_one_sentence(run: Run, tmp_path: Path) -> None:
    assert "does not exist" in run("suggest", tmp_path / "none.txt").refusal


def test_a_file_in_another_encoding(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("村裡辦了62場講座。".encode("big5"))
    (one,) = lines(run("suggest", path, "--encoding", "big5", "--json"))
    assert (one["quote"], one["attrs"]["unit"]) == ("62場", "場")
