"""Mending what is damaged in a workspace, where a whole copy of it is at hand.

Nothing is deleted: the workspace is backed up first, and a file that is replaced stays
beside the new one as ``<name>.damaged-1``. What no copy holds is left as it is.
"""

from __future__ import annotations

import os
import re
from itertools import count
from typing import TYPE_CHECKING

from reader.durable import make_folder, replace_file, sync_folder
from reader.workspace.article_file import FOLDER as ARTICLES
from reader.workspace.article_file import article_files, article_in, is_article_name, read_article
from reader.workspace.backup import FOLDER as BACKUPS
from reader.workspace.backup import back_up
from reader.workspace.check import article_of, copies_of_articles, examine, is_copy_of
from reader.workspace.check_journals import damaged_snapshots
from reader.workspace.clock import Clock
from reader.workspace.conflict_copies import segment_number
from reader.workspace.durable import append_durably
from reader.workspace.errors import (
    DamagedError,
    NotAWorkspaceError,
    RefusedError,
    WorkspaceError,
    reason,
    shown,
)
from reader.workspace.journal import FOLDER as ANNOTATIONS
from reader.workspace.journal import entries_of, journals_in, read_journal
from reader.workspace.manifest import (
    FILE_NAME,
    VERSION,
    manifest_in,
    raise_version,
    read_manifest,
    version_for,
)
from reader.workspace.mending import mended
from reader.workspace.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.workspace.sources import Copy

_SEGMENT = re.compile(rf"{ANNOTATIONS}/([^/]+)/([^/]+)")


def repair(folder: Path) -> list[str]:
    """Mend what can be mended.

    Other windows may have the workspace open; they see the change as somebody else's.

    Returns:
        Sentences for the user: what was done.

    Raises:
        NotAWorkspaceError: If the folder is no workspace, or cannot be listed.
        RefusedError: If a newer program wrote it.
        WorkspaceError: If it could not be written.
    """
    folder = folder.absolute()
    _verify_known(folder)
    if not examine(folder, backups=True).errors:
        return []
    try:
        make_folder(folder / BACKUPS)
        stamp = re.sub(r"\D", "", Clock().now())[:14]
        before = folder / BACKUPS / f"before-repair-{stamp}.zip"
        sources = Sources(folder)
        back_up(folder, before)
        done = [f"The workspace as it was is in {shown(before, folder)}."]
        for step in (_mend_manifest, _mend_articles, _mend_journals, _mend_snapshots):
            done += step(folder, sources)
    except OSError as error:
        msg = (
            f"{folder} could not be mended ({reason(error)}); make it writable or free some "
            "space, and repeat it."
        )
        raise WorkspaceError(msg) from error
    return done


def _verify_known(folder: Path) -> None:
    """Refuse a workspace of which this program knows too little."""
    try:
        version = read_manifest(folder).version
    except NotAWorkspaceError:
        if not os.path.lexists(folder / FILE_NAME):
            raise
        return
    if version > VERSION:
        msg = (
            f"{folder} was not mended, because a newer Wenmai wrote it (format {version}); "
            "update Wenmai first."
        )
        raise RefusedError(msg)


def _mend_manifest(folder: Path, sources: Sources) -> Iterator[str]:
    try:
        read_manifest(folder)
    except NotAWorkspaceError:
        whole = _first(sources.copies(FILE_NAME, _copies_of(FILE_NAME)), _is_manifest)
        if whole is not None:
            yield _put_back(folder, folder / FILE_NAME, whole)
            edits = (
                edit
                for journals in journals_in([folder]).values()
                for entry in entries_of(read_journal(*journals))
                for edit in entry.operation.edits
            )
            raise_version(folder, version_for(edits))


def _is_manifest(content: bytes) -> bool:
    manifest = manifest_in(content)
    return manifest is not None and manifest.intact and manifest.version <= VERSION


