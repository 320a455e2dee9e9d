"""``wenmai convert`` prints a text in another script, exactly."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from reader.cli import convert, stretches
from reader.text.conversion import converter
from reader.text.glossary import Correction, Glossary
from reader.text.view import ScriptView
from reader.user import state_folder
from reader.workspace import user_glossary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from _typeshed import ReadableBuffer as Buffer

    Run = Callable[..., Any]


def test_the_text_is_printed_and_nothing_else(run: Run, texts: dict[str, Path]) -> None:
    done = run("convert", texts["talk"], "--to", "zh-Hant-TW")
    assert done == type(done)(0, "社區講座\n街道辦了62場互聯網講座，老人發展興趣。\n", "")


def test_what_regional_vocabulary_lacks_is_said_on_standard_error(
    run: Run, texts: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("convert", texts["talk"], "--to", "zh-Hant-TW", "--regional").err == ""
    monkeypatch.setattr(converter("s2twp"), "notice", "Not as expected.")
    done = run("convert", texts["talk"], "--to", "zh-Hant-TW", "--regional")
    assert (done.status, done.err) == (0, "Not as expected.\n")


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
    assert data["config"] == "hk2tw"


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


def test_known_errors_are_corrected_unless_opencc_is_asked_for_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = Glossary((Correction("好干部", "好幹部"), Correction("云姑娘", "甲")))
    monkeypatch.setattr(user_glossary, "shipped", lambda: shipped)
    (tmp_path / "a.txt").write_text("云姑娘是个好干部，里面\n", "utf-8")
    words = ["convert", "a.txt", "--to", "zh-Hant-TW"]
    assert run(*words).out == "甲是個好幹部，裡面\n"
    assert run(*words, "--no-glossary").out == "雲姑娘是個好乾部，裡面\n"
    user_glossary.amend(state_folder(), [], [Correction("云姑娘", "乙")])
    assert run(*words).out.startswith("乙是個好幹部")
    (tmp_path / "one.tsv").write_text("# mine\n云姑娘\t丙\n里面\t裏面\n", "utf-8")
    assert run(*words, "--glossary", "one.tsv").out == "丙是個好幹部，裏面\n"
    (tmp_path / "two.tsv").write_text("云姑娘\t云姑娘\tzh-Hant-TW\n好干部\t丁\tzh-Hant\n", "utf-8")
    done = run(*words, "--glossary", "one.tsv", "--glossary", "two.tsv")
    assert done.out == "云姑娘是個好幹部，裏面\n"


def test_a_bad_glossary_is_one_sentence_with_its_line(
    run: Run, texts: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "bad.tsv").write_text("干部\t幹部\n\n云\n", "utf-8")
    words = ["convert", texts["talk"], "--to", "zh-Hant-TW"]
    assert run(*words, "--glossary", "bad.tsv").refusal == (
        "bad.tsv: Line 3 of the glossary: words, what is shown and the scripts are separated "
        "by tabs."
    )
    assert "none.tsv could not be read" in run(*words, "--glossary", "none.tsv").refusal
    both = run(*words, "--no-glossary", "--glossary", "bad.tsv").refusal
    assert "--glossary: not allowed with argument --no-glossary" in both


def test_a_damaged_line_of_the_users_glossary_is_told_and_the_rest_counts(
    run: Run, tmp_path: Path
) -> None:
    state_folder().mkdir(parents=True)
    (state_folder() / "glossary.tsv").write_text("云\n书\t薯\n", "utf-8")
    (tmp_path / "a.txt").write_text("书云", "utf-8")
    done = run("convert", "a.txt", "--to", "zh-Hant")
    assert (done.status, done.out) == (0, "薯雲")
    assert "Line 1 of" in done.err
    assert run("convert", "a.txt", "--to", "zh-Hant", "--no-glossary").err == ""


@pytest.mark.parametrize("shape", [[], ["--json"]])
def test_a_long_text_is_the_same_as_in_one_piece(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: list[str]
) -> None:
    text = "街道办了62场互联网讲座，老人的头发发展了兴趣。\n“程序员”与軟件，鼠标！\r\n" * 60
    (tmp_path / "a.txt").write_bytes(text.encode())
    words = ["convert", "a.txt", "--to", "zh-Hant-TW", "--regional", *shape]
    whole = run(*words).out
    monkeypatch.setattr(stretches, "BEGINNING", 500)
    monkeypatch.setattr(stretches, "STRETCH", 100)
    monkeypatch.setattr(convert, "_BLOCKS_IN_MEMORY", 50)
    assert run(*words).out == whole
    done = run(*words, "-o", "out.txt")
    assert (tmp_path / "out.txt").read_bytes().decode() == whole
    view = ScriptView(text, "s2twp").whole()
    assert done.out == f"Wrote {len(view.text):,} characters to out.txt\n"
    if shape:
        data = json.loads(whole)
        assert data["text"] == view.text
        assert data["blocks"] == [block.as_list() for block in view.alignment.blocks]
        assert len(data["blocks"]) > 100
    else:
        assert whole == view.text


def test_a_long_text_that_ends_badly_leaves_the_old_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretches, "BEGINNING", 60)
    monkeypatch.setattr(stretches, "STRETCH", 60)
    (tmp_path / "a.txt").write_bytes("社区讲座，".encode() * 40 + b"\xff")
    (tmp_path / "out.txt").write_text("old", "utf-8")
    refusal = run("convert", "a.txt", "--to", "zh-Hant", "-o", "out.txt").refusal
    assert "a.txt is not UTF-8 text at byte 600" in refusal
    assert (tmp_path / "out.txt").read_text("utf-8") == "old"
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["a.txt", "out.txt"]


def test_each_stretch_is_written_when_it_is_converted(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretches, "BEGINNING", 60)
    monkeypatch.setattr(stretches, "STRETCH", 60)
    (tmp_path / "a.txt").write_bytes("社区讲座，".encode() * 40 + b"\xff")
    done = run("convert", "a.txt", "--to", "zh-Hant")
    assert done.status == 2
    assert done.out.startswith("社區講座，社區講座，")
    assert "at byte 600" in done.err

    told: list[str] = []

    class Pipe(io.BytesIO):
        def write(self, data: Buffer) -> int:
            told.append("written")
            return super().write(data)

        def flush(self) -> None:
            told.append("flushed")

    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", SimpleNamespace(buffer=Pipe(), flush=lambda: None))
        run("convert", "a.txt", "--to", "zh-Hant")
    assert told[:4] == ["written", "flushed"] * 2


def test_a_file_that_vanishes_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "import_path", lambda _: [])
    assert "The command stopped" in run("convert", "none.txt", "--to", "zh-Hant").refusal


def test_an_unknown_script_is_one_sentence(run: Run, texts: dict[str, Path]) -> None:
    refusal = run("convert", texts["talk"], "--to", "zh-TW").refusal
    assert "“zh-TW” is none of original, zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK" in refusal
    assert "--to" in run("convert", texts["talk"]).refusal
