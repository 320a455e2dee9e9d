"""Convert and align, against OpenCC alone; map spans; the longest stall beside a conversion."""

from __future__ import annotations

import threading
import time
from functools import cache, partial
from typing import TYPE_CHECKING

import opencc

from reader.text.conversion import IDENTITY_CONFIGS
from reader.text.view import ScriptView
from tests.perf.measure import Contender, Line, characters, lines, medians
from tests.perf.texts import article_text, tag_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.text.span import Span
    from tests.perf.stage import Stage

_OPENCC = "OpenCC.convert"
_VIEW = "view"
_FRAME_MS = 1000 / 30
_SPANS = 10_000
_IN_A_ROW = 200_000
# Configurations of the product's own, and the one of OpenCC that each goes beyond.
_BESIDE = {"tw2hk": "t2hk", "hk2tw": "t2tw", "mixed2s": "t2s", "mixed2hk": "s2hk"}


def converting(stage: Stage) -> Iterator[Line]:
    """Measure whole conversions, the mapping of spans and the stall of another thread."""
    smallest, largest = stage.plan.sizes[0], stage.plan.sizes[-1]
    for config in IDENTITY_CONFIGS:
        for length in (smallest, largest):
            yield _whole(config, length, stage.plan.repeats)
    for config in ("s2twp", "s2hkp", "tw2sp", "hk2sp"):
        yield _whole(config, largest, stage.plan.repeats)
    for config in _BESIDE:
        yield _whole(config, largest, stage.plan.repeats)
    middle = stage.plan.sizes[len(stage.plan.sizes) // 2]
    for config in ("s2tw", "s2twp"):
        yield _mapping(config, middle, stage.plan.repeats)
    yield _stall(10 * largest)


@cache
def _engine(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(_BESIDE.get(config, config), False)


@cache
def _source(config: str, length: int) -> str:
    """Return prose in the script that a configuration converts from."""
    text = article_text(length)
    if config.startswith("s"):
        return text
    scripts = {"t": "s2t", "tw": "s2tw", "hk": "s2hk", "mixed": "s2tw"}
    script = scripts[config.partition("2")[0]]
    made: str = _engine(script).convert(text)
    return made


def _whole(config: str, length: int, repeats: int) -> Line:
    """Convert articles of a length; short ones several in a row, or a single cold call is timed."""
    number = max(1, _IN_A_ROW // length)
    text = _source(config, number * length)
    articles = [text[start : start + length] for start in range(0, len(text), length)]
    convert = _engine(config).convert

    def view() -> None:
        for article in articles:
            ScriptView(article, config).whole()

    def plain() -> None:
        for article in articles:
            convert(article)

    measured = medians((Contender(_VIEW, view), Contender(_OPENCC, plain)), repeats)
    several = f"{number} times " if number > 1 else ""
    case = f"{config}, {several}{characters(length)}"
    (line,) = lines("convert", case, measured, _OPENCC, names=[_VIEW])
    return line


def _mapping(config: str, length: int, repeats: int) -> Line:
    text = _source(config, length)
    spans = [tag for tag in tag_spans(length, length // 20) for _ in range(2)][:_SPANS]
    alignment = ScriptView(text, config).whole().alignment
    measured = medians(
        (
            Contender(_VIEW, lambda: _map_all(alignment.to_view, spans)),
            Contender(_OPENCC, partial(_engine(config).convert, text)),
        ),
        repeats,
    )
    case = f"map {len(spans):,} spans, {config}, {characters(length)}"
    (line,) = lines("convert", case, measured, _OPENCC, names=[_VIEW])
    return line


def _map_all(to_view: object, spans: Sequence[Span]) -> list[Span]:
    assert callable(to_view)
    return [to_view(span) for span in spans]


def _stall(length: int) -> Line:
    """Return the longest time that the main thread waited while another converted."""
    text = _source("s2tw", length)
    worker = threading.Thread(target=ScriptView(text, "s2tw").whole)
    longest = 0.0
    worker.start()
    before = time.perf_counter()
    while worker.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest = max(longest, now - before)
        before = now
    worker.join()
    case = f"longest stall beside s2tw, {characters(length)}"
    return Line("convert", _VIEW, case, longest * 1000, "one frame at 30 Hz", _FRAME_MS)
