"""Names that the user has accepted, found in every script."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
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


def known(reading: Reading, gazetteer: Iterable[Name]) -> Iterator[Proposal]:
    """Propose every place where a name of the gazetteer stands, the longest name at each."""
    names = {_plain(name.words): name for name in gazetteer}
    names.pop("", None)
    if not names:
        return
    said = tr("“{name}” was accepted before")
    for match in re.finditer(either(names), reading.text):
        name = names[match[0]]
        reason = said.format(name=name.words)
        yield Proposal(
            *match.span(), name.kind, dict(name.attributes), name.confidence, reason, RULE
        )


# A long article is read in pieces, and each looks for the same names.
@lru_cache(maxsize=65_536)
def _plain(words: str) -> str:
    return "".join(plain_words(words).split("\n"))
