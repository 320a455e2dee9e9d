"""The workspace: a folder of articles and tags, and the one door to change it."""

from __future__ import annotations

import os
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from reader.annotation.operation import ArticleEdit, CorrectionEdit, Operation
from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.text.script import SourceScript
from reader.workspace.article_file import FiledArticle, article_path, file_article
from reader.workspace.changes import ChangeSet
from reader.workspace.clock import Clock
from reader.workspace.contents import Contents
from reader.workspace.creation import create_folder
from reader.workspace.entry import Entry, Reverts, sum_of
from reader.workspace.errors import (
    AlreadyThereError,
    DamagedError,
    RefusedError,
    WorkspaceError,
    reason,
)
from reader.workspace.history import History
from reader.workspace.journal import FOLDER as ANNOTATIONS
from reader.workspace.journal import entries_of
from reader.workspace.journal_writer import JournalWriter
from reader.workspace.listeners import Listeners
from reader.workspace.loading import (
    collection_paused,
    load,
    mend_own_tail,
    report_adrift,
    report_damage,
)
from reader.workspace.manifest import (
    CORRECTIONS_VERSION,
    FILE_NAME,
    VERSION,
    Manifest,
    raise_version,
    read_manifest,
)
from reader.workspace.merge import registers_of
from reader.workspace.validation import validate
from reader.workspace.writer import claim_writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

    from reader.annotation.annotation import Annotation
    from reader.annotation.index import AnnotationIndex
    from reader.annotation.operation import ArticleDetails
    from reader.text.article import Article
    from reader.text.glossary import Glossary
    from reader.workspace.conflicts import Conflict
    from reader.workspace.history import Step
    from reader.workspace.listeners import Listener
    from reader.workspace.writer import Writer


