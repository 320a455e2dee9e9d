"""``wenmai corpus suggest``: what it takes, prints and refuses."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from reader import corpus
from reader.cli.corpus_progress import Progress
from reader.corpus import Outcome
from tests.corpus.corpora import (
    TALK,
    cluster_here,
    files,
    manifest,
    write_lines,
    write_parquet,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Run = Callable[..., Any]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Return the address of a cluster in this process."""
    with cluster_here(1) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    rows = [{"id": f"a{number}", "text": TALK} for number in range(4)]
    return write_lines(tmp_path / "articles.jsonl", [*rows, {"id": "b"}, {"text": None}, []])


def test_it_prints_what_was_found_and_where(
    run: Run, articles: Path, tmp_path: Path, scheduler: str
) -> None:
    words = ("corpus", "suggest", articles, "-o", tmp_path / "out", "--scheduler", scheduler)
    done = run(*words, "--shard-size", 100)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"Texts read: 7 with {4 * len(TALK)} characters, in 2 shards",
        "metric: 4 suggestions",
        "programme: 4 suggestions",
        "honour: 4 suggestions",
        "left out, no text: 1 row, the first in articles.jsonl, row 4",
        "left out, not an object: 1 row, the first in articles.jsonl, row 6",
        "left out, null: 1 row, the first in articles.jsonl, row 5",
        f"Written to {tmp_path / 'out'}",
    ]
    assert len(written(tmp_path / "out")) == 12
    again = run(*words, "--shard-size", 100)
    assert "in 2 shards (2 done before)" in again.out


def test_json_is_one_object(run: Run, articles: Path, tmp_path: Path, scheduler: str) -> None:
    done = run(
        "corpus", "suggest", articles, "-o", tmp_path / "out", "--scheduler", scheduler, "--json"
    )
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out) == {
        "output": str(tmp_path / "out"),
        "complete": True,
        "shards": 1,
        "done_before": 0,
        "rows": 7,
        "characters": 4 * len(TALK),
        "suggestions": {"metric": 4, "programme": 4, "honour": 4},
        "bad": {
            "no text": {"rows": 1, "file": "articles.jsonl", "row": 4},
            "not an object": {"rows": 1, "file": "articles.jsonl", "row": 6},
            "null": {"rows": 1, "file": "articles.jsonl", "row": 5},
        },
        "failed": [],
    }


def test_what_is_asked_reaches_the_workers(run: Run, tmp_path: Path, scheduler: str) -> None:
    table = write_parquet(tmp_path / "a.parquet", {"url": ["x"], "body": [TALK]})
    words = ["--text", "body", "--id", "url", "--kind", "honour", "--kind", "metric"]
    words += ["--min-confidence", "0.5", "--format", "jsonl", "--scheduler", scheduler]
    done = run("corpus", "suggest", table, "-o", tmp_path / "out", *words)
    assert done.status == 0
    rows = written(tmp_path / "out")
    assert {(row["id"], row["kind"]) for row in rows} == {("x", "metric"), ("x", "honour")}
    assert manifest(tmp_path / "out")["options"] == {
        "text": "body",
        "id": "url",
        "kinds": ["metric", "honour"],
        "min_confidence": 0.5,
        "format": "jsonl",
        "shard_bytes": 1_500_000,
    }
    other = run("corpus", "suggest", table, "-o", tmp_path / "out", "--text", "body")
    assert "holds suggestions of other options; choose another folder" in other.refusal
    words = ["--text", "body", "--restart", "--scheduler", scheduler]
    assert run("corpus", "suggest", table, "-o", tmp_path / "out", *words).status == 0
    assert sorted(files(tmp_path / "out")) == ["manifest.json", "part-00000.parquet"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "The following arguments are required: WHAT; see wenmai corpus --help."),
        (["suggest", "a"], "required: -o/--output; see wenmai corpus suggest --help."),
        (["suggest", "a", "-o", "b", "--workers", "0"], "“0” is no whole number above 0"),
        (["suggest", "a", "-o", "b", "--workers", "x"], "“x” is no whole number above 0"),
        (["suggest", "a", "-o", "b", "--min-confidence", "2"], "“2” is no number from 0 to 1"),
        (["suggest", "a", "-o", "b", "--min-confidence", "x"], "“x” is no number from 0 to 1"),
        (["suggest", "a", "-o", "b", "--kind", "x"], "invalid choice: 'x'"),
        (
            ["suggest", "a", "-o", "b", "--workers", "1", "--scheduler", "x"],
            "Argument --scheduler: not allowed with argument --workers",
        ),
        (["suggest", "none.jsonl", "-o", "b"], "none.jsonl cannot be read (No such file or dir"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    run: Run, tmp_path: Path, words: list[str], sentence: str
) -> None:
    assert sentence in run("corpus", *words).refusal
    assert list(tmp_path.glob("b*")) == []


