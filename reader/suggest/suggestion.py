"""What a rule proposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotation.tag_set import AttributeValue
    from reader.text.span import Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tag that a rule proposes.

    Attributes:
        span: The passage, in code points of the source text.
        kind: ``metric``, ``programme`` or ``honour``.
        attributes: What the kind's attributes would hold, by name.
        confidence: How sure the rule is, from 0 to 1.
        reason: Why, in words for the reader.
        rule: The name of the rule, such as ``metric.figure``; it does not change.
    """

    span: Span
    kind: str
    attributes: Mapping[str, AttributeValue]
    confidence: float
    reason: str
    rule: str

    def to_json(self, text: str) -> dict[str, Any]:
        """Return the suggestion as ``wenmai suggest`` prints it, with its words in ``text``."""
        return {
            "start": self.span.start,
            "end": self.span.end,
            "kind": self.kind,
            "quote": self.span.of(text),
            "attrs": dict(self.attributes),
            "confidence": round(self.confidence, 3),
            "reason": self.reason,
            "rule": self.rule,
        }


@dataclass(slots=True)
class Proposal:
    """A suggestion while the rules still work on it.

    Attributes:
        start: Where it begins in the plain form.
        end: Where it ends there, exclusive.
        kind: As in :class:`Suggestion`, and so are the rest.
    """

    start: int
    end: int
    kind: str
    attributes: dict[str, AttributeValue]
    confidence: float
    reason: str
    rule: str
