"""What the File menu does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication

from reader.language import mark, tr
from reader.ui.backups import Backups
from reader.ui.commands.group import CommandGroup
from reader.ui.dialogs.messages import Ask

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.text.article import Article
    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks

TEXT_FILES = mark("Text (*.txt *.text *.md);;All files (*)")


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of reading a batch of files."""

    articles: list[Article]
    refused: list[str]
    # Files in an encoding to be chosen, and how the first of them begins in each.
    unread: list[Path] = field(default_factory=list)
    readings: dict[str, str] = field(default_factory=dict)


class FileCommands(CommandGroup):
    """Workspaces, and what goes into them and out of them.

    Attributes:
        importing: Carries ``(done, total)`` while a batch is read; ``None`` when it is over.
        backups: Backups, asked for or not.
    """

    importing = Signal(object)

    def __init__(self, window: Frame, session: Session, tasks: Tasks) -> None:
        """Act on a window and its session."""
        super().__init__(window, session, tasks)
        self._import: Task | None = None
        self.backups = Backups(window, session, tasks)

    @Slot()
    def open_workspace(self) -> None:
        """Ask for a folder and open it."""
        folder = Ask.folder(self._window, self.tr("Open workspace"), self._nearby())
        if folder is not None:
            self._session.open(folder)

    @Slot()
    def new_workspace(self) -> None:
        """Ask for a folder and make a workspace there."""
        folder = Ask.new_folder(self._window, self.tr("New workspace"), self._nearby())
        if folder is not None:
            self._session.create(folder)

    @Slot()
    def import_files(self) -> None:
        """Ask for files and bring them in."""
        if self._has_workspace():
            self.bring_in(Ask.files(self._window, self.tr("Import articles"), tr(TEXT_FILES)))

    def bring_in(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        """Read files in a worker and add what can be read; ask for an encoding that is none."""
        if paths and self._has_workspace():
            reading = _Reading(paths, encoding)
            self._import = self._tasks.start(
                reading.run, self._on_read, self._on_failed, self._on_progress
            )

    @Slot()
    def cancel_import(self) -> None:
        """Stop reading files; those read already come in."""
        if self._import is not None:
            self._import.cancel()

    @Slot()
    def paste_article(self) -> None:
        """Make an article of the clipboard's text."""
        from reader.importers import ImportRefusedError, import_text

        if not self._has_workspace():
            return
        try:
            article = import_text(QGuiApplication.clipboard().text())
        except ImportRefusedError as error:
            self._session.refused.emit(str(error))
            return
        self._add(Batch([article], []))

    @Slot()
    def export(self) -> None:
        """Ask what to export and where."""
        self.export_tags(None)

    @Slot(object)
    def export_tags(self, ids: Sequence[str] | None) -> None:
        """Export chosen tags, or ask which."""
        from reader.ui.dialogs.export_dialog import ExportDialog

        if self._has_workspace():
            self._window.commit_pending()
            ExportDialog.run(self._window, self._session, self._tasks, self._window.theme, ids)

    @Slot()
    def back_up(self) -> None:
        """Write the workspace into one file."""
        if self._has_workspace():
            self._window.commit_pending()
            self.backups.back_up()

    @Slot()
    def restore_backup(self) -> None:
        """Make a workspace of a backup and open it."""
        self.backups.restore()

    @Slot()
    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    @Slot(object)
    def _on_progress(self, progress: tuple[int, int]) -> None:
        self.importing.emit(progress)

    @Slot(object)
    def _on_read(self, batch: Batch) -> None:
        self._import = None
        self.importing.emit(None)
        if self._session.workspace is not None:
            if batch.articles or batch.refused:
                self._add(batch)
            if batch.unread:
                self._ask_encoding(batch)

    def _ask_encoding(self, batch: Batch) -> None:
        """Have the reader see in which encoding the files read right, and read them so."""
        from reader.importers.encodings import label_of

        sentence = self.tr("The encoding of {name} cannot be told. Choose what reads right:")
        if len(batch.unread) > 1:
            sentence = self.tr(
                "The encoding of {count} files cannot be told. Choose what reads right for {name}:"
            )
        lines = [f"{words}  ({label_of(encoding)})" for encoding, words in batch.readings.items()]
        asked = sentence.format(name=batch.unread[0].name, count=len(batch.unread))
        chosen = Ask.choose(self._window, self.tr("Import"), asked, lines)
        if chosen is not None:
            self.bring_in(batch.unread, list(batch.readings)[chosen])

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._import = None
        self.importing.emit(None)
        raise error

    def _add(self, batch: Batch) -> None:
        workspace = self._session.workspace
        assert workspace is not None
        before = set(workspace.articles)
        refused = [*batch.refused, *self._session.add_articles(batch.articles)]
        count = len(batch.articles) + len(batch.refused) - len(refused)
        added = self._session.newest_article if count else None
        if added is not None:
            self._session.show_article(added)
        said = self.tr("{count} articles imported.").format(count=count)
        if count == 1:
            said = self.tr("1 article imported.")
        if not refused:
            self._window.say(said)
        elif len(refused) == 1 and not count:
            self._session.refused.emit(refused[0])
        else:
            said = self.tr("{said} {count} files were not:").format(said=said, count=len(refused))
            Ask.tell(self._window, self.tr("Import"), said, refused)
        self._window.replacer.offer([one for one in batch.articles if one.id not in before])


class _Reading:
    """The reading of a batch of files, as a task of pure data."""

    def __init__(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        self._paths = list(paths)
        self._encoding = encoding

    def run(self, progress: Progress) -> Batch:
        """Read file after file; one that is refused does not stop the rest."""
        from reader.importers import ImportRefusedError, UndecodableError, import_path

        batch = Batch([], [])
        for done, path in enumerate(self._paths, 1):
            if progress.cancelled:
                break
            try:
                batch.articles.extend(import_path(path, encoding=self._encoding))
            except UndecodableError as error:
                if not self._can_wait(batch, path):
                    batch.refused.append(str(error))
            except ImportRefusedError as error:
                batch.refused.append(str(error))
            progress.report(done, len(self._paths))
        return batch

    def _can_wait(self, batch: Batch, path: Path) -> bool:
        """Put a file off until its encoding is chosen, where there is one to choose."""
        from reader.importers import readings

        if self._encoding is None:
            batch.readings.update(batch.readings or readings(path))
            if batch.readings:
                batch.unread.append(path)
                return True
        return False
