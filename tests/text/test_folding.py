from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text.conversion import IDENTITY_CONFIGS, converter
from reader.text.folding import fold, folding_table
from tests.text.opencc_replay import dictionary
from tests.text.strategies import OPENCC_TEXTS

# Pairs that a dictionary of a length-preserving configuration exchanges inside some
# phrase, though they are two characters: 了解 and 瞭解, 背 and 揹, 藉 and 借.
_PAIRS = """
了瞭 仇讎 仿彷 俱具 借藉 吣唚 呆待 哩里 坏坯 坐座 堤隄 复覆 夫伕 妍姸 宁甯 寧甯 彝彜
戚鏚 拿拏 斤觔 斫斲 果菓 枪鎗 柏栢 檗蘗 沈沉 浚濬 澄澂 焰燄 熏薰 琅瑯 甦苏 畫划 礦鑛
穎頴 穗繐 筱篠 耇耈 背揹 藤籐 豆荳 象像 鍊链 锄耡 顎齶 鮎鯰 鼇鰲
"""
APART = set(map(frozenset, _PAIRS.split()))
DICTIONARIES = (
    "STCharacters",
    "STPhrases",
    "STPhrases_GeneratedFromRegionalPhrases",
    "TSCharacters",
    "TSPhrases",
    "TWVariants",
    "TWVariantsPhrases",
    "TWVariantsRev",
    "TWVariantsRevPhrases",
    "HKVariants",
    "HKVariantsPhrases",
    "HKVariantsRev",
    "HKVariantsRevPhrases",
    "CJK_Compatibility_Ideographs",
)


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(), st.text(st.characters(exclude_categories=())), OPENCC_TEXTS))
def test_folding_keeps_every_place_and_folds_all_at_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert [fold(character) for character in text] == list(folded)


def test_every_code_point_that_folds_folds_to_one_that_does_not() -> None:
    table = folding_table()
    assert len(table) > 5_000
    assert not table.keys() & table.values()


def test_all_that_a_conversion_exchanges_folds_together_but_for_these_pairs() -> None:
    exchanged = {
        frozenset((one, other))
        for name in DICTIONARIES
        for key, value in dictionary(name)
        for one, other in zip(key, value, strict=True)
        if one != other
    }
    assert len(exchanged) > 5_000
    assert {pair for pair in exchanged if len({fold(one) for one in pair}) > 1} == APART


@settings(max_examples=60, deadline=None)
@given(OPENCC_TEXTS)
@example("沿着河岸的卫生间，桌台上的昵称")
@example("沿著河岸的衞生間，桌枱上的暱稱")
def test_a_text_folds_as_its_conversions_do(text: str) -> None:
    for config in IDENTITY_CONFIGS:
        converted = converter(config).convert(text).text
        apart = {
            frozenset((one, other))
            for one, other in zip(text, converted, strict=True)
            if fold(one) != fold(other)
        }
        # Two stages may go through two of the pairs (坏 to 坯 by way of 壞).
        within = {character for pair in APART for character in pair}
        assert all(pair in APART or pair & within for pair in apart), (config, apart)


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x24F)))
def test_width_and_case_fold_away(text: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    assert fold(wide) == fold(text)
    single = [c for c in text if len(unicodedata.normalize("NFKC", c).lower()) == 1]
    assert fold("".join(single)).lower() == fold("".join(single))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("政協", "政协"),
        ("沿著", "沿着"),
        ("衞生", "卫生"),
        ("裡面", "裏面"),
        ("裡面", "里面"),
        ("臺灣", "台湾"),
        ("ＡＢＣ１２３", "abc123"),
        ("書香　", "书香　"),
        ("Ωμέγα", "ωμέγα"),
        ("ПОЛИТИКА", "политика"),
        ("\uf9dc", "隆"),
    ],
)
def test_these_are_found_by_each_other(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_what_folds_to_several_characters_stays() -> None:
    assert fold("İﬁ㈱½") == "İﬁ㈱½"
