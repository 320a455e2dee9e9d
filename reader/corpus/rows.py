"""A row of a corpus, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NOT_JSON: Final = "not JSON"
NOT_AN_OBJECT: Final = "not an object"
NO_TEXT: Final = "no text"
NULL: Final = "null"
NOT_A_STRING: Final = "not a string"
NOT_UNICODE: Final = "not Unicode"
"""A lone surrogate in JSON, or bytes that are not UTF-8 in Parquet."""
RULES_FAILED: Final = "rules failed"


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        number: Its place in its file, from 0; in JSON Lines every line counts, blank ones too.
        id: What its id column holds, as text; ``None`` where it holds nothing.
        text: Its text; empty where there is a problem.
        problem: Why its text cannot be read, one of the words above; empty where it can.
    """

    number: int
    id: str | None
    text: str
    problem: str = ""


def row_of(number: int, name: object, text: object) -> Row:
    """Return a row of what its two columns hold."""
    if text is None:
        return Row(number, None, "", NULL)
    if not isinstance(text, str):
        return Row(number, None, "", NOT_A_STRING)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return Row(number, None, "", NOT_UNICODE)
    # A damaged id does not make a text worthless.
    named = None if name is None else str(name).encode("utf-8", "backslashreplace").decode("utf-8")
    return Row(number, named, text)
