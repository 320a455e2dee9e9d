"""The output folder: what a run finds there, what it leaves, and what it does not touch."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock

from reader.corpus import CorpusError, Options
from reader.corpus.output import Output, opened_output
from reader.corpus.plan import Plan, make_plan
from reader.corpus.work import Task, do_shard
from tests.corpus.corpora import done, files, invented, manifest, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Six articles, two a shard."""
    return write_lines(tmp_path / "a.jsonl", invented(6, 60))


def plan_of(corpus: Path, **options: Any) -> Plan:
    return make_plan(corpus, Options(**{"shard_bytes": 400, **options}), lambda name: None)


def commit(output: Output, plan: Plan, numbers: Iterable[int]) -> None:
    for number in numbers:
        output.commit(do_shard(Task(plan.shards[number], plan.options, plan.rules, output.folder)))


@pytest.fixture
def whole(corpus: Path, tmp_path: Path) -> dict[str, bytes]:
    """What an undisturbed run writes."""
    done(corpus, tmp_path / "whole", shard_bytes=400)
    return files(tmp_path / "whole")


def test_the_manifest_says_what_there_is(corpus: Path, tmp_path: Path) -> None:
    plan = plan_of(corpus)
    assert len(plan.shards) == 3
    with opened_output(tmp_path / "deep" / "out", plan, restart=False) as output:
        data = manifest(output.folder)
        assert data["complete"] is False
        assert [shard["done"] for shard in data["shards"]] == [None] * 3
        commit(output, plan, [2, 0, 1])
        assert output.complete
        output.write_manifest()
    data = manifest(tmp_path / "deep" / "out")
    assert data["complete"] is True
    assert (data["format"], data["version"]) == ("wenmai-corpus-suggestions", 1)
    assert {name: data[name] for name in ("input", "options", "rules")} == plan.identity()
    assert data["shards"][1]["part"] == "part-00001.jsonl"
    assert data["shards"][1]["rows_of"] == [{"file": "a.jsonl", "first_row": 2, "rows": 2}]
    assert data["shards"][1]["done"]["rows"] == 2
    assert sorted(files(tmp_path / "deep" / "out")) == [
        "manifest.json",
        *(f"part-0000{number}.jsonl" for number in range(3)),
    ]


