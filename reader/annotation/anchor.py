"""What holds a tag to its words besides offsets: the quote and its context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.span import Span

CONTEXT = 32
"""Code points of context kept on each side (the W3C quote selector's usual length)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of the source with the words it covers and those around it.

    Attributes:
        span: Where it stands, in code points of the source.
        quote: The source's words there, line ends included.
        prefix: Up to 32 code points before them.
        suffix: Up to 32 code points after them.
    """

    span: Span
    quote: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, text: str, span: Span) -> Anchor:
        """Anchor a span of ``text``.

        Raises:
            ValueError: If the span is empty or reaches past the text.
        """
        if not span or span.end > len(text):
            msg = f"{span.start} to {span.end} is no passage of a text of {len(text)} characters"
            raise ValueError(msg)
        return cls(
            span,
            span.of(text),
            text[max(0, span.start - CONTEXT) : span.start],
            text[span.end : span.end + CONTEXT],
        )

    def holds_in(self, text: str) -> bool:
        """Return whether the quote stands where the span says."""
        return self.span.of(text) == self.quote
