"""The kinds of tag as a REFI-QDA codebook, for other programs of qualitative research."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha1
from typing import TYPE_CHECKING, Final

from reader.exporters.exporter import (
    ATTRIBUTE_TYPES,
    TEXTS,
    Exporter,
    Offsets,
)
from reader.exporters.standoff import kinds_of
from reader.exporters.xml_text import DECLARATION, element, in_text, opening
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import TagKind
    from reader.exporters.export import Export

ORIGIN: Final = "Wenmai"
_CODEBOOK: Final = "urn:QDA-XML:codebook:1.0"
# Makes the identifiers of this product's things: the same thing has the same one every time.
_NAMESPACE: Final = bytes.fromhex("5b0c51d69c8e5f5c8f3e6d1f0a7a2c11")
_GREY: Final = "#808080"


def guid(sort: str, name: str) -> str:
    """Return the identifier of a thing, the same whenever it is exported.

    It is a UUID of version 5 (RFC 9562), which a tag needs three of: made here, as the library
    takes several times as long.
    """
    written = f"{sort}:{name}".encode("utf-8", "backslashreplace")
    made = sha1(_NAMESPACE + written, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(made[16], 16) % 4]
    return f"{made[:8]}-{made[8:12]}-5{made[13:16]}-{variant}{made[17:20]}-{made[20:32]}"


@lru_cache(maxsize=4096)
def code_guid(name: str) -> str:
    """Return the identifier of a kind's code."""
    return guid("kind", name)


@lru_cache(maxsize=4096)
def author_guid(name: str) -> str:
    """Return the identifier of who made tags."""
    return guid("author", name)


def codes(export: Export) -> str:
    """Return the codes, each kind in the broader one, with its name in its description."""
    kinds = kinds_of(export)
    strange = "".join(_code(name, name, _GREY, "") for name, kind in kinds.items() if kind is None)
    return element("Codes", content=_below(export, "") + strange)


def _below(export: Export, parent: str) -> str:
    """Return the codes of the kinds right below one, with all that are below these."""
    return "".join(
        _code(kind.name, kind.label, kind.colour, _said(kind), _below(export, kind.name))
        for kind in export.tag_set.children(parent)
    )


def _said(kind: TagKind) -> str:
    names = ", ".join(one.name for one in kind.attributes)
    return f"\nattributes: {names}" if names else ""


def _code(name: str, label: str, colour: str, said: str, below: str = "") -> str:
    attributes = {"guid": code_guid(name), "name": label, "isCodable": "true", "color": colour}
    described = element("Description", content=in_text(f"kind: {name}{said}"))
    return element("Code", attributes, described + below) + "\n"


def _chunks(export: Export) -> Iterator[bytes]:
    yield (DECLARATION + opening("CodeBook", {"xmlns": _CODEBOOK, "origin": ORIGIN})).encode()
    yield codes(export).encode()
    yield b"</CodeBook>\n"


QDC = Exporter(
    "qdc",
    mark("REFI-QDA codebook"),
    ".qdc",
    _chunks,
    Offsets.NONE,
    loses=(mark("tags"), ATTRIBUTE_TYPES, TEXTS),
    remedy=mark("It holds the kinds only; the project (.qdpx) holds the tags."),
    proof="pyrefiqda, lxml with the standard's rules",
)
