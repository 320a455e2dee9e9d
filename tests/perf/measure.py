"""Timing one thing against another, and what is printed of it."""

from __future__ import annotations

import gc
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter_ns
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def nothing() -> None:
    """Do nothing; what is prepared where nothing needs to be."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Something to be timed.

    Attributes:
        name: What it is called in the table.
        run: What is timed.
        prepare: What goes before each time and is not.
        finish: What goes after each time and is not.
    """

    name: str
    run: Callable[[], object]
    prepare: Callable[[], object] = nothing
    finish: Callable[[], object] = nothing


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    Attributes:
        benchmark: The benchmark's name, as ``--only`` takes it.
        what: The part of the product that was measured.
        case: On what.
        value: The median of what was measured.
        against: The baseline.
        baseline: Its median, from the same run.
        unit: ``ms``, or what is counted.
    """

    benchmark: str
    what: str
    case: str
    value: float
    against: str
    baseline: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """The value in baselines; below 1 is less than the baseline."""
        return self.value / self.baseline

    def to_json(self) -> dict[str, Any]:
        """Return the line as ``--json`` prints it."""
        return {**asdict(self), "ratio": self.ratio}


def rounds(repeats: int) -> list[bool]:
    """Return for each round whether it counts: the first does not, as it loads faces and more.

    A single round has no first, however cold it is.
    """
    return [True] if repeats == 1 else [False] + [True] * repeats


def medians(contenders: Sequence[Contender], repeats: int) -> dict[str, float]:
    """Time each contender in turn, again and again, so that a busy moment meets them all.

    Args:
        contenders: What is timed, in the order of a round.
        repeats: Number of rounds that count.

    Returns:
        The median of each in milliseconds, by name.
    """
    times: dict[str, list[int]] = {contender.name: [] for contender in contenders}
    for counts in rounds(repeats):
        for contender in contenders:
            contender.prepare()
            # What the preparation left over is not the contender's to clean up.
            gc.collect()
            start = perf_counter_ns()
            contender.run()
            spent = perf_counter_ns() - start
            contender.finish()
            if counts:
                times[contender.name].append(spent)
    return {name: median(spent) / 1e6 for name, spent in times.items()}


def lines(
    benchmark: str, case: str, measured: dict[str, float], baseline: str, *, names: Sequence[str]
) -> list[Line]:
    """Return a line for each of the contenders named, against the baseline."""
    return [
        Line(benchmark, name, case, measured[name], baseline, measured[baseline]) for name in names
    ]


HEADER = ("benchmark", "measured", "on", "median", "against", "median", "ratio")
_WIDTHS = (9, 8, 53, 11, 34, 11, 6)


def row(line: Line) -> str:
    """Return a line as it is printed."""
    value, baseline = (_amount(amount, line.unit) for amount in (line.value, line.baseline))
    cells = (
        line.benchmark,
        line.what,
        line.case,
        value,
        line.against,
        baseline,
        f"{line.ratio:.2f}",
    )
    return aligned(cells)


def aligned(cells: Sequence[str]) -> str:
    """Return the cells of a row, text to the left and numbers to the right."""
    return "  ".join(
        cell.rjust(width) if place in (3, 5, 6) else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    ).rstrip()


def _amount(amount: float, unit: str) -> str:
    return f"{amount:,.2f} ms" if unit == "ms" else f"{amount:,.0f}"


def characters(length: int, tags: int | None = None) -> str:
    """Return how a case is named."""
    text = f"{length:,} characters"
    return text if tags is None else f"{text}, {tags:,} tags"
