"""What stands at the ends of lines, in every script and at many widths."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from reader.text.script import Script, SourceScript, config_for
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui.reading.line_breaking import NOT_FIRST, NOT_LAST
from reader.ui.reading.paragraph_layout import ParagraphLayout
from reader.ui.reading.structure import ParagraphStyle
from reader.ui.reading.typography import Typography, faces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.cjk_font

_OPENING, _CLOSING = "“‘（《「『【〔〈", "。，、；：！？”’）》」』】〕〉…·％%℃"
_HAN = "的一国人中学生书院动在"


def _hostile(seed: int) -> str:
    """Return a paragraph that is full of marks, up to three of them in a row."""
    source = random.Random(seed)
    text = ""
    while len(text) < 240:
        word = "".join(source.choice(_HAN) for _ in range(source.randint(1, 5)))
        opening, closing = source.choice(_OPENING), source.choice(_CLOSING)
        forms = [
            f"{word}{closing}",
            f"{opening}{word}{closing}",
            f"{word}{closing}{opening}",
            f"{word}{source.choice(_CLOSING)}{closing}",
            f"{word}·{source.choice(_HAN)}",
            f"{word}……",
            f"{word}——{word}",
            f"{source.randint(2, 9999)}",
            "𠮷野abc",
        ]
        text += source.choice(forms)
    return text


def _typography(script: Script, **fields: Any) -> Typography:
    families = tuple(faces(script, SourceScript.SIMPLIFIED))
    return replace(Typography(families), **fields)


def _laid_out(text: str, typography: Typography, measure: float) -> ParagraphLayout:
    view = ScriptView(text, None).slice(Span(0, len(text)))
    width = (measure + 0.1) * typography.ideograph
    return ParagraphLayout(view, ParagraphStyle.BODY, typography, width)


def _lines(layout: ParagraphLayout, text: str) -> list[str]:
    """Return what stands on each line, as a reader finds it: from edge to edge."""
    found = []
    start = 0
    for number in range(layout.line_count):
        top = layout.line_box(start)[0]
        following = layout.offset_at(0.0, top + layout.pitch + 1).start
        last = number == layout.line_count - 1
        found.append(text[start : len(text) if last else following])
        start = following
    return found


def _ends(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what ends each line but the last, and what begins the next."""
    for line, following in pairwise(lines):
        yield line[-1], following[0]


@pytest.mark.parametrize("script", list(Script))
@pytest.mark.parametrize(("hanging", "tight"), [(True, True), (False, False)])
def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one(
    qtbot: QtBot, script: Script, *, hanging: bool, tight: bool
) -> None:
    typography = _typography(script, hanging=hanging, tight=tight)
    config = config_for(SourceScript.SIMPLIFIED, script)
    for seed in range(4):
        text = ScriptView(_hostile(seed), config).whole().text
        for measure in range(16, 40, 3):
            lines = _lines(_laid_out(text, typography, measure), text)
            assert "".join(lines) == text
            for last, first in _ends(lines):
                assert first not in NOT_FIRST, (measure, lines)
                assert last not in NOT_LAST, (measure, lines)
                assert (last, first) not in (("—", "—"), ("…", "…"))
                assert not (last.isdigit() and first.isdigit())


def test_a_run_that_no_line_has_room_for_is_broken_all_the_same(qtbot: QtBot) -> None:
    text = "“" * 30 + "书" + "”" * 30
    assert "".join(_lines(_laid_out(text, _typography(Script.ORIGINAL), 8), text)) == text


def test_a_line_with_a_character_of_several_code_points_is_filled(qtbot: QtBot) -> None:
    """Where a place to break cannot be had by counting characters, Qt's own stays."""
    text = "e\u0301学生在书院中学生列夫·托尔斯泰读书"
    lines = _lines(_laid_out(text, _typography(Script.ORIGINAL), 10), text)
    assert "".join(lines) == text