def test_the_order_in_which_shards_are_done_makes_no_difference(
    corpus: Path, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    plan = plan_of(corpus)
    with opened_output(tmp_path / "out", plan, restart=False) as output:
        commit(output, plan, [2, 0, 1])
        output.write_manifest()
    assert files(tmp_path / "out") == whole


def test_a_run_that_was_killed_goes_on(
    corpus: Path, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    plan = plan_of(corpus)
    folder = tmp_path / "out"
    # Killed: no manifest at the end, a torn line, a file that a worker had begun.
    with opened_output(folder, plan, restart=False) as output:
        commit(output, plan, [0, 2])
    with (folder / "progress.jsonl").open("ab") as file:
        file.write(b'{"shard": 1, "ro')
    (folder / ".wenmai-0123.tmp").write_bytes(b"half")
    with opened_output(folder, plan, restart=False) as output:
        assert set(output.entries) == {0, 2}
        assert not (folder / ".wenmai-0123.tmp").exists()
        assert [shard["done"] is None for shard in manifest(folder)["shards"]] == [
            False,
            True,
            False,
        ]
        commit(output, plan, [1])
        output.write_manifest()
    assert files(folder) == whole
    with opened_output(folder, plan, restart=False) as output:
        assert output.complete
    assert files(folder) == whole


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_part_that_is_not_as_it_was_written_is_done_again(
    corpus: Path, tmp_path: Path, whole: dict[str, bytes], damage: str
) -> None:
    done(corpus, tmp_path / "out", shard_bytes=400)
    part = tmp_path / "out" / "part-00001.jsonl"
    if damage == "gone":
        part.unlink()
    else:
        part.write_bytes(b"x" + part.read_bytes()[1:])
    plan = plan_of(corpus)
    with opened_output(tmp_path / "out", plan, restart=False) as output:
        assert set(output.entries) == {0, 2}
        assert manifest(output.folder)["complete"] is False
        commit(output, plan, [1])
        output.write_manifest()
    assert files(tmp_path / "out") == whole


def test_another_input_other_options_and_other_rules_are_refused(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    done(corpus, folder, shard_bytes=400)
    before = files(folder)

    def refusal(plan: Plan) -> str:
        with (
            pytest.raises(CorpusError) as refused,
            opened_output(folder, plan, restart=False),
        ):
            pass  # pragma: no cover
        assert files(folder) == before
        return str(refused.value)

    end = "; choose another folder, or begin anew with --restart."
    options = f"{folder} holds suggestions of other options{end}"
    assert refusal(plan_of(corpus, kinds=("metric",))) == options
    assert refusal(plan_of(corpus, shard_bytes=500)) == options
    assert refusal(plan_of(corpus, min_confidence=0.1)) == options
    monkeypatch.setattr("reader.corpus.plan.rules_version", lambda: {"sha256": "0"})
    assert refusal(plan_of(corpus)) == f"{folder} holds suggestions of other rules{end}"
    monkeypatch.undo()
    text = corpus.read_text("utf-8")
    corpus.write_text(text.replace("article-0", "article-9"), "utf-8")
    assert refusal(plan_of(corpus)) == f"{folder} holds suggestions of another input{end}"
    corpus.write_text(text, "utf-8")
    with opened_output(folder, plan_of(corpus), restart=False) as output:
        assert output.complete


def test_restart_throws_away_what_the_manifest_names_and_nothing_else(
    corpus: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    done(corpus, folder, shard_bytes=400)
    (folder / "progress.jsonl").write_bytes(b'{"shard": 0}\n')
    kept = {"notes.txt": b"mine", "part-00009.jsonl": b"not of this manifest"}
    for name, content in kept.items():
        (folder / name).write_bytes(content)
    plan = plan_of(corpus, shard_bytes=10_000)
    with opened_output(folder, plan, restart=True) as output:
        assert output.entries == {}
        assert sorted(files(folder)) == ["manifest.json", "notes.txt", "part-00009.jsonl"]
        commit(output, plan, [0])
        output.write_manifest()
    assert files(folder).items() >= kept.items()
    assert manifest(folder)["complete"] is True


@pytest.mark.parametrize("restart", [True, False])
def test_a_part_that_nobody_wrote_down_is_not_written_over(
    corpus: Path, tmp_path: Path, restart: bool
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "part-00001.jsonl").write_bytes(b"mine")
    with (
        pytest.raises(CorpusError) as refused,
        opened_output(folder, plan_of(corpus), restart=restart),
    ):
        pass  # pragma: no cover
    sentence = "is there already and no manifest names it; choose another folder."
    assert str(refused.value) == f"{folder / 'part-00001.jsonl'} {sentence}"
    assert files(folder) == {"part-00001.jsonl": b"mine"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"format": "wenmai-corpus-suggestions", "version": 2, "shards": []}',
        '{"format": "other", "version": 1, "shards": []}',
        '{"format": "wenmai-corpus-suggestions", "version": 1, "shards": [{"part": "../../a"}]}',
    ],
)
@pytest.mark.parametrize("restart", [True, False])
def test_a_manifest_that_is_not_ours_is_refused(
    corpus: Path, tmp_path: Path, content: str, restart: bool
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "manifest.json").write_text(content, "utf-8")
    with (
        pytest.raises(CorpusError) as refused,
        opened_output(folder, plan_of(corpus), restart=restart),
    ):
        pass  # pragma: no cover
    sentence = "is no manifest that this version of Wenmai can read; choose another folder."
    assert str(refused.value) == f"{folder / 'manifest.json'} {sentence}"
    assert files(folder) == {"manifest.json": content.encode()}


def test_two_commands_do_not_write_one_folder(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with (
        FileLock(folder / ".wenmai.lock"),
        pytest.raises(CorpusError, match=r"Another command is writing .*out; wait for it, or"),
        opened_output(folder, plan_of(corpus), restart=False),
    ):
        pass  # pragma: no cover
    assert files(folder) == {}
    with opened_output(folder, plan_of(corpus), restart=False):
        assert json.loads((folder / "manifest.json").read_bytes())["complete"] is False
