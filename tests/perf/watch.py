"""Knowing that something was painted: a benchmark of nothing must fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PaintWatch(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        """Watch a widget for as long as it lives."""
        super().__init__(widget)
        self._count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count, and let the event pass."""
        self._count += event.type() == QEvent.Type.Paint
        return False

    def verify(self) -> None:
        """Fail where nothing was painted since this was asked last.

        Raises:
            RuntimeError: If nothing was.
        """
        if not self._count:
            msg = "nothing was painted, so nothing was measured"
            raise RuntimeError(msg)
        self._count = 0
