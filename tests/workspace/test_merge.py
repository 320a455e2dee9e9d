from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import (
    AnnotationEdit,
    ArticleDetails,
    ArticleEdit,
    CorrectionEdit,
    Edit,
    Operation,
)
from reader.text.glossary import Correction
from reader.text.span import Span
from reader.workspace.files.entry import Entry
from reader.workspace.memory.merge import Digest, Registers, TagEdit, registers_of, stamp_of, unite
from tests.workspace.long_run import LONG

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
    assert unite([second, first]).details == {"0" * 16: {"title": "三"}}


FIRST = ArticleDetails("一")
CHANGES = st.sampled_from(
    [
        {"title": "二"},
        {"title": "三"},
        {"script": "zh-Hans"},
        {"script": "zh-Hant", "title": "四"},
        {"script": None},
        {"removed": (True, None)},
        {"removed": (True, "1" * 16)},
        {"removed": (True, "2" * 16), "title": "五"},
        {"removed": (False, None)},
        {"newer": "1"},
        {"newer": None, "title": "一"},
    ]
)


@settings(max_examples=LONG or 200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.booleans(), CHANGES), max_size=8), st.randoms())
def test_each_field_of_an_articles_details_is_the_last_that_somebody_gave_it(
    acts: list[tuple[str, bool, dict[str, Any]]], chance: random.Random
) -> None:
    known: dict[str, list[Entry]] = {"a": [], "b": []}
    everything: list[tuple[tuple[int, str], dict[str, Any], Entry]] = []
    for writer, looks, changes in acts:
        if looks:
            known[writer] = [one for _, _, one in everything]
        seq = 1 + sum(one.writer == writer for _, _, one in everything)
        clock = 1 + max((one.clock for one in known[writer]), default=0)
        before = FIRST.with_fields(unite(known[writer]).details.get("x", {}))
        after = before.with_fields(changes)
        made = entry(clock, writer, seq, ArticleEdit("x", before, after))
        known[writer].append(made)
        said = {k: v for k, v in changes.items() if before.fields.get(k) != v}
        everything.append(((clock, writer), said, made))
    expected: dict[str, Any] = {}
    for _, said, _ in sorted(everything, key=itemgetter(0)):
        expected |= said
    entries = [one for _, _, one in everything]
    chance.shuffle(entries)
    assert unite(entries).details.get("x", {}) == expected
    late = Registers()
    for one in (*entries, *entries):
        late.take([one])
    merged = Registers()
    for one in entries:
        merged.merge(registers_of([one]))
    assert late.details == merged.details == registers_of(entries).details
    assert merged.fields("x") == expected
    assert not late.differences(merged).articles


def test_what_an_edit_carries_along_says_nothing() -> None:
    retitled = entry(1, "a", 1, ArticleEdit("x", FIRST, replace(FIRST, title="二")))
    scripted = entry(1, "b", 1, ArticleEdit("x", FIRST, replace(FIRST, script="zh-Hant")))
    nothing = entry(9, "b", 2, ArticleEdit("x", FIRST, FIRST))
    for order in permutations([retitled, scripted, nothing]):
        assert unite(order).details == {"x": {"title": "二", "script": "zh-Hant"}}


def versions(entries: list[Entry], tag_id: str) -> list[Annotation | None]:
    """Return what is beside each other in the end, in the words of the file format."""
    heads: list[tuple[Annotation | None, tuple[str, int]]] = []
    for one in sorted(entries, key=lambda one: one.order):
        for edit in one.operation.edits:
            if isinstance(edit, AnnotationEdit) and edit.id == tag_id:
                heads = [
                    head
                    for head in heads
                    if (head[1] not in edit.settles if edit.settles else head[0] != edit.before)
                ]
                heads.append((edit.after, (one.writer, one.seq)))
    return [after for after, _ in heads]


VERSIONS = st.none() | st.builds(
    lambda note: replace(TAG, id="x", note=note), st.sampled_from("甲乙")
)
WRITTEN = st.lists(
    st.builds(
        lambda clock, writer, seq, before, after, settles, digest: replace(
            entry(clock, writer, seq, AnnotationEdit(before, after, tuple(settles))), sum=digest
        ),
        st.integers(1, 4),
        st.sampled_from("ab"),
        st.integers(1, 3),
        VERSIONS,
        VERSIONS,
        st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 3)), max_size=1),
        st.sampled_from(["1", "2"]),
    ).filter(lambda one: one.operation.edits[0].before or one.operation.edits[0].after),
    max_size=7,
    unique_by=lambda one: one.order,
)


