"""When Python looks for garbage: among young objects at once, among all while nobody waits.

To look through everything takes a sixth of a second with a long article open, and Python would
do so in the middle of a page that is turned.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

# So many collections of the middle generation until Python collects everything by itself: what
# a day of reading makes is less.
_SELDOM: Final = 1_000
# Milliseconds until somebody who went to another window has certainly left.
_LEFT: Final = 500


def collect_seldom(application: QGuiApplication) -> None:
    """Have all garbage collected when the reader goes to another program."""
    young, middle, _all = gc.get_threshold()
    gc.set_threshold(young, middle, _SELDOM)
    application.applicationStateChanged.connect(_on_state)


def _on_state(state: Qt.ApplicationState) -> None:
    if state != Qt.ApplicationState.ApplicationActive:
        QTimer.singleShot(_LEFT, gc.collect)
