"""How a stretch of source becomes a stretch of view: corrections, OpenCC, wrapped lines.

The order is the reverse of the layers: line ends of a hard-wrapped column are
taken out, corrections are taken out of the words, OpenCC converts what is left,
and all is put back in its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING

from reader.text.alignment import Block
from reader.text.conversion import Converted, converter, joined
from reader.text.glossary import NO_CORRECTIONS
from reader.text.span import Span
from reader.text.wrapping import wraps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.text.glossary import Corrections

# Stands for corrected words while the rest is converted in one call; like any
# character that is in no dictionary key, it keeps words on its sides apart.
_BETWEEN = "\U0010efff"


class Recipe:
    """One way to show texts.

    Attributes:
        config: The configuration of OpenCC, or ``None`` for none.
        corrections: What is shown otherwise than OpenCC would.
        wrapped: Whether words go on across the line ends of a narrow column.
    """

    def __init__(
        self,
        config: str | None,
        corrections: Corrections = NO_CORRECTIONS,
        *,
        wrapped: bool = False,
    ) -> None:
        """Take the parts; the configuration is loaded now.

        Raises:
            ValueError: If there is no such configuration.
        """
        self.config = config
        self.corrections = corrections
        self.wrapped = wrapped
        self._converter = None if config is None else converter(config)

    @property
    def changes_nothing(self) -> bool:
        """Whether every text is shown as it is."""
        return self._converter is None and not self.corrections

    def convert(self, text: str) -> Converted:
        """Convert a text; its blocks are the stretches whose length changed."""
        found = wraps(text) if self.wrapped else []
        if not found:
            return self._convert_words(text)
        ends = [Span(*match.span()) for match in found]
        unwrapped = "".join(
            text[start:end]
            for start, end in zip(
                [0, *(span.end for span in ends)],
                [*(span.start for span in ends), len(text)],
                strict=True,
            )
        )
        return _rewrapped(text, ends, unwrapped, self._convert_words(unwrapped))

    def _convert_words(self, text: str) -> Converted:
        found = list(self.corrections.found_in(text)) if self.corrections else []
        if not found:
            return self._convert_rest(text)
        gaps = _gaps(text, found)
        if _BETWEEN in text:
            return joined(_interleaved(map(self._convert_rest, gaps), found))
        rest = self._convert_rest(_BETWEEN.join(gaps))
        if rest.blocks or any(end - start != len(shown) for start, end, shown in found):
            return joined(_interleaved(_parted(gaps, rest), found))
        shown_gaps = iter(rest.text.split(_BETWEEN))
        texts = [next(shown_gaps)]
        for (_start, _end, shown), gap in zip(found, shown_gaps, strict=True):
            texts += [shown, gap]
        return Converted("".join(texts))

    def _convert_rest(self, text: str) -> Converted:
        return Converted(text) if self._converter is None else self._converter.convert(text)


def _gaps(text: str, found: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return what stands before, between and after the corrected words."""
    starts = [0, *(end for _start, end, _shown in found)]
    ends = [*(start for start, _end, _shown in found), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _parted(gaps: Sequence[str], converted: Converted) -> Iterator[Converted]:
    """Take apart what was converted together, each gap with its own blocks.

    Args:
        gaps: What was joined by ``_BETWEEN``.
        converted: What the whole became.
    """
    blocks = deque(converted.blocks)
    source = view = 0
    for gap, shown in zip(gaps, converted.text.split(_BETWEEN), strict=True):
        own = []
        while blocks and blocks[0].source.end <= source + len(gap):
            own.append(blocks.popleft().shifted(-source, -view))
        yield Converted(shown, tuple(own))
        source, view = source + len(gap) + 1, view + len(shown) + 1


def _interleaved(
    rest: Iterable[Converted], found: Sequence[tuple[int, int, str]]
) -> Iterator[Converted]:
    """Yield the converted gaps with the corrections between them."""
    corrections = iter(found)
    for gap in rest:
        yield gap
        for start, end, shown in islice(corrections, 1):
            same = end - start == len(shown)
            block = Block(Span(0, end - start), Span(0, len(shown)))
            yield Converted(shown, () if same else (block,))


def _rewrapped(text: str, ends: Sequence[Span], unwrapped: str, converted: Converted) -> Converted:
    """Put line ends back into a converted text, each where it stood.

    Args:
        text: The source with its line ends.
        ends: Where they stand in it.
        unwrapped: The source without them.
        converted: What that became.
    """
    taken = accumulate((len(end) for end in ends[:-1]), initial=0)
    places = {end.start - before: end.of(text) for end, before in zip(ends, taken, strict=True)}
    texts: list[str] = []
    blocks: list[Block] = []
    source = view = done = 0
    for words, shown in _cut(unwrapped, converted, list(places)):
        line_end = places.get(done, "")
        source, view = source + len(line_end), view + len(line_end)
        reached = Block(Span(source, source + len(words)), Span(view, view + len(shown)))
        if len(words) != len(shown):
            blocks.append(reached)
        texts += [line_end, shown]
        source, view, done = reached.source.end, reached.view.end, done + len(words)
    return Converted("".join(texts), tuple(blocks))


def _cut(text: str, converted: Converted, places: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield a text and what it became in pieces that end at each place.

    A place inside a word that was replaced by a longer or shorter one divides
    the replacement in proportion, at least one character to each part. A
    replacement with fewer characters than parts is not made: its words stay.

    Args:
        text: What was converted.
        converted: What it became.
        places: Where to cut, in order.
    """
    for block, changed in _units(len(text), converted):
        words, shown = block.source.of(text), block.view.of(converted.text)
        first = bisect_right(places, block.source.start)
        inner = [
            place - block.source.start
            for place in places[first : bisect_left(places, block.source.end)]
        ]
        if changed and len(shown) <= len(inner):
            shown = words
        cuts = _divided(inner, len(words), len(shown)) if len(words) != len(shown) else inner
        yield from zip(_split(words, inner), _split(shown, cuts), strict=True)


def _units(length: int, converted: Converted) -> Iterator[tuple[Block, bool]]:
    """Yield the gaps and the blocks of a converted text in order; a block with ``True``."""
    source = view = 0
    for block in converted.blocks:
        if block.source.start > source:
            yield Block(Span(source, block.source.start), Span(view, block.view.start)), False
        yield block, True
        source, view = block.source.end, block.view.end
    if source < length:
        yield Block(Span(source, length), Span(view, len(converted.text))), False


def _divided(inner: Sequence[int], words: int, shown: int) -> list[int]:
    """Return where to divide a replacement, in proportion; no part is empty."""
    cuts: list[int] = []
    for number, place in enumerate(inner):
        least = cuts[-1] + 1 if cuts else 1
        most = shown - (len(inner) - number)
        cuts.append(min(most, max(least, round(place * shown / words))))
    return cuts


def _split(text: str, cuts: Sequence[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
