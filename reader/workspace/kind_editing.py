"""The operations that change the kinds of tag; ``editing`` has them all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotation.kind_rules import fault
from reader.annotation.operation import AnnotationEdit, KindEdit, Operation
from reader.annotation.tag_set import TagSet
from reader.language import mark, tr
from reader.workspace.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.annotation.tag_set import TagKind
    from reader.workspace.workspace import Workspace


def put_kind(workspace: Workspace, kind: TagKind) -> Operation:
    """Add a kind of tag, or change the one of that name.

    A new one without an ``order`` stands behind all others. Attributes that a kind has no longer
    stay in its tags. The operation has no edits where nothing would change.

    Args:
        workspace: Where.
        kind: As it is to be.

    Raises:
        RefusedError: If its name, label, colour, key, broader kind or attributes cannot be; the
            message is one sentence.
    """
    kind = _plain(kind)
    before = workspace.tag_set.get(kind.name)
    if why := fault(kind, workspace.tag_set, before):
        raise RefusedError(why)
    if kind.order is None:
        kind = replace(kind, order=_behind_all(workspace) if before is None else before.order)
    label = mark("Add kind of tag") if before is None else mark("Change kind of tag")
    return Operation(label, _edits(workspace, [kind]))


def remove_kind(workspace: Workspace, name: str, move_to: str | None = None) -> Operation:
    """Remove a kind of tag; its tags become tags of another kind, in the same step of undo.

    Tags keep all their attributes, also those that the other kind does not have. Tags in
    articles that were removed or replaced go along. Kinds that were one of the removed kind
    become one of what it was one of.

    Args:
        workspace: Where.
        name: The kind.
        move_to: The kind that its tags become of; only needed where there are any.

    Raises:
        RefusedError: If there is no such kind, or there are tags of it and ``move_to`` is
            ``None``; the message says how many.
    """
    kind = _kind(workspace, name)
    if move_to is not None and _kind(workspace, move_to).name == name:
        msg = tr("“{kind}” is to be removed; choose another kind for its tags.").format(
            kind=tr(kind.label)
        )
        raise RefusedError(msg)
    tags = workspace.tags_of_kind(name)
    if tags and move_to is None:
        raise RefusedError(_in_use(workspace, kind, len(tags)))
    now = workspace.now()
    moved = tuple(AnnotationEdit(one, one.with_details(now, kind=move_to)) for one in tags)
    below = [replace(one, parent=kind.parent) for one in workspace.tag_set.children(name)]
    stored = workspace.stored_kind(name)
    gone = (KindEdit(stored, None),) if stored is not None else ()
    return Operation(mark("Remove kind of tag"), (*moved, *_edits(workspace, below), *gone))


def arrange_kinds(workspace: Workspace, names: Sequence[str]) -> Operation:
    """Put the kinds of tag into another order, as one step of undo.

    Args:
        workspace: Where.
        names: The names of the kinds in their order; those that are left out come behind.

    Raises:
        RefusedError: If there is no such kind.
    """
    first = [_kind(workspace, name) for name in dict.fromkeys(names)]
    ordered = (*first, *(kind for kind in workspace.tag_set if kind not in first))
    kinds = [replace(kind, order=place) for place, kind in enumerate(ordered)]
    moved = ordered != workspace.tag_set.kinds
    return Operation(mark("Arrange kinds of tag"), _edits(workspace, kinds) if moved else ())


def take_tag_set(workspace: Workspace, tag_set: TagSet) -> Operation:
    """Add the kinds of another tag set and change those that are there, as one step of undo.

    Nothing is removed. New kinds stand behind those that are there, which keep their places. A
    key that another kind has stays with that kind. There are no edits where nothing would change.

    Args:
        workspace: Where.
        tag_set: The kinds.

    Raises:
        RefusedError: If one of them cannot be; the message is one sentence.
    """
    held = {kind.name: kind for kind in workspace.tag_set}
    order = _behind_all(workspace)
    taken = []
    for kind in map(_plain, tag_set):
        there = held.get(kind.name)
        if there is None:
            kind, order = replace(kind, order=order), order + 1
        else:
            kind = replace(kind, order=there.order)
        taken.append(kind)
    names = {kind.name for kind in taken}
    keys = {kind.key.casefold() for kind in workspace.tag_set if kind.name not in names}
    taken = [replace(one, key="") if one.key.casefold() in keys else one for one in taken]
    whole = TagSet(tuple((held | {kind.name: kind for kind in taken}).values()))
    for kind in taken:
        if why := fault(kind, whole, workspace.tag_set.get(kind.name)):
            raise RefusedError(why)
    return Operation(mark("Import tag set"), _edits(workspace, taken))


def _plain(kind: TagKind) -> TagKind:
    """Return a kind with its colour in small letters, and no space around what is read."""
    return replace(
        kind, label=kind.label.strip(), colour=kind.colour.strip().lower(), key=kind.key.strip()
    )


def _edits(workspace: Workspace, kinds: Iterable[TagKind]) -> tuple[KindEdit, ...]:
    pairs = ((workspace.stored_kind(kind.name), kind) for kind in kinds)
    return tuple(KindEdit(before, kind) for before, kind in pairs if before != kind)


def _behind_all(workspace: Workspace) -> int:
    kinds = workspace.tag_set.kinds
    return max([len(kinds), *(kind.order + 1 for kind in kinds if kind.order is not None)])


def _kind(workspace: Workspace, name: str) -> TagKind:
    kind = workspace.tag_set.get(name)
    if kind is None:
        msg = tr("There is no kind of tag “{name}” in {folder}; it may have been removed.").format(
            name=name, folder=workspace.folder
        )
        raise RefusedError(msg)
    return kind


def _in_use(workspace: Workspace, kind: TagKind, number: int) -> str:
    shown = sum(tag.kind == kind.name for tag in workspace.annotations.values())
    if number == 1:
        said = tr(
            "“{kind}” was not removed, because 1 tag is of this kind; choose the kind that it "
            "becomes."
        )
    elif shown == number:
        said = tr(
            "“{kind}” was not removed, because {number:,} tags are of this kind; choose the kind "
            "that they become."
        )
    else:
        said = tr(
            "“{kind}” was not removed, because {number:,} tags are of this kind ({hidden:,} in "
            "articles that are not shown); choose the kind that they become."
        )
    return said.format(kind=tr(kind.label), number=number, hidden=number - shown)
