"""What a value of a tag is in a cell of a workbook: a number, a date, yes or no, or a text."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from reader.annotation.tag_set import NO, YES, AttributeType
from reader.text.utf16 import Utf16Map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import Attribute, AttributeValue

Cell = str | int | float | bool | datetime.date | datetime.datetime
"""What a cell holds; a time is UTC without a zone, as workbooks know none."""

LONGEST: Final = 32_767
"""UTF-16 code units that a cell holds (ECMA-376; Excel's specifications and limits)."""

# Excel counts in floating point and shows 15 digits.
_LARGEST: Final = 10**15
# Its calendar begins with 1900, in which it has a 29 February; from March all is well.
_FIRST_DAY: Final = datetime.date(1900, 3, 1)
# A whole day; Python would also read 20261122 and 2026-W47-7.
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def cell(value: AttributeValue, attribute: Attribute | None) -> Cell:
    """Return what a cell holds for a value; what no cell can hold exactly is a text."""
    if isinstance(value, str):
        return _from_text(value, attribute)
    # So no infinity either, and nothing that is not a number.
    if isinstance(value, bool) or abs(value) < _LARGEST:
        return value
    return str(value)


def _from_text(value: str, attribute: Attribute | None) -> Cell:
    kind = None if attribute is None else attribute.type
    if kind is AttributeType.YES_NO and value in (YES, NO):
        return value == YES
    if kind is AttributeType.DATE and _DAY.fullmatch(value):
        try:
            day = datetime.date.fromisoformat(value)
        except ValueError:
            return value
        return day if day >= _FIRST_DAY else value
    return value


def moment(value: str) -> Cell:
    """Return a time in ISO 8601 as UTC; as the text that it is where it is no such time."""
    try:
        time = datetime.datetime.fromisoformat(value)
        if time.tzinfo is None or time.date() < _FIRST_DAY:
            return value
        return time.astimezone(datetime.UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        # In the last hours of the year 9999 a zone leads out of the calendar.
        return value


def parts(text: str) -> Iterator[str]:
    """Yield a text in pieces that cells hold, none of which ends within a character."""
    units = Utf16Map(text)
    start = 0
    while start < len(text):
        end = units.to_points(units.to_units(start) + LONGEST)
        yield text[start:end]
        start = end


def fits(text: str) -> bool:
    """Return whether a cell holds the whole of a text."""
    return Utf16Map(text).to_units(len(text)) <= LONGEST if len(text) > LONGEST // 2 else True
