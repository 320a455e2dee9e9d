"""``wenmai kinds``: the kinds of tag of a workspace, and taking them to another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.command import DONE, Command
from reader.cli.opening import opened, writable
from reader.cli.output import complain, counted, say, say_json
from reader.cli.parser import takes_workspace
from reader.workspace import editing
from reader.workspace.files.tag_set_file import read_tag_set, write_tag_set

if TYPE_CHECKING:
    import argparse

    from reader.annotation.tag_set import TagKind
    from reader.workspace import Workspace


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--export", metavar="FILE", type=Path, help="write the kinds to a file, as JSON"
    )
    group.add_argument(
        "--import",
        dest="taken",
        metavar="FILE",
        type=Path,
        help="add the kinds of a file, and change those of the same name; none is removed",
    )


def _run(arguments: argparse.Namespace) -> int:
    if arguments.taken is not None:
        return _import(arguments)
    with opened(arguments.workspace) as workspace:
        for problem in workspace.kind_problems:
            complain(problem)
        if arguments.export is not None:
            return _export(arguments, workspace)
        counts = Counter(tag.kind for tag in workspace.annotations.values())
        rows = [(depth, kind, counts[kind.name]) for depth, kind in workspace.tag_set.tree()]
        if arguments.json:
            kinds = [{**kind.to_json(), "tags": number} for _depth, kind, number in rows]
            say_json({"workspace": workspace.id, "kinds": kinds})
            return DONE
    for depth, kind, number in rows:
        say(_line(depth, kind, number))
    if not rows:
        say("There are no kinds of tag; take some in with: wenmai kinds WORKSPACE --import FILE")
    return DONE


def _line(depth: int, kind: TagKind, number: int) -> str:
    attributes = ", ".join(one.name for one in kind.attributes)
    return (
        f"{'  ' * depth}{kind.name}  {kind.label}  key {kind.key or 'none'}  {kind.colour}  "
        f"({counted(number, 'tag')}; {attributes or 'no attributes'})"
    )


def _export(arguments: argparse.Namespace, workspace: Workspace) -> int:
    write_tag_set(arguments.export, workspace.tag_set)
    number = len(workspace.tag_set.kinds)
    if arguments.json:
        say_json({"file": str(arguments.export), "kinds": number})
    else:
        say(f"Wrote {counted(number, 'kind')} to {arguments.export}")
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    tag_set = read_tag_set(arguments.taken)
    with writable(arguments.workspace) as workspace:
        before = workspace.tag_set
        operation = editing.take_tag_set(workspace, tag_set)
        workspace.apply(operation)
        added = [kind.name for kind in workspace.tag_set if before.get(kind.name) is None]
        changed = [
            kind.name for kind in workspace.tag_set if before.get(kind.name) not in (None, kind)
        ]
    outcome: dict[str, Any] = {"added": added, "changed": changed}
    if arguments.json:
        say_json(outcome)
        return DONE
    for what, names in outcome.items():
        for name in names:
            say(f"{what}  {name}")
    if not operation.edits:
        say("Nothing changed: the workspace has these kinds already.")
    return DONE


KINDS = Command(
    "kinds",
    "list a workspace's kinds of tag, or take them to another workspace",
    """
    wenmai kinds my-workspace
    wenmai kinds my-workspace --export kinds.json
    wenmai kinds other-workspace --import kinds.json
    """,
    _takes,
    _run,
)
