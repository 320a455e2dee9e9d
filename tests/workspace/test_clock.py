from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reader.workspace import clock as module
from reader.workspace.clock import Clock

if TYPE_CHECKING:
    import pytest


def test_it_gives_the_time_in_utc_with_microseconds() -> None:
    before = datetime.now(UTC)
    now = Clock().now()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", now)
    assert before <= datetime.fromisoformat(now) <= datetime.now(UTC)


def test_a_system_clock_that_goes_back_does_not_take_it_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = datetime(2026, 11, 22, 8, tzinfo=UTC)
    ticks = iter([start, start, start - timedelta(hours=1), start + timedelta(seconds=1)])

    class Backwards(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return next(ticks)

    monkeypatch.setattr(module, "datetime", Backwards)
    clock = Clock()
    assert [clock.now() for _ in range(4)] == [
        "2026-11-22T08:00:00.000000Z",
        "2026-11-22T08:00:00.000001Z",
        "2026-11-22T08:00:00.000002Z",
        "2026-11-22T08:00:01.000000Z",
    ]
