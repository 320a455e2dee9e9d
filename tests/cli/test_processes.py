"""The program as a process: locales, pipes, exit statuses, and no window for a command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Run = Callable[..., Any]

ROOT = Path(__file__).parents[2]
# The C locale as it is where Python's own repairs of it are off: ASCII streams.
BARE = {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}

pytestmark = pytest.mark.slow


def start(
    *words: object, stdout: int = subprocess.PIPE, environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    command = [sys.executable, "-m", "reader", *map(str, words)]
    return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, env=variables)


def finished(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, (out or b"").decode("utf-8"), err.decode("utf-8")


def test_the_help_needs_no_screen() -> None:
    status, out, err = finished(start("--help"))
    assert (status, err) == (0, "")
    assert "usage: wenmai" in out


@pytest.mark.parametrize("locale", [BARE, BARE | {"PYTHONIOENCODING": "ascii:strict"}])
def test_chinese_is_printed_in_any_locale(workspace: Path, locale: dict[str, str]) -> None:
    status, out, err = finished(start("list", workspace, environment=locale))
    assert (status, err) == (0, "")
    assert "社区讲座" in out
    status, out, err = finished(
        start("export", workspace, "--format", "json", "-o", "-", environment=locale)
    )
    assert (status, err) == (0, "")
    assert json.loads(out)["annotations"] == []


def test_an_error_is_one_line_in_any_locale(tmp_path: Path) -> None:
    status, out, err = finished(start("list", tmp_path / "没有", environment=BARE))
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_mistyped_word_opens_no_window() -> None:
    status, out, err = finished(start("exprot", "ws", environment={"QT_QPA_PLATFORM": "offscreen"}))
    assert (status, out) == (2, "")
    assert err == "“exprot” is neither a command nor a folder; did you mean “export”?\n"


def test_no_command_loads_the_window(workspace: Path) -> None:
    program = (
        "import sys; from reader.__main__ import main; status = main(sys.argv[1:]);"
        "loaded = [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'reader.ui'))];"
        "sys.exit(status or bool(loaded))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, "check", str(workspace)]
    assert subprocess.run(command, env=environment, capture_output=True).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_is_quiet(tmp_path: Path, unbuffered: str) -> None:
    # Longer than any pipe's buffer, so that the writer is stopped in the middle.
    (tmp_path / "long.txt").write_text("社区讲座。\n" * 100_000, "utf-8")
    words = ["convert", tmp_path / "long.txt", "--to", "original"]
    process = start(*words, environment={"PYTHONUNBUFFERED": unbuffered})
    assert process.stdout is not None
    assert process.stdout.read(3) == "社".encode()
    process.stdout.close()
    process.stdout = None
    status, _, err = finished(process)
    assert (status, err) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_device_is_one_sentence(workspace: Path, unbuffered: str) -> None:
    environment = {"PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("wb") as full:
        process = start("list", workspace, stdout=full.fileno(), environment=environment)
        status, _, err = finished(process)
    assert status == 2
    assert err == (
        "The command stopped (No space left on device); what it had done is kept. "
        "Repeat what is missing.\n"
    )
