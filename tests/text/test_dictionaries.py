"""What exact offsets rest on, proved over every entry of the installed dictionaries."""

from __future__ import annotations

from typing import Any

import pytest

from reader.text import conversion, cutting, view
from reader.text.conversion import IDENTITY_CONFIGS
from reader.text.dictionaries import read_config, share_folder
from reader.text.paragraphs import LINE_END
from tests.text.opencc_replay import dictionary

INSTALLED = sorted(path.stem for path in share_folder().glob("*.ocd2"))
CHANGING = {"TWPhrases", "TWPhrasesRev", "HKPhrases", "HKPhrasesRev"}


def files(node: Any) -> set[str]:
    """Return the names of the dictionaries that a part of a configuration uses."""
    if isinstance(node, list):
        return {name for item in node for name in files(item)}
    if not isinstance(node, dict):
        return set()
    own = {node["file"].removesuffix(".ocd2")} if "file" in node else set()
    return own.union(*map(files, node.values()))


def test_the_dictionaries_that_change_lengths_are_the_four_of_regional_phrases() -> None:
    assert len(INSTALLED) == 22
    changing = {
        name for name in INSTALLED if any(len(key) != len(value) for key, value in dictionary(name))
    }
    assert changing == CHANGING


@pytest.mark.parametrize("name", IDENTITY_CONFIGS)
def test_every_entry_of_a_length_preserving_configuration_keeps_its_length(name: str) -> None:
    used = files(read_config(name))
    assert used <= set(INSTALLED)
    assert [
        (key, value) for file in used for key, value in dictionary(file) if len(key) != len(value)
    ] == []


@pytest.mark.parametrize("name", ["s2twp", "s2hkp", "tw2sp", "hk2sp"])
def test_one_stage_of_a_regional_configuration_changes_lengths_through_the_dictionary_declared(
    name: str,
) -> None:
    declared, base = conversion._REGIONAL[name]
    assert base == name
    stages = [files(stage) & CHANGING for stage in read_config(name)["conversion_chain"]]
    expected = {declared.removesuffix(".ocd2")}
    assert stages == ([set(), expected] if name.startswith("s2") else [expected, set()])
    assert not files(read_config(name)["segmentation"]) & CHANGING
    assert not files(read_config(name)["normalization"]) & CHANGING


@pytest.mark.parametrize("name", INSTALLED)
def test_no_key_holds_a_character_that_a_text_is_cut_at(name: str) -> None:
    """So that converting chunk by chunk, or line by line, equals converting the whole."""
    assert [key for key, _ in dictionary(name) if view._BREAK.search(key)] == []
    assert [key for key, _ in dictionary(name) if LINE_END.search(key)] == []
    assert [key for key, _ in dictionary(name) if set(key) & set(cutting._BREAKS)] == []


@pytest.mark.parametrize("name", INSTALLED)
def test_every_entry_can_be_marked(name: str) -> None:
    """A mark names a key's length; an entry holds no mark, no NUL, and no empty side."""
    for key, value in dictionary(name):
        assert 0 < len(key) <= 0xFF
        assert value
        assert not conversion._VERBATIM.search(key + value)
