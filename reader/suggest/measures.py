"""What a figure measures, in the article's own words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.suggest.cues import guarded
from reader.suggest.reading import clause_end

if TYPE_CHECKING:
    from reader.suggest.reading import Reading

_LONGEST: Final = 24
# What stands between the thing counted and its figure.
_TRAILING_PAIRS: Final = (
    "已经",
    "总计",
    "累计",
    "合计",
    "达到",
    "超过",
    "突破",
    "升至",
    "增至",
)
_TRAILING: Final = (*_TRAILING_PAIRS, *"已均都共达有为约近超逾了的是至")
_TRAILING_ENDS: Final = frozenset(word[-1] for word in _TRAILING)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f".*{guarded('counting-verbs')}")


def measured(reading: Reading, start: int, end: int) -> str:
    """Return what the figure at a stretch of the plain form counts; empty where it is not said."""
    text = reading.text
    last = clause_end(text, end, _LONGEST)
    if last > end:
        first = end + (text[end] == "的")
        return reading.plain.words(first, last) if first < last else ""
    before = reading.clause_before(start, _LONGEST)
    last = start
    while before[-1:] in _TRAILING_ENDS and before.endswith(_TRAILING):
        cut = 2 if before.endswith(_TRAILING_PAIRS) else 1
        before, last = before[:-cut], last - cut
    if not before:
        return ""
    verb = _verbs().match(before)
    first = last - len(before) + (verb.end() if verb and verb.end() < len(before) else 0)
    return reading.plain.words(first, last)
