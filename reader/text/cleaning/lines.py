"""Line ends of a narrow column, where a line ends because the column did.

A line goes on in the next one where it is as long as its column, and the column is prose:
its lines stop in mid-sentence. So each group of lines between two blank ones is judged by
itself; verse, lists, tables and dialogue have other lines.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.language import mark
from reader.text.cleaning.cleanup import Cleanup, CleanupKind
from reader.text.paragraphs import LINE_END
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE: Final = mark("The line ends where the column does")
COLUMN: Final = mark("The column ends within a sentence")
SPACE: Final = mark("A single space begins the paragraph")
CAPTION: Final = mark("The line of a caption ends where its column does")

# Widths are in cells: an ideograph takes two.
_NARROWEST, _NARROW, _WIDEST = 8, 20, 110
# By how much a full line may be shorter than its column: marks that may not begin a line.
_SHORT: Final = 4
# And where it ends no sentence, so that it can hardly end its paragraph.
_SHORTER: Final = 6
# A first line may have lost its indent.
_INDENT: Final = 4
# By how much marks that were closed up may have made a line longer.
_CLOSED_UP: Final = 6
_LEAST: Final = 3
# Shares of a group's lines.
_ALIKE, _BROKEN, _MARKED, _PROSE, _ATTESTED, _LISTED = 0.6, 0.5, 0.5, 0.3, 1 / 3, 0.5
_TABLE: Final = 0.3
_MOST_BLANK: Final = 2
# Code points whose pairs are gathered at a time.
_STRETCH: Final = 20_000

_STOPS: Final = frozenset("。！？!?…")
_MARKS: Final = frozenset("，。、；：！？,;:!?…")
_CLOSING: Final = "”’」』）)》"
_INNER: Final = re.compile("[，。、；：！？]|[,;:] ")
_CELLS: Final = re.compile("\t|\\S {2,}\\S|\\S\u3000+\\S+\u3000+\\S|\\|")
_ITEM: Final = re.compile(
    "(?:[（(]?[0-9]{1,3}[)）、]|[0-9]{1,2}[.．](?![0-9])|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、"
    "|[①-⑳●•■◆▲★·※○◎]|[-*+] |#{1,6} |>|```|第[一二三四五六七八九十百]{1,4}[章节節条條] )"
)
# What no line end parts: a number with what is counted, a word in Latin letters.
_TOKEN: Final = re.compile("[A-Za-z0-9][A-Za-z0-9.,%‰+-]*[年月日号％]?")
# Where they begin in Unicode, and the marks that go with them.
_IDEOGRAPHS: Final = "\u2e80"
_SPEAKER: Final = re.compile("[\u4e00-\u9fff·]{2,6}[：:]")
_LATIN_END: Final = re.compile("[A-Za-z][.,;:!?)'’\"”]*$|[0-9][.,;:)]+$")
_LATIN_START: Final = re.compile("[(\"“'‘]?[A-Za-z]")


def _width(words: str) -> int:
    """Return about how many cells a line takes: an ideograph has three bytes, a letter one."""
    return (len(words.encode("utf-8", "surrogatepass")) + len(words)) // 2


@dataclass(slots=True)
class _Line:
    """A line: where its words begin and end, what they are, how wide, and what is above it."""

    start: int
    end: int
    words: str
    width: int
    indent: int
    above: _Line | None
    last: str
    """What it ends with, but for marks that close something."""

    @property
    def stops(self) -> bool:
        """Whether it ends a sentence."""
        return self.last in _STOPS

    @property
    def opens(self) -> bool:
        """Whether it is the first of its paragraph, as far as its group shows it."""
        above = self.above
        return above is None or (above.stops and above.width < self.width - _SHORT)


@dataclass
class _Group:
    """Lines without a blank one between them.

    Attributes:
        lines: The lines.
        blanks: How many blank lines are before them.
        column: How wide its column is; 0 where it is no column of prose.
    """

    lines: list[_Line]
    blanks: int
    column: int = 0
    neighbours: list[int] = field(default_factory=list)

    @cached_property
    def indent(self) -> int:
        """The indent that all its lines have."""
        return min(line.indent for line in self.lines)

    @property
    def columns(self) -> Sequence[int]:
        """What its column may be: its own, or where it is too short to tell, that of others."""
        return [self.column] if self.column else self.neighbours


def joins(text: str, captions: Sequence[Span] = ()) -> Iterator[Cleanup]:
    """Yield the line ends of a narrow column at which words go on, and stray spaces before it.

    Args:
        text: The text; words that stand twice in it are taken out already.
        captions: Where captions were that stood twice: their lines are a column's too.
    """
    judge = _Judge(text)
    groups = list(_groups(text))
    for group in groups:
        group.column = judge.column(group.lines)
    _tell_neighbours(groups)
    separate = _blank_between_paragraphs(groups)
    found: dict[int, Cleanup] = {}
    for group in groups:
        for one, other in pairwise(group.lines):
            if _goes_on(group, one, other, separate=separate):
                found[one.end] = _join(text, one, other, LINE)
    for group, following in pairwise(groups):
        if _goes_on_below(group, following):
            one, other = group.lines[-1], following.lines[0]
            found[one.end] = _join(text, one, other, COLUMN)
    for one, other in _lines_of(groups, captions):
        if not one.stops:
            found.setdefault(one.end, _join(text, one, other, CAPTION))
    joined = {one.span.end for one in found.values()}
    for group in groups:
        first = group.lines[0]
        alone = first.indent == 1 and group.indent == 0 and first.start not in joined
        if group.column and alone:
            space = Span(first.start - 1, first.start)
            found[space.start] = Cleanup(CleanupKind.SPACES, space, (space,), SPACE)
    for place in sorted(found):
        yield found[place]


def _groups(text: str) -> Iterator[_Group]:
    lines: list[_Line] = []
    before = blanks = start = 0
    ends = [match.span() for match in LINE_END.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        words = text[start:end].strip()
        if words:
            first = text.index(words[0], start)
            width = _width(words) if len(words) <= _WIDEST else len(words)
            last = words.rstrip(_CLOSING)[-1:]
            line = _Line(first, first + len(words), words, width, first - start, None, last)
            if lines and (blanks or _is_indented(lines, line)):
                yield _Group(lines, before)
                lines = []
            if lines:
                line.above = lines[-1]
            else:
                before = blanks
            lines.append(line)
            blanks = 0
        else:
            blanks += 1
        start = following
    if lines:
        yield _Group(lines, before)


def _is_indented(lines: Sequence[_Line], line: _Line) -> bool:
    """Return whether a line begins another paragraph by its indent."""
    return line.indent > lines[-1].indent and lines[-1].stops


class _Judge:
    """Tells which groups of lines are columns of prose."""

    def __init__(self, text: str) -> None:
        """Judge groups of a text."""
        self._text = text

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """Every two characters that stand side by side within a line."""
        pairs: set[tuple[str, str]] = set()
        # One call for all of a long text would hold up other threads.
        for start in range(0, len(self._text), _STRETCH):
            pairs.update(pairwise(self._text[start : start + _STRETCH + 1]))
        return frozenset(pairs)

    def column(self, lines: Sequence[_Line]) -> int:
        """Return how wide the column is that these lines fill; 0 where they fill none."""
        if len(lines) < _LEAST:
            return 0
        width = _common_width(lines)
        full = [one for one, other in pairwise(lines) if _fills(width, one, other)]
        if not full or not self._is_prose(lines, full, narrow=width < _NARROW):
            return 0
        return width

    def _is_prose(self, lines: Sequence[_Line], full: Sequence[_Line], *, narrow: bool) -> bool:
        count = len(lines)
        if sum(1 for one in full if one.stops) > len(full) * (1 - _BROKEN):
            return False
        if sum(1 for one in full if one.last in _MARKS) > len(full) * _MARKED:
            return False
        if sum(1 for one in lines if _CELLS.search(one.words)) > count * _TABLE:
            return False
        if _is_list(lines):
            return False
        prose = sum(1 for one in lines if _INNER.search(one.words[:-1])) >= count * _PROSE
        return self._attested(lines) if narrow or not prose else True

    def _attested(self, lines: Sequence[_Line]) -> bool:
        """Return whether the text has the same two characters within a line as at its breaks."""
        breaks = [(one.words[-1], other.words[0]) for one, other in pairwise(lines)]
        known = sum(1 for pair in breaks if pair in self._pairs)
        return known >= len(breaks) * _ATTESTED


def _common_width(lines: Sequence[_Line]) -> int:
    """Return the width that most of a group's lines have or just miss; 0 where few do."""
    body = [one.width for one in lines[:-1]]
    body[0] = max(body[0], min(body[0] + _INDENT, max(body)))
    widths = Counter(body)
    support = {
        width: sum(widths[near] for near in range(width - _SHORT, width + 1)) for width in widths
    }
    most = max(support, key=lambda one: (support[one], -one))
    # Marks that were closed up make some lines wider than the column.
    width = max(range(most - _SHORT, most + 1), key=lambda one: (widths[one], -one))
    beyond = sum(count for wide, count in widths.items() if wide > width + _CLOSED_UP)
    enough = support[most] >= len(body) * _ALIKE or _paragraphs_of(lines, width)
    right = _NARROWEST <= width <= _WIDEST and beyond * 10 <= len(lines)
    return width if enough and right else 0


