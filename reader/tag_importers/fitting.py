"""Where the tags of a file stand in the articles of a workspace; nothing is placed on a guess.

A tag stands where its offsets say, if its words are there: counted in code points or, as
programs in JavaScript and Java do, in UTF-16 units. Otherwise its words with those around
them lead to it, if that is certain (:mod:`reader.annotation.reanchoring`). What is left is listed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from reader.annotation.reanchoring import Ambiguous, Moved, reanchor
from reader.language import mark
from reader.tag_importers.matching import Matching
from reader.text.span import Span
from reader.text.utf16 import Utf16Map

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.tag_importers.matching import KnownArticle
    from reader.tag_importers.records import FileArticle, FileTag, TagFile
    from reader.text.article import Article

NO_ARTICLE: Final = mark("its article is not in the workspace")
NO_PLACE: Final = mark("the file does not say where it stands")
NOT_FOUND: Final = mark("its words do not stand in the article")
AMBIGUOUS: Final = mark("its words stand in several places, or among other words")
_STEP: Final = 50


class How(StrEnum):
    """What a tag was placed by."""

    OFFSETS = "offsets"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Placed:
    """A tag and where it stands.

    Attributes:
        tag: The tag.
        article: The article of the workspace.
        span: The passage, in code points of it.
        how: What it was placed by.
    """

    tag: FileTag
    article: Article
    span: Span
    how: How


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A tag that is not placed.

    Attributes:
        tag: The tag.
        named: What the file calls its article.
        quote: Its words, as far as the file says.
        why: Why, in English, to be translated where it is shown.
    """

    tag: FileTag
    named: str
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """What came of looking for the tags of a file.

    Attributes:
        file: The file.
        placed: The tags that have a place, in the order of the file.
        unplaced: The others.
        missing: The articles of the file that tags stand in and that were not found.
    """

    file: TagFile
    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]
    missing: tuple[FileArticle, ...] = field(default=())

    def count(self, how: How) -> int:
        """Return how many tags were placed by something."""
        return sum(one.how is how for one in self.placed)


def _unheard(_done: int, _total: int) -> None:
    """Nobody listens."""


def fit(
    file: TagFile,
    known: Iterable[KnownArticle],
    report: Callable[[int, int], object] = _unheard,
) -> Fitted:
    """Find the articles and the places of a file's tags. Takes only what never changes.

    Args:
        file: The file.
        known: The articles of the workspace.
        report: Told how many tags of how many are looked at; what it raises ends it.
    """
    matching = Matching(known)
    articles = {one.key: one for one in file.articles}
    tags: defaultdict[str, list[int]] = defaultdict(list)
    for number, tag in enumerate(file.tags):
        tags[tag.article].append(number)
    outcomes: dict[int, Placed | Unplaced] = {}
    missing = []
    for key, numbers in tags.items():
        own = articles[key]
        found = matching.find(own)
        if found is None and own.text is None:
            unnamed = not any((own.id, own.sha256, *own.names))
            quotes = (file.tags[number].quote for number in numbers)
            found = matching.of_quotes(quotes, unnamed=unnamed)
        if found is None:
            missing.append(own)
        job = _Job(own, found, [file.tags[number] for number in numbers])
        for number, outcome in zip(numbers, job.outcomes(), strict=True):
            outcomes[number] = outcome
            if len(outcomes) % _STEP == 0:
                report(len(outcomes), len(file.tags))
    ordered = [outcomes[number] for number in sorted(outcomes)]
    return Fitted(
        file,
        tuple(one for one in ordered if isinstance(one, Placed)),
        tuple(one for one in ordered if isinstance(one, Unplaced)),
        tuple(missing),
    )


