"""The panel at the side: the tags of the article, and what is to be reviewed where there is any."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.panels.elements import SPACE, ChipRow
from reader.ui.panels.review_items import review_items

if TYPE_CHECKING:
    from reader.ui.panels.review_list import ReviewList
    from reader.ui.panels.tag_panel import TagPanel
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

_TAGS, _REVIEW = "tags", "review"


class SidePanel(QWidget):
    """Shows one of two panels; a row to choose by appears with the first thing to review.

    Attributes:
        choice: That row.
        counted: The number of things to be reviewed is another; carries it.
        passage_asked: Carries the :class:`Span` of the article shown to be selected and seen.
        surface_asked: The keyboard should go to the text.
    """

    counted = Signal(object)
    passage_asked = Signal(object)
    surface_asked = Signal()

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
        self.choice = ChipRow(theme)
        self.choice.setObjectName("sideChoice")
        self.choice.setAccessibleName(self.tr("Panels"))
        self.choice.setContentsMargins(SPACE, SPACE, SPACE, SPACE // 2)
        self.choice.set_chips(
            [
                (_TAGS, self.tr("Tags"), "", self.tr("The tags of the article shown")),
                (_REVIEW, "", "", self.tr("Tags to settle, or that wait for a place")),
            ]
        )
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
        else:
            self._show(_TAGS)

    @Slot(object)
    def _on_counted(self, count: int) -> None:
        self.choice.setVisible(count > 0)
        self.choice.relabel([self.tr("Tags"), self.tr("Review {count}").format(count=f"{count:,}")])
        self._tags.header.setVisible(count == 0)
        if not count:
            self._show(_TAGS)
        elif self._stack.currentWidget() is self._tags:
            self.choice.set_on(_TAGS)
        self.counted.emit(count)

    def _show(self, which: str) -> None:
        self._stack.setCurrentWidget(self.review if which == _REVIEW else self._tags)
        self.choice.set_on(which)
