"""Opening a workspace for one command, and finding in it what the user names."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from reader.cli.command import UserError
from reader.cli.output import complain
from reader.user import author_name, state_folder
from reader.workspace import Workspace, WorkspaceError
from reader.workspace.backups.rotation import back_up_daily
from reader.workspace.files.manifest import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.text.article import Article

_SHORTEST_PREFIX = 4


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Workspace]:
    """Open a workspace to read it; what is damaged in it is said on standard error.

    Raises:
        WorkspaceError: If it cannot be opened.
    """
    with Workspace.open(folder, author=author_name(), state=state_folder()) as workspace:
        _report(workspace)
        yield workspace


@contextlib.contextmanager
def writable(folder: Path, *, create: bool = False) -> Iterator[Workspace]:
    """Open a workspace to change it; the first change of a day is followed by a backup.

    Args:
        folder: The workspace.
        create: Whether to make it where there is none.

    Raises:
        WorkspaceError: If it cannot be opened or made.
        UserError: If it can only be read.
    """
    new = create and not (folder / FILE_NAME).exists()
    open_or_make = Workspace.create if new else Workspace.open
    with open_or_make(folder, author=author_name(), state=state_folder()) as workspace:
        if workspace.read_only:
            raise UserError(workspace.read_only)
        _report(workspace)
        yield workspace
        kept_here = workspace.overlay
        if kept_here:
            complain(kept_here)
    if not kept_here:
        _back_up(workspace)


def _back_up(workspace: Workspace) -> None:
    """Make today's backup, unless there is one; the command has done its work either way."""
    try:
        back_up_daily(workspace.folder, sound=not workspace.problems, beside=workspace.roots[1:])
    except WorkspaceError as error:
        complain(str(error))


def _report(workspace: Workspace) -> None:
    for problem in workspace.problems:
        complain(problem)


def article_named(workspace: Workspace, word: str) -> Article:
    """Return the article of an id, a title, or the first four or more digits of an id.

    Raises:
        UserError: If there is none, or several.
    """
    articles = workspace.articles
    if word in articles:
        return articles[word]
    found = [one for one in articles.values() if workspace.details(one.id).title == word]
    if not found and len(word) >= _SHORTEST_PREFIX:
        found = [one for one in articles.values() if one.id.startswith(word.lower())]
    if not found:
        msg = f"No article has the id or title “{word}”; see: wenmai list {workspace.folder}"
        raise UserError(msg)
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        msg = f"“{word}” names {len(found)} articles ({ids}); give the id of one."
        raise UserError(msg)
    return found[0]
