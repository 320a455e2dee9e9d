"""Glossary files that the user names: words, what is shown, scripts; separated by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.text.glossary import Glossary, InvalidCorrectionError
from reader.workspace.errors import WorkspaceError, reason

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE: Final = 4_000_000
"""Bytes of the largest glossary file that is read."""


class GlossaryFileError(WorkspaceError):
    """A file that cannot be read as a glossary."""


def read_glossary(path: Path) -> Glossary:
    """Read a glossary file, in UTF-8.

    Raises:
        GlossaryFileError: If it is none; the message names the file and the line.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        msg = tr("{path} could not be read ({reason}); check its name.").format(
            path=path, reason=reason(error)
        )
        raise GlossaryFileError(msg) from error
    if len(content) > LARGEST_FILE:
        msg = tr("{path} is over {size} MB, too large for a glossary; divide it.").format(
            path=path, size=LARGEST_FILE // 1_000_000
        )
        raise GlossaryFileError(msg)
    try:
        return Glossary.parse(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        msg = tr("{path}: Line {line} is not UTF-8 text; save the file as UTF-8.").format(
            path=path, line=line
        )
        raise GlossaryFileError(msg) from error
    except InvalidCorrectionError as error:
        msg = f"{path}: {error}"
        raise GlossaryFileError(msg) from error
