"""Backups: a workspace in one zip file, with the sum of every file in it.

What is written while the backup is made comes whole or not at all. The order sees to
the rest: snapshots before the journals they sum up, journals before the articles that
they name, and ``workspace.json``, whose version must fit them all, last.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from reader.durable import write_where_it_leads
from reader.language import tr
from reader.workspace.backups.backup_manifest import FILE_NAME as MANIFEST
from reader.workspace.backups.backup_manifest import Kept
from reader.workspace.clock import Clock
from reader.workspace.errors import DamagedError, NotAWorkspaceError, WorkspaceError, reason
from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.files.entry import Entry
from reader.workspace.files.manifest import FILE_NAME, read_manifest
from reader.workspace.journals.journal import FOLDER as ANNOTATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    Step = Callable[[int, int], None]
    """Told how many bytes of how many are behind; what it raises ends the work."""

FOLDER: Final = "backups"
_PIECE: Final = 1 << 20
# What a zip file without the 64-bit fields may hold is twice as much.
_LARGE: Final = 1 << 30
# Four times as fast as the usual 6, and an eighth larger.
_LEVEL: Final = 1
_JOURNAL: Final = ".jsonl"


class BackupError(WorkspaceError):
    """A backup that could not be made or restored."""


@dataclass(slots=True)
class Backup:
    """What a backup holds.

    Attributes:
        files: How many bytes each file has, and their SHA-256, by its name.
        unreadable: Why a file could not be read and so is not in it, by its name.
    """

    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[str, ...]:
        """Sentences for the user about what is not in it."""
        return tuple(
            tr(
                "{name} is not in the backup ({why}); mend or remove it, and make the backup again."
            ).format(name=name, why=why)
            for name, why in sorted(self.unreadable.items())
        )


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file, its name in the zip, and how long it was when it was listed."""

    name: str
    path: Path
    size: int


