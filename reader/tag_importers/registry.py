"""Which formats tags are read from, and which of them a file is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.importers.importer import ImportRefusedError
from reader.importers.making import bytes_of
from reader.language import tr
from reader.tag_importers.brat import BRAT, read_files
from reader.tag_importers.importer import OtherFormatError
from reader.tag_importers.json_document import JSON
from reader.tag_importers.refi_qda import QDPX
from reader.tag_importers.w3c import W3C

if TYPE_CHECKING:
    from pathlib import Path

    from reader.tag_importers.importer import TagImporter
    from reader.tag_importers.records import TagFile

_IMPORTERS: Final = (JSON, W3C, QDPX, BRAT)


def tag_importers() -> tuple[TagImporter, ...]:
    """Return every tag importer, in the order a file dialog lists them."""
    return _IMPORTERS


def tag_importer_named(name: str) -> TagImporter | None:
    """Return the tag importer of that name, if there is one."""
    return next((one for one in _IMPORTERS if one.name == name), None)


def read_tags(path: Path, importer: TagImporter | None = None) -> TagFile:
    """Read the tags of a file.

    Args:
        path: The file; of a brat ``.ann`` the ``.txt`` beside it is read too.
        importer: The format; ``None`` tries those whose files end as this one does.

    Raises:
        ImportRefusedError: If it cannot be read, is of none of the formats, or is damaged.
    """
    suffix = path.suffix.lower()
    if suffix == ".ann" and importer in (None, BRAT):
        return _read_standoff(path)
    chosen = (
        [one for one in _IMPORTERS if suffix in one.suffixes] if importer is None else [importer]
    )
    if not chosen:
        suffixes = ", ".join(dict.fromkeys(one for each in _IMPORTERS for one in each.suffixes))
        msg = tr(
            "{path} ends as no file with tags does ({suffixes}); say which format it is in."
        ).format(path=path, suffixes=suffixes)
        raise ImportRefusedError(msg)
    data = bytes_of(path)
    for one in chosen[:-1]:
        try:
            return one.read(data, str(path))
        except OtherFormatError:
            # Files of another format end so too.
            continue
    return chosen[-1].read(data, str(path))


def _read_standoff(path: Path) -> TagFile:
    files = {path.name: bytes_of(path)}
    text = path.with_suffix(".txt")
    if text.is_file():
        files[text.name] = bytes_of(text)
    return read_files(files, str(path))
