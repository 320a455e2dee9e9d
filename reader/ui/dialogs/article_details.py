"""What is known of an article besides its text, to be read and put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
)

from reader.ui.panels.elements import SPACE, paint_in, sans_faces, sized, wrapped_label
from reader.ui.panels.tag_fields import LineInput
from reader.ui.shortcuts import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.text.article import Article
    from reader.ui.session import Session
    from reader.ui.theme import Theme

_WIDTH: Final = 560
_DATE: Final = "2026-11-22"


class ArticleDetailsDialog(QDialog):
    """Fields for title, source, date, author and address; what is wrong is said, and kept.

    Only what the reader changed is saved, so what somebody else changed meanwhile stays.
    """

    def __init__(
        self, session: Session, article: Article, theme: Theme, parent: QWidget | None
    ) -> None:
        """Show what is known of an article of the session's workspace."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("articleDetails")
        self.setWindowTitle(self.tr("Article details"))
        assert session.workspace is not None
        self._session = session
        self._theme = theme
        self._article = article
        self._fields = {name: LineInput() for name in ("title", "source", "date", "author", "url")}
        details = session.workspace.details(article.id)
        self._shown = {"title": details.title, **details.described}
        self._sentence = self._line("articleDetailsSaid")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self._on_save)
        self._buttons.rejected.connect(self.reject)
        # A disk that is full is told in the window too, which lies behind.
        session.refused.connect(self._say)
        self._assemble()
        self._fill(locked=bool(session.workspace.read_only))
        self.resize(_WIDTH, self.sizeHint().height())
        self._fields["title"].setFocus()

    def _assemble(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(2 * SPACE)
        rows.setVerticalSpacing(SPACE)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        for name, label in (
            ("title", self.tr("&Title")),
            ("source", self.tr("&Source")),
            ("date", self.tr("&Date")),
            ("author", self.tr("&Author")),
            ("url", self.tr("&Web address")),
        ):
            field = self._fields[name]
            field.setObjectName(f"article_{name}")
            field.setAccessibleName(plain(label))
            rows.addRow(label, field)
        facts = self._line("articleDetailsFacts")
        facts.setText(self._facts())
        facts.setVisible(bool(facts.text()))
        paint_in(facts, self._theme.soft_ink)
        paint_in(self._sentence, self._theme.danger)
        self._sentence.hide()
        rows.addRow("", facts)
        rows.addRow("", self._sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(rows)
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _line(self, name: str) -> QLabel:
        label = wrapped_label()
        label.setObjectName(name)
        # Left to itself it takes the width at which it looks square.
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return label

    def _facts(self) -> str:
        known = self._article.metadata
        facts = []
        if known.get("file"):
            facts.append(self.tr("Imported from {file}").format(file=known["file"]))
        if known.get("pages_without_text"):
            said = self.tr("Pages that are pictures, and gave no text: {pages}")
            facts.append(said.format(pages=known["pages_without_text"]))
        return "\n".join(facts)

    def _fill(self, *, locked: bool) -> None:
        such = self.tr("such as {day}").format(day=_DATE)
        self._fields["date"].setPlaceholderText(such)
        self._fields["date"].setToolTip(
            self.tr("A day ({day}), a month ({month}) or a year ({year})").format(
                day=_DATE, month=_DATE[:7], year=_DATE[:4]
            )
        )
        font = sized(self.font(), sans_faces(self._article.script))
        for name, field in self._fields.items():
            field.put(self._shown[name])
            field.setFont(font)
            field.lock(locked=locked)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not locked)

    @Slot()
    def _on_save(self) -> None:
        said = {
            name: field.text()
            for name, field in self._fields.items()
            if field.text() != self._shown[name]
        }
        self._sentence.hide()
        fault = self._session.fault_in_details(self._article.id, said)
        if fault:
            self._say(fault)
            if "date" in said:
                # Nothing else that is typed here can be wrong.
                self._fields["date"].setFocus()
                self._fields["date"].selectAll()
        elif self._session.describe_article(self._article.id, said):
            self.accept()

    @Slot(object)
    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.show()
