"""Cue lists: words from ``resources/suggest/``, folded when they are loaded.

A list is a text file: one cue a line, then what belongs to it, apart by spaces.
A line that begins with ``#`` says what the list is for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.assets import resource
from reader.suggest.plain import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a list, each split at its spaces, in their plain form.

    Raises:
        FileNotFoundError: If there is no list of that name.
    """
    lines = resource("suggest", f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(
        tuple(plain_words(line).split()) for line in lines if line and not line.startswith("#")
    )


@cache
def cues(name: str) -> frozenset[str]:
    """Return the cues of a list."""
    return frozenset(row[0] for row in rows(name))


@cache
def alternation(*names: str) -> str:
    """Return a pattern for the cues of some lists, the longest first; ``!…`` may not follow."""
    found: dict[str, list[str]] = {}
    for name in names:
        for cue, *notes in rows(name):
            found.setdefault(cue, []).extend(note[1:] for note in notes if note.startswith("!"))
    return "|".join(
        re.escape(cue) + (f"(?!{either(sorted(found[cue]))})" if found[cue] else "")
        for cue in sorted(found, key=lambda cue: (-len(cue), cue))
    )


@cache
def guarded(*names: str) -> str:
    """Return the same as a group that looks at the next character first.

    Within a pattern that tries place after place this is several times as quick; at the
    beginning of one that is searched for it is slower.
    """
    firsts = sorted({cue[0] for name in names for cue in cues(name)})
    return f"(?=[{re.escape(''.join(firsts))}])(?:{alternation(*names)})"


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def _endings(name: str) -> dict[str, tuple[str, ...]]:
    """Return the cues of a list by their last character, the longest first."""
    found: dict[str, list[str]] = {}
    for cue in sorted(cues(name), key=lambda cue: (-len(cue), cue)):
        found.setdefault(cue[-1], []).append(cue)
    return {last: tuple(listed) for last, listed in found.items()}


def last_cue(words: str, name: str, *, reach: int = 0) -> str:
    """Return the cue of a list that words end with, the longest; empty where there is none.

    Args:
        words: A short stretch.
        name: The list.
        reach: How many characters may stand behind the cue; the last cue counts.
    """
    endings = _endings(name)
    for end in range(len(words), max(0, len(words) - reach - 1), -1):
        # Few characters end a cue: most places are left after one look.
        for cue in endings.get(words[end - 1], ()):
            if words.endswith(cue, 0, end):
                return cue
    return ""
