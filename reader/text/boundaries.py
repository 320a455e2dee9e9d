"""Where the clauses of a Chinese text begin and end."""

from __future__ import annotations

import re
from typing import Final

from reader.text.span import Span

_CLAUSE_END: Final = re.compile(r"[\s，。、；：！？“”‘’「」『』《》〈〉（）【】…—,;:!?\"()\[\]·]")
# No clause is longer; the search for its ends stops here.
_FAR = 400


def clause_at(text: str, offset: int) -> Span:
    """Return the clause around ``offset``: what stands between two marks of punctuation.

    On a mark itself the span is that one character; it is empty only at the
    end of the text after a mark. Offsets are code points.
    """
    if offset < len(text) and _CLAUSE_END.match(text[offset]):
        return Span(offset, offset + 1)
    start = offset
    floor = max(0, offset - _FAR)
    while start > floor and not _CLAUSE_END.match(text[start - 1]):
        start -= 1
    match = _CLAUSE_END.search(text, offset, offset + _FAR)
    end = match.start() if match else min(len(text), offset + _FAR)
    return Span(start, end)
