"""A small writer of PDF files, so that every PDF a test reads is made in the test."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from hashlib import md5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 800, 1100
_WIDE = "\u2e80"
_AT_ONCE = 100
_END = b"\nendstream"
# What the standard fills passwords up with.
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


@dataclass(frozen=True)
class Words:
    """Text on a page.

    Attributes:
        x, y: Where its first baseline begins, in points from the lower left; of vertical text,
            the middle of the top of its column.
        text: What it says, on one line.
        size: Of the type, in points.
        vertical: Whether it runs from the top down.
        mode: How it is painted (7: neither filled nor drawn, as under a scan).
    """

    x: float
    y: float
    text: str
    size: float = 10
    vertical: bool = False
    mode: int = 0


@dataclass
class Pdf:
    """A PDF in the making: pages of words, pictures and raw operators."""

    to_unicode: bool = True
    encoding: bytes = b"Identity-H"
    ordering: bytes = b"Identity"
    info: dict[str, bytes] = field(default_factory=dict)
    objects: list[bytes] = field(default_factory=lambda: [b""] * 8)
    kids: list[int] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=dict)
    trailer: bytes = b""

    def add(self, content: bytes) -> int:
        """Add an object; gives its number."""
        self.objects.append(content)
        return len(self.objects)

    def stream(self, data: bytes, entries: bytes = b"", *, flate: bool = False) -> int:
        """Add a stream; gives its number."""
        if flate:
            data, entries = zlib.compress(data, 9), entries + b"/Filter/FlateDecode"
        head = b"<<%s/Length %d>>" % (entries, len(data))
        return self.add(head + b"stream\n" + data + b"\nendstream")

    def page(
        self,
        words: Iterable[Words] = (),
        *,
        scan: bool = False,
        operators: bytes = b"",
        rotate: int = 0,
    ) -> None:
        """Add a page."""
        shown = [self._shown(one) for one in words]
        resources = b"/Font<</F1 3 0 R/F2 4 0 R>>"
        if scan:
            picture = self.stream(
                b"\x80" * 16,
                b"/Type/XObject/Subtype/Image/Width 4/Height 4/ColorSpace/DeviceGray"
                b"/BitsPerComponent 8",
            )
            resources += b"/XObject<</Im %d 0 R>>" % picture
            shown.append(b"q %d 0 0 %d 0 0 cm /Im Do Q" % (WIDTH, HEIGHT))
        content = self.stream(b"\n".join([*shown, operators]))
        self.kids.append(
            self.add(
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Resources<<%s>>"
                b"/Contents %d 0 R>>" % (WIDTH, HEIGHT, rotate, resources, content)
            )
        )

    def _shown(self, words: Words) -> bytes:
        codes = "".join(f"{self._code(one):04x}" for one in words.text)
        font = 2 if words.vertical else 1
        return (
            f"BT /F{font} {words.size} Tf {words.mode} Tr {words.x} {words.y} Td <{codes}> Tj ET"
        ).encode()

    def _code(self, character: str) -> int:
        return self.codes.setdefault(character, len(self.codes) + 1)

    def to_bytes(self) -> bytes:
        """Return the file."""
        kids = b" ".join(b"%d 0 R" % one for one in self.kids)
        self.objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
        if not self.objects[1]:
            self.objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(self.kids))
        cmap = b"/ToUnicode 7 0 R" if self.to_unicode else b""
        for number, way in ((2, self.encoding), (3, b"Identity-V")):
            self.objects[number] = (
                b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/%s"
                b"/DescendantFonts[5 0 R]%s>>" % (way, cmap)
            )
        widths = b" ".join(
            b"%d[%d]" % (code, 1000 if one >= _WIDE else 500) for one, code in self.codes.items()
        )
        self.objects[4] = (
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)"
            b"/Ordering(%s)/Supplement 0>>/FontDescriptor 6 0 R/DW 1000/W[%s]>>"
            % (self.ordering, widths)
        )
        self.objects[5] = (
            b"<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
            b"/Ascent 880/Descent -120/CapHeight 880/StemV 80>>"
        )
        map_ = self._cmap()
        self.objects[6] = b"<</Length %d>>stream\n%s\nendstream" % (len(map_), map_)
        self.objects[7] = (
            b"<<" + b"".join(b"/%s %s" % (k.encode(), v) for k, v in self.info.items()) + b">>"
        )
        return written(self.objects, b"/Root 1 0 R/Info 8 0 R" + self.trailer)

    def encrypted(self, password: bytes = b"") -> bytes:
        """Return the file encrypted with 40 bits, so that this password opens it."""
        place, owner = b"0123456789abcdef", bytes(range(32))
        padded = (password + _PADDING)[:32]
        key = md5(padded + owner + b"\xfc\xff\xff\xff" + place).digest()[:5]
        self.to_bytes()
        for number, content in enumerate(self.objects, 1):
            head, middle, rest = content.partition(b"stream\n")
            data, tail = rest[: -len(_END)], rest[-len(_END) :]
            if middle:
                own = md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
                self.objects[number - 1] = head + middle + rc4(own, data) + tail
        encrypt = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<%s><%s>]" % (
            owner.hex().encode(),
            rc4(key, _PADDING).hex().encode(),
            place.hex().encode(),
            place.hex().encode(),
        )
        return written(self.objects, b"/Root 1 0 R" + encrypt)

    def _cmap(self) -> bytes:
        pairs = [
            f"<{code:04x}> <{one.encode('utf-16-be').hex()}>" for one, code in self.codes.items()
        ]
        blocks = [pairs[at : at + _AT_ONCE] for at in range(0, len(pairs), _AT_ONCE)]
        mapped = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CMapName /Test def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            f"{mapped}\nendcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode()


def written(objects: Sequence[bytes], trailer: bytes) -> bytes:
    """Return the file of these objects, numbered from 1."""
    out = bytearray(b"%PDF-1.7\n%\xe4\xb8\xad\xe6\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def rc4(key: bytes, data: bytes) -> bytes:
    """Encrypt or decrypt."""
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def lines(
    x: float, y: float, texts: Iterable[str], size: float = 10, pitch: float = 14
) -> list[Words]:
    """Return lines of text, one below the other."""
    return [Words(x, y - row * pitch, text, size) for row, text in enumerate(texts)]


def column(x: float, y: float, mark: str, rows: int, width: int = 16) -> list[Words]:
    """Return a column of full lines; each says where it stands: 甲0, 甲1, …"""
    filling = "这里是一行正文一直写到栏宽用尽为止的文字"
    return lines(x, y, [f"{mark}{row}{filling}"[:width] for row in range(rows)])
