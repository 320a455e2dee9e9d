"""A numeral says the same value however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.suggest.numerals import chinese_value, estimate, value_of

DIGITS = "零一二三四五六七八九"
CAPITALS = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def written(number: int) -> str:
    """Write a whole number below 10**12 in Chinese, place by place."""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            head, rest = divmod(number, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return written(head) + name + gap + (written(rest) if rest else "")
    return DIGITS[number]


@given(st.integers(1, 10**12 - 1))
def test_a_chinese_numeral_says_the_number_that_was_written(number: int) -> None:
    assert value_of(written(number)) == number
    assert value_of(written(number).translate(CAPITALS)) == number


@given(st.integers(1, 10**9), st.sampled_from(["", "万", "亿", "千", "百"]))
def test_an_arabic_numeral_may_have_commas_and_a_multiplier(number: int, name: str) -> None:
    factor = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[name]
    assert value_of(f"{number:,}{name}") == number * factor
    assert value_of(f"{number}{name}") == number * factor


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("1.75万", 17500),
        ("18.7万", 187000),
        ("98.6", 98.6),
        ("0.5", 0.5),
        ("3000多", 3000),
        ("120多万", 1_200_000),
        ("10余万", 100_000),
        ("三千多", 3000),
        ("二十余", 20),
        ("十几", 10),
        ("几十", 10),
        ("数百", 100),
        ("万", 10_000),
        ("百余", 100),
        ("两百", 200),
        ("廿五", 25),
        ("十", 10),
        ("一万亿", 10**12),
        ("亿", 10**8),
        ("三四百", 300),
        ("七八", 7),
        ("三五", 3),
        ("一百七八十", 170),
        ("〇", 0),
    ],
)
def test_the_value_of_a_numeral(numeral: str, value: float) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize("numeral", ["二〇二三", "二三四", "1.2.3", "2021,30", "3千5", "来", ""])
def test_what_is_no_numeral_has_no_value(numeral: str) -> None:
    assert value_of(numeral) is None


def test_a_numeral_of_another_script_has_none() -> None:
    assert chinese_value("三x") is None


@pytest.mark.parametrize(
    ("numeral", "lower"),
    [("七八百", "七百"), ("十七八", "十七"), ("三五", "三"), ("两三千", "两千"), ("一二", "一")],
)
def test_neighbours_are_an_estimate(numeral: str, lower: str) -> None:
    assert estimate(numeral) == lower


@pytest.mark.parametrize("numeral", ["七百", "八七", "二〇二三", "九一八九", "二十"])
def test_other_numerals_are_none(numeral: str) -> None:
    assert estimate(numeral) is None