def _mend_articles(folder: Path, sources: Sources) -> Iterator[str]:
    for name in sorted(_article_names(folder, sources)):
        path = folder / ARTICLES / name
        try:
            if read_article(path).intact:
                continue
        except DamagedError:
            pass

        def is_whole(content: bytes, article_id: str = path.stem) -> bool:
            try:
                return article_in(content, article_id).intact
            except DamagedError:
                return False

        whole = _first(sources.copies(f"{ARTICLES}/{name}", _copies_of(name)), is_whole)
        if whole is not None:
            yield _put_back(folder, path, whole)


def _article_names(folder: Path, sources: Sources) -> set[str]:
    """Return the names of all article files that are or were there."""
    files = {path.name for path in article_files(folder)}
    copies = {article_of(path) for path in copies_of_articles(folder)}
    kept = {name.removeprefix(f"{ARTICLES}/") for name in sources.names}
    return {name for name in files | copies | kept if is_article_name(name)}


def _mend_journals(folder: Path, sources: Sources) -> Iterator[str]:
    here = {
        shown(segment.path, folder)
        for journals in journals_in([folder]).values()
        for segment in read_journal(*journals)
        if not segment.copy
    }
    for name in sorted(here | sources.names):
        named = _SEGMENT.fullmatch(name)
        if named is not None and segment_number(named[2]) is not None:
            yield from _mend_journal(folder, name, named[1], sources)


def _mend_journal(folder: Path, name: str, writer: str, sources: Sources) -> Iterator[str]:
    path = folder / name
    content = path.read_bytes() if path.is_file() else b""
    copies = list(sources.copies(name, _copies_of(path.name)))
    better = mended(content, (copy.content for copy in copies), writer)
    if better is None:
        return
    make_folder(path.parent)
    aside = _set_aside(path, content)
    replace_file(path, (better.content,))
    if aside is not None:
        # What its writer appended in the meantime.
        since = aside.read_bytes()[len(content) :]
        if since:
            append_durably(path, since, len(better.content))
    edits = "1 edit was" if better.number == 1 else f"{better.number} edits were"
    yield f"{edits} put back into {name} from its copies{_kept(aside, folder)}."


def _mend_snapshots(folder: Path, _sources: Sources) -> Iterator[str]:
    for path in damaged_snapshots(folder):
        aside = _aside(path)
        # A power cut may take that back: then it is set aside again.
        path.rename(aside)
        yield (
            f"{shown(path, folder)} was set aside as {shown(aside, folder)}; its writer makes "
            "another when that saves time."
        )


def _first(copies: Iterator[Copy], is_whole: Callable[[bytes], bool]) -> Copy | None:
    return next((copy for copy in copies if is_whole(copy.content)), None)


def _put_back(folder: Path, path: Path, whole: Copy) -> str:
    make_folder(path.parent)
    aside = _set_aside(path)
    replace_file(path, (whole.content,))
    return f"{shown(path, folder)} was put back from {whole.found_in}{_kept(aside, folder)}."


def _kept(aside: Path | None, folder: Path) -> str:
    return "" if aside is None else f"; the file as it was is {shown(aside, folder)}"


def _set_aside(path: Path, content: bytes | None = None) -> Path | None:
    """Keep a file under another name too; return that, or ``None`` where there is no file.

    Args:
        path: The file.
        content: What it holds, where there must be no moment without it.

    Raises:
        OSError: If that fails.
    """
    if not os.path.lexists(path):
        return None
    aside = _aside(path)
    try:
        os.link(path, aside, follow_symlinks=False)
    except OSError:
        # A drive without such links, or a folder.
        if content is not None and path.is_file():
            replace_file(aside, (content,))
        else:
            path.rename(aside)
    sync_folder(path.parent)
    return aside


def _aside(path: Path) -> Path:
    """Return a name that nothing has."""
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))


def _copies_of(name: str) -> Callable[[str], bool]:
    return lambda other: is_copy_of(other, name)
