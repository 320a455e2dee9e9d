"""A zip made piece by piece is one that others read."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from reader.exporters.export import ExportArticle
from reader.exporters.spooled import spooled
from reader.exporters.zipped import file_name, zipped
from reader.text.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

TIME = "2026-11-22T08:09:10.000000Z"


def test_a_zip_is_read_by_others_with_every_file_whole() -> None:
    files = {"文/一.txt": b"one", "empty": b"", "two": b"2" * 100_000}
    members = ((name, [data[:7], data[7:]]) for name, data in files.items())
    data = b"".join(zipped(members, TIME))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {one: archive.read(one) for one in archive.namelist()} == files
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 22, 8, 9, 10)}
        assert {one.external_attr >> 16 for one in archive.infolist()} == {0o644}


def test_a_zip_is_handed_on_while_it_is_made() -> None:
    asked: list[str] = []

    def members() -> Iterator[tuple[str, list[bytes]]]:
        for name in "abc":
            asked.append(name)
            yield name, [b"x"]

    pieces = zipped(members(), TIME)
    assert next(pieces)
    assert asked == ["a"]
    pieces.close()  # type: ignore[attr-defined]


def test_a_time_before_zips_were_made_is_their_first() -> None:
    data = b"".join(zipped([("a", [b"x"])], "1970-01-02T03:04:05Z"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.infolist()[0].date_time[:3] == (1980, 1, 2)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("社区讲座", "社区讲座 ID.txt"),
        ("../../etc/passwd", "etc passwd ID.txt"),
        ('a<b>:"c"|?*\\\n\0\u2028d', "a b c d ID.txt"),
        ("...", "ID.txt"),
        ("长" * 500, "长" * 40 + " ID.txt"),
    ],
)
def test_an_article_has_a_name_that_every_system_takes(title: str, name: str) -> None:
    article = Article.from_text("文")
    one = ExportArticle(article, title, article.script)
    assert file_name(one, ".txt") == name.replace("ID", article.id)


def test_what_a_library_writes_to_a_file_comes_whole() -> None:
    def write(file: BinaryIO) -> None:
        file.write(b"0123456789" * 20_000)
        file.seek(0)
        file.write(b"X")

    pieces = list(spooled(write))
    assert len(pieces) > 1
    assert b"".join(pieces) == b"X123456789" + b"0123456789" * 19_999
