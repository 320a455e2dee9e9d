"""``wenmai import-tags`` brings in what others tagged, and says of each tag what became of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TALK

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    assert run("import", "w", "talk.txt", "--create").status == 0
    return tmp_path / "w"


def annotation(words: str, kind: str = "metric", **more: object) -> dict[str, object]:
    return {
        "type": "Annotation",
        "body": [{"purpose": "tagging", "value": kind}],
        "target": {
            "source": "https://example.org/talk.txt",
            "selector": {"type": "TextQuoteSelector", "exact": words},
        },
        **more,
    }


def write(*annotations: dict[str, object], name: str = "tags.jsonld") -> str:
    Path(name).write_text(json.dumps(list(annotations), ensure_ascii=False), encoding="utf-8")
    return name


def tags(run: Run) -> list[dict[str, object]]:
    read: dict[str, list[dict[str, object]]] = json.loads(
        run("export", "w", "--format", "json", "-o", "-").out
    )
    return read["annotations"]


def test_tags_of_another_program_come_in(run: Run, folder: Path) -> None:
    name = write(annotation("62场", creator="王"), annotation("互联网讲座", "项目"))
    outcome = run("import-tags", folder, name)
    assert outcome.status == 0
    assert outcome.out == (
        "new kind  kind  项目\n"
        "Added 2 tags (already there: 0, not placed: 0).\n"
        "Placed by the offsets of the file: 0, by their words: 2.\n"
    )
    first, second = tags(run)
    assert (first["quote"], first["kind"], first["author"]) == ("62场", "metric", "王")
    assert (second["quote"], second["kind"], second["author"]) == ("互联网讲座", "kind", "lin")


def test_what_is_not_placed_is_listed_with_its_reason(run: Run, folder: Path) -> None:
    name = write(annotation("讲座"), annotation("没有的话" * 20), annotation("62场"))
    outcome = run("import-tags", folder, name)
    lines = outcome.out.splitlines()
    assert lines[0] == (
        "not placed  https://example.org/talk.txt  metric  “讲座”: its words stand in several "
        "places, or among other words"
    )
    assert lines[1].endswith(f"“{'没有的话' * 10}…”: its words do not stand in the article")
    assert lines[2] == "Added 1 tag (already there: 0, not placed: 2)."


def test_a_dry_run_changes_nothing(run: Run, folder: Path) -> None:
    outcome = run("import-tags", folder, write(annotation("62场")), "--dry-run")
    assert "Would add 1 tag (already there: 0," in outcome.out
    assert tags(run) == []


def test_words_that_no_encoding_has_are_told_by_their_number(tmp_path: Path, folder: Path) -> None:
    tagged = [annotation("\ud800没有的"), annotation("62场")]
    name = "surrogate.jsonld"
    Path(name).write_text(json.dumps(tagged), encoding="ascii")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-m", "reader", "import-tags", folder, name],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\\ud800没有的" in done.stdout.decode()
    assert "Added 1 tag" in done.stdout.decode()


def test_it_says_as_json_what_it_did(run: Run, folder: Path) -> None:
    name = write(annotation("62场"), annotation("讲座"), annotation("老人", "人"))
    outcome = run("import-tags", folder, name, "--json", "--map", "人=-")
    assert json.loads(outcome.out) == {
        "tags": 3,
        "added": 1,
        "there_already": 0,
        "left_out": 1,
        "by_offsets": 0,
        "by_quote": 2,
        "kinds": {"metric": "metric", "人": None},
        "new_kinds": [],
        "not_placed": [
            {
                "article": "https://example.org/talk.txt",
                "kind": "metric",
                "quote": "讲座",
                "why": "its words stand in several places, or among other words",
            }
        ],
    }


def test_a_kind_is_mapped_or_left_out(run: Run, folder: Path) -> None:
    name = write(annotation("62场", "数=字"), annotation("老人", "人"))
    outcome = run("import-tags", folder, name, "--map", "数=字=metric", "人=-")
    assert "Added 1 tag (already there: 0, not placed: 0, left out: 1)." in outcome.out
    assert [(one["quote"], one["kind"]) for one in tags(run)] == [("62场", "metric")]


def test_the_same_file_again_adds_nothing(run: Run, folder: Path) -> None:
    name = write(annotation("62场"))
    run("import-tags", folder, name)
    assert "Added 0 tags (already there: 1," in run("import-tags", folder, name).out
    assert len(tags(run)) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--map", "人"), "“人” is not of the form A=B"),
        (("--map", "=a"), "“=a” is not of the form A=B"),
        (("--map", "metric=gone"), "There is no kind “gone” in the workspace; choose from"),
        (("--map", "人=metric"), "No tag of the file is of the kind “人”; they are of metric."),
        (("--format", "csv"), "“csv” is none of json, w3c, qdpx, brat"),
        (("--format", "qdpx"), "tags.jsonld is damaged or not complete"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run: Run, folder: Path, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in run("import-tags", folder, write(annotation("62场")), *words).refusal
    assert tags(run) == []


def test_a_file_without_tags_has_none_to_map(run: Run, folder: Path) -> None:
    Path("none.jsonld").write_text('{"type": "AnnotationCollection"}', encoding="utf-8")
    assert run("import-tags", folder, "none.jsonld", "--map", "人=metric").refusal == (
        "No tag of the file is of the kind “人”; the file has none at all."
    )


def test_the_format_can_be_said(run: Run, folder: Path) -> None:
    name = write(annotation("62场"), name="tags.txt")
    assert "say which format it is in" in run("import-tags", folder, name).refusal
    assert run("import-tags", folder, name, "--format", "w3c").status == 0
    assert len(tags(run)) == 1
