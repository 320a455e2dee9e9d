"""Switch the script in the middle of an article: from the command to the first correct paint.

The baseline is the least that a program could do which converts the whole text:
one call of ``OpenCC.convert``, with nothing shown.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import opencc

from reader.text import conversion
from reader.text.conversion import IDENTITY_CONFIGS
from reader.text.script import Script, SourceScript, config_for
from reader.text.span import Span
from tests.perf.measure import Contender, Line, characters, lines, medians
from tests.perf.stage import show_again
from tests.perf.texts import article_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.perf.stage import Reader, Stage

_CONVERT = "OpenCC.convert of the whole"
_LOAD = "OpenCC(…) and convert of the whole"
_OTHERS = (
    ("Taiwan + words", Script.TAIWAN, True),
    ("Hong Kong", Script.HONG_KONG, False),
    ("Hong Kong + words", Script.HONG_KONG, True),
    ("Traditional", Script.TRADITIONAL, False),
    ("Simplified", Script.SIMPLIFIED, False),
)


def switching(stage: Stage) -> Iterator[Line]:
    """Measure every size to Taiwan's script, the longest to others, and the first time."""
    longest = stage.plan.sizes[-1]
    for length in stage.plan.sizes:
        yield from _case(stage, length, "Taiwan", Script.TAIWAN, regional=False)
    for reader in stage.readers():
        yield _long_against_short(stage, reader)
    for name, script, regional in _OTHERS[: stage.plan.scripts]:
        yield from _case(stage, longest, name, script, regional=regional)
    yield from _case(stage, longest, "first Taiwan", Script.TAIWAN, regional=False, first=True)


def _long_against_short(stage: Stage, reader: Reader) -> Line:
    """Measure the longest article in turn with the shortest, which has as many tags a page."""
    short, long = (
        _Switch(reader, stage.workspace(length, length // 100), Script.TAIWAN)
        for length in (stage.plan.sizes[0], stage.plan.sizes[-1])
    )
    contenders = [
        Contender("short", short.run, short.prepare),
        Contender("long", long.run, long.prepare),
    ]
    measured = medians(contenders, stage.plan.repeats)
    case = f"Taiwan, {characters(stage.plan.sizes[-1], stage.plan.sizes[-1] // 100)}"
    against = f"the same, {characters(stage.plan.sizes[0])}"
    return Line("switch", reader.name, case, measured["long"], against, measured["short"])


def _case(
    stage: Stage, length: int, name: str, script: Script, *, regional: bool, first: bool = False
) -> list[Line]:
    text, tags = article_text(length), length // 100
    config = config_for(SourceScript.SIMPLIFIED, script, regional=regional)
    assert config is not None
    folder = stage.workspace(length, tags)
    switched = [
        _Switch(reader, folder, script, regional=regional, first=first)
        for reader in stage.readers()
    ]
    contenders = [Contender(one.reader.name, one.run, one.prepare) for one in switched]
    engine = opencc.OpenCC(config, include_tofu_risk_dictionaries=False)
    if first:
        contenders.append(Contender(_LOAD, partial(_load_and_convert, config, text)))
    else:
        contenders.append(Contender(_CONVERT, partial(engine.convert, text)))
    measured = medians(contenders, stage.plan.repeats)
    if config in IDENTITY_CONFIGS:
        for one in switched:
            one.verify(engine.convert(text))
    names = [one.reader.name for one in switched]
    case = f"{name}, {characters(length, tags)}"
    return lines("switch", case, measured, contenders[-1].name, names=names)


def _load_and_convert(config: str, text: str) -> None:
    opencc.OpenCC(config, include_tofu_risk_dictionaries=False).convert(text)


class _Switch:
    """One reader that switches one article again and again, each time for the first time."""

    def __init__(
        self,
        reader: Reader,
        folder: Path,
        script: Script,
        *,
        regional: bool = False,
        first: bool = False,
    ) -> None:
        self.reader = reader
        self._folder = folder
        self._script = script
        self._regional = regional
        self._first = first

    def prepare(self) -> None:
        session = self.reader.session
        session.show_script(Script.ORIGINAL)
        # In the original this changes nothing but which configuration comes next.
        session.show_regional(on=self._regional)
        # Opening the workspace anew would do the same, at many times the cost.
        session._views.clear()
        show_again(self.reader, self._folder)
        assert session.article is not None
        middle = len(session.article.text) // 2
        self.reader.surface.reveal(Span(middle, middle))
        self.reader.paint()
        if self._first:
            conversion._converters.clear()

    def run(self) -> None:
        self.reader.session.show_script(self._script)
        self.reader.paint()

    def verify(self, converted: str) -> None:
        """Fail unless what is on the screen is what converting the whole text gives."""
        pages = self.reader.surface.pages
        assert pages is not None
        shown = pages.visible_span()
        assert shown.start <= len(converted) // 2 <= shown.end
        assert pages.view.text_of(shown) == shown.of(converted)
