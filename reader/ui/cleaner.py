"""Offers to clean up the article shown, and shows what was chosen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from reader.annotation.cleaning_choice import CleaningChoice
    from reader.text.article import Article
    from reader.text.cleaning.cleanup import Cleanup
    from reader.ui.panels.cleaning_bar import CleaningBar
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Tasks
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet

# After an article is shown; the first screen comes first.
_LATER_MS: Final = 300
_DECLINED: Final = "cleaning_declined"
# Of so many articles it is remembered that the reader wants none of it.
_REMEMBERED: Final = 500


class Look:
    """Looks through one article for what could be cleaned up, as a task of pure data.

    Attributes:
        article: The article.
        found: What was found in it.
    """

    def __init__(self, article: Article) -> None:
        """Be ready to look."""
        self.article = article
        self.found: Sequence[Cleanup] = ()

    def run(self, _progress: Progress) -> Look:
        """Look."""
        from reader.text.cleaning.propose import propose

        self.found = propose(self.article.text)
        return self


class Cleaner(QObject):
    """Looks through each article shown, a moment later, and offers what it found.

    Attributes:
        look_asked: The reader wants to see what could be cleaned up.
        shown: Whether the article is shown cleaned up may be otherwise.
        cleaned: What is cleaned up in the article shown was chosen, or taken back, just now.
        surface_asked: The bar that had the keyboard is gone: it should go to the text.
    """

    look_asked = Signal()
    shown = Signal()
    cleaned = Signal()
    surface_asked = Signal()

    def __init__(
        self, session: Session, tasks: Tasks, settings: QSettings, theme: Theme, parent: QWidget
    ) -> None:
        """Follow a session."""
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._settings = settings
        self._theme = theme
        self._column: QVBoxLayout | None = None
        self._bar: CleaningBar | None = None
        self._choice: CleaningChoice | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LATER_MS)
        self._timer.timeout.connect(self.look)
        session.article_shown.connect(self._on_article)
        session.changed.connect(self._on_changed)
        session.script_shown.connect(self._on_script)

    def put_bar_in(self, column: QVBoxLayout) -> None:
        """Say where the bar belongs: below the column's first widget."""
        self._column = column

    @property
    def bar(self) -> CleaningBar:
        """The bar that offers, made when first needed."""
        if self._bar is None:
            from reader.ui.panels.cleaning_bar import CleaningBar

            self._bar = CleaningBar(self._theme)
            self._bar.clean_asked.connect(self._on_clean)
            self._bar.look_asked.connect(self.look_asked)
            self._bar.declined.connect(self._on_declined)
            if self._column is not None:
                self._column.insertWidget(1, self._bar)
        return self._bar

    @property
    def choice(self) -> CleaningChoice | None:
        """What was chosen for the article shown; ``None`` where nobody was asked."""
        workspace, article = self._session.workspace, self._session.article
        if workspace is None or article is None or article.id not in workspace.articles:
            return None
        details = workspace.details(article.id)
        if not details.unknown:
            return None
        from reader.annotation.cleaning_choice import choice_of

        return choice_of(details)

    @property
    def is_on(self) -> bool:
        """Whether the article is shown cleaned up, as far as it needs any of it."""
        choice = self.choice
        return self._session.cleaning.on and choice is not None and bool(choice.accepted)

    # Looking

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        self._hide()
        self._choice = self.choice
        self.shown.emit()
        self._timer.stop()
        if article is not None:
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Look through the article shown, in a worker where it is long."""
        article = self._session.article
        if article is None:
            return
        found = self._session.cleaning.proposals(article)
        if found is not None:
            self._tell(article, found)
        else:
            self.look_through(article, self._on_found)

    def look_through(self, article: Article, found: Callable[[Look], None]) -> None:
        """Look through an article in a worker, and tell what was found."""
        self._tasks.start(Look(article).run, found, self._on_failed)

    @Slot(object)
    def _on_found(self, look: Look) -> None:
        self._session.cleaning.put(look.article.id, look.found)
        if self._session.article is not None and self._session.article.id == look.article.id:
            if self.is_on:
                self._session.show_again()
            self._tell(self._session.article, look.found)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error

    def _tell(self, article: Article, found: Sequence[Cleanup]) -> None:
        """Offer what was found, unless it was chosen or declined already."""
        workspace = self._session.workspace
        if workspace is None or workspace.read_only or self.choice is not None:
            return
        if found and article.id not in self._declined():
            self.bar.offer(found)

    # Choosing

    @Slot()
    def _on_clean(self) -> None:
        """Clean up all that was found."""
        from reader.annotation.cleaning_choice import CleaningChoice

        article = self._session.article
        found = None if article is None else self._session.cleaning.proposals(article)
        if found:
            self._session.show_cleaned(on=True)
            self._session.clean_up(CleaningChoice.of(found, ()))

    @Slot()
    def _on_declined(self) -> None:
        self._hide()
        if self._session.article is not None:
            declined = [*self._declined(), self._session.article.id]
            self._settings.setValue(_DECLINED, " ".join(declined[-_REMEMBERED:]))

    def _declined(self) -> list[str]:
        return str(self._settings.value(_DECLINED) or "").split()

    def toggle(self) -> bool:
        """Show the cleaned text, or the source; return whether there is anything chosen to show."""
        choice = self.choice
        if choice is None or not choice.accepted:
            return False
        self._session.show_cleaned(on=not self._session.cleaning.on)
        return True

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        article = self._session.article
        if article is None or article.id not in changes.articles:
            return
        choice = self.choice
        if choice != self._choice:
            self._choice = choice
            self._hide()
            # What was found in the article may be found elsewhere in it now.
            self._session.show_again()
            if choice is None or self._session.cleaning.proposals(article) is None:
                # Taken back, it is offered again.
                self.look()
            self.cleaned.emit()

    @Slot(object)
    def _on_script(self, _script: object) -> None:
        self.shown.emit()

    def _hide(self) -> None:
        if self._bar is None:
            return
        keyboard = self._bar.window().focusWidget()
        had = keyboard is not None and self._bar.isAncestorOf(keyboard)
        self._bar.hide()
        if had:
            self.surface_asked.emit()
