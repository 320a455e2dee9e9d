from __future__ import annotations

from itertools import product

import pytest

from reader.text import script
from reader.text.conversion import REGIONAL_CONFIGS, converter
from reader.text.script import Script, SourceScript, config_for, detect_script
from reader.text.view import ScriptView
from tests.text.samples import ENGLISH, HONG_KONG, RESIDUE, SIMPLIFIED, TAIWAN
from tests.text.strategies import plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SIMPLIFIED, SourceScript.SIMPLIFIED),
        (plain("s2t", SIMPLIFIED), SourceScript.TRADITIONAL),
        (plain("s2tw", SIMPLIFIED), SourceScript.TRADITIONAL),
        (plain("s2twp", SIMPLIFIED), SourceScript.TRADITIONAL),
        (plain("s2hk", SIMPLIFIED), SourceScript.TRADITIONAL),
        (TAIWAN, SourceScript.TRADITIONAL),
        (HONG_KONG, SourceScript.TRADITIONAL),
        (RESIDUE, SourceScript.MIXED),
        (SIMPLIFIED + plain("s2tw", SIMPLIFIED), SourceScript.MIXED),
        (ENGLISH, SourceScript.UNDETERMINED),
        ("", SourceScript.UNDETERMINED),
        ("里后干台，1234。", SourceScript.UNDETERMINED),
        ("\ud800\0", SourceScript.UNDETERMINED),
    ],
    ids=[
        "Simplified",
        "Traditional",
        "Taiwan",
        "Taiwan words",
        "Hong Kong",
        "written in Taiwan",
        "written in Hong Kong",
        "residue",
        "halves",
        "English",
        "empty",
        "characters of both",
        "odd",
    ],
)
def test_the_script_of_an_article_is_told(text: str, found: SourceScript) -> None:
    assert detect_script(text) is found


@pytest.mark.parametrize("text", [TAIWAN, HONG_KONG, plain("s2tw", SIMPLIFIED)])
def test_clean_traditional_text_stays_clean_however_long_it_grows(text: str) -> None:
    assert detect_script(text * 30) is SourceScript.TRADITIONAL


def test_a_few_strange_characters_do_not_turn_an_article() -> None:
    assert detect_script(SIMPLIFIED + "旁註：「臺灣」") is SourceScript.SIMPLIFIED
    traditional = plain("s2tw", SIMPLIFIED)
    assert detect_script(traditional + "（编者注）") is SourceScript.TRADITIONAL


def test_residue_is_told_by_different_characters_not_by_one_that_repeats() -> None:
    traditional = plain("s2tw", SIMPLIFIED)
    assert detect_script(traditional + "松溪的干部" * 20) is SourceScript.TRADITIONAL
    assert detect_script(traditional + "于干范愿筑布" * 2) is SourceScript.MIXED


def test_the_shapes_of_another_region_are_no_residue() -> None:
    """爲 裏 着 羣 of OpenCC's own standard, which s2tw and t2tw both make 為 裡 著 群."""
    assert (
        detect_script(
            "爲羣衆開設的山峯麪館裏，喫麪的鄉親圍着牀邊的竈說話，談論縣裏的醫療、學校與養老問題。"
        )
        is SourceScript.TRADITIONAL
    )


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    long = SIMPLIFIED * (script._SAMPLE // len(SIMPLIFIED) + 1)
    assert detect_script(long + plain("s2tw", long)) is SourceScript.SIMPLIFIED


PLAIN_TABLE = {
    # target: (mixed source, Traditional source, every other source)
    Script.ORIGINAL: (None, None, None),
    Script.SIMPLIFIED: ("mixed2s", "mixed2s", "t2s"),
    Script.TRADITIONAL: ("s2t", None, "s2t"),
    Script.TAIWAN: ("s2tw", "hk2tw", "s2tw"),
    Script.HONG_KONG: ("mixed2hk", "tw2hk", "s2hk"),
}
REGIONAL_TABLE = {
    **PLAIN_TABLE,
    Script.SIMPLIFIED: ("tw2sp", "tw2sp", "tw2sp"),
    Script.TAIWAN: ("s2twp", "hk2twp", "s2twp"),
    Script.HONG_KONG: ("mixed2hkp", "tw2hkp", "s2hkp"),
}


@pytest.mark.parametrize(
    ("source", "target", "regional"), list(product(SourceScript, Script, (False, True)))
)
def test_every_pair_of_scripts_has_its_configuration(
    source: SourceScript, target: Script, regional: bool
) -> None:
    table = REGIONAL_TABLE if regional else PLAIN_TABLE
    column = {SourceScript.MIXED: 0, SourceScript.TRADITIONAL: 1}.get(source, 2)
    expected = table[target][column]
    if source is SourceScript.SIMPLIFIED and target is Script.SIMPLIFIED:
        expected = "t2s"
    config = config_for(source, target, regional=regional)
    assert config == expected
    if config is not None:
        assert converter(config).name == config
        assert regional or config not in (*REGIONAL_CONFIGS, "tw2hkp", "hk2twp", "mixed2hkp")


@pytest.mark.parametrize("target", Script)
def test_clean_text_in_its_own_script_is_not_touched(target: Script) -> None:
    own = {
        Script.SIMPLIFIED: (SIMPLIFIED, SourceScript.SIMPLIFIED),
        Script.TRADITIONAL: (plain("s2t", SIMPLIFIED), SourceScript.TRADITIONAL),
        Script.TAIWAN: (TAIWAN, SourceScript.TRADITIONAL),
        Script.HONG_KONG: (HONG_KONG, SourceScript.TRADITIONAL),
        Script.HONG_KONG: (HONG_KONG, SourceScript.TRADITIONAL),
        Script.ORIGINAL: (RESIDUE, SourceScript.MIXED),
    }
    text, source = own[target]
    assert ScriptView(text, config_for(source, target)).whole().text == text


@pytest.mark.parametrize("region", ["s2t", "s2tw", "s2hk"])
def test_traditional_text_comes_back_to_simplified(region: str) -> None:
    """著 of Taiwan too, which t2s leaves (沿著)."""
    config = config_for(SourceScript.TRADITIONAL, Script.SIMPLIFIED)
    assert ScriptView(plain(region, SIMPLIFIED), config).whole().text == SIMPLIFIED


def test_residue_is_repaired_in_a_traditional_script() -> None:
    config = config_for(detect_script(RESIDUE), Script.TAIWAN)
    shown = ScriptView(RESIDUE, config).whole().text
    assert "機關幹部" in shown
    assert "規範" in shown
    assert "願意" in shown


def test_the_names_of_scripts_are_tags_of_bcp_47() -> None:
    assert [str(one) for one in Script] == [
        "original",
        "zh-Hans",
        "zh-Hant",
        "zh-Hant-TW",
        "zh-Hant-HK",
    ]
    assert [str(one) for one in SourceScript] == ["zh-Hans", "zh-Hant", "mixed", "und"]
