"""Writing a file so that it is there whole, or as it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.durable import write_where_it_leads
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class ExportError(Exception):
    """A file that could not be written; the message is one sentence for the user."""


def write_durably(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file anew, replacing an old one only when the new one is on disk.

    A link is followed, and what is no file (``/dev/stdout``, a pipe) is written to.

    Args:
        path: The file; its folder must exist.
        chunks: Its bytes.

    Raises:
        ExportError: If it could not be written; an old file is then untouched.
    """
    try:
        write_where_it_leads(path, chunks)
    except OSError as error:
        msg = tr("{path} could not be written ({reason}); choose another file or folder.").format(
            path=path, reason=error.strerror or error
        )
        raise ExportError(msg) from None
