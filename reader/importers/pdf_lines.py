"""From the glyphs of a page to pieces of its lines: doubles taken out, directions told apart.

Everything here counts in points from the upper left corner of the page, down the page.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Parts of an em. A glyph drawn twice to look bold is moved by less than this; the narrowest
# letters that stand twice in a word are further apart, at least half their own width.
_DOUBLE = 0.15
_OF_ITS_WIDTH = 0.5
# Glyphs of one line stand at one height, and no further from each other than this.
_LEVEL = 0.35
_APART = 0.5
_OVERLAP = 0.6
# What is a word space between letters, and what is a gap between Chinese characters.
_WORD_SPACE = 0.18
_WIDE_SPACE = 1.5
# Single glyphs set one below the other: from here on they are a vertical line.
_STEP = (0.5, 1.7)
_CHAIN = 3


class Direction(Enum):
    """Which way the glyphs of a line follow each other."""

    RIGHT = "right"
    DOWN = "down"
    """Vertical Chinese, and text turned clockwise; its lines follow each other to the left."""
    UP = "up"
    LEFT = "left"
    """Text upside down."""
    SLANTED = "slanted"
    """Across the page, as watermarks are."""


class Box(NamedTuple):
    """A part of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def turned(self, direction: Direction) -> Box:
        """Return it as it is when text of that direction is turned to run to the right."""
        x0, top, x1, bottom = self
        if direction is Direction.DOWN:
            return Box(top, -x1, bottom, -x0)
        if direction is Direction.UP:
            return Box(-bottom, x0, -top, x1)
        if direction is Direction.LEFT:
            return Box(-x1, -bottom, -x0, -top)
        return self

    @property
    def middle(self) -> float:
        """Half way down it."""
        return (self.top + self.bottom) / 2


_BACK = {Direction.DOWN: Direction.UP, Direction.UP: Direction.DOWN}


def turned_back(box: Box, direction: Direction) -> Box:
    """Undo :meth:`Box.turned`."""
    return box.turned(_BACK.get(direction, direction))


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph as it stands on the page.

    Attributes:
        text: What it says; mostly one character.
        box: Its cell.
        size: Of its type, in points, over 0.
        direction: Which way its font goes on.
    """

    text: str
    box: Box
    size: float
    direction: Direction = Direction.RIGHT


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line, or a whole block of another direction, which is not looked into.

    Attributes:
        text: What it says; the lines of a block end in line feeds.
        box: Where its ink is: blanks at its ends are left out.
        size: Of its type, in points.
    """

    text: str
    box: Box
    size: float


