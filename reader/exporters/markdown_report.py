"""A report in Markdown: the articles with their tags in brackets, then a table for each kind.

Markdown has no highlighting that every program shows, so a tag is written ``⟦62场⟧²``: in
brackets with its number behind, however many overlap. A line of the article is a paragraph.
Whatever Markdown or HTML might read as more than text is escaped (CommonMark 0.31, 2.4 and 2.5).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.exporters.encodable import encodable
from reader.exporters.exporter import CONTEXT_WORDS, Exporter
from reader.exporters.report import (
    counted,
    first_lines,
    kinds_with,
    known_of,
    lines_of,
    segments,
    shown_articles,
)
from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.exporters.export import Export
    from reader.exporters.report import Numbered, Shown

OPENED: Final = "⟦"
CLOSED: Final = "⟧"
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# Every mark of ASCII may be escaped; these are those that mean something in a line.
_MARKS: Final = re.compile(r"[\\`*_\[\]<>#|~&$^]")
# A line that begins so would be a list, a heading's underline, or a break between chapters.
_LIST: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
# Blanks at the ends of a line are dropped, four before it make it code; as numbers they stay.
_EDGES: Final = re.compile(r"^\s+|\s+$")
# NUL and its like are no characters of Markdown.
_CONTROLS: Final = {
    **{code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"},
    127: "␡",
}
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_SHOWN_END: Final = "↵"


def escaped(text: str) -> str:
    """Return a text on one line that Markdown shows as it is; an end of a line is shown as ↵."""
    return _line(_marked(_LINE_END.sub(_SHOWN_END, text)))


def _marked(text: str) -> str:
    # A lone surrogate has no UTF-8; it is shown by its number.
    shown = encodable(text.translate(_CONTROLS))
    return _MARKS.sub(r"\\\g<0>", shown)


def _line(text: str) -> str:
    """Return a line whose marks are escaped as a paragraph."""
    return _EDGES.sub(_as_numbers, _LIST.sub(r"\1\\", text))


def _as_numbers(blanks: re.Match[str]) -> str:
    return "".join(f"&#{ord(blank)};" for blank in blanks[0])


def _chunks(export: Export) -> Iterator[bytes]:
    yield f"# {tr('Tagged articles')}\n\n{escaped(counted(export))}\n".encode()
    tags: list[Numbered] = []
    for shown in shown_articles(export):
        tags += shown.tags
        yield "".join(_article(shown)).encode()
    for kind, own in kinds_with(export, tags).items():
        yield f"\n## {escaped(tr(export.label(kind)))} ({len(own):,})\n\n".encode()
        yield "".join(_table(lines_of(export, kind, own))).encode()


def _article(shown: Shown) -> Iterator[str]:
    one = shown.article
    yield f"\n## {escaped(one.title)}\n"
    if known := known_of(one):
        yield f"\n{escaped(known)}\n"
    text = "".join(_bracketed(shown))
    for line in _LINE_END.split(text):
        if line.strip():
            yield f"\n{_line(line)}\n"


def _bracketed(shown: Shown) -> Iterator[str]:
    for span, tags in segments(shown):
        yield OPENED * sum(tag.span.start == span.start for tag in tags)
        yield _marked(span.of(shown.text))
        for tag in reversed(tags):
            if tag.span.end == span.end:
                yield CLOSED + str(tag.number).translate(_RAISED)


def _table(lines: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for number, cells in enumerate(lines):
        yield f"| {' | '.join(map(escaped, cells))} |\n"
        if number == 0:
            yield f"|{'---|' * len(cells)}\n"


MARKDOWN_REPORT = Exporter(
    "markdown",
    mark("Markdown report"),
    ".md",
    _chunks,
    loses=(CONTEXT_WORDS, mark("times"), mark("ids")),
    remedy=mark("It is for people: whole texts with the tags in brackets, and a table a kind."),
    proof="markdown-it-py",
    preview=first_lines,
)
