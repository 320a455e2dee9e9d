"""What the File menu does."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication

from reader.language import tr
from reader.ui.backups import Backups
from reader.ui.commands.group import CommandGroup
from reader.ui.dialogs.messages import Ask
from reader.ui.importing import Batch, Importing, Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Tasks


def file_filters(*, archives: bool = True) -> str:
    """Return which files a dialog lists: all that can be brought in, then each format's."""
    from reader.importers import importers

    formats = [(tr(one.label), one.suffixes) for one in importers()]
    if archives:
        formats.append((tr("Zip files"), (".zip",)))
    every = [suffix for _, suffixes in formats for suffix in suffixes]
    listed = [(tr("Articles"), every), *formats, (tr("All files"), ("",))]
    return ";;".join(f"{label} ({_endings(suffixes)})" for label, suffixes in listed)


def _endings(suffixes: Iterable[str]) -> str:
    return " ".join(f"*{one}" for one in sorted(suffixes))


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
        self._importing = Importing(session, tasks, self)
        self._importing.progressed.connect(self.importing)
        self._importing.finished.connect(self._on_imported)
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
            self.bring_in(Ask.files(self._window, self.tr("Import articles"), file_filters()))

    @Slot()
    def import_folder(self) -> None:
        """Ask for a folder and bring in every file in it that can be read."""
        if self._has_workspace():
            folder = Ask.folder(self._window, self.tr("Import folder"), self._nearby())
            if folder is not None:
                self.bring_in([folder])

    @Slot()
    def import_encoded(self) -> None:
        """Ask for files, and in which encoding they read right."""
        if self._has_workspace():
            title = self.tr("Import in another encoding")
            paths = Ask.files(self._window, title, file_filters(archives=False))
            if paths:
                self._tasks.start(_Offer(paths).run, self._on_offer, self._on_failed)

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Bring in what can be read of files, folders and zip files; ask for encodings."""
        from reader.importers import source_of

        if paths and self._has_workspace():
            self._importing.start([source_of(path) for path in paths])

    @Slot()
    def cancel_import(self) -> None:
        """Stop bringing files in; those that came in stay."""
        self._importing.cancel()

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
        there = [article.id] if self._session.has_article(article.id) else []
        refused = self._session.add_articles([article])
        self._tell(Batch([] if refused else [article], refused, there))
        if not refused:
            self._session.show_article(article.id)

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
            ExportDialog.run(
                self._window,
                self._session,
                self._tasks,
                self._window.theme,
                self._window.last_export,
                ids,
                self._window.filtered_tags,
            )

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
    def _on_imported(self, batch: Batch) -> None:
        if batch.articles or batch.refused or batch.stopped:
            self._tell(batch)
        if batch.unread and not batch.stopped:
            self._ask_encoding(batch.unread)

    @Slot(object)
    def _on_offer(self, found: list[Unread] | str) -> None:
        if isinstance(found, str):
            self._session.refused.emit(found)
        else:
            self._ask_encoding(found)

    def _ask_encoding(self, unread: list[Unread]) -> None:
        """Have the reader see in which encoding files read right, and read them so.

        What is chosen for the first holds for those that most likely are in it too;
        the others are asked about in their turn.
        """
        from reader.importers.encodings import label_of

        one = self.tr("The encoding of {name} is not certain. Choose what reads right:")
        many = self.tr(
            "The encoding of {count} files is not certain. Choose what reads right for {name}:"
        )
        while unread:
            first = unread[0]
            lines = [f"{words}  ({label_of(code)})" for code, words in first.readings.items()]
            asked = (one if len(unread) == 1 else many).format(
                name=PurePath(first.source.name).name, count=len(unread)
            )
            place = Ask.choose(self._window, self.tr("Import"), asked, lines)
            if place is None:
                return
            chosen = list(first.readings)[place]
            same = [it for it in unread if it is first or next(iter(it.readings)) == chosen]
            unread = [it for it in unread if it not in same]
            self._importing.start([one.source for one in same], chosen)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error

    def _tell(self, batch: Batch) -> None:
        """Say what came in, how it was read, and what did not."""
        said, refused = self._came_in(batch), batch.refused
        if not refused:
            self._window.say(said)
        elif batch.there and len(refused) == 1 and not batch.articles:
            self._session.show_article(batch.there[0])
            self._session.told.emit(refused[0])
        elif len(refused) == 1 and not batch.articles:
            self._session.refused.emit(refused[0])
        else:
            said = self.tr("{said} {count} files were not:").format(said=said, count=len(refused))
            Ask.tell(self._window, self.tr("Import"), said, refused)
        self._window.replacer.offer(batch.articles)

    def _came_in(self, batch: Batch) -> str:
        from reader.importers.encodings import label_of

        count = len(batch.articles)
        said = self.tr("{count} articles imported.").format(count=f"{count:,}")
        if batch.stopped:
            said = self.tr("Stopped: {count} articles came in, {left} files did not.").format(
                count=f"{count:,}", left=f"{batch.left:,}"
            )
        elif count == 1:
            said = self.tr("1 article imported.")
        if not batch.encodings:
            return said
        names = ", ".join(
            label_of(code) if number == count else f"{label_of(code)} ({number:,})"
            for code, number in batch.encodings.most_common()
        )
        return self.tr("{said} Read as {encodings}.").format(said=said, encodings=names)


class _Offer:
    """The encodings that files can be read in, as a task of pure data."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths

    def run(self, _progress: Progress) -> list[Unread] | str:
        """Return how each file reads in each encoding, or why one cannot be read."""
        from reader.importers import ImportRefusedError, readings_of, source_of

        found = []
        try:
            for path in self._paths:
                source = source_of(path)
                found.append(Unread(source, readings_of(source.data(), source.name)))
        except ImportRefusedError as error:
            return str(error)
        if not found[0].readings:
            return tr("{name} is not plain text; import it as it is.").format(
                name=found[0].source.name
            )
        return [one for one in found if one.readings]
