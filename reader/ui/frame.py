"""What the commands may ask of the window, apart from how it is put together."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation
    from reader.ui.appearance import Appearance
    from reader.ui.cleaner import Cleaner
    from reader.ui.dialogs.palette import Reach
    from reader.ui.finder import Finder
    from reader.ui.language import Languages
    from reader.ui.last_export import LastExport
    from reader.ui.panels.article_list import ArticleList
    from reader.ui.panels.review_list import ReviewList
    from reader.ui.panels.tag_panel import TagPanel
    from reader.ui.reading.parallel import ParallelView
    from reader.ui.reading.surface import ReadingSurface
    from reader.ui.reading_settings import ReadingSettings
    from reader.ui.replacer import Replacer
    from reader.ui.shortcuts import Shortcuts
    from reader.ui.suggesting import Suggesting
    from reader.ui.theme import Theme


class Frame(QMainWindow):
    """The window as its commands know it.

    Attributes:
        articles: The article list.
        surface: The reading surface.
        parallel: The original beside it, on demand.
        tags: The tags of the article shown and the details of the chosen one.
        suggesting: What the rules propose.
        cleaner: What offers to clean texts up.
        theme: Its colours.
        appearance: Which theme that is.
        reading: How the text is set.
        shortcuts: Which keys do what.
        languages: Which language it speaks.
    """

    articles: ArticleList
    surface: ReadingSurface
    parallel: ParallelView
    tags: TagPanel
    suggesting: Suggesting
    cleaner: Cleaner
    theme: Theme
    appearance: Appearance
    reading: ReadingSettings
    shortcuts: Shortcuts
    languages: Languages

    @property
    @abstractmethod
    def filtered_tags(self) -> list[str] | None:
        """The ids of the tags that the table shows, where its filters leave others out."""

    @property
    @abstractmethod
    def last_export(self) -> LastExport:
        """What was exported the last time."""

    @property
    @abstractmethod
    def finder(self) -> Finder:
        """Finding in the article."""

    @property
    @abstractmethod
    def replacer(self) -> Replacer:
        """Replacing an article's text."""

    @property
    @abstractmethod
    def review(self) -> ReviewList:
        """The tags that wait for review."""

    @abstractmethod
    def reach(self) -> Reach:
        """Return what the command palette needs."""

    @abstractmethod
    def say(self, sentence: str) -> None:
        """Tell the user what was done."""

    @abstractmethod
    def commit_pending(self) -> None:
        """Save what is being typed into the details of a tag."""

    @abstractmethod
    def open_find(self, words: str) -> None:
        """Open the find bar."""

    @abstractmethod
    def word_to_correct(self) -> tuple[str, str]:
        """Return the words of the source that a correction is for, and what is shown for them.

        Both are empty where nothing is selected or was pointed at.
        """

    @abstractmethod
    def toggle_changes(self) -> None:
        """Mark what the conversion changed, or stop."""

    @abstractmethod
    def toggle_parallel(self) -> None:
        """Show the original beside the script, or stop."""

    @abstractmethod
    def toggle_table(self) -> None:
        """Open or close the table of all tags."""

    @abstractmethod
    def show_review(self) -> None:
        """Show the tags that wait for review."""

    @abstractmethod
    def show_suggestions(self) -> None:
        """Show what the rules propose, and give it the keyboard."""

    @abstractmethod
    def toggle_history(self) -> None:
        """Open or close the history."""

    @abstractmethod
    def show_tag_history(self, annotation: Annotation) -> None:
        """Open the history at one tag."""

    @abstractmethod
    def toggle_articles(self) -> None:
        """Open or close the article list."""

    @abstractmethod
    def toggle_side(self) -> None:
        """Open or close the panel of tags."""

    @abstractmethod
    def focus_articles(self) -> None:
        """Give the keyboard to the article list."""

    @abstractmethod
    def focus_editor(self) -> None:
        """Give the keyboard to the details of the chosen tag."""

    @abstractmethod
    def zoom(self, steps: int | None) -> None:
        """Set the text larger or smaller by steps; ``None`` is the usual size."""

    @abstractmethod
    def show_tour(self) -> None:
        """Show what the window can do, in five steps."""
