from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import _KNOWN, Annotation
from reader.text.span import Span
from tests.annotation.strategies import ANNOTATIONS, JSON, WORDS, annotation

RECORD: dict[str, Any] = {
    "id": "a1",
    "article": "0123456789abcdef",
    "start": 2,
    "end": 6,
    "quote": "文明单位",
    "prefix": "获评",
    "suffix": "。",
    "kind": "honour",
    "attributes": {"title": "文明单位", "year": 2021, "share": 0.5},
    "note": "",
    "author": "tester",
    "created": "2026-11-22T00:00:00.000000Z",
    "modified": "2026-11-22T00:00:00.000000Z",
}


@settings(max_examples=60, deadline=None)
@given(ANNOTATIONS)
def test_an_annotation_comes_back_from_json_as_it_was(one: Annotation) -> None:
    assert Annotation.from_json(json.loads(json.dumps(one.to_json()))) == one


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(WORDS.filter(lambda key: key not in _KNOWN), JSON, max_size=4))
def test_fields_of_a_newer_format_are_kept(unknown: dict[str, Any]) -> None:
    one = Annotation.from_json({**RECORD, **unknown})
    assert one.unknown == unknown
    assert one.with_details("later", note="x").to_json() == {
        **RECORD,
        **unknown,
        "modified": "later",
        "note": "x",
    }


def test_a_record_is_read_field_by_field() -> None:
    one = Annotation.from_json(RECORD)
    assert one.to_json() == RECORD
    assert one.span == Span(2, 6)
    assert one.quote == "文明单位"
    assert one.anchor == Anchor(Span(2, 6), "文明单位", "获评", "。")
    assert one.attributes == {"title": "文明单位", "year": 2021, "share": 0.5}


@pytest.mark.parametrize("field", sorted(_KNOWN))
def test_a_record_without_a_field_is_refused(field: str) -> None:
    with pytest.raises(KeyError, match=field):
        Annotation.from_json({key: value for key, value in RECORD.items() if key != field})


WRONG_TEXTS = (None, 1, 1.5, True, ["a"], {"a": 1}, b"a")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(
            (field, value)
            for field in sorted(_KNOWN - {"start", "end", "attributes"})
            for value in WRONG_TEXTS
        ),
        *((field, value) for field in ("start", "end") for value in (None, "2", 2.0, True, [2])),
        ("start", -1),
        ("start", 7),
        ("end", 1),
        *(("attributes", value) for value in (None, 1, "year", [], [["year", 2021]])),
        *(
            ("attributes", {"year": value})
            for value in (None, True, False, [2021], {"a": 1}, math.nan, math.inf, -math.inf)
        ),
        ("attributes", {2021: "year"}),
    ],
)
def test_a_record_with_a_value_of_another_type_is_refused(field: str, value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Annotation.from_json({**RECORD, field: value})


@pytest.mark.parametrize("data", [None, 1, "id", [], ["id"], True])
def test_what_is_no_record_at_all_is_refused(data: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Annotation.from_json(data)


def test_an_annotation_is_a_value() -> None:
    attributes: dict[str, str | int | float] = {"year": 2021}
    one = annotation(attributes=attributes)
    attributes["year"] = 2022
    assert one.attributes == {"year": 2021}
    with pytest.raises(TypeError):
        one.attributes["year"] = 2022  # type: ignore[index]
    with pytest.raises(TypeError):
        one.unknown["x"] = 1  # type: ignore[index]
    with pytest.raises(AttributeError):
        one.note = "x"  # type: ignore[misc]
    assert one == annotation(attributes={"year": 2021})
    assert one != annotation(attributes={"year": 2022})


def test_what_is_not_named_stays() -> None:
    one = annotation(attributes={"year": 2021}, note="n", kind="honour", unknown={"new": 1})
    assert one.with_details("later").to_json() == {**one.to_json(), "modified": "later"}
    assert one.with_details("later", kind="metric", attributes={}, note="") == annotation(
        kind="metric", modified="later", unknown={"new": 1}
    )
    moved = one.with_anchor(Anchor(Span(5, 6), "字", "前", "后"), "later")
    assert moved.to_json() == {
        **one.to_json(),
        "start": 5,
        "end": 6,
        "prefix": "前",
        "suffix": "后",
        "modified": "later",
    }
