"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from reader.exporters.durable import ExportError, write_durably

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def failing() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_durably(tmp_path / "a.csv", [b"one ", b"two"])
    assert (tmp_path / "a.csv").read_bytes() == b"one two"
    assert os.listdir(tmp_path) == ["a.csv"]  # noqa: PTH208  hidden files too


def test_a_failure_leaves_the_old_file_and_no_half_of_a_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_durably(target, failing())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_new_file_is_on_disk_before_it_takes_the_old_ones_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    seen: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(target.read_bytes()))
    write_durably(target, [b"new"])
    assert seen[0] == b"old"
    assert seen[1:] in ([], [b"new"])


@pytest.mark.parametrize("name", ["missing/a.csv", "file.txt/a.csv", ".", "字" * 200])
def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_bytes(b"x")
    target = tmp_path / name
    with pytest.raises(ExportError) as caught:
        write_durably(target, [b"x"])
    sentence = str(caught.value)
    assert sentence.startswith(f"{target} could not be written (")
    assert sentence.endswith("; choose another file or folder.")
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


def test_a_file_system_that_syncs_no_folders_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    write_durably(tmp_path / "a", [b"x"])
    assert (tmp_path / "a").read_bytes() == b"x"


@posix
def test_a_link_stays_a_link_to_the_file_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_durably(tmp_path / "link", [b"new"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@posix
def test_the_reader_of_a_pipe_gets_the_bytes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_durably(pipe, [b"through"])
        assert os.read(reading, 100) == b"through"
    finally:
        os.close(reading)
    assert pipe.is_fifo()


@posix
def test_who_may_read_the_file_stays_as_it_was(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_durably(tmp_path / "new", [b""])
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode
    plain.chmod(0o600)
    write_durably(plain, [b"x"])
    assert stat.S_IMODE(plain.stat().st_mode) == 0o600
