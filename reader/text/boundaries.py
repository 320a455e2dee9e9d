"""Where the clauses of a Chinese text begin and end."""

from __future__ import annotations

import re
from typing import Final

from reader.text.span import Span
from reader.text.wrapping import in_wrap

# A comma or colon between two digits belongs to a number: 1,200, 9:30.
_CLAUSE_END: Final = re.compile(
    r"[\s，。、；：！？“”‘’「」『』《》〈〉（）【】…—;!?\"()\[\]·]|[,:](?!\d)|(?<!\d)[,:]"
)
# No clause is longer; the search for its ends stops here.
_FAR = 400


def is_mark(text: str, offset: int, *, wrapped: bool = False) -> bool:
    """Return whether the code point at ``offset`` stands between clauses.

    Args:
        text: The text.
        offset: Of a code point of it.
        wrapped: Whether its lines end where a narrow column did: such an end is no mark.
    """
    found = _CLAUSE_END.match(text, offset)
    return found is not None and not (wrapped and in_wrap(text, offset))


def clause_at(text: str, offset: int, *, wrapped: bool = False) -> Span:
    """Return the clause around ``offset``: what stands between two marks of punctuation.

    On a mark itself the span is that one character; it is empty only at the
    end of the text after a mark. Offsets are code points.

    Args:
        text: The text.
        offset: A place in it.
        wrapped: Whether its lines end where a narrow column did.
    """
    if offset < len(text) and is_mark(text, offset, wrapped=wrapped):
        return Span(offset, offset + 1)
    start = offset
    floor = max(0, offset - _FAR)
    while start > floor and not is_mark(text, start - 1, wrapped=wrapped):
        start -= 1
    limit = min(len(text), offset + _FAR)
    marks = (match.start() for match in _CLAUSE_END.finditer(text, offset, limit))
    return Span(start, next((n for n in marks if not (wrapped and in_wrap(text, n))), limit))
