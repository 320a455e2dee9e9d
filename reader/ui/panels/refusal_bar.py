"""The bar that says, in one sentence, what was not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.ui.panels.elements import wrapped_label

if TYPE_CHECKING:
    from reader.ui.session import Session


class RefusalBar(QFrame):
    """Stays until it is closed or something is saved; it never takes the focus."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow a session; hidden until it refuses something."""
        super().__init__(parent)
        self.setObjectName("refusal")
        self._sentence = wrapped_label()
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(self.tr("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._sentence, 1)
        row.addWidget(close)
        self.hide()
        session.refused.connect(self.tell)
        session.saved.connect(self._on_saved)
        session.opened.connect(self._on_opened)

    @property
    def sentence(self) -> str:
        """The sentence shown."""
        return self._sentence.text()

    @Slot(object)
    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self._sentence.setText(sentence)
        self.show()

    @Slot(object)
    def _on_saved(self, _changes: object) -> None:
        self.hide()

    @Slot(object)
    def _on_opened(self, workspace: object) -> None:
        """Tell what was found damaged, or why edits are refused."""
        told = [getattr(workspace, "read_only", ""), *getattr(workspace, "problems", ())]
        sentences = [sentence for sentence in told if sentence]
        if sentences:
            self.tell("\n".join(sentences))
        else:
            self.hide()
