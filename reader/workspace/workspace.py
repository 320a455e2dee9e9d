"""The workspace: a folder of articles and tags, and the one door to change it."""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Self

from reader.annotation.operation import ArticleEdit, Operation
from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.collecting import CollectionPause
from reader.language import mark, tr
from reader.text.script import SourceScript
from reader.workspace.clock import Clock
from reader.workspace.creation import create_folder
from reader.workspace.errors import AlreadyThereError, DamagedError, RefusedError, reason
from reader.workspace.files.article_file import FiledArticle, article_path, file_article
from reader.workspace.files.entry import Reverts
from reader.workspace.files.manifest import FILE_NAME, Manifest, not_there_sentence, read_manifest
from reader.workspace.journals.history import History, Past, left_sentence
from reader.workspace.journals.journal import entries_of, signature_of
from reader.workspace.journals.loading import (
    load,
    mend_own_tail,
    report_adrift,
    report_damage,
)
from reader.workspace.journals.lookup import find_entry
from reader.workspace.journals.news import Known, Lookout
from reader.workspace.journals.opening import own_segments, why_read_only, without_identity
from reader.workspace.journals.overlay import bring_in, overlays, waiting
from reader.workspace.journals.own_journal import OwnJournal
from reader.workspace.journals.taking import is_forked, take_in
from reader.workspace.journals.writer import claim_writer
from reader.workspace.memory.changes import ChangeSet
from reader.workspace.memory.contents import Contents
from reader.workspace.memory.listeners import Listeners
from reader.workspace.memory.unshown import unshown_sentence
from reader.workspace.memory.validation import fitting, validate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

    from reader.annotation.annotation import Annotation
    from reader.annotation.index import AnnotationIndex
    from reader.annotation.operation import ArticleDetails
    from reader.annotation.tag_set import TagKind, TagSet
    from reader.annotation.verdict import Verdict
    from reader.text.article import Article
    from reader.text.glossary import Glossary
    from reader.workspace.files.entry import Direction
    from reader.workspace.journals.history import Step
    from reader.workspace.journals.journal import Signature
    from reader.workspace.journals.loading import Loaded
    from reader.workspace.journals.news import News
    from reader.workspace.journals.writer import Writer
    from reader.workspace.memory.conflicts import Conflict
    from reader.workspace.memory.contents import Place
    from reader.workspace.memory.listeners import Listener


# Edits of an operation from which on collecting garbage meanwhile would cost more than they do.
_MANY = 500


