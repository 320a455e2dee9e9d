"""What can go wrong with a workspace, each as one sentence for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class WorkspaceError(Exception):
    """Something the user can act on; ``str()`` is one sentence for them."""


class NotAWorkspaceError(WorkspaceError):
    """The folder is no workspace, or its ``workspace.json`` cannot be read."""


class FolderInUseError(WorkspaceError):
    """A new workspace was asked for in a folder that holds something already."""


class DamagedError(WorkspaceError):
    """A file of the workspace does not hold what it should."""


class RefusedError(WorkspaceError):
    """An edit that was not made; nothing changed, on disk or in memory."""


class AlreadyThereError(WorkspaceError):
    """An article that the workspace has already.

    Attributes:
        article_id: Its id.
    """

    def __init__(self, message: str, article_id: str) -> None:
        """Say so in ``message``."""
        super().__init__(message)
        self.article_id = article_id


def reason(error: OSError) -> str:
    """Return what the operating system says, fit to stand in brackets."""
    return error.strerror or str(error) or type(error).__name__


def shown(path: Path, folder: Path) -> str:
    """Return a file's path as the user knows it: from the workspace's folder on, or whole."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
