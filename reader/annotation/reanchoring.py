"""Where the tags of a text belong in a later version of it, by their words and what is around them.

A tag moves where it is certain, and nowhere else. Certain is: its words stand
in the new text with the surroundings they had, and these words with as much
of these surroundings stand once in the old text and once in the new. Where a
stretch was edited, what is left of the surroundings must still be enough, and
clearly more than at any other place of the same words, in either text. The
place in the text, an offset, decides nothing.

White space does not count (a hard-wrapped column is the same text), and what is
not found letter by letter is looked for once more with script, width and case
folded away (the same article in the other script).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.annotation.anchor import CONTEXT
from reader.text.compact import CompactText
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# In characters of surroundings that agree, right before and right after the words. What two
# articles of one newsroom have in common by chance (镇共举办各类文化活动) is shorter.
_BOTH_SIDES: Final = 16
_ONE_SIDE: Final = 24
# How many more than at any other place of the same words.
_MARGIN: Final = 8
# A place that matters agrees in this many on one side at least: any other is worse by the margin.
_NEAR: Final = 4
# More places of the same neighbours than this are a pattern, not a text; in one, the first
# characters of a passage's surroundings lead to where all of them stand.
_MANY: Final = 250
_LONG: Final = 40


@dataclass(frozen=True, slots=True)
class Moved:
    """The tag belongs at ``span`` of the new text (code points)."""

    span: Span


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The tag's words stand in the new text, but it is not certain which are the tag's."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The tag's words do not stand in the new text."""


Outcome = Moved | Ambiguous | Gone


def reanchor(old: str, new: str, spans: Sequence[Span]) -> list[Outcome]:
    """Find where passages of a text belong in a later version of it.

    Args:
        old: The text the passages stand in.
        new: The later version.
        spans: The passages, in code points of ``old``; none is empty.

    Returns:
        What became of each, in their order. No two different passages move
        to the same place.
    """
    moves: dict[int, Span] = {}
    claims: defaultdict[Span, set[Span]] = defaultdict(set)
    worded = [at for at, span in enumerate(spans) if span.of(old).strip()]
    for folded in (False, True):
        waiting = [at for at in worded if at not in moves]
        if not waiting:
            break
        earlier, later = (CompactText(text, folded=folded) for text in (old, new))
        search = _Search(earlier, later, [spans[at] for at in waiting])
        for at, found in zip(waiting, search.certain(), strict=True):
            if found is not None:
                moves[at] = later.span(found)
                claims[moves[at]].add(earlier.span(earlier.place(spans[at])))
    # Of several passages that would come to stand at one place, none is certain.
    moves = {at: target for at, target in moves.items() if len(claims[target]) == 1}
    waiting = [at for at in range(len(spans)) if at not in moves]
    rest = _words_left(old, new, [spans[at] for at in waiting])
    outcomes: dict[int, Outcome] = dict(zip(waiting, rest, strict=True))
    for at, target in moves.items():
        (inner,) = claims[target]
        outcomes[at] = Moved(_with_its_space(old, spans[at], inner, new, target))
    return [outcomes[at] for at in range(len(spans))]


def _words_left(old: str, new: str, spans: Sequence[Span]) -> list[Outcome]:
    if not any(span.of(old).strip() for span in spans):
        return [Gone() for _ in spans]
    earlier, later = (CompactText(text, folded=True) for text in (old, new))
    words = [earlier.place(span).of(earlier.text) for span in spans]
    standing = _standing(later.text, filter(None, words))
    return [Ambiguous() if one in standing else Gone() for one in words]


def _with_its_space(old: str, was: Span, inner: Span, new: str, now: Span) -> Span:
    """Return where a passage stands now, with the white space at its ends if that stands there too.

    Args:
        old: The text it stood in.
        was: The passage there.
        inner: The same without the white space at its ends.
        new: The text it stands in.
        now: The passage there, without white space at its ends.
    """
    start, end = now.start - (inner.start - was.start), now.end + was.end - inner.end
    if start >= 0 and new[start:end] == was.of(old):
        return Span(start, end)
    return now


class _Fit(NamedTuple):
    """How much of a passage's surroundings stands at a place of its words.

    Attributes:
        start: Where the words begin, in a compact text.
        left: Characters that agree before them, up to :data:`CONTEXT`.
        right: Those after them.
    """

    start: int
    left: int
    right: int

    @property
    def score(self) -> int:
        return self.left + self.right

    def holds(self, other: _Fit) -> bool:
        """Return whether all that agrees at ``other`` agrees here too."""
        return self.left >= other.left and self.right >= other.right


