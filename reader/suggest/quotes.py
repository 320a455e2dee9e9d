"""What is in quotation marks, and which quotations are said together (“A”“B”和“C”等活动)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

LONGEST: Final = 30
"""Characters of a name at most; what is longer is somebody's words."""

# A quotation without another in it: in the first group where it has no sentence's end, in the
# second where it has, in neither where it is too long for a name.
_SIMPLE = re.compile(
    f"“(?:([^“”‘’\n。!?…;]{{1,{LONGEST}}})”|([^“”‘’\n]{{1,{LONGEST}}})”|[^“”‘’\n]+”)"
)
_MARK = re.compile(f"{_SIMPLE.pattern}|[“”‘’]")
_SAID_BEFORE = re.compile(
    "(?:说|道|(?<![简俗统])称|问|答|喊|指出|强调|表示|认为|谈到|提到|直言|坦言|感慨|笑言|要求|常言)(?:过|到)?[:，,]?$"
)
# How what is said before may end: looked at first, since few quotations are said.
_SAYS = frozenset("说道称问答喊出调示为到言慨求过:，,")
_BEFORE_SPEECH = frozenset(":，,")
_BEHIND_SPEECH = frozenset(["", *"，,。;:!?…\n、“”‘’"])
_SENTENCES = 2
_SENTENCE = re.compile("[。!?…;]")
_JOINTS = frozenset(["", *"、和与及", "以及", "并"])
_LONGEST_JOINT = 2
_APART = _LONGEST_JOINT + 2  # with both marks


@dataclass(slots=True)
class Quote:
    """Words in quotation marks, as places in the plain form: as many as a name may have.

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


def find_quotes(text: str) -> list[Quote]:
    """Return the short quotations of a text, those within others too, as they begin.

    A closing mark without an opening one in its paragraph closes what the line began with:
    a page break stood before it.
    """
    simple = [*_SIMPLE.finditer(text)]
    if text.count("“") == len(simple) == text.count("”") and "‘" not in text and "’" not in text:
        # So are most texts, and to look for one mark is quicker than to look for four.
        return [
            Quote(one.start() + 1, one.end() - 1, one[one.lastindex], _says(text, one))
            for one in simple
            if one.lastindex
        ]
    return _all_quotes(text)


def _says(text: str, quotation: re.Match[str]) -> bool:
    at, end = quotation.span()
    if quotation.lastindex == _SENTENCES:
        return True
    if text[at - 1 : at] not in _SAYS or not _is_said(text, at):
        return False
    # 他表示，“…”活动很好: what somebody says does not go on behind the mark.
    return text[at - 1] not in _BEFORE_SPEECH or text[end : end + 1] in _BEHIND_SPEECH


def _all_quotes(text: str) -> list[Quote]:
    """Return the short quotations of a text in which some are within others or not closed."""
    found: list[Quote] = []
    open_marks: list[tuple[str, int]] = []
    line = reached = 0
    nested = False
    for match in _MARK.finditer(text):
        at = match.start()
        if open_marks and text.find("\n", reached, at) >= 0:
            open_marks.clear()
        reached = match.end()
        if reached - at > 1:
            if match.lastindex:
                words, said = match[match.lastindex], _says(text, match)
                found.append(Quote(at + 1, reached - 1, words, said, bool(open_marks)))
            line = reached
            continue
        mark = text[at]
        if mark in "“‘":
            open_marks.append((mark, at))
            continue
        pair = "“" if mark == "”" else "‘"
        while open_marks and open_marks[-1][0] != pair:
            open_marks.pop()
        if open_marks:
            nested = True
            start = open_marks.pop()[1] + 1
            _add(found, text, start, at, inner=bool(open_marks))
        elif mark == "”":
            _add(found, text, max(line, text.rfind("\n", line, at) + 1), at, inner=False)
        line = at + 1
    if nested:
        found.sort(key=attrgetter("start"))
    return found


def _add(found: list[Quote], text: str, start: int, end: int, *, inner: bool) -> None:
    if 0 < end - start <= LONGEST:
        words = text[start:end]
        is_speech = _SENTENCE.search(words) is not None or _is_said(text, start - 1)
        found.append(Quote(start, end, words, is_speech, inner))


def _is_said(text: str, at: int) -> bool:
    """Return whether 说 or the like stands before a quotation mark."""
    return (
        text[at - 1 : at] in _SAYS
        and _SAID_BEFORE.search(text[max(0, at - 7) : max(0, at)]) is not None
    )


def groups(text: str, quotes: list[Quote]) -> list[list[Quote]]:
    """Return the quotations that are said together, each one in one group.

    Those within another quotation that is a name are left out.
    """
    found: list[list[Quote]] = []
    reached = ended = -_APART - 1
    for one in quotes:
        start = one.start
        if start < reached:
            continue
        end = one.end
        if not one.is_speech:
            reached = end
        if 1 < start - ended <= _APART and text[ended + 1 : start - 1] in _JOINTS:
            found[-1].append(one)
        else:
            found.append([one])
        ended = end
    return found
