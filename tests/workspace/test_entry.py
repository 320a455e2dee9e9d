from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, ArticleDetails, ArticleEdit, Operation
from reader.text.span import Span
from reader.workspace.errors import DamagedError
from reader.workspace.files.entry import Entry, Reverts

TIME = "2026-11-22T08:00:00.000000Z"
TAG = Annotation(
    id="a1",
    article="0123456789abcdef",
    anchor=Anchor.at("办了十二场讲座", Span(2, 5)),
    kind="metric",
    author="lin",
    created=TIME,
    modified=TIME,
    attributes={"value": 12, "unit": "场"},
    note="引号“”与\n换行",
)
RENAMED = ArticleEdit(
    TAG.article, ArticleDetails("一"), ArticleDetails("二", "zh-Hans", removed=True)
)
ENTRY = Entry(
    "abcdefghij", 3, 7, TIME, "lin", None, Operation("Tag", (AnnotationEdit(None, TAG), RENAMED))
)


@pytest.mark.parametrize(
    "reverts", [None, Reverts("abcdefghij", 2, "undo"), Reverts("x", 1, "redo")]
)
def test_a_line_comes_back(reverts: Reverts | None) -> None:
    entry = replace(ENTRY, reverts=reverts)
    line = entry.to_line()
    assert line.count(b"\n") == 1
    assert line.endswith(b"}\n")
    assert Entry.from_line("abcdefghij", line[:-1]) == entry


def test_entries_come_in_the_order_of_the_clock_then_of_the_writers() -> None:
    later, other = replace(ENTRY, clock=8, seq=1), replace(ENTRY, writer="aaaaaaaaaa", seq=9)
    second = replace(ENTRY, seq=4)
    ordered = sorted([later, second, ENTRY, other], key=lambda entry: entry.order)
    assert ordered == [other, ENTRY, second, later]


def test_the_sum_is_over_the_bytes_of_the_entry_as_they_stand() -> None:
    line = ENTRY.to_line()
    start, end = line.index(b'"entry":') + len(b'"entry":'), line.rindex(b"}")
    data = json.loads(line)
    assert data["sum"] == hashlib.sha256(line[start:end]).hexdigest()[:16]
    assert data["entry"] == json.loads(line[start:end])
    assert data["entry"]["operation"] == ENTRY.operation.to_json()


@given(st.integers(0, len(ENTRY.to_line()) - 2), st.integers(1, 255))
def test_every_changed_byte_is_found(place: int, change: int) -> None:
    line = bytearray(ENTRY.to_line()[:-1])
    line[place] ^= change
    with pytest.raises(DamagedError):
        Entry.from_line("abcdefghij", bytes(line))


@given(st.binary())
def test_no_bytes_are_more_than_damaged(line: bytes) -> None:
    with pytest.raises(DamagedError):
        Entry.from_line("abcdefghij", line)


def summed(body: bytes) -> bytes:
    return b'{"sum":"%s","entry":%s}' % (hashlib.sha256(body).hexdigest()[:16].encode(), body)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)
FIELDS = ["seq", "clock", "time", "author", "reverts", "operation"]


@given(st.sampled_from([*FIELDS, "label", "edits", "id", "start", "attributes"]), JSON)
def test_an_entry_of_other_types_is_read_or_damaged_but_never_worse(field: str, value: Any) -> None:
    data = json.loads(ENTRY.to_line())["entry"]
    annotation = data["operation"]["edits"][0]["after"]
    for holder in (data, data["operation"], annotation):
        if field in holder:
            holder[field] = value
    try:
        entry = Entry.from_line("abcdefghij", summed(json.dumps(data).encode()))
    except DamagedError as error:
        assert str(error) == "not an entry that this version knows"  # noqa: PT017
    else:
        assert Entry.from_line("abcdefghij", entry.to_line()[:-1]) == entry


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 0},
        {"seq": True},
        {"seq": 1.0},
        {"seq": 2**53},
        {"clock": 2**52 + 1},
        {"clock": None},
        {"time": 1},
        {"author": None},
        {"reverts": "undo"},
        {"reverts": {"writer": "x", "seq": 1, "as": "do"}},
        {"reverts": {"writer": 1, "seq": 1, "as": "undo"}},
        {"reverts": {"writer": "x", "seq": "1", "as": "undo"}},
        {"operation": None},
        {
            "operation": {
                "label": "Tag",
                "edits": [{"annotation": "a", "before": None, "after": None}],
            }
        },
    ],
)
def test_a_whole_line_with_wrong_types_is_damaged(changes: dict[str, Any]) -> None:
    data = json.loads(ENTRY.to_line())["entry"] | changes
    with pytest.raises(DamagedError, match="not an entry that this version knows"):
        Entry.from_line("abcdefghij", summed(json.dumps(data).encode()))


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_a_whole_line_that_is_no_entry_is_damaged(body: bytes) -> None:
    with pytest.raises(DamagedError):
        Entry.from_line("abcdefghij", summed(body))


def test_fields_of_a_newer_version_do_not_make_a_line_damaged() -> None:
    data = json.loads(ENTRY.to_line())["entry"] | {"device": "tablet"}
    body = json.dumps(data).encode()
    assert Entry.from_line("abcdefghij", summed(body)) == ENTRY
