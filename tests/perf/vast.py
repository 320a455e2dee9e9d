"""Ten million characters, and paragraphs of twenty thousand: how long the window stands still.

From the command to where the event loop is idle again, the longest turn is counted, the command
itself included: for as long no key is answered.
"""

from __future__ import annotations

import time
from functools import cache, partial
from statistics import median
from typing import TYPE_CHECKING

from reader.text.article import Article
from reader.text.script import Script
from reader.workspace import Workspace
from tests.perf.measure import Line, rounds
from tests.perf.opening import longest_stall
from tests.perf.scrolling import turn_page
from tests.perf.stage import open_workspace
from tests.perf.texts import article_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.perf.stage import Reader, Stage

_LIMIT, _AGAINST = 50.0, "what may not be noticed"
_LONG_PARAGRAPH = 20_000
_PAGES = 20


def standing_still(stage: Stage) -> Iterator[Line]:
    """Open, scroll, jump to the end, and switch the script there."""
    length = stage.plan.vast
    cases = {
        f"{length:,} characters": _text(length),
        f"{length // 10:,} in paragraphs of {_LONG_PARAGRAPH:,}": _in_long_paragraphs(length // 10),
    }
    for case, text in cases.items():
        folder = _workspace(stage, text)
        for reader in stage.readers():
            for name, stalls in _stalls(reader, folder, stage.plan.repeats).items():
                still = median(stalls)
                yield Line("vast", reader.name, f"{name}, {case}", still, _AGAINST, _LIMIT)


@cache
def _text(length: int) -> str:
    part = article_text(min(length, 1_000_000))
    return part * (length // len(part))


def _in_long_paragraphs(length: int) -> str:
    flowing = _text(length).replace("\n", "")
    pieces = range(0, len(flowing), _LONG_PARAGRAPH)
    return "\n".join(flowing[start : start + _LONG_PARAGRAPH] for start in pieces)


def _workspace(stage: Stage, text: str) -> Path:
    folder = stage.folder / f"vast-{len(text)}-{text.count(chr(10))}"
    with Workspace.create(folder, author="benchmark", state=stage.folder / "state") as workspace:
        workspace.add_article(Article.from_text("先开的一篇短文。\n"))
        workspace.add_article(Article.from_text(text))
    return folder


def _stalls(reader: Reader, folder: Path, repeats: int) -> dict[str, list[float]]:
    """Return for each command the longest time that the event loop stood still, in milliseconds."""
    found: dict[str, list[float]] = {}
    for counts in rounds(repeats):
        article = open_workspace(reader, folder)
        steps: dict[str, Callable[[], None]] = {
            "open": partial(reader.session.show_article, article),
            "scroll": partial(_scroll, reader),
            "to the end": partial(_to_the_end, reader),
            "switch there": partial(reader.session.show_script, Script.TAIWAN),
        }
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            if name == "scroll":
                spent = (time.perf_counter() - start) * 1000 / _PAGES
            else:
                reader.paint()
                spent = (time.perf_counter() - start) * 1000
            if counts:
                found.setdefault(name, []).append(max(spent, longest_stall()))
        # The window remembers where it was read, and would open it there.
        reader.surface.verticalScrollBar().setValue(0)
        reader.paint()
    return found


def _scroll(reader: Reader) -> None:
    for _page in range(_PAGES):
        turn_page(reader)


def _to_the_end(reader: Reader) -> None:
    bar = reader.surface.verticalScrollBar()
    bar.setValue(bar.maximum())
