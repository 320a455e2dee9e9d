"""How well words that somebody types fit a name: the beginning of a word, then letters in order."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reader.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS: Final = re.compile(r"[^\W_]+")
# A Chinese name has no spaces: each of its characters may begin a word.
_FIRST_IDEOGRAPH: Final = "⺀"
_START, _WORD, _INITIALS, _INSIDE, _SCATTERED = 0.0, 1.0, 1.5, 2.0, 3.0


class Name:
    """A name, ready to be compared.

    Attributes:
        text: It, with case, width and script folded away.
    """

    def __init__(self, text: str) -> None:
        """Take a name; it is taken apart when it is compared."""
        self.text = fold(text)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where its words begin, in order."""
        return tuple(match.start() for match in _WORDS.finditer(self.text))

    @cached_property
    def _initials(self) -> str:
        return "".join(self.text[start] for start in self._starts)

    def distance(self, word: str) -> float | None:
        """Return how far a folded word is from the name; ``None`` where it does not fit."""
        if self.text.startswith(word):
            return _START
        at = self.text.find(word)
        if at < 0:
            return _INITIALS if self._initials.startswith(word) else self._scatter(word)
        while at >= 0:
            if at in self._starts or self.text[at] >= _FIRST_IDEOGRAPH:
                return _WORD
            at = self.text.find(word, at + 1)
        return _INSIDE

    def _scatter(self, word: str) -> float | None:
        """Return the distance of letters that stand in order, from the beginning of a word on."""
        best = None
        for start in self._starts if word else ():
            if self.text[start] == word[0] and (gaps := self._gaps(word, start)) is not None:
                best = gaps if best is None else min(best, gaps)
        return None if best is None else _SCATTERED + min(best, 99) / 100

    def _gaps(self, word: str, start: int) -> int | None:
        at = start
        for letter in word[1:]:
            at = self.text.find(letter, at + 1)
            if at < 0:
                return None
        return at - start + 1 - len(word)


def words_of(query: str) -> list[str]:
    """Return the folded words of what was typed."""
    return fold(query).split()


def distance(words: Iterable[str], names: Iterable[tuple[Name, float]]) -> float | None:
    """Return how far words are from something that has several names.

    Args:
        words: Folded; each must fit one of the names.
        names: With how much farther off each is than the first.

    Returns:
        The sum over the words; ``None`` where one fits nowhere.
    """
    total = 0.0
    ready = tuple(names)
    for word in words:
        found = [far + off for name, off in ready if (far := name.distance(word)) is not None]
        if not found:
            return None
        total += min(found)
    return total
