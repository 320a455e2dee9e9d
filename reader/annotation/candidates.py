"""Where a tag that did not move might belong, for a reader to choose."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, Final

from reader.language import mark
from reader.text.compact import PAD, CompactText
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.anchor import Anchor

MOST: Final = 8
"""How many candidates are offered at most."""

# Places of the same words that are looked at, and places of one pair of characters.
_MANY: Final = 2000
# Pairs of a long quote that are looked for, and stretches of the text that are compared.
_PAIRS: Final = 48
_STRETCHES: Final = 16
# From which share of common characters on words are similar, of pairs surroundings.
_SIMILAR: Final = 0.5
_SAME_PLACE: Final = 0.4
# Characters of the surroundings that lead to other words between them, and the least of these.
_EDGE: Final = 8
_LEAST_EDGE: Final = 4
# Other words may be this much longer than the quote.
_LONGER: Final = 24
_MARKS = re.compile("^[\\W_]+|[\\W_]+$")


class Likeness(StrEnum):
    """What a candidate has in common with the tag."""

    SAME = mark("same words, same surroundings")
    SIMILAR_HERE = mark("similar words, same surroundings")
    OTHER_HERE = mark("other words, same surroundings")
    SAME_ELSEWHERE = mark("same words, other surroundings")
    SIMILAR = mark("similar words")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that a tag might belong to.

    Attributes:
        span: The passage, in code points of the new text.
        words: What stands there.
        likeness: What it has in common with the tag.
    """

    span: Span
    words: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class _Weighed:
    place: Span
    words: float
    around: float

    def likeness(self) -> Likeness:
        here = self.around >= _SAME_PLACE
        if self.words == 1:
            return Likeness.SAME if here else Likeness.SAME_ELSEWHERE
        if self.words < _SIMILAR:
            return Likeness.OTHER_HERE
        return Likeness.SIMILAR_HERE if here else Likeness.SIMILAR


class Candidates:
    """Finds passages of one text for tags that another version of it held.

    Making it reads the whole text; each search is then quick.
    """

    def __init__(self, text: str) -> None:
        """Search in ``text``."""
        self._compact = CompactText(text, folded=True)
        self._text = self._compact.text

    def of(self, anchor: Anchor) -> list[Candidate]:
        """Return up to :data:`MOST` passages, the best first; none overlaps another.

        The place where the tag stood only puts in order what is equally like it.
        """
        quote, before, after = (
            CompactText(words, folded=True).text[PAD:-PAD]
            for words in (anchor.quote, anchor.prefix, anchor.suffix)
        )
        if not quote:
            return []
        sought = _Sought(self._text, quote, before, after)
        near = self._compact.place(Span(anchor.span.start, anchor.span.start)).start
        found = [*sought.same(near), *sought.between(), *sought.similar()]
        found.sort(key=lambda one: (-one.words - one.around, abs(one.place.start - near)))
        kept: list[_Weighed] = []
        for one in found:
            if len(kept) < MOST and not any(one.place.overlaps(other.place) for other in kept):
                kept.append(one)
        return [self._candidate(one) for one in kept]

    def _candidate(self, weighed: _Weighed) -> Candidate:
        span = self._compact.span(weighed.place)
        return Candidate(span, span.of(self._compact.source), weighed.likeness())


@dataclass(frozen=True, slots=True)
class _Sought:
    """Words with their surroundings, and the text to look in; all compact and folded."""

    text: str
    quote: str
    before: str
    after: str

    @property
    def _slack(self) -> int:
        """How far what is left of the quote may have moved within it."""
        return max(2, len(self.quote) // 2)

    def same(self, near: int) -> list[_Weighed]:
        """Return the places of the same words, those with the same surroundings or near by."""
        starts = islice(_occurrences(self.text, self.quote), _MANY)
        places = [self._weighed(Span(at, at + len(self.quote)), 1) for at in starts]
        return nsmallest(MOST, places, key=lambda one: (-one.around, abs(one.place.start - near)))

    def between(self) -> list[_Weighed]:
        """Return other words that stand where the quote stood: between its surroundings."""
        before, after = self.before[-_EDGE:], self.after[:_EDGE]
        if min(len(before), len(after)) < _LEAST_EDGE:
            return []
        found = []
        for at in islice(_occurrences(self.text, before), _MANY):
            start = at + len(before)
            end = self.text.find(after, start + 1, start + len(self.quote) + _LONGER + len(after))
            if end > 0:
                found.append(self._compared(Span(start, end)))
        return found

    def similar(self) -> list[_Weighed]:
        """Return words that have many pairs of characters in common with the quote."""
        places = {self._aligned(stretch) for stretch in self._stretches()}
        weighed = (self._compared(place) for place in places if place)
        return [one for one in weighed if _SIMILAR <= one.words < 1]

    def _stretches(self) -> list[int]:
        """Return where the quote would begin to have pairs in common, the most first."""
        quote = self.quote
        every = 1 + len(quote) // _PAIRS
        width = self._slack
        votes: Counter[int] = Counter()
        for at in range(0, len(quote) - 1, every):
            for found in islice(_occurrences(self.text, quote[at : at + 2]), _MANY):
                votes[(found - at) // width] += 1
        return [stretch * width for stretch, _votes in votes.most_common(_STRETCHES)]

    def _aligned(self, stretch: int) -> Span:
        """Return the words about a place that look most like the quote."""
        # Imported where it is needed: most windows never look for a lost tag.
        from difflib import SequenceMatcher

        quote, size = self.quote, len(self.quote)
        slack = self._slack
        start = max(PAD, stretch - slack)
        end = min(len(self.text) - PAD, stretch + size + 2 * slack)
        window = self.text[start:end]
        # The last block is an empty one; a pair at least is in common.
        blocks = SequenceMatcher(None, window, quote, autojunk=False).get_matching_blocks()[:-1]
        core = max(blocks, key=lambda block: block.size)
        joined = [one for one in blocks if abs(one.a - one.b - core.a + core.b) <= slack]
        first, last = joined[0], joined[-1]
        # What was replaced at an end of the quote is taken to be as long as it was.
        from_ = max(0, first.a - first.b)
        to = min(len(window), last.a + size - last.b)
        return self._trimmed(Span(start + from_, start + to))

    def _trimmed(self, place: Span) -> Span:
        """Return a place without punctuation at its ends, where the quote has none there."""
        if _MARKS.search(self.quote):
            return place
        words = place.of(self.text)
        inner = _MARKS.sub("", words)
        start = place.start + words.find(inner)
        return Span(start, start + len(inner))

    def _compared(self, place: Span) -> _Weighed:
        from difflib import SequenceMatcher

        words = place.of(self.text)
        return self._weighed(
            place, SequenceMatcher(None, words, self.quote, autojunk=False).ratio()
        )

    def _weighed(self, place: Span, words: float) -> _Weighed:
        before = self.text[max(0, place.start - len(self.before) - _EDGE) : place.start]
        after = self.text[place.end : place.end + len(self.after) + _EDGE]
        shares = [
            _share(old, now)
            for old, now in ((self.before, before), (self.after, after))
            if len(old) > 1
        ]
        return _Weighed(place, words, sum(shares) / max(1, len(shares)))


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _share(old: str, now: str) -> float:
    """Return which share of the pairs of characters of one text stands in another."""
    pairs = [old[at : at + 2] for at in range(len(old) - 1)]
    return sum(pair in now for pair in pairs) / len(pairs)
