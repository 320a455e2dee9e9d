"""An error that nobody expected, as it is told and counted."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from types import TracebackType

# A message is told up to this many characters.
_SHORT: Final = 160


@dataclass(slots=True)
class Trouble:
    """An error that nobody expected.

    Attributes:
        sentence: Its kind and its message, on one line.
        traceback: All of it.
        key: The same for the same error at the same place.
        count: How often it happened.
    """

    sentence: str
    traceback: str
    key: tuple[Any, ...]
    count: int = 1

    @classmethod
    def of(
        cls, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> Trouble:
        """Return what is to be said of an exception."""
        frames = traceback.extract_tb(trace)
        # One that is raised again has the same places more than once.
        places = frozenset((frame.filename, frame.lineno) for frame in frames[-3:])
        message = " ".join(str(error or "").split())
        if len(message) > _SHORT:
            message = f"{message[:_SHORT]}…"
        return cls(
            sentence=f"{kind.__name__}: {message}" if message else kind.__name__,
            traceback="".join(traceback.format_exception(kind, error, trace)),
            key=(kind, places),
        )
