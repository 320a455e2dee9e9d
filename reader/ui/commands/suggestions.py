"""What is done with suggestions: going through them, accepting, rejecting, editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent

from reader.text.span import Span
from reader.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.suggest.suggestion import Suggestion
    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.ui.tasks import Tasks

_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class SuggestionCommands(CommandGroup):
    """Judging what the rules propose for the article shown.

    In the text, Tab goes from suggestion to suggestion and, behind the last, to the next
    control, as it goes through the links of a page. At a suggestion, Enter, Backspace, E and
    Escape are about it; elsewhere they do what they always do.
    """

    def __init__(self, window: Frame, session: Session, tasks: Tasks) -> None:
        """Show on the surface what is proposed, and take its keys where the reader is at one."""
        super().__init__(window, session, tasks)
        self._suggesting = window.suggesting
        self._going = False
        self._seen: tuple[int, int, str] | None = None
        self._keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Return: self.accept_suggestion,
            Qt.Key.Key_Enter: self.accept_suggestion,
            Qt.Key.Key_Backspace: self.reject_suggestion,
            Qt.Key.Key_E: self.edit_suggestion,
            Qt.Key.Key_Escape: self.leave_suggestion,
        }
        suggesting, surface = self._suggesting, window.surface
        suggesting.where = self._where
        session.kind_for_other = self._accept_as
        suggesting.changed.connect(self._show)
        suggesting.counted.connect(self._show_counts)
        suggesting.chosen.connect(self._on_chosen)
        session.passage_chosen.connect(self._on_passage)
        session.annotation_chosen.connect(self._on_annotation)
        surface.clicked.connect(self._on_clicked)
        surface.arranged.connect(self._show)
        for one in (surface, window.parallel.original):
            one.installEventFilter(self)

    # What is shown

    def _where(self) -> int:
        """Return where the reader is: what is first on the screen."""
        pages = self._window.surface.pages
        return 0 if pages is None else pages.top_offset()[0]

    @Slot()
    def _show(self) -> None:
        suggesting, surface = self._suggesting, self._window.surface
        now = suggesting.shown, suggesting.current
        if now[0] is not surface.suggestions[0] or now[1] is not surface.suggestions[1]:
            surface.set_suggestions(*now)

    @Slot()
    def _show_counts(self) -> None:
        counted = self._suggesting.count if self._suggesting.on else None
        self._window.articles.show_suggested(counted)

    @Slot(object)
    def _on_chosen(self, suggestion: Suggestion | None) -> None:
        """Show where the reader is, and say why it is proposed."""
        self._show()
        seen, self._seen = self._seen, None
        if suggestion is None:
            return
        start, end = suggestion.span.start, suggestion.span.end
        self._seen = start, end, suggestion.kind
        if self._seen == seen:
            # The same, weighed anew: the reader may have scrolled on.
            return
        self._going = True
        self._session.choose_annotation(None)
        self._window.surface.select(Span(start, start))
        self._window.surface.reveal(suggestion.span)
        self._going = False
        self._session.hinted.emit(self._words(suggestion))

    def _words(self, suggestion: Suggestion) -> str:
        # Loaded with the panel.
        from reader.ui.panels.suggestion_model import row_of

        article = self._session.article
        assert article is not None
        row = row_of(self._session, suggestion, article.id)
        return self.tr(
            "{kind} “{words}”, {sure}: {reason}. Enter accepts, Backspace rejects, E edits."
        ).format(kind=row.kind, words=row.words, sure=row.sure, reason=row.reason)

    @Slot(object)
    def _on_passage(self, _span: Span) -> None:
        """Leave the suggestion when the reader goes elsewhere."""
        if not self._going:
            self._suggesting.choose(None)

    @Slot(object)
    def _on_annotation(self, annotation_id: str | None) -> None:
        if annotation_id is not None:
            self._suggesting.choose(None)

    @Slot(object)
    def _on_clicked(self, annotation_id: str | None) -> None:
        """Go to the suggestion that was clicked, where no tag was."""
        if annotation_id is None:
            # A click on the right half of the last character puts the caret behind it.
            caret, at = self._window.surface.caret, self._suggesting.at
            self._suggesting.choose(at(caret) or at(caret - 1))

    # Keys

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a key that is about the suggestion that the reader is at, or that goes to one."""
        if event.type() not in _PRESSES or not isinstance(event, QKeyEvent):
            return False
        key, pressed = Qt.Key(event.key()), event.type() == QEvent.Type.KeyPress
        if key in _TABS and pressed:
            return self._tab(_TABS[key], event.modifiers())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or key not in self._keys or self._suggesting.current is None:
            return False
        event.accept()
        if pressed:
            self._keys[key]()
        return True

    def _tab(self, direction: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Go to the next suggestion; return whether there was one, or the key goes on."""
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        following = self._following(direction, around=False)
        # Behind the last, the keyboard leaves the text.
        self._suggesting.choose(following)
        return following is not None

    def _following(self, direction: int, *, around: bool) -> Suggestion | None:
        caret = self._window.surface.caret
        return self._suggesting.following(direction, caret=caret, around=around)

    # Going through them

    @Slot()
    def next_suggestion(self) -> None:
        """Go to the next suggestion of the article."""
        self._step(1)

    @Slot()
    def previous_suggestion(self) -> None:
        """Go to the suggestion before."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        following = self._following(direction, around=True)
        if following is None:
            self._session.hinted.emit(self._why_none())
        else:
            self._suggesting.choose(following)

    def _why_none(self) -> str:
        if not self._suggesting.on:
            return self.tr("Suggestions are off; View > Offer suggestions turns them on.")
        article = self._session.article
        if article is not None and not self._suggesting.has_read(article.id):
            return self.tr("The article is being read; suggestions come in a moment.")
        return self.tr("Nothing is left to judge in this article.")

    @Slot()
    def leave_suggestion(self) -> None:
        """Be at no suggestion."""
        self._suggesting.choose(None)

    # Judging

    def _current(self) -> Suggestion | None:
        """Return the suggestion that the reader is at; say how to get to one where he is not."""
        current = self._suggesting.current
        if current is None:
            said = self.tr("Go to a suggestion first: click it, or press {key}.")
            key = self._window.shortcuts.shown("next_suggestion")
            self._session.hinted.emit(said.format(key=key))
        return current

    @Slot()
    def accept_suggestion(self) -> None:
        """Make the tag that is proposed, and go on to the next."""
        current, article = self._current(), self._session.article
        if current is None or article is None:
            return
        self._window.commit_pending()
        following = self._suggesting.after_current()
        if self._session.accept({article.id: [current]}):
            self._go_on(following)

    def _accept_as(self, kind: str) -> bool:
        """Make the tag that is proposed, of the kind whose key was pressed; go on to the next.

        Returns:
            Whether the reader is at a suggestion.
        """
        current, article = self._suggesting.current, self._session.article
        if current is None or article is None:
            return False
        if kind == current.kind:
            self.accept_suggestion()
            return True
        self._window.commit_pending()
        following = self._suggesting.after_current()
        if self._session.accept_as(article.id, current, kind):
            self._go_on(following)
        return True

    @Slot()
    def reject_suggestion(self) -> None:
        """Have it not proposed again, and go on to the next."""
        current, article = self._current(), self._session.article
        if current is None or article is None:
            return
        self._window.commit_pending()
        following = self._suggesting.after_current()
        if self._session.reject(article.id, [current]):
            self._go_on(following)

    def _go_on(self, following: Suggestion | None) -> None:
        following = self._suggesting.same_as(following)
        self._suggesting.choose(following)
        if following is None:
            self._session.hinted.emit(self._why_none())

    @Slot()
    def edit_suggestion(self) -> None:
        """Make the tag that is proposed, and go to its details; one undo takes it back."""
        current, article = self._current(), self._session.article
        workspace = self._session.workspace
        if current is None or article is None or workspace is None:
            return
        self._window.commit_pending()
        if not self._session.accept({article.id: [current]}):
            return
        for tag in workspace.index(article.id).overlapping(current.span):
            if tag.kind == current.kind and tag.span == current.span:
                self._session.choose_annotation(tag.id)
                self._window.focus_editor()
                break

    @Slot()
    def accept_many(self) -> None:
        """Accept all above a confidence, after a look at them."""
        if not self._has_workspace():
            return
        if not self._suggesting.on:
            self._session.hinted.emit(self._why_none())
            return
        from reader.ui.dialogs.accept_all_dialog import AcceptAllDialog

        self._window.commit_pending()
        window = self._window
        dialog = AcceptAllDialog(window, self._session, self._suggesting, window.theme)
        dialog.told.connect(self._on_told)
        dialog.open()

    @Slot(object)
    def _on_told(self, sentence: str) -> None:
        self._session.hinted.emit(sentence)

    # The panel

    @Slot()
    def offer_suggestions(self) -> None:
        """Propose what could be tagged, or stop."""
        self._suggesting.switch(on=not self._suggesting.on)

    @Slot()
    def focus_suggestions(self) -> None:
        """Go to the list of suggestions."""
        if self._suggesting.on:
            self._window.show_suggestions()
        else:
            self._session.hinted.emit(self._why_none())