def without_doubles(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Leave out glyphs drawn once more, a little beside themselves, to look bold."""
    kept = []
    cells: dict[tuple[str, int, int], list[Box]] = {}
    for glyph in glyphs:
        box = glyph.box
        near = min(_DOUBLE * glyph.size, _OF_ITS_WIDTH * (box.x1 - box.x0))
        column, row = (int(place // glyph.size) for place in (box.x0, box.top))
        around = (
            other
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for other in cells.get((glyph.text, across, down), ())
        )
        if any(
            abs(other.x0 - box.x0) <= near and abs(other.top - box.top) <= near for other in around
        ):
            continue
        cells.setdefault((glyph.text, column, row), []).append(box)
        kept.append(glyph)
    return kept


def by_direction(glyphs: Sequence[Glyph]) -> dict[Direction, list[Glyph]]:
    """Sort glyphs by direction, finding vertical lines whose glyphs were set one by one."""
    level = [_is_beside(one, other) for one, other in pairwise(glyphs)]
    beside = [any(level[max(0, index - 1) : index + 1]) for index in range(len(glyphs))]
    below = [
        _is_below(*pair) and not any(both)
        for pair, both in zip(pairwise(glyphs), pairwise(beside), strict=True)
    ]
    vertical = [glyph.direction is Direction.DOWN for glyph in glyphs]
    for start, length in _runs(below):
        if length >= _CHAIN:
            vertical[start : start + length + 1] = [True] * (length + 1)
    if sum(vertical) * 2 > len(glyphs):
        # The short last line of a vertical paragraph.
        vertical = [one or not other for one, other in zip(vertical, beside, strict=True)]
    found: dict[Direction, list[Glyph]] = {}
    for glyph, is_vertical in zip(glyphs, vertical, strict=True):
        upright = glyph.direction is Direction.RIGHT
        direction = Direction.DOWN if is_vertical and upright else glyph.direction
        found.setdefault(direction, []).append(glyph)
    return found


def _is_below(one: Glyph, other: Glyph) -> bool:
    em = max(one.size, other.size)
    least, most = _STEP
    return (
        abs(one.box.x0 + one.box.x1 - other.box.x0 - other.box.x1) / 2 < em * _LEVEL
        and em * least < other.box.top - one.box.top < em * most
    )


def _is_beside(one: Glyph, other: Glyph) -> bool:
    em = max(one.size, other.size)
    return abs(one.box.middle - other.box.middle) < em * _LEVEL and (
        -em * _OVERLAP < other.box.x0 - one.box.x1 < em * _APART
    )


def _runs(flags: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Yield where runs of true values start, and how long they are."""
    start = None
    for index, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index - start
            start = None


def pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Put the glyphs of one direction, turned to run to the right, together to pieces of lines."""
    runs = [_piece_of(run) for run in _glyph_runs(glyphs)]
    return _joined([run for run in runs if run is not None])


def _glyph_runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield glyphs that follow each other in the file and on a line."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _is_beside(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    yield run


def _piece_of(run: Sequence[Glyph]) -> Piece | None:
    inked = [glyph for glyph in run if not glyph.text.isspace()]
    if not inked:
        return None
    text = run[0].text
    for one, other in pairwise(run):
        text += space_between(one.text, other.text, other.box.x0 - one.box.x1, other.size)
        text += other.text
    size, _ = Counter(glyph.size for glyph in inked).most_common(1)[0]
    return Piece(text.rstrip(), around(glyph.box for glyph in inked), size)


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around boxes, of which there is at least one."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))


def _joined(runs: Sequence[Piece]) -> list[Piece]:
    """Join pieces that stand beside each other, however far apart in the file."""
    done: list[Piece] = []
    # The last pieces by their height, in steps of a point.
    open_at: dict[int, int] = {}
    for run in sorted(runs, key=lambda one: (one.box.x0, one.box.top)):
        em, middle = run.size, run.box.middle
        reach = max(1, int(em * _LEVEL))
        step = round(middle)
        near = (open_at.get(at) for at in range(step - reach, step + reach + 1))
        index = next((at for at in near if at is not None and _goes_on(done[at], run)), None)
        if index is None:
            index = len(done)
            done.append(run)
        else:
            done[index] = _one_piece(done[index], run)
        open_at[step] = index
    return done


def _goes_on(one: Piece, other: Piece) -> bool:
    em = max(one.size, other.size)
    return (
        abs(one.box.middle - other.box.middle) < min(one.size, other.size) * _LEVEL
        and -em * _OVERLAP < other.box.x0 - one.box.x1 < em * _APART
    )


def _one_piece(one: Piece, other: Piece) -> Piece:
    gap = other.box.x0 - one.box.x1
    text = one.text + space_between(one.text, other.text, gap, other.size) + other.text
    size = one.size if len(one.text) >= len(other.text) else other.size
    return replace(one, text=text, box=around((one.box, other.box)), size=size)


def space_between(left: str, right: str, gap: float, em: float) -> str:
    """Return the space that a gap in a line stands for, where the file has none itself.

    Args:
        left: What is before the gap, not empty.
        right: What is after it, not empty.
        gap: In points.
        em: Size of the type, in points.
    """
    if left[-1].isspace() or right[0].isspace():
        return ""
    wide = any(unicodedata.east_asian_width(one) in "WFA" for one in (left[-1], right[0]))
    return " " if gap > em * (_WIDE_SPACE if wide else _WORD_SPACE) else ""
