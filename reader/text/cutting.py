"""Where a long line may be cut, so that no replaced word is on both sides.

A cut inside a block would show the whole block twice, as a part of the view is
widened to whole blocks.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.text.conversion import changing_keys
from reader.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# In no key of OpenCC's dictionaries, and in no correction.
_BREAKS: Final = "。，、；：！？”」》）\t \u3000"


def last_cut(text: str, start: int, limit: int, end: int) -> int:
    """Return where to cut a piece that begins at ``start``, as late as can be up to ``limit``.

    After the last mark of punctuation or space; where there is none, at the last place
    that no word of the regional dictionaries lies across; where such words go on one
    into the other from ``start`` to ``limit``, at the first such place after it. A
    user's correction that changes a length is not known here.

    Args:
        text: The whole text.
        start: Where the piece begins.
        limit: Where it should end at the latest; after ``start``.
        end: Where the line ends; after ``limit``.

    Returns:
        A place in code points, as all that are given.
    """
    after = max(text.rfind(character, start, limit) for character in _BREAKS) + 1
    if after:
        return after
    places = chain(range(limit, start, -1), range(limit + 1, end))
    return next((place for place in places if not _crossed(text, place)), end)


def _crossed(text: str, place: int) -> bool:
    """Return whether a word that changes its length may lie across a place."""
    words, longest = _words()
    first = max(0, place - longest + 1)
    around = fold(text[first : place + longest - 1])
    inside = place - first
    return any(
        around.startswith(word, begin)
        for begin in range(inside)
        for word in words.get(around[begin], ())
        if begin + len(word) > inside
    )


@cache
def _words() -> tuple[Mapping[str, Sequence[str]], int]:
    """Return the words that change their length, folded, by first character; and their longest."""
    found: dict[str, list[str]] = {}
    for word in {fold(key) for key in changing_keys()}:
        found.setdefault(word[0], []).append(word)
    return found, max(len(word) for words in found.values() for word in words)
