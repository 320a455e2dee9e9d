"""What is read and written fast is what the slow way reads and writes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import (
    AnnotationEdit,
    ArticleDetails,
    ArticleEdit,
    CorrectionEdit,
    Operation,
    VerdictEdit,
)
from reader.annotation.verdict import Verdict
from reader.text.glossary import Correction
from reader.text.span import Span
from reader.workspace.errors import DamagedError
from reader.workspace.files import entry as entry_module
from reader.workspace.files.entry import Entry, Reverts, sum_of
from reader.workspace.files.json_bytes import parse
from reader.workspace.files.plain import LARGEST, LATEST, PlainEdit, made, plain_operation

TIME = "2026-11-22T08:00:00.000000Z"
TAG = Annotation(
    id="a1",
    article="0123456789abcdef",
    anchor=Anchor.at("办了十二场讲座", Span(2, 5)),
    kind="metric",
    author="lin",
    created=TIME,
    modified=TIME,
    attributes={"value": 12, "share": 0.5, "unit": "场"},
)
OTHER = replace(TAG, id="a2")
JUDGED = Verdict("0123456789abcdef", 2, 5, "metric", "十二场", "metric.figure", 0.5, accepted=False)


def entry_of(*edits: Any, label: Any = "Tag", **changes: Any) -> Entry:
    entry = Entry("abcdefghij", 3, 7, TIME, "lin", None, Operation(label, edits))
    return replace(entry, **changes)


def read_slowly(body: bytes) -> Entry | None:
    try:
        return entry_module._from_json("abcdefghij", json.loads(body), "")
    except (KeyError, TypeError, ValueError):
        return None


def read(body: bytes) -> Entry | None:
    line = b'{"sum":"%s","entry":%s}' % (hashlib.sha256(body).hexdigest()[:16].encode(), body)
    try:
        return Entry.from_line("abcdefghij", line)
    except DamagedError:
        return None


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["a1", "a2", "undo", "", "\ud800"])
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)
WHERE = [
    (),
    ("reverts",),
    ("operation",),
    ("operation", "edits", 0),
    ("operation", "edits", 0, "before"),
    ("operation", "edits", 0, "after"),
    ("operation", "edits", 0, "after", "attributes"),
]
WHERE_JUDGED = [
    *WHERE,
    ("operation", "edits", 1),
    ("operation", "edits", 1, "before"),
    ("operation", "edits", 1, "after"),
]


@given(st.data(), st.sampled_from(WHERE), st.integers(1, 2))
@settings(deadline=None)
def test_a_line_is_read_as_the_slow_way_reads_it(
    data: st.DataObject, where: tuple[Any, ...], count: int
) -> None:
    entry = entry_of(AnnotationEdit(TAG, replace(TAG, note="二")), reverts=Reverts("x", 1, "undo"))
    is_read_alike(entry, data, where, count)


@given(st.data(), st.sampled_from(WHERE_JUDGED), st.integers(1, 2))
@settings(deadline=None)
def test_a_line_with_verdicts_is_read_as_the_slow_way_reads_it(
    data: st.DataObject, where: tuple[Any, ...], count: int
) -> None:
    changed = replace(JUDGED, accepted=True, confidence=1)
    edits = (AnnotationEdit(TAG, replace(TAG, note="二")), VerdictEdit(JUDGED, changed))
    is_read_alike(entry_of(*edits), data, where, count)


def is_read_alike(entry: Entry, data: st.DataObject, where: tuple[Any, ...], count: int) -> None:
    whole = json.loads(entry.to_line())["entry"]
    holder = whole
    for key in where:
        holder = holder[key]
    if not isinstance(holder, dict):
        return
    for _ in range(count):
        key = data.draw(st.sampled_from([*holder, "settles", "device"]))
        if data.draw(st.booleans()):
            holder[key] = data.draw(JSON)
        else:
            holder.pop(key, None)
    for ascii_only in (True, False):
        body = json.dumps(whole, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
        try:
            body.decode()
        except UnicodeDecodeError:
            assert read(body) is None
            continue
        fast, slow = read(body), read_slowly(body)
        assert fast == slow
        assert repr(fast and replace(fast, sum="")) == repr(slow)


class Text(str):
    """A text that is not quite one."""

    __slots__ = ()


VALUES = st.one_of(
    st.text(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.booleans(),
    st.none(),
    st.binary(max_size=2),
    st.sampled_from([Text("x"), "\ud800", "a1"]),
)
SIDES = st.builds(
    lambda name, value, attributes, unknown: (
        replace(
            TAG, **{name: value}, **({"attributes": attributes} if name != "attributes" else {})
        )
        if not unknown
        else replace(TAG, unknown=unknown)
    ),
    st.sampled_from(["id", "article", "kind", "author", "created", "modified", "note"]),
    VALUES | st.just("a1"),
    st.dictionaries(st.text() | st.integers(), VALUES, max_size=2),
    st.dictionaries(st.text(min_size=20), VALUES, max_size=1),
)


@given(st.none() | SIDES, st.none() | SIDES, st.text() | st.none())
@example(TAG, TAG, "Tag")
@example(None, TAG, "\ud800")
@example(None, replace(TAG, attributes={"value": 2**70}), "Tag")
@example(None, replace(TAG, unknown={"wide": float("inf")}), "Tag")
def test_a_line_that_is_written_reads_the_same_and_all_else_is_refused(
    before: Annotation | None, after: Annotation | None, label: Any
) -> None:
    entry = entry_of(AnnotationEdit(before, after), label=label)
    try:
        line = entry.to_line()
    except (TypeError, ValueError):
        return
    read_back = Entry.from_line("abcdefghij", line[:-1])
    assert read_back == entry
    assert json.loads(line)["sum"] == sum_of(line) == read_back.sum


@pytest.mark.parametrize(
    "edits",
    [
        (AnnotationEdit(None, None),),
        (AnnotationEdit(TAG, OTHER),),
        (AnnotationEdit(TAG, None, (("x", 1.5),)),),  # type: ignore[arg-type]
        (AnnotationEdit(None, replace(TAG, attributes={"value": float("nan")})),),
        (AnnotationEdit(None, replace(TAG, attributes={"value": True})),),
        (AnnotationEdit(None, replace(TAG, note=None)),),  # type: ignore[arg-type]
        (AnnotationEdit(None, replace(TAG, unknown={"wide": float("inf")})),),
        (VerdictEdit(None, None),),
        (AnnotationEdit(None, TAG), VerdictEdit(JUDGED, replace(JUDGED, start=1))),
        (VerdictEdit(replace(JUDGED, confidence=float("nan")), None),),
        (VerdictEdit(None, replace(JUDGED, confidence=True)),),
        (VerdictEdit(None, replace(JUDGED, words=None)),),  # type: ignore[arg-type]
    ],
)
def test_what_would_not_come_back_is_refused(edits: tuple[Any, ...]) -> None:
    assert plain_operation(Operation("Tag", edits)) is None
    assert plain_operation(Operation(5, ())) is None  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        entry_of(*edits).to_line()


@pytest.mark.parametrize(
    "changes",
    [
        {"clock": LATEST + 1},
        {"author": None},
        {"author": 5},
        {"reverts": Reverts("x", LARGEST + 1, "undo")},
    ],
)
def test_an_entry_that_would_not_come_back_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not an entry"):
        entry_of(AnnotationEdit(None, TAG), **changes).to_line()


def test_what_reads_as_something_else_is_refused() -> None:
    # As a number's name in an object becomes a text.
    edit = AnnotationEdit(None, replace(TAG, attributes={5: "x"}))  # type: ignore[dict-item]
    with pytest.raises(ValueError, match="something else"):
        entry_of(edit).to_line()


@pytest.mark.parametrize(
    "edit",
    [
        AnnotationEdit(None, replace(TAG, unknown={"device": "tablet"})),
        AnnotationEdit(None, replace(TAG, note="\ud800")),
        AnnotationEdit(TAG, None, (("x", 1),)),
        ArticleEdit("a", ArticleDetails("一"), ArticleDetails("二")),
        CorrectionEdit(None, Correction("一", "二")),
        VerdictEdit(None, replace(JUDGED, unknown=(("newer", "[1]"),))),
        VerdictEdit(None, replace(JUDGED, words="\ud800")),
    ],
)
def test_what_is_not_plain_comes_back_as_well(edit: Any) -> None:
    entry = entry_of(edit)
    assert Entry.from_line("abcdefghij", entry.to_line()[:-1]) == entry


def test_verdicts_come_back_beside_tags_and_alone() -> None:
    accepted = replace(JUDGED, accepted=True, confidence=1)
    for edits in (
        (AnnotationEdit(None, TAG), VerdictEdit(None, JUDGED)),
        (VerdictEdit(JUDGED, accepted), AnnotationEdit(TAG, None)),
        (VerdictEdit(accepted, None),),
    ):
        for reverts in (None, Reverts("x", 1, "undo")):
            entry = entry_of(*edits, reverts=reverts)
            line = entry.to_line()
            assert plain_operation(entry.operation) is not None
            assert Entry.from_line("abcdefghij", line[:-1]) == entry
            assert json.loads(line)["entry"]["operation"] == entry.operation.to_json()


def test_a_plain_tag_is_made_once() -> None:
    edit = PlainEdit("a1", None, None)
    with pytest.raises(ValueError, match="something else"):
        edit.edit()
    line = entry_of(AnnotationEdit(None, TAG)).to_line()
    plain = entry_module._PLAIN.decode(line[34:-2]).operation.edits[0].after
    assert plain is not None
    assert made(plain) is made(plain)
    assert made(plain) == TAG


@given(JSON, st.lists(st.tuples(st.integers(0, 99), st.binary(max_size=2)), max_size=2))
def test_json_is_read_as_python_reads_it(value: Any, changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    for place, changed in changes:
        data[place : place + len(changed)] = changed
    try:
        expected = json.loads(data.decode(), parse_constant=lambda _: 1 / 0)
    except (ValueError, ZeroDivisionError):
        with pytest.raises(ValueError):  # noqa: PT011 (whatever it says)
            parse(bytes(data))
    else:
        assert repr(parse(bytes(data))) == repr(expected)