def ignore_progress(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def back_up(
    folder: Path,
    target: Path,
    step: Step = ignore_progress,
    *,
    beside: Sequence[Path] = (),
) -> Backup:
    """Write a workspace into a zip file, which replaces an old one only when it is on disk.

    Other windows may go on writing meanwhile. It may run on any thread.

    Args:
        folder: The workspace.
        target: The zip file; its folder must exist.
        step: Told now and then how far it is.
        beside: Folders laid out as it, with what could not be written there; it is put
            where it would be brought in.

    Raises:
        NotAWorkspaceError: If the folder is no workspace.
        BackupError: If it could not be written; an old file is then untouched.
    """
    folder = folder.absolute()
    _verify_workspace(folder)
    target = Path(os.path.realpath(target))
    inside = Path(os.path.realpath(folder))
    if target.is_relative_to(inside) and target.parent != inside / FOLDER:
        msg = tr(
            "{target} lies in the workspace itself; choose another folder for the backup."
        ).format(target=target)
        raise BackupError(msg)
    backup = Backup()
    try:
        write_where_it_leads(target, _chunks(folder, beside, backup, step))
    except OSError as error:
        msg = tr(
            "The backup {target} could not be written ({reason}); choose another folder or "
            "free some space."
        ).format(target=target, reason=reason(error))
        raise BackupError(msg) from error
    return backup


def _verify_workspace(folder: Path) -> None:
    """Refuse a folder that is no workspace; one whose manifest is damaged is all the dearer.

    Raises:
        NotAWorkspaceError: If it is none.
    """
    if not (folder / FILE_NAME).is_file():
        read_manifest(folder)


class _Sink:
    """Where the zip is written: it is taken away piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: what was written is here."""

    def take(self) -> bytes:
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def _chunks(folder: Path, beside: Sequence[Path], backup: Backup, step: Step) -> Iterator[bytes]:
    """Yield the bytes of the zip file, and note in ``backup`` what it holds.

    Raises:
        OSError: If the folder cannot be listed.
    """
    total = sum(file.size for file in _listed(folder, beside, Backup()))
    done = 0
    sink = _Sink()
    with zipfile.ZipFile(
        cast("BinaryIO", sink), "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL
    ) as archive:
        for file in _listed(folder, beside, backup):
            if file.name in backup.files:
                # It was brought in meanwhile.
                continue
            with contextlib.closing(_put(archive, file, backup)) as pieces:
                for length in pieces:
                    done += length
                    step(min(done, total), total)
                    yield sink.take()
        archive.writestr(MANIFEST, _manifest(folder, backup))
    yield sink.take()


def _put(archive: zipfile.ZipFile, listed: _Listed, backup: Backup) -> Generator[int]:
    """Put a file into the archive, and yield the bytes of each piece."""
    try:
        with listed.path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if listed.path.suffix == _JOURNAL:
                # What is appended from now on is for the next backup.
                size = _whole(file, size, listed.path.parent.name)
            digest = hashlib.sha256()
            length = 0
            with archive.open(listed.name, "w", force_zip64=size > _LARGE) as member:
                while piece := file.read(min(_PIECE, size - length)):
                    member.write(piece)
                    digest.update(piece)
                    length += len(piece)
                    yield len(piece)
    except OSError as error:
        backup.unreadable[listed.name] = reason(error)
    else:
        backup.files[listed.name] = (length, digest.hexdigest())


def _whole(file: BinaryIO, size: int, writer: str) -> int:
    """Return how many bytes of a journal are whole lines, and go to its beginning."""
    end = size
    pieces: list[bytes] = []
    while end and not (pieces and b"\n" in pieces[-1]):
        start = max(0, end - _PIECE)
        file.seek(start)
        pieces.append(file.read(end - start))
        end = start
    file.seek(0)
    tail = b"".join(reversed(pieces))
    tail = tail[tail.rfind(b"\n") + 1 :]
    try:
        # Only its line end is missing, so somebody else cut it: it may have been saved.
        Entry.from_line(writer, tail)
    except DamagedError:
        return size - len(tail)
    return size


def _listed(folder: Path, beside: Sequence[Path], backup: Backup) -> Iterator[_Listed]:
    """Yield the files of a workspace, in the order they are to be read.

    Raises:
        OSError: If a folder cannot be listed.
    """
    seen: set[tuple[int, int]] = set()
    # First, as what is brought in meanwhile is found in the workspace then.
    for number, overlay in enumerate(beside, 1):
        yield from _kept(overlay, folder, number, backup)
    yield from _below(folder / ANNOTATIONS, f"{ANNOTATIONS}/", seen, backup)
    for path in sorted(folder.iterdir()):
        if path.name not in (ANNOTATIONS, FOLDER, FILE_NAME):
            yield from _one(path, "", seen, backup)
    yield from _one(folder / FILE_NAME, "", seen, backup)


def _kept(overlay: Path, folder: Path, number: int, backup: Backup) -> Iterator[_Listed]:
    """Yield the files kept outside a workspace, under the names they would have in it."""
    for inside in (ANNOTATIONS, ARTICLES):
        for file in _below(overlay / inside, f"{inside}/", set(), backup):
            if not (folder / file.name).exists():
                yield file
            elif file.path.suffix == _JOURNAL:
                name = f"{file.name.removesuffix(_JOURNAL)} (kept {number}){_JOURNAL}"
                yield replace(file, name=name)


def _below(
    folder: Path, prefix: str, seen: set[tuple[int, int]], backup: Backup
) -> Iterator[_Listed]:
    """Yield the files in a folder and its folders; linked ones too, but none twice."""
    try:
        known = folder.stat()
        paths = sorted(folder.iterdir(), key=lambda path: (path.suffix == _JOURNAL, path.name))
    except FileNotFoundError:
        return
    except OSError as error:
        backup.unreadable[prefix.rstrip("/")] = reason(error)
        return
    if (known.st_dev, known.st_ino) in seen:
        return
    seen.add((known.st_dev, known.st_ino))
    for path in paths:
        yield from _one(path, prefix, seen, backup)


def _one(path: Path, prefix: str, seen: set[tuple[int, int]], backup: Backup) -> Iterator[_Listed]:
    name = prefix + path.name
    if path.name.startswith((".", "~")):
        return
    if not is_safe(name):
        backup.unreadable[name] = tr("no zip file can hold this name")
    elif path.is_dir():
        yield from _below(path, f"{name}/", seen, backup)
    elif path.is_file():
        yield _Listed(name, path, path.stat().st_size)
    else:
        backup.unreadable[name] = tr("it is no file")


def is_safe(name: str) -> bool:
    """Return whether a name stands for a file below the folder it is put in, on any system."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    parts = name.split("/")
    return (
        not any(part in ("", ".", "..") for part in parts)
        and not PureWindowsPath(name).drive
        and "\\" not in name
        and "\0" not in name
    )


def _manifest(folder: Path, backup: Backup) -> bytes:
    try:
        workspace = read_manifest(folder).id
    except NotAWorkspaceError:
        # A damaged one is kept too.
        workspace = ""
    unreadable = tuple(sorted(backup.unreadable))
    return Kept(workspace, Clock().now(), backup.files, unreadable).to_bytes()
