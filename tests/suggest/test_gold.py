"""The figures on the real articles, which are not in the repository, by the shared scorer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.suggest import suggest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

pytestmark = pytest.mark.shared

ARTICLES = ("000", "001", "003")
GOALS = {"metric": 0.98, "programme": 0.88, "honour": 0.88}
_LINE = re.compile(r"(\w+) .* F1 (\d\.\d+)  overlap-F1 \d\.\d+(?:  value\+unit (\d\.\d+))?")


def scored(shared: Path, folder: Path, names: Sequence[str]) -> dict[str, tuple[float, str]]:
    """Return F1 of each kind, and the share of right values, as the scorer prints them."""
    words: list[Path] = []
    for name in names:
        text = (shared / "articles" / f"{name}.txt").read_bytes().decode("utf-8")
        said = folder / f"{name}.jsonl"
        lines = (json.dumps(one.to_json(text), ensure_ascii=False) for one in suggest(text))
        said.write_text("\n".join(lines), "utf-8")
        words += [shared / "gold" / f"{name}.jsonl", said]
    done = subprocess.run(
        [sys.executable, shared / "score-suggestions", *words],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return {kind: (float(f1), share) for kind, f1, share in _LINE.findall(done.stdout)}


def test_the_goals_hold_on_all_articles(shared: Path, tmp_path: Path) -> None:
    figures = scored(shared, tmp_path, ARTICLES)
    for kind, goal in GOALS.items():
        assert figures[kind][0] >= goal
    assert float(figures["metric"][1]) >= 0.99


@pytest.mark.parametrize("name", ARTICLES)
def test_each_article_by_itself_is_read_well(shared: Path, tmp_path: Path, name: str) -> None:
    figures = scored(shared, tmp_path, [name])
    assert {kind for kind, (f1, _) in figures.items() if f1 < 0.85} == set()
