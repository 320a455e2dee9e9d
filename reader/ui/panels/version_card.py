"""One version of a tag, beside others: what differs is emphasised, and it can be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.describe import version_html
from reader.ui.panels.elements import SPACE, ground_in, paint_in, sans_faces, sized, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.text.script import SourceScript
    from reader.ui.theme import Theme


class VersionCard(QFrame):
    """Says who made a version, when, and what it says.

    Attributes:
        taken: The button was pressed; carries the card.
        button: Takes this version.
    """

    taken = Signal(object)

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        """Make an empty card whose button says ``label``."""
        super().__init__(parent)
        self.setObjectName("versionCard")
        self._theme = theme
        self._head = wrapped_label()
        self._head.setObjectName("versionHead")
        paint_in(self._head, theme.soft_ink)
        self._words = QLabel()
        self._words.setObjectName("versionWords")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(label)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE // 2)
        column.addLayout(row)
        column.addWidget(self._words)
        ground_in(self, theme.raised)
        self._version: tuple[Annotation, Sequence[Annotation], TagSet] | None = None
        theme.changed.connect(self._show_words)

    @property
    def head(self) -> str:
        """Who made the version, and when."""
        return self._head.text()

    @property
    def words(self) -> str:
        """What the version says, as rich text."""
        return self._words.text()

    def show_version(
        self,
        head: str,
        version: Annotation | None,
        others: Sequence[Annotation],
        tag_set: TagSet,
        script: SourceScript | None,
    ) -> None:
        """Show a version.

        Args:
            head: Who made it, and when.
            version: The tag; ``None`` where it is not there.
            others: What it is compared with.
            tag_set: The kinds.
            script: What the article is written in, for the face of its words.
        """
        self._head.setText(head)
        self._version = None if version is None else (version, others, tag_set)
        self._show_words()
        if script is not None:
            self._words.setFont(sized(self.font(), sans_faces(script)))
        self.button.setAccessibleDescription(head)

    @Slot()
    def _show_words(self) -> None:
        if self._version is None:
            gone = self.tr("The tag is deleted.")
            self._words.setText(f"<i>{gone}</i>")
        else:
            self._words.setText(version_html(*self._version, self._theme))

    @Slot()
    def _on_clicked(self) -> None:
        self.taken.emit(self)
