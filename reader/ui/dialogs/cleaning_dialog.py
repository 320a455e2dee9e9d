"""What could be cleaned up in an article: a look at each change, accepted or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.ui.dialogs.cleaning_model import CleaningModel
from reader.ui.panels.cleaning_bar import summary
from reader.ui.panels.elements import SPACE, paint_in, sans_faces, sized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotation.cleaning_choice import CleaningChoice
    from reader.text.cleaning.cleanup import Cleanup
    from reader.ui.session import Session
    from reader.ui.theme import Theme

_WIDTH: Final = 820
_HEIGHT: Final = 640
# A kind with more places is folded at first.
_UNFOLDED: Final = 40


class CleaningDialog(QDialog):
    """Lists each change below its kind, with a tick; Return makes those that are ticked."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        found: Sequence[Cleanup],
        choice: CleaningChoice | None,
        theme: Theme,
    ) -> None:
        """Show what was found in the article shown.

        Args:
            parent: The window asked from.
            session: What is open.
            found: What could be cleaned up; there is some.
            choice: What was chosen before.
            theme: The window's colours.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("cleaningDialog")
        self.setWindowTitle(self.tr("Clean up text"))
        self._session = session
        self._theme = theme
        article = session.article
        assert article is not None
        self.model = CleaningModel(article.text, found, choice, self)
        self._sentence = QLabel(summary(found))
        self.view = QTreeView()
        self.before, self.after = QLabel(), QLabel()
        self._reason = QLabel()
        self.all_button = QPushButton(self.tr("Accept all"))
        self.none_button = QPushButton(self.tr("Refuse all"))
        self.done_button = QPushButton()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._make()
        self._assemble()
        self._connect()
        self._show_count()
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    # Putting together

    def _make(self) -> None:
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        view = self.view
        view.setObjectName("cleaningRows")
        view.setAccessibleName(self.tr("Changes"))
        view.setModel(self.model)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        for row in range(self.model.rowCount()):
            kind = self.model.index(row, 0)
            view.setFirstColumnSpanned(row, QModelIndex(), True)
            view.setExpanded(kind, self.model.rowCount(kind) <= _UNFOLDED)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        source = self._session.source_script()
        font = self.font() if source is None else sized(self.font(), sans_faces(source))
        view.setFont(font)
        for label, name in (
            (self.before, self.tr("As it is")),
            (self.after, self.tr("Cleaned up")),
        ):
            label.setAccessibleName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFont(sized(font, font.families(), larger=2))
            label.setMinimumHeight(5 * label.fontMetrics().height())
        paint_in(self._reason, self._theme.soft_ink)
        self.done_button.setDefault(True)

    def _assemble(self) -> None:
        self.resize(_WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._sentence)
        column.addWidget(self.view, 1)
        column.addWidget(self._reason)
        preview = QHBoxLayout()
        preview.setSpacing(2 * SPACE)
        for label in (self.before, self.after):
            frame = QFrame()
            frame.setObjectName("cleaningPreview")
            frame.setFrameShape(QFrame.Shape.StyledPanel)
            inside = QVBoxLayout(frame)
            inside.addWidget(label)
            preview.addWidget(frame, 1)
        column.addLayout(preview)
        below = QHBoxLayout()
        below.setSpacing(SPACE)
        for button in (self.all_button, self.none_button):
            below.addWidget(button)
        below.addStretch(1)
        for button in (self.done_button, self._cancel):
            below.addWidget(button)
        column.addLayout(below)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._show_preview)
        self.model.chosen.connect(self._show_count)
        self.model.chosen.connect(self._show_preview)
        self.all_button.clicked.connect(self._on_all)
        self.none_button.clicked.connect(self._on_none)
        self.done_button.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._session.article_shown.connect(self.reject)

    # What is shown

    @Slot()
    def _show_preview(self) -> None:
        one = self.model.cleanup(self.view.currentIndex())
        if one is None:
            return
        before, after = self.model.preview(one, self._theme.match)
        self.before.setText(before)
        self.after.setText(after)
        self._reason.setText(tr(one.reason))

    @Slot()
    def _show_count(self) -> None:
        accepted, count = self.model.counts
        said = self.tr("Clean up {accepted} of {count}") if accepted else self.tr("Leave all")
        self.done_button.setText(said.format(accepted=f"{accepted:,}", count=f"{count:,}"))

    @Slot()
    def _on_all(self) -> None:
        self.model.accept_all(on=True)

    @Slot()
    def _on_none(self) -> None:
        self.model.accept_all(on=False)

    def accept(self) -> None:
        """Keep what is ticked, show the article so, and close."""
        self._session.show_cleaned(on=True)
        if self._session.clean_up(self.model.choice()):
            super().accept()
