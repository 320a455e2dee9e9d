"""What says that a stretch of text is a programme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Evidence:
    """What says that a group of quotations are programmes.

    Attributes:
        confidence: How surely, from 0 to 1.
        reason: Why, in words for the reader.
        rule: The name of the rule.
    """

    confidence: float
    reason: str
    rule: str


@dataclass(slots=True)
class Named:
    """A place where a programme is named, in the plain form, and what says so."""

    start: int
    end: int
    evidence: Evidence
