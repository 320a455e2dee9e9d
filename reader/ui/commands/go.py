"""The command palette, going to a place, and which keys do what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from reader.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from reader.ui.dialogs.go_to import GoTo
    from reader.ui.dialogs.palette import Palette

# What opens is loaded when it is asked for: no start waits for it.


class GoCommands(CommandGroup):
    """Ways to everything."""

    @Slot()
    def show_palette(self) -> None:
        """Open the command palette; close it where it is open."""
        from reader.ui.dialogs.palette import Palette

        if not self._close(Palette):
            Palette(self._window, self._session, self._window.reach()).open()

    @Slot()
    def go_to(self) -> None:
        """Ask for a place of the article."""
        from reader.ui.dialogs.go_to import GoTo

        if self._session.article is None:
            self._session.refused.emit(self.tr("There is no article to go to a place in."))
        elif not self._close(GoTo):
            window = self._window
            GoTo(window, self._session, window.surface, window.theme).open()

    @Slot()
    def set_shortcuts(self) -> None:
        """Open what says which keys do what."""
        from reader.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        window = self._window
        ShortcutsDialog.open_on(window, self._session, window.shortcuts, window.theme)

    def _close(self, kind: type[Palette | GoTo]) -> bool:
        """Close what is open of a kind; return whether it was."""
        shown = [one for one in self._window.findChildren(kind) if not one.left]
        for one in shown:
            one.leave()
        return bool(shown)
