"""Archives are read in memory and within bounds; what is built to do harm is refused."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from reader.importers import archive
from reader.importers.archive import entries
from reader.importers.importer import ImportRefusedError
from tests.importers import hostile
from tests.importers.hostile import zipped

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = frozenset([".txt", ".zip"])


def refusal(data: bytes) -> str:
    """Return why an archive, or its only entry, is refused."""
    with pytest.raises(ImportRefusedError) as caught:
        entries(data, "a.zip", KNOWN)[0].read()
    sentence = str(caught.value)
    assert sentence.startswith("a.zip")
    assert sentence.endswith(".")
    return sentence


def test_entries_come_sorted_with_numbers_as_numbers() -> None:
    data = zipped({"b/x.txt": b"3", "a/10.txt": b"2", "a/9.TXT": b"1", "b.txt": b"4"})
    found = entries(data, "a.zip", KNOWN)
    assert [one.full_name for one in found] == [
        "a.zip/a/9.TXT",
        "a.zip/a/10.txt",
        "a.zip/b/x.txt",
        "a.zip/b.txt",
    ]
    assert [one.read() for one in found] == [b"1", b"2", b"3", b"4"]


def test_what_is_no_article_is_left_out() -> None:
    names = ("photo.jpg", "__MACOSX/._a.txt", ".hidden/a.txt", "~$a.txt", "folder.txt/")
    data = zipped({**dict.fromkeys(names, b""), "a.txt": b"x"})
    assert [one.name for one in entries(data, "a.zip", KNOWN)] == ["a.txt"]
    assert "holds no file of a known format" in refusal(zipped({"photo.jpg": b""}))


def test_a_link_is_not_followed() -> None:
    assert [one.name for one in entries(hostile.link(), "a.zip", KNOWN)] == ["good.txt"]


def test_a_name_that_climbs_is_only_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = zipped({"../../up.txt": b"x", "/etc/root.txt": b"y", "./here.txt": b"z"})
    found = entries(data, "a.zip", KNOWN)
    assert {one.name: one.read() for one in found} == {
        "../../up.txt": b"x",
        "/etc/root.txt": b"y",
        "./here.txt": b"z",
    }
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "big5"])
def test_names_without_a_flag_are_read_in_the_encoding_of_their_system(encoding: str) -> None:
    text = "社區裡的舊倉庫" if encoding == "big5" else "社区里的老粮站改成了书屋"
    data = hostile.unflagged({f"{text}{n}.txt".encode(encoding): b"x" for n in "12"})
    assert [one.name for one in entries(data, "a.zip", KNOWN)] == [f"{text}1.txt", f"{text}2.txt"]


def test_names_in_no_encoding_are_shown_all_the_same() -> None:
    data = hostile.unflagged({b"\xff\xfe\xfd.txt": b"x", b"\xff\xff.txt": b"y"})
    assert len(entries(data, "a.zip", KNOWN)) == 2
    odd = hostile.unflagged({b"\xff\xff\x80\xfea.txt": b"x"})
    assert entries(odd, "a.zip", KNOWN)[0].name.endswith("a.txt")


def test_a_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    data = hostile.bomb()
    assert len(data) < 90_000
    monkeypatch.setattr(zipfile.ZipFile, "open", None)
    assert "unpacks to far more than it could hold" in refusal(data)


def test_an_entry_that_lies_about_its_size_is_refused() -> None:
    assert "is damaged" in refusal(hostile.lying())


def test_an_entry_that_ends_early_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    (entry,) = entries(zipped({"a.txt": b"x" * 9}), "a.zip", KNOWN)
    monkeypatch.setattr(zipfile.ZipExtFile, "read", lambda _file, _size: b"x")
    with pytest.raises(ImportRefusedError, match="far more"):
        entry.read()


def test_entries_that_lie_over_each_other_are_refused() -> None:
    assert "lie over each other" in refusal(hostile.overlapping())


def test_a_locked_entry_is_refused() -> None:
    assert refusal(hostile.locked()).startswith("a.zip/locked.txt is locked with a password")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_rare_way_of_packing_is_refused(method: int) -> None:
    assert "packed in a rare way" in refusal(zipped({"a.txt": b"x"}, method=method))


def test_what_is_too_large_or_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"a.txt": b"x" * 30, "b.txt": b"x" * 30})
    monkeypatch.setattr(archive, "LARGEST_ENTRY", 29)
    assert refusal(data).startswith("a.zip/a.txt is over 0 MB")
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 59)
    assert "unpacks to over 0 MB" in refusal(data)
    monkeypatch.setattr(archive, "LARGEST_NUMBER", 1)
    assert "holds over 1 files" in refusal(data)


# The time of day is in an archive, so its bytes are no name for a test.
@pytest.mark.parametrize(
    "data",
    [b"", b"no archive", zipped({"a.txt": b"x" * 99})[:-30]],
    ids=["empty", "text", "cut off"],
)
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    assert "is no zip file, or damaged" in refusal(data)


def test_a_damaged_entry_is_refused() -> None:
    data = bytearray(zipped({"a.txt": bytes(range(200))}))
    data[50] ^= 0xFF
    assert refusal(bytes(data)).startswith("a.zip/a.txt is damaged")


def test_a_name_that_says_it_is_utf8_and_is_not_is_damage() -> None:
    # First in the entry itself, then in the list of entries.
    data = zipped({"好.txt": b"x"})
    at = data.index("好".encode())
    assert refusal(data[:at] + b"\xff" + data[at + 1 :]).startswith("a.zip/好.txt is damaged")
    at = data.rindex("好".encode())
    assert "or damaged" in refusal(data[:at] + b"\xff" + data[at + 1 :])


def test_an_entry_without_a_name_is_left_out() -> None:
    data = zipped({"_.txt": b"x", "a.txt": b"y"}).replace(b"_.txt", b"\0.txt")
    assert [one.name for one in entries(data, "a.zip", KNOWN)] == ["a.txt"]
