"""Rows to export, made as a workspace would hand them over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.exporters.export import Export, ExportOptions, ExportRow
from reader.text.article import Article
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.tag_set import TagSet

TIME = "2026-11-22T08:00:00.000000Z"


@pytest.fixture(scope="session")
def make_row() -> Callable[..., ExportRow]:
    def make(article: Article, words: str, *, id: str = "a1", **details: Any) -> ExportRow:  # noqa: A002
        start = article.text.index(words)
        annotation = Annotation(
            id=id,
            article=article.id,
            anchor=Anchor.at(article.text, Span(start, start + len(words))),
            **{"kind": "metric", "author": "lin", "created": TIME, "modified": TIME} | details,
        )
        return ExportRow(annotation, article, article.title, article.script)

    return make


@pytest.fixture(scope="session")
def make_export() -> Callable[..., Export]:
    def make(
        *rows: ExportRow,
        tag_set: TagSet = DEFAULT_TAG_SET,
        options: ExportOptions = ExportOptions(),  # noqa: B008  a frozen value
        **more: Any,
    ) -> Export:
        return Export(rows, tag_set, "workspace-1", TIME, options, **more)

    return make


@pytest.fixture(scope="session")
def network() -> Article:
    """Simplified; 互联网 becomes a longer word in Taiwan's vocabulary."""
    return Article.from_text("社区讲座\n街道办了62场互联网讲座，老人发展兴趣。\n")
