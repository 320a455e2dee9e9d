"""The characters of a saved page: what it says of its encoding, and what it is in truth."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from reader.importers.importer import UndecodableError
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where a page says its encoding; browsers look through 1,024 bytes, pages put scripts before it.
_HEAD: Final = 8192
_SAID = re.compile(
    rb"""<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
_DECLARED = re.compile(rb"""<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})""")
# As the Encoding Standard has it: a page that says GB2312 holds what GB18030 maps, and so on.
_MEANS = {
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "hz": ("gb18030",),
    "big5": ("cp950", "big5hkscs"),
    "cp950": ("cp950", "big5hkscs"),
    # Whoever can read that it is UTF-16 has not read UTF-16.
    "utf-16": ("utf-8",),
    "utf-16-le": ("utf-8",),
    "utf-16-be": ("utf-8",),
}
_CHINESE = re.compile("[\u3000-\u9fff]")
# Others that Python has are none of text, or make half characters.
_OF_PAGES = re.compile(r"utf-(?:8|16|32)|gb|hz|big5|cp\d|euc|shift|iso|koi8|mac|johab|tis")
# Says nothing: what servers write on every page.
_VAGUE = frozenset(["ascii", "iso8859-1", "cp1252"])


def decoded(data: bytes, name: str) -> str:
    """Return the characters of a page, decoded strictly, as :func:`decoding` tells them."""
    return decoding(data, name)[0]


def decoding(data: bytes, name: str) -> tuple[str, str]:
    """Return the characters of a page, decoded strictly, and the codec that it is in.

    A byte order mark says it; else the page does, as long as that is true; else UTF-8
    and what the bytes look like. But what is Chinese in UTF-8 is that, whatever the page says:
    programs save pages anew and leave the old declaration in them, and much UTF-8 is valid GBK.

    Args:
        data: The page.
        name: What messages call it.

    Raises:
        UndecodableError: If it is in no encoding that could be told.
    """
    for codec in _candidates(data):
        try:
            return data.decode(codec).removeprefix("\ufeff"), codec
        except UnicodeError:
            continue
    raise UndecodableError(
        tr(
            "{name} is a web page in an encoding that could not be told; give it with --encoding, "
            "for example gb18030."
        ).format(name=name)
    )


def said_encodings(data: bytes) -> tuple[str, ...]:
    """Return the codecs by which a page says it is to be read, the first that fits to be taken."""
    codec = _declared(data)
    believed = _OF_PAGES.match(codec) and codec not in _VAGUE
    return _MEANS.get(codec, (codec,)) if believed else ()


def _declared(data: bytes) -> str:
    """Return the codec that a page names, or nothing."""
    head = data[:_HEAD]
    found = _SAID.search(head) or _DECLARED.search(head)
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""


def _candidates(data: bytes) -> Iterator[str]:
    from reader.importers.encodings import guess, signature

    signed = signature(data)
    if signed is not None:
        yield signed
    if _is_chinese_in_utf_8(data):
        yield "utf-8"
    yield from said_encodings(data)
    yield "utf-8"
    guessed = guess(data)
    if guessed.encoding is not None:
        yield guessed.encoding
    elif not guessed.candidates and _declared(data) in _VAGUE:
        # None of ours, and it says that it is Western.
        yield "cp1252"


def _is_chinese_in_utf_8(data: bytes) -> bool:
    try:
        return _CHINESE.search(data.decode()) is not None
    except UnicodeError:
        return False
