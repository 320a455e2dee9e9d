"""Which keys do what: as :mod:`reader.ui.actions` says, but for what the reader changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from reader.language import tr
from reader.ui.actions import ACTIONS, MENUS, SURFACE_OWN, Action, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QKeyCombination, QSettings

    from reader.annotation.tag_set import TagSet

_GROUP: Final = "keys/"
# No key contains it: within one, the sign stands at the end or after a plus.
_BETWEEN: Final = " | "
_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
# Qt numbers letters and signs, then Escape to Page Down and the modifiers; the
# function keys come after all of these and write nothing.
_FIRST_FUNCTION_KEY: Final = Qt.Key.Key_F1
_MODIFIERS: Final = range(Qt.Key.Key_Shift, Qt.Key.Key_ScrollLock + 1)
_TABS: Final = ("Tab", "Shift+Tab", "Backtab", "Shift+Backtab")
_MOVES: Final = ("Left", "Right", "Home", "End", "Up", "Down", "Backspace", "Del")
_FIELD_KEYS: Final = frozenset(
    [f"Ctrl+{key}" for key in ("A", "C", "V", "X", "Y", "Z", "Shift+Z", "Ins", "Return", "Enter")]
    + [f"Ctrl+{shift}{key}" for key in _MOVES for shift in ("", "Shift+")]
)
_ACCESS: Final = re.compile(r"\s*\(&\w\)")


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a key cannot simply be given.

    Attributes:
        sentence: For the user.
        command: Whose key it is and from whom it can be taken; empty where it cannot be given.
    """

    sentence: str
    command: str = ""


class Shortcuts(QObject):
    """The keys of every action. Only what differs from the usual ones is remembered.

    A key never does two things: what the reader gave counts for more than the usual
    keys, and the key of a kind of tag for more than both, as it belongs to the tag set.

    Attributes:
        changed: Some action has other keys.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        """Take up what was given the last time; what makes no sense counts as not given."""
        super().__init__(parent)
        self._settings = settings
        self._specs = {spec.command: spec for spec in ACTIONS}
        self._kinds: dict[str, str] = {}
        self._given: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._read()
        self._resolve()

    def keys(self, command: str) -> tuple[str, ...]:
        """Return the keys of an action, in Qt's portable notation."""
        return self._keys[command]

    def sequences(self, command: str) -> list[QKeySequence]:
        """Return the keys of an action as Qt takes them."""
        return [QKeySequence.fromString(key, _PORTABLE) for key in self._keys[command]]

    def shown(self, command: str) -> str:
        """Return the keys of an action as the system writes them, two spaces between."""
        return native(self._keys[command])

    def differs(self, command: str) -> bool:
        """Return whether an action has other keys than usual."""
        return self._keys[command] != _usual(self._specs[command])

    def set_kinds(self, tag_set: TagSet) -> None:
        """Keep free the keys of the kinds of tag."""
        kinds = {normal(kind.key): tr(kind.label) for kind in tag_set if normal(kind.key)}
        if kinds != self._kinds:
            self._kinds = kinds
            self._resolve()

    def clash(self, command: str, key: str) -> Clash | None:
        """Return what stands in the way of giving a key to an action, if anything does."""
        spec = self._specs[command]
        if key not in _usual(spec) and (sentence := self._refusal(spec.scope, key)):
            return Clash(sentence)
        shown = native((key,))
        if key in self._kinds:
            said = self.tr("{keys} tags as {kind}; the key of a kind is set in the tag set.")
            return Clash(said.format(keys=shown, kind=self._kinds[key].lower()))
        for other in ACTIONS:
            if other is not spec and key in self._keys[other.command] and _meet(spec, other):
                said = self.tr("{keys} is the key of “{action}”.")
                return Clash(said.format(keys=shown, action=title(other)), other.command)
        if key in SURFACE_OWN and key not in _usual(spec):
            said = self.tr("{keys} moves, scrolls or helps in the text.")
            return Clash(said.format(keys=shown))
        return None

    def give(self, command: str, keys: Sequence[str]) -> None:
        """Give an action these keys and no others, taking them from whoever has them."""
        spec = self._specs[command]
        for other in ACTIONS:
            given = self._given.get(other.command)
            if other is not spec and given is not None and _meet(spec, other):
                left = tuple(key for key in given if key not in keys)
                self._keep(other, left)
        self._keep(spec, tuple(keys))
        self._resolve()

    def reset(self, command: str) -> None:
        """Give an action its usual keys again, but for those that the reader gave to another."""
        self._forget(command)
        self._resolve()

    def reset_all(self) -> None:
        """Give every action its usual keys again."""
        self._settings.remove(_GROUP.rstrip("/"))
        self._given.clear()
        self._resolve()

    def _keep(self, spec: Action, keys: tuple[str, ...]) -> None:
        if keys == _usual(spec):
            self._forget(spec.command)
        elif keys != self._given.get(spec.command):
            self._given[spec.command] = keys
            self._settings.setValue(_GROUP + spec.command, _BETWEEN.join(keys))

    def _forget(self, command: str) -> None:
        self._given.pop(command, None)
        self._settings.remove(_GROUP + command)

    def _read(self) -> None:
        for spec in ACTIONS:
            value = self._settings.value(_GROUP + spec.command)
            if not isinstance(value, str):
                continue
            keys = tuple(normal(part) for part in value.split(_BETWEEN)) if value else ()
            if keys != _usual(spec) and all(self._may_have(spec, key) for key in keys):
                self._given[spec.command] = keys

    def _may_have(self, spec: Action, key: str) -> bool:
        """Return whether a key of the settings makes sense, and nobody was given it before."""
        if not key:
            return False
        if key not in _usual(spec) and (key in SURFACE_OWN or self._refusal(spec.scope, key)):
            return False
        return not any(
            key in keys and _meet(spec, self._specs[other]) for other, keys in self._given.items()
        )

    def _resolve(self) -> None:
        """Find out who has which key, and tell if that is new."""
        held: list[tuple[str, Scope]] = [(key, Scope.SURFACE) for key in self._kinds]
        found: dict[str, tuple[str, ...]] = {}
        for given in (True, False):
            for spec in ACTIONS:
                if (spec.command in self._given) is given:
                    wanted = self._given.get(spec.command, _usual(spec))
                    free = tuple(key for key in wanted if not _is_held(key, spec.scope, held))
                    found[spec.command] = free
                    held += [(key, spec.scope) for key in free]
        if found != self._keys:
            self._keys = found
            self.changed.emit()

    def _refusal(self, scope: Scope, key: str) -> str:
        """Return the sentence that says why no action of a scope may have a key."""
        sequence = QKeySequence.fromString(key, _PORTABLE)
        shown = native((key,))
        if sequence.count() != 1 or _combination(sequence).key() in _MODIFIERS:
            return self.tr("Press one key, with or without Ctrl, Alt or Shift.")
        if key in _TABS:
            return self.tr("{keys} goes from one control to the next.").format(keys=shown)
        if key in _menu_keys():
            return self.tr("{keys} opens a menu.").format(keys=shown)
        if scope is Scope.WINDOW and _writes(sequence, key):
            return self.tr(
                "{keys} is needed to write in fields, and this works in the whole window: "
                "press a function key, or Ctrl or Alt with a key."
            ).format(keys=shown)
        return ""


