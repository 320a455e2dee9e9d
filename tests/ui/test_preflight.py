"""What the system lacks is said in one sentence, before Qt can abort."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.ui import preflight

if TYPE_CHECKING:
    from pathlib import Path

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in an environment of its own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        kept.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_nothing_is_missing_here() -> None:
    assert preflight.missing(OFFSCREEN) == ""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file", "apt install libegl1"),
        ("libfancy.so.7: cannot open shared object file", "libfancy.so.7"),
        ("No module named 'PySide6'", "install Wenmai again"),
    ],
)
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, error: str, words: str
) -> None:
    def refuse(name: str) -> None:
        raise ImportError(error, name=name)

    monkeypatch.setattr(importlib, "import_module", refuse)
    sentence = preflight.missing(OFFSCREEN)
    assert words in sentence
    assert sentence.count("\n") == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux's")
class TestScreens:
    """Where there is no screen, or not what a screen needs."""

    def test_no_display_is_said(self) -> None:
        assert preflight.missing({}) == preflight.NO_SCREEN

    def test_a_display_without_a_server_is_said(self) -> None:
        assert preflight.missing({"DISPLAY": ":87"}) == preflight.NO_SCREEN

    def test_a_wayland_session_is_taken_on_trust(self) -> None:
        assert preflight.missing({"WAYLAND_DISPLAY": "wayland-0"}) == ""

    def test_a_library_that_the_screen_needs_is_named(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(path: str) -> None:
            message = f"libxcb-cursor.so.0: cannot open shared object file, wanted by {path}"
            raise OSError(message)

        monkeypatch.setattr("ctypes.CDLL", refuse)
        sentence = preflight.missing({"DISPLAY": "elsewhere:0"})
        assert "libxcb-cursor0" in sentence

    def test_the_program_says_so_and_ends_with_2(self) -> None:
        ended = run()
        assert ended.returncode == 2
        assert ended.stderr.strip() == preflight.NO_SCREEN

    def test_a_system_without_chinese_fonts_says_what_to_install(self, tmp_path: Path) -> None:
        nothing = tmp_path / "fonts.conf"
        nothing.write_text(f"<fontconfig><dir>{tmp_path}</dir></fontconfig>", "utf-8")
        ended = run(QT_QPA_PLATFORM="offscreen", FONTCONFIG_FILE=str(nothing))
        assert ended.returncode == 2
        assert preflight.NO_FONT in ended.stderr


def test_a_folder_that_is_no_workspace_is_one_sentence(tmp_path: Path) -> None:
    ended = run(str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 2
    (line,) = [line for line in ended.stderr.splitlines() if str(tmp_path) in line]
    assert "Traceback" not in ended.stderr
    assert line
