"""Word documents: the words of the document as it stands, changes accepted.

Own reading of its XML: the usual library leaves out what was inserted under tracked changes, text
boxes, footnotes and content controls, which newspaper manuscripts are full of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.importers.importer import ImportRefusedError
from reader.importers.making import confined_importer
from reader.importers.parsed import Parsed
from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from reader.importers.docx_text import Paragraph
    from reader.importers.zipped import Zipped

_MAIN: Final = "/officeDocument"
# What programs write who were told no name, in lower case.
_NOBODY: Final = frozenset(
    (
        "administrator",
        "admin",
        "user",
        "windows 用户",
        "windows user",
        "微软用户",
        "microsoft office user",
    )
) | {"python-docx", "unknown", "未知"}
_NO_TITLE = re.compile(
    r"Microsoft Word - .*|(?:文档|文件|Document)\s*\d*|无标题|Untitled", re.IGNORECASE
)
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)")
# A heading further down is no title.
_TOP: Final = 5


def parse(data: bytes, name: str) -> list[Parsed]:
    """Read a Word document.

    Raises:
        ImportRefusedError: If it is damaged, none, protected, or unpacks to too much.
    """
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
    known = _properties(_xml(parts, "docProps/core.xml", name))
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


def _properties(core: _Element | None) -> Mapping[str, str]:
    """Return what the document says of itself, without what programs fill in by themselves."""
    said: dict[str, str] = {}
    for element in () if core is None else core.iterchildren("*"):
        said[str(element.tag).rpartition("}")[2]] = (element.text or "").strip()
    title, author = said.get("title", ""), said.get("creator", "")
    created = _DAY.match(said.get("created", ""))
    return {
        "title": "" if _NO_TITLE.fullmatch(title) else title,
        "author": "" if author.casefold() in _NOBODY else author,
        "date": created[1] if created else "",
    }


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
