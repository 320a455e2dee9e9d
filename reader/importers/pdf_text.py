"""The text layer of a PDF, in reading order; loads pdfminer, so only a confined process does.

A line of the page is a line of the text; an empty line stands between blocks (paragraphs,
headings, captions). Lines are not joined, nor page furniture left out: the source is what the
page says, and what is made of it is a view.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from reader.importers.importer import ImportRefusedError
from reader.importers.parsed import Parsed
from reader.importers.pdf_columns import blocks
from reader.importers.pdf_glyphs import UNKNOWN, damaged, open_document, pages, said_of_itself
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importers.pdf_columns import Block

# Of glyphs that say nothing: from here on the text would be garbage.
_MOST_UNKNOWN = 0.1
_TITLE_LARGER = 1.4
_TITLE_LENGTH = range(2, 61)
# What programs write where nobody gave a title or a name.
_NO_TITLE = re.compile(
    r"(?:untitled|unnamed|无标题|無標題|未命名|microsoft \w+ -|新建 ?(?:microsoft|文本|文档)).*"
    r"|(?:文档|文檔|演示文稿|幻灯片|投影片|document|presentation) ?\d*"
    r"|.*\.(?:docx?|wps|pptx?|xlsx?|txt|pdf|indd|qxd|fit|s2|s72|ps|eps|cdr|ai)"
    r"|[\W\d_]*",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\W*|(?:administrator|anonymous|unknown|admin|user|owner|root|lenovo|dell|hp|pc|acer|asus"
    r"|匿名|用户|用戶|使用者)\d*|(?:windows|microsoft|微软|微軟).*",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(
    ".{0,6}[报報]|.{0,6}(?:周刊|週刊|月刊|时报|時報)|.*(?:daily|times|news)", re.IGNORECASE
)


def read(data: bytes, name: str) -> list[Parsed]:
    """Read the article in a PDF; a :data:`~reader.importers.parsed.Parser`.

    Raises:
        ImportRefusedError: If it needs a password, is damaged, holds too much, or no text.
    """
    try:
        return [_read(data, name)]
    except (ImportRefusedError, MemoryError):
        raise
    except Exception as error:  # whatever pdfminer stumbles over
        raise damaged(name) from error


def _read(data: bytes, name: str) -> Parsed:
    read: list[list[Block]] = []
    pictures: list[int] = []
    known = unknown = 0
    for number, page in enumerate(pages(data, name), 1):
        if page.is_picture:
            pictures.append(number)
        said = [glyph.text for glyph in page.glyphs if not glyph.text.isspace()]
        senseless = sum(1 for text in said if text == UNKNOWN or _is_private(text))
        unknown += senseless
        known += len(said) - senseless
        if page.has_text:
            read.append(blocks(page.glyphs))
    if not known + unknown:
        raise _no_text(name, scanned=bool(pictures))
    if unknown > (known + unknown) * _MOST_UNKNOWN:
        raise _no_characters(name)
    document = open_document(data, name)
    title, author = (said_of_itself(document, key) for key in ("Title", "Author"))
    metadata = {
        "title": _title(read[0]) if _NO_TITLE.fullmatch(title) else title,
        "author": "" if _NO_AUTHOR.fullmatch(author) else author,
        "pages_without_text": ranges(pictures),
    }
    return Parsed(
        _text([block for page in read for block in page]),
        {key: value for key, value in metadata.items() if value},
    )


def _is_private(text: str) -> bool:
    return all("\ue000" <= one <= "\uf8ff" for one in text)


def _text(read: Sequence[Block]) -> str:
    text = "\n".join(read[0].lines)
    for block, following in pairwise(read):
        text += "\n" if block.goes_on_in(following) else "\n\n"
        text += "\n".join(following.lines)
    return text + "\n"


def _title(page: Sequence[Block]) -> str:
    """Return the largest heading of a page; nothing where none is larger than the text."""
    body = median(block.size for block in page for line in block.lines for _ in line)
    found = ""
    largest = body * _TITLE_LARGER
    for block in page:
        said = re.sub(r"(?<![!-~])\n|\n(?![!-~])", "", "\n".join(map(str.strip, block.lines)))
        fits = len(said) in _TITLE_LENGTH and not _MASTHEAD.fullmatch(said)
        if fits and block.size > largest:
            found, largest = " ".join(said.split()), block.size
    return found


def ranges(numbers: Sequence[int]) -> str:
    """Return numbers in rising order as people write them: ``2, 5-7``."""
    said: list[tuple[int, int]] = []
    for number in numbers:
        if said and said[-1][1] == number - 1:
            said[-1] = (said[-1][0], number)
        else:
            said.append((number, number))
    return ", ".join(str(one) if one == last else f"{one}-{last}" for one, last in said)


def _no_text(name: str, *, scanned: bool) -> ImportRefusedError:
    if scanned:
        msg = tr(
            "{name} has no text: its pages are pictures (a scan); recognise its text with an OCR "
            "program, and import what that gives."
        )
    else:
        msg = tr("{name} has no text on its pages; choose one with words in it.")
    return ImportRefusedError(msg.format(name=name))


def _no_characters(name: str) -> ImportRefusedError:
    return ImportRefusedError(
        tr(
            "{name} does not say which characters its glyphs are, so its text would be garbage; "
            "recognise it with an OCR program, or get it in another format."
        ).format(name=name)
    )
