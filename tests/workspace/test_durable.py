from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from reader.workspace.files import durable
from reader.workspace.files.durable import (
    AppendError,
    FileChangedError,
    FileReplacedError,
    append_durably,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def failing(code: int, *, after: int = 0) -> Callable[..., None]:
    """Return a call that fails from the ``after``-th time on."""
    calls = iter(range(1_000_000))

    def fail(*_: object, **__: object) -> None:
        if next(calls) >= after:
            raise OSError(code, os.strerror(code))

    return fail


def before_writing(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Have something happen between the opening of a file and the next write."""
    write = os.write
    to_come = [happens]

    def write_late(descriptor: int, data: bytes) -> int:
        while to_come:
            to_come.pop()()
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", write_late)


def test_appending_makes_the_file_once_and_then_lengthens_it(tmp_path: Path) -> None:
    path = tmp_path / "0001.jsonl"
    append_durably(path, b"one\n", None)
    append_durably(path, b"two\n", 4)
    assert path.read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize("length", [None, 3, 5])
def test_a_file_that_is_not_as_it_was_left_is_not_touched(
    tmp_path: Path, length: int | None
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1234")
    with pytest.raises(FileChangedError):
        append_durably(path, b"x", length)
    assert path.read_bytes() == b"1234"


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        append_durably(tmp_path / "a", b"x", 4)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("length", [None, 4])
@pytest.mark.parametrize("taken", [0, 1, 2])
def test_a_write_cut_short_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int | None, taken: int
) -> None:
    path = tmp_path / "a"
    if length:
        path.write_bytes(b"1234")
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:taken]))
    with pytest.raises(AppendError, match=f"only {taken} of 3 bytes") as error:
        append_durably(path, b"new", length)
    assert error.value.settled
    assert (path.read_bytes() if path.exists() else None) == (b"1234" if length else None)


def test_after_a_failed_fsync_the_file_is_not_trusted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1234")
    fail = failing(errno.EIO)
    fsync = os.fsync
    calls: list[int] = []

    def first_fails(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 1:
            fail()
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", first_fails)
    with pytest.raises(AppendError, match="Input/output") as error:
        append_durably(path, b"new", 4)
    assert not error.value.settled
    assert path.read_bytes() == b"1234"


def test_a_file_that_cannot_be_cut_back_is_not_trusted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1234")
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:1]))
    monkeypatch.setattr(os, "ftruncate", failing(errno.EIO))
    with pytest.raises(AppendError) as error:
        append_durably(path, b"new", 4)
    assert not error.value.settled
    assert path.read_bytes() == b"1234n"


@pytest.mark.parametrize("length", [None, 4])
def test_a_line_that_went_to_a_file_that_was_replaced_meanwhile_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int | None
) -> None:
    path, old, new = (tmp_path / name for name in ("a", "old", "new"))
    if length:
        path.write_bytes(b"1234")
    new.write_bytes(b"5678")
    before_writing(monkeypatch, lambda: (path.rename(old), new.rename(path)))
    with pytest.raises(FileReplacedError):
        append_durably(path, b"line\n", length)
    assert old.read_bytes() == (b"1234" if length else b"")
    assert path.read_bytes() == b"5678"


def test_a_line_that_went_to_a_file_that_is_gone_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, old = tmp_path / "a", tmp_path / "old"
    path.write_bytes(b"1234")
    before_writing(monkeypatch, lambda: path.rename(old))
    with pytest.raises(FileReplacedError):
        append_durably(path, b"line\n", 4)
    assert [one.name for one in tmp_path.iterdir()] == ["old"]
    assert old.read_bytes() == b"1234"


def test_a_line_that_was_carried_over_to_the_file_put_there_is_made_durable_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, new = tmp_path / "a", tmp_path / "new"
    path.write_bytes(b"1X34")
    new.write_bytes(b"1234line\n")
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda number: synced.append(os.fstat(number).st_ino))
    before_writing(monkeypatch, lambda: new.rename(path))
    append_durably(path, b"line\n", 4)
    assert path.read_bytes() == b"1234line\n"
    assert synced[-1] == path.stat().st_ino


def test_a_drive_that_numbers_its_files_anew_each_time_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    status = list(tmp_path.stat())
    status[6] = 0
    monkeypatch.setattr(os, "fstat", lambda _: os.stat_result(status))
    append_durably(path, b"one\n", None)
    status[6] = 4
    append_durably(path, b"two\n", 4)
    assert path.read_bytes() == b"one\ntwo\n"


def test_a_new_file_that_cannot_be_removed_is_empty_and_not_trusted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    monkeypatch.setattr(os, "write", failing(errno.ENOSPC))
    monkeypatch.setattr(os, "unlink", failing(errno.EACCES))
    with pytest.raises(AppendError) as error:
        append_durably(path, b"new", None)
    assert not error.value.settled
    assert path.read_bytes() == b""


def test_a_new_file_counts_only_once_its_name_is_durable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "sync_folder", failing(errno.EIO))
    with pytest.raises(AppendError):
        append_durably(tmp_path / "a", b"new", None)
    assert not list(tmp_path.iterdir())
