"""The bar above an article that offers to clean its text up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.language import tr
from reader.text.cleaning.cleanup import CleanupKind
from reader.ui.panels.elements import ground_in, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.cleaning.cleanup import Cleanup
    from reader.ui.theme import Theme

# So many lines that can be joined are no accident.
_WRAPPED: Final = 10


class CleaningBar(QFrame):
    """Says what could be cleaned up in the article shown; it never takes the focus.

    Attributes:
        clean_asked: All of it is to be cleaned up.
        look_asked: The reader wants to see each first.
        declined: Not now.
    """

    clean_asked = Signal()
    look_asked = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self.setObjectName("offer")
        self._sentence = wrapped_label()
        self.clean_button = QPushButton(self.tr("Clean up"))
        self.clean_button.setToolTip(
            self.tr("Only what is shown changes; the text and the tags stay as they are")
        )
        self.look_button = QPushButton(self.tr("Look…"))
        self.later_button = QPushButton(self.tr("Not now"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._sentence, 1)
        for button in (self.clean_button, self.look_button, self.later_button):
            # A click leaves the keyboard where it is: the bar is gone a moment later.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        ground_in(self, theme.chosen)
        self.hide()
        self.clean_button.clicked.connect(self.clean_asked)
        self.look_button.clicked.connect(self.look_asked)
        self.later_button.clicked.connect(self.declined)

    @property
    def sentence(self) -> str:
        """The sentence shown."""
        return self._sentence.text()

    def offer(self, found: Sequence[Cleanup]) -> None:
        """Offer what was found."""
        self._sentence.setText(summary(found))
        self.show()


def summary(found: Sequence[Cleanup]) -> str:
    """Return a sentence that says what could be cleaned up."""
    counts = Counter(one.kind for one in found)
    parts = [_part(kind, counts[kind]) for kind in CleanupKind if counts[kind]]
    if counts[CleanupKind.LINES] >= _WRAPPED:
        said = _translated("This text is hard-wrapped: {parts}.")
    else:
        said = _translated("This text can be cleaned up: {parts}.")
    return said.format(parts=tr(", ").join(parts))


def _part(kind: CleanupKind, count: int) -> str:
    words = {
        CleanupKind.LINES: (
            _translated("1 line can be joined"),
            _translated("{count} lines can be joined"),
        ),
        CleanupKind.SPACES: (
            _translated("1 paragraph begins with a stray space"),
            _translated("{count} paragraphs begin with a stray space"),
        ),
        CleanupKind.CAPTIONS: (
            _translated("1 caption stands twice"),
            _translated("{count} captions stand twice"),
        ),
        CleanupKind.HEADINGS: (
            _translated("1 heading has its letters set apart"),
            _translated("{count} headings have their letters set apart"),
        ),
        CleanupKind.FURNITURE: (
            _translated("1 line belongs to a page"),
            _translated("{count} lines belong to pages"),
        ),
    }
    one, more = words[kind]
    return one if count == 1 else more.format(count=f"{count:,}")


def kind_label(kind: CleanupKind) -> str:
    """Return what a kind of clean-up is called."""
    return {
        CleanupKind.LINES: _translated("Join lines"),
        CleanupKind.SPACES: _translated("Leave out stray spaces"),
        CleanupKind.CAPTIONS: _translated("Captions once"),
        CleanupKind.HEADINGS: _translated("Close up headings"),
        CleanupKind.FURNITURE: _translated("Leave out what belongs to pages"),
    }[kind]


def _translated(text: str) -> str:
    return QCoreApplication.translate("CleaningBar", text)
