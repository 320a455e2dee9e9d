"""Whatever bytes an importer is given, it makes articles of them or refuses them."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.importers import archive, importers
from reader.importers.importer import Importer, ImportRefusedError
from tests.importers.hostile import zipped
from tests.importers.pdf_writer import Pdf, column
from tests.importers.test_docx import docx, p
from tests.importers.test_epub import book, chapter

if TYPE_CHECKING:
    from reader.importers.parsed import Parsed

HTML = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>书屋</title></head><body><div>"
    "<h1>书屋</h1><p>清溪镇的老粮站改成了书屋。</p><table><tr><td>甲</td></tr></table></div></body>"
).encode()


def page() -> bytes:
    """Return a PDF of a page with two columns."""
    made = Pdf()
    made.page(column(60, 700, "甲", 9) + column(320, 700, "乙", 9))
    return made.to_bytes()


SEEDS: dict[str, list[bytes]] = {
    "text": ["清溪镇的书屋。\n".encode(), "清溪镇的书屋。\n".encode("gb18030")],
    "markdown": ["# 书屋\n\n- 甲\n- [乙](x)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode()],
    "html": [HTML],
    "docx": [docx(p("清溪镇") + p("老粮站改成了书屋", "Heading1"))],
    "epub": [book({"a.xhtml": chapter("<h1>一</h1>"), "b.xhtml": chapter("<p>二</p>")})],
    "pdf": [page()],
}
"""What is changed a little, by the key of an importer."""


def seeds(importer: Importer) -> list[bytes]:
    word = zipped({"word/document.xml": HTML, "[Content_Types].xml": b"<a/>", "mimetype": b"x"})
    return SEEDS.get(importer.name, [word, HTML])


def changed(seed: bytes, draw: random.Random) -> bytes:
    """Return a file with some of its bytes, or of a part of it, changed, moved or missing."""
    if seed.startswith(b"PK") and draw.random() < 0.8:
        with ZipFile(io.BytesIO(seed)) as whole:
            parts = {name: whole.read(name) for name in whole.namelist()}
        chosen = draw.choice(list(parts))
        return zipped({**parts, chosen: changed(parts[chosen], draw)})
    data = bytearray(seed)
    for _ in range(draw.randrange(1, 6)):
        at = draw.randrange(len(data) + 1)
        length = draw.randrange(1, 9)
        match draw.randrange(4):
            case 0:
                data[at : at + length] = draw.randbytes(length)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[draw.randrange(len(data) + 1) :][: length * 9]
            case _:
                del data[at:]
    return bytes(data)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run parsers in this process: what escapes them is seen, and starting takes no time."""

    def here(parser: str, data: bytes, name: str, **_limits: object) -> list[Parsed]:
        module, _, function = parser.partition(":")
        found: list[Parsed] = getattr(__import__(module, fromlist=["x"]), function)(data, name)
        return found

    monkeypatch.setattr("reader.importers.confined.parse_confined", here)


def read(importer: Importer, data: bytes, encoding: str | None = None) -> None:
    try:
        articles = importer.read(data, f"a{importer.suffixes[0]}", encoding)
    except ImportRefusedError as refused:
        sentence = str(refused)
        assert sentence.endswith(".")
        assert "\n" not in sentence
    else:
        assert articles
        for article in articles:
            assert article.text.strip()
            article.text.encode("utf-8")


@pytest.mark.parametrize("importer", importers(), ids=lambda one: one.name)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_any_bytes(importer: Importer, data: bytes) -> None:
    read(importer, data)


@pytest.mark.parametrize("importer", importers(), ids=lambda one: one.name)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_files_with_a_few_bytes_changed(importer: Importer, seed: int) -> None:
    draw = random.Random(seed)
    read(importer, changed(draw.choice(seeds(importer)), draw))


@settings(max_examples=80)
@given(seed=st.integers(0, 2**32))
def test_archives_with_a_few_bytes_changed(seed: int) -> None:
    draw = random.Random(seed)
    files = {"a.txt": "书屋".encode() * 50, "里/b.txt": b"x", "c.md": b""}
    data = changed(zipped(files), draw)
    try:
        for entry in archive.entries(data, "a.zip", frozenset([".txt", ".md"])):
            entry.read()
    except ImportRefusedError as refused:
        sentence = str(refused)
    else:
        sentence = "a.zip was read."
    assert sentence.startswith("a.zip")
    assert sentence.endswith(".")


def test_the_oracle_can_fail() -> None:
    def bad(_data: bytes, _name: str, _encoding: str | None) -> list[object]:
        raise BadZipFile

    with pytest.raises(BadZipFile):
        read(Importer("x", "X", (".x",), bad), b"")  # type: ignore[arg-type]