def _paragraphs_of(lines: Sequence[_Line], width: int) -> bool:
    """Return whether the lines that are shorter end what they say: short paragraphs have many."""
    short = [one for one in lines[:-1] if one.width < width - _SHORT - _INDENT]
    rest = len(lines) - 1 - len(short)
    return rest >= _LEAST and all(one.stops for one in short)


def _is_list(lines: Sequence[_Line]) -> bool:
    """Return whether lines are items: they have marks before them, or begin or end alike."""
    count = len(lines)
    if sum(1 for one in lines if _ITEM.match(one.words)) >= max(2, count * _TABLE):
        return True
    for part in (slice(None, 2), slice(-2, None)):
        most = Counter(one.words[part] for one in lines).most_common(1)[0][1]
        if most >= max(2, count * _LISTED):
            return True
    return False


def _fills(column: int, one: _Line, other: _Line) -> bool:
    """Return whether a line of a group is as long as its column, so that no more went into it."""
    if not column or one.width > column + _CLOSED_UP:
        return False
    more = 0
    # Most lines begin with an ideograph: to ask that first is several times faster.
    if other.words[0] < _IDEOGRAPHS and (token := _TOKEN.match(other.words)):
        more = max(0, _width(token.group()) - 2)
    lost = _INDENT if one.opens else 0
    short = _SHORT if one.stops else _SHORTER
    return one.width + one.indent + lost + more >= column - short