@pytest.mark.parametrize("name", ["articles", "articles/out"])
def test_the_output_is_no_part_of_the_corpus(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    write_lines(folder / "a.jsonl", [{"text": TALK}])
    refusal = run("corpus", "suggest", folder, "-o", tmp_path / name).refusal
    sentence = f"is a part of the corpus {folder}; choose a folder outside for the output."
    assert refusal == f"{tmp_path / name} {sentence}"
    assert [path.name for path in folder.iterdir()] == ["a.jsonl"]


@pytest.mark.parametrize("library", ["distributed", "pyarrow"])
def test_a_library_that_is_missing_is_named_with_its_extra(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    refusal = run("corpus", "suggest", articles, "-o", tmp_path / "out").refusal
    assert refusal == (
        f"{library} is not installed; a corpus needs it, so install it with: "
        'pip install "wenmai[corpus]"'
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("as_json", [True, False])
def test_a_shard_that_failed_is_named_and_the_status_says_so(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch, as_json: bool
) -> None:
    outcome = Outcome(3, 0, 10, 100, {"metric": 1}, {}, ["Shard 2 (a, rows 3 to 4) could not …"])
    monkeypatch.setattr(corpus, "suggest_corpus", lambda *words, **more: outcome)
    done = run("corpus", "suggest", articles, "-o", "out", *(["--json"] if as_json else []))
    assert (done.status, done.err) == (2, "Shard 2 (a, rows 3 to 4) could not …\n")
    if as_json:
        assert json.loads(done.out)["complete"] is False
    else:
        assert "metric: 1 suggestion\n" in done.out


def test_an_interruption_is_one_sentence(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*words: object, **more: object) -> Outcome:
        raise KeyboardInterrupt

    monkeypatch.setattr(corpus, "suggest_corpus", interrupted)
    done = run("corpus", "suggest", articles, "-o", "out")
    assert (done.status, done.out) == (130, "")
    assert done.err == "Interrupted; repeat the command, and it goes on from here.\n"


class Terminal(io.StringIO):
    """What a screen would be sent."""

    def isatty(self) -> bool:
        return True

    def lines(self) -> list[str]:
        return self.getvalue().split("\r\x1b[K")[1:]


def test_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("reader.cli.corpus_progress.monotonic", lambda: now[0])
    with Progress() as progress:
        progress.reading("articles" * 20)
        progress.begins(25, 200)
        progress.advances(0, 0)
        now[0] += 10
        progress.advances(75, 5_000_000)
        now[0] += 140
        progress.advances(100, 1_000_000)
    reading, begun, at_once, half, whole, cleared = terminal.lines()
    assert reading == ("reading " + "articles" * 20)[:40]
    assert begun == at_once == f"[{'█' * 3}{' ' * 27}]  12%"
    speed = "500,000 characters a second"
    assert half == f"[{'█' * 15}{' ' * 15}]  50%  {speed}, 0:13 left"
    assert whole == f"[{'█' * 30}] 100%  40,000 characters a second, 0:00 left"
    assert cleared == ""


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_without_a_terminal_there_is_no_bar(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress() as progress:
        progress.reading("a.jsonl")
        progress.begins(0, 0)
        progress.advances(1, 1)
    assert stream is None or stream.getvalue() == ""
