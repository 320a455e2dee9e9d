"""Restoring a backup: verified whole, into a folder that appears whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.durable import make_folder, replace_file, sync_folder
from reader.language import tr
from reader.workspace.backups.backup import BackupError, ignore_progress, is_safe
from reader.workspace.backups.backup_manifest import FILE_NAME as MANIFEST
from reader.workspace.backups.backup_manifest import Kept
from reader.workspace.errors import DamagedError, FolderInUseError, reason
from reader.workspace.files.manifest import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from reader.workspace.backups.backup import Step

_PIECE: Final = 1 << 20
LARGEST_MANIFEST: Final = 1 << 28
"""Bytes of the largest ``backup.json`` that is read; a file's line in it has about 150."""
# More than this from so small a file was made to fill the disk, not to be kept.
_HARMLESS: Final = 1 << 30
_LARGEST_RATIO: Final = 200
# Whatever bytes zipfile meets, it raises one of these.
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class OpenBackup:
    """A backup that is being read.

    Attributes:
        path: The zip file.
        kept: What it says it holds; nothing of it is verified before it is read.
    """

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        """Read its manifest.

        Raises:
            DamagedError: If it is not one.
        """
        self.path = path
        self._archive = archive
        names = archive.namelist()
        if MANIFEST not in names:
            msg = tr("it has no {file}, so it is no backup that Wenmai made").format(file=MANIFEST)
            raise DamagedError(msg)
        self.kept = Kept.from_bytes(b"".join(self._pieces(MANIFEST, LARGEST_MANIFEST)))
        if len(names) != len(set(names)):
            msg = tr("it holds two files of one name")
            raise DamagedError(msg)
        for name in self.kept.files:
            if not is_safe(name) or name == MANIFEST:
                msg = tr("it names a file that is none of a workspace, “{name}”").format(name=name)
                raise DamagedError(msg)

    def read(self, name: str) -> Generator[bytes]:
        """Yield the bytes of a file; only where that ends are they what was backed up.

        Raises:
            KeyError: If the backup does not name it.
            DamagedError: If it is not there whole.
        """
        length, expected = self.kept.files[name]
        digest = hashlib.sha256()
        found = 0
        with contextlib.closing(self._pieces(name, length)) as pieces:
            for piece in pieces:
                digest.update(piece)
                found += len(piece)
                yield piece
        if (found, digest.hexdigest()) != (length, expected):
            msg = tr("{name} in it is not what was backed up").format(name=name)
            raise DamagedError(msg)

    def _pieces(self, name: str, most: int) -> Generator[bytes]:
        """Yield the bytes of a member.

        Raises:
            DamagedError: If it cannot be read, or has more than ``most`` bytes.
        """
        try:
            info = self._archive.getinfo(name)
            if stat.S_ISLNK(info.external_attr >> 16) or info.is_dir():
                msg = tr("{name} in it is no file").format(name=name)
                raise DamagedError(msg)
            if info.file_size > most:
                msg = tr("{name} in it is larger than it should be").format(name=name)
                raise DamagedError(msg)
            with self._archive.open(info) as member:
                while piece := member.read(_PIECE):
                    yield piece
        except (*_DAMAGE, OSError) as error:
            msg = tr("{name} in it cannot be read").format(name=name)
            raise DamagedError(msg) from error


@contextlib.contextmanager
def open_backup(path: Path) -> Iterator[OpenBackup]:
    """Open a backup to read it.

    Raises:
        BackupError: If it is none, now or while it is read.
    """
    try:
        with _archive(path) as archive:
            yield OpenBackup(path, archive)
    except DamagedError as error:
        msg = tr("{path} cannot be restored: {error}; choose another backup.").format(
            path=path, error=error
        )
        raise BackupError(msg) from error


