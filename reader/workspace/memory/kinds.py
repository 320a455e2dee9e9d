"""The kinds of tag there are: those of ``workspace.json``, and what journals say since."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reader.annotation.kind_rules import settled
from reader.annotation.tag_set import TagSet
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from reader.annotation.operation import SaidKind
    from reader.annotation.tag_set import TagKind


def present_kinds(
    base: TagSet, said: Mapping[str, SaidKind], used: Container[str]
) -> tuple[TagSet, tuple[str, ...]]:
    """Return the kinds there are, in the order shown.

    A kind that was removed while somebody out of sight went on using it is there as long as a
    tag is of it, as it was before it was removed: no tag is ever of a kind that nobody knows.

    Args:
        base: The kinds of ``workspace.json``.
        said: What the journals say, by name.
        used: The names of the kinds that tags are of, shown or not; asked only for kinds
            that were removed.

    Returns:
        The kinds, and sentences for the user about what met in them.
    """
    last = len(base.kinds)
    held: list[tuple[float, int, str, TagKind]] = []
    back: list[str] = []
    names = dict.fromkeys(said)
    places = [(place, kind.name, kind) for place, kind in enumerate(base)]
    known = {kind.name for kind in base}
    places += [(last, name, said[name].kind) for name in names if name not in known]
    for place, name, kind in places:
        if name in said:
            kind, there = said[name]
            if not there and name not in used:
                continue
            if not there:
                back.append(
                    tr(
                        "“{kind}” was removed while somebody went on using it, so it stays as long "
                        "as tags are of it; remove it again and say which kind they become."
                    ).format(kind=tr(kind.label))
                )
        stated = place if place < last else math.inf
        held.append((stated if kind.order is None else kind.order, place, name, kind))
    kinds = tuple(kind for *_, kind in sorted(held, key=lambda one: one[:3]))
    present, problems = settled(base if kinds == base.kinds else TagSet(kinds))
    return present, (*back, *problems)
