"""Names that are known from one place of an article, wherever else it mentions them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.suggest.cues import last_cue
from reader.suggest.evidence import Evidence, Named
from reader.suggest.reading import Ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.suggest.quotes import Quote
    from reader.suggest.reading import Reading

_NO_LETTER = re.compile(r"[\W_]+")
SHORTEST: Final = 4
"""Characters of a name that is recognised without quotation marks."""


def key_of(words: str) -> str:
    """Return what two spellings of one name have in common: 守护·在身边 and 守护‘在’身边."""
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
        words = reading.text[one.start : one.end]
        names.setdefault(key_of(words), words)
    reason = tr("Named as a programme elsewhere in the article")
    found = [
        Named(one.start, one.end, Evidence(0.8, reason, "programme.mention"))
        for one in doubtful
        if key_of(one.words) in names
    ]
    yield from found
    taken = Ranges([(one.start - 1, one.end + 1) for one in [*named, *found]])
    quoted = Ranges(
        (one.start - 1, one.end + 1) for one in reading.quotes if one.is_short and not one.is_speech
    )
    for words in names.values():
        if len(words) >= SHORTEST:
            for at in _places(reading.text, words):
                span = at, at + len(words)
                if len(words) == SHORTEST and not (
                    last_cue(words, "programme-ends") or has_noun(reading, span[1])
                ):
                    continue
                if not taken.hold(*span) and not quoted.hold(*span):
                    yield Named(*span, Evidence(0.6, reason, "programme.unquoted"))


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where words stand: to look for each name is quicker than a pattern of all is made."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))
