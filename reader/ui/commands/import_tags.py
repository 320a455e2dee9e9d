"""File > Import tags: what was tagged elsewhere comes onto the articles that are here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from reader.language import tr
from reader.ui.commands.group import CommandGroup
from reader.ui.dialogs.messages import Ask

if TYPE_CHECKING:
    from pathlib import Path

    from reader.tag_importers.fitting import Fitted
    from reader.tag_importers.matching import KnownArticle
    from reader.ui.tasks import Progress
    from reader.workspace import Workspace


class ImportTagsCommands(CommandGroup):
    """Reading a file with tags in a worker, and leading on from there."""

    _workspace: Workspace | None = None
    _path: Path | None = None

    @Slot()
    def import_tags(self) -> None:
        """Ask for a file, read it, and show what would come in."""
        from reader.tag_importers.registry import tag_importers
        from reader.tag_importers.taking import known_articles

        workspace = self._session.workspace
        if workspace is None:
            self._has_workspace()
            return
        self._window.commit_pending()
        suffixes = dict.fromkeys(f"*{end}" for one in tag_importers() for end in one.suffixes)
        filters = self.tr("Tags ({suffixes});;All files (*)").format(suffixes=" ".join(suffixes))
        path = Ask.file(self._window, self.tr("Import tags"), filters)
        if path is None:
            return
        self._workspace, self._path = workspace, path
        self._window.say(self.tr("Reading {name}…").format(name=path.name))
        reading = _Reading(path, known_articles(workspace))
        self._tasks.start(reading.run, self._on_read, self._on_failed)

    @Slot(object)
    def _on_read(self, fitted: Fitted) -> None:
        from reader.ui.dialogs.import_tags_dialog import ImportTagsDialog

        workspace, path = self._workspace, self._path
        if workspace is None or path is None or workspace is not self._session.workspace:
            # Another workspace was opened meanwhile; nothing of this one is asked any more.
            return
        if not fitted.file.tags:
            said = self.tr("{name} holds no tags.").format(name=path.name)
            self._session.refused.emit(said)
            return
        theme = self._window.theme
        dialog = ImportTagsDialog(self._window, self._session, fitted, path.name, theme)
        dialog.told.connect(self._on_told)
        dialog.open()

    @Slot(object)
    def _on_told(self, sentence: str) -> None:
        self._window.say(sentence)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        from reader.importers import ImportRefusedError

        if not isinstance(error, ImportRefusedError):
            raise error
        self._session.refused.emit(str(error))


class _Reading:
    """Reading a file and looking for its tags' places, as a task of pure data."""

    def __init__(self, path: Path, known: list[KnownArticle]) -> None:
        self._path = path
        self._known = known

    def run(self, progress: Progress) -> Fitted:
        """Read the file; what is wrong with it is raised."""
        from reader.importers import ImportRefusedError
        from reader.tag_importers.fitting import fit
        from reader.tag_importers.registry import read_tags

        def report(done: int, total: int) -> None:
            if progress.cancelled:
                raise ImportRefusedError(tr("The tags were not imported, as the window closed."))
            progress.report(done, total)

        return fit(read_tags(self._path), self._known, report)
