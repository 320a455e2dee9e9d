"""``wenmai tag`` makes a tag, or says in one sentence why it cannot."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]


def test_a_tag_is_made_with_its_attributes_and_note(
    run: Run, workspace: Path, open_workspace: Run
) -> None:
    done = run(
        "tag", workspace, "社区讲座", 9, 12, "metric",
        "--attr", "value=-1,200.5", "unit=场=次", "--attr", "bound=", "--note", "记",
    )  # fmt: skip
    with open_workspace() as opened:
        (made,) = opened.annotations.values()
    assert done.out == f"Tagged “62场” as metric ({made.id})\n"
    assert made.anchor.quote == "62场"
    assert made.anchor.prefix == "社区讲座\n街道办了"
    assert dict(made.attributes) == {"value": -1200.5, "unit": "场=次"}
    assert (made.note, made.author, made.kind) == ("记", "lin", "metric")


def test_an_edit_that_is_kept_beside_an_unwritable_folder_says_so(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object, **_more: object) -> None:
        msg = "No backup could be made there."
        raise WorkspaceError(msg)

    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
        patch.setattr("reader.cli.opening.back_up_daily", no_room)
        done = run("tag", workspace, "社区讲座", 0, 4, "programme")
    assert done.status == 0
    assert done.err.startswith(f"{workspace} cannot be written, so your edits are kept on this")
    assert done.err.count("\n") == 1
    assert run("tag", workspace, "社区讲座", 5, 8, "programme").err == ""


def test_a_tag_is_made_also_where_no_backup_can_be(run: Run, workspace: Path) -> None:
    # What is in the way stands where the backups would.
    for old in workspace.glob("backups/*"):
        old.unlink()
    (workspace / "backups").rmdir()
    (workspace / "backups").write_text("in the way")
    done = run("tag", workspace, "社区讲座", 0, 4, "programme")
    assert done.status == 0
    assert done.err.count("\n") == 1
    assert "backup" in done.err


def test_json_is_the_tag_as_it_is_stored(run: Run, workspace: Path, open_workspace: Run) -> None:
    data = json.loads(run("tag", workspace, "社区讲座", 0, 4, "programme", "--json").out)
    with open_workspace() as opened:
        assert [one.to_json() for one in opened.annotations.values()] == [data]
        opened.undo()


def test_a_tag_with_a_note_is_one_step_of_undo(
    run: Run, workspace: Path, open_workspace: Run
) -> None:
    run("tag", workspace, "社区讲座", 0, 4, "programme", "--note", "记")
    with open_workspace() as opened:
        assert opened.undo_label == "Tag"
        opened.undo()
        assert not opened.annotations


def test_all_places_of_the_same_words_are_tagged_in_any_script_as_one_step(
    run: Run, workspace: Path, open_workspace: Run
) -> None:
    tag = ("tag", workspace, "社区讲座", 0, 2, "programme", "--attr", "name=社区")
    done = run(*tag, "--all", "workspace", "--note", "记")
    with open_workspace() as opened:
        made = list(opened.annotations.values())
        assert sorted(one.quote for one in made) == ["社区", "社區"]
        assert {(one.kind, one.note, one.attributes["name"]) for one in made} == {
            ("programme", "记", "社区")
        }
        assert opened.undo_label == "Tag all"
        opened.undo()
        assert not opened.annotations
    assert done.out.splitlines()[1] == "Other places of these words tagged: 1; articles: 1"


def test_all_places_in_the_article_leave_the_others_alone_and_print_a_line_each(
    run: Run, workspace: Path
) -> None:
    tag = ("tag", workspace, "社区讲座", 2, 4, "programme", "--json", "--all")
    made = [json.loads(line) for line in run(*tag, "article").out.splitlines()]
    assert [(one["quote"], one["start"]) for one in made] == [("讲座", 2), ("讲座", 15)]
    # What is tagged so already is not tagged twice.
    made = [json.loads(line) for line in run(*tag, "workspace").out.splitlines()]
    assert [one["start"] for one in made] == [2]
    assert "--all" in run(*tag, "everywhere").refusal


def test_an_article_is_named_by_id_title_or_the_start_of_its_id(
    run: Run, workspace: Path, open_workspace: Run
) -> None:
    with open_workspace() as opened:
        first = next(iter(opened.articles))
    for word in (first, first[:4], first[:9].upper(), "社区讲座"):
        made = json.loads(run("tag", workspace, word, 0, 4, "programme", "--json").out)
        assert made["article"] == first
    for word in (first[:3], "社区", "", "ffffffffff"):
        refusal = run("tag", workspace, word, 0, 4, "programme").refusal
        assert refusal.startswith(f"No article has the id or title “{word}”; see: wenmai list")


def test_a_title_that_several_articles_have_is_refused(run: Run, tmp_path: Path) -> None:
    for name, text in (("a", "同名\n一"), ("b", "同名\n二")):
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
    run("import", "ws", "a.txt", "b.txt", "--create")
    refusal = run("tag", "ws", "同名", 0, 1, "metric").refusal
    ids = [one["id"] for one in json.loads(run("list", "ws", "--json").out)["articles"]]
    assert refusal == f"“同名” names 2 articles ({', '.join(ids)}); give the id of one."


@pytest.mark.parametrize(
    ("start", "end"), [(4, 4), (5, 4), (-1, 3), (25, 27), (10**9, 10**10), (-5, -2)]
)
def test_offsets_that_are_no_passage_are_one_sentence(
    run: Run, workspace: Path, start: int, end: int
) -> None:
    refusal = run("tag", workspace, "社区讲座", start, end, "metric").refusal
    assert refusal == (
        f"{start} to {end} is no passage of an article of 26 characters; "
        "count them from 0, and the end is not included."
    )


def test_the_whole_text_is_a_passage(run: Run, workspace: Path) -> None:
    assert run("tag", workspace, "社区讲座", 0, 26, "programme").status == 0


@pytest.mark.parametrize("word", ["x", "1.5", "", "9" * 5000])
def test_an_offset_that_is_no_number_is_one_sentence(run: Run, workspace: Path, word: str) -> None:
    refusal = run("tag", workspace, "社区讲座", word, 3, "metric").refusal
    assert refusal == f"Argument START: “{word}” is no whole number; see wenmai tag --help."


def test_an_unknown_kind_is_one_sentence(run: Run, workspace: Path) -> None:
    refusal = run("tag", workspace, "社区讲座", 0, 4, "place", "--attr", "x=1").refusal
    assert "“place”" in refusal
    assert "metric, programme, honour" in refusal


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["value"], "“value” is no NAME=VALUE of a metric, whose names are value, unit, bound"),
        (["year=1"], "“year=1” is no NAME=VALUE of a metric, whose names are value, unit"),
        (["value=many"], "Value is a number, not “many”."),
        (["bound=few"], "Bound is one of exact, about, over, under, not “few”."),
        (["unit=a", "unit=b"], "The attribute unit is given twice; give it once."),
    ],
)
def test_a_bad_attribute_is_one_sentence(
    run: Run, workspace: Path, words: list[str], sentence: str
) -> None:
    done = run("tag", workspace, "社区讲座", 9, 12, "metric", "--attr", *words)
    assert done.refusal.startswith(sentence)
    assert '"metric": 1' not in run("list", workspace, "--json").out


def test_a_kind_without_attributes_says_so(run: Run, workspace: Path) -> None:
    manifest = workspace / "workspace.json"
    data = json.loads(manifest.read_text("utf-8"))
    data["tag_set"]["kinds"][0]["attributes"] = []
    manifest.write_text(json.dumps(data), "utf-8")
    refusal = run("tag", workspace, "社区讲座", 9, 12, "metric", "--attr", "value=1").refusal
    assert refusal == "“value=1” is no NAME=VALUE of a metric, whose names are none at all."


@pytest.mark.parametrize("option", ["--note", "--attr"])
def test_words_that_are_no_text_are_refused(run: Run, workspace: Path, option: str) -> None:
    word = os.fsdecode(b"unit=\xff")
    refusal = run("tag", workspace, "社区讲座", 9, 12, "metric", option, word).refusal
    assert r"“unit=\udcff” is not written in the encoding of this system" in refusal


def test_a_workspace_that_can_only_be_read_is_refused(
    run: Run, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_bytes(b"")
    monkeypatch.setenv("WENMAI_STATE", str(tmp_path / "taken"))
    assert "reading only" in run("tag", workspace, "社区讲座", 0, 4, "metric").refusal
