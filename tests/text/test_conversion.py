from __future__ import annotations

import logging
import re
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any
from unittest.mock import patch

import opencc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text import conversion, dictionaries
from reader.text.conversion import (
    CHAINED_CONFIGS,
    IDENTITY_CONFIGS,
    REGIONAL_CONFIGS,
    Converted,
    converter,
    load_in_steps,
)
from reader.text.folding import fold
from tests.text.opencc_replay import dictionary, replay
from tests.text.strategies import OPENCC_TEXTS, PHRASES, plain

ALL_CONFIGS = IDENTITY_CONFIGS + REGIONAL_CONFIGS + CHAINED_CONFIGS
# The configurations that OpenCC has too; t2twp and t2hkp are ours.
OPENCCS = tuple(
    name for name in IDENTITY_CONFIGS + REGIONAL_CONFIGS if name not in ("t2twp", "t2hkp")
)


def convert(config: str, text: str) -> Converted:
    return converter(config).convert(text)


def quads(converted: Converted) -> list[list[int]]:
    return [block.as_list() for block in converted.blocks]


def pairs(config: str, text: str) -> list[tuple[str, str]]:
    """Return the blocks of a conversion as the words on either side."""
    converted = convert(config, text)
    return [(b.source.of(text), b.view.of(converted.text)) for b in converted.blocks]


@settings(max_examples=100, deadline=None)
@given(OPENCC_TEXTS)
@example("")
@example("签\n约")
def test_the_text_is_what_opencc_itself_makes(text: str) -> None:
    for config in OPENCCS:
        assert convert(config, text).text == plain(config, text), config


@settings(max_examples=100, deadline=None)
@given(OPENCC_TEXTS)
def test_text_and_blocks_are_those_of_a_replay_of_the_dictionaries(text: str) -> None:
    for config in ALL_CONFIGS:
        converted = convert(config, text)
        assert (converted.text, quads(converted)) == replay(config).convert(text), config


@settings(max_examples=40, deadline=None)
@given(OPENCC_TEXTS)
def test_length_preserving_configurations_keep_every_place(text: str) -> None:
    for config in IDENTITY_CONFIGS:
        converted = convert(config, text)
        assert len(converted.text) == len(text)
        assert converted.blocks == ()


def assert_partition(text: str, converted: Converted) -> None:
    """Blocks and gaps together are the whole of both sides."""
    source = view = 0
    for block in converted.blocks:
        assert block.source.start - source == block.view.start - view >= 0
        assert block.source
        assert block.view
        source, view = block.source.end, block.view.end
    assert len(text) - source == len(converted.text) - view >= 0


@settings(max_examples=80, deadline=None)
@given(OPENCC_TEXTS)
def test_blocks_and_gaps_partition_both_sides(text: str) -> None:
    for config in REGIONAL_CONFIGS:
        assert_partition(text, convert(config, text))


@settings(max_examples=80, deadline=None)
@given(st.lists(PHRASES, max_size=10).map("".join))
def test_a_block_is_an_entry_of_the_dictionary_that_changes_lengths(text: str) -> None:
    # OpenCC normalises compatibility ideographs before anything else.
    normal = unicodedata.normalize("NFC", text)
    assert len(normal) == len(text)
    for config in REGIONAL_CONFIGS:
        entries = dict(dictionary(conversion._REGIONAL[config][0].removesuffix(".ocd2")))
        for source, view in pairs(config, normal):
            if config.startswith("t2"):
                assert entries[source] == view
            elif config.startswith("s2"):
                # The key is the Traditional form of the source, by a stage before.
                keys = {key for key, value in entries.items() if value == view}
                assert fold(source) in map(fold, keys)
            else:
                # The value went through a stage that makes it Simplified, in its context.
                assert fold(entries[source]) == fold(view)


@pytest.mark.parametrize("config", REGIONAL_CONFIGS)
def test_every_entry_that_changes_its_length_makes_one_block_by_itself(config: str) -> None:
    name = conversion._REGIONAL[config][0].removesuffix(".ocd2")
    changing = {key: value for key, value in dictionary(name) if len(key) != len(value)}
    # The stages around it take some keys apart first (s2twp reads Simplified
    # words); what is left is nearly all, and all of it where that stage is alone.
    whole = [key for key in changing if [a for a, _ in pairs(config, key)] == [key]]
    assert len(whole) >= (len(changing) if config.startswith("t2") else 0.9 * len(changing))


