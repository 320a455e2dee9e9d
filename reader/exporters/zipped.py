"""A zip of many files, made piece by piece."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.exporters.export import ExportArticle

# What some system does not let a file's name hold, and what moves a terminal's cursor.
_UNNAMEABLE: Final = re.compile(r'[\0-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\\/:*?"<>|]+')
_NAME_LENGTH: Final = 40
_FIRST_YEAR: Final = 1980


class _Taken(io.RawIOBase):
    """Takes bytes until somebody takes them away; it cannot be gone back in."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def write(self, data: object) -> int:
        piece = memoryview(data)  # type: ignore[arg-type]
        self._bytes += piece
        return piece.nbytes

    def take(self) -> bytes:
        taken = bytes(self._bytes)
        self._bytes.clear()
        return taken


def zipped(members: Iterable[tuple[str, Iterable[bytes]]], time: str) -> Iterator[bytes]:
    """Yield the bytes of a zip.

    Args:
        members: The files in it, each with its name (``/`` between folders) and its bytes.
        time: When all of them were written, in ISO 8601.
    """
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # not before somebody exports

    digits = [int(part) for part in re.findall(r"\d+", time)[:6]]
    moment = (max(digits[0], _FIRST_YEAR), *digits[1:])
    taken = _Taken()
    with ZipFile(taken, "w", ZIP_DEFLATED) as archive:
        for name, chunks in members:
            info = ZipInfo(name, moment)  # type: ignore[arg-type]
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            with archive.open(info, "w", force_zip64=True) as file:
                for chunk in chunks:
                    file.write(chunk)
                    yield taken.take()
            yield taken.take()
    yield taken.take()


def file_name(article: ExportArticle, suffix: str = "") -> str:
    """Return a name for an article's file in a zip: title and id, so that no two are alike."""
    title = _UNNAMEABLE.sub(" ", article.title)[:_NAME_LENGTH].strip(" .")
    return f"{title} {article.article.id}{suffix}".strip()
