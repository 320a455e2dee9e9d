"""The versions of a tag that were made out of sight of each other, of which one is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.describe import local_time
from reader.ui.panels.elements import SPACE
from reader.ui.panels.version_card import VersionCard

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace.memory.conflicts import Conflict, Head


class VersionList(QScrollArea):
    """A card for each version.

    Attributes:
        taken: One is to be kept; carries its :class:`Head`.
        left: Escape was pressed.
        cards: The cards, the version that is shown meanwhile first.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("versionList")
        self._session = session
        self._theme = theme
        self._heads: list[Head] = []
        self.cards: list[VersionCard] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._column.setSpacing(SPACE)
        self._column.addStretch(1)
        self.setWidget(body)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on one of the cards."""
        return any(card.button.hasFocus() for card in self.cards)

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show the versions of a conflict, or none."""
        had_keyboard = self.has_keyboard
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self._heads = list(reversed(conflict.heads)) if conflict else []
        self.cards = [self._card(head) for head in self._heads]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
            card.show()
        if had_keyboard:
            self.begin()

    def begin(self) -> None:
        """Take the keyboard."""
        if self.cards:
            self.cards[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, head: Head) -> VersionCard:
        workspace = self._session.workspace
        assert workspace is not None
        card = VersionCard(self._theme, self.tr("Keep this one"))
        said = f"{head.author} · {local_time(head.time)}"
        if head is self._heads[0]:
            said = self.tr("{said} · shown now").format(said=said)
        version = head.annotation
        others = [one.annotation for one in self._heads if one is not head and one.annotation]
        script = None
        if version is not None and version.article in workspace.articles:
            script = workspace.script(version.article)
        card.show_version(said, version, others, workspace.tag_set, script)
        card.button.setEnabled(not workspace.read_only)
        card.taken.connect(self._on_taken)
        return card

    @Slot(object)
    def _on_taken(self, card: VersionCard) -> None:
        self.taken.emit(self._heads[self.cards.index(card)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