class Workspace:
    """An open workspace. It is used from one thread.

    Every change goes to disk first, then into memory, then to the listeners;
    one that cannot be made durable is refused and changes nothing.

    Attributes:
        folder: Where it lies.
        id: Names it wherever it lies.
        author: Who makes the changes from here.
        writer: Names the journal that they go to; empty where it is read only.
        tag_set: The kinds of tag there are now; read-only.
        problems: Sentences that say what was found damaged at opening, and what was done.
        read_only: The sentence that says why edits are refused; empty where they are not.
        brought_in: Whether opening brought in edits that had been kept on this machine.
    """

    def __init__(
        self, folder: Path, manifest: Manifest, author: str, writer: Writer | None, read_only: str
    ) -> None:
        """Read what the folder holds; callers use :meth:`open` or :meth:`create`."""
        self.folder = folder
        self.id = manifest.id
        self.author = author
        self.read_only = read_only
        self._closed = False
        self._clock = Clock()
        self._listeners = Listeners()
        with CollectionPause():
            self._read(writer, manifest.tag_set)

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
        read_only = why_read_only(folder, manifest)
        if not read_only:
            try:
                writer = claim_writer(state.absolute(), manifest.id, folder)
            except OSError as error:
                read_only = without_identity(folder, state, error)
        try:
            return cls(folder, manifest, author, writer, read_only)
        except BaseException:
            if writer is not None:
                writer.release()
            raise

    @property
    def writer(self) -> str:
        """The name of the journal that changes go to; empty where it is read only."""
        return self._own.id if self._own else ""

    @property
    def overlay(self) -> str:
        """The sentence that says that edits are kept on this machine; empty where they are not.

        That is so while the folder cannot be written; they are brought in when it is opened
        and can be.
        """
        return self._own.overlay if self._own else ""

    @property
    def may_bring_in(self) -> bool:
        """Whether opening the workspace again would bring in what is kept on this machine."""
        return self._own is not None and self._own.may_return

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders that hold its journals: its own, and what is kept beside it."""
        return (self.folder, *self._overlays())

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
    def kind_problems(self) -> tuple[str, ...]:
        """Sentences about kinds of tag that were made or removed out of sight of each other.

        Two of them have one key, or one label, or each is said to be one of the other; or one was
        removed while somebody else went on using it.
        """
        return self._contents.kind_problems

    def stored_kind(self, name: str) -> TagKind | None:
        """Return a kind as it was last said to be; ``None`` where it was removed, or never was.

        That in ``tag_set`` may lack a key or a broader kind that it has to leave to another one.
        """
        return self._contents.kind(name)

    def verdicts(self, article_id: str) -> Mapping[Place, Verdict]:
        """Return what was made of suggestions in an article, by start, end and kind; read-only.

        Empty where nothing was judged, or nothing is known of the article.
        """
        return self._contents.verdicts(article_id)

    @property
    def all_verdicts(self) -> tuple[Verdict, ...]:
        """What was made of suggestions in all articles, those removed included."""
        return self._contents.all_verdicts()

    def tags_of_kind(self, name: str) -> tuple[Annotation, ...]:
        """Return all tags of a kind, also those in articles removed, replaced or missing."""
        return tuple(self._contents.of_kind(name))

    def has_tag(self, annotation_id: str) -> bool:
        """Return whether there is such a tag, also in an article removed, replaced or missing."""
        return self._contents.annotation(annotation_id) is not None

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
            msg = tr("“{title}” is in the workspace already; it was not imported again.").format(
                title=title
            )
            raise AlreadyThereError(msg, article.id)
        self._verify_writable(mark("Import article"))
        changes = ChangeSet()
        if not self._contents.has(article.id):
            changes = self._contents.add(self._file(article))
        details = self.details(article.id)
        if not details.removed:
            self._listeners.tell(changes)
            return changes
        back = replace(details, removed=False, replaced_by=None)
        return self.apply(
            Operation(mark("Bring article back"), (ArticleEdit(article.id, details, back),))
        )

    def lay_aside(self, article: Article, present: str) -> ArticleDetails:
        """Write an article's file, if it is not there, for an operation to bring it in.

        Args:
            article: The article.
            present: The id of the one whose place it is to take.

        Returns:
            Its details, removed or not.

        Raises:
            RefusedError: If it could not be made durable.
        """
        self._verify_writable(mark("Import article"))
        if not self._contents.has(article.id):
            self._contents.lay_aside(self._file(article), present)
        return self.details(article.id)

    def bring_out(self, article_id: str) -> ChangeSet:
        """Show an article that was laid aside for an operation that was then refused.

        Its file is there, so that everyone else who looks sees it.
        """
        changes = self._contents.bring_out(article_id)
        if changes:
            self._listeners.tell(changes)
        return changes

    def apply(self, operation: Operation) -> ChangeSet:
        """Do an operation: on disk, in memory, then tell the listeners.

        One without edits changes nothing, is not written, and nobody is told.

        Raises:
            RefusedError: If it does not fit the present state, or could not be
                made durable; nothing changed.
        """
        if not operation.edits:
            return ChangeSet()
        return self._commit(operation)

    def undo(self) -> ChangeSet | None:
        """Take back what this writer did last; ``None`` where there is nothing.

        What somebody changed since is left as it is, and said in ``ChangeSet.left``.

        Raises:
            RefusedError: If the undo could not be made durable; nothing changed.
        """
        step = self._history.undoable
        if step is None:
            return None
        return self._revert(step, step.operation.inverted(), "undo")

    def redo(self) -> ChangeSet | None:
        """Do again what was undone last; ``None`` where there is nothing.

        Raises:
            RefusedError: As :meth:`undo` does.
        """
        step = self._history.redoable
        if step is None:
            return None
        return self._revert(step, step.undone, "redo")

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

    def look(self) -> News:
        """Return what others did since; false where that is nothing.

        This only reads, and may be called on another thread, one call at a time.
        """
        return self._lookout.look()

    def take(self, news: News) -> ChangeSet:
        """Take in what others did, tell the listeners once, and return what it changed.

        What they made where it is not shown, and kinds of tag that met, are said in
        ``ChangeSet.left``.

        It may be taken late: edits that were made here since stay what they are.
        """
        if self._closed:
            return ChangeSet()
        if self._own is not None and is_forked(self._own, news):
            self._become_another(self._own)
            news = self._lookout.look(whole=True)
        elif news.whole and news.base is not self._lookout.known:
            # Other news were taken since, which would be lost with it.
            news = self._lookout.look(whole=True)
        self._lookout.known = news.known
        shown, problems = set(self.articles), set(self.kind_problems)
        changes = self._changed_by(news)
        session = self._own.session if self._own else []
        left = unshown_sentence(news.entries, session, changes, shown, self._contents)
        met = (one for one in self.kind_problems if one not in problems)
        left = " ".join(filter(None, (left, *met)))
        if changes or left:
            changes = replace(changes, others=True, left=left)
        if changes:
            self._listeners.tell(changes)
        return changes

    def close(self) -> None:
        """Give the writer's identity free; edits are refused from now on."""
        if not self._closed and self._own is not None:
            self._own.compact()
            self._own.close()
        self._closed = True

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

    def _read(self, writer: Writer | None, tag_set: TagSet) -> None:
        """Read what the folder holds, and find the place to go on writing."""
        kept = 0 if writer is None else waiting(self.folder, writer)
        problems = [] if writer is None else bring_in(self.folder, writer)
        self.brought_in = writer is not None and waiting(self.folder, writer) < kept
        # Made once, as every edit asks for it.
        self._manifest_path = self.folder / FILE_NAME
        self._manifest: Signature | None = signature_of(self._manifest_path.stat())
        self._overlays = partial(overlays, self.folder, writer)
        loaded = load(self.folder, self._overlays())
        problems += loaded.problems
        self._own = self._begin(writer, loaded, problems)
        problems += report_damage(self.folder, loaded.journals, self.writer or None)
        entries = (one for part in loaded.journals.values() for one in entries_of(part))
        registers = loaded.registers(entries)
        self._contents = Contents(tag_set, loaded.articles.values(), registers)
        self.tag_set = self._contents.tag_set
        problems += report_adrift(self.folder, loaded, self._contents.adrift())
        self._history = self._remembered(loaded)
        known = Known.of(loaded, self._manifest)
        self._lookout = Lookout(self.folder, self.id, self._overlays, lambda: self._own, known)
        self.problems = tuple(problems)

    def _begin(
        self, writer: Writer | None, loaded: Loaded, problems: list[str]
    ) -> OwnJournal | None:
        """Return our own journal, mended; ``None`` where nothing may be written."""
        if writer is None:
            return None
        try:
            found = loaded.journals.get(writer.id, [])
            own = own_segments(self.folder, writer, found, problems)
        except OSError as error:
            self.read_only = without_identity(self.folder, writer.path.parent, error)
            writer.release()
            return None
        if own:
            problems += mend_own_tail(self.folder, own)
        return OwnJournal(self.folder, writer, own)

    def _remembered(self, loaded: Loaded) -> History:
        """Return what can be undone and redone."""
        own = self._own
        if own is None:
            return History()
        if not any(segment.covered for segment in own.found):
            return History(entries_of(own.found))
        journal = own.found[0].path.parent
        return History(
            entries_of(own.found), Past(loaded.snapshots[own.id], partial(find_entry, journal))
        )

    def _become_another(self, own: OwnJournal) -> None:
        try:
            own.become_another()
        except OSError as error:
            self.read_only = without_identity(self.folder, own.state, error)
        else:
            self.read_only = ""

    def _changed_by(self, news: News) -> ChangeSet:
        changes = ChangeSet()
        if news.tag_set is not None:
            changes = self._contents.know_kinds(news.tag_set)
        # Of a name that somebody else has too, what was read is not ours.
        own = None if self.read_only else self._own
        session = self._own.session if self._own else []
        changes = changes.then(take_in(news, self._contents, own, session))
        self._know_kinds(changes)
        return changes

    def _know_kinds(self, changes: ChangeSet) -> None:
        if changes.tag_set:
            self.tag_set = self._contents.tag_set

    def _file(self, article: Article) -> FiledArticle:
        own = self._verify_writable(mark("Import article"))
        while True:
            try:
                return file_article(own.root, FiledArticle(article, self.now()))
            except (OSError, DamagedError) as error:
                if isinstance(error, OSError) and own.leave_folder(error):
                    continue
                path = article_path(own.root, article.id)
                why = reason(error) if isinstance(error, OSError) else str(error)
                msg = tr(
                    "“{title}” could not be saved in {path} ({why}), so it was not imported; free "
                    "some space or check the drive, and import it again."
                ).format(title=article.title, path=path, why=why)
                raise RefusedError(msg) from error

    def _revert(self, step: Step, operation: Operation, direction: Direction) -> ChangeSet:
        """Undo or redo what still fits of a step; one of which nothing does is passed over."""
        self._verify_writable(operation.label)
        edits = fitting(operation, self._contents)
        left = len(operation.edits) - len(edits)
        return self._commit(
            replace(operation, edits=edits),
            Reverts(step.writer, step.seq, direction),
            left_sentence(operation, left, direction) if left or not edits else "",
        )

    def _commit(
        self, operation: Operation, reverts: Reverts | None = None, left: str = ""
    ) -> ChangeSet:
        own = self._verify_writable(operation.label)
        many = len(operation.edits) > _MANY
        with CollectionPause() if many else contextlib.nullcontext():
            validate(operation, self._contents, None if reverts else self.tag_set)
            entry = own.write(self._contents.clock + 1, self.now(), self.author, reverts, operation)
            self._history.note(entry)
            changes = self._contents.take([entry])
            self._know_kinds(changes)
        if left:
            changes = replace(changes, left=left)
        self._listeners.tell(changes)
        return changes

    def _verify_writable(self, label: str) -> OwnJournal:
        if self._own is None or self.read_only:
            raise RefusedError(self.read_only)
        if self._closed:
            msg = tr(
                "“{label}” was not done: {folder} is closed; open the workspace again."
            ).format(label=tr(label), folder=self.folder)
            raise RefusedError(msg)
        if self._own.root == self.folder:
            self._verify_there(label)
        return self._own

    def _verify_there(self, label: str) -> None:
        """Write nothing where the workspace was: it may have been moved, or its drive unplugged.

        A folder made anew there would be found by nobody.
        """
        try:
            manifest = signature_of(self._manifest_path.stat())
        except (FileNotFoundError, NotADirectoryError):
            manifest = None
        except OSError:
            # Writing will say what is the matter.
            return
        if manifest is not None and manifest == self._manifest:
            return
        if why := not_there_sentence(self.folder, self.id):
            msg = tr("“{label}” was not done, because {why}.").format(label=tr(label), why=why)
            raise RefusedError(msg)
        self._manifest = manifest


def _label(step: Step | None) -> str | None:
    return step.label if step else None
