"""Pages saved as one file by browsers (MHTML): the page in it, without its pictures and frames."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.importers.importer import ImportRefusedError
from reader.importers.parsed import Parsed
from reader.language import tr

if TYPE_CHECKING:
    from email.message import Message

_BEGINNING: Final = 4096
_HEAD: Final = re.compile(
    rb"\s*(?:[A-Za-z][\w-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+", re.IGNORECASE
)
_RELATED: Final = re.compile(rb"^Content-Type:\s*(?:multipart/related|text/html)", re.I | re.M)
_PLACES: Final = ("Snapshot-Content-Location", "Content-Location")


def is_archive(data: bytes) -> bool:
    """Return whether a file is a page as browsers save it in one file."""
    head = _HEAD.match(data[:_BEGINNING])
    return (
        head is not None and b"mime-version:" in head[0].lower() and bool(_RELATED.search(head[0]))
    )


def parse(data: bytes, name: str) -> list[Parsed]:
    """Find the article on the page.

    Raises:
        ImportRefusedError: If there is no page in it, or as :func:`reader.importers.html.parse`.
    """
    from email import message_from_bytes
    from email.policy import compat32

    from reader.importers import html

    message = message_from_bytes(data, policy=compat32)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise ImportRefusedError(
            tr("{name} holds no web page; save the page again.").format(name=name)
        )
    (article,) = html.parse(_bytes_of(page), name)
    places = [str(one.get(place, "")) for one in (message, page) for place in _PLACES]
    url = next((one for one in places if one.startswith(("http://", "https://"))), "")
    known = dict(article.metadata)
    return [Parsed(article.text, {**known, "url": url} if url else known)]


def _bytes_of(page: Message) -> bytes:
    """Return a page in UTF-8 where its encoding is said outside of it, else as it is."""
    payload = page.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(str(page.get_content_charset())).encode("utf-8-sig")
    except (LookupError, UnicodeError):
        return data
