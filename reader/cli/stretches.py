"""Reading a text of any length in stretches, none of which cuts what converts together."""

from __future__ import annotations

import codecs
import contextlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.cli.command import UserError
from reader.importers import import_bytes
from reader.text.wrapping import is_hard_wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, Protocol

    from reader.text.script import SourceScript

    class Decoder(Protocol):
        """What a codec decodes a stream with."""

        def decode(self, data: bytes, final: bool = ...) -> str:
            """Return the text of some bytes."""

        def getstate(self) -> tuple[bytes, int]:
            """Return the bytes that wait for more."""


BEGINNING: Final = 1_000_000
"""Bytes at the beginning that are judged: whether it is text, its script, its lines."""
STRETCH: Final = 1_000_000
"""Bytes read at a time after that."""

# In no key of OpenCC's dictionaries and in no correction, so that nothing
# converts across them (a test holds them against the view's).
_CUT: Final = re.compile("[\n。，、；：！？]")
# In a hard-wrapped column a word may go on across a line end.
_WRAPPED_CUT: Final = re.compile("[。，、；：！？]")
# As the importer reads files that say they are one of these.
_SUPERSET: Final = {"gb2312": "gb18030", "gbk": "gb18030"}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class LongText:
    """A text that is read while it is converted.

    Attributes:
        script: The script it is written in, judged by its beginning.
        wrapped: Whether its lines end where a narrow column did, likewise.
        stretches: Its text, piece by piece.
    """

    script: SourceScript
    wrapped: bool
    stretches: Iterator[str]


def read_long(file: BinaryIO, name: str, encoding: str | None) -> LongText:
    """Begin to read a text.

    Args:
        file: Where it is read from, to its end.
        name: What messages call it.
        encoding: Any text codec of Python; ``None`` is UTF-8.

    Raises:
        ImportRefusedError: If its beginning is no text in that encoding; what is
            found later raises UserError while the stretches are read.
    """
    encoding = encoding or "UTF-8"
    beginning = _read(file, BEGINNING)
    rest = _read(file, STRETCH) if len(beginning) == BEGINNING else b""
    if not rest:
        article = import_bytes(beginning, name=name, encoding=encoding)
        return LongText(article.script, is_hard_wrapped(article.text), iter([article.text]))
    decoder = _decoder(encoding)
    waiting = b""
    if decoder is not None:
        # Where this fails the importer says what is wrong.
        with contextlib.suppress(UnicodeError):
            decoder.decode(beginning)
            waiting = decoder.getstate()[0]
    whole = beginning[: len(beginning) - len(waiting)]
    article = import_bytes(whole, name=name, encoding=encoding)
    if decoder is None:
        msg = f"{name} is too long to be read as {encoding}; save it as UTF-8 first."
        raise UserError(msg)
    wrapped = is_hard_wrapped(article.text)
    pieces = _decoded(file, rest, decoder, name, encoding, len(beginning))
    return LongText(article.script, wrapped, _cut(article.text, pieces, wrapped=wrapped))


def _read(file: BinaryIO, size: int) -> bytes:
    """Return so many bytes, fewer at the end only: a pipe may give less at a time."""
    parts = []
    while size and (part := file.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _decoder(encoding: str) -> Decoder | None:
    """Return what decodes text in stretches; ``None`` where there is none."""
    try:
        name = codecs.lookup(encoding).name
        with contextlib.suppress(UnicodeError):
            # Refuses what is no encoding of text, such as base64.
            b"a".decode(name)
        return codecs.getincrementaldecoder(_SUPERSET.get(name, name))()
    except (LookupError, ValueError):
        return None


def _decoded(
    file: BinaryIO, part: bytes, decoder: Decoder, name: str, encoding: str, done: int
) -> Iterator[str]:
    """Yield the text after the beginning; ``done`` bytes are decoded already."""
    while True:
        kept = len(decoder.getstate()[0])
        try:
            text = decoder.decode(part, final=not part)
        except UnicodeError as error:
            where = done - kept + getattr(error, "start", 0)
            msg = (
                f"{name} is not {encoding} text at byte {where}; give its encoding with --encoding."
            )
            raise UserError(msg) from error
        if _SURROGATE.search(text):
            msg = f"{name} holds half a character (a lone surrogate); save it as UTF-8 again."
            raise UserError(msg)
        yield text
        if not part:
            return
        done += len(part)
        part = _read(file, STRETCH)


def _cut(text: str, pieces: Iterator[str], *, wrapped: bool) -> Iterator[str]:
    """Yield a text in stretches that each end after a character at which it may be cut."""
    pattern = _WRAPPED_CUT if wrapped else _CUT
    waiting = [text]
    for piece in pieces:
        place = _last(pattern, piece)
        if place is None:
            waiting.append(piece)
        else:
            yield "".join([*waiting, piece[:place]])
            waiting = [piece[place:]]
    yield "".join(waiting)


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    """Return where a text may be cut last."""
    width = 256
    while True:
        start = max(0, len(text) - width)
        ends = [match.end() for match in pattern.finditer(text, start)]
        if ends:
            return ends[-1]
        if not start:
            return None
        width *= 16
