"""The one object through which panels read and change a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reader.annotation.operation import AnnotationEdit
from reader.language import tr
from reader.text.cleaned_view import CleanedView
from reader.text.conversion import converter
from reader.text.paragraphs import LINE_END
from reader.text.script import Script, config_for
from reader.text.span import Span
from reader.ui.cleaning import Cleaning
from reader.ui.glossaries import Glossaries
from reader.ui.views import Views
from reader.workspace import (
    ChangeSet,
    Workspace,
    WorkspaceError,
    editing,
    replacing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.annotation.cleaning_choice import CleaningChoice
    from reader.annotation.operation import Operation
    from reader.annotation.tag_set import AttributeValue
    from reader.annotation.verdict import Proposed
    from reader.text.article import Article
    from reader.text.script import SourceScript
    from reader.text.view import ScriptView
    from reader.workspace.journals.news import News
    from reader.workspace.memory.conflicts import Head
    from reader.workspace.replacing import Plan


@dataclass(frozen=True, slots=True)
class Arrival:
    """What others did, as it was taken in.

    Attributes:
        count: How many operations or, where that cannot be told, things that changed.
        authors: Who did them; nobody where that cannot be told.
    """

    count: int
    authors: tuple[str, ...]


# A sentence quotes no more of a tag, in code points.
_QUOTE = 40


class Session(QObject):
    """What is open and what is chosen, and every way to change it.

    Signals carry ``object``: PySide6 loses mixed dictionaries and wraps large
    integers in typed signals.

    Attributes:
        opened: A workspace was opened; carries it.
        article_shown: Another article is shown; carries it, or ``None``.
        script_shown: Another script is shown, or the same one otherwise, as words were
            corrected; carries the :class:`Script`.
        corrections_changed: A correction of the conversion was made or removed, here or
            for all workspaces.
        changed: An operation was made durable; carries its :class:`ChangeSet`.
        annotation_chosen: Another tag is chosen; carries its id, or ``None``.
        passage_chosen: Another passage is selected; carries a :class:`Span` of
            the source, empty where nothing is.
        arrived: What others did was taken in; carries the :class:`Arrival`.
        saved: An edit is on disk; carries what was done.
        unsaved: An edit was not done, as it could not be made durable or did not fit.
        told: Something happened that the reader did not do, or not all of it; carries a sentence.
        hinted: A key had nothing to work on, or not what it may have been meant for; carries a
            sentence that says what it needs.
        refused: Something was not done; carries the sentence that says why.
        glossaries: The corrections of the conversion, and every way to change them.
        cleaning: What is cleaned up in the article shown.
        kind_for_other: Asked where a kind is chosen and no words are: whether it was for something
            else, such as a suggestion.
    """

    opened = Signal(object)
    article_shown = Signal(object)
    script_shown = Signal(object)
    corrections_changed = Signal()
    changed = Signal(object)
    annotation_chosen = Signal(object)
    passage_chosen = Signal(object)
    arrived = Signal(object)
    saved = Signal(object)
    unsaved = Signal()
    told = Signal(object)
    hinted = Signal(object)
    refused = Signal(object)

    def __init__(self, *, author: str, state: Path, parent: QObject | None = None) -> None:
        """Begin with nothing open.

        Args:
            author: Who makes the edits.
            state: The folder of this machine where writers' ids live.
            parent: Owner.
        """
        super().__init__(parent)
        self._author = author
        self._state = state
        self._workspace: Workspace | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._article: Article | None = None
        self._script = Script.ORIGINAL
        self._regional = False
        self._annotation_id: str | None = None
        self._passage = Span(0, 0)
        self._just_made = False
        self._arriving: tuple[str, ...] = ()
        self._views = Views()
        self.glossaries = Glossaries(self, self._views.corrections)
        self.cleaning = Cleaning()
        self.kind_for_other: Callable[[str], bool] | None = None

    # What is open and chosen

    @property
    def workspace(self) -> Workspace | None:
        """The open workspace."""
        return self._workspace

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self._article

    @property
    def script(self) -> Script:
        """The script shown."""
        return self._script

    @property
    def regional(self) -> bool:
        """Whether regional vocabulary is shown too (网络 as 網路 in Taiwan's script)."""
        return self._regional

    @property
    def passage(self) -> Span:
        """The selected passage of the article shown, in source code points; may be empty."""
        return self._passage

    @property
    def annotation(self) -> Annotation | None:
        """The chosen tag."""
        if self._workspace is None or self._annotation_id is None:
            return None
        return self._workspace.annotations.get(self._annotation_id)

    @property
    def state(self) -> Path:
        """The folder of this machine for what is not part of a workspace."""
        return self._state

    @property
    def author(self) -> str:
        """Who makes the edits here."""
        return self._author

    def source_script(self) -> SourceScript | None:
        """Return the script that the article shown was written in."""
        if self._workspace is None or self._article is None:
            return None
        return self._workspace.script(self._article.id)

    @property
    def is_cleaned(self) -> bool:
        """Whether the article shown is read cleaned up."""
        return isinstance(self.view(), CleanedView)

    def view(self, article: Article | None = None) -> ScriptView | None:
        """Return an article, or the one shown, in the script shown; that one cleaned up too."""
        article = article or self._article
        if self._workspace is None or article is None:
            return None
        source = self._workspace.script(article.id)
        config = config_for(source, self._script, regional=self._regional)
        cleaned = None
        if self._article is not None and article.id == self._article.id:
            cleaned = self.cleaning.cleaned(article, self._workspace.details(article.id))
        return self._views.of(article, config, self.glossaries.corrections(), cleaned)

    # Opening

    def open(self, folder: Path) -> bool:
        """Open a workspace in place of the one that is open; return whether it did."""
        if self._workspace is not None and folder.absolute() == self._workspace.folder:
            # Its writer must be free again, or Undo would not reach what was done before.
            self.close()
        return self._take(lambda: Workspace.open(folder, author=self._author, state=self._state))

    def create(self, folder: Path) -> bool:
        """Make a workspace and open it; return whether it did."""
        return self._take(lambda: Workspace.create(folder, author=self._author, state=self._state))

    def _take(self, make: Callable[[], Workspace]) -> bool:
        try:
            workspace = make()
        except WorkspaceError as error:
            self.refused.emit(str(error))
            return False
        self.close()
        self._workspace = workspace
        self._unsubscribe = workspace.subscribe(self._on_changed)
        self._views.clear()
        problem = self.glossaries.read()
        self.opened.emit(workspace)
        self.show_article(next(iter(workspace.articles), None))
        if problem:
            self.refused.emit(problem)
        return True

    def close(self) -> None:
        """Let go of the workspace; everything in it is on disk already."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._workspace is not None:
            self.show_article(None)
            self._workspace.close()
            self._workspace = None

    # Choosing

    def show_article(self, article_id: str | None) -> None:
        """Show an article, or none."""
        article = None
        if self._workspace is not None and article_id is not None:
            article = self._workspace.articles.get(article_id)
        if article is not self._article:
            self._put_article(article)

    def _put_article(self, article: Article | None) -> None:
        self.choose_annotation(None)
        self._passage = Span(0, 0)
        self._article = article
        self.article_shown.emit(article)
        self.passage_chosen.emit(self._passage)

    def show_script(self, script: Script) -> None:
        """Show every article in another script."""
        if script is not self._script:
            self._script = script
            self.script_shown.emit(script)
            self._tell_notice()

    def show_regional(self, *, on: bool) -> None:
        """Show regional vocabulary, or each word as it was written."""
        if on is not self._regional:
            self._regional = on
            self.script_shown.emit(self._script)
            self._tell_notice()

    def show_cleaned(self, *, on: bool) -> None:
        """Show articles cleaned up, as was chosen for each, or as they are."""
        if on is not self.cleaning.on:
            self.cleaning.on = on
            self.show_again()

    def show_again(self) -> None:
        """Show the article shown as it now is to be shown."""
        self.script_shown.emit(self._script)

    def _tell_notice(self) -> None:
        """Say where regional vocabulary cannot be shown."""
        view = self.view() if self._regional else None
        notice = converter(view.config).notice if view and view.config else ""
        if notice:
            self.refused.emit(notice)

    @Slot()
    def cycle_script(self) -> None:
        """Show the next script."""
        scripts = list(Script)
        self.show_script(scripts[(scripts.index(self._script) + 1) % len(scripts)])

    @Slot(object)
    def choose_passage(self, span: Span) -> None:
        """Say which passage of the article shown is selected."""
        self._just_made = False
        if span != self._passage:
            self._passage = span
            self.passage_chosen.emit(span)

    @Slot(object)
    def choose_annotation(self, annotation_id: str | None) -> None:
        """Choose a tag; one in another article shows that article first."""
        if annotation_id is not None:
            assert self._workspace is not None
            annotation = self._workspace.annotations.get(annotation_id)
            if annotation is None:
                return
            if self._article is None or annotation.article != self._article.id:
                self.show_article(annotation.article)
        if annotation_id != self._annotation_id:
            self._just_made = False
            self._annotation_id = annotation_id
            self.annotation_chosen.emit(annotation_id)

    def choose_made(self, annotation_id: str) -> None:
        """Choose a tag just made on the selected words: the next kind is for it, not for them.

        It stays so until something else is chosen or selected, the same words too.
        """
        self.choose_annotation(annotation_id)
        self._just_made = True

    # Changing

    @Slot(object)
    def tag(self, kind: str) -> None:
        """Tag the selected passage.

        With none selected, or with the tag that was just made on it still the chosen one, give
        the chosen tag that kind: a slip of the finger is put right by the right key.
        """
        workspace, article = self._workspace, self._article
        if workspace is None or article is None:
            return
        if self._passage and not self._just_made:
            try:
                operation = editing.tag(workspace, article.id, self._passage, kind)
            except WorkspaceError as error:
                self.refused.emit(str(error))
                return
            if self.apply(operation):
                (made,) = operation.edits
                assert isinstance(made, AnnotationEdit)
                self.choose_made(made.id)
        elif self.annotation is not None:
            self._give_kind(self.annotation, kind)
        elif self.kind_for_other is None or not self.kind_for_other(kind):
            self.hinted.emit(self.tr("Select some words first, or choose a tag."))

    def _give_kind(self, annotation: Annotation, name: str) -> None:
        """Give the chosen tag a kind; say so where a second tag may have been meant."""
        assert self._workspace is not None
        kind = self._workspace.tag_set.get(name)
        label = tr(kind.label) if kind else name
        if annotation.kind == name:
            said = self.tr("The chosen tag is of the kind {kind} already.")
            self.hinted.emit(said.format(kind=label))
        elif self.describe(kind=name) and self._just_made:
            said = self.tr(
                "The tag is of the kind {kind} now; for a second tag, select the words again."
            )
            self.hinted.emit(said.format(kind=label))

    @Slot()
    def untag(self) -> None:
        """Delete the chosen tag."""
        if self._workspace is not None and self.annotation is not None:
            workspace, chosen = self._workspace, self.annotation.id
            self.operate(lambda: editing.untag(workspace, [chosen]))

    def move(self, span: Span) -> None:
        """Put the chosen tag on another passage of its article."""
        if self._workspace is not None and self.annotation is not None:
            workspace, chosen = self._workspace, self.annotation.id
            self.operate(lambda: editing.move(workspace, chosen, span))

    def describe(
        self,
        *,
        kind: str | None = None,
        attributes: Mapping[str, AttributeValue] | None = None,
        note: str | None = None,
    ) -> bool:
        """Change what is said of the chosen tag; return whether that was done."""
        workspace, chosen = self._workspace, self.annotation
        if workspace is None or chosen is None:
            return False
        return self.apply(
            editing.describe(workspace, chosen.id, kind=kind, attributes=attributes, note=note)
        )

    def has_article(self, article_id: str) -> bool:
        """Return whether the workspace has an article."""
        return self._workspace is not None and article_id in self._workspace.articles

    def add_articles(self, articles: Sequence[Article]) -> list[str]:
        """Add articles to the workspace.

        Returns:
            A sentence for each that was refused; the rest are in.
        """
        assert self._workspace is not None
        sentences = []
        for article in articles:
            try:
                self._workspace.add_article(article)
            except WorkspaceError as error:
                sentences.append(str(error))
        return sentences

    def retitle(self, article_id: str, title: str) -> None:
        """Give an article another title."""
        workspace = self._workspace
        if workspace is not None:
            self.operate(lambda: editing.retitle(workspace, article_id, title))

    def fault_in_details(self, article_id: str, said: Mapping[str, str]) -> str:
        """Return why something cannot be said of an article, nothing where it can."""
        assert self._workspace is not None
        try:
            editing.describe_article(self._workspace, article_id, said)
        except WorkspaceError as error:
            return str(error)
        return ""

    def describe_article(self, article_id: str, said: Mapping[str, str]) -> bool:
        """Say something of an article; return whether that was done.

        Args:
            article_id: Which.
            said: Its title, source, date, author or url.
        """
        workspace = self._workspace
        assert workspace is not None
        return self.operate(lambda: editing.describe_article(workspace, article_id, said))

    def clean_up(self, choice: CleaningChoice) -> bool:
        """Say what of the text of the article shown is cleaned up; return whether that was kept."""
        # Most articles need none of it.
        from reader.workspace import cleaning

        workspace, article = self._workspace, self._article
        return (
            workspace is not None
            and article is not None
            and self.operate(lambda: cleaning.clean_up(workspace, article.id, choice))
        )

    def set_script(self, article_id: str, script: SourceScript | None) -> None:
        """Say which script an article was written in; ``None`` is the detected one."""
        workspace = self._workspace
        if workspace is not None:
            self.operate(lambda: editing.set_script(workspace, article_id, script))

    def remove_article(self, article_id: str) -> None:
        """Take an article out of the workspace; its file and its tags stay on disk."""
        workspace = self._workspace
        if workspace is not None:
            self.operate(lambda: editing.remove_article(workspace, article_id))

    def replace_article(self, plan: Plan) -> bool:
        """Put a later text in the place of an article and show it; return whether it was done."""
        workspace = self._workspace
        assert workspace is not None
        try:
            replacing.replace_article(workspace, plan.old.id, plan.new, plan)
        except WorkspaceError as error:
            self.refused.emit(str(error))
            return False
        self.saved.emit(ChangeSet(articles=frozenset([plan.old.id, plan.new.id])))
        self.show_article(plan.new.id)
        return True

    def put_back(self, annotation_id: str, span: Span) -> bool:
        """Put a tag that waits for review on a passage; return whether it was done."""
        workspace = self._workspace
        done = workspace is not None and self.operate(
            lambda: replacing.reattach(workspace, annotation_id, span)
        )
        if done:
            self.choose_annotation(annotation_id)
        return done

    def discard(self, annotation_id: str) -> bool:
        """Delete a tag that waits for review; return whether it was done."""
        workspace = self._workspace
        return workspace is not None and self.operate(
            lambda: replacing.discard(workspace, [annotation_id])
        )

    def accept_as(self, article_id: str, proposal: Proposed, kind: str) -> bool:
        """Make the tag that was suggested, of another kind; return whether it was made."""
        from reader.workspace import judging

        workspace = self._workspace
        return workspace is not None and self.operate(
            lambda: judging.accept_as(workspace, article_id, proposal, kind=kind, attributes={})
        )

    def accept(self, proposals: Mapping[str, Iterable[Proposed]]) -> bool:
        """Make the tags that were suggested, by article, in one step; return whether it was."""
        # Where nothing is suggested it is not needed.
        from reader.workspace import judging

        workspace = self._workspace
        return workspace is not None and self.operate(
            lambda: judging.accept_all(workspace, proposals)
        )

    def reject(self, article_id: str, proposals: Iterable[Proposed]) -> bool:
        """Say that suggestions are wrong, in one step; return whether that was kept."""
        from reader.workspace import judging

        workspace = self._workspace
        return workspace is not None and self.operate(
            lambda: judging.reject(workspace, article_id, proposals)
        )

    def bring_back(self, state: Annotation) -> bool:
        """Bring back an earlier state of a tag and choose it; return whether it was done."""
        workspace = self._workspace
        done = workspace is not None and self.operate(lambda: editing.bring_back(workspace, state))
        if done:
            self.choose_annotation(state.id)
        return done

    def settle(self, annotation_id: str, head: Head) -> bool:
        """Keep one of the versions of a tag; return whether it was done."""
        workspace = self._workspace
        return workspace is not None and self.operate(
            lambda: editing.settle(workspace, annotation_id, head)
        )

    def operate(self, make: Callable[[], Operation]) -> bool:
        """Make an operation and then make it durable; return whether it was."""
        try:
            operation = make()
        except WorkspaceError as error:
            self.refused.emit(str(error))
            return False
        return self.apply(operation)

    @Slot()
    def undo(self) -> None:
        """Take the last operation back."""
        if self._workspace is not None:
            self._change(self._workspace.undo)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._workspace is not None:
            self._change(self._workspace.redo)

    def apply(self, operation: Operation) -> bool:
        """Make an operation durable; return whether it was."""
        workspace = self._workspace
        assert workspace is not None
        return self._change(lambda: workspace.apply(operation))

    def _change(self, change: Callable[[], ChangeSet | None]) -> bool:
        try:
            changes = change()
        except WorkspaceError as error:
            self.unsaved.emit()
            self.refused.emit(str(error))
            return False
        if changes is None:
            return False
        self.saved.emit(changes)
        if changes.left:
            self.told.emit(changes.left)
        return True

    # What others do

    def take(self, news: News) -> None:
        """Take in what others did."""
        workspace = self._workspace
        if workspace is None:
            return
        self._arriving = tuple(dict.fromkeys(entry.author for entry in news.entries))
        try:
            changes = workspace.take(news)
        finally:
            authors, self._arriving = self._arriving, ()
        if changes:
            things = len(changes.annotations) + len(changes.articles)
            self.arrived.emit(Arrival(len(news.entries) or things, authors))
        article = self._article
        # Of the article that is read it was said beside the removal.
        said = article is not None and article.id in changes.articles - workspace.articles.keys()
        if changes.left and not said:
            self.told.emit(changes.left)

    def _tell_chosen_deleted(self, changes: ChangeSet) -> None:
        """Say that somebody deleted the chosen tag, which is on nobody's mind but the reader's."""
        before = changes.annotations.get(self._annotation_id or "", (None, None))[0]
        if before is not None and before.article not in changes.articles:
            sentence = self.tr(
                "The tag “{quote}” was deleted by {who}; View > History has it still."
            )
            self.told.emit(sentence.format(quote=_short(before.quote), who=self._who()))

    def _keep_removed(self, article: Article, left: str) -> bool:
        """Keep showing an article that somebody took away; return whether that is possible."""
        assert self._workspace is not None
        try:
            details = self._workspace.details(article.id)
        except KeyError:
            sentence = self.tr(
                "The file of “{title}” is no longer in the workspace's folder; its tags are kept "
                "and come back with it."
            )
            self.told.emit(sentence.format(title=article.title))
            return False
        sentence = self.tr(
            "“{title}” was removed from the workspace by {who}; you can read on here, and View > "
            "History says what was done."
        )
        if details.replaced_by:
            sentence = self.tr(
                "“{title}” has been given a later text by {who}; you can read on here in the "
                "earlier one, and the later one is in the list."
            )
        sentence = sentence.format(title=details.title, who=self._who())
        self.told.emit(f"{sentence} {left}".rstrip())
        return True

    def _has_left(self, annotation: Annotation | None) -> bool:
        """Return whether a tag went over to a later text than the one that is read."""
        return (
            annotation is not None
            and self._article is not None
            and annotation.article != self._article.id
        )

    def _who(self) -> str:
        """Return whose changes are being taken in."""
        return self.tr(" and ").join(self._arriving) or self.tr("somebody else")

    def _on_changed(self, changes: ChangeSet) -> None:
        """Pass on what changed, once, and let go of what is no longer there."""
        workspace = self._workspace
        assert workspace is not None
        article = self._article
        gone = (
            article is not None
            and article.id in changes.articles
            and article.id not in workspace.articles
        )
        if gone and article is not None and changes.others:
            gone = not self._keep_removed(article, changes.left)
            if gone:
                # Nothing can be asked of it any more, while the change is told.
                self._article = None
        before = self.glossaries.asked_for()
        if changes.glossary:
            self.glossaries.forget()
        self.changed.emit(changes)
        if changes.glossary:
            self.glossaries.tell(before)
        if self._annotation_id is not None and self.annotation is None:
            if changes.others:
                self._tell_chosen_deleted(changes)
            self.choose_annotation(None)
        elif changes.others and self._has_left(self.annotation):
            self.choose_annotation(None)
        if gone:
            # Another version of it may have come in its place.
            shown = [one for one in changes.articles if one in workspace.articles]
            following = next(iter(shown or workspace.articles), None)
            self._put_article(None if following is None else workspace.articles[following])


def _short(quote: str) -> str:
    """Return a quote on one line, of a length for a sentence."""
    words = LINE_END.sub("⏎", quote)
    return words if len(words) <= _QUOTE else f"{words[:_QUOTE]}…"
