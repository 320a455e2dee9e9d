"""Mending what is damaged in a workspace, where a whole copy of it is at hand.

Nothing is deleted: the workspace is backed up first, and a file that is replaced stays
beside the new one as ``<name>.damaged-1``. What no copy holds is left as it is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from reader.durable import make_folder, replace_file, sync_folder
from reader.workspace.backups.backup import FOLDER as BACKUPS
from reader.workspace.backups.backup import back_up
from reader.workspace.backups.sources import Sources
from reader.workspace.checks.check import article_of, copies_of_articles, examine, is_copy_of
from reader.workspace.checks.check_journals import damaged_snapshots
from reader.workspace.checks.mending import mended
from reader.workspace.clock import Clock
from reader.workspace.errors import (
    DamagedError,
    NotAWorkspaceError,
    RefusedError,
    WorkspaceError,
    reason,
    shown,
)
from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.files.article_file import (
    article_files,
    article_in,
    is_article_name,
    read_article,
)
from reader.workspace.files.conflict_copies import segment_number
from reader.workspace.files.durable import FileChangedError, append_durably, write_durably
from reader.workspace.files.manifest import (
    FILE_NAME,
    VERSION,
    manifest_in,
    raise_version,
    read_manifest,
    version_for,
)
from reader.workspace.journals.journal import FOLDER as ANNOTATIONS
from reader.workspace.journals.journal import entries_of, journals_in, read_journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reader.workspace.backups.sources import Copy

_SEGMENT = re.compile(rf"{ANNOTATIONS}/([^/]+)/([^/]+)")


# It replaces no file that is open.
_WINDOWS = os.name == "nt"

# What mends one file when it is called, and says what it did; nothing, where others were first.
_Mend: TypeAlias = "Callable[[], str]"


def repair(folder: Path, beside: Sequence[Path] = ()) -> list[str]:
    """Mend what can be mended.

    Other windows may have the workspace open; they see the change as somebody else's.

    Args:
        folder: The workspace.
        beside: What this machine keeps outside it, for the backup that is made first.

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
    done: list[str] = []
    try:
        sources = Sources(folder)
        for step in (_mend_manifest, _mend_articles, _mend_journals, _mend_snapshots):
            for mend in step(folder, sources):
                done += done or [_backed_up(folder, beside)]
                done.append(mend())
    except OSError as error:
        msg = (
            f"{folder} could not be mended ({reason(error)}); make it writable or free some "
            "space, and repeat it."
        )
        raise WorkspaceError(msg) from error
    return [sentence for sentence in done if sentence]


def _backed_up(folder: Path, beside: Sequence[Path]) -> str:
    make_folder(folder / BACKUPS)
    stamp = re.sub(r"\D", "", Clock().now())[:14]
    before = folder / BACKUPS / f"before-repair-{stamp}.zip"
    back_up(folder, before, beside=beside)
    return f"The workspace as it was is in {shown(before, folder)}."


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


def _mend_manifest(folder: Path, sources: Sources) -> Iterator[_Mend]:
    try:
        read_manifest(folder)
    except NotAWorkspaceError:
        whole = _first(sources.copies(FILE_NAME, _copies_of(FILE_NAME)), _is_manifest)
        if whole is not None:
            yield partial(_put_manifest_back, folder, whole)


def _put_manifest_back(folder: Path, whole: Copy) -> str:
    sentence = _put_back(folder, folder / FILE_NAME, whole)
    edits = (
        edit
        for journals in journals_in([folder]).values()
        for entry in entries_of(read_journal(*journals))
        for edit in entry.operation.edits
    )
    raise_version(folder, version_for(edits))
    return sentence


def _is_manifest(content: bytes) -> bool:
    manifest = manifest_in(content)
    return manifest is not None and manifest.intact and manifest.version <= VERSION


def _mend_articles(folder: Path, sources: Sources) -> Iterator[_Mend]:
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
            yield partial(_put_back, folder, path, whole)


def _article_names(folder: Path, sources: Sources) -> set[str]:
    """Return the names of all article files that are or were there."""
    files = {path.name for path in article_files(folder)}
    copies = {article_of(path) for path in copies_of_articles(folder)}
    kept = {name.removeprefix(f"{ARTICLES}/") for name in sources.names}
    return {name for name in files | copies | kept if is_article_name(name)}


def _mend_journals(folder: Path, sources: Sources) -> Iterator[_Mend]:
    here = {
        shown(segment.path, folder)
        for journals in journals_in([folder]).values()
        for segment in read_journal(*journals)
        if not segment.copy
    }
    for name in sorted(here | sources.names):
        named = _SEGMENT.fullmatch(name)
        if named is not None and segment_number(named[2]) is not None:
            copies = sources.copies(name, _copies_of(named[2]))
            put_back = partial(_put_edits_back, folder, name, named[1], list(copies))
            if put_back(only_look=True):
                yield put_back


def _put_edits_back(
    folder: Path, name: str, writer: str, copies: Sequence[Copy], *, only_look: bool = False
) -> str:
    """Put the edits that only copies of a segment hold back into it."""
    path = folder / name
    content = path.read_bytes() if path.is_file() else b""
    better = mended(content, (copy.content for copy in copies), writer)
    if better is None:
        return ""
    edits = "1 edit was" if better.number == 1 else f"{better.number} edits were"
    sentence = f"{edits} put back into {name} from its copies"
    if only_look:
        return sentence
    make_folder(path.parent)
    aside = _set_aside(path, content)
    since = _replace_open(path, aside, content, better.content)
    if since:
        _go_on(path, since, len(better.content))
    return f"{sentence}{_kept(aside, folder)}."


def _replace_open(path: Path, aside: Path | None, content: bytes, better: bytes) -> bytes:
    """Replace a segment; return the lines that its writer appended to the old one meanwhile.

    Whoever appends later finds another file there, and writes the line again.
    """
    with contextlib.ExitStack() as held:
        old: BinaryIO | None = None
        if aside is not None and not _WINDOWS:
            old = held.enter_context(path.open("rb"))
        replace_file(path, (better,))
        if old is not None:
            old.seek(len(content))
            since = old.read()
        else:
            since = b"" if aside is None else aside.read_bytes()[len(content) :]
    return since[: since.rfind(b"\n") + 1]


def _go_on(path: Path, since: bytes, length: int) -> None:
    """Append lines to a segment; beside it, where its writer has gone on in it by now."""
    try:
        append_durably(path, since, length)
    except FileChangedError:
        digest = hashlib.sha256(since).hexdigest()[:8]
        write_durably(path.with_name(f"{path.stem} (kept {digest}){path.suffix}"), since)


def _mend_snapshots(folder: Path, _sources: Sources) -> Iterator[_Mend]:
    for path in damaged_snapshots(folder):
        yield partial(_set_snapshot_aside, folder, path)


def _set_snapshot_aside(folder: Path, path: Path) -> str:
    aside = _aside(path)
    # A power cut may take that back: then it is set aside again.
    path.rename(aside)
    return (
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
