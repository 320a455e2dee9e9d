"""The wheel holds all that the product needs: installed into an empty environment, it works."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_OPEN_SAMPLE = """
import sys
from PySide6.QtWidgets import QApplication
from reader.ui.app import make_window, prepare
application = QApplication(sys.argv)
prepare(application)
window = make_window(None)
window.show()
window.grab()
print(len(window.session.workspace.articles), window.surface.pages.view.source[:4])
window.close()
"""


@pytest.mark.slow
def test_the_wheel_opens_the_sample_workspace_from_an_empty_environment(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", tmp_path, _ROOT], check=True)
    (wheel,) = tmp_path.glob("wenmai-*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    scripts = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / "python"
    subprocess.run([python, *pip[1:], "install", wheel], check=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONPATH", None)
    opened = subprocess.run(
        [python, "-c", _OPEN_SAMPLE],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert opened.returncode == 0, opened.stderr
    count, title = opened.stdout.split()
    assert int(count) >= 4
    assert title == "把书桌摆"
    script = subprocess.run(
        [scripts / "wenmai", "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "0.1.0" in script.stdout
