"""Long texts are read in stretches that convert as the whole does."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import stretches
from reader.cli.command import UserError
from reader.cli.stretches import read_long
from reader.importers import ImportRefusedError, import_bytes
from reader.text import view
from reader.text.article import Article
from reader.text.glossary import Correction, Glossary
from reader.text.recipe import Recipe
from reader.text.script import Script, SourceScript, config_for
from reader.text.view import ScriptView

if TYPE_CHECKING:
    from collections.abc import Iterator

PROSE = "书屋里的云姑娘说，人人参与互联网，他的头发发现了干部。𠮷野家\r\n什么？一目了然！“理发”、"
TEXTS = st.lists(
    st.sampled_from([*PROSE, "互联网", "头发", "签\n约", "联\n系", "\n", "。", "abc "]), max_size=40
).map(lambda parts: "书屋里的人。" + "".join(parts))
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-16-le", "gb18030", "utf-8-sig"])


@pytest.fixture(autouse=True, scope="module")
def _short() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "BEGINNING", 24)
        patch.setattr(stretches, "STRETCH", 7)
        yield


class Dribble(io.RawIOBase):
    """A pipe that gives a few bytes at a time."""

    def __init__(self, data: bytes, step: int) -> None:
        self._data = io.BytesIO(data)
        self._step = step

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._data.read(min(size, self._step))


@given(TEXTS, ENCODINGS, st.integers(1, 30))
def test_the_stretches_are_the_text(text: str, encoding: str, step: int) -> None:
    data = text.encode(encoding)
    long = read_long(Dribble(data, step), "a.txt", encoding)  # type: ignore[arg-type]
    assert "".join(long.stretches) == import_bytes(data, name="a", encoding=encoding).text


@given(TEXTS, st.sampled_from(Script), st.booleans())
def test_stretches_convert_as_the_whole_does(text: str, script: Script, regional: bool) -> None:
    corrections = Glossary((Correction("云姑娘", "云姑娘"), Correction("里", "裡"))).corrections(
        script
    )
    config = config_for(SourceScript.SIMPLIFIED, script, regional=regional)
    for wrapped in (False, True):
        cut = list(stretches._cut("", iter(text), wrapped=wrapped))
        assert "".join(cut) == text
        recipe = Recipe(config, corrections, wrapped=wrapped)
        converted = "".join(recipe.convert(one).text for one in cut)
        assert converted == recipe.convert(text).text


def test_stretches_are_cut_where_the_view_may_be_cut() -> None:
    for own, of_view in (
        (stretches._CUT, view._BREAK),
        (stretches._WRAPPED_CUT, view._WRAPPED_BREAK),
    ):
        cuts = {chr(code) for code in range(0x110000) if own.match(chr(code))}
        assert cuts
        assert all(of_view.match(cut) for cut in cuts)
        for cut in cuts:
            with pytest.raises(ValueError, match="punctuation or white space"):
                Correction(f"云{cut}", "云")


def test_a_long_stretch_without_a_place_to_cut_stays_whole() -> None:
    pieces = list(
        stretches._cut("云" * 5, iter(["里" * 9000, "云。" + "里" * 9000, "云"]), wrapped=False)
    )
    assert [len(piece) for piece in pieces] == [9007, 9001]


def test_a_text_is_judged_by_its_beginning() -> None:
    text = "书屋里的云姑娘说，" * 9
    long = read_long(io.BytesIO(text.encode()), "a.txt", None)
    assert (long.script, long.wrapped) == (SourceScript.SIMPLIFIED, False)
    column = "清溪镇办了十二场\n讲座来了三千人参\n加都说这里真的好\n" * 2
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "BEGINNING", 170)
        long = read_long(io.BytesIO(column.encode()), "a.txt", None)
    assert long.wrapped
    view_of_whole = ScriptView(column, "s2tw").whole().text
    recipe = Recipe("s2tw", wrapped=True)
    assert "".join(recipe.convert(one).text for one in long.stretches) == view_of_whole


@pytest.mark.parametrize("encoding", ["gb2312", "gbk"])
def test_the_superset_is_read_as_the_importer_does(encoding: str) -> None:
    data = ("书屋里的云姑娘·说—€" * 5).encode("gb18030")
    long = read_long(io.BytesIO(data), "a.txt", encoding)
    assert "".join(long.stretches) == import_bytes(data, name="a", encoding=encoding).text


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        ("书屋".encode("gbk") * 9, None, "a.txt is not UTF-8 text at byte 0; give another"),
        (b"%PDF-1.7" * 9, None, "a.txt is a PDF"),
        ("书".encode() * 12, "klingon", "“klingon” is no text encoding"),
        ("书".encode() * 12, "hex", "“hex” is no text encoding"),
        ("书".encode() * 12, "zlib", "“zlib” is no text encoding"),
        ("书".encode() * 12, "a\0b", "is no text encoding"),
    ],
)
def test_what_is_no_text_is_refused_in_the_importers_words(
    data: bytes, encoding: str | None, said: str
) -> None:
    with pytest.raises(ImportRefusedError, match=said):
        read_long(io.BytesIO(data), "a.txt", encoding)


@pytest.mark.parametrize("tail", [b"\xff", b"\xe4\xb9"])
def test_what_is_no_text_later_on_is_told_by_its_byte(tail: bytes) -> None:
    data = "书".encode() * 12
    long = read_long(io.BytesIO(data + tail), "a.txt", None)
    with pytest.raises(UserError) as error:
        list(long.stretches)
    assert str(error.value) == (
        "a.txt is not UTF-8 text at byte 36; give its encoding with --encoding."
    )


def test_half_a_character_later_on_is_refused() -> None:
    data = b"abcdefgh" * 4 + b"+2AA-" + b"abc"
    long = read_long(io.BytesIO(data), "a.txt", "utf-7")
    with pytest.raises(UserError, match="half a character"):
        list(long.stretches)


def test_an_encoding_that_cannot_be_read_in_stretches_is_told() -> None:
    utf8 = codecs.lookup("utf-8")

    def search(name: str) -> codecs.CodecInfo | None:
        if name != "whole_only":
            return None
        return codecs.CodecInfo(utf8.encode, utf8.decode, name="whole_only")

    codecs.register(search)
    try:
        with pytest.raises(UserError, match="too long to be read as whole_only; save it as UTF-8"):
            read_long(io.BytesIO("书".encode() * 12), "a.txt", "whole_only")
        assert read_long(io.BytesIO("书".encode()), "a.txt", "whole_only").script
    finally:
        codecs.unregister(search)


def test_a_short_text_is_one_stretch() -> None:
    text = "书屋里。\n云。"
    long = read_long(io.BytesIO(text.encode()), "a.txt", None)
    assert list(long.stretches) == [text]
    assert long.script == Article.from_text(text).script
