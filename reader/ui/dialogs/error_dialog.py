"""The dialog that tells of an error that nobody expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.ui.trouble import Trouble

_WIDTH: Final = 560
_DETAILS: Final = 260


class ErrorDialog(QDialog):
    """Says what happened and that nothing is lost; goes on or quits.

    It does not run an event loop of its own: an error may come from anywhere.

    Attributes:
        quit_asked: The program shall end.
        sentence: What happened.
        details: The report, as it is copied; folded away at first.
    """

    quit_asked = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        trouble: Trouble,
        report: Callable[[], str],
        *,
        kept: bool = True,
    ) -> None:
        """Tell of an error.

        Args:
            parent: The window it is told in.
            trouble: The error.
            report: Returns what to send to who can help.
            kept: Whether what was being typed is saved.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(self.tr("Unexpected error"))
        self._report = report
        heading = QLabel(self.tr("Something went wrong; your work is safe"))
        heading.setObjectName("dialogHeading")
        self.sentence = QLabel()
        self._others = QLabel()
        self._others.hide()
        state = self.tr("Your tags are on disk, and what you were typing was saved.")
        if not kept:
            state = self.tr("Your tags are on disk; what you were typing could not be saved.")
        advice = QLabel(
            self.tr(
                "{state} You can go on; if it happens again, quit and start Wenmai anew. The "
                "report helps to mend it: it holds no text of your articles."
            ).format(state=state)
        )
        for label in (self.sentence, self._others, advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setText(
            self.tr("Wenmai met an error it did not expect: {error}.").format(
                error=trouble.sentence.rstrip(".")
            )
        )
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Report"))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setMinimumHeight(_DETAILS)
        self.details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (heading, self.sentence, self._others, advice):
            column.addWidget(widget)
        column.addWidget(self.details, 1)
        column.addSpacing(4)
        column.addLayout(self._buttons())
        self._go_on.setFocus()

    def _buttons(self) -> QHBoxLayout:
        self._unfold = QPushButton(self.tr("&Details"))
        self._unfold.setCheckable(True)
        self._copy = QPushButton(self.tr("C&opy report"))
        leave = QPushButton(self.tr("&Quit"))
        self._go_on = QPushButton(self.tr("&Continue"))
        self._go_on.setDefault(True)
        for button in (self._unfold, self._copy, leave):
            button.setAutoDefault(False)
        self._unfold.toggled.connect(self._on_unfold)
        self._copy.clicked.connect(self._on_copy)
        leave.clicked.connect(self._on_quit)
        self._go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._unfold)
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self._go_on)
        return row

    def count(self, troubles: Sequence[Trouble]) -> None:
        """Say how often, and that other errors followed."""
        times = sum(trouble.count for trouble in troubles)
        self._others.setText(
            self.tr("Errors so far: {times}; of different kinds: {kinds}.").format(
                times=f"{times:,}", kinds=len(troubles)
            )
        )
        self._others.setVisible(times > 1)

    def sizeHint(self) -> QSize:
        """Return a size that holds the sentences without growing tall."""
        hint = super().sizeHint()
        return QSize(max(_WIDTH, hint.width()), hint.height())

    @Slot(bool)
    def _on_unfold(self, shown: bool) -> None:
        if shown:
            self.details.setPlainText(self._report())
        self.details.setVisible(shown)
        self.adjustSize()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report())
        self._copy.setText(self.tr("Copied"))

    @Slot()
    def _on_quit(self) -> None:
        self.accept()
        self.quit_asked.emit()
