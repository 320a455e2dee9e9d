"""The panel at the side: the tags of the article, what is proposed, what is to be reviewed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.panels.elements import SPACE, ChipRow
from reader.ui.panels.review_items import review_items

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.panels.review_list import ReviewList
    from reader.ui.panels.suggestion_list import SuggestionList
    from reader.ui.panels.tag_panel import TagPanel
    from reader.ui.session import Session
    from reader.ui.suggesting import Suggesting
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

_TAGS, _REVIEW, _SUGGESTIONS = "tags", "review", "suggestions"


class SidePanel(QWidget):
    """Shows one of its panels; a row to choose by appears with anything besides tags.

    Attributes:
        choice: That row.
        counted: The number of things to be reviewed is another; carries it.
        passage_asked: Carries the :class:`Span` of the article shown to be selected and seen.
        surface_asked: The keyboard should go to the text.
        suggestions_made: The panel of suggestions was made; carries it.
    """

    counted = Signal(object)
    passage_asked = Signal(object)
    surface_asked = Signal()
    suggestions_made = Signal(object)

    def __init__(
        self, session: Session, tags: TagPanel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Hold the tags; the list of what is to be reviewed is made with the first of it."""
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._session = session
        self._theme = theme
        self._tags = tags
        self._reviews = False
        self._review_count = 0
        self._suggesting: Suggesting | None = None
        self.choice = ChipRow(theme)
        self.choice.setObjectName("sideChoice")
        self.choice.setAccessibleName(self.tr("Panels"))
        self.choice.setContentsMargins(SPACE, SPACE, SPACE, SPACE // 2)
        self._make_chips(suggestions=False)
        self.choice.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(tags)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choice)
        column.addWidget(self._stack, 1)
        self.choice.picked.connect(self._on_picked)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self._look()

    def _make_chips(self, *, suggestions: bool) -> None:
        chips = [
            (_TAGS, self.tr("Tags"), "", self.tr("The tags of the article shown")),
            (_REVIEW, "", "", self.tr("Tags to settle, or that wait for a place")),
        ]
        if suggestions:
            tip = self.tr("What could be tagged in the article shown")
            chips.append((_SUGGESTIONS, "", "", tip))
        self.choice.set_chips(chips)

    @cached_property
    def review(self) -> ReviewList:
        """The tags that wait for review; made when first asked for."""
        from reader.ui.panels.review_list import ReviewList

        # From here on it follows the session by itself.
        self._reviews = True
        review = ReviewList(self._session, self._theme)
        self._stack.addWidget(review)
        review.passage_asked.connect(self.passage_asked)
        review.surface_asked.connect(self.surface_asked)
        review.counted.connect(self._on_counted)
        self._on_counted(len(review.items))
        return review

    @property
    def shows_review(self) -> bool:
        """Whether the review list is shown."""
        return self._reviews and self._stack.currentWidget() is self.review

    def show_review(self) -> None:
        """Show the review list and give it the keyboard, where there is anything in it."""
        if self._reviews and self.review.items:
            self._show(_REVIEW)
            self.review.begin()

    @Slot(object)
    def _on_opened(self, _workspace: Workspace) -> None:
        self._look()

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.articles or changes.conflicts:
            self._look()

    def _look(self) -> None:
        """Make the review list, once there is anything to review."""
        if not self._reviews and review_items(self._session.workspace):
            self.review  # noqa: B018  made by being asked for

    @Slot(object)
    def _on_picked(self, which: str) -> None:
        if which == _REVIEW:
            self.show_review()
        elif which == _SUGGESTIONS:
            self.show_suggestions()
        else:
            self._show(_TAGS)

    @Slot(object)
    def _on_counted(self, count: int) -> None:
        self._review_count = count
        self._show_choice()
        if not count and self.shows_review:
            self._show(_TAGS)
        elif self._stack.currentWidget() is self._tags:
            self.choice.set_on(_TAGS)
        self.counted.emit(count)

    @Slot()
    def _show_choice(self) -> None:
        """Show a chip for each panel that there is."""
        count, suggesting = self._review_count, self._suggesting
        offers = suggesting is not None and suggesting.on
        proposed = len(suggesting.shown) if suggesting is not None else 0
        labels = [self.tr("Tags"), self.tr("Review {count}").format(count=f"{count:,}")]
        if offers:
            labels.append(self.tr("Suggestions {count}").format(count=f"{proposed:,}"))
        self.choice.relabel(labels)
        self.choice.chips[1].setVisible(count > 0)
        self.choice.setVisible(count > 0 or offers)
        self._tags.header.setVisible(not count and not offers)
        self.choice.keep_lines()

    def _show(self, which: str) -> None:
        panel: QWidget = self._tags
        if which == _REVIEW:
            panel = self.review
        elif which == _SUGGESTIONS:
            panel = self.suggestions
        self._stack.setCurrentWidget(panel)
        self.choice.set_on(which)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the text with Escape, where nothing within had a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.surface_asked.emit()
        else:
            super().keyPressEvent(event)

    # What is proposed

    def follow(self, suggesting: Suggesting) -> None:
        """Offer a panel of suggestions while they are on."""
        self._suggesting = suggesting
        suggesting.changed.connect(self._show_choice)
        suggesting.switched.connect(self._on_switched)
        self._on_switched()

    @cached_property
    def suggestions(self) -> SuggestionList:
        """What is proposed for the article shown; made when first asked for."""
        from reader.ui.panels.suggestion_list import SuggestionList

        assert self._suggesting is not None
        panel = SuggestionList(self._session, self._suggesting, self._theme)
        self._stack.addWidget(panel)
        self.suggestions_made.emit(panel)
        return panel

    def show_tags(self) -> None:
        """Show the tags."""
        self._show(_TAGS)

    def show_suggestions(self) -> None:
        """Show what is proposed, and give it the keyboard."""
        if self._suggesting is not None and self._suggesting.on:
            self._show(_SUGGESTIONS)
            self.suggestions.begin()

    @Slot()
    def _on_switched(self) -> None:
        assert self._suggesting is not None
        self._make_chips(suggestions=self._suggesting.on)
        if self.shows_review:
            self.choice.set_on(_REVIEW)
        else:
            self._show(_TAGS)
        self._show_choice()
