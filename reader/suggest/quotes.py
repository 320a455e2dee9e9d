"""What is in quotation marks, and which quotations are said together (“A”“B”和“C”等活动)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 30
"""Characters of a name at most; what is longer is somebody's words."""

# A short quotation without another in it is taken at once.
_MARK = re.compile(f"[“”‘’\n](?:(?<=“)([^“”‘’\n]{{1,{LONGEST}}})”)?")
_SAID_BEFORE = re.compile(
    "(?:说|道|(?<![简俗统])称|问|答|喊|指出|强调|表示|认为|谈到|提到|直言|坦言|感慨|笑言|要求|常言)(?:过|到)?[:，,]?$"
)
# How what is said before may end: looked at first, since few quotations are said.
_SAYS = frozenset("说道称问答喊出调示为到言慨求过:，,")
_SENTENCE = re.compile("[。!?…;]")
_JOINT = re.compile("(?:[、和与及]|以及|并)?")


@dataclass(slots=True)
class Quote:
    """Words in quotation marks, as places in the plain form.

    Attributes:
        start: Where the words begin, behind the mark.
        end: Where they end, before the mark.
        words: What they are.
        is_speech: Whether somebody says them: a sentence, or behind 说.
        inner: Whether they stand within another quotation.
    """

    start: int
    end: int
    words: str
    is_speech: bool
    inner: bool = False

    @property
    def is_short(self) -> bool:
        """Whether they could be a name by their length."""
        return 0 < self.end - self.start <= LONGEST


def find_quotes(text: str) -> list[Quote]:
    """Return the quotations of a text, those within others too, in order of their beginning.

    A closing mark without an opening one in its paragraph closes what the line began with:
    a page break stood before it.
    """
    found: list[Quote] = []
    open_marks: list[tuple[str, int]] = []
    line = 0
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if match[1]:
            found.append(_quote(text, at + 1, match.end() - 1, inner=bool(open_marks)))
            line = match.end()
        elif mark == "\n":
            open_marks.clear()
            line = at + 1
        elif mark in "“‘":
            open_marks.append((mark, at))
        else:
            pair = "“" if mark == "”" else "‘"
            while open_marks and open_marks[-1][0] != pair:
                open_marks.pop()
            if open_marks:
                start = open_marks.pop()[1] + 1
                found.append(_quote(text, start, at, inner=bool(open_marks)))
            elif mark == "”" and 0 < at - line <= LONGEST:
                found.append(_quote(text, line, at, inner=False))
            line = at + 1
    found.sort(key=lambda one: (one.start, -one.end))
    return found


def _quote(text: str, start: int, end: int, *, inner: bool) -> Quote:
    words = text[start:end]
    is_speech = _SENTENCE.search(words) is not None or (
        text[start - 2 : start - 1] in _SAYS
        and _SAID_BEFORE.search(text[max(0, start - 8) : max(0, start - 1)]) is not None
    )
    return Quote(start, end, words, is_speech, inner)


def groups(text: str, quotes: list[Quote]) -> list[list[Quote]]:
    """Return the quotations that are said together, each one in one group.

    Those within another quotation that is a name are left out.
    """
    found: list[list[Quote]] = []
    reached = 0
    for one in quotes:
        if not one.is_short or one.start < reached:
            continue
        if not one.is_speech:
            reached = one.end
        last = found[-1][-1] if found else None
        if last is not None and one.start > last.end and _joined(text, last, one):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _joined(text: str, last: Quote, one: Quote) -> bool:
    return _JOINT.fullmatch(text, last.end + 1, one.start - 1) is not None
