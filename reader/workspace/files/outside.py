"""Keeping what a user writes out of the folders of workspaces, whose files it might replace."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from reader.language import tr
from reader.workspace.errors import WorkspaceError
from reader.workspace.files.manifest import FILE_NAME

_ARTICLES = "articles"


class InsideWorkspaceError(WorkspaceError):
    """A file that was not written, as it would lie in the folder of a workspace."""


def verify_outside(path: Path) -> None:
    """Refuse to write a file of the user's into the folder of a workspace, whichever it is.

    Raises:
        InsideWorkspaceError: If the file would lie there, by its own name or by a link.
    """
    # It follows a circle of links no further, which whoever writes there will tell of.
    for folder in Path(os.path.realpath(path)).parents:
        # A folder that may not be looked into is none of ours.
        with suppress(OSError):
            if (folder / FILE_NAME).is_file() and (folder / _ARTICLES).is_dir():
                msg = tr(
                    "{path} lies in the folder of a workspace, which holds nothing else; "
                    "choose another folder."
                ).format(path=path)
                raise InsideWorkspaceError(msg)
