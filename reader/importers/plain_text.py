"""Plain text: in the encoding the user names, or the one it is surely in; always decoded strictly.

The text of the article is the text of the file, character by character: line
ends stay as they are, nothing is replaced or normalised. Only the byte order
mark, which is a signature and no character of the text, is left out.
"""

from __future__ import annotations

import codecs
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.importers.encodings import candidates, codec_of, guess
from reader.importers.importer import Importer, ImportRefusedError, UndecodableError
from reader.importers.making import (
    CONTROLS,
    bytes_of,
    checked_article,
    is_binary,
    not_text,
    refuse_too_large,
    shown,
)
from reader.language import mark, tr
from reader.text.paragraphs import first_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.text.article import Article

_MARK = "\ufeff"
_UTF_8 = ("utf-8", "utf-8-sig")
# Characters by which a reader sees whether a text reads right.
_BEGINNING = 32
# These codecs take their own mark away; another one after it is text.
_TAKES_ITS_MARK = frozenset(["utf-8-sig", "utf-16", "utf-32"])
# These can be valid UTF-8 from end to end and are no text to read all the same.
_SIGNATURES = {b"%PDF-": mark("a PDF"), b"{\\rtf": mark("an RTF document")}


def import_file(path: Path, *, encoding: str | None = None) -> Article:
    """Read one article from a text file.

    Args:
        path: The file.
        encoding: Any text codec of Python; ``None`` is the one it is surely in.

    Raises:
        ImportRefusedError: If the file cannot be read, is no text, holds nothing
            but white space, is over 200 MB, or is not in that encoding.
    """
    return import_bytes(
        bytes_of(path), name=str(path), encoding=encoding, metadata={"file": shown(str(path))}
    )


def import_bytes(
    data: bytes,
    *,
    name: str,
    encoding: str | None = None,
    metadata: Mapping[str, str] | None = None,
) -> Article:
    """Read one article from the bytes of a text file.

    Args:
        data: The bytes.
        name: What messages call them.
        encoding: Any text codec of Python; ``None`` is the one it is surely in.
        metadata: What else is known of them.

    Raises:
        ImportRefusedError: As :func:`import_file`.
    """
    refuse_too_large(len(data), name)
    _refuse_other_formats(data, name)
    encoding = _surely(data, name) if encoding is None else encoding
    text = _decoded(data, name, encoding)
    known = dict(metadata or {})
    if codecs.lookup(encoding).name not in _UTF_8:
        known["encoding"] = codecs.lookup(encoding).name
    return checked_article(
        text, name, title=first_line(text) or PurePath(name).stem, metadata=known
    )


def import_text(text: str, *, title: str = "") -> Article:
    """Make an article of a text from the clipboard, kept as it is.

    Args:
        text: The text.
        title: Its title; the first line that is not empty where none is given.

    Raises:
        ImportRefusedError: If it is no text or holds nothing but white space.
    """
    return checked_article(text, tr("The clipboard"), title=title or first_line(text) or "Untitled")


def readings(path: Path) -> dict[str, str]:
    """Return how a file begins, by each usual encoding in which all of it is valid text.

    The likeliest is the first.

    Raises:
        ImportRefusedError: If the file cannot be read.
    """
    return readings_of(bytes_of(path), str(path))


def readings_of(data: bytes, name: str) -> dict[str, str]:
    """Return how the bytes of a file begin, as :func:`readings` does."""
    found = {}
    for encoding in candidates(data):
        try:
            article = import_bytes(data, name=name, encoding=encoding)
        except ImportRefusedError:
            continue
        found[encoding] = " ".join(article.text.split())[:_BEGINNING]
    return found


def _refuse_other_formats(data: bytes, name: str) -> None:
    what = next((what for start, what in _SIGNATURES.items() if data.startswith(start)), None)
    if what is not None:
        msg = tr("{name} is {what}, not plain text; save it as plain text (.txt) first.").format(
            name=name, what=tr(what)
        )
        raise ImportRefusedError(msg)


def _surely(data: bytes, name: str) -> str:
    """Return the encoding of a text, or refuse it where several are as likely."""
    known = guess(data)
    if known.encoding is not None:
        return known.encoding
    if known.candidates:
        names = ", ".join(known.candidates)
        raise UndecodableError(
            tr(
                "{name} may be in one of several encodings ({encodings}); give the right one "
                "with --encoding."
            ).format(name=name, encodings=names)
        )
    if is_binary(len(data) - len(data.translate(None, CONTROLS)), len(data)):
        raise not_text(name)
    raise UndecodableError(
        tr(
            "{name} is damaged, or in an encoding that is not known by sight; give it with "
            "--encoding, for example {example}."
        ).format(name=name, example="gb18030")
    )


def _decoded(data: bytes, name: str, encoding: str) -> str:
    try:
        codec = codec_of(encoding)
    except (LookupError, ValueError):
        raise _no_such_encoding(name, encoding) from None
    try:
        text = data.decode(codec)
    except LookupError:
        raise _no_such_encoding(name, codec) from None
    except UnicodeError as error:
        raise _undecodable(name, encoding, error) from None
    return text if codec in _TAKES_ITS_MARK else text.removeprefix(_MARK)


def _no_such_encoding(name: str, encoding: str) -> ImportRefusedError:
    return ImportRefusedError(
        tr(
            "{name} was not read, because “{encoding}” is no text encoding; name one such "
            "as gb18030, big5 or utf-16."
        ).format(name=name, encoding=encoding)
    )


def _undecodable(name: str, encoding: str, error: UnicodeError) -> ImportRefusedError:
    where = (
        tr(" at byte {start}").format(start=error.start)
        if isinstance(error, UnicodeDecodeError)
        else ""
    )
    return UndecodableError(
        tr("{name} is not {encoding} text{where}; give another encoding with --encoding.").format(
            name=name, encoding=encoding, where=where
        )
    )


def _read(data: bytes, name: str, encoding: str | None) -> list[Article]:
    return [import_bytes(data, name=name, encoding=encoding, metadata={"file": shown(name)})]


PLAIN_TEXT = Importer("text", mark("Plain text"), (".txt", ".text"), _read)
"""Text in any encoding, kept as characters."""
