"""The glyphs of a PDF, page by page, as pdfminer.six finds them."""

from __future__ import annotations

import logging
import unicodedata
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pdfminer.cmapdb import CMapDB, PyUnicodeMap
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfminer.utils import apply_matrix_rect, decode_text

from reader.importers.importer import ImportRefusedError
from reader.importers.pdf_lines import Box, Direction, Glyph
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.pdfcolor import PDFColorSpace
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFGraphicState
    from pdfminer.utils import Matrix

    # Of a vertical font, how far its cell is from the place where it is painted.
    _Shift = float | tuple[float | None, float]

MOST_PAGES: Final = 2000
MOST_GLYPHS: Final = 5_000_000
LARGEST_CONTENT: Final = 64_000_000
"""Bytes of what is painted on a page, inflated; dense newspaper pages have under one million."""
UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for a glyph of which the file does not say what character it is."""

# Text outlined as shapes takes many; a page with a frame and rules has fewer.
_MANY_SHAPES = 200
# Of a glyph, in points; no page is as large, and what is hostile is.
_WIDEST = 1_000_000.0
_SMALLEST = 0.01
# Sine of the steepest slope of a line that still counts as straight.
_STRAIGHT = 0.2
_CHUNK = 1_000_000
# What a drawing counts for, in glyphs.
_FIGURE = 20
_MARKS = (b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf")
_COLLECTIONS = {"UniGB": "Adobe-GB1", "UniCNS": "Adobe-CNS1"}
_SPACES = " \u3000\u00a0"


@dataclass
class PdfPage:
    """What is on a page.

    Attributes:
        glyphs: Those that can be seen, in the order of the file.
        shapes: How many lines and areas are drawn.
        pictures: How many pictures are shown.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    shapes: int = 0
    pictures: int = 0

    @property
    def is_picture(self) -> bool:
        """Whether there is something to see and no text in it."""
        return not self.has_text and (self.pictures > 0 or self.shapes > _MANY_SHAPES)

    @property
    def has_text(self) -> bool:
        """Whether there is anything but blanks."""
        return any(not glyph.text.isspace() for glyph in self.glyphs)


class _Glyphs(PDFTextDevice):
    """Takes down what pdfminer's interpreter paints."""

    def __init__(self, manager: PDFResourceManager, name: str) -> None:
        super().__init__(manager)
        self.page = PdfPage()
        self._name = name
        self._painted = 0
        # The font is held, as its id is that of another when it is gone.
        self._fonts: dict[int, tuple[PDFFont, dict[int, tuple[str, float, _Shift]]]] = {}
        self._height = self._width = 0.0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        x0, y0, x1, y1 = page.mediabox
        self._width, self._height = abs(x1 - x0), abs(y1 - y0)
        if page.rotate % 180:
            self._width, self._height = self._height, self._width
        self.page = PdfPage()
        self.set_ctm(ctm)

    def begin_figure(self, *_: object) -> None:
        # Drawings made of drawings double with each floor.
        self._count(_FIGURE)

    def _count(self, painted: int) -> None:
        self._painted += painted
        if self._painted > MOST_GLYPHS:
            raise _too_much(self._name)

    def paint_path(self, *_: object) -> None:
        self.page.shapes += 1

    def render_image(self, name: str, stream: object) -> None:  # noqa: ARG002
        self.page.pictures += 1

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        self._count(1)
        text, width, shift = self._known(font, cid)
        advance = width * fontsize * scaling
        if not text:
            return advance
        vertical = isinstance(shift, tuple)
        if isinstance(shift, tuple):
            aside = 0.5 if shift[0] is None else shift[0] / 1000
            top = (1 - shift[1] / 1000) * fontsize + rise
            cell = (-aside * fontsize, top + advance, (1 - aside) * fontsize, top)
        else:
            foot = font.get_descent() * fontsize + rise
            cell = (0, foot, advance, foot + fontsize)
        x0, y0, x1, y1 = apply_matrix_rect(matrix, cell)
        box = Box(min(x0, x1), self._height - max(y0, y1), max(x0, x1), self._height - min(y0, y1))
        direction = _direction(matrix, vertical=vertical)
        across = vertical or direction in (Direction.UP, Direction.DOWN)
        size = round(box.x1 - box.x0 if across else box.bottom - box.top, 2)
        if size > _SMALLEST and self._is_seen(box):
            self.page.glyphs.append(Glyph(text, box, size, direction))
        return advance

    def _known(self, font: PDFFont, cid: int) -> tuple[str, float, _Shift]:
        """Return what a glyph says, how far it goes and where it stands."""
        if id(font) not in self._fonts:
            _mend(font)
            self._fonts[id(font)] = font, {}
        glyphs = self._fonts[id(font)][1]
        if cid not in glyphs:
            glyphs[cid] = _character(font, cid), font.char_width(cid), font.char_disp(cid)
        return glyphs[cid]

    def _is_seen(self, box: Box) -> bool:
        """Return whether a glyph is on the page; what is not a number is nowhere."""
        return (
            0 <= (box.x0 + box.x1) / 2 <= self._width
            and 0 <= box.middle <= self._height
            and box.x1 - box.x0 < _WIDEST
        )


