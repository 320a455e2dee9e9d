"""Verifying a whole workspace, without changing anything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotation.anchor import Anchor
from reader.workspace.checks.check_backups import backup_findings
from reader.workspace.checks.check_journals import check_journals
from reader.workspace.checks.finding import Finding, Report
from reader.workspace.errors import DamagedError, NotAWorkspaceError, reason, shown
from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.files.article_file import (
    article_files,
    article_path,
    is_article_name,
    read_article,
)
from reader.workspace.files.manifest import FILE_NAME, VERSION, changed_sentence, read_manifest
from reader.workspace.memory.contents import stands_in
from reader.workspace.memory.kinds import present_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.text.article import Article

__all__ = [
    "Finding",
    "Report",
    "article_of",
    "check",
    "copies_of_articles",
    "examine",
    "is_copy_of",
]

_ID_LENGTH = 16


def check(folder: Path) -> list[Finding]:
    """Return what is not as it should be in a workspace, apart from its backups.

    Raises:
        NotAWorkspaceError: If the folder is no workspace, or cannot be listed.
    """
    return examine(folder).findings


def examine(folder: Path, *, backups: bool = False) -> Report:
    """Verify every article file, every journal line and every tag of a workspace.

    Args:
        folder: The workspace.
        backups: Whether to verify its automatic backups too, and whether everything
            that they hold is still there.

    Raises:
        NotAWorkspaceError: If the folder is no workspace, or cannot be listed.
    """
    report = Report()
    tag_set = _check_manifest(folder, report)
    try:
        articles = _check_articles(folder, report)
        journals, united = check_journals(folder, report)
    except OSError as error:
        msg = f"{folder} could not be read ({reason(error)}); make its folders readable."
        raise NotAWorkspaceError(msg) from error
    tags = united.annotations.values()
    if tag_set is not None:
        used = {annotation.kind for annotation in tags}
        tag_set, problems = present_kinds(tag_set, united.kinds, used)
        for problem in problems:
            report.add(folder / FILE_NAME, problem, note=True)
    removed = {one for one, said in united.details.items() if said.get("removed", (False,))[0]}
    report.articles = sum(
        article is not None and one not in removed for one, article in articles.items()
    )
    for annotation in tags:
        article = articles.get(annotation.article)
        stands = article is not None and stands_in(annotation, article)
        report.tags += stands and annotation.article not in removed
        report.findings += _tag_findings(folder, annotation, articles, tag_set)
    for verdict in united.verdicts.values():
        article = articles.get(verdict.article)
        if article is not None and article.text[verdict.start : verdict.end] != verdict.words:
            path = article_path(folder, article.id)
            message = (
                f"A verdict on a suggestion says that “{verdict.words}” stands at {verdict.start} "
                f"to {verdict.end} of {path.name}, which it does not; no tag depends on it."
            )
            report.add(path, message, note=True)
    if backups:
        report.findings += backup_findings(folder, articles, journals)
    return report


def is_copy_of(name: str, original: str) -> bool:
    """Return whether a name is one that a synchroniser gives to its copy of a JSON file."""
    stem, dot, suffix = original.rpartition(".")
    rest = name.removeprefix(stem)
    return (
        name != original
        and name.startswith(stem)
        and name.endswith(dot + suffix)
        and not rest[:1].isalnum()
    )


def _check_manifest(folder: Path, report: Report) -> TagSet | None:
    path = folder / FILE_NAME
    try:
        manifest = read_manifest(folder)
    except NotAWorkspaceError as error:
        if not path.exists():
            raise
        report.add(path, str(error))
        return None
    if changed := changed_sentence(folder, manifest):
        report.add(path, changed)
    if manifest.version > VERSION:
        message = (
            f"{FILE_NAME} was written by a newer Wenmai (format {manifest.version}); "
            "what is new in it was not verified."
        )
        report.add(path, message, note=True)
    for copy in sorted(folder.iterdir()):
        if is_copy_of(copy.name, FILE_NAME):
            message = (
                f"{copy.name} is a copy of {FILE_NAME} that a synchroniser made; it is not read, "
                "so compare the two and delete it."
            )
            report.add(copy, message, note=True)
    return manifest.tag_set


def _check_articles(folder: Path, report: Report) -> dict[str, Article | None]:
    """Return the articles; ``None`` for one whose file is damaged."""
    articles: dict[str, Article | None] = {}
    for path in article_files(folder):
        name = shown(path, folder)
        try:
            filed = read_article(path)
        except DamagedError as error:
            articles[path.stem] = None
            message = (
                f"{name} is damaged ({error}); import the same text again, "
                "or put the file back from a backup."
            )
            report.add(path, message)
            continue
        articles[path.stem] = filed.article
        if not filed.intact:
            message = (
                f"What stands before the text in {name} (title, script, time) is not as it was "
                "written; put the file back from a backup."
            )
            report.add(path, message)
    for path in copies_of_articles(folder):
        message = (
            f"{shown(path, folder)} is a copy of an article that a synchroniser made; it is not "
            "read, and may be deleted where the article is whole."
        )
        report.add(path, message, note=True)
    return articles


def copies_of_articles(folder: Path) -> list[Path]:
    """Return the copies of articles that synchronisers made.

    Raises:
        OSError: If their folder cannot be listed.
    """
    inside = folder / ARTICLES
    if not inside.is_dir():
        return []
    own = set(article_files(folder))
    return sorted(
        path
        for path in inside.glob("*.json")
        if path not in own
        and is_article_name(article_of(path))
        and is_copy_of(path.name, article_of(path))
    )


def article_of(copy: Path) -> str:
    """Return the name of the file that a copy of an article is a copy of."""
    return f"{copy.name[:_ID_LENGTH]}.json"


def _tag_findings(
    folder: Path,
    annotation: Annotation,
    articles: Mapping[str, Article | None],
    tag_set: TagSet | None,
) -> Iterator[Finding]:
    name = f"Tag {annotation.id} ({annotation.kind}, “{annotation.quote}”)"
    if annotation.article not in articles:
        path = article_path(folder, annotation.article)
        message = f"{name} belongs to {shown(path, folder)}, which is missing; import it again."
        yield Finding(path, message, "error")
        return
    article = articles[annotation.article]
    if article is not None:
        for message in _place_faults(name, annotation, article):
            yield Finding(article_path(folder, article.id), message, "error")
    if tag_set is not None and tag_set.get(annotation.kind) is None:
        message = f"{name} is of a kind that the tag set does not have; change its kind."
        yield Finding(folder / FILE_NAME, message, "error")


def _place_faults(name: str, annotation: Annotation, article: Article) -> Iterator[str]:
    span = annotation.span
    where = f"{span.start} to {span.end}"
    file = f"{article.id}.json"
    if span.end > len(article.text):
        yield f"{name} stands at {where}, but {file} has only {len(article.text)} characters."
    elif not stands_in(annotation, article):
        words = span.of(article.text)
        yield f"{name} does not quote the words at {where} of {file}, “{words}”."
    elif Anchor.at(article.text, span) != annotation.anchor:
        yield f"{name} remembers other words around {where} than {file} has; tag them again."
