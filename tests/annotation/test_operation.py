from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.operation import (
    AnnotationEdit,
    ArticleDetails,
    ArticleEdit,
    CorrectionEdit,
    CorrectionKey,
    KindEdit,
    Operation,
    VerdictEdit,
    fields_from,
    fields_json,
    key_of,
)
from reader.annotation.tag_set import TagKind
from reader.annotation.verdict import Verdict
from reader.text.glossary import Correction
from reader.text.script import Script
from tests.annotation.strategies import CORRECTIONS, DETAILS, OPERATIONS, SHOWN, annotation

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation

State = tuple["dict[str, Annotation]", dict[str, ArticleDetails], dict[CorrectionKey, Correction]]


class Model:
    """The least that holds annotations and details, and refuses an edit that does not fit."""

    def __init__(
        self,
        annotations: dict[str, Annotation],
        details: dict[str, ArticleDetails],
        corrections: dict[CorrectionKey, Correction],
    ) -> None:
        self.annotations = dict(annotations)
        self.details = dict(details)
        self.corrections = dict(corrections)

    def apply(self, operation: Operation) -> None:
        for edit in operation.edits:
            if isinstance(edit, ArticleEdit):
                assert self.details[edit.article] == edit.before
                self.details[edit.article] = edit.after
                continue
            assert not isinstance(edit, KindEdit | VerdictEdit)
            if isinstance(edit, CorrectionEdit):
                assert self.corrections.get(edit.key) == edit.before
                if edit.after is None:
                    del self.corrections[edit.key]
                else:
                    self.corrections[edit.key] = edit.after
                continue
            assert self.annotations.get(edit.id) == edit.before
            if edit.after is None:
                del self.annotations[edit.id]
            else:
                self.annotations[edit.id] = edit.after

    def state(self) -> State:
        return self.annotations, self.details, self.corrections


@st.composite
def fitting(draw: st.DrawFn) -> tuple[Model, Operation]:
    """A state and an operation on it that touches each thing once at most."""
    names = draw(st.sets(st.sampled_from("abcdef")))
    model = Model(
        {name: annotation(name=name, note="old") for name in names},
        {"x": draw(DETAILS), "y": draw(DETAILS)},
        {key_of(one): one for one in draw(st.lists(CORRECTIONS, max_size=4))},
    )
    edits: list[AnnotationEdit | ArticleEdit | CorrectionEdit] = []
    for name in draw(st.lists(st.sampled_from("abcdef"), unique=True)):
        old = model.annotations.get(name)
        new = annotation(name=name, note=draw(st.sampled_from(["new", "newer"])))
        after = draw(st.sampled_from([new, None])) if old else new
        edits.append(AnnotationEdit(old, after))
    edits += [
        ArticleEdit(name, model.details[name], draw(DETAILS))
        for name in draw(st.lists(st.sampled_from("xy"), unique=True))
    ]
    known = st.sampled_from(
        sorted(model.corrections.values(), key=repr) or [Correction("甲", "乙")]
    )
    for one in draw(st.lists(CORRECTIONS | known, max_size=3, unique_by=key_of)):
        correction = model.corrections.get(key_of(one))
        new_one = Correction(one.words, draw(SHOWN), one.scripts)
        edits.append(CorrectionEdit(correction, draw(st.sampled_from([new_one, None]))))
    edits = [one for one in edits if isinstance(one, ArticleEdit) or one.before or one.after]
    return model, Operation("Tag", tuple(draw(st.permutations(edits))))


@settings(max_examples=80, deadline=None)
@given(fitting())
def test_an_operation_and_its_inverse_leave_everything_as_it_was(
    given_state: tuple[Model, Operation],
) -> None:
    model, operation = given_state
    before = Model(*model.state()).state()
    model.apply(operation)
    after = Model(*model.state()).state()
    model.apply(operation.inverted())
    assert model.state() == before
    model.apply(operation.inverted().inverted())
    assert model.state() == after


def test_an_operation_that_touches_a_thing_twice_is_taken_back_from_its_end() -> None:
    one, two = annotation(note="1"), annotation(note="2")
    operation = Operation("Edit tag", (AnnotationEdit(None, one), AnnotationEdit(one, two)))
    model = Model({}, {}, {})
    model.apply(operation)
    model.apply(operation.inverted())
    assert model.annotations == {}


@settings(max_examples=60, deadline=None)
@given(OPERATIONS)
def test_an_operation_comes_back_from_json_as_it_was(operation: Operation) -> None:
    assert Operation.from_json(json.loads(json.dumps(operation.to_json()))) == operation
    assert operation.inverted().label == operation.label
    assert operation.inverted().inverted() == operation


def test_an_edit_names_its_annotation_and_article_from_either_side() -> None:
    one = annotation(name="a", article="x")
    for edit in (AnnotationEdit(None, one), AnnotationEdit(one, None), AnnotationEdit(one, one)):
        assert (edit.id, edit.article) == ("a", "x")


