"""Books come in a document an article, titled as their contents say; locked ones are refused."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.__main__ import main
from reader.importers.epub import EPUB, parse
from reader.importers.importer import ImportRefusedError

if TYPE_CHECKING:
    from pathlib import Path

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/a.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
SAID = (
    "<dc:title>邻里文集</dc:title><dc:creator>林小满</dc:creator><dc:creator>陈晓光</dc:creator>"
    "<dc:publisher>某某出版社</dc:publisher><dc:date>2025-03-14T00:00:00Z</dc:date>"
    "<dc:identifier>urn:uuid:1</dc:identifier><dc:source>https://example.com/b</dc:source>"
)
PAGE = "application/xhtml+xml"


def opf(items: dict[str, str], spine: list[str], said: str = SAID) -> str:
    manifest = "".join(
        f'<item id="{key}" href="{href}" media-type="{PAGE}"/>' for key, href in items.items()
    )
    order = "".join(f'<itemref idref="{key}"/>' for key in spine)
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{said}</metadata><manifest>{manifest}</manifest><spine>{order}</spine></package>"
    )


def chapter(body: str, title: str = "<title/>") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
        '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head>{title}</head><body>{body}</body></html>'
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"mimetype": "application/epub+zip", **parts}.items():
            archive.writestr(name, content)
    return file.getvalue()


def book(chapters: dict[str, str | bytes], package: str = "", **more: str) -> bytes:
    keys = {f"c{number}": href for number, href in enumerate(chapters)}
    return packed(
        {
            "META-INF/container.xml": CONTAINER,
            "OEBPS/a.opf": package or opf(keys, list(keys)),
            **{f"OEBPS/{href}": content for href, content in chapters.items()},
            **{
                name.replace("__", "/").replace("_xml", ".xml"): text for name, text in more.items()
            },
        }
    )


def texts(data: bytes) -> list[str]:
    return [one.text for one in parse(data, "书.epub")]


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        parse(data, "书.epub")
    sentence = str(caught.value)
    assert sentence.startswith("书.epub ")
    assert sentence.endswith(".")
    return sentence


def test_each_document_with_text_is_an_article_in_reading_order() -> None:
    chapters: dict[str, str | bytes] = {
        "b.xhtml": chapter("<h1>第一章</h1><p>　　甲说。</p><p>乙说。<br/>丙说。</p>"),
        "a.xhtml": chapter("<h2>小节</h2><h1>第二章</h1><p>丁说。</p>"),
        "cover.xhtml": chapter("<div><img src='cover.jpg' alt='封面'/></div>"),
        "same.xhtml": chapter("<h2>小节</h2><h1>第二章</h1><p>丁说。</p>"),
        "none.xhtml": chapter("<p>戊说。</p>"),
    }
    read = parse(book(chapters), "书.epub")
    assert [one.text for one in read] == [
        "第一章\n\n　　甲说。\n\n乙说。\n丙说。",
        "小节\n\n第二章\n\n丁说。",
        "戊说。",
    ]
    assert [one.metadata["title"] for one in read] == ["第一章", "第二章", ""]
    assert dict(read[0].metadata) == {
        "title": "第一章",
        "author": "林小满、陈晓光",
        "source": "邻里文集",
        "date": "2025-03-14",
        "url": "https://example.com/b",
    }


def test_a_book_of_one_document_has_the_title_of_the_book() -> None:
    (article,) = parse(book({"a.xhtml": chapter("<h1>第一章</h1><p>甲说。</p>")}), "书.epub")
    assert article.metadata["title"] == "邻里文集"
    assert article.metadata["source"] == "某某出版社"
    bare = book({"a.xhtml": chapter("<h1>第一章</h1>")}, opf({"a": "a.xhtml"}, ["a"], said=""))
    (article,) = parse(bare, "书.epub")
    assert {key: value for key, value in article.metadata.items() if value} == {"title": "第一章"}


@pytest.mark.parametrize(("date", "kept"), [("2025-03", "2025-03"), ("2025", "2025"), ("三月", "")])
def test_a_date_is_kept_as_far_as_it_is_known(date: str, kept: str) -> None:
    package = opf({"a": "a.xhtml"}, ["a"], said=f"<dc:date>{date}</dc:date>")
    (article,) = parse(book({"a.xhtml": chapter("甲")}, package), "书.epub")
    assert article.metadata["date"] == kept


def test_titles_come_from_the_table_of_contents_of_either_version() -> None:
    nav = chapter(
        "<nav><ol><li><a href='text/%E4%B8%80.xhtml#p1'>上篇\n <b>一</b></a></li>"
        "<li><a href='text/%E4%B8%80.xhtml'>又</a></li></ol></nav>"
    )
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>下篇'
        '</text></navLabel><content src="../OEBPS/text/b.xhtml"/></navPoint><navPoint/></navMap>'
        "</ncx>"
    )
    package = opf({"a": "text/%E4%B8%80.xhtml", "b": "text/b.xhtml"}, ["n", "a", "b"])
    package = package.replace(
        "</manifest>",
        f'<item id="n" href="nav.xhtml" media-type="{PAGE}" properties="nav scripted"/>'
        '<item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        '<item id="y" href="gone.ncx" media-type="application/x-dtbncx+xml"/>'
        '<item id="z" href="broken.ncx" media-type="application/x-dtbncx+xml"/></manifest>',
    )
    chapters: dict[str, str | bytes] = {
        "text/一.xhtml": chapter("<p>甲</p>"),
        "text/b.xhtml": chapter("<h1>自题</h1><p>乙</p>"),
        "nav.xhtml": nav,
        "toc.ncx": ncx,
        "broken.ncx": "<ncx>",
    }
    read = parse(book(chapters, package), "书.epub")
    assert [(one.metadata["title"], one.text) for one in read] == [
        ("上篇 一", "甲"),
        ("下篇", "自题\n\n乙"),
    ]


def test_pages_of_contents_and_what_is_out_of_the_reading_order_are_left_out() -> None:
    links = "".join(f"<p><a href='c{n}.xhtml'>第{n}章</a></p>" for n in range(4))
    chapters: dict[str, str | bytes] = {
        "toc.xhtml": chapter(f"<h1>目录</h1>{links}"),
        "note.xhtml": chapter("注释"),
        "a.xhtml": chapter("<p><a href='x'>甲</a>说。</p>"),
        "style.css": "p {}",
    }
    keys = {
        "t": "toc.xhtml",
        "n": "note.xhtml",
        "a": "a.xhtml",
        "s": "style.css",
        "g": "gone.xhtml",
    }
    package = opf(keys, ["t", "n", "a", "s", "g", "unknown"])
    package = package.replace('idref="n"', 'idref="n" linear="no"').replace(
        f'href="style.css" media-type="{PAGE}"', 'href="style.css" media-type="text/css"'
    )
    assert texts(book(chapters, package)) == ["甲说。"]


def test_entities_of_xhtml_are_characters_and_its_empty_elements_are_empty() -> None:
    body = "<p><a id='p1'/>“甲”&nbsp;&hellip;&mdash;&amp;&lt;b&gt;</p><script/><div/><p>乙</p>"
    page = chapter(body)
    for one in (page, re.sub("<!DOCTYPE[^>]*>", "", page)):
        assert texts(book({"a.xhtml": one})) == ["“甲”\u00a0…—&<b>\n\n乙"]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>甲<p>乙<br>".encode(),
        "<html><head><meta charset=gb2312></head><body><p>甲<p>乙</p>".encode("gb18030"),
        '<!DOCTYPE html [<!ENTITY x "y">]><html><body><p>甲</p><p>乙</p></body></html>'.encode(),
        chapter("<p>甲&unknown</p><p>乙</p>").replace("&unknown", "").encode("utf-16"),
    ],
)
def test_a_page_that_is_no_xml_is_read_as_browsers_do(page: bytes) -> None:
    page = page.replace(b'encoding="utf-8"', b"")
    assert [text.splitlines()[0] for text in texts(book({"a.xhtml": page}))] == ["甲"]


def test_an_entity_that_is_none_stays_as_it_is() -> None:
    assert texts(book({"a.xhtml": chapter("<p>甲&unknown;乙</p>")}))[0].startswith("甲")


def test_a_book_of_pictures_says_so() -> None:
    pages: dict[str, str | bytes] = {"a.xhtml": chapter("<img src='1.jpg'/>"), "b.xhtml": b""}
    assert "has no text to read" in refusal(book(pages))


def test_a_chapter_that_is_nested_too_deep_refuses_the_book() -> None:
    assert "nested too deep" in refusal(book({"a.xhtml": b"<div>" * 9000 + "<p>甲".encode()}))


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": CONTAINER},
    ],
)
def test_a_zip_that_is_no_book_is_refused(parts: dict[str, str | bytes]) -> None:
    assert "is no EPUB, or lacks its list of contents" in refusal(packed(parts))


def encryption(method: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
        f'<enc:EncryptionMethod Algorithm="{method}"/></enc:EncryptedData></encryption>'
    )


def test_a_locked_book_is_refused_and_one_with_locked_fonts_is_not() -> None:
    pages: dict[str, str | bytes] = {"a.xhtml": chapter("<p>甲</p>")}
    aes = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    assert "is locked by its seller" in refusal(book(pages, **{"META-INF__encryption_xml": aes}))
    fonts = encryption("http://www.idpf.org/2008/embedding")
    assert texts(book(pages, **{"META-INF__encryption_xml": fonts})) == ["甲"]


def test_a_reference_that_climbs_out_leads_nowhere() -> None:
    package = opf({"a": "../../../../etc/passwd", "b": "/OEBPS/b.xhtml"}, ["a", "b"])
    assert texts(book({"b.xhtml": chapter("<p>甲</p>")}, package)) == ["甲"]


def test_a_book_comes_in_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages: dict[str, str | bytes] = {
        "a.xhtml": chapter("<h1>上篇</h1><p>甲</p>"),
        "b.xhtml": chapter("<h1>下篇</h1><p>乙</p>"),
    }
    (tmp_path / "书.epub").write_bytes(book(pages))
    assert main(["import", str(tmp_path / "ws"), str(tmp_path / "书.epub"), "--create"]) == 0
    said = capsys.readouterr().out
    assert "“上篇”" in said
    assert "“下篇”" in said


def test_a_book_is_read_apart_from_this_process() -> None:
    (article,) = EPUB.read(book({"a.xhtml": chapter("<p>甲</p>")}), "书/书.epub", None)
    assert (article.text, article.title) == ("甲", "邻里文集")


SEED_PAGE = chapter(
    "<h1>第一章</h1><p><a id='x'/>甲说&nbsp;。</p><table><tr><td>1</td></tr></table>"
)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_whatever_becomes_of_a_book_it_is_read_or_refused(data: st.DataObject) -> None:
    parts: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/a.opf": opf({"a": "a.xhtml"}, ["a"]),
        "OEBPS/a.xhtml": SEED_PAGE,
    }
    which = data.draw(st.sampled_from([*parts, ""]))
    seed = bytearray(str(parts[which]).encode() if which else packed(parts))
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(seed)))
        stop = data.draw(st.integers(start, min(len(seed), start + 40)))
        seed[start:stop] = data.draw(st.binary(max_size=6) | st.just(bytes(seed[:40])))
    whole = packed({**parts, which: bytes(seed)}) if which else bytes(seed)
    try:
        articles = parse(whole, "书.epub")
    except ImportRefusedError as refused:
        assert str(refused).startswith("书.epub ")  # noqa: PT017  either outcome is right
    else:
        assert all(isinstance(one.text, str) for one in articles)
