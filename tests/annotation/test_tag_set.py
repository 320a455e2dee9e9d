from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.tag_set import (
    DEFAULT_TAG_SET,
    Attribute,
    AttributeType,
    InvalidAttributeError,
    TagKind,
    TagSet,
)

WORDS = st.text(max_size=6)
ATTRIBUTES = st.builds(
    Attribute,
    WORDS,
    WORDS,
    st.sampled_from(AttributeType),
    st.lists(WORDS, max_size=3).map(tuple),
)
KINDS = st.builds(
    TagKind,
    WORDS,
    WORDS,
    WORDS,
    WORDS,
    st.lists(ATTRIBUTES, max_size=3).map(tuple),
    WORDS,
    st.none() | st.integers(),
)
TAG_SETS = st.builds(TagSet, st.lists(KINDS, max_size=3).map(tuple))

TEXT = Attribute("unit", "Unit")
NUMBER = Attribute("value", "Value", AttributeType.NUMBER)
INTEGER = Attribute("year", "Year", AttributeType.INTEGER)
DATE = Attribute("since", "Since", AttributeType.DATE)
YES_NO = Attribute("open", "Open", AttributeType.YES_NO)
CHOICE = Attribute("bound", "Bound", AttributeType.CHOICE, ("exact", "over"))


@settings(max_examples=50, deadline=None)
@given(TAG_SETS)
def test_a_tag_set_comes_back_from_json_as_it_was(tag_set: TagSet) -> None:
    assert TagSet.from_json(json.loads(json.dumps(tag_set.to_json()))) == tag_set


@pytest.mark.parametrize(
    ("attribute", "written", "value"),
    [
        (TEXT, "  人次 ", "人次"),
        (TEXT, "　", None),
        (TEXT, "", None),
        (TEXT, "1,000", "1,000"),
        (NUMBER, "18", 18),
        (NUMBER, "-3", -3),
        (NUMBER, " 5,422 ", 5422),
        (NUMBER, "1_000", 1000),
        (NUMBER, "18.70", 18.7),
        (NUMBER, "1,000.5", 1000.5),
        (NUMBER, "1e3", 1000.0),
        (NUMBER, "８６", 86),
        (NUMBER, "９．５", 9.5),
        (NUMBER, "－１，０００", -1000),
        (NUMBER, "", None),
        (INTEGER, "2021", 2021),
        (INTEGER, "", None),
        (CHOICE, " over ", "over"),
        (CHOICE, "", None),
        (DATE, "2026-11-22", "2026-11-22"),
        (DATE, "2026/1/2", "2026-01-02"),
        (DATE, "2026.1.2", "2026-01-02"),
        (DATE, "２０２６年１月２日", "2026-01-02"),
        (DATE, "2026 年 11 月", "2026-11"),
        (DATE, "2026-11", "2026-11"),
        (DATE, "2026年", "2026"),
        (DATE, "0985", "0985"),
        (DATE, " ", None),
        (YES_NO, "Yes", "yes"),
        (YES_NO, "否", "no"),
        (YES_NO, "０", "no"),
        (YES_NO, "", None),
    ],
)
def test_a_value_is_read_as_the_user_wrote_it(
    attribute: Attribute, written: str, value: object
) -> None:
    parsed = attribute.parse(written)
    assert parsed == value
    assert type(parsed) is type(value)


