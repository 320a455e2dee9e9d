"""A file is on disk whole, or as it was."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.durable import make_folder, replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def failing(code: int) -> Callable[..., None]:
    """Return a call that fails."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def write_durably(path: Path, data: bytes) -> None:
    replace_file(path, (data,))


def test_writing_replaces_the_whole_file_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_durably(path, b"old, and longer")
    write_durably(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_writing_goes_on_where_the_system_took_only_a_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:2]))
    write_durably(tmp_path / "a", b"12345")
    assert (tmp_path / "a").read_bytes() == b"12345"


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_writing_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "a.json"
    write_durably(path, b"old")
    monkeypatch.setattr(os, call, failing(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        write_durably(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_synced_before_it_is_renamed_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    fsync = os.fsync

    def record(descriptor: int) -> None:
        name = Path(f"/proc/self/fd/{descriptor}").readlink()
        exists = (tmp_path / "a.json").exists()
        events.append(f"{'folder' if name == tmp_path else 'file'}, renamed: {exists}")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", record)
    write_durably(tmp_path / "a.json", b"x")
    assert events == ["file, renamed: False", "folder, renamed: True"]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_drive_that_cannot_sync_folders_is_used_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(os, "fsync", failing(code))
    with caplog.at_level("INFO"):
        sync_folder(tmp_path)
    assert "cannot sync a folder" in caplog.text


def test_a_failing_disk_is_no_such_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        sync_folder(tmp_path)


def test_folders_are_made_with_those_above(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_may_not_be_listed_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    real = os.open

    def refuse(name: Path, flags: int, mode: int = 0o777) -> int:
        if name == tmp_path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    write_durably(path, b"new")
    assert path.read_bytes() == b"new"


def test_chunks_that_end_in_an_error_leave_the_old_file(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError

    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        replace_file(path, chunks())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    replace_file(path, [b"one ", b"two"])
    assert path.read_bytes() == b"one two"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"")
    path.chmod(0o640)
    write_durably(path, b"x")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
