"""What is found out when a workspace is opened: whether it can be written, and as whom."""

from __future__ import annotations

import contextlib
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.language import tr
from reader.workspace.errors import reason
from reader.workspace.files.manifest import VERSION
from reader.workspace.journals.journal import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.workspace.files.manifest import Manifest
    from reader.workspace.journals.journal import Segment
    from reader.workspace.journals.writer import Writer

_log = logging.getLogger(__name__)


def why_read_only(folder: Path, manifest: Manifest) -> str:
    """Return the sentence that says why a workspace is only read; empty where it is not."""
    if manifest.version <= VERSION:
        return ""
    return tr(
        "{folder} is open for reading only, because a newer Wenmai wrote it (format "
        "{version}, this one knows {known}); update Wenmai to edit it."
    ).format(folder=folder, version=manifest.version, known=VERSION)


def without_identity(folder: Path, state: Path, error: OSError) -> str:
    """Return the sentence that says that there is no name to write under."""
    return tr(
        "{folder} is open for reading only, because {state} could not be written "
        "({reason}); make that folder writable and open the workspace again."
    ).format(folder=folder, state=state, reason=reason(error))


def own_segments(
    folder: Path, writer: Writer, segments: Sequence[Segment], problems: list[str]
) -> list[Segment]:
    """Return the segments behind which a writer goes on; none where it becomes another one.

    It does so where its journal cannot be read, or is not the one that this machine
    left: put back from a backup, say, or written by a copy of this machine.

    Args:
        folder: The workspace.
        writer: Who writes.
        segments: What was found of that writer.
        problems: Takes a sentence where something that was saved here is missing.

    Raises:
        OSError: If that cannot be kept.
    """
    remembered = writer.remembered
    readable = not any(segment.unreadable for segment in segments)
    if not readable or not remembered.goes_on_in(segments):
        if readable and not remembered.is_in(segments):
            journal = f"{FOLDER}/{writer.id}"
            problems.append(
                tr(
                    "The journal {journal} does not hold all that this computer saved in it, as "
                    "when an older copy of the folder is put back; what is missing comes back with "
                    "that journal's files from another copy, and new edits go under another name."
                ).format(journal=journal)
            )
        _log.info("%s is not as %s left it; going on as another", folder, writer.id)
        writer.renew(folder)
        return []
    if remembered.folder != str(folder):
        with contextlib.suppress(OSError):
            writer.remember(replace(remembered, folder=str(folder)))
    return [segment for segment in segments if not segment.copy]