@contextlib.contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    with contextlib.ExitStack() as stack:
        try:
            archive = stack.enter_context(zipfile.ZipFile(path))
        except OSError as error:
            msg = tr("{path} could not be read ({reason}); check its name.").format(
                path=path, reason=reason(error)
            )
            raise BackupError(msg) from error
        except _DAMAGE as error:
            msg = tr("it is no zip file, or not a whole one")
            raise DamagedError(msg) from error
        yield archive


def verify(path: Path) -> Kept:
    """Read all of a backup, and verify every sum in it.

    Raises:
        BackupError: If it is not whole.
    """
    with open_backup(path) as backup:
        with contextlib.closing(_read_all(backup, ignore_progress)) as files:
            for _ in files:
                pass
        return backup.kept


def restore(path: Path, folder: Path, step: Step = ignore_progress) -> Kept:
    """Make a workspace of a backup. It keeps its id.

    Args:
        path: The backup.
        folder: Where it goes: a folder that is not there, or is empty.
        step: Told now and then how many bytes of how many are behind.

    Raises:
        BackupError: If the backup is not whole, or the folder cannot be written.
        FolderInUseError: If the folder holds anything.
    """
    # A link to an empty folder is filled where it leads.
    folder = Path(os.path.realpath(folder))
    _verify_free(folder)
    with open_backup(path) as backup:
        _verify_size(backup)
        aside = folder.with_name(f".wenmai-{secrets.token_hex(8)}.tmp")
        try:
            make_folder(aside)
            _verify_room(backup, aside)
            _unpack(backup, aside, step)
            if folder.exists():
                folder.rmdir()
            aside.rename(folder)
            sync_folder(folder.parent)
        except OSError as error:
            msg = tr(
                "{path} could not be restored in {folder} ({reason}); choose another folder or "
                "free some space."
            ).format(path=path, folder=folder, reason=reason(error))
            raise BackupError(msg) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return backup.kept


def _verify_free(folder: Path) -> None:
    free = True
    # A folder that cannot be looked into is refused when it is to be filled.
    with contextlib.suppress(OSError):
        free = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    if not free:
        msg = tr(
            "{folder} holds something already; choose a new or empty folder to restore into."
        ).format(folder=folder)
        raise FolderInUseError(msg)


def _verify_size(backup: OpenBackup) -> None:
    """Refuse what is too much to have come from so small a file.

    Raises:
        DamagedError: If it is.
    """
    if backup.kept.total > max(_HARMLESS, _LARGEST_RATIO * backup.path.stat().st_size):
        msg = tr("it would fill {total:,} bytes, which no backup of its size holds").format(
            total=backup.kept.total
        )
        raise DamagedError(msg)
    if FILE_NAME not in backup.kept.files:
        msg = tr("it holds no {file}").format(file=FILE_NAME)
        raise DamagedError(msg)


def _verify_room(backup: OpenBackup, folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if backup.kept.total > free:
        needed = tr("it needs {total:,} bytes, and {free:,} are free").format(
            total=backup.kept.total, free=free
        )
        raise OSError(needed)


def _unpack(backup: OpenBackup, folder: Path, step: Step) -> None:
    """Write every file into a folder.

    Raises:
        OSError: If it cannot be written.
        DamagedError: If a file is not whole.
    """
    with contextlib.closing(_read_all(backup, step)) as files:
        for name, pieces in files:
            path = folder / name
            make_folder(path.parent)
            replace_file(path, pieces)


def _read_all(backup: OpenBackup, step: Step) -> Generator[tuple[str, Iterator[bytes]]]:
    """Yield every file and its bytes; what of them is not taken is read all the same."""
    total = backup.kept.total
    done = 0

    def counted(pieces: Iterator[bytes]) -> Iterator[bytes]:
        nonlocal done
        for piece in pieces:
            done += len(piece)
            step(done, total)
            yield piece

    for name in backup.kept.files:
        # Closed whatever stops it: an open file in it would keep the zip open.
        with contextlib.closing(backup.read(name)) as pieces:
            rest = counted(pieces)
            yield name, rest
            for _ in rest:
                pass