class _Job:
    """The tags of one article of a file."""

    def __init__(self, own: FileArticle, article: Article | None, tags: Sequence[FileTag]) -> None:
        self._own = own
        self._article = article
        self._tags = tags
        self._units = Utf16Map(article.text) if article else None

    def outcomes(self) -> Iterator[Placed | Unplaced]:
        """Yield what becomes of each tag."""
        if self._article is None:
            for tag in self._tags:
                yield self._left(tag, NO_ARTICLE)
        elif self._own.text is not None:
            yield from self._from_text(self._own.text, self._article)
        else:
            for tag in self._tags:
                yield self._from_words(tag, self._article)

    def _left(self, tag: FileTag, why: str) -> Unplaced:
        quote = tag.quote
        if not quote and self._own.text and tag.start is not None and tag.end is not None:
            quote = self._own.text[tag.start : tag.end]
        named = next(filter(None, (*self._own.names, self._own.id, self._own.key)), "")
        return Unplaced(tag, named, quote, why)

    def _from_text(self, text: str, article: Article) -> Iterator[Placed | Unplaced]:
        """Yield where tags stand whose file has the text: offsets lead to the words."""
        spans = [_span(tag, text) for tag in self._tags]
        good = [
            at
            for at, (tag, span) in enumerate(zip(self._tags, spans, strict=True))
            if span is not None and not tag.problem
        ]
        moved: dict[int, Span | str] = {}
        if text == article.text:
            moved = {at: span for at in good if (span := spans[at]) is not None}
        else:
            chosen = [span for at in good if (span := spans[at]) is not None]
            for at, outcome in zip(good, reanchor(text, article.text, chosen), strict=True):
                if isinstance(outcome, Moved):
                    moved[at] = outcome.span
                else:
                    moved[at] = AMBIGUOUS if isinstance(outcome, Ambiguous) else NOT_FOUND
        how = How.OFFSETS if text == article.text else How.QUOTE
        for at, tag in enumerate(self._tags):
            place = moved.get(at, tag.problem or NO_PLACE)
            if isinstance(place, Span):
                yield Placed(tag, article, place, how)
            else:
                yield self._left(tag, place)

    def _from_words(self, tag: FileTag, article: Article) -> Placed | Unplaced:
        """Return where a tag stands that says its words itself."""
        if tag.problem:
            return self._left(tag, tag.problem)
        if not tag.quote:
            same = self._own.sha256 == article.sha256 or self._own.id == article.id
            span = _span(tag, article.text) if same else None
            return Placed(tag, article, span, How.OFFSETS) if span else self._left(tag, NO_PLACE)
        for span in self._offsets(tag):
            if span.of(article.text) == tag.quote:
                return Placed(tag, article, span, How.OFFSETS)
        found = _by_words(tag, article.text)
        if isinstance(found, Span):
            return Placed(tag, article, found, How.QUOTE)
        return self._left(tag, found)

    def _offsets(self, tag: FileTag) -> Iterator[Span]:
        """Yield the passages that a tag's offsets may mean."""
        if tag.start is None or tag.end is None or tag.start >= tag.end or self._units is None:
            return
        yield Span(tag.start, tag.end)
        start, end = self._units.to_points(tag.start), self._units.to_points(tag.end)
        if start < end:
            yield Span(start, end)


def _span(tag: FileTag, text: str) -> Span | None:
    """Return the passage of a text that a tag's offsets say; ``None`` where they say none."""
    if tag.start is None or tag.end is None or not 0 <= tag.start < tag.end <= len(text):
        return None
    return Span(tag.start, tag.end)


def _by_words(tag: FileTag, text: str) -> Span | str:
    """Return where a tag's words stand in a text, or why that is not certain."""
    whole = tag.prefix + tag.quote + tag.suffix
    start = text.find(whole)
    if start >= 0 and text.find(whole, start + 1) < 0:
        # Words without any around them are certain too where they stand once.
        start += len(tag.prefix)
        return Span(start, start + len(tag.quote))
    own = Span(len(tag.prefix), len(tag.prefix) + len(tag.quote))
    (outcome,) = reanchor(whole, text, [own])
    if isinstance(outcome, Moved):
        return outcome.span
    return AMBIGUOUS if isinstance(outcome, Ambiguous) else NOT_FOUND