class _Search:
    """Looks for passages of one compact text in another."""

    def __init__(self, earlier: CompactText, later: CompactText, spans: Sequence[Span]) -> None:
        self._earlier = earlier.text
        self._texts = (earlier.text, later.text)
        self._places = [_Surrounded.of(earlier.text, earlier.place(span)) for span in spans]
        keys = {key for place in self._places if place.words for key in place.neighbours}
        self._near = [_positions(text, keys, _NEAR + 1) for text in self._texts]
        self._known: dict[tuple[int, str, int, int], list[_Fit]] = {}

    @cached_property
    def _far(self) -> list[dict[str, list[int]]]:
        """Where the beginnings of the passages that are in a pattern stand, for each text."""
        keys = {place.around[:_LONG] for place in self._places if self._is_pattern(place)}
        return [_positions(text, keys, _LONG) for text in self._texts]

    def _is_pattern(self, place: _Surrounded) -> bool:
        return bool(place.words) and any(
            sum(len(near[key]) for key in place.neighbours) > _MANY for near in self._near
        )

    def certain(self) -> list[Span | None]:
        """Return where in the later text each passage belongs; ``None`` where that is uncertain."""
        return [self._decide(place) if place.words else None for place in self._places]

    def _decide(self, place: _Surrounded) -> Span | None:
        found = self._fits(place, 1)
        if not found:
            return None
        best = max(found, key=_score)
        own = self._fits(place, 0)
        rivals = [fit for fit in found if fit is not best]
        rivals += [fit for fit in own if fit.start != place.start]
        if any(fit.holds(best) for fit in rivals):
            return None
        if (best.left, best.right) != (place.before, place.after):
            least = _BOTH_SIDES if best.left and best.right else _ONE_SIDE
            rival = max(map(_score, rivals), default=0)
            if best.score < max(least, rival + _MARGIN):
                return None
        return Span(best.start, best.start + len(place.words))

    def _fits(self, place: _Surrounded, which: int) -> list[_Fit]:
        """Return the places of a passage's words with neighbours of its own.

        In a pattern that repeats hundreds of times only those are looked for that have
        all the surroundings of the passage.

        Args:
            place: The passage, in the earlier text.
            which: Where to look: 0 is the earlier text, 1 the later.
        """
        key = which, place.around, place.before, place.after
        if key not in self._known:
            find = self._whole if self._is_pattern(place) else self._beside
            self._known[key] = find(place, which)
        return self._known[key]

    def _beside(self, place: _Surrounded, which: int) -> list[_Fit]:
        """Return the places of a passage's words beside its neighbours."""
        words, text = place.words, self._texts[which]
        before, after = (self._near[which][key] for key in place.neighbours)
        starts = {at + _NEAR for at in before} | {at + 1 - len(words) for at in after}
        return [
            _Fit(
                start,
                _common_end(self._earlier, place.start, text, start, place.before),
                _common_start(self._earlier, place.end, text, start + len(words), place.after),
            )
            for start in starts
            if start > 0 and text.startswith(words, start)
        ]

    def _whole(self, place: _Surrounded, which: int) -> list[_Fit]:
        """Return the first two places of a passage with all its surroundings."""
        text = self._texts[which]
        starts = (
            at + place.before
            for at in self._far[which][place.around[:_LONG]]
            if text.startswith(place.around, at)
        )
        return [_Fit(start, place.before, place.after) for start in islice(starts, 2)]


class _Surrounded(NamedTuple):
    """A passage of a compact text.

    Attributes:
        start: Where it begins.
        words: What it holds; empty where that is only white space.
        around: The words with the surroundings.
        before: How many characters of ``around`` stand before the words.
        after: How many stand after them.
        neighbours: Four neighbours and one character of the words, before and after.
    """

    start: int
    words: str
    around: str
    before: int
    after: int
    neighbours: tuple[str, str]

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @classmethod
    def of(cls, text: str, place: Span) -> _Surrounded:
        start, end = max(0, place.start - CONTEXT), min(len(text), place.end + CONTEXT)
        neighbours = (
            text[place.start - _NEAR : place.start + 1],
            text[place.end - 1 : place.end + _NEAR],
        )
        return cls(
            place.start,
            place.of(text),
            text[start:end],
            place.start - start,
            end - place.end,
            neighbours,
        )


def _score(fit: _Fit) -> int:
    return fit.score


def _positions(text: str, keys: set[str], length: int) -> dict[str, list[int]]:
    """Return where each of the keys, all of one length, stands in a text."""
    found: dict[str, list[int]] = {key: [] for key in keys}
    if keys:
        for at in range(len(text) - length + 1):
            key = text[at : at + length]
            if key in keys:
                found[key].append(at)
    return found


def _standing(text: str, words: Iterable[str]) -> set[str]:
    """Return which of some words stand in a text."""
    by_length: defaultdict[int, set[str]] = defaultdict(set)
    for one in words:
        by_length[min(len(one), _NEAR + 1)].add(one)
    standing = set()
    for length, some in by_length.items():
        found = _positions(text, {one[:length] for one in some}, length)
        standing |= {
            one for one in some if any(text.startswith(one, at) for at in found[one[:length]])
        }
    return standing


def _common_end(one: str, one_end: int, other: str, other_end: int, most: int) -> int:
    """Return how many characters before two places agree, counted from there."""
    if one[one_end - most : one_end] == other[max(0, other_end - most) : other_end]:
        return most
    most = min(most, other_end)
    count = 0
    while count < most and one[one_end - count - 1] == other[other_end - count - 1]:
        count += 1
    return count


def _common_start(one: str, one_start: int, other: str, other_start: int, most: int) -> int:
    """Return how many characters after two places agree, counted from there."""
    if one[one_start : one_start + most] == other[other_start : other_start + most]:
        return most
    most = min(most, len(other) - other_start)
    count = 0
    while count < most and one[one_start + count] == other[other_start + count]:
        count += 1
    return count
