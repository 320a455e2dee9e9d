"""The time of day, as the store writes it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_STEP = timedelta(microseconds=1)


class Clock:
    """Gives times that never go back, even where the system's clock does."""

    def __init__(self) -> None:
        """Begin with the system's time."""
        self._last = datetime.min.replace(tzinfo=UTC)

    def now(self) -> str:
        """Return the time in UTC, ISO 8601 with microseconds and ``Z``; later than any before."""
        self._last = max(datetime.now(UTC), self._last + _STEP)
        return self._last.isoformat(timespec="microseconds").replace("+00:00", "Z")
