"""Many files at once: each comes in or is refused by itself."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from reader.importers import folder
from reader.importers.batch import Outcome, import_all, source_of
from reader.importers.folder import in_order
from tests.importers.hostile import zipped

if TYPE_CHECKING:
    from pathlib import Path


def bring_in(*paths: Path, encoding: str | None = None) -> list[Outcome]:
    return list(import_all(map(source_of, paths), encoding))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_files_folders_and_archives_come_in_one_by_one(tmp_path: Path) -> None:
    one = write(tmp_path / "a.txt", "第一篇")
    texts = tmp_path / "texts"
    write(texts / "b" / "第10篇.txt", "第三篇")
    write(texts / "b" / "第2篇.md", "第二篇")
    write(texts / ".git" / "c.txt", "不要")
    write(texts / "photo.jpg", "不要")
    (texts / "z.zip").write_bytes(zipped({"里/d.txt": "第四篇".encode()}))
    outcomes = bring_in(one, texts)
    assert [[article.text for article in each.articles] for each in outcomes] == [
        ["第一篇"],
        ["第二篇"],
        ["第三篇"],
        ["第四篇"],
    ]
    assert outcomes[-1].source.name == f"{texts / 'z.zip'}/里/d.txt"
    assert outcomes[-1].articles[0].metadata["file"] == "d.txt"
    # The archive counted as one, and had one in it.
    assert [(each.done, each.total) for each in outcomes] == [(1, 2), (2, 4), (3, 4), (4, 4)]


def test_what_is_refused_is_named_and_the_rest_comes_in(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK")
    nested = {"good.txt": "好".encode(), "in.zip": zipped({"x.txt": b"x"}), "white.txt": b" "}
    (tmp_path / "nested.zip").write_bytes(zipped(nested))
    outcomes = bring_in(tmp_path)
    assert [[one.text for one in each.articles] for each in outcomes] == [[], ["好"], [], []]
    refused = [str(each.refused) for each in outcomes if each.refused is not None]
    assert [sentence.split(" ")[0] for sentence in refused] == [
        str(tmp_path / "bad.zip"),
        f"{tmp_path / 'nested.zip'}/in.zip",
        f"{tmp_path / 'nested.zip'}/white.txt",
    ]
    assert "is an archive inside an archive" in refused[1]


def test_the_encoding_named_is_that_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("书".encode("gb18030"))
    (outcome,) = bring_in(tmp_path, encoding="gb18030")
    assert outcome.articles[0].text == "书"
    # One whose encoding was to be chosen is read again as it was found.
    (again,) = import_all([outcome.source], "big5")
    assert again.articles[0].text == "书".encode("gb18030").decode("big5")


def test_who_stops_asking_stops_the_reading(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / f"{number}.txt", f"第{number}篇")
    reading = import_all([source_of(tmp_path)])
    assert next(reading).articles[0].text == "第0篇"
    (tmp_path / "1.txt").unlink()
    assert "does not exist" in str(next(reading).refused)


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    (outcome,) = bring_in(tmp_path)
    assert str(outcome.refused).startswith(f"{tmp_path} holds no file of a known format")


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        write(tmp_path / f"{number}.txt", "x")
    monkeypatch.setattr(folder, "LARGEST_NUMBER", 2)
    (outcome,) = bring_in(tmp_path)
    assert "holds over 2 files" in str(outcome.refused)


def test_a_closed_folder_is_named_and_the_rest_comes_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.txt", "好")
    write(tmp_path / "closed" / "b.txt", "看不到")
    scan = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    good, closed = bring_in(tmp_path)
    assert [one.text for one in good.articles] == ["好"]
    assert str(closed.refused).startswith(f"{tmp_path / 'closed'} could not be read (Permission")


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a right on Windows")
def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "好")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(bring_in(tmp_path)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_in_a_folder_is_named_and_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", "好")
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone")
    good, gone, pipe = bring_in(tmp_path)
    assert [one.text for one in good.articles] == ["好"]
    assert "does not exist" in str(gone.refused)
    assert str(pipe.refused).startswith(f"{tmp_path / 'a.txt'} is a pipe or a device")


def test_names_are_in_order_whatever_they_hold() -> None:
    names = ["b10", "b9", "B1", "a", "9" * 5000, "٣", "1", ""]
    assert sorted(names, key=in_order) == ["", "1", "٣", "9" * 5000, "a", "B1", "b9", "b10"]
