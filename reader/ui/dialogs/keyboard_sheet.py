"""The keyboard sheet: every shortcut, from the same data as the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.actions import ACTIONS, MENUS, SURFACE_KEYS

if TYPE_CHECKING:
    from reader.ui.session import Session


class KeyboardSheet(QDialog):
    """Lists the shortcuts by menu, and what the reading surface does of itself."""

    @classmethod
    def run(cls, parent: QWidget, session: Session) -> None:
        """Show the sheet until it is closed."""
        cls(parent, session).exec()

    def __init__(self, parent: QWidget, session: Session) -> None:
        """List the actions and the tag set's own keys."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setHorizontalSpacing(28)
        self._grid.setColumnStretch(1, 1)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._add_heading(self.tr("In the text"))
        if session.workspace is not None:
            for kind in session.workspace.tag_set:
                self._add(kind.key, self.tr("Tag as {kind}").format(kind=kind.label.lower()))
        for keys, what in SURFACE_KEYS:
            self._add(keys, what)
        for menu in MENUS:
            actions = [action for action in ACTIONS if action.menu == menu and action.keys]
            if actions:
                self._add_heading(menu.replace("&", ""))
            for action in actions:
                shown = (
                    QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
                    for keys in action.keys
                )
                self._add("  ".join(shown), action.text.replace("&", "").rstrip("…"))
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setMinimumWidth(480)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)

    def sizeHint(self) -> QSize:
        """Return a size that shows about half of the sheet."""
        return QSize(680, 620)

    def _add_heading(self, text: str) -> None:
        label = QLabel(f"<b>{text}</b>")
        label.setContentsMargins(0, 10 if self._grid.rowCount() > 1 else 0, 0, 2)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _add(self, keys: str, what: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(QLabel(keys), row, 0)
        words = QLabel(what)
        words.setWordWrap(True)
        self._grid.addWidget(words, row, 1)
