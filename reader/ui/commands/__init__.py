"""What each action of :mod:`reader.ui.actions` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.articles import ArticleCommands
from reader.ui.commands.cleaning import CleaningCommands
from reader.ui.commands.edit import EditCommands
from reader.ui.commands.files import FileCommands
from reader.ui.commands.go import GoCommands
from reader.ui.commands.help import HelpCommands
from reader.ui.commands.import_tags import ImportTagsCommands
from reader.ui.commands.occurrences import OccurrenceCommands
from reader.ui.commands.selecting import SelectCommands
from reader.ui.commands.suggestions import SuggestionCommands
from reader.ui.commands.tag_sets import TagSetCommands
from reader.ui.commands.tagging import TagCommands
from reader.ui.commands.view import ViewCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.commands.group import CommandGroup
    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Tasks

_GROUPS: tuple[type[CommandGroup], ...] = (
    ImportTagsCommands,
    EditCommands,
    GoCommands,
    SelectCommands,
    TagCommands,
    OccurrenceCommands,
    SuggestionCommands,
    TagSetCommands,
    CleaningCommands,
    ViewCommands,
    HelpCommands,
)


class Commands:
    """All that the menus, the keys and the palette can do.

    Attributes:
        files: The File menu, with what others follow: imports and backups.
        articles: The Article menu.
    """

    def __init__(self, window: Frame, session: Session, tasks: Tasks) -> None:
        """Act on a window and its session."""
        self.files = FileCommands(window, session, tasks)
        self.articles = ArticleCommands(window, session, tasks)
        others = (group(window, session, tasks) for group in _GROUPS)
        self._groups = (self.files, self.articles, *others)

    def slot(self, command: str) -> Callable[..., None]:
        """Return the method that an action's command names.

        Raises:
            KeyError: If there is none.
        """
        for group in self._groups:
            if hasattr(type(group), command):
                method: Callable[..., None] = getattr(group, command)
                return method
        raise KeyError(command)
