"""Making a new workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language import tr
from reader.workspace.errors import FolderInUseError, WorkspaceError, reason
from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.files.durable import make_folder, write_durably
from reader.workspace.files.manifest import FILE_NAME
from reader.workspace.journals.journal import FOLDER as ANNOTATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace.files.manifest import Manifest


def create_folder(folder: Path, manifest: Manifest) -> None:
    """Make the folder of a workspace; ``workspace.json``, which makes it one, comes last.

    Raises:
        FolderInUseError: If there is a workspace already, or anything else.
        WorkspaceError: If the folder cannot be written.
    """
    try:
        if folder.exists():
            _verify_free(folder)
        for name in (ARTICLES, ANNOTATIONS):
            make_folder(folder / name)
        write_durably(folder / FILE_NAME, manifest.to_bytes())
    except OSError as error:
        msg = tr(
            "The workspace {folder} could not be made ({reason}); choose another folder or "
            "free some space."
        ).format(folder=folder, reason=reason(error))
        raise WorkspaceError(msg) from error


def _verify_free(folder: Path) -> None:
    if not folder.is_dir():
        msg = tr("{folder} is a file; choose a folder for the new workspace.").format(folder=folder)
        raise FolderInUseError(msg)
    if (folder / FILE_NAME).exists():
        msg = tr("{folder} is a workspace already; open it, or choose another folder.").format(
            folder=folder
        )
        raise FolderInUseError(msg)
    if not all(_may_stay(path) for path in folder.iterdir()):
        msg = tr(
            "{folder} holds other files; choose an empty folder for the new workspace."
        ).format(folder=folder)
        raise FolderInUseError(msg)


def _may_stay(path: Path) -> bool:
    """Whether a new workspace may be made beside it: a hidden file, or what a crash left of one."""
    if path.name.startswith("."):
        return True
    return path.name in (ARTICLES, ANNOTATIONS) and path.is_dir() and not any(path.iterdir())
