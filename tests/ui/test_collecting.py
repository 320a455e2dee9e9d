"""When garbage is looked for."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class _Knot:
    """Holds itself, so that only the collector finds it."""

    def __init__(self) -> None:
        self.me = self


def _old_knot() -> weakref.ref[_Knot]:
    """Return a reference to garbage that has survived the collections of young objects."""
    knot = _Knot()
    found = weakref.ref(knot)
    gc.collect(0)
    gc.collect(1)
    return found


def test_everything_is_looked_through_when_the_reader_goes_to_another_program(
    qapp: QApplication, qtbot: QtBot
) -> None:
    knot = _old_knot()
    gc.collect(1)
    assert knot() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.wait(700)
    assert knot() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: knot() is None, timeout=10_000)


def test_python_does_so_by_itself_only_after_very_much(qapp: QApplication) -> None:
    assert gc.get_threshold()[2] >= 1_000
