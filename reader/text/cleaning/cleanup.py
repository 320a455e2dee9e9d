"""What a clean-up is: a place, and what is left out there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.span import Span


class CleanupKind(Enum):
    """What a clean-up takes away."""

    LINES = "lines"
    """Line ends where a narrow column ended, and not what it said."""
    SPACES = "spaces"
    """A single space at the beginning of a paragraph, which is no indent."""
    CAPTIONS = "captions"
    """The second of words that stand twice."""
    HEADINGS = "headings"
    """The space that sets the letters of a heading apart."""
    FURNITURE = "furniture"
    """Page numbers, and what is printed again on each page."""


@dataclass(frozen=True, slots=True)
class Cleanup:
    """One clean-up. Offsets are code points of the source.

    Attributes:
        kind: What it takes away.
        span: Where it does so.
        deleted: What is left out, in order; all of it within ``span``.
        reason: Why, in English; translated where it is shown.
        space: The line end that is shown as a space, between two words in Latin letters.
    """

    kind: CleanupKind
    span: Span
    deleted: tuple[Span, ...]
    reason: str
    space: int | None = None

    def shown(self, text: str) -> str:
        """Return what stands in its place in the cleaned text.

        Args:
            text: The source.
        """
        parts = []
        done = self.span.start
        for gap in self.deleted:
            parts.append(text[done : gap.start])
            done = gap.end
        parts.append(text[done : self.span.end])
        shown = "".join(parts)
        return shown if self.space is None else shown.replace(text[self.space], " ")
