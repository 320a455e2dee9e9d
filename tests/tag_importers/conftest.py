"""A place for tags to come to, without a workspace's files."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import ArticleDetails
from reader.annotation.tag_set import TagSet
from reader.tag_importers.fitting import Fitted, fit
from reader.tag_importers.taking import Kinds, Taken, kinds_for, known_articles, take

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.annotation.annotation import Annotation
    from reader.tag_importers.records import TagFile
    from reader.text.article import Article

NOW = "2026-12-01T00:00:00.000000Z"


@dataclass
class Place:
    """What a workspace says, made by hand."""

    articles: Mapping[str, Article]
    tag_set: TagSet = field(default_factory=lambda: TagSet(()))
    tags: list[Annotation] = field(default_factory=list)
    author: str = "here"
    hidden: set[str] = field(default_factory=set)
    numbers: count[int] = field(default_factory=count)

    def details(self, article_id: str, /) -> ArticleDetails:
        return ArticleDetails(self.articles[article_id].title)

    def index(self, article_id: str, /) -> list[Annotation]:
        return [one for one in self.tags if one.article == article_id]

    def has_tag(self, annotation_id: str, /) -> bool:
        return annotation_id in self.hidden | {one.id for one in self.tags}

    def new_id(self) -> str:
        return f"new{next(self.numbers)}"

    def now(self) -> str:
        return NOW

    def bring_in(
        self, file: TagFile, chosen: Mapping[str, str | None] | None = None
    ) -> tuple[Fitted, Kinds, Taken]:
        """Take the tags of a file in, as the command does."""
        fitted = fit(file, known_articles(self))
        used = [tag.kind for tag in file.tags]
        kinds = kinds_for(file, used, self.tag_set, chosen or {})
        taken = take(fitted, kinds, self)
        self.tag_set = TagSet((*self.tag_set.kinds, *kinds.new))
        self.tags += [edit.after for edit in taken.edits if edit.after]
        return fitted, kinds, taken


@pytest.fixture
def make_place() -> Callable[..., Place]:
    def make(*articles: Article, **more: object) -> Place:
        return Place({one.id: one for one in articles}, **more)  # type: ignore[arg-type]

    return make
