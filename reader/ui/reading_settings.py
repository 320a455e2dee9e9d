"""How the reader wants text set: remembered, within bounds, shown at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from reader.ui.reading.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from reader.ui.reading.surface import ReadingSurface

_USUAL: Final = Typography(())
_KEYS: Final = {
    # The size was remembered before the others were.
    "size": "size",
    "leading": "reading/leading",
    "measure": "reading/measure",
    "indent": "reading/indent",
    "space": "reading/space",
    "hanging": "reading/hanging",
    "tight": "reading/tight",
}
_FACE: Final = "reading/face"


def _switch(text: str) -> bool:
    """Read what is on or off.

    Raises:
        ValueError: If it is neither.
    """
    return ("False", "True").index(text) == 1


_READ: Final[dict[type, Callable[[str], Any]]] = {int: int, float: float, bool: _switch}


class ReadingSettings(QObject):
    """Sets the surface's text, and remembers how.

    Attributes:
        changed: Something is set otherwise, or has another room.
    """

    changed = Signal()

    def __init__(self, surface: ReadingSurface, settings: QSettings, parent: QObject) -> None:
        """Set the text as the last time."""
        super().__init__(parent)
        self._surface = surface
        self._settings = settings
        self.use(self._remembered())
        surface.arranged.connect(self.changed)

    @property
    def typography(self) -> Typography:
        """How the text is set."""
        return self._surface.typography

    @property
    def room(self) -> int:
        """Length of the line shown, in ideographs: the window may be too narrow for more."""
        return self._surface.measure

    def use(self, typography: Typography) -> None:
        """Set the text otherwise, at the same words; what goes beyond its bounds stops there."""
        bounded = typography.bounded()
        self._settings.setValue(_FACE, bounded.face)
        for name, key in _KEYS.items():
            self._settings.setValue(key, str(getattr(bounded, name)))
        self._surface.set_typography(bounded)

    def zoom(self, steps: int | None) -> None:
        """Set the text larger or smaller by steps; ``None`` is the usual size."""
        now = self.typography
        self.use(replace(now, size=_USUAL.size) if steps is None else now.zoomed(steps))

    def reset(self) -> None:
        """Set the text as it usually is."""
        self.use(_USUAL)

    def _remembered(self) -> Typography:
        found = _USUAL
        face = self._settings.value(_FACE)
        if isinstance(face, str):
            found = replace(found, face=face)
        for name, key in _KEYS.items():
            read = _READ[type(getattr(_USUAL, name))]
            try:
                value = read(str(self._settings.value(key)))
            except ValueError:
                continue
            # “nan” is a number to Python, and in no bounds.
            if value == value:
                found = replace(found, **{name: value})
        return found