@pytest.mark.parametrize(
    ("attribute", "written", "message"),
    [
        (NUMBER, "近百", "Value is a number, not “近百”."),
        (NUMBER, "nan", "Value is a number, not “nan”."),
        (NUMBER, "inf", "Value is a number, not “inf”."),
        (NUMBER, "1e999", "Value is a number, not “1e999”."),
        (NUMBER, "9" * 5_000, "Value is a number, not “9"),
        (NUMBER, "10²", "Value is a number, not “10²”."),
        (NUMBER, ",", "Value is a number, not “,”."),
        (INTEGER, "2021.5", "Year is a whole number, not “2021.5”."),
        (INTEGER, "二〇二一", "Year is a whole number, not “二〇二一”."),
        (CHOICE, "about", "Bound is one of exact, over, not “about”."),
        (YES_NO, "maybe", "Open is one of yes, no, not “maybe”."),
        *(
            (
                DATE,
                written,
                f"Since is a date such as 2026-11-22, 2026-11 or 2026, not “{written}”.",
            )
            for written in (
                "去年",
                "2026-13",
                "2026-02-29",
                "26-1-1",
                "2026-11-22-1",
                "0000",
                "1.5",
            )
        ),
    ],
)
def test_a_value_of_another_type_is_refused_in_one_sentence(
    attribute: Attribute, written: str, message: str
) -> None:
    with pytest.raises(InvalidAttributeError, match=re.escape(message)):
        attribute.parse(written)


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(max_size=8), st.text("0123456789.,_-+eE ", max_size=8)))
def test_whatever_is_written_is_a_finite_number_or_refused(written: str) -> None:
    for attribute, types in ((NUMBER, (int, float)), (INTEGER, (int,))):
        try:
            value = attribute.parse(written)
        except InvalidAttributeError:
            continue
        assert value is None or isinstance(value, types)
        if value is not None:
            assert attribute.parse(str(value)) == value
            json.dumps(value, allow_nan=False)


def test_what_a_value_is_one_of_is_known() -> None:
    assert CHOICE.values == ("exact", "over")
    assert YES_NO.values == ("yes", "no")
    assert TEXT.values == ()


def test_fields_of_a_newer_version_stay_with_kinds_and_attributes() -> None:
    data = {
        "kinds": [
            {
                **KIND,
                "parent": "number",
                "order": 3,
                "icon": {"name": "#"},
                "attributes": [{"name": "a", "label": "A", "type": "text", "hint": ["x", None]}],
            }
        ]
    }
    assert TagSet.from_json(data).to_json() == data
    assert hash(TagSet.from_json(data))


def test_a_key_that_somebody_wrote_as_a_number_is_read() -> None:
    (kind,) = TagSet.from_json({"kinds": [{**KIND, "key": 1}]})
    assert kind.key == "1"


def test_kinds_and_attributes_are_found_by_name() -> None:
    assert [kind.name for kind in DEFAULT_TAG_SET] == ["metric", "programme", "honour"]
    honour = DEFAULT_TAG_SET.get("honour")
    assert honour is not None
    year = honour.attribute("year")
    assert year is not None
    assert year.type is AttributeType.INTEGER
    assert honour.attribute("month") is None
    assert DEFAULT_TAG_SET.get("place") is None


def test_the_tag_set_a_workspace_begins_with_is_whole() -> None:
    kinds = list(DEFAULT_TAG_SET)
    assert [kind.key for kind in kinds] == ["1", "2", "3"]
    assert len({kind.colour for kind in kinds}) == 3
    assert all(re.fullmatch("#[0-9a-f]{6}", kind.colour) for kind in kinds)
    for kind in kinds:
        names = [attribute.name for attribute in kind.attributes]
        assert len(set(names)) == len(names) > 0
        for attribute in kind.attributes:
            assert bool(attribute.choices) == (attribute.type is AttributeType.CHOICE)
    assert TagSet.from_json(DEFAULT_TAG_SET.to_json()) == DEFAULT_TAG_SET


KIND: dict[str, Any] = {
    "name": "metric",
    "label": "Metric",
    "colour": "#0069a8",
    "key": "1",
    "attributes": [{"name": "value", "label": "Value", "type": "number"}],
}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kinds": None},
        {"kinds": ["metric"]},
        {"kinds": [{}]},
        *({"kinds": [{k: v for k, v in KIND.items() if k != key}]} for key in KIND),
        {"kinds": [{**KIND, "attributes": None}]},
        {"kinds": [{**KIND, "attributes": [{"name": "value", "label": "Value"}]}]},
        {"kinds": [{**KIND, "attributes": [{"name": "v", "label": "V", "type": "colour"}]}]},
        {"kinds": [{**KIND, "attributes": ["value"]}]},
        {"kinds": [{**KIND, "label": None}]},
        {"kinds": [{**KIND, "parent": None}]},
        {"kinds": [{**KIND, "order": 1.5}]},
        {"kinds": [{**KIND, "order": True}]},
    ],
)
def test_what_is_no_tag_set_is_refused(data: dict[str, Any]) -> None:
    assert TagSet.from_json({"kinds": [KIND]})
    with pytest.raises((KeyError, TypeError, ValueError)):
        TagSet.from_json(data)
