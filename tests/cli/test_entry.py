"""``wenmai`` without a command opens the window; a command never loads it."""

from __future__ import annotations

import runpy
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from reader import __version__
from reader.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """What the window was opened on, instead of opening it."""
    calls: list[Path | None] = []

    def open_window(workspace: Path | None) -> int:
        calls.append(workspace)
        if workspace is not None and workspace.name == "interrupted":
            raise KeyboardInterrupt
        return 7

    app = ModuleType("reader.ui.app")
    app.main = open_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "reader.ui.app", app)
    return calls


def test_no_words_open_the_window_on_the_sample(
    shown: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["wenmai"])
    assert main() == 7
    assert shown == [None]


def test_a_folder_opens_the_window_on_it(shown: list[Path | None], tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 7
    assert shown == [tmp_path]


def test_a_command_wins_over_a_folder_of_its_name(
    shown: list[Path | None], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "list").mkdir()
    assert "required: WORKSPACE" in run("list").refusal
    assert shown == []
    assert run("./list").status == 7
    assert shown[0] is not None
    assert shown[0].resolve() == tmp_path / "list"


@pytest.mark.parametrize("words", [["none"], [""], ["--help"], [".", "."], ["file"]])
def test_anything_else_opens_no_window(
    shown: list[Path | None], run: Run, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    run(*words)
    assert shown == []


def test_an_interruption_of_the_window_is_quiet(
    shown: list[Path | None], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "interrupted").mkdir()
    assert run("interrupted").status == 130
    assert len(shown) == 1


def test_python_m_reader_is_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["reader", "--version"])
    monkeypatch.delitem(sys.modules, "reader.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("reader", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"wenmai {__version__}\n"
