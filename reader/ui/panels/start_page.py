"""What stands in the place of the text where there is none: what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.panels.elements import SPACE, paint_in
from reader.ui.shortcuts import without_access

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from reader.ui.session import Session
    from reader.ui.theme import Theme


class StartPage(QWidget):
    """Lies on the reading surface while no article is shown, with the ways to one as buttons."""

    def __init__(
        self, session: Session, theme: Theme, actions: Mapping[str, QAction], surface: QWidget
    ) -> None:
        """Lie on a surface.

        Args:
            session: What may have an article open.
            theme: The window's colours.
            actions: The window's, by command.
            surface: What it lies on.
        """
        super().__init__(surface)
        self.setObjectName("startPage")
        self._session = session
        self._title, self._sentence = QLabel(), QLabel()
        self._title.setObjectName("startTitle")
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        paint_in(self._sentence, theme.soft_ink)
        self._without = self._row(actions, ("open_workspace", "new_workspace"))
        self._within = self._row(actions, ("import_files", "paste_article"))
        column = QVBoxLayout(self)
        column.setSpacing(2 * SPACE)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        for row in (self._without, self._within):
            column.addWidget(row, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        surface.installEventFilter(self)
        session.opened.connect(self._follow)
        session.article_shown.connect(self._follow)
        session.changed.connect(self._follow)
        self._follow()

    def _row(self, actions: Mapping[str, QAction], commands: tuple[str, ...]) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        for command in commands:
            action = actions[command]
            button = QPushButton(without_access(action.text()))
            button.setObjectName(command)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            layout.addWidget(button)
        return row

    @Slot()
    def _follow(self) -> None:
        """Show what to do next, or nothing where an article is shown."""
        workspace = self._session.workspace
        self.setVisible(self._session.article is None)
        self._without.setVisible(workspace is None)
        self._within.setVisible(workspace is not None and not workspace.read_only)
        if workspace is None:
            self._title.setText(self.tr("No workspace is open"))
            self._sentence.setText(
                self.tr("A workspace is a folder that holds articles and their tags.")
            )
        elif workspace.articles:
            self._title.setText(self.tr("No article is chosen"))
            self._sentence.setText(self.tr("Choose one in the list, or bring in another."))
        else:
            self._title.setText(self.tr("No articles yet"))
            self._sentence.setText(
                self.tr(
                    "Import texts, Word files, PDFs or saved web pages, drop them or a folder "
                    "here, or paste a text from the clipboard."
                )
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the surface."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False
