"""What the Help menu does."""

from __future__ import annotations

from PySide6.QtCore import Slot

from reader import __version__
from reader.ui.commands.group import CommandGroup
from reader.ui.dialogs.keyboard_sheet import KeyboardSheet
from reader.ui.dialogs.messages import Ask


class HelpCommands(CommandGroup):
    """What there is to know."""

    @Slot()
    def show_keyboard(self) -> None:
        """Show every shortcut."""
        KeyboardSheet.run(self._window, self._session)

    @Slot()
    def show_about(self) -> None:
        """Tell what this is."""
        Ask.tell(
            self._window,
            self.tr("About Wenmai"),
            self.tr(
                "Wenmai 文脉 {version}: read Chinese articles in any script and tag their passages."
            ).format(version=__version__),
        )
