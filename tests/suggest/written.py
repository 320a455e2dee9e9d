"""Passages that are written for the tests: what is to be found in them stands in braces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from reader.text.conversion import converter

_FOLDER = Path(__file__).parent / "passages"
_TAG = re.compile(r"{([^{}|=]*)(?:=([^{}|]*))?((?:\|[^{}|]*)*)}")
WIDTH: Final = 7
"""Characters of a line of the hard-wrapped form."""
_COLUMN: Final = "清溪镇的老街上人们说起这里的变化总是笑着摇头也总是舍不得走夜里的灯亮着书页翻着"


@dataclass(frozen=True)
class Passage:
    """A text and what is to be found in it: start, end and what stands behind the words."""

    text: str
    tags: tuple[tuple[int, int, tuple[str, ...]], ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the tags are."""
        return [(start, end) for start, end, _ in self.tags]

    def traditional(self) -> Passage:
        """Return the passage in Traditional characters, quotation marks too."""
        text = converter("s2t").convert(self.text).text
        return Passage(text.translate(str.maketrans("“”‘’", "「」『』")), self.tags)

    def wrapped(self) -> Passage:
        """Return the passage as a narrow column; its lines break wherever they are full."""
        text = f"{_COLUMN}。{self.text}"
        ahead = len(_COLUMN) + 1

        def moved(at: int) -> int:
            return at + ahead + (at + ahead) // WIDTH

        lines = [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]
        tags = ((moved(start), moved(end - 1) + 1, notes) for start, end, notes in self.tags)
        return Passage("\n".join(lines), tuple(tags))


def read(line: str) -> Passage:
    """Read a passage as it is written in a file."""
    text, tags, last = "", [], 0
    for match in _TAG.finditer(line):
        text += line[last : match.start()]
        tags.append((len(text), len(text) + len(match[1]), tuple(match[3].split("|")[1:])))
        text += match[1]
        last = match.end()
    return Passage(text + line[last:], tuple(tags))


def passages(name: str) -> list[Passage]:
    """Return the passages of a file."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [read(line) for line in lines if line and not line.startswith("#")]


def traps(name: str) -> list[object]:
    """Return the texts of a file of traps, each under the name of its trap."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    rows = [line.split(": ", 1) for line in lines if line and not line.startswith("#")]
    return [pytest.param(text, id=f"{trap}-{text[:12]}") for trap, text in rows]
