"""The wheel's own ``opencc --inspect`` as an oracle: it tells the segments of every stage."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from itertools import accumulate
from pathlib import Path

import opencc
import pytest

from reader.text.span import Span
from reader.text.view import ScriptView
from tests.text.opencc_replay import dictionary
from tests.text.strategies import plain

_CLIB = Path(opencc.__file__).parent / "clib"
_TOOL = _CLIB / "bin" / ("opencc.exe" if sys.platform == "win32" else "opencc")
_DICTIONARIES = {
    "s2twp": "TWPhrases",
    "s2hkp": "HKPhrases",
    "tw2sp": "TWPhrasesRev",
    "hk2sp": "HKPhrasesRev",
}
_BETWEEN = ["的", "和", "，", "发展", "干部", "里", "𠮷", "在", "後", "。", "62", "群众"]
_LINES = 60


def lines(config: str) -> list[str]:
    """Return lines that are dense with what the configuration replaces."""
    chosen = random.Random(config)
    keys = [key for key, value in dictionary(_DICTIONARIES[config]) if len(key) != len(value)]
    if config.startswith("s"):
        keys = plain("t2s", "\n".join(keys)).split("\n")
    return [
        "".join(
            chosen.choice(chosen.choice((keys, _BETWEEN))) for _ in range(chosen.randint(1, 14))
        )
        for _ in range(_LINES)
    ]


def inspected(config: str, texts: list[str]) -> list[list[tuple[str, str]]]:
    """Return, for each text, its segments in the source with what each became."""
    done = subprocess.run(
        [_TOOL, "-c", _CLIB / "share" / "opencc" / f"{config}.json", "--inspect"],
        input="\n".join(texts) + "\n",
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    found = []
    for line in done.stdout.splitlines():
        last = json.loads(line)["pipelineStages"][-1]
        found.append(list(zip(last["segments"], last["stages"][-1]["segments"], strict=True)))
    return found


@pytest.mark.parametrize("config", _DICTIONARIES)
def test_every_boundary_that_opencc_tells_is_one_of_the_alignment(config: str) -> None:
    texts = lines(config)
    segments = inspected(config, texts)
    assert len(segments) == len(texts)
    blocks = 0
    for text, pairs in zip(texts, segments, strict=True):
        whole = ScriptView(text, config).whole()
        assert whole.text == "".join(shown for _, shown in pairs)
        sources = [0, *accumulate(len(source) for source, _ in pairs)]
        views = [0, *accumulate(len(shown) for _, shown in pairs)]
        assert sources[-1] == len(text)
        for place, shown_at in zip(sources, views, strict=True):
            assert whole.alignment.to_view(Span(place, place)) == Span(shown_at, shown_at)
        # A block lies inside one segment, and a segment changes its length by its blocks alone.
        for number, (source, shown) in enumerate(pairs):
            inside = Span(sources[number], sources[number + 1])
            own = [one for one in whole.alignment.blocks if one.source.overlaps(inside)]
            assert all(inside.contains(one.source) for one in own)
            grown = sum(len(one.view) - len(one.source) for one in own)
            assert grown == len(shown) - len(source)
            blocks += len(own)
    assert blocks > _LINES
