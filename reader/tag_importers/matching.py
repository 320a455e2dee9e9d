"""Which article of a workspace each article of a file is."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from reader.text.article import text_digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.tag_importers.records import FileArticle
    from reader.text.article import Article

_GAP = re.compile(r"\s+")
_SENTENCE_END = re.compile("[。！？；]")
# Characters of a sentence that no other article has by chance, and how many such there must be.
_LONG = 12
_LEAST_SHARED = 3
# Characters of a tag's words that tell something, and how many tags are looked at, the longest.
_LONG_QUOTE = 4
_MOST_QUOTES = 50


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article of the workspace, and the title it is shown under now."""

    article: Article
    title: str


class Matching:
    """Finds the articles of a workspace that those of a file are.

    By the digest of the text, or the id; then by the text itself, white space aside; then by
    the title or the file's name; then by its sentences or the words of its tags, of which one
    article must have most and no other half as many. What fits several articles fits none.
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
        self._sentences: list[tuple[Article, frozenset[str]]] | None = None

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
        if found is None and text:
            found = self._of_sentences(text)
        return found

    def _of_words(self, text: str) -> Article | None:
        """Return the one article with the same characters, white space aside."""
        if self._by_words is None:
            self._by_words = defaultdict(list)
            for one in self._known:
                self._by_words[_digest(one.article.text)].append(one.article)
        found = self._by_words[_digest(text)]
        return found[0] if len(found) == 1 else None

    def _of_sentences(self, text: str) -> Article | None:
        """Return the article that has most of a text's sentences: a later version of it, say."""
        if self._sentences is None:
            self._sentences = [(one.article, _long(one.article.text)) for one in self._known]
        wanted = _long(text)
        return _most(len(wanted), [(len(wanted & own), one) for one, own in self._sentences])

    def of_quotes(self, quotes: Iterable[str], *, unnamed: bool) -> Article | None:
        """Return the article that most of some tags' words stand in.

        Args:
            quotes: The words of each tag.
            unnamed: Whether the file says nothing of the article: the only one there is, is it.
        """
        if unnamed and len(self._known) == 1:
            return self._known[0].article
        long = sorted({one for one in quotes if len(one) >= _LONG_QUOTE}, key=len)[-_MOST_QUOTES:]
        found = [
            (sum(quote in one.article.text for quote in long), one.article) for one in self._known
        ]
        return _most(len(long), found)


def _most(all_: int, found: Iterable[tuple[int, Article]]) -> Article | None:
    """Return what has most of all there is, if nothing else has half as many."""
    ordered = sorted(found, key=itemgetter(0), reverse=True)
    if not ordered:
        return None
    best, article = ordered[0]
    rival = ordered[1][0] if len(ordered) > 1 else 0
    certain = best >= _LEAST_SHARED and 2 * best > all_ and 2 * rival < best
    return article if certain else None


def _long(text: str) -> frozenset[str]:
    """Return the sentences of a text that are long enough to be its own."""
    parts = (_GAP.sub("", part) for part in _SENTENCE_END.split(text))
    return frozenset(part for part in parts if len(part) >= _LONG)


def _digest(text: str) -> str:
    return text_digest(_GAP.sub("", text.removeprefix("\ufeff")))


def _plain(name: str) -> str:
    """Return a name without what programs change in one: case, and what no file's name holds."""
    return re.sub(r"[\W_]+", " ", name).strip().casefold()


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
