"""``wenmai export``: the tags, as a table or a document."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reader.cli.command import DONE, Command, UserError
from reader.cli.corrections import everywhere
from reader.cli.opening import article_named, opened
from reader.cli.output import STANDARD, counted, say, say_json, write_out
from reader.cli.parser import SCRIPTS_HELP, script, takes_regional, takes_workspace
from reader.exporters import Export, ExportOptions, ExportRow, exporter_named, exporters, select
from reader.text.glossary import Glossary
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reader.exporters import Exporter
    from reader.workspace import Workspace

_NAMES = ", ".join(one.name for one in exporters())


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument("--format", metavar="NAME", type=_exporter, required=True, help=_NAMES)
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="- is standard output"
    )
    parser.add_argument(
        "--script",
        metavar="SCRIPT",
        type=script,
        default=Script.ORIGINAL,
        help=f"show the quotes in this script too: {SCRIPTS_HELP}",
    )
    takes_regional(parser)
    for name, what in (
        ("kind", "only tags of this kind, and of those that are part of it"),
        ("article", "only of this article"),
    ):
        parser.add_argument(
            f"--{name}", metavar=name.upper(), nargs="+", action="extend", default=[], help=what
        )


def _exporter(word: str) -> Exporter:
    exporter = exporter_named(word)
    if exporter is None:
        msg = f"“{word}” is none of {_NAMES}"
        raise argparse.ArgumentTypeError(msg)
    return exporter


def _run(arguments: argparse.Namespace) -> int:
    if arguments.regional and arguments.script is Script.ORIGINAL:
        msg = "--regional is about the words of another script; name that with --script."
        raise UserError(msg)
    with opened(arguments.workspace) as workspace:
        export = Export(
            _chosen(workspace, arguments.kind, arguments.article),
            workspace.tag_set,
            workspace.id,
            workspace.now(),
            ExportOptions(
                arguments.script,
                arguments.regional,
                _glossary(workspace, arguments.script),
            ),
        )
    exporter: Exporter = arguments.format
    write_out(arguments.output, exporter.chunks(export))
    if arguments.output == STANDARD:
        return DONE
    number = len(export.rows)
    if arguments.json:
        say_json({"file": arguments.output, "format": exporter.name, "tags": number})
    else:
        say(f"Wrote {counted(number, 'tag')} to {arguments.output}")
    return DONE


def _glossary(workspace: Workspace, script: Script) -> Glossary:
    """Return the corrections that are shown in the workspace's window."""
    return Glossary() if script is Script.ORIGINAL else everywhere() + workspace.glossary


def _chosen(
    workspace: Workspace, kinds: Collection[str], articles: Collection[str]
) -> tuple[ExportRow, ...]:
    known = [kind.name for kind in workspace.tag_set]
    # A tag may be of a kind that another version of the tag set had.
    known += sorted({tag.kind for tag in workspace.annotations.values()}.difference(known))
    for kind in kinds:
        if kind not in known:
            msg = f"There is no kind “{kind}” in the workspace; choose from {', '.join(known)}."
            raise UserError(msg)
    ids = {article_named(workspace, word).id for word in articles}
    return select(_rows(workspace), kinds=_narrower(workspace, kinds) or None, articles=ids or None)


def _narrower(workspace: Workspace, kinds: Collection[str]) -> list[str]:
    """Return names of kinds with those of all kinds that are one of them."""
    tag_set = workspace.tag_set
    below = (
        kind.name
        for kind in tag_set
        if any(one.name in kinds for one in tag_set.ancestors(kind.name))
    )
    return [*kinds, *below]


def _rows(workspace: Workspace) -> Iterator[ExportRow]:
    for article in workspace.articles.values():
        title = workspace.details(article.id).title
        written_in = workspace.script(article.id)
        for tag in workspace.index(article.id):
            yield ExportRow(tag, article, title, written_in)


EXPORT = Command(
    "export",
    "write the tags of a workspace to a file",
    """
    wenmai export my-workspace --format csv -o tags.csv
    wenmai export my-workspace --format csv --script zh-Hant-TW --kind metric -o tags.csv
    wenmai export my-workspace --format json -o - --article 3f2a
    """,
    _takes,
    _run,
)
