"""Files built to do harm, made here; none of them is written down anywhere."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from zipfile import ZIP_DEFLATED, ZipFile

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
"""Declarations of entities that add up to 300 GB."""

SECRETS = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
"""A declaration that asks for another file."""


def zipped(
    files: dict[str, bytes], *, method: int = ZIP_DEFLATED, level: int | None = None
) -> bytes:
    """Return an archive of some files."""
    made = io.BytesIO()
    with ZipFile(made, "w", method, compresslevel=level) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def bomb(name: str = "bomb.txt", size: int = 60_000_000) -> bytes:
    """Return an archive a thousandth as large as what it holds."""
    return zipped({name: b"a" * size}, level=9)


def swollen_document() -> bytes:
    """Return a Word document of under 90 KB whose text inflates to 60 MB."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org"
    paragraph = "<w:p><w:r><w:t>讲座</w:t></w:r></w:p>"
    body = paragraph * (60_000_000 // len(paragraph.encode()))
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Override PartName="/word/document.xml" ContentType="application/vnd.openxml'
                'formats-officedocument.wordprocessingml.document.main+xml"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="a" '
                f'Type="{office}/officeDocument/2006/relationships/officeDocument" '
                'Target="word/document.xml"/></Relationships>'
            ).encode(),
            "word/document.xml": (
                f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
            ).encode(),
        },
        level=9,
    )


def overlapping(entries: int = 20) -> bytes:
    """Return an archive whose entries all claim the same bytes."""
    data = zlib.compress(b"a" * 500_000, 9)[2:-4]
    whole = zlib.crc32(b"a" * 500_000)
    fields = struct.pack("<5H3I2H", 20, 0, 8, 0, 0x21, whole, len(data), 500_000, 5, 0)
    local = b"PK\3\4" + fields + b"0.txt" + data
    names = (f"{chr(97 + number)}.txt".encode() for number in range(entries))
    directory = b"".join(
        b"PK\1\2"
        + struct.pack("<6H3I5H2I", 20, 20, 0, 8, 0, 0x21, whole, len(data), 500_000, 5, *[0] * 6)
        + name
        for name in names
    )
    end = struct.pack("<4H2IH", 0, 0, entries, entries, len(directory), len(local), 0)
    return local + directory + b"PK\5\6" + end


def lying(name: str = "lies.txt") -> bytes:
    """Return an archive with an entry that is larger than it says."""
    data = zipped({name: b"a" * 3_000_000})
    return data.replace(struct.pack("<I", 3_000_000), struct.pack("<I", 10))


def unflagged(names: dict[bytes, bytes]) -> bytes:
    """Return an archive whose names are in some encoding that it does not name."""
    plain = {raw: f"{number:0{len(raw)}}" for number, raw in enumerate(names)}
    data = zipped({plain[raw]: names[raw] for raw in names})
    for raw, stand_in in plain.items():
        data = data.replace(stand_in.encode(), raw)
    return data


def locked(name: str = "locked.txt") -> bytes:
    """Return an archive with an entry that says it is encrypted."""
    data = bytearray(zipped({name: b"x"}))
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


def link(name: str = "link.txt") -> bytes:
    """Return an archive that holds a text and a link to a file outside of it."""
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/hostname")
        archive.writestr("good.txt", "链接旁边的文章")
    return made.getvalue()
