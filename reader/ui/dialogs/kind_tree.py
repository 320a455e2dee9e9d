"""The kinds of tag as a tree: chosen, arranged by keys, by buttons or with the mouse."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from reader.language import tr
from reader.ui.dialogs.dot_icon import dot_icon
from reader.ui.dialogs.tag_set_model import NEW, nameless

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QDragMoveEvent, QDropEvent, QIcon, QKeyEvent

    from reader.annotation.tag_set import TagKind
    from reader.ui.dialogs.tag_set_model import Drafts
    from reader.ui.theme import Theme
    from reader.workspace import Workspace

_NAME: Final = Qt.ItemDataRole.UserRole
_DOT_WIDTH: Final = 12
_LABEL, _KEY, _TAGS = range(3)


class Place(Enum):
    """Where a kind is put."""

    BEFORE = "before"
    BEHIND = "behind"
    WITHIN = "within"


class KindTree(QTreeWidget):
    """Lists the kinds, each below the broader one it is one of.

    Attributes:
        picked: Another kind is chosen; carries its name, ``NEW`` for the new one.
        step_asked: The kind chosen shall go up (-1) or down (1) among those beside it.
        put_asked: A kind shall be put elsewhere; carries its name, another's, and a ``Place``.
        remove_asked: The kind chosen shall be removed.
    """

    picked = Signal(object)
    step_asked = Signal(object)
    put_asked = Signal(object, object, object)
    remove_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self._quiet = False
        self.setObjectName("kindTree")
        self.setAccessibleName(self.tr("Kinds of tag"))
        self.setHeaderLabels([self.tr("Kind"), self.tr("Key"), self.tr("Tags")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setToolTip(self.tr("Drag a kind, or press Alt+Up and Alt+Down, to arrange them"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(_LABEL, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEY, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_TAGS, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._on_current)

    @property
    def chosen(self) -> str | None:
        """The name of the kind chosen; ``None`` where none is."""
        item = self.currentItem()
        return None if item is None else str(item.data(_LABEL, _NAME))

    def show_kinds(self, workspace: Workspace, drafts: Drafts, chosen: str | None) -> None:
        """List the kinds as they are, with a mark at those that have changes, and choose one."""
        counts = Counter(tag.kind for tag in workspace.annotations.values())
        self._quiet = True
        self.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for _depth, kind in workspace.tag_set.tree():
            item = QTreeWidgetItem()
            above = items.get(kind.parent)
            if above is None:
                self.addTopLevelItem(item)
            else:
                above.addChild(item)
            items[kind.name] = item
            self._fill(item, kind.name, drafts.get(kind.name), kind, counts[kind.name])
        for name in drafts:
            # A new one, or one that somebody else removed meanwhile.
            wanted = drafts.get(name)
            if name not in items and wanted is not None:
                item = items[name] = QTreeWidgetItem()
                self.addTopLevelItem(item)
                self._fill(item, name, wanted, wanted, 0)
        self.expandAll()
        self._quiet = False
        self._choose(items.get(chosen) if chosen is not None else None)

    def mark(self, name: str, wanted: TagKind | None, now: TagKind) -> None:
        """Show how one kind is wanted."""
        for item in self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if item.data(_LABEL, _NAME) == name:
                self._fill(item, name, wanted, now, None)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        item = item or self.topLevelItem(0)
        if item is None:
            self.picked.emit(None)
        else:
            self.setCurrentItem(item)

    def _fill(
        self,
        item: QTreeWidgetItem,
        name: str,
        wanted: TagKind | None,
        now: TagKind,
        count: int | None,
    ) -> None:
        shown = wanted or now
        label = tr(shown.label) if shown.label.strip() else nameless()
        item.setData(_LABEL, _NAME, name)
        item.setText(_LABEL, f"{label} •" if wanted is not None else label)
        said = self.tr("{label}, not saved") if wanted is not None else "{label}"
        item.setData(_LABEL, Qt.ItemDataRole.AccessibleTextRole, said.format(label=label))
        item.setToolTip(_LABEL, said.format(label=label) if wanted is not None else "")
        item.setIcon(_LABEL, self._dot(shown.colour))
        item.setText(_KEY, shown.key.upper())
        if count is not None:
            item.setText(_TAGS, f"{count:,}" if name != NEW else "")
            item.setTextAlignment(
                _TAGS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )

    def _dot(self, colour: str) -> QIcon:
        # What is being typed need not be a colour yet.
        valid = QColor.isValidColorName(colour)
        shown = self._theme.mark(QColor(colour).name()) if valid else ""
        return dot_icon(shown, _DOT_WIDTH, self.devicePixelRatioF())

    def _on_current(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if not self._quiet and item is not None:
            self.picked.emit(str(item.data(_LABEL, _NAME)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrange with Alt and the arrows; Delete removes."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in steps:
            self.step_asked.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go, over every other kind."""
        super().dragMoveEvent(event)
        if self._target(event.position().toPoint()) is not None:
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for what was dropped to be put there; the list follows the workspace."""
        target, name = self._target(event.position().toPoint()), self.chosen
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target is not None and name:
            self.put_asked.emit(name, *target)

    def _target(self, point: QPoint) -> tuple[str, Place] | None:
        """Return beside or below which other kind a point is."""
        item = self.itemAt(point)
        if item is None or item is self.currentItem() or item.data(_LABEL, _NAME) == NEW:
            return None
        box = self.visualItemRect(item)
        part = (point.y() - box.top()) / max(1, box.height())
        place = Place.BEFORE if part < 0.3 else Place.BEHIND if part > 0.7 else Place.WITHIN
        return str(item.data(_LABEL, _NAME)), place
