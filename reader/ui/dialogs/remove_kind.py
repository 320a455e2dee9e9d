"""Asking what the tags of a kind become before it is removed, and showing that this takes time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.ui.kinds import listed
from reader.ui.panels.elements import SPACE, paint_in

if TYPE_CHECKING:
    from reader.annotation.tag_set import TagKind, TagSet
    from reader.ui.theme import Theme

# After this the sentence that says so is on the screen.
_PAINTED_MS: Final = 50


class RemoveKind(QDialog):
    """Asks for the kind that tags become.

    Attributes:
        agreed: The kind shall be removed; carries its name and that of the kind for its tags.
    """

    agreed = Signal(object, object)

    def __init__(
        self, parent: QWidget, tag_set: TagSet, kind: TagKind, count: int, theme: Theme
    ) -> None:
        """Offer every other kind, the broader one first.

        Args:
            parent: The window asked from.
            tag_set: The kinds.
            kind: The one to be removed.
            count: How many tags are of it.
            theme: The window's colours.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("removeKind")
        self.setWindowTitle(self.tr("Remove kind of tag"))
        self._kind, self._count = kind, count
        said = self.tr("1 tag is of the kind “{kind}”. It becomes:")
        if count > 1:
            said = self.tr("{count:,} tags are of the kind “{kind}”. They become:")
        self._sentence = QLabel(said.format(count=count, kind=tr(kind.label)))
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._kinds = QComboBox()
        self._kinds.setObjectName("removeKindTo")
        self._kinds.setAccessibleName(self.tr("Kind that the tags become"))
        for one in listed(tag_set):
            if one.name != kind.name:
                self._kinds.addItem(tr(one.label), one.name)
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(kind.parent)))
        self._hint = QLabel(
            self.tr(
                "They keep everything else that was written about them. One Undo takes it back."
            )
        )
        self._hint.setObjectName("removeKindHint")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        paint_in(self._hint, theme.soft_ink)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._remove = self._buttons.addButton(
            self.tr("Remove kind"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._remove.setObjectName("removeKindDone")
        self._remove.setEnabled(self._kinds.count() > 0)
        if not self._kinds.count():
            self._hint.setText(self.tr("There is no other kind; make one first."))
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        for widget in (self._sentence, self._kinds, self._hint, self._buttons):
            column.addWidget(widget)
        self.setMinimumWidth(420)

    @Slot()
    def _on_accepted(self) -> None:
        """Say that it is being done, and do it when that is seen."""
        if not self._buttons.isEnabled():
            return
        self._buttons.setEnabled(False)
        self._kinds.setEnabled(False)
        said = self.tr("Giving 1 tag another kind…")
        if self._count > 1:
            said = self.tr("Giving {count:,} tags another kind…")
        self._hint.setText(said.format(count=self._count))
        QTimer.singleShot(_PAINTED_MS, self._do)

    @Slot()
    def _do(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.agreed.emit(self._kind.name, str(self._kinds.currentData()))
        finally:
            QGuiApplication.restoreOverrideCursor()
            self.accept()

    def reject(self) -> None:
        """Leave, but not while it is being done."""
        if self._buttons.isEnabled():
            super().reject()
