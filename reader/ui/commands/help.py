"""What the Help menu does."""

from __future__ import annotations

from PySide6.QtCore import Slot

from reader.ui.commands.group import CommandGroup


class HelpCommands(CommandGroup):
    """What there is to know."""

    @Slot()
    def show_keyboard(self) -> None:
        """Show every shortcut."""
        from reader.ui.dialogs.keyboard_sheet import KeyboardSheet
        from reader.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        window, session = self._window, self._session
        if KeyboardSheet.run(window, session, window.shortcuts, window.theme):
            ShortcutsDialog.open_on(window, session, window.shortcuts, window.theme)

    @Slot()
    def show_tour(self) -> None:
        """Show what the window can do, in five steps."""
        self._window.show_tour()

    @Slot()
    def show_about(self) -> None:
        """Tell what this is, and what it is made of."""
        # Rarely asked for, and not needed to start.
        from reader.ui.dialogs.about import AboutDialog

        AboutDialog.run(self._window, self._diagnose)

    def _diagnose(self) -> str:
        from reader.ui import diagnostics

        return diagnostics.report(self._window, self._session)
