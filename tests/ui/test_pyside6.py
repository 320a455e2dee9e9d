"""The version of PySide6 that is installed does not destroy ``None``."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_CALLS = 5000
_PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def test_calls_that_return_nothing_take_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    document = QTextDocument("政协")
    cursor = QTextCursor(document)
    before = sys.getrefcount(None)
    for number in range(_CALLS):
        label.setText("政协")
        cursor.setPosition(number % 2)
        label.update()
    # PySide6 6.12.0 on Python 3.11 loses one with every call.
    assert sys.getrefcount(None) > before - _CALLS


def test_no_python_is_given_the_version_that_destroys_none() -> None:
    project = tomllib.loads(_PYPROJECT.read_text("utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    for python in ("3.11", "3.12", "3.13"):
        (qt,) = (
            one
            for one in wanted
            if one.name == "PySide6-Essentials"
            and (one.marker is None or one.marker.evaluate({"python_version": python}))
        )
        # None is immortal from 3.12 on, so 6.12.0 is safe there.
        assert qt.specifier.contains("6.12.0") == (python != "3.11")
        assert qt.specifier.contains("6.11.3")