class Workspace:
    """An open workspace. It is used from one thread.

    Every change goes to disk first, then into memory, then to the listeners;
    one that cannot be made durable is refused and changes nothing.

    Attributes:
        folder: Where it lies.
        id: Names it wherever it lies.
        author: Who makes the changes from here.
        writer: Names the journal that they go to; empty where it is read only.
        tag_set: The kinds of tag.
        problems: Sentences that say what was found damaged at opening, and what was done.
        read_only: The sentence that says why edits are refused; empty where they are not.
    """

    def __init__(
        self, folder: Path, manifest: Manifest, author: str, writer: Writer | None, read_only: str
    ) -> None:
        """Read what the folder holds; callers use :meth:`open` or :meth:`create`."""
        self.folder = folder
        self.id = manifest.id
        self.author = author
        self.tag_set = manifest.tag_set
        self.read_only = read_only
        self._holds = writer
        self._closed = False
        self._clock = Clock()
        self._listeners = Listeners()
        with collection_paused():
            self._read()

    @classmethod
    def create(cls, folder: Path, *, author: str, state: Path) -> Self:
        """Make a workspace with the default tag set, and open it.

        Args:
            folder: Made where it is not there.
            author: Who will make the changes.
            state: Where this machine keeps the identities of its writers.

        Raises:
            FolderInUseError: If the folder is a workspace already, or holds other files.
            WorkspaceError: If it cannot be written.
        """
        folder = folder.absolute()
        create_folder(folder, Manifest.new(DEFAULT_TAG_SET, Clock().now()))
        return cls.open(folder, author=author, state=state)

    @classmethod
    def open(cls, folder: Path, *, author: str, state: Path) -> Self:
        """Open a workspace. What is damaged in it is reported in ``problems``, not raised.

        Args:
            folder: The workspace.
            author: Who will make the changes.
            state: Where this machine keeps the identities of its writers.

        Raises:
            NotAWorkspaceError: If the folder is no workspace or cannot be read.
        """
        folder = folder.absolute()
        manifest = read_manifest(folder)
        writer = None
        read_only = _why_read_only(folder, manifest)
        if not read_only:
            try:
                writer = claim_writer(state.absolute(), manifest.id)
            except OSError as error:
                read_only = _no_identity(folder, state, error)
        try:
            return cls(folder, manifest, author, writer, read_only)
        except BaseException:
            if writer is not None:
                writer.release()
            raise

    @property
    def writer(self) -> str:
        """The name of the journal that changes go to; empty where it is read only."""
        return self._holds.id if self._holds else ""

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles not removed, in order of import, then title; read-only and live."""
        return self._contents.articles

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        """Every tag in an article that is not removed; read-only and live."""
        return self._contents.annotations

    @property
    def conflicts(self) -> Mapping[str, Conflict]:
        """The tags that were changed out of sight of each other, with all their versions."""
        return self._contents.conflicts

    @property
    def glossary(self) -> Glossary:
        """The corrections of this workspace alone; the one for fewer scripts is the later."""
        return self._contents.glossary

    @property
    def replaced(self) -> Mapping[str, str]:
        """The articles that gave way to a later version of their text, with the id of that."""
        return self._contents.replaced()

    def details(self, article_id: str) -> ArticleDetails:
        """Return an article's present title, script and whether it is removed.

        Raises:
            KeyError: If the workspace never had it.
        """
        return self._contents.details(article_id)

    def script(self, article_id: str) -> SourceScript:
        """Return the script an article is written in: as the user says, or as detected.

        Raises:
            KeyError: If the workspace never had it.
        """
        said = self.details(article_id).script
        try:
            return SourceScript(said) if said else self._contents.article(article_id).script
        except ValueError:
            # A script of a newer version.
            return self._contents.article(article_id).script

    def index(self, article_id: str) -> AnnotationIndex:
        """Return an article's tags by place. It is kept up to date: read it, do not change it.

        Raises:
            KeyError: If the workspace never had it.
        """
        return self._contents.index(article_id)

    def counts(self, article_id: str) -> Mapping[str, int]:
        """Return how many tags of each kind an article has; read-only and live.

        Raises:
            KeyError: If the workspace never had it.
        """
        return self._contents.counts(article_id)

    def add_article(self, article: Article) -> ChangeSet:
        """Bring an article in, or back where it was removed.

        Bringing one back is an operation and can be undone; bringing one in is not.

        Raises:
            AlreadyThereError: If it is there.
            RefusedError: If it could not be made durable.
        """
        if article.id in self.articles:
            title = self.details(article.id).title
            msg = f"“{title}” is in the workspace already; it was not imported again."
            raise AlreadyThereError(msg, article.id)
        self._verify_writable("Import article")
        changes = ChangeSet()
        if not self._contents.has(article.id):
            changes = self._contents.add(self._file(article))
        details = self.details(article.id)
        if not details.removed:
            self._listeners.tell(changes)
            return changes
        back = type(details)(details.title, details.script)
        return self.apply(
            Operation("Bring article back", (ArticleEdit(article.id, details, back),))
        )

    def lay_aside(self, article: Article) -> ArticleDetails:
        """Write an article's file, if it is not there, for an operation to bring it in.

        Returns:
            Its details, removed or not.

        Raises:
            RefusedError: If it could not be made durable.
        """
        self._verify_writable("Import article")
        if not self._contents.has(article.id):
            self._contents.lay_aside(self._file(article))
        return self.details(article.id)

    def apply(self, operation: Operation) -> ChangeSet:
        """Do an operation: on disk, in memory, then tell the listeners.

        One without edits changes nothing, is not written, and nobody is told.

        Raises:
            RefusedError: If it does not fit the present state, or could not be
                made durable; nothing changed.
        """
        if not operation.edits:
            return ChangeSet()
        return self._commit(operation, None)

    def undo(self) -> ChangeSet | None:
        """Take back what this writer did last; ``None`` where there is nothing.

        Raises:
            RefusedError: If somebody changed it since, or the undo could not be
                made durable; nothing changed.
        """
        step = self._history.undoable
        if step is None:
            return None
        return self._commit(step.operation.inverted(), Reverts(step.writer, step.seq, "undo"))

    def redo(self) -> ChangeSet | None:
        """Do again what was undone last; ``None`` where there is nothing.

        Raises:
            RefusedError: As :meth:`undo` does.
        """
        step = self._history.redoable
        if step is None:
            return None
        return self._commit(step.operation, Reverts(step.writer, step.seq, "redo"))

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return _label(self._history.undoable)

    @property
    def redo_label(self) -> str | None:
        """What redo would do again."""
        return _label(self._history.redoable)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of every change, in order, once; return what ends that."""
        return self._listeners.add(listener)

    def now(self) -> str:
        """Return the time in UTC, ISO 8601 with microseconds and ``Z``; later than any before."""
        return self._clock.now()

    def new_id(self) -> str:
        """Return an annotation id that nothing has."""
        return secrets.token_hex(8)

    def close(self) -> None:
        """Give the writer's identity free; edits are refused from now on."""
        self._closed = True
        if self._holds is not None:
            self._holds.release()

    def __enter__(self) -> Self:
        """Return the workspace itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def _read(self) -> None:
        loaded = load(self.folder)
        problems = loaded.problems
        own = []
        if self._holds is not None:
            own = loaded.journals.get(self._holds.id, [])
            if any(segment.unreadable for segment in own):
                # What it wrote last is unknown, so nobody can go on where it stopped.
                self._become_another_writer(self._holds)
                own = []
            if own:
                problems += mend_own_tail(self.folder, own)
        problems += report_damage(self.folder, loaded.journals, self.writer or None)
        registers = registers_of(
            entry for segments in loaded.journals.values() for entry in entries_of(segments)
        )
        self._contents = Contents(self.tag_set, loaded.articles.values(), registers)
        problems += report_adrift(self.folder, loaded, self._contents.adrift())
        entries = entries_of(own)
        self._history = History(entries)
        # A line that cannot be read may come back from a backup: its number stays its own.
        lost = sum(len(segment.damaged) for segment in own)
        self._last_seq = lost + max((entry.seq for entry in entries), default=0)
        self._journal = JournalWriter(self.folder / ANNOTATIONS / self.writer, own)
        self.problems = tuple(problems)

    def _become_another_writer(self, writer: Writer) -> None:
        try:
            writer.renew()
        except OSError as error:
            self.read_only = _no_identity(self.folder, writer.path.parent, error)

    def _file(self, article: Article) -> FiledArticle:
        try:
            return file_article(self.folder, FiledArticle(article, self.now()))
        except (OSError, DamagedError) as error:
            path = article_path(self.folder, article.id)
            why = reason(error) if isinstance(error, OSError) else str(error)
            msg = (
                f"“{article.title}” could not be saved in {path} ({why}), so it was not "
                "imported; free some space or check the drive, and import it again."
            )
            raise RefusedError(msg) from error

    def _commit(self, operation: Operation, reverts: Reverts | None) -> ChangeSet:
        self._verify_writable(operation.label)
        validate(operation, self._contents, self.tag_set)
        if any(isinstance(edit, CorrectionEdit) for edit in operation.edits):
            self._verify_version(operation.label)
        entry = Entry(
            self.writer,
            self._last_seq + 1,
            self._contents.clock + 1,
            self.now(),
            self.author,
            reverts,
            operation,
        )
        entry = self._make_durable(entry)
        self._last_seq = entry.seq
        self._history.note(entry)
        changes = self._contents.take([entry])
        self._listeners.tell(changes)
        return changes

    def _verify_version(self, label: str) -> None:
        """Close the workspace to programs that know no corrections, before the first is written."""
        try:
            raise_version(self.folder, CORRECTIONS_VERSION)
        except (OSError, WorkspaceError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error).rstrip(".")
            msg = (
                f"“{label}” was not done, because {self.folder / FILE_NAME} could not be renewed "
                f"({why}); free some space or check the drive, and repeat it."
            )
            raise RefusedError(msg) from error

    def _make_durable(self, entry: Entry) -> Entry:
        label = entry.operation.label
        try:
            line = entry.to_line()
        except (TypeError, ValueError) as error:
            msg = f"“{label}” was not done: it holds a value that cannot be saved; change it."
            raise RefusedError(msg) from error
        try:
            self._journal.append(line)
        except OSError as error:
            msg = (
                f"“{label}” could not be saved in {self._journal.path} ({reason(error)}), so it "
                "was not done; free some space or check the drive, and repeat it."
            )
            raise RefusedError(msg) from error
        return replace(entry, sum=sum_of(line))

    def _verify_writable(self, label: str) -> None:
        if self.read_only:
            raise RefusedError(self.read_only)
        if self._closed:
            msg = f"“{label}” was not done: {self.folder} is closed; open the workspace again."
            raise RefusedError(msg)


def _label(step: Step | None) -> str | None:
    return step.label if step else None


def _no_identity(folder: Path, state: Path, error: OSError) -> str:
    return (
        f"{folder} is open for reading only, because {state} could not be written "
        f"({reason(error)}); make that folder writable and open the workspace again."
    )


def _why_read_only(folder: Path, manifest: Manifest) -> str:
    if manifest.version > VERSION:
        return (
            f"{folder} is open for reading only, because a newer Wenmai wrote it (format "
            f"{manifest.version}, this one knows {VERSION}); update Wenmai to edit it."
        )
    if not os.access(folder, os.W_OK):
        return (
            f"{folder} is open for reading only, because it cannot be written; "
            "make the folder writable, or copy it elsewhere, and open it again."
        )
    return ""
