"""All rules on articles, against OpenCC alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import opencc

from reader.assets import resource
from reader.suggest import suggest
from tests.perf.measure import Contender, Line, characters, lines, medians
from tests.perf.texts import article_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.perf.stage import Stage

_OPENCC = "OpenCC.convert s2t"
_RULES = "rules"
_IN_A_ROW = 200_000


def suggesting(stage: Stage) -> Iterator[Line]:
    """Measure the rules on prose as it is written, on the densest there is, and on one long text.

    The samples have about seven suggestions in a thousand characters, as articles do; the text of
    the other benchmarks has thirty.
    """
    length, largest = stage.plan.sizes[0], stage.plan.sizes[-1]
    repeats = stage.plan.repeats
    yield _rules("samples", _samples(length), repeats)
    dense = article_text(max(_IN_A_ROW, length))[: max(_IN_A_ROW, length)]
    yield _rules("dense", _cut(dense, length), repeats)
    yield _rules("dense", [article_text(largest)], repeats)


@cache
def _samples(length: int) -> Sequence[str]:
    """Return articles of a length, from the sample workspace, Simplified and Traditional."""
    texts = [path.read_text("utf-8") for path in sorted(resource("samples").glob("*.txt"))]
    whole = "".join(texts)
    return _cut(whole * (1 + max(_IN_A_ROW, length) // len(whole)), length)


def _cut(text: str, length: int) -> Sequence[str]:
    return [text[start : start + length] for start in range(0, len(text), length)]


def _rules(name: str, articles: Sequence[str], repeats: int) -> Line:
    convert = opencc.OpenCC("s2t", False).convert

    def rules() -> None:
        for article in articles:
            suggest(article)

    def plain() -> None:
        for article in articles:
            convert(article)

    measured = medians((Contender(_RULES, rules), Contender(_OPENCC, plain)), repeats)
    case = f"{name}, {len(articles)} times {characters(len(articles[0]))}"
    (line,) = lines("suggest", case, measured, _OPENCC, names=[_RULES])
    return line