def test_a_stop_hangs_in_the_margin_only_where_that_is_asked_for(qtbot: QtBot) -> None:
    text = "学" * 14 + "，" + "生" * 30
    typography = _typography(Script.SIMPLIFIED, hanging=True)
    hung = _laid_out(text, typography, 16)
    assert _lines(hung, text)[0] == "学" * 14 + "，"
    (box,) = hung.rects(Span(14, 15))
    (before,) = hung.rects(Span(13, 14))
    assert box.left() == pytest.approx(before.right(), abs=0.5)
    assert box.left() == pytest.approx(16 * typography.ideograph, abs=2.5)
    plain = _laid_out(text, replace(typography, hanging=False), 16)
    assert _lines(plain, text)[0] == "学" * 13


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # Of two marks the second would stand in the margin, the first beside it.
        ("学" * 14 + "！”" + "生" * 30, "学" * 13),
        ("学" * 13 + "，“" + "生" * 30, "学" * 13 + "，"),
        ("学" * 14 + "“" + "生" * 30, "学" * 14),
        ("学" * 14 + "生" * 30, "学" * 14),
    ],
)
def test_nothing_but_a_stop_hangs(qtbot: QtBot, text: str, first: str) -> None:
    typography = _typography(Script.SIMPLIFIED, hanging=True)
    assert _lines(_laid_out(text, typography, 16), text)[0] == first


def test_no_stop_hangs_where_it_stands_in_the_middle_of_its_square(qtbot: QtBot) -> None:
    text = "學" * 14 + "，" + "生" * 30
    typography = _typography(Script.TAIWAN, hanging=True)
    assert _lines(_laid_out(text, typography, 16), text)[0] == "學" * 13


def test_a_stop_too_large_for_the_margin_does_not_hang(qtbot: QtBot) -> None:
    text = "学" * 14 + "，" + "生" * 30
    typography = replace(_typography(Script.SIMPLIFIED, hanging=True), size=48)
    assert _lines(_laid_out(text, typography, 16), text)[0] == "学" * 13


def _widths(text: str, typography: Typography) -> list[float]:
    """Return the width of each character of a line, in ideographs."""
    layout = _laid_out(text, typography, 40)
    boxes = [layout.rects(Span(place, place + 1))[0] for place in range(len(text))]
    return [round(box.width() / typography.ideograph, 1) for box in boxes]


@pytest.mark.parametrize(
    ("script", "text", "expected"),
    [
        (Script.SIMPLIFIED, "他说：“好。”她", [1, 1, 1, 1, 1, 0.5, 1, 1]),
        (Script.SIMPLIFIED, "学，“书”，《院》《生》（“国”）", None),
        (Script.TAIWAN, "他「好。」「她", [1, 1, 1, 1, 0.5, 1, 1]),
        (Script.SIMPLIFIED, "𠮷，（“甲”）乙", [1, 0.5, 1, 0.5, 1, 0.5, 1, 1]),
        (Script.SIMPLIFIED, "学，国。书", [1, 1, 1, 1, 1]),
    ],
)
def test_marks_close_up_where_two_of_them_meet(
    qtbot: QtBot, script: Script, text: str, expected: list[float] | None
) -> None:
    wide = _widths(text, _typography(script, tight=False))
    tight = _widths(text, _typography(script, tight=True))
    assert wide == [1] * len(text)
    if expected is None:
        expected = [1, 0.5, 1, 1, 0.5, 0.5, 1, 1, 0.5, 1, 1, 0.5, 1, 0.5, 1, 0.5, 1]
    assert tight == expected


@pytest.mark.parametrize("script", list(Script))
def test_what_is_painted_for_a_character_is_what_is_found_there(
    qtbot: QtBot, script: Script
) -> None:
    text = ScriptView(_hostile(7), config_for(SourceScript.SIMPLIFIED, script)).whole().text
    layout = _laid_out(text, _typography(script, hanging=True, tight=True), 17)
    for place in range(len(text)):
        (box,) = layout.rects(Span(place, place + 1))
        for x, expected in ((box.left() + 1, place), (box.right() - 1, place + 1)):
            assert layout.offset_at(x, box.center().y()) in (
                Span(expected, expected),
                # The end of a line is the start of the next.
                *([Span(place, place)] if expected == place + 1 else []),
            )
