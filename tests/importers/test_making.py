"""What a parser found becomes articles, each checked, each text as it is."""

from __future__ import annotations

import pytest

from reader.importers.importer import ImportRefusedError
from reader.importers.making import articles_of, confined_importer
from reader.importers.parsed import Parsed
from reader.language import mark

TEXT = "书屋\r\n  e\u0301 ﬁ\u00a0"


def refusal(*parsed: Parsed) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        articles_of(parsed, "里/a.docx")
    return str(caught.value)


def test_a_text_is_kept_and_what_is_known_stands_with_it() -> None:
    said = {"title": " 一\n二 ", "source": "日报", "date": "2020-03-01", "author": " ", "url": "u"}
    (one,) = articles_of([Parsed(TEXT, said)], "里/a.docx")
    assert (one.text, one.title) == (TEXT, "一 二")
    assert dict(one.metadata) == {
        "file": "a.docx",
        "source": "日报",
        "date": "2020-03-01",
        "url": "u",
    }
    (one,) = articles_of([Parsed(TEXT)], "a.docx", {"file": "b"})
    assert (one.title, dict(one.metadata)) == ("书屋", {"file": "b"})
    assert articles_of([Parsed("##")], "里/文章.docx")[0].title == "文章"


def test_half_a_character_in_what_is_known_is_written_out() -> None:
    (one,) = articles_of([Parsed("字", {"author": "\ud800x"})], "a")
    assert one.metadata["author"] == r"\ud800x"


@pytest.mark.parametrize(
    ("text", "said"),
    [("字\ud800", "half a character"), (" \n\u3000", "holds no text"), ("\0\1\2", "binary data")],
)
def test_what_is_no_text_is_refused(text: str, said: str) -> None:
    assert said in refusal(Parsed("好"), Parsed(text))
    assert refusal(Parsed(text)).startswith("里/a.docx ")


def test_a_file_without_articles_is_refused() -> None:
    assert "holds no text" in refusal()


def test_an_importer_whose_parser_runs_by_itself() -> None:
    parser = "tests.importers.confined_parsers:good"
    importer = confined_importer("x", mark("X"), (".x",), parser, what=mark("an X"))
    (one,) = importer.read("文章".encode(), "里/a.x", None)
    assert (one.text, one.title) == ("文章", "里/a.x")
    assert dict(one.metadata) == {"file": "a.x", "date": "2020-03-01"}
    with pytest.raises(ImportRefusedError, match="could not be read as an X"):
        importer.read(b"\xff", "a.x", None)
