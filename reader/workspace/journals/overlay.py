"""Edits of a workspace that cannot be written: kept on this machine, and carried in later.

An overlay is a folder laid out as the workspace, with journals of this machine's writers
and articles they brought in. Its segments go on with the numbers of those in the
workspace, so that one carried in stands in its place among them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

from reader.language import tr
from reader.workspace.errors import DamagedError, NotAWorkspaceError, WorkspaceError, reason
from reader.workspace.files.article_file import article_files, file_article, read_article
from reader.workspace.files.durable import make_folder, write_durably
from reader.workspace.files.manifest import raise_version, read_manifest, version_for
from reader.workspace.files.migrations import FIRST_VERSION
from reader.workspace.journals.journal import FOLDER, entries_of, journal_folders, read_journal
from reader.workspace.journals.settling import settle_names
from reader.workspace.journals.writer import beside, places

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace.journals.writer import Writer


def goes_into(folder: Path, writer: Writer) -> bool:
    """Return whether edits go into the workspace itself.

    They do where its folders may be written, and nothing of the same journal waits outside.
    """
    return is_writable(folder, writer) and not any(writer.overlay.rglob("*.jsonl"))


def waiting(folder: Path, writer: Writer) -> int:
    """Return how many files of a workspace this machine keeps outside it."""
    return sum(1 for overlay in overlays(folder, writer) for _ in overlay.rglob("*.json*"))


def overlays(folder: Path, writer: Writer | None) -> list[Path]:
    """Return the overlays of a workspace that this machine holds, its own first."""
    if writer is None:
        return []
    return [one for one in (writer.overlay, *beside(writer, folder)) if one.is_dir()]


def kept_for(folder: Path, state: Path) -> list[Path]:
    """Return the overlays of a workspace that hold anything, for who opens it under no name.

    Args:
        folder: The workspace; of one that does not say which it is, none is known.
        state: Where this machine keeps the identities of its writers.
    """
    try:
        workspace_id = read_manifest(folder).id
    except NotAWorkspaceError:
        return []
    found = places(state.absolute(), workspace_id, folder.absolute())
    return [one for one in found if any(one.rglob("*.json*"))]


def bring_in(folder: Path, writer: Writer) -> list[str]:
    """Bring into a workspace what this machine kept for it, where it can be written.

    A file is removed here only when it is durable there. What another window of
    this machine is writing stays with it.

    Returns:
        Sentences for the user.
    """
    problems: list[str] = []
    if not is_writable(folder, writer):
        return problems
    for overlay in overlays(folder, writer):
        with writer.holding(overlay) as held:
            if not held:
                continue
            try:
                _carry(overlay, folder)
            except (OSError, WorkspaceError) as error:
                why = reason(error) if isinstance(error, OSError) else str(error).rstrip(".")
                problems.append(
                    tr(
                        "The edits kept in {overlay} could not be brought into {folder} ({why}); "
                        "they are shown, and it is tried again when the workspace is next opened."
                    ).format(overlay=overlay, folder=folder, why=why)
                )
    return problems


def is_writable(folder: Path, writer: Writer) -> bool:
    """Return whether a writer may write into a workspace's folders."""
    inside = folder / FOLDER
    return all(
        os.access(one, os.W_OK) for one in (folder, inside, inside / writer.id) if one.exists()
    )


def _carry(overlay: Path, folder: Path) -> None:
    journals = [(journal, read_journal(journal)) for journal in journal_folders(overlay)]
    entries = (entry for _, segments in journals for entry in entries_of(segments))
    version = version_for(edit for one in entries for edit in one.operation.edits)
    if version > FIRST_VERSION:
        raise_version(folder, version)
    # Articles first: a tag without its article is reported as a fault.
    for path in article_files(overlay):
        # A damaged one stays, and is reported when it is read.
        with contextlib.suppress(DamagedError):
            file_article(folder, read_article(path))
            path.unlink()
    for journal, segments in journals:
        for segment in segments:
            _move(segment.path, folder / FOLDER / journal.name / segment.path.name)
        with contextlib.suppress(OSError):
            journal.rmdir()


def _move(path: Path, target: Path) -> None:
    content = path.read_bytes()
    make_folder(target.parent)
    there = target.read_bytes() if target.exists() else b""
    if not there.startswith(content):
        if there and not content.startswith(there):
            digest = hashlib.sha256(content).hexdigest()[:8]
            target = target.with_name(f"{target.stem} (kept {digest}){target.suffix}")
        write_durably(target, content)
    # Whoever brought it there may have been killed before it was safe.
    settle_names(target.parent, target.parent.parent)
    # Should a power cut bring it back, it is there twice, and counts once.
    path.unlink()
