"""An attribute on a line reads back as it was, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation.attribute_lines import (
    attribute_line,
    attribute_lines,
    json_line,
    read_attribute_line,
    read_attribute_lines,
)

TEXTS = st.text(st.characters() | st.sampled_from('="\\\n\r\t\u2028\x85 \ud800'))
VALUES = st.one_of(TEXTS, st.integers(), st.floats(allow_nan=False, allow_infinity=False))


@given(st.dictionaries(TEXTS, VALUES))
def test_attributes_read_back_with_their_types(values: dict[str, str | int | float]) -> None:
    written = attribute_lines(values)
    assert len(written.splitlines()) == len(values)
    read, rest = read_attribute_lines(written)
    assert read == values
    assert [type(read[name]) for name in values] == [type(value) for value in values.values()]
    assert not rest


def test_a_line_is_for_people_to_read() -> None:
    assert attribute_line("单位", "场") == '单位 = "场"'
    assert attribute_line("value", 62) == "value = 62"
    assert attribute_line("a b", 0.5) == '"a b" = 0.5'
    assert json_line("\x85\u2028\ud800\ufffe") == r'"\u0085\u2028\ud800\ufffe"'


@pytest.mark.parametrize(
    "line",
    [
        "", "words", "a b = 1", "a =", "a = words", "a = [1]", "a = true", "a = NaN", 'a" = 1',
        "a = null", '"\\x" = 1', "a = " + "[" * 100_000,
    ],
)  # fmt: skip
def test_any_other_line_is_none(line: str) -> None:
    assert read_attribute_line(line) is None


def test_what_is_no_attribute_is_left() -> None:
    assert read_attribute_lines("words\nvalue = 62\n\nmore = ") == (
        {"value": 62},
        "words\n\nmore = ",
    )


def test_a_number_that_json_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        attribute_line("a", float("nan"))
