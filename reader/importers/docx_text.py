"""The paragraphs of a Word document, out of its XML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

_BODY_TEXT: Final = 9
"""The level of a paragraph that is no heading."""

# What is not in the text as it stands, or is not shown: deletions, where something was moved from,
# codes of fields, readings above characters, the second of two ways to say the same.
_LEFT_OUT: Final = frozenset(["del", "moveFrom", "delText", "delInstrText", "instrText", "rt"])
_SETTINGS: Final = frozenset(["pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"])
_CHARACTERS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_NOTES: Final = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_TITLE: Final = frozenset(["title", "标题", "標題"])
_CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*\d|toc heading|table of figures", re.IGNORECASE)
_OFF: Final = frozenset(["0", "false", "off", "none"])
# A cell of a table of data says little; one with more is a place on the page.
_LONGEST_CELL: Final = 200


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document.

    Attributes:
        text: What it says.
        level: 0 for the title, 1 to 8 for a heading, 9 for text.
        close: Whether it stands right under the one before: a row of a table.
    """

    text: str
    level: int = _BODY_TEXT
    close: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    level: int
    contents: bool


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read, and those in text boxes that hang on it."""

    pieces: list[str] = field(default_factory=list)
    hanging: list[Paragraph] = field(default_factory=list)


References = list[tuple[str, str]]
"""The notes that a text refers to, by kind and id; their place is their number."""


def styles_of(root: _Element | None) -> Mapping[str, _Style]:
    """Return which styles are headings or of a table of contents, by id."""
    styles = {}
    for element in () if root is None else root.iter("{*}style"):
        name = _value(element.find("{*}name"))
        outline = _value(element.find("{*}pPr/{*}outlineLvl"))
        heading = _HEADING.fullmatch(name)
        level = int(heading[1]) if heading else _BODY_TEXT
        if outline.isdecimal():
            level = min(level, int(outline) + 1)
        if name.casefold() in _TITLE:
            level = 0
        styles[_attribute(element, "styleId")] = _Style(level, bool(_CONTENTS.match(name)))
    return styles


def paragraphs_of(
    root: _Element, styles: Mapping[str, _Style]
) -> tuple[list[Paragraph], References]:
    """Return the paragraphs of a document, and the notes they refer to, in their order."""
    references: References = []
    return _Reader(styles, references).read(root), references


def notes_of(
    root: _Element | None, kind: str, references: References, styles: Mapping[str, _Style]
) -> list[Paragraph]:
    """Return the notes of a kind that are referred to, each with its number."""
    notes = {}
    for element in () if root is None else root.iter("{*}footnote", "{*}endnote"):
        said = _Reader(styles, []).read(element)
        notes[_attribute(element, "id")] = "\n".join(one.text for one in said)
    return [
        Paragraph(f"[{number}] {notes[key].strip()}")
        for number, (of_kind, key) in enumerate(references, start=1)
        if of_kind == kind and key in notes
    ]


class _Reader:
    """Goes through XML once, without recursion however it is nested."""

    def __init__(self, styles: Mapping[str, _Style], references: References) -> None:
        self._styles = styles
        self._references = references
        self._done: list[Paragraph] = []
        self._open: list[_Open] = []
        # What stood before a paragraph mark that was deleted.
        self._before = ""

    def read(self, root: _Element) -> list[Paragraph]:
        from lxml.etree import iterwalk

        walker = iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = _local(element)
            if event == "end":
                if tag == "p" and self._open:
                    self._end(element)
            elif tag in _LEFT_OUT or tag in _SETTINGS or _is_unseen(element, tag):
                walker.skip_subtree()
            elif tag == "p":
                self._open.append(_Open())
            elif tag == "tbl" and element is not root and _is_data(element):
                self._add_all(self._rows(element))
                walker.skip_subtree()
            elif self._open:
                self._open[-1].pieces.append(self._said(element, tag))
        if self._before:
            self._add(Paragraph(self._before))
        return self._done

    def _said(self, element: _Element, tag: str) -> str:
        """Return what one element says by itself."""
        if tag == "t":
            return element.text or ""
        if tag in _NOTES:
            self._references.append((_NOTES[tag], _attribute(element, "id")))
            return f"[{len(self._references)}]"
        return _CHARACTERS.get(tag, "")

    def _end(self, element: _Element) -> None:
        paragraph = self._open.pop()
        text = self._before + "".join(paragraph.pieces)
        self._before = ""
        style = self._styles.get(_value(element.find("{*}pPr/{*}pStyle")), None)
        if element.find("{*}pPr/{*}rPr/{*}del") is not None:
            self._before = text
        elif not (style and style.contents):
            self._add(Paragraph(text, style.level if style else _BODY_TEXT))
        self._add_all(paragraph.hanging)

    def _add(self, paragraph: Paragraph) -> None:
        if paragraph.text.strip():
            (self._open[-1].hanging if self._open else self._done).append(paragraph)

    def _add_all(self, paragraphs: Sequence[Paragraph]) -> None:
        for paragraph in paragraphs:
            self._add(paragraph)

    def _rows(self, table: _Element) -> list[Paragraph]:
        rows: list[Paragraph] = []
        for row in table.iter("{*}tr"):
            cells = [self._cell(cell) for cell in row.iter("{*}tc")]
            text = "\t".join(cells).rstrip("\t")
            rows.append(Paragraph(text, close=bool(rows)))
        return rows

    def _cell(self, cell: _Element) -> str:
        said = _Reader(self._styles, self._references).read(cell)
        return " ".join(" ".join(one.text.split("\n")) for one in said)


def _is_unseen(element: _Element, tag: str) -> bool:
    """Return whether a run is hidden, or an element is another way to say what was said already."""
    if tag == "r":
        vanish = element.find("{*}rPr/{*}vanish")
        return vanish is not None and _value(vanish) not in _OFF
    return tag == "Fallback" and element.getprevious() is not None


def _is_data(table: _Element) -> bool:
    """Return whether a table holds data; others only say where things stand on the page."""
    if table.find(".//{*}tbl") is not None:
        return False
    rows = list(table.iter("{*}tr"))
    cells = [list(row.iter("{*}tc")) for row in rows]
    if len(rows) < 2 or max(map(len, cells)) < 2:
        return False
    lengths = (
        sum(len(one.text or "") for one in cell.iter("{*}t")) for row in cells for cell in row
    )
    return max(lengths) <= _LONGEST_CELL


def _local(element: _Element) -> str:
    """Return the name of an element; its namespace is one of two, and both mean the same."""
    tag = str(element.tag)
    if "/drawingml/" in tag:
        # Words of a drawing are in its text boxes.
        return ""
    return tag.rpartition("}")[2]


def _attribute(element: _Element, name: str) -> str:
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def _value(element: _Element | None) -> str:
    return "" if element is None else _attribute(element, "val")
