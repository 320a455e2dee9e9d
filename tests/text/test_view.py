from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text import view
from reader.text.alignment import Alignment, Block
from reader.text.conversion import CHAINED_CONFIGS, IDENTITY_CONFIGS, REGIONAL_CONFIGS, converter
from reader.text.span import Span
from reader.text.view import ScriptView, ViewSlice
from tests.text.strategies import OPENCC_TEXTS, plain, spans

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

ALL_CONFIGS: Final = (None, *IDENTITY_CONFIGS, *REGIONAL_CONFIGS, *CHAINED_CONFIGS)
CONFIGS = st.sampled_from(ALL_CONFIGS)


def in_chunks_of(length: int) -> AbstractContextManager[object]:
    """Cut texts into chunks of this many code points, also where the whole is asked for."""
    return patch.multiple(view, _CHUNK=length, _STRETCH=length)


def assert_part_of_whole(part: ViewSlice, asked: Span, source: str, whole: ViewSlice) -> None:
    """The slice is the whole's text for the asked span, widened to whole blocks."""
    reached = whole.alignment.snapped(asked)
    shown = whole.alignment.to_view(reached)
    assert part.span == reached
    assert part.text == shown.of(whole.text)
    assert (part.alignment.source_length, part.alignment.view_length) == (len(reached), len(shown))
    assert list(part.alignment.blocks) == [
        block.shifted(-reached.start, -shown.start)
        for block in whole.alignment.blocks
        if block.source.overlaps(reached)
    ]


@settings(max_examples=60, deadline=None)
@given(OPENCC_TEXTS)
def test_the_whole_is_what_the_converter_makes_of_the_source_at_once(text: str) -> None:
    for config in ALL_CONFIGS:
        whole = ScriptView(text, config).whole()
        assert whole.span == Span(0, len(text))
        if config is None:
            assert whole.text == text
            assert not whole.alignment.blocks
        else:
            converted = converter(config).convert(text)
            assert (whole.text, whole.alignment.blocks) == (converted.text, converted.blocks)


@settings(max_examples=100, deadline=None)
@given(OPENCC_TEXTS, CONFIGS, st.integers(1, 9))
@example("互联网，互联网", "s2twp", 1)
def test_a_text_cut_into_chunks_converts_as_the_whole(
    text: str, config: str | None, chunk: int
) -> None:
    with in_chunks_of(chunk):
        chunked = ScriptView(text, config)
        assert_part_of_whole(
            chunked.whole(), Span(0, len(text)), text, ScriptView(text, config).whole()
        )
    with patch.object(view, "_CHUNK", chunk):
        looked_at = ScriptView(text, config)
        for place in range(0, len(text), 2 * chunk):
            looked_at.text_of(Span(place, place + 1))
        assert_part_of_whole(looked_at.whole(), Span(0, len(text)), text, chunked.whole())
    whole = ScriptView(text, config).whole()
    assert chunked.whole().text == whole.text
    assert chunked.whole().alignment.blocks == whole.alignment.blocks


@settings(max_examples=100, deadline=None)
@given(OPENCC_TEXTS, CONFIGS, st.integers(1, 9), st.data())
def test_a_slice_is_the_part_of_the_whole_in_whatever_order_one_asks(
    text: str, config: str | None, chunk: int, data: st.DataObject
) -> None:
    whole = ScriptView(text, config).whole()
    asked = data.draw(st.lists(spans(len(text)).filter(bool), max_size=5) if text else st.just([]))
    with in_chunks_of(chunk):
        chunked = ScriptView(text, config)
        for span in asked:
            assert_part_of_whole(chunked.slice(span), span, text, whole)
            assert chunked.text_of(span) == chunked.slice(span).text


@given(OPENCC_TEXTS, CONFIGS, st.data())
@settings(max_examples=30, deadline=None)
def test_an_empty_span_stays_where_it_is(
    text: str, config: str | None, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text)))
    part = ScriptView(text, config).slice(Span(offset, offset))
    assert (part.span, part.text, part.alignment.blocks) == (Span(offset, offset), "", ())


def test_a_selection_inside_a_block_snaps_outward_to_the_block() -> None:
    part = ScriptView("看互联网上", "s2twp").slice(Span(2, 3))
    assert part.span == Span(1, 4)
    assert part.text == "網際網路"
    assert part.alignment.blocks == (Block(Span(0, 3), Span(0, 4)),)


