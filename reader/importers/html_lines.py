"""The lines of a page as a browser shows them: one for each paragraph, cell row or line break."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

_OTHER_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form header hgroup hr html legend li main menu nav ol p pre search
    section summary table tbody td tfoot th thead title tr ul
"""
BLOCKS: Final = HEADINGS.union(_OTHER_BLOCKS.split())
"""Elements that begin a line and end one."""

# Outside <pre>, a run of these is one space; no other character is white space to HTML.
_RUN = re.compile("[ \t\n\r\f]+")
# Between these a line end of the page's source stands for nothing, since Chinese has no spaces.
_WIDE = (
    "\u2018-\u201d\u2026\u2014\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff"
)
_BREAK = re.compile(f"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\n\r\f]*(?=[{_WIDE}])")
_UNSEEN = re.compile("[\\s\u200b-\u200f\u2060\ufeff\u00ad]*")
# A cell of a table of data says little; one with more is a place on the page.
_LONGEST_CELL = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: What it says; the page's own characters, runs of plain white space as one space.
        element: The innermost block that it stands in.
        linked: How many of its code points belong to links that lead elsewhere.
        close: Whether it stands right under the line before, without a blank line.
        row: Whether it is a row of a table, cells apart by tabs.
    """

    text: str
    element: HtmlElement
    linked: int = 0
    close: bool = False
    row: bool = False


@dataclass(slots=True)
class _Writer:
    """Collects lines."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    breaks: int = 0
    kept: int = 0
    """How many elements that keep their white space are around."""

    def add(self, text: str | None, *, linked: bool) -> None:
        if text:
            # Only inside a text: elements on lines of their own are apart on the page.
            self.pieces.append(text if self.kept else _BREAK.sub("", text))
            if linked:
                self.linked += len(text.strip())

    def end(self, element: HtmlElement) -> None:
        """End the line."""
        text = "".join(self.pieces)
        linked, self.linked = self.linked, 0
        self.pieces.clear()
        if self.kept:
            for one in re.split("\r\n|\r|\n", text):
                self._line(one.rstrip(" \t"), element, linked)
                self.breaks += 1
        else:
            self._line(_RUN.sub(" ", text).strip(" "), element, linked)

    def _line(self, text: str, element: HtmlElement, linked: int) -> None:
        if _UNSEEN.fullmatch(text):
            return
        self.lines.append(Line(text, element, linked, close=self.breaks == 1))
        self.breaks = 0


def lines_of(root: HtmlElement) -> list[Line]:
    """Return the lines of an element, in the order of the page."""
    from lxml.etree import iterwalk

    writer = _Writer()
    blocks, links = [root], 0
    walker = iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in BLOCKS:
                writer.end(blocks[-1])
                writer.breaks = 2 if tag not in ("html", "body") else writer.breaks
                blocks.append(element)
            writer.kept += tag == "pre"
            links += _leads_elsewhere(element)
            if tag == "table" and _is_data(element):
                _write_table(writer, element)
                walker.skip_subtree()
            else:
                writer.add(element.text, linked=links > 0)
            continue
        if tag == "br":
            writer.end(blocks[-1])
            writer.breaks += 1
        if tag in BLOCKS:
            writer.end(blocks.pop())
            writer.breaks = 2
        writer.kept -= tag == "pre"
        links -= _leads_elsewhere(element)
        if element is not root:
            writer.add(element.tail, linked=links > 0)
    writer.end(root)
    return writer.lines


def text_of(lines: Iterable[Line]) -> str:
    """Return lines as a text: a blank line between paragraphs, none after a line break."""
    text: list[str] = []
    for line in lines:
        if text:
            text.append("\n" if line.close else "\n\n")
        text.append(line.text)
    return "".join(text)


def _leads_elsewhere(element: HtmlElement) -> bool:
    # Names of places, and links inside the page, are words like others.
    return (
        element.tag == "a"
        and bool(element.get("href", "").lstrip("#"))
        and (not element.get("href", "").startswith("#"))
    )


def _is_data(table: HtmlElement) -> bool:
    """Return whether a table holds data; others only say where things stand on the page."""
    if table.find(".//table") is not None:
        return False
    rows = list(table.iter("tr"))
    most = max((len(row.xpath("./td|./th")) for row in rows), default=0)
    if most < 2 or len(rows) < 2:
        return False
    return all(len(cell.text_content()) <= _LONGEST_CELL for cell in table.iter("td", "th"))


def _write_table(writer: _Writer, table: HtmlElement) -> None:
    for row in table.iter("caption", "tr"):
        cells = row.xpath("./td|./th") if row.tag == "tr" else [row]
        said = [" ".join(line.text for line in lines_of(cell)) for cell in cells]
        text = "\t".join(said).rstrip("\t")
        if not _UNSEEN.fullmatch(text):
            close = bool(writer.lines) and writer.lines[-1].row
            writer.lines.append(Line(text, row, 0, close=close, row=row.tag == "tr"))
