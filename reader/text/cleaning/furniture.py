"""What is printed on each page and is no part of the article: page numbers, heads, editors."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.language import mark
from reader.text.cleaning.cleanup import Cleanup, CleanupKind
from reader.text.paragraphs import LINE_END
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE: Final = mark("The number of a page")
REPEATED: Final = mark("Printed again on another page")

_END: Final = "\n\r\x0b\x0c\x85\u2028\u2029"
# A whole line of up to 40 code points with a number, or words that only a page has.
_CANDIDATE: Final = re.compile(
    f"(?<![^{_END}])(?=[^{_END}]{{1,40}}(?:[{_END}]|\\Z))"
    f"[^{_END}]*?(?:[0-9０-９@页頁版报報刊编編校]|[Pp]age|PAGE|www|http)[^{_END}]*"
)
_PAGE: Final = re.compile(
    r"[-—–·.\s]*(?:第\s*[0-9０-９一二三四五六七八九十百]+\s*[页頁版](?:\s*[/／，,共]*\s*共?\s*[0-9０-９]+\s*[页頁版])?"
    r"|(?:Page|page|PAGE|P\.|p\.)\s*[0-9]+(?:\s*(?:of|/)\s*[0-9]+)?)[-—–·.\s]*"
)
_NUMBER: Final = re.compile(r"(?:[-—–]+\s*(?P<dashed>[0-9]{1,4})\s*[-—–]+|(?P<bare>[0-9]{1,4}))")
_EDITOR: Final = re.compile(
    "[\\s（(\\[【]*(?:本版|本期|值班)?(?:责任编辑|責任編輯|责编|責編|版式设计|版式設計|美术编辑|美術編輯|校对|校對)"
    "[\\s：:/／].{1,24}"
)
# What a head or foot of a page has, and a refrain has not.
_OF_A_PAGE: Final = re.compile(
    "[0-9]{4}\\s*[年./-]|第\\s*[0-9一二三四五六七八九十]+\\s*[期卷版页頁]|[报報刊]\\s*(?:[0-9]|第|$)|www\\.|https?:|@"
)
_ENDS: Final = re.compile("[。！？；，：…][”’」』）]*$")
_DIGITS: Final = re.compile("[0-9]+")
# The part of a head or foot that is another on each page.
_OWN_NUMBER: Final = re.compile(
    "(?:^|(?<=\\s))(?:第\\s*)?[0-9]+(?:\\s*[版页頁])?$|^(?:第\\s*)?[0-9]+(?:\\s*[版页頁])?(?=\\s)"
)
_TIMES: Final = 3
# Fewer lines between two are no page.
_PAGE_LINES: Final = 4


class _Line(NamedTuple):
    """A short line: where it stands, its words, its number among all lines."""

    span: Span
    words: str
    number: int


def furniture(text: str) -> Iterator[Cleanup]:
    """Yield what is printed on each page, in order; each with its line end."""
    lines = list(_short_lines(text))
    found: dict[int, tuple[_Line, str]] = {}
    for line in lines:
        if _PAGE.fullmatch(line.words):
            found[line.number] = line, PAGE
    for line in _numbered(lines):
        found[line.number] = line, PAGE
    for line in _repeated(lines):
        found.setdefault(line.number, (line, REPEATED))
    for number in sorted(found):
        line, reason = found[number]
        yield Cleanup(CleanupKind.FURNITURE, line.span, (line.span,), reason)


def _short_lines(text: str) -> Iterator[_Line]:
    """Yield the short lines that have anything a page may have; few lines of an article have."""
    counted = "\n" if "\n" in text else "\r"
    done = number = 0
    for found in _CANDIDATE.finditer(text):
        number += text.count(counted, done, found.start())
        done = found.start()
        end = LINE_END.match(text, found.end())
        span = Span(found.start(), end.end() if end else found.end())
        yield _Line(span, found.group().strip(), number)


def _numbered(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Yield the lines with nothing but a number that counts pages: one more each, far apart."""
    for name in ("dashed", "bare"):
        run: list[_Line] = []
        for line in lines:
            match = _NUMBER.fullmatch(line.words)
            if match is None or match[name] is None:
                continue
            if run and not _next_page(run[-1], line):
                yield from run if len(run) >= _TIMES else ()
                run = []
            run.append(line)
        yield from run if len(run) >= _TIMES else ()


def _next_page(one: _Line, other: _Line) -> bool:
    numbers = [int(_DIGITS.findall(line.words)[0]) for line in (one, other)]
    return numbers[1] == numbers[0] + 1 and other.number - one.number > _PAGE_LINES


def _repeated(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Yield the lines that stand on each page in the same words, all but the first."""
    alike: defaultdict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        alike[_OWN_NUMBER.sub("", line.words).strip()].append(line)
    for words, same in alike.items():
        if _EDITOR.fullmatch(words) or (len(same) >= _TIMES and _of_pages(same, words)):
            yield from same[1:]


def _of_pages(same: list[_Line], words: str) -> bool:
    apart = all(b.number - a.number > _PAGE_LINES for a, b in pairwise(same))
    return apart and len(words) > 3 and not _ENDS.search(words) and bool(_OF_A_PAGE.search(words))
