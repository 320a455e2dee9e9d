"""A file on disk for libraries that write one, handed on piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PIECE: Final = 1 << 16


def spooled(write: Callable[[BinaryIO], object]) -> Iterator[bytes]:
    """Yield what a function writes to a file that is gone afterwards.

    Args:
        write: Writes the whole of it; the file can be gone back in.
    """
    from tempfile import TemporaryFile  # not before somebody exports

    with TemporaryFile() as file:
        write(file)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
