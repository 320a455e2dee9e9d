from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import (
    AnnotationEdit,
    ArticleDetails,
    ArticleEdit,
    Edit,
    Operation,
)
from reader.text.span import Span
from reader.workspace.entry import Entry
from reader.workspace.merge import unite

if TYPE_CHECKING:
    import random

TAG = Annotation(
    id="",
    article="0123456789abcdef",
    anchor=Anchor.at("社区", Span(0, 2)),
    kind="metric",
    author="lin",
    created="",
    modified="",
)
STATES = st.none() | st.builds(lambda note: replace(TAG, note=note), st.sampled_from("甲乙丙丁"))


def edit(annotation_id: str, state: Annotation | None) -> AnnotationEdit:
    before = replace(TAG, id=annotation_id)
    return AnnotationEdit(before, state and replace(state, id=annotation_id))


def entry(clock: int, writer: str, seq: int, *edits: Edit) -> Entry:
    return Entry(writer, seq, clock, "", "lin", None, Operation("Edit tag", edits))


ENTRIES = st.lists(
    st.builds(
        entry,
        st.integers(1, 5),
        st.sampled_from(["aaaaaaaaaa", "bbbbbbbbbb"]),
        st.integers(1, 5),
        st.builds(edit, st.sampled_from("xyz"), STATES),
    ),
    max_size=8,
    unique_by=lambda entry: entry.order,
)


@given(ENTRIES)
def test_of_all_edits_of_a_tag_the_last_in_lamports_order_holds(entries: list[Entry]) -> None:
    expected = {}
    for annotation_id in "xyz":
        of_it = [
            (one.clock, one.writer, one.seq, edit)
            for one in entries
            for edit in one.operation.edits
            if isinstance(edit, AnnotationEdit) and edit.id == annotation_id
        ]
        last = max(of_it, key=lambda row: row[:3], default=None)
        if last and last[3].after:
            expected[annotation_id] = last[3].after
    united = unite(entries)
    assert united.annotations == expected
    assert united.clock == max((one.clock for one in entries), default=0)


@given(ENTRIES, st.randoms())
def test_every_order_of_reading_gives_the_same(entries: list[Entry], chance: random.Random) -> None:
    shuffled = entries.copy()
    chance.shuffle(shuffled)
    assert unite(shuffled) == unite(entries)


def test_a_deleted_tag_comes_back_by_a_later_edit_and_not_by_an_earlier() -> None:
    made, deleted, edited = (
        entry(1, "a", 1, edit("x", TAG)),
        entry(2, "a", 2, edit("x", None)),
        entry(2, "b", 1, edit("x", replace(TAG, note="乙"))),
    )
    for order in permutations([made, deleted, edited]):
        assert unite(order).annotations["x"].note == "乙"
    assert unite([replace(edited, clock=1), deleted]).annotations == {}


def test_the_details_of_an_article_are_its_last() -> None:
    one, two, three = (ArticleDetails(title) for title in "一二三")
    first = entry(1, "a", 1, ArticleEdit("0" * 16, one, two))
    second = entry(2, "a", 2, ArticleEdit("0" * 16, two, three))
    assert unite([second, first]).details == {"0" * 16: three}
