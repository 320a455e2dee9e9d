"""``wenmai list``: what is in a workspace."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from reader.cli.command import DONE, Command
from reader.cli.opening import opened
from reader.cli.output import say, say_json
from reader.cli.parser import takes_workspace
from reader.workspace.replacing import orphans

if TYPE_CHECKING:
    import argparse

    from reader.text.article import Article
    from reader.workspace import Workspace


def _run(arguments: argparse.Namespace) -> int:
    with opened(arguments.workspace) as workspace:
        waiting = Counter(orphan.article for orphan in orphans(workspace))
        rows = [_row(workspace, one, waiting[one.id]) for one in workspace.articles.values()]
        if arguments.json:
            say_json({"workspace": workspace.id, "articles": rows})
            return DONE
    for row in rows:
        counts = [f"{kind} {number}" for kind, number in row["tags"].items() if number]
        if row["waiting"]:
            counts.append(f"{row['waiting']:,} of an earlier text to review")
        tags = ", ".join(counts)
        say(
            f"{row['id']}  {row['script']:<7}  {row['length']:>9,} characters  "
            f"{row['title']}  ({tags or 'no tags'})"
        )
    if not rows:
        say("There are no articles yet; bring some in with: wenmai import WORKSPACE FILE")
    return DONE


def _row(workspace: Workspace, article: Article, waiting: int) -> dict[str, Any]:
    details = workspace.details(article.id)
    return {
        "id": article.id,
        "title": details.title,
        **details.described,
        "script": workspace.script(article.id).value,
        "length": len(article.text),
        "tags": dict(workspace.counts(article.id)),
        "waiting": waiting,
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
