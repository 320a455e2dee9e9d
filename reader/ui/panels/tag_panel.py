"""The panel of tags: the list above, the form of the chosen one below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from reader.ui.panels.elements import SPACE
from reader.ui.panels.tag_editor import TagEditor
from reader.ui.panels.tag_list import TagList

if TYPE_CHECKING:
    from reader.ui.session import Session
    from reader.ui.theme import Theme

_SHARES = (320, 400)


class TagPanel(QWidget):
    """Shows the tags of the article, and lets the chosen one be edited.

    Attributes:
        tag_list: The list.
        editor: The form; call its ``commit_pending`` before undoing or closing.
        header: The panel's name, for where nothing else says it.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show what is open."""
        super().__init__(parent)
        self.setObjectName("tagPanel")
        self.tag_list = TagList(session, theme)
        self.editor = TagEditor(session, theme)
        self.header = QLabel(self.tr("Tags"))
        self.header.setObjectName("panelHeader")
        self.header.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("tagSplitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.tag_list)
        splitter.addWidget(self.editor)
        splitter.setSizes(list(_SHARES))
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(splitter, 1)
