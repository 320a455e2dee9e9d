"""Where the panels stand around the text, which are open and how large: kept to the next day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QResizeEvent, QShowEvent

ARTICLES: Final = "articles"
SIDE: Final = "side"

_WIDTHS: Final = {ARTICLES: 250, SIDE: 300}
# Logical pixels that a panel at the side needs to be of use, and that the text keeps from it.
_LEAST: Final = {ARTICLES: 180, SIDE: 240}
_TEXT: Final = 380
_BELOW: Final = 280
# Where the text and a panel below it have less than this together, only one of them is shown.
_SHORT: Final = 420
_CLOSED: Final = "closed"


class Arrangement(QSplitter):
    """The articles, the text and the tags side by side, and one panel below the text.

    Where the window is too narrow for all, a panel at the side gives way to the one that was
    asked for last, and comes back with the room. A panel below is made when it is first opened;
    where the window is too low for it and the text, it takes the place of the text.

    Attributes:
        opened: A panel was opened or closed; carries its name and whether it is open now.
    """

    opened = Signal(object, object)

    def __init__(
        self,
        articles: QWidget,
        reading: QWidget,
        side: QWidget,
        below: Mapping[str, Callable[[], QWidget]],
    ) -> None:
        """Put the panels together.

        Args:
            articles: Left of the text.
            reading: The text.
            side: Right of the text.
            below: What makes each panel that can stand below the text, by name.
        """
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("arrangement")
        self._sides = {ARTICLES: articles, SIDE: side}
        # The names of those that the reader wants, the one asked for last first.
        self._wanted = [SIDE, ARTICLES]
        self._makers = below
        self._below: dict[str, QWidget] = {}
        self._height = _BELOW
        # The sizes of the last time, until there is a window to give them to.
        self._widths: dict[str, int] | None = dict(_WIDTHS)
        self._reading = reading
        self._centre = QSplitter(Qt.Orientation.Vertical)
        self._centre.addWidget(reading)
        self._centre.setStretchFactor(0, 1)
        for name, panel in self._sides.items():
            panel.setMinimumWidth(_LEAST[name])
        for panel in (articles, self._centre, side):
            self.addWidget(panel)
        self.setStretchFactor(1, 1)
        for splitter in (self, self._centre):
            splitter.setChildrenCollapsible(False)

    # At the sides

    def is_open(self, name: str) -> bool:
        """Return whether a panel is open."""
        panel = self._sides.get(name) or self._below.get(name)
        return panel is not None and not panel.isHidden()

    def toggle(self, name: str) -> None:
        """Open or close a panel."""
        if self.is_open(name):
            self.close_panel(name)
        else:
            self.open_panel(name)

    def open_panel(self, name: str) -> None:
        """Open a panel; in a narrow window others give way to it."""
        if name not in self._sides:
            self._show_below(name)
            return
        if not self.is_open(name):
            self._wanted = [name, *(one for one in self._wanted if one != name)]
            self._fit()

    def close_panel(self, name: str) -> None:
        """Close a panel."""
        if name not in self._sides:
            self._show_below(None)
            return
        self._wanted = [one for one in self._wanted if one != name]
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the room of the text with one panel beside it; the others give way."""
        beside = max(_LEAST.values()) + self.handleWidth()
        least = [panel.minimumSizeHint() for panel in (self._reading, *self._sides.values())]
        return QSize(least[0].width() + beside, max(one.height() for one in least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        self._fit()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the sizes of the last time."""
        super().showEvent(event)
        if self._widths is not None:
            left, right = self._widths[ARTICLES], self._widths[SIDE]
            self.setSizes([left, max(_TEXT, self.width() - left - right), right])
            self._widths = None
            self._size_below()

    def _fit(self) -> None:
        room = self.width() - _TEXT
        shown = set()
        for rank, name in enumerate(self._wanted):
            if rank == 0 or _LEAST[name] <= room:
                shown.add(name)
                room -= _LEAST[name]
        for name, panel in self._sides.items():
            if panel.isHidden() is (name in shown):
                panel.setVisible(name in shown)
                self.opened.emit(name, name in shown)
        self._reading.setVisible(self.below is None or self.height() >= _SHORT)

    # Below

    @property
    def below(self) -> str | None:
        """The name of the panel below the text, if one is open."""
        return next((name for name in self._below if self.is_open(name)), None)

    def _show_below(self, shown: str | None) -> None:
        """Show one of the panels below the text, or none; together they would leave it no room."""
        before = self.below
        self._keep_height()
        if shown is not None and shown not in self._below:
            panel = self._below[shown] = self._makers[shown]()
            panel.hide()
            self._centre.addWidget(panel)
        for name, panel in self._below.items():
            panel.setVisible(name == shown)
        self._fit()
        self._size_below()
        for changed in (before, shown):
            if changed is not None:
                self.opened.emit(changed, changed == shown)

    def _keep_height(self) -> None:
        if self.below is not None and not self._reading.isHidden():
            self._height = self._below[self.below].height()

    def _size_below(self) -> None:
        sizes = (self._height if name == self.below else 0 for name in self._below)
        self._centre.setSizes([max(0, self._centre.height() - self._height), *sizes])

    # From one day to the next

    def save(self, settings: QSettings) -> None:
        """Keep which panels are open, and how large."""
        self._keep_height()
        settings.setValue("below", self.below or _CLOSED)
        settings.setValue("below_height", self._height)
        for name, panel in self._sides.items():
            settings.setValue(name, "open" if name in self._wanted else _CLOSED)
            if self._widths is None and self.is_open(name):
                settings.setValue(f"{name}_width", panel.width())

    def restore(self, settings: QSettings) -> None:
        """Open the panels of the last time, as large as they were."""
        self._wanted = [name for name in self._wanted if settings.value(name) != _CLOSED]
        self._widths = {
            name: _number(settings.value(f"{name}_width"), _WIDTHS[name]) for name in self._sides
        }
        self._height = _number(settings.value("below_height"), _BELOW)
        self._fit()
        for name in self._sides:
            self.opened.emit(name, self.is_open(name))
        below = settings.value("below")
        if below in self._makers:
            self._show_below(str(below))


def _number(value: object, usual: int) -> int:
    """Return a number of the settings, which come as words."""
    return int(str(value)) if str(value).isdecimal() else usual
