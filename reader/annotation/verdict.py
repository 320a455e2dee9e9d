"""Verdicts: what a user made of a suggestion, and for which place of which article."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reader.annotation.json_values import Unknown, flag, known, offset, text, unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotation.tag_set import AttributeValue
    from reader.text.span import Span

VerdictKey = tuple[str, int, int, str]
"""What a verdict is known by: an article's id, the start and end of the passage, the kind."""

_KNOWN = frozenset(["article", "start", "end", "kind", "words", "rule", "confidence", "accepted"])


class Proposed(Protocol):
    """A tag that was proposed: what a verdict on it asks for. Suggestions are such."""

    @property
    def span(self) -> Span:
        """The passage, in code points of the source text."""

    @property
    def kind(self) -> str:
        """The name of a kind of the tag set."""

    @property
    def attributes(self) -> Mapping[str, AttributeValue]:
        """What the kind's attributes would hold, by name."""

    @property
    def rule(self) -> str:
        """The name of the rule that proposed it."""

    @property
    def confidence(self) -> float:
        """How sure that was, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A suggestion that was accepted or rejected.

    It is about the suggestion, not about a tag: a tag that came of it may be edited, and the
    verdict stays.

    Attributes:
        article: The article's id.
        start: Where the passage suggested begins, in code points of the source.
        end: Where it ends, exclusive.
        kind: The kind of tag suggested.
        words: The source's words there, line ends included.
        rule: The rule that suggested it.
        confidence: How sure it was then, from 0 to 1.
        accepted: Whether it was accepted; otherwise it was rejected.
        unknown: Fields of a newer format, kept as they were read.
    """

    article: str
    start: int
    end: int
    kind: str
    words: str
    rule: str
    confidence: float
    accepted: bool
    unknown: Unknown = ()

    @property
    def key(self) -> VerdictKey:
        """What it is known by."""
        return self.article, self.start, self.end, self.kind

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as it stands in the journal."""
        return {
            **known(self.unknown),
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "kind": self.kind,
            "words": self.words,
            "rule": self.rule,
            "confidence": self.confidence,
            "accepted": self.accepted,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Verdict:
        """Read a verdict.

        Raises:
            KeyError, TypeError, ValueError: If it is not one.
        """
        return cls(
            text(data["article"]),
            offset(data["start"]),
            offset(data["end"]),
            text(data["kind"]),
            text(data["words"]),
            text(data["rule"]),
            _confidence(data["confidence"]),
            flag(data["accepted"]),
            unknown(data, _KNOWN),
        )


def key_from(data: object) -> VerdictKey:
    """Read what a verdict is known by.

    Raises:
        TypeError, ValueError: If it is not that.
    """
    if not isinstance(data, list):
        msg = f"not what a verdict is known by: {data!r}"
        raise TypeError(msg)
    article, start, end, kind = data
    return text(article), offset(start), offset(end), text(kind)


def _confidence(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        msg = f"not a confidence: {value!r}"
        raise TypeError(msg)
    if isinstance(value, float) and not math.isfinite(value):
        msg = f"not a number: {value!r}"
        raise ValueError(msg)
    return value