def _mend(font: PDFFont) -> None:
    """Give a font that contradicts itself the characters of its encoding.

    Some programs name a font of one collection of characters and an encoding of another, as
    ReportLab does for Traditional Chinese (``MSung-Light`` with ``UniGB-UCS2-H``).
    """
    said = getattr(getattr(font, "cmap", None), "attrs", {}).get("CMapName", "")
    meant = _COLLECTIONS.get(str(said).partition("-")[0])
    if meant and isinstance(font, PDFCIDFont) and isinstance(font.unicode_map, PyUnicodeMap):
        font.unicode_map = CMapDB.get_unicode_map(meant, font.cmap.is_vertical())


def _character(font: PDFFont, cid: int) -> str:
    """Return what a glyph says."""
    try:
        text = font.to_unichr(cid)
    except Exception:  # noqa: BLE001  pdfminer's own for no mapping, any for a broken one
        return UNKNOWN
    return "".join(map(_legible, text)) if isinstance(text, str) else UNKNOWN


def _legible(character: str) -> str:
    """Return a character as text may hold it: no controls, no half ones."""
    if character.isspace():
        return character if character in _SPACES else " "
    return UNKNOWN if unicodedata.category(character) in ("Cc", "Cs", "Cn") else character


def _direction(matrix: Matrix, *, vertical: bool) -> Direction:
    a, b, c, d = matrix[:4]
    # A vertical font goes against the second axis of its type.
    along, up = (-c, -d) if vertical else (a, b)
    length = (along * along + up * up) ** 0.5
    if not length or min(abs(along), abs(up)) > length * _STRAIGHT:
        return Direction.SLANTED
    if abs(along) > abs(up):
        return Direction.RIGHT if along > 0 else Direction.LEFT
    return Direction.UP if up > 0 else Direction.DOWN


def pages(data: bytes, name: str) -> Iterator[PdfPage]:
    """Yield the pages of a PDF.

    Raises:
        ImportRefusedError: If it needs a password, is cut off, or holds too much.
        Exception: Whatever pdfminer raises for what is broken.
    """
    document = open_document(data, name)
    listed = list(_listed(document, name))
    manager = PDFResourceManager()
    device = _Glyphs(manager, name)
    interpreter = PDFPageInterpreter(manager, device)
    for page in listed:
        for content in page.contents:
            _check(resolve1(content), name)
        interpreter.process_page(page)
        yield device.page


def open_document(data: bytes, name: str) -> PDFDocument:
    """Open a PDF.

    Raises:
        ImportRefusedError: If it needs a password.
        Exception: Whatever pdfminer raises for what is broken.
    """
    # It tells of every oddity of every file, and nobody is there to read it.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        return PDFDocument(PDFParser(BytesIO(data)))
    except PDFEncryptionError:
        msg = tr(
            "{name} is protected with a password; save it without one in a PDF program, and "
            "import that."
        ).format(name=name)
        raise ImportRefusedError(msg) from None


def said_of_itself(document: PDFDocument, key: str) -> str:
    """Return a text that a PDF says of itself (``Title``); nothing where it is not to be read."""
    for info in document.info:
        value = resolve1(info.get(key))
        # Without its mark it is often not in the encoding that it should be in.
        if isinstance(value, bytes) and (value.isascii() or value.startswith(_MARKS)):
            return " ".join(decode_text(value).replace("\0", "").split())
    return ""


def damaged(name: str) -> ImportRefusedError:
    """Return what refuses a PDF that cannot be read."""
    return ImportRefusedError(
        tr(
            "{name} is damaged or cut off and cannot be read as a PDF; get it once more, or open "
            "it in a PDF program and save it again."
        ).format(name=name)
    )


def _listed(document: PDFDocument, name: str) -> Iterator[PDFPage]:
    """Yield the pages, none of them read yet.

    Raises:
        ImportRefusedError: If there are too many, or fewer than the file says.
    """
    found = 0
    for page in PDFPage.create_pages(document):
        found += 1
        if found > MOST_PAGES:
            msg = tr("{name} has over {most} pages; split it into several files.").format(
                name=name, most=MOST_PAGES
            )
            raise ImportRefusedError(msg)
        yield page
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else 0
    if not found or (isinstance(count, int) and count > found):
        raise damaged(name)


def _check(content: object, name: str) -> None:
    """Look whether what a page paints is whole, and not boundless.

    pdfminer takes what it can of a damaged stream, which would be text lost without a word.

    Raises:
        ImportRefusedError: If it is not.
    """
    if not isinstance(content, PDFStream) or content.rawdata is None or content.decipher:
        return
    filters = [one for one, _ in content.get_filters()]
    if not filters or filters[0] not in LITERALS_FLATE_DECODE:
        return
    # Without its head and check sum, which may be wrong or missing with nothing lost.
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    rest, size = content.rawdata[2:], 0
    try:
        while rest and not inflater.eof:
            size += len(inflater.decompress(rest, _CHUNK))
            rest = inflater.unconsumed_tail
            if size > LARGEST_CONTENT:
                raise _too_much(name)
    except zlib.error:
        raise damaged(name) from None
    if not inflater.eof:
        raise damaged(name)


def _too_much(name: str) -> ImportRefusedError:
    return ImportRefusedError(
        tr("{name} holds more on its pages than can be read; split it into several files.").format(
            name=name
        )
    )