@pytest.mark.parametrize("config", [None, "s2tw", "s2twp"])
def test_a_span_past_the_end_gives_what_there_is(config: str | None) -> None:
    """An annotation of a damaged file must not hang the window that shows it."""
    shown = ScriptView("互联网", config)
    assert shown.slice(Span(0, 99)).span == Span(0, 3)
    assert shown.slice(Span(0, 99)).text == shown.whole().text
    assert shown.slice(Span(0, 99)).alignment.source_length == 3
    assert shown.text_of(Span(1, 99)) == shown.text_of(Span(1, 3))
    assert shown.slice(Span(50, 99)).text == ""
    assert shown.slice(Span(50, 99)).alignment.view_length == 0


def test_only_the_chunks_that_are_looked_at_are_converted() -> None:
    text = "这是一段关于互联网的文章。" * 2_000
    shown = ScriptView(text, "s2twp")
    assert shown.text_of(Span(13_000, 13_013)) == "這是一段關於網際網路的文章。"
    assert len(shown._chunks) == 1
    assert sum(len(chunk.text) for chunk in shown._chunks.values()) < 2 * view._CHUNK


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2twp", "tw2sp"])
def test_a_hundred_thousand_characters_without_a_break_convert_as_one(config: str) -> None:
    text = "互联网发展網際網路發展" * 9_100
    shown = ScriptView(text, config)
    assert shown.text_of(Span(50_000, 50_010)) in plain(config, text)
    assert shown.whole().text == plain(config, text)
    assert len(shown._chunks) == 1


@pytest.mark.parametrize("config", ["s2tw", "s2twp", "t2s", "tw2sp"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "汉\0字发展\0",
        "\ud800互联网\udfff",
        "\U0010f003互联网\U0010fffd",
        "⿰氵每汉字⿱",
        "葛\U000e0100城、葛\ufe00城",
        "互联网\r\n软件\r\n\r\n",
        "互联\u2028网\u2029软件\x85",
        "👨‍👩‍👧在互联网上👩🏽‍💻",
        "𠮷野家\n吉𠀀互联网𠀀",
    ],
    ids=[
        "empty",
        "NUL",
        "NULs",
        "lone surrogates",
        "our marks",
        "description",
        "variation",
        "CRLF",
        "separators",
        "joined emoji",
        "supplementary",
    ],
)
def test_no_text_is_too_odd_for_exact_offsets(text: str, config: str) -> None:
    whole = ScriptView(text, config).whole()
    assert whole.span == Span(0, len(text))
    assert whole.alignment.view_length == len(whole.text)
    odd = {c for c in text if not "一" <= c <= "鿿"}
    for offset, character in enumerate(text):
        if character in odd:
            shown = whole.alignment.to_view(Span(offset, offset + 1))
            assert shown.of(whole.text) == character


@pytest.mark.parametrize(
    ("chunk", "bounds"), [(4, [0, 6, 9, 15]), (2, [0, 3, 6, 6, 9, 12, 12, 15]), (100, [0, 15])]
)
def test_a_chunk_ends_after_the_first_break_at_its_place_in_the_grid(
    chunk: int, bounds: list[int]
) -> None:
    with in_chunks_of(chunk):
        shown = ScriptView("软件。" * 5, "s2twp")
        shown.whole()
    assert shown._bounds[: len(bounds)] == bounds
    assert set(shown._bounds[len(bounds) :]) <= {15}


def test_an_unknown_configuration_is_refused() -> None:
    with pytest.raises(ValueError, match="no conversion is named"):
        ScriptView("", "s2x")


def test_the_original_is_the_untouched_source() -> None:
    text = "\ufeff汉\r\n字\0\U0010f003"
    part = ScriptView(text, None).slice(Span(1, 5))
    assert part == ViewSlice(Span(1, 5), text[1:5], part.alignment)
    assert part.alignment.to_view(Span(0, 4)) == Alignment.identity(4).to_view(Span(0, 4))


@settings(max_examples=100, deadline=None)
@given(OPENCC_TEXTS, CONFIGS, st.data())
def test_snapping_a_span_reaches_as_far_as_its_slice(
    text: str, config: str | None, data: st.DataObject
) -> None:
    shown = ScriptView(text, config)
    span = data.draw(spans(len(text)))
    assert shown.snapped(span) == shown.slice(span).span
