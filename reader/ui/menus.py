"""The menus, the tool bar and the keys, made of the data in :mod:`reader.ui.actions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut

from reader.language import tr
from reader.text.script import Script, SourceScript
from reader.ui.actions import ACTIONS, MENUS, TAG, Action, Scope
from reader.ui.appearance import CHOICES
from reader.ui.icons import put_icon
from reader.ui.kinds import listed
from reader.ui.language import SYSTEM
from reader.ui.shortcuts import plain
from reader.ui.tool_bar import ToolBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QToolBar

    from reader.annotation.tag_set import TagKind, TagSet
    from reader.ui.commands import Commands
    from reader.ui.frame import Frame
    from reader.ui.session import Session

_TOOLS = (
    ("open_workspace", "import_files", "paste_article", "export"),
    ("undo", "redo"),
    ("find", "show_tag_table"),
)
SCRIPT_COMMANDS = {
    Script.ORIGINAL: "show_original",
    Script.SIMPLIFIED: "show_simplified",
    Script.TRADITIONAL: "show_traditional",
    Script.TAIWAN: "show_taiwan",
    Script.HONG_KONG: "show_hong_kong",
}
PANEL_COMMANDS = {
    "articles": "show_articles",
    "side": "show_side",
    "table": "show_tag_table",
    "history": "show_history",
}
THEME_COMMANDS = {choice: f"theme_{choice}" for choice in CHOICES}
LANGUAGE_COMMANDS = {
    SYSTEM: "language_system",
    "en": "language_english",
    "zh-Hans": "language_simplified",
    "zh-Hant": "language_traditional",
}
WRITTEN_COMMANDS = {
    None: "written_detected",
    SourceScript.SIMPLIFIED.value: "written_simplified",
    SourceScript.TRADITIONAL.value: "written_traditional",
    SourceScript.MIXED.value: "written_mixed",
}


class Menus(QObject):
    """Every action of the window, in its menus and with its keys.

    Attributes:
        actions: The actions by command.
        kinds: The actions that tag, one a kind of the tag set.
    """

    def __init__(self, window: Frame, session: Session, commands: Commands) -> None:
        """Fill the window's menu bar."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._commands = commands
        self._shortcuts = window.shortcuts
        self._menus: dict[str, QMenu] = {}
        self.actions: dict[str, QAction] = {}
        self.kinds: list[QAction] = []
        for title in MENUS:
            self._menus[title] = window.menuBar().addMenu(self.tr(title))
        for spec in ACTIONS:
            menu = self._menu(spec.menu)
            if spec.separated:
                menu.addSeparator()
            menu.addAction(self._action(spec))
        for choices in (SCRIPT_COMMANDS, WRITTEN_COMMANDS, THEME_COMMANDS, LANGUAGE_COMMANDS):
            group = QActionGroup(self)
            for name in choices.values():
                group.addAction(self.actions[name])
        # Only in the text: elsewhere it is a sign that is written.
        asked = QShortcut(QKeySequence("?"), window.parallel)
        asked.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        asked.activated.connect(commands.slot("show_keyboard"))
        self._shortcuts.changed.connect(self._on_keys)

    def tool_bar(self) -> QToolBar:
        """Return a bar of what is used most."""
        bar = ToolBar(self.tr("Tools"))
        for group in _TOOLS:
            if bar.actions():
                bar.addSeparator()
            for name in group:
                bar.addAction(self.actions[name])
        return bar

    def check(self, command: str, *, on: bool = True) -> None:
        """Show that what a command turns on and off is on."""
        self.actions[command].setChecked(on)

    def show_kinds(self, tag_set: TagSet) -> None:
        """Put the kinds of the tag set at the head of the Tag menu."""
        menu = self._menus[TAG]
        self._shortcuts.set_kinds(tag_set)
        for action in self.kinds:
            menu.removeAction(action)
            self._window.parallel.removeAction(action)
            action.deleteLater()
        # The same list, as the palette holds it.
        self.kinds[:] = [self._kind_action(kind) for kind in listed(tag_set)]
        menu.insertActions(menu.actions()[0], self.kinds)

    def show_undo(self) -> None:
        """Say in the menu what Undo and Redo would do."""
        workspace = self._session.workspace
        undo, redo = (
            (None, None) if workspace is None else (workspace.undo_label, workspace.redo_label)
        )
        for name, plainly, said, word, label in (
            ("undo", self.tr("&Undo"), self.tr("&Undo {label}"), self.tr("Undo"), undo),
            ("redo", self.tr("&Redo"), self.tr("&Redo {label}"), self.tr("Redo"), redo),
        ):
            action = self.actions[name]
            action.setEnabled(label is not None)
            action.setText(said.format(label=tr(label)) if label else plainly)
            action.setIconText(word)
            action.setToolTip(_tip(action))

    def _menu(self, path: str) -> QMenu:
        """Return a menu, or the submenu after the slash, making it the first time."""
        if path not in self._menus:
            parent, _slash, title = path.partition("/")
            self._menus[path] = self._menus[parent].addMenu(self.tr(title))
        return self._menus[path]

    def _action(self, spec: Action) -> QAction:
        action = QAction(self.tr(spec.text), self)
        action.setShortcuts(self._shortcuts.sequences(spec.command))
        action.setCheckable(spec.checkable)
        action.setToolTip(_tip(action))
        action.setIconText(self.tr(spec.tool) or _name(action))
        if spec.icon:
            put_icon(action, spec.icon, self._window.theme)
        self._put_in_scope(action, spec.scope)
        action.triggered.connect(self._commands.slot(spec.command))
        self.actions[spec.command] = action
        return action

    def _kind_action(self, kind: TagKind) -> QAction:
        # An ampersand in what a reader calls a kind is no letter to press.
        label = tr(kind.label).lower().replace("&", "&&")
        action = QAction(self.tr("Tag as {kind}").format(kind=label), self)
        action.setShortcut(QKeySequence(kind.key))
        action.setData(kind.name)
        self._put_in_scope(action, Scope.SURFACE)
        action.triggered.connect(self._on_kind)
        return action

    def _put_in_scope(self, action: QAction, scope: Scope) -> None:
        if scope is Scope.SURFACE:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._window.parallel.addAction(action)

    @Slot()
    def _on_keys(self) -> None:
        """Give every action the keys that it has now."""
        for command, action in self.actions.items():
            action.setShortcuts(self._shortcuts.sequences(command))
            action.setToolTip(_tip(action))

    @Slot()
    def _on_kind(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._session.tag(str(action.data()))


def _tip(action: QAction) -> str:
    """Return an action's name with its first shortcut."""
    name = _name(action)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name} ({keys})" if keys else name


def _name(action: QAction) -> str:
    """Return what an action's menu entry says, without its marks."""
    return plain(action.text())