def normal(key: str) -> str:
    """Return a key as Qt writes it, so that two ways to write one are equal; empty for none."""
    return QKeySequence.fromString(key, _PORTABLE).toString(_PORTABLE)


def native(keys: Iterable[str]) -> str:
    """Return keys as the system writes them, two spaces between."""
    return "  ".join(QKeySequence.fromString(key, _PORTABLE).toString(_NATIVE) for key in keys)


def title(spec: Action) -> str:
    """Return what an action is called, without the marks of a menu."""
    return plain(QCoreApplication.translate("Menus", spec.text))


def menu_path(menu: str) -> str:
    """Return what a menu is called, a submenu after its own."""
    parts = menu.split("/")
    return " › ".join(plain(QCoreApplication.translate("Menus", part)) for part in parts)


def plain(text: str) -> str:
    """Return a menu's words without its marks: access key, dots."""
    return without_access(text).rstrip("…")


def without_access(text: str) -> str:
    """Return a menu's words without its access key: ``&Open…`` and ``打开(&O)…`` alike."""
    return _ACCESS.sub("", text).replace("&", "")


def _usual(spec: Action) -> tuple[str, ...]:
    return tuple(map(normal, spec.keys))


def _meet(one: Action, other: Action) -> bool:
    return _overlap(one.scope, other.scope)


def _overlap(one: Scope, other: Scope) -> bool:
    """Return whether there is a place where keys of both scopes work."""
    return one is other or Scope.WINDOW in (one, other)


def _is_held(key: str, scope: Scope, held: Iterable[tuple[str, Scope]]) -> bool:
    return any(key == other and _overlap(scope, where) for other, where in held)


def _menu_keys() -> set[str]:
    return {f"Alt+{name[name.index('&') + 1].upper()}" for name in MENUS}


def _writes(sequence: QKeySequence, key: str) -> bool:
    """Return whether a field for text has its own use of a key."""
    pressed = _combination(sequence)
    others = Qt.KeyboardModifier
    commanding = others.ControlModifier | others.AltModifier | others.MetaModifier
    if pressed.keyboardModifiers() & commanding:
        return key in _FIELD_KEYS
    return pressed.key() < _FIRST_FUNCTION_KEY


def _combination(sequence: QKeySequence) -> QKeyCombination:
    """Return the only key of a sequence, with its modifiers."""
    combination: QKeyCombination = sequence[0]  # type: ignore[index]
    return combination
