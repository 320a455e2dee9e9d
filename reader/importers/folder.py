"""Which files of a folder are brought in: those of a known format, nested ones too, in order."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.importers.importer import ImportRefusedError
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Collection

LARGEST_NUMBER: Final = 100_000
"""Files of one folder that are brought in at most."""

_NUMBER = re.compile(r"(\d+)")


def files_in(folder: Path, suffixes: Collection[str]) -> tuple[list[Path], list[str]]:
    """Return the files of a folder with these endings, and why others in it cannot be read.

    Links to folders are not followed; what is hidden, and what programs put beside an open
    file, is left out, and so is what browsers put into a folder beside a page. Numbers in names
    count as numbers: 第2篇 comes before 第10篇.

    Args:
        folder: The folder.
        suffixes: Endings of files, lower case, each with its dot.

    Raises:
        ImportRefusedError: If there is none, or there are over 100,000.
    """
    closed: list[str] = []

    def cannot(error: OSError) -> None:
        closed.append(
            tr("{path} could not be read ({reason}); check that it may be opened.").format(
                path=error.filename, reason=error.strerror
            )
        )

    found: list[Path] = []
    for at, folders, names in os.walk(folder, onerror=cannot):
        folders[:] = [one for one in folders if not (is_hidden(one) or is_of_a_page(one, names))]
        found.extend(
            Path(at, name)
            for name in names
            if not is_hidden(name) and Path(name).suffix.casefold() in suffixes
        )
        if len(found) > LARGEST_NUMBER:
            raise ImportRefusedError(
                tr("{path} holds over {number} files; import its folders one by one.").format(
                    path=folder, number=LARGEST_NUMBER
                )
            )
    endless = {path for path in found if _is_endless(path)}
    found = [path for path in found if path not in endless]
    closed += [
        tr("{path} is a pipe or a device, not a file; it was not read; move it elsewhere.").format(
            path=path
        )
        for path in sorted(endless)
    ]
    if not found and not closed:
        raise ImportRefusedError(
            tr("{path} holds no file of a known format; choose a folder with articles.").format(
                path=folder
            )
        )
    found.sort(key=lambda path: [in_order(part) for part in path.relative_to(folder).parts])
    return found, closed


def _is_endless(path: Path) -> bool:
    """Return whether reading a path may wait for ever: a pipe or a device, by whatever name."""
    try:
        mode = path.stat().st_mode
    except OSError:
        # Whoever reads it says so better.
        return False
    return not stat.S_ISREG(mode)


def is_hidden(name: str) -> bool:
    """Return whether a file or folder is none of the user's articles, by its name."""
    return name.startswith((".", "~$", "__MACOSX"))


def is_of_a_page(folder: str, beside: Collection[str]) -> bool:
    """Return whether a browser made a folder for the pictures and frames of a page beside it.

    Args:
        folder: Its name, or its path.
        beside: The names, or the paths, of the files beside it.
    """
    page = re.fullmatch(r"(.+)[_.]files", folder)
    return page is not None and any(f"{page[1]}{end}" in beside for end in (".html", ".htm"))


def in_order(name: str) -> list[tuple[int, str]]:
    """Return what names are sorted by: numbers as numbers, letters in either case."""
    parts = _NUMBER.split(name.casefold())
    # The odd ones are digits; very long ones compare as they are.
    return [(int(part[:18]) if at % 2 else 0, part) for at, part in enumerate(parts)]
