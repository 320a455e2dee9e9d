"""``wenmai convert`` prints a text in another script, exactly."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]


def test_the_text_is_printed_and_nothing_else(run: Run, texts: dict[str, Path]) -> None:
    done = run("convert", texts["talk"], "--to", "zh-Hant-TW")
    assert done == type(done)(0, "社區講座\n街道辦了62場互聯網講座，老人發展興趣。\n", "")


@pytest.mark.parametrize("script", ["original", "ORIGINAL", "zh-hans"])
def test_line_ends_and_rare_characters_stay(run: Run, tmp_path: Path, script: str) -> None:
    text = "𠮷野家\r\n一\u2028二\u00a0\r三"
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert run("convert", "a.txt", "--to", script).out == text


def test_regional_vocabulary_is_a_switch_of_its_own(run: Run, texts: dict[str, Path]) -> None:
    done = run("convert", texts["talk"], "--to", "zh-Hant-TW", "--regional")
    assert "62場網際網路講座" in done.out


def test_json_holds_the_blocks_whose_length_changed(run: Run, texts: dict[str, Path]) -> None:
    done = run("convert", texts["talk"], "--to", "zh-Hant-TW", "--regional", "--json")
    data = json.loads(done.out)
    source = texts["talk"].read_text("utf-8")
    assert list(data) == ["script", "config", "text", "blocks"]
    assert (data["script"], data["config"]) == ("zh-Hant-TW", "s2twp")
    assert data["blocks"] == [[12, 15, 12, 16]]
    assert source[12:15] == "互联网"
    assert data["text"][12:16] == "網際網路"


def test_json_of_the_original_names_no_configuration(run: Run, texts: dict[str, Path]) -> None:
    data = json.loads(run("convert", texts["talk"], "--to", "original", "--json").out)
    assert (data["config"], data["blocks"]) == (None, [])


def test_a_clean_traditional_text_is_not_repaired(run: Run, texts: dict[str, Path]) -> None:
    data = json.loads(run("convert", texts["old"], "--to", "zh-Hant-TW", "--json").out)
    assert data["config"] == "t2tw"


def test_a_file_is_written_whole(run: Run, texts: dict[str, Path], tmp_path: Path) -> None:
    done = run("convert", texts["talk"], "--to", "zh-Hant", "-o", "out.txt")
    assert done.out == "Wrote 26 characters to out.txt\n"
    assert (tmp_path / "out.txt").read_bytes().decode().startswith("社區講座\n街道辦了62場")
    assert (
        "could not be written"
        in run("convert", texts["talk"], "--to", "zh-Hant", "-o", "no/x").refusal
    )


def test_standard_input_is_read_in_the_encoding_named(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("讲座\r\n".encode("gbk"))))
    assert run("convert", "-", "--to", "zh-Hant", "--encoding", "gbk").out == "講座\r\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("讲座\r\n".encode("gbk"))))
    refusal = run("convert", "-", "--to", "zh-Hant").refusal
    assert refusal.startswith("Standard input is not UTF-8 text")


def test_a_closed_standard_input_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "There is no standard input" in run("convert", "-", "--to", "zh-Hant").refusal


def test_what_cannot_be_read_is_one_sentence(run: Run, tmp_path: Path) -> None:
    assert "does not exist" in run("convert", "none.txt", "--to", "zh-Hant").refusal
    assert "is a folder" in run("convert", tmp_path, "--to", "zh-Hant").refusal


def test_an_unknown_script_is_one_sentence(run: Run, texts: dict[str, Path]) -> None:
    refusal = run("convert", texts["talk"], "--to", "zh-TW").refusal
    assert "“zh-TW” is none of original, zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK" in refusal
    assert "--to" in run("convert", texts["talk"]).refusal
