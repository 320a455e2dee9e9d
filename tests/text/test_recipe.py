"""Corrections, OpenCC and wrapped lines together, with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text.alignment import Alignment
from reader.text.conversion import CHAINED_CONFIGS, IDENTITY_CONFIGS, REGIONAL_CONFIGS, converter
from reader.text.glossary import Corrections
from reader.text.recipe import Recipe
from reader.text.span import Span
from reader.text.view import ScriptView
from tests.text.strategies import OPENCC_TEXTS

CONFIGS = st.sampled_from((None, *IDENTITY_CONFIGS, *REGIONAL_CONFIGS, *CHAINED_CONFIGS))
WORDS = st.text(st.sampled_from("互联网软件干部𠮷人参与政协签约"), min_size=1, max_size=5)
CORRECTIONS = st.lists(st.tuples(WORDS, WORDS), max_size=4).map(Corrections)


def aligned(recipe: Recipe, text: str) -> Alignment:
    """Convert, and check that blocks and gaps partition both sides."""
    converted = recipe.convert(text)
    alignment = Alignment(len(text), len(converted.text), converted.blocks)
    for block in converted.blocks:
        assert len(block.source) != len(block.view)
    return alignment


@settings(max_examples=150, deadline=None)
@given(OPENCC_TEXTS, CONFIGS)
def test_without_corrections_it_is_the_converter(text: str, config: str | None) -> None:
    converted = Recipe(config).convert(text)
    if config is None:
        assert converted.text == text
    else:
        assert converted == converter(config).convert(text)


@settings(max_examples=150, deadline=None)
@given(OPENCC_TEXTS, CONFIGS, CORRECTIONS)
@example("用互联网", "s2twp", Corrections([("联网", "連線網")]))
@example("软件和互联网\U0010efff软件", "s2twp", Corrections([("和", "同")]))
@example("软件和互联网和软件", "tw2sp", Corrections([("和", "以及")]))
def test_corrections_come_out_verbatim_and_the_rest_is_the_converters(
    text: str, config: str | None, corrections: Corrections
) -> None:
    recipe = Recipe(config, corrections)
    aligned(recipe, text)
    expected, done = [], 0
    for start, end, shown in corrections.found_in(text):
        expected += [Recipe(config).convert(text[done:start]).text, shown]
        done = end
    expected.append(Recipe(config).convert(text[done:]).text)
    assert recipe.convert(text).text == "".join(expected)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"互联网签约软件系程序，\n", "\r\n"]),
        max_size=40,
    ).map("".join),
    CONFIGS,
    CORRECTIONS,
)
@example("互联\n网", "s2twp", Corrections())
@example("互\n联\n网", "s2twp", Corrections())
@example("用互\n联网", None, Corrections([("互联网", "网")]))
def test_a_line_end_changes_no_word_and_keeps_its_place(
    text: str, config: str | None, corrections: Corrections
) -> None:
    wrapped = Recipe(config, corrections, wrapped=True)
    alignment = aligned(wrapped, text)
    converted = wrapped.convert(text)
    assert [c for c in converted.text if c in "\r\n"] == [c for c in text if c in "\r\n"]
    # Each line end stands between blocks, at the same place of both texts.
    for place, character in enumerate(text):
        if character in "\r\n":
            assert not any(b.source.start <= place < b.source.end for b in alignment.blocks)
    kept = not any(len(shown) < len(words) for words, shown in corrections.pairs)
    lines = text.replace("\r\n", "\n")
    single = "\n\n" not in lines and all(
        before not in "，\n" and after not in "，\n"
        for before, _end, after in zip(lines, lines[1:], lines[2:], strict=False)
        if _end == "\n"
    )
    if kept and single and not lines.startswith("\n") and not lines.endswith("\n"):
        plain = Recipe(config, corrections).convert(lines.replace("\n", "")).text
        assert converted.text.replace("\r\n", "").replace("\n", "") == plain


@pytest.mark.parametrize(
    ("text", "shown", "blocks"),
    [
        ("签\n约", "簽\n約", []),
        ("联\r\n系", "聯\r\n絡", []),
        ("互联\n网", "網際網\n路", [[0, 2, 0, 3]]),
        ("互\n联网", "網\n際網路", [[2, 4, 2, 5]]),
        ("互\n联\n网", "網\n際網\n路", [[2, 3, 2, 4]]),
    ],
)
def test_a_replaced_word_is_divided_by_a_line_end_in_it(
    text: str, shown: str, blocks: list[list[int]]
) -> None:
    converted = Recipe("s2twp", wrapped=True).convert(text)
    assert converted.text == shown
    assert [block.as_list() for block in converted.blocks] == blocks


def test_a_replacement_too_short_for_its_lines_is_not_made() -> None:
    recipe = Recipe(None, Corrections([("互联网", "网")]), wrapped=True)
    assert recipe.convert("互联\n网").text == "互联\n网"
    assert recipe.convert("互联网\n页").text == "网\n页"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), CONFIGS)
def test_a_hard_wrapped_article_converts_in_chunks_as_the_whole(rotation: int, config: str) -> None:
    line = "临溪镇的干部和互联网公司签约，软件系统联系群众"
    text = (line * 900)[rotation:]
    text = "\n".join(text[n : n + 19] for n in range(0, len(text), 19))
    shown = ScriptView(text, config).whole()
    expected = Recipe(config, wrapped=True).convert(text)
    assert (shown.text, list(shown.alignment.blocks)) == (expected.text, list(expected.blocks))


def test_each_line_of_a_replaced_word_has_at_least_one_character() -> None:
    recipe = Recipe(
        None, Corrections([("互联网络", "網路"), ("软硬件", "軟體與硬體")]), wrapped=True
    )
    for text, shown in (
        ("互\n联网络", "網\n路"),
        ("互联网\n络", "網\n路"),
        ("软\n硬\n件", "軟體\n與\n硬體"),
    ):
        assert recipe.convert(text).text == shown
        aligned(recipe, text)


def test_replaced_words_and_corrected_words_stand_beside_each_other() -> None:
    corrections = Corrections([("人人参与", "人人參與"), ("好干部", "好的幹部")])
    converted = Recipe("s2twp", corrections).convert("互联网人人参与，软件好干部互联网")
    assert converted.text == "網際網路人人參與，軟體好的幹部網際網路"
    assert [(block.source, block.view) for block in converted.blocks] == [
        (Span(0, 3), Span(0, 4)),
        (Span(10, 13), Span(11, 15)),
        (Span(13, 16), Span(15, 19)),
    ]
