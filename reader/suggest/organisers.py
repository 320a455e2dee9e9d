"""Who runs a programme, where the sentence says so before its name or right behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.suggest.cues import cues, guarded, last_cue
from reader.suggest.reading import BREAKS

if TYPE_CHECKING:
    from reader.suggest.reading import Reading


_REACH = 120
_LONGEST = 16


@cache
def _bodies() -> re.Pattern[str]:
    """Matches the last character of a body's name before a verb of running something."""
    last = "".join(sorted({cue[-1] for cue in cues("organisation-ends")}))
    return re.compile(f"[{last}](?=[，、与和]|{guarded('organising-verbs')})")


@cache
def _passive() -> re.Pattern[str]:
    """Matches what a body is said to do to what was named: “…”活动由县妇联发起."""
    return re.compile(f"[^{re.escape(BREAKS)}]{{0,24}}?{guarded('organising-verbs')}")


# Behind a name and its noun.
_BY = re.compile(f"”?[^{re.escape(BREAKS)}“”由]{{0,8}}由")
_NAME = re.compile(f"(?:.*[{re.escape(BREAKS)}由与和同的]|.*联合)?(.+)", re.DOTALL)


class Organisers:
    """Finds the bodies of each sentence once, however many programmes it names."""

    __slots__ = ("_body", "_reached", "_reading", "_start")

    def __init__(self, reading: Reading) -> None:
        """Find them in a text."""
        self._reading = reading
        self._start = self._reached = -1
        self._body = ""

    def before(self, at: int) -> str:
        """Return the body that the sentence names last before a place as one that acts.

        Places are asked for in rising order.
        """
        start = self._reading.sentence_start(at)
        if start != self._start:
            self._start, self._reached, self._body = start, max(start, at - _REACH), ""
        for found in reversed([*_bodies().finditer(self._reading.text, self._reached, at)]):
            name = self._name(found.end())
            if name:
                self._body = name
                break
        self._reached = at
        return self._body

    def behind(self, at: int) -> str:
        """Return the body that is said, right behind a name that ends at a place, to run it."""
        text = self._reading.text
        by = _BY.match(text, at)
        found = by and _bodies().search(text, by.end(), by.end() + _LONGEST + 1)
        if not by or not found or not _passive().match(text, found.end()):
            return ""
        words = text[by.end() : found.end()]
        if any(mark in words for mark in BREAKS) or not last_cue(words, "organisation-ends"):
            return ""
        return self._reading.plain.words(by.end(), found.end())

    def _name(self, end: int) -> str:
        """Return the name of the body that ends at a place; empty where it is no body's."""
        text = self._reading.text
        start = max(self._start, end - _LONGEST)
        name = _NAME.match(text, start, end)
        if name is None or not last_cue(name[1], "organisation-ends"):
            return ""
        return self._reading.plain.words(*name.span(1))