def held(registers: Registers) -> list[Annotation | None]:
    return [one.after for one in registers.tags.get("x", ())]


@settings(max_examples=LONG or 300, deadline=None)
@given(WRITTEN, st.randoms(), st.data())
def test_versions_are_the_same_however_entries_come_late_twice_and_in_parts(
    entries: list[Entry], chance: random.Random, data: st.DataObject
) -> None:
    expected = versions(entries, "x")
    assert held(registers_of(entries)) == expected
    shuffled = [*entries, *chance.sample(entries, len(entries) // 2)]
    chance.shuffle(shuffled)
    late = Registers()
    for one in shuffled:
        late.take([one])
    assert held(late) == expected
    parts = [Registers(), Registers(), Registers()]
    for one in shuffled:
        chance.choice(parts).take([one])
    merged = Registers()
    for part in (*parts, parts[0]):
        merged.merge(part)
    assert held(merged) == expected
    assert merged.tags == late.tags
    assert merged.clock == late.clock
    assert merged.version("x") == (expected[-1] if expected else None)


def test_what_two_readings_ended_stays_ended_however_often_they_are_united() -> None:
    first = entry(1, "a", 1, AnnotationEdit(None, replace(TAG, id="x", note="甲")))
    (made,) = first.operation.edits
    assert isinstance(made, AnnotationEdit)
    second = entry(2, "b", 1, AnnotationEdit(made.after, replace(TAG, id="x", note="乙")))
    reading = registers_of([first, second])
    merged = registers_of([second])
    for _ in range(2):
        merged.merge(reading)
        assert held(merged) == versions([first, second], "x")
        assert merged.ended == reading.ended


@settings(max_examples=LONG or 100, deadline=None)
@given(WRITTEN, st.randoms())
def test_a_digest_recognises_the_version_it_stands_for(
    entries: list[Entry], chance: random.Random
) -> None:
    digested = Registers()
    for one in chance.sample(entries, len(entries)):
        (edit,) = one.operation.edits
        assert isinstance(edit, AnnotationEdit)
        before = Digest.of(edit.before)
        digested.take_edit("x", TagEdit(stamp_of(one), before, edit.after, edit.settles))
    assert held(digested) == versions(entries, "x")


def test_details_and_corrections_that_come_late_change_nothing_later() -> None:
    one, two, three = (ArticleDetails(title) for title in "一二三")
    words = (Correction("干部", "乾部"), Correction("干部", "幹部"))
    later = entry(3, "a", 2, ArticleEdit("0" * 16, two, three), CorrectionEdit(None, words[1]))
    early = entry(2, "b", 1, ArticleEdit("0" * 16, one, two), CorrectionEdit(None, words[0]))
    registers = registers_of([later])
    registers.take([early])
    registers.merge(registers_of([early]))
    united = registers.united()
    assert united == registers_of([early, later]).united()
    assert united.details == {"0" * 16: {"title": "三"}}
    assert list(united.corrections.values()) == [words[1]]


def test_another_reading_names_what_differs() -> None:
    one = registers_of([entry(1, "a", 1, edit("x", TAG)), entry(2, "a", 2, edit("y", TAG))])
    other = registers_of([entry(1, "a", 1, edit("x", TAG)), entry(1, "b", 1, edit("z", TAG))])
    touched = one.differences(other)
    assert (list(touched.tags), touched.articles, touched.corrections) == (["y", "z"], {}, {})


def test_a_tag_that_another_program_names_twice_in_one_entry_has_its_last_version() -> None:
    first, last = replace(TAG, id="x", note="甲"), replace(TAG, id="x", note="乙")
    details = ArticleEdit("0" * 16, ArticleDetails("一"), ArticleDetails("二"))
    twice = entry(1, "a", 1, AnnotationEdit(None, first), details, AnnotationEdit(first, last))
    registers = registers_of([twice])
    assert held(registers) == [last]
    registers.take([entry(2, "a", 2, AnnotationEdit(last, None))])
    assert held(registers) == [None]
