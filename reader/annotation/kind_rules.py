"""What must hold between the kinds of a tag set, and what is made of one in which it does not.

Nobody can make such a tag set at one place: there it is refused. Two people who make
kinds out of sight of each other can.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.annotation.tag_set import AttributeType, TagSet
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.annotation.tag_set import Attribute, TagKind

NAME: Final = re.compile(r"[a-z][a-z0-9_-]*")
"""The form of a new kind's name, and of a new attribute's."""
DEEPEST: Final = 20
"""Levels of kinds at most, each of a broader one."""
COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
"""The form of a colour."""


def settled(tag_set: TagSet) -> tuple[TagSet, tuple[str, ...]]:
    """Return a tag set in which every rule between kinds holds, and sentences that say what gave.

    A kind that stands earlier keeps its key and its broader kind. A broader kind that is not
    there counts as none, and is not spoken of.
    """
    kinds: dict[str, TagKind] = {}
    said: list[str] = []
    for kind in tag_set:
        if kind.name in kinds:
            continue
        first = _of_key(kind.key, kinds.values())
        if first is not None:
            said.append(
                tr(
                    "“{kind}” has no key, because “{first}” has {key} too and stands before it; "
                    "give it another key."
                ).format(kind=tr(kind.label), first=tr(first.label), key=kind.key)
            )
        same = next((one for one in kinds.values() if _same(one.label, kind.label)), None)
        if same is not None:
            said.append(
                tr(
                    "Two kinds are called “{label}” ({first} and {second}); give one of them "
                    "another name."
                ).format(label=tr(kind.label), first=same.name, second=kind.name)
            )
        kinds[kind.name] = kind if first is None else replace(kind, key="")
    parents, circles = _parents(kinds)
    made = tuple(
        kind
        if kind.parent == parents.get(name, "")
        else replace(kind, parent=parents.get(name, ""))
        for name, kind in kinds.items()
    )
    return (tag_set if made == tag_set.kinds else TagSet(made)), (*said, *circles)


def _parents(kinds: Mapping[str, TagKind]) -> tuple[dict[str, str], list[str]]:
    """Return the broader kinds that hold, without circles, and sentences about those left out."""
    parents: dict[str, str] = {}
    said = []
    for name, kind in kinds.items():
        if kind.parent not in kinds:
            continue
        if name in _above(kind.parent, parents):
            said.append(
                tr(
                    "“{kind}” stands at the top, because it is said to be one of “{parent}”, which "
                    "is one of it; choose where it belongs."
                ).format(kind=tr(kind.label), parent=tr(kinds[kind.parent].label))
            )
        else:
            parents[name] = kind.parent
    return parents, [*said, *_cut(parents, kinds)]


def _cut(parents: dict[str, str], kinds: Mapping[str, TagKind]) -> Iterator[str]:
    """Have kinds that stand too deep stand at the top, and say so; there are no circles."""
    levels: dict[str, int] = {}
    for name in kinds:
        path = [name]
        while path[-1] in parents and parents[path[-1]] not in levels:
            path.append(parents[path[-1]])
        for one in reversed(path):
            levels[one] = levels.get(parents.get(one, ""), 0) + 1
            if levels[one] > DEEPEST:
                levels[one] = 1
                del parents[one]
                yield tr(
                    "“{kind}” stands at the top, because kinds go no deeper than {levels} levels; "
                    "choose where it belongs."
                ).format(kind=tr(kinds[one].label), levels=DEEPEST)


def fault(kind: TagKind, tag_set: TagSet, before: TagKind | None = None) -> str:
    """Return what keeps a kind from standing in a tag set; empty where nothing does.

    Args:
        kind: The kind, as it is to be.
        tag_set: The tag set; a kind of the same name in it gives way.
        before: The kind as it is now, of which names and a key that somebody wrote by hand
            are kept; ``None`` for a new one.

    Returns:
        One sentence for the user.
    """
    others = TagSet(tuple(one for one in tag_set if one.name != kind.name))
    return next(filter(None, _faults(kind, before, others)), "")


def _faults(kind: TagKind, before: TagKind | None, others: TagSet) -> Iterator[str]:
    if before is None and not NAME.fullmatch(kind.name):
        yield tr(
            "“{name}” is no name to store tags under; begin with a small letter a–z and go on with "
            "small letters, digits, “_” or “-”."
        ).format(name=kind.name)
    if not kind.label.strip():
        yield tr("The kind has no name to be shown; write one.")
    same = next((one for one in others if _same(one.label, kind.label)), None)
    if same is not None:
        yield tr("There is a kind “{label}” already; choose another name.").format(
            label=tr(same.label)
        )
    if not COLOUR.fullmatch(kind.colour):
        yield tr("“{colour}” is no colour; write # and six digits, such as #0069a8.").format(
            colour=kind.colour
        )
    if len(kind.key) > 1 and (before is None or before.key != kind.key):
        yield tr("“{key}” is no key; choose one letter or digit, or none.").format(key=kind.key)
    first = _of_key(kind.key, others)
    if first is not None:
        yield tr("“{kind}” has the key {key} already; choose another key.").format(
            kind=tr(first.label), key=kind.key
        )
    yield _parent_fault(kind, others)
    for attribute in kind.attributes:
        known = before is not None and before.attribute(attribute.name) is not None
        yield from _attribute_faults(attribute, known=known)
    names = [attribute.name for attribute in kind.attributes]
    for name in dict.fromkeys(one for one in names if names.count(one) > 1):
        yield tr("“{kind}” has two attributes “{name}”; give one of them another name.").format(
            kind=tr(kind.label), name=name
        )


def _parent_fault(kind: TagKind, others: TagSet) -> str:
    if not kind.parent:
        return ""
    if kind.parent == kind.name:
        return tr("“{kind}” cannot be one of itself; choose another broader kind.").format(
            kind=tr(kind.label)
        )
    parent = others.get(kind.parent)
    if parent is None:
        return tr("There is no kind “{name}” to be the broader one; choose another.").format(
            name=kind.parent
        )
    parents = {one.name: one.parent for one in others}
    if kind.name not in _above(kind.parent, parents) and _is_too_deep(kind, parents):
        return tr(
            "Kinds go no deeper than {levels} levels; choose another broader kind for “{kind}”."
        ).format(levels=DEEPEST, kind=tr(kind.label))
    if kind.name in _above(kind.parent, parents):
        return tr(
            "“{parent}” is one of “{kind}” already, so it cannot be the broader one; choose "
            "another kind."
        ).format(parent=tr(parent.label), kind=tr(kind.label))
    return ""


def _attribute_faults(attribute: Attribute, *, known: bool) -> Iterator[str]:
    if not known and not NAME.fullmatch(attribute.name):
        yield tr(
            "“{name}” is no name to store an attribute under; begin with a small letter a–z and go "
            "on with small letters, digits, “_” or “-”."
        ).format(name=attribute.name)
    if not attribute.label.strip():
        yield tr("The attribute “{name}” has no name to be shown; write one.").format(
            name=attribute.name
        )
    if attribute.type is not AttributeType.CHOICE:
        return
    if not any(choice.strip() for choice in attribute.choices):
        yield tr("“{label}” is a choice of nothing; write what there is to choose.").format(
            label=tr(attribute.label)
        )
    if len(set(attribute.choices)) < len(attribute.choices):
        yield tr("“{label}” has one choice twice; remove one of them.").format(
            label=tr(attribute.label)
        )


def _of_key(key: str, kinds: Iterable[TagKind]) -> TagKind | None:
    """Return the kind that has a key, which with Shift is the same key."""
    if not key:
        return None
    return next((kind for kind in kinds if _same(kind.key, key)), None)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _is_too_deep(kind: TagKind, parents: Mapping[str, str]) -> bool:
    """Return whether a kind, or one of those below it, would stand deeper than any may."""
    levels = {**parents, kind.name: kind.parent}
    # Those that the kind stands above, itself among them, are the ones that may be too deep now.
    paths = (_above(one, levels) for one in levels)
    return any(len(path) > DEEPEST for path in paths if kind.name in path)


def _above(name: str, parents: Mapping[str, str]) -> set[str]:
    """Return a kind and all that stand above it."""
    found: set[str] = set()
    while name and name not in found:
        found.add(name)
        name = parents.get(name, "")
    return found
