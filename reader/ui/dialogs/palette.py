"""The command palette: everything the window can do, by a few letters of its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Slot

from reader.ui.actions import ACTIONS, TAG, WRITTEN, Action, Scope
from reader.ui.dialogs.overlay import Overlay, Row
from reader.ui.fuzzy import Name, distance, words_of
from reader.ui.panels.elements import sans_faces
from reader.ui.shortcuts import menu_path, plain, title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from reader.ui.reading.parallel import ParallelView
    from reader.ui.session import Session
    from reader.ui.shortcuts import Shortcuts
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

_SHOWN: Final = 150
_REMEMBERED: Final = 12
_SETTING: Final = "palette/used"
# What else an action is called, and where it stands, count for less than its name.
_ALIAS, _MENU, _ARTICLE = 0.25, 1.5, 0.4
# What an article was written in is said once, if ever; a script of the same name is shown daily.
_RARE: Final = 0.5
_COMMAND_KEY, _KIND_KEY, _ARTICLE_KEY = "do ", "kind ", "article "


class Used:
    """What was chosen in the palette, the last first; remembered."""

    def __init__(self, settings: QSettings) -> None:
        """Take up what was chosen the last time."""
        self._settings = settings
        value = settings.value(_SETTING)
        self._keys = value.split("\n") if isinstance(value, str) else []

    def note(self, key: str) -> None:
        """Remember that something was chosen."""
        self._keys = [key, *(one for one in self._keys if one != key)][:_REMEMBERED]
        self._settings.setValue(_SETTING, "\n".join(self._keys))

    def place(self, key: str) -> int:
        """Return how long ago something was chosen: 0 for the last."""
        return self._keys.index(key) if key in self._keys else _REMEMBERED


@dataclass(frozen=True, slots=True)
class Reach:
    """What the palette needs of its window.

    Attributes:
        actions: The actions by command.
        kinds: The actions that tag.
        shortcuts: Which keys do what.
        used: What was chosen before.
        parallel: The text.
        theme: The colours.
    """

    actions: Mapping[str, QAction]
    kinds: Sequence[QAction]
    shortcuts: Shortcuts
    used: Used
    parallel: ParallelView
    theme: Theme


@dataclass(frozen=True, slots=True)
class _Entry:
    """What can be chosen.

    Attributes:
        key: Of its row.
        names: What it is called, with how much less each counts.
        off: How much farther off it is than others that fit as well.
        enabled: Whether it can be chosen now.
        used: How long ago it was chosen.
    """

    key: str
    names: tuple[tuple[Name, float], ...]
    off: float
    enabled: bool
    used: int

    def rank(self, words: Sequence[str]) -> tuple[bool, int, int, float] | None:
        """Return its place among the others; ``None`` where it does not fit."""
        far = distance(words, self.names)
        if far is None:
            return None
        far += self.off if words else 0.0
        return not self.enabled, int(far), self.used, far


class Palette(Overlay):
    """Lists the actions, the kinds of tag and the articles that fit what is typed."""

    def __init__(self, window: QWidget, session: Session, reach: Reach) -> None:
        """List what the window can do now."""
        super().__init__(window, reach.theme)
        self.setObjectName("palette")
        self._reach = reach
        self._session = session
        self._actions = reach.actions
        self._kinds = {str(action.data()): action for action in reach.kinds}
        self._specs = {spec.command: spec for spec in ACTIONS}
        self._entries = self._all()
        session.changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        self.setAccessibleName(self.tr("Command palette"))
        self.field.setObjectName("paletteField")
        self.field.setAccessibleName(self.tr("Command, kind of tag or article"))
        self.field.setPlaceholderText(self.tr("Do… (a command, a kind of tag, an article)"))
        self.view.setObjectName("paletteList")
        self.view.setAccessibleName(self.tr("What fits"))

    # What there is

    @Slot(object)
    def _on_opened(self, _workspace: Workspace) -> None:
        """Go away: what is listed was in another workspace."""
        self.dismiss()

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        """Take kinds and articles as they are now: somebody else may have changed them."""
        if (changes.tag_set or changes.articles) and not self.left:
            self._kinds = {str(action.data()): action for action in self._reach.kinds}
            self._entries = self._all()
            self.refresh()

    def _all(self) -> list[_Entry]:
        used = self._reach.used
        entries = []
        for name, action in self._kinds.items():
            key = _KIND_KEY + name
            names = ((Name(plain(action.text())), 0.0), (Name(name), _ALIAS), self._menu(TAG))
            entries.append(_Entry(key, names, 0.0, action.isEnabled(), used.place(key)))
        for spec in ACTIONS:
            if spec.command != "show_palette":
                key = _COMMAND_KEY + spec.command
                enabled = self._actions[spec.command].isEnabled()
                off = _RARE if spec.menu == WRITTEN else 0.0
                entries.append(_Entry(key, self._names(spec), off, enabled, used.place(key)))
        return entries + self._articles()

    def _articles(self) -> list[_Entry]:
        workspace, used = self._session.workspace, self._reach.used
        entries = []
        for article_id in () if workspace is None else workspace.articles:
            assert workspace is not None
            key = _ARTICLE_KEY + article_id
            names = ((Name(workspace.details(article_id).title), 0.0),)
            entries.append(_Entry(key, names, _ARTICLE, enabled=True, used=used.place(key)))
        return entries

    def _names(self, spec: Action) -> tuple[tuple[Name, float], ...]:
        """Return what an action is called: here, in English, on its button, by its menu."""
        called = [plain(self._actions[spec.command].text()), title(spec), plain(spec.text)]
        if spec.tool:
            called.append(QCoreApplication.translate("Menus", spec.tool))
        first, *others = dict.fromkeys(called)
        aliases = tuple((Name(other), _ALIAS) for other in others)
        return (Name(first), 0.0), *aliases, self._menu(spec.menu)

    def _menu(self, menu: str) -> tuple[Name, float]:
        english = plain(menu.replace("/", " "))
        shown = menu_path(menu)
        return Name(f"{shown} {english}" if shown != english else shown), _MENU

    # What fits

    def rows_for(self, query: str) -> Sequence[Row]:
        """Return what fits, the best and the last used first, what cannot be done now last."""
        words = words_of(query)
        ranked = []
        for order, entry in enumerate(self._entries):
            rank = entry.rank(words)
            if rank is not None:
                ranked.append((*rank, order))
        ranked.sort()
        return [self._row(self._entries[rank[-1]].key) for rank in ranked[:_SHOWN]]

    def hint_for(self, query: str, rows: Sequence[Row]) -> str:
        """Say so where nothing fits."""
        said = self.tr("Nothing here is called “{words}”. Fewer letters may find it.")
        return "" if rows else said.format(words=query.strip())

    def _row(self, key: str) -> Row:
        if key.startswith(_ARTICLE_KEY):
            return self._article_row(key)
        if key.startswith(_KIND_KEY):
            return self._kind_row(key)
        spec = self._specs[key.removeprefix(_COMMAND_KEY)]
        action = self._actions[spec.command]
        return Row(
            key,
            plain(action.text()),
            menu_path(spec.menu),
            self._reach.shortcuts.shown(spec.command),
            action.isEnabled(),
            action.isChecked() if spec.checkable else None,
        )

    def _kind_row(self, key: str) -> Row:
        name = key.removeprefix(_KIND_KEY)
        action, workspace = self._kinds[name], self._session.workspace
        kind = None if workspace is None else workspace.tag_set.get(name)
        return Row(
            key,
            plain(action.text()),
            menu_path(TAG),
            action.shortcut().toString(action.shortcut().SequenceFormat.NativeText),
            action.isEnabled(),
            colour=kind.colour if kind else "",
        )

    def _article_row(self, key: str) -> Row:
        workspace, article_id = self._session.workspace, key.removeprefix(_ARTICLE_KEY)
        assert workspace is not None
        shown = self._session.article
        return Row(
            key,
            workspace.details(article_id).title,
            self.tr("Article"),
            on=True if shown is not None and shown.id == article_id else None,
            families=tuple(sans_faces(workspace.script(article_id))),
        )

    # What is done

    def take(self, row: Row) -> None:
        """Do it, as its menu would."""
        self._reach.used.note(row.key)
        if row.key.startswith(_ARTICLE_KEY):
            self._session.show_article(row.key.removeprefix(_ARTICLE_KEY))
            self._reach.parallel.main.setFocus()
        elif row.key.startswith(_KIND_KEY):
            self._to_the_text()
            self._kinds[row.key.removeprefix(_KIND_KEY)].trigger()
        else:
            spec = self._specs[row.key.removeprefix(_COMMAND_KEY)]
            if spec.scope is Scope.SURFACE:
                self._to_the_text()
            self._actions[spec.command].trigger()

    def _to_the_text(self) -> None:
        """Give the keyboard to the text, unless it is there: what follows is done to it."""
        if not self._reach.parallel.active.hasFocus():
            self._reach.parallel.main.setFocus()
