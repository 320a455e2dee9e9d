"""Passages with all three kinds marked, and how far the rules agree with them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.suggest import KINDS, Suggestion, suggest

_FOLDER = Path(__file__).parent / "held_out"
_TAG = re.compile(r"{([mph]) ([^{}|]*)(?:\|([^{}|]*)\|([^{}|]*))?}")
NAMES: Final = ("looked_at", "kept_aside", "by_others", "by_others_kept_aside")
_KINDS: Final = {kind[0]: kind for kind in KINDS}


@dataclass(frozen=True)
class Marked:
    """A text and what is marked in it: kind, start, end; of metrics the value and unit too."""

    text: str
    spans: frozenset[tuple[str, int, int]]
    values: dict[tuple[int, int], tuple[float, str]]


@dataclass(frozen=True)
class Agreement:
    """How many are marked, how many are proposed, how many of these are right."""

    marked: int
    proposed: int
    right: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, on exact spans."""
        return 2 * self.right / (self.marked + self.proposed)


def passages(name: str) -> list[Marked]:
    """Return the passages of a file."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [_read(line) for line in lines if line and not line.startswith("#")]


def _read(line: str) -> Marked:
    text, last = "", 0
    spans = set()
    values = {}
    line = line.replace("\\n", "\n")
    for match in _TAG.finditer(line):
        text += line[last : match.start()]
        start, end = len(text), len(text) + len(match[2])
        spans.add((_KINDS[match[1]], start, end))
        if match[3]:
            values[start, end] = float(match[3]), match[4]
        text += match[2]
        last = match.end()
    return Marked(text + line[last:], frozenset(spans), values)


def agreement(marked: list[Marked], kind: str) -> Agreement:
    """Return how far the rules agree on a kind."""
    wanted = proposed = right = 0
    for one in marked:
        said = {(kind, found.span.start, found.span.end) for found in _found(one, kind)}
        mine = {span for span in one.spans if span[0] == kind}
        wanted += len(mine)
        proposed += len(said)
        right += len(mine & said)
    return Agreement(wanted, proposed, right)


def valued(marked: list[Marked]) -> Agreement:
    """Return how many of the metrics with the right span have the right value and unit."""
    exact = right = 0
    for one in marked:
        for found in _found(one, "metric"):
            want = one.values.get((found.span.start, found.span.end))
            if want is not None:
                exact += 1
                said = float(str(found.attributes["value"])), found.attributes.get("unit", "")
                right += said == want
    return Agreement(exact, exact, right)


def _found(one: Marked, kind: str) -> list[Suggestion]:
    return [found for found in suggest(one.text) if found.kind == kind]


def main() -> None:
    """Print the figures of all passages."""
    for name in NAMES:
        marked = passages(name)
        for kind in KINDS:
            found = agreement(marked, kind)
            sys.stdout.write(f"{name} {kind} {found} F1 {found.f1:.3f}\n")
        sys.stdout.write(f"{name} value+unit {valued(marked)}\n")


if __name__ == "__main__":
    main()
