"""``wenmai import``: text files become articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.command import DONE, REFUSED, Command, UserError
from reader.cli.opening import article_named, writable
from reader.cli.output import complain, counted, say, say_json
from reader.cli.parser import takes_encoding, takes_workspace
from reader.importers import ImportRefusedError, import_path
from reader.workspace import WorkspaceError
from reader.workspace.replacing import replace_article

if TYPE_CHECKING:
    import argparse


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="a text file")
    takes_encoding(parser)
    parser.add_argument("--create", action="store_true", help="make the workspace if need be")
    parser.add_argument(
        "--replace",
        metavar="ARTICLE",
        help="the file is a later text of this article (id or title), whose tags move to it",
    )


def _run(arguments: argparse.Namespace) -> int:
    if arguments.replace is not None:
        return _replace(arguments)
    imported: list[dict[str, str]] = []
    refused: list[dict[str, str]] = []
    with writable(arguments.workspace, create=arguments.create) as workspace:
        for path in arguments.files:
            try:
                for article in import_path(path, encoding=arguments.encoding):
                    workspace.add_article(article)
                    imported.append({"file": str(path), "id": article.id, "title": article.title})
                    if not arguments.json:
                        say(f"{path}: imported as {article.id}, “{article.title}”")
            except (ImportRefusedError, WorkspaceError) as error:
                names_the_file = isinstance(error, ImportRefusedError)
                reason = str(error) if names_the_file else f"{path}: {error}"
                refused.append({"file": str(path), "reason": reason})
                complain(reason)
    if arguments.json:
        say_json({"imported": imported, "refused": refused})
    return REFUSED if refused else DONE


def _replace(arguments: argparse.Namespace) -> int:
    """Put a later text in the place of an article."""
    if len(arguments.files) != 1:
        msg = "An article is replaced by one text; name one FILE after --replace ARTICLE."
        raise UserError(msg)
    (path,) = arguments.files
    with writable(arguments.workspace) as workspace:
        old = article_named(workspace, arguments.replace)
        articles = import_path(path, encoding=arguments.encoding)
        if len(articles) != 1:
            msg = f"{path} holds {len(articles)} articles; an article is replaced by one text."
            raise UserError(msg)
        done = replace_article(workspace, old.id, articles[0])
        title = workspace.details(articles[0].id).title
    moved, waiting = len(done.moved), len(done.orphans)
    if arguments.json:
        entry: dict[str, object] = {"file": str(path), "id": articles[0].id, "title": title}
        entry |= {"replaces": old.id, "moved": moved, "waiting": waiting}
        say_json({"imported": [entry], "refused": []})
        return DONE
    say(f"{path}: imported as {articles[0].id}, “{title}”, in the place of {old.id}")
    say(f"{counted(moved, 'tag')} moved to it; {_wait(waiting)} for review.")
    return DONE


def _wait(number: int) -> str:
    if number > 1:
        return f"{number:,} wait"
    return "1 waits" if number else "none waits"


IMPORT = Command(
    "import",
    "bring text files into a workspace as articles",
    """
    wenmai import my-workspace article.txt
    wenmai import my-workspace *.txt --create
    wenmai import my-workspace old.txt --encoding gb18030
    wenmai import my-workspace --replace 社区讲座 corrected.txt
    """,
    _takes,
    _run,
)
