"""What is undone of one region's forms: it mends them for the other region and harms neither."""

from __future__ import annotations

import pytest

from reader.text.conversion import CHAINED_CONFIGS, Converted, converter
from reader.text.dictionaries import entries
from reader.text.forms import undone
from tests.text.samples import HONG_KONG, RESIDUE, SIMPLIFIED, TAIWAN
from tests.text.strategies import plain


def shown(config: str, text: str) -> str:
    return converter(config).convert(text).text


@pytest.mark.parametrize("region", ["tw", "hk"])
def test_every_form_keeps_its_length_and_can_be_written_in_a_dictionary(region: str) -> None:
    for key, value in undone(region).items():
        assert len(key) == len(value) > 0
        assert not set(key + value) & set(" \t\n")


@pytest.mark.parametrize("region", ["tw", "hk"])
def test_every_form_is_one_that_opencc_knows_of(region: str) -> None:
    """Only fewer of them are undone than by ``tw2t`` and ``hk2t``."""
    name = {"tw": "TWVariantsRev", "hk": "HKVariantsRev"}[region]
    known = dict(entries(f"{name}.ocd2"))
    characters = {key: value for key, value in undone(region).items() if len(key) == 1}
    assert characters.items() <= known.items()


def test_no_form_of_hong_kong_that_is_undone_can_stand_in_a_text_of_taiwan() -> None:
    for character in undone("hk"):
        with pytest.raises(UnicodeEncodeError):
            character.encode("big5")


@pytest.mark.parametrize(
    ("config", "text"),
    [
        ("tw2hk", HONG_KONG),
        ("tw2hk", plain("s2hk", SIMPLIFIED)),
        ("tw2hkp", HONG_KONG),
        ("hk2tw", TAIWAN),
        ("hk2tw", plain("s2tw", SIMPLIFIED)),
    ],
)
def test_a_text_of_the_region_stays_as_it_is(config: str, text: str) -> None:
    assert converter(config).convert(text) == Converted(text)


def test_from_either_region_and_from_neither_it_reads_as_from_simplified() -> None:
    for source in ("s2t", "s2tw", "s2hk"):
        text = plain(source, SIMPLIFIED)
        assert shown("tw2hk", text).replace("羣", "群") == plain("s2hk", SIMPLIFIED).replace(
            "羣", "群"
        )
        assert shown("mixed2s", text) == SIMPLIFIED
        assert shown("hk2tw", text).replace("台", "臺") == plain("s2tw", SIMPLIFIED)


@pytest.mark.parametrize(
    ("config", "source", "reading"),
    [
        ("tw2hk", "沿著溪裡的汙水", "沿着溪裏的污水"),
        ("tw2hk", "著名作家的著作成效顯著", "著名作家的著作成效顯著"),
        ("tw2hk", "起著作用，寫著名字", "起着作用，寫着名字"),
        ("tw2hk", "配合著做，討論著事，討論著作", "配合着做，討論着事，討論著作"),
        ("tw2hk", "橋梁上的梁先生", "橋樑上的梁先生"),
        # What the way by OpenCC's own standard would harm.
        ("tw2hk", "群峰床啟簷顎參保麵", "群峰床啟簷顎參保麵"),
        ("tw2hk", "説裏着群衞", "説裏着群衞"),
        ("tw2hkp", "布拉德·皮特走著說", "畢·彼特走着説"),
        ("hk2tw", "説：衞生署裏的枱，閲讀着", "說：衛生署裡的檯，閱讀著"),
        ("hk2tw", "台北的群峰，濕地的啟示", "台北的群峰，濕地的啟示"),
        ("hk2twp", "説互聯網", "說網際網路"),
        ("mixed2s", "沿著河道，显著成效，论著，著名", "沿着河道，显著成效，论著，著名"),
        ("mixed2hk", "机关干部沿著裡面走，著名", "機關幹部沿着裏面走，著名"),
        ("mixed2hk", "著名人物", "著名人物"),
        ("mixed2hkp", "布拉德·皮特走著", "畢·彼特走着"),
    ],
)
def test_what_is_undone_and_what_is_left(config: str, source: str, reading: str) -> None:
    assert shown(config, source) == reading


def test_only_the_regional_ones_change_lengths() -> None:
    for config in CHAINED_CONFIGS:
        blocks = converter(config).convert(RESIDUE + "布拉德·皮特互聯網").blocks
        assert bool(blocks) == config.endswith("p")
