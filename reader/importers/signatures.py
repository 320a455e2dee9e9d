"""What a file is by its content, whatever its name says."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from reader.importers.html_archive import is_archive
from reader.importers.importer import ImportRefusedError
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Collection

_ZIP: Final = b"PK\3\4"
_PDF: Final = b"%PDF-"
_RTF: Final = b"{\\rtf"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Inside a compound file names are in UTF-16.
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
# Where a page begins: after a declaration, and what a browser writes who saved it.
_BEGINNING: Final = 8192
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+html\b|<html\b)",
    re.IGNORECASE | re.DOTALL,
)
_WIDE: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def format_of(data: bytes, name: str) -> str | None:
    """Return the key of the format that a file is beyond doubt, or nothing where it may be text.

    Args:
        data: The file.
        name: What messages call it.

    Raises:
        ImportRefusedError: If it is of a format that is not read, but easily becomes one that is.
    """
    if data.startswith(_ZIP):
        return _packed(data)
    if data.startswith(_PDF):
        return "pdf"
    if data.startswith((_COMPOUND, _RTF)):
        raise _unread(data, name)
    if is_archive(data):
        return "mhtml"
    return "html" if _PAGE.match(_first_characters(data)) else None


def _first_characters(data: bytes) -> str:
    head = data[:_BEGINNING]
    for start, codec in _WIDE:
        if head.startswith(start):
            return head[len(start) :].decode(codec, "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _packed(data: bytes) -> str | None:
    """Return which format that is packed as a zip a file is; a zip of other files is none."""
    import zipfile

    try:
        names: Collection[str] = zipfile.ZipFile(io.BytesIO(data)).NameToInfo
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return None
    if "META-INF/container.xml" in names:
        return "epub"
    return "docx" if "[Content_Types].xml" in names and "word/document.xml" in names else None


def _unread(data: bytes, name: str) -> ImportRefusedError:
    if data.startswith(_RTF):
        sentence = tr(
            "{name} is an RTF document; open it in Word, WPS Office or LibreOffice and save it as "
            ".docx."
        )
    elif _LOCKED in data:
        sentence = tr(
            "{name} is protected by a password; open it in its program and save it without."
        )
    else:
        sentence = tr(
            "{name} is an old Office document (.doc, .wps); open it in Word, WPS Office or "
            "LibreOffice and save it as .docx."
        )
    return ImportRefusedError(sentence.format(name=name))
