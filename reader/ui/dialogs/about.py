"""What Wenmai is, what it is made of, and whom to thank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.assets import resource
from reader.ui.panels.elements import wrapped_label
from reader.ui.versions import versions

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON: Final = 56
# What others made, with the licence it comes under.
_NOTICES: Final = (
    ("Qt, PySide6, Shiboken", "LGPL-3.0"),
    ("OpenCC", "Apache-2.0"),
    ("msgspec", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("filelock", "MIT"),
    ("lxml", "BSD-3-Clause"),
    ("charset-normalizer", "MIT"),
    ("pdfminer.six", "MIT"),
    ("XlsxWriter", "BSD-2-Clause"),
)
_PAGES: Final = (
    "architecture.md, accessibility.md, changelog.md, contributing.md, conversion.md, "
    "file-format.md, keyboard.md, performance.md, tagging-guide.md"
)


class AboutDialog(QDialog):
    """Tells the versions and the licences; copies what a report needs."""

    @classmethod
    def run(cls, parent: QWidget, diagnose: Callable[[], str]) -> None:
        """Show it until it is closed."""
        cls(parent, diagnose).exec()

    def __init__(self, parent: QWidget, diagnose: Callable[[], str]) -> None:
        """Tell what this is.

        Args:
            parent: The window asked from.
            diagnose: Returns what "Copy diagnostics" copies.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Wenmai"))
        self._diagnose = diagnose
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._parts(), 1)
        column.addLayout(self._buttons())
        self.setMinimumWidth(560)
        self._close.setFocus()

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(QIcon(str(resource("icons", "wenmai.svg"))).pixmap(_ICON, _ICON))
        picture.setAccessibleName(self.tr("Wenmai's icon"))
        name = QLabel(f"Wenmai 文脉 {__version__}")
        name.setObjectName("dialogHeading")
        what = QLabel(self.tr("Read Chinese articles in any script and tag their passages."))
        what.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(name)
        words.addWidget(what)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _parts(self) -> QScrollArea:
        page = QWidget()
        form = QGridLayout(page)
        form.setContentsMargins(0, 0, 8, 0)
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        form.setColumnStretch(1, 1)
        parts = ", ".join(f"{part} {version}" for part, version in versions()[1:])
        notices = "\n".join(f"{part}: {licence}" for part, licence in _NOTICES)
        self._add(form, self.tr("Versions"), parts)
        self._add(
            form,
            self.tr("Licence"),
            self.tr("MIT. You may use, change and pass on Wenmai; the full text is docs/LICENSE."),
        )
        self._add(form, self.tr("Made with"), notices)
        self._add(
            form,
            self.tr("Fonts"),
            self.tr("None come with Wenmai: it shows Noto CJK or what the system has."),
        )
        self._add(
            form,
            self.tr("To read on"),
            self.tr("In the folder docs: {pages}").format(pages=_PAGES),
        )
        form.setRowStretch(form.rowCount(), 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(250)
        return area

    def _add(self, form: QGridLayout, name: str, words: str) -> None:
        label = wrapped_label(words)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = form.rowCount()
        form.addWidget(QLabel(name), row, 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(label, row, 1, Qt.AlignmentFlag.AlignTop)

    def _buttons(self) -> QHBoxLayout:
        self._copy = QPushButton(self.tr("C&opy diagnostics"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._on_copy)
        self._close = QPushButton(self.tr("&Close"))
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(self._close)
        return row

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnose())
        self._copy.setText(self.tr("Copied"))
