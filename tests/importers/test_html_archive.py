"""Pages that a browser saved as one file."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importers.html_archive import is_archive, parse
from reader.importers.importer import ImportRefusedError
from reader.importers.registry import import_path
from tests.importers.saved_pages import BODY, TITLE, page, paragraphs

if TYPE_CHECKING:
    from pathlib import Path

PAGE = page(f"<h1>{TITLE}</h1>{paragraphs(*BODY, indent='')}")
URL = "https://www.example.com/n/326.html"


def archive(html: str = PAGE, charset: str = "utf-8", place: str = URL) -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = place
    message.set_content(html, subtype="html", charset=charset, cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    message.add_related("<p>另一个框架</p>", subtype="html")
    return message.as_bytes()


def test_the_page_in_it_is_read_with_its_address() -> None:
    (article,) = parse(archive(), "页.mhtml")
    assert article.text == "\n\n".join([TITLE, *BODY])
    assert dict(article.metadata) == {"title": TITLE, "url": URL}


def test_the_encoding_said_outside_counts_before_the_one_said_inside() -> None:
    assert "charset='utf-8'" in PAGE
    (article,) = parse(archive(charset="gb18030"), "页.mhtml")
    assert article.text.startswith(TITLE)
    unknown = archive().replace(b'charset="utf-8"', b'charset="no-such"')
    (article,) = parse(unknown, "页.mhtml")
    assert article.text.startswith(TITLE)


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    (article,) = parse(archive(place="cid:frame-1@mhtml.blink"), "页.mhtml")
    assert "url" not in article.metadata


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx", "holds no web page"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n", "is an empty web page"),
        (
            (
                b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n"
                b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!\r\n--a--"
            ),
            "is an empty web page",
        ),
    ],
)
def test_a_file_without_a_page_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ImportRefusedError, match=said):
        parse(data, "页.mhtml")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (archive(), True),
        (b"Mime-Version: 1.0\nContent-type: text/html;\n\tcharset=gb2312\n\n<p>", True),
        ("来源：某报\nMIME-Version: 1.0\n".encode(), False),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\n", False),
        (b"Content-Type: text/html\n\n", False),
        (b"", False),
    ],
)
def test_it_is_told_by_its_first_lines(data: bytes, *, expected: bool) -> None:
    assert is_archive(data) is expected


def test_it_comes_in_whatever_it_is_called(tmp_path: Path) -> None:
    for name in ("页.mht", "页.txt"):
        (tmp_path / name).write_bytes(archive())
        (article,) = import_path(tmp_path / name)
        assert article.title == TITLE


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_whatever_becomes_of_it_it_is_read_or_refused(data: st.DataObject) -> None:
    seed = bytearray(archive())
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, min(len(seed), 1200)))
        stop = data.draw(st.integers(start, min(len(seed), start + 40)))
        seed[start:stop] = data.draw(st.binary(max_size=8) | st.just(bytes(seed[:60])))
    try:
        (article,) = parse(bytes(seed), "页.mhtml")
    except ImportRefusedError:
        return
    assert isinstance(article.text, str)
