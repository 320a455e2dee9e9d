"""``wenmai suggest`` accepts, learns and forgets in a workspace."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.suggest.suggestion import Suggestion
from reader.text.span import Span
from reader.workspace import editing, judging

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from reader.workspace import Workspace

    Run = Callable[..., Any]
    Open = Callable[[], Workspace]


def rows(done: Any) -> list[dict[str, Any]]:
    assert (done.status, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def tags(open_workspace: Open) -> list[tuple[str, str]]:
    with open_workspace() as workspace:
        return sorted((one.quote, one.kind) for one in workspace.annotations.values())


def article_of(workspace: Workspace, title: str) -> str:
    return next(one.id for one in workspace.articles.values() if one.title == title)


def test_what_the_rules_are_sure_of_is_accepted_in_one_step(
    run: Run, workspace: Path, open_workspace: Open
) -> None:
    found = rows(run("suggest", workspace, "--json"))
    done = run("suggest", workspace, "--accept", 0)
    assert done.out == f"Suggestions accepted: {len(found)}; articles: 2\n"
    assert tags(open_workspace) == sorted((one["quote"], one["kind"]) for one in found)
    # What was judged is not suggested again.
    assert rows(run("suggest", workspace, "--json")) == []
    assert run("suggest", workspace, "--accept", 0).out == "Suggestions accepted: 0; articles: 0\n"
    with open_workspace() as opened:
        assert len(opened.all_verdicts) == len(found)
        assert {one.accepted for one in opened.all_verdicts} == {True}


def test_only_so_sure_and_of_the_kinds_asked_for(
    run: Run, workspace: Path, open_workspace: Open
) -> None:
    everything = rows(run("suggest", workspace, "--json"))
    assert rows(run("suggest", workspace, "--accept", 0, "--kind", "honour", "--json")) == []
    assert rows(run("suggest", workspace, "--accept", 0, "--min-confidence", 1, "--json")) == []
    assert tags(open_workspace) == []
    surest = max(one["confidence"] for one in everything)
    accepted = rows(run("suggest", workspace, "--accept", surest - 0.001, "--json"))
    assert accepted == [one for one in everything if one["confidence"] > surest - 0.001]
    assert run("suggest", workspace, "--accept", 0).status == 0
    assert len(tags(open_workspace)) == len(everything)


def test_a_kind_that_was_removed_is_not_suggested(
    run: Run, workspace: Path, open_workspace: Open
) -> None:
    with open_workspace() as opened:
        opened.apply(editing.remove_kind(opened, "metric"))
    assert rows(run("suggest", workspace, "--json", "--kind", "metric")) == []
    assert run("suggest", workspace, "--accept", 0).status == 0
    assert tags(open_workspace) == []


def test_a_name_that_is_tagged_is_found_in_the_other_script(
    run: Run, workspace: Path, open_workspace: Open
) -> None:
    assert run("tag", workspace, "社区讲座", 0, 2, "programme").status == 0
    found = rows(run("suggest", workspace, "--json", "--kind", "programme"))
    assert ("社區", "gazetteer") in [(one["quote"], one["rule"]) for one in found]
    metrics = rows(run("suggest", workspace, "--json", "--kind", "metric"))
    assert "gazetteer" not in [one["rule"] for one in metrics]


def judge(workspace: Workspace) -> None:
    """Accept one suggestion in an article, and reject two."""
    talk, old = article_of(workspace, "社区讲座"), article_of(workspace, "臺灣的社區")
    one = Suggestion(Span(0, 2), "programme", {"name": "社区"}, 0.5, "", "programme.plain")
    workspace.apply(judging.accept(workspace, talk, [one]))
    three = Suggestion(Span(11, 13), "metric", {"value": 3}, 0.8, "", "metric.figure")
    whole = Suggestion(Span(3, 5), "programme", {}, 0.5, "", "programme.plain")
    workspace.apply(judging.reject(workspace, old, [three, whole]))


def test_what_was_learned_can_be_looked_at(run: Run, workspace: Path, open_workspace: Open) -> None:
    nothing = "Nothing was learned: no name is tagged, and no suggestion was judged.\n"
    assert run("suggest", workspace, "--learned").out == nothing
    with open_workspace() as opened:
        judge(opened)
    (data,) = rows(run("suggest", workspace, "--learned", "--json"))
    assert [one["words"] for one in data["names"]] == ["社区"]
    assert [(one["rule"], one["rejected"]) for one in data["rules"]] == [
        ("metric.figure", 1),
        ("programme.plain", 1),
    ]
    lines = run("suggest", workspace, "--learned").out.splitlines()
    assert lines == [
        "name  社区  (programme)  tagged: 1  rejected: 1  0.70",
        "rejected  三場  (metric, metric.figure)  times: 1  hidden everywhere",
        "rejected  社區  (programme, programme.plain)  times: 1",
        "rule  metric.figure  accepted: 0  rejected: 1",
        "rule  programme.plain  accepted: 1  rejected: 1",
    ]


def test_forgetting_brings_suggestions_back_and_leaves_the_tags(
    run: Run, workspace: Path, open_workspace: Open
) -> None:
    everything = rows(run("suggest", workspace, "--json"))
    with open_workspace() as opened:
        talk = article_of(opened, "社区讲座")
        wrong = [
            Suggestion(Span(one["start"], one["end"]), one["kind"], {}, 0.5, "", one["rule"])
            for one in everything
            if one["article"] == talk
        ]
        opened.apply(judging.reject(opened, talk, wrong))
    assert rows(run("suggest", workspace, "--json")) != everything
    done = run("suggest", workspace, "--forget")
    assert done.out == f"Verdicts forgotten: {len(wrong)}; all tags stay\n"
    assert rows(run("suggest", workspace, "--json")) == everything
    assert rows(run("suggest", workspace, "--forget", "--json")) == [{"forgotten": 0}]


@pytest.mark.parametrize("what", [["--accept", "0.5"], ["--learned"], ["--forget"]])
def test_a_text_alone_has_nothing_to_learn_from(
    run: Run, texts: dict[str, Path], what: list[str]
) -> None:
    assert run("suggest", texts["talk"], *what).refusal.endswith(
        "talk.txt is no workspace; only in one are suggestions accepted and learned from, so "
        "import the text first."
    )


def test_one_thing_at_a_time(run: Run, workspace: Path) -> None:
    assert "not allowed with" in run("suggest", workspace, "--learned", "--forget").refusal
