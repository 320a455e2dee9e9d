from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.workspace.files.json_bytes import compact, parse, pretty


@given(st.text())
def test_any_text_comes_back_on_one_line_even_a_lone_surrogate(text: str) -> None:
    line = compact({"text": text})
    assert b"\n" not in line
    assert parse(line) == {"text": text}
    assert json.loads(line.decode("utf-8")) == {"text": text}


def test_chinese_stands_readable() -> None:
    assert pretty({"title": "社区"}) == '{\n  "title": "社区"\n}\n'.encode()


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_is_no_json_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        compact(value)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff", b"NaN", b"[" * 100_000, b"1" * 5_000, b'{"a":1} x', b"\xef\xbb\xbf1"],
)
def test_what_is_no_json_is_one_kind_of_error(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whatever it says)
        parse(data)
