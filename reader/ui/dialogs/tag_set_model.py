"""What the tag-set editor works on: kinds as the reader wants them, and what is said of them."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from reader.annotation.colours import suggest_colour, warnings_for
from reader.annotation.operation import KindEdit
from reader.annotation.tag_set import TagKind, TagSet
from reader.ui.actions import ACTIONS, SURFACE_OWN
from reader.ui.kinds import listed, with_narrower
from reader.ui.shortcuts import native, normal, title

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from reader.annotation.operation import Operation
    from reader.ui.shortcuts import Shortcuts

NEW: Final = ""
"""Stands for the name of a kind that is not there yet."""
_WORD: Final = re.compile(r"[a-z0-9]+")


class Drafts:
    """Kinds as the reader wants them, by the name they have now; only what differs is kept."""

    def __init__(self) -> None:
        """Begin with nothing changed."""
        self._wanted: dict[str, TagKind] = {}
        self._based_on: dict[str, TagKind | None] = {}

    def __len__(self) -> int:
        """Number of kinds with changes that are not saved."""
        return len(self._wanted)

    def __contains__(self, name: str) -> bool:
        """Return whether a kind has changes that are not saved."""
        return name in self._wanted

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the kinds with changes."""
        return iter(self._wanted)

    def get(self, name: str) -> TagKind | None:
        """Return a kind as it is wanted, if it has changes."""
        return self._wanted.get(name)

    def put(self, name: str, wanted: TagKind, now: TagKind | None) -> None:
        """Keep how a kind is wanted; nothing, where that is how it is."""
        if wanted == now:
            self.drop(name)
        else:
            self._wanted[name] = wanted
            self._based_on.setdefault(name, now)

    def drop(self, name: str) -> None:
        """Forget what was wanted of a kind."""
        self._wanted.pop(name, None)
        self._based_on.pop(name, None)

    def follow(self, tag_set: TagSet) -> None:
        """Take over what was changed elsewhere, but for what the reader changed too."""
        for name, wanted in list(self._wanted.items()):
            base, now = self._based_on[name], tag_set.get(name)
            if base is None or now is None or now == base:
                continue
            own = {
                one.name: getattr(wanted, one.name)
                for one in fields(TagKind)
                if getattr(wanted, one.name) != getattr(base, one.name)
            }
            self._based_on[name] = now
            self.put(name, replace(now, **own), now)


def new_kind(tag_set: TagSet) -> TagKind:
    """Return a kind to begin with: a colour unlike the others, and nothing else."""
    taken = [kind.name for kind in tag_set]
    return TagKind(proposed_name("", taken, "kind"), "", suggest_colour(tag_set), "")


def proposed_name(label: str, taken: Container[str], what: str) -> str:
    """Return a name to store something under that is called ``label``.

    It is made of the small letters and digits of the label, or where there are none, as in
    Chinese, of ``what`` it is and a number.
    """
    words = _WORD.findall(label.lower())
    name = "-".join(words)
    if not name[:1].isalpha():
        name = ""
    number = 1
    found = name or f"{what}-{number}"
    while found in taken:
        number += 1
        found = f"{name or what}-{number}"
    return found


def colour_sentences(tag_set: TagSet, kind: TagKind) -> list[str]:
    """Return what is to be said of a kind's colour beside those of the others."""
    others = (one for one in tag_set if one.name != kind.name)
    return [said for one in others for said in warnings_for(TagSet((one, kind)))]


def suggestions(tag_set: TagSet, count: int) -> list[str]:
    """Return colours that differ from those of all kinds, and from each other."""
    return list(_suggestions(tuple(kind.colour for kind in tag_set), count))


# Looking takes a while, and each letter that is typed elsewhere asks again.
@lru_cache(maxsize=8)
def _suggestions(taken: tuple[str, ...], count: int) -> tuple[str, ...]:
    tag_set = TagSet(tuple(TagKind(colour, "", colour, "") for colour in taken))
    found: list[str] = []
    while len(found) < count:
        made = suggest_colour(tag_set)
        if made in found:
            break
        found.append(made)
        tag_set = TagSet((*tag_set, TagKind(f"suggested {len(found)}", "", made, "")))
    return tuple(found)


def key_sentence(shortcuts: Shortcuts, key: str) -> tuple[str, bool]:
    """Return what else a kind's key does in the text, and whether it must not be given."""
    pressed = normal(key)
    if not pressed:
        return "", False
    shown = native((pressed,))
    if pressed in SURFACE_OWN:
        said = _translated("{keys} moves, scrolls or helps in the text; choose another key.")
        return said.format(keys=shown), True
    for spec in ACTIONS:
        # A kind that has it already has taken it from the action.
        usual = (normal(one) for one in spec.keys)
        if pressed in shortcuts.keys(spec.command) or pressed in usual:
            said = _translated("{keys} is the key of “{action}” too, which then has none.")
            return said.format(keys=shown, action=title(spec)), False
    return "", False


def moved(tag_set: TagSet, name: str, target: str, *, after: bool) -> list[str]:
    """Return the names in order, with one and what is below it put before or behind another."""
    order = [kind.name for kind in listed(tag_set)]
    block = with_narrower(tag_set, [name])
    taken = [one for one in order if one in block]
    left = [one for one in order if one not in block]
    beside = with_narrower(tag_set, [target])
    places = [place for place, one in enumerate(left) if one in beside]
    place = places[-1] + 1 if after else places[0]
    return [*left[:place], *taken, *left[place:]]


def nameless() -> str:
    """Return what a kind is called that has no name yet."""
    return _translated("New kind")


def differences(before: TagKind, after: TagKind) -> list[str]:
    """Return what of a kind is another thing, in words."""
    words = {
        "label": _translated("name"),
        "colour": _translated("colour"),
        "key": _translated("key"),
        "parent": _translated("part of"),
        "attributes": _translated("attributes"),
    }
    return [said for part, said in words.items() if getattr(before, part) != getattr(after, part)]


def taken_in(
    tag_set: TagSet, operation: Operation
) -> tuple[list[TagKind], list[tuple[TagKind, list[str]]]]:
    """Return the kinds that an operation adds, and those it changes with what it changes."""
    added: list[TagKind] = []
    changed: list[tuple[TagKind, list[str]]] = []
    for edit in operation.edits:
        if isinstance(edit, KindEdit) and edit.after is not None:
            before = tag_set.get(edit.name)
            if before is None:
                added.append(edit.after)
            else:
                what = differences(before, edit.after) or [_translated("details")]
                changed.append((before, what))
    return added, changed


def _translated(text: str) -> str:
    return QCoreApplication.translate("TagSetDialog", text)
