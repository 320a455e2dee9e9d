"""Names that the user has accepted, found in every script."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.suggest.cues import either
from reader.suggest.plain import plain_words
from reader.suggest.suggestion import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.annotation.tag_set import AttributeValue
    from reader.suggest.reading import Reading

RULE: Final = "gazetteer"

# So many names are looked for by one pattern; it tries them one after the other.
_FEW: Final = 50


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is known.

    Attributes:
        words: How it is written, in any script; line ends and width do not matter.
        kind: What it names: ``programme`` or ``honour``, say.
        attributes: What its tags carry.
        confidence: How sure a place where it stands is one.
    """

    words: str
    kind: str
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    confidence: float = 0.9


class Gazetteer:
    """Names that are known, put in order once to be looked for in many texts."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        """Take names; of two that are written alike the last counts."""
        self._names = {_plain(name.words): name for name in names}
        self._names.pop("", None)
        self._pattern: re.Pattern[str] | None = None
        # By their first two characters, or the only one, the longest first.
        self._starting: defaultdict[str, list[str]] = defaultdict(list)
        if len(self._names) <= _FEW:
            self._pattern = re.compile(either(self._names)) if self._names else None
        else:
            for words in sorted(self._names, key=len, reverse=True):
                self._starting[words[:2]].append(words)

    def __len__(self) -> int:
        """Number of names."""
        return len(self._names)

    def find(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Yield where names stand in a plain form, from the left, the longest at each place.

        The time does not depend on how many are known.
        """
        if self._pattern is not None:
            for match in self._pattern.finditer(text):
                yield *match.span(), self._names[match[0]]
            return
        at = 0 if self._names else len(text)
        while at < len(text):
            words = self._at(text, at)
            if words:
                yield at, at + len(words), self._names[words]
            at += len(words) or 1

    def _at(self, text: str, at: int) -> str:
        """Return the longest name that stands at a place; empty where none does."""
        starting = self._starting
        for words in starting.get(text[at : at + 2], ()):
            if text.startswith(words, at):
                return words
        return text[at] if text[at] in starting else ""

    def differences(self, other: Gazetteer) -> set[str]:
        """Return the names, in their plain form, that two gazetteers do not say the same of."""
        one, two = self._names, other._names
        return {words for words in one.keys() | two if one.get(words) != two.get(words)}


def known(reading: Reading, gazetteer: Gazetteer) -> Iterator[Proposal]:
    """Propose every place where a name of the gazetteer stands, the longest name at each."""
    said = tr("“{name}” was accepted before")
    for start, end, name in gazetteer.find(reading.text):
        reason = said.format(name=name.words)
        attributes = dict(name.attributes)
        yield Proposal(start, end, name.kind, attributes, name.confidence, reason, RULE)


def _plain(words: str) -> str:
    return "".join(plain_words(words).split("\n"))
