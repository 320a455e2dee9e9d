"""The kinds of tag as the window lists them: each behind the broader kind it is one of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotation.tag_set import Attribute, AttributeValue, TagKind, TagSet


def listed(tag_set: TagSet | None) -> list[TagKind]:
    """Return the kinds in the order in which they are listed."""
    return [] if tag_set is None else [kind for _depth, kind in tag_set.tree()]


def shown_value(attribute: Attribute | None, value: AttributeValue) -> str:
    """Return a value as it is read: what one chooses from is stored in English."""
    text = str(value)
    return tr(text) if attribute is not None and text in attribute.values else text


def with_narrower(tag_set: TagSet, names: Iterable[str]) -> frozenset[str]:
    """Return names of kinds with those of all kinds that are one of them."""
    wanted = frozenset(names)
    below = (
        kind.name
        for kind in tag_set
        if not wanted.isdisjoint(one.name for one in tag_set.ancestors(kind.name))
    )
    return wanted | frozenset(below)
