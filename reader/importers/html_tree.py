"""A saved page as a tree without what no browser shows; nothing of it is run, fetched or opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.importers.importer import ImportRefusedError
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# What browsers do not show, or show as a control; ruby's readings stand beside the text, not in it.
_UNSHOWN = """
    script style noscript template iframe frame object applet embed svg canvas audio video math
    select option textarea button input datalist map area rt rp head
"""
# What a page declares of its own is nothing to HTML, which would show the end of it.
_DECLARED = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?<!DOCTYPE[^>\[]{0,300}\[[^\]]*\]\s*>", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class EmptyPageError(ImportRefusedError):
    """A page without any element."""


def tree_of(text: str, name: str) -> HtmlElement:
    """Return the root element of a page.

    Raises:
        EmptyPageError: If there is nothing in it.
        ImportRefusedError: If it is nested too deep to be a page.
    """
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    declared = _DECLARED.match(text)
    start = declared.end() if declared else 0
    try:
        root = document_fromstring(text[start:].encode(), parser=parser)
    except ParserError:
        msg = tr("{name} is an empty web page; save the page again.").format(name=name)
        raise EmptyPageError(msg) from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ImportRefusedError(
            tr(
                "{name} is damaged, or built to do harm: it is nested too deep; save the page "
                "again, or copy its text."
            ).format(name=name)
        )
    return root


def take_out_unshown(root: HtmlElement) -> None:
    """Take out of a tree what a browser would not show."""
    for element in list(root.iter(*_UNSHOWN.split())):
        take_out(element)
    for element in list(root.xpath("//*[@hidden or contains(@style, ':')]")):
        if "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
            take_out(element)


def take_out(element: HtmlElement) -> None:
    """Take an element out of its tree, and leave what follows it."""
    if element.getparent() is not None:
        element.drop_tree()


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and those around it, from the inside out."""
    inner: HtmlElement | None = element
    while inner is not None:
        yield inner
        inner = inner.getparent()
