"""The tag-set editor: kinds of tag are made, changed, arranged and removed.

What is changed waits as a draft, kind by kind, until it is saved: each kind is one operation.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.annotation.operation import KindEdit, Operation
from reader.language import tr
from reader.ui.dialogs.kind_form import KindForm
from reader.ui.dialogs.kind_tree import KindTree, Place
from reader.ui.dialogs.layouts import side_by_side
from reader.ui.dialogs.messages import Ask
from reader.ui.dialogs.remove_kind import RemoveKind
from reader.ui.dialogs.tag_set_model import (
    NEW,
    Drafts,
    key_sentence,
    moved,
    new_kind,
)
from reader.ui.panels.elements import SPACE, paint_in
from reader.workspace import WorkspaceError, editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.tag_set import TagKind
    from reader.ui.session import Session
    from reader.ui.shortcuts import Shortcuts
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

_SIZE: Final = (980, 640)
_LIST: Final = 300


class TagSetDialog(QDialog):
    """Shows the kinds of tag, and the details of the one chosen.

    Attributes:
        import_asked: A tag set shall be read from a file.
        export_asked: The tag set shall be written to a file.
    """

    import_asked = Signal()
    export_asked = Signal()

    def __init__(
        self, parent: QWidget | None, session: Session, theme: Theme, shortcuts: Shortcuts
    ) -> None:
        """Show the kinds of a session's workspace, which must be open."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("tagSetDialog")
        self.setWindowTitle(self.tr("Tag set"))
        self._session = session
        self._theme = theme
        self._shortcuts = shortcuts
        self._drafts = Drafts()
        self._chosen: str | None = None
        self._tree = KindTree(theme)
        self._form = KindForm(theme)
        self._note = QLabel()
        self._removal: RemoveKind | None = None
        self._make_buttons()
        self._assemble()
        self._connect()
        self._show_kinds(None)
        self._tree.setFocus()

    # Putting together

    def _make_buttons(self) -> None:
        self._new = self._button("kindNew", self.tr("&New kind"))
        self._remove = self._button("kindRemove", self.tr("&Remove…"))
        self._up = self._button("kindUp", self.tr("&Up"), self.tr("Move the kind up (Alt+Up)"))
        self._down = self._button(
            "kindDown", self.tr("&Down"), self.tr("Move the kind down (Alt+Down)")
        )
        self._import = self._button("kindImport", self.tr("&Import…"))
        self._export = self._button("kindExport", self.tr("E&xport…"))
        self._revert = self._button("kindRevert", self.tr("Re&vert"))
        self._revert.setToolTip(self.tr("Forget the changes to this kind"))
        self._save = self._button("kindSave", self.tr("&Save kind"))
        self._close = self._button("kindClose", self.tr("&Close"))
        self._save.setAutoDefault(True)
        self._save.setDefault(True)

    def _button(self, name: str, text: str, tip: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def _assemble(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._tree, 1)
        column.addLayout(
            side_by_side(self._new, self._remove, None, self._up, self._down, space=SPACE)
        )
        left.setFixedWidth(_LIST + 60)
        right = QVBoxLayout()
        right.setSpacing(SPACE)
        right.addWidget(self._form, 1)
        right.addWidget(self._note)
        right.addLayout(side_by_side(None, self._revert, self._save, space=SPACE))
        sides = QHBoxLayout()
        sides.setSpacing(3 * SPACE)
        sides.addWidget(left)
        sides.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        whole.setSpacing(2 * SPACE)
        whole.addLayout(sides, 1)
        whole.addLayout(side_by_side(self._import, self._export, None, self._close, space=SPACE))
        self._note.setObjectName("kindNote")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        # Two lines have room: what is said must not move what is clicked.
        self._note.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.resize(*_SIZE)
        order = [
            *(self._tree, self._new, self._remove, self._up, self._down),
            *self._form.in_order(),
            *(self._revert, self._save, self._import, self._export, self._close),
        ]
        for one, after in pairwise(order):
            self.setTabOrder(one, after)

    def _connect(self) -> None:
        self._tree.picked.connect(self._on_picked)
        self._tree.step_asked.connect(self._on_step)
        self._tree.put_asked.connect(self._on_put)
        self._tree.remove_asked.connect(self._on_remove)
        self._form.edited.connect(self._on_edited)
        self._new.clicked.connect(self._on_new)
        self._remove.clicked.connect(self._on_remove)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._import.clicked.connect(self.import_asked)
        self._export.clicked.connect(self.export_asked)
        self._revert.clicked.connect(self._on_revert)
        self._save.clicked.connect(self._on_save)
        self._close.clicked.connect(self.close)
        self._session.changed.connect(self._on_changed)
        self._session.refused.connect(self._on_refused)
        self._theme.changed.connect(self._on_theme)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, self._session.undo),
            (QKeySequence.StandardKey.Redo, self._session.redo),
            (QKeySequence.StandardKey.Save, self._on_save),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def tell(self, sentence: str) -> None:
        """Tell what was done."""
        self._say(sentence)

    # What is chosen

    @property
    def _workspace(self) -> Workspace:
        assert self._session.workspace is not None
        return self._session.workspace

    def _now(self) -> TagKind | None:
        """Return the kind chosen as it is; ``None`` for one that is not there."""
        return self._workspace.tag_set.get(self._chosen) if self._chosen else None

    def _wanted(self) -> TagKind | None:
        """Return the kind chosen as it is wanted; ``None`` where none is chosen."""
        if self._chosen is None:
            return None
        return self._drafts.get(self._chosen) or self._now()

    def _show_kinds(self, chosen: str | None) -> None:
        self._tree.show_kinds(self._workspace, self._drafts, chosen)

    @Slot(object)
    def _on_picked(self, name: str | None) -> None:
        self._form.finish()
        self._chosen = name
        self._show_form()

    def _show_form(self) -> None:
        wanted = self._wanted()
        self._form.setEnabled(wanted is not None)
        if wanted is not None:
            self._form.show_kind(self._workspace, wanted, self._now())
        self._check()

    @Slot()
    def _on_edited(self) -> None:
        wanted, now = self._wanted(), self._now()
        if wanted is None or self._chosen is None:
            return
        made = self._form.kind(wanted, now)
        self._drafts.put(self._chosen, made, now)
        self._tree.mark(self._chosen, self._drafts.get(self._chosen), now or made)
        self._check()

    def _check(self) -> None:
        """Say what keeps the kind from being saved, and what there is to know about it."""
        wanted, now, name = self._wanted(), self._now(), self._chosen
        changed = name is not None and name in self._drafts
        fault = ""
        key, refused = "", False
        if wanted is not None:
            self._form.show_colours(self._workspace.tag_set, wanted)
            key, refused = key_sentence(self._shortcuts, wanted.key)
            fault = self._fault(wanted) if changed else ""
        # A key that is as it was is nobody's business here.
        refused = refused and (now is None or wanted is None or wanted.key != now.key)
        self._form.show_key(key, refused=refused)
        self._save.setEnabled(changed and not fault and not refused)
        self._revert.setEnabled(changed)
        self._remove.setEnabled(now is not None)
        self._up.setEnabled(now is not None)
        self._down.setEnabled(now is not None)
        self._export.setEnabled(bool(self._workspace.tag_set.kinds))
        begun = name == NEW and wanted is not None and not wanted.label
        self._say(
            self.tr("What is the kind called?") if begun else fault,
            refused=bool(fault) and not begun,
        )

    def _fault(self, wanted: TagKind) -> str:
        """Return why a kind cannot be saved."""
        if self._workspace.read_only:
            return self._workspace.read_only
        if self._chosen == NEW and self._workspace.tag_set.get(wanted.name) is not None:
            said = self.tr("Tags are stored as “{name}” already; write another name to store.")
            return said.format(name=wanted.name)
        try:
            editing.put_kind(self._workspace, wanted)
        except WorkspaceError as error:
            return str(error)
        return ""

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        paint_in(self._note, self._theme.danger if refused else self._theme.soft_ink)
        self._note.setText(sentence)

    @Slot(object)
    def _on_refused(self, sentence: str) -> None:
        self._say(sentence, refused=True)

    @Slot()
    def _on_theme(self) -> None:
        self._show_kinds(self._chosen)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        """Follow what was done here, undone, or done by others."""
        if not changes.tag_set and not changes.annotations:
            return
        self._drafts.follow(self._workspace.tag_set)
        self._show_kinds(self._chosen)

    # Making and changing

    @Slot()
    def _on_new(self) -> None:
        if NEW not in self._drafts:
            self._drafts.put(NEW, new_kind(self._workspace.tag_set), None)
        self._show_kinds(NEW)
        self._form.begin()

    @Slot()
    def _on_save(self) -> None:
        self._form.finish()
        wanted, name = self._wanted(), self._chosen
        if wanted is None or name is None or not self._save.isEnabled():
            return
        self._drafts.drop(name)
        self._chosen = wanted.name
        if not self._operate(lambda: editing.put_kind(self._workspace, wanted)):
            self._chosen = name
            self._drafts.put(name, wanted, self._now())
            return
        # Nothing is told where saving makes no difference after all.
        self._show_kinds(wanted.name)
        self._say(self.tr("“{kind}” is saved.").format(kind=tr(wanted.label)))

    @Slot()
    def _on_revert(self) -> None:
        if self._chosen is not None:
            name, self._chosen = self._chosen, None
            self._drafts.drop(name)
            self._show_kinds(name)

    def _operate(self, make: Callable[[], Operation]) -> bool:
        """Make an operation and do it; return whether it was done."""
        try:
            operation = make()
        except WorkspaceError as error:
            self._say(str(error), refused=True)
            return False
        return self._session.apply(operation)

    # Arranging

    @Slot()
    def _on_up(self) -> None:
        self._on_step(-1)

    @Slot()
    def _on_down(self) -> None:
        self._on_step(1)

    @Slot(object)
    def _on_step(self, step: int) -> None:
        """Move the kind chosen among those beside it."""
        now = self._now()
        if now is None:
            return
        beside = [kind.name for kind in self._workspace.tag_set.children(now.parent)]
        at = beside.index(now.name) + step
        if 0 <= at < len(beside):
            self._arrange(now, beside[at], after=step > 0, parent=now.parent)

    @Slot(object, object, object)
    def _on_put(self, name: str, target: str, place: Place) -> None:
        """Put a kind beside another, or make it one of that."""
        kind, other = self._workspace.tag_set.get(name), self._workspace.tag_set.get(target)
        if kind is None or other is None:
            return
        if place is Place.WITHIN:
            put = replace(kind, parent=other.name)
            self._operate(lambda: editing.put_kind(self._workspace, put))
        else:
            self._arrange(kind, target, after=place is Place.BEHIND, parent=other.parent)

    def _arrange(self, kind: TagKind, target: str, *, after: bool, parent: str) -> None:
        """Put a kind before or behind another, below the same kind as that, in one step."""
        workspace, put = self._workspace, replace(kind, parent=parent)

        def make() -> Operation:
            within = editing.put_kind(workspace, put)
            names = moved(workspace.tag_set, kind.name, target, after=after)
            arranged = editing.arrange_kinds(workspace, names)
            edits = [
                replace(edit, after=replace(edit.after, parent=parent))
                if isinstance(edit, KindEdit) and edit.after and edit.name == kind.name
                else edit
                for edit in arranged.edits
            ]
            known = any(isinstance(one, KindEdit) and one.name == kind.name for one in edits)
            return Operation(arranged.label, (*edits, *(() if known else within.edits)))

        self._operate(make)

    # Removing

    @Slot()
    def _on_remove(self) -> None:
        """Remove the kind chosen, or ask what its tags become."""
        now = self._now()
        if now is None:
            return
        count = len(self._workspace.tags_of_kind(now.name))
        if not count:
            self._removed(now.name, None)
            return
        self._removal = RemoveKind(self, self._workspace.tag_set, now, count, self._theme)
        self._removal.agreed.connect(self._removed)
        self._removal.finished.connect(self._on_asked)
        self._removal.open()

    @Slot()
    def _on_asked(self) -> None:
        self.activateWindow()
        self._tree.setFocus()

    @Slot(object, object)
    def _removed(self, name: str, move_to: str | None) -> None:
        kind = self._workspace.tag_set.get(name)
        if kind is None:
            return
        draft = self._drafts.get(name)
        self._drafts.drop(name)
        if self._operate(lambda: editing.remove_kind(self._workspace, name, move_to)):
            said = self.tr("“{kind}” is removed; Ctrl+Z brings it back.")
            self._say(said.format(kind=tr(kind.label)))
        elif draft is not None:
            self._drafts.put(name, draft, kind)

    # Leaving

    def reject(self) -> None:
        """Close, but not over changes that are not saved."""
        self._form.finish()
        count = len(self._drafts)
        if count == 1:
            said = self.tr("1 kind has changes that are not saved; closing forgets them.")
        else:
            said = self.tr("{count} kinds have changes that are not saved; closing forgets them.")
        if not count or Ask.confirm(
            self, self.tr("Tag set"), said.format(count=count), self.tr("Close without saving")
        ):
            super().reject()
