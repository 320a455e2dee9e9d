"""Scrolling that glides: a distance is gone in frames, fast at first."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

FRAME_MS = 16
_SHARE = 0.32


class Glide(QObject):
    """A distance that is still to be scrolled.

    Attributes:
        stepped: A frame has come; carries the pixels to go in it, positive downward.
    """

    stepped = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Stand still."""
        super().__init__(parent)
        self._left = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)

    @property
    def going(self) -> bool:
        """Whether there is something to go."""
        return self._timer.isActive()

    def add(self, distance: float) -> None:
        """Go further by pixels."""
        self._left += distance
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Go no further."""
        self._left = 0.0
        self._timer.stop()

    @Slot()
    def _on_frame(self) -> None:
        step = self._left * _SHARE if abs(self._left) > 2 else self._left
        self._left -= step
        if abs(self._left) < 1:
            self.stop()
        self.stepped.emit(step)