def test_an_edit_of_nothing_has_no_name() -> None:
    with pytest.raises(ValueError, match="an edit of nothing"):
        _ = AnnotationEdit(None, None).id
    with pytest.raises(ValueError, match="an edit of nothing"):
        _ = KindEdit(None, None).name
    with pytest.raises(ValueError, match="an edit of nothing"):
        _ = VerdictEdit(None, None).key


PLACE = TagKind("place", "Place", "#123456", "4", (), "area", 3)


def test_an_edit_of_a_kind_stands_in_the_journal_like_this() -> None:
    edit = KindEdit(None, PLACE)
    assert Operation("Add", (edit,)).to_json()["edits"] == [
        {
            "kind": "place",
            "before": None,
            "after": {
                "name": "place",
                "label": "Place",
                "colour": "#123456",
                "key": "4",
                "attributes": [],
                "parent": "area",
                "order": 3,
            },
        }
    ]
    assert (edit.said, edit.inverted().said) == ((PLACE, True), (PLACE, False))


@pytest.mark.parametrize(
    ("before", "after"), [(None, None), (PLACE, replace(PLACE, name="spot")), (None, "place")]
)
def test_what_is_no_edit_of_one_kind_is_refused(before: Any, after: Any) -> None:
    data = {
        "kind": "place",
        "before": before and before.to_json(),
        "after": after if isinstance(after, str) else after and after.to_json(),
    }
    with pytest.raises((KeyError, TypeError, ValueError)):
        Operation.from_json({"label": "", "edits": [data]})


VERDICT = Verdict("x", 5, 8, "metric", "十二场", "metric.figure", 0.75, accepted=False)


def test_a_verdict_stands_in_the_journal_like_this() -> None:
    edit = VerdictEdit(None, VERDICT)
    assert Operation("Reject suggestion", (edit,)).to_json()["edits"] == [
        {
            "verdict": ["x", 5, 8, "metric"],
            "before": None,
            "after": {
                "article": "x",
                "start": 5,
                "end": 8,
                "kind": "metric",
                "words": "十二场",
                "rule": "metric.figure",
                "confidence": 0.75,
                "accepted": False,
            },
        }
    ]
    assert edit.inverted() == VerdictEdit(VERDICT, None)
    assert edit.key == edit.inverted().key == ("x", 5, 8, "metric")


def test_what_a_newer_version_says_of_a_verdict_is_kept() -> None:
    data = {**VERDICT.to_json(), "confidence": 1, "why": ["too broad"]}
    read = Verdict.from_json(data)
    assert read.unknown == (("why", '["too broad"]'),)
    assert (read.to_json(), read.confidence) == (data, 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("verdict", "x"),
        ("verdict", ["x", 5, 8]),
        ("verdict", ["x", "5", 8, "metric"]),
        ("verdict", ["x", 5, 9, "metric"]),
        ("after", None),
        ("after", {**VERDICT.to_json(), "accepted": 1}),
        ("after", {**VERDICT.to_json(), "kind": "honour"}),
        ("after", {**VERDICT.to_json(), "confidence": "0.5"}),
        ("after", {**VERDICT.to_json(), "confidence": True}),
        ("after", {**VERDICT.to_json(), "confidence": float("nan")}),
        ("after", {"article": "x", "start": 5, "end": 8, "kind": "metric"}),
    ],
)
def test_what_is_no_verdict_is_refused(name: str, value: object) -> None:
    data = Operation("", (VerdictEdit(None, VERDICT),)).to_json()
    data["edits"][0][name] = value
    with pytest.raises((KeyError, TypeError, ValueError)):
        Operation.from_json(data)


TAG = Operation("Tag", (AnnotationEdit(None, annotation(name="a")),)).to_json()
RETITLE = Operation(
    "Rename article", (ArticleEdit("x", ArticleDetails("old"), ArticleDetails("new", "zh-Hant")),)
).to_json()


def test_operations_stand_in_the_journal_like_this() -> None:
    assert dict(TAG) == {
        "label": "Tag",
        "edits": [{"annotation": "a", "before": None, "after": annotation(name="a").to_json()}],
    }
    assert dict(RETITLE) == {
        "label": "Rename article",
        "edits": [
            {
                "article": "x",
                "before": {"title": "old", "script": None, "removed": False},
                "after": {"title": "new", "script": "zh-Hant", "removed": False},
            }
        ],
    }


def test_an_article_that_was_replaced_names_the_one_in_its_place() -> None:
    after = ArticleDetails("old", None, removed=True, replaced_by="y")
    (edit,) = Operation("", (ArticleEdit("x", ArticleDetails("old"), after),)).to_json()["edits"]
    assert "replaced_by" not in edit["before"]
    assert edit["after"] == {"title": "old", "script": None, "removed": True, "replaced_by": "y"}


