"""``wenmai import-tags``: tags that were made elsewhere, onto the articles of a workspace."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reader.annotation.tag_set import TagSet
from reader.cli.command import DONE, Command, UserError
from reader.cli.opening import opened, writable
from reader.cli.output import counted, say, say_json
from reader.cli.parser import takes_workspace
from reader.collecting import CollectionPause
from reader.workspace import editing

if TYPE_CHECKING:
    from reader.tag_importers.fitting import Fitted
    from reader.tag_importers.importer import TagImporter
    from reader.tag_importers.taking import Kinds, Taken
    from reader.workspace import Workspace

_NAMES: Final = ("json", "w3c", "qdpx", "brat")
_OUT: Final = "-"
_QUOTE: Final = 40


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="the file with the tags")
    parser.add_argument(
        "--format",
        metavar="NAME",
        type=_format,
        help=f"{', '.join(_NAMES)} (default: as the file ends)",
    )
    parser.add_argument(
        "--map",
        metavar="A=B",
        nargs="+",
        action="extend",
        default=[],
        type=_pair,
        help="the file's kind A is the workspace's kind B; A=- leaves its tags out",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would come in, no more")


def _format(word: str) -> TagImporter:
    from reader.tag_importers.registry import tag_importer_named

    found = tag_importer_named(word)
    if found is None:
        msg = f"“{word}” is none of {', '.join(_NAMES)}"
        raise argparse.ArgumentTypeError(msg)
    return found


def _pair(word: str) -> tuple[str, str | None]:
    other, equals, own = word.rpartition("=")
    if not equals or not other or not own:
        msg = f"“{word}” is not of the form A=B"
        raise argparse.ArgumentTypeError(msg)
    return other, None if own == _OUT else own


def _run(arguments: argparse.Namespace) -> int:
    from reader.tag_importers.fitting import fit
    from reader.tag_importers.registry import read_tags
    from reader.tag_importers.taking import kinds_for, known_articles, operation, take

    chosen: dict[str, str | None] = dict(arguments.map)
    open_ = opened if arguments.dry_run else writable
    with open_(arguments.workspace) as workspace, CollectionPause():
        file = read_tags(arguments.file, arguments.format)
        fitted = fit(file, known_articles(workspace))
        used = list(dict.fromkeys(tag.kind for tag in file.tags))
        _verify(chosen, used, workspace)
        kinds = kinds_for(file, used, workspace.tag_set, chosen)
        taken = take(fitted, kinds, workspace)
        made = editing.take_tag_set(workspace, TagSet(kinds.new))
        if not arguments.dry_run:
            workspace.apply(operation(made.edits, taken))
    if arguments.json:
        say_json(_report(fitted, kinds, taken))
    else:
        _tell(fitted, kinds, taken, dry=arguments.dry_run)
    return DONE


def _verify(chosen: dict[str, str | None], used: list[str], workspace: Workspace) -> None:
    """Refuse a mapping of a kind that is not there, on either side."""
    known = [kind.name for kind in workspace.tag_set]
    for other, own in chosen.items():
        if other not in used:
            are = f"they are of {', '.join(used)}" if used else "the file has none at all"
            msg = f"No tag of the file is of the kind “{other}”; {are}."
            raise UserError(msg)
        if own is not None and own not in known:
            msg = f"There is no kind “{own}” in the workspace; choose from {', '.join(known)}."
            raise UserError(msg)


def _report(fitted: Fitted, kinds: Kinds, taken: Taken) -> dict[str, Any]:
    from reader.tag_importers.fitting import How

    return {
        "tags": len(fitted.file.tags),
        "added": len(taken.edits),
        "there_already": taken.there,
        "left_out": taken.left_out,
        "by_offsets": fitted.count(How.OFFSETS),
        "by_quote": fitted.count(How.QUOTE),
        "kinds": dict(kinds.names),
        "new_kinds": [kind.name for kind in kinds.new],
        "not_placed": [
            {"article": one.named, "kind": one.tag.kind, "quote": one.quote, "why": one.why}
            for one in fitted.unplaced
        ],
    }


def _tell(fitted: Fitted, kinds: Kinds, taken: Taken, *, dry: bool) -> None:
    from reader.tag_importers.fitting import How

    for kind in kinds.new:
        say(f"new kind  {kind.name}  {kind.label}")
    for one in fitted.unplaced:
        quote = one.quote if len(one.quote) <= _QUOTE else f"{one.quote[:_QUOTE]}…"
        say(f"not placed  {one.named}  {one.tag.kind}  “{quote}”: {one.why}")
    added = counted(len(taken.edits), "tag")
    rest = {"already there": taken.there, "not placed": len(fitted.unplaced)}
    if taken.left_out:
        rest["left out"] = taken.left_out
    said = ", ".join(f"{what}: {number:,}" for what, number in rest.items())
    say(f"{'Would add' if dry else 'Added'} {added} ({said}).")
    by_offsets, by_quote = fitted.count(How.OFFSETS), fitted.count(How.QUOTE)
    say(f"Placed by the offsets of the file: {by_offsets:,}, by their words: {by_quote:,}.")


IMPORT_TAGS = Command(
    "import-tags",
    "bring in tags that were made elsewhere on the same articles",
    """
    wenmai import-tags my-workspace colleague.json --dry-run
    wenmai import-tags my-workspace project.qdpx --map 指标=metric
    wenmai import-tags my-workspace annotations.zip --format brat --map Person=-
    """,
    _takes,
    _run,
)
