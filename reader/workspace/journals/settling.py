"""Making durable what was found: whoever wrote it may have been killed before it had synced.

A killed process leaves lines and names that every reader sees and that no disk holds yet.
What is built on them is lost with them when the power goes, so they are synced first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.files.durable import sync_file, sync_folder
from reader.workspace.journals.journal import FOLDER as ANNOTATIONS

if TYPE_CHECKING:
    from pathlib import Path


def settle(folder: Path, segment: Path) -> None:
    """Make a workspace's names durable, and the segment that its writer goes on in.

    Args:
        folder: The workspace.
        segment: The segment; it need not be there.

    Raises:
        OSError: If the disk fails.
    """
    if segment.exists():
        sync_file(segment)
    inside = (segment.parent, folder / ANNOTATIONS, folder / ARTICLES)
    settle_names(*inside, folder, folder.parent)


def settle_names(*folders: Path) -> None:
    """Make the names durable that are in those of some folders that are there.

    Raises:
        OSError: If the disk fails.
    """
    for folder in folders:
        if folder.is_dir():
            sync_folder(folder)
