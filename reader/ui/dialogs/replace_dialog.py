"""What replacing an article's text will do, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.text.paragraphs import LINE_END
from reader.ui.panels.elements import SPACE, paint_in, sans_faces, sized, wrapped_label

if TYPE_CHECKING:
    from reader.text.script import SourceScript
    from reader.ui.theme import Theme
    from reader.workspace.replacing import Plan

# More tags that wait are counted, not listed; more characters of one are cut off.
_LISTED = 200
# Pixels: the width, the height without the list, and that of each line of it, up to so many.
_WIDTH, _HEIGHT, _LINE, _SHOWN = 460, 260, 20, 12
_QUOTE = 60


class ReplaceDialog(QDialog):
    """Says how many tags move and which wait; Return cancels, as in every such question."""

    def __init__(
        self, plan: Plan, title: str, script: SourceScript, theme: Theme, parent: QWidget | None
    ) -> None:
        """Say what a plan will do.

        Args:
            plan: The plan.
            title: The article's.
            script: What it is written in.
            theme: The window's colours.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Replace text"))
        self._plan = plan
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        self._column.setSpacing(SPACE)
        heading = self._line(self.tr("A later text of “{title}”").format(title=title))
        heading.setObjectName("panelHeader")
        heading.setFont(sized(self.font(), sans_faces(script), larger=2))
        lengths = self._line(
            self.tr("{new} characters take the place of {old}.").format(
                new=f"{len(plan.new.text):,}", old=f"{len(plan.old.text):,}"
            )
        )
        paint_in(lengths, theme.soft_ink)
        self._column.addSpacing(SPACE)
        self._line(self._moving(len(plan.moves)))
        self._line(self._waiting(len(plan.waiting)))
        if plan.waiting:
            self._column.addWidget(self._list(script), 1)
        kept = self.tr("The old text is kept. Undo brings it back with its tags.")
        paint_in(self._line(kept), theme.soft_ink)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self._buttons())
        lines = min(_SHOWN, len(plan.waiting))
        self.resize(_WIDTH, self.sizeHint().height() if not lines else _HEIGHT + lines * _LINE)

    @classmethod
    def run(
        cls, parent: QWidget | None, plan: Plan, title: str, script: SourceScript, theme: Theme
    ) -> bool:
        """Ask whether to go on; as the constructor."""
        dialog = cls(plan, title, script, theme, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def _line(self, sentence: str) -> QLabel:
        label = wrapped_label(sentence)
        self._column.addWidget(label)
        return label

    def _moving(self, count: int) -> str:
        if count == 1:
            return self.tr("1 tag moves with its words.")
        return self.tr("{count} tags move with their words.").format(count=f"{count:,}")

    def _waiting(self, count: int) -> str:
        if not count:
            return self.tr("No tag is left behind.")
        if count == 1:
            return self.tr("1 tag waits for review: where it belongs is not certain.")
        return self.tr("{count} tags wait for review: where they belong is not certain.").format(
            count=f"{count:,}"
        )

    def _list(self, script: SourceScript) -> QListWidget:
        waiting = set(self._plan.waiting)
        quotes = [tag.quote for tag in self._plan.tags if tag.id in waiting]
        view = QListWidget()
        view.setObjectName("waiting")
        view.setAccessibleName(self.tr("Tags that wait for review"))
        view.setFont(sized(self.font(), sans_faces(script)))
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for quote in quotes[:_LISTED]:
            shown = LINE_END.sub("⏎", quote[:_QUOTE]) + ("…" if len(quote) > _QUOTE else "")
            view.addItem(QListWidgetItem(shown))
        if len(quotes) > _LISTED:
            more = self.tr("and {count} more").format(count=f"{len(quotes) - _LISTED:,}")
            view.addItem(QListWidgetItem(more))
        return view

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        action = box.addButton(self.tr("Replace"), QDialogButtonBox.ButtonRole.AcceptRole)
        action.setObjectName("replace")
        action.setAutoDefault(False)
        cancel = box.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        cancel.setFocus()
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
