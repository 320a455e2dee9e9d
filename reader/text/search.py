"""Finding words in a source text in any script, without folding the text.

A query becomes a pattern in which each character stands for all that fold to
the same one: 政协 finds 政協 in a text that is read as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Final

from reader.text.folding import fold, folding_table
from reader.text.paragraphs import LINE_END

LONGEST: Final = 200
"""The most that a reader may ask for, in UTF-16 code units: a pattern takes 0.6 ms for each."""

# Between two characters of a query a hard-wrapped line may break.
_WRAP = f"(?:{LINE_END.pattern})?"


@cache
def _sources() -> dict[str, str]:
    """Return, for each folded character, the characters that fold to it."""
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for source, folded in folding_table().items():
        sources[chr(folded)].append(chr(source))
    return {folded: "".join([folded, *found]) for folded, found in sources.items()}


def spellings(folded: str) -> str:
    """Return all characters that fold to a folded one, itself among them."""
    return _sources().get(folded, folded)


def search_pattern(query: str) -> re.Pattern[str]:
    """Return a pattern that finds ``query`` in any script, width and case.

    A line end may lie between any two of its characters, as in a hard-wrapped
    column. An empty query finds nothing.
    """
    if not query:
        return re.compile("(?!)")
    return re.compile(_WRAP.join(f"[{re.escape(spellings(one))}]" for one in fold(query)))
