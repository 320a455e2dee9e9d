"""The map between a text and what is left of it, against one that walks character by character."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.cleanup import Cleanup, CleanupKind
from reader.text.span import Span
from tests.text.strategies import spans

LENGTH = 14
SOURCE = "甲乙丙\n丁𠮷戊\r\n己庚辛壬癸"
assert len(SOURCE) == LENGTH


def _trimmed(cleaned: Cleaned, span: Span) -> Span:
    """Return a source span without what was left out at its ends."""
    return cleaned.to_source(cleaned.to_cleaned(span))


DELETIONS = st.lists(spans(LENGTH), max_size=4)


def kept(deleted: list[Span]) -> list[int]:
    """The oracle: the source offsets of the characters that are left."""
    return [n for n in range(LENGTH) if not any(span.holds(n) for span in deleted)]


@settings(max_examples=300, deadline=None)
@given(DELETIONS)
def test_the_cleaned_text_is_what_no_deletion_holds(deleted: list[Span]) -> None:
    cleaned = Cleaned(SOURCE, deleted)
    assert cleaned.text == "".join(SOURCE[n] for n in kept(deleted))
    assert cleaned.changes_nothing == (len(kept(deleted)) == LENGTH)


@settings(max_examples=300, deadline=None)
@given(DELETIONS, spans(LENGTH))
def test_a_source_span_is_shown_by_what_is_left_of_it(deleted: list[Span], span: Span) -> None:
    places = kept(deleted)
    shown = Cleaned(SOURCE, deleted).to_cleaned(span)
    assert [places[n] for n in range(shown.start, shown.end)] == [
        n for n in places if span.holds(n)
    ]
    assert shown.start == sum(1 for n in places if n < span.start)


@settings(max_examples=300, deadline=None)
@given(DELETIONS, st.data())
def test_a_cleaned_span_is_the_source_from_its_first_character_to_its_last(
    deleted: list[Span], data: st.DataObject
) -> None:
    places = kept(deleted)
    span = data.draw(spans(len(places)))
    source = Cleaned(SOURCE, deleted).to_source(span)
    if span:
        assert source == Span(places[span.start], places[span.end - 1] + 1)
    else:
        place = places[span.start] if span.start < len(places) else LENGTH
        assert source == Span(place, place)


@settings(max_examples=300, deadline=None)
@given(DELETIONS, spans(LENGTH))
def test_a_span_is_trimmed_to_what_is_left_and_comes_back_the_same(
    deleted: list[Span], span: Span
) -> None:
    left = [n for n in kept(deleted) if span.holds(n)]
    cleaned = Cleaned(SOURCE, deleted)
    trimmed = _trimmed(cleaned, span)
    if left:
        assert trimmed == Span(left[0], left[-1] + 1)
        assert cleaned.to_cleaned(trimmed) == cleaned.to_cleaned(span)
    else:
        assert not trimmed


@settings(max_examples=300, deadline=None)
@given(DELETIONS, spans(LENGTH))
@example([Span(2, 5), Span(3, 7), Span(9, 9), Span(10, 12)], Span(4, 11))
def test_outward_cuts_no_deletion_and_shows_the_same(deleted: list[Span], span: Span) -> None:
    cleaned = Cleaned(SOURCE, deleted)
    wide = cleaned.outward(span)
    assert wide.contains(span)
    assert cleaned.to_cleaned(wide) == cleaned.to_cleaned(span)
    for gap in cleaned.deleted_in(Span(0, LENGTH)):
        assert wide.contains(gap) or not wide.overlaps(gap)
    grown = {*range(wide.start, span.start), *range(span.end, wide.end)}
    assert not grown & set(kept(deleted))


@settings(max_examples=300, deadline=None)
@given(DELETIONS, spans(LENGTH))
def test_whatever_is_left_out_is_shown_somewhere(deleted: list[Span], span: Span) -> None:
    cleaned = Cleaned(SOURCE, deleted)
    shown = cleaned.shown(span)
    if not span or cleaned.to_cleaned(span):
        assert shown == span
    elif cleaned.text:
        assert cleaned.to_cleaned(shown)
        assert SOURCE[_trimmed(cleaned, shown).start] not in "\r" or "\r" in cleaned.text


def test_deletions_that_touch_stay_apart_and_those_that_overlap_are_one() -> None:
    cleaned = Cleaned("甲乙丙丁戊己", [Span(3, 5), Span(1, 2), Span(2, 3), Span(4, 6)])
    assert list(cleaned.deleted_in(Span(0, 6))) == [Span(1, 2), Span(2, 3), Span(3, 6)]
    assert list(cleaned.deleted_in(Span(2, 5))) == [Span(2, 3)]


def test_what_repeats_words_is_shown_on_them() -> None:
    text = "送温暖送温暖，，到家。"
    cleaned = Cleaned(text, [Span(3, 6), Span(7, 8)])
    assert cleaned.text == "送温暖，到家。"
    assert cleaned.shown(Span(4, 6)) == Span(1, 3)
    assert cleaned.shown(Span(7, 8)) == Span(6, 7)
    assert cleaned.shown(Span(2, 4)) == Span(2, 4), "it is shown by what is left of it"


def test_what_is_left_out_otherwise_is_shown_on_the_character_before_it_in_its_line() -> None:
    cleaned = Cleaned("创建文\n明。\n第3版\n下文", [Span(3, 4), Span(7, 11)])
    assert cleaned.text == "创建文明。\n下文"
    assert cleaned.shown(Span(3, 4)) == Span(2, 3)
    assert cleaned.shown(Span(8, 9)) == Span(11, 12), "none is before it in its line"


def test_what_is_left_out_for_more_than_one_reason_repeats_nothing() -> None:
    cleaned = Cleaned("甲乙甲乙\n丙", [Span(2, 4), Span(4, 5)])
    assert cleaned.shown(Span(3, 4)) == Span(1, 2)
    assert cleaned.shown(Span(2, 5)) == Span(1, 2)


def test_the_words_that_a_deletion_repeats_must_be_there_themselves() -> None:
    cleaned = Cleaned("甲乙甲乙丙", [Span(0, 1), Span(2, 4)])
    assert cleaned.shown(Span(2, 3)) == Span(1, 2)


def test_nothing_is_shown_on_nothing() -> None:
    assert not Cleaned("甲乙", [Span(0, 2)]).shown(Span(0, 1))
    assert Cleaned("甲乙丙", [Span(2, 3)]).shown(Span(2, 3)) == Span(1, 2)
    assert Cleaned("甲\n乙", [Span(2, 3)]).shown(Span(2, 3)) == Span(1, 2), "a line end, at last"


def test_a_line_end_may_be_shown_as_a_space() -> None:
    one = Cleanup(CleanupKind.LINES, Span(3, 5), (Span(3, 4),), "", 4)
    cleaned = Cleaned.of("New\r\nYork\n", [one])
    assert cleaned.text == "New York\n"
    assert cleaned.to_source(Span(0, 8)) == Span(0, 9)
    assert one.shown(cleaned.source) == " "


def test_a_clean_up_says_what_it_leaves() -> None:
    one = Cleanup(CleanupKind.CAPTIONS, Span(1, 7), (Span(2, 3), Span(5, 7)), "")
    assert one.shown("甲乙乙丙丁丙丁戊") == "乙丙丁"
