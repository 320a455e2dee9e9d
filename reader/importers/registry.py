"""Which importer reads which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.importers.docx import DOCX
from reader.importers.epub import EPUB
from reader.importers.html import HTML
from reader.importers.making import bytes_of
from reader.importers.pdf import PDF
from reader.importers.plain_text import PLAIN_TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from reader.importers.importer import Importer
    from reader.text.article import Article

_IMPORTERS: tuple[Importer, ...] = (PLAIN_TEXT, HTML, DOCX, EPUB, PDF)


def importers() -> tuple[Importer, ...]:
    """Return every importer, in the order a file dialog lists them."""
    return _IMPORTERS


def importer_for(path: Path) -> Importer:
    """Return the importer of a file, by its suffix in any letter case.

    A suffix that none knows may well be text (``.log``, or no suffix at all):
    the plain text importer looks at what is inside, and refuses what is not.
    """
    suffix = path.suffix.casefold()
    return next((one for one in _IMPORTERS if suffix in one.suffixes), PLAIN_TEXT)


def import_path(path: Path, *, encoding: str | None = None) -> list[Article]:
    """Read the articles in a file of any known format, at least one.

    Args:
        path: The file.
        encoding: Any text codec of Python; ``None`` is the format's own.

    Raises:
        ImportRefusedError: If there is no article in it that can be read.
    """
    return importer_for(path).read(bytes_of(path), str(path), encoding)