@pytest.mark.parametrize(
    ("config", "text", "converted", "blocks"),
    [
        ("s2twp", "互联网的软件", "網際網路的軟體", [("互联网", "網際網路")]),
        ("t2twp", "互聯網的軟件", "網際網路的軟體", [("互聯網", "網際網路")]),
        ("tw2sp", "網際網路的軟體", "互联网的软件", [("網際網路", "互联网")]),
        ("s2hkp", "布拉德·皮特的电影", "畢·彼特的電影", [("布拉德·皮特", "畢·彼特")]),
        ("t2hkp", "布拉德·皮特的電影", "畢·彼特的電影", [("布拉德·皮特", "畢·彼特")]),
        ("hk2sp", "畢·彼特的電影", "布拉德·皮特的电影", [("畢·彼特", "布拉德·皮特")]),
    ],
)
def test_regional_words_stand_against_each_other(
    config: str, text: str, converted: str, blocks: list[tuple[str, str]]
) -> None:
    assert convert(config, text).text == converted
    assert pairs(config, text) == blocks


@pytest.mark.parametrize(
    ("config", "text", "converted", "blocks"),
    [
        # 徵音 and 徵弦 are keys of the later stage (the note, not 征): they reach
        # into the block from after it.
        ("tw2sp", "唐氏症音", "唐氏综合徵音", [("唐氏症", "唐氏综合徵")]),
        ("tw2sp", "唐氏症", "唐氏综合征", [("唐氏症", "唐氏综合征")]),
        # 九逕山 reaches into it from before.
        ("hk2sp", "九逕森·曼特斯", "九迳山姆·曼德斯", [("森·曼特斯", "山姆·曼德斯")]),
        ("hk2sp", "九森·曼特斯", "九山姆·曼德斯", [("森·曼特斯", "山姆·曼德斯")]),
        # Two blocks touch.
        (
            "tw2sp",
            "網際網路唐氏症",
            "互联网唐氏综合征",
            [("網際網路", "互联网"), ("唐氏症", "唐氏综合征")],
        ),
    ],
)
def test_a_later_phrase_that_reaches_into_a_block_changes_its_words_not_its_edges(
    config: str, text: str, converted: str, blocks: list[tuple[str, str]]
) -> None:
    assert convert(config, text).text == converted == plain(config, text)
    assert pairs(config, text) == blocks


def test_every_touching_pair_of_a_block_and_a_later_phrase_keeps_the_edges() -> None:
    """Every overlap of a phrase of the last stage with the end of a block's value."""
    later = [key for key, _ in dictionary("TSPhrases") if len(key) > 1]
    tails = {key[:n]: key[n:] for key in later for n in range(1, len(key))}
    tried = 0
    for config, name in (("tw2sp", "TWPhrasesRev"), ("hk2sp", "HKPhrasesRev")):
        for key, value in dictionary(name):
            rests = {tails[value[-n:]] for n in range(1, len(value)) if value[-n:] in tails}
            for text in (key + rest for rest in rests):
                converted = convert(config, text)
                assert (converted.text, quads(converted)) == replay(config).convert(text)
                tried += 1
    assert tried > 50


