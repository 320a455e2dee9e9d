"""Whatever goes wrong is one sentence and an exit status."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from reader import __version__
from reader.cli import COMMANDS, main
from reader.cli.list_articles import LIST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any, NoReturn

    Run = Callable[..., Any]


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_: object) -> NoReturn:
        raise error

    command = type(LIST)("list", LIST.summary, LIST.examples, LIST.takes, fail)
    monkeypatch.setitem(COMMANDS, "list", command)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_ends_with_examples(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"usage: wenmai {command} ")
    examples = done.out.partition("\nexamples:\n")[2]
    lines = examples.splitlines()
    assert len(lines) >= 2
    assert all(line.startswith(f"  wenmai {command} ") for line in lines)


def test_the_help_lists_every_command_and_ends_with_examples(run: Run) -> None:
    done = run("--help")
    assert done.status == 0
    assert done.out.startswith("usage: wenmai [WORKSPACE]\n       wenmai COMMAND ...\n")
    assert "\nexamples:\n  wenmai\n" in done.out
    for name, command in COMMANDS.items():
        assert f"    {name}" in done.out
        assert command.summary[:30] in done.out


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version").out == f"wenmai {__version__}\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["improt", "x"], "“improt” is neither a command nor a folder; did you mean “import”?"),
        (["library"], "“library” is neither a command nor a folder; see wenmai --help."),
        (["文件"], "“文件” is neither a command nor a folder; see wenmai --help."),
        ([""], "“” is neither a command nor a folder; see wenmai --help."),
        (
            ["file.txt"],
            "file.txt is a file; bring it into a workspace with: wenmai import WORKSPACE file.txt",
        ),
        (
            ["folder", "other"],
            "Only one workspace can be opened at a time; to open folder, write: wenmai folder",
        ),
        (["list"], "The following arguments are required: WORKSPACE; see wenmai list --help."),
        (["corpus"], "The following arguments are required: WHAT; see wenmai corpus --help."),
        (["list", "ws", "--colour"], "Unrecognized arguments: --colour; see wenmai --help."),
        (["--window"], "The following arguments are required: COMMAND; see wenmai --help."),
        (["-"], None),
        (["import", "ws"], "The following arguments are required: FILE; see wenmai import --help."),
        (["tag", "a\nb", "c", "0", "1", "metric"], None),
    ],
)
def test_words_that_are_no_command_are_one_sentence(
    run: Run, tmp_path: Path, words: list[str], sentence: str | None
) -> None:
    (tmp_path / "file.txt").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    refusal = run(*words).refusal
    assert sentence is None or refusal == sentence


def test_no_words_at_all_are_refused_where_there_is_no_window() -> None:
    assert main([]) == 2


def test_an_interruption_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, KeyboardInterrupt())
    assert run("list", "ws") == type(run("--version"))(130, "", "")


def test_a_reader_who_goes_away_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, BrokenPipeError(32, "Broken pipe"))
    done = run("list", "ws")
    assert (done.status, done.err) == (141, "")


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), OSError("No space left on device")]
)
def test_a_failure_of_the_system_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    failing(monkeypatch, error)
    assert run("list", "ws").refusal == (
        "The command stopped (No space left on device); what it had done is kept. "
        "Repeat what is missing."
    )


def test_a_fault_of_ours_is_not_hidden(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        run("list", "ws")


def test_a_program_without_standard_output_still_works(
    run: Run, monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run("list", workspace).status == 0
    failing(monkeypatch, BrokenPipeError())
    assert run("list", workspace).status == 141


def test_streams_of_another_kind_are_left_alone(
    run: Run, monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> None:
    caught = io.StringIO()
    monkeypatch.setattr(sys, "stdout", caught)
    assert run("list", workspace).status == 0
    assert "社区讲座" in caught.getvalue()


def test_what_is_printed_is_utf8_with_plain_line_ends(
    run: Run, monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> None:
    written = io.BytesIO()
    # As a console of Windows is.
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "cp1252", newline="\r\n"))
    assert run("list", workspace).status == 0
    assert "社区讲座".encode() in written.getvalue()
    assert b"\r" not in written.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="names that are no text are POSIX's")
def test_a_file_name_that_is_no_text_can_be_printed(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_bytes("字".encode())
    done = run("import", "ws", name, "--create", "--json")
    assert done.status == 0
    assert r'"file": "caf\udce9.txt"' in done.out
