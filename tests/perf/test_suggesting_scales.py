"""Texts that are all of one thing: the rules take time with the length, whatever it is.

These assert times, as ordinary tests never do: they run where ``WENMAI_TIMES=1`` asks for them.
"""

from __future__ import annotations

import os
from itertools import product
from time import process_time

import pytest

from reader.suggest import suggest

pytestmark = pytest.mark.skipif(
    os.environ.get("WENMAI_TIMES") != "1", reason="asserts times: WENMAI_TIMES=1"
)

LENGTH = 6_000
TIMES = 4
# Four times the text takes four times as long, and sixteen where something is quadratic; the
# rest is for a machine that others use.
MOST = 9
REPEATED = (
    *("“", "”", "‘", "“”", "“‘", "《", "（", "「", "、", "第", "首", "一", "1", "一1", "1,", "1."),
    *(
        "一多",
        "1至",
        "，，",
        "··",
        "。",
        "\n",
        "一\n",
        " ",
        "\u3000",
        "甲 ",
        "\r\n",
        "#",
        '"',
        "𠮷",
    ),
    *(
        "“甲乙丙丁”",
        "“甲乙丙丁”、",
        "“甲乙丙丁”\n",
        "“甲乙丙丁”的",
        "“甲乙丙丁”等",
        "“‘甲乙丙丁’”活动",
    ),
    *(
        "62场，",
        "超过62场，",
        "连续三届",
        "一分之",
        "分之",
        "1/",
        "一成",
        "2024年",
        "人们",
        "县政府，",
    ),
    *(
        "获评",
        "荣获“甲乙”",
        "荣获全国先进单位、",
        "获人",
        "被甲获",
        "成为",
        "作为",
        "系列",
        "每年举办",
    ),
    *(
        "第一届甲",
        "2024年获评先进单位，",
        "送温暖送温暖，，",
        "「靈溪書會」活動，",
        "靈溪書會「靈溪書會」活動。\n",
        "每年",
        "去年的",
        "一年一度的甲乙歌会和",
        "位居全市",
        "位居全市第二，",
        "2800元至",
        "三点",
        "册(件)",
        "品牌“甲乙丙”",
        "“甲乙”。这一",
        "计划",
        "甲乙丙丁计划，",
        "表扬30户“甲乙”和",
    ),
)


def times_longer(short: str, long: str) -> float:
    """Return how many times as long one text takes as another, at best of three."""
    short_time = long_time = 9e9
    for _ in range(3):
        for text in (short, long):
            start = process_time()
            suggest(text)
            spent = process_time() - start
            if text is short:
                short_time = min(short_time, spent)
            else:
                long_time = min(long_time, spent)
    # A clock that ticks slowly says nothing of what takes no time.
    return long_time / max(short_time, 0.002)


@pytest.mark.slow
@pytest.mark.parametrize("words", REPEATED)
def test_a_text_of_one_thing_takes_time_with_its_length(words: str) -> None:
    text = words * (LENGTH // len(words))
    assert times_longer(text, text * TIMES) < MOST


@pytest.mark.slow
def test_marks_within_marks_take_time_with_their_length() -> None:
    short, long = ("“" * length + "”" * length for length in (LENGTH, LENGTH * TIMES))
    assert times_longer(short, long) < MOST


@pytest.mark.slow
def test_thousands_of_names_take_time_with_their_number() -> None:
    characters = "书香清溪柳堤灯下共读田间学校春苗山水人家文化惠民河畔讲堂乡音回响"
    names = ["".join(one) for one in product(characters[:16], characters[16:], "甲乙丙丁", "会社")]
    texts = ["".join(f"“{name}”活动，" for name in names[:count]) for count in (512, 2048)]
    assert times_longer(*texts) < MOST
