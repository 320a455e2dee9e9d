"""Half-open ranges of Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points.

    Args:
        start: Offset of the first code point.
        end: Offset after the last code point.

    Raises:
        ValueError: If ``0 <= start <= end`` does not hold.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that cannot lie in any text."""
        if not 0 <= self.start <= self.end:
            msg = f"not a span: {self.start} to {self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        """Number of code points in the span."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """Whether the span holds at least one code point."""
        return self.end > self.start

    @classmethod
    def between(cls, one: int, other: int) -> Span:
        """Return the span between two offsets given in either order."""
        return cls(min(one, other), max(one, other))

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, offset: int) -> bool:
        """Return whether the code point at ``offset`` belongs to the span."""
        return self.start <= offset < self.end

    def clipped(self, other: Span) -> Span:
        """Return the part of this span inside ``other``; empty where they are apart."""
        start = min(max(self.start, other.start), other.end)
        return Span(start, max(start, min(self.end, other.end)))

    def shifted(self, distance: int) -> Span:
        """Return the span moved by ``distance`` code points."""
        return Span(self.start + distance, self.end + distance)

    def of(self, text: str) -> str:
        """Return the code points of ``text`` that the span covers."""
        return text[self.start : self.end]
