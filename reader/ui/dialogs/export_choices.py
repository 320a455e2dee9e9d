"""What the export dialog lets choose: kinds, people, scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from reader.language import tr
from reader.text.script import Script, SourceScript, config_for
from reader.ui.dialogs.dot_icon import DOT_HEIGHT, dot_icon
from reader.ui.kinds import listed, with_narrower
from reader.ui.panels.elements import DOT, SPACE, FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

    from reader.ui.theme import Theme
    from reader.workspace import Workspace

_DOT_WIDTH: Final = round(DOT) + 3


class KindChoice(QWidget):
    """A check box for each kind of tag.

    Attributes:
        changed: Other kinds are chosen.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        """Choose all kinds."""
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._kinds: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(2 * SPACE)
        self.setLayout(self._flow)
        self.show_kinds()
        theme.changed.connect(self._show_dots)

    @property
    def chosen(self) -> frozenset[str] | None:
        """The kinds chosen; ``None`` where all are, as a tag may have one that the set lacks."""
        chosen = frozenset(name for name, check in self._kinds.items() if check.isChecked())
        return None if len(chosen) == len(self._kinds) else chosen

    def show_kinds(self) -> None:
        """Offer the kinds there are; those that were left out stay so."""
        before, self._kinds = self._kinds, {}
        for check in before.values():
            self._flow.removeWidget(check)
            check.hide()
            check.deleteLater()
        for kind in listed(self._workspace.tag_set):
            check = QCheckBox(tr(kind.label).replace("&", "&&"))
            check.setObjectName(f"{kind.name}Kind")
            check.setIconSize(QSize(_DOT_WIDTH, DOT_HEIGHT))
            check.setChecked(kind.name not in before or before[kind.name].isChecked())
            check.toggled.connect(self.changed)
            check.clicked.connect(self._on_kind)
            self._kinds[kind.name] = check
            self._flow.addWidget(check)
        self._show_dots()

    @Slot(bool)
    def _on_kind(self, on: bool) -> None:
        """Take or leave with a kind those that are one of it."""
        chosen = [name for name, check in self._kinds.items() if check is self.sender()]
        for name in with_narrower(self._workspace.tag_set, chosen):
            self._kinds[name].setChecked(on)

    @Slot()
    def _show_dots(self) -> None:
        for kind in listed(self._workspace.tag_set):
            colour = self._theme.mark(kind.colour)
            icon = dot_icon(colour, _DOT_WIDTH, self.devicePixelRatioF())
            self._kinds[kind.name].setIcon(icon)


class AuthorChoice(QComboBox):
    """Everybody, or one of those who made tags, who are looked for when somebody wants to know."""

    def __init__(self, authors: Callable[[], list[str]]) -> None:
        """Choose everybody."""
        super().__init__()
        self._authors: Callable[[], list[str]] | None = authors
        self.setObjectName("exportAuthor")
        self.setAccessibleName(self.tr("Author"))
        self.setToolTip(self.tr("Whose tags are written"))
        self.addItem(self.tr("Everybody"), None)

    @property
    def chosen(self) -> str | None:
        """Who is chosen; ``None`` is everybody."""
        author: str | None = self.currentData()
        return author

    def _look(self) -> None:
        if self._authors is not None:
            for author in self._authors():
                self.addItem(author, author)
            self._authors = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look who there is before a key chooses."""
        self._look()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """Look who there is before they are shown."""
        self._look()
        super().showPopup()


def has_regional_variant(script: Script) -> bool:
    """Return whether a script has a vocabulary of its own."""
    return any(
        config_for(source, script) != config_for(source, script, regional=True)
        for source in SourceScript
    )
