"""Putting lines that are damaged or gone back into a journal, from whole copies of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.workspace.errors import DamagedError
from reader.workspace.files.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Mended:
    """A segment that was mended.

    Attributes:
        content: Its bytes.
        number: How many edits came back.
    """

    content: bytes
    number: int


def mended(content: bytes, copies: Iterable[bytes], writer: str) -> Mended | None:
    """Return a segment with the edits that only its copies hold; ``None`` where none is.

    An edit that is there is believed before one of the same number in a copy. Damaged
    lines stay, unless as many edits came back in their place.
    """
    numbered = [(_number(line, writer), line) for line in content.split(b"\n")]
    # What follows the last line end was being written, or was cut short.
    last, tail = numbered.pop()
    if last is not None:
        numbered.append((last, tail))
        tail = b""
    here = {number for number, _ in numbered if number is not None}
    back: dict[int, bytes] = {}
    for copy in copies:
        for line in copy.split(b"\n"):
            number = _number(line, writer)
            if number is not None and number not in here:
                back.setdefault(number, line)
    if not back:
        return None
    lines = _woven(numbered, back)
    if here and max(back) < max(here):
        lines.append(tail)
    else:
        # The tail is what was left of an edit that came back.
        lines.append(b"")
    return Mended(b"\n".join(lines), len(back))


def _woven(numbered: list[tuple[int | None, bytes]], back: dict[int, bytes]) -> list[bytes]:
    """Put lines into their places by their numbers."""
    waiting = sorted(back)
    lines: list[bytes] = []
    damaged: list[bytes] = []

    def put(below: int | None) -> None:
        count = sum(below is None or number < below for number in waiting)
        if count < len(damaged):
            lines.extend(damaged)
        damaged.clear()
        lines.extend(back[number] for number in waiting[:count])
        del waiting[:count]

    for number, line in numbered:
        if number is not None:
            put(number)
            lines.append(line)
        elif line.strip():
            damaged.append(line)
    put(None)
    return lines


def _number(line: bytes, writer: str) -> int | None:
    try:
        return Entry.from_line(writer, line.rstrip(b"\r\n")).seq
    except DamagedError:
        return None
