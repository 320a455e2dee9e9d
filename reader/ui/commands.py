"""What each action of :mod:`reader.ui.actions` does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from reader import __version__
from reader.importers import ImportRefusedError, import_path, import_text
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.ui.backups import Backups
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.dialogs.glossary_dialog import GlossaryDialog
from reader.ui.dialogs.keyboard_sheet import KeyboardSheet
from reader.ui.dialogs.messages import Ask
from reader.ui.dialogs.reading_dialog import ReadingDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks

_TEXT_FILES = "Text (*.txt *.text *.md);;All files (*)"


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of reading a batch of files."""

    articles: list[Article]
    refused: list[str]


class Commands(QObject):
    """The methods behind the menus, each named as its action's ``command``.

    Attributes:
        importing: Carries ``(done, total)`` while a batch is read; ``None`` when it is over.
        backups: Backups, asked for or not.
    """

    importing = Signal(object)

    def __init__(self, window: Frame, session: Session, tasks: Tasks) -> None:
        """Act on a window and its session."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._tasks = tasks
        self._import: Task | None = None
        self.backups = Backups(window, session, tasks)

    # File

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
            self.bring_in(Ask.files(self._window, self.tr("Import articles"), _TEXT_FILES))

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Read files in a worker and add what can be read."""
        if paths and self._has_workspace():
            reading = _Reading(paths)
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

    # Edit

    @Slot()
    def undo(self) -> None:
        """Take the last operation back."""
        self._window.commit_pending()
        self._session.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._window.commit_pending()
        self._session.redo()

    @Slot()
    def copy(self) -> None:
        """Copy the selected words in the script shown."""
        self._window.parallel.active.copy()

    @Slot()
    def select_all(self) -> None:
        """Select the whole article."""
        self._window.surface.select_all()

    @Slot()
    def clear_selection(self) -> None:
        """Select nothing."""
        self._window.surface.clear_selection()

    @Slot()
    def find(self) -> None:
        """Open the find bar with the selected words."""
        selected = self._session.passage
        article = self._session.article
        words = selected.of(article.text) if article and selected else ""
        self._window.open_find(words if "\n" not in words else "")

    @Slot()
    def find_next(self) -> None:
        """Go to the next match."""
        self._window.finder.step(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the match before."""
        self._window.finder.step(-1)

    @Slot()
    def wrong_conversion(self) -> None:
        """Correct the word that was selected or pointed at."""
        words, shown = self._window.word_to_correct()
        self._correct(words, shown)

    @Slot()
    def corrections(self) -> None:
        """See and edit every correction."""
        self._correct("", "")

    def _correct(self, words: str, shown: str) -> None:
        if self._has_workspace():
            script = self._session.script
            where = None if script is Script.ORIGINAL or not words else script
            theme = self._window.theme
            GlossaryDialog.run(self._window, self._session, theme, words, shown, where)

    # Tag

    @Slot()
    def untag(self) -> None:
        """Delete the chosen tag."""
        self._session.untag()

    @Slot()
    def next_tag(self) -> None:
        """Choose the next tag of the article."""
        self._step_tag(1)

    @Slot()
    def previous_tag(self) -> None:
        """Choose the tag before."""
        self._step_tag(-1)

    def _step_tag(self, direction: int) -> None:
        tags = self._tags_in_order()
        if not tags:
            return
        chosen = self._session.annotation
        ids = [tag.id for tag in tags]
        if chosen is not None and chosen.id in ids:
            at = (ids.index(chosen.id) + direction) % len(ids)
        else:
            place = self._session.passage.start
            later = [n for n, tag in enumerate(tags) if tag.span.start >= place]
            at = (later[0] if later else 0) if direction > 0 else (later[0] if later else 0) - 1
        self._session.choose_annotation(ids[at])

    def _tags_in_order(self) -> list[Annotation]:
        workspace, article = self._session.workspace, self._session.article
        if workspace is None or article is None:
            return []
        return workspace.index(article.id).in_order()

    @Slot()
    def tag_history(self) -> None:
        """Show what was done to the chosen tag."""
        annotation = self._session.annotation
        if annotation is not None:
            self._window.commit_pending()
            self._window.show_tag_history(annotation)

    @Slot()
    def end_later(self) -> None:
        """Move the end of the chosen tag one character on."""
        self._nudge(start=False, direction=1)

    @Slot()
    def end_earlier(self) -> None:
        """Move the end of the chosen tag one character back."""
        self._nudge(start=False, direction=-1)

    @Slot()
    def start_earlier(self) -> None:
        """Move the start of the chosen tag one character back."""
        self._nudge(start=True, direction=-1)

    @Slot()
    def start_later(self) -> None:
        """Move the start of the chosen tag one character on."""
        self._nudge(start=True, direction=1)

    def _nudge(self, *, start: bool, direction: int) -> None:
        annotation = self._session.annotation
        if annotation is None:
            return
        span, step = annotation.span, self._window.surface.step
        if start:
            moved = (step(span.start, direction), span.end)
        else:
            moved = (span.start, step(span.end, direction))
        if moved[0] < moved[1]:
            self._session.move(Span(*moved))

    @Slot()
    def put_here(self) -> None:
        """Put the tag that is being reviewed on the selected words."""
        self._window.review.put_here()

    # Article

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
    def replace_text(self) -> None:
        """Ask for a file with a later text of the article, and lead on from there."""
        if self._session.workspace is None or self._session.article is None:
            return
        path = Ask.file(self._window, self.tr("Replace text"), _TEXT_FILES)
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

    # View

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
    def set_reading(self) -> None:
        """Open what sets the face, the size and the lines of the text."""
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
    def focus_articles(self) -> None:
        """Go to the article list."""
        self._window.articles.list_view.setFocus()

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
        self._window.tags.editor.focus_first()

    # Help

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

    # Inside

    def _has_workspace(self) -> bool:
        if self._session.workspace is None:
            self._session.refused.emit(self.tr("Open a workspace first, or make a new one."))
            return False
        return True

    def _nearby(self) -> Path | None:
        workspace = self._session.workspace
        return None if workspace is None else workspace.folder.parent

    @Slot(object)
    def _on_progress(self, progress: tuple[int, int]) -> None:
        self.importing.emit(progress)

    @Slot(object)
    def _on_read(self, batch: Batch) -> None:
        self._import = None
        self.importing.emit(None)
        if self._session.workspace is not None:
            self._add(batch)

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

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = list(paths)

    def run(self, progress: Progress) -> Batch:
        """Read file after file; one that is refused does not stop the rest."""
        batch = Batch([], [])
        for done, path in enumerate(self._paths, 1):
            if progress.cancelled:
                break
            try:
                batch.articles.extend(import_path(path))
            except ImportRefusedError as error:
                batch.refused.append(str(error))
            progress.report(done, len(self._paths))
        return batch
