"""``wenmai list``: what is in a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.cli.command import DONE, Command
from reader.cli.opening import opened
from reader.cli.output import say, say_json
from reader.cli.parser import takes_workspace

if TYPE_CHECKING:
    import argparse

    from reader.text.article import Article
    from reader.workspace import Workspace


def _run(arguments: argparse.Namespace) -> int:
    with opened(arguments.workspace) as workspace:
        rows = [_row(workspace, article) for article in workspace.articles.values()]
        if arguments.json:
            say_json({"workspace": workspace.id, "articles": rows})
            return DONE
    for row in rows:
        tags = ", ".join(f"{kind} {number}" for kind, number in row["tags"].items() if number)
        say(
            f"{row['id']}  {row['script']:<7}  {row['length']:>9,} characters  "
            f"{row['title']}  ({tags or 'no tags'})"
        )
    if not rows:
        say("There are no articles yet; bring some in with: wenmai import WORKSPACE FILE")
    return DONE


def _row(workspace: Workspace, article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": workspace.details(article.id).title,
        "script": workspace.script(article.id).value,
        "length": len(article.text),
        "tags": dict(workspace.counts(article.id)),
    }


LIST = Command(
    "list",
    "list a workspace's articles, their scripts and how many tags they have",
    """
    wenmai list my-workspace
    wenmai list my-workspace --json
    """,
    takes_workspace,
    _run,
)
