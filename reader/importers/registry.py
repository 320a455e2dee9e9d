"""Which importer reads which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.importers.docx import DOCX
from reader.importers.epub import EPUB
from reader.importers.html import HTML, WEB_ARCHIVE
from reader.importers.making import bytes_of
from reader.importers.markdown import MARKDOWN
from reader.importers.pdf import PDF
from reader.importers.plain_text import PLAIN_TEXT
from reader.importers.signatures import format_of

if TYPE_CHECKING:
    from pathlib import Path, PurePath

    from reader.importers.importer import Importer
    from reader.text.article import Article

_IMPORTERS: tuple[Importer, ...] = (PLAIN_TEXT, MARKDOWN, HTML, WEB_ARCHIVE, DOCX, EPUB, PDF)


def importers() -> tuple[Importer, ...]:
    """Return every importer, in the order a file dialog lists them."""
    return _IMPORTERS


def importer_for(path: PurePath, data: bytes = b"") -> Importer:
    """Return the importer of a file, by what is in it, else by its suffix in any letter case.

    A suffix that none knows may well be text (``.log``, or no suffix at all):
    the plain text importer looks at what is inside, and refuses what is not.

    Args:
        path: Its name; nothing is opened.
        data: What is in it, where that is known: pages and documents often have a wrong name.

    Raises:
        ImportRefusedError: If it is of a format that is known and not read (``.doc``).
    """
    known = format_of(data, str(path))
    suffix = path.suffix.casefold()
    named = next((one for one in _IMPORTERS if suffix in one.suffixes), PLAIN_TEXT)
    return next((one for one in _IMPORTERS if one.name == known), named)


def import_path(path: Path, *, encoding: str | None = None) -> list[Article]:
    """Read the articles in a file of any known format, at least one.

    Args:
        path: The file.
        encoding: Any text codec of Python; ``None`` is the format's own.

    Raises:
        ImportRefusedError: If there is no article in it that can be read.
    """
    data = bytes_of(path)
    return importer_for(path, data).read(data, str(path), encoding)
