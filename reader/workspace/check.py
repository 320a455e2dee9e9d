"""Verifying a whole workspace, without changing anything in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reader.annotation.anchor import Anchor
from reader.workspace.article_file import article_files, article_path, read_article
from reader.workspace.contents import stands_in
from reader.workspace.errors import DamagedError, NotAWorkspaceError, reason, shown
from reader.workspace.journal import entries_of, journal_folders, read_journal
from reader.workspace.manifest import FILE_NAME, VERSION, read_manifest
from reader.workspace.merge import unite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.text.article import Article
    from reader.workspace.entry import Entry
    from reader.workspace.journal import Segment


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    Attributes:
        path: The file.
        message: One sentence for the user.
        severity: ``error`` where something is damaged or missing; ``note``
            where it is odd but harms nothing.
    """

    path: Path
    message: str
    severity: Literal["error", "note"]


def check(folder: Path) -> list[Finding]:
    """Verify every article file, every journal line and every tag of a workspace.

    Raises:
        NotAWorkspaceError: If the folder is no workspace, or cannot be listed.
    """
    findings: list[Finding] = []
    tag_set = _check_manifest(folder, findings)
    try:
        articles = _check_articles(folder, findings)
        entries = _check_journals(folder, findings)
    except OSError as error:
        msg = f"{folder} could not be read ({reason(error)}); make its folders readable."
        raise NotAWorkspaceError(msg) from error
    for annotation in unite(entries).annotations.values():
        findings += _tag_findings(folder, annotation, articles, tag_set)
    return findings


def _check_manifest(folder: Path, findings: list[Finding]) -> TagSet | None:
    path = folder / FILE_NAME
    try:
        manifest = read_manifest(folder)
    except NotAWorkspaceError as error:
        if not path.is_file():
            raise
        findings.append(Finding(path, str(error), "error"))
        return None
    if manifest.version > VERSION:
        message = (
            f"{FILE_NAME} was written by a newer Wenmai (format {manifest.version}); "
            "what is new in it was not verified."
        )
        findings.append(Finding(path, message, "note"))
    return manifest.tag_set


def _check_articles(folder: Path, findings: list[Finding]) -> dict[str, Article | None]:
    """Return the articles; ``None`` for one whose file is damaged."""
    articles: dict[str, Article | None] = {}
    for path in article_files(folder):
        try:
            articles[path.stem] = read_article(path).article
        except DamagedError as error:
            articles[path.stem] = None
            message = (
                f"{shown(path, folder)} is damaged ({error}); import the same text again, "
                "or put the file back from a backup."
            )
            findings.append(Finding(path, message, "error"))
    return articles


def _check_journals(folder: Path, findings: list[Finding]) -> list[Entry]:
    entries: list[Entry] = []
    for journal in journal_folders(folder):
        segments = read_journal(journal)
        entries += entries_of(segments)
        for segment in segments:
            findings += _segment_findings(folder, segment)
    return entries


def _segment_findings(folder: Path, segment: Segment) -> Iterator[Finding]:
    name = shown(segment.path, folder)
    if segment.unreadable:
        message = f"{name} could not be read ({segment.unreadable}); make it readable."
        yield Finding(segment.path, message, "error")
    for line in segment.damaged:
        message = (
            f"Line {line.number} of {name} is damaged ({line.what}); "
            "put the file back from a backup if there is one."
        )
        yield Finding(segment.path, message, "error")
    if segment.torn:
        message = (
            f"The last line of {name} is not complete: it was being written, "
            "or was cut short before it was reported as saved."
        )
        yield Finding(segment.path, message, "note")


def _tag_findings(
    folder: Path,
    annotation: Annotation,
    articles: dict[str, Article | None],
    tag_set: TagSet | None,
) -> Iterator[Finding]:
    path = article_path(folder, annotation.article)
    name = f"Tag {annotation.id} ({annotation.kind}, “{annotation.quote}”)"
    if annotation.article not in articles:
        message = f"{name} belongs to {shown(path, folder)}, which is missing; import it again."
        yield Finding(path, message, "error")
        return
    article = articles[annotation.article]
    if article is not None:
        yield from _place_findings(path, name, annotation, article)
    if tag_set is not None and tag_set.get(annotation.kind) is None:
        message = f"{name} is of a kind that the tag set does not have."
        yield Finding(folder / FILE_NAME, message, "note")


def _place_findings(
    path: Path, name: str, annotation: Annotation, article: Article
) -> Iterator[Finding]:
    span = annotation.span
    where = f"{span.start} to {span.end}"
    if span.end > len(article.text):
        message = (
            f"{name} stands at {where}, but {path.name} has only {len(article.text)} characters."
        )
        yield Finding(path, message, "error")
    elif not stands_in(annotation, article):
        message = (
            f"{name} does not quote the words at {where} of {path.name}, “{span.of(article.text)}”."
        )
        yield Finding(path, message, "error")
    elif Anchor.at(article.text, span) != annotation.anchor:
        message = f"{name} remembers other words around {where} than {path.name} has."
        yield Finding(path, message, "note")
