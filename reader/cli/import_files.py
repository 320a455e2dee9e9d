"""``wenmai import``: files, folders and archives of them become articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.command import DONE, REFUSED, Command, UserError
from reader.cli.opening import article_named, writable
from reader.cli.output import complain, counted, say, say_json
from reader.cli.parser import takes_encoding, takes_workspace
from reader.importers import import_all, import_path, source_of
from reader.importers.encodings import label_of
from reader.workspace import WorkspaceError
from reader.workspace.replacing import replace_article

if TYPE_CHECKING:
    import argparse

    from reader.text.article import Article


def _takes(parser: argparse.ArgumentParser) -> None:
    takes_workspace(parser)
    parser.add_argument(
        "files",
        metavar="FILE",
        type=Path,
        nargs="+",
        help="a file, a folder of files, or a zip file",
    )
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

    def refuse(name: str, reason: str) -> None:
        refused.append({"file": name, "reason": reason})
        complain(reason)

    with writable(arguments.workspace, create=arguments.create) as workspace:
        for outcome in import_all(map(source_of, arguments.files), arguments.encoding):
            name = outcome.source.name
            if outcome.refused is not None:
                refuse(name, str(outcome.refused))
            for article in outcome.articles:
                try:
                    workspace.add_article(article)
                except WorkspaceError as error:
                    refuse(name, f"{name}: {error}")
                    continue
                imported.append(_entry(name, article))
                if not arguments.json:
                    say(f"{name}: imported as {article.id}, “{article.title}”{_said(article)}")
    if arguments.json:
        say_json({"imported": imported, "refused": refused})
    return REFUSED if refused else DONE


def _entry(name: str, article: Article) -> dict[str, str]:
    entry = {"file": name, "id": article.id, "title": article.title}
    encoding = article.metadata.get("encoding")
    return entry if encoding is None else {**entry, "encoding": encoding}


def _said(article: Article) -> str:
    """Return the encoding it was read in, where that is not the usual one."""
    encoding = article.metadata.get("encoding")
    return "" if encoding is None else f" ({label_of(encoding)})"


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
        entry: dict[str, object] = {**_entry(str(path), articles[0]), "title": title}
        entry |= {"replaces": old.id, "moved": moved, "waiting": waiting}
        say_json({"imported": [entry], "refused": []})
        return DONE
    said = _said(articles[0])
    say(f"{path}: imported as {articles[0].id}, “{title}”{said}, in the place of {old.id}")
    say(f"{counted(moved, 'tag')} moved to it; {_wait(waiting)} for review.")
    return DONE


def _wait(number: int) -> str:
    if number > 1:
        return f"{number:,} wait"
    return "1 waits" if number else "none waits"


IMPORT = Command(
    "import",
    "bring files, folders and zip files into a workspace as articles",
    """
    wenmai import my-workspace article.txt
    wenmai import my-workspace *.txt --create
    wenmai import my-workspace folder archive.zip
    wenmai import my-workspace old.txt --encoding gb18030
    wenmai import my-workspace --replace 社区讲座 corrected.txt
    """,
    _takes,
    _run,
)
