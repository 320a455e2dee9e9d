"""``wenmai export`` writes the tags that are asked for."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import jsonschema
import pytest

from reader.assets import resource
from reader.exporters import NAMES, Exporter, exporters
from reader.exporters import exporter as exporter_module
from reader.text.glossary import Correction, Glossary
from reader.text.script import Script
from reader.text.span import Span
from reader.user import state_folder
from reader.workspace import editing, user_glossary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

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


def test_authors_and_words_choose(run: Run, tagged: Path, open_workspace: Run) -> None:
    def quotes(*words: str) -> list[str]:
        done = run("export", tagged, "--format", "csv", "-o", "-", *words)
        return [row["quote"] for row in rows(done.out)]

    with open_workspace() as opened:
        article = next(iter(opened.articles))
        opened.apply(editing.tag(opened, article, Span(2, 4), "honour"))
    assert quotes("--author", "mei") == ["讲座"]
    assert quotes("--author", "mei", "lin", "--kind", "honour") == ["讲座"]
    assert quotes("--words", "講座") == ["社区讲座", "讲座"]
    assert quotes("--words", "年度") == ["62场"]
    assert quotes("--words", "62", "--author", "mei") == []


def test_articles_without_tags_go_out_where_a_format_holds_texts(
    run: Run, tagged: Path, open_workspace: Run
) -> None:
    def articles(*words: str) -> list[dict[str, Any]]:
        done = run(
            "export", tagged, "--format", "doccano", "-o", "-", "--kind", "programme", *words
        )
        return [json.loads(line) for line in done.out.splitlines()]

    with open_workspace() as opened:
        ids = list(opened.articles)
    assert [one["article"] for one in articles()] == ids
    assert [len(one["label"]) for one in articles()] == [1, 0]
    assert [one["article"] for one in articles("--article", ids[1])] == [ids[1]]


@pytest.mark.parametrize("exporter", exporters(), ids=lambda one: one.name)
def test_every_format_is_written(
    run: Run, tagged: Path, tmp_path: Path, exporter: Exporter
) -> None:
    target = f"tags{exporter.suffix}"
    done = run("export", tagged, "--format", exporter.name, "-o", target, "--script", "zh-Hant")
    assert done == type(done)(0, f"Wrote 3 tags to {target}\n", "")
    assert (tmp_path / target).stat().st_size > 100


def test_the_formats_are_listed_with_what_they_cannot_say(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = run("export", "--list").out.splitlines()
    assert [line.split()[0] for line in lines] == list(NAMES)
    (html,) = [line for line in lines if line.startswith("html ")]
    assert "HTML report to read and print (*.html). It has no place for the words around" in html
    data = json.loads(run("export", "--json", "--list").out)
    assert [one["format"] for one in data] == list(NAMES)
    by_name = {one["format"]: one for one in data}
    assert by_name["doccano"]["offsets"] == "UTF-16 units"
    assert by_name["parquet"]["extra"] == "parquet"
    assert by_name["parquet"]["missing"] is None
    assert by_name["csv"]["suffix"] == ".csv"
    assert "the text of the articles" in by_name["csv"]["loses"]
    assert by_name["csv"]["remedy"].endswith(".")
    monkeypatch.setattr(exporter_module, "find_spec", lambda _: None)
    sentence = 'Parquet table needs the extra “parquet”: pip install "wenmai[parquet]"'
    assert sentence in run("export", "--list").out
    assert run("export", "none", "--format", "parquet", "-o", "a.parquet").refusal == sentence
    assert not list(tmp_path.iterdir())


def test_bad_choices_are_one_sentence(run: Run, tagged: Path) -> None:
    def refusal(*words: str) -> str:
        sentence: str = run("export", tagged, "-o", "x.csv", *words).refusal
        return sentence

    assert "“xls” is none of csv, xlsx, html" in refusal("--format", "xls")
    assert "There is no kind “place” in the workspace; choose from metric, programme, honour." in (
        refusal("--format", "csv", "--kind", "place")
    )
    assert refusal("--format", "csv", "--author", "bo") == (
        "Nobody called “bo” made a tag; choose from lin."
    )
    (tagged.parent / "a.txt").write_text("甲", encoding="utf-8")
    run("import", "new", tagged.parent / "a.txt", "--create")
    assert run("export", "new", "-o", "x.csv", "--format", "csv", "--author", "bo").refusal == (
        "Nobody called “bo” made a tag; there are no tags yet."
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


def test_the_files_of_a_workspace_are_never_written_over(
    run: Run, tagged: Path, texts: dict[str, Path]
) -> None:
    manifest = tagged / "workspace.json"
    article = next((tagged / "articles").iterdir())
    before = manifest.read_bytes(), article.read_bytes()
    for words in (
        ("export", tagged, "--format", "json", "-o", manifest),
        ("convert", texts["talk"], "--to", "zh-Hant", "-o", article),
        ("clean", texts["talk"], "-o", article),
        ("kinds", tagged, "--export", manifest),
    ):
        assert "lies in the folder of a workspace" in run(*words).refusal
    assert (manifest.read_bytes(), article.read_bytes()) == before
