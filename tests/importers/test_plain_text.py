"""Plain text comes in exactly as it is, or is refused in one sentence."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.importers import making
from reader.importers.encodings import codec_of
from reader.importers.importer import ImportRefusedError, UndecodableError
from reader.importers.plain_text import import_bytes, import_file, import_text, readings

NEWS = "# 社区里的网络课堂\n\n  每周二，老人们学用手机。\r\n𠮷野家的店员也来了\u2028。\u00a0完\r"


def written(folder: Path, data: bytes, name: str = "文章.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path, encoding: str | None = None) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        import_file(path, encoding=encoding)
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_the_text_is_the_file_character_by_character(tmp_path: Path) -> None:
    article = import_file(written(tmp_path, NEWS.encode()))
    assert article.text == NEWS
    assert article.title == "社区里的网络课堂"
    assert dict(article.metadata) == {"file": "文章.txt"}


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    article = import_file(written(tmp_path, NEWS.encode("utf-8-sig")))
    assert article == import_file(written(tmp_path, NEWS.encode()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_only_one_byte_order_mark_is_a_signature(encoding: str) -> None:
    data = ("\ufeff" * (1 if encoding != "utf-8" else 2) + "字").encode(encoding)
    assert import_bytes(data, name="x", encoding=encoding).text == "\ufeff字"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030"])
def test_a_byte_order_mark_that_the_codec_leaves_is_taken_away(encoding: str) -> None:
    data = ("\ufeff" + NEWS).encode(encoding)
    assert import_bytes(data, name="x", encoding=encoding).text == NEWS


@example("000£§á")
@example("احابء ثاببات ببءحء ججءتب اثاء")
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_bytes_to_text_to_bytes_is_the_same_or_refused(text: str) -> None:
    data = text.encode()
    try:
        article = import_bytes(data, name="x")
    except UndecodableError as refused:
        # What is too short to tell is asked about, and the right answer is among those offered.
        assert sum(character > "\x7f" for character in text) < 8
        assert "utf-8" in str(refused)  # noqa: PT017  either outcome is right
    except ImportRefusedError:
        blank = not any(c.isprintable() and not c.isspace() for c in text)
        assert blank or sum(c < " " or c == "\x7f" for c in text) > 2
    else:
        assert article.text.encode() == data.removeprefix(b"\xef\xbb\xbf")


@given(st.binary(max_size=40))
def test_any_bytes_give_their_own_text_or_a_refusal(data: bytes) -> None:
    try:
        article = import_bytes(data, name="x")
    except ImportRefusedError as refused:
        assert str(refused).startswith("x ")  # noqa: PT017  either outcome is right
    else:
        encoding = codec_of(article.metadata.get("encoding", "utf-8"))
        read = data.decode(encoding)
        assert article.text == read.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "GBK", "euc_jp", "utf-7"])
def test_the_encoding_named_is_the_one_used(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "中文，文化".encode(encoding))
    assert import_file(path, encoding=encoding).text == "中文，文化"


def test_gb2312_is_read_as_its_superset(tmp_path: Path) -> None:
    path = written(tmp_path, "朱镕基·台湾—".encode("gb18030"))
    assert import_file(path, encoding="GB2312").text == "朱镕基·台湾—"


@pytest.mark.parametrize("encoding", ["rot13", "hex", "no-such", "a\0b", "编码"])
def test_a_codec_that_is_no_text_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    assert "is no text encoding" in refusal(written(tmp_path, b"abc"), encoding)


def test_an_encoding_that_is_sure_is_used_and_noted(tmp_path: Path) -> None:
    for encoding in ("gb18030", "utf-16-le"):
        article = import_file(written(tmp_path, NEWS.encode(encoding)))
        assert article.text == NEWS
        assert dict(article.metadata) == {"file": "文章.txt", "encoding": encoding}
    article = import_file(written(tmp_path, NEWS.encode("utf-16")))
    assert (article.text, article.metadata["encoding"]) == (NEWS, "utf-16")


def test_an_encoding_that_is_named_is_noted(tmp_path: Path) -> None:
    article = import_file(written(tmp_path, "书".encode("gbk")), encoding="GBK")
    assert article.metadata["encoding"] == "gbk"
    assert "encoding" not in import_file(written(tmp_path, b"x"), encoding="utf8").metadata


def test_a_text_too_short_to_tell_names_what_it_may_be(tmp_path: Path) -> None:
    sentence = refusal(written(tmp_path, "社区".encode("gb18030")))
    assert "may be in one of several encodings (" in sentence
    assert "gb18030" in sentence
    assert sentence.endswith("; give the right one with --encoding.")


def test_a_file_that_is_damaged_is_never_repaired(tmp_path: Path) -> None:
    for data in (NEWS.encode() + b"\xff" + NEWS.encode(), NEWS.encode("gb18030") + b"\xff"):
        assert refusal(written(tmp_path, data)).endswith(
            "is damaged, or in an encoding that is not known by sight; give it with --encoding, "
            "for example gb18030."
        )


def test_half_of_a_wide_character_is_told(tmp_path: Path) -> None:
    sentence = refusal(written(tmp_path, NEWS.encode("utf-16") + b"x"))
    assert "is not utf-16 text at byte" in sentence


def test_a_wrong_encoding_says_where_it_does_not_fit(tmp_path: Path) -> None:
    path = written(tmp_path, b"abc\xff\xff")
    assert "is not big5 text at byte 3;" in refusal(path, "big5")


def test_a_codec_that_tells_no_place_is_refused_without_one(tmp_path: Path) -> None:
    assert "is not undefined text; give another" in refusal(written(tmp_path, b"abc"), "undefined")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\xff",
        "字".encode() + b"\0\1\2",
    ],
)
def test_binary_data_is_no_text(tmp_path: Path, data: bytes) -> None:
    assert "is binary data, not text" in refusal(written(tmp_path, data))


def test_binary_data_stays_binary_in_an_encoding_that_takes_every_byte(tmp_path: Path) -> None:
    path = written(tmp_path, bytes(range(256)))
    assert "is binary data, not text" in refusal(path, "latin-1")


@pytest.mark.parametrize(
    ("data", "what"), [(b"%PDF-1.7\n1 0 obj", "a PDF"), (rb"{\rtf1 hello}", "an RTF document")]
)
def test_a_format_that_passes_for_text_is_named(tmp_path: Path, data: bytes, what: str) -> None:
    assert f"is {what}, not plain text" in refusal(written(tmp_path, data))


def test_stray_control_characters_come_in_as_they_are(tmp_path: Path) -> None:
    assert import_file(written(tmp_path, "汉\0字发展\x1a".encode())).text == "汉\0字发展\x1a"
    long = "字\0" + "字" * 500 + "\x01\x02\x03"
    assert import_file(written(tmp_path, long.encode())).text == long


@pytest.mark.parametrize("text", ["", " \t\r\n\u3000\u00a0", "\ufeff", "\u200b\u2060", "\0"])
def test_a_file_without_words_is_refused(tmp_path: Path, text: str) -> None:
    assert "holds no text" in refusal(written(tmp_path, text.encode()))


def test_a_lone_surrogate_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, rb"ab\ud83dc")
    assert "lone surrogate) at offset 2" in refusal(path, "unicode_escape")
    assert "may be in one of several" in refusal(
        written(tmp_path, "\ud83d字".encode("utf-8", "surrogatepass"))
    )


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "nothing.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, b"x")
    monkeypatch.setattr(Path, "open", denied)
    assert "could not be read (Permission denied)" in refusal(path)


def test_a_file_that_is_too_large_is_refused_and_the_largest_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "LARGEST_FILE", 6)
    assert import_file(written(tmp_path, "两字".encode())).text == "两字"
    assert "is over 0 MB" in refusal(written(tmp_path, "两字x".encode()))


def test_an_article_without_a_first_line_is_called_by_its_file(tmp_path: Path) -> None:
    assert import_file(written(tmp_path, b"##\n", "notes.md")).title == "notes"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_file_name_that_is_no_text_is_stored_legibly(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    article = import_file(written(tmp_path, "字".encode(), name))
    assert dict(article.metadata) == {"file": r"caf\udce9.txt"}


def test_the_clipboard_comes_in_as_it_is() -> None:
    article = import_text(NEWS)
    assert (article.text, article.title) == (NEWS, "社区里的网络课堂")
    assert dict(article.metadata) == {}
    assert import_text(NEWS, title="自拟").title == "自拟"
    assert import_text("##").title == "Untitled"


@pytest.mark.parametrize(
    ("text", "what"),
    [(" \n", "holds no text"), ("字\ud800", "lone surrogate"), ("\1\2\3\4", "binary data")],
)
def test_a_clipboard_without_words_is_refused(text: str, what: str) -> None:
    with pytest.raises(ImportRefusedError, match=f"^The clipboard .*{what}.*\\.$"):
        import_text(text)


def test_a_file_in_another_encoding_shows_how_it_reads_in_each(tmp_path: Path) -> None:
    text = "书屋的灯\n书屋办了62场读书会。\n"
    read = readings(written(tmp_path, text.encode("gb18030")))
    assert read["gb18030"].startswith("书屋的灯 书屋")
    assert readings(written(tmp_path, "讀書會".encode("big5")))["big5"] == "讀書會"
    assert readings(written(tmp_path, text.encode("utf-16"))) == {
        "utf-16": "书屋的灯 书屋办了62场读书会。"
    }
    assert readings(written(tmp_path, b"\xff\xff\xff")) == {}
    # What is a text in none of them is no reading, though its bytes are valid.
    assert readings(written(tmp_path, "\u3000\u3000".encode("utf-16"))) == {}
