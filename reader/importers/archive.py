"""Zip files of articles, read in memory: nothing is unpacked to disk, nothing without bounds."""

from __future__ import annotations

import io
import stat
import struct
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from reader.importers.encodings import codec_of, guess
from reader.importers.folder import in_order, is_hidden, is_of_a_page
from reader.importers.importer import ImportRefusedError
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from zipfile import ZipInfo

SUFFIX: Final = ".zip"

LARGEST_NUMBER: Final = 20_000
"""Entries of an archive at most."""

LARGEST_ENTRY: Final = 100_000_000
"""Bytes of an unpacked entry at most."""

LARGEST_TOTAL: Final = 1_000_000_000
"""Bytes of all unpacked entries together at most."""

LARGEST_RATIO: Final = 100
"""How many times its packed size an entry of over a megabyte may unpack to; prose comes to 3."""

_SMALL = 1_000_000
_ENCRYPTED = 0x1
_IS_UTF_8 = 0x800
_DAMAGES = (
    BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    OSError,
    # A name that says it is UTF-8 and is not.
    ValueError,
)
# What stands before the bytes of an entry, besides its name.
_HEADER = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive.

    Attributes:
        name: Its path in the archive, for showing; nothing is ever written there.
        archive: What messages call the archive.
    """

    name: str
    archive: str
    _zip: ZipFile
    _info: ZipInfo

    @property
    def full_name(self) -> str:
        """What messages call it."""
        return f"{self.archive}/{self.name}"

    def read(self) -> bytes:
        """Return its bytes.

        Raises:
            ImportRefusedError: If it is locked, too large, packed by too much, or damaged.
        """
        self._refuse_harm()
        try:
            with self._zip.open(self._info) as file:
                data = file.read(LARGEST_ENTRY + 1)
        except _DAMAGES:
            raise ImportRefusedError(
                tr("{name} is damaged; make the archive again.").format(name=self.full_name)
            ) from None
        if len(data) != self._info.file_size:
            raise self._lies()
        return data

    def _refuse_harm(self) -> None:
        info, name = self._info, self.full_name
        if info.flag_bits & _ENCRYPTED:
            msg = tr("{name} is locked with a password; unpack the archive first.")
            raise ImportRefusedError(msg.format(name=name))
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            msg = tr("{name} is packed in a rare way; unpack the archive first.")
            raise ImportRefusedError(msg.format(name=name))
        if info.file_size > LARGEST_ENTRY:
            msg = tr("{name} is over {size} MB; split it into several files.")
            raise ImportRefusedError(msg.format(name=name, size=LARGEST_ENTRY // 1_000_000))
        if info.file_size > max(_SMALL, info.compress_size * LARGEST_RATIO):
            raise self._lies()

    def _lies(self) -> ImportRefusedError:
        return ImportRefusedError(
            tr(
                "{name} unpacks to far more than it could hold, as files built to do harm do; "
                "import the file by itself if you trust it."
            ).format(name=self.full_name)
        )


def entries(data: bytes, name: str, suffixes: Collection[str]) -> list[Entry]:
    """Return the files in an archive with these endings, archives too, in reading order.

    Args:
        data: The archive.
        name: What messages call it.
        suffixes: Endings of files, lower case, each with its dot.

    Raises:
        ImportRefusedError: If it is damaged or built to do harm, or holds no such file.
    """
    try:
        archive = ZipFile(io.BytesIO(data))
    except _DAMAGES:
        raise ImportRefusedError(
            tr("{name} is no zip file, or damaged; make it again.").format(name=name)
        ) from None
    infos = archive.infolist()
    _refuse_harm(infos, name)
    names = _names(infos)
    there = frozenset(names)
    found = [
        Entry(shown, name, archive, info)
        for info, shown in zip(infos, names, strict=True)
        if _is_wanted(info, shown, suffixes)
        and not any(is_of_a_page(str(one), there) for one in PurePosixPath(shown).parents)
    ]
    if not found:
        raise ImportRefusedError(
            tr("{name} holds no file of a known format; choose one with articles.").format(
                name=name
            )
        )
    return sorted(found, key=lambda one: [in_order(part) for part in one.name.split("/")])


def _refuse_harm(infos: list[ZipInfo], name: str) -> None:
    if len(infos) > LARGEST_NUMBER:
        msg = tr("{name} holds over {number} files; split it into several archives.")
        raise ImportRefusedError(msg.format(name=name, number=LARGEST_NUMBER))
    if sum(info.file_size for info in infos) > LARGEST_TOTAL:
        msg = tr("{name} unpacks to over {size} MB; split it into several archives.")
        raise ImportRefusedError(msg.format(name=name, size=LARGEST_TOTAL // 1_000_000))
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < end:
            msg = tr(
                "{name} has entries that lie over each other, as archives built to do harm do; "
                "make it again."
            )
            raise ImportRefusedError(msg.format(name=name))
        end = info.header_offset + _HEADER + info.compress_size


def _is_wanted(info: ZipInfo, shown: str, suffixes: Collection[str]) -> bool:
    path = PurePosixPath(shown)
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    return (
        # Not is_dir(), which fails on an entry without a name.
        not info.filename.endswith("/")
        and not is_link
        and path.suffix.casefold() in suffixes
        # A name that climbs out of the archive is only a name.
        and not any(is_hidden(part) for part in path.parts if part not in ("..", "."))
    )


def _names(infos: Iterable[ZipInfo]) -> list[str]:
    """Return the names of entries as they were meant.

    Where an entry does not say that its name is UTF-8, programs wrote the encoding of
    their system; all such names of an archive are in the same one.
    """
    raw = [
        None if info.flag_bits & _IS_UTF_8 else info.filename.encode("cp437", "replace")
        for info in infos
    ]
    known = guess(b"\n".join(one for one in raw if one is not None))
    encoding = known.encoding or next(iter(known.candidates), "cp437")
    codec = "cp437" if encoding.startswith(("utf-16", "utf-32")) else codec_of(encoding)
    return [
        info.filename if one is None else one.decode(codec, "backslashreplace")
        for info, one in zip(infos, raw, strict=True)
    ]
