"""Hard-wrapped newspaper columns: lines that end where the column did, not where the words do."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

FULL_STOP: Final = re.compile("[。！？；：!?…][”’」』）]*\\s*$")
"""Matches where a line ends what it says."""

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The ideographs, as a part of a character class."""
_WRAP: Final = re.compile(f"(?<=[{HAN}])(?:\r\n|[\n\r\u2028\u2029])(?=[{HAN}])")
# A hard-wrapped column is narrow, and most of its lines stop in mid-sentence.
_SAMPLE = 6000
_WIDTH = 60
_SHARE = 0.5
_LINES = 4


def is_hard_wrapped(text: str) -> bool:
    """Return whether a text's lines end where a narrow column did, judged by its beginning."""
    return _is_hard_wrapped(text[:_SAMPLE])


# A reader switches one article between its scripts: every view of it asks again.
@lru_cache(maxsize=16)
def _is_hard_wrapped(sample: str) -> bool:
    lines = [line.strip() for line in sample.splitlines()]
    filled = sum(1 for line in lines[:-1] if line)
    broken = sum(
        1
        for line, following in pairwise(lines)
        if following and 0 < len(line) <= _WIDTH and not FULL_STOP.search(line)
    )
    return filled > _LINES and broken > filled * _SHARE


def in_wrap(text: str, offset: int) -> bool:
    """Return whether a code point is part of a single line end between two ideographs."""
    start = offset - 1 if text[offset - 1 : offset + 1] == "\r\n" else offset
    return _WRAP.match(text, start) is not None


def wraps(text: str) -> list[re.Match[str]]:
    """Return the single line ends between two ideographs, where a word may go on."""
    return list(_WRAP.finditer(text))
