"""What is in quotation marks, as places: within others, not closed, longer than a name."""

from __future__ import annotations

import pytest

from reader.suggest.quotes import LONGEST, find_quotes

LONG = "河" * (LONGEST + 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办了“书香渡口”和“夜话”。", ["书香渡口", "夜话"]),
        ("“他们的‘夜话’办得好”", ["他们的‘夜话’办得好", "夜话 inner"]),
        # A page break stood before it.
        ("香渡口”办了，“夜话”也办了", ["香渡口", "夜话"]),
        ("“开头没有完\n“夜话”办了‘书香’", ["夜话", "书香"]),
        ("‘书香’和“" + LONG + "”和“夜话”", ["书香", "夜话"]),
        ("“" + LONG + "‘夜话’”", ["夜话 inner"]),
        ("办了“”和‘书香’", ["书香"]),
        ("书香’办了“夜话”", ["夜话"]),
    ],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    found = find_quotes(text)
    assert [one.words + " inner" * one.inner for one in found] == expected
    assert all(text[one.start : one.end] == one.words for one in found)
