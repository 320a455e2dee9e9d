"""``wenmai article``: what is known of an article, shown or said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.command import DONE, Command, UserError
from reader.cli.opening import article_named, opened, writable
from reader.cli.output import say, say_json
from reader.cli.parser import takes_workspace, text
from reader.workspace import editing
from reader.workspace.describing import DETAILS

if TYPE_CHECKING:
    import argparse


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help="its id, the first four or more digits of it, or its title",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        type=text,
        nargs="+",
        action="extend",
        default=[],
        dest="said",
        help=f"one of {', '.join(DETAILS)}; nothing after the = takes it away",
    )


def _run(arguments: argparse.Namespace) -> int:
    said = dict(map(_pair, arguments.said))
    with writable(arguments.workspace) if said else opened(arguments.workspace) as workspace:
        article = article_named(workspace, arguments.article)
        if said:
            workspace.apply(editing.describe_article(workspace, article.id, said))
        details = workspace.details(article.id)
        row = {"id": article.id, "title": details.title, **details.described}
    if arguments.json:
        say_json(row)
    else:
        for name, value in row.items():
            say(f"{name:<7} {value}".rstrip())
    return DONE


def _pair(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals:
        msg = f"“{written}” says nothing of the article; write it as NAME=VALUE."
        raise UserError(msg)
    return name, value


ARTICLE = Command(
    "article",
    "show or say what is known of an article: title, source, date, author, url",
    """
    wenmai article my-workspace 5d9d
    wenmai article my-workspace 5d9d --set source=清溪晚报 date=2026-11-22
    """,
    _takes,
    _run,
)
