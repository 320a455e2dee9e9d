"""``wenmai export``: the tags, and where a format holds them the articles, as a file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reader.cli.command import DONE, Command, UserError
from reader.cli.corrections import everywhere
from reader.cli.opening import article_named, opened
from reader.cli.output import STANDARD, counted, say, say_json, write_out
from reader.cli.parser import SCRIPTS_HELP, script, takes_regional, takes_workspace
from reader.exporters import (
    NAMES,
    Export,
    ExportArticle,
    ExportOptions,
    exporter_named,
    exporters,
    select,
)
from reader.text.glossary import Glossary
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.exporters import Exporter, ExportRow
    from reader.workspace import Workspace


class _ListFormats(argparse.Action):
    """Prints the formats and ends, as ``--help`` does."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, *_: object
    ) -> None:
        """Print what each format says of itself; ``--json`` before it prints JSON."""
        if namespace.json:
            say_json([_described(one) for one in exporters()])
        else:
            for one in exporters():
                say(f"{one.name:12} {one.label} (*{one.suffix}). {one.missing or one.limits}")
        parser.exit()


def _described(exporter: Exporter) -> dict[str, object]:
    return {
        "format": exporter.name,
        "label": exporter.label,
        "suffix": exporter.suffix,
        "offsets": exporter.offsets.value,
        "loses": list(exporter.loses),
        "remedy": exporter.remedy,
        "extra": exporter.extra,
        "missing": exporter.missing,
    }


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument(
        "--list", action=_ListFormats, nargs=0, help="list the formats and what each cannot say"
    )
    parser.add_argument(
        "--format", metavar="NAME", type=_exporter, required=True, help=", ".join(NAMES)
    )
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
        ("author", "only tags that this person made"),
    ):
        parser.add_argument(
            f"--{name}", metavar=name.upper(), nargs="+", action="extend", default=[], help=what
        )
    parser.add_argument(
        "--words",
        metavar="WORDS",
        default="",
        help="only tags with these words in quote, note or an attribute, in any script",
    )


def _exporter(word: str) -> Exporter:
    exporter = exporter_named(word)
    if exporter is None:
        msg = f"“{word}” is none of {', '.join(NAMES)}"
        raise argparse.ArgumentTypeError(msg)
    return exporter


def _run(arguments: argparse.Namespace) -> int:
    if arguments.regional and arguments.script is Script.ORIGINAL:
        msg = "--regional is about the words of another script; name that with --script."
        raise UserError(msg)
    exporter: Exporter = arguments.format
    if exporter.missing is not None:
        raise UserError(exporter.missing)
    with opened(arguments.workspace) as workspace:
        articles = _articles(workspace, arguments.article)
        export = Export(
            _chosen(workspace, articles, arguments),
            workspace.tag_set,
            workspace.id,
            workspace.now(),
            ExportOptions(
                arguments.script,
                arguments.regional,
                _glossary(workspace, arguments.script),
            ),
            articles,
        )
    write_out(arguments.output, exporter.pieces(export))
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


def _articles(workspace: Workspace, words: Collection[str]) -> tuple[ExportArticle, ...]:
    """Return the articles that words name, all where there are none, in the workspace's order."""
    chosen = {article_named(workspace, word).id for word in words} or workspace.articles.keys()
    return tuple(
        ExportArticle.of(article, workspace.details(article.id), workspace.script(article.id))
        for article in workspace.articles.values()
        if article.id in chosen
    )


def _chosen(
    workspace: Workspace, articles: Collection[ExportArticle], arguments: argparse.Namespace
) -> tuple[ExportRow, ...]:
    known = [kind.name for kind in workspace.tag_set]
    # A tag may be of a kind that another version of the tag set had.
    known += sorted({tag.kind for tag in workspace.annotations.values()}.difference(known))
    for kind in arguments.kind:
        if kind not in known:
            msg = f"There is no kind “{kind}” in the workspace; choose from {', '.join(known)}."
            raise UserError(msg)
    people = {tag.author for tag in workspace.annotations.values()}
    for author in arguments.author:
        if author not in people:
            who = f"choose from {', '.join(sorted(people))}" if people else "there are no tags yet"
            msg = f"Nobody called “{author}” made a tag; {who}."
            raise UserError(msg)
    return select(
        (one.row(tag) for one in articles for tag in workspace.index(one.article.id)),
        kinds=_narrower(workspace, arguments.kind) or None,
        authors=arguments.author or None,
        words=arguments.words,
    )


def _narrower(workspace: Workspace, kinds: Collection[str]) -> list[str]:
    """Return names of kinds with those of all kinds that are one of them."""
    tag_set = workspace.tag_set
    below = (
        kind.name
        for kind in tag_set
        if any(one.name in kinds for one in tag_set.ancestors(kind.name))
    )
    return [*kinds, *below]


EXPORT = Command(
    "export",
    "write the tags of a workspace to a file",
    """
    wenmai export my-workspace --format csv -o tags.csv
    wenmai export my-workspace --format csv --script zh-Hant-TW --kind metric -o tags.csv
    wenmai export my-workspace --format xlsx -o tags.xlsx --author lin --words 社区
    wenmai export my-workspace --format html --script zh-Hant -o report.html
    wenmai export my-workspace --format json -o - --article 3f2a
    wenmai export --list
    """,
    _takes,
    _run,
)
