"""Which article of a workspace each article of a file is."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.article import text_digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.tag_importers.records import FileArticle
    from reader.text.article import Article

_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article of the workspace, and the title it is shown under now."""

    article: Article
    title: str


class Matching:
    """Finds the articles of a workspace that those of a file are.

    By the digest of the text, or the id; then by the text itself, white space aside; then by
    the title or the file's name. What fits several articles fits none.
    """

    def __init__(self, known: Iterable[KnownArticle]) -> None:
        """Look among the articles of a workspace."""
        self._known = list(known)
        self._by_sum = {one.article.sha256: one.article for one in self._known}
        self._by_id = {one.article.id: one.article for one in self._known}
        self._by_name: defaultdict[str, dict[str, Article]] = defaultdict(dict)
        for one in self._known:
            names = (one.title, one.article.title, one.article.metadata.get("file", ""))
            more = (one.article.metadata.get("url", ""), _stem(names[2]))
            for name in filter(None, map(_plain, (*names, *more))):
                self._by_name[name][one.article.id] = one.article
        self._by_words: defaultdict[str, list[Article]] | None = None

    def find(self, wanted: FileArticle) -> Article | None:
        """Return the article that one of a file is; ``None`` where none is, or several may be."""
        text = wanted.text
        sha256 = wanted.sha256 or (text_digest(text) if text else "")
        found = self._by_sum.get(sha256.lower()) or self._by_id.get(wanted.id)
        if found is None and text:
            found = self._of_words(text)
        if found is None:
            named = {
                one.id: one
                for name in wanted.names
                for key in (name, _stem(name))
                for one in self._by_name.get(_plain(key), {}).values()
                if _plain(key)
            }
            found = next(iter(named.values())) if len(named) == 1 else None
        return found

    def _of_words(self, text: str) -> Article | None:
        """Return the one article with the same characters, white space aside."""
        if self._by_words is None:
            self._by_words = defaultdict(list)
            for one in self._known:
                self._by_words[_digest(one.article.text)].append(one.article)
        found = self._by_words[_digest(text)]
        return found[0] if len(found) == 1 else None


def _digest(text: str) -> str:
    return text_digest(_GAP.sub("", text.removeprefix("\ufeff")))


def _plain(name: str) -> str:
    """Return a name without what programs change in one: case, and what no file's name holds."""
    return re.sub(r"[\W_]+", " ", name).strip().casefold()


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
