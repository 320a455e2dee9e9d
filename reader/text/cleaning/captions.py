"""Words that stand twice, as text layers of printed pages give captions set in a bold face.

送温暖送温暖，，服务为民服务为民: a run of words, then its mark, each of them twice. What people
repeat (年年讲月月讲, 看看, 盼望着，盼望着，) has its marks once or repeats a mark with its words.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.language import mark
from reader.text.cleaning.cleanup import Cleanup, CleanupKind
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

REASON: Final = mark("Each word stands twice")
# A printed page has no more in one piece of a caption; it bounds the work too.
_LONGEST: Final = 120
_TOKEN: Final = re.compile(
    r"(?P<between>[\s\u3000]+|[—…─―-]+)|(?P<words>[^\W_]+)|(?P<marks>(?:[^\w\s—…─―-]|_)+)"
)
# Nobody writes these twice in a row on purpose.
_TELLING: Final = frozenset("，、；：“”‘’《》〈〉（）「」『』【】。")
_PARAGRAPH_END: Final = re.compile(r"(?:(?:\r\n|[\n\r])[ \t\u3000]*){2,}")
# What is kept of a run of doubled words, in code points, and how many different characters a
# part of it has, for it to be more than a reduplication: with a telling mark, and without.
_KEPT: Final = 5
_WORDS: Final = 2
_ALONE: Final = 8
_TWICE: Final = re.compile(f"([{''.join(sorted(_TELLING))}])\\1")
_LONG: Final = re.compile(f"[^\\W_]{{{2 * _ALONE},}}")


class _Piece(NamedTuple):
    """Words or marks that stand twice.

    Attributes:
        span: Both of them.
        twins: The second of each part.
        words: Whether it is of words.
        rich: How many different characters the richest part has: 哈哈哈哈 has one.
    """

    span: Span
    twins: list[Span]
    words: bool
    rich: int


def captions(text: str) -> Iterator[Cleanup]:
    """Yield the captions whose words stand twice, in order."""
    start = 0
    for end in _PARAGRAPH_END.finditer(text):
        yield from _captions_in(text, start, end.start())
        start = end.end()
    yield from _captions_in(text, start, len(text))


def _captions_in(text: str, start: int, end: int) -> Iterator[Cleanup]:
    """Yield the captions of a paragraph; few have any, so what tells of one is looked for first."""
    if not (_TWICE.search(text, start, end) or _any_long(text, start, end)):
        return
    run: list[_Piece] = []
    for token in _TOKEN.finditer(text, start, end):
        if token.lastgroup == "between":
            continue
        piece = _doubled(text, *token.span(), words=token.lastgroup == "words")
        if piece is None:
            if run:
                yield from _caption(text, run)
                run = []
        else:
            run.append(piece)
    yield from _caption(text, run)


def _any_long(text: str, start: int, end: int) -> bool:
    """Return whether words are there that tell without any mark that they stand twice."""
    pieces = (
        _doubled(text, *found.span(), words=True) for found in _LONG.finditer(text, start, end)
    )
    return any(piece is not None and piece.rich >= _ALONE for piece in pieces)


def _caption(text: str, run: list[_Piece]) -> Iterator[Cleanup]:
    """Yield a run of pieces as a caption, if it is more than words that people repeat."""
    kept = sum(len(piece.span) // 2 for piece in run)
    rich = max((piece.rich for piece in run if piece.words), default=0)
    telling = any(
        one.span.end == other.span.start
        and _TELLING.intersection((one if other.words else other).span.of(text))
        for one, other in pairwise(run)
    )
    if kept >= _KEPT and rich >= (_WORDS if telling else _ALONE):
        span = Span(run[0].span.start, run[-1].span.end)
        twins = tuple(twin for piece in run for twin in piece.twins)
        yield Cleanup(CleanupKind.CAPTIONS, span, twins, REASON)


def _doubled(text: str, start: int, end: int, *, words: bool) -> _Piece | None:
    """Return a token as parts that stand twice each, the fewest; ``None`` if it is not such."""
    length = end - start
    if length % 2 or length > 2 * _LONGEST:
        return None
    token = text[start:end]
    if token[: length // 2] == token[length // 2 :]:
        halves = [length // 2]
    else:
        # Each of its characters stands there an even number of times.
        if token.count(token[0]) % 2 or any(token.count(one) % 2 for one in set(token)):
            return None
        found = _parts(token)
        if found is None:
            return None
        halves = found
    twins = []
    place, rich = start, 0
    for half in halves:
        rich = max(rich, len(set(text[place : place + half])))
        twins.append(Span(place + half, place + 2 * half))
        place += 2 * half
    return _Piece(Span(start, end), twins, words, rich)


def _parts(token: str) -> list[int] | None:
    """Return the halves of the fewest squares that a token is made of; ``None`` if it is not."""
    length = len(token)
    best: list[list[int] | None] = [None] * (length + 1)
    best[0] = []
    for start in range(0, length, 2):
        before = best[start]
        if before is None:
            continue
        for half in range(1, (length - start) // 2 + 1):
            middle, end = start + half, start + 2 * half
            if token[start:middle] == token[middle:end]:
                there = best[end]
                if there is None or len(there) > len(before) + 1:
                    best[end] = [*before, half]
    return best[length]
