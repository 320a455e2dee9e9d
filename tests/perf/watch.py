"""Knowing that something was painted: a benchmark of nothing must fail."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


class PaintWatch(QObject):
    """Counts the paint events of a widget.

    Attributes:
        count: How many there were.
    """

    def __init__(self, widget: QWidget) -> None:
        """Watch a widget for as long as it lives."""
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count, and let the event pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False

    @contextmanager
    def painting(self) -> Iterator[None]:
        """Fail where nothing is painted in the meantime.

        Raises:
            RuntimeError: If nothing was.
        """
        before = self.count
        yield
        if self.count == before:
            msg = "nothing was painted, so nothing was measured"
            raise RuntimeError(msg)
