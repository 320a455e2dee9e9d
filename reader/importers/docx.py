"""Word documents: the words of the document as it stands, changes accepted.

Own reading of its XML: the usual library leaves out what was inserted under tracked changes, text
boxes, footnotes and content controls, which newspaper manuscripts are full of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.importers.importer import ImportRefusedError
from reader.importers.making import confined_importer
from reader.importers.parsed import Parsed
from reader.language import mark, tr

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.importers.docx_text import Paragraph
    from reader.importers.zipped import Zipped

_MAIN: Final = "/officeDocument"
# A heading further down is no title.
_TOP: Final = 5


def parse(data: bytes, name: str) -> list[Parsed]:
    """Read a Word document.

    Raises:
        ImportRefusedError: If it is damaged, none, protected, or unpacks to too much.
    """
    from reader.importers.docx_properties import properties_of
    from reader.importers.docx_text import notes_of, paragraphs_of, styles_of
    from reader.importers.zipped import Zipped

    parts = Zipped(data, name)
    main = _main_part(parts, name)
    folder = main.rpartition("/")[0]
    body = _xml(parts, main, name)
    if body is None:
        raise ImportRefusedError(
            tr(
                "{name} is no Word document, though it is packed like one (a spreadsheet, "
                "slides?); save its text as .docx."
            ).format(name=name)
        )
    styles = styles_of(_xml(parts, f"{folder}/styles.xml", name))
    paragraphs, references = paragraphs_of(body, styles)
    for kind in ("footnotes", "endnotes"):
        notes = _xml(parts, f"{folder}/{kind}.xml", name)
        paragraphs.extend(notes_of(notes, kind, references, styles))
    known = properties_of(_xml(parts, "docProps/core.xml", name))
    title = _title(paragraphs)
    return [Parsed(_joined(paragraphs), {**known, "title": title or known.get("title", "")})]


def _main_part(parts: Zipped, name: str) -> str:
    """Return the name of the part that holds the text."""
    relations = _xml(parts, "_rels/.rels", name)
    if relations is not None:
        for relation in relations:
            if relation.get("Type", "").endswith(_MAIN):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _xml(parts: Zipped, part: str, name: str) -> _Element | None:
    from reader.importers.safe_xml import parse_xml

    data = parts.read(part)
    return None if data is None else parse_xml(data, name)


def _title(paragraphs: list[Paragraph]) -> str:
    """Return the paragraph that is set as the title, or as the first heading at the top."""
    titles = [one.text for one in paragraphs if one.level == 0]
    heads = [one.text for one in paragraphs[:_TOP] if one.level == 1]
    return next((text.strip() for text in titles + heads if text.strip()), "")


def _joined(paragraphs: list[Paragraph]) -> str:
    text: list[str] = []
    for one in paragraphs:
        if text:
            text.append("\n" if one.close else "\n\n")
        text.append(one.text)
    return "".join(text)


DOCX = confined_importer(
    "docx",
    mark("Word document"),
    (".docx", ".docm"),
    "reader.importers.docx:parse",
    what=mark("a Word document"),
)
"""Word's documents since 2007, which WPS Office and LibreOffice write too."""
