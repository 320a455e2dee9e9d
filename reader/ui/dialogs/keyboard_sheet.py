"""The keyboard sheet: every shortcut as it is now, on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.ui.actions import ACTIONS, MENUS, SURFACE_KEYS
from reader.ui.panels.elements import paint_in
from reader.ui.shortcuts import menu_path, native, title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotation.tag_set import TagSet
    from reader.ui.session import Session
    from reader.ui.shortcuts import Shortcuts
    from reader.ui.theme import Theme

_COLUMNS: Final = 4
_COLUMN: Final = 300
_GAP: Final = 24
_KEYS: Final = 104
# Around the columns: margins, and the scroll bar where there is one.
_AROUND: Final = 56


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that stand together.

    Attributes:
        heading: What they have in common.
        rows: Keys, as the system writes them, and what they do.
    """

    heading: str
    rows: tuple[tuple[str, str], ...]


def key_groups(shortcuts: Shortcuts, tag_set: TagSet | None) -> list[KeyGroup]:
    """Return every key there is now: what is done in the text first, then menu by menu."""
    said = partial(QCoreApplication.translate, "KeyboardSheet")
    tag_as = QCoreApplication.translate("KeyboardSheet", "Tag as {kind}")
    kinds = () if tag_set is None else tag_set.kinds
    rows = [(native((kind.key,)), tag_as.format(kind=tr(kind.label).lower())) for kind in kinds]
    rows += [(said(keys), said(what)) for keys, what in SURFACE_KEYS]
    in_text = QCoreApplication.translate("KeyboardSheet", "In the text")
    groups = [KeyGroup(in_text, tuple(rows))]
    for menu in MENUS:
        held = [spec for spec in ACTIONS if spec.menu.partition("/")[0] == menu]
        keyed = [(shortcuts.shown(one.command), title(one)) for one in held]
        groups.append(KeyGroup(menu_path(menu), tuple(row for row in keyed if row[0])))
    return [group for group in groups if group.rows]


class KeyboardSheet(QDialog):
    """Lists the keys by menu, and what the reading surface does of itself, in columns."""

    @classmethod
    def run(cls, parent: QWidget, session: Session, shortcuts: Shortcuts, theme: Theme) -> bool:
        """Show the sheet until it is closed; return whether the keys are to be changed."""
        sheet = cls(parent, session, shortcuts, theme)
        sheet.exec()
        return sheet.change_asked

    def __init__(
        self, parent: QWidget, session: Session, shortcuts: Shortcuts, theme: Theme
    ) -> None:
        """List the keys as they are now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("keyboardSheet")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.change_asked = False
        self._soft = theme.soft_ink
        workspace = session.workspace
        groups = key_groups(shortcuts, None if workspace is None else workspace.tag_set)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(_GAP)
        room = self.screen().availableSize().width() - _AROUND
        count = max(1, min(_COLUMNS, (room + _GAP) // (_COLUMN + _GAP)))
        self._width = count * _COLUMN + (count - 1) * _GAP + _AROUND
        for column in in_columns(groups, count):
            row.addLayout(self._column(column), 1)
        self._page = page
        area = QScrollArea()
        area.setObjectName("keyboardArea")
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        change = buttons.addButton(self.tr("C&hange…"), QDialogButtonBox.ButtonRole.ActionRole)
        change.setObjectName("changeShortcuts")
        change.setAutoDefault(False)
        change.clicked.connect(self._on_change)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(area)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        # Left to itself, a dialog takes no more than two thirds of the screen.
        wanted = QSize(self._width, page.heightForWidth(self._width) + _AROUND)
        self.resize(wanted.boundedTo(self.screen().availableSize() - QSize(16, 40)))

    @Slot()
    def _on_change(self) -> None:
        self.change_asked = True
        self.accept()

    def _column(self, groups: Sequence[KeyGroup]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.setColumnMinimumWidth(0, _KEYS)
        grid.setColumnStretch(1, 1)
        for group in groups:
            line = grid.rowCount()
            heading = QLabel(group.heading)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            heading.setContentsMargins(0, 12 if line > 1 else 0, 0, 3)
            grid.addWidget(heading, line, 0, 1, 2)
            for number, (keys, what) in enumerate(group.rows, line + 1):
                self._add(grid, number, keys, what)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _add(self, grid: QGridLayout, row: int, keys: str, what: str) -> None:
        words = QLabel(what)
        pressed = QLabel(keys)
        for label in (pressed, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        paint_in(pressed, self._soft)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(pressed, row, 0, top)
        grid.addWidget(words, row, 1, top)


def in_columns(groups: Sequence[KeyGroup], count: int) -> list[Sequence[KeyGroup]]:
    """Deal groups out, in order, into columns of which the longest is as short as may be."""
    cuts = min(
        combinations(range(1, len(groups)), min(count, len(groups)) - 1),
        key=lambda chosen: max(map(_lines, _cut(groups, chosen))),
    )
    return _cut(groups, cuts)


def _cut(groups: Sequence[KeyGroup], cuts: Sequence[int]) -> list[Sequence[KeyGroup]]:
    return [groups[start:end] for start, end in pairwise((0, *cuts, len(groups)))]


def _lines(groups: Sequence[KeyGroup]) -> int:
    return sum(len(group.rows) + 2 for group in groups)
