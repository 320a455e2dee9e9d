"""Reading order: the columns of a page, the lines of a column, the blocks of lines.

A gutter is a channel of white beside which text stands on both sides, some lines high. The page
is cut where a gutter ends: at a headline across it, or where another article with other
columns begins. What has no gutter is read line by line.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from reader.importers.pdf_lines import (
    Box,
    Direction,
    Glyph,
    Piece,
    around,
    by_direction,
    pieces,
    space_between,
    turned_back,
    without_doubles,
)
from reader.text.wrapping import FULL_STOP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Parts of an em of the page's usual type.
_GUTTER = 0.6
_SLACK = 0.15
_NARROWEST = 4.0
# Lines beside a gutter, on each side, that make it one.
_LEAST_LINES = 3
_TALL = 2.5
_DEEPEST = 40
# A heading is so much larger than what stands below it; a line so far from the others is
# not of their columns (a page number).
_LARGER = 1.4
_FAR = 1.6
# Between the lines of a block.
_OTHER_SIZE = 1.15
_WIDER_GAP = 0.6
_WIDEST_GAP = 2
_INDENT = (1.4, 4.5)
_SHORT = 1.2


class Line(NamedTuple):
    """A line as it is read."""

    text: str
    box: Box
    size: float


class Block(NamedTuple):
    """Lines that belong together.

    Attributes:
        lines: What they say.
        box: Where they stand, in points from the upper left corner.
        size: Of the type of the first, in points.
        goes_on: Whether it may be the rest of a paragraph, at the head of a column.
        runs_on: Whether its paragraph may go on elsewhere: at the foot of a column, its last
            line as long as that is wide, and without a full stop.
    """

    lines: tuple[str, ...]
    box: Box
    size: float
    goes_on: bool = False
    runs_on: bool = False

    def goes_on_in(self, following: Block) -> bool:
        """Return whether the block read next is of the same paragraph."""
        return self.runs_on and following.goes_on and self.size == following.size


def blocks(glyphs: Sequence[Glyph]) -> list[Block]:
    """Return what a page says, in reading order.

    Args:
        glyphs: All glyphs of the page, in the order of the file, none of them blank only.
    """
    found = by_direction(without_doubles(glyphs))
    slanted = found.pop(Direction.SLANTED, [])
    across = [_slanted(slanted)] if slanted else []
    if not found:
        return across
    main = max(found, key=lambda direction: len(found[direction]))
    area = around(glyph.box for glyph in found[main])
    above: list[Block] = []
    below: list[Block] = []
    within: list[Piece] = []
    for direction in [one for one in found if one is not main]:
        for block in _laid_out(_turned(found[direction], direction)):
            placed = block._replace(box=turned_back(block.box, direction))
            if placed.box.bottom <= area.top:
                above.append(placed)
            elif placed.box.top >= area.bottom:
                below.append(placed)
            else:
                text = "\n".join(placed.lines)
                within.append(Piece(text, placed.box.turned(main), placed.size))
    read = [
        block._replace(box=turned_back(block.box, main))
        for block in _laid_out(_turned(found[main], main), within)
    ]
    return [*above, *read, *below, *across]


def _slanted(glyphs: Sequence[Glyph]) -> Block:
    """Return what runs across a page, in the order of the file: no other is to be seen."""
    text = "".join(glyph.text for glyph in glyphs)
    return Block((text,), around(glyph.box for glyph in glyphs), glyphs[0].size)


def _turned(glyphs: Sequence[Glyph], direction: Direction) -> list[Piece]:
    return pieces(
        Glyph(one.text, one.box.turned(direction), one.size, one.direction) for one in glyphs
    )


def _laid_out(main: Sequence[Piece], others: Sequence[Piece] = ()) -> list[Block]:
    em = median(one.size for one in main) if main else 1.0
    read = [block for column in _columns([*main, *others], em) for block in _blocks_of(column)]
    done: list[Block] = []
    for block in read:
        if done and _is_one_headline(done[-1], block, em):
            above = done.pop()
            box = around((above.box, block.box))
            done.append(Block((*above.lines, *block.lines), box, block.size))
        else:
            done.append(block)
    return done


def _is_one_headline(above: Block, below: Block, em: float) -> bool:
    return (
        above.size == below.size > em * _LARGER
        and -em < below.box.top - above.box.bottom < above.size
    )


def _columns(region: list[Piece], em: float, depth: int = 0) -> list[list[Piece]]:
    """Cut pieces of lines into columns, in reading order."""
    if depth > _DEEPEST or len(region) <= _LEAST_LINES:
        return [region] if region else []
    ordered = sorted(region, key=lambda one: one.box.middle)
    parts = _without_ends(ordered, em) or _cut(ordered, em)
    if parts is None:
        return [ordered]
    return [column for part in parts for column in _columns(part, em, depth + 1)]


def _without_ends(ordered: list[Piece], em: float) -> list[list[Piece]] | None:
    """Cut off a first or last line that stands alone, as a short headline or page number does."""
    first, last = ordered[0], ordered[-1]
    after = min(one.box.top for one in ordered[1:])
    if first.box.bottom <= after + em * _SLACK and (
        after - first.box.bottom > em * _FAR or first.size > em * _LARGER
    ):
        return [[first], ordered[1:]]
    before = max(one.box.bottom for one in ordered[:-1])
    if last.box.top - before > em * _FAR:
        return [ordered[:-1], [last]]
    return None


class _Gutter(NamedTuple):
    """A channel of white, and the pieces beside it: all from ``start`` to ``stop``."""

    x: float
    start: int
    stop: int


def _cut(ordered: list[Piece], em: float) -> list[list[Piece]] | None:
    """Cut a region along its best gutter, above and below it too; ``None`` where it has none."""
    gutters = [gutter for x in _left_edges(ordered, em) for gutter in _gutters(ordered, x, em)]
    if not gutters:
        return None
    best = max(gutters, key=lambda one: (one.stop - one.start, -one.x))
    beside = ordered[best.start : best.stop]
    left = [one for one in beside if one.box.x0 < best.x - em * _SLACK]
    right = [one for one in beside if one.box.x0 >= best.x - em * _SLACK]
    return [part for part in (ordered[: best.start], left, right, ordered[best.stop :]) if part]


def _left_edges(ordered: Sequence[Piece], em: float) -> list[float]:
    """Return where several lines begin: the left edges of columns, and of indented lines."""
    edges = []
    group: list[float] = []
    for x in sorted(one.box.x0 for one in ordered):
        if group and x - group[0] > em * _SLACK * 2:
            edges.append(group)
            group = []
        group.append(x)
    edges.append(group)
    return [group[0] for group in edges if len(group) >= _LEAST_LINES]


def _gutters(ordered: Sequence[Piece], x: float, em: float) -> list[_Gutter]:
    """Return the stretches in which a channel that ends at ``x`` is white."""
    slack = em * _SLACK
    across = [
        index
        for index, one in enumerate(ordered)
        if one.box.x0 < x - slack and one.box.x1 > x - em * _GUTTER + slack
    ]
    found = []
    for before, after in pairwise([-1, *across, len(ordered)]):
        start, stop = before + 1, after
        # What stands level with a line across the channel belongs with that.
        while start < stop and before >= 0 and _level(ordered[before], ordered[start]):
            start += 1
        while start < stop < len(ordered) and _level(ordered[stop], ordered[stop - 1]):
            stop -= 1
        if _is_gutter(ordered[start:stop], x, em):
            found.append(_Gutter(x, start, stop))
    return found


def _level(line: Piece, one: Piece) -> bool:
    return line.box.top < one.box.middle < line.box.bottom


def _is_gutter(beside: Sequence[Piece], x: float, em: float) -> bool:
    """Return whether there is enough on both sides of a channel, side by side."""
    sides: Sequence[list[Box]] = ([], [])
    for one in beside:
        sides[one.box.x0 >= x - em * _SLACK].append(one.box)
    if min(map(len, sides)) < _LEAST_LINES:
        return False
    left, right = (around(side) for side in sides)
    # A number before each line, or the narrow cells of a table, are read line by line.
    typical = (median(box.x1 - box.x0 for box in side) for side in sides)
    return (
        min(typical) > em * _NARROWEST
        and min(left.bottom, right.bottom) - max(left.top, right.top) > em * _LEAST_LINES
    )


def _blocks_of(column: list[Piece]) -> list[Block]:
    """Put pieces together to lines, and lines to blocks; what is a block already stays one."""
    em = median(one.size for one in column)
    tall = [one for one in column if one.box.bottom - one.box.top > em * _TALL]
    lines = _lines([one for one in column if one not in tall])
    read = _blocks_of_lines(lines) if lines else []
    for one in tall:
        at = sum(1 for block in read if block.box.top < one.box.top - em)
        read.insert(at, Block(tuple(one.text.split("\n")), one.box, one.size))
    return read


def _blocks_of_lines(lines: Sequence[Line]) -> list[Block]:
    starts = _block_starts(lines)
    cuts = [index for index in range(len(lines)) if index == 0 or starts(index)]
    read = [
        Block(
            tuple(line.text for line in lines[start:stop]),
            around(line.box for line in lines[start:stop]),
            lines[start].size,
        )
        for start, stop in pairwise([*cuts, len(lines)])
    ]
    if len(lines) >= _LEAST_LINES:
        column = around(line.box for line in lines)
        first, last = lines[0], lines[-1]
        flush = first.box.x0 < column.x0 + first.size and not first.text[:1].isspace()
        full = last.box.x1 > column.x1 - last.size * _SHORT
        read[0] = read[0]._replace(goes_on=flush)
        read[-1] = read[-1]._replace(runs_on=full and FULL_STOP.search(last.text) is None)
    return read


def _lines(column: Sequence[Piece]) -> list[Line]:
    rows: list[list[Piece]] = []
    for one in sorted(column, key=lambda one: one.box.middle):
        if rows and _same_row(rows[-1], one):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [_line(row) for row in rows]


def _same_row(row: Sequence[Piece], one: Piece) -> bool:
    largest = max(row, key=lambda piece: piece.size)
    small, large = sorted((largest, one), key=lambda piece: piece.size)
    return large.box.top <= small.box.middle <= large.box.bottom


def _line(row: list[Piece]) -> Line:
    row.sort(key=lambda one: one.box.x0)
    text = row[0].text
    for left, right in pairwise(row):
        gap = right.box.x0 - left.box.x1
        text += space_between(left.text, right.text, gap, right.size) + right.text
    longest = max(row, key=lambda one: len(one.text))
    return Line(text, around(one.box for one in row), longest.size)


def _block_starts(lines: Sequence[Line]) -> Callable[[int], bool]:
    """Return what tells whether a block starts at a line other than the first."""
    box = around(line.box for line in lines)
    usual = median([below.box.top - above.box.bottom for above, below in pairwise(lines)] or [0.0])

    def starts(index: int) -> bool:
        above, line = lines[index - 1], lines[index]
        sizes = sorted((above.size, line.size))
        if sizes[1] > sizes[0] * _OTHER_SIZE:
            return True
        gap = min(max(usual, 0), sizes[0] * _WIDEST_GAP)
        if line.box.top - above.box.bottom > gap + sizes[0] * _WIDER_GAP:
            return True
        return _is_indented(lines, index, box)

    return starts


def _is_indented(lines: Sequence[Line], index: int, column: Box) -> bool:
    """Return whether a line begins a paragraph, by a space before it."""
    above, line = lines[index - 1], lines[index]
    if line.text[:1].isspace():
        return True
    least, most = _INDENT
    if not least <= (line.box.x0 - column.x0) / line.size <= most:
        return False
    if above.box.x0 < line.box.x0 - line.size / 2:
        return True
    # Among lines set in alike, the one above is the last of a paragraph if it is short.
    right = column.x1
    if FULL_STOP.search(above.text) is None:
        right = max(one.box.x1 for one in lines if abs(one.box.x0 - line.box.x0) < line.size / 2)
    return above.box.x1 < right - line.size * _SHORT
