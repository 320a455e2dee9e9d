"""What an EPUB is made of: its documents in reading order, their titles, what it says of itself."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from reader.importers.importer import ImportRefusedError
from reader.importers.safe_xml import parse_xml
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from reader.importers.zipped import Zipped

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
# Fonts that are only made hard to take out; the text is as it is.
_OF_FONTS: Final = frozenset(
    ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]
)
_PAGES: Final = frozenset(["application/xhtml+xml", "text/html", "application/x-dtbook+xml"])
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)|(\d{4}-\d\d|\d{4})$")
_MOST_DOCUMENTS: Final = 5_000


@dataclass(frozen=True, slots=True)
class Package:
    """An EPUB's own account of itself.

    Attributes:
        documents: The entries with its text, in reading order, without its table of contents.
        titles: What the table of contents calls them.
        metadata: Title, author, source, date and address of the book.
    """

    documents: Sequence[str]
    titles: Mapping[str, str]
    metadata: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Item:
    entry: str
    media: str
    properties: frozenset[str]


def package_of(parts: Zipped, name: str) -> Package:
    """Return what an EPUB is made of.

    Raises:
        ImportRefusedError: If it is none, damaged, or encrypted.
    """
    container = _xml(parts, _CONTAINER, name)
    rootfile = None if container is None else container.find(".//{*}rootfile")
    entry = "" if rootfile is None else rootfile.get("full-path", "")
    package = _xml(parts, entry, name)
    if package is None:
        raise ImportRefusedError(
            tr(
                "{name} is no EPUB, or lacks its list of contents; download it again, or save it "
                "again in the program it comes from."
            ).format(name=name)
        )
    _refuse_encrypted(parts, name)
    items = {item.get("id", ""): _item(item, entry) for item in package.iter("{*}item")}
    return Package(
        _documents(package, items, parts),
        _titles(parts, items.values(), name),
        _metadata(package),
    )


def _xml(parts: Zipped, entry: str, name: str) -> _Element | None:
    data = parts.read(entry)
    return None if data is None else parse_xml(data, name)


def _refuse_encrypted(parts: Zipped, name: str) -> None:
    encryption = _xml(parts, _ENCRYPTION, name)
    for method in () if encryption is None else encryption.iter("{*}EncryptionMethod"):
        if method.get("Algorithm") not in _OF_FONTS:
            raise ImportRefusedError(
                tr(
                    "{name} is locked by its seller (DRM) and cannot be read here; ask for a copy "
                    "without."
                ).format(name=name)
            )


def resolved(reference: str, base: str) -> str:
    """Return the entry that a reference in another entry means; it is looked up, never opened."""
    path = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)).lstrip("/")


def _item(item: _Element, base: str) -> _Item:
    return _Item(
        resolved(item.get("href", ""), base),
        item.get("media-type", ""),
        frozenset(item.get("properties", "").split()),
    )


def _documents(package: _Element, items: Mapping[str, _Item], parts: Zipped) -> Sequence[str]:
    there = set(parts.names)
    found: dict[str, None] = {}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.media not in _PAGES or item.entry not in there:
            continue
        if reference.get("linear") != "no" and "nav" not in item.properties:
            found[item.entry] = None
    return list(found)[:_MOST_DOCUMENTS]


def _titles(parts: Zipped, items: Iterable[_Item], name: str) -> dict[str, str]:
    """Return what the table of contents calls each document: the first entry that leads to it."""
    titles: dict[str, str] = {}
    for item in items:
        if "nav" in item.properties or item.media == "application/x-dtbncx+xml":
            try:
                contents = _xml(parts, item.entry, name)
            except ImportRefusedError:
                # A book reads without its table of contents.
                continue
            for reference, title in () if contents is None else _entries(contents):
                titles.setdefault(resolved(reference, item.entry), title)
    return titles


def _entries(contents: _Element) -> Iterator[tuple[str, str]]:
    for link in contents.iter("{*}a"):
        yield link.get("href", ""), _words(link)
    for point in contents.iter("{*}navPoint"):
        content, label = point.find("{*}content"), point.find("{*}navLabel")
        if content is not None and label is not None:
            yield content.get("src", ""), _words(label)


def _words(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _metadata(package: _Element) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for element in package.iterfind("{*}metadata//{http://purl.org/dc/elements/1.1/}*"):
        said.setdefault(str(element.tag).rpartition("}")[2], []).append(_words(element))
    addresses = [*said.get("source", ()), *said.get("identifier", ())]
    dates = [found[0] for one in said.get("date", ()) if (found := _DAY.match(one))]
    return {
        "title": next(iter(said.get("title", ())), ""),
        "author": "、".join(filter(None, said.get("creator", ()))),
        "source": next(iter(said.get("publisher", ())), ""),
        "date": next(iter(dates), ""),
        "url": next((one for one in addresses if one.startswith(("http://", "https://"))), ""),
    }
