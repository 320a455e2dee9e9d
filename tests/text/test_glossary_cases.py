"""The shipped glossary against hand-checked hard cases: each of its lines is needed, and right.

``hard_cases.tsv`` holds phrases of this genre, each with the reading that a careful
editor chose. Many are right without the glossary: they guard what it must not break.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.assets import resource
from reader.text.glossary import Correction, Corrections, Glossary
from reader.text.recipe import Recipe
from reader.text.script import Script, SourceScript, config_for, detect_script
from reader.text.view import ScriptView

TABLE = Path(__file__).with_name("hard_cases.tsv")
SOURCES = (SourceScript.SIMPLIFIED, SourceScript.TRADITIONAL, SourceScript.MIXED)
TARGETS = tuple(script for script in Script if script is not Script.ORIGINAL)


class Case(NamedTuple):
    """A phrase and what a careful editor would read for it."""

    source_script: SourceScript
    target: Script
    source: str
    reading: str


def _cases() -> list[Case]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Case(
                SourceScript(row["source_script"]),
                Script(row["target"]),
                row["source"],
                row["reading"],
            )
            for row in rows
        ]


CASES = _cases()
GROUPS = sorted({(case.source_script, case.target) for case in CASES})


@cache
def _shipped(target: Script) -> Corrections:
    return Glossary.shipped().corrections(target)


@cache
def _guarded(target: Script) -> dict[str, str]:
    return dict(_shipped(target).pairs)


def _shown(
    text: str, source: SourceScript, target: Script, without: str = "", *, regional: bool = False
) -> str:
    """Convert with the lines whose words stand in the text, one of them left out."""
    pairs = [
        (words, shown)
        for words, shown in _guarded(target).items()
        if words in text and words != without
    ]
    config = config_for(source, target, regional=regional)
    return Recipe(config, Corrections(pairs)).convert(text).text


def _plain(case: Case) -> str:
    return ScriptView(case.source, config_for(case.source_script, case.target)).whole().text


@pytest.mark.parametrize(("source_script", "target"), GROUPS)
def test_every_hard_case_is_read_as_a_careful_editor_would(
    source_script: SourceScript, target: Script
) -> None:
    config = config_for(source_script, target)
    wrong = {
        case.source: (shown, case.reading)
        for case in CASES
        if (case.source_script, case.target) == (source_script, target)
        and (shown := ScriptView(case.source, config, _shipped(target)).whole().text)
        != case.reading
    }
    assert not wrong


def test_the_table_covers_every_direction_and_what_opencc_knows_alone() -> None:
    assert len(set(CASES)) == len(CASES) >= 140
    assert {target for _, target in GROUPS} == set(TARGETS)
    assert {source for source, _ in GROUPS} == set(SOURCES)
    assert all(4 <= len(case.source) <= 20 for case in CASES)
    right = sum(_plain(case) == case.reading for case in CASES)
    assert 140 <= right <= len(CASES) - 140


def test_no_line_says_what_another_said_or_changes_a_length() -> None:
    seen = set()
    for entry in Glossary.shipped().entries:
        assert len(entry.words) == len(entry.shown), entry
        for target in entry.scripts:
            assert (entry.words, target) not in seen, entry
            seen.add((entry.words, target))
        assert entry.scripts, entry


@cache
def _phrases() -> dict[Script, list[tuple[SourceScript, str]]]:
    found: dict[Script, list[tuple[SourceScript, str]]] = defaultdict(list)
    for case in CASES:
        found[case.target].append((case.source_script, case.source))
    return found


def _decides(entry: Correction, target: Script) -> bool:
    """Return whether a hard case would read otherwise without the line."""
    return any(
        _shown(text, source, target, regional=regional)
        != _shown(text, source, target, without=entry.words, regional=regional)
        for source, text in _phrases()[target]
        if entry.words in text
        for regional in (False, True)
    )


def test_every_line_decides_a_hard_case() -> None:
    idle = [
        entry.as_line()
        for entry in Glossary.shipped().entries
        if not any(_decides(entry, target) for target in entry.scripts)
    ]
    assert not idle


def test_no_surname_of_the_samples_is_another_word_too() -> None:
    for name in ("long", "residue", "simplified"):
        text = resource("samples", f"{name}.txt").read_text("utf-8")
        for target in TARGETS[1:]:
            config = config_for(detect_script(text), target)
            shown = ScriptView(text, config, _shipped(target)).whole().text
            assert not re.search("鬱小|範致|雲師傅", shown)
