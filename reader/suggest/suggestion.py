"""What a rule proposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotation.tag_set import AttributeValue


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


class _SpanDraft:
    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


class _Draft:
    __slots__ = ("attributes", "confidence", "kind", "reason", "rule", "span")

    def __init__(self, span: Span, proposal: Proposal) -> None:
        self.span = span
        self.kind = proposal.kind
        self.attributes = proposal.attributes
        self.confidence = proposal.confidence
        self.reason = proposal.reason
        self.rule = proposal.rule


def made(proposal: Proposal, start: int, end: int) -> Suggestion:
    """Return the suggestion that a proposal is at a place of the source.

    What is frozen takes several times as long to fill in as what is not, so it is frozen
    afterwards; thousands are made of one text.
    """
    span: Any = _SpanDraft(start, end)
    span.__class__ = Span
    draft: Any = _Draft(span, proposal)
    draft.__class__ = Suggestion
    made: Suggestion = draft
    return made


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
