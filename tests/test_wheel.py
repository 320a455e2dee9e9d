"""The wheel holds all that the product needs: installed into an empty environment, it works."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def _distribution(requirement: str) -> str:
    return re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-")


def _imported(code: str) -> Iterator[str]:
    """Say what a module imports, by the first part of its name, wherever it does so."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_what_the_package_imports_is_what_it_asks_to_be_installed() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["parquet"], *extras["spacy"], *extras["corpus"]]
    declared = {_distribution(one) for one in asked}
    declared.add("shiboken6")  # comes with PySide6-Essentials, in the same version
    modules = (_ROOT / "reader").rglob("*.py")
    used = {name for path in modules for name in _imported(path.read_text("utf-8"))}
    used -= sys.stdlib_module_names | {"reader"}
    homes = packages_distributions()
    undeclared = {
        name
        for name in used
        if declared.isdisjoint(_distribution(home) for home in homes.get(name, [name]))
    }
    assert "msgspec" in used
    assert undeclared == set()


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
