"""What the View menu does."""

from __future__ import annotations

from PySide6.QtCore import Slot

from reader.text.script import Script
from reader.ui.commands.group import CommandGroup


class ViewCommands(CommandGroup):
    """Scripts, looks and panels."""

    @Slot()
    def show_original(self) -> None:
        """Show the untouched source."""
        self._session.show_script(Script.ORIGINAL)

    @Slot()
    def show_simplified(self) -> None:
        """Show Simplified characters."""
        self._session.show_script(Script.SIMPLIFIED)

    @Slot()
    def show_traditional(self) -> None:
        """Show Traditional characters."""
        self._session.show_script(Script.TRADITIONAL)

    @Slot()
    def show_taiwan(self) -> None:
        """Show Taiwan's standard."""
        self._session.show_script(Script.TAIWAN)

    @Slot()
    def show_hong_kong(self) -> None:
        """Show Hong Kong's standard."""
        self._session.show_script(Script.HONG_KONG)

    @Slot()
    def cycle_script(self) -> None:
        """Show the next script."""
        self._session.cycle_script()

    @Slot()
    def show_regional(self) -> None:
        """Turn regional vocabulary on or off."""
        self._session.show_regional(on=not self._session.regional)

    @Slot()
    def show_changes(self) -> None:
        """Mark what the conversion changed, or stop."""
        self._window.toggle_changes()

    @Slot()
    def show_parallel(self) -> None:
        """Show the original beside the script, or stop."""
        self._window.toggle_parallel()

    @Slot()
    def theme_system(self) -> None:
        """Show light or dark as the system does."""
        self._window.appearance.choose("system")

    @Slot()
    def theme_light(self) -> None:
        """Show the light theme."""
        self._window.appearance.choose("light")

    @Slot()
    def theme_dark(self) -> None:
        """Show the dark theme."""
        self._window.appearance.choose("dark")

    @Slot()
    def theme_sepia(self) -> None:
        """Show the sepia theme."""
        self._window.appearance.choose("sepia")

    @Slot()
    def language_system(self) -> None:
        """Speak the system's language."""
        self._window.languages.choose("system")

    @Slot()
    def language_english(self) -> None:
        """Speak English."""
        self._window.languages.choose("en")

    @Slot()
    def language_simplified(self) -> None:
        """Speak Chinese, in Simplified characters."""
        self._window.languages.choose("zh-Hans")

    @Slot()
    def language_traditional(self) -> None:
        """Speak Chinese, in Traditional characters."""
        self._window.languages.choose("zh-Hant")

    @Slot()
    def set_reading(self) -> None:
        """Open what sets the face, the size and the lines of the text."""
        from reader.ui.dialogs.reading_dialog import ReadingDialog

        ReadingDialog.open_on(self._window, self._window.reading)

    @Slot()
    def zoom_in(self) -> None:
        """Make the text larger."""
        self._window.zoom(1)

    @Slot()
    def zoom_out(self) -> None:
        """Make the text smaller."""
        self._window.zoom(-1)

    @Slot()
    def zoom_reset(self) -> None:
        """Set the text in its usual size."""
        self._window.zoom(None)

    @Slot()
    def show_tag_table(self) -> None:
        """Open or close the table of all tags."""
        self._window.toggle_table()

    @Slot()
    def show_history(self) -> None:
        """Open or close the history."""
        self._window.commit_pending()
        self._window.toggle_history()

    @Slot()
    def show_articles(self) -> None:
        """Open or close the article list."""
        self._window.toggle_articles()

    @Slot()
    def show_side(self) -> None:
        """Open or close the panel of tags."""
        self._window.toggle_side()

    @Slot()
    def focus_articles(self) -> None:
        """Go to the article list."""
        self._window.focus_articles()

    @Slot()
    def focus_surface(self) -> None:
        """Go to the text."""
        self._window.surface.setFocus()

    @Slot()
    def focus_review(self) -> None:
        """Go to the tags that wait for review."""
        self._window.show_review()

    @Slot()
    def focus_editor(self) -> None:
        """Go to the details of the chosen tag."""
        self._window.focus_editor()
        # The panel opens also where it has nothing to show.
        self._has_tag()
