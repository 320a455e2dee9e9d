"""Tagging the same words again, one place at a time or all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from reader.annotation.operation import AnnotationEdit
from reader.text.occurrences import LONGEST, Words
from reader.text.wrapping import is_hard_wrapped
from reader.ui.commands.group import CommandGroup
from reader.workspace import ChangeSet, WorkspaceError, editing
from reader.workspace.tagging_all import is_tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.text.span import Span
    from reader.ui.dialogs.occurrences_dialog import Request
    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Tasks
    from reader.workspace import Workspace
    from reader.workspace.tagging_all import Place

# Pixels: how far above the window's lower edge the dialog ends, and how far below the upper edge of
# the text a place is shown.
_FOOT, _LINE = 12, 40
# A sentence quotes no more of some words, in code points.
_QUOTE = 24


@dataclass(frozen=True, slots=True)
class _Where:
    """Where the reader was before the dialog showed him other places."""

    article: str
    passage: Span
    annotation: str | None
    scrolled: int


class OccurrenceCommands(CommandGroup):
    """Doing with other places what was done with one."""

    def __init__(self, window: Frame, session: Session, tasks: Tasks) -> None:
        """Act on a window and its session, and follow which tag was made or changed last."""
        super().__init__(window, session, tasks)
        self._last: Annotation | None = None
        self._before: _Where | None = None
        session.changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)

    @Slot(object)
    def _on_opened(self, _workspace: object) -> None:
        self._last = None

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.others or len(changes.annotations) != 1:
            return
        ((_before, after),) = changes.annotations.values()
        if after is not None:
            self._last = after

    # One place at a time

    @Slot()
    def tag_again(self) -> None:
        """Tag the selected words as the last tag was; where they are, the next of its words."""
        workspace, article = self._session.workspace, self._session.article
        if workspace is None or article is None:
            return
        self._window.commit_pending()
        passage, last = self._session.passage, self._last or self._session.annotation
        if last is None:
            self._window.say(self.tr("Nothing was tagged yet that could be done again."))
        elif passage and not is_tagged(workspace.index(article.id), passage, last.kind):
            if self._tag(passage, last):
                said = self.tr("Tagged “{words}” like “{like}”.")
                like = _short(last.quote)
                self._window.say(said.format(words=_short(passage.of(article.text)), like=like))
        else:
            self._tag_next(workspace, article, self._session.annotation or last)

    def _tag(self, passage: Span, like: Annotation) -> bool:
        """Tag a passage of the article shown as another is tagged, and select it."""
        workspace, article = self._session.workspace, self._session.article
        assert workspace is not None
        assert article is not None
        try:
            operation = editing.tag(workspace, article.id, passage, like.kind, like.attributes)
        except WorkspaceError as error:
            self._session.refused.emit(str(error))
            return False
        if not self._session.apply(operation):
            return False
        (made,) = operation.edits
        assert isinstance(made, AnnotationEdit)
        if passage != self._session.passage:
            self._window.surface.select(passage)
        self._session.choose_made(made.id)
        return True

    def _tag_next(self, workspace: Workspace, article: Article, like: Annotation) -> None:
        """Tag the next place of a tag's words that is not tagged so, and go there."""
        text = workspace.articles[like.article].text if like.article in workspace.articles else ""
        words = Words.of(like.quote, wrapped=is_hard_wrapped(text))
        if len(words.parts) > LONGEST:
            self._say_too_long()
            return
        place = self._session.passage.start
        if like.article == article.id and like is self._session.annotation:
            place = like.span.end
        index = workspace.index(article.id)
        for span in _from(words, article.text, place):
            if not is_tagged(index, span, like.kind):
                break
        else:
            said = self.tr("“{words}” is tagged wherever it stands in this article.")
            self._window.say(said.format(words=_short(like.quote)))
            return
        if self._tag(span, like):
            said = self.tr("Tagged the next “{words}”.")
            self._window.say(said.format(words=_short(span.of(article.text))))

    # All at once

    @Slot()
    def tag_all(self) -> None:
        """Tag all places of the selected words, or of the chosen tag's."""
        self._open(deletes=False)

    @Slot()
    def untag_all(self) -> None:
        """Delete all tags of one kind on the words of the chosen tag, or on those selected."""
        self._open(deletes=True)

    def _open(self, *, deletes: bool) -> None:
        if self._before is not None:
            # One is open already: a second one would not know where the reader was.
            return
        self._window.commit_pending()
        request = self._request(deletes=deletes)
        if request is None:
            return
        article, chosen = self._session.article, self._session.annotation
        assert article is not None
        window = self._window
        self._before = _Where(
            article.id,
            self._session.passage,
            chosen.id if chosen else None,
            window.surface.verticalScrollBar().value(),
        )
        from reader.ui.dialogs.occurrences_dialog import OccurrencesDialog

        dialog = OccurrencesDialog(window, self._session, self._tasks, window.theme, request)
        dialog.place_asked.connect(self._on_place)
        dialog.told.connect(self._on_told)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        # Above it the places stay in sight.
        self._stand(dialog, low=True)

    def _stand(self, dialog: QWidget, *, low: bool) -> None:
        """Put the dialog at the foot of the window, or at its head."""
        window = self._window.geometry()
        top = window.bottom() - dialog.height() - _FOOT if low else window.top() + _FOOT
        dialog.move(window.center().x() - dialog.width() // 2, top)

    def _request(self, *, deletes: bool) -> Request | None:
        """Return what is asked for; what cannot be is said."""
        from reader.ui.dialogs.occurrences_dialog import Request

        article, view = self._session.article, self._session.view()
        span, chosen = self._session.passage, self._session.annotation
        if not span and chosen is not None:
            span = chosen.span
        if article is None or view is None or not span:
            self._window.say(self.tr("Select some words first, or choose a tag."))
            return None
        wrapped = is_hard_wrapped(article.text)
        words = Words.of(span.of(article.text), wrapped=wrapped)
        if not words or len(words.parts) > LONGEST:
            self._say_too_long()
            return None
        shown = " ".join(view.text_of(span).split())
        if chosen is not None and Words.of(chosen.quote, wrapped=wrapped) == words:
            return Request(words, shown, chosen.kind, chosen.attributes, chosen.note, deletes)
        return Request(words, shown, self._last.kind if self._last else "", deletes=deletes)

    def _say_too_long(self) -> None:
        said = self.tr("Select words of at most {count} characters.")
        self._window.say(said.format(count=LONGEST))

    @Slot(object)
    def _on_place(self, place: Place) -> None:
        """Show a place in the window behind."""
        self._session.show_article(place.article)
        article = self._session.article
        if article is not None and article.id == place.article:
            surface = self._window.surface
            surface.select(place.span)
            surface.stand_with(place.span.start, _LINE)
            # Who follows the surface is told.
            surface.reveal(place.span)
            self._uncover(place.span)

    def _uncover(self, span: Span) -> None:
        """Move the dialog away from a place: the end of a text stands low in the window."""
        dialog, surface = self.sender(), self._window.surface
        assert isinstance(dialog, QWidget)
        for box in surface.rects(span)[:1]:
            point = surface.viewport().mapToGlobal(box.center().toPoint())
            if dialog.frameGeometry().contains(point):
                self._stand(dialog, low=point.y() < self._window.geometry().center().y())

    @Slot(object)
    def _on_told(self, sentence: str) -> None:
        self._window.say(sentence)

    @Slot()
    def _on_closed(self) -> None:
        """Take the reader back to where he was."""
        before, self._before = self._before, None
        assert before is not None
        self._session.show_article(before.article)
        article = self._session.article
        if article is not None and article.id == before.article:
            self._session.choose_annotation(before.annotation)
            if self._session.passage != before.passage:
                self._window.surface.select(before.passage)
                self._window.surface.verticalScrollBar().setValue(before.scrolled)
        self._window.surface.setFocus()


def _from(words: Words, text: str, place: int) -> Iterator[Span]:
    """Yield where words stand, from a place on to the end and then from the beginning to it."""
    yield from words.occurrences(text, place)
    for span in words.occurrences(text):
        if span.start >= place:
            return
        yield span


def _short(words: str) -> str:
    """Return words on one line, of a length for a sentence."""
    words = " ".join(words.split())
    return words if len(words) <= _QUOTE else f"{words[:_QUOTE]}…"
