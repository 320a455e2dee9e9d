"""Which theme is shown: the reader's choice, or what the system shows; and its bringing about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.ui.icons import PROPERTY, put_icon
from reader.ui.panels.elements import INKS, shown_in
from reader.ui.style import palette, style_sheet
from reader.ui.theme import NAMES

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from reader.ui.theme import Theme

SYSTEM: Final = "system"
CHOICES: Final = (SYSTEM, *NAMES)
"""What the reader may choose."""

_KEY: Final = "theme"


class Appearance(QObject):
    """Keeps the window in the theme chosen.

    Attributes:
        chosen: Carries what was chosen, one of ``CHOICES``.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, settings: QSettings, parent: QObject) -> None:
        """Take up the choice of the last time; nothing is dressed before ``show``."""
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._hints = QGuiApplication.styleHints()
        last = settings.value(_KEY)
        self._choice = last if last in CHOICES else SYSTEM
        self._hints.colorSchemeChanged.connect(self._on_scheme)
        self._take(self._hints.colorScheme())

    @property
    def choice(self) -> str:
        """What is chosen, one of ``CHOICES``."""
        return str(self._choice)

    def show(self) -> None:
        """Dress the application."""
        dress(self._theme)
        self._tell_system()

    def choose(self, choice: str) -> None:
        """Show a theme from now on, or what the system shows.

        Args:
            choice: One of ``CHOICES``.
        """
        self._choice = choice
        self._settings.setValue(_KEY, choice)
        self._take(self._hints.colorScheme())
        self.show()
        self.chosen.emit(choice)

    @Slot(Qt.ColorScheme)
    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        if self._choice == SYSTEM:
            self._take(scheme)
            self.show()

    def _take(self, scheme: Qt.ColorScheme) -> None:
        name = self.choice
        if name == SYSTEM:
            name = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        if name != self._theme.name:
            self._theme.become(name)

    def _tell_system(self) -> None:
        """Let the system draw what is its own, as title bars, to match."""
        schemes = Qt.ColorScheme
        if self._choice == SYSTEM:
            self._hints.setColorScheme(schemes.Unknown)
        else:
            self._hints.setColorScheme(schemes.Dark if self._theme.dark else schemes.Light)


def dress(theme: Theme) -> None:
    """Show the whole application, whatever of it is open, in a theme's colours."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    sheet = style_sheet(theme)
    if application.styleSheet() != sheet:
        application.setPalette(palette(theme))
        application.setStyleSheet(sheet)
        for widget in application.allWidgets():
            _ink(widget, theme)
        for window in application.topLevelWidgets():
            for action in window.findChildren(QAction):
                _draw(action, theme)


def _ink(widget: QWidget, theme: Theme) -> None:
    """Give a widget that was painted in a colour of another theme this one's."""
    roles = [(part, widget.property(name)) for part, name in INKS.items()]
    if any(role for _part, role in roles):
        # Polished later, it would be given the colours back that it has now.
        widget.ensurePolished()
        own = widget.palette()
        for part, role in roles:
            if role:
                own.setColor(part, QColor(shown_in(theme, role)))
        widget.setPalette(own)
    if isinstance(widget, QAbstractButton):
        _draw(widget, theme)


def _draw(target: QAbstractButton | QAction, theme: Theme) -> None:
    name = target.property(PROPERTY)
    if name:
        put_icon(target, name, theme)
