"""Kinds find their match, numbers their type, times their form; what is there is left alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader import language
from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.kind_rules import fault
from reader.annotation.tag_set import (
    DEFAULT_TAG_SET,
    Attribute,
    AttributeType,
    TagKind,
    TagSet,
)
from reader.tag_importers.records import FileArticle, FileKind, FileTag, TagFile
from reader.tag_importers.taking import kinds_for
from reader.text.article import Article
from reader.text.span import Span
from tests.tag_importers.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.tag_importers.conftest import Place

TEXT = "街道办了62场讲座，老人发展兴趣。"
ARTICLE = Article.from_text(TEXT)
Make = "Callable[..., Place]"


def tag(words: str = "62场", **more: object) -> FileTag:
    return replace(FileTag("a", "metric", quote=words), **more)  # type: ignore[arg-type]


def file(*tags: FileTag, kinds: tuple[FileKind, ...] = ()) -> TagFile:
    return TagFile((FileArticle("a", ARTICLE.id),), tags, kinds)


def there(words: str, id_: str, **more: object) -> Annotation:
    start = TEXT.index(words)
    anchor = Anchor.at(TEXT, Span(start, start + len(words)))
    made = Annotation(id_, ARTICLE.id, anchor, "metric", "lin", NOW, NOW)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def place(make_place: Callable[..., Place]) -> Place:
    return make_place(ARTICLE, tag_set=DEFAULT_TAG_SET)


# Kinds


def names(
    *kinds: FileKind, tag_set: TagSet = DEFAULT_TAG_SET, **chosen: str | None
) -> dict[str, str | None]:
    used = [kind.name for kind in kinds]
    return dict(kinds_for(file(kinds=kinds), used, tag_set, chosen).names)


def test_a_kind_is_known_by_its_name_or_by_what_it_is_called() -> None:
    assert names(FileKind("metric"), FileKind("m", "Metric"), FileKind(" HONOUR ")) == {
        "metric": "metric",
        "m": "metric",
        " HONOUR ": "honour",
    }


@pytest.fixture
def chinese() -> Iterator[None]:
    language.use({"Metric": "指标"}.get)  # type: ignore[arg-type]
    yield
    language.use(None)


def test_a_kind_is_known_by_its_name_in_the_users_language(chinese: None) -> None:
    language.use(lambda text: {"Metric": "指标"}.get(text, text))
    assert names(FileKind("指标"))["指标"] == "metric"


def test_any_other_is_made_as_it_can_be() -> None:
    full = TagKind(
        "event",
        "活动",
        "#ABCDEF",
        "12",
        (
            Attribute("ok", "Ok"),
            Attribute("ok", "Twice"),
            Attribute("坏", "Bad"),
            Attribute("blank", " "),
            Attribute("none", "None", AttributeType.CHOICE, (" ",)),
            Attribute("level", "Level", AttributeType.CHOICE, ("a", "b", "a")),
        ),
        parent="gone",
    )
    kinds = (
        FileKind("event", "活动", "#ABCDEF", full),
        FileKind("人", "", "red"),
        FileKind("Person Name!"),
        FileKind("物"),
        FileKind("person-name"),
        FileKind("9", " a \n b "),
        FileKind(""),
    )
    used = [kind.name for kind in kinds]
    made = kinds_for(file(kinds=kinds), used, DEFAULT_TAG_SET, {}).new
    assert [(kind.name, kind.label) for kind in made] == [
        ("event", "活动"),
        ("kind", "人"),
        ("person_name", "Person Name!"),
        ("kind_2", "物"),
        ("person-name", "person-name"),
        ("kind_9", "a b"),
        ("kind_3", "kind_3"),
    ]
    event = made[0]
    assert (event.colour, event.key, event.parent) == ("#abcdef", "", "")
    assert [one.name for one in event.attributes] == ["ok", "level"]
    assert event.attributes[1].choices == ("a", "b")
    whole = TagSet((*DEFAULT_TAG_SET.kinds, *made))
    assert [fault(kind, whole) for kind in made] == [""] * len(made)
    assert len({kind.colour for kind in whole}) == len(whole.kinds)


def test_two_of_a_file_that_are_called_the_same_are_one() -> None:
    assert names(FileKind("a", "人"), FileKind("b", "人")) == {"a": "a", "b": "a"}


def test_a_broader_kind_is_kept_where_it_is_there() -> None:
    inner = TagKind("inner", "Inner", "#111111", "", parent="metric")
    (made,) = kinds_for(
        file(kinds=(FileKind("inner", kind=inner),)), ["inner"], DEFAULT_TAG_SET, {}
    ).new
    assert made.parent == "metric"


def test_a_choice_counts_for_more() -> None:
    assert names(FileKind("人"), FileKind("metric"), 人="honour", metric=None) == {
        "人": "honour",
        "metric": None,
    }
    kinds = kinds_for(file(), ["人"], DEFAULT_TAG_SET, {"人": "honour"})
    assert kinds.new == ()
    assert kinds.unknown["人"].label == "人"


# What is there


def test_a_tag_that_is_there_does_not_come_again(place: Place) -> None:
    place.tags = [there("62场", "t1", attributes={"value": 62})]
    _, _, taken = place.bring_in(file(tag(attributes={"value": 62}, note="more", author="other")))
    assert (taken.edits, taken.there) == ((), 1)
    _, _, taken = place.bring_in(file(tag(attributes={"value": 63})))
    assert (len(taken.edits), taken.there) == (1, 0)


def test_a_tag_of_the_same_id_does_not_come_again_whatever_became_of_it(place: Place) -> None:
    place.tags = [there("老人", "t1")]
    place.hidden = {"t2"}
    _, _, taken = place.bring_in(file(tag(id="t1"), tag("讲座", id="t2"), tag("兴趣", id="t3")))
    assert taken.there == 2
    assert [one.id for one in place.tags] == ["t1", "t3"]


def test_of_those_alike_as_many_come_as_are_not_there(place: Place) -> None:
    place.tags = [there("62场", "t1")]
    # The first has no id of ours, and the second is the one that is there.
    _, _, taken = place.bring_in(file(tag(author="王"), tag(id="t1")))
    assert [one.author for one in place.tags] == ["lin", "王"]
    assert taken.there == 1


def test_one_that_is_there_stands_for_one_of_the_file(place: Place) -> None:
    place.tags = [there("62场", "t1")]
    _, _, taken = place.bring_in(file(tag(author="王"), tag(author="李")))
    assert [one.author for one in place.tags] == ["lin", "李"]
    assert taken.there == 1


def test_an_id_that_a_file_has_twice_comes_once(place: Place) -> None:
    _, _, taken = place.bring_in(file(tag(id="t1"), tag("讲座", id="t1")))
    assert (len(taken.edits), taken.there) == (1, 1)


@pytest.mark.parametrize("id_", ["", "a b", "x" * 65, "编号"])
def test_an_id_that_is_none_is_replaced(place: Place, id_: str) -> None:
    place.bring_in(file(tag(id=id_)))
    assert place.tags[0].id.startswith("new")


def test_tags_of_an_article_that_went_away_meanwhile_are_left_out(place: Place) -> None:
    from reader.tag_importers.fitting import fit
    from reader.tag_importers.taking import known_articles, take

    fitted = fit(file(tag()), known_articles(place))
    kinds = kinds_for(file(tag()), ["metric"], place.tag_set, {})
    place.articles = {}
    taken = take(fitted, kinds, place)
    assert (taken.edits, taken.there, taken.left_out) == ((), 0, 1)


# What a tag says


def test_numbers_that_a_file_has_as_text_become_numbers(place: Place) -> None:
    held = {"value": "1,200.5", "unit": "62", "other": "5", "bound": "about"}
    place.bring_in(file(tag(attributes=held, untyped=True)))
    assert place.tags[0].attributes == {
        "value": 1200.5,
        "unit": "62",
        "other": "5",
        "bound": "about",
    }
    held = {"value": "几十", "unit": "场"}
    place.bring_in(file(tag(attributes=held, untyped=True)))
    assert place.tags[1].attributes == held
    place.bring_in(file(tag(attributes={"value": "7"})))
    assert place.tags[2].attributes == {"value": "7"}
    place.bring_in(file(tag(attributes={"value": " "}, untyped=True)))
    assert place.tags[3].attributes == {"value": " "}
    place.bring_in(file(tag(attributes={"value": 5, "unit": "0"}, untyped=True)))
    assert place.tags[4].attributes == {"value": 5, "unit": "0"}


def test_zero_is_a_number_too(place: Place) -> None:
    place.bring_in(file(tag(attributes={"value": "0"}, untyped=True)))
    assert place.tags[0].attributes == {"value": 0}


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2026-11-22T08:00:00.123456Z", "2026-11-22T08:00:00.123456Z"),
        ("2026-11-22T08:00:00+08:00", "2026-11-22T00:00:00.000000Z"),
        ("0999-12-31T23:00:00Z", "0999-12-31T23:00:00.000000Z"),
        ("9999-12-31T23:00:00-08:00", NOW),
        ("2026-11-22T08:00:00", NOW),
        ("yesterday", NOW),
        ("", NOW),
    ],
)
def test_times_are_kept_in_the_form_of_the_store(place: Place, written: str, time: str) -> None:
    place.bring_in(file(tag(created=written)))
    assert (place.tags[0].created, place.tags[0].modified) == (time, time)


def test_who_made_it_and_when_it_was_changed_is_kept(place: Place) -> None:
    place.bring_in(file(tag(author="王", created=NOW, modified="2027-01-01T00:00:00Z", note="x")))
    (one,) = place.tags
    assert (one.author, one.modified, one.note) == ("王", "2027-01-01T00:00:00.000000Z", "x")
    place.bring_in(file(tag("讲座")))
    assert place.tags[1].author == "here"
