"""What the Article menu does."""

from __future__ import annotations

from PySide6.QtCore import Slot

from reader.text.script import SourceScript
from reader.ui.commands.files import file_filters
from reader.ui.commands.group import CommandGroup
from reader.ui.dialogs.messages import Ask


class ArticleCommands(CommandGroup):
    """Going from article to article, and changing what is said of one."""

    @Slot()
    def next_article(self) -> None:
        """Show the next article of the workspace."""
        self._step_article(1)

    @Slot()
    def previous_article(self) -> None:
        """Show the article before."""
        self._step_article(-1)

    def _step_article(self, direction: int) -> None:
        workspace, article = self._session.workspace, self._session.article
        if workspace is None or article is None:
            return
        ids = list(workspace.articles)
        # One that somebody removed is read on, and comes before the first.
        at = (ids.index(article.id) if article.id in ids else -1) + direction
        if 0 <= at < len(ids):
            self._session.show_article(ids[at])

    @Slot()
    def rename_article(self) -> None:
        """Ask for another title."""
        workspace, article = self._session.workspace, self._session.article
        if workspace is None or article is None:
            return
        old = workspace.details(article.id).title
        title = Ask.text(self._window, self.tr("Rename article"), self.tr("Title"), old)
        if title and title.strip() and title.strip() != old:
            self._session.retitle(article.id, title.strip())

    @Slot()
    def article_details(self) -> None:
        """Show what is known of the article besides its text, to be put right."""
        from reader.ui.dialogs.article_details import ArticleDetailsDialog

        article = self._session.article
        if self._session.workspace is not None and article is not None:
            window = self._window
            ArticleDetailsDialog(self._session, article, window.theme, window).open()

    @Slot()
    def replace_text(self) -> None:
        """Ask for a file with a later text of the article, and lead on from there."""
        if self._session.workspace is None or self._session.article is None:
            return
        path = Ask.file(self._window, self.tr("Replace text"), file_filters(archives=False))
        if path is not None:
            self._window.replacer.begin(self._session.article, path)

    @Slot()
    def written_detected(self) -> None:
        """Believe what was detected."""
        self._set_script(None)

    @Slot()
    def written_simplified(self) -> None:
        """Say that the article was written in Simplified."""
        self._set_script(SourceScript.SIMPLIFIED)

    @Slot()
    def written_traditional(self) -> None:
        """Say that the article was written in clean Traditional."""
        self._set_script(SourceScript.TRADITIONAL)

    @Slot()
    def written_mixed(self) -> None:
        """Say that the article is Traditional with Simplified residue, to be repaired."""
        self._set_script(SourceScript.MIXED)

    def _set_script(self, script: SourceScript | None) -> None:
        if self._session.article is not None:
            self._session.set_script(self._session.article.id, script)

    @Slot()
    def remove_article(self) -> None:
        """Take the article out of the workspace, after asking."""
        workspace, article = self._session.workspace, self._session.article
        if workspace is None or article is None:
            return
        title = workspace.details(article.id).title
        count = sum(workspace.counts(article.id).values())
        sentence = self.tr(
            "“{title}” and its {count} tags leave the workspace; Undo brings them back."
        ).format(title=title, count=count)
        if Ask.confirm(self._window, self.tr("Remove article"), sentence, self.tr("Remove")):
            self._session.remove_article(article.id)
