"""Verifying a workspace's backups, and that it still holds what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.backups.backup import BackupError
from reader.workspace.backups.restoring import verify
from reader.workspace.backups.sources import Sources, backup_files
from reader.workspace.checks.finding import Finding
from reader.workspace.checks.mending import mended
from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.files.article_file import article_path, is_article_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from reader.text.article import Article
    from reader.workspace.journals.journal import Segment


def backup_findings(
    folder: Path, articles: Mapping[str, Article | None], journals: Mapping[str, list[Segment]]
) -> Iterator[Finding]:
    """Verify the backups, and find what they hold and the workspace does not."""
    for path in backup_files(folder):
        try:
            verify(path)
        except BackupError as error:
            message = f"{str(error).rstrip('.')}, and delete this one."
            yield Finding(path, message, "error")
    sources = Sources(folder)
    for name in sorted(sources.names):
        path = folder / name
        if path.parent == folder / ARTICLES:
            # Copies that synchronisers make and files of others are no articles.
            is_one = is_article_name(path.name) and path == article_path(folder, path.stem)
            if is_one and path.stem not in articles:
                message = f"{name} is missing; the backups hold it."
                yield Finding(path, message, "error")
        elif path.suffix == ".jsonl":
            yield from _lost_findings(folder, name, sources, journals)


def _lost_findings(
    folder: Path, name: str, sources: Sources, journals: Mapping[str, list[Segment]]
) -> Iterator[Finding]:
    """Find edits that backups hold and a journal does not."""
    path = folder / name
    writer = path.parent.name
    content = path.read_bytes() if path.is_file() else b""
    copies = [copy.content for copy in sources.copies(name, lambda _: False)]
    if all(content.startswith(copy) for copy in copies):
        return
    # Synchronisers' copies count as the file itself.
    beside = (one.path.read_bytes() for one in journals.get(writer, ()) if one.copy)
    lost = mended(b"".join([content, b"\n", *beside]), copies, writer)
    if lost is not None:
        edits = "1 edit" if lost.number == 1 else f"{lost.number} edits"
        message = f"{name} lacks {edits} that the backups hold; wenmai check --repair brings back."
        yield Finding(path, message, "error")
