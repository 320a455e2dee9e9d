"""The panel at the side: the tags of the article, and what is to be reviewed where there is any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.panels.elements import SPACE, ChipRow

if TYPE_CHECKING:
    from reader.ui.panels.review_list import ReviewList
    from reader.ui.panels.tag_panel import TagPanel
    from reader.ui.theme import Theme

_TAGS, _REVIEW = "tags", "review"


class SidePanel(QWidget):
    """Shows one of two panels; a row to choose by appears with the first thing to review.

    Attributes:
        choice: That row.
    """

    def __init__(
        self, tags: TagPanel, review: ReviewList, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Hold both panels."""
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._tags, self._review = tags, review
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
        self._stack = QStackedWidget()
        self._stack.addWidget(tags)
        self._stack.addWidget(review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choice)
        column.addWidget(self._stack, 1)
        self.choice.picked.connect(self._on_picked)
        review.counted.connect(self._on_counted)
        self._on_counted(len(review.items))

    @property
    def shows_review(self) -> bool:
        """Whether the review list is shown."""
        return self._stack.currentWidget() is self._review

    def show_review(self) -> None:
        """Show the review list and give it the keyboard, where there is anything in it."""
        if self._review.items:
            self._show(_REVIEW)
            self._review.begin()

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
        elif not self.shows_review:
            self.choice.set_on(_TAGS)

    def _show(self, which: str) -> None:
        self._stack.setCurrentWidget(self._review if which == _REVIEW else self._tags)
        self.choice.set_on(which)
