"""Names that are known from one place of an article, wherever else it mentions them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.suggest.evidence import Evidence, Named
from reader.suggest.reading import Ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.suggest.quotes import Quote
    from reader.suggest.reading import Reading

_NO_LETTER = re.compile(r"[\W_]+")
_OPENS = frozenset("“‘")
_CLOSES = frozenset("”’")
_HUNDREDS = 300
SHORTEST: Final = 3
"""Characters of a name that is recognised without quotation marks."""
# So short a name is one only where a clause or a part of a list begins.
_BEGINS = frozenset(["", *"，,。;:!?\n、和与让把将由"])


OFTEN: Final = 3
"""Quotations that make a name of words that nothing around them decides."""


def _words(reading: Reading, named: Named) -> str:
    return reading.text[named.start : named.end]


def key_of(words: str) -> str:
    """Return what two spellings of one name have in common: 灯下·共读 and 灯下‘共’读."""
    return words if words.isalnum() else _NO_LETTER.sub("", words)


def mentions(
    reading: Reading,
    named: Sequence[Named],
    doubtful: Iterable[Quote],
    has_noun: Callable[[Reading, int], bool],
) -> Iterator[Named]:
    """Yield the places where a name stands that is a programme's elsewhere in the article.

    Args:
        reading: The text.
        named: Where programmes are named.
        doubtful: Quotations that nothing around them decides.
        has_noun: Tells whether a programme's noun follows a place: the shortest names are
            everyday words too, and need one.
    """
    names: dict[str, str] = {}
    for one in named:
        words = _words(reading, one)
        names.setdefault(key_of(words), words)
    reason = tr("Named as a programme elsewhere in the article")
    often = tr("In quotation marks again and again")
    counts = Counter(key_of(one.words) for one in reading.quotes)
    found = []
    for quote in doubtful:
        key = key_of(quote.words)
        if key in names:
            found.append(Named(quote.start, quote.end, Evidence(0.8, reason, "programme.mention")))
        elif counts[key] >= OFTEN:
            found.append(Named(quote.start, quote.end, Evidence(0.6, often, "programme.repeated")))
    yield from found
    names |= {key_of(words): words for words in (_words(reading, one) for one in found)}
    places = [
        (at, at + len(words))
        for words, at in _places(
            reading.text, [words for words in names.values() if len(words) >= SHORTEST]
        )
        if _is_unquoted(reading, words, at, has_noun)
    ]
    if places:
        taken = Ranges([(one.start, one.end) for one in [*named, *found]])
        quoted = Ranges([(one.start, one.end) for one in reading.quotes if not one.is_speech])
        for place in places:
            if not taken.hold(*place) and not quoted.hold(*place):
                yield Named(*place, Evidence(0.6, reason, "programme.unquoted"))


def _is_unquoted(
    reading: Reading,
    words: str,
    at: int,
    has_noun: Callable[[Reading, int], bool],
) -> bool:
    """Return whether a name stands at a place by itself, not in quotation marks of its own."""
    end = at + len(words)
    if reading.text[at - 1 : at] in _OPENS and reading.text[end : end + 1] in _CLOSES:
        return False
    return len(words) > SHORTEST or reading.text[at - 1 : at] in _BEGINS or has_noun(reading, end)


def _places(text: str, names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield where names stand, each not within itself; all have at least ``SHORTEST`` characters.

    To look for each name is quicker than a pattern of all is made, but where there are
    hundreds: then the text is read once, however many there are.
    """
    if len(names) > _HUNDREDS:
        yield from _places_of_many(text, names)
        return
    for words in names:
        at = text.find(words)
        while at >= 0:
            yield words, at
            at = text.find(words, at + len(words))


def _places_of_many(text: str, names: Iterable[str]) -> Iterator[tuple[str, int]]:
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for words in names:
        heads[words[:SHORTEST]].append(words)
    reached = dict.fromkeys(names, 0)
    for at in range(len(text)):
        head = text[at : at + SHORTEST]
        if head in heads:
            for words in heads[head]:
                if at >= reached[words] and text.startswith(words, at):
                    reached[words] = at + len(words)
                    yield words, at