class TestTraditionalToRegional:
    """t2twp and t2hkp: what one expects of them on clean Traditional text."""

    @pytest.mark.parametrize(("config", "standard"), [("t2twp", "s2tw"), ("t2hkp", "s2hk")])
    def test_the_shape_of_characters_stays_as_the_plain_configuration_makes_it(
        self, config: str, standard: str
    ) -> None:
        text = plain(standard, "这里的群众为了台湾的文艺发展，只著书立说，卫生干部吃面条。")
        assert convert(config, text) == Converted(plain(f"t2{standard[2:]}", text))
        assert convert(config, text).text == text

    @pytest.mark.parametrize(("config", "plain_config"), [("t2twp", "t2tw"), ("t2hkp", "t2hk")])
    def test_every_key_in_regional_form_gives_its_value(
        self, config: str, plain_config: str
    ) -> None:
        entries = dictionary(conversion._REGIONAL[config][0].removesuffix(".ocd2"))
        assert all(convert(config, key).text == value for key, value in entries)
        # Keys are in OpenCC's own Traditional, so a few cannot be met in a text
        # of the region (羣 for 群, 麪 for 麵): these words stay as they are.
        unmet = [key for key, _ in entries if plain(plain_config, key) != key]
        assert len(unmet) == {"t2twp": 16, "t2hkp": 1}[config]

    @pytest.mark.parametrize(
        ("region", "phrases", "unmet"),
        [
            (
                "tw",
                "TWPhrases",
                """亚历杭德罗·冈萨雷斯·伊纳里图 伪代码 大众公司 大众汽车 大众汽车集团 大众集团 审核
                所罗门群岛 方便面 痴呆症 美属维尔京群岛 老人痴呆症 老年性痴呆症 老年痴呆症 集群""",
            ),
            ("hk", "HKPhrases", "大卫·利恩"),
        ],
    )
    def test_it_replaces_the_words_that_the_whole_chain_replaces_in_simplified(
        self, region: str, phrases: str, unmet: str
    ) -> None:
        words = {key for key, _ in dictionary("STPhrases_GeneratedFromRegionalPhrases")}
        words |= {plain("t2s", key) for key, _ in dictionary(phrases)}
        different = {
            word
            for word in words
            if convert(f"t2{region}p", plain(f"s2{region}", word)).text
            != plain(f"s2{region}p", word)
        }
        assert different == set(unmet.split())

    def test_no_word_list_holds_it_back_from_a_phrase_across_two_words(self) -> None:
        assert plain("s2twp", "文明创建筑新") == "文明創建築新"
        assert convert("t2twp", plain("s2tw", "文明创") + "建築新").text == "文明建立築新"


HOSTILE = st.lists(
    st.one_of(
        st.sampled_from("\0\ud800\udfff\U0010f000\U0010f003\U0010f0ff\U0010fffd\U0010ffff"),
        st.sampled_from("⿰⿱⿲⿳⿾⿿\ufe00\ufe0f\U000e0100\u200d\ufeff"),
        st.sampled_from(["\r\n", "\n", "\u2028", "\x85", "👨‍👩‍👧", "互联网", "網際網路", "唐氏症"]),
        PHRASES,
    ),
    max_size=10,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_whatever_a_text_holds_the_offsets_are_exact(text: str) -> None:
    verbatim = re.compile("[\0\ud800-\udfff\U0010f000-\U0010fffd]")
    for config in ALL_CONFIGS:
        converted = convert(config, text)
        assert_partition(text, converted)
        assert verbatim.findall(converted.text) == verbatim.findall(text)


@pytest.mark.parametrize("intruder", ["\0", "\ud800", "\U0010f003", "\U0010fffd", "\0\udfff"])
def test_what_opencc_cannot_take_passes_and_all_around_it_is_converted(intruder: str) -> None:
    text = f"{intruder}互联网{intruder}软件{intruder}"
    converted = convert("s2twp", text)
    assert converted.text == f"{intruder}網際網路{intruder}軟體{intruder}"
    start = len(intruder)
    assert quads(converted) == [[start, start + 3, start, start + 4]]
    assert convert("s2tw", text).text == f"{intruder}互聯網{intruder}軟件{intruder}"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(OPENCC_TEXTS, min_size=2, max_size=4), st.sampled_from(["\0", "\ud800", "\U0010f003"])
)
@example(["互联网", "互联网上", "互联网"], "\0")
def test_the_pieces_around_them_stand_in_their_places(pieces: list[str], intruder: str) -> None:
    for config in ("s2tw", *REGIONAL_CONFIGS):
        texts: list[str] = []
        blocks: list[list[int]] = []
        for number, piece in enumerate(pieces):
            source = sum(map(len, pieces[:number])) + number
            view = sum(map(len, texts)) + number
            converted, inner = replay(config).convert(piece)
            blocks += [[a + source, b + source, c + view, d + view] for a, b, c, d in inner]
            texts.append(converted)
        converted_whole = convert(config, intruder.join(pieces))
        assert (converted_whole.text, quads(converted_whole)) == (intruder.join(texts), blocks)


def test_marks_in_the_source_are_not_taken_for_ours() -> None:
    text = "\U0010f003互联网\U0010fffd"
    converted = convert("s2twp", text)
    assert converted.text == "\U0010f003網際網路\U0010fffd"
    assert quads(converted) == [[1, 4, 1, 5]]


