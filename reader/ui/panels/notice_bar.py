"""The quiet bar that says what happened without the reader, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from reader.ui.panels.elements import ground_in, wrapped_label

if TYPE_CHECKING:
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import Workspace


class NoticeBar(QFrame):
    """Stays until it is closed or has something else to say; it never takes the focus.

    It stands below the text, so that no line of it moves.

    Attributes:
        open_again_asked: The workspace shall be opened again, to bring in what is kept aside.
    """

    open_again_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Follow a session; hidden until it tells something."""
        super().__init__(parent)
        self._session = session
        self.setObjectName("notice")
        self._sentence = wrapped_label()
        self._again = QPushButton(self.tr("Open again"))
        self._again.setObjectName("openAgain")
        self._again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._again.clicked.connect(self.open_again_asked)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(self.tr("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._again)
        row.addWidget(close)
        ground_in(self, theme.chosen)
        self.hide()
        session.told.connect(self.tell)
        session.opened.connect(self._on_opened)

    @property
    def sentence(self) -> str:
        """The sentence shown."""
        return self._sentence.text()

    @Slot(object)
    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self._show(sentence, again=False)

    @Slot()
    def tell_writable(self) -> None:
        """Say that what is kept aside can be brought in, and offer that."""
        workspace = self._session.workspace
        assert workspace is not None
        sentence = self.tr(
            "{folder} can be written again; open it again, and the edits kept on this machine are "
            "brought in."
        )
        self._show(sentence.format(folder=workspace.folder), again=True)

    def _show(self, sentence: str, *, again: bool) -> None:
        self._sentence.setText(sentence)
        self._again.setVisible(again)
        self.show()

    @Slot(object)
    def _on_opened(self, workspace: Workspace) -> None:
        """Say where edits are kept, where that is not the workspace, or was not."""
        if workspace.overlay:
            self.tell(workspace.overlay)
        elif workspace.brought_in:
            sentence = self.tr("The edits kept on this machine were brought into {folder}.")
            self.tell(sentence.format(folder=workspace.folder))
        else:
            self.hide()
