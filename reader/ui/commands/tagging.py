"""What the Tag menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from reader.text.span import Span
from reader.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation


class TagCommands(CommandGroup):
    """Changing the chosen tag, and going from tag to tag."""

    @Slot()
    def untag(self) -> None:
        """Delete the chosen tag."""
        if self._has_tag():
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
            self._session.hinted.emit(self.tr("This article has no tags yet."))
            return
        chosen = self._session.annotation
        ids = [tag.id for tag in tags]
        if chosen is not None and chosen.id in ids:
            at = (ids.index(chosen.id) + direction) % len(ids)
        else:
            place = self._session.passage.start
            later = [n for n, tag in enumerate(tags) if tag.span.start >= place]
            at = (later[0] if later else 0) if direction > 0 else (later[0] if later else 0) - 1
        # The next key is for the tag, not for words that were selected before.
        start = tags[at].span.start
        self._window.surface.select(Span(start, start))
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
        if self._has_tag() and annotation is not None:
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
        if not self._has_tag() or annotation is None:
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
