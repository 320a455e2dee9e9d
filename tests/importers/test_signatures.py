"""A file is what is in it, whatever its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.importers.importer import ImportRefusedError
from reader.importers.registry import import_path
from reader.importers.signatures import format_of
from tests.importers import test_docx, test_epub
from tests.importers.saved_pages import BODY, page, paragraphs

if TYPE_CHECKING:
    from pathlib import Path

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
DOCX = test_docx.docx(test_docx.p("正文。"))
EPUB = test_epub.book({"a.xhtml": test_epub.chapter("<p>正文。</p>")})
PAGE = page(paragraphs(*BODY, indent=""), title="")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (DOCX, "docx"),
        (EPUB, "epub"),
        (test_docx.packed({"a.txt": "甲"}), None),
        (test_docx.packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}), None),
        (DOCX[:200], None),
        (b"%PDF-1.7\n", "pdf"),
        (PAGE.encode(), "html"),
        (b"\xef\xbb\xbf\r\n<HTML>", "html"),
        (b"<?xml version='1.0'?>\n<!-- saved from url=(1)x -->\n<!doctype HTML>", "html"),
        (PAGE.encode("utf-16"), "html"),
        (b"\xfe\xff" + PAGE.encode("utf-16-be"), "html"),
        ("<div>片段</div>".encode(), None),
        ("说说 <html> 是什么。".encode(), None),
        (b"", None),
    ],
)
def test_what_is_beyond_doubt_is_told_by_its_content(data: bytes, key: str | None) -> None:
    assert format_of(data, "a.txt") == key


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (COMPOUND, "a.doc is an old Office document (.doc, .wps); open it"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "a.doc is protected by a password"),
        (rb"{\rtf1\ansi hello}", "a.doc is an RTF document; open it"),
    ],
)
def test_what_is_not_read_says_what_to_save_it_as(data: bytes, said: str) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        format_of(data, "a.doc")
    assert str(caught.value).startswith(said)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("稿.doc", DOCX, "正文。"),
        ("稿.html", DOCX, "正文。"),
        ("书", EPUB, "正文。"),
        ("页.txt", PAGE.encode(), "\n\n".join(BODY)),
        ("页.doc", PAGE.encode("utf-16"), "\n\n".join(BODY)),
        ("片段.htm", "<p>甲<p>乙".encode(), "甲\n\n乙"),
        ("说.md", "说说 <html> 是什么。".encode(), "说说 <html> 是什么。"),
    ],
)
def test_a_file_with_a_wrong_name_is_read_all_the_same(
    tmp_path: Path, name: str, data: bytes, text: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert [one.text for one in import_path(tmp_path / name)] == [text]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("稿.docx", "只是文字".encode(), "is damaged or not complete"),
        ("稿.docx", DOCX[:300], "is damaged or not complete"),
        ("书.epub", DOCX[:300], "is damaged or not complete"),
        ("稿.docx", COMPOUND, "is an old Office document"),
        ("稿.txt", rb"{\rtf1 hello}", "is an RTF document"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ImportRefusedError) as caught:
        import_path(tmp_path / name)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