def test_an_ideographic_description_passes_whole() -> None:
    assert convert("s2t", "⿰氵每汉字").text == "⿰氵每漢字"
    assert convert("s2twp", "⿰互联网").text == "⿰互联網"


def test_a_character_inside_a_phrase_hides_it_from_every_configuration() -> None:
    for inside in ("\n", "\r\n", "\u2028", "\ufe00", "\u200d"):
        assert convert("s2twp", f"互联{inside}网").blocks == ()


def test_an_unknown_configuration_is_refused() -> None:
    with pytest.raises(ValueError, match="no conversion is named 's2x'"):
        converter("s2x")
    with pytest.raises(ValueError, match="no conversion is named 's2x'"):
        next(load_in_steps("s2x"))


def test_a_converter_is_loaded_once_and_knows_its_name() -> None:
    assert converter("s2twp") is converter("s2twp")
    assert [converter(name).name for name in ALL_CONFIGS] == list(ALL_CONFIGS)


def test_a_converter_asked_for_by_many_threads_at_once_is_loaded_once() -> None:
    loads: list[str] = []
    together = Barrier(8)

    def load(name: str, _tofu_risk: bool) -> LengthChangingEngine:
        loads.append(name)
        time.sleep(0.05)
        return LengthChangingEngine()

    def ask(_number: int) -> conversion.Converter:
        together.wait()
        return converter("t2hk")

    with (
        patch.dict(conversion._converters, clear=True),
        patch("opencc.OpenCC", load),
        ThreadPoolExecutor(8) as threads,
    ):
        asked = set(threads.map(ask, range(8)))
    assert loads == ["t2hk"]
    assert len(asked) == 1


@pytest.mark.parametrize("name", ALL_CONFIGS)
def test_a_converter_loaded_in_steps_is_the_one_that_is_shared(name: str) -> None:
    with patch.dict(conversion._converters, clear=True):
        steps = sum(1 for _step in load_in_steps(name))
        assert steps > 1
        shared = conversion._converters[name]
        assert converter(name) is shared
        assert list(load_in_steps(name)) == []
        text = "网络上的互联网软件，頭髮與發現。"
        assert shared.convert(text) == conversion._load(name).convert(text)


def test_the_steps_load_every_dictionary_of_a_configuration_whole_before_the_last(
    capfd: pytest.CaptureFixture[str],
) -> None:
    loaded: list[str] = []
    real = opencc.OpenCC

    def load(config: str, tofu_risk: bool) -> opencc.OpenCC:
        loaded.append(Path(config).read_text("utf-8") if Path(config).is_file() else config)
        return real(config, tofu_risk)

    with patch.dict(conversion._converters, clear=True), patch("opencc.OpenCC", load):
        steps = load_in_steps("s2tw")
        next(steps)
        assert len(loaded) == 1
        assert "s2tw" not in conversion._converters
        list(steps)
    # The longest is the phrases' group: it comes after the phrases, before what holds it.
    sizes = [one.count(".ocd2") for one in loaded]
    assert sizes == [1, 1, 2, 1, 3, 1, 1, 2, 0]
    assert loaded[-1] == "s2tw"
    assert capfd.readouterr().err == ""


class LengthChangingEngine:
    """An OpenCC that breaks its promise: 面 becomes two characters, 条面 three."""

    config = "broken"

    def convert(self, text: str) -> str:
        return text.replace("条面", "條麵麵").replace("面", "麵麵").replace("条", "條")


def test_should_a_length_ever_change_offsets_stay_exact_and_the_log_tells(
    caplog: pytest.LogCaptureFixture,
) -> None:
    engine: Any = LengthChangingEngine()
    with caplog.at_level(logging.WARNING):
        converted = conversion._keeping_length(engine)("一条面")
    assert converted == Converted("一條面")
    assert "broken changed the length of 3 code points" in caplog.text


@pytest.mark.parametrize(
    ("platform", "tool"), [("win32", "opencc_dict.exe"), ("linux", "opencc_dict")]
)
def test_the_tool_that_dumps_a_dictionary_is_the_wheels_own(platform: str, tool: str) -> None:
    with (
        patch("sys.platform", platform),
        patch("subprocess.run", side_effect=RuntimeError("stop")) as run,
        pytest.raises(RuntimeError, match="stop"),
    ):
        dictionaries.entries("TWPhrases.ocd2")
    assert run.call_args.args[0][0].name == tool
