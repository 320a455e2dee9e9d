"""EPUB books: an article for each document that has something to read in it."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import TYPE_CHECKING, Final

from reader.importers.importer import ImportRefusedError
from reader.importers.making import confined_importer
from reader.importers.parsed import Parsed
from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

    from reader.importers.html_lines import Line

_SECONDS: Final = 60.0
# XML knows five by itself; XHTML's are in a file that is not fetched.
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_OWN: Final = frozenset([b"amp", b"lt", b"gt", b"quot", b"apos"])
_HEADINGS: Final = ("h1", "h2", "h3")


def parse(data: bytes, name: str) -> list[Parsed]:
    """Read a book, a document of it an article.

    Raises:
        ImportRefusedError: If it is damaged, none, locked, or unpacks to too much.
    """
    from reader.importers.epub_package import package_of
    from reader.importers.html_lines import text_of
    from reader.importers.zipped import Zipped

    parts = Zipped(data, name)
    package = package_of(parts, name)
    read: dict[str, str] = {}
    for entry in package.documents:
        page = parts.read(entry)
        lines, own = _read_page(page or b"", name)
        if lines and not _is_contents(lines):
            read.setdefault(text_of(lines), package.titles.get(entry) or own)
    if not read:
        raise ImportRefusedError(
            tr(
                "{name} has no text to read: its pages are pictures, or empty; an edition with "
                "text is needed."
            ).format(name=name)
        )
    whole = len(read) == 1
    return [
        Parsed(text, _known(package.metadata, title, whole=whole)) for text, title in read.items()
    ]


def _known(book: Mapping[str, str], title: str, *, whole: bool) -> dict[str, str]:
    """Return what is known of an article: of several in a book, the book is the source."""
    if whole:
        return {**book, "title": book["title"] or title}
    return {**book, "title": title, "source": book["title"] or book["source"]}


def _read_page(data: bytes, name: str) -> tuple[Sequence[Line], str]:
    """Return the lines of a document, and the title it gives itself."""
    from reader.importers.html_lines import lines_of
    from reader.importers.html_tree import take_out_unshown

    root = _tree(data, name)
    if root is None:
        return (), ""
    take_out_unshown(root)
    lines = lines_of(root)
    heads = [line for line in lines if line.element.tag in _HEADINGS]
    best = min(heads, key=lambda line: str(line.element.tag), default=None)
    return lines, "" if best is None else " ".join(best.text.split())


def _tree(data: bytes, name: str) -> HtmlElement | None:
    """Return a document as a tree of HTML, or nothing if it is empty."""
    from lxml.etree import tostring

    from reader.importers.html_encoding import decoded
    from reader.importers.html_tree import EmptyPageError, tree_of
    from reader.importers.safe_xml import parse_xml

    try:
        root = parse_xml(_ENTITY.sub(_character, data), name)
    except ImportRefusedError:
        # Books hold pages that are no XML; browsers read them all the same.
        page = decoded(data, name)
    else:
        for element in root.iter("{*}*"):
            element.tag = str(element.tag).rpartition("}")[2]
        # What is empty in XML would not be in HTML: <title/>, <a id="p1"/>.
        page = str(tostring(root, method="html", encoding="unicode"))
    try:
        return tree_of(page, name)
    except EmptyPageError:
        return None


def _character(found: re.Match[bytes]) -> bytes:
    """Return an entity of XHTML as a reference to its character."""
    codepoint = name2codepoint.get(found[1].decode("ascii"))
    return found[0] if codepoint is None or found[1] in _OWN else b"&#%d;" % codepoint


def _is_contents(lines: Sequence[Line]) -> bool:
    """Return whether a document is a table of contents: nothing but a heading and links."""
    linked = [line for line in lines if line.linked * 2 > len(line.text)]
    return len(linked) > 2 and len(linked) >= len(lines) - 1


EPUB = confined_importer(
    "epub",
    mark("EPUB book"),
    (".epub",),
    "reader.importers.epub:parse",
    what=mark("an EPUB"),
    seconds=_SECONDS,
)
"""EPUB 2 and 3 without locks; a chapter an article, as far as the book is divided so."""
