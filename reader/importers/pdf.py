"""PDF: the text layer, in reading order; see ``pdf_text.py``, which another process loads."""

from __future__ import annotations

from typing import Final

from reader.importers.making import confined_importer
from reader.language import mark

SECONDS: Final = 120.0
"""A newspaper page with 5,000 characters takes a third of a second, a book's much less."""

PDF = confined_importer(
    "pdf",
    mark("PDF"),
    (".pdf",),
    "reader.importers.pdf_text:read",
    what=mark("a PDF"),
    seconds=SECONDS,
)
"""The text layer of a PDF."""
