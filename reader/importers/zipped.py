"""Zips of strangers, read in memory, an entry at a time, within limits; nothing goes to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from reader.importers.importer import ImportRefusedError
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ENTRIES: Final = 10_000
"""Entries of a zip that is read."""

LARGEST_WHOLE: Final = 500_000_000
"""Bytes that all its entries together may come to."""

LARGEST_RATIO: Final = 100
"""How many times its packed size an entry over 5 MB may come to; XML and text reach 20."""

_UNSUSPECTED: Final = 5_000_000
_ENCRYPTED: Final = 0x1
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    # A method of compression that is not there, a password that is asked for.
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
)


class Zipped:
    """A zip whose size was looked at before any of it is unpacked."""

    __slots__ = ("_name", "_zip")

    def __init__(self, data: bytes, name: str) -> None:
        """Open a zip.

        Args:
            data: The zip.
            name: What messages call it.

        Raises:
            ImportRefusedError: If it is damaged, encrypted, or comes to more than is read.
        """
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _DAMAGES:
            raise self._damaged() from None
        whole = sum(entry.file_size for entry in entries)
        much = any(
            entry.file_size > max(_UNSUSPECTED, LARGEST_RATIO * entry.compress_size)
            for entry in entries
        )
        if len(entries) > MOST_ENTRIES or whole > LARGEST_WHOLE or much:
            raise ImportRefusedError(
                tr(
                    "{name} would unpack to {entries} files and {size} MB, which is more than is "
                    "read; save it again in its program, or split it."
                ).format(name=name, entries=len(entries), size=whole // 1_000_000)
            )
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise ImportRefusedError(
                tr(
                    "{name} is protected by a password; open it in its program and save it without."
                ).format(name=name)
            )

    @property
    def names(self) -> Sequence[str]:
        """The names of its entries, in their order; they are looked up, never used as paths."""
        return self._zip.namelist()

    def read(self, entry: str) -> bytes | None:
        """Return what is in an entry, or nothing if there is none of that name.

        Raises:
            ImportRefusedError: If it is damaged.
        """
        try:
            return self._zip.read(entry)
        except KeyError:
            return None
        except _DAMAGES:
            raise self._damaged() from None

    def _damaged(self) -> ImportRefusedError:
        return ImportRefusedError(
            tr(
                "{name} is damaged or not complete; copy or download it again, or save it again "
                "in its program."
            ).format(name=self._name)
        )
