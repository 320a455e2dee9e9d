"""The bar that asks whether an article just imported is a later text of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.ui.panels.elements import ground_in, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.session import Session
    from reader.ui.theme import Theme

Pair = tuple[str, str]
"""The id of an article, and of the one that may be its later text."""


class OfferBar(QFrame):
    """Asks of one pair of articles after the other; it never takes the focus.

    Attributes:
        replace_asked: Carries the :data:`Pair` whose first is to give way to its second.
    """

    replace_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Follow a session; hidden until there is something to ask."""
        super().__init__(parent)
        self.setObjectName("offer")
        self._session = session
        self._pairs: list[Pair] = []
        self._sentence = wrapped_label()
        self.replace_button = QPushButton(self.tr("Replace the earlier text…"))
        self.keep_button = QPushButton(self.tr("Keep both"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.replace_button)
        row.addWidget(self.keep_button)
        ground_in(self, theme.chosen)
        self.hide()
        self.replace_button.clicked.connect(self._on_replace)
        self.keep_button.clicked.connect(self._on_keep)
        session.changed.connect(self._show_next)
        session.opened.connect(self._on_opened)

    @property
    def sentence(self) -> str:
        """The sentence shown."""
        return self._sentence.text()

    def offer(self, pairs: Sequence[Pair]) -> None:
        """Ask of more pairs."""
        self._pairs += pairs
        self._show_next()

    @Slot()
    def _show_next(self) -> None:
        workspace = self._session.workspace
        articles = workspace.articles if workspace else {}
        self._pairs = [pair for pair in self._pairs if all(one in articles for one in pair)]
        if self._pairs and workspace is not None:
            old, new = (workspace.details(one).title for one in self._pairs[0])
            self._sentence.setText(
                self.tr("“{new}” may be a later text of “{old}”, which is here already.").format(
                    new=new, old=old
                )
            )
        self.setVisible(bool(self._pairs))

    @Slot()
    def _on_replace(self) -> None:
        self.replace_asked.emit(self._pairs.pop(0))
        self._show_next()

    @Slot()
    def _on_keep(self) -> None:
        del self._pairs[0]
        self._show_next()

    @Slot(object)
    def _on_opened(self, _workspace: object) -> None:
        self._pairs.clear()
        self._show_next()
