"""``articles/<id>.json``: one source text a file, written once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader.annotation.json_values import text
from reader.language import tr
from reader.text.article import Article, text_digest
from reader.text.script import SourceScript
from reader.workspace.errors import DamagedError, reason
from reader.workspace.files.durable import make_folder, sync_folder, write_durably
from reader.workspace.files.json_bytes import parse
from reader.workspace.files.whole_file import is_intact, read_whole, with_sum

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "articles"
FORMAT = "wenmai-article"
VERSION = 1
LARGEST_FILE = 1_500_000_000
"""Bytes of the largest article file that is read: the largest text that is imported, escaped."""
# What follows is vouched for by the digest of the text.
_TEXT = b'\n  "text": '
_NAME = re.compile(r"[0-9a-f]{16}\.json")


@dataclass(frozen=True, slots=True)
class FiledArticle:
    """An article as its file holds it.

    Attributes:
        article: The article; its text is the one brought in.
        imported: When it was brought in, UTC in ISO 8601.
        intact: Whether the rest of the file is as it was written, too.
    """

    article: Article
    imported: str
    intact: bool = True

    @property
    def order(self) -> tuple[str, str, str]:
        """Sort key of the list: by import, then title."""
        return self.imported, self.article.title, self.article.id

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        article = self.article
        return with_sum(
            {
                "format": FORMAT,
                "version": VERSION,
                "id": article.id,
                "title": article.title,
                "script": article.script.value,
                "sha256": article.sha256,
                "imported": self.imported,
                "metadata": dict(article.metadata),
                "text": article.text,
            },
            last="text",
        )


def article_path(folder: Path, article_id: str) -> Path:
    """Return where a workspace keeps an article."""
    return folder / FOLDER / f"{article_id}.json"


def is_article_name(name: str) -> bool:
    """Return whether a file's name is that of an article."""
    return _NAME.fullmatch(name) is not None


def article_files(folder: Path) -> list[Path]:
    """Return the article files of a workspace, by name.

    Raises:
        OSError: If the folder cannot be listed.
    """
    inside = folder / FOLDER
    if not inside.is_dir():
        return []
    return sorted(path for path in inside.iterdir() if _NAME.fullmatch(path.name))


def read_article(path: Path) -> FiledArticle:
    """Read an article, and verify that its text is the one brought in.

    Raises:
        DamagedError: If the file does not hold it; the message says what is
            wrong, to stand in brackets.
    """
    try:
        content = read_whole(path, LARGEST_FILE)
    except OSError as error:
        raise DamagedError(reason(error)) from error
    return article_in(content, path.stem)


def file_article(folder: Path, filed: FiledArticle) -> FiledArticle:
    """Write an article into a workspace, unless another window has done so.

    A damaged file in its place is renamed, not lost.

    Returns:
        What is in the workspace now.

    Raises:
        OSError: If it cannot be written.
        DamagedError: If what would be written could not be read again.
    """
    try:
        content = filed.to_bytes()
    except (TypeError, ValueError) as error:
        raise DamagedError(str(error)) from error
    article_in(content, filed.article.id)
    path = article_path(folder, filed.article.id)
    if path.exists():
        try:
            there = read_article(path)
        except DamagedError:
            _set_aside(path)
        else:
            # Whoever wrote it may have been killed before its name was safe.
            sync_folder(path.parent)
            return there
    make_folder(path.parent)
    write_durably(path, content)
    return filed


def _set_aside(path: Path) -> None:
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    path.rename(next(name for name in names if not name.exists()))


def article_in(content: bytes, article_id: str) -> FiledArticle:
    """Read the bytes of an article's file, and verify that its text is the one brought in.

    Raises:
        DamagedError: As :func:`read_article` does.
    """
    try:
        data = parse(content)
    except ValueError as error:
        msg = tr("it is not JSON")
        raise DamagedError(msg) from error
    try:
        filed = _from_json(data)
    except (KeyError, TypeError, ValueError) as error:
        msg = tr("it is not an article")
        raise DamagedError(msg) from error
    if filed.article.id != article_id:
        msg = tr("its text is not the one its name stands for")
        raise DamagedError(msg)
    return replace(filed, intact=is_intact(content[: content.find(_TEXT)]))


def _from_json(data: Any) -> FiledArticle:  # noqa: ANN401 (JSON is any)
    if data["format"] != FORMAT:
        msg = tr("another format")
        raise ValueError(msg)
    source, title, imported = (text(data[name]) for name in ("text", "title", "imported"))
    digest = text_digest(source)
    if (data["sha256"], data["id"]) != (digest, digest[:16]):
        msg = tr("its text is not the one that was brought in")
        raise DamagedError(msg)
    article = Article(
        id=digest[:16],
        text=source,
        sha256=digest,
        title=title,
        script=SourceScript(data["script"]),
        metadata=MappingProxyType(
            {text(key): text(value) for key, value in dict(data["metadata"]).items()}
        ),
    )
    return FiledArticle(article, imported)
