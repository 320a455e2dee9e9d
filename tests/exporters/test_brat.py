"""The standoff files are read by pybrat, and say the rest in lines that brat itself reads."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from pybrat.parser import BratParser

from reader.annotation.attribute_lines import read_attribute_line
from reader.exporters.brat import BRAT
from reader.exporters.durable import ExportError
from reader.text.script import Script
from tests.exporters.hard import ALL_TYPES, BARE, HARD, OTHER, hard_export, row

if TYPE_CHECKING:
    from pathlib import Path

    from reader.exporters.export import Export


def files(export: Export) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(b"".join(BRAT.chunks(export)))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def standoff(export: Export, article: str) -> list[str]:
    (found,) = (text for name, text in files(export).items() if name.endswith(f"{article}.ann"))
    # Python's own idea of a line is the widest there is.
    assert found.splitlines() == found.split("\n")[:-1]
    return found.splitlines()


def test_a_parser_of_others_finds_every_tag_on_its_words(tmp_path: Path) -> None:
    export = hard_export()
    for name, text in files(export).items():
        # newline="": pybrat reads with Python's line ends, so they must be counted as they are.
        (tmp_path / name).write_text(text.replace("\r", " "), encoding="utf-8", newline="")
    (tmp_path / "visual.conf").unlink()
    found = {one.id: one for one in BratParser(error="ignore").parse(tmp_path)}
    assert len(found) == 3
    for article in (HARD, OTHER, BARE):
        (example,) = (one for name, one in found.items() if name and article.id in name)
        tags = [one.annotation for one in export.rows if one.article is article]
        assert len(example.entities) == len(tags)
        entities = sorted(example.entities, key=lambda one: int((one.id or "T")[1:]))
        for entity, tag in zip(entities, tags, strict=True):
            parts = [article.text[part.start : part.end] for part in entity.spans]
            assert entity.mention.split() == " ".join(parts).split()
            assert parts == [part for part in re.split("[\n\r\u2028]+", tag.quote) if part]
            assert (entity.spans[0].start, entity.spans[-1].end) == (tag.span.start, tag.span.end)


def test_the_text_is_the_article_line_ends_included() -> None:
    texts = [text for name, text in files(hard_export()).items() if name.endswith(".txt")]
    assert texts == [HARD.text, OTHER.text, BARE.text]


def test_a_choice_is_an_attribute_and_any_other_value_a_note_that_reads_back() -> None:
    lines = standoff(hard_export(), HARD.id)
    number = next(line.split("\t")[0] for line in lines if "\t𠮷野家" in line)
    own = [line.split("\t") for line in lines if re.search(rf" {number}(\s|$)", line)]
    choices = [line[1] for line in own if line[0].startswith("A")]
    assert choices == [f"level {number} 市级", f"outdoors {number} yes"]
    noted = [read_attribute_line(line[2]) for line in own if line[1].startswith("Attribute ")]
    assert dict(filter(None, noted)) == {
        name: value for name, value in ALL_TYPES.items() if name not in ("level", "outdoors")
    }


def test_a_note_is_as_it_is_or_a_json_text_where_it_has_line_ends() -> None:
    lines = standoff(hard_export(), HARD.id)
    notes = [line.split("\t")[2] for line in lines if "\tAnnotatorNotes " in line]
    assert notes[1] == "plain & <note>"
    assert json.loads(notes[0]) == "一行\n二行\t\r\n「三」 "
    assert json.loads(notes[2]) == '"a\\b"'
    assert len(notes) == 3
    numbers = [line.split("\t")[0] for line in lines]
    assert len(set(numbers)) == len(numbers)


def test_the_settings_name_every_kind_and_choice() -> None:
    found = files(hard_export())
    conf = found["annotation.conf"].splitlines()
    entities = conf[conf.index("[entities]") + 1 : conf.index("[relations]")]
    assert entities == [
        "metric", "programme", "honour", "event", "\tlecture", "x62_20__5956__9879_-x", "gone",
    ]  # fmt: skip
    assert "level\tArg:event, Value:市级" in conf
    assert "bound\tArg:metric, Value:exact|about|over|under" in conf
    assert "outdoors\tArg:event, Value:yes|no" in conf
    visual = found["visual.conf"].splitlines()
    assert "event | 活动 / <事件>" in visual
    assert "x62_20__5956__9879_-x | By hand" in visual
    assert "event\tfgColor:white, bgColor:#123456, borderColor:darken" in visual
    used = {line.split("\t")[1].split()[0] for line in standoff(hard_export(), HARD.id)}
    assert {"x62_20__5956__9879_-x", "gone", "metric"} <= used


def test_another_script_is_a_note_of_its_name() -> None:
    lines = standoff(hard_export(script=Script.TAIWAN), HARD.id)
    shown = [line.split("\t")[2] for line in lines if "\tzh-Hant-TW " in line]
    assert "62場" in shown
    assert '"62場“互聯網\\r\\n講座”"' in shown


def test_a_tag_of_nothing_but_line_ends_is_named_as_left_out() -> None:
    export = hard_export(row(HARD, "\r\n", "empty\udcff"))
    found = files(export)
    assert found["left_out.tsv"] == "empty\\udcff\tit covers nothing but line ends\n"
    assert "left_out.tsv" not in files(hard_export())
    assert standoff(export, HARD.id) == standoff(hard_export(), HARD.id)


def test_a_number_that_json_has_not_is_refused() -> None:
    odd = row(HARD, "老人", "odd", attributes={"value": float("nan")})
    with pytest.raises(ExportError, match="Tag odd"):
        b"".join(BRAT.chunks(hard_export(odd)))


def test_the_preview_shows_the_first_lines() -> None:
    shown = BRAT.beginning(hard_export())
    assert isinstance(shown, str)
    assert shown.startswith("T1\tevent 0 3\t𠮷野家\n")
