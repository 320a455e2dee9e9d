"""``wenmai import``: text files become articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.command import DONE, REFUSED, Command
from reader.cli.opening import writable
from reader.cli.output import complain, say, say_json
from reader.cli.parser import takes_encoding, takes_workspace
from reader.importers import ImportRefusedError, import_path
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    import argparse


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="a text file")
    takes_encoding(parser)
    parser.add_argument("--create", action="store_true", help="make the workspace if need be")


def _run(arguments: argparse.Namespace) -> int:
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


IMPORT = Command(
    "import",
    "bring text files into a workspace as articles",
    """
    wenmai import my-workspace article.txt
    wenmai import my-workspace *.txt --create
    wenmai import my-workspace old.txt --encoding gb18030
    """,
    _takes,
    _run,
)
