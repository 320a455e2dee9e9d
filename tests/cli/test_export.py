"""``wenmai export`` writes the tags that are asked for."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import jsonschema

from reader.assets import resource
from reader.text.glossary import Correction, Glossary
from reader.text.script import Script
from reader.user import state_folder
from reader.workspace import editing, user_glossary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    import pytest

    Run = Callable[..., Any]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_table_is_written_and_counted(run: Run, tagged: Path, tmp_path: Path) -> None:
    done = run("export", tagged, "--format", "csv", "-o", "tags.csv")
    assert done == type(done)(0, "Wrote 3 tags to tags.csv\n", "")
    table = rows((tmp_path / "tags.csv").read_bytes().decode("utf-8"))
    assert [row["quote"] for row in table] == ["社区讲座", "62场", "120多萬人次"]
    assert table[1]["value"] == "62"
    assert table[1]["note"] == "年度"
    assert (table[1]["start"], table[1]["end"], table[1]["author"]) == ("9", "12", "lin")
    assert "quote_zh-Hant-TW" not in table[0]


def test_each_article_is_shown_by_its_own_script(run: Run, tagged: Path) -> None:
    words = ["--format", "csv", "--script", "zh-Hant-TW", "-o", "-"]
    table = rows(run("export", tagged, *words).out)
    assert [row["quote_zh-Hant-TW"] for row in table] == ["社區講座", "62場", "120多萬人次"]
    table = rows(run("export", tagged, *words, "--regional").out)
    assert [row["quote_zh-Hant-TW"] for row in table] == ["社群講座", "62場", "120多萬人次"]


def test_quotes_are_corrected_as_in_the_window(
    run: Run, tagged: Path, open_workspace: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quote(script: str = "zh-Hant-TW") -> str:
        words = ["--format", "csv", "--script", script, "-o", "-"]
        return rows(run("export", tagged, *words).out)[0][f"quote_{script}"]

    shipped = Glossary((Correction("讲座", "甲"),))
    monkeypatch.setattr(user_glossary, "shipped", lambda: shipped)
    assert quote() == "社區甲"
    user_glossary.amend(state_folder(), [], [Correction("讲座", "乙")])
    assert quote() == "社區乙"
    with open_workspace() as opened:
        only_taiwan = Correction("讲座", "丙", frozenset([Script.TAIWAN]))
        opened.apply(editing.correct(opened, only_taiwan))
    assert quote() == "社區丙"
    assert quote("zh-Hant-HK") == "社區乙"


def test_a_document_follows_its_schema(run: Run, tagged: Path, open_workspace: Run) -> None:
    done = run("export", tagged, "--format", "json", "--script", "zh-Hant-HK", "-o", "-")
    data = json.loads(done.out)
    schema = json.loads(resource("schema", "export.schema.json").read_text("utf-8"))
    jsonschema.validate(data, schema)
    with open_workspace() as opened:
        assert data["workspace"] == opened.id
        assert [one["id"] for one in data["articles"]] == list(opened.articles)
        assert {one["id"] for one in data["annotations"]} == set(opened.annotations)
    assert data["annotations"][0]["view"]["quote"] == "社區講座"


def test_json_says_what_was_written(run: Run, tagged: Path) -> None:
    done = run("export", tagged, "--format", "csv", "-o", "tags.csv", "--json", "--kind", "honour")
    assert json.loads(done.out) == {"file": "tags.csv", "format": "csv", "tags": 0}


def test_kinds_and_articles_choose(run: Run, tagged: Path, open_workspace: Run) -> None:
    def quotes(*words: str) -> list[str]:
        done = run("export", tagged, "--format", "csv", "-o", "-", *words)
        return [row["quote"] for row in rows(done.out)]

    assert quotes("--kind", "metric") == ["62场", "120多萬人次"]
    assert quotes("--kind", "honour", "programme") == ["社区讲座"]
    assert quotes("--kind", "programme", "--kind", "metric", "--article", "臺灣的社區") == [
        "120多萬人次"
    ]
    with open_workspace() as opened:
        ids = [one[:6] for one in opened.articles]
    assert quotes("--article", *ids) == ["社区讲座", "62场", "120多萬人次"]


def test_a_kind_that_only_old_tags_have_can_be_chosen(run: Run, tagged: Path) -> None:
    manifest = tagged / "workspace.json"
    data = json.loads(manifest.read_text("utf-8"))
    del data["tag_set"]["kinds"][1]
    manifest.write_text(json.dumps(data), "utf-8")
    done = run("export", tagged, "--format", "csv", "-o", "-", "--kind", "programme")
    assert [row["quote"] for row in rows(done.out)] == ["社区讲座"]


def test_bad_choices_are_one_sentence(run: Run, tagged: Path) -> None:
    def refusal(*words: str) -> str:
        sentence: str = run("export", tagged, "-o", "x.csv", *words).refusal
        return sentence

    assert "“xls” is none of csv, xlsx, json" in refusal("--format", "xls")
    assert "There is no kind “place” in the workspace; choose from metric, programme, honour." in (
        refusal("--format", "csv", "--kind", "place")
    )
    assert "No article has the id" in refusal("--format", "csv", "--article", "none")
    assert "name that with --script" in refusal("--format", "csv", "--regional")
    assert "is none of original" in refusal("--format", "csv", "--script", "latin")
    assert "--format" in refusal()


def test_a_blocked_target_is_one_sentence_and_leaves_the_old_file(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    words = ["export", tagged, "--format", "csv", "-o"]
    assert "could not be written" in run(*words, tmp_path).refusal
    assert "could not be written" in run(*words, "missing/tags.csv").refusal


def test_a_closed_standard_output_is_one_sentence(
    run: Run, tagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    done = run("export", tagged, "--format", "csv", "-o", "-")
    assert done.refusal == "There is no standard output to write to; name a file with -o."
