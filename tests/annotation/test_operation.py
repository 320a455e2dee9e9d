from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.operation import (
    AnnotationEdit,
    ArticleDetails,
    ArticleEdit,
    Operation,
)
from tests.annotation.strategies import DETAILS, OPERATIONS, annotation

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation


class Model:
    """The least that holds annotations and details, and refuses an edit that does not fit."""

    def __init__(
        self, annotations: dict[str, Annotation], details: dict[str, ArticleDetails]
    ) -> None:
        self.annotations = dict(annotations)
        self.details = dict(details)

    def apply(self, operation: Operation) -> None:
        for edit in operation.edits:
            if isinstance(edit, ArticleEdit):
                assert self.details[edit.article] == edit.before
                self.details[edit.article] = edit.after
                continue
            assert self.annotations.get(edit.id) == edit.before
            if edit.after is None:
                del self.annotations[edit.id]
            else:
                self.annotations[edit.id] = edit.after

    def state(self) -> tuple[dict[str, Annotation], dict[str, ArticleDetails]]:
        return self.annotations, self.details


@st.composite
def fitting(draw: st.DrawFn) -> tuple[Model, Operation]:
    """A state and an operation on it that touches each thing once at most."""
    names = draw(st.sets(st.sampled_from("abcdef")))
    model = Model(
        {name: annotation(name=name, note="old") for name in names},
        {"x": draw(DETAILS), "y": draw(DETAILS)},
    )
    edits: list[AnnotationEdit | ArticleEdit] = []
    for name in draw(st.lists(st.sampled_from("abcdef"), unique=True)):
        old = model.annotations.get(name)
        new = annotation(name=name, note=draw(st.sampled_from(["new", "newer"])))
        after = draw(st.sampled_from([new, None])) if old else new
        edits.append(AnnotationEdit(old, after))
    edits += [
        ArticleEdit(name, model.details[name], draw(DETAILS))
        for name in draw(st.lists(st.sampled_from("xy"), unique=True))
    ]
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
    model = Model({}, {})
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
        edited(RETITLE, article=None),
        edited(RETITLE, before=None),
        edited(RETITLE, after={"title": "new"}),
        edited(RETITLE, after={"title": None, "script": None, "removed": False}),
        edited(RETITLE, after={"title": "new", "script": 1, "removed": False}),
        edited(RETITLE, after={"title": "new", "script": None, "removed": "false"}),
        edited(RETITLE, after={"title": "new", "script": None, "removed": None}),
    ],
)
def test_what_is_no_operation_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Operation.from_json(data)