def _tell_neighbours(groups: Sequence[_Group]) -> None:
    """Tell groups of one or two lines how wide the columns are that they may stand in."""
    for ordered in (groups, list(reversed(groups))):
        last = 0
        for group in ordered:
            if len(group.lines) >= _LEAST:
                last = group.column
            elif max(one.width for one in group.lines) > last + _CLOSED_UP:
                last = 0
            elif last not in group.neighbours:
                group.neighbours.append(last)


def _blank_between_paragraphs(groups: Sequence[_Group]) -> bool:
    """Return whether blank lines part the paragraphs: those that end in a line that is not full."""
    apart = together = 0
    for group, following in pairwise([*groups, None]):
        if group is None or not group.column:
            continue
        for one, other in pairwise(group.lines):
            short = not _fills(group.column, one, other)
            together += short and one.stops
        apart += bool(following and following.blanks) and group.lines[-1].stops
    return apart > together


def _goes_on(group: _Group, one: _Line, other: _Line, *, separate: bool) -> bool:
    """Return whether a line goes on in the next one of its group."""
    if not any(_fills(width, one, other) for width in group.columns):
        return False
    if _begins(group, other):
        return False
    if not one.stops:
        return True
    # Elsewhere a sentence that ends with its line may well end its paragraph.
    shown = separate or group.lines[0].indent > group.indent
    return shown and not _SPEAKER.match(other.words)


def _begins(group: _Group, line: _Line) -> bool:
    """Return whether a line begins something: it is indented, or an item."""
    if line.indent > group.indent + 1:
        return True
    # What looks like the mark of an item may be a number that began in the line above: 第|一、.
    counts_on = line.above is not None and line.above.words[-1] in "第之其"
    return not counts_on and _ITEM.match(line.words) is not None


def _goes_on_below(group: _Group, following: _Group) -> bool:
    """Return whether a column ends in mid-sentence and the next one goes on with it."""
    last, first = group.lines[-1], following.lines[0]
    if following.blanks > _MOST_BLANK or last.stops or _ITEM.match(first.words):
        return False
    width = next((one for one in group.columns if _fills(one, last, first)), 0)
    if not width or first.width > width + _CLOSED_UP:
        return False
    if not any(abs(width - other) <= _CLOSED_UP for other in following.columns):
        return False
    # A short line by itself that ends nothing is a heading.
    goes_on = len(following.lines) > 1 or first.stops or first.width >= width - _SHORT
    return goes_on and first.indent <= 1


def _lines_of(groups: Sequence[_Group], spans: Sequence[Span]) -> Iterator[tuple[_Line, _Line]]:
    """Yield each two lines that follow one another within a span."""
    wanted = iter(spans)
    span = next(wanted, None)
    for one, other in (pair for group in groups for pair in pairwise(group.lines)):
        while span is not None and span.end <= one.end:
            span = next(wanted, None)
        if span is None:
            return
        if span.start < one.end and other.start < span.end:
            yield one, other


def _join(text: str, one: _Line, other: _Line, reason: str) -> Cleanup:
    """Return the clean-up that joins two lines."""
    span = Span(one.end, other.start)
    ideograph = one.words[-1] >= _IDEOGRAPHS or other.words[0] >= _IDEOGRAPHS
    if ideograph or not (_LATIN_END.search(one.words) and _LATIN_START.match(other.words)):
        return Cleanup(CleanupKind.LINES, span, (span,), reason)
    ends = LINE_END.search(text, span.start, span.end)
    assert ends is not None
    space = ends.end() - 1
    around = (Span(span.start, space), Span(space + 1, span.end))
    deleted = tuple(gap for gap in around if gap)
    return Cleanup(CleanupKind.LINES, span, deleted, reason, space)
