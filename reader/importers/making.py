"""What every importer shares: the bytes of a file, and articles checked before they come in."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reader.importers.importer import Importer, ImportRefusedError
from reader.language import tr
from reader.text.article import Article
from reader.text.paragraphs import first_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from reader.importers.parsed import Parsed

LARGEST_FILE: Final = 200_000_000
"""Bytes of the largest file that is read."""

_SURROGATE = re.compile("[\ud800-\udfff]")
# Control characters that do not shape text. One in a hundred makes a file
# binary (compressed data has one in nine); a few strays occur in real text.
CONTROLS: Final = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_CONTROL = re.compile("[" + re.escape(CONTROLS.decode("ascii")) + "]")
_STRAYS_PER_HUNDRED = 1
_STRAYS_AT_LEAST = 2


def bytes_of(path: Path) -> bytes:
    """Return what is in a file.

    Raises:
        ImportRefusedError: If it cannot be read, or is over 200 MB.
    """
    try:
        if path.is_dir():
            msg = tr("{path} is a folder; give the files in it.").format(path=path)
            raise ImportRefusedError(msg)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        msg = tr("{path} does not exist; check its name.").format(path=path)
    except OSError as error:
        msg = tr("{path} could not be read ({reason}); check that it may be opened.").format(
            path=path, reason=error.strerror
        )
    else:
        refuse_too_large(len(data), str(path))
        return data
    raise ImportRefusedError(msg)


def refuse_too_large(size: int, name: str) -> None:
    """Refuse a file of more bytes than are read.

    Raises:
        ImportRefusedError: If it is over 200 MB.
    """
    if size > LARGEST_FILE:
        msg = tr("{name} is over {size} MB; split it into several files.").format(
            name=name, size=LARGEST_FILE // 1_000_000
        )
        raise ImportRefusedError(msg)


def shown(name: str) -> str:
    """Return the last part of a file's name as text that can be stored, whatever it holds."""
    return PurePath(name).name.encode("utf-8", "backslashreplace").decode("utf-8")


def articles_of(
    parsed: Iterable[Parsed], name: str, metadata: Mapping[str, str] | None = None
) -> list[Article]:
    """Make the articles of what a parser found in a file, each checked, each text kept as it is.

    Args:
        parsed: What the parser found.
        name: What messages call the file.
        metadata: What is known besides; ``file`` if ``None``.

    Raises:
        ImportRefusedError: If there is none, or one of them is no text to read.
    """
    besides = {"file": shown(name)} if metadata is None else metadata
    articles = []
    for one in parsed:
        known = {key: legible(value) for key, value in one.metadata.items() if value.strip()}
        title = known.pop("title", "") or first_line(one.text) or PurePath(shown(name)).stem
        articles.append(checked_article(one.text, name, title=title, metadata={**besides, **known}))
    if not articles:
        raise _no_words(name)
    return articles


def confined_importer(
    name: str,
    label: str,
    suffixes: tuple[str, ...],
    parser: str,
    *,
    what: str,
    seconds: float = 30.0,
) -> Importer:
    """Return the importer of a format whose parser runs in a process of its own.

    Args:
        name: The key of the format.
        label: What the user reads in a file dialog.
        suffixes: Endings of its files.
        parser: ``module:function`` of a :data:`~reader.importers.parsed.Parser`.
        what: What messages call such a file: ``mark("a Word document")``.
        seconds: How long it may take.
    """
    read = partial(_confined, parser, what, seconds)
    return Importer(name, label, suffixes, read)


def _confined(
    parser: str,
    what: str,
    seconds: float,
    data: bytes,
    name: str,
    encoding: str | None,  # noqa: ARG001  the format says it itself
) -> list[Article]:
    from reader.importers.confined import parse_confined

    parsed = parse_confined(parser, data, name, seconds=seconds, what=what)
    return articles_of(parsed, name)


def checked_article(
    text: str, name: str, *, title: str, metadata: Mapping[str, str] | None = None
) -> Article:
    """Make the article of a text that has something to read in it.

    Args:
        text: The source, kept as it is.
        name: What messages call it.
        title: Its title.
        metadata: What else is known of it.

    Raises:
        ImportRefusedError: If it holds half a character, binary data, or no words.
    """
    half = _SURROGATE.search(text)
    if half is not None:
        msg = tr(
            "{name} holds half a character (a lone surrogate) at offset {offset}; save it "
            "as UTF-8 again."
        ).format(name=name, offset=half.start())
        raise ImportRefusedError(msg)
    if holds_binary(text):
        raise not_text(name)
    if all(map(_is_blank, text)):
        raise _no_words(name)
    return Article.from_text(text, title=title, metadata=metadata)


def holds_binary(text: str) -> bool:
    """Return whether a text is binary data that some encoding took every byte of."""
    return is_binary(len(_CONTROL.findall(text)), len(text))


def is_binary(controls: int, length: int) -> bool:
    """Return whether so many control characters in so many make data binary."""
    return controls > max(_STRAYS_AT_LEAST, length * _STRAYS_PER_HUNDRED // 100)


def not_text(name: str) -> ImportRefusedError:
    """Return what refuses binary data."""
    return ImportRefusedError(
        tr(
            "{name} is binary data, not text; save it as plain text (.txt), or give its "
            "encoding with --encoding."
        ).format(name=name)
    )


def legible(text: str) -> str:
    """Return a field of metadata on one line, half characters written out."""
    return " ".join(text.encode("utf-8", "backslashreplace").decode("utf-8").split())


def _no_words(name: str) -> ImportRefusedError:
    return ImportRefusedError(
        tr("{name} holds no text, or nothing but white space; choose one with words in it.").format(
            name=name
        )
    )


def _is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf")