def test_what_is_known_of_an_article_stands_there_where_it_is_known() -> None:
    before = ArticleDetails("old", source="a", date="2026", author="b", url="c")
    operation = Operation("", (ArticleEdit("x", before, ArticleDetails("old", source="d")),))
    (edit,) = operation.to_json()["edits"]
    assert list(edit["before"]) == ["title", "script", "removed", "source", "date", "author", "url"]
    assert edit["after"] == {"title": "old", "script": None, "removed": False, "source": "d"}
    assert Operation.from_json(json.loads(json.dumps(operation.to_json()))) == operation
    edit["before"]["source"] = 7
    with pytest.raises(TypeError):
        Operation.from_json({"label": "", "edits": [edit]})


def test_what_was_taken_away_of_an_article_is_null_in_a_snapshot() -> None:
    fields = {"title": "t", "source": "", "url": "c", "date": "", "author": ""}
    said = fields_json(fields)
    assert said == {"title": "t", "source": None, "url": "c", "date": None, "author": None}
    assert fields_from(json.loads(json.dumps(said))) == fields
    with pytest.raises(TypeError):
        fields_from({"url": 7})


CORRECT = Operation(
    "Correct conversion",
    (
        CorrectionEdit(
            Correction("干部", "干部", frozenset((Script.TAIWAN, Script.HONG_KONG))),
            Correction("干部", "幹部", frozenset((Script.TAIWAN, Script.HONG_KONG))),
        ),
    ),
).to_json()


def test_what_an_edit_settles_stands_with_it_and_is_not_undone_with_it() -> None:
    made = annotation()
    edit = AnnotationEdit(made, None, (("abcdefghij", 3), ("klmnopqrst", 2**53 - 1)))
    operation = Operation("Settle conflict", (edit,))
    data = operation.to_json()
    assert data["edits"][0]["settles"] == [["abcdefghij", 3], ["klmnopqrst", 2**53 - 1]]
    assert Operation.from_json(json.loads(json.dumps(data))) == operation
    assert operation.inverted().edits == (AnnotationEdit(None, made),)


@pytest.mark.parametrize("settles", [["a", 1], [["a"]], [["a", "1"]], [[1, 1]], [["a", True]], 7])
def test_settling_what_is_no_entry_is_refused(settles: object) -> None:
    data = Operation("Settle conflict", (AnnotationEdit(annotation(), None),)).to_json()
    data["edits"][0]["settles"] = settles
    with pytest.raises((TypeError, ValueError)):
        Operation.from_json(data)


def test_corrections_stand_in_the_journal_like_this() -> None:
    scripts = ["zh-Hant-HK", "zh-Hant-TW"]
    assert CORRECT["edits"] == [
        {
            "correction": "干部",
            "before": {"words": "干部", "shown": "干部", "scripts": scripts},
            "after": {"words": "干部", "shown": "幹部", "scripts": scripts},
        }
    ]
    made = Operation("Correct conversion", (CorrectionEdit(None, Correction("云", "雲")),))
    assert made.to_json()["edits"] == [
        {"correction": "云", "before": None, "after": {"words": "云", "shown": "雲", "scripts": []}}
    ]


def test_a_correction_edit_of_nothing_has_no_name() -> None:
    with pytest.raises(ValueError, match="an edit of nothing"):
        _ = CorrectionEdit(None, None).key


def corrected(**fields: Any) -> dict[str, Any]:
    return edited(CORRECT, after={**CORRECT["edits"][0]["after"], **fields})


def edited(operation: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {**operation, "edits": [{**operation["edits"][0], **fields}]}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"label": "Tag"},
        {"label": "Tag", "edits": None},
        {"label": "Tag", "edits": ["annotation"]},
        {"label": "Tag", "edits": [[]]},
        {"label": "Tag", "edits": [None]},
        {"label": "Tag", "edits": [{}]},
        {**TAG, "label": None},
        edited(TAG, annotation="b"),
        edited(TAG, annotation=None),
        edited(TAG, after=None),
        edited(TAG, before=annotation(name="b").to_json()),
        edited(TAG, after={"id": "a"}),
        edited(CORRECT, correction="干"),
        edited(CORRECT, correction=None),
        edited(CORRECT, before=None, after=None),
        edited(CORRECT, before=[]),
        corrected(words="干"),
        corrected(scripts=[]),
        corrected(scripts="zh-Hant-TW"),
        corrected(scripts=["zh-Latn"]),
        corrected(scripts=["original"]),
        corrected(shown=None),
        corrected(shown=""),
        corrected(shown="幹 部"),
        edited(RETITLE, article=None),
        edited(RETITLE, before=None),
        edited(RETITLE, after={"title": "new"}),
        edited(RETITLE, after={"title": None, "script": None, "removed": False}),
        edited(RETITLE, after={"title": "new", "script": 1, "removed": False}),
        edited(RETITLE, after={"title": "new", "script": None, "removed": "false"}),
        edited(RETITLE, after={"title": "new", "script": None, "removed": None}),
        edited(RETITLE, after={**RETITLE["edits"][0]["after"], "replaced_by": 1}),
    ],
)
def test_what_is_no_operation_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Operation.from_json(data)
